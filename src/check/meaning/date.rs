//! Which day or month of the calendar: an easy-read sentence says none other than its goal.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::{Claim, Difference, compare};
use super::evidence::{Evidence, quoted, texts};
use crate::dossier::goal::Goal;
use crate::dossier::value::Date;
use crate::finding::Severity;
use crate::language::{CalendarDay, stated, words};

/// Words before a year.
const IN_YEAR: &[&str] = &["in", "vanaf", "tot"];

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-andere-datum",
        severity: Severity::Error,
        what: "Een zin in makkelijk lezen noemt geen datum die niet bij het doel staat, en geen maand of jaar buiten de looptijd. Staat in het doel alleen een maand, dan is het die maand.",
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
    let dates = &evidence.all.stated.dates;
    if dates.is_empty() {
        return None;
    }
    let said = claim.reading.dates.iter().find(|said| {
        // A month may be one of those before: `sinds mei`.
        let is_day = said.value.day.is_some() && !claim.is_of_other_time();
        let agreed = if is_day {
            &evidence.all.possible
        } else {
            &evidence.told
        };
        let mut agreed = agreed.dates.iter();
        let is_known = agreed.any(|agreed| said.value.agrees_with(agreed.value));
        let may_be = !is_in_a_month(evidence.goal) && is_month_within(said.value, period);
        !is_known && !may_be
    });
    let said = said.map(|said| said.text.clone());
    Some(Difference {
        easy: said.or_else(|| other_year(claim, evidence, period))?,
        goal: quoted(dates),
    })
}

/// Whether the goal itself names a month and no day: then that is the month.
fn is_in_a_month(goal: &Goal) -> bool {
    let texts = [Some(&goal.title), goal.goal.as_ref()];
    let texts = texts.into_iter().flatten();
    let dates: Vec<_> = texts.flat_map(|text| stated(text.as_str()).dates).collect();
    !dates.is_empty() && dates.iter().all(|date| date.value.day.is_none())
}

/// A year that the goal doesn't name and that lies outside its period: `in 2028`.
fn other_year(
    claim: &Claim,
    evidence: &Evidence<'_>,
    period: Option<(Date, Date)>,
) -> Option<String> {
    let (start, end) = period?;
    let years = start.civil().year()..=end.civil().year();
    let all: Vec<_> = words(&claim.text).collect();
    let named = all.windows(2).find_map(|pair| {
        let is_year = pair[1].len() == 4 && pair[1].starts_with("20");
        let year: i16 = pair[1].parse().ok().filter(|_| is_year)?;
        let is_when = IN_YEAR.contains(&pair[0].to_lowercase().as_str());
        let mut texts = texts(evidence.goal);
        let is_known = years.contains(&year) || texts.any(|text| text.contains(pair[1]));
        (is_when && !is_known).then(|| pair[1].to_owned())
    });
    named.filter(|_| !claim.is_of_other_time())
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
