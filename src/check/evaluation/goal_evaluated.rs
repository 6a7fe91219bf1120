//! Every goal of the plan has its outcome.

use super::super::doc::Doc;
use super::super::rule::{EVALUATION, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-niet-geevalueerd",
        severity: Severity::Warning,
        what: "Elk doel van het plan heeft een uitkomst in de evaluatie.",
        why: "Een doel dat nergens terugkomt, raakt kwijt: niemand weet of het is gehaald of gestopt.",
        source: "regionaal format: uitkomst per doel",
        wrong: "[[doelen]] id = \"bus\" in plan.toml, en geen [[doelen]] doel = \"bus\" in evaluatie.toml",
        right: "[[doelen]]\ndoel = \"bus\"\nstatus = \"loopt_nog\"",
    },
    stops: EVALUATION,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(evaluation) = subject.evaluation() else {
        return;
    };
    // Without any outcome, that alone is told.
    if evaluation.goals.is_empty() {
        return;
    }
    for (index, goal) in subject.plan().goals.iter().enumerate() {
        let begun_later = goal.start.is_some_and(|start| start > evaluation.date);
        let is_told = evaluation
            .goals
            .iter()
            .any(|outcome| outcome.goal == goal.id);
        if !is_told && !begun_later {
            report.add(
                Remark::on_evaluation(
                    KeyPath::root("doelen"),
                    format!("doel {} van het plan heeft geen uitkomst", index + 1),
                )
                .hint("voeg een [[doelen]] toe met het id van dit doel; een doel dat niet meer speelt, heeft status = \"vervallen\""),
            );
        }
    }
}
