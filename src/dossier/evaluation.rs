//! `evaluatie.toml`: what became of the plan.

use deserr::Deserr;

use super::code::{Domain, Kept, NextStep, Outcome, Satisfaction};
use super::decode::Mistakes;
use super::goal::Sentence;
use super::identifier::Id;
use super::plan::{Participant, Signature};
use super::schema::{JsonSchema, macro_rules_derive};
use super::value::{Date, Text};

/// Everything in `evaluatie.toml`.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Evaluation {
    /// Day of the evaluation.
    #[deserr(rename = "datum")]
    pub date: Date,
    /// First day of the period.
    #[deserr(rename = "periode_van")]
    pub from: Date,
    /// Last day of the period.
    #[deserr(rename = "periode_tot")]
    pub until: Date,
    /// Version of the plan that was evaluated.
    #[deserr(rename = "planversie")]
    pub plan_version: u32,
    /// Who were present.
    #[deserr(rename = "aanwezigen", default)]
    pub present: Vec<Participant>,
    /// Outcome per goal.
    #[deserr(rename = "doelen", default)]
    pub goals: Vec<GoalOutcome>,
    /// How content people are.
    #[deserr(rename = "tevredenheid", default)]
    pub satisfaction: Vec<Contentment>,
    /// Quality of life per domain, 1 to 5.
    #[deserr(rename = "kwaliteit_van_bestaan", default)]
    pub quality_of_life: Vec<QualityScore>,
    /// Who gave the scores, and how.
    #[deserr(rename = "kwaliteit_toelichting", default)]
    pub quality_note: Option<Text>,
    /// What changes in the next cycle.
    #[deserr(rename = "wijzigingen", default)]
    pub changes: Vec<Text>,
    /// Extension of the support.
    #[deserr(rename = "verlenging", default)]
    pub extension: Option<Extension>,
    /// Who signed.
    #[deserr(rename = "ondertekening", default)]
    pub signatures: Vec<Signature>,
    /// A few easy-read sentences on the whole.
    #[deserr(rename = "makkelijk", default)]
    pub easy: Vec<Sentence>,
}

/// What became of one goal.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct GoalOutcome {
    /// Id of the goal.
    #[deserr(rename = "doel")]
    pub goal: Id,
    /// Outcome.
    #[deserr(rename = "status")]
    pub outcome: Outcome,
    /// Were the agreements kept.
    #[deserr(rename = "afspraken")]
    pub kept: Kept,
    /// On the agreements.
    #[deserr(rename = "afspraken_toelichting", default)]
    pub kept_note: Option<Text>,
    /// What was reached.
    #[deserr(rename = "resultaat")]
    pub result: Text,
    /// Why it went so.
    #[deserr(rename = "waarom", default)]
    pub reason: Option<Text>,
    /// What next.
    #[deserr(rename = "vervolg")]
    pub next: NextStep,
    /// How.
    #[deserr(rename = "vervolg_toelichting", default)]
    pub next_note: Option<Text>,
    /// In easy-read.
    #[deserr(rename = "makkelijk", default)]
    pub easy: Vec<Sentence>,
}

/// How content somebody is.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Contentment {
    /// `cliënt`, `mentor`
    #[deserr(rename = "wie")]
    pub who: Text,
    /// How content.
    #[deserr(rename = "oordeel")]
    pub verdict: Satisfaction,
    /// In their words.
    #[deserr(rename = "toelichting", default)]
    pub note: Option<Text>,
}

/// Quality of life in one domain.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct QualityScore {
    /// Domain.
    #[deserr(rename = "domein")]
    pub domain: Domain,
    /// Score now, 1 to 5.
    #[deserr(rename = "nu")]
    pub now: u32,
    /// Score last time, 1 to 5.
    #[deserr(rename = "vorige", default)]
    pub before: Option<u32>,
    /// What lies behind it.
    #[deserr(rename = "toelichting", default)]
    pub note: Option<Text>,
}

/// Whether the support must go on after its end.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Extension {
    /// Whether it is asked for.
    #[deserr(rename = "gewenst")]
    pub wanted: bool,
    /// Why.
    #[deserr(rename = "reden", default)]
    pub reason: Option<Text>,
    /// Until when.
    #[deserr(rename = "tot", default)]
    pub until: Option<Date>,
}
