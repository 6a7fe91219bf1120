//! Amounts of support in one measure: what goals ask and what products allot, per week.
//!
//! Minutes, hours and half days are all time; etmalen, pieces and euros each stand alone. A month
//! counts as 52/12 weeks and a year as 52 (regional practice); a total is spread over its period.

use jiff::civil::Date as Day;

use crate::dossier::code::{EffortUnit, Frequency, Per, Unit};
use crate::dossier::goal::Effort;
use crate::dossier::payer::Product;
use crate::dossier::value::dutch_number;

const WEEKS_PER_YEAR: f64 = 52.0;
const MONTHS_PER_YEAR: f64 = 12.0;
const DAYS_PER_WEEK: f64 = 7.0;
const MINUTES_PER_HOUR: f64 = 60.0;

/// How much more still counts as the same where a month stands beside weeks: who counts four weeks
/// in a month is 8% off.
const ROUNDING: f64 = 0.1;
/// The same for amounts that need no calendar.
const EXACT: f64 = 0.005;

/// What can be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// In hours.
    Time,
    /// In etmalen.
    Day,
    /// In pieces.
    Piece,
    /// In euros; only products have them.
    Euro,
}

impl Kind {
    /// The kind of what a goal asks.
    pub(super) fn of_effort(unit: EffortUnit) -> Self {
        match unit {
            EffortUnit::Minute | EffortUnit::Hour | EffortUnit::HalfDay => Self::Time,
            EffortUnit::Day => Self::Day,
            EffortUnit::Piece => Self::Piece,
        }
    }

    /// The kind of what a product allots.
    pub(super) fn of_product(unit: Unit) -> Self {
        match unit {
            Unit::Minute | Unit::Hour | Unit::HalfDay => Self::Time,
            Unit::Day => Self::Day,
            Unit::PieceOutput | Unit::PieceEffort => Self::Piece,
            Unit::Euro => Self::Euro,
        }
    }

    /// `16,5 uur per week`.
    pub(super) fn label(self, per_week: f64) -> String {
        let unit = match self {
            Self::Time => "uur",
            Self::Day => "etmalen",
            Self::Piece => "stuks",
            Self::Euro => "euro",
        };
        format!("{} {unit} per week", dutch_number(per_week))
    }
}

/// From a day to a day, both included; without an end it goes on. A begin that nobody knows is the
/// first day there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Day,
    pub(super) end: Option<Day>,
}

impl Period {
    /// Whether a day lies in it.
    pub(super) fn holds(self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }

    /// Weeks that it lasts, where its begin and end are known.
    pub(super) fn weeks(self) -> Option<f64> {
        if self.start == Day::MIN {
            return None;
        }
        let days = (self.end? - self.start).get_days() + 1;
        (days > 0).then(|| f64::from(days) / DAYS_PER_WEEK)
    }
}

/// An amount per week over a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) kind: Kind,
    pub(super) per_week: f64,
    pub(super) period: Period,
    /// Whether weeks were made from months, years or a total.
    from_calendar: bool,
}

impl Amount {
    /// What a goal asks over its period; none for a total over a period that doesn't end.
    pub(super) fn of_effort(effort: &Effort, period: Period, half_day: f64) -> Option<Self> {
        let hours = match effort.unit {
            EffortUnit::Minute => 1.0 / MINUTES_PER_HOUR,
            EffortUnit::HalfDay => half_day,
            EffortUnit::Hour | EffortUnit::Day | EffortUnit::Piece => 1.0,
        };
        Some(Self {
            kind: Kind::of_effort(effort.unit),
            per_week: effort.amount.get() * hours * per_week(effort.per, period)?,
            period,
            from_calendar: is_of_calendar(effort.per),
        })
    }

    /// What a product allots over its period.
    pub(super) fn of_product(product: &Product, half_day: f64) -> Option<Self> {
        let hours = match product.unit {
            Unit::Minute => 1.0 / MINUTES_PER_HOUR,
            Unit::HalfDay => half_day,
            _ => 1.0,
        };
        let per = match product.frequency {
            Frequency::Daily => Per::Day,
            Frequency::Weekly => Per::Week,
            Frequency::Monthly => Per::Month,
            Frequency::Total => Per::Total,
        };
        let period = Period {
            start: product.start.civil(),
            end: product.end.map(crate::dossier::value::Date::civil),
        };
        Some(Self {
            kind: Kind::of_product(product.unit),
            per_week: product.volume.get() * hours * per_week(per, period)?,
            period,
            from_calendar: is_of_calendar(per),
        })
    }
}

/// What turns an amount into one per week.
fn per_week(per: Per, period: Period) -> Option<f64> {
    match per {
        Per::Day => Some(DAYS_PER_WEEK),
        Per::Week => Some(1.0),
        Per::Month => Some(MONTHS_PER_YEAR / WEEKS_PER_YEAR),
        Per::Year => Some(1.0 / WEEKS_PER_YEAR),
        Per::Total => period.weeks().map(|weeks| 1.0 / weeks),
    }
}

