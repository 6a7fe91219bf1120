//! Turns the codes of a font into text and widths. Does not draw.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

use super::character_map::{CharacterMap, code_of};
use super::objects::{entry, number, plain};

/// What stands for a code whose font doesn't say which character it is.
const UNKNOWN: &str = "\u{fffd}";

/// What is needed of a font to read text set in it.
#[derive(Debug)]
pub(super) struct Font {
    /// Bytes for each code: 1 in simple fonts, as a rule 2 in composite ones.
    code_bytes: usize,
    /// The text of each code, by the `ToUnicode` map or else by the encoding.
    texts: BTreeMap<u32, String>,
    /// The advance of each code, in ems.
    widths: BTreeMap<u32, f64>,
    /// The advance of all other codes, in ems.
    default_width: f64,
}

/// One code of a shown string, read.
pub(super) struct Glyph<'a> {
    /// Its text: none, one or (for a ligature) more characters.
    pub(super) text: &'a str,
    /// Its advance, in ems.
    pub(super) width: f64,
    /// Whether it is the one-byte code 32, to which word spacing applies.
    pub(super) is_word_space: bool,
}

impl Font {
    /// Reads a font dictionary.
    pub(super) fn load(doc: &Document, font: &Dictionary) -> Self {
        let to_unicode = entry(doc, font, b"ToUnicode")
            .and_then(|map| map.as_stream().ok())
            .map(|stream| CharacterMap::parse(&plain(stream)))
            .unwrap_or_default();
        let composite = entry(doc, font, b"Subtype")
            .is_some_and(|subtype| matches!(subtype.as_name(), Ok(b"Type0")));
        let (widths, default_width) = if composite {
            composite_widths(doc, font)
        } else {
            simple_widths(doc, font)
        };
        let mut texts = if composite {
            BTreeMap::new()
        } else {
            encoding_texts(doc, font)
        };
        texts.extend(to_unicode.texts);
        Self {
            code_bytes: if composite {
                to_unicode.code_bytes.unwrap_or(2)
            } else {
                1
            },
            texts,
            widths,
            default_width,
        }
    }

    /// Reads a shown string, code by code.
    pub(super) fn glyphs<'a>(&'a self, shown: &'a [u8]) -> impl Iterator<Item = Glyph<'a>> {
        shown.chunks(self.code_bytes).map(|bytes| {
            let code = code_of(bytes);
            Glyph {
                text: self.texts.get(&code).map_or(UNKNOWN, String::as_str),
                width: self
                    .widths
                    .get(&code)
                    .copied()
                    .unwrap_or(self.default_width),
                is_word_space: bytes == b" ",
            }
        })
    }
}

/// The texts of a simple font's 256 codes by its `Encoding`; Latin-1 where that can't be read.
fn encoding_texts(doc: &Document, font: &Dictionary) -> BTreeMap<u32, String> {
    let encoding = font.get_font_encoding(doc).ok();
    (0..=u8::MAX)
        .map(|byte| {
            let text = encoding
                .as_ref()
                .and_then(|encoding| encoding.bytes_to_string(&[byte]).ok())
                .unwrap_or_else(|| char::from(byte).to_string());
            (u32::from(byte), text)
        })
        .collect()
}

/// The advances in a simple font; those of Type 3 are in units of its own.
fn simple_widths(doc: &Document, font: &Dictionary) -> (BTreeMap<u32, f64>, f64) {
    let unit = entry(doc, font, b"FontMatrix")
        .and_then(|matrix| matrix.as_array().ok()?.first().map(number))
        .unwrap_or(0.001);
    let first = entry(doc, font, b"FirstChar").map_or(0, code_number);
    let widths = entry(doc, font, b"Widths")
        .and_then(|widths| widths.as_array().ok())
        .map(|widths| {
            (first..)
                .zip(widths.iter().map(|width| number(width) * unit))
                .collect()
        })
        .unwrap_or_default();
    // The standard fonts may leave their widths out; half an em is near enough for gaps.
    (widths, 0.5)
}

/// The advances in a composite font: `c [w1 w2 …]` and `first last w` in one list.
fn composite_widths(doc: &Document, font: &Dictionary) -> (BTreeMap<u32, f64>, f64) {
    let descendant = entry(doc, font, b"DescendantFonts")
        .and_then(|fonts| fonts.as_array().ok()?.first())
        .and_then(|font| doc.dereference(font).ok()?.1.as_dict().ok());
    let Some(descendant) = descendant else {
        return (BTreeMap::new(), 1.0);
    };
    let default_width = entry(doc, descendant, b"DW").map_or(1.0, |width| number(width) / 1000.0);
    let mut widths = BTreeMap::new();
    let mut list = entry(doc, descendant, b"W")
        .and_then(|list| list.as_array().ok())
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(|item| doc.dereference(item).map_or(item, |(_, item)| item));
    while let (Some(first), Some(next)) = (list.next(), list.next()) {
        let first = code_number(first);
        if let Object::Array(each) = next {
            widths.extend((first..).zip(each.iter().map(|width| number(width) / 1000.0)));
        } else {
            let width = list
                .next()
                .map_or(default_width, |width| number(width) / 1000.0);
            widths.extend((first..=code_number(next)).map(|code| (code, width)));
        }
    }
    (widths, default_width)
}

/// A code given as a PDF integer.
fn code_number(object: &Object) -> u32 {
    object
        .as_i64()
        .ok()
        .and_then(|code| u32::try_from(code).ok())
        .unwrap_or(0)
        .min(u32::from(u16::MAX))
}
