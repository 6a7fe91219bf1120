//! What the documents for the talk take from a copy: fixed phrases with the picture that belongs to
//! them, and pictures that stand in no line.

use minijinja::Value;

use super::{Booklet, Line};
use crate::dossier::people::first_name;
use crate::dossier::plan::Participant;
use crate::phrase::PhraseError;
use crate::pictogram::photo::PhotoFrame;
use crate::rendition::Pictures;
use crate::rendition::easy_view::Look;
use crate::rendition::view::Picture;

impl Booklet<'_> {
    /// The picture that belongs to a fixed phrase, by that of our own, to stand in no line.
    pub(in crate::rendition) fn pictogram(
        &mut self,
        pictogram: &str,
        phrase: &str,
        frame: PhotoFrame,
    ) -> Option<Picture> {
        let source = self.illustrator.fixed(pictogram, phrase)?;
        Some(self.picture(&source.framed(frame), None))
    }

    /// The pictures of a row of answers, all of one set, by those of our own. None for what the person
    /// never wants to see.
    pub(in crate::rendition) fn row(&mut self, pictograms: &[&str]) -> Vec<Option<Picture>> {
        let sources = self.illustrator.row(pictograms).into_iter();
        sources
            .map(|source| source.map(|source| self.pictures.add(source, None)))
            .collect()
    }

    /// A fixed phrase with the picture that belongs to it, by that of our own.
    pub(in crate::rendition) fn fixed(
        &mut self,
        key: &str,
        pictogram: &str,
    ) -> Result<Line, PhraseError> {
        self.fixed_of(key, (), pictogram)
    }

    /// A fixed phrase with variables, and the picture that belongs to it.
    pub(in crate::rendition) fn fixed_of(
        &mut self,
        key: &str,
        variables: impl Into<Value>,
        pictogram: &str,
    ) -> Result<Line, PhraseError> {
        let text = self.say(key, variables)?;
        let source = self.illustrator.fixed(pictogram, &text);
        Ok(self.line_with(text, source))
    }

    /// A phrase about who supports the client, with their photo or else the picture.
    pub(in crate::rendition) fn fixed_about(
        &mut self,
        key: &str,
        variables: impl Into<Value>,
        name: &str,
        pictogram: &str,
    ) -> Result<Line, PhraseError> {
        let text = self.say(key, variables)?;
        let photo = self.illustrator.person(name);
        let source = photo.or_else(|| self.illustrator.fixed(pictogram, &text));
        Ok(self.line_with(text, source))
    }

    /// The first name of somebody at the meeting, and their photo where there is one.
    pub(in crate::rendition) fn attendee<'p>(
        &mut self,
        person: &'p Participant,
    ) -> (&'p str, Option<Picture>) {
        let photo = self.portrait(person);
        let name = first_name(person.name.as_str());
        let photo = photo.map(|photo| photo.framed(PhotoFrame::PORTRAIT));
        (name, photo.map(|photo| self.picture(&photo, None)))
    }

    /// The photo of somebody by first name, where there is one.
    pub(in crate::rendition) fn photo_of(&mut self, name: &str) -> Option<Picture> {
        let photo = self.illustrator.person(name)?.framed(PhotoFrame::PORTRAIT);
        Some(self.picture(&photo, None))
    }

    /// A picture for a word or, failing that, for a text, to fill a sheet on the table.
    pub(in crate::rendition) fn sheet_picture(
        &mut self,
        text: &str,
        word: Option<&str>,
    ) -> Option<Picture> {
        let source = self.illustrator.choose(text, word)?;
        Some(self.picture(&source.framed(PhotoFrame::SHEET), None))
    }

    /// Keeps only these pictures, and tells who made them, under its heading.
    pub(in crate::rendition) fn credited<'p>(
        &mut self,
        shown: impl Iterator<Item = &'p mut Picture>,
    ) -> Result<(String, Vec<String>), PhraseError> {
        self.pictures.keep(shown);
        let lines = self.credit_lines(self.pictures.sources());
        Ok((self.word("over_plaatjes")?, lines))
    }

    /// The settings and the pictures, for a document with pages of another kind.
    pub(in crate::rendition) fn into_parts(self) -> (Look, Pictures) {
        (self.look, self.pictures)
    }
}
