//! How much and how many: an easy-read sentence says none other than its goal.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::{Claim, Difference, compare};
use super::doer::{FIRST_PERSON, has};
use super::duration::misfit;
use super::evidence::{Evidence, quoted, texts};
use crate::finding::Severity;
use crate::language::{Amount, Measure, Said, digits, stated, words};

/// Words that a number after them names.
const LABELS: &[&str] = &["lijn", "bus", "tram", "kamer", "tafel", "bakje"];

/// What may say so many times: `4 keer`, `tweemaal`, `eens per week`.
const TIMES: &[&str] = &["keer", "maal", "eens"];

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

fn differs(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    let amount = || other_amount(claim, evidence);
    amount()
        .or_else(|| other_count(claim, evidence))
        .or_else(|| other_label(claim, evidence))
}

/// The first amount that is none of those of the goal, where the goal has amounts of the same.
fn other_amount(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    let text = without_support(&claim.text);
    let said = if text == claim.text {
        claim.reading.amounts.clone()
    } else {
        stated(&text).amounts
    };
    said.into_iter().find_map(|said| {
        let grounds = evidence.grounds(claim, |reading| {
            let mut amounts = reading.amounts.clone();
            amounts.retain(|known| is_rival(&said.value, &known.value));
            amounts
        });
        let mut agreed = grounds.agreed.iter();
        let is_agreed = agreed.any(|known| known.value.number == said.value.number);
        if is_agreed || is_known(&said.value, claim, evidence) {
            return None;
        }
        let misfit = || match said.value.of {
            Measure::Minutes => misfit(claim, &said.text, &said.value, evidence),
            _ => None,
        };
        let goal = match quoted(&grounds.stated) {
            rivals if rivals.is_empty() => misfit()?,
            rivals => rivals,
        };
        Some(Difference {
            goal,
            easy: said.text,
        })
    })
}

/// A sentence in which a length of time stands beside its period: `2 uur hulp per week`.
fn without_support(text: &str) -> String {
    let mut text = text.to_owned();
    for support in [" hulp per ", " begeleiding per ", " zorg per "] {
        text = text.replace(support, " per ");
    }
    text
}

/// Whether one amount is of the same thing as another; a working day is a day.
fn is_rival(amount: &Amount, known: &Amount) -> bool {
    let is_same = match (&amount.of, &known.of) {
        (Measure::Things(one), Measure::Things(other)) => {
            one == other || is_day(one) && is_day(other)
        }
        (one, other) => one == other,
    };
    is_same && amount.per == known.per
}

fn is_day(stem: &str) -> bool {
    ["dag", "werkdag", "schooldag"].contains(&stem)
}

/// Whether the goal says this amount, of itself or of those whom the sentence is about. Things may
/// have another word there; money and time may not.
fn is_known(amount: &Amount, claim: &Claim, evidence: &Evidence<'_>) -> bool {
    let own = evidence.own(claim);
    let mut readings = vec![&evidence.core.possible, &own.possible];
    if claim.is_of_other_time() {
        readings.push(&evidence.told);
    }
    let over = |amount: &Amount| amount.per.map(|per| per.span);
    let same = |other: &Amount| {
        let fits =
            over(amount).is_none() || over(other).is_none_or(|span| Some(span) == over(amount));
        other.of == amount.of && other.number == amount.number && fits
    };
    readings.iter().any(|reading| match amount.of {
        Measure::Things(_) => reading.numbers.contains(&amount.number),
        Measure::Euro | Measure::Minutes => reading.amounts.iter().any(|said| same(&said.value)),
    })
}

/// So many times in all, where whoever does it has another number of days: `4 keer` against `de
/// eerste twee zaterdagen`.
fn other_count(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    if !claim.reading.frequencies.is_empty() || claim.is_of_other_time() {
        return None;
    }
    // The client may do more than what others do with them.
    if has(&claim.text, FIRST_PERSON) {
        return None;
    }
    if !TIMES.iter().any(|times| claim.text.contains(times)) {
        return None;
    }
    let said = digits(&claim.text);
    let mut pairs = pairs(&said).into_iter();
    let (number, _) = pairs.find(|(_, word)| *word == "keer")?;
    let own = evidence.own(claim);
    let is_counted = |said: &&Said<Amount>| match &said.value.of {
        Measure::Things(of) => is_day(of) || !stated(&said.text).days.is_empty(),
        _ => false,
    };
    let rivals: Vec<_> = own
        .stated
        .amounts
        .iter()
        .filter(is_counted)
        .cloned()
        .collect();
    let mut known = own.possible.numbers.iter();
    let is_known = known.any(|known| {
        known
            .whole()
            .is_some_and(|known| known.to_string() == number)
    });
    (!rivals.is_empty() && !is_known).then(|| Difference {
        goal: quoted(&rivals),
        easy: format!("{number} keer"),
    })
}

/// A number after the word that it names: `lijn 9` where the goal has `lijn 6`.
fn other_label(claim: &Claim, evidence: &Evidence<'_>) -> Option<Difference> {
    let said = labels(&digits(&claim.text));
    if said.is_empty() {
        return None;
    }
    let labels: Vec<_> = texts(evidence.goal)
        .flat_map(|text| labels(&digits(text)))
        .collect();
    said.into_iter().find_map(|(word, number)| {
        let mut same = labels.iter().filter(|(known, _)| *known == word);
        let is_known = labels.iter().any(|(_, known)| *known == number);
        let (_, goal) = same.next().filter(|_| !is_known)?;
        Some(Difference {
            goal: format!("{word} {goal}"),
            easy: format!("{word} {number}"),
        })
    })
}

/// The words with a number that names them.
fn labels(text: &str) -> Vec<(String, String)> {
    let named = pairs(text).into_iter().filter(|(word, number)| {
        LABELS.contains(&word.to_lowercase().as_str())
            && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    named
        .map(|(word, number)| (word.to_lowercase(), number.to_owned()))
        .collect()
}

/// Each word with the next.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let all: Vec<_> = words(text).collect();
    all.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
