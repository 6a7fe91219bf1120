//! The table of what all goals take together, beside what each product allots.

use std::collections::BTreeMap;

use minijinja::context;

use super::view::{Part, Table};
use super::words::Words;
use crate::dossier::code::{Funding, Law};
use crate::dossier::goal::{Effort, Goal};
use crate::dossier::payer::Product;
use crate::dossier::value::{Text, dutch_number};
use crate::phrase::PhraseError;

/// Adds up the goals by product. Goals at own cost don't count.
pub(super) fn effort(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    const ELEMENT: &str = "inzet_totaal";
    let plan = &words.context.dossier.plan;
    let mut by_product: BTreeMap<Option<&str>, Vec<(usize, &Goal)>> = BTreeMap::new();
    for (index, goal) in plan.goals.iter().enumerate() {
        if goal.funding != Some(Funding::OwnCost) && goal.effort.is_some() {
            let code = goal.product.as_ref().map(Text::as_str);
            by_product.entry(code).or_default().push((index + 1, goal));
        }
    }
    let mut rows = Vec::new();
    for (code, products) in by_code(&plan.products) {
        let goals = by_product.remove(&Some(code)).unwrap_or_default();
        let label = format!("{} ({code})", products[0].name);
        let allotted: Vec<_> = products
            .iter()
            .map(|product| words.term(&product.volume_label()))
            .collect();
        rows.push(row(words, label, allotted.join("\n"), &goals)?);
    }
    let rest: Vec<_> = by_product.into_values().flatten().collect();
    if !rest.is_empty() {
        let allotted = match plan.about.law {
            Law::Wmo | Law::Youth => words.word("onbekend")?,
            Law::Wlz | Law::Zvw => words.word("nvt")?,
        };
        rows.push(row(words, words.word("inzet_zonder")?, allotted, &rest)?);
    }
    let table = Table {
        header: words.words([
            "inzet_product",
            "inzet_doelen",
            "inzet_samen",
            "inzet_toegewezen",
        ])?,
        widths: vec![6, 8, 5, 4],
        rows,
    };
    Ok(vec![words.table_body(ELEMENT, table, words.unknown()?)])
}

/// The products by their code, in the order of the plan: one that is allotted for two periods
/// counts as one.
fn by_code(products: &[Product]) -> Vec<(&str, Vec<&Product>)> {
    let mut groups: Vec<(&str, Vec<&Product>)> = Vec::new();
    for product in products {
        let code = product.code.as_str();
        match groups.iter_mut().find(|(known, _)| *known == code) {
            Some((_, group)) => group.push(product),
            None => groups.push((code, vec![product])),
        }
    }
    groups
}

fn row(
    words: Words<'_>,
    label: String,
    allotted: String,
    goals: &[(usize, &Goal)],
) -> Result<Vec<String>, PhraseError> {
    let mut lines = Vec::new();
    let mut efforts = Vec::new();
    for (number, goal) in goals {
        if let Some(effort) = &goal.effort {
            let amount = words.term(&effort.label());
            lines.push(words.say(
                "inzet_doel",
                context! { nummer => number, omvang => amount },
            )?);
            efforts.push(effort);
        }
    }
    let total = match total(words, &efforts) {
        Some(total) => words.term(&total),
        None if efforts.is_empty() => words.word("inzet_geen")?,
        None => words.word("inzet_niet_optelbaar")?,
    };
    Ok(vec![label, lines.join("\n"), total, allotted])
}

/// The sum in the unit of the goals where they share one, else in hours per week.
fn total(words: Words<'_>, efforts: &[&Effort]) -> Option<String> {
    let first = efforts.first()?;
    if efforts
        .iter()
        .all(|effort| (effort.unit, effort.per) == (first.unit, first.per))
    {
        let sum: f64 = efforts.iter().map(|effort| effort.amount.get()).sum();
        return Some(first.label_of(sum));
    }
    let half_day = words.context.provider.half_day();
    let hours: Option<Vec<f64>> = efforts
        .iter()
        .map(|effort| effort.hours_per_week(half_day))
        .collect();
    hours.map(|hours| format!("{} uur per week", dutch_number(hours.iter().sum())))
}
