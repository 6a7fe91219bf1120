//! The client got a copy of the agreed plan.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{come, is_agreed};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "geen-kopie",
        severity: Severity::Warning,
        what: "Van een vastgesteld plan heeft de cliënt een kopie gekregen, en de dag staat in het plan.",
        why: "Cliënten hebben recht op hun eigen plan, en houden zich aan afspraken die zij kunnen nalezen.",
        source: "WGBO en Jeugdwet: recht op afschrift; regionaal format: kopie voor de cliënt",
        wrong: "status = \"vastgesteld\", zonder kopie_gegeven",
        right: "kopie_gegeven = 2026-02-27",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let agreements = plan.agreements.as_ref();
    let given = agreements.and_then(|agreements| agreements.copy_given);
    if is_agreed(plan) && come(given, subject.context.today).is_none() {
        let path = KeyPath::root("afspraken").key("kopie_gegeven");
        let message = "er staat niet dat de cliënt een kopie van het vastgestelde plan heeft";
        let hint = "geef een kopie, en voeg bij [afspraken] toe: kopie_gegeven = jaar-maand-dag";
        report.add(Remark::on_plan(path, message).hint(hint));
    }
}
