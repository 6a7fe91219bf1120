//! Days and months of the calendar: `1 februari 2027`, `23 januari`, `in mei`.

use super::Said;
use super::tokens::Tokens;
use crate::dossier::value::MONTHS;

/// A day of the calendar, or a whole month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CalendarDay {
    pub(crate) day: Option<u32>,
    /// From 1.
    pub(crate) month: u32,
    pub(crate) year: Option<u32>,
}

impl CalendarDay {
    /// Whether both may be the same: what one of them leaves open, the other may say.
    pub(crate) fn agrees_with(self, other: Self) -> bool {
        let fits = |one: Option<u32>, other: Option<u32>| match (one, other) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        self.month == other.month && fits(self.day, other.day) && fits(self.year, other.year)
    }
}

/// The days and months in a sentence.
pub(super) fn find(tokens: &mut Tokens<'_>) -> Vec<Said<CalendarDay>> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let Some(month) = month(tokens.word(at)) else {
            continue;
        };
        let day = at.checked_sub(1).and_then(|before| tokens.whole(before));
        let day = day.filter(|day| (1..=31).contains(day));
        let year = tokens.whole(at + 1);
        let year = year.filter(|year| (1900..=2200).contains(year));
        let start = at - usize::from(day.is_some());
        let end = at + 1 + usize::from(year.is_some());
        let value = CalendarDay { day, month, year };
        found.push(tokens.said(value, start..end));
        tokens.take(start..end);
    }
    found
}

fn month(word: &str) -> Option<u32> {
    let month = MONTHS.iter().position(|name| *name == word)?;
    u32::try_from(month + 1).ok()
}
