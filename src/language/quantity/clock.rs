//! Times on the clock: `om 8 uur`, `half negen`, `kwart over tien`, `20.00 uur`.

use super::tokens::Tokens;
use super::weekday::part_of_day;
use super::{Mode, Said};

/// Minutes in half a day.
const HALF_DAY: u32 = 12 * 60;

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// From midnight.
    minutes: u32,
    /// Whether the half of the day is known: spoken, 8 o'clock is in the morning or the evening.
    is_certain: bool,
}

impl Clock {
    fn spoken(hour: u32, minutes: u32) -> Self {
        Self {
            minutes: (hour * 60 + minutes) % (2 * HALF_DAY),
            is_certain: hour > 12,
        }
    }

    fn written(hour: u32, minutes: u32) -> Self {
        Self {
            is_certain: true,
            ..Self::spoken(hour, minutes)
        }
    }

    /// Whether both may be the same time.
    pub(crate) fn agrees_with(self, other: Self) -> bool {
        if self.is_certain && other.is_certain {
            self.minutes == other.minutes
        } else {
            self.minutes % HALF_DAY == other.minutes % HALF_DAY
        }
    }

    /// The same time in the half of the day that a word tells.
    fn in_part(self, part: Option<usize>) -> Self {
        let late = match part {
            Some(0) => false,
            Some(2 | 3) => true,
            _ => return self,
        };
        let half = self.minutes % HALF_DAY;
        Self {
            minutes: half + if late { HALF_DAY } else { 0 },
            is_certain: true,
        }
    }
}

/// The times in a sentence.
pub(super) fn find(tokens: &mut Tokens<'_>, mode: Mode) -> Vec<Said<Clock>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match time(tokens, at, mode).filter(|_| !tokens.is_used(at)) {
            Some((clock, length)) => {
                let clock = clock.in_part(part_after(tokens, at + length));
                found.push(tokens.said(clock, at..at + length));
                if mode == Mode::Stated {
                    tokens.take(at..at + length);
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn time(tokens: &Tokens<'_>, at: usize, mode: Mode) -> Option<(Clock, usize)> {
    let is_after_preposition = matches!(
        tokens.before(at),
        "om" | "tot" | "van" | "vanaf" | "rond" | "tegen" | "voor" | "vóór" | "tussen"
    );
    let is_free = mode == Mode::Possible;
    if tokens.word(at) == "middernacht" && is_free {
        return Some((Clock::spoken(12, 0), 1));
    }
    if let Some((clock, length)) = around_hour(tokens, at) {
        return Some((clock, with_word(tokens, at, length)));
    }
    if let Some(hour) = half(tokens, at).filter(|_| is_after_preposition || is_free) {
        return Some((Clock::spoken(hour - 1, 30), with_word(tokens, at, 2)));
    }
    if let Some((hour, minutes)) = dotted(tokens.word(at)) {
        let is_said = is_after_preposition || tokens.word(at + 1) == "uur";
        let clock = Clock::written(hour, minutes);
        return (is_said || is_free).then(|| (clock, with_word(tokens, at, 1)));
    }
    let hour = tokens.whole(at).filter(|hour| *hour <= 24)?;
    let has_word = tokens.word(at + 1) == "uur";
    // `hulp van 2 uur per week` is an amount.
    let is_stated = has_word && is_after_preposition && tokens.word(at + 2) != "per";
    let may_be = has_word || is_after_preposition || tokens.before(at) == "en";
    (is_stated || is_free && may_be).then(|| (Clock::spoken(hour, 0), with_word(tokens, at, 1)))
}

/// `half 9` without its half: 9.
fn half(tokens: &Tokens<'_>, at: usize) -> Option<u32> {
    let hour = tokens.whole(at + 1)?;
    (tokens.word(at) == "half" && (1..=12).contains(&hour)).then_some(hour)
}

/// `kwart over 8`, `5 voor half 9`, `10 minuten over 8`.
fn around_hour(tokens: &Tokens<'_>, at: usize) -> Option<(Clock, usize)> {
    let distance = match tokens.word(at) {
        "kwart" => 15,
        _ => tokens
            .whole(at)
            .filter(|minutes| (1..30).contains(minutes))?,
    };
    let skipped = if tokens.word(at + 1) == "minuten" {
        2
    } else {
        1
    };
    let is_before = match tokens.word(at + skipped) {
        "voor" => true,
        "over" => false,
        _ => return None,
    };
    let (base, length) = if let Some(hour) = half(tokens, at + skipped + 1) {
        ((hour - 1) * 60 + 30, 2)
    } else {
        let hour = tokens.whole(at + skipped + 1);
        (hour.filter(|hour| (1..=12).contains(hour))? * 60, 1)
    };
    let minutes = if is_before {
        base + HALF_DAY - distance
    } else {
        base + distance
    };
    let clock = Clock {
        minutes: minutes % HALF_DAY,
        is_certain: false,
    };
    Some((clock, skipped + 1 + length))
}

/// `8.05` and `20:00`.
fn dotted(word: &str) -> Option<(u32, u32)> {
    let (hour, minutes) = word.split_once(['.', ':'])?;
    let is_whole = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if minutes.len() != 2 || !is_whole(hour) || !is_whole(minutes) {
        return None;
    }
    let (hour, minutes) = (hour.parse().ok()?, minutes.parse().ok()?);
    (hour <= 24 && minutes < 60).then_some((hour, minutes))
}

/// The length of a time with the word `uur` that may follow it.
fn with_word(tokens: &Tokens<'_>, at: usize, length: usize) -> usize {
    length + usize::from(tokens.word(at + length) == "uur")
}

/// The part of the day right after a time: `8 uur ’s avonds`, `8 uur in de avond`.
fn part_after(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    match (tokens.word(at), tokens.word(at + 1)) {
        ("s", part) => part_of_day(part),
        ("in", "de") => part_of_day(tokens.word(at + 2)),
        _ => None,
    }
}
