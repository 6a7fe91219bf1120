//! The people of a plan: the client, who represents them, and who is around them.

use std::collections::BTreeSet;

use deserr::Deserr;

use super::code::{Address, Pronoun, RepresentativeKind, Role, Theme};
use super::decode::Mistakes;
use super::identifier::{Bsn, FileName};
use super::schema::{JsonSchema, macro_rules_derive};
use super::today::Today;
use super::value::{Date, Text};

/// A postal address.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct PostalAddress {
    /// Street and number.
    #[deserr(rename = "straat")]
    pub street: Text,
    /// Postcode.
    #[deserr(rename = "postcode")]
    pub postcode: Text,
    /// Town.
    #[deserr(rename = "plaats")]
    pub town: Text,
}

impl PostalAddress {
    /// `Lindelaan 12, 5012 AB Tilburg`.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}, {} {}", self.street, self.postcode, self.town)
    }
}

/// The person whose plan it is.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Client {
    /// The name that the person goes by.
    #[deserr(rename = "roepnaam")]
    pub first_name: Text,
    /// `Z.M.`
    #[deserr(rename = "voorletters", default)]
    pub initials: Option<Text>,
    /// `van den`
    #[deserr(rename = "tussenvoegsel", default)]
    pub prefix: Option<Text>,
    /// Family name without its prefix.
    #[deserr(rename = "achternaam")]
    pub last_name: Text,
    /// How the texts refer to the person.
    #[deserr(rename = "voornaamwoord")]
    pub pronoun: Pronoun,
    /// Day of birth.
    #[deserr(rename = "geboortedatum")]
    pub born: Date,
    /// Citizen service number.
    #[deserr(default)]
    pub bsn: Option<Bsn>,
    /// Where the person lives.
    #[deserr(rename = "adres", default)]
    pub address: Option<PostalAddress>,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// E-mail address.
    #[deserr(default)]
    pub email: Option<Text>,
    /// Portrait, in `fotos/`.
    #[deserr(rename = "foto", default)]
    pub photo: Option<FileName>,
    /// Whether the person can judge their own interests; matters from 12 to 18 years.
    #[deserr(rename = "wilsbekwaam", default = true)]
    pub can_decide: bool,
}

impl Client {
    /// `Zoë van den Berg`.
    #[must_use]
    pub fn full_name(&self) -> String {
        join_name(self.first_name.as_str(), self.family_name().as_str())
    }

    /// `van den Berg`.
    #[must_use]
    pub fn family_name(&self) -> String {
        match &self.prefix {
            Some(prefix) => format!("{prefix} {}", self.last_name),
            None => self.last_name.to_string(),
        }
    }

    /// `Z. van den Berg`, for headers.
    #[must_use]
    pub fn short_name(&self) -> String {
        let initial = match &self.initials {
            Some(initials) => initials.to_string(),
            None => self
                .first_name
                .as_str()
                .chars()
                .next()
                .map_or_else(String::new, |letter| format!("{letter}.")),
        };
        join_name(&initial, &self.family_name())
    }
}

fn join_name(first: &str, last: &str) -> String {
    format!("{first} {last}")
}

/// Somebody who acts for the client, by law or by authorisation.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Representative {
    /// The person's own number, never reused; the same number in the network is the same person.
    #[deserr(rename = "nummer")]
    pub number: u32,
    /// Full name.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Name in a letter; the full name otherwise.
    #[deserr(rename = "roepnaam", default)]
    pub first_name: Option<Text>,
    /// In what capacity.
    #[deserr(rename = "soort")]
    pub kind: RepresentativeKind,
    /// Since when.
    #[deserr(rename = "sinds", default)]
    pub since: Option<Date>,
    /// `zus`
    #[deserr(rename = "relatie", default)]
    pub relation: Option<Text>,
    /// Themes that a written authorisation opens.
    #[deserr(rename = "machtiging_themas", default)]
    pub authorised_themes: BTreeSet<Theme>,
    /// Address.
    #[deserr(rename = "adres", default)]
    pub address: Option<PostalAddress>,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// E-mail address.
    #[deserr(default)]
    pub email: Option<Text>,
    /// How the letter speaks to this person.
    #[deserr(rename = "aanspreken", default = Address::Formal)]
    pub address_form: Address,
}

/// Somebody around the client.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Relative {
    /// The person's own number, never reused.
    #[deserr(rename = "nummer")]
    pub number: u32,
    /// Full name.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// First name.
    #[deserr(rename = "roepnaam")]
    pub first_name: Text,
    /// `zus`
    #[deserr(rename = "relatie")]
    pub relation: Text,
    /// What this person is to the client.
    #[deserr(rename = "soort")]
    pub role: Role,
    /// What this person means to the client, or does.
    #[deserr(rename = "betekenis", default)]
    pub meaning: Option<Text>,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// E-mail address.
    #[deserr(default)]
    pub email: Option<Text>,
    /// Portrait, in `fotos/`.
    #[deserr(rename = "foto", default)]
    pub photo: Option<FileName>,
    /// How the letter speaks to this person.
    #[deserr(rename = "aanspreken", default = Address::Formal)]
    pub address_form: Address,
    /// What the client lets this person see.
    #[deserr(rename = "toestemming", default)]
    pub consents: Vec<Consent>,
}

impl Relative {
    /// The themes that this person may see: given with proof by that day, and not withdrawn.
    /// A withdrawal closes the theme whatever its date, so that no earlier date opens it again.
    #[must_use]
    pub fn open_themes(&self, today: &Today) -> BTreeSet<Theme> {
        let withdrawn: BTreeSet<_> = self
            .consents
            .iter()
            .filter(|consent| consent.withdrawn.is_some())
            .map(|consent| consent.theme)
            .collect();
        self.consents
            .iter()
            .filter(|consent| consent.is_proven(today))
            .map(|consent| consent.theme)
            .filter(|theme| !withdrawn.contains(theme))
            .collect()
    }
}

/// Consent for one theme, with its proof.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Consent {
    /// What may be seen.
    #[deserr(rename = "thema")]
    pub theme: Theme,
    /// When it was given.
    #[deserr(rename = "gegeven", default)]
    pub given: Option<Date>,
    /// By whom it was given.
    #[deserr(rename = "door", default)]
    pub given_by: Option<Text>,
    /// When it was withdrawn.
    #[deserr(rename = "ingetrokken", default)]
    pub withdrawn: Option<Date>,
}

impl Consent {
    /// Whether it is known who gave it, and when.
    pub(crate) fn is_proven(&self, today: &Today) -> bool {
        self.given_by.is_some() && self.given.is_some_and(|given| today.has_come(given))
    }
}

/// Whether the client wants family and friends to take part at all.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct FamilyInvolvement {
    /// False: no family copy is made, whatever consent stands elsewhere.
    #[deserr(rename = "gewenst")]
    pub wanted: bool,
    /// In the client's words.
    #[deserr(rename = "toelichting", default)]
    pub explanation: Option<Text>,
    /// When this was asked.
    #[deserr(rename = "besproken", default)]
    pub discussed: Option<Date>,
}
