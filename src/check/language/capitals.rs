//! Words in capitals only.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{ABBREVIATIONS, DIFFICULT, JARGON, KNOWN_TO_ALL, is_easy, rank};

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "capitals",
    message: "dit woord staat in hoofdletters",
    doc: Doc {
        code: "hoofdletters",
        severity: Severity::Warning,
        what: "Geen woord staat helemaal in hoofdletters.",
        why: "Een woord in hoofdletters heeft geen vorm om het aan te herkennen, en lijkt op schreeuwen.",
        source: "Inclusion Europe, Informatie voor iedereen: schrijf geen hele woorden in hoofdletters",
        wrong: "Ik drink ALTIJD thee.",
        right: "Ik drink altijd thee.",
    },
    find,
};

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    reading
        .tokens
        .iter()
        .filter(|token| token.is_capitals(2) && is_shouted(&token.lower))
        .map(|token| Hit {
            range: token.range.clone(),
            advice: "schrijf het met kleine letters",
            instead: Some(token.lower.clone()),
        })
        .collect()
}

/// Words of two letters that are hardly ever initials.
const TWO_LETTERS: &[&str] = &[
    "al", "de", "en", "er", "ga", "ik", "in", "is", "ja", "je", "me", "nu", "of", "om", "op", "te",
    "we", "ze", "zo",
];

/// Whether a word in capitals, here in lower case, is a word and no row of initials.
pub(super) fn is_shouted(lower: &str) -> bool {
    let letters = lower.chars().count();
    let initials = KNOWN_TO_ALL.binary_search(&lower).is_ok()
        || ABBREVIATIONS.exact(lower).is_some()
        || JARGON.exact(lower).is_some() && letters < 5;
    if initials || lower.contains(|c: char| c.is_ascii_digit() || c == '-' || c == '.') {
        return false;
    }
    match letters {
        0 | 1 => false,
        2 => TWO_LETTERS.contains(&lower),
        3 | 4 => is_easy_word(lower) || rank(lower).is_some_and(|rank| rank < 5000),
        5 => {
            is_easy(lower) || rank(lower).is_some() || DIFFICULT.knows(lower) || JARGON.knows(lower)
        }
        _ => true,
    }
}

/// Whether a short word is easy as it stands or as a plural or verb.
fn is_easy_word(lower: &str) -> bool {
    crate::language::base_forms(lower)
        .iter()
        .any(|form| crate::language::is_listed(form))
}
