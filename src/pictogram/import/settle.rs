//! Decides which picture of a set shows a word. In a sentence a word of one class has one picture;
//! the others are only found by it.

use std::collections::BTreeMap;

use super::{Accepted, CandidateWord, Weight};
use crate::pictogram::pack::PictureEntry;
use crate::pictogram::set::WordClass;

/// Gives each word to the picture that shows it best: the first of those with the same weight.
pub(super) fn settle(pictures: &[Accepted]) -> Vec<PictureEntry> {
    let mut claims = BTreeMap::<&str, Vec<(usize, Option<WordClass>)>>::new();
    let mut granted: Vec<Vec<&CandidateWord>> = vec![Vec::new(); pictures.len()];
    for weight in [Weight::Main, Weight::Also] {
        for (index, picture) in pictures.iter().enumerate() {
            for word in picture.words.iter().filter(|word| word.weight == weight) {
                let claims = claims.entry(&word.text).or_default();
                if claims
                    .iter()
                    .any(|claim| clashes(*claim, (index, word.class)))
                {
                    continue;
                }
                claims.push((index, word.class));
                granted[index].push(word);
            }
        }
    }
    let entry = |(picture, granted): (&Accepted, Vec<&CandidateWord>)| {
        let mut entry = picture.entry.clone();
        for word in &granted {
            entry.list(word.class).push(word.text.clone());
        }
        for word in &picture.words {
            let is_known = granted.iter().any(|known| known.text == word.text)
                || entry.search_words.contains(&word.text);
            if !is_known {
                entry.search_words.push(word.text.clone());
            }
        }
        entry
    };
    let mut entries: Vec<_> = pictures.iter().zip(granted).map(entry).collect();
    entries.sort_by(|a, b| a.file.cmp(&b.file));
    entries
}

/// Whether two pictures, or one and itself, want the same word. One of an unknown class may be of
/// any class.
fn clashes(known: (usize, Option<WordClass>), new: (usize, Option<WordClass>)) -> bool {
    known.1 == new.1 || known.1.is_none() || new.1.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOUN: Option<WordClass> = Some(WordClass::Noun);
    const VERB: Option<WordClass> = Some(WordClass::Verb);

    fn picture(file: &str, words: &[(&str, Option<WordClass>, Weight)]) -> Accepted {
        let words = words.iter().map(|(text, class, weight)| CandidateWord {
            text: (*text).to_owned(),
            class: *class,
            weight: *weight,
        });
        Accepted {
            words: words.collect(),
            entry: PictureEntry {
                file: file.to_owned(),
                ..PictureEntry::default()
            },
        }
    }

    #[test]
    fn a_word_of_one_class_has_one_picture_in_sentences() {
        let entries = settle(&[
            picture("a.png", &[("was", NOUN, Weight::Also)]),
            picture("b.png", &[("was", NOUN, Weight::Main)]),
            picture("c.png", &[("was", VERB, Weight::Also)]),
            picture("d.png", &[("was", None, Weight::Main)]),
        ]);
        // The word of an unknown class comes after the main noun, and so gets nothing.
        assert_eq!(entries[0].search_words, ["was"]);
        assert_eq!(entries[1].nouns, ["was"]);
        assert_eq!(entries[2].verbs, ["was"]);
        assert_eq!(entries[3].search_words, ["was"]);
        assert!(entries[1].search_words.is_empty());
    }
}
