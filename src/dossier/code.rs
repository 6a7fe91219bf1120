//! The closed lists of the field: each entry with its word in the files and its label in print.

use std::borrow::Cow;

use deserr::{Deserr, ErrorKind, IntoValue, Value, ValuePointerRef, take_cf_content};
use schemars::{Schema, SchemaGenerator};

use super::decode::Mistakes;
use super::schema;
use super::value::text_from;

/// Defines an enum whose values are words in the files and labels in the documents.
macro_rules! code_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$entry_doc:meta])* $entry:ident = $word:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $label] $entry,)+ }

        impl $name {
            /// Every entry, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$entry,)+];

            /// The word in the files.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$entry => $word,)+ }
            }

            /// The label in the documents.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $(Self::$entry => $label,)+ }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schema::list(stringify!($name), &[$(($word, $label),)+])
            }
        }

        impl Deserr<Mistakes> for $name {
            fn deserialize_from_value<V: IntoValue>(
                value: Value<V>,
                location: ValuePointerRef<'_>,
            ) -> Result<Self, Mistakes> {
                let text = text_from(value, location)?;
                match text.as_str() {
                    $($word => Ok(Self::$entry),)+
                    other => Err(take_cf_content(
                        <Mistakes as deserr::DeserializeError>::error::<V>(
                            None,
                            ErrorKind::UnknownValue { value: other, accepted: &[$($word,)+] },
                            location,
                        ),
                    )),
                }
            }
        }
    };
}

code_list!(
    /// The kind of plan, by sector.
    PlanKind {
        Support = "ondersteuningsplan", "Ondersteuningsplan";
        CareLife = "zorgleefplan", "Zorgleefplan";
        Guidance = "begeleidingsplan", "Begeleidingsplan";
    }
);

code_list!(
    /// The law that the support is given under.
    Law {
        Wmo = "wmo", "Wmo";
        Wlz = "wlz", "Wlz";
        Youth = "jeugdwet", "Jeugdwet";
        Zvw = "zvw", "Zvw";
    }
);

code_list!(
    /// Whether the plan is agreed.
    Status {
        Concept = "concept", "concept";
        Final = "vastgesteld", "vastgesteld";
    }
);

code_list!(
    /// What consent is given for; every goal, risk and topic has one.
    Theme {
        WhoAmI = "wie_ben_ik", "wie ben ik";
        Living = "wonen", "wonen";
        Work = "werk", "werk";
        Leisure = "vrije_tijd", "vrije tijd";
        Network = "sociaal_netwerk", "sociaal netwerk";
        Say = "zeggenschap", "zeggenschap";
        SelfCare = "zelfzorg", "zelfzorg";
        Health = "gezondheid", "gezondheid";
        Money = "geld", "geld";
        Safety = "veiligheid", "veiligheid";
        Crisis = "crisis", "crisis";
        Planning = "planning", "planning";
        Evaluation = "evaluatie", "evaluatie";
    }
);

code_list!(
    /// A domain of life that a goal belongs to: Schalock's eight, and those of the zorgleefplan.
    Domain {
        Physical = "lichamelijk_welbevinden", "Lichamelijk welbevinden";
        Mental = "psychisch_welbevinden", "Psychisch welbevinden";
        Relations = "betekenisvolle_relaties", "Betekenisvolle contacten en relaties";
        Society = "deelname_samenleving", "Deelname aan de samenleving";
        Development = "persoonlijke_ontwikkeling", "Persoonlijke ontwikkeling";
        Material = "materieel_welzijn", "Materieel welzijn";
        SelfDetermination = "zelfbepaling", "Zelfbepaling";
        Interests = "belangen", "Belangen";
        Home = "woon_en_leefsituatie", "Woon- en leefsituatie";
        Participation = "participatie", "Participatie";
        MentalCare = "mentaal_welbevinden", "Mentaal welbevinden";
    }
);

impl PlanKind {
    /// The domains of this kind of plan, in their usual order.
    #[must_use]
    pub fn domains(self) -> &'static [Domain] {
        match self {
            Self::Support | Self::Guidance => &[
                Domain::Physical,
                Domain::Mental,
                Domain::Relations,
                Domain::Society,
                Domain::Development,
                Domain::Material,
                Domain::SelfDetermination,
                Domain::Interests,
            ],
            Self::CareLife => &[
                Domain::Home,
                Domain::Participation,
                Domain::MentalCare,
                Domain::Physical,
            ],
        }
    }
}

code_list!(
    /// How the texts refer to the client.
    Pronoun {
        She = "zij", "zij";
        He = "hij", "hij";
        They = "hen", "die";
    }
);

impl Pronoun {
    /// `haar`, `zijn` or `hun`.
    #[must_use]
    pub fn possessive(self) -> &'static str {
        match self {
            Self::She => "haar",
            Self::He => "zijn",
            Self::They => "hun",
        }
    }
}

code_list!(
    /// How somebody is spoken to in a letter.
    Address {
        Informal = "je", "je";
        Formal = "u", "u";
    }
);

code_list!(
    /// What makes somebody a representative.
    RepresentativeKind {
        Curator = "curator", "curator";
        Mentor = "mentor", "mentor";
        Administrator = "bewindvoerder", "bewindvoerder";
        Parent = "ouder_met_gezag", "ouder met gezag";
        Guardian = "voogd", "voogd";
        Authorised = "gemachtigde", "schriftelijk gemachtigde";
    }
);

