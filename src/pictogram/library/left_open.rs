//! Words of a sentence of which it is unclear whether what they mean is so: `in plaats van koffie`.

use std::ops::Range;

use super::{Library, normal};
use crate::language;

/// A thing with one meaning, to see what a sentence says of what stands in its place.
const STAND_IN: &str = "koffie";

/// A word that is neither so nor denied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LeftOpen {
    /// Bytes of the sentence.
    pub(crate) span: Range<usize>,
    /// What it means.
    pub(crate) concept: String,
}

impl Library {
    /// The words that would have a picture by themselves, and that the sentence
    /// leaves without: because it replaces, forgets or lessens what they mean.
    pub(crate) fn left_open(&self, sentence: &str) -> Vec<LeftOpen> {
        let spoken = self.spoken(sentence);
        let mut from = 0;
        let mut open = Vec::new();
        for word in language::words(sentence) {
            let Some(at) = sentence[from..].find(word) else {
                continue;
            };
            let span = from + at..from + at + word.len();
            let is_first = from == 0;
            from = span.end;
            let is_name = word.starts_with(char::is_uppercase) && !is_first;
            let said = normal(word);
            if is_name || spoken.iter().any(|found| found.names.contains(&said)) {
                continue;
            }
            let alone = self.spoken(&said);
            if let [found] = &*alone
                && (self.meanings(&said).len() < 2 || self.is_open_at(sentence, &span))
            {
                let concept = self.id_of(&found.meaning);
                open.push(LeftOpen { span, concept });
            }
        }
        open
    }

    /// Whether a sentence leaves open what stands at a place, whatever it is. A word with more meanings
    /// may be without a picture for another reason.
    fn is_open_at(&self, sentence: &str, span: &Range<usize>) -> bool {
        let (before, after) = (&sentence[..span.start], &sentence[span.end..]);
        let other = format!("{before}{STAND_IN}{after}");
        let spoken = self.spoken(&other);
        let mut names = spoken.iter().flat_map(|found| &found.names);
        !names.any(|name| name == STAND_IN)
    }
}
