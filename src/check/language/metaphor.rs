//! Figures of speech and fixed expressions.

use super::{Hit, LanguageRule, Reading, Token};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "metaphor",
    message: "dit is beeldspraak",
    doc: Doc {
        code: "beeldspraak",
        severity: Severity::Warning,
        what: "Er staat geen beeldspraak in.",
        why: "Wie letterlijk leest, ziet bij ‘de knoop doorhakken’ een knoop.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik geen beeldspraak",
        wrong: "Ik zit niet lekker in mijn vel.",
        right: "Ik voel mij verdrietig.",
    },
    find,
};

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    reading.figures.clone()
}

/// Finds the expressions among these words, and marks the words that belong to them.
pub(super) fn figures(tokens: &mut [Token<'_>]) -> Vec<Hit> {
    let words: Vec<_> = tokens.iter().map(|token| token.lower.as_str()).collect();
    let is_form = |at: usize, verb: &str| tokens[at].forms.iter().any(|form| form == verb);
    let found = language::figures(&words, &is_form);
    let mut hits: Vec<Hit> = Vec::new();
    for figure in found {
        let place = figure.words;
        let range = tokens[place.start].range.start..tokens[place.end - 1].range.end;
        for token in &mut tokens[place] {
            token.is_figurative = true;
        }
        if let Some(verb) = figure.verb {
            tokens[verb].is_figurative = true;
        }
        if hits.last().is_none_or(|last| last.range.end <= range.start) {
            hits.push(Hit::new(range, "zeg letterlijk wat je bedoelt"));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_expressions_in_any_order() {
        for sentence in [
            "Ik hak vandaag de knoop door.",
            "Ik wil de knoop doorhakken.",
            "Noor heeft de knoop doorgehakt.",
            "Ik zit niet lekker in mijn vel.",
            "Zij loopt op haar tenen.",
            "Ik wil op mijn eigen benen staan.",
        ] {
            assert_eq!(find(&Reading::new(sentence)).len(), 1, "{sentence}");
        }
        for sentence in [
            "Ik maak een knoop in het touw.",
            "De deur staat open.",
            "Ik loop naar de markt.",
        ] {
            assert_eq!(find(&Reading::new(sentence)), [], "{sentence}");
        }
    }
}
