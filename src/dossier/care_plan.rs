//! `plan-van-aanpak.toml`: what the local team agreed with the client before the support plan.

use deserr::Deserr;

use super::decode::Mistakes;
use super::goal::Effort;
use super::identifier::Id;
use super::schema::{JsonSchema, macro_rules_derive};
use super::value::{Date, Text};

/// Everything in `plan-van-aanpak.toml`.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct CarePlan {
    /// Day it was made.
    #[deserr(rename = "datum")]
    pub date: Date,
    /// Who made it.
    #[deserr(rename = "opgesteld_door", default)]
    pub drawn_up_by: Option<Text>,
    /// Its goals.
    #[deserr(rename = "doelen", default)]
    pub goals: Vec<CarePlanGoal>,
}

/// A goal of the plan van aanpak.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct CarePlanGoal {
    /// What the support plan refers to.
    pub id: Id,
    /// The goal in the team's words.
    #[deserr(rename = "tekst")]
    pub text: Text,
    /// How much support the team expects.
    #[deserr(rename = "verwachte_intensiteit", default)]
    pub expected_effort: Option<Effort>,
}
