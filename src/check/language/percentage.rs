//! Percentages.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "percentage",
    message: "een percentage is moeilijk te begrijpen",
    doc: Doc {
        code: "percentage",
        severity: Severity::Warning,
        what: "Er staan geen percentages in.",
        why: "Een percentage vraagt om rekenen; ‘de helft’ of ‘bijna iedereen’ niet.",
        source: "Inclusion Europe, Informatie voor iedereen: vermijd percentages en grote getallen",
        wrong: "Ik doe 50% van het werk.",
        right: "Ik doe de helft van het werk.",
    },
    find,
};

/// Words for a part of a hundred.
const WORDS: &[&str] = &[
    "procent",
    "procenten",
    "percent",
    "percentage",
    "percentages",
    "promille",
    "procentpunt",
];

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let signs = reading
        .text
        .match_indices(['%', '‰'])
        .map(|(at, sign)| at..at + sign.len());
    let words = reading
        .tokens
        .iter()
        .filter(|token| token.is_one_of(WORDS))
        .map(|token| token.range.clone());
    signs
        .chain(words)
        .map(|range| Hit::new(range, "bijvoorbeeld: de helft, of: bijna iedereen"))
        .collect()
}
