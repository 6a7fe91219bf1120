//! Which day or month of the calendar: an easy-read sentence says none other than its goal.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::{Claim, Difference, compare};
use super::evidence::{Evidence, quoted};
use crate::dossier::value::Date;
use crate::finding::Severity;
use crate::language::{CalendarDay, stated};

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-andere-datum",
        severity: Severity::Error,
        what: "Een zin in makkelijk lezen noemt geen datum of maand die niet bij het doel staat.",
        why: "De cliënt telt de dagen tot een datum; een verkeerde datum is een belofte die niet uitkomt.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "doel = \"Op 1 maart 2027 kookt Zoë zelf.\"\nwanneer = [\"Op 1 mei 2027 kook ik zelf.\"]",
        right: "doel = \"Op 1 maart 2027 kookt Zoë zelf.\"\nwanneer = [\"Op 1 maart 2027 kook ik zelf.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let about = &subject.plan().about;
    compare(subject, report, "wanneer", |claim, evidence| {
        let goal = evidence.goal;
        let period = goal.start.or(about.start).zip(goal.end.or(about.end));
        differs(claim, evidence, period)
    });
}

fn differs(
    claim: &Claim,
    evidence: &Evidence<'_>,
    period: Option<(Date, Date)>,
) -> Option<Difference> {
    let dates = &evidence.stated.dates;
    if dates.is_empty() {
        return None;
    }
    let said = claim.reading.dates.iter().find(|said| {
        // A month may be one of those before: `sinds mei`.
        let agreed = match said.value.day {
            Some(_) => claim.agreed(evidence),
            None => &evidence.told,
        };
        let mut agreed = agreed.dates.iter();
        let is_known = agreed.any(|agreed| said.value.agrees_with(agreed.value));
        !is_known && !is_month_within(said.value, period)
    })?;
    Some(Difference {
        easy: said.text.clone(),
        goal: quoted(dates),
    })
}

/// Whether a month lies between start and end, so that something may happen in it; so does every
/// month where these aren't known.
fn is_month_within(said: CalendarDay, period: Option<(Date, Date)>) -> bool {
    if said.day.is_some() {
        return false;
    }
    let Some((start, end)) = period else {
        return true;
    };
    let mut month = start.civil().first_of_month();
    while month <= end.civil() {
        let dates = stated(&Date::from_civil(month).long()).dates;
        if dates.iter().any(|date| said.agrees_with(date.value)) {
            return true;
        }
        let Ok(next) = month.checked_add(jiff::Span::new().months(1)) else {
            break;
        };
        month = next;
    }
    false
}
