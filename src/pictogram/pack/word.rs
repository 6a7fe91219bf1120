//! Brings the words of a set into the form in which sentences are searched, and tells which texts
//! can be printed or shown.

use std::sync::LazyLock;

use crate::font::Coverage;

/// What the fonts of the documents can print.
static COVERAGE: LazyLock<Coverage> = LazyLock::new(Coverage::embedded);

/// Letters and marks that makers or licence may have: they stand under a document.
const MAX_TOLD: usize = 300;

/// Letters and marks that a word or expression may have.
const MAX_LENGTH: usize = 60;

/// Words that an expression may have.
const MAX_WORDS: usize = 8;

/// What a noun may come with, and is known without.
const ARTICLES: &[&str] = &["de", "het", "een", "'n", "'t"];

/// A word or expression in lower case, without article and without what stands around it; none for
/// what can be no word: a single letter, a sentence, or something with control characters.
pub(crate) fn tidy(text: &str) -> Option<String> {
    if text.chars().any(|c| is_hidden(c) || "<>{}:;".contains(c)) {
        return None;
    }
    let text = text.to_lowercase().replace(['’', '‘', '`'], "'");
    let text = text.replace(['_', '\u{a0}'], " ");
    let mut words: Vec<_> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\''))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 1 && ARTICLES.contains(&words[0]) {
        words.remove(0);
    }
    let word = words.join(" ");
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let fits = word.chars().count() <= MAX_LENGTH && words.len() <= MAX_WORDS;
    (letters > 1 && fits).then_some(word)
}

/// Whether a document can say this of a set: a text on one line, with letters, all of which show.
pub(crate) fn is_printable(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
        && text.chars().count() <= MAX_TOLD
        && !text.chars().any(is_hidden)
        && COVERAGE.missing(text).is_none()
}

/// A text without what would not show, turn the text around, or steer a terminal.
pub(crate) fn visible(text: &str) -> String {
    text.replace(is_hidden, "\u{fffd}")
}

/// Whether a character would not show, or turn the text around.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_article_capitals_and_marks() {
        let tidied = tidy;
        assert_eq!(tidied("  De Bus "), Some("bus".to_owned()));
        assert_eq!(tidied("naar_bed  gaan!"), Some("naar bed gaan".to_owned()));
        assert_eq!(tidied("’s avonds"), Some("'s avonds".to_owned()));
        assert_eq!(tidied("het"), Some("het".to_owned()));
        assert_eq!(tidied("'t huis"), Some("huis".to_owned()));
        assert_eq!(tidied("t-shirt"), Some("t-shirt".to_owned()));
        assert_eq!(tidied("één"), Some("één".to_owned()));
    }

    #[test]
    fn what_stands_under_a_document_can_be_printed() {
        for text in ["CC BY-NC", "De pictogrammen zijn van Ägir ★.", "Иванова"] {
            assert!(is_printable(text), "{text}");
        }
        let long = "a".repeat(301);
        for text in [
            "",
            " ",
            "★",
            "Van 日本",
            "Van\u{202e}ons",
            "\u{1b}[2J",
            "Van\nons",
            &long,
        ] {
            assert!(!is_printable(text), "{text:?}");
        }
    }

    #[test]
    fn what_steers_a_terminal_is_replaced() {
        assert_eq!(
            visible("a\u{1b}[2Jb\u{202e}.png"),
            "a\u{fffd}[2Jb\u{fffd}.png"
        );
        assert_eq!(visible("café.png"), "café.png");
    }

    #[test]
    fn what_can_be_no_word_is_none() {
        for text in ["", "a", "2", "…", "b\u{202e}us", "bu\0s", "<bus>", "a: b"] {
            assert_eq!(tidy(text), None, "{text}");
        }
        assert_eq!(tidy(&"a".repeat(61)), None);
        assert_eq!(tidy(&"ab ".repeat(9)), None);
    }
}
