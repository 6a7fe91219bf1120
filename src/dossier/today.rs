//! The day on which consent and terms are judged.

use std::cell::Cell;

use super::value::Date;

/// A day to judge by, which remembers until when its answers hold.
///
/// Whoever judges by it asks it, and can't take the day itself. So what was told of a client stays
/// true, as long as the client's files stay as they are, until [`Today::until`].
#[derive(Clone, Debug)]
pub struct Today {
    day: Date,
    until: Cell<Option<Date>>,
}

impl Today {
    /// Judges by this day.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self {
            day,
            until: Cell::new(None),
        }
    }

    /// Whether a day is today or before it.
    pub(crate) fn has_come(&self, day: Date) -> bool {
        let has_come = day <= self.day;
        if !has_come {
            self.changes_on(day);
        }
        has_come
    }

    /// Whether a day lies before today.
    pub(crate) fn has_passed(&self, day: Date) -> bool {
        self.has_come(day.after_days(1))
    }

    /// Whether somebody has reached an age in years.
    pub(crate) fn has_turned(&self, age: i16, born: Date) -> bool {
        self.has_come(born.birthday(age))
    }

    /// Days from today to another day; negative when that lies before it. The number is another one
    /// each day, so it may be shown only where nothing is kept.
    pub(crate) fn days_until(&self, day: Date) -> i32 {
        self.day.days_until(day)
    }

    /// The first day on which some answer that was given would be another.
    #[must_use]
    pub fn until(&self) -> Option<Date> {
        self.until.get()
    }

    fn changes_on(&self, day: Date) {
        let first = self.until.get().map_or(day, |known| known.min(day));
        self.until.set(Some(first));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::from_civil(text.parse().expect("a day"))
    }

    #[test]
    fn an_answer_about_what_has_come_holds_for_ever() {
        let today = Today::on(day("2026-11-22"));
        assert!(today.has_come(day("2026-11-22")));
        assert!(today.has_passed(day("2026-11-21")));
        assert_eq!(today.until(), None);
    }

    #[test]
    fn an_answer_about_what_must_come_holds_until_the_first_of_those_days() {
        let today = Today::on(day("2026-11-22"));
        assert!(!today.has_come(day("2027-03-01")));
        assert_eq!(today.until(), Some(day("2027-03-01")));
        assert!(!today.has_passed(day("2026-11-22")));
        assert_eq!(today.until(), Some(day("2026-11-23")));
        assert!(!today.has_come(day("2027-01-01")));
        assert_eq!(today.until(), Some(day("2026-11-23")));
    }

    #[test]
    fn an_age_is_reached_on_the_birthday_and_after_a_leap_day_on_the_first_of_march() {
        let today = Today::on(day("2026-02-28"));
        assert!(today.has_turned(18, day("2008-02-28")));
        assert!(!today.has_turned(18, day("2008-02-29")));
        assert_eq!(today.until(), Some(day("2026-03-01")));
    }
}
