//! Every mandatory element of the formal plan has content, at every goal.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Report, Rule, Subject};
use super::{empty, key};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "verplicht-onderdeel",
        severity: Severity::Error,
        what: "Elk verplicht onderdeel van het plan is ingevuld, ook bij elk doel.",
        why: "Het lokaal team kan een plan niet beoordelen als een onderdeel ontbreekt, en stuurt het terug.",
        source: "regionaal format: de gele onderdelen",
        wrong: "[[doelen]] zonder frequentie",
        right: "frequentie = \"2 keer per week\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let format = subject.context.format;
    for element in subject.empty_plan_elements() {
        let (file, path) = key::of_plan(element);
        report.add(empty(element, &format.label(element.id), file, path));
    }
}
