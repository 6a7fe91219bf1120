//! Involuntary care is evaluated in time.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::{Due, WZD_FIRST, WZD_NEXT};
use super::{pressing, remark};
use crate::dossier::care::InvoluntaryCare;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-wzd-evaluatie",
        severity: Severity::Error,
        what: "Onvrijwillige zorg is binnen vier weken geëvalueerd en daarna elke zes maanden, ook als zij met dezelfde woorden is verlengd; in de twee weken ervoor is dit een tip.",
        why: "Wie iemand zijn vrijheid beperkt, moet telkens opnieuw nagaan of het nodig is en of het lichter kan.",
        source: "Wet zorg en dwang en handreiking; de termijnen staan in het formaat",
        wrong: "[[onvrijwillige_zorg]]\nstart = 2026-10-05\neinde = 2027-01-04\n# geen evaluaties",
        right: "start = 2026-10-05\neinde = 2027-01-04\nevaluaties = [2026-10-29]",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for due in pressing(subject, &[WZD_FIRST, WZD_NEXT]) {
        let number = due
            .number
            .expect("a measure's term has the measure's number");
        let measure = &subject.plan().involuntary_care[number - 1];
        let has_ended = subject.context.today.has_passed(measure.end);
        let hint = if has_ended {
            "evalueer de maatregel alsnog en zet de dag bij evaluaties"
        } else {
            "evalueer de maatregel met de zorgverantwoordelijke en zet de dag bij evaluaties"
        };
        report.add(remark(due, message(due, measure, number, has_ended)).hint(hint));
    }
}

fn message(due: &Due, measure: &InvoluntaryCare, number: usize, has_ended: bool) -> String {
    let day = due.day.long();
    if has_ended && due.id == WZD_FIRST {
        let end = measure.end.long();
        format!("maatregel {number} is op {end} geëindigd zonder dat zij is geëvalueerd")
    } else if due.is_overdue() {
        format!("maatregel {number} had uiterlijk op {day} geëvalueerd moeten zijn")
    } else {
        format!("maatregel {number} moet uiterlijk op {day} geëvalueerd zijn")
    }
}
