//! Which words belong to which pictogram, and which of them a sentence holds.
//!
//! It matches words as they stand and never takes one apart: `ik kom` is no bowl of soup.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::language;

/// Words that turn a sentence around: a picture beside it would show the opposite.
const NEGATIONS: &[&str] = &[
    "geen", "nergens", "niemand", "niet", "niets", "nooit", "zonder",
];

/// A pictogram with what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// Name of its file, without extension.
    pub(crate) pictogram: String,
    /// What it shows, for when it stands alone.
    #[serde(rename = "naam")]
    pub(crate) name: String,
    /// Words and fixed expressions that it goes with, in lower case.
    #[serde(rename = "woorden")]
    words: Vec<String>,
}

/// What was found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match<'a> {
    /// The pictogram.
    pub(crate) entry: &'a Entry,
    /// The words of the sentence that it goes with, as the lexicon has them.
    pub(crate) expression: &'a str,
}

/// A lexicon that contradicts itself.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// It isn't the TOML that it should be.
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    /// A word leads to two pictograms.
    #[error("`{0}` staat bij twee begrippen")]
    Twice(String),
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "begrip")]
    entries: Vec<Entry>,
}

/// A word or expression, taken apart.
#[derive(Debug)]
struct Expression {
    text: String,
    tokens: Vec<String>,
    entry: usize,
}

/// All words with their pictograms.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: Vec<Entry>,
    /// The longest first; those of one length by alphabet.
    expressions: Vec<Expression>,
    /// Words and names of files, to their entry.
    by_word: BTreeMap<String, usize>,
}

impl Lexicon {
    /// Reads `lexicon.toml`.
    pub(super) fn parse(text: &str) -> Result<Self, LexiconError> {
        let entries = toml::from_str::<File>(text)?.entries;
        let mut by_word = BTreeMap::new();
        let mut expressions = Vec::new();
        for (entry, words) in entries.iter().map(|entry| &entry.words).enumerate() {
            for word in words {
                if by_word.insert(normal(word), entry).is_some() {
                    return Err(LexiconError::Twice(word.clone()));
                }
                expressions.push(Expression {
                    text: word.clone(),
                    tokens: tokens(word),
                    entry,
                });
            }
        }
        for (number, entry) in entries.iter().enumerate() {
            by_word.entry(normal(&entry.pictogram)).or_insert(number);
        }
        let length =
            |expression: &Expression| (expression.tokens.len(), expression.text.chars().count());
        expressions.sort_by(|a, b| length(b).cmp(&length(a)).then_with(|| a.text.cmp(&b.text)));
        Ok(Self {
            entries,
            expressions,
            by_word,
        })
    }

    /// Every pictogram that the lexicon knows.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The pictogram that an author asks for by a word, or by the name of its file.
    pub(super) fn by_word(&self, word: &str) -> Option<&Entry> {
        self.by_word
            .get(&normal(word))
            .map(|entry| &self.entries[*entry])
    }

    /// Every word and name that [`Self::by_word`] knows, by alphabet.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.by_word.keys().map(String::as_str)
    }

    /// The pictogram for a sentence: of the longest expression in it, and of those the first.
    /// Nothing for an expression with a word in `never`, and nothing for a sentence that denies,
    /// unless the expression holds the denial itself.
    pub(super) fn find(&self, sentence: &str, never: &[impl AsRef<str>]) -> Option<Match<'_>> {
        let sentence = tokens(sentence);
        let barred: BTreeSet<String> = never
            .iter()
            .map(|word| normal(word.as_ref()))
            .filter(|word| self.by_word.contains_key(word))
            .collect();
        let denials = count_denials(&sentence);
        let mut best: Option<(usize, &Expression)> = None;
        for expression in &self.expressions {
            if best.is_some_and(|(_, found)| found.tokens.len() > expression.tokens.len()) {
                break;
            }
            let Some(at) = position(&sentence, &expression.tokens) else {
                continue;
            };
            let allowed = !barred.contains(&normal(&expression.text))
                && !expression.tokens.iter().any(|token| barred.contains(token))
                && count_denials(&expression.tokens) == denials;
            if allowed && best.is_none_or(|(before, _)| at < before) {
                best = Some((at, expression));
            }
        }
        best.map(|(_, expression)| Match {
            entry: &self.entries[expression.entry],
            expression: &expression.text,
        })
    }
}

