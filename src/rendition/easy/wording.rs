//! Makes easy sentences of an author's text, or says that it can't be done.

use crate::language;
use crate::phrase::capitalise;

/// Words that a sentence has at most (A2).
pub(in crate::rendition) const USUAL_WORDS: usize = 10;
/// Words that a sentence has at the very most.
pub(in crate::rendition) const MOST_WORDS: usize = 12;

/// The sentences of a text with digits for numbers, where none has more than so many words. A
/// semicolon ends a sentence too.
pub(in crate::rendition) fn short_sentences(text: &str, most: usize) -> Option<Vec<String>> {
    let sentences: Vec<_> = language::sentences(text)
        .into_iter()
        .flat_map(|sentence| sentence.split("; "))
        .map(|part| closed(&capitalise(language::digits(part))))
        .collect();
    are_short(&sentences, most).then_some(sentences)
}

/// A sentence with a mark at its end.
fn closed(sentence: &str) -> String {
    let ends = sentence
        .trim_end_matches(['’', '\'', '"', '”'])
        .ends_with(['.', '!', '?', '…']);
    format!("{sentence}{}", if ends { "" } else { "." })
}

/// A text with a small first letter.
pub(in crate::rendition) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// A text with a small first letter if it starts with an article, as it stands in a sentence.
pub(in crate::rendition) fn inside(text: &str) -> String {
    match language::words(text).next() {
        Some("De" | "Het" | "Een") => lower_first(text),
        _ => text.to_owned(),
    }
}

/// Whether no sentence has more than so many words.
pub(in crate::rendition) fn are_short(sentences: &[String], most: usize) -> bool {
    sentences
        .iter()
        .all(|sentence| language::count_words(sentence) <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_sentences_are_whole_and_count_in_digits() {
        assert_eq!(
            short_sentences("Maandag stopt; vrijdag blijft. Twee keer", 3),
            Some(vec![
                "Maandag stopt.".to_owned(),
                "Vrijdag blijft.".to_owned(),
                "2 keer.".to_owned()
            ])
        );
        assert_eq!(short_sentences("Dit zijn te veel woorden.", 4), None);
        assert_eq!(
            short_sentences("Zeg ‘nee.’", 4),
            Some(vec!["Zeg ‘nee.’".to_owned()])
        );
    }

    #[test]
    fn an_article_loses_its_capital_in_a_sentence_but_a_name_does_not() {
        assert_eq!(inside("De serre"), "de serre");
        assert_eq!(inside("Meerkoethof"), "Meerkoethof");
    }

    #[test]
    fn every_phrase_of_the_easy_copies_is_short() {
        let text = include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/templates/text/makkelijk.toml"
        ));
        let phrases: std::collections::BTreeMap<String, String> =
            toml::from_str(text).expect("a table of texts");
        for (key, phrase) in &phrases {
            let plain = replace(
                replace(phrase.clone(), "{{", "}}", "naam"),
                "{%",
                "%}",
                "\n",
            );
            let words = language::sentences(&plain)
                .into_iter()
                .map(language::count_words)
                .max();
            assert!(words.unwrap_or_default() <= MOST_WORDS, "{key}: {plain}");
        }
    }

    /// A template with another text for what stands between two marks.
    fn replace(mut text: String, open: &str, close: &str, other: &str) -> String {
        while let (Some(from), Some(to)) = (text.find(open), text.find(close)) {
            text.replace_range(from..to + close.len(), other);
        }
        text
    }
}
