//! Under the Wlz the first plan is discussed soon after care started.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::DISCUSSION;
use super::{pressing, remark};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-bespreking",
        severity: Severity::Warning,
        what: "Onder de Wlz is het eerste plan binnen zes weken na de start van de zorg besproken; is dat bijna voorbij, dan is dit een tip.",
        why: "Tot de bespreking krijgt iemand zorg waarover niemand met hem heeft gesproken.",
        source: "Wlz art. 8.1.1; de termijn staat in het formaat",
        wrong: "wet = \"wlz\"\nstatus = \"concept\"\nzorg_gestart = 2026-09-01\n# geen [gesprek] dat al geweest is",
        right: "zorg_gestart = 2026-09-01\n\n[gesprek]\ndatum = 2026-10-06",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for due in pressing(subject, &[DISCUSSION]) {
        let day = due.day.long();
        let message = if due.is_overdue() {
            format!("het plan had uiterlijk op {day} met de cliënt besproken moeten zijn")
        } else {
            format!("het plan moet uiterlijk op {day} met de cliënt besproken zijn")
        };
        let hint = "spreek een dag af en zet die bij [gesprek] datum";
        report.add(remark(due, message).hint(hint));
    }
}
