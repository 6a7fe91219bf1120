//! The easy-read text speaks of the client as *ik* throughout, or to the client as *je* throughout.

use super::super::doc::Doc;
use super::super::easy_text::{Written, written};
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use crate::finding::Severity;
use crate::language::words;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "aanspreekvorm",
        severity: Severity::Warning,
        what: "De makkelijke tekst zegt steeds ik, of steeds jij; nooit u.",
        why: "Wie eens ik leest en dan jij, weet niet meer over wie het gaat.",
        source: "Taal voor allemaal; Inclusion Europe, Informatie voor iedereen: spreek de lezer steeds op dezelfde manier aan",
        wrong: "Ik oefen de weg. Jij neemt je kaart mee.",
        right: "Ik oefen de weg. Ik neem mijn kaart mee.",
    },
    stops: EASY_READ,
    check,
};

/// Words that say `ik`.
const I: &[&str] = &["ik", "mij", "me", "mijn", "mezelf"];
/// Words that speak to the reader.
const YOU: &[&str] = &["jij", "jou", "jouw", "je", "jezelf"];
/// Words that are too formal.
const FORMAL: &[&str] = &["u", "uw", "uzelf"];

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let texts: Vec<_> = written(subject)
        .into_iter()
        .filter(|text| !is_quoted(text) && !is_question(text) && !is_to_another(text))
        .collect();
    let counts = |list: &[&str]| {
        let says = |text: &&Written<'_>| spoken(text, list).is_some();
        texts.iter().filter(says).count()
    };
    // The rarer of the two is the slip.
    let rarer = if counts(YOU) <= counts(I) { YOU } else { I };
    let is_mixed = counts(I) > 0 && counts(YOU) > 0;
    for text in &texts {
        let slip = is_mixed.then(|| spoken(text, rarer)).flatten();
        let (word, message) = match (slip, spoken(text, FORMAL)) {
            (_, Some(word)) => (word, "de makkelijke tekst zegt hier u"),
            (Some(word), None) => (word, "de makkelijke tekst wisselt tussen ik en jij"),
            (None, None) => continue,
        };
        report.add(
            Remark::on(text.file, text.path.clone(), message)
                .at_word(word)
                .quote(text.sentence.text.as_str())
                .hint("kies één vorm voor het hele plan: ik"),
        );
    }
}

/// The first of these words in a text, as it is written.
fn spoken<'a>(text: &Written<'a>, list: &[&str]) -> Option<&'a str> {
    let mut words = words(text.sentence.text.as_str());
    words.find(|word| list.contains(&word.to_lowercase().as_str()))
}

/// What somebody says is said in their own form.
fn is_quoted(text: &Written<'_>) -> bool {
    text.sentence
        .text
        .as_str()
        .contains(['\'', '"', '‘', '“', ':'])
}

/// A sentence with both forms speaks to somebody else: `Zeg mij wat je bedoelt`.
fn is_to_another(text: &Written<'_>) -> bool {
    spoken(text, I).is_some() && spoken(text, YOU).is_some()
}

/// A question is put to the reader.
fn is_question(text: &Written<'_>) -> bool {
    text.sentence.text.as_str().ends_with('?')
}
