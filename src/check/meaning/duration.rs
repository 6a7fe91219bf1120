//! How long: whether a length of time in an easy-read sentence fits the intensity of its goal.

use super::claim::Claim;
use super::doer::{Scope, has};
use super::evidence::Evidence;
use crate::dossier::code::{EffortUnit, Per};
use crate::dossier::goal::Effort;
use crate::language::{Amount, possible, stated, words};

/// Weeks in a year, and months.
const WEEKS: f64 = 52.0;
const MONTHS: f64 = 12.0;
/// The part by which lengths may differ: a month is no whole number of weeks.
const SLACK: f64 = 0.1;
/// Words by which a sentence tells of support.
const SUPPORT: &[&str] = &["helpt", "help", "hulp", "wij", "we", "komt", "krijg"];
/// Words before a length of time that is no length of support: `binnen 2 uur`.
const OTHER_LENGTH: &[&str] = &[
    "na", "binnen", "over", "voor", "tot", "elk", "elke", "om", "ieder",
];

/// The intensity of the goal, where a length of time is about support and doesn't fit it.
pub(super) fn misfit(
    claim: &Claim,
    text: &str,
    amount: &Amount,
    evidence: &Evidence<'_>,
) -> Option<String> {
    let effort = evidence.goal.effort.as_ref()?;
    let minutes = in_minutes(effort)?;
    let said = f64::from(amount.number.times(100).whole()?) / 100.0;
    let scope = Scope::of(evidence.plan, claim);
    let is_of_support = scope.is_of_support()
        && (claim.is_about_help() || amount.per.is_some())
        && (amount.per.is_some() || has(&claim.text, SUPPORT) || scope.has_professional())
        && !follows_other(&claim.text, text);
    let fits = match amount.per {
        Some(_) => {
            let week = minutes * per_week(effort.per)?;
            let said = said * spans(amount)?;
            let is_each = |times: f64| near(minutes * times, said);
            near(week, said) || occasions(amount, evidence).into_iter().any(is_each)
        }
        None => fits_once(minutes, said, effort, &occasions(amount, evidence)),
    };
    (is_of_support && !fits).then(|| effort.label())
}

/// Whether a length is that of the whole, or of one occasion: 45 minutes of 90 minutes in two.
fn fits_once(minutes: f64, said: f64, effort: &Effort, occasions: &[f64]) -> bool {
    let week = per_week(effort.per).map(|times| minutes * times);
    let is_one = |times: &f64| week.is_none_or(|week| near(week / times, said));
    near(minutes, said) || occasions.is_empty() || occasions.iter().any(is_one)
}

/// How often the support is given, in times per week.
fn occasions(amount: &Amount, evidence: &Evidence<'_>) -> Vec<f64> {
    let Some(frequency) = &evidence.goal.frequency else {
        return Vec::new();
    };
    let all = possible(frequency.as_str()).frequencies.into_iter();
    let counted = all.filter(|said| said.value.times > 0 && !said.text.is_empty());
    counted
        .filter_map(|said| {
            let counted = Amount {
                per: Some(said.value.per),
                ..amount.clone()
            };
            Some(f64::from(said.value.times) * spans(&counted)?)
        })
        .collect()
}

/// How many of the period of an amount go in a week.
fn spans(amount: &Amount) -> Option<f64> {
    let per = amount.per?;
    let known = [
        ("elke dag", 7.0),
        ("elke week", 1.0),
        ("elke maand", MONTHS / WEEKS),
        ("elk jaar", 1.0 / WEEKS),
    ];
    let is_same = |words: &str| {
        let mut known = stated(words).frequencies.into_iter();
        known.any(|said| said.value.per.span == per.span)
    };
    let (_, spans) = known.into_iter().find(|(words, _)| is_same(words))?;
    Some(spans / f64::from(per.count.max(1)))
}

/// How many of a period go in a week.
fn per_week(per: Per) -> Option<f64> {
    match per {
        Per::Day => Some(7.0),
        Per::Week => Some(1.0),
        Per::Month => Some(MONTHS / WEEKS),
        Per::Year => Some(1.0 / WEEKS),
        Per::Total => None,
    }
}

fn in_minutes(effort: &Effort) -> Option<f64> {
    match effort.unit {
        EffortUnit::Minute => Some(effort.amount.get()),
        EffortUnit::Hour => Some(effort.amount.get() * 60.0),
        EffortUnit::HalfDay | EffortUnit::Day | EffortUnit::Piece => None,
    }
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= SLACK * one.max(other)
}

/// Whether a word before a length of time makes it another: `na 2 uur`.
fn follows_other(sentence: &str, text: &str) -> bool {
    let before = sentence.split(text).next().unwrap_or_default();
    let last = words(before).last();
    last.is_some_and(|word| OTHER_LENGTH.contains(&word.to_lowercase().as_str()))
}
