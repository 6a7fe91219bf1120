//! A goal with all that a goal holds, and its easy-read text.

use deserr::{Deserr, IntoValue, Value, ValueKind, ValuePointerRef};

use super::code::{Domain, EffortUnit, Funding, Horizon, Origin, Per, Theme};
use super::decode::{Mistakes, wrong_kind};
use super::identifier::Id;
use super::schema::{JsonSchema, macro_rules_derive};
use super::value::{Date, Euro, Quantity, Text, dutch_number};

/// One goal of the plan.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Goal {
    /// Stays the same through versions and cycles.
    pub id: Id,
    /// Short name.
    #[deserr(rename = "titel")]
    pub title: Text,
    /// What consent opens it.
    #[deserr(rename = "thema")]
    pub theme: Theme,
    /// Domain of the kind of plan.
    #[deserr(rename = "domein", default)]
    pub domain: Option<Domain>,
    /// Short or long term.
    #[deserr(rename = "termijn", default)]
    pub horizon: Option<Horizon>,
    /// How it came from the cycle before.
    #[deserr(rename = "herkomst", default)]
    pub origin: Option<Origin>,
    /// Id of the goal of the plan van aanpak that it answers.
    #[deserr(rename = "plan_van_aanpak", default)]
    pub care_plan_goal: Option<Id>,
    /// The wish, in the client's own words.
    #[deserr(rename = "wens", default)]
    pub wish: Option<Text>,
    /// How it is now.
    #[deserr(rename = "beginsituatie", default)]
    pub starting_point: Option<Text>,
    /// The goal, SMART, in one sentence.
    #[deserr(rename = "doel", default)]
    pub goal: Option<Text>,
    /// How it is when the goal is reached.
    #[deserr(rename = "resultaat", default)]
    pub expected_result: Option<Text>,
    /// What the client does.
    #[deserr(rename = "client", default)]
    pub by_client: Option<Text>,
    /// What informal carers do, beside what `netwerk` tells.
    #[deserr(rename = "mantelzorg", default)]
    pub by_carers: Option<Text>,
    /// What volunteers do, beside what `netwerk` tells.
    #[deserr(rename = "vrijwilliger", default)]
    pub by_volunteers: Option<Text>,
    /// What the provider does.
    #[deserr(rename = "aanbieder", default)]
    pub by_provider: Option<Text>,
    /// What people of the network do, each by number.
    #[deserr(rename = "netwerk", default)]
    pub by_network: Vec<NetworkTask>,
    /// Nature of the support.
    #[deserr(rename = "aard", default)]
    pub nature: Option<Text>,
    /// How often.
    #[deserr(rename = "frequentie", default)]
    pub frequency: Option<Text>,
    /// How much.
    #[deserr(rename = "intensiteit", default)]
    pub effort: Option<Effort>,
    /// Why this much.
    #[deserr(rename = "motivatie", default)]
    pub motivation: Option<Text>,
    /// Where professional support ends.
    #[deserr(rename = "grens", default)]
    pub limit: Option<Text>,
    /// Who pays.
    #[deserr(rename = "financiering", default)]
    pub funding: Option<Funding>,
    /// Code of the product that pays it.
    #[deserr(default)]
    pub product: Option<Text>,
    /// What the client pays.
    #[deserr(rename = "eigen_kosten", default)]
    pub own_cost: Option<OwnCost>,
    /// First day.
    #[deserr(default)]
    pub start: Option<Date>,
    /// Last day.
    #[deserr(rename = "einde", default)]
    pub end: Option<Date>,
    /// Day of the evaluation.
    #[deserr(rename = "evaluatie", default)]
    pub evaluation: Option<Date>,
    /// The goal in plain words for relatives; the goal itself otherwise.
    #[deserr(rename = "voor_familie", default)]
    pub for_family: Option<Text>,
    /// The goal in easy-read.
    #[deserr(rename = "makkelijk", default)]
    pub easy: Option<EasyGoal>,
}

/// What one person of the network does for a goal.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct NetworkTask {
    /// Number of the person.
    #[deserr(rename = "nummer")]
    pub number: u32,
    /// A sentence that starts with its verb: `Reist de eerste twee zaterdagen mee.`
    #[deserr(rename = "doet")]
    pub task: Text,
}

