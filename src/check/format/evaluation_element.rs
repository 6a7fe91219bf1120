//! Every mandatory element of the evaluation report has content.

use super::super::doc::Doc;
use super::super::rule::{EVALUATION, Report, Rule, Subject};
use super::{empty, key};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "verplicht-onderdeel-evaluatie",
        severity: Severity::Error,
        what: "Elk verplicht onderdeel van het evaluatieverslag is ingevuld.",
        why: "Plan en verslag hebben hetzelfde voorblad; zonder alle onderdelen kan het lokaal team niet over verlenging beslissen.",
        source: "regionaal format: de gele onderdelen",
        wrong: "evaluatie.toml zonder kwaliteit_van_bestaan",
        right: "[[kwaliteit_van_bestaan]] met domein, nu en vorige",
    },
    stops: EVALUATION,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let format = subject.context.format;
    for element in subject.empty_evaluation_elements() {
        let (file, path) = key::of_evaluation(element, subject);
        report.add(empty(element, &format.label(element.id), file, path));
    }
}
