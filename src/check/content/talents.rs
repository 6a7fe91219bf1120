//! The plan holds what the client is good at.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "talenten-ontbreken",
        severity: Severity::Error,
        what: "Het plan noemt talenten en mogelijkheden van de cliënt, niet alleen wat moeilijk gaat.",
        why: "Een doel lukt met wat iemand wél kan. Een plan met alleen beperkingen leest als een oordeel, en laat niet zien waar eigen kracht begint.",
        source: "regionaal format: talenten; Wmo 2015: eigen kracht",
        wrong: "beperkingen = [\"Rekenen met geld is moeilijk.\"], zonder talenten",
        right: "talenten = [\"Onthoudt namen en verjaardagen.\"]",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let picture = subject.plan().picture.as_ref();
    if picture.is_some_and(|picture| !picture.talents.is_empty()) {
        return;
    }
    let has_limits = picture.is_some_and(|picture| !picture.limitations.is_empty());
    let (key, message) = if has_limits {
        (
            "beperkingen",
            "het plan noemt wel beperkingen, maar geen talenten",
        )
    } else {
        ("talenten", "het plan noemt geen talenten")
    };
    let path = KeyPath::root("beeldvorming").key(key);
    let hint = "voeg bij [beeldvorming] toe: talenten = [\"…\"], met wat de cliënt goed kan";
    report.add(Remark::on_plan(path, message).hint(hint));
}
