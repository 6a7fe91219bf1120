//! Formal, abstract and learned words.

use super::label::Label;
use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{DIFFICULT, VerbForm, is_easy, rank, syllables};

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "difficult-word",
    message: "dit is een moeilijk woord",
    doc: Doc {
        code: "moeilijk-woord",
        severity: Severity::Warning,
        what: "Er staan alleen woorden in die je elke dag hoort.",
        why: "Eén moeilijk woord kan een hele zin onbegrijpelijk maken.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik makkelijke woorden die mensen goed kennen",
        wrong: "Wij evalueren dit frequent.",
        right: "Wij praten hier vaak over.",
    },
    find: |reading: &Reading<'_>| -> Vec<Hit> { reading.labelled(Label::Difficult) },
};

/// From which rank on a word may be too rare to be easy.
const COMMON: usize = 3000;

/// Endings of learned words.
#[rustfmt::skip]
const LEARNED: &[&str] = &[
    "atie", "aties", "itie", "utie", "iteit", "iteiten", "isme", "eel", "ele", "ief", "ieve", "entie", "antie", "ologie",
    "ologisch", "ische", "isch", "aal", "ale", "air", "aire", "abel", "ibel", "ent", "ente", "ant", "ante", "eren",
    "eert", "eer", "eerde", "eerd", "ering", "eringen", "atief", "iek", "ieke", "eus", "euze", "ure", "uur", "ise", "erend",
];

/// Labels the difficult words of a sentence.
pub(super) fn label(reading: &mut Reading<'_>) {
    reading.label_listed(&DIFFICULT, Label::Difficult, false);
    for at in 0..reading.tokens.len() {
        let token = &reading.tokens[at];
        let name =
            token.has_capital() && (at > 0 || opens_as_name(reading)) || token.is_capitals(2);
        if !token.is_labelled() && !name && is_hard(reading, at) {
            reading.set_label(at, 1, Label::Difficult, "", None);
        }
    }
}

/// Whether the first word may well be somebody's name: nobody knows it, and a verb follows it.
fn opens_as_name(reading: &Reading<'_>) -> bool {
    let is_rare = rank(&reading.tokens[0].lower).is_none();
    is_rare && reading.tokens.len() > 1 && reading.is_finite(1)
}

/// Whether a word that no list knows looks like one that few people know.
fn is_hard(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    let word = token.lower.as_str();
    if word.chars().count() < 7
        || word.contains(|c: char| c.is_ascii_digit() || matches!(c, '\'' | '.' | '@'))
        || rank(word).is_some_and(|rank| rank < COMMON)
        || at == 0 && rank(token.text).is_some()
        || is_easy(word)
    {
        return false;
    }
    let count = syllables(word);
    let learned = LEARNED.iter().any(|ending| word.ends_with(ending));
    let verb = token.verb != VerbForm::None;
    learned && count >= 3 && !(verb && count < 4)
        || count >= 5
        || count == 4 && !verb && rank(word).is_none() && is_abstract(word)
}

/// Whether a word ends as one for something that can't be seen.
fn is_abstract(word: &str) -> bool {
    [
        "heid", "heden", "ing", "ingen", "lijk", "lijke", "baar", "bare", "schap", "dom", "zaam",
        "zame",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}
