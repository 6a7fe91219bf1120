//! What became of a goal: an easy-read sentence says none other than the evaluation.

use super::super::doc::Doc;
use super::super::easy_text;
use super::super::rule::{Remark, Report, Rule, Subject};
use crate::dossier::code::Outcome;
use crate::dossier::evaluation::GoalOutcome;
use crate::finding::Severity;
use crate::language::{sentences, words};

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-andere-uitkomst",
        severity: Severity::Error,
        what: "Een zin in makkelijk lezen noemt een doel niet gelukt dat behaald is, en niet behaald als het niet gelukt is.",
        why: "De cliënt hoort te lezen wat er in het verslag staat, ook als dat tegenvalt.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het verslag",
        wrong: "status = \"niet\"\nmakkelijk = [\"Dit is gelukt.\"]",
        right: "status = \"niet\"\nmakkelijk = [\"Dit is nog niet gelukt.\"]",
    },
    stops: &["easy-evaluation"],
    check,
};

/// Words that say of a whole goal that it came about.
const REACHED: &[&str] = &["gelukt", "lukt", "lukte", "gehaald", "behaald", "bereikt"];
/// Words around them, when they are said of the goal and not of a part of it.
const WHOLE: &[&str] = &[
    "dit", "dat", "het", "is", "mijn", "doel", "ik", "heb", "allemaal", "helaas", "goed", "wel",
    "niet", "nu",
];

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let goals = &subject.plan().goals;
    for written in easy_text::written(subject) {
        let Some(goal) = written.goal.filter(|_| written.file == "evaluatie.toml") else {
            continue;
        };
        let outcomes = subject.evaluation().into_iter().flat_map(|all| &all.goals);
        let outcome = outcomes
            .into_iter()
            .find(|outcome| outcome.goal == goals[goal].id);
        let wrong = outcome.and_then(|outcome| {
            let text = written.sentence.text.as_str();
            let wrong = sentences(text)
                .into_iter()
                .find(|text| denies(text, outcome));
            Some((wrong?.to_owned(), outcome.outcome.label()))
        });
        if let Some((text, label)) = wrong {
            let number = goal + 1;
            let message =
                format!("makkelijk lezen zegt iets anders dan de uitkomst van doel {number}");
            report.add(
                Remark::on(written.file, written.path.clone(), message)
                    .hint("maak de zin en de status van het doel gelijk")
                    .quote(format!("makkelijk lezen: {text}; status: {label}")),
            );
        }
    }
}

/// Whether a sentence says of the whole goal that it came about where it didn't, or the reverse.
fn denies(sentence: &str, outcome: &GoalOutcome) -> bool {
    let words: Vec<_> = words(sentence).map(str::to_lowercase).collect();
    let is_of_goal = words
        .iter()
        .all(|word| WHOLE.contains(&word.as_str()) || REACHED.contains(&word.as_str()));
    let says = words.iter().any(|word| REACHED.contains(&word.as_str()));
    let has_not = words.iter().any(|word| word == "niet");
    if !is_of_goal || !says {
        return false;
    }
    match outcome.outcome {
        Outcome::Reached => has_not,
        Outcome::NotReached | Outcome::Lapsed => !has_not,
        Outcome::Partly | Outcome::Ongoing => false,
    }
}
