//! Abbreviations and initials.

use super::label::Label;
use super::{Hit, LanguageRule, Reading, capitals};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{ABBREVIATIONS, KNOWN_TO_ALL, is_easy};

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "abbreviation",
    message: "dit is een afkorting",
    doc: Doc {
        code: "afkorting",
        severity: Severity::Warning,
        what: "Er staan geen afkortingen in.",
        why: "Een afkorting zegt alleen iets aan wie haar al kent.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik geen afkortingen en voorletters",
        wrong: "Ik bel bijv. mijn zus.",
        right: "Ik bel bijvoorbeeld mijn zus.",
    },
    find: |reading: &Reading<'_>| -> Vec<Hit> { reading.labelled(Label::Abbreviation) },
};

/// Labels the abbreviations of a sentence.
pub(super) fn label(reading: &mut Reading<'_>) {
    for at in 0..reading.tokens.len() {
        if reading.tokens[at].is_labelled() {
            continue;
        }
        if let Some((plain, instead)) = abbreviated(reading, at) {
            let full = reading.tokens[at].after.starts_with('.');
            let last = at + 1 == reading.tokens.len();
            if full && !last {
                reading.tokens[at].range.end += 1;
            }
            reading.set_label(at, 1, Label::Abbreviation, plain, instead);
        }
    }
}

/// The plain words for a word that is an abbreviation, empty where we have none, and what to write
/// instead of just this one.
fn abbreviated(reading: &Reading<'_>, at: usize) -> Option<(&'static str, Option<String>)> {
    let token = &reading.tokens[at];
    let word = token.lower.as_str();
    if KNOWN_TO_ALL.binary_search(&word).is_ok() {
        return None;
    }
    let last = at + 1 == reading.tokens.len();
    if token.after.starts_with('.')
        && let Some(plain) = ABBREVIATIONS.exact(&format!("{word}."))
    {
        let counted = at > 0
            && reading.tokens[at - 1]
                .text
                .starts_with(|c: char| c.is_ascii_digit());
        let name = reading.is_name(at) && last;
        if !name && (!last || counted || !is_easy(word)) {
            return Some((plain, None));
        }
    }
    if let Some(plain) = ABBREVIATIONS.exact(word).or_else(|| glued_unit(word)) {
        return Some((plain, None));
    }
    if let Some(number) = times(word) {
        return Some(("schrijf: keer", Some(format!("{number} keer"))));
    }
    (is_dotted(word) || is_cut_off(reading, at) || is_initials(token.text)).then_some(("", None))
}

/// Whether a word is letters with full stops between them: `o.a`, `i.v.m`.
fn is_dotted(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    parts.len() > 1
        && parts.iter().all(|part| {
            (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        })
        && parts.last() != Some(&"nl")
}

/// Whether a full stop follows a word within a sentence: `2 tabl. per dag`.
fn is_cut_off(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    let Some(next) = reading.tokens.get(at + 1) else {
        return false;
    };
    token.after == ". "
        && token.text.chars().all(char::is_alphabetic)
        && token.text.chars().count() < 7
        && next
            .text
            .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

/// The number of `3x`.
fn times(word: &str) -> Option<&str> {
    word.strip_suffix('x')
        .filter(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

/// The unit of a number that is written onto it: `10u`, `5km`.
fn glued_unit(word: &str) -> Option<&'static str> {
    let unit =
        word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
    if unit.len() == word.len() || unit.is_empty() {
        return None;
    }
    match unit {
        "u" | "uur" => Some("uur"),
        "min" => Some("minuten"),
        other => ABBREVIATIONS.exact(other),
    }
}

/// Whether a word is a row of capitals: `PGB`, `GGZ'er`, `VG-sector`.
fn is_initials(text: &str) -> bool {
    let head = text.split(['-', '\'', '’']).next().unwrap_or(text);
    let length = head.chars().count();
    (2..=5).contains(&length)
        && head.chars().all(char::is_uppercase)
        && KNOWN_TO_ALL
            .binary_search(&head.to_lowercase().as_str())
            .is_err()
        && !capitals::is_shouted(&head.to_lowercase())
}
