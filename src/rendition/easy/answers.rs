//! What the client can answer with: faces to circle, boxes to tick, or words without pictures.

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
        match self.answers(FACES, labels, chosen)? {
            Some(faces) => Ok(Content::Faces { question, faces }),
            None => self.circle(Some(question), labels, chosen),
        }
    }

    /// Boxes to tick: ja, nee, weet ik niet. Without pictures: words to circle.
    pub(in crate::rendition) fn choices(
        &mut self,
        labels: [&str; 3],
    ) -> Result<Content, PhraseError> {
        match self.answers(ANSWERS, labels, None)? {
            Some(choices) => Ok(Content::Choices { choices }),
            None => self.circle(None, labels, None),
        }
    }

    /// The answers with their pictures; none where one may have no picture.
    fn answers(
        &mut self,
        signs: [&str; 3],
        labels: [&str; 3],
        chosen: Option<usize>,
    ) -> Result<Option<Vec<Face>>, PhraseError> {
        let pictures: Option<Vec<_>> = self.row(&signs).into_iter().collect();
        let Some(pictures) = pictures else {
            return Ok(None);
        };
        let mut answers = Vec::new();
        for (number, (picture, label)) in pictures.into_iter().zip(labels).enumerate() {
            answers.push(Face {
                label: self.word(label)?,
                picture,
                chosen: chosen == Some(number),
            });
        }
        Ok(Some(answers))
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
