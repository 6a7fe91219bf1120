//! Dutch text: sentences, words, numbers, and who a sentence speaks of.
//!
//! Knows nothing of documents. What it can't do without guessing, it doesn't do.

mod clause;
mod none;
mod number;
mod owner;
mod text;
mod verb;
mod verb_stems;
mod voice;

pub(crate) use none::says_none;
pub(crate) use number::digits;
pub(crate) use text::{count_words, sentences, words};
pub(crate) use voice::{
    Subject, first_person, first_person_sentences, speaks_of, spoken_of, starts_with_verb,
};
