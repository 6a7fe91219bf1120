//! The content of an evaluation: every goal, with its reason, and the plan that it is about.

mod extension_reason;
mod goal_evaluated;
mod outcome_reason;
mod plan_version;

use super::rule::Rule;

pub(super) const RULES: &[Rule] = &[
    plan_version::RULE,
    goal_evaluated::RULE,
    outcome_reason::RULE,
    extension_reason::RULE,
];
