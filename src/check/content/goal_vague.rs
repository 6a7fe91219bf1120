//! A goal has no words that nobody can see happen.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goal_sentences, vague_words};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "vaag-doel",
        severity: Severity::Warning,
        what: "Een doel zegt wat er te zien is, zonder vage woorden als ‘stimuleren’, ‘aandacht voor’, ‘inzicht krijgen’ of ‘meer’ zonder hoeveel.",
        why: "Van ‘werken aan’ en ‘beter’ kan niemand zeggen of het gelukt is, en bij de evaluatie denkt ieder er iets anders bij.",
        source: "SMART: specifiek en meetbaar, in gedrag of situatie",
        wrong: "doel = \"Zoë stimuleren om meer te bewegen.\"",
        right: "doel = \"Op 1 juli 2026 wandelt Zoë drie keer per week een half uur.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (number, _, text, path) in goal_sentences(subject.plan()) {
        for range in vague_words::find(text) {
            let message = format!("doel {number} heeft een vaag woord");
            let hint = "schrijf wat de cliënt dan doet, hoe vaak of hoeveel";
            let remark = Remark::on_plan(path.clone(), message).hint(hint);
            report.add(remark.quote(&text[range.clone()]).within(text, range));
        }
    }
}
