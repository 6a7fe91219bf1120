//! Makes text and bytes comparable, so that a marker is found however it is written.

use std::collections::BTreeSet;

use super::character_map::hex;

/// Shorter runs of hex digits are numbers, not text.
const SHORTEST_HEX_RUN: usize = 8;

/// Base letters and the accented letters that count as them.
const ACCENTED: [(char, &str); 22] = [
    ('a', "àáâãäåāăą"),
    ('c', "çćĉċč"),
    ('d', "ďđ"),
    ('e', "èéêëēĕėęě"),
    ('g', "ĝğġģ"),
    ('h', "ĥħ"),
    ('i', "ìíîïĩīĭįı"),
    ('j', "ĵ"),
    ('k', "ķ"),
    ('l', "ĺļľŀł"),
    ('n', "ñńņňŉ"),
    ('o', "òóôõöøōŏő"),
    ('r', "ŕŗř"),
    ('s', "śŝşšșſ"),
    ('t', "ţťŧț"),
    ('u', "ùúûüũūŭůűų"),
    ('w', "ŵ"),
    ('y', "ýÿŷ"),
    ('z', "źżž"),
    ('2', "²"),
    ('3', "³"),
    ('1', "¹"),
];

/// Ligatures and the letters that they stand for.
const LIGATURES: [(char, &str); 10] = [
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
    ('ĳ', "ij"),
    ('œ', "oe"),
    ('æ', "ae"),
];

/// Reduces text to its letters and digits: lower case, no accents, no ligatures.
///
/// Spaces, line ends, hyphens and punctuation go, so a marker is also found when it was broken
/// over lines, letter-spaced or written with other separators.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii() {
            folded.extend(c.is_ascii_alphanumeric().then_some(c));
        } else if let Some((_, letters)) = LIGATURES.iter().find(|(ligature, _)| *ligature == c) {
            folded.push_str(letters);
        } else if let Some((base, _)) = ACCENTED.iter().find(|(_, accented)| accented.contains(c)) {
            folded.push(*base);
        } else if c.is_alphanumeric() {
            folded.push(c);
        }
    }
    folded
}

/// Reduces bytes to what [`needles`] are looked for in: no zeros, ASCII in lower case.
///
/// Without its zeros, UTF-16 of either byte order reads as Latin-1. Each byte becomes the
/// character of the same number, because `str` has a fast search and `[u8]` has none.
pub(super) fn flatten(bytes: &[u8]) -> String {
    bytes
        .iter()
        .filter(|byte| **byte != 0)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect()
}

/// The ways to write a marker in raw bytes, flattened: UTF-8, Latin-1, UTF-16, in any case.
pub(super) fn needles(marker: &str) -> BTreeSet<String> {
    let mut needles = BTreeSet::new();
    for form in [
        marker.to_owned(),
        marker.to_lowercase(),
        marker.to_uppercase(),
    ] {
        let units = || form.encode_utf16();
        needles.insert(flatten(form.as_bytes()));
        needles.insert(flatten(
            &units().flat_map(u16::to_be_bytes).collect::<Vec<_>>(),
        ));
        needles.insert(flatten(
            &units().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
        ));
    }
    needles
}

/// Decodes every long run of hex digits in the bytes, and flattens the outcome.
///
/// Each run is read from its first and from its second digit, as the digit before may be part of
/// something else.
pub(super) fn unhexed(bytes: &[u8]) -> String {
    let mut decoded = Vec::new();
    // Hex strings may hold white space between their digits.
    let dense: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .collect();
    for run in dense.split(|byte| !byte.is_ascii_hexdigit()) {
        if run.len() >= SHORTEST_HEX_RUN {
            for digits in [run, &run[1..]] {
                decoded.extend(hex(digits));
                decoded.push(b'\n');
            }
        }
    }
    flatten(&decoded)
}

/// Resolves `%20` and the like in a link target.
pub(super) fn percent_decoded(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        match after.split_first_chunk::<2>() {
            Some((digits, behind)) if byte == b'%' && digits.iter().all(u8::is_ascii_hexdigit) => {
                decoded.extend(hex(digits));
                rest = behind;
            }
            _ => {
                decoded.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Resolves the entities of XML, named and numbered.
pub(super) fn xml_decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    decoded.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, behind) = piece.split_once(';').unwrap_or(("", piece));
        let numbered = name.strip_prefix('#').and_then(|number| {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        });
        let character = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => numbered,
        };
        if let Some(character) = character {
            decoded.push(character);
            decoded.push_str(behind);
        } else {
            decoded.push('&');
            decoded.push_str(piece);
        }
    }
    decoded
}
