//! Every mandatory element of the formal plan has content, at every goal.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Report, Rule, Subject};
use super::{empty, gaps, is_shared, key};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "verplicht-onderdeel",
        severity: Severity::Error,
        what: "Elk verplicht onderdeel van het plan is ingevuld, ook bij elk doel. Voor aard, frequentie, intensiteit, motivatie en het plan van aanpak zijn er eigen regels. De zienswijze wordt pas verwacht bij een vastgesteld plan.",
        why: "Het lokale team kan een plan niet beoordelen als een onderdeel ontbreekt, en stuurt het terug.",
        source: "regionaal format: de gele onderdelen",
        wrong: "[[doelen]] zonder resultaat",
        right: "resultaat = \"Zoë reist op werkdagen zelf met lijn 6.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let format = subject.context.format;
    let all = &subject.plan_elements;
    for element in gaps(subject, subject.empty_plan_elements(), all) {
        if !is_shared(subject, element.id) {
            let (file, path) = key::of_plan(element);
            report.add(empty(element, &format.label(element.id), file, path));
        }
    }
}
