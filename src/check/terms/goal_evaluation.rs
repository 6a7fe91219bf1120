//! A goal with an evaluation day of its own is evaluated then.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::GOAL_EVALUATION;
use super::{pressing, remark};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-evaluatie-doel",
        severity: Severity::Warning,
        what: "Een doel met een eigen dag voor de evaluatie wordt dan geëvalueerd; in de maand ervoor is dit een tip.",
        why: "Wie een doel eerder wil nakijken dan de rest van het plan, doet dat omdat het dan nog bijgesteld kan worden.",
        source: "de afspraak in het plan",
        wrong: "[[doelen]]\nevaluatie = 2026-06-01 # voorbij, zonder uitkomst in evaluatie.toml",
        right: "# evaluatie.toml\ndatum = 2026-06-01\n\n[[doelen]]\ndoel = \"bus\"",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for due in pressing(subject, &[GOAL_EVALUATION]) {
        let goal = due.number.expect("a goal's term has the goal's number");
        let day = due.day.long();
        let (message, hint) = if due.is_overdue() {
            (
                format!("doel {goal}: de evaluatie van {day} is er nog niet"),
                "houd de evaluatie en leg de uitkomst vast in evaluatie.toml, of spreek een nieuwe dag af",
            )
        } else {
            (
                format!("doel {goal}: de evaluatie is gepland op {day}"),
                "nodig uit wie bij dit doel helpt",
            )
        };
        report.add(remark(due, message).hint(hint));
    }
}
