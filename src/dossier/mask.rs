//! Blanks what may not be shown of a file, keeping every byte in its place.
//!
//! An excerpt for anywhere holds only words that the program knows; one for the report of `check`
//! holds the author's text without the numbers and addresses of people.

use std::ops::Range;

use super::key;
use super::source::{Node, NodeValue};
use crate::finding::Excerpt;

/// Keys whose values identify or locate a person.
const IDENTIFIERS: &[&str] = &[
    "beschikkingsnummer",
    "bsn",
    "ciz_besluit",
    "email",
    "geboortedatum",
    "polisnummer",
    "postcode",
    "straat",
    "telefoon",
    "toewijzingsnummer",
];
/// Digits from which a number in a text may be a BSN or a phone number.
const LONG_NUMBER: usize = 7;
/// Letters from which the name of a street is blanked wherever it stands.
const SHORTEST_STREET: usize = 5;

/// Streets that a client's files name at most; where there are more, nothing is shown, for each is
/// looked for everywhere.
const MOST_STREETS: usize = 100;

/// Both forms of a file.
pub(super) fn excerpt(text: &str, root: &Node) -> Excerpt {
    Excerpt {
        masked: masked(text, root),
        readable: readable(text, root),
    }
}

/// A text with long numbers, addresses, and these streets blanked.
pub(crate) fn without_identifiers(text: &str, streets: &[String]) -> String {
    let spans = identifiers(text, streets);
    blank(text, |position, _| {
        !spans.iter().any(|span| span.contains(&position))
    })
}

/// The streets of all addresses in a file, in lower case and without house numbers.
pub(crate) fn streets(root: &Node) -> Vec<String> {
    let mut streets = Vec::new();
    each_node(root, &mut |node| {
        if let NodeValue::Table(table) = &node.value
            && let Some(NodeValue::String(street)) = table.get("straat").map(|node| &node.value)
        {
            let name = street.split(|c: char| c.is_ascii_digit()).next();
            streets.extend(name.map(|name| name.trim().to_lowercase()));
        }
    });
    streets.retain(|street| street.chars().count() >= SHORTEST_STREET);
    streets.sort_unstable();
    streets.dedup();
    streets
}

/// Everything in a text that identifies or locates a person.
fn identifiers(text: &str, streets: &[String]) -> Vec<Range<usize>> {
    if streets.len() > MOST_STREETS {
        return std::iter::once(0..text.len()).collect();
    }
    let mut spans = long_numbers(text);
    spans.extend(addresses(text));
    spans.extend(postcodes(text));
    let lower = text.to_lowercase();
    // Where small letters take other bytes than capitals, the places would differ.
    if lower.len() == text.len() {
        for street in streets {
            let found = lower.match_indices(street.as_str());
            spans.extend(found.map(|(at, _)| at..at + street.len()));
        }
    }
    spans
}

/// Four digits and two letters, with or without a space.
fn postcodes(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let digits = |at: usize| (at..at + 4).all(|at| bytes.get(at).is_some_and(u8::is_ascii_digit));
    let letters =
        |at: usize| (at..at + 2).all(|at| bytes.get(at).is_some_and(u8::is_ascii_alphabetic));
    let mut found = Vec::new();
    for at in 0..bytes.len() {
        if !digits(at) || at > 0 && is_word(at - 1) {
            continue;
        }
        let space = usize::from(bytes.get(at + 4) == Some(&b' '));
        let end = at + 6 + space;
        // A year may stand before a word of two letters: `2026 en`.
        let capitals = bytes
            .get(end - 2..end)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_uppercase));
        if letters(end - 2) && !is_word(end) && (capitals || space == 0) {
            found.push(at..end);
        }
    }
    found
}

/// Blanks everything that an author wrote but known keys and punctuation: what is shown can't hold a
/// name, a number or a comment. After a forgotten quote the author's text may read as keys, so only
/// words that the program knows stay.
fn masked(text: &str, root: &Node) -> String {
    let mut keep = vec![false; text.len()];
    each_node(root, &mut |node| {
        if let Some(span) = &node.key_span
            && text.get(span.clone()).is_some_and(key::is_known)
        {
            keep[span.clone()].fill(true);
        }
    });
    for (position, line) in header_lines(text) {
        keep[position..position + line.len()].fill(true);
    }
    blank(text, |position, character| {
        keep[position] || "[]{}=,\"'".contains(character)
    })
}

/// Blanks the values of identifying keys, long numbers and e-mail addresses wherever they stand.
fn readable(text: &str, root: &Node) -> String {
    let mut keep = vec![true; text.len()];
    each_node(root, &mut |node| {
        if let NodeValue::Table(table) = &node.value {
            let identifying = IDENTIFIERS.iter().filter_map(|key| table.get(*key));
            for value in identifying {
                keep[value.span.clone()].fill(false);
            }
        }
    });
    for span in identifiers(text, &streets(root)) {
        keep[span].fill(false);
    }
    blank(text, |position, _| keep[position])
}

/// The text with a star for each byte of what isn't kept; white space always stays.
fn blank(text: &str, keeps: impl Fn(usize, char) -> bool) -> String {
    let mut blanked = String::with_capacity(text.len());
    for (position, character) in text.char_indices() {
        if character.is_whitespace() || keeps(position, character) {
            blanked.push(character);
        } else {
            blanked.extend(std::iter::repeat_n('*', character.len_utf8()));
        }
    }
    blanked
}

