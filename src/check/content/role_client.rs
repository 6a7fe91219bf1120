//! A goal says what the client does.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::goals;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "rol-client",
        severity: Severity::Warning,
        what: "Bij elk doel staat wat de cliënt zelf doet, ook als dat weinig is.",
        why: "Het is een doel van de cliënt. Wat iemand zelf doet, laat eigen kracht zien en bepaalt hoeveel ondersteuning er nodig is.",
        source: "Wmo 2015: eigen kracht; regionaal format: wie doet wat",
        wrong: "[[doelen]] zonder client",
        right: "client = \"Oefent de route en belt als de bus niet komt.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (number, goal, path) in goals(subject.plan()) {
        if goal.by_client.is_none() {
            let message = format!("doel {number} zegt niet wat de cliënt doet");
            let hint = "voeg toe: client = \"…\", vanaf het werkwoord";
            report.add(Remark::on_plan(path.key("client"), message).hint(hint));
        }
    }
}
