//! Every mandatory element of the voorblad has content. The plan and the evaluation report share it,
//! so what it lacks is told once and stops both.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::{empty, gaps, is_shared, key};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "verplicht-onderdeel-voorblad",
        severity: Severity::Error,
        what: "Elk verplicht onderdeel van het voorblad is ingevuld. De nummers van beschikking en toewijzing worden pas verwacht als een vastgesteld plan is ingegaan.",
        why: "Plan en evaluatieverslag hebben hetzelfde voorblad; zonder alle gegevens kan het lokale team ze niet in behandeling nemen.",
        source: "regionaal format: de gele onderdelen",
        wrong: "[client] zonder bsn",
        right: "[client]\nbsn = \"…\"",
    },
    stops: &["formal", "evaluation"],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let format = subject.context.format;
    let all = &subject.plan_elements;
    for element in gaps(subject, subject.empty_plan_elements(), all) {
        if is_shared(subject, element.id) {
            let (file, path) = key::of_plan(element);
            report.add(empty(element, &format.label(element.id), file, path));
        }
    }
}
