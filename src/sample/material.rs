//! The words that clients are made of: TOML under `templates/sample/`, inside the program.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A file of the material.
macro_rules! file {
    ($name:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/templates/sample/",
            $name
        ))
    };
}

/// `aanbieder.toml` as it is written.
pub(super) const ORGANISATION: &str = file!("aanbieder.toml");
/// The logo that it names.
pub(super) const LOGO: &str = file!("logo.svg");

const GOALS: &[&str] = &[
    file!("doelen-wonen.toml"),
    file!("doelen-gezondheid.toml"),
    file!("doelen-werk.toml"),
    file!("doelen-vrije-tijd.toml"),
    file!("doelen-contact.toml"),
];

/// All of it.
#[derive(Debug)]
pub(super) struct Material {
    pub(super) goals: Vec<GoalWords>,
    pub(super) profiles: Vec<Profile>,
    pub(super) names: Names,
    pub(super) blocks: Blocks,
    pub(super) photos: Photos,
    lists: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl Material {
    /// Reads what the program holds.
    pub(super) fn read() -> Self {
        let goals = GOALS.iter().flat_map(|text| {
            let file: GoalFile = read(text);
            file.goals
        });
        let profiles: ProfileFile = read(file!("profielen.toml"));
        Self {
            goals: goals.collect(),
            profiles: profiles.profiles,
            names: read(file!("namen.toml")),
            blocks: read(file!("bouwstenen.toml")),
            photos: read(file!("fotos.toml")),
            lists: read(file!("lijsten.toml")),
        }
    }

    /// A list of sentences: `("evaluatie", "tevreden")`.
    pub(super) fn list(&self, part: &str, name: &str) -> &[String] {
        let list = self.lists.get(part).and_then(|part| part.get(name));
        list.expect("lijsten.toml has the list")
    }
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the tests read all material")
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalFile {
    #[serde(rename = "doelen")]
    goals: Vec<GoalWords>,
}

/// A goal as it may be asked for. In its texts `{naam}` is the client, `{hij}`, `{hem}` and `{zijn}`
/// the pronoun, `{datum}` the day of the goal, `{dag}` a weekday, and any key of `keuzes` what was
/// chosen; a choice `twee|2` is a word in formal text and a digit in easy-read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GoalWords {
    pub(super) id: String,
    /// The groups of clients that it suits, by letter.
    #[serde(rename = "voor")]
    pub(super) groups: String,
    #[serde(rename = "thema")]
    pub(super) theme: String,
    #[serde(rename = "domein")]
    pub(super) domain: String,
    #[serde(rename = "titel")]
    pub(super) title: String,
    /// How much support, by the ids of [`EffortWords`].
    #[serde(rename = "inzet")]
    pub(super) efforts: Vec<String>,
    #[serde(rename = "aard")]
    pub(super) nature: String,
    /// The goal of the plan van aanpak that it answers.
    #[serde(rename = "pva")]
    pub(super) care_plan: String,
    #[serde(rename = "keuzes", default)]
    pub(super) choices: BTreeMap<String, Vec<String>>,
    /// The scene of a photo that goes with it.
    #[serde(rename = "foto", default)]
    pub(super) photo: Option<String>,
    #[serde(rename = "wens")]
    pub(super) wishes: Vec<String>,
    #[serde(rename = "begin")]
    pub(super) starts: Vec<String>,
    #[serde(rename = "doel")]
    pub(super) goal: String,
    #[serde(rename = "resultaat")]
    pub(super) result: String,
    #[serde(rename = "client")]
    pub(super) by_client: Vec<String>,
    #[serde(rename = "aanbieder")]
    pub(super) by_provider: Vec<String>,
    /// What somebody of the network does, and the same in easy-read.
    #[serde(rename = "netwerk", default)]
    pub(super) by_network: Option<String>,
    #[serde(rename = "motivatie")]
    pub(super) motivations: Vec<String>,
    #[serde(rename = "grens")]
    pub(super) limit: String,
    #[serde(rename = "familie")]
    pub(super) for_family: String,
    #[serde(rename = "behoefte")]
    pub(super) need: String,
    #[serde(rename = "behaald")]
    pub(super) reached: String,
    #[serde(rename = "deels")]
    pub(super) partly: String,
    /// Kind, text and what a colleague must do.
    #[serde(rename = "rapport")]
    pub(super) reports: Vec<String>,
    /// Likelihood, risk, measure and by whom.
    #[serde(rename = "risico", default)]
    pub(super) risk: Option<String>,
    #[serde(rename = "makkelijk")]
    pub(super) easy: EasyWords,
}

/// A goal in easy-read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EasyWords {
    #[serde(rename = "titel")]
    pub(super) title: String,
    #[serde(rename = "wil")]
    pub(super) want: Vec<String>,
    #[serde(rename = "doe")]
    pub(super) act: Vec<String>,
    #[serde(rename = "hulp")]
    pub(super) help: Vec<String>,
    /// Absent: who helps, and how often.
    #[serde(rename = "wanneer", default)]
    pub(super) when: Vec<String>,
    #[serde(rename = "behaald")]
    pub(super) reached: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    #[serde(rename = "profielen")]
    profiles: Vec<Profile>,
}

