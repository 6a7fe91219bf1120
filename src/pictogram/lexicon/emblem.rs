//! Pictures that stand for more than they show: a heart for liking, one vegetable for all. Crossed out
//! they would deny what they show.

use super::search::{Candidate, Meaning};
use super::sentence::Sentence;

/// Concepts whose picture shows one thing for another.
const EMBLEMS: &[&str] = &["houden-van", "onthouden"];

/// Concepts whose picture shows one of many, with what is in the words that mean them all.
const KINDS: &[(&str, &str)] = &[
    ("groente", "groente"),
    ("vlees", "vlees"),
    ("dier", "dier"),
    ("bloem", "bloem"),
];

/// Whether a picture can't be crossed out without saying something else: `ik lust geen spruitjes`.
pub(super) fn is_emblem(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let Meaning::Concept(concept) = candidate.meaning else {
        return false;
    };
    let id = sentence.lexicon.concepts[concept].id.as_str();
    let one_of = KINDS.iter().find(|(kind, _)| *kind == id);
    EMBLEMS.contains(&id) || one_of.is_some_and(|(_, all)| !candidate.lemma.contains(all))
}
