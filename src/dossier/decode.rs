//! From a TOML tree to typed values, collecting every mistake instead of stopping at the first.
//!
//! The types say what is allowed (through `deserr`); this says in Dutch what was not.

use std::ops::ControlFlow;

use deserr::{
    DeserializeError, Deserr, ErrorKind, IntoValue, Map, MergeWithError, Sequence, Value,
    ValueKind, ValuePointerRef, take_cf_content,
};

use super::key;
use super::source::{KeyPath, Node, NodeValue, Source, Step};
use crate::finding::Finding;

/// Opens a text that stands for a TOML date or time.
pub(super) const MOMENT: char = '\0';
/// Stands for a NUL in an author's text, so that none passes for a date; it can't be printed either.
pub(super) const NUL: char = '\u{FFFE}';

/// The most mistakes that are told of one file: whoever has more of them sees enough.
const MOST_MISTAKES: usize = 1000;

/// One mistake with its place in the tree.
#[derive(Debug)]
struct Mistake {
    path: KeyPath,
    place: MistakePlace,
    code: &'static str,
    message: String,
    hint: Option<String>,
}

/// What a mistake points at.
#[derive(Debug)]
enum MistakePlace {
    Value,
    Key,
    /// A key that should be in the table at the path.
    Missing(String),
}

/// Every mistake found while decoding.
#[derive(Debug, Default)]
pub(crate) struct Mistakes(Vec<Mistake>);

/// Decodes a whole file; the findings say why not.
///
/// An empty text counts as absent, so that a form's blank line is no content. Where that leaves a
/// mistake, the file is decoded once more without its blank lines: then a key with a default gets
/// it. Only the first time shows that a blank key doesn't exist.
pub(crate) fn decode<T: Deserr<Mistakes>>(source: &Source) -> Result<T, Vec<Finding>> {
    let with_blanks = match read::<T>(source, Blanks::Kept) {
        Ok(value) => return Ok(value),
        Err(mistakes) => mistakes,
    };
    let is_blank = |path: &KeyPath| source.get(path).is_some_and(Node::is_blank);
    let mut mistakes: Vec<_> = with_blanks
        .0
        .into_iter()
        .filter(|mistake| matches!(mistake.place, MistakePlace::Key) && is_blank(&mistake.path))
        .collect();
    match read::<T>(source, Blanks::Dropped) {
        Ok(value) if mistakes.is_empty() => return Ok(value),
        Ok(_) => {}
        Err(more) => mistakes.extend(more.0),
    }
    // In a file with broken lines a key may be there without being read.
    let misleads = |mistake: &Mistake| mistake.code == "ontbreekt" && !source.is_whole();
    Err(mistakes
        .into_iter()
        .map(|mistake| filled_in(mistake, is_blank))
        .filter(|mistake| !misleads(mistake))
        .map(|mistake| finding(source, mistake))
        .collect())
}

fn read<T: Deserr<Mistakes>>(source: &Source, blanks: Blanks) -> Result<T, Mistakes> {
    deserr::deserialize::<T, _, Mistakes>(Reading {
        node: source.root(),
        blanks,
    })
}

/// A missing key that stands there with an empty text is empty, not missing.
fn filled_in(mistake: Mistake, is_blank: impl Fn(&KeyPath) -> bool) -> Mistake {
    if let MistakePlace::Missing(key) = &mistake.place {
        let path = mistake.path.clone().key(key);
        if is_blank(&path) {
            return empty_at(path);
        }
    }
    mistake
}

fn finding(source: &Source, mistake: Mistake) -> Finding {
    let finding = match mistake.place {
        MistakePlace::Value => source.finding_at(mistake.code, &mistake.path, mistake.message),
        MistakePlace::Key | MistakePlace::Missing(_) => {
            source.finding_at_key(mistake.code, &mistake.path, mistake.message)
        }
    };
    Finding {
        hint: mistake.hint,
        ..finding
    }
}

/// A mistake that a value type found in its own text.
pub(super) fn wrong_value(
    location: ValuePointerRef<'_>,
    code: &'static str,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> Mistakes {
    let path = path_from(location);
    Mistakes(vec![Mistake {
        message: format!("{}: {}", path.name(), message.into()),
        path,
        place: MistakePlace::Value,
        code,
        hint: Some(hint.into()),
    }])
}

/// A value that should have been filled in.
pub(super) fn empty(location: ValuePointerRef<'_>) -> Mistakes {
    Mistakes(vec![empty_at(path_from(location))])
}