fn is_of_calendar(per: Per) -> bool {
    !matches!(per, Per::Day | Per::Week)
}

/// How many times as much of one may be asked as there is of the other, for roundings.
pub(super) fn tolerance(amounts: &[Amount]) -> f64 {
    let is_mixed = amounts.iter().any(|amount| amount.from_calendar)
        && amounts.iter().any(|amount| !amount.from_calendar);
    1.0 + if is_mixed { ROUNDING } else { EXACT }
}

/// What all amounts come to on a day.
pub(super) fn on_day(amounts: &[Amount], day: Day) -> f64 {
    let active = amounts.iter().filter(|amount| amount.period.holds(day));
    active.map(|amount| amount.per_week).sum()
}

/// What all amounts come to over the days of a period that ends.
pub(super) fn over(amounts: &[Amount], whole: Period) -> Option<f64> {
    let mut sum = 0.0;
    for amount in amounts {
        let start = amount.period.start.max(whole.start);
        let end = match (amount.period.end, whole.end) {
            (Some(own), Some(last)) => own.min(last),
            (own, last) => own.or(last)?,
        };
        if start <= end {
            sum += amount.per_week
                * Period {
                    start,
                    end: Some(end),
                }
                .weeks()?;
        }
    }
    Some(sum)
}

/// The first days of amounts.
pub(super) fn starts(amounts: &[Amount]) -> impl Iterator<Item = Day> {
    amounts.iter().map(|amount| amount.period.start)
}

/// The days after the last days of amounts, from which there is less.
pub(super) fn days_after(amounts: &[Amount]) -> impl Iterator<Item = Day> {
    let ends = amounts.iter().filter_map(|amount| amount.period.end);
    ends.filter_map(|end| end.tomorrow().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn year() -> Period {
        Period {
            start: date(2026, 1, 1),
            end: Some(date(2026, 12, 30)),
        }
    }

    fn effort(amount: f64, unit: &str, per: &str) -> Amount {
        let written = serde_json::json!({ "omvang": amount, "eenheid": unit, "per": per });
        let effort: Option<Effort> = deserr::deserialize::<_, _, _>(written).ok();
        let effort = effort.expect("an amount");
        Amount::of_effort(&effort, year(), 4.0).expect("a period that ends")
    }

    fn is_near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn minutes_hours_and_half_days_are_time() {
        for (amount, unit, per, hours) in [
            (90.0, "minuut", "week", 1.5),
            (1.5, "uur", "week", 1.5),
            (2.0, "dagdeel", "week", 8.0),
            (20.0, "minuut", "dag", 7.0 / 3.0),
            (13.0, "uur", "maand", 3.0),
            (52.0, "uur", "jaar", 1.0),
            (104.0, "uur", "totaal", 2.0),
        ] {
            let amount = effort(amount, unit, per);
            assert_eq!(amount.kind, Kind::Time);
            assert!(
                is_near(amount.per_week, hours),
                "{unit} {per}: {}",
                amount.per_week
            );
        }
    }

    #[test]
    fn other_units_stand_alone() {
        let night = effort(1.0, "etmaal", "dag");
        assert_eq!((night.kind, night.per_week), (Kind::Day, 7.0));
        let ride = effort(8.0, "stuk", "week");
        assert_eq!((ride.kind, ride.per_week), (Kind::Piece, 8.0));
    }

    #[test]
    fn a_period_counts_both_of_its_days() {
        assert!(year().weeks().is_some_and(|weeks| is_near(weeks, 52.0)));
        assert!(year().holds(date(2026, 1, 1)) && year().holds(date(2026, 12, 30)));
        assert!(!year().holds(date(2026, 12, 31)));
        let open = Period {
            end: None,
            ..year()
        };
        assert!(open.holds(date(2050, 1, 1)) && open.weeks().is_none());
    }

    #[test]
    fn only_periods_that_overlap_add_up() {
        let hour = effort(1.0, "uur", "week");
        let later = Amount {
            period: Period {
                start: date(2026, 7, 2),
                end: Some(date(2026, 12, 30)),
            },
            ..hour
        };
        let both = [hour, later];
        assert!(is_near(on_day(&both, date(2026, 3, 1)), 1.0));
        assert!(is_near(on_day(&both, date(2026, 9, 1)), 2.0));
        assert!(over(&both, year()).is_some_and(|hours| is_near(hours, 78.0)));
    }

    #[test]
    fn months_beside_weeks_are_rounded() {
        let week = effort(1.0, "uur", "week");
        let month = effort(4.0, "uur", "maand");
        assert!(week.per_week <= month.per_week * tolerance(&[week, month]));
        assert!(tolerance(&[week, week]) < 1.01);
        assert!(tolerance(&[month, month]) < 1.01);
    }
}
