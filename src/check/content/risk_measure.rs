//! Every risk has a measure.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "risico-zonder-maatregel",
        severity: Severity::Warning,
        what: "Bij elk risico staat wat ertegen gedaan wordt, of dat het bewust aanvaard is.",
        why: "Wie een risico opschrijft en niets afspreekt, laat degene die dienst heeft alleen. Een risico dat de cliënt wil nemen, is ook een afspraak.",
        source: "Wkkgz: verantwoorde zorg; regionaal format: risico's",
        wrong: "risico = \"Uit bed vallen.\"",
        right: "maatregel = \"Een lager bed, en elke nacht om twee uur kijken.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, risk) in subject.plan().risks.iter().enumerate() {
        if risk.measure.is_none() {
            let path = KeyPath::root("risicos").index(index).key("maatregel");
            let message = format!("risico {} heeft geen maatregel", index + 1);
            let remark = Remark::on_plan(path, message).quote(risk.risk.as_str());
            report.add(remark.hint("voeg toe: maatregel = \"…\" en wie = \"…\""));
        }
    }
}