/// A kind of client.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Profile {
    pub(super) id: String,
    /// How often it occurs beside the others.
    #[serde(rename = "gewicht")]
    pub(super) weight: usize,
    #[serde(rename = "groep")]
    pub(super) group: String,
    #[serde(rename = "soort")]
    pub(super) kind: String,
    #[serde(rename = "wet")]
    pub(super) law: String,
    #[serde(rename = "leeftijd")]
    pub(super) ages: (i16, i16),
    #[serde(rename = "woont")]
    pub(super) lives: String,
    /// Whether the texts use the family name.
    #[serde(rename = "aanspreken", default)]
    pub(super) address: Option<String>,
    #[serde(rename = "functies")]
    pub(super) functions: Vec<String>,
    #[serde(default)]
    pub(super) product: Option<ProductWords>,
    #[serde(rename = "groepsproduct", default)]
    pub(super) group_product: Option<ProductWords>,
    #[serde(rename = "verblijf", default)]
    pub(super) stay: Option<ProductWords>,
    #[serde(rename = "zorgprofielen", default)]
    pub(super) care_profiles: Vec<String>,
    #[serde(rename = "gezondheid")]
    pub(super) health: Vec<String>,
    #[serde(rename = "gezondheid_eigen")]
    pub(super) health_own: Vec<String>,
    #[serde(rename = "gezondheid_makkelijk")]
    pub(super) health_easy: Vec<String>,
    #[serde(rename = "jeugd")]
    pub(super) past: Vec<String>,
    #[serde(rename = "nu")]
    pub(super) present: Vec<String>,
    #[serde(rename = "hulpvraag")]
    pub(super) questions: Vec<String>,
    #[serde(rename = "beperkingen")]
    pub(super) limitations: Vec<String>,
    #[serde(rename = "leven", default)]
    pub(super) how_to_live: Vec<String>,
    #[serde(rename = "steun", default)]
    pub(super) which_support: Vec<String>,
}

/// A product of the municipality.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProductWords {
    #[serde(rename = "categorie")]
    pub(super) category: String,
    pub(super) code: String,
    #[serde(rename = "naam")]
    pub(super) name: String,
}

/// Names of people and places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    #[serde(rename = "vrouwen")]
    pub(super) women: Vec<String>,
    #[serde(rename = "mannen")]
    pub(super) men: Vec<String>,
    #[serde(rename = "beide")]
    pub(super) either: Vec<String>,
    /// Names that the young seldom have, and the old.
    #[serde(rename = "oud")]
    pub(super) for_old: Vec<String>,
    #[serde(rename = "jong")]
    pub(super) for_young: Vec<String>,
    #[serde(rename = "achternamen")]
    pub(super) last: Vec<String>,
    #[serde(rename = "plaatsen")]
    pub(super) towns: Vec<String>,
    #[serde(rename = "straten")]
    pub(super) streets: Vec<String>,
    #[serde(rename = "locatie_voor")]
    pub(super) location_first: Vec<String>,
    #[serde(rename = "locatie_na")]
    pub(super) location_last: Vec<String>,
    /// Relation, sex, role, family name, and the ages of clients who have such a relative.
    #[serde(rename = "relaties")]
    pub(super) relations: Vec<String>,
}

/// What fits many clients.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Blocks {
    #[serde(rename = "wie")]
    pub(super) who: Vec<PassageWords>,
    #[serde(rename = "vrije_tijd")]
    pub(super) leisure: Vec<PassageWords>,
    #[serde(rename = "sociaal")]
    pub(super) social: Vec<PassageWords>,
    #[serde(rename = "zeggenschap")]
    pub(super) say: Vec<PassageWords>,
    /// By how somebody lives: own words, text, easy-read.
    #[serde(rename = "wonen")]
    pub(super) living: BTreeMap<String, Vec<(String, String, String)>>,
    #[serde(rename = "andere")]
    pub(super) others: Vec<OtherWords>,
    #[serde(rename = "inzet")]
    pub(super) efforts: Vec<EffortWords>,
}

/// Who somebody is, on one theme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PassageWords {
    #[serde(rename = "eigen")]
    pub(super) own: String,
    #[serde(rename = "tekst")]
    pub(super) text: String,
    #[serde(rename = "makkelijk")]
    pub(super) easy: Vec<String>,
    #[serde(rename = "foto", default)]
    pub(super) photo: Option<String>,
}

/// Another provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherWords {
    #[serde(rename = "groepen")]
    pub(super) groups: String,
    #[serde(rename = "naam")]
    pub(super) name: String,
    #[serde(rename = "wat")]
    pub(super) support: String,
    #[serde(rename = "afstemming", default)]
    pub(super) coordination: Option<String>,
    #[serde(rename = "thema", default)]
    pub(super) theme: Option<String>,
}

/// An amount of support.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EffortWords {
    pub(super) id: String,
    #[serde(rename = "frequentie")]
    pub(super) frequency: String,
    #[serde(rename = "omvang")]
    pub(super) amount: f64,
    #[serde(rename = "eenheid")]
    pub(super) unit: String,
    pub(super) per: String,
    /// As it stands in a sentence.
    #[serde(rename = "duur")]
    pub(super) phrase: String,
}

/// The drawings that stand for photos.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Photos {
    /// Name, first and second colour.
    #[serde(rename = "paletten")]
    pub(super) palettes: Vec<(String, String, String)>,
    #[serde(rename = "kleuren")]
    pub(super) colours: BTreeMap<String, String>,
    #[serde(rename = "tafereel")]
    pub(super) scenes: Vec<Scene>,
}

/// A drawing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scene {
    pub(super) id: String,
    /// The word of easy-read sentences that it stands for.
    #[serde(rename = "woord")]
    pub(super) word: String,
    #[serde(rename = "toont")]
    pub(super) shows: String,
    #[serde(rename = "vormen")]
    pub(super) shapes: Vec<String>,
}
