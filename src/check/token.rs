//! Words of a text with their places, for rules on words that stand together. Knows no rule.

use std::ops::Range;

use crate::language;

/// One word of a text.
#[derive(Debug)]
pub(super) struct Token {
    /// The word in lower case.
    pub(super) word: String,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// Whether a comma or another mark ends a clause after it.
    pub(super) closes: bool,
}

impl Token {
    /// Whether it is one of these words.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.word.as_str())
    }

    /// Whether it starts as one of these words do.
    pub(super) fn starts_as(&self, starts: &[&str]) -> bool {
        starts.iter().any(|start| self.word.starts_with(start))
    }

    /// Whether it says a number, in digits or in a word.
    pub(super) fn is_number(&self) -> bool {
        language::digits(&self.word).starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The words of a text in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut from = 0;
    let place = |word: &str| {
        let found = text[from..].find(word);
        let start = from + found.expect("the words are taken from this text in order");
        from = start + word.len();
        let after = text[from..].trim_start_matches(['\'', '’', '”', '"', ')']);
        Token {
            word: word.to_lowercase(),
            range: start..from,
            closes: after.starts_with([',', ';', ':', '.', '!', '?', '…', '\n']),
        }
    };
    language::words(text).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_know_their_place() {
        let text = "Ze eet ‘s avonds warm, om 6 uur.";
        let found = tokens(text);
        assert_eq!(&text[found[3].range.clone()], "avonds");
        assert!(found[4].closes && !found[3].closes);
        assert!(found[6].is_number() && !found[0].is_number());
    }
}
