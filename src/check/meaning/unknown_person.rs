//! An easy-read sentence names nobody of whom its goal doesn't speak.

use std::cell::LazyCell;

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
    let on_file = LazyCell::new(|| texts(subject));
    let claims = Comparison::of(subject).claims.iter();
    for claim in claims.filter(|claim| claim.is_about_help()) {
        let is_known = |name: &str| on_file.iter().any(|text| find(text, name).is_some());
        let Some(name) = lone_name(&claim.text).filter(|name| !is_known(&name.to_lowercase()))
        else {
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

/// A first word that can only be a name: `Karin oefent.`
fn lone_name(sentence: &str) -> Option<&str> {
    let mut all = words(sentence);
    let (name, verb) = (all.next()?, all.next()?);
    let letters = name.chars().count();
    let is_name = name.starts_with(char::is_uppercase) && letters > 2 && letters <= LONGEST;
    if !is_name || verb_form(verb) != VerbForm::Finite {
        return None;
    }
    let word = name.to_lowercase();
    let is_word = is_easy(&word)
        || rank(&word).is_some()
        || verb_form(&word) != VerbForm::None
        || parts(&word).is_some_and(|parts| parts.len() > 1);
    (!is_word).then_some(name)
}

/// The texts of the dossier that aren't easy-read, in small letters.
fn texts(subject: &Subject<'_>) -> Vec<String> {
    let mut texts = Vec::new();
    for source in &subject.dossier().sources {
        source.each_string(|path, text| {
            let is_easy = |step: &Step| matches!(step, Step::Key(key) if key == "makkelijk");
            if !path.0.iter().any(is_easy) {
                texts.push(text.to_lowercase());
            }
        });
    }
    texts
}