fn empty_at(path: KeyPath) -> Mistake {
    Mistake {
        message: format!("{} is leeg", path.name()),
        path,
        place: MistakePlace::Value,
        code: "leeg",
        hint: Some("vul het in".to_owned()),
    }
}

/// A value of another kind than belongs there.
pub(super) fn wrong_kind<V: IntoValue>(
    actual: Value<V>,
    accepted: &[ValueKind],
    location: ValuePointerRef<'_>,
) -> Mistakes {
    let kind = ErrorKind::IncorrectValueKind { actual, accepted };
    take_cf_content(Mistakes::error(None, kind, location))
}

/// Adds mistakes to those found before.
pub(super) fn merge(
    earlier: Option<Mistakes>,
    other: Mistakes,
    location: ValuePointerRef<'_>,
) -> Mistakes {
    take_cf_content(<Mistakes as MergeWithError<Mistakes>>::merge(
        earlier, other, location,
    ))
}

impl DeserializeError for Mistakes {
    fn error<V: IntoValue>(
        earlier: Option<Self>,
        error: ErrorKind<'_, V>,
        location: ValuePointerRef<'_>,
    ) -> ControlFlow<Self, Self> {
        let mut all = earlier.unwrap_or_default();
        if all.0.len() >= MOST_MISTAKES {
            return ControlFlow::Continue(all);
        }
        let path = path_from(location);
        let name = path.name();
        let mistake = match error {
            ErrorKind::IncorrectValueKind { actual, .. } if actual.kind() == ValueKind::Null => {
                empty_at(path)
            }
            ErrorKind::IncorrectValueKind { actual, accepted } => Mistake {
                message: format!("{name}: hier hoort {}", wanted(accepted)),
                hint: Some(example(accepted, actual.kind(), &path)),
                path,
                place: MistakePlace::Value,
                code: "soort-waarde",
            },
            ErrorKind::MissingField { field } => Mistake {
                message: if path.0.is_empty() {
                    format!("{field} ontbreekt in dit bestand")
                } else {
                    format!("{name}: {field} ontbreekt")
                },
                hint: Some(if path.0.is_empty() && key::is_table(field) {
                    format!("voeg toe: [{field}], met daaronder de sleutels")
                } else {
                    format!("voeg toe: {field} = …")
                }),
                path,
                place: MistakePlace::Missing(field.to_owned()),
                code: "ontbreekt",
            },
            ErrorKind::UnknownKey { key, accepted } => Mistake {
                path: path.key(key),
                place: MistakePlace::Key,
                code: "onbekende-sleutel",
                message: format!("{name}: deze sleutel bestaat niet"),
                hint: Some(did_you_mean(key, accepted)),
            },
            ErrorKind::UnknownValue { value, accepted } => Mistake {
                path,
                place: MistakePlace::Value,
                code: "onbekende-waarde",
                message: format!("{name}: deze waarde bestaat niet"),
                hint: Some(did_you_mean(value, accepted)),
            },
            ErrorKind::BadSequenceLen { expected, .. } => Mistake {
                path,
                place: MistakePlace::Value,
                code: "soort-waarde",
                message: format!("{name}: hier horen {expected} waarden"),
                hint: None,
            },
            ErrorKind::Unexpected { .. } => Mistake {
                path,
                place: MistakePlace::Value,
                code: "soort-waarde",
                message: format!("{name}: dit getal past hier niet"),
                hint: Some("schrijf een heel getal vanaf 0".to_owned()),
            },
        };
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
        let room = MOST_MISTAKES.saturating_sub(all.0.len());
        all.0.extend(other.0.into_iter().take(room));
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

/// Shows how a value of the wanted kind is written at a path.
fn example(accepted: &[ValueKind], actual: ValueKind, path: &KeyPath) -> String {
    let root_key = match path.0.as_slice() {
        [Step::Key(key)] if key::is_known(key) => Some(key),
        _ => None,
    };
    let is_number = matches!(
        actual,
        ValueKind::Integer | ValueKind::NegativeInteger | ValueKind::Float
    );
    let text = match (accepted.first(), root_key) {
        (Some(ValueKind::Boolean), _) => {
            "schrijf true (ja) of false (nee), zonder aanhalingstekens"
        }
        (Some(ValueKind::Integer | ValueKind::NegativeInteger), _) if is_number => {
            "schrijf een heel getal vanaf 0, bijvoorbeeld 3"
        }
        (Some(ValueKind::Integer | ValueKind::NegativeInteger), _) => {
            "schrijf bijvoorbeeld 3, zonder aanhalingstekens"
        }
        (Some(ValueKind::Float), _) => "schrijf bijvoorbeeld 1.5, zonder aanhalingstekens",
        (Some(ValueKind::Sequence), Some(key)) if key::is_list(key) => {
            return format!("schrijf een kop [[{key}]] met daaronder de sleutels");
        }
        (Some(ValueKind::Sequence), _) if actual == ValueKind::Map => {
            "zet rechte haken om de lijst: [{ … }]"
        }
        (Some(ValueKind::Sequence), _) => "schrijf bijvoorbeeld [\"een\", \"twee\"]",
        (Some(ValueKind::Map), Some(key)) => {
            return format!("schrijf een kop [{key}] met daaronder de sleutels");
        }
        (Some(ValueKind::Map), None) => "schrijf een tabel: { sleutel = waarde }",
        _ => "zet tekst tussen dubbele aanhalingstekens",
    };
    text.to_owned()
}

fn path_from(location: ValuePointerRef<'_>) -> KeyPath {
    match location {
        ValuePointerRef::Origin => KeyPath::default(),
        ValuePointerRef::Key { key, prev } => path_from(*prev).key(key),
        ValuePointerRef::Index { index, prev } => path_from(*prev).index(index),
    }
}

/// Whether keys with an empty text take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Blanks {
    Kept,
    Dropped,
}

/// A node as deserr reads it.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    node: &'a Node,
    blanks: Blanks,
}

