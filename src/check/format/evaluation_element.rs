//! Every mandatory element of the evaluation report has content.

use super::super::doc::Doc;
use super::super::rule::{EVALUATION, Remark, Report, Rule, Subject};
use super::{empty, gaps, is_shared, key};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "verplicht-onderdeel-evaluatie",
        severity: Severity::Error,
        what: "Elk verplicht onderdeel van het evaluatieverslag is ingevuld.",
        why: "Zonder alle onderdelen kan het lokale team niet over het vervolg en een verlenging beslissen.",
        source: "regionaal format: de gele onderdelen",
        wrong: "evaluatie.toml zonder kwaliteit_van_bestaan",
        right: "[[kwaliteit_van_bestaan]]\ndomein = \"belangen\"\nnu = 4\nvorige = 3",
    },
    stops: EVALUATION,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(evaluation) = subject.evaluation() else {
        return;
    };
    // The elements of an outcome are in no document that has no outcomes.
    if evaluation.goals.is_empty() && !subject.plan().goals.is_empty() {
        report.add(
            Remark::on_evaluation(
                KeyPath::root("doelen"),
                "het verslag zegt van geen enkel doel wat ervan geworden is",
            )
            .hint("voeg toe: [[doelen]] met doel, status, afspraken, resultaat en vervolg"),
        );
    }
    let format = subject.context.format;
    let all = &subject.evaluation_elements;
    for element in gaps(subject, subject.empty_evaluation_elements(), all) {
        if !is_shared(subject, element.id) {
            let (file, path) = key::of_evaluation(element, subject);
            report.add(empty(element, &format.label(element.id), file, path));
        }
    }
}
