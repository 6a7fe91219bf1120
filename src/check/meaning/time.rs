//! What time on the clock: an easy-read sentence says none other than its goal.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::{Claim, Difference, compare};
use super::evidence::{Evidence, quoted};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-andere-tijd",
        severity: Severity::Error,
        what: "Een zin in makkelijk lezen noemt geen andere tijd op de klok dan het doel.",
        why: "Op een tijd staat iemand klaar of neemt iemand een medicijn; die moet kloppen.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "doel = \"Zoë is om half negen klaar.\"\nwil = [\"Ik wil om 8 uur klaar zijn.\"]",
        right: "doel = \"Zoë is om half negen klaar.\"\nwil = [\"Ik wil om half 9 klaar zijn.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    compare(subject, report, "hoe laat", differs);
}

fn differs(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    let grounds = evidence.grounds(claim, |reading| reading.times.clone());
    if grounds.stated.is_empty() || claim.denies() {
        return None;
    }
    let said = claim.reading.times.iter().find(|said| {
        let mut agreed = grounds.agreed.iter();
        !agreed.any(|agreed| said.value.agrees_with(agreed.value))
    })?;
    Some(Difference {
        easy: said.text.clone(),
        goal: quoted(&grounds.stated),
    })
}
