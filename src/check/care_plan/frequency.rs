//! Every goal states its frequentie.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goal_key, goals};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-frequentie",
        severity: Severity::Error,
        what: "Elk doel zegt hoe vaak er ondersteuning is.",
        why: "Zonder frequentie weet niemand waar hij op kan rekenen, en kan het lokale team het doel niet beoordelen.",
        source: "regionaal format, en beoordeling door het lokale team: frequentie per doel",
        wrong: "[[doelen]]\ntitel = \"Zelf reizen\"\n# zonder frequentie",
        right: "frequentie = \"2 keer per week\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, goal) in goals(subject) {
        if goal.frequency.is_none() {
            let message = format!("doel {} heeft geen frequentie", index + 1);
            report.add(
                Remark::on_plan(goal_key(index, "frequentie"), message)
                    .hint("voeg toe: frequentie = \"2 keer per week\""),
            );
        }
    }
}
