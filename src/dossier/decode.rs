//! From a TOML tree to typed values, collecting every mistake instead of stopping at the first.
//!
//! The types say what is allowed (through `deserr`); this says in Dutch what was not.

use std::ops::ControlFlow;

use deserr::{
    DeserializeError, Deserr, ErrorKind, IntoValue, Map, MergeWithError, Sequence, Value,
    ValueKind, ValuePointerRef,
};

use super::source::{KeyPath, Node, NodeValue, Source};
use crate::finding::Finding;

/// Opens a text that stands for a TOML date or time; no text of an author may hold a NUL.
pub(super) const MOMENT: char = '\0';

/// One mistake with its place in the tree.
#[derive(Debug)]
struct Mistake {
    path: KeyPath,
    at_key: bool,
    code: &'static str,
    message: String,
    hint: Option<String>,
}

/// Every mistake found while decoding.
#[derive(Debug, Default)]
pub(crate) struct Mistakes(Vec<Mistake>);

/// Decodes a whole file; the findings say why not.
pub(crate) fn decode<T: Deserr<Mistakes>>(source: &Source) -> Result<T, Vec<Finding>> {
    deserr::deserialize::<T, _, Mistakes>(source.root()).map_err(|mistakes: Mistakes| {
        mistakes
            .0
            .into_iter()
            .map(|mistake| {
                let finding = if mistake.at_key {
                    source.finding_at_key(mistake.code, &mistake.path, mistake.message)
                } else {
                    source.finding_at(mistake.code, &mistake.path, mistake.message)
                };
                Finding {
                    hint: mistake.hint,
                    ..finding
                }
            })
            .collect()
    })
}

/// A mistake that a value type found in its own text.
pub(super) fn wrong_value(
    location: ValuePointerRef<'_>,
    code: &'static str,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> Mistakes {
    Mistakes(vec![Mistake {
        path: path_from(location),
        at_key: false,
        code,
        message: format!("{}: {}", key_name(location), message.into()),
        hint: Some(hint.into()),
    }])
}

impl DeserializeError for Mistakes {
    fn error<V: IntoValue>(
        earlier: Option<Self>,
        error: ErrorKind<'_, V>,
        location: ValuePointerRef<'_>,
    ) -> ControlFlow<Self, Self> {
        let path = path_from(location);
        let name = key_name(location);
        let mistake = match error {
            ErrorKind::IncorrectValueKind { actual, accepted } => {
                let empty = actual.kind() == ValueKind::Null;
                let (message, hint) = if empty {
                    (format!("{name} is leeg"), "vul het in".to_owned())
                } else {
                    (
                        format!("{name}: hier hoort {}", wanted(accepted)),
                        example(accepted).to_owned(),
                    )
                };
                Mistake {
                    path,
                    at_key: false,
                    code: if empty { "leeg" } else { "soort-waarde" },
                    message,
                    hint: Some(hint),
                }
            }
            ErrorKind::MissingField { field } => Mistake {
                path,
                at_key: true,
                code: "ontbreekt",
                message: if name == "dit bestand" {
                    format!("{field} ontbreekt in dit bestand")
                } else {
                    format!("{name}: {field} ontbreekt")
                },
                hint: Some(format!("voeg toe: {field} = …")),
            },
            ErrorKind::UnknownKey { key, accepted } => Mistake {
                path: path.key(key),
                at_key: true,
                code: "onbekende-sleutel",
                message: format!("{name}: deze sleutel bestaat niet"),
                hint: Some(did_you_mean(key, accepted)),
            },
            ErrorKind::UnknownValue { value, accepted } => Mistake {
                path,
                at_key: false,
                code: "onbekende-waarde",
                message: format!("{name}: deze waarde bestaat niet"),
                hint: Some(did_you_mean(value, accepted)),
            },
            ErrorKind::BadSequenceLen { expected, .. } => Mistake {
                path,
                at_key: false,
                code: "soort-waarde",
                message: format!("{name}: hier horen {expected} waarden"),
                hint: None,
            },
            ErrorKind::Unexpected { .. } => Mistake {
                path,
                at_key: false,
                code: "soort-waarde",
                message: format!("{name}: dit getal past hier niet"),
                hint: Some("schrijf een heel getal vanaf 0".to_owned()),
            },
        };
        let mut all = earlier.unwrap_or_default();
        all.0.push(mistake);
        ControlFlow::Continue(all)
    }
}

impl MergeWithError<Self> for Mistakes {
    fn merge(
        earlier: Option<Self>,
        other: Self,
        _location: ValuePointerRef<'_>,
    ) -> ControlFlow<Self, Self> {
        let mut all = earlier.unwrap_or_default();
        all.0.extend(other.0);
        ControlFlow::Continue(all)
    }
}

