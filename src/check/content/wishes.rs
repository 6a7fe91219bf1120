//! The plan holds the client's wishes.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "wensen-ontbreken",
        severity: Severity::Error,
        what: "Het plan noemt wat de cliënt zelf wenst.",
        why: "Het plan is van de cliënt. Zonder wensen is niet te zien waar de doelen vandaan komen, en gaat het plan over problemen in plaats van over een leven.",
        source: "regionaal format: wensen; Wmo 2015, artikel 2.3.2: het onderzoek gaat uit van de behoeften en voorkeuren van de cliënt",
        wrong: "[beeldvorming] zonder wensen",
        right: "wensen = [\"Ik wil zelf met de bus.\"]",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let picture = subject.plan().picture.as_ref();
    if picture.is_none_or(|picture| picture.wishes.is_empty()) {
        let path = KeyPath::root("beeldvorming").key("wensen");
        let remark = Remark::on_plan(path, "het plan noemt geen wensen van de cliënt");
        report.add(remark.hint("voeg bij [beeldvorming] toe: wensen = [\"Ik wil …\"]"));
    }
}
