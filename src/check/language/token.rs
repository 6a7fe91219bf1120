//! The words of a sentence, each with what stands around it. Knows no rules.

use std::ops::Range;

use super::Hit;
use super::label::Label;
use crate::language::{ABBREVIATIONS, KNOWN_TO_ALL, VerbForm, base_forms, is_listed};

/// Most words of a sentence that are read; what is longer is too long whatever follows, and may
/// not keep the rules busy for hours.
const MOST: usize = 500;

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    /// Where it stands, in bytes.
    pub(crate) range: Range<usize>,
    /// As it stands, without the punctuation around it.
    pub(crate) text: &'a str,
    /// What stands between it and the next word.
    pub(crate) after: &'a str,
    /// In lower case, with a straight apostrophe.
    pub(crate) lower: String,
    /// Words that it may be a form of.
    pub(crate) forms: Vec<String>,
    /// What it is as a verb, in this place; the reading finds it.
    pub(crate) verb: VerbForm,
    /// Whether it is part of a figure of speech, or its verb.
    pub(crate) is_figurative: bool,
    /// The rule about words that claims it, and what is said of it.
    pub(super) label: Option<(Label, Hit)>,
    ends_part: bool,
}

impl Token<'_> {
    /// Whether it is this word, whatever its capitals.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it is one of these words.
    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// Whether a comma or another mark follows it.
    pub(crate) fn ends_part(&self) -> bool {
        self.ends_part
    }

    /// Whether it is written in capitals throughout, with this many letters at least.
    pub(crate) fn is_capitals(&self, least: usize) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        letters >= least && !self.text.chars().any(char::is_lowercase)
    }

    /// Whether it starts with a capital.
    pub(crate) fn has_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a rule about words has claimed it.
    pub(crate) fn is_labelled(&self) -> bool {
        self.label.is_some()
    }
}

/// Takes a sentence apart; a slash within a word parts it, save in an abbreviation. What comes after
/// [`MOST`] words is left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for piece in text.split(char::is_whitespace) {
        if places.len() > MOST {
            break;
        }
        let at = start;
        start += piece.len()
            + text[start + piece.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        let whole = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let short = whole.len() <= 4 && whole.contains('/');
        let mut inner = at;
        for part in piece.split(|c: char| !short && matches!(c, '/' | '…' | '–' | '—')) {
            let word = part.trim_matches(|c: char| !c.is_alphanumeric());
            if let Some(found) = part.find(word).filter(|_| !word.is_empty()) {
                places.push(inner + found..inner + found + word.len());
            }
            let end = inner + part.len();
            inner = end + text[end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    let ends: Vec<usize> = places
        .iter()
        .skip(1)
        .map(|next| next.start)
        .chain([text.len()])
        .collect();
    places
        .into_iter()
        .zip(ends)
        .take(MOST)
        .map(|(range, end)| token(text, range, end))
        .collect()
}

/// The word at a place, where the next one starts at `end`.
fn token(text: &str, range: Range<usize>, end: usize) -> Token<'_> {
    let word = &text[range.clone()];
    let lower = word.to_lowercase().replace('’', "'");
    let after = &text[range.end..end];
    // A full stop before a small letter belongs to an abbreviation, as it does after a known one.
    let goes_on = text[end..].starts_with(char::is_lowercase)
        || end < text.len() && after.starts_with('.') && is_abbreviation(&lower);
    let stops = after.contains('.') && !goes_on;
    Token {
        after,
        ends_part: stops || after.contains([',', ';', ':', '!', '?', '(', ')', '–', '—']),
        text: word,
        forms: forms(&lower),
        lower,
        verb: VerbForm::None,
        is_figurative: false,
        label: None,
        range,
    }
}

/// Whether a word is a name: a capital within the sentence, and not all capitals.
pub(super) fn is_name(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let opens = at.checked_sub(1).is_none_or(|before| {
        let before = &tokens[before];
        before.after.contains('.') && before.ends_part
            || before.after.contains(['!', '?', ':', '"', '“', '‘', '„'])
    });
    token.has_capital() && !opens && !token.is_capitals(3)
}

/// Whether a word with a full stop is an abbreviation, and none without.
fn is_abbreviation(lower: &str) -> bool {
    ABBREVIATIONS.exact(&format!("{lower}.")).is_some() && !is_listed(lower)
}

/// What a word may be a form of; a number or an everyday abbreviation only of itself.
fn forms(lower: &str) -> Vec<String> {
    if lower.starts_with(|c: char| c.is_ascii_digit()) || KNOWN_TO_ALL.binary_search(&lower).is_ok()
    {
        vec![lower.to_owned()]
    } else {
        base_forms(lower)
    }
}

impl AsRef<str> for Token<'_> {
    fn as_ref(&self) -> &str {
        &self.lower
    }
}
