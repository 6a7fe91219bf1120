//! Numbers written as words.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::in_digits;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "number-as-word",
    message: "dit getal staat er als woord",
    doc: Doc {
        code: "getal-als-woord",
        severity: Severity::Warning,
        what: "Een getal staat er als cijfer.",
        why: "Een cijfer valt op en is sneller gelezen dan een woord.",
        source: "Inclusion Europe, Informatie voor iedereen: schrijf getallen als cijfers",
        wrong: "Ik sport twee keer per week.",
        right: "Ik sport 2 keer per week.",
    },
    find,
};

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    in_digits(reading.text)
        .into_iter()
        .filter_map(|(range, number)| Some((range, number?)))
        .filter(|(range, _)| !is_no_count(reading, range.start))
        .map(|(range, number)| Hit {
            range,
            advice: "schrijf het getal in cijfers",
            instead: Some(number),
        })
        .collect()
}

/// Whether the word at this byte is a name, or `een` or `één` that does not count.
fn is_no_count(reading: &Reading<'_>, byte: usize) -> bool {
    let Some(at) = reading
        .tokens
        .iter()
        .position(|token| token.range.start == byte)
    else {
        return false;
    };
    let token = &reading.tokens[at];
    let next = |word: &str| reading.tokens.get(at + 1).is_some_and(|next| next.is(word));
    reading.is_name(at)
        || token.is_figurative
        || token.is("acht") && next("op")
        || token.is("vier") && (next("ik") || next("je") || next("we"))
}
