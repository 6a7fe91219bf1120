//! What the local team holds a plan against: the goals of the plan van aanpak, per goal aard,
//! frequentie and a motivated intensiteit, and what the products allot.

mod absent;
mod allotment;
mod amount;
mod changed_goal;
mod effort;
mod expected_effort;
mod extra_goal;
mod frequency;
mod less_than_allotted;
mod missing_goal;
mod more_than_allotted;
mod motivation;
mod nature;
mod pairing;
mod product_period;
mod product_unit;
mod thin_motivation;
mod topic;
mod unnamed_goal;
mod vague_frequency;

use super::rule::{Rule, Subject};
use crate::dossier::code::Law;
use crate::dossier::goal::Goal;
use crate::dossier::source::KeyPath;

pub(super) use pairing::Pairing;

pub(super) const RULES: &[Rule] = &[
    absent::RULE,
    missing_goal::RULE,
    extra_goal::RULE,
    unnamed_goal::RULE,
    changed_goal::RULE,
    nature::RULE,
    frequency::RULE,
    vague_frequency::RULE,
    effort::RULE,
    motivation::RULE,
    thin_motivation::RULE,
    expected_effort::RULE,
    more_than_allotted::RULE,
    less_than_allotted::RULE,
    product_unit::RULE,
    product_period::RULE,
];

/// Whether the law has a plan van aanpak precede the plan.
fn asks_care_plan(subject: &Subject<'_>) -> bool {
    matches!(subject.plan().about.law, Law::Wmo | Law::Youth)
}

/// The goals with their index, from 0.
fn goals<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (usize, &'a Goal)> {
    subject.plan().goals.iter().enumerate()
}

/// The place of a key of a goal.
fn goal_key(goal: usize, key: &str) -> KeyPath {
    KeyPath::root("doelen").index(goal).key(key)
}
