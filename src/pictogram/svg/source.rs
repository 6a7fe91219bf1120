//! Turns the bytes of a file into text that the XML parser can bear. Does not parse it.

use std::borrow::Cow;

use super::{MAX_ATTRIBUTES, MAX_BYTES, MAX_NAMESPACES, SvgError};

/// Checks what the XML parser itself could choke on, and leaves out a DOCTYPE that does nothing.
///
/// # Errors
/// When the file is too large, compressed, no UTF-8, or crowded with attributes.
pub(super) fn read(bytes: &[u8]) -> Result<Cow<'_, str>, SvgError> {
    if bytes.len() > MAX_BYTES {
        return Err(SvgError::TooLarge);
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(SvgError::Compressed);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| SvgError::Encoding)?;
    let crowded = |tag: &str| tag.bytes().filter(|byte| *byte == b'=').count() > MAX_ATTRIBUTES;
    if text.split('<').any(crowded) || text.matches("xmlns").count() > MAX_NAMESPACES {
        return Err(SvgError::TooMany);
    }
    Ok(without_doctype(text))
}

/// Leaves out a DOCTYPE that only gives the name and address of a DTD, as drawing programs write
/// it. Nobody looks at the address, and entities of that DTD stay unknown. One with declarations
/// of its own, in brackets, stays for the XML parser to refuse, and so does a second one.
fn without_doctype(text: &str) -> Cow<'_, str> {
    let (before, rest) = text.split_at(text.len() - behind_notes(text).len());
    let Some(rest) = rest.strip_prefix("<!DOCTYPE") else {
        return Cow::Borrowed(text);
    };
    let mut quote = None;
    let end = rest.find(|c| {
        match quote {
            Some(mark) if mark == c => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        quote.is_none() && c == '>'
    });
    match end.map(|end| rest.split_at(end + 1)) {
        Some((doctype, after)) if !doctype.contains(['[', '<']) => {
            // The space keeps what follows from coming first in the file, where an XML declaration
            // would be fine; the line breaks keep the line numbers of errors right.
            let breaks = "\n".repeat(doctype.matches('\n').count());
            Cow::Owned([before, " ", &breaks, after].concat())
        }
        _ => Cow::Borrowed(text),
    }
}

/// What comes behind the XML declaration, comments and instructions that a file may start with.
fn behind_notes(text: &str) -> &str {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some(after) =
        behind_note(rest, "<?", "?>").or_else(|| behind_note(rest, "<!--", "-->"))
    {
        rest = after.trim_start();
    }
    rest
}

/// What comes behind a note, if the text starts with one.
fn behind_note<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, after) = text.strip_prefix(open)?.split_once(close)?;
    Some(after)
}
