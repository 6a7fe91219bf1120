//! How often, how much, on which day and at what time: what a Dutch text says in numbers.
//!
//! A text is read in two ways: [`stated`] takes only what can't mean anything else, and [`possible`]
//! takes everything that it may mean. So that a text contradicts another only when what it states is
//! nothing of what the other may mean.

mod amount;
mod calendar;
mod clock;
mod frequency;
mod tokens;
mod weekday;

pub(crate) use amount::{Amount, Measure};
pub(crate) use calendar::CalendarDay;
pub(crate) use clock::Clock;
pub(crate) use frequency::Frequency;
use tokens::{Number, Tokens};
pub(crate) use weekday::Days;

/// A value with the words that say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said<T> {
    pub(crate) value: T,
    /// As it is written.
    pub(crate) text: String,
}

/// What a text says in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) frequencies: Vec<Said<Frequency>>,
    pub(crate) days: Vec<Said<Days>>,
    pub(crate) times: Vec<Said<Clock>>,
    pub(crate) dates: Vec<Said<CalendarDay>>,
    pub(crate) amounts: Vec<Said<Amount>>,
    /// Every number, whatever it counts.
    pub(crate) numbers: Vec<Number>,
}

impl Reading {
    /// Adds what another text says.
    pub(crate) fn extend(&mut self, other: Self) {
        self.frequencies.extend(other.frequencies);
        self.days.extend(other.days);
        self.times.extend(other.times);
        self.dates.extend(other.dates);
        self.amounts.extend(other.amounts);
        self.numbers.extend(other.numbers);
    }
}

/// How freely a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Only what can't mean anything else.
    Stated,
    /// Everything that it may mean.
    Possible,
}

/// What a text says for sure.
pub(crate) fn stated(text: &str) -> Reading {
    read(text, Mode::Stated)
}

/// All that a text may mean.
pub(crate) fn possible(text: &str) -> Reading {
    read(text, Mode::Possible)
}

fn read(text: &str, mode: Mode) -> Reading {
    let mut reading = Reading::default();
    for sentence in super::sentences(text) {
        let mut tokens = Tokens::of(sentence);
        // What one of them takes, the next can't take for something else: `om 8 uur` is no amount.
        reading.extend(Reading {
            dates: calendar::find(&mut tokens),
            times: clock::find(&mut tokens, mode),
            frequencies: frequency::find(&mut tokens, mode),
            days: weekday::find(&tokens, mode),
            amounts: amount::find(&tokens, mode),
            numbers: amount::numbers(&tokens),
        });
    }
    reading
}

#[cfg(test)]
mod tests;
