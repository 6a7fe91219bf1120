//! Dutch text: sentences, words, numbers, and who a sentence speaks of.
//!
//! Knows nothing of documents. What it can't do without guessing, it doesn't do.

mod clause;
mod compound;
mod figure;
mod finite;
mod frequency;
mod lemma;
mod likeness;
mod memory;
mod none;
mod number;
mod owner;
mod participle;
mod prefix;
mod quantity;
mod readability;
mod stem;
mod strong_verb;
mod syllable;
mod text;
mod verb;
mod verb_stems;
mod vocabulary;
mod voice;
mod word_list;

pub(crate) use compound::{LONGEST_WORD, parts};
pub(crate) use figure::figures;
pub(crate) use finite::{VerbForm, verb_form};
pub(crate) use frequency::rank;
pub(crate) use lemma::base_forms;
pub(crate) use likeness::{likeness, stems};
pub(crate) use memory::Memory;
pub(crate) use none::says_none;
pub(crate) use number::{digits, in_digits};
pub(crate) use participle::{goes_with_be, is_participle, is_state};
pub(crate) use prefix::PARTICLES;
pub(crate) use quantity::{Amount, CalendarDay, Days, Measure, Reading, Said, possible, stated};
pub(crate) use readability::Readability;
pub(crate) use strong_verb::principal_parts;
pub(crate) use syllable::syllables;
pub(crate) use text::{count_words, sentences, words};
pub(crate) use vocabulary::{is_easy, is_listed};
pub(crate) use voice::{
    Subject, first_person, first_person_sentences, speaks_of, spoken_of, starts_with_verb,
};
pub(crate) use word_list::{ABBREVIATIONS, DIFFICULT, ENGLISH, JARGON, KNOWN_TO_ALL, WordList};
