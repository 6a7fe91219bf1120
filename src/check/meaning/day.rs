//! Which day of the week: an easy-read sentence says none other than its goal.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::{Claim, Difference, compare};
use super::evidence::{Evidence, quoted};
use crate::finding::Severity;
use crate::language::{Days, stated};

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-andere-dag",
        severity: Severity::Error,
        what: "Een zin in makkelijk lezen noemt geen andere dag van de week dan het doel.",
        why: "Wie op de verkeerde dag wacht, wacht voor niets.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "client = \"Neemt op woensdag geld op.\"\ndoe = [\"Ik haal op maandag geld.\"]",
        right: "client = \"Neemt op woensdag geld op.\"\ndoe = [\"Ik haal op woensdag geld.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    compare(subject, report, "welke dag", differs);
}

fn differs(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    let grounds = evidence.grounds(claim, |reading| reading.days.clone());
    if grounds.stated.is_empty() || claim.denies() || is_daily(claim, evidence) {
        return None;
    }
    let agreed = grounds.agreed.iter();
    let agreed = agreed.fold(Days::default(), |all, said| all.and(said.value));
    let mut said = claim.reading.days.iter().cloned();
    let said = said.find(|said| !said.value.agree_with(agreed))?;
    Some(Difference {
        easy: said.text,
        goal: quoted(&grounds.stated),
    })
}

/// Whether those of whom a sentence speaks do it every day, and only others have a day of their own.
fn is_daily(claim: &Claim, evidence: &Evidence<'_>) -> bool {
    let own = evidence.own(claim);
    let daily = stated("elke dag").frequencies;
    let is_daily = own.stated.frequencies.iter().any(|said| {
        let mut daily = daily.iter();
        daily.any(|daily| said.value.per == daily.value.per)
    });
    is_daily && own.stated.days.is_empty() && evidence.core.stated.days.is_empty()
}
