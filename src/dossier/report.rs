//! `rapportage.toml`: what was reported on the support, in order of time.

use deserr::Deserr;

use super::code::{ReportKind, Stance};
use super::decode::Mistakes;
use super::identifier::Id;
use super::schema::{JsonSchema, macro_rules_derive};
use super::value::{Date, Text};

/// Everything in `rapportage.toml`.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Default, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Reports {
    /// The reports.
    #[deserr(rename = "rapporten", default)]
    pub reports: Vec<Report>,
}

/// One report.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Report {
    /// Day.
    #[deserr(rename = "datum")]
    pub date: Date,
    /// Worker.
    #[deserr(rename = "door")]
    pub author: Text,
    /// Function of the worker.
    #[deserr(rename = "functie")]
    pub function: Text,
    /// Seen or interpreted.
    #[deserr(rename = "waarneming")]
    pub stance: Stance,
    /// What kind.
    #[deserr(rename = "soort")]
    pub kind: ReportKind,
    /// Id of the goal.
    #[deserr(rename = "doel", default)]
    pub goal: Option<Id>,
    /// What was seen.
    #[deserr(rename = "tekst")]
    pub text: Text,
    /// What a colleague must do, and when.
    #[deserr(rename = "actie", default)]
    pub action: Option<Text>,
}
