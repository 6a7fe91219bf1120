//! Gathers everything that a reader, a search tool or a curious person can find in a PDF.
//!
//! Two uses: page texts as lines for a snapshot, and the search for a marker that may occur
//! nowhere (a name in the wrong rendition, say). For the latter too much is better than too little.

mod character_map;
mod content;
mod flow;
mod fold;
mod font;
mod matrix;
mod objects;
mod place;
mod structure;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use content::Interpreter;
use fold::{flatten, fold, needles, unhexed, xml_decoded};
use objects::{Walk, entry, plain, text_of};
use place::Entry;
pub(crate) use place::{Kind, Place};
pub(crate) use structure::Element;
use structure::text_at;

/// A shorter marker is found in any PDF, so it says nothing.
const SHORTEST_MARKER: usize = 3;
/// A shorter marker turns up by chance among the bytes of fonts and pictures.
const SHORTEST_MARKER_IN_NOISE: usize = 6;

/// Bytes of the PDF, flattened for search.
#[derive(Debug)]
struct Raw {
    detail: String,
    flat: String,
    /// Whether the texts of these bytes are among the entries too, in a better form.
    decoded: bool,
    /// Whether these bytes look random, so that short markers occur in them by chance.
    noise: bool,
}

/// Everything found in a PDF.
#[derive(Debug)]
pub(crate) struct Texts {
    pages: Vec<String>,
    entries: Vec<Entry>,
    raws: Vec<Raw>,
    elements: Vec<Element>,
    outline: Vec<(usize, String)>,
    language: Option<String>,
    title: Option<String>,
}

/// Reads a PDF; panics on one that can't be read completely, as that proves nothing.
pub(crate) fn texts(pdf: &[u8]) -> Texts {
    let options = LoadOptions {
        strict: true,
        ..LoadOptions::default()
    };
    let doc = Document::load_mem_with_options(pdf, options).expect("the PDF can be read");
    let catalog = doc.catalog().expect("the PDF has a catalog");
    let mut walk = Walk::all(&doc);
    let mut contents = Vec::new();
    let pages = read_contents(&doc, &mut walk, &mut contents);
    let mut entries: Vec<Entry> = pages
        .iter()
        .enumerate()
        .map(|(page, text)| Entry::new(Kind::Page(page), text.clone(), "as shown".to_owned()))
        .collect();
    entries.extend(contents);
    entries.extend(walk.finish());
    let mut raws = vec![Raw {
        detail: "the file itself".to_owned(),
        flat: flatten(pdf),
        decoded: true,
        noise: true,
    }];
    read_streams(&doc, &mut entries, &mut raws);
    let info = entry(&doc, &doc.trailer, b"Info").and_then(|info| info.as_dict().ok());
    let title = info.and_then(|info| text_at(&doc, info, b"Title"));
    Texts {
        title: title.or_else(|| xmp_title(&entries)),
        language: text_at(&doc, catalog, b"Lang"),
        elements: structure::elements(&doc, catalog),
        outline: structure::outline(&doc, catalog),
        pages,
        entries,
        raws,
    }
}

impl Texts {
    /// The text of each page as plain lines, in the order of the content stream.
    pub(crate) fn pages(&self) -> &[String] {
        &self.pages
    }

    /// Finds a marker, whatever its case, accents, spacing, hyphenation or encoding.
    ///
    /// Raw bytes whose texts are decoded as well are only searched when nothing else was found.
    /// Panics when the marker has fewer than three letters and digits.
    pub(crate) fn find(&self, marker: &str) -> Vec<Place> {
        let folded = fold(marker);
        let length = folded.chars().count();
        assert!(
            length >= SHORTEST_MARKER,
            "the marker `{marker}` is too short to look for"
        );
        let mut places: Vec<Place> = self
            .entries
            .iter()
            .filter(|entry| entry.folded.contains(&folded))
            .map(|entry| entry.place.clone())
            .collect();
        let needles = needles(marker);
        for decoded in [false, true] {
            if decoded && !places.is_empty() {
                break;
            }
            let raws = self.raws.iter().filter(|raw| raw.decoded == decoded);
            places.extend(
                raws.filter(|raw| !raw.noise || length >= SHORTEST_MARKER_IN_NOISE)
                    .filter(|raw| needles.iter().any(|needle| raw.flat.contains(needle)))
                    .map(|raw| Place {
                        kind: Kind::Raw,
                        detail: raw.detail.clone(),
                    }),
            );
        }
        places
    }

    /// All texts of one kind, such as the link targets.
    pub(crate) fn of(&self, kind: Kind) -> Vec<&str> {
        self.entries
            .iter()
            .filter(|entry| entry.place.kind == kind)
            .map(|entry| entry.text.as_str())
            .collect()
    }

    /// The language of the document as a whole.
    pub(crate) fn document_language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The title, by the Info dictionary or else by the XMP metadata.
    pub(crate) fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The titles of the outline with their depth from 0, in order.
    pub(crate) fn outline(&self) -> &[(usize, String)] {
        &self.outline
    }

