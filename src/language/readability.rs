//! Readability scores of a text, from the length of its words and sentences.

use super::syllable::syllables;
use super::{sentences, words};

/// What the formulas count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Readability {
    /// Mean number of words per sentence.
    pub(crate) words_per_sentence: f64,
    /// Mean number of syllables per word.
    pub(crate) syllables_per_word: f64,
}

impl Readability {
    /// Measures a text; none when it has no words.
    pub(crate) fn measure(text: &str) -> Option<Self> {
        let sentences = u32::try_from(sentences(text).len()).ok()?;
        let (mut count, mut sounds) = (0_u32, 0_u32);
        for word in words(text) {
            count += 1;
            sounds += u32::try_from(syllables(word)).ok()?;
        }
        (count > 0 && sentences > 0).then(|| Self {
            words_per_sentence: f64::from(count) / f64::from(sentences),
            syllables_per_word: f64::from(sounds) / f64::from(count),
        })
    }

    /// Flesch reading ease for Dutch (Douma 1960): from 0, very hard, to above 90, very easy.
    pub(crate) fn flesch_douma(self) -> f64 {
        206.84 - 0.93 * self.words_per_sentence - 77.0 * self.syllables_per_word
    }

    /// Reading index A (Brouwer 1963): the higher, the easier.
    pub(crate) fn brouwer(self) -> f64 {
        195.0 - 2.0 / 3.0 * 100.0 * self.syllables_per_word - 2.0 * self.words_per_sentence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easy_text_scores_high() {
        let easy = Readability::measure("Ik ga naar huis. Ik eet brood.").expect("it has words");
        assert!((easy.words_per_sentence - 3.5).abs() < 1e-9);
        assert!((easy.syllables_per_word - 1.0).abs() < 1e-9);
        assert!((easy.flesch_douma() - 126.585).abs() < 1e-9);
        assert!((easy.brouwer() - 121.333_333_333).abs() < 1e-6);
        let hard =
            Readability::measure("Participatie bevordert zelfredzaamheid.").expect("it has words");
        assert!(hard.flesch_douma() < 0.0);
    }

    #[test]
    fn no_words_have_no_score() {
        assert_eq!(Readability::measure(" … "), None);
    }
}
