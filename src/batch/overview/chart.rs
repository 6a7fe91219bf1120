//! How many evaluations there must be in each month: one bar for what is overdue, twelve for the
//! months that come.

use minijinja::context;
use minijinja::value::Value;

use crate::dossier::value::Date;

/// Months that are shown.
const MONTHS: usize = 12;
/// Height of the highest bar, and where bars stand, in units of the picture.
const HEIGHT: usize = 110;
const FOOT: usize = 144;
/// From one bar to the next.
const STEP: usize = 56;

/// Counts by month.
pub(super) struct Chart {
    today: String,
    first: jiff::civil::Date,
    overdue: usize,
    months: [usize; MONTHS],
}

impl Chart {
    /// Begins in the month of this day.
    pub(super) fn from(today: Date) -> Self {
        Self {
            today: today.to_string(),
            first: today.civil().first_of_month(),
            overdue: 0,
            months: [0; MONTHS],
        }
    }

    /// Counts an evaluation, due on a day such as `2026-11-22`.
    pub(super) fn add(&mut self, day: &str) {
        if day < self.today.as_str() {
            self.overdue += 1;
            return;
        }
        let Ok(day) = day.parse::<jiff::civil::Date>() else {
            return;
        };
        let index = |day: jiff::civil::Date| i32::from(day.year()) * 12 + i32::from(day.month());
        let ahead = usize::try_from(index(day) - index(self.first)).ok();
        if let Some(count) = ahead.and_then(|ahead| self.months.get_mut(ahead)) {
            *count += 1;
        }
    }

    /// What the template draws.
    pub(super) fn value(&self) -> Value {
        let highest = self.months.iter().copied().chain([self.overdue]).max();
        let highest = highest.unwrap_or_default().max(1);
        let mut bars = vec![bar(0, self.overdue, highest, "voorbij", None)];
        let mut told = vec![format!("voorbij: {}", self.overdue)];
        for (ahead, count) in self.months.iter().enumerate() {
            let months = i32::try_from(ahead).unwrap_or_default();
            let month = self.first.saturating_add(jiff::Span::new().months(months));
            let name = Date::from_civil(month).month_name();
            let starts_year = ahead == 0 || month.month() == 1;
            let year = starts_year.then(|| month.year());
            bars.push(bar(ahead + 1, *count, highest, short(name), year));
            told.push(format!("{name} {}: {count}", month.year()));
        }
        context! { staven => bars, tekst => told.join(", ") }
    }
}

/// A bar at a place from the left; the first is that of what has passed.
fn bar(place: usize, count: usize, highest: usize, name: &str, year: Option<i16>) -> Value {
    let height = count * HEIGHT / highest;
    let x = 8 + place * STEP;
    context! {
        x => x,
        y => FOOT - height,
        hoogte => height,
        midden => x + 20,
        aantal => count,
        naam => name,
        jaar => year,
        te_laat => place == 0,
    }
}

/// The usual short form of the name of a month.
fn short(month: &str) -> &str {
    if month == "maart" { "mrt" } else { &month[..3] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(days: &[&str]) -> Chart {
        let today = Date::from_civil("2026-11-22".parse().expect("a day"));
        let mut chart = Chart::from(today);
        for day in days {
            chart.add(day);
        }
        chart
    }

    #[test]
    fn days_are_counted_in_their_month_and_those_before_today_apart() {
        let days = [
            "2026-11-21",
            "2026-11-22",
            "2026-11-30",
            "2027-10-31",
            "2027-11-01",
        ];
        let chart = chart(&days);
        assert_eq!(chart.overdue, 1);
        assert_eq!(chart.months, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn an_empty_chart_has_no_bar_of_any_height() {
        let value = chart(&[]).value();
        let bars = value.get_attr("staven").expect("there");
        for bar in bars.try_iter().expect("a list") {
            assert_eq!(bar.get_attr("hoogte").expect("there"), Value::from(0));
        }
    }
}