impl<'a> IntoValue for Reading<'a> {
    type Sequence = Items<'a>;
    type Map = Keys<'a>;

    fn kind(&self) -> ValueKind {
        self.into_value().kind()
    }

    fn into_value(self) -> Value<Self> {
        match &self.node.value {
            NodeValue::String(_) if self.node.is_blank() => Value::Null,
            NodeValue::String(text) => Value::String(text.replace('\0', &NUL.to_string())),
            NodeValue::Integer(number) => {
                u64::try_from(*number).map_or(Value::NegativeInteger(*number), Value::Integer)
            }
            NodeValue::Float(number) => Value::Float(*number),
            NodeValue::Boolean(truth) => Value::Boolean(*truth),
            NodeValue::Moment(moment) => Value::String(format!("{MOMENT}{moment}")),
            NodeValue::List(items) => Value::Sequence(Items {
                items,
                blanks: self.blanks,
            }),
            NodeValue::Table(table) => {
                let takes_part = |node: &Node| self.blanks == Blanks::Kept || !node.is_blank();
                let keys = table.iter().filter(|(_, node)| takes_part(node));
                Value::Map(Keys {
                    keys: keys.collect(),
                    blanks: self.blanks,
                })
            }
        }
    }
}

/// The items of a list.
pub(crate) struct Items<'a> {
    items: &'a [Node],
    blanks: Blanks,
}

impl<'a> Sequence for Items<'a> {
    type Value = Reading<'a>;
    type Iter = Box<dyn Iterator<Item = Reading<'a>> + 'a>;

    fn len(&self) -> usize {
        self.items.len()
    }

    fn into_iter(self) -> Self::Iter {
        let blanks = self.blanks;
        Box::new(self.items.iter().map(move |node| Reading { node, blanks }))
    }
}

/// The keys of a table.
pub(crate) struct Keys<'a> {
    keys: Vec<(&'a String, &'a Node)>,
    blanks: Blanks,
}

impl<'a> Map for Keys<'a> {
    type Value = Reading<'a>;
    type Iter = Box<dyn Iterator<Item = (String, Reading<'a>)> + 'a>;

    fn len(&self) -> usize {
        self.keys.len()
    }

    fn remove(&mut self, key: &str) -> Option<Self::Value> {
        let position = self.keys.iter().position(|(name, _)| *name == key)?;
        let (_, node) = self.keys.remove(position);
        Some(Reading {
            node,
            blanks: self.blanks,
        })
    }

    fn into_iter(self) -> Self::Iter {
        let blanks = self.blanks;
        let pair = move |(key, node): (&String, &'a Node)| (key.clone(), Reading { node, blanks });
        Box::new(self.keys.into_iter().map(pair))
    }
}

#[cfg(test)]
mod asked;
#[cfg(test)]
pub(super) use asked::{accepted_keys, missing_keys, refusals};
