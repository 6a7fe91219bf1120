//! An easy-read sentence names nobody of whom its goal doesn't speak.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::Comparison;
use super::naming::find;
use super::people::strangers;
use crate::dossier::source::Step;
use crate::finding::Severity;
use crate::language::{VerbForm, is_easy, parts, rank, verb_form, words};

/// Letters of the longest first name that isn't taken for another word.
const LONGEST: usize = 10;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-onbekende-persoon",
        severity: Severity::Warning,
        what: "Wie in makkelijk lezen bij een doel staat, komt ook in dat doel voor.",
        why: "Wat iemand volgens de cliënt doet, hoort als afspraak in het plan te staan.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "hulp = [\"Noor belt mij.\"] bij een doel waarin Noor niet voorkomt",
        right: "hulp = [\"Noor belt mij.\"] met bij [[doelen.netwerk]] doet = \"Belt op zondag.\"",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for stranger in strangers(subject).filter(|one| !one.is_instead) {
        let number = stranger.claim.goal() + 1;
        let message = format!("makkelijk lezen noemt iemand die in doel {number} niet voorkomt");
        let remark = stranger.claim.remark_as(message, &stranger.name);
        report.add(
            remark
                .hint(
                    "zet bij het doel wat deze persoon doet, bijvoorbeeld onder [[doelen.netwerk]]",
                )
                .quote(stranger.name.as_str()),
        );
    }
    let claims = Comparison::of(subject).claims.iter();
    for claim in claims.filter(|claim| claim.is_about_help()) {
        let Some(name) = unknown_name(subject, &claim.text) else {
            continue;
        };
        let number = claim.goal() + 1;
        let message = format!(
            "makkelijk lezen noemt bij doel {number} iemand die nergens in het dossier staat"
        );
        report.add(
            claim
                .remark_as(message, name)
                .hint("zet er de naam van wie nu helpt")
                .quote(name),
        );
    }
}

/// A first word that can only be a name, of somebody of whom no file speaks: `Karin oefent.`
fn unknown_name<'a>(subject: &Subject<'_>, sentence: &'a str) -> Option<&'a str> {
    let mut all = words(sentence);
    let (name, verb) = (all.next()?, all.next()?);
    let word = name.to_lowercase();
    let is_word = is_easy(&word)
        || rank(&word).is_some()
        || verb_form(&word) != VerbForm::None
        || parts(&word).is_some_and(|parts| parts.len() > 1);
    let is_long = word.chars().count() > LONGEST;
    let is_name = name.starts_with(char::is_uppercase) && word.chars().count() > 2 && !is_long;
    let has_verb = verb_form(verb) == VerbForm::Finite;
    (is_name && has_verb && !is_word && !is_on_file(subject, &word)).then_some(name)
}

/// Whether a text of the dossier that isn't easy-read has a word.
fn is_on_file(subject: &Subject<'_>, word: &str) -> bool {
    let mut is_found = false;
    for source in &subject.dossier().sources {
        source.each_string(|path, text| {
            let is_easy = |step: &Step| matches!(step, Step::Key(key) if key == "makkelijk");
            is_found |= !path.0.iter().any(is_easy) && find(&text.to_lowercase(), word).is_some();
        });
    }
    is_found
}
