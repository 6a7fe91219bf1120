//! An agreed plan is evaluated on the day that it says, and as often as the law or the region wants.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::{Due, EVALUATION, EVALUATION_WLZ, EVALUATION_WMO};
use super::{pressing, remark};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-evaluatie",
        severity: Severity::Warning,
        what: "Een plan wordt geëvalueerd op de dag die erin staat, en niet later dan de wet of de regio wil; in de maand ervoor is dit een tip.",
        why: "Zonder evaluatie loopt ondersteuning door die niet meer past, en kan het lokaal team of zorgkantoor niet zien wat zij oplevert.",
        source: "regionale afspraak: ten minste één keer per jaar (Wmo 2015 art. 2.3.9: periodiek); Wlz: ten minste twee keer per jaar; de termijnen staan in het formaat",
        wrong: "evaluatie = 2026-11-10 # voorbij, en evaluatie.toml is er niet",
        right: "# evaluatie.toml\ndatum = 2026-11-10\nplanversie = 3",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let planned = subject.plan().about.evaluation;
    for due in pressing(subject, &[EVALUATION, EVALUATION_WMO, EVALUATION_WLZ]) {
        let is_planned_later = planned.is_some_and(|planned| planned > due.day);
        let hint = match (due.is_overdue(), is_planned_later) {
            (_, true) => "vervroeg de evaluatie: zij staat later gepland",
            (true, _) => "houd de evaluatie en leg haar vast in evaluatie.toml",
            (false, _) => "nodig iedereen uit en zet evaluatie.toml klaar",
        };
        report.add(remark(due, message(due)).hint(hint));
    }
}

fn message(due: &Due) -> String {
    let day = due.day.long();
    match (due.is_overdue(), due.id) {
        (true, EVALUATION) => format!("de evaluatie van {day} is er nog niet"),
        (false, EVALUATION) => format!("de evaluatie is gepland op {day}"),
        (true, _) => format!("het plan had uiterlijk op {day} geëvalueerd moeten zijn"),
        (false, _) => format!("het plan moet uiterlijk op {day} geëvalueerd zijn"),
    }
}