fn each_node(node: &Node, visit: &mut impl FnMut(&Node)) {
    visit(node);
    match &node.value {
        NodeValue::List(items) => items.iter().for_each(|item| each_node(item, visit)),
        NodeValue::Table(table) => table.values().for_each(|item| each_node(item, visit)),
        _ => {}
    }
}

/// The lines that open a table, with their offset; a key of a list's later items stands only here.
fn header_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_header = |line: &str| {
        let inner = line.trim().trim_start_matches('[').trim_end_matches(']');
        line.starts_with('[') && inner.split('.').all(key::is_known)
    };
    let offset = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    text.lines()
        .filter(move |line| is_header(line))
        .map(move |line| (offset(line), line))
}

/// Runs of digits with single spaces, dots or hyphens between them; a date is none.
fn long_numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at;
        let mut digits = 0;
        while let Some(byte) = bytes.get(at) {
            let joins = matches!(byte, b' ' | b'.' | b'-')
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            if byte.is_ascii_digit() {
                digits += 1;
                end = at + 1;
            } else if !joins {
                break;
            }
            at += 1;
        }
        if digits >= LONG_NUMBER && !is_moment(&text[start..end]) {
            found.push(start..end);
        }
    }
    found
}

/// Whether a run of digits is a date (`2026-11-01`) or times (`14.00-16.00`).
fn is_moment(run: &str) -> bool {
    let is_time = |part: &str| {
        let (hours, minutes) = part.split_once('.').unwrap_or((part, "0"));
        hours.len() <= 2 && (1..=2).contains(&minutes.len()) && !minutes.contains('.')
    };
    let is_date = run.parse::<toml::value::Datetime>().is_ok();
    is_date || run.contains('.') && run.split([' ', '-']).all(is_time)
}

/// Words with an at sign.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let begin = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace() || "\"',;()<>".contains(c))
        .filter(|word| word.contains('@'))
        .map(|word| begin(word)..begin(word) + word.len())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::dossier::source::Source;

    fn excerpt_of(text: &str) -> Excerpt {
        let (source, _) = Source::parse(PathBuf::from("plan.toml"), text.to_owned());
        excerpt(text, source.root())
    }

    #[test]
    fn an_excerpt_for_anywhere_holds_known_keys_and_punctuation_alone() {
        assert_eq!(
            excerpt_of("[client]\nroepnaam = \"Zoë 3\" # ok\nleeftijd = 7\n").masked,
            "[client]\nroepnaam = \"**** *\" * **\n******** = *\n"
        );
    }

    #[test]
    fn text_that_looks_like_a_key_or_a_heading_is_blanked() {
        let text = "[beeldvorming]\nanamnese = \"Zij slikt\nmedicijnen = 2 per dag\n[hiv]\n\
                    [client.hiv]\n[[doelen.suikerziekte]]\nhiv.naam = 1\n";
        let masked = excerpt_of(text).masked;
        for word in ["medicijnen", "hiv", "suiker", "Zij"] {
            assert!(!masked.contains(word), "{masked}");
        }
        assert!(masked.contains("anamnese = "));
        assert_eq!(masked.len(), text.len());
    }

    #[test]
    fn dates_and_times_are_no_numbers_of_people() {
        for text in ["van 14.00-16.00 uur", "2026-11-01", "op 1.30 en 12.45 uur"] {
            assert_eq!(without_identifiers(text, &[]), text);
        }
        for text in [
            "999900006",
            "9999.00.006",
            "06 12 34 56 78",
            "zoe@voorbeeld.nl",
        ] {
            let blanked = without_identifiers(text, &[]);
            assert!(!blanked.contains(['9', '6', '@']), "{blanked}");
        }
    }

    #[test]
    fn streets_and_postcodes_are_blanked_wherever_they_stand() {
        let streets = ["lindelaan".to_owned()];
        for (text, expected) in [
            (
                "Zij woont Lindelaan 12, 5012 AB.",
                "Zij woont ********* 12, **** **.",
            ),
            ("lindelaan 12a, 5012ab", "********* 12a, ******"),
            (
                "In 2026 en 2027 op de Wilgenlaan",
                "In 2026 en 2027 op de Wilgenlaan",
            ),
        ] {
            assert_eq!(without_identifiers(text, &streets), expected);
        }
        let (source, _) = Source::parse(
            PathBuf::from("plan.toml"),
            "a = { straat = \"Laan van Meerdervoort 12-b\" }\nb = { straat = \"Kade 1\" }"
                .to_owned(),
        );
        assert_eq!(super::streets(source.root()), ["laan van meerdervoort"]);
    }

    #[test]
    fn an_excerpt_of_check_holds_the_text_without_numbers_and_addresses() {
        let text = "[client]\nbsn = \"999900006\"\ntelefoon = \"013 555 01 23\"\n\
                    [[doelen]]\ndoel = \"Op 2026-11-01 belt Zoë 06-12345678 of mailt a@b.nl.\"\n";
        assert_eq!(
            excerpt_of(text).readable,
            "[client]\nbsn = ***********\ntelefoon = **** *** ** ***\n\
             [[doelen]]\ndoel = \"Op 2026-11-01 belt Zoë *********** of mailt *******\"\n"
        );
    }
}
