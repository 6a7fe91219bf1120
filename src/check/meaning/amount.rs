//! How much and how many: an easy-read sentence says none other than its goal.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::{Claim, Difference, compare};
use super::evidence::{Evidence, quoted};
use crate::finding::Severity;
use crate::language::{Amount, Measure, Reading, Said};

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-ander-getal",
        severity: Severity::Error,
        what: "Een zin in makkelijk lezen noemt hetzelfde bedrag, dezelfde duur en hetzelfde aantal als het doel.",
        why: "Een ander getal is een andere afspraak, en de cliënt kan dat niet aan het plan nazien.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "client = \"Neemt twintig euro op.\"\ndoe = [\"Ik haal 50 euro.\"]",
        right: "client = \"Neemt twintig euro op.\"\ndoe = [\"Ik haal 20 euro.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    compare(subject, report, "hoeveel", differs);
}

/// The first amount that is none of those of the goal, where the goal has amounts of the same.
fn differs(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    claim.reading.amounts.iter().find_map(|said| {
        let rivals = rivals(&said.value, evidence);
        let is_known = rivals.is_empty() || is_known(&said.value, evidence);
        (!is_known).then(|| Difference {
            goal: quoted(&rivals),
            easy: said.text.clone(),
        })
    })
}

/// What the goal says of the same thing. An amount of support per week is held against the
/// intensity; another length of time only against what the texts state.
fn rivals(amount: &Amount, evidence: &Evidence<'_>) -> Vec<Said<Amount>> {
    let all = match amount.per {
        Some(_) => &evidence.agreed.amounts,
        None => &evidence.stated.amounts,
    };
    let is_rival =
        |said: &&Said<Amount>| said.value.of == amount.of && said.value.per == amount.per;
    all.iter().filter(is_rival).cloned().collect()
}

/// Whether the goal says this amount somewhere. Things may have another word there; money and time
/// may not.
fn is_known(amount: &Amount, evidence: &Evidence<'_>) -> bool {
    let Reading {
        amounts, numbers, ..
    } = &evidence.told;
    let same = |other: &Amount| {
        let over = |amount: &Amount| amount.per.map(|per| per.span);
        let fits =
            over(amount).is_none() || over(other).is_none_or(|span| Some(span) == over(amount));
        other.of == amount.of && other.number == amount.number && fits
    };
    match amount.of {
        Measure::Things(_) => numbers.contains(&amount.number),
        Measure::Euro => amounts.iter().any(|said| same(&said.value)),
        Measure::Minutes => {
            amounts.iter().any(|said| same(&said.value)) || is_session(amount, evidence)
        }
    }
}

/// Whether a length of time is that of one occasion: 45 minutes of 90 minutes in two.
fn is_session(amount: &Amount, evidence: &Evidence<'_>) -> bool {
    let agreed = &evidence.agreed;
    let times = agreed.frequencies.iter().map(|said| said.value.times);
    let mut times = times.filter(|times| *times > 0);
    times.any(|times| {
        let mut amounts = agreed.amounts.iter().map(|said| &said.value);
        amounts.any(|whole| {
            let (one, other) = (whole.number, amount.number);
            whole.of == amount.of && (one.divided(times) == other || other.divided(times) == one)
        })
    })
}
