//! Same meaning: the easy-read text says what the approved plan says, and somebody held the one
//! against the other.

mod amount;
mod claim;
mod date;
mod day;
mod doer;
mod duration;
mod easy_missing;
mod evidence;
mod frequency;
mod goal_page;
pub(super) mod naming;
mod outcome;
mod people;
mod person;
mod review_missing;
mod review_outdated;
mod time;
mod unknown_person;

use super::rule::Rule;

pub(super) use claim::Comparison;

pub(super) const RULES: &[Rule] = &[
    goal_page::RULE,
    easy_missing::RULE,
    frequency::RULE,
    amount::RULE,
    day::RULE,
    time::RULE,
    date::RULE,
    person::RULE,
    unknown_person::RULE,
    outcome::RULE,
    review_outdated::RULE,
    review_missing::RULE,
];
