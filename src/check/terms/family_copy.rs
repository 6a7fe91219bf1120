//! Relatives get their copy in time to add to the plan.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::FAMILY_COPY;
use super::{pressing, remark};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-familie-exemplaar",
        // That a copy was sent stands in no file, so this can only remind.
        severity: Severity::Hint,
        what: "Wie van de familie mag meelezen, heeft het familie-exemplaar een maand voor het gesprek.",
        why: "Een naaste die het plan pas aan tafel ziet, kan er niets meer aan toevoegen. Staat de inbreng van ieder in het plan, dan zwijgt deze regel.",
        source: "praktijk; de termijn staat in het formaat",
        wrong: "[gesprek]\ndatum = 2026-12-10 # over drie weken",
        right: "[gesprek]\ndatum = 2026-12-10\n\n[[inbreng]]\nnummer = 3\ndatum = 2026-11-19",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for due in pressing(subject, &[FAMILY_COPY]) {
        let day = due.day.long();
        let message = if due.is_overdue() {
            format!("het familie-exemplaar had uiterlijk op {day} verstuurd moeten zijn")
        } else {
            format!("het familie-exemplaar moet uiterlijk op {day} verstuurd zijn")
        };
        let hint =
            "is het verstuurd, dan hoeft er niets; zet wat de familie terugstuurt bij [[inbreng]]";
        report.add(remark(due, message).hint(hint));
    }
}
