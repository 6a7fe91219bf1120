//! English words that not everybody knows.

use super::label::Label;
use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{ENGLISH, LONGEST_WORD, is_easy, rank};

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "english-word",
    message: "dit is een Engels woord",
    doc: Doc {
        code: "engels-woord",
        severity: Severity::Warning,
        what: "Er staan geen Engelse woorden in, behalve die iedereen kent.",
        why: "Niet iedereen heeft Engels geleerd, en het wordt anders geschreven dan het klinkt.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik geen woorden uit andere talen, behalve heel bekende",
        wrong: "Ik vraag feedback aan Noor.",
        right: "Ik vraag aan Noor wat zij ervan vindt.",
    },
    find: |reading: &Reading<'_>| -> Vec<Hit> { reading.labelled(Label::English) },
};

/// Endings that only English words have.
const ENDINGS: &[&str] = &[
    "ness", "ship", "ful", "tion", "ity", "less", "wise", "tive", "able",
];

/// Labels the English words of a sentence.
pub(super) fn label(reading: &mut Reading<'_>) {
    reading.label_listed(&ENGLISH, Label::English, false);
    for at in 0..reading.tokens.len() {
        let token = &reading.tokens[at];
        let word = token.lower.as_str();
        let parts = word.split('-').filter(|part| part.len() > 3);
        let listed =
            word.contains('-') && parts.into_iter().any(|part| ENGLISH.exact(part).is_some());
        let english = word.len() > 6 && ENDINGS.iter().any(|ending| word.ends_with(ending));
        let compound = compound_with_english(word);
        if !token.is_labelled()
            && !reading.is_name(at)
            && (listed || english || compound)
            && rank(word).is_none()
            && !is_easy(word)
        {
            reading.set_label(at, 1, Label::English, "", None);
        }
    }
}

/// Whether a word starts or ends with a long English one: `feedbackgesprek`.
fn compound_with_english(word: &str) -> bool {
    (9..=LONGEST_WORD).contains(&word.len())
        && word.char_indices().any(|(at, _)| {
            let (head, tail) = word.split_at(at);
            head.len() > 5 && tail.len() > 3 && ENGLISH.exact(head).is_some()
                || tail.len() > 5 && head.len() > 2 && ENGLISH.exact(tail).is_some()
        })
}
