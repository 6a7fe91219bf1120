//! The days of one plan, around the day that the sample is made for.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::draw::Draw;

/// The days of a plan. An agreed one runs today; a concept begins in a month or two.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    pub(super) today: Date,
    pub(super) is_concept: bool,
    pub(super) start: Date,
    /// A year after the start, less a day.
    pub(super) end: Date,
    pub(super) evaluation: Date,
    pub(super) drawn_up: Date,
    pub(super) agreed: Date,
    /// The evaluation that this cycle starts from, unless it is the first.
    pub(super) previous: Option<Date>,
    pub(super) cycle: u32,
    pub(super) version: u32,
    pub(super) meeting: Date,
}

impl Calendar {
    /// Draws the days. Under the Wlz a plan is evaluated twice a year, elsewhere once.
    pub(super) fn draw(draw: &mut Draw, today: Date, is_wlz: bool) -> Self {
        let is_concept = draw.percent(6);
        let start = if is_concept {
            months(today.first_of_month(), draw.between(1, 2))
        } else {
            // A plan of the Wlz is evaluated again half a year after the first time.
            let oldest = if is_wlz { 10 } else { 11 };
            months(today.first_of_month(), -draw.between(0, oldest))
        };
        let end = days(months(start, 12), -1);
        let after = if is_wlz { 5 } else { draw.between(5, 8) };
        let evaluation = workday(days(months(start, after), draw.between(2, 18)));
        let drawn_up = if is_concept {
            workday(days(today, -draw.between(3, 12)))
        } else {
            workday(days(start, -draw.between(18, 26)))
        };
        let agreed = workday(days(start, -draw.between(4, 9)));
        let cycle = if is_concept && is_wlz {
            2
        } else {
            [1, 1, 2, 2, 3][draw.below(5)]
        };
        let previous = (cycle > 1).then(|| workday(days(drawn_up, -draw.between(8, 30))));
        let version = cycle + u32::from(draw.percent(30));
        let meeting = if is_concept {
            workday(days(today, draw.between(5, 14)))
        } else if evaluation > today {
            evaluation
        } else {
            workday(days(end, -40).max(days(today, draw.between(9, 20)))).min(end)
        };
        Self {
            today,
            is_concept,
            start,
            end,
            evaluation,
            drawn_up,
            agreed,
            previous,
            cycle,
            version,
            meeting,
        }
    }

    /// Whether the evaluation has been held.
    pub(super) fn is_evaluated(&self) -> bool {
        !self.is_concept && self.evaluation <= self.today
    }

    /// The day of a goal for the short or the long term: the first of a month.
    pub(super) fn target(&self, draw: &mut Draw, is_short: bool) -> Date {
        let after = if is_short {
            draw.between(4, 5)
        } else {
            draw.between(9, 11)
        };
        months(self.start, after)
    }

    /// So many days before the plan was drawn up.
    pub(super) fn before_plan(&self, count: i32) -> Date {
        workday(days(self.drawn_up, -count))
    }
}

/// So many days on.
pub(super) fn days(day: Date, count: i32) -> Date {
    day.saturating_add(i64::from(count).days())
}

/// So many months on.
pub(super) fn months(day: Date, count: i32) -> Date {
    day.saturating_add(i64::from(count).months())
}

/// This day, or the Monday after a weekend.
pub(super) fn workday(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => days(day, 2),
        Weekday::Sunday => days(day, 1),
        _ => day,
    }
}
