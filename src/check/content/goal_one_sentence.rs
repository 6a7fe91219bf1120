//! A goal is one sentence.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::goal_sentences;
use crate::finding::Severity;
use crate::language;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-meer-zinnen",
        severity: Severity::Warning,
        what: "Een doel staat in één zin.",
        why: "Wie meer zinnen nodig heeft, noemt vaak twee doelen of ook de weg erheen. Van één zin is te zeggen of hij waar geworden is.",
        source: "SMART: specifiek; regionaal format: het doel in één zin",
        wrong: "doel = \"Zoë reist met de bus. Zij oefent daarvoor elke week.\"",
        right: "doel = \"Op 1 november reist Zoë vier werkdagen achter elkaar zelf met de bus.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (number, _, text, path) in goal_sentences(subject.plan()) {
        let sentences = language::sentences(text);
        if let [_, second, ..] = sentences[..] {
            let message = format!("doel {number} heeft meer dan één zin");
            let hint = "houd één zin over; wat er verandert, hoort bij resultaat, en wie wat doet bij client en aanbieder";
            let remark = Remark::on_plan(path, message).hint(hint).at_word(second);
            report.add(remark.quote(second));
        }
    }
}
