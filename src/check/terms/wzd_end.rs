//! Involuntary care that is about to end asks for a decision.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::term::WZD_END;
use super::{pressing, remark};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "termijn-wzd-einde",
        severity: Severity::Hint,
        what: "Twee weken voor het einde van onvrijwillige zorg is het tijd om te beslissen: stoppen of, na een evaluatie, verlengen. Staat de verlenging al in het plan, dan zwijgt deze regel.",
        why: "Een maatregel die na zijn laatste dag doorloopt, is dwang waar niemand over heeft beslist.",
        source: "Wet zorg en dwang, stappenplan; de termijn staat in het formaat",
        wrong: "[[onvrijwillige_zorg]]\neinde = 2026-11-30 # over acht dagen",
        right: "# Verlengd na een evaluatie: een nieuwe maatregel, met dezelfde woorden.\n[[onvrijwillige_zorg]]\nstart = 2026-12-01\neinde = 2027-02-28",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for due in pressing(subject, &[WZD_END]) {
        let number = due
            .number
            .expect("a measure's term has the measure's number");
        let day = due.day.long();
        let message = format!("maatregel {number} eindigt op {day}");
        let hint = "beslis met de zorgverantwoordelijke: stoppen, of na een evaluatie verlengen";
        report.add(remark(due, message).hint(hint));
    }
}
