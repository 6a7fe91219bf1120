//! An agreed plan, and the decision it stands on, don't end unnoticed.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::{DECISION_END, Due, EXTENSION, PLAN_END};
use super::{pressing, remark};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-einde",
        severity: Severity::Error,
        what: "Een plan of beschikking is niet afgelopen; in de laatste maand is dit een tip.",
        why: "Na de laatste dag geeft de aanbieder ondersteuning waar geen afspraak en geen besluit meer onder ligt. Het oude plan kan nog wel gedrukt worden.",
        source: "het plan en de beschikking zelf; de termijnen staan in het formaat",
        wrong: "einde = 2026-10-31 # voorbij",
        right: "versie = 4\ningang = 2026-11-01\neinde = 2027-10-31",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let dues = pressing(subject, &[PLAN_END, DECISION_END, EXTENSION]);
    // Who must still ask for an extension hears from that rule that the end is near.
    let is_asking = dues.iter().any(|due| due.id == EXTENSION);
    let ends = dues.iter().filter(|due| due.id != EXTENSION);
    for due in ends.filter(|due| due.is_overdue() || !is_asking) {
        report.add(remark(due, message(due)).hint(hint(due)));
    }
}

fn message(due: &Due) -> String {
    let day = due.day.long();
    let what = if due.id == PLAN_END {
        "het plan"
    } else {
        "de beschikking"
    };
    if due.is_overdue() {
        format!("{what} is op {day} afgelopen")
    } else {
        format!("{what} eindigt op {day}")
    }
}

fn hint(due: &Due) -> &'static str {
    match (due.is_overdue(), due.id) {
        (true, PLAN_END) => {
            "stel een nieuwe versie vast, of leg in evaluatie.toml vast dat verlenging niet gewenst is"
        }
        (true, _) => "neem de nieuwe beschikking over, of bel het lokaal team",
        (false, PLAN_END) => "bereid met de cliënt de volgende versie voor",
        (false, _) => "vraag bij het lokaal team na of er een nieuwe beschikking komt",
    }
}
