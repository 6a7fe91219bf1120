//! One TOML file with its text, its parsed tree and the way from a key path to a place.
//!
//! Does not know what the keys mean.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::lines::Lines;
use super::{key, mask, syntax};
use crate::finding::{Excerpt, Finding, Place};

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

impl KeyPath {
    /// Names the path in a message: its last key with the number of its item, `doelen 2 titel`. A
    /// key that the program doesn't know is the author's own word and is left out.
    pub(crate) fn name(&self) -> String {
        let mut name = String::new();
        let mut after_item = false;
        for step in &self.0 {
            match step {
                Step::Key(key) if !key::is_known(key) => {}
                Step::Key(key) if after_item => {
                    name = format!("{name} {key}");
                    after_item = false;
                }
                Step::Key(key) => name.clone_from(key),
                Step::Index(index) => {
                    name = format!("{name} {}", index + 1);
                    after_item = true;
                }
            }
        }
        if name.is_empty() {
            "dit bestand".to_owned()
        } else {
            name
        }
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
    /// Whether this is a text without anything in it.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(&self.value, NodeValue::String(text) if text.trim().is_empty())
    }

    fn child(&self, step: &Step) -> Option<&Self> {
        match (step, &self.value) {
            (Step::Key(key), NodeValue::Table(table)) => table.get(key),
            (Step::Index(index), NodeValue::List(list)) => list.get(*index),
            _ => None,
        }
    }

    fn from_value(
        value: Spanned<DeValue<'_>>,
        key_span: Option<Range<usize>>,
        original: &dyn Fn(usize) -> usize,
    ) -> Self {
        let span = original(value.span().start)..original(value.span().end);
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
                    .map(|item| Self::from_value(item, None, original))
                    .collect(),
            ),
            DeValue::Table(table) => NodeValue::Table(nodes_of(table, original)),
        };
        Self {
            span,
            key_span,
            value,
        }
    }
}

fn nodes_of(table: DeTable<'_>, original: &dyn Fn(usize) -> usize) -> BTreeMap<String, Node> {
    table
        .into_iter()
        .map(|(key, value)| {
            let key_span = original(key.span().start)..original(key.span().end);
            let node = Node::from_value(value, Some(key_span), original);
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
    lines: Lines,
    root: Node,
    /// Made for the first finding: few files have any.
    excerpt: OnceLock<Arc<Excerpt>>,
    is_whole: bool,
}

impl Source {
    /// Parses the text and reports every mistake of syntax, in Dutch. The tree holds what could be
    /// read, so that the mistakes of meaning can be found as well.
    pub(crate) fn parse(file: PathBuf, text: String) -> (Self, Vec<Finding>) {
        let (table, flaws) = syntax::parse(&text, |tree, original| nodes_of(tree, original));
        let root = Node {
            span: 0..0,
            key_span: None,
            value: NodeValue::Table(table),
        };
        let source = Self {
            file,
            lines: Lines::of(&text),
            text,
            root,
            excerpt: OnceLock::new(),
            is_whole: !flaws.iter().any(|flaw| flaw.loses_keys),
        };
        let findings = flaws
            .into_iter()
            .map(|flaw| {
                source
                    .finding("toml", flaw.span, flaw.message)
                    .with_hint(flaw.hint)
            })
            .collect();
        (source, findings)
    }

    /// The root table.
    pub(crate) fn root(&self) -> &Node {
        &self.root
    }

    /// Whether every key that the author wrote is in the tree.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The value at a path, if there is one.
    pub(crate) fn get(&self, path: &KeyPath) -> Option<&Node> {
        path.0
            .iter()
            .try_fold(&self.root, |node, step| node.child(step))
    }

    /// The text at a path, where one stands.
    pub(crate) fn string(&self, path: &KeyPath) -> Option<&str> {
        match &self.get(path)?.value {
            NodeValue::String(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }

    /// A finding about a range of bytes.
    pub(crate) fn finding(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        let excerpt = || Arc::new(mask::excerpt(&self.text, &self.root));
        Finding {
            place: Some(self.place(span)),
            excerpt: Some(Arc::clone(self.excerpt.get_or_init(excerpt))),
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

    /// A finding about a word, by its bytes in a passage of the text at a path; about the whole text
    /// where the file writes the passage in another way, with escapes or over lines.
    pub(crate) fn finding_at_word(
        &self,
        code: &'static str,
        path: &KeyPath,
        passage: &str,
        word: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        let span = self.nearest(path).span.clone();
        let written = self.text.get(span.clone()).unwrap_or_default();
        let span = written.find(passage).map_or(span.clone(), |at| {
            span.start + at + word.start..span.start + at + word.end
        });
        self.finding(code, span, message)
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
        walk(&self.root, &mut KeyPath::default(), &mut visit);
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
        let line = self.lines.at(start);
        let before = &self.text[self.lines.start(line)..start];
        Place {
            file: self.file.clone(),
            start,
            end: span.end.clamp(start, self.text.len()),
            line: line + 1,
            column: before.chars().count() + 1,
        }
    }
}

fn walk(node: &Node, path: &mut KeyPath, visit: &mut impl FnMut(&KeyPath, &str)) {
    match &node.value {
        NodeValue::String(text) => visit(path, text),
        NodeValue::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path.0.push(Step::Index(index));
                walk(item, path, visit);
                path.0.pop();
            }
        }
        NodeValue::Table(table) => {
            for (key, value) in table {
                path.0.push(Step::Key(key.clone()));
                walk(value, path, visit);
                path.0.pop();
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_no_word_of_the_author() {
        let path = KeyPath::root("doelen").index(1).key("makkelijk").key("wil");
        assert_eq!(path.index(0).name(), "wil 1");
        let path = KeyPath::root("doelen").index(1).key("titel");
        assert_eq!(path.name(), "doelen 2 titel");
        assert_eq!(KeyPath::root("extra").key("hiv").name(), "extra");
        assert_eq!(KeyPath::root("hiv").name(), "dit bestand");
    }
}
