//! The care around the support: other providers, risks, involuntary care and the recovery plan.

use deserr::Deserr;

use super::code::{Likelihood, Theme};
use super::decode::Mistakes;
use super::person::Consent;
use super::schema::{JsonSchema, macro_rules_derive};
use super::value::{Date, Text};

/// Another provider, and whether there may be coordination.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct OtherProvider {
    /// Provider.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// What they do for the client.
    #[deserr(rename = "wat")]
    pub support: Text,
    /// Contact.
    #[deserr(rename = "contactpersoon", default)]
    pub contact: Option<Text>,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// What is coordinated.
    #[deserr(rename = "afstemming", default)]
    pub coordination: Option<Text>,
    /// The client's consent for it.
    #[deserr(rename = "toestemming", default)]
    pub consent: Option<Consent>,
}

/// A risk and what is done about it.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Risk {
    /// What consent opens it.
    #[deserr(rename = "thema")]
    pub theme: Theme,
    /// What may happen.
    #[deserr(rename = "risico")]
    pub risk: Text,
    /// How likely.
    #[deserr(rename = "kans", default)]
    pub likelihood: Option<Likelihood>,
    /// What is done.
    #[deserr(rename = "maatregel", default)]
    pub measure: Option<Text>,
    /// Who does it.
    #[deserr(rename = "wie", default)]
    pub by: Option<Text>,
}

/// A measure of involuntary care.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct InvoluntaryCare {
    /// What is done.
    #[deserr(rename = "maatregel")]
    pub measure: Text,
    /// Against which serious harm.
    #[deserr(rename = "reden")]
    pub reason: Text,
    /// What was tried before.
    #[deserr(rename = "alternatieven", default)]
    pub alternatives: Option<Text>,
    /// First day.
    pub start: Date,
    /// Last day; how long it may last is the rule `wzd-te-lang`.
    #[deserr(rename = "einde")]
    pub end: Date,
    /// Who answers for it.
    #[deserr(rename = "zorgverantwoordelijke")]
    pub responsible: Text,
    /// Days it was evaluated.
    #[deserr(rename = "evaluaties", default)]
    pub evaluations: Vec<Date>,
    /// How it will be stopped.
    #[deserr(rename = "afbouw", default)]
    pub phase_out: Option<Text>,
}

/// The client's own recovery plan; it holds only what the client shares.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Recovery {
    /// What keeps me well.
    #[deserr(rename = "houdt_mij_goed", default)]
    pub keeps_well: Vec<Text>,
    /// What throws me off.
    #[deserr(rename = "triggers", default)]
    pub triggers: Vec<Text>,
    /// How one sees it coming.
    #[deserr(rename = "signalen", default)]
    pub warning_signs: Vec<Text>,
    /// When things break down.
    #[deserr(rename = "als_het_misgaat", default)]
    pub breaking_down: Vec<Text>,
    /// What is agreed for a crisis.
    #[deserr(rename = "crisisafspraken", default)]
    pub crisis: Vec<Text>,
    /// Who and what supports in daily life.
    #[deserr(rename = "steun_dagelijks", default)]
    pub daily_support: Vec<Text>,
    /// Who supports in a crisis.
    #[deserr(rename = "steun_crisis", default)]
    pub crisis_support: Vec<CrisisContact>,
}

/// Somebody to call in a crisis.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct CrisisContact {
    /// Who.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// When to call.
    #[deserr(rename = "wanneer", default)]
    pub when: Option<Text>,
}