/// An amount of support: `{ omvang = 1.5, eenheid = "uur", per = "week" }`.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Effort {
    /// How many units.
    #[deserr(rename = "omvang")]
    pub amount: Quantity,
    /// Of what.
    #[deserr(rename = "eenheid")]
    pub unit: EffortUnit,
    /// Over what time.
    pub per: Per,
}

impl Effort {
    /// `1,5 uur per week`.
    #[must_use]
    pub fn label(&self) -> String {
        self.label_of(self.amount.get())
    }

    /// Another amount in the same unit and over the same time.
    #[must_use]
    pub fn label_of(&self, amount: f64) -> String {
        let number = dutch_number(amount);
        let unit = if number == "1" {
            self.unit.word()
        } else {
            self.unit.label()
        };
        format!("{number} {unit} {}", self.per.label())
    }
}

/// Weeks in a year over months in a year: what turns an amount per month into one per week.
const MONTHS_PER_WEEK: f64 = 12.0 / 52.0;

impl Effort {
    /// Hours per week, where the unit is a time and the amount recurs. A dagdeel has the length
    /// that the organisation gives it; a month counts as 52/12 weeks (regional practice).
    #[must_use]
    pub fn hours_per_week(&self, hours_per_half_day: f64) -> Option<f64> {
        let hours = match self.unit {
            EffortUnit::Minute => 1.0 / 60.0,
            EffortUnit::Hour => 1.0,
            EffortUnit::HalfDay => hours_per_half_day,
            EffortUnit::Day | EffortUnit::Piece => return None,
        };
        let per_week = match self.per {
            Per::Day => 7.0,
            Per::Week => 1.0,
            Per::Month => MONTHS_PER_WEEK,
            Per::Year => MONTHS_PER_WEEK / 12.0,
            Per::Total => return None,
        };
        Some(self.amount.get() * hours * per_week)
    }
}

/// What the client pays, and that they know.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct OwnCost {
    /// How much.
    #[deserr(rename = "bedrag", default)]
    pub amount: Option<Euro>,
    /// Over what time.
    #[deserr(default)]
    pub per: Option<Per>,
    /// When the client was told.
    #[deserr(rename = "verteld_op", default)]
    pub told_on: Option<Date>,
    /// What it is for.
    #[deserr(rename = "waarvoor", default)]
    pub purpose: Option<Text>,
}

/// The author's own easy-read text of a goal; what is absent comes from phrase templates.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Default, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct EasyGoal {
    /// Title, at most some five words.
    #[deserr(rename = "titel", default)]
    pub title: Option<Sentence>,
    /// What I want.
    #[deserr(rename = "wil", default)]
    pub want: Vec<Sentence>,
    /// What I do.
    #[deserr(rename = "doe", default)]
    pub act: Vec<Sentence>,
    /// Who helps me.
    #[deserr(rename = "hulp", default)]
    pub help: Vec<Sentence>,
    /// When.
    #[deserr(rename = "wanneer", default)]
    pub when: Vec<Sentence>,
}

/// One easy-read sentence: a text, or `{ zin = "…", beeld = "bus" }` with its pictogram word.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The sentence.
    pub text: Text,
    /// The word that the picture shows.
    pub picture: Option<Text>,
}

#[macro_rules_derive(JsonSchema)]
#[derive(Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub(super) struct SentenceTable {
    #[deserr(rename = "zin")]
    text: Text,
    #[deserr(rename = "beeld", default)]
    picture: Option<Text>,
}

impl Deserr<Mistakes> for Sentence {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        location: ValuePointerRef<'_>,
    ) -> Result<Self, Mistakes> {
        match value {
            Value::String(_) => Ok(Self {
                text: Text::deserialize_from_value(value, location)?,
                picture: None,
            }),
            Value::Map(_) => {
                let table = SentenceTable::deserialize_from_value(value, location)?;
                Ok(Self {
                    text: table.text,
                    picture: table.picture,
                })
            }
            actual => Err(wrong_kind(actual, &[ValueKind::String], location)),
        }
    }
}
