//! A goal says what the people around the client do, even if that is nothing.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::goals;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "rol-netwerk",
        severity: Severity::Warning,
        what: "Bij elk doel staat wat mantelzorgers, vrijwilligers of anderen uit het netwerk doen; ‘Niets’ is ook een antwoord. Wil de cliënt geen familie betrekken, dan is de vraag voor het hele plan beantwoord.",
        why: "Voordat er ondersteuning betaald wordt, wil het lokaal team weten of naar het netwerk gekeken is. Een leeg vak zegt niet of het gevraagd is.",
        source: "Wmo 2015, artikel 2.3.2: het onderzoek naar mantelzorg en netwerk; regionaal format: wie doet wat",
        wrong: "[[doelen]] zonder mantelzorg, vrijwilliger en netwerk",
        right: "mantelzorg = \"Niets: dit wil Zoë zonder haar familie doen.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    if plan.family.as_ref().is_some_and(|family| !family.wanted) {
        return;
    }
    for (number, goal, path) in goals(plan) {
        let is_answered =
            goal.by_carers.is_some() || goal.by_volunteers.is_some() || !goal.by_network.is_empty();
        if !is_answered {
            let message =
                format!("doel {number} zegt niet wat mantelzorgers of vrijwilligers doen");
            let hint = "voeg toe: mantelzorg, vrijwilliger of [[doelen.netwerk]]; doet niemand iets, dan mantelzorg = \"Niets\"";
            report.add(Remark::on_plan(path.key("mantelzorg"), message).hint(hint));
        }
    }
}
