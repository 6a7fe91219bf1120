//! The easy-read text as a whole: what no single sentence shows.

mod address;
mod one_per_line;
mod readability;
mod same_word;

use super::rule::Rule;

pub(super) use readability::scores;

pub(super) const RULES: &[Rule] = &[
    readability::RULE,
    one_per_line::RULE,
    address::RULE,
    same_word::RULE,
];
