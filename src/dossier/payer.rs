//! Who pays for the support, on what decision, and what was allotted.

use deserr::Deserr;

use super::code::{Frequency, Unit};
use super::decode::Mistakes;
use super::schema::{JsonSchema, macro_rules_derive};
use super::value::{Date, Quantity, Text};

/// Municipality and local team.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Municipality {
    /// Municipality.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Local team.
    #[deserr(rename = "lokaal_team", default)]
    pub team: Option<Text>,
    /// The team's worker for this client.
    #[deserr(rename = "contactpersoon", default)]
    pub contact: Option<Text>,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// E-mail address.
    #[deserr(default)]
    pub email: Option<Text>,
}

/// Decision of the municipality.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Decision {
    /// Number of the decision.
    #[deserr(rename = "beschikkingsnummer", default)]
    pub number: Option<Text>,
    /// Number of the allotment to the provider; not the same.
    #[deserr(rename = "toewijzingsnummer", default)]
    pub allotment_number: Option<Text>,
    /// First day.
    #[deserr(rename = "ingang", default)]
    pub start: Option<Date>,
    /// Last day.
    #[deserr(rename = "einde", default)]
    pub end: Option<Date>,
}

/// Care office and the decision on long-term care.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct CareOffice {
    /// Care office.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Number of the CIZ decision.
    #[deserr(rename = "ciz_besluit", default)]
    pub ciz_decision: Option<Text>,
    /// Day of the CIZ decision.
    #[deserr(rename = "ciz_datum", default)]
    pub ciz_date: Option<Date>,
    /// Care profile.
    #[deserr(rename = "zorgprofiel", default)]
    pub care_profile: Option<Text>,
}

/// Health insurer and who referred.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Insurer {
    /// Insurer.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Policy number.
    #[deserr(rename = "polisnummer", default)]
    pub policy_number: Option<Text>,
    /// Who referred.
    #[deserr(rename = "verwijzer", default)]
    pub referrer: Option<Text>,
    /// When.
    #[deserr(rename = "verwezen_op", default)]
    pub referred_on: Option<Date>,
}

/// One allotted product, with iWmo 3.2 codes.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Product {
    /// Category, `02`; municipalities add codes of their own.
    #[deserr(rename = "categorie")]
    pub category: Text,
    /// Product code, at most 5 characters.
    pub code: Text,
    /// What it is.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// How much.
    pub volume: Quantity,
    /// Of what.
    #[deserr(rename = "eenheid")]
    pub unit: Unit,
    /// How often.
    #[deserr(rename = "frequentie")]
    pub frequency: Frequency,
    /// First day.
    #[deserr(rename = "ingang")]
    pub start: Date,
    /// Last day.
    #[deserr(rename = "einde", default)]
    pub end: Option<Date>,
    /// Subcontractor who gives it.
    #[deserr(rename = "uitvoerder", default)]
    pub performer: Option<Text>,
}

impl Product {
    /// `3 uur per week`.
    #[must_use]
    pub fn volume_label(&self) -> String {
        let volume = self.volume.to_string();
        let unit = match (self.unit, volume.as_str()) {
            (Unit::Minute, "1") => "minuut",
            (Unit::Day, "1") => "etmaal",
            (Unit::HalfDay, "1") => "dagdeel",
            (Unit::PieceOutput | Unit::PieceEffort, "1") => "stuk",
            (unit, _) => unit.label(),
        };
        format!("{volume} {unit} {}", self.frequency.label())
    }
}
