//! An independent supporter was offered.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "clientondersteuner",
        severity: Severity::Error,
        what: "In het plan staat op welke dag een onafhankelijke cliëntondersteuner is aangeboden.",
        why: "De cliënt heeft recht op iemand die niet van de gemeente of de aanbieder is en meedenkt. Wie het niet weet, kan er niet voor kiezen.",
        source: "Wmo 2015, artikel 2.2.4 en 2.3.2 (ook voor jeugdhulp en zorg); Wlz: cliëntondersteuning",
        wrong: "[afspraken] zonder clientondersteuner_aangeboden",
        right: "clientondersteuner_aangeboden = 2026-02-03",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let agreements = subject.plan().agreements.as_ref();
    if agreements.is_none_or(|agreements| agreements.supporter_offered.is_none()) {
        let path = KeyPath::root("afspraken").key("clientondersteuner_aangeboden");
        let message = "er staat niet dat een cliëntondersteuner is aangeboden";
        let hint = "voeg bij [afspraken] toe: clientondersteuner_aangeboden = jaar-maand-dag";
        report.add(Remark::on_plan(path, message).hint(hint));
    }
}
