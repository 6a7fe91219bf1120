//! Walks the objects of a PDF and collects every string and name in them, with what it is.

use std::collections::{BTreeSet, VecDeque};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::fold::percent_decoded;
use super::place::{Entry, Kind};

/// Looks a key up and follows the reference behind it.
pub(super) fn entry<'a>(
    doc: &'a Document,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Object> {
    doc.dereference(dictionary.get(key).ok()?)
        .ok()
        .map(|(_, object)| object)
}

/// The value of a PDF number; 0 if it is none.
pub(super) fn number(object: &Object) -> f64 {
    object.as_float().map_or(0.0, f64::from)
}

/// A stream's content after as many of its filters as can be undone; picture formats stay.
pub(super) fn plain(stream: &Stream) -> Vec<u8> {
    let mut stream = stream.clone();
    loop {
        if let Ok(content) = stream.decompressed_content() {
            return content;
        }
        let mut filters: Vec<Object> = match stream.filters() {
            Ok(filters) => filters
                .into_iter()
                .map(|name| Object::Name(name.to_vec()))
                .collect(),
            Err(_) => return stream.content,
        };
        filters.pop();
        if filters.is_empty() {
            return stream.content;
        }
        stream.dict.set("Filter", filters);
    }
}

/// Decodes a text string: UTF-16 or UTF-8 by its byte order mark, else `PDFDocEncoding`.
///
/// A string without a mark that is UTF-8 beyond ASCII is read as such: viewers do the same, and
/// no `PDFDocEncoding` text looks like that.
pub(super) fn text_of(bytes: &[u8]) -> String {
    let utf16 = |units: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = units
            .chunks_exact(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFE, 0xFF, units @ ..] => utf16(units, u16::from_be_bytes),
        [0xFF, 0xFE, units @ ..] => utf16(units, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => lopdf::decode_text_string(&Object::string_literal(bytes))
                .unwrap_or_else(|_| bytes.iter().copied().map(char::from).collect()),
        },
    }
}

/// A walk through all objects, from the trailer on and then through those nothing refers to.
pub(super) struct Walk<'a> {
    doc: &'a Document,
    seen: BTreeSet<ObjectId>,
    queue: VecDeque<(ObjectId, Option<Kind>)>,
    names: BTreeSet<Vec<u8>>,
    entries: Vec<Entry>,
}

impl<'a> Walk<'a> {
    /// Collects the strings and names of all objects.
    pub(super) fn all(doc: &'a Document) -> Self {
        let mut walk = Self {
            doc,
            seen: BTreeSet::new(),
            queue: VecDeque::new(),
            names: BTreeSet::new(),
            entries: Vec::new(),
        };
        walk.dictionary(&doc.trailer, "the trailer", None);
        walk.follow();
        for id in doc.objects.keys() {
            walk.queue.push_back((*id, None));
            walk.follow();
        }
        walk
    }

    /// Collects the strings of a dictionary that stands outside the objects, such as the
    /// properties of marked content.
    pub(super) fn inline(&mut self, properties: &Dictionary, owner: &str) {
        self.dictionary(properties, owner, None);
        self.follow();
    }

    /// Hands over what was collected; each name counts once.
    pub(super) fn finish(mut self) -> Vec<Entry> {
        for name in self.names {
            let text = text_of(&name);
            self.entries
                .push(Entry::new(Kind::Name, text.clone(), text));
        }
        self.entries
    }

    /// Visits the objects that were referred to.
    fn follow(&mut self) {
        while let Some((id, inherited)) = self.queue.pop_front() {
            let Ok(object) = self.doc.get_object(id) else {
                continue;
            };
            // Destinations and the like refer back to pages, which are no part of them.
            if inherited.is_some() && is_page(object) {
                continue;
            }
            if self.seen.insert(id) {
                let owner = format!("object {}", id.0);
                self.object(object, &owner, None, b"", inherited);
            }
        }
    }