code_list!(
    /// What somebody in the network is to the client.
    Role {
        Family = "familie", "familie";
        InformalCarer = "mantelzorger", "mantelzorger";
        Friend = "vriend", "vriend";
        Neighbour = "buur", "buur";
        Volunteer = "vrijwilliger", "vrijwilliger";
    }
);

code_list!(
    /// Unit of an allotted product, iWmo 3.2.
    Unit {
        Minute = "01", "minuten";
        Hour = "04", "uur";
        Day = "14", "etmalen";
        HalfDay = "16", "dagdelen";
        PieceOutput = "82", "stuks";
        Euro = "83", "euro";
        PieceEffort = "84", "stuks";
    }
);

code_list!(
    /// Frequency of an allotted product, iWmo 3.2.
    Frequency {
        Daily = "1", "per dag";
        Weekly = "2", "per week";
        Monthly = "4", "per maand";
        Total = "6", "in totaal";
    }
);

code_list!(
    /// Unit of what a goal takes.
    EffortUnit {
        Minute = "minuut", "minuten";
        Hour = "uur", "uur";
        HalfDay = "dagdeel", "dagdelen";
        Day = "etmaal", "etmalen";
        Piece = "stuk", "stuks";
    }
);

code_list!(
    /// Over what time an amount counts.
    Per {
        Day = "dag", "per dag";
        Week = "week", "per week";
        Month = "maand", "per maand";
        Year = "jaar", "per jaar";
        Total = "totaal", "in totaal";
    }
);

code_list!(
    /// Whether a goal is for soon or for later.
    Horizon {
        Short = "kort", "korte termijn";
        Long = "lang", "lange termijn";
    }
);

code_list!(
    /// How a goal came from the cycle before.
    Origin {
        New = "nieuw", "nieuw doel";
        Continued = "voortgezet", "voortgezet uit de vorige cyclus";
        Adjusted = "aangepast", "aangepast na de vorige cyclus";
    }
);

code_list!(
    /// Who pays for the support at a goal.
    Funding {
        Funded = "gefinancierd", "gefinancierd";
        OwnCost = "eigen_kosten", "eigen kosten";
    }
);

code_list!(
    /// What somebody says of the plan when signing.
    Verdict {
        Agree = "akkoord", "akkoord";
        Disagree = "niet_akkoord", "niet akkoord";
        Protest = "onder_protest", "onder protest";
        Seen = "voor_gezien", "voor gezien";
    }
);

code_list!(
    /// In what capacity somebody signs.
    Signatory {
        Client = "client", "cliënt";
        Representative = "vertegenwoordiger", "vertegenwoordiger";
        Provider = "aanbieder", "aanbieder";
        LocalTeam = "lokaal_team", "lokaal team";
    }
);

code_list!(
    /// How likely a risk is.
    Likelihood {
        Low = "klein", "klein";
        Medium = "middel", "middel";
        High = "groot", "groot";
    }
);

code_list!(
    /// Whether a report tells what was seen or what it may mean.
    Stance {
        Objective = "objectief", "objectief";
        Subjective = "subjectief", "subjectief";
    }
);

code_list!(
    /// What a report is about.
    ReportKind {
        Deviation = "afwijking", "afwijking";
        Observation = "observatie", "observatie";
        Change = "verandering", "verandering";
        Progress = "voortgang", "voortgang";
    }
);

code_list!(
    /// What became of a goal.
    Outcome {
        Reached = "behaald", "behaald";
        Partly = "deels", "deels behaald";
        NotReached = "niet", "niet behaald";
        Ongoing = "loopt_nog", "loopt nog";
        Lapsed = "vervallen", "vervallen";
    }
);

code_list!(
    /// Whether the agreements of a goal were kept.
    Kept {
        Yes = "ja", "nagekomen";
        Partly = "deels", "deels nagekomen";
        No = "nee", "niet nagekomen";
    }
);

code_list!(
    /// What happens with a goal in the next cycle.
    NextStep {
        Continue = "voortzetten", "voortzetten";
        Adjust = "bijstellen", "bijstellen";
        Stop = "stoppen", "afsluiten";
        New = "nieuw", "nieuw doel";
    }
);

code_list!(
    /// How content somebody is, as a face shows it.
    Satisfaction {
        Content = "tevreden", "tevreden";
        Partly = "beetje", "een beetje tevreden";
        NotContent = "niet", "niet tevreden";
    }
);

code_list!(
    /// Where the picture of a sentence stands.
    PicturePlace {
        Left = "links", "links";
        Above = "boven", "boven";
        None = "geen", "geen";
    }
);

code_list!(
    /// What a picture of the easy-read copy goes with.
    PicturePer {
        Sentence = "zin", "zin";
        Word = "woord", "woord";
    }
);

code_list!(
    /// The colours of the easy-read copy.
    Contrast {
        Normal = "gewoon", "gewoon";
        DarkOnLight = "donker_op_licht", "donker op licht";
        LightOnDark = "licht_op_donker", "licht op donker";
    }
);

code_list!(
    /// On which document something stands.
    DocumentSide {
        Plan = "plan", "plan";
        Evaluation = "evaluatie", "evaluatie";
        Both = "beide", "beide";
    }
);
