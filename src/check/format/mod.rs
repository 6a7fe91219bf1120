//! The regional format: each mandatory element of each formal document has content.

mod cover_element;
mod evaluation_element;
mod key;
mod placeholder;
mod plan_element;
mod way_out;

use std::collections::BTreeSet;

use super::rule::{Remark, Rule, Subject};
use crate::dossier::source::{KeyPath, Step};
use crate::rendition::{Element, FormatSide, is_expected};

/// The code of the rule that tells what a form leaves to be filled in.
pub(super) const FILL_IN: &str = placeholder::RULE.doc.code;

pub(super) const RULES: &[Rule] = &[
    cover_element::RULE,
    plan_element::RULE,
    evaluation_element::RULE,
    placeholder::RULE,
];

/// Elements that another rule or another element speaks for, and why.
const TOLD_ELSEWHERE: &[&str] = &[
    // The rules on the plan van aanpak know more of these.
    "plan_van_aanpak_datum",
    "doel_plan_van_aanpak",
    "doel_aard",
    "doel_frequentie",
    "doel_intensiteit",
    "doel_motivatie",
    // So do the rules on content.
    "wensen",
    "talenten",
    "hoe_wil_ik_leven",
    "welke_ondersteuning",
    "doel_domein",
    "afspraak_clientondersteuner",
    "afspraak_kosten",
    // Made from the goals and the products; what they lack is told there.
    "inzet_totaal",
    "uitkomst_overzicht",
    // Empty only where the day of the evaluation is, which is told on the voorblad.
    "afspraak_evaluatie",
    // Empty only where it isn't said whether extension is asked for, which is told on the voorblad.
    "verlenging_reden",
];

/// The empty elements that a rule tells of, each once. One that stands in several places, such as
/// the measures of involuntary care, is empty when all of them are.
fn gaps<'e>(
    subject: &Subject<'_>,
    empty: impl Iterator<Item = &'e Element>,
    all: &[Element],
) -> Vec<&'e Element> {
    let mut seen = BTreeSet::new();
    let is_filled = |element: &Element| {
        let same = |other: &&Element| (other.id, other.goal) == (element.id, element.goal);
        all.iter().filter(same).any(|other| other.is_filled)
    };
    empty
        .filter(|element| !TOLD_ELSEWHERE.contains(&element.id))
        // Without any goal, that alone is told.
        .filter(|element| element.goal.is_some() || !element.id.starts_with("doel_"))
        .filter(|element| is_expected(&subject.context, element.id) && !is_filled(element))
        .filter(|element| seen.insert((element.id, element.goal)))
        .collect()
}

/// Whether an element is one of the voorblad that both documents share.
fn is_shared(subject: &Subject<'_>, id: &str) -> bool {
    let (format, plan) = (subject.context.format, subject.plan());
    let is_on = |side| format.mandatory(side, plan).iter().any(|known| known == id);
    is_on(FormatSide::Plan) && is_on(FormatSide::Evaluation)
}

/// A remark on an element that says nothing, at the key that fills it.
fn empty(element: &Element, label: &str, file: &'static str, path: KeyPath) -> Remark {
    let table = match path.0.as_slice() {
        [Step::Key(table), Step::Key(_)] => Some(table.clone()),
        _ => None,
    };
    let message = match (element.goal, &table) {
        (Some(goal), _) => format!(
            "doel {}: het verplichte onderdeel ‘{label}’ is leeg",
            goal + 1
        ),
        (None, Some(table)) => format!("het verplichte onderdeel ‘{label}’ bij [{table}] is leeg"),
        (None, None) => format!("het verplichte onderdeel ‘{label}’ is leeg"),
    };
    let what = way_out::of(element.id, &path);
    let way_out = match table {
        Some(table) => format!("voeg bij [{table}] toe: {what}"),
        None => format!("voeg toe: {what}"),
    };
    Remark::on(file, path, message).hint(way_out)
}
