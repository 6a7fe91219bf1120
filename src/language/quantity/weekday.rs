//! Days of the week: `op maandag`, `’s maandags`, `woensdagmiddag`, `ma t/m vr`, `in het weekend`.

use super::tokens::Tokens;
use super::{Mode, Said};
use crate::dossier::value::WEEKDAYS;

/// The days in two letters. Alone they may be other words: `zo`, `do`.
const SHORT: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
/// The parts of a day.
const PARTS: [&str; 5] = ["ochtend", "morgen", "middag", "avond", "nacht"];

/// A set of days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days(u8);

impl Days {
    /// Monday to Friday.
    pub(crate) const WORKING: Self = Self(0b001_1111);
    /// Saturday and Sunday.
    pub(crate) const WEEKEND: Self = Self(0b110_0000);

    fn one(day: u8) -> Self {
        Self(1 << day)
    }

    /// From one day to another, over the end of the week if need be.
    fn range(first: u8, last: u8) -> Self {
        let mut days = Self::one(first);
        let mut day = first;
        while day != last {
            day = (day + 1) % 7;
            days = days.and(Self::one(day));
        }
        days
    }

    /// These days and those.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether saying these days is right where those were agreed: all of them, or one day of a
    /// weekend.
    pub(crate) fn agree_with(self, agreed: Self) -> bool {
        if self == Self::WEEKEND {
            return self.0 & agreed.0 != 0;
        }
        self.0 & agreed.0 == self.0
    }
}

/// The day that a word names, from 0 for Monday: `maandag`, `maandags`, `maandagavond`.
pub(super) fn weekday(word: &str) -> Option<u8> {
    position(WEEKDAYS.iter().position(|name| word.starts_with(name)))
}

/// Whether a word may be a day in two letters.
pub(super) fn is_short_day(word: &str) -> bool {
    SHORT.contains(&word)
}

/// The part of the day that a word names: `ochtend`, `’s ochtends`, `maandagochtend`.
pub(super) fn part_of_day(word: &str) -> Option<usize> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let part = PARTS.iter().position(|part| word.ends_with(part))?;
    // A morning has two words; `morgen` alone is tomorrow.
    match part {
        1 if word == "morgen" => None,
        1 => Some(0),
        part => Some(part),
    }
}

fn position(found: Option<usize>) -> Option<u8> {
    found.and_then(|day| u8::try_from(day).ok())
}

/// The days in a sentence.
pub(super) fn find(tokens: &Tokens<'_>, mode: Mode) -> Vec<Said<Days>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hit = range(tokens, at)
            .or_else(|| day(tokens, at).map(|day| (Days::one(day), 1)))
            .or_else(|| several(tokens, at, mode));
        match hit {
            Some((days, length)) => {
                found.push(tokens.said(days, at..at + length));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// A day by its name, or in two letters beside another day.
fn day(tokens: &Tokens<'_>, at: usize) -> Option<u8> {
    let word = tokens.word(at);
    weekday(word).or_else(|| {
        let joins = |word: &str| matches!(word, "en" | "t/m" | "of");
        let beside = [at + 1, at + 2, at.wrapping_sub(1), at.wrapping_sub(2)];
        let has_other = beside.into_iter().enumerate().any(|(order, other)| {
            let between = tokens.word(if order == 1 {
                at + 1
            } else {
                at.wrapping_sub(1)
            });
            let is_next = order % 2 == 0;
            is_short_day(tokens.word(other)) && (is_next || joins(between))
        });
        position(SHORT.iter().position(|short| *short == word)).filter(|_| has_other)
    })
}

/// `maandag tot en met vrijdag`, `ma t/m vr`.
fn range(tokens: &Tokens<'_>, at: usize) -> Option<(Days, usize)> {
    let first = day(tokens, at)?;
    let words = [1, 2, 3].map(|step| tokens.word(at + step));
    let length = match words {
        ["tot", "en", "met"] => 4,
        ["tot" | "t/m", ..] => 2,
        _ => return None,
    };
    let last = day(tokens, at + length)?;
    Some((Days::range(first, last), length + 1))
}

/// `op werkdagen`, `door de week`, `in het weekend`; read freely also `elke dag`.
fn several(tokens: &Tokens<'_>, at: usize, mode: Mode) -> Option<(Days, usize)> {
    let before = tokens.before(at);
    let is_general = matches!(before, "op" | "elke" | "iedere" | "alle");
    match tokens.word(at) {
        "werkdag" | "werkdagen" if is_general => Some((Days::WORKING, 1)),
        "doordeweeks" | "doordeweekse" => Some((Days::WORKING, 1)),
        "door" if tokens.word(at + 1) == "de" && tokens.word(at + 2) == "week" => {
            Some((Days::WORKING, 3))
        }
        "weekend" | "weekenden" => Some((Days::WEEKEND, 1)),
        _ if mode == Mode::Stated => None,
        "werkdag" | "werkdagen" | "schooldag" | "schooldagen" | "lesdagen" => {
            Some((Days::WORKING, 1))
        }
        "dagelijks" | "dagelijkse" => Some((Days::WORKING.and(Days::WEEKEND), 1)),
        "dag" | "nacht" | "ochtend" | "avond" | "middag"
            if matches!(before, "elke" | "iedere" | "per") =>
        {
            Some((Days::WORKING.and(Days::WEEKEND), 1))
        }
        _ => None,
    }
}
