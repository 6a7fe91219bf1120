//! A plan is agreed before the support begins.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::AGREEING;
use super::{pressing, remark};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-vaststelling",
        severity: Severity::Warning,
        what: "Een plan is vastgesteld als de ondersteuning begint; is dat bijna zo ver, dan is dit een tip.",
        why: "De beschikking volgt op een plan dat is besproken en vastgesteld. Een concept dat al loopt, is door niemand goedgekeurd.",
        source: "regionale afspraak; de termijn staat in het formaat",
        wrong: "status = \"concept\"\ningang = 2026-11-02 # drie weken geleden",
        right: "status = \"vastgesteld\"\nvastgesteld = 2026-10-26\ningang = 2026-11-02",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for due in pressing(subject, &[AGREEING]) {
        let day = due.day.long();
        let (message, hint) = if due.is_overdue() {
            (
                format!("het plan is op {day} ingegaan, maar is nog een concept"),
                "laat het plan ondertekenen en stel het vast, of verzet de ingang",
            )
        } else {
            (
                format!("het plan gaat op {day} in, en is nog een concept"),
                "laat het plan voor die dag ondertekenen en stel het vast",
            )
        };
        report.add(remark(due, message).hint(hint));
    }
}
