//! What the client can answer with: faces to circle, boxes to tick, or words without pictures.

use super::super::PictureSource;
use super::Booklet;
use crate::phrase::{PhraseError, capitalise};
use crate::rendition::easy_view::{Content, Face};

/// Faces from glad to sad, as pictograms.
const FACES: [&str; 3] = ["blij", "neutraal", "verdrietig"];
/// Signs for yes, no and don't know, as pictograms.
const ANSWERS: [&str; 3] = ["ja", "nee", "weet-niet"];

impl Booklet<'_> {
    /// Faces to circle, or the one that was chosen. Without pictures: words to circle.
    pub(in crate::rendition) fn faces(
        &mut self,
        question: &str,
        labels: [&str; 3],
        chosen: Option<usize>,
    ) -> Result<Content, PhraseError> {
        let question = self.word(question)?;
        if !self.illustrator.shows() {
            return self.circle(Some(question), labels, chosen);
        }
        let faces = self.answers(FACES, labels, chosen)?;
        Ok(Content::Faces { question, faces })
    }

    /// Boxes to tick: ja, nee, weet ik niet. Without pictures: words to circle.
    pub(in crate::rendition) fn choices(
        &mut self,
        labels: [&str; 3],
    ) -> Result<Content, PhraseError> {
        if !self.illustrator.shows() {
            return self.circle(None, labels, None);
        }
        let choices = self.answers(ANSWERS, labels, None)?;
        Ok(Content::Choices { choices })
    }

    fn answers(
        &mut self,
        signs: [&str; 3],
        labels: [&str; 3],
        chosen: Option<usize>,
    ) -> Result<Vec<Face>, PhraseError> {
        let mut answers = Vec::new();
        for (number, (sign, label)) in signs.into_iter().zip(labels).enumerate() {
            answers.push(Face {
                label: self.word(label)?,
                picture: self.pictures.add(PictureSource::own(sign), None),
                chosen: chosen == Some(number),
            });
        }
        Ok(answers)
    }

    fn circle(
        &mut self,
        heading: Option<String>,
        labels: [&str; 3],
        chosen: Option<usize>,
    ) -> Result<Content, PhraseError> {
        let mut lines = Vec::new();
        if chosen.is_none() {
            lines.push(Self::bare_line(self.word("zet_kring")?));
        }
        for (number, label) in labels.into_iter().enumerate() {
            if chosen.is_none_or(|chosen| chosen == number) {
                lines.push(Self::bare_line(capitalise(self.word(label)?)));
            }
        }
        Ok(Content::Group { heading, lines })
    }
}
