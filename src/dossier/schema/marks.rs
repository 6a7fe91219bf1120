//! Marks in a schema that only this program reads: which type a table is, the order of its keys,
//! what a value is called. An editor gets the schema without them.

use schemars::Schema;
use schemars::transform::transform_subschemas;
use serde_json::Value;

/// The type that a table is.
pub(super) const TABLE: &str = "x-table";
/// The keys of a table in the order of its type.
pub(super) const ORDER: &str = "x-order";
/// The closed list that a word is of.
pub(super) const LIST: &str = "x-list";
/// The labels of its words.
pub(super) const LABELS: &str = "x-labels";
/// What a value is, in Dutch.
pub(super) const KIND: &str = "x-kind";
/// The example as it stands in a file.
pub(super) const EXAMPLE: &str = "x-example";

/// Takes away all marks, here and below.
pub(super) fn remove(schema: &mut Schema) {
    for mark in [TABLE, ORDER, LIST, LABELS, KIND, EXAMPLE] {
        schema.remove(mark);
    }
    transform_subschemas(&mut remove, schema);
}

/// Whether a value stands in a file without quotes, though JSON knows it as a string: a date, a
/// time.
pub(super) fn is_bare(schema: &Schema) -> bool {
    let kind = schema.get(KIND).and_then(Value::as_str);
    matches!(kind, Some("datum" | "tijd"))
}

/// What the marks of a schema say.
pub(crate) struct Marks<'a>(pub(crate) &'a Value);

impl<'a> Marks<'a> {
    /// The type of a table.
    pub(crate) fn table(&self) -> Option<&'a str> {
        self.0[TABLE].as_str()
    }

    /// The keys of a table with their schemas, in their order.
    pub(crate) fn keys(&self) -> Vec<(&'a str, &'a Value)> {
        let order = self.0[ORDER].as_array().into_iter().flatten();
        order
            .filter_map(Value::as_str)
            .map(|key| (key, &self.0["properties"][key]))
            .collect()
    }

    /// Whether a table can't do without a key.
    pub(crate) fn requires(&self, key: &str) -> bool {
        let required = self.0["required"].as_array();
        required.is_some_and(|keys| keys.iter().any(|required| required == key))
    }

    /// The name of a closed list, and its words with their labels.
    pub(crate) fn list(&self) -> Option<(&'a str, Vec<(&'a str, &'a str)>)> {
        let words = self.0["enum"].as_array()?.iter();
        let labels = self.0[LABELS].as_array()?.iter();
        let both = words.zip(labels);
        let pairs = both.filter_map(|(word, label)| Some((word.as_str()?, label.as_str()?)));
        Some((self.0[LIST].as_str()?, pairs.collect()))
    }

    /// What a value is, in Dutch.
    pub(crate) fn kind(&self) -> Option<&'a str> {
        self.0[KIND].as_str()
    }

    /// The example as it stands in a file.
    pub(crate) fn example(&self) -> Option<&'a str> {
        self.0[EXAMPLE].as_str()
    }
}
