//! Words with more than one meaning, and how their neighbours tell which is meant.

use super::super::set::WordClass;
use super::file::HomographEntry;
use super::token::{Token, normal};

/// The rules for one word.
#[derive(Debug)]
pub(super) struct Homograph {
    choices: Vec<Choice>,
    /// The concept when no rule fits; none: no picture.
    otherwise: Option<usize>,
}

#[derive(Debug)]
struct Choice {
    concept: Option<usize>,
    before: Vec<Vec<String>>,
    after: Vec<Vec<String>>,
    among: Vec<String>,
    class: Option<WordClass>,
}

/// What the rules say of a word in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// This concept is meant.
    Concept(usize),
    /// No picture.
    Nothing,
    /// No rule fits, and none says what then.
    Open,
}

/// Where a word stands, for rules to look around.
pub(super) struct Place<'a> {
    pub(super) tokens: &'a [Token<'a>],
    pub(super) at: usize,
    pub(super) class: Option<WordClass>,
    /// It may be a word of the frame of the sentence: only a rule that fits makes it another one.
    pub(super) is_frame: bool,
    /// Whether a lemma stands anywhere in the sentence.
    pub(super) has: &'a dyn Fn(&str) -> bool,
    /// Whether a concept has this word in the class that it has here.
    pub(super) fits: &'a dyn Fn(usize) -> bool,
}

impl Homograph {
    /// Reads the rules; the function finds a concept by its id.
    ///
    /// # Errors
    /// With the id of a concept that isn't there.
    pub(super) fn new(
        entry: &HomographEntry,
        find: impl Fn(&str) -> Option<usize>,
    ) -> Result<Self, String> {
        let concept = |id: &str| match id {
            "" => Ok(None),
            id => find(id).map(Some).ok_or_else(|| id.to_owned()),
        };
        let rows = |texts: &[String]| {
            let row = |text: &String| text.split_whitespace().map(normal).collect();
            texts.iter().map(row).collect()
        };
        let choices = entry.choices.iter().map(|choice| {
            Ok(Choice {
                concept: concept(&choice.concept)?,
                before: rows(&choice.before),
                after: rows(&choice.after),
                among: choice.among.iter().map(|word| normal(word)).collect(),
                class: choice.class.map(WordClass::from),
            })
        });
        Ok(Self {
            choices: choices.collect::<Result<_, String>>()?,
            otherwise: concept(&entry.otherwise)?,
        })
    }

    /// Every concept that the word may mean.
    pub(super) fn concepts(&self) -> impl Iterator<Item = usize> + '_ {
        let chosen = self.choices.iter().filter_map(|choice| choice.concept);
        chosen.chain(self.otherwise)
    }

    /// The concept when nothing around the word tells.
    pub(super) fn otherwise(&self) -> Option<usize> {
        self.otherwise
    }

    /// Whether what stands around the word may tell.
    pub(super) fn has_choices(&self) -> bool {
        !self.choices.is_empty()
    }

    /// What the first rule that fits says.
    pub(super) fn judge(&self, place: &Place<'_>) -> Verdict {
        let fitting = self.choices.iter().find(|choice| choice.holds(place));
        match (fitting, self.otherwise) {
            (Some(choice), _) => choice.concept.map_or(Verdict::Nothing, Verdict::Concept),
            (None, Some(concept)) if !place.is_frame && (place.fits)(concept) => {
                Verdict::Concept(concept)
            }
            (None, Some(_)) => Verdict::Nothing,
            // A word without rules is there to have no picture.
            (None, None) if self.choices.is_empty() => Verdict::Nothing,
            (None, None) => Verdict::Open,
        }
    }
}

impl Choice {
    fn holds(&self, place: &Place<'_>) -> bool {
        let Place { tokens, at, .. } = *place;
        let one_of = |rows: &[Vec<String>], stands: &dyn Fn(&[String]) -> bool| {
            rows.is_empty() || rows.iter().any(|row| stands(row))
        };
        self.class.is_none_or(|class| place.class == Some(class))
            && self.concept.is_none_or(|concept| (place.fits)(concept))
            && one_of(&self.before, &|row| {
                at >= row.len()
                    && tokens[at - row.len()..at]
                        .iter()
                        .zip(row)
                        .all(|(token, word)| token.word == *word)
            })
            && one_of(&self.after, &|row| {
                tokens.len() > at + row.len()
                    && tokens[at + 1..=at + row.len()]
                        .iter()
                        .zip(row)
                        .all(|(token, word)| token.word == *word)
            })
            && (self.among.is_empty() || self.among.iter().any(|word| (place.has)(word)))
    }
}
