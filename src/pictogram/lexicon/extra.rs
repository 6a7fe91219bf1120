//! Words that only packs have, in all their forms.

use std::collections::HashMap;

use super::super::set::WordClass;
use super::expression::{Expressions, Held};
use super::inflect;
use super::token::Token;
use crate::language;

/// Words that packs have and the lexicon has not.
#[derive(Debug, Default)]
pub(in super::super) struct Extra {
    words: HashMap<String, Vec<ExtraWord>>,
    expressions: Expressions,
    rows: Vec<String>,
}

/// Such a word, by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct ExtraWord {
    /// In its base form.
    pub(in super::super) text: String,
    /// Its class, where the pack tells.
    pub(in super::super) class: Option<WordClass>,
}

impl Extra {
    /// Adds a word or a row of words, in lower case.
    pub(in super::super) fn add(&mut self, word: ExtraWord) {
        if word.text.split_whitespace().count() > 1 {
            if self
                .expressions
                .add(&word.text.replace('+', " "), self.rows.len())
                .is_ok()
            {
                self.rows.push(word.text);
            }
            return;
        }
        let same = self.words.entry(word.text.clone()).or_default();
        if !same.contains(&word) {
            same.push(word);
        }
    }

    /// The word that a form belongs to, if that is one word only.
    pub(super) fn find(&self, form: &str) -> Option<&ExtraWord> {
        if self.words.is_empty() {
            return None;
        }
        if let Some(exact) = self.words.get(form) {
            return exact.first();
        }
        let mut found: Option<&ExtraWord> = None;
        for base in language::base_forms(form) {
            for word in self.words.get(&base).into_iter().flatten() {
                let class = word.class.unwrap_or(WordClass::Noun);
                let mut is_form = false;
                inflect::forms(&word.text, class, &mut |text, _| is_form |= text == form);
                if is_form && found.is_some_and(|other| other.text != word.text) {
                    return None;
                }
                if is_form {
                    found = Some(word);
                }
            }
        }
        found
    }

    /// The rows of words that a sentence holds, each with the words that they are.
    pub(super) fn rows(
        &self,
        tokens: &[Token<'_>],
        clause_of: &[usize],
    ) -> Vec<(Vec<usize>, &str)> {
        let held = self.expressions.find(tokens, clause_of).into_iter();
        held.map(
            |Held {
                 tokens, concept, ..
             }| (tokens, self.rows[concept].as_str()),
        )
        .collect()
    }
}
