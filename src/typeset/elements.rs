//! Asks a typeset document which elements of the format it holds, and whether they have content.
//!
//! The templates set a mark at the begin and the end of each; an element without content begins
//! where it ends.

use std::collections::BTreeMap;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The label that the templates put on their marks.
const LABEL: &str = "mandatory";

/// The elements that a document holds.
#[derive(Debug)]
pub(super) struct Elements {
    /// By id: whether any occurrence has content. That each goal has its own, `check` sees to.
    filled: BTreeMap<String, bool>,
}

impl Elements {
    /// Reads the marks of a document.
    pub(super) fn of(document: &PagedDocument) -> Self {
        let introspector = document.introspector();
        let label = Label::new(PicoStr::intern(LABEL)).expect("a constant label");
        let mut filled: BTreeMap<String, bool> = BTreeMap::new();
        let mut open: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for mark in Introspector::query(introspector.as_ref(), &Selector::Label(label)) {
            let position = mark
                .location()
                .and_then(|place| introspector.position(place));
            let Some((id, side)) = mark
                .to_packed::<MetadataElem>()
                .and_then(|m| read(&m.value))
            else {
                continue;
            };
            if side == "begin" {
                open.entry(id).or_default().push(position);
            } else if let Some(begin) = open.get_mut(&id).and_then(Vec::pop) {
                let has_content = begin != position;
                filled
                    .entry(id)
                    .and_modify(|any| *any |= has_content)
                    .or_insert(has_content);
            }
        }
        Self { filled }
    }

    /// The demanded elements that are not there at all.
    pub(super) fn dropped(&self, demanded: &[String]) -> Vec<String> {
        let missing = |id: &&String| !self.filled.contains_key(*id);
        demanded.iter().filter(missing).cloned().collect()
    }

    /// The demanded elements that are there without content, wherever they stand.
    pub(super) fn empty(&self, demanded: &[String]) -> Vec<String> {
        let empty = |id: &&String| self.filled.get(*id) == Some(&false);
        demanded.iter().filter(empty).cloned().collect()
    }
}

/// The id and side of a mark.
fn read(value: &Value) -> Option<(String, String)> {
    let Value::Dict(mark) = value else {
        return None;
    };
    let text = |key: &str| match mark.get(key) {
        Ok(Value::Str(text)) => Some(text.to_string()),
        _ => None,
    };
    Some((text("id")?, text("side")?))
}

#[cfg(test)]
mod tests {
    use super::super::world::{DocumentWorld, Shared};
    use super::*;

    #[test]
    fn dropped_and_empty_elements_are_named() {
        let mark = |id: &str, side: &str| {
            format!("#[#metadata((id: \"{id}\", side: \"{side}\"))<mandatory>]")
        };
        let element =
            |id: &str, body: &str| format!("{}{body}{}\n\n", mark(id, "begin"), mark(id, "end"));
        let text = element("vol", "tekst")
            + &element("leeg", "")
            + &element("soms", "tekst")
            + &element("soms", "");
        let shared = Shared::load(
            &crate::font::embedded(),
            &crate::template::Overlay::default(),
        )
        .with_template("/proef.typ", &text);
        let world = DocumentWorld::new(&shared, "proef.typ", Vec::new(), Vec::new());
        let document = typst::compile::<PagedDocument>(&world)
            .output
            .expect("compiles");
        let elements = Elements::of(&document);
        let demanded: Vec<_> = ["vol", "leeg", "soms", "weg"].map(str::to_owned).into();
        assert_eq!(elements.dropped(&demanded), ["weg"]);
        assert_eq!(elements.empty(&demanded), ["leeg"]);
    }
}
