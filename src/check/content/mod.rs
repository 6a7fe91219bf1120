//! The content of a plan: who does what, in whose words, how sure it is that a goal is reached, and
//! with whose consent and signature.

mod client_supporter;
mod client_supporter_late;
mod consent_in_future;
mod consent_proof;
mod contribution_answered;
mod coordination;
mod copy_given;
mod goal_domain;
mod goal_measurable;
mod goal_one_sentence;
mod goal_term;
mod goal_time;
mod goal_vague;
mod leading_questions;
mod limitations;
mod measure_by_whom;
mod need_without_goal;
mod objection_reason;
mod own_cost_amount;
mod own_cost_told;
mod own_words;
mod risk_measure;
mod role_client;
mod role_network;
mod role_provider;
mod signature_complete;
mod signature_present;
mod signing;
mod talents;
mod vague_words;
mod voice;
mod wishes;

use super::rule::Rule;
use crate::dossier::code::Status;
use crate::dossier::goal::Goal;
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;
use crate::dossier::today::Today;
use crate::dossier::value::Date;

pub(super) const RULES: &[Rule] = &[
    wishes::RULE,
    own_words::RULE,
    leading_questions::RULE,
    talents::RULE,
    limitations::RULE,
    need_without_goal::RULE,
    goal_domain::RULE,
    goal_one_sentence::RULE,
    goal_measurable::RULE,
    goal_time::RULE,
    goal_vague::RULE,
    goal_term::RULE,
    role_client::RULE,
    role_network::RULE,
    role_provider::RULE,
    own_cost_amount::RULE,
    own_cost_told::RULE,
    coordination::RULE,
    consent_proof::RULE,
    consent_in_future::RULE,
    risk_measure::RULE,
    measure_by_whom::RULE,
    client_supporter::RULE,
    client_supporter_late::RULE,
    copy_given::RULE,
    contribution_answered::RULE,
    signature_present::RULE,
    signature_complete::RULE,
    objection_reason::RULE,
];

/// The formal plan and the evaluation report, for rules that look at both.
const BOTH: &[&str] = &["formal", "evaluation"];

/// Every goal with its number as readers count, and where it stands.
fn goals(plan: &Plan) -> impl Iterator<Item = (usize, &Goal, KeyPath)> {
    let numbered = plan.goals.iter().enumerate();
    numbered.map(|(index, goal)| (index + 1, goal, KeyPath::root("doelen").index(index)))
}

/// Every goal that has a sentence, with that sentence.
fn goal_sentences(plan: &Plan) -> impl Iterator<Item = (usize, &Goal, &str, KeyPath)> {
    goals(plan).filter_map(|(number, goal, path)| {
        let sentence = goal.goal.as_ref()?.as_str();
        Some((number, goal, sentence, path.key("doel")))
    })
}

/// Whether the plan is agreed; a concept may still have gaps.
fn is_agreed(plan: &Plan) -> bool {
    plan.about.status == Status::Final
}

/// A day that has come.
fn come(day: Option<Date>, today: &Today) -> Option<Date> {
    day.filter(|day| today.has_come(*day))
}
