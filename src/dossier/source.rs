//! One TOML file with its text, its parsed tree and the way from a key path to a place.
//!
//! Does not know what the keys mean.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::finding::{Finding, Place};

/// One step from a table or list to what it holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Key(String),
    Index(usize),
}

/// A path of keys and indices, from the root of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KeyPath(pub(crate) Vec<Step>);

impl KeyPath {
    /// Extends the path by a key.
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.0.push(Step::Key(key.to_owned()));
        self
    }

    /// Extends the path by an index, from 0.
    pub(crate) fn index(mut self, index: usize) -> Self {
        self.0.push(Step::Index(index));
        self
    }

    /// Starts a path at a key of the root.
    pub(crate) fn root(key: &str) -> Self {
        Self::default().key(key)
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if position == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{}]", index + 1)?,
            }
        }
        Ok(())
    }
}

/// A value with the bytes it takes, and those of its key if it has one.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) span: Range<usize>,
    pub(crate) key_span: Option<Range<usize>>,
    pub(crate) value: NodeValue,
}

/// What a TOML value is.
#[derive(Debug)]
pub(crate) enum NodeValue {
    String(String),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    Moment(Datetime),
    List(Vec<Node>),
    Table(BTreeMap<String, Node>),
}

impl Node {
    fn child(&self, step: &Step) -> Option<&Self> {
        match (step, &self.value) {
            (Step::Key(key), NodeValue::Table(table)) => table.get(key),
            (Step::Index(index), NodeValue::List(list)) => list.get(*index),
            _ => None,
        }
    }

    fn from_value(value: Spanned<DeValue<'_>>, key_span: Option<Range<usize>>) -> Self {
        let span = value.span();
        let value = match value.into_inner() {
            DeValue::String(text) => NodeValue::String(text.into_owned()),
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => NodeValue::Integer(number),
                    Err(_) => NodeValue::Float(f64::INFINITY),
                }
            }
            DeValue::Float(number) => {
                NodeValue::Float(number.as_str().parse().unwrap_or(f64::INFINITY))
            }
            DeValue::Boolean(truth) => NodeValue::Boolean(truth),
            DeValue::Datetime(moment) => NodeValue::Moment(moment),
            DeValue::Array(items) => NodeValue::List(
                items
                    .into_iter()
                    .map(|item| Self::from_value(item, None))
                    .collect(),
            ),
            DeValue::Table(table) => NodeValue::Table(nodes_of(table)),
        };
        Self {
            span,
            key_span,
            value,
        }
    }
}

fn nodes_of(table: DeTable<'_>) -> BTreeMap<String, Node> {
    table
        .into_iter()
        .map(|(key, value)| {
            let key_span = key.span();
            let node = Node::from_value(value, Some(key_span));
            (key.into_inner().into_owned(), node)
        })
        .collect()
}

/// A parsed TOML file.
#[derive(Debug)]
pub(crate) struct Source {
    /// Relative to the data folder.
    pub(crate) file: PathBuf,
    text: String,
    root: Node,
    masked: Arc<str>,
}

impl Source {
    /// Parses the text and reports every mistake of syntax, in Dutch. The tree holds what could be
    /// read, so that the mistakes of meaning can be found as well.
    pub(crate) fn parse(file: PathBuf, text: String) -> (Self, Vec<Finding>) {
        let (tree, errors) = DeTable::parse_recoverable(&text);
        let root = Node {
            span: 0..0,
            key_span: None,
            value: NodeValue::Table(nodes_of(tree.into_inner())),
        };
        let errors: Vec<_> = errors
            .iter()
            .map(|error| (error.message().to_owned(), error.span().unwrap_or(0..0)))
            .collect();
        let masked = mask(&text, &root).into();
        let source = Self {
            file,
            text,
            root,
            masked,
        };
        let findings = errors
            .into_iter()
            .map(|(message, span)| {
                let (message, hint) = dutch_syntax_message(&message);
                source.finding("toml", span, message).with_hint(hint)
            })
            .collect();
        (source, findings)
    }

    /// The root table.
    pub(crate) fn root(&self) -> &Node {
        &self.root
    }

    /// A finding about a range of bytes.
    pub(crate) fn finding(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        Finding {
            place: Some(self.place(span)),
            masked: Some(Arc::clone(&self.masked)),
            ..Finding::error(code, message)
        }
    }

    /// A finding about the value at a path, or about the nearest value above it that exists.
    pub(crate) fn finding_at(
        &self,
        code: &'static str,
        path: &KeyPath,
        message: impl Into<String>,
    ) -> Finding {
        self.finding(code, self.nearest(path).span.clone(), message)
    }

