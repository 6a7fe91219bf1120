//! Every measure has somebody who does it.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;
use crate::language::says_none;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "maatregel-zonder-wie",
        severity: Severity::Warning,
        what: "Bij elke maatregel tegen een risico staat wie die uitvoert.",
        why: "Een maatregel van iedereen is een maatregel van niemand.",
        source: "Wkkgz: verantwoorde zorg; regionaal format: risico's",
        wrong: "maatregel = \"Elke nacht om twee uur kijken.\"",
        right: "maatregel = \"Elke nacht om twee uur kijken.\"\nwie = \"Nachtdienst\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, risk) in subject.plan().risks.iter().enumerate() {
        let measure = risk
            .measure
            .as_ref()
            .filter(|measure| !says_none(measure.as_str()));
        if let Some(measure) = measure.filter(|_| risk.by.is_none()) {
            let path = KeyPath::root("risicos").index(index);
            let message = format!(
                "bij de maatregel van risico {} staat niet wie die uitvoert",
                index + 1
            );
            let remark = Remark::on_plan(path.key("maatregel"), message).quote(measure.as_str());
            report.add(remark.hint("voeg toe: wie = \"…\""));
        }
    }
}
