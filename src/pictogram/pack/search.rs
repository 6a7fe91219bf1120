//! How alike a word that somebody searches for and a word of a picture are.

use std::collections::BTreeSet;

use super::tidy;
use crate::language;

/// Letters from which on a slip can be told from another word.
const SHORTEST: usize = 4;

/// How alike two words are, the most alike first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// The same word.
    Same,
    /// Another form of it: `bussen` for `bus`.
    Form,
    /// An expression that it is part of: `met de bus`.
    Within,
    /// A slip of the pen away.
    Near,
}

impl Likeness {
    /// The word for it in Dutch.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Same => "zelfde woord",
            Self::Form => "andere vorm",
            Self::Within => "deel van",
            Self::Near => "lijkt erop",
        }
    }
}

/// A word that is searched for, made ready to be held against thousands of others.
#[derive(Debug)]
pub(crate) struct Sought {
    word: String,
    forms: BTreeSet<String>,
}

impl Sought {
    /// Makes a word ready; none for what can be no word.
    pub(crate) fn new(word: &str) -> Option<Self> {
        let word = tidy(word)?;
        Some(Self {
            forms: language::base_forms(&word).into_iter().collect(),
            word,
        })
    }

    /// The word in the form in which it is sought.
    pub(crate) fn word(&self) -> &str {
        &self.word
    }

    /// How alike it is to one of these words, if it is to any.
    pub(crate) fn likeness<'a>(
        &self,
        words: impl Iterator<Item = &'a str>,
    ) -> Option<(Likeness, &'a str)> {
        words
            .filter_map(|known| Some((self.one(known)?, known)))
            .min_by_key(|(likeness, _)| *likeness)
    }

    fn one(&self, known: &str) -> Option<Likeness> {
        if known == self.word {
            return Some(Likeness::Same);
        }
        if self.forms.contains(known) || self.is_form(known) {
            return Some(Likeness::Form);
        }
        if known.split(' ').count() > 1 && known.split(' ').any(|word| word == self.word) {
            return Some(Likeness::Within);
        }
        let length = self.word.chars().count();
        let most = if length < 2 * SHORTEST { 1 } else { 2 };
        let is_near = length >= SHORTEST
            && known.chars().count().abs_diff(length) <= most
            && strsim::damerau_levenshtein(known, &self.word) <= most;
        is_near.then_some(Likeness::Near)
    }

    /// Whether the known word is a form of the one that is sought. Only words that begin alike are
    /// looked into.
    fn is_form(&self, known: &str) -> bool {
        let begin = |text: &str| text.chars().take(2).collect::<String>();
        begin(known) == begin(&self.word) && language::base_forms(known).contains(&self.word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str, words: &[&str]) -> Option<Likeness> {
        let sought = Sought::new(word).expect("a word");
        sought
            .likeness(words.iter().copied())
            .map(|(likeness, _)| likeness)
    }

    #[test]
    fn the_same_word_comes_before_its_forms_and_these_before_slips() {
        assert_eq!(found("De bus", &["bussen", "bus"]), Some(Likeness::Same));
        assert_eq!(found("bussen", &["bus"]), Some(Likeness::Form));
        assert_eq!(found("bus", &["bussen"]), Some(Likeness::Form));
        assert_eq!(found("bed", &["naar bed gaan"]), Some(Likeness::Within));
        assert_eq!(found("fietz", &["fiets"]), Some(Likeness::Near));
        assert_eq!(found("bus", &["bos", "trein"]), None);
    }
}
