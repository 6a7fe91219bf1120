//! Checks whether a Dutch sentence is easy to read, by the rules of taal voor allemaal.
//!
//! A rule is a file: what it asks, why, and how it finds what breaks it. A word breaks one rule
//! at most, the most telling.

mod abbreviation;
mod capitals;
mod difficult_word;
mod double_negation;
mod english_word;
mod jargon;
mod label;
mod long_compound;
mod metaphor;
mod multiple_ideas;
mod negation;
mod number_as_word;
mod passive;
mod percentage;
mod reading;
mod relative;
mod second_clause;
mod token;
mod too_long;
mod verb_in_place;

use std::ops::Range;
use std::sync::{Arc, LazyLock};

pub(crate) use reading::Reading;
use token::Token;

use super::doc::Doc;
use crate::language::Memory;

/// A rule of easy-read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LanguageRule {
    /// Its name in data: `too-long`.
    pub(crate) id: &'static str,
    /// What is said of a breach, in Dutch.
    pub(crate) message: &'static str,
    /// Its own documentation.
    pub(crate) doc: Doc,
    /// Finds what breaks it.
    pub(crate) find: fn(&Reading<'_>) -> Vec<Hit>,
}

/// A place in a sentence that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Bytes in the sentence.
    pub(crate) range: Range<usize>,
    /// Dutch: what to do, in words of ours alone, which may be shown everywhere.
    pub(crate) advice: &'static str,
    /// What to write instead. It may hold words of the sentence, so only a quote may show it.
    pub(crate) instead: Option<String>,
}

/// All rules, in the order in which they are reported.
pub(crate) const RULES: &[LanguageRule] = &[
    too_long::RULE,
    multiple_ideas::RULE,
    passive::RULE,
    difficult_word::RULE,
    abbreviation::RULE,
    number_as_word::RULE,
    percentage::RULE,
    metaphor::RULE,
    double_negation::RULE,
    negation::RULE,
    long_compound::RULE,
    english_word::RULE,
    jargon::RULE,
    capitals::RULE,
];

impl Hit {
    /// A place with what to do about it.
    fn new(range: Range<usize>, advice: &'static str) -> Self {
        Self {
            range,
            advice,
            instead: None,
        }
    }
}

/// Everything in a sentence that breaks one of these rules, rule by rule.
pub(crate) fn read(
    sentence: &str,
    rules: &[&'static LanguageRule],
) -> Vec<(&'static LanguageRule, Hit)> {
    if rules.is_empty() {
        return Vec::new();
    }
    let found = all(sentence);
    let is_asked = |id: &str| rules.iter().any(|rule| rule.id == id);
    let found = found.iter().filter(|(rule, _)| is_asked(rule.id));
    found.cloned().collect()
}

/// The names of the rules that a sentence breaks.
pub(crate) fn rules_broken(sentence: &str) -> Vec<&'static str> {
    let mut broken: Vec<_> = all(sentence).iter().map(|(rule, _)| rule.id).collect();
    broken.dedup();
    broken
}

/// Everything in a sentence that breaks a rule, rule by rule.
fn all(sentence: &str) -> Arc<[(&'static LanguageRule, Hit)]> {
    static KNOWN: LazyLock<Memory<(&'static LanguageRule, Hit)>> = LazyLock::new(Memory::default);
    KNOWN.recall(sentence, || {
        let reading = Reading::new(sentence);
        let hits = |rule: &'static LanguageRule| {
            let found = (rule.find)(&reading).into_iter();
            found.map(move |hit| (rule, hit))
        };
        RULES.iter().flat_map(hits).collect()
    })
}

#[cfg(test)]
mod tests;