    /// A finding about the name of the last key of a path.
    pub(crate) fn finding_at_key(
        &self,
        code: &'static str,
        path: &KeyPath,
        message: impl Into<String>,
    ) -> Finding {
        let node = self.nearest(path);
        let span = node.key_span.as_ref().unwrap_or(&node.span).clone();
        self.finding(code, span, message)
    }

    /// Calls back for every string value with its path, in the order of the keys.
    pub(crate) fn each_string(&self, mut visit: impl FnMut(&KeyPath, &str)) {
        walk(&self.root, &KeyPath::default(), &mut visit);
    }

    fn nearest(&self, path: &KeyPath) -> &Node {
        let mut node = &self.root;
        for step in &path.0 {
            let Some(child) = node.child(step) else { break };
            node = child;
        }
        node
    }

    fn place(&self, span: Range<usize>) -> Place {
        let mut start = span.start.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |position| position + 1);
        Place {
            file: self.file.clone(),
            start,
            end: span.end.clamp(start, self.text.len()),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

fn walk(node: &Node, path: &KeyPath, visit: &mut impl FnMut(&KeyPath, &str)) {
    match &node.value {
        NodeValue::String(text) => visit(path, text),
        NodeValue::List(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &path.clone().index(index), visit);
            }
        }
        NodeValue::Table(table) => {
            for (key, value) in table {
                walk(value, &path.clone().key(key), visit);
            }
        }
        _ => {}
    }
}

/// Blanks everything that an author wrote but keys and punctuation, keeping every byte offset:
/// what is shown in an excerpt can't hold a name, a number or a comment.
fn mask(text: &str, root: &Node) -> String {
    let mut keep = vec![false; text.len()];
    keep_keys(root, &mut keep);
    for (position, line) in header_lines(text) {
        keep[position..position + line.len()].fill(true);
    }
    let blank = |(position, character): (usize, char)| {
        if keep[position] || character.is_whitespace() || "[]{}=,\"'".contains(character) {
            character.to_string()
        } else {
            "*".repeat(character.len_utf8())
        }
    };
    text.char_indices().map(blank).collect()
}

fn keep_keys(node: &Node, keep: &mut [bool]) {
    if let Some(span) = &node.key_span {
        keep[span.clone()].fill(true);
    }
    match &node.value {
        NodeValue::List(items) => items.iter().for_each(|item| keep_keys(item, keep)),
        NodeValue::Table(table) => table.values().for_each(|item| keep_keys(item, keep)),
        _ => {}
    }
}

/// The lines that open a table, with their offset; a key of a list's later items stands only here.
fn header_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_header = |line: &str| {
        let inner = line.trim().trim_start_matches('[').trim_end_matches(']');
        line.starts_with('[')
            && !inner.is_empty()
            && inner
                .chars()
                .all(|c| c.is_ascii_lowercase() || "_.".contains(c))
    };
    let offset = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    text.lines()
        .filter(move |line| is_header(line))
        .map(move |line| (offset(line), line))
}

/// Says in Dutch what the TOML parser found, and the way out.
fn dutch_syntax_message(message: &str) -> (String, &'static str) {
    let known: [(&str, &str, &str); 8] = [
        (
            "duplicate key",
            "deze sleutel staat er twee keer",
            "laat er één staan; voor een lijst van tabellen schrijf je [[naam]]",
        ),
        (
            "datetime",
            "deze datum of tijd bestaat niet",
            "schrijf jaar-maand-dag, bijvoorbeeld 2026-02-28, en tijd als 14:00:00",
        ),
        (
            "string",
            "deze tekst is niet goed afgesloten",
            "zet tekst tussen dubbele aanhalingstekens; over meer regels tussen drie (\"\"\")",
        ),
        (
            "quote",
            "bij deze tekst ontbreekt een aanhalingsteken",
            "zet tekst tussen dubbele aanhalingstekens; over meer regels tussen drie (\"\"\")",
        ),
        (
            "missing value",
            "achter het is-teken ontbreekt de waarde",
            "vul een waarde in of haal de regel weg",
        ),
        (
            "escape",
            "een schuine streep naar links heeft hier een bijzondere betekenis",
            "schrijf twee schuine strepen (\\\\) of zet de tekst tussen enkele aanhalingstekens",
        ),
        (
            "integer",
            "dit getal is niet goed geschreven",
            "schrijf 1.5 met een punt, zonder eenheid en zonder nullen ervoor",
        ),
        (
            "float",
            "dit getal is niet goed geschreven",
            "schrijf 1.5 met een punt, zonder eenheid en zonder nullen ervoor",
        ),
    ];
    known
        .iter()
        .find(|(part, ..)| message.contains(part))
        .map_or_else(
            || {
                (
                    "deze regel is geen geldige TOML".to_owned(),
                    "schrijf: sleutel = waarde, met tekst tussen aanhalingstekens",
                )
            },
            |(_, message, hint)| ((*message).to_owned(), *hint),
        )
}
