//! Brings the words of a set into the form in which sentences are searched.

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

/// Whether a character would not show, or turn the text around.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
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
    fn what_can_be_no_word_is_none() {
        for text in ["", "a", "2", "…", "b\u{202e}us", "bu\0s", "<bus>", "a: b"] {
            assert_eq!(tidy(text), None, "{text}");
        }
        assert_eq!(tidy(&"a".repeat(61)), None);
        assert_eq!(tidy(&"ab ".repeat(9)), None);
    }
}
