//! Which goals draw on which products, and how much of them. Judges nothing.

use std::collections::BTreeSet;

use jiff::civil::Date as Day;

use super::super::rule::Subject;
use super::amount::{Amount, Kind, Period, days_after, on_day, over, starts, tolerance};
use super::goals;
use crate::dossier::code::{Frequency, Funding};
use crate::dossier::goal::Goal;
use crate::dossier::payer::Product;
use crate::dossier::value::{Date, Text};

/// Goals and products that are held against each other.
pub(super) struct Group {
    /// The products, by index; at least one.
    pub(super) products: Vec<usize>,
    /// Whether it is about all products of a kind, as goals name none.
    pub(super) is_pool: bool,
    pub(super) kind: Kind,
    asked: Vec<Amount>,
    allotted: Vec<Amount>,
    /// Whether an amount counts for the whole period rather than for every week.
    is_total: bool,
    /// Whether every goal of the group has an amount that could be counted.
    is_complete: bool,
}

/// How much is asked and allotted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    pub(super) asked: f64,
    pub(super) allotted: f64,
    /// From which day; none where the whole period is meant.
    from: Option<Day>,
}

impl Use {
    fn share(self) -> f64 {
        self.asked / self.allotted
    }

    /// `gevraagd: 18 uur per week vanaf 1 maart 2026; toegewezen: 16 uur per week`.
    pub(super) fn label(self, kind: Kind) -> String {
        let amount = |amount: f64| match self.from {
            Some(_) => kind.label(amount),
            None => kind.label(amount).replace("per week", "in totaal"),
        };
        let from = self.from.map_or_else(String::new, |day| {
            format!(" vanaf {}", Date::from_civil(day).long())
        });
        format!(
            "gevraagd: {}{from}; toegewezen: {}",
            amount(self.asked),
            amount(self.allotted)
        )
    }
}

impl Group {
    /// The day, or the whole period, on which most is asked of what is allotted.
    pub(super) fn most(&self) -> Option<Use> {
        let all = if self.is_total {
            self.in_total().into_iter().collect()
        } else {
            self.by_day()
        };
        let uses = all.into_iter().filter(|usage| usage.allotted > 0.0);
        uses.reduce(|most, next| {
            if next.share() > most.share() {
                next
            } else {
                most
            }
        })
    }

    /// Whether this is more than was allotted, beyond what rounding explains.
    pub(super) fn is_more(&self, usage: Use) -> bool {
        let all: Vec<_> = self.asked.iter().chain(&self.allotted).copied().collect();
        usage.asked > usage.allotted * tolerance(&all)
    }

    /// Whether this is less than a part of what was allotted, for sure.
    pub(super) fn is_less(&self, usage: Use, part: f64) -> bool {
        self.is_complete && usage.share() < part
    }

    /// On each day that something begins, and on each after a product's last: in between, no more
    /// is asked of what is allotted. Days without a product are among them, with nothing allotted.
    fn by_day(&self) -> Vec<Use> {
        let days: BTreeSet<_> = starts(&self.asked)
            .chain(starts(&self.allotted))
            .chain(days_after(&self.allotted))
            .collect();
        let on = |day| Use {
            asked: on_day(&self.asked, day),
            allotted: on_day(&self.allotted, day),
            from: Some(day),
        };
        days.into_iter().map(on).collect()
    }

    /// Over all of the products' days.
    fn in_total(&self) -> Option<Use> {
        let start = starts(&self.allotted).min()?;
        let ends: Option<Vec<_>> = self.allotted.iter().map(|a| a.period.end).collect();
        let whole = Period {
            start,
            end: ends?.into_iter().max(),
        };
        Some(Use {
            asked: over(&self.asked, whole)?,
            allotted: over(&self.allotted, whole)?,
            from: None,
        })
    }
}

/// The goals that are paid for, with their index, from 0.
pub(super) fn funded<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (usize, &'a Goal)> {
    goals(subject).filter(|(_, goal)| goal.funding != Some(Funding::OwnCost))
}

/// What a goal asks, per week, over its own days or else those of the plan.
pub(super) fn asked(subject: &Subject<'_>, goal: &Goal) -> Option<Amount> {
    let about = &subject.plan().about;
    let period = Period {
        start: goal.start.or(about.start).map_or(Day::MIN, Date::civil),
        end: goal.end.or(about.end).map(Date::civil),
    };
    Amount::of_effort(
        goal.effort.as_ref()?,
        period,
        subject.context.provider.half_day(),
    )
}

/// Per product code the goals that name it. Where goals name none, all goals and products of their
/// kind count together instead: nobody can tell which product such a goal draws on.
pub(super) fn groups(subject: &Subject<'_>) -> Vec<Group> {
    let products = &subject.plan().products;
    let pooled: BTreeSet<_> = funded(subject)
        .filter(|(_, goal)| goal.product.is_none())
        .filter_map(|(_, goal)| Some(Kind::of_effort(goal.effort.as_ref()?.unit)))
        .collect();
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for product in products {
        let (kind, code) = (Kind::of_product(product.unit), product.code.as_str());
        let is_pool = pooled.contains(&kind);
        let is_of_group = |other: &Product| {
            Kind::of_product(other.unit) == kind && (is_pool || other.code.as_str() == code)
        };
        if seen.insert((kind, if is_pool { "" } else { code })) {
            found.push(group(subject, kind, is_pool, code, is_of_group));
        }
    }
    found
}

fn group(
    subject: &Subject<'_>,
    kind: Kind,
    is_pool: bool,
    code: &str,
    is_of_group: impl Fn(&Product) -> bool,
) -> Group {
    let products = &subject.plan().products;
    let members: Vec<usize> = (0..products.len())
        .filter(|index| is_of_group(&products[*index]))
        .collect();
    let allotted: Option<Vec<_>> = members
        .iter()
        .map(|index| Amount::of_product(&products[*index], subject.context.provider.half_day()))
        .collect();
    let (amounts, is_complete) = asked_of(subject, kind, (!is_pool).then_some(code));
    Group {
        is_total: members
            .iter()
            .any(|index| products[*index].frequency == Frequency::Total),
        products: members,
        is_pool,
        kind,
        asked: amounts,
        is_complete: is_complete && allotted.is_some(),
        allotted: allotted.unwrap_or_default(),
    }
}

/// What the goals of a product, or all goals, ask of a kind, and whether all of it could be counted.
fn asked_of(subject: &Subject<'_>, kind: Kind, code: Option<&str>) -> (Vec<Amount>, bool) {
    let mut amounts = Vec::new();
    let mut is_complete = true;
    for (_, goal) in funded(subject) {
        let named = goal.product.as_ref().map(Text::as_str);
        if code.is_some() && named.is_some() && named != code {
            continue;
        }
        match asked(subject, goal) {
            Some(amount) if amount.kind == kind => amounts.push(amount),
            // In another unit it may draw on the product all the same, if it names it.
            Some(_) => is_complete &= named.is_none() || code.is_none(),
            None => is_complete = false,
        }
    }
    (amounts, is_complete)
}
