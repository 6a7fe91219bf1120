//! Reads the tree of tags and the outline, in their order.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::objects::{entry, text_of};

/// One element of the structure tree: a tag.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    /// Its type as written in the PDF, such as `H1`, `TH` or `Figure`.
    pub(crate) role: String,
    /// How many elements stand above it.
    pub(crate) depth: usize,
    /// Its alternative text, `Alt`.
    pub(crate) alt: Option<String>,
    /// Its replacement text, `ActualText`.
    pub(crate) actual_text: Option<String>,
    /// Its title, `T`.
    pub(crate) title: Option<String>,
    /// Its language, if it has one of its own.
    pub(crate) language: Option<String>,
}

/// The text at a key, if it is a string.
pub(super) fn text_at(doc: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    entry(doc, dictionary, key)?.as_str().ok().map(text_of)
}

/// The elements of the structure tree, each before those in it.
pub(super) fn elements(doc: &Document, catalog: &Dictionary) -> Vec<Element> {
    let root = entry(doc, catalog, b"StructTreeRoot").and_then(|root| root.as_dict().ok());
    let mut elements = Vec::new();
    let mut seen = BTreeSet::new();
    let mut stack: Vec<(&Object, usize)> = Vec::new();
    stack.extend(
        root.and_then(|root| root.get(b"K").ok())
            .map(|kids| (kids, 0)),
    );
    while let Some((object, depth)) = stack.pop() {
        let Ok((id, object)) = doc.dereference(object) else {
            continue;
        };
        if !is_new(id, &mut seen) {
            continue;
        }
        if let Object::Array(kids) = object {
            stack.extend(kids.iter().rev().map(|kid| (kid, depth)));
        }
        let Ok(dictionary) = object.as_dict() else {
            continue;
        };
        let Some(role) = entry(doc, dictionary, b"S").and_then(|role| role.as_name().ok()) else {
            continue;
        };
        elements.push(Element {
            role: text_of(role),
            depth,
            alt: text_at(doc, dictionary, b"Alt"),
            actual_text: text_at(doc, dictionary, b"ActualText"),
            title: text_at(doc, dictionary, b"T"),
            language: text_at(doc, dictionary, b"Lang"),
        });
        stack.extend(dictionary.get(b"K").ok().map(|kids| (kids, depth + 1)));
    }
    elements
}

/// The titles of the outline with their depth, in reading order.
pub(super) fn outline(doc: &Document, catalog: &Dictionary) -> Vec<(usize, String)> {
    let root = entry(doc, catalog, b"Outlines").and_then(|root| root.as_dict().ok());
    let mut titles = Vec::new();
    let mut seen = BTreeSet::new();
    let mut stack: Vec<(&Object, usize)> = Vec::new();
    stack.extend(
        root.and_then(|root| root.get(b"First").ok())
            .map(|first| (first, 0)),
    );
    while let Some((object, depth)) = stack.pop() {
        let Ok((id, object)) = doc.dereference(object) else {
            continue;
        };
        let Ok(item) = object.as_dict() else {
            continue;
        };
        if !is_new(id, &mut seen) {
            continue;
        }
        titles.push((depth, text_at(doc, item, b"Title").unwrap_or_default()));
        // What is pushed last comes first: all below this item before the next beside it.
        stack.extend(item.get(b"Next").ok().map(|next| (next, depth)));
        stack.extend(item.get(b"First").ok().map(|first| (first, depth + 1)));
    }
    titles
}

/// Whether an object wasn't met before, so that a circle ends.
fn is_new(id: Option<ObjectId>, seen: &mut BTreeSet<ObjectId>) -> bool {
    id.is_none_or(|id| seen.insert(id))
}
