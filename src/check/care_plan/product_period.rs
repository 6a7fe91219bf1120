//! A goal lies within the period of the product that pays it.

use jiff::civil::Date as Day;

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::allotment::funded;
use super::amount::Period;
use super::goal_key;
use crate::dossier::goal::Goal;
use crate::dossier::plan::Plan;
use crate::dossier::value::Date;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "product-dekt-doel-niet",
        severity: Severity::Warning,
        what: "De periode van een product, of de perioden van producten met dezelfde code samen, dekt de periode van elk doel dat het noemt.",
        why: "Ondersteuning voor de ingang of na het einde van een toewijzing wordt niet betaald.",
        source: "iWmo en iJw: ingang en einde van de toewijzing",
        wrong: "een doel tot en met 2027-03-31 bij een product tot en met 2027-02-28",
        right: "een doel tot en met 2027-02-28 bij een product tot en met 2027-02-28",
    },
    stops: FORMAL,
    check,
};

/// What of a goal isn't covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Begin,
    Middle,
    End,
}

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, goal) in funded(subject) {
        let periods = periods(subject.plan(), goal);
        let (start, end) = (goal.start.map(Date::civil), goal.end.map(Date::civil));
        let Some(gap) = gap(&periods, start, end) else {
            continue;
        };
        let number = index + 1;
        let (key, message) = match gap {
            Gap::Begin => (
                "start",
                format!("doel {number} begint voor de ingang van zijn product"),
            ),
            Gap::Middle => (
                "product",
                format!(
                    "doel {number} loopt door terwijl zijn product een tijd niet is toegewezen"
                ),
            ),
            Gap::End => (
                "einde",
                format!("doel {number} loopt door na het einde van zijn product"),
            ),
        };
        report.add(
            Remark::on_plan(goal_key(index, key), message)
                .hint("pas de datums van het doel aan, of noem bij product een product dat dan loopt; kloppen de datums van het product zelf?")
                .quote(quote(&periods, start, end)),
        );
    }
}

/// The periods of the products that a goal names, by their start.
fn periods(plan: &Plan, goal: &Goal) -> Vec<Period> {
    let products = plan.products.iter();
    let named = products.filter(|product| goal.product.as_ref() == Some(&product.code));
    let mut periods: Vec<_> = named
        .map(|product| Period {
            start: product.start.civil(),
            end: product.end.map(Date::civil),
        })
        .collect();
    periods.sort_by_key(|period| period.start);
    periods
}

/// Where the periods don't cover a goal; what the goal doesn't say isn't held against it.
fn gap(periods: &[Period], start: Option<Day>, end: Option<Day>) -> Option<Gap> {
    let first = periods.first()?;
    if start.is_some_and(|start| start < first.start) {
        return Some(Gap::Begin);
    }
    let mut covered: Option<Day> = None;
    for period in periods {
        let reached = covered.or(start);
        let joins =
            reached.is_none_or(|day| period.start <= day.saturating_add(jiff::Span::new().days(1)));
        let is_over = reached.is_some_and(|day| period.end.is_some_and(|last| last < day));
        if is_over {
            continue;
        }
        if !joins {
            break;
        }
        // Without an end it covers all that follows.
        covered = Some(period.end?);
    }
    let last = end.or(start)?;
    let Some(covered) = covered else {
        return Some(Gap::End);
    };
    if last <= covered {
        None
    } else if periods.iter().any(|period| period.holds(last)) {
        Some(Gap::Middle)
    } else {
        Some(Gap::End)
    }
}

/// `doel: 2026-03-01 tot en met 2027-03-31; product: …`.
fn quote(periods: &[Period], start: Option<Day>, end: Option<Day>) -> String {
    let day = |day: Option<Day>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
    let all: Vec<_> = periods
        .iter()
        .map(|period| format!("{} tot en met {}", period.start, day(period.end)))
        .collect();
    format!(
        "doel: {} tot en met {}; product: {}",
        day(start),
        day(end),
        all.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn period(start: Day, end: Day) -> Period {
        Period {
            start,
            end: Some(end),
        }
    }

    #[test]
    fn periods_that_join_cover_together() {
        let spring = period(date(2026, 1, 1), date(2026, 6, 30));
        let autumn = period(date(2026, 7, 1), date(2026, 12, 31));
        let winter = period(date(2026, 10, 1), date(2026, 12, 31));
        let year = (Some(date(2026, 1, 1)), Some(date(2026, 12, 31)));
        assert_eq!(gap(&[spring, autumn], year.0, year.1), None);
        assert_eq!(gap(&[spring, winter], year.0, year.1), Some(Gap::Middle));
        assert_eq!(gap(&[spring], year.0, year.1), Some(Gap::End));
        assert_eq!(gap(&[autumn], year.0, year.1), Some(Gap::Begin));
        assert_eq!(gap(&[spring], Some(date(2026, 8, 1)), None), Some(Gap::End));
        assert_eq!(gap(&[spring], None, None), None);
        let open = Period {
            end: None,
            ..spring
        };
        assert_eq!(gap(&[open], year.0, year.1), None);
    }
}
