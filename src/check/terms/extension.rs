//! An extension of the decision is asked for in time.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::EXTENSION;
use super::{pressing, remark};
use crate::dossier::plan::Plan;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-verlenging",
        severity: Severity::Warning,
        what: "Acht weken voor het einde van de beschikking is bekend of verlenging gewenst is; in de maand daarvoor is dit een tip.",
        why: "Het lokaal team heeft die tijd nodig om te beslissen. Wie later vraagt, zit een tijd zonder ondersteuning.",
        source: "regionale praktijk; de termijn staat in het formaat",
        wrong: "[beschikking]\neinde = 2026-12-31 # over zes weken, en de evaluatie zegt niets over verlenging",
        right: "# evaluatie.toml\n[verlenging]\ngewenst = true",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for due in pressing(subject, &[EXTENSION]) {
        let ending = ending(subject.plan());
        let day = due.day.long();
        let message = if due.is_overdue() {
            format!("{ending}; verlenging had uiterlijk op {day} gevraagd moeten zijn")
        } else {
            format!("{ending}; verlenging moet uiterlijk op {day} gevraagd zijn")
        };
        let hint = "stuur het evaluatieverslag naar het lokaal team; leg in evaluatie.toml vast: [verlenging] gewenst = true of false";
        report.add(remark(due, message).hint(hint));
    }
}

/// What ends, and when.
fn ending(plan: &Plan) -> String {
    let decision = plan.decision.as_ref().and_then(|decision| decision.end);
    let (what, day) = match decision {
        Some(day) => ("de beschikking", Some(day)),
        None => ("het plan", plan.about.end),
    };
    let day = day.expect("without an end there is nothing to extend");
    format!("{what} eindigt op {}", day.long())
}
