//! A zorgleefplan answers its two leading questions.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::code::PlanKind;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "zorgleefplan-vragen",
        severity: Severity::Error,
        what: "Een zorgleefplan geeft antwoord op de twee vragen waar het om draait: hoe wilt u leven, en welke ondersteuning is daarvoor nodig.",
        why: "De doelen van een zorgleefplan volgen uit deze twee antwoorden. Zonder die antwoorden is het een zorgplan.",
        source: "methode: zorgleefplan; regionaal format",
        wrong: "soort = \"zorgleefplan\", zonder hoe_wil_ik_leven",
        right: "hoe_wil_ik_leven = \"Ik wil elke dag even buiten zijn.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    if plan.about.kind != PlanKind::CareLife {
        return;
    }
    let picture = plan.picture.as_ref();
    let questions = [
        (
            "hoe_wil_ik_leven",
            "hoe de cliënt wil leven",
            picture.and_then(|picture| picture.how_to_live.as_ref()),
        ),
        (
            "welke_ondersteuning",
            "welke ondersteuning daarvoor nodig is",
            picture.and_then(|picture| picture.which_support.as_ref()),
        ),
    ];
    for (key, what, answer) in questions {
        if answer.is_none() {
            let path = KeyPath::root("beeldvorming").key(key);
            let message = format!("in dit zorgleefplan staat niet {what}");
            let hint = format!("voeg bij [beeldvorming] toe: {key} = \"…\"");
            report.add(Remark::on_plan(path, message).hint(hint));
        }
    }
}
