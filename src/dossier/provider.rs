//! `aanbieder.toml`: the organisation whose plans these are.

use std::collections::BTreeMap;
use std::path::PathBuf;

use deserr::Deserr;

use super::code::DocumentSide;
use super::decode::{Mistakes, decode};
use super::identifier::{AgbCode, Colour, FileName, Id};
use super::person::PostalAddress;
use super::plan::EasyReadSettings;
use super::schema::{JsonSchema, macro_rules_derive};
use super::source::Source;
use super::value::{Entries, Quantity, Text};

/// Everything in `aanbieder.toml`.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Provider {
    /// The organisation.
    #[deserr(rename = "organisatie")]
    pub organisation: Organisation,
    /// How its documents look.
    #[deserr(rename = "huisstijl")]
    pub style: HouseStyle,
    /// Regional format.
    #[deserr(rename = "formaat", default)]
    pub format: Option<Id>,
    /// Folder with its own templates, phrases and formats, beside `aanbieder.toml`.
    #[deserr(rename = "sjablonen", default)]
    pub templates: Option<FileName>,
    /// How the organisation works.
    #[deserr(rename = "methode", default)]
    pub method: Option<Method>,
    /// Where a client can go with a complaint or question.
    #[deserr(rename = "klachten", default)]
    pub complaints: Option<Complaints>,
    /// Its own words: `begeleider = "coach"`.
    #[deserr(rename = "termen", default, from(Entries) = Entries::into_map)]
    pub terms: BTreeMap<String, Text>,
    /// Its own names of domains, by their word.
    #[deserr(rename = "domeinen", default, from(Entries) = Entries::into_map)]
    pub domain_labels: BTreeMap<String, Text>,
    /// Its own sections.
    #[deserr(rename = "onderdelen", default)]
    pub sections: Vec<ExtraSection>,
    /// Hours in a half day.
    #[deserr(rename = "uren_per_dagdeel", default)]
    pub hours_per_half_day: Option<Quantity>,
    /// How bad a breach of a rule of `check` is, by its code.
    #[deserr(rename = "controle", default, from(Entries) = Entries::into_map)]
    pub severities: BTreeMap<String, Text>,
    /// Defaults of the easy-read copy.
    #[deserr(rename = "makkelijk_lezen", default)]
    pub easy_read: EasyReadSettings,
}

/// Hours in a half day where the organisation doesn't say.
const HOURS_PER_HALF_DAY: f64 = 4.0;

impl Provider {
    /// Reads an organisation's file that comes with the program.
    pub(crate) fn embedded(text: &str) -> Self {
        let (source, _) = Source::parse(PathBuf::from("aanbieder.toml"), text.to_owned());
        decode(&source).expect("the tests read what comes with the program")
    }

    /// Hours in a half day (dagdeel).
    #[must_use]
    pub fn half_day(&self) -> f64 {
        self.hours_per_half_day
            .map_or(HOURS_PER_HALF_DAY, Quantity::get)
    }
}

/// The organisation.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Organisation {
    /// Name.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Short name, for tables.
    #[deserr(rename = "korte_naam", default)]
    pub short_name: Option<Text>,
    /// AGB code.
    pub agb: AgbCode,
    /// Address.
    #[deserr(rename = "adres", default)]
    pub address: Option<PostalAddress>,
    /// Phone number.
    #[deserr(rename = "telefoon")]
    pub phone: Text,
    /// E-mail address.
    pub email: Text,
    /// Website.
    #[deserr(default)]
    pub website: Option<Text>,
}

/// How the organisation's documents look.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct HouseStyle {
    /// Logo, an SVG beside `aanbieder.toml`.
    #[deserr(default)]
    pub logo: Option<FileName>,
    /// The one colour, at least 4.5:1 on white.
    #[deserr(rename = "accent")]
    pub accent: Colour,
}

/// How the organisation works.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Method {
    /// Name of the method.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// What it means for the client.
    #[deserr(rename = "tekst")]
    pub text: Text,
}

/// Where a client can go with a complaint or question.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Complaints {
    /// Complaints officer.
    #[deserr(rename = "klachtenfunctionaris")]
    pub officer: Contact,
    /// Client's confidant.
    #[deserr(rename = "clientvertrouwenspersoon", default)]
    pub confidant: Option<Contact>,
    /// Independent supporter.
    #[deserr(rename = "clientondersteuner", default)]
    pub supporter: Option<Contact>,
}

/// Somebody to reach.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct Contact {
    /// Name.
    #[deserr(rename = "naam")]
    pub name: Text,
    /// Phone number.
    #[deserr(rename = "telefoon", default)]
    pub phone: Option<Text>,
    /// E-mail address.
    #[deserr(default)]
    pub email: Option<Text>,
}

/// A section of the organisation's own.
#[macro_rules_derive(JsonSchema)]
#[derive(Clone, Debug, Deserr)]
#[deserr(error = Mistakes, deny_unknown_fields)]
pub struct ExtraSection {
    /// What `[extra]` in a plan refers to.
    pub id: Id,
    /// Heading.
    #[deserr(rename = "titel")]
    pub title: Text,
    /// Id of the section that it follows.
    #[deserr(rename = "na", default)]
    pub after: Option<Text>,
    /// On which document.
    #[deserr(rename = "document")]
    pub side: DocumentSide,
    /// Fixed text; the plan's own text follows it.
    #[deserr(rename = "tekst", default)]
    pub text: Option<Text>,
}