    /// The elements of the structure tree, each before those in it.
    pub(crate) fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// How many elements of each type the structure tree has.
    pub(crate) fn struct_roles(&self) -> BTreeMap<String, usize> {
        let mut roles = BTreeMap::new();
        for element in &self.elements {
            *roles.entry(element.role.clone()).or_default() += 1;
        }
        roles
    }
}

/// Reads all content streams; gives the page texts and notes what else was in the streams.
fn read_contents(doc: &Document, walk: &mut Walk<'_>, entries: &mut Vec<Entry>) -> Vec<String> {
    let mut interpreter = Interpreter::new(doc);
    let mut pages = Vec::new();
    for (page, id) in doc.page_iter().enumerate() {
        let resources = page_resources(doc, id);
        interpreter
            .run(&doc.get_page_content(id), resources)
            .unwrap_or_else(|error| panic!("page {}: {error}", page + 1));
        pages.push(interpreter.page.take());
        interpreter.body.new_page();
        interpreter.replaced.new_page();
        for properties in interpreter.properties.drain(..) {
            walk.inline(&properties, &format!("marked content on page {}", page + 1));
        }
    }
    for (kind, flow) in [
        (Kind::Body, interpreter.body.take()),
        (Kind::Replaced, interpreter.replaced.take()),
    ] {
        entries.push(Entry::new(kind, flow, "all pages".to_owned()));
    }
    let empty = Dictionary::new();
    for (id, object) in &doc.objects {
        let Ok(stream) = object.as_stream() else {
            continue;
        };
        let is_content = stream.dict.has(b"Resources") || stream.dict.has(b"PatternType");
        if !is_content || interpreter.shown.contains(id) {
            continue;
        }
        let resources = entry(doc, &stream.dict, b"Resources").and_then(|own| own.as_dict().ok());
        let owner = format!("object {}", id.0);
        interpreter
            .run(&plain(stream), resources.unwrap_or(&empty))
            .unwrap_or_else(|error| panic!("{owner}: {error}"));
        for text in [interpreter.page.take(), interpreter.replaced.take()] {
            entries.push(Entry::new(Kind::OtherContent, text, owner.clone()));
        }
        for properties in interpreter.properties.drain(..) {
            walk.inline(&properties, &format!("marked content in {owner}"));
        }
    }
    pages
}

/// A page's resources, its own or those of the nearest node above it.
fn page_resources(doc: &Document, page: ObjectId) -> &Dictionary {
    let mut node = doc.get_dictionary(page).expect("a page is a dictionary");
    loop {
        if let Some(Object::Dictionary(resources)) = entry(doc, node, b"Resources") {
            return resources;
        }
        node = entry(doc, node, b"Parent")
            .and_then(|parent| parent.as_dict().ok())
            .expect("a page has resources, if only by inheritance");
    }
}

/// Reads the streams that aren't content: metadata, embedded files and, as raw bytes, everything.
fn read_streams(doc: &Document, entries: &mut Vec<Entry>, raws: &mut Vec<Raw>) {
    let contents: Vec<ObjectId> = doc
        .page_iter()
        .flat_map(|page| doc.get_page_contents(page))
        .collect();
    for (id, object) in &doc.objects {
        let Ok(stream) = object.as_stream() else {
            continue;
        };
        let bytes = plain(stream);
        let place = format!("object {}", id.0);
        let has = |key: &[u8]| stream.dict.has(key);
        let metadata = stream.dict.has_type(b"Metadata");
        let file = stream.dict.has_type(b"EmbeddedFile");
        if metadata || file {
            let kind = if metadata {
                Kind::Xmp
            } else {
                Kind::EmbeddedFile
            };
            let text = xml_decoded(&text_of(&bytes));
            entries.push(Entry::new(kind, text, place.clone()));
        }
        let content = contents.contains(id) || has(b"Resources") || has(b"PatternType");
        let objects = stream.dict.has_type(b"ObjStm") || stream.dict.has_type(b"XRef");
        let map = stream.dict.has_type(b"CMap");
        let decoded = content || objects || metadata || file;
        let noise = !(decoded || map);
        raws.push(Raw {
            detail: format!("{place}, in hex"),
            flat: unhexed(&bytes),
            decoded,
            noise,
        });
        raws.push(Raw {
            flat: flatten(&bytes),
            detail: place,
            decoded,
            noise,
        });
    }
}

/// The title in the XMP metadata: the first list item of `dc:title`.
fn xmp_title(entries: &[Entry]) -> Option<String> {
    let metadata = entries.iter().find(|entry| entry.place.kind == Kind::Xmp)?;
    let (_, title) = metadata.text.split_once("<dc:title>")?;
    let (title, _) = title.split_once("</dc:title>")?;
    let (_, item) = title.split_once("<rdf:li")?;
    let (_, text) = item.split_once('>')?;
    Some(text.split_once("</rdf:li>")?.0.to_owned())
}
