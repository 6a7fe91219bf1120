//! Every goal states its aard.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goal_key, goals};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-aard",
        severity: Severity::Error,
        what: "Elk doel zegt wat de aard van de ondersteuning is.",
        why: "Het lokale team moet kunnen zien wat voor ondersteuning er bij een doel hoort: overnemen, aanleren, begeleiden of iets anders.",
        source: "regionaal format, en beoordeling door het lokale team: aard per doel",
        wrong: "[[doelen]]\ntitel = \"Zelf reizen\"\n# zonder aard",
        right: "aard = \"Oefenen en begeleiden op afstand\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, goal) in goals(subject) {
        if goal.nature.is_none() {
            let message = format!("doel {} heeft geen aard", index + 1);
            report.add(
                Remark::on_plan(goal_key(index, "aard"), message)
                    .hint("voeg toe: aard = \"oefenen en begeleiden op afstand\""),
            );
        }
    }
}
