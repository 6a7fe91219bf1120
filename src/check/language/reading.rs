//! A sentence analysed once, for all rules: its words, which are verbs, and which rule about words
//! claims them.

use std::ops::Range;

use super::token::{self, Token};
use super::verb_in_place::verb_at;
use super::{Hit, abbreviation, difficult_word, english_word, jargon, long_compound, metaphor};
use crate::language::{PARTICLES, VerbForm};

/// A sentence and its words.
#[derive(Clone, Debug)]
pub(crate) struct Reading<'a> {
    /// The whole sentence.
    pub(crate) text: &'a str,
    /// Its words.
    pub(crate) tokens: Vec<Token<'a>>,
    /// Its figures of speech.
    pub(crate) figures: Vec<Hit>,
}

impl<'a> Reading<'a> {
    /// Reads a sentence.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reading = Self {
            text,
            tokens: token::tokens(text),
            figures: Vec::new(),
        };
        for at in 0..reading.tokens.len() {
            reading.tokens[at].verb = verb_at(&reading.tokens, at);
        }
        reading.figures = metaphor::figures(&mut reading.tokens);
        jargon::label(&mut reading);
        english_word::label(&mut reading);
        abbreviation::label(&mut reading);
        long_compound::label(&mut reading);
        difficult_word::label(&mut reading);
        reading
    }

    /// Words that may be the parted particle of the verb at a place.
    pub(crate) fn particles(&self, at: usize) -> impl Iterator<Item = &str> {
        let before = (at > 1 && self.tokens[at - 1].is("te")).then(|| &self.tokens[at - 2]);
        let after = (at + 1..self.tokens.len())
            .filter(|later| {
                let next = self.tokens.get(later + 1);
                self.tokens[*later].ends_part()
                    || next.is_none_or(|next| next.is_one_of(&["en", "maar", "of", "om", "want"]))
            })
            .map(|later| &self.tokens[later]);
        before
            .into_iter()
            .chain(after)
            .map(|token| token.lower.as_str())
            .filter(|word| PARTICLES.contains(word))
    }

    /// Whether a word is a name: a capital within the sentence, and not all capitals.
    pub(crate) fn is_name(&self, at: usize) -> bool {
        token::is_name(&self.tokens, at)
    }

    /// Whether a finite verb stands at a place.
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        self.tokens[at].verb == VerbForm::Finite
    }

    /// Whether a finite verb stands anywhere in this range of words.
    pub(crate) fn has_finite(&self, range: Range<usize>) -> bool {
        range.clone().any(|at| self.is_finite(at))
    }
}
