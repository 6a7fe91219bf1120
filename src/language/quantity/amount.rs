//! Amounts: money, lengths of time, and how many of what: `20 euro`, `anderhalf uur`, `tien zinnen`.

use super::frequency::{Period, Span};
use super::tokens::{Number, Tokens};
use super::{Mode, Said};
use crate::language::stem::hardened;

/// What is measured or counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Money.
    Euro,
    /// Time; hours and quarters are counted in minutes.
    Minutes,
    /// Things, by the stem of their word.
    Things(String),
}

/// So much of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) number: Number,
    pub(crate) of: Measure,
    /// The time that it counts over: `2 uur per week`.
    pub(crate) per: Option<Period>,
}

/// Words after a number that are not what it counts.
const NO_THINGS: &[&str] = &[
    "aan", "als", "bij", "dan", "dat", "de", "der", "dus", "een", "elke", "en", "er", "heb", "het",
    "hij", "ik", "in", "is", "keer", "maar", "met", "mij", "mijn", "na", "naar", "niet", "nog",
    "of", "om", "op", "over", "per", "tot", "uit", "van", "voor", "wij", "wil", "zij", "zijn",
];

/// The amounts in a sentence.
pub(super) fn find(tokens: &Tokens<'_>, mode: Mode) -> Vec<Said<Amount>> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if mode == Mode::Stated && tokens.is_used(at) {
            continue;
        }
        let hit = money(tokens, at)
            .or_else(|| duration(tokens, at))
            .or_else(|| things(tokens, at));
        if let Some((number, of, length)) = hit {
            let per = over(tokens, at + length);
            let value = Amount { number, of, per };
            let length = length + if value.per.is_some() { 2 } else { 0 };
            found.push(tokens.said(value, at..at + length));
        }
    }
    found
}

/// Every number in a sentence, also those that words say in passing.
pub(super) fn numbers(tokens: &Tokens<'_>) -> Vec<Number> {
    let in_words = |at: usize| match tokens.word(at) {
        "een" | "eens" => Some(1),
        "beide" | "beiden" | "allebei" | "tweeën" => Some(2),
        "drieën" => Some(3),
        _ => None,
    };
    (0..tokens.len())
        .filter_map(|at| {
            let number = tokens.number(at);
            number.or_else(|| in_words(at).map(Number::from_whole))
        })
        .collect()
}

type Hit = (Number, Measure, usize);

fn money(tokens: &Tokens<'_>, at: usize) -> Option<Hit> {
    if tokens.word(at) == "€" {
        return Some((tokens.number(at + 1)?, Measure::Euro, 2));
    }
    let number = tokens.number(at)?;
    (tokens.word(at + 1) == "euro").then_some((number, Measure::Euro, 2))
}

/// A length of time up to hours; longer ones are counted as things.
fn duration(tokens: &Tokens<'_>, at: usize) -> Option<Hit> {
    let in_minutes = |number: Number, length| Some((number, Measure::Minutes, length));
    let half = |at: usize| tokens.word(at) == "half" && tokens.word(at + 1) == "uur";
    match (tokens.word(at), tokens.word(at + 1)) {
        ("half", "uur") => return in_minutes(Number::from_whole(30), 2),
        ("halfuur", _) => return in_minutes(Number::from_whole(30), 1),
        ("een", "uur") => return in_minutes(Number::from_whole(60), 2),
        ("kwartier", _) if tokens.number(at.wrapping_sub(1)).is_none() => {
            return in_minutes(Number::from_whole(15), 1);
        }
        ("een", _) if half(at + 1) => return None,
        _ => {}
    }
    let number = tokens.number(at)?;
    match tokens.word(at + 1) {
        "minuut" | "minuten" => in_minutes(number, 2),
        // `5 over 2 uur` was taken by the clock.
        "uur" | "uren" => in_minutes(number.times(60), 2),
        "kwartier" => in_minutes(number.times(15), 2),
        _ => None,
    }
}

/// A number with the word for what it counts, past what describes it: `drie eigen liedjes`.
fn things(tokens: &Tokens<'_>, at: usize) -> Option<Hit> {
    let number = tokens.number(at)?;
    let mut noun = at + 1;
    while noun < at + 3 && describes(tokens.word(noun)) && is_thing(tokens.word(noun + 1)) {
        noun += 1;
    }
    let word = tokens.word(noun);
    is_thing(word).then(|| (number, Measure::Things(stem(word)), noun + 1 - at))
}

fn describes(word: &str) -> bool {
    word.len() > 3 && word.ends_with('e') || word == "eigen"
}

fn is_thing(word: &str) -> bool {
    word.chars().count() > 2 && word.chars().all(char::is_alphabetic) && !NO_THINGS.contains(&word)
}

/// What singular and plural have in common: `zin` and `zinnen`, `huis` and `huizen`.
fn stem(word: &str) -> String {
    let bare = word
        .strip_suffix("en")
        .filter(|rest| rest.len() > 2)
        .or_else(|| word.strip_suffix('s').filter(|rest| rest.len() > 3))
        .unwrap_or(word);
    let mut stem = String::with_capacity(bare.len());
    for letter in bare.chars() {
        if !stem.ends_with(letter) {
            stem.push(letter);
        }
    }
    hardened(stem)
}

/// `per week` after an amount.
fn over(tokens: &Tokens<'_>, at: usize) -> Option<Period> {
    let span = match (tokens.word(at), tokens.word(at + 1)) {
        ("per", "dag") => Span::Day,
        ("per", "week") => Span::Week,
        ("per", "maand") => Span::Month,
        ("per", "jaar") => Span::Year,
        _ => return None,
    };
    Some(Period { count: 1, span })
}
