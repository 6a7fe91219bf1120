//! Numbers written as words.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::digits;

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

/// Numbers that are words of their own, each with how to write it.
const OTHER: &[(&str, &str)] = &[
    ("duizend", "1000"),
    ("eenmaal", "1 keer"),
    ("éénmaal", "1 keer"),
    ("tweemaal", "2 keer"),
    ("driemaal", "3 keer"),
    ("viermaal", "4 keer"),
    ("vijfmaal", "5 keer"),
    ("zesmaal", "6 keer"),
    ("tienmaal", "10 keer"),
    ("tweeduizend", "2000"),
    ("honderdvijftig", "150"),
    ("honderdtwintig", "120"),
];

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let changed = digits(reading.text);
    let mut after = changed.split(' ');
    let mut hits = Vec::new();
    let mut start = 0;
    for piece in reading.text.split(' ') {
        let range = start..start + piece.len();
        start = range.end + 1;
        let Some(mut new) = after.next().map(str::to_owned) else {
            break;
        };
        if new != piece && new.starts_with('1') && piece.to_lowercase().starts_with("eens") {
            new = format!("{new} {}", after.next().unwrap_or_default());
        }
        let core = piece.trim_matches(|c: char| !c.is_alphabetic());
        let at = range.start + piece.find(core).unwrap_or_default();
        let lower = core.to_lowercase();
        let known = OTHER.iter().find(|(word, _)| *word == lower);
        let advice = match known {
            Some((_, number)) => (*number).to_owned(),
            None if new != piece && !is_no_count(reading, at) => {
                new.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
            }
            None => continue,
        };
        hits.push(Hit {
            range: at..at + core.len(),
            advice: Some(advice),
        });
    }
    hits
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
