//! Long words that are made of several words.

use super::label::Label;
use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{DIFFICULT, LONGEST_WORD, is_easy, is_listed, parts};

/// From how many letters a compound of hard parts is long.
const LONG: usize = 16;

/// From how many letters a compound of three parts is long.
const LONG_OF_THREE: usize = 14;

/// From how many letters any compound is long, but for one of two easy words.
const TOO_LONG: usize = 20;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "long-compound",
    message: "dit woord is te lang",
    doc: Doc {
        code: "lange-samenstelling",
        severity: Severity::Warning,
        what: "Er staan geen lange woorden in die uit meer woorden bestaan.",
        why: "Een lang woord moet de lezer eerst zelf in stukken knippen.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik makkelijke woorden die mensen goed kennen. De grenzen aan de lengte zijn van drieluik",
        wrong: "Ik ga naar het woonbegeleidingsgesprek.",
        right: "Ik ga naar het gesprek over wonen.",
    },
    find: |reading: &Reading<'_>| -> Vec<Hit> { reading.labelled(Label::LongCompound) },
};

/// Labels the long compounds of a sentence.
pub(super) fn label(reading: &mut Reading<'_>) {
    for at in 0..reading.tokens.len() {
        let token = &reading.tokens[at];
        if token.is_labelled() || reading.is_name(at) || !is_long(&token.lower, &token.forms) {
            continue;
        }
        let pieces = parts(&token.lower).filter(|parts| parts.len() > 1);
        let instead = pieces.map(|parts| parts.join(" + "));
        reading.set_label(at, 1, Label::LongCompound, "", instead);
    }
}

/// Whether a word is a long compound.
fn is_long(word: &str, forms: &[String]) -> bool {
    let length = word.chars().filter(|c| c.is_alphabetic()).count();
    if length > LONGEST_WORD {
        return true;
    }
    if length < LONG_OF_THREE
        || forms
            .iter()
            .any(|form| is_listed(form) || DIFFICULT.exact(form).is_some())
        || word.contains('-') && length < LONG
    {
        return false;
    }
    let easy = is_easy(word);
    let pieces = parts(word).map_or(0, |parts| parts.len());
    if easy {
        return length >= TOO_LONG;
    }
    match pieces {
        0 | 1 => length >= 18 && !is_derived(word),
        2 => length >= LONG,
        _ => length >= LONG_OF_THREE,
    }
}

/// Whether a long word is one word with endings: `verantwoordelijkheid`.
fn is_derived(word: &str) -> bool {
    [
        "heid", "heden", "lijk", "lijke", "isch", "ische", "eren", "teit", "teiten", "eel", "ele",
        "atie", "aties", "erend", "eerd", "baar", "bare",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}