/// Names the nearest one or two accepted words, or all of a short list.
fn did_you_mean(given: &str, accepted: &[&str]) -> String {
    let given = given.to_lowercase();
    let mut near: Vec<_> = accepted
        .iter()
        .map(|word| (strsim::jaro_winkler(&given, word), *word))
        .filter(|(likeness, _)| *likeness > 0.75)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    if let Some((_, word)) = near.first() {
        return format!("bedoel je `{word}`?");
    }
    let mut all = accepted.to_vec();
    all.sort_unstable();
    format!("kies uit: {}", all.join(", "))
}

fn wanted(accepted: &[ValueKind]) -> &'static str {
    match accepted.first() {
        Some(ValueKind::Boolean) => "true of false",
        Some(ValueKind::Integer | ValueKind::NegativeInteger) => "een heel getal",
        Some(ValueKind::Float) => "een getal",
        Some(ValueKind::Sequence) => "een lijst",
        Some(ValueKind::Map) => "een tabel",
        _ => "tekst",
    }
}

fn example(accepted: &[ValueKind]) -> &'static str {
    match accepted.first() {
        Some(ValueKind::Boolean) => "schrijf true (ja) of false (nee), zonder aanhalingstekens",
        Some(ValueKind::Integer | ValueKind::NegativeInteger) => {
            "schrijf bijvoorbeeld 3, zonder aanhalingstekens"
        }
        Some(ValueKind::Float) => "schrijf bijvoorbeeld 1.5, zonder aanhalingstekens",
        Some(ValueKind::Sequence) => "schrijf bijvoorbeeld [\"een\", \"twee\"]",
        Some(ValueKind::Map) => "schrijf een kop [naam] met daaronder de sleutels",
        _ => "zet tekst tussen dubbele aanhalingstekens",
    }
}

/// The last key of a location with the number of its item: `doelen 2`.
fn key_name(location: ValuePointerRef<'_>) -> String {
    match location {
        ValuePointerRef::Origin => "dit bestand".to_owned(),
        ValuePointerRef::Key { key, prev } => match *prev {
            ValuePointerRef::Index { .. } => format!("{} {key}", key_name(*prev)),
            _ => key.to_owned(),
        },
        ValuePointerRef::Index { index, prev } => format!("{} {}", key_name(*prev), index + 1),
    }
}

fn path_from(location: ValuePointerRef<'_>) -> KeyPath {
    match location {
        ValuePointerRef::Origin => KeyPath::default(),
        ValuePointerRef::Key { key, prev } => path_from(*prev).key(key),
        ValuePointerRef::Index { index, prev } => path_from(*prev).index(index),
    }
}

impl<'a> IntoValue for &'a Node {
    type Sequence = Items<'a>;
    type Map = Keys<'a>;

    fn kind(&self) -> ValueKind {
        self.into_value().kind()
    }

    /// An empty text counts as absent, so that a form's blank line is no content.
    fn into_value(self) -> Value<Self> {
        match &self.value {
            NodeValue::String(text) if text.trim().is_empty() => Value::Null,
            NodeValue::String(text) => Value::String(text.clone()),
            NodeValue::Integer(number) => {
                u64::try_from(*number).map_or(Value::NegativeInteger(*number), Value::Integer)
            }
            NodeValue::Float(number) => Value::Float(*number),
            NodeValue::Boolean(truth) => Value::Boolean(*truth),
            NodeValue::Moment(moment) => Value::String(format!("{MOMENT}{moment}")),
            NodeValue::List(items) => Value::Sequence(Items(items)),
            NodeValue::Table(table) => Value::Map(Keys(table.iter().collect())),
        }
    }
}

/// The items of a list.
pub(crate) struct Items<'a>(&'a [Node]);

impl<'a> Sequence for Items<'a> {
    type Value = &'a Node;
    type Iter = std::slice::Iter<'a, Node>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn into_iter(self) -> Self::Iter {
        self.0.iter()
    }
}

/// The keys of a table.
pub(crate) struct Keys<'a>(Vec<(&'a String, &'a Node)>);

impl<'a> Map for Keys<'a> {
    type Value = &'a Node;
    type Iter = Box<dyn Iterator<Item = (String, &'a Node)> + 'a>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn remove(&mut self, key: &str) -> Option<Self::Value> {
        let position = self.0.iter().position(|(name, _)| *name == key)?;
        Some(self.0.remove(position).1)
    }

    fn into_iter(self) -> Self::Iter {
        Box::new(self.0.into_iter().map(|(key, node)| (key.clone(), node)))
    }
}
