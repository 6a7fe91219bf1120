//! JSON Schema of the files that an organisation writes: made from the types that the loader reads,
//! so that an editor says the same as the loader, and with the words of `templates/schema`.
//!
//! The keywords are those of draft-07, which taplo and its extension for VS Code read; all of them
//! mean the same in draft 2020-12. Nothing is a `$ref`: draft-07 ignores what stands beside one, and
//! with it the description of the key.

mod derive;
mod marks;
#[cfg(test)]
mod tests;
mod values;
mod words;

use std::collections::BTreeMap;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::Transform;
use serde_json::{Value, json};

use super::care_plan::CarePlan;
use super::evaluation::Evaluation;
use super::plan::Plan;
use super::provider::Provider;
use super::report::Reports;

pub(super) use derive::{JsonSchema, Keys, is_optional, key_of};
pub(super) use macro_rules_attribute::macro_rules_derive;
pub(crate) use marks::Marks;
pub(super) use values::list;
pub(crate) use words::{list_words, table_words};

/// A file that an organisation writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// `plan.toml`
    Plan,
    /// `evaluatie.toml`
    Evaluation,
    /// `rapportage.toml`
    Reports,
    /// `plan-van-aanpak.toml`
    CarePlan,
    /// `aanbieder.toml`
    Provider,
}

impl DataFile {
    /// Every file, the plan first.
    pub const ALL: &[Self] = &[
        Self::Plan,
        Self::Evaluation,
        Self::Reports,
        Self::CarePlan,
        Self::Provider,
    ];

    /// The name of the file.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Plan => "plan.toml",
            Self::Evaluation => "evaluatie.toml",
            Self::Reports => "rapportage.toml",
            Self::CarePlan => "plan-van-aanpak.toml",
            Self::Provider => "aanbieder.toml",
        }
    }

    /// The word for the file: its name without `.toml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.file_name().trim_end_matches(".toml")
    }

    /// What the file is for, in Dutch.
    #[must_use]
    pub fn purpose(self) -> &'static str {
        &table_words(self.type_name()).what
    }

    fn type_name(self) -> &'static str {
        match self {
            Self::Plan => "Plan",
            Self::Evaluation => "Evaluation",
            Self::Reports => "Reports",
            Self::CarePlan => "CarePlan",
            Self::Provider => "Provider",
        }
    }
}

/// What the loader doesn't know and `[controle]` holds: the rules, and what can be made of them.
pub(crate) struct RuleSettings<'a> {
    /// The rules by code, with what they ask.
    pub(crate) rules: BTreeMap<&'a str, &'a str>,
    /// The words for how bad a breach is.
    pub(crate) severities: Vec<&'a str>,
}

/// The schema of a file, as an editor reads it.
pub(crate) fn schema(file: DataFile, settings: &RuleSettings<'_>) -> Value {
    let mut schema = marked(file, settings);
    marks::remove(&mut schema);
    schema.to_value()
}

/// The schema of a file with its marks, from which the reference is made.
pub(crate) fn marked(file: DataFile, settings: &RuleSettings<'_>) -> Schema {
    let mut schema = match file {
        DataFile::Plan => plain::<Plan>(),
        DataFile::Evaluation => plain::<Evaluation>(),
        DataFile::Reports => plain::<Reports>(),
        DataFile::CarePlan => plain::<CarePlan>(),
        DataFile::Provider => plain::<Provider>(),
    };
    if file == DataFile::Provider {
        name_entries(&mut schema, settings);
    }
    words::Describe.transform(&mut schema);
    schema.insert("title".to_owned(), file.file_name().into());
    schema
}

/// The schema of a type without words.
fn plain<T: schemars::JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>()
}

/// Tells which entries `[domeinen]` and `[controle]` may have: to the types they are any.
fn name_entries(schema: &mut Schema, settings: &RuleSettings<'_>) {
    let text = schema.pointer("/properties/domeinen/additionalProperties");
    let text = text.cloned().unwrap_or_default();
    let domains = super::code::Domain::ALL.iter();
    let domains = domains.map(|domain| {
        let what = format!("Uw eigen naam voor “{}”.", domain.label());
        (domain.word().to_owned(), described(text.clone(), &what))
    });
    let domains: serde_json::Map<_, _> = domains.collect();
    let words = settings.severities.iter();
    let words: Vec<_> = words.map(|word| (*word, *word)).collect();
    let severity = list("Severity", &words).to_value();
    let rules = settings.rules.iter();
    let rules: serde_json::Map<_, _> = rules
        .map(|(code, what)| ((*code).to_owned(), described(severity.clone(), what)))
        .collect();
    for (key, entries) in [("domeinen", domains), ("controle", rules)] {
        if let Some(Value::Object(map)) = schema.pointer_mut(&format!("/properties/{key}")) {
            map.insert("properties".to_owned(), Value::Object(entries));
            map.insert("additionalProperties".to_owned(), json!(false));
        }
    }
}

fn described(mut schema: Value, what: &str) -> Value {
    if let Value::Object(map) = &mut schema {
        map.insert("description".to_owned(), what.into());
    }
    schema
}
