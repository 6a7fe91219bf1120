//! How often: an easy-read sentence says none other than its goal.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::{Claim, Difference, compare};
use super::evidence::{Evidence, quoted};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-andere-frequentie",
        severity: Severity::Error,
        what: "Een zin in makkelijk lezen noemt dezelfde frequentie als het doel.",
        why: "De cliënt rekent op wat er in het eigen exemplaar staat. Zegt dat iets anders dan het vastgestelde plan, dan is een van de twee niet waar.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "frequentie = \"3x per week\"\nwanneer = [\"Ik oefen 2 keer per week.\"]",
        right: "frequentie = \"3x per week\"\nwanneer = [\"Ik oefen 3 keer per week.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    compare(subject, report, "hoe vaak", differs);
}

/// The first frequency that is none of those of the goal. Where the goal states none, a sentence
/// can't contradict it.
fn differs(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    let grounds = evidence.grounds(claim, |reading| reading.frequencies.clone());
    if grounds.stated.is_empty() {
        return None;
    }
    let said = claim.reading.frequencies.iter().find(|said| {
        let mut agreed = grounds.agreed.iter();
        !agreed.any(|agreed| said.value.agrees_with(agreed.value))
    })?;
    let goal = match &evidence.goal.frequency {
        Some(frequency) => frequency.to_string(),
        None => quoted(&grounds.stated),
    };
    Some(Difference {
        easy: said.text.clone(),
        goal,
    })
}
