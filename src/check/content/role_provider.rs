//! A goal says what the provider does.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::goals;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "rol-aanbieder",
        severity: Severity::Warning,
        what: "Bij elk doel staat wat de aanbieder doet.",
        why: "Wat de aanbieder doet, is wat de gemeente of het zorgkantoor betaalt en waar de cliënt op mag rekenen.",
        source: "regionaal format: wie doet wat",
        wrong: "[[doelen]] zonder aanbieder",
        right: "aanbieder = \"Oefent de eerste drie weken mee in de bus.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (number, goal, path) in goals(subject.plan()) {
        if goal.by_provider.is_none() {
            let message = format!("doel {number} zegt niet wat de aanbieder doet");
            let hint = "voeg toe: aanbieder = \"…\", vanaf het werkwoord";
            report.add(Remark::on_plan(path.key("aanbieder"), message).hint(hint));
        }
    }
}