/// Whether a sentence says that something is not so.
pub(super) fn denies(sentence: &str) -> bool {
    count_denials(&tokens(sentence)) > 0
}

fn count_denials(tokens: &[String]) -> usize {
    tokens
        .iter()
        .filter(|token| NEGATIONS.contains(&token.as_str()))
        .count()
}

/// Where a row of words stands in a sentence.
fn position(sentence: &[String], expression: &[String]) -> Option<usize> {
    sentence
        .windows(expression.len().max(1))
        .position(|window| window == expression)
}

fn tokens(text: &str) -> Vec<String> {
    language::words(text).map(normal).collect()
}

/// Lower case with straight apostrophes.
fn normal(text: &str) -> String {
    text.trim().to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::parse(
            r#"
            [[begrip]]
            pictogram = "bus"
            naam = "een bus"
            woorden = ["bus", "met de bus"]
            [[begrip]]
            pictogram = "bus-komt-niet"
            naam = "een lege halte"
            woorden = ["bus niet komt"]
            [[begrip]]
            pictogram = "bellen"
            naam = "iemand belt"
            woorden = ["bel"]
            [[begrip]]
            pictogram = "avond"
            naam = "de maan"
            woorden = ["'s avonds"]
            [[begrip]]
            pictogram = "cafe"
            naam = "een café"
            woorden = ["café"]
            "#,
        )
        .expect("parses")
    }

    fn found(sentence: &str, never: &[&str]) -> Option<String> {
        lexicon()
            .find(sentence, never)
            .map(|found| found.entry.pictogram.clone())
    }

    #[test]
    fn the_longest_expression_comes_first_and_then_the_first_word() {
        assert_eq!(
            found("Ik bel als de bus niet komt.", &[]).as_deref(),
            Some("bus-komt-niet")
        );
        assert_eq!(found("Ik bel met de bus.", &[]).as_deref(), Some("bus"));
        assert_eq!(found("Ik bel de bus.", &[]).as_deref(), Some("bellen"));
        assert_eq!(found("Bus en bel.", &[]).as_deref(), Some("bus"));
    }

    #[test]
    fn only_whole_words_count_with_their_diacritics_and_without_their_capitals() {
        assert_eq!(found("De busreis.", &[]), None);
        assert_eq!(found("Het Café.", &[]).as_deref(), Some("cafe"));
        assert_eq!(found("De cafe.", &[]), None);
        assert_eq!(found("Ik ga ’s avonds.", &[]).as_deref(), Some("avond"));
    }

    #[test]
    fn a_sentence_that_denies_gets_no_picture_of_what_it_denies() {
        assert_eq!(found("Ik ga niet met de bus.", &[]), None);
        assert_eq!(found("Zonder bus.", &[]), None);
        assert_eq!(found("Ik bel niet als de bus niet komt.", &[]), None);
        assert!(denies("Dat doe ik nooit."));
    }

    #[test]
    fn a_word_that_never_gets_a_picture_bars_its_expressions() {
        assert_eq!(found("Ik ga met de bus.", &["bus"]), None);
        assert_eq!(
            found("Ik ga met de bus.", &["de", "ik"]).as_deref(),
            Some("bus")
        );
        assert_eq!(found("Ik bel de bus.", &["Bel"]).as_deref(), Some("bus"));
    }

    #[test]
    fn an_author_asks_by_word_or_by_file() {
        let lexicon = lexicon();
        let name = |word: &str| lexicon.by_word(word).map(|entry| entry.name.as_str());
        assert_eq!(name("Bel"), Some("iemand belt"));
        assert_eq!(name("bellen"), Some("iemand belt"));
        assert_eq!(name("bus-komt-niet"), Some("een lege halte"));
        assert_eq!(name("trein"), None);
    }

    #[test]
    fn a_word_with_two_pictures_and_an_unknown_key_are_refused() {
        let twice = "[[begrip]]\npictogram = \"a\"\nnaam = \"a\"\nwoorden = [\"x\", \"x\"]";
        assert!(matches!(Lexicon::parse(twice), Err(LexiconError::Twice(word)) if word == "x"));
        assert!(
            Lexicon::parse("[[begrip]]\npictogram = \"a\"\nnaam = \"a\"\nwoorden = []\nx = 1")
                .is_err()
        );
    }
}