    /// Visits one object; `parent` and `key` say where it hangs.
    fn object(
        &mut self,
        object: &Object,
        owner: &str,
        parent: Option<&Dictionary>,
        key: &[u8],
        inherited: Option<Kind>,
    ) {
        match object {
            Object::Reference(id) => self.queue.push_back((*id, inherited)),
            Object::Array(items) => {
                for item in items {
                    self.object(item, owner, parent, key, inherited);
                }
            }
            Object::Dictionary(dictionary) => self.dictionary(dictionary, owner, inherited),
            Object::Stream(stream) => self.dictionary(&stream.dict, owner, inherited),
            Object::String(bytes, _) => {
                let kind = inherited.unwrap_or_else(|| kind_of(key, parent));
                self.text(kind, &text_of(bytes), key, owner);
            }
            Object::Name(name) => match (key, inherited) {
                (b"BaseFont" | b"FontName" | b"FontFamily", _) => {
                    self.text(Kind::FontName, &text_of(name), key, owner);
                }
                (b"Dest" | b"D", _) => {
                    self.text(Kind::Destination, &text_of(name), key, owner);
                }
                _ => {
                    self.names.insert(name.clone());
                }
            },
            _ => {}
        }
    }

    /// Visits the entries of a dictionary; some keys say what all below them is.
    fn dictionary(&mut self, dictionary: &Dictionary, owner: &str, inherited: Option<Kind>) {
        for (key, value) in dictionary {
            let below = match key.as_slice() {
                b"Dests" => Some(Kind::Destination),
                b"EmbeddedFiles" => Some(Kind::EmbeddedFile),
                b"PageLabels" => Some(Kind::PageLabel),
                b"Info" if owner == "the trailer" => Some(Kind::Info),
                _ => inherited,
            };
            // Where destinations aren't kept in a tree, their names are the keys.
            let in_tree = matches!(key.as_slice(), b"Names" | b"Kids" | b"Limits" | b"D");
            if inherited == Some(Kind::Destination) && !in_tree {
                self.text(Kind::Destination, &text_of(key), b"", owner);
            } else {
                self.names.insert(key.clone());
            }
            self.object(value, owner, Some(dictionary), key, below);
        }
    }

    /// Notes a text, and a link target also as the address bar shows it.
    fn text(&mut self, kind: Kind, text: &str, key: &[u8], owner: &str) {
        let place = match key {
            b"" => owner.to_owned(),
            key => format!("/{} of {owner}", String::from_utf8_lossy(key)),
        };
        if text.contains('%') {
            let decoded = percent_decoded(text);
            let place = format!("{place}, percent-decoded");
            self.entries.push(Entry::new(kind, decoded, place));
        }
        self.entries.push(Entry::new(kind, text.to_owned(), place));
    }
}

/// Whether an object belongs to the page tree.
fn is_page(object: &Object) -> bool {
    object
        .as_dict()
        .is_ok_and(|dictionary| dictionary.has_type(b"Page") || dictionary.has_type(b"Pages"))
}

/// What a string is, by its key and the dictionary that it stands in.
fn kind_of(key: &[u8], parent: Option<&Dictionary>) -> Kind {
    let has = |key: &[u8]| parent.is_some_and(|parent| parent.has(key));
    match key {
        b"ActualText" => Kind::ActualText,
        b"Alt" => Kind::Alt,
        b"E" => Kind::Expansion,
        b"URI" => Kind::Link,
        b"Lang" => Kind::Language,
        b"Dest" | b"D" => Kind::Destination,
        b"Title" if has(b"Parent") => Kind::Outline,
        b"T" if has(b"S") => Kind::TagTitle,
        b"F" | b"UF" | b"Desc" if has(b"EF") => Kind::EmbeddedFile,
        _ if has(b"Rect") => Kind::Annotation,
        _ => Kind::String,
    }
}
