//! Puts the words of `templates/schema` into a schema: what each table and key is for, an example,
//! and what the words of the closed lists mean. The types have none of it: their comments are for
//! who reads the code.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde::Deserialize;
use serde_json::{Value, json};

use super::marks::{EXAMPLE, LIST, Marks};
use super::values;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/schema");

/// The file with the closed lists; the others hold tables.
const LISTS: &str = "lijsten.toml";

/// What stands for a word that was not filled in.
const BLANK: &str = "Nog niet ingevuld.";

/// The words of a table, under the name of its type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableWords {
    /// What it is called; no other table is called so.
    #[serde(rename = "titel")]
    pub(crate) title: String,
    /// What it is for.
    #[serde(rename = "wat")]
    pub(crate) what: String,
    #[serde(rename = "sleutels")]
    pub(super) keys: BTreeMap<String, KeyWords>,
}

/// The words of a key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyWords {
    /// What it is for.
    #[serde(rename = "wat")]
    pub(super) what: String,
    /// An example; for a table made of those of its keys where it isn't given.
    #[serde(rename = "voorbeeld")]
    pub(super) example: Option<toml::Value>,
    /// What counts where the key is left out.
    #[serde(rename = "anders")]
    pub(super) otherwise: Option<toml::Value>,
}

/// The words of a closed list, under the name of its type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListWords {
    /// What it is called; no other list is called so.
    #[serde(rename = "titel")]
    pub(crate) title: String,
    /// What the words mean, of those whose label doesn't say it.
    #[serde(rename = "woorden", default)]
    pub(crate) meanings: BTreeMap<String, String>,
}

pub(super) static TABLES: LazyLock<BTreeMap<String, TableWords>> = LazyLock::new(|| {
    let files = FILES.files().filter(|file| !file.path().ends_with(LISTS));
    files.flat_map(|file| parse(file.contents_utf8())).collect()
});

pub(super) static ALL_LISTS: LazyLock<BTreeMap<String, ListWords>> =
    LazyLock::new(|| parse(FILES.get_file(LISTS).and_then(|file| file.contents_utf8())));

fn parse<T: for<'de> Deserialize<'de>>(text: Option<&str>) -> BTreeMap<String, T> {
    let text = text.expect("the words are embedded as UTF-8");
    toml::from_str(text).expect("the words are TOML, as a test sees")
}

/// The words of a table.
pub(crate) fn table_words(name: &str) -> &'static TableWords {
    TABLES
        .get(name)
        .expect("every table has words, as a test sees")
}

/// The words of a closed list.
pub(crate) fn list_words(name: &str) -> &'static ListWords {
    ALL_LISTS
        .get(name)
        .expect("every list has words, as a test sees")
}

/// The transform that merges the words in.
#[derive(Clone, Debug)]
pub(super) struct Describe;

impl Transform for Describe {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let value = schema.clone().to_value();
        if value.get(LIST).is_some() {
            let meanings = meanings(&Marks(&value));
            schema.insert(
                "x-taplo".to_owned(),
                json!({ "docs": { "enumValues": meanings } }),
            );
        }
        let Some(table) = Marks(&value).table() else {
            return;
        };
        let words = table_words(table);
        schema.insert("title".to_owned(), words.title.clone().into());
        schema.insert("description".to_owned(), words.what.clone().into());
        for (key, known) in Marks(&value).keys() {
            let Some(entry) = words.keys.get(key) else {
                continue;
            };
            let mut known = known.clone();
            describe(table, key, entry, &mut known);
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                properties.insert(key.to_owned(), known);
            }
        }
    }
}

/// What each word of a closed list means: its label, and more where that doesn't say it.
fn meanings(marks: &Marks<'_>) -> Vec<String> {
    let Some((name, words)) = marks.list() else {
        return Vec::new();
    };
    let known = list_words(name);
    let mut meanings: Vec<_> = words
        .iter()
        .map(|(word, label)| match known.meanings.get(*word) {
            Some(meaning) => format!("{label}: {meaning}"),
            None => (*label).to_owned(),
        })
        .collect();
    // A key that may be left out may hold an empty text as well.
    let all = marks.0["enum"].as_array().map_or(0, Vec::len);
    meanings.resize(all, BLANK.to_owned());
    meanings
}

/// Puts the words of a key into its schema.
fn describe(table: &str, key: &str, entry: &KeyWords, schema: &mut Value) {
    values::limit(table, key, schema);
    let example = entry.example.clone().or_else(|| composed(schema));
    schema["description"] = entry.what.clone().into();
    let mut docs = entry.what.clone();
    if let Some(otherwise) = &entry.otherwise {
        schema["default"] = json_of(otherwise);
        docs = format!("{docs} Anders: `{otherwise}`.");
    }
    if let Some(example) = example {
        schema["examples"] = json!([json_of(&example)]);
        schema[EXAMPLE] = example.to_string().into();
        docs = format!("{docs}\n\n```toml\n{key} = {example}\n```");
    }
    schema["x-taplo"]["docs"]["main"] = docs.into();
}

/// An example of a table, or of a list of tables, from those of its keys: the ones it can't do
/// without, or all when it can do without any.
fn composed(schema: &Value) -> Option<toml::Value> {
    if schema["type"] == "array" {
        return composed(&schema["items"]).map(|item| toml::Value::Array(vec![item]));
    }
    let marks = Marks(schema);
    let words = TABLES.get(marks.table()?)?;
    let needs_none = schema["required"].as_array().is_none_or(Vec::is_empty);
    let mut table = toml::Table::new();
    for (key, value) in marks.keys() {
        if needs_none || marks.requires(key) {
            let own = words.keys.get(key).and_then(|words| words.example.clone());
            table.insert(key.to_owned(), own.or_else(|| composed(value))?);
        }
    }
    Some(toml::Value::Table(table))
}

/// A value of a file as JSON knows it: a date is text.
pub(super) fn json_of(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(moment) => json!(moment.to_string()),
        toml::Value::Array(items) => items.iter().map(json_of).collect(),
        toml::Value::Table(table) => {
            let keys = table.iter();
            keys.map(|(key, value)| (key.clone(), json_of(value)))
                .collect()
        }
    }
}
