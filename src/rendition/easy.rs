//! What the easy-read copies share: sentences with their pictures, set out over pages.

mod answers;
mod boxes;
mod closing;
mod cover;
mod fixed;
mod illustrate;
mod paginate;
mod people;
mod photos;
mod settings;
mod wording;

use minijinja::Value;

use super::easy_view::{Content, Line, LinePart, Look, Page};
use super::view::Picture;
use super::words::Words;
use super::{Context, PictureSource, Pictures};
use crate::dossier::code::PicturePlace;
use crate::dossier::goal::Sentence;
use crate::dossier::identifier::FileName;
use crate::dossier::value::Text;
use crate::language::{self, Subject};
use crate::phrase::PhraseError;
use crate::pictogram::photo::PhotoFrame;

pub(super) use closing::whole;
pub(super) use cover::{Front, TalkKeys};
use illustrate::Illustrator;
pub(crate) use illustrate::asks_well;
pub(super) use paginate::Group;
use paginate::paginate;
pub(crate) use photos::speaks_of_photo;
use settings::Settings;
pub(super) use wording::{
    MOST_WORDS, USUAL_WORDS, are_short, inside, lower_first, short_sentences,
};

/// The file of phrases that the easy-read copies use.
const FILE: &str = "makkelijk";
/// The Typst template of both copies.
const TEMPLATE: &str = "easy-read/main.typ";
/// A phrase of the easy-read copies, unless it names a file of its own.
fn in_file(key: &str) -> String {
    if key.contains('.') {
        key.to_owned()
    } else {
        format!("{FILE}.{key}")
    }
}

/// One easy-read copy in the making.
pub(super) struct Booklet<'a> {
    pub(super) context: &'a Context<'a>,
    illustrator: Illustrator<'a>,
    look: Look,
    /// The most sentences on a page.
    most: usize,
    /// The most above faces or boxes.
    with_foot: usize,
    /// The most above a box to answer in.
    with_box: usize,
    pictures: Pictures,
    pages: Vec<Page>,
}

impl<'a> Booklet<'a> {
    /// Opens a copy with the settings of the person, and those of the organisation for the rest.
    pub(super) fn open(context: &'a Context<'a>) -> Self {
        Self::of(context, &Settings::of(context))
    }

    /// Opens sheets to point at: these have pictures for who wants none beside text as well.
    pub(super) fn to_point_at(context: &'a Context<'a>) -> Self {
        let mut settings = Settings::of(context);
        if settings.place == PicturePlace::None {
            settings.place = PicturePlace::Left;
        }
        Self::of(context, &settings)
    }

    fn of(context: &'a Context<'a>, settings: &Settings<'a>) -> Self {
        Self {
            context,
            illustrator: Illustrator::of(context, settings),
            look: settings.look(),
            most: settings.most(),
            with_foot: settings.with_foot(),
            with_box: settings.with_box(),
            pictures: Pictures::default(),
            pages: Vec::new(),
        }
    }

    /// The size of the type, in points.
    pub(super) fn type_size(&self) -> u32 {
        self.look.type_size
    }

    /// The client, as the plan's texts speak of them.
    pub(super) fn subject(&self) -> Subject<'a> {
        let client = &self.context.dossier.plan.client;
        Subject {
            name: client.first_name.as_str(),
            pronoun: client.pronoun,
        }
    }

    /// The provider, by its short name.
    pub(super) fn provider(&self) -> String {
        Words::of(self.context).provider()
    }

    /// Who of the provider helps, by first name where it is known.
    pub(super) fn supporter(&self) -> Result<String, PhraseError> {
        match &self.context.dossier.plan.support {
            Some(support) => Ok(support.first_name.to_string()),
            None => self.word("mijn_begeleider"),
        }
    }

    /// A phrase without variables.
    pub(super) fn word(&self, key: &str) -> Result<String, PhraseError> {
        self.context.phrases.word(&in_file(key))
    }

    /// A phrase with variables.
    pub(super) fn say(
        &self,
        key: &str,
        variables: impl Into<Value>,
    ) -> Result<String, PhraseError> {
        self.context.phrases.say(&in_file(key), variables)
    }

    /// A sentence with its picture: the one of the word, or else one for the sentence itself.
    pub(super) fn line(&mut self, text: impl Into<String>, word: Option<&str>) -> Line {
        let text = text.into();
        let asked = word.and_then(|word| self.illustrator.for_word(word, &text));
        self.line_with(text, asked)
    }

    /// A sentence with the picture for some of its words.
    pub(super) fn line_showing(&mut self, text: String, shown: &str) -> Line {
        if self.illustrator.is_per_word() {
            return self.line_with(text, None);
        }
        let picture = self.illustrator.for_sentence(shown);
        Line::new(text, picture.map(|source| self.picture(&source, None)))
    }

    /// A sentence with the picture of an author's word in another one; without a word, its own.
    pub(super) fn line_by(&mut self, text: String, (shown, word): (&str, Option<&str>)) -> Line {
        let asked = word.and_then(|word| self.illustrator.for_word(word, shown));
        self.line_with(text, asked)
    }

    /// Whether a text brings a picture by itself.
    pub(super) fn has_picture(&self, text: &str) -> bool {
        self.illustrator.for_sentence(text).is_some()
    }

    /// Whether the picture of an author's word in a sentence shows what is so.
    pub(super) fn has_plain(&self, text: &str, word: &str) -> bool {
        let source = self.illustrator.for_word(word, text);
        source.is_some_and(|source| !source.is_crossed())
    }

    /// A sentence with the photo of somebody in it, or else that of a word, or else the picture
    /// that it would have.
    pub(super) fn line_about(&mut self, text: String, name: &str, word: &str) -> Line {
        let photo = self.illustrator.person(name);
        let asked = photo.or_else(|| self.illustrator.for_word(word, &text));
        self.line_with(text, asked)
    }

    /// A sentence with the picture that is asked for, or else its own: beside it, or above each of
    /// its key words. There a picture that was asked for comes only where no word has any: before
    /// other pictures it would read as one more word.
    fn line_with(&mut self, text: String, asked: Option<PictureSource>) -> Line {
        if !self.illustrator.is_per_word() {
            let source = asked.or_else(|| self.illustrator.for_sentence(&text));
            return Line::new(text, source.map(|source| self.picture(&source, None)));
        }
        let parts = self.illustrator.parts(&text);
        let lead = asked.filter(|_| parts.iter().all(|part| part.source.is_none()));
        let parts = parts
            .into_iter()
            .map(|part| LinePart {
                text: part.text,
                picture: part.source.map(|source| self.picture(&source, None)),
            })
            .collect();
        Line {
            picture: lead.map(|source| self.picture(&source, None)),
            text,
            parts,
        }
    }

    /// A sentence without a picture.
    fn bare_line(text: String) -> Line {
        Line::new(text, None)
    }

    /// A phrase as a line, with the picture of a word.
    pub(super) fn told(&mut self, key: &str, word: &str) -> Result<Line, PhraseError> {
        let text = self.word(key)?;
        Ok(self.line(text, Some(word)))
    }

    /// A phrase with variables as a line, with the picture of a word where there is one.
    pub(super) fn told_of(
        &mut self,
        key: &str,
        variables: impl Into<Value>,
        word: Option<&str>,
    ) -> Result<Line, PhraseError> {
        let text = self.say(key, variables)?;
        Ok(self.line(text, word))
    }

    /// An author's sentences, each on a line of its own.
    pub(super) fn said(&mut self, sentences: &[Sentence]) -> Vec<Line> {
        let mut lines = Vec::new();
        for sentence in sentences {
            let mut word = sentence.picture.as_ref().map(Text::as_str);
            for text in language::sentences(sentence.text.as_str()) {
                let word = word.take();
                let asked = word.and_then(|word| self.illustrator.for_word(word, text));
                lines.push(self.line_with(text.to_owned(), asked));
            }
        }
        lines
    }

    /// Sentences that were made, each with a picture of its own.
    pub(super) fn lines(&mut self, sentences: Vec<String>) -> Vec<Line> {
        sentences
            .into_iter()
            .map(|sentence| self.line(sentence, None))
            .collect()
    }

    /// A large picture for a word or, failing that, for a text.
    pub(super) fn picture_of(&mut self, text: &str, word: Option<&str>) -> Option<Picture> {
        let source = self.illustrator.choose(text, word)?;
        Some(self.picture(&source.framed(PhotoFrame::LARGE), None))
    }

    /// A photo of the client's at a sentence, unless the person wants no pictures.
    pub(super) fn photo(&mut self, photo: &FileName, alt: Option<String>) -> Option<Picture> {
        let source = self.illustrator.source(photo);
        self.illustrator.shows().then(|| self.picture(&source, alt))
    }

    /// Takes the pages so far as the bare sentences on them.
    pub(super) fn take_sentences(&mut self) -> Vec<String> {
        let contents = self.pages.drain(..).flat_map(|page| page.content);
        let lines = contents.flat_map(|content| match content {
            Content::Group { lines, .. } => lines,
            _ => Vec::new(),
        });
        lines.map(|line| line.text).collect()
    }

    fn picture(&mut self, source: &PictureSource, alt: Option<String>) -> Picture {
        self.pictures.add(source.clone(), alt)
    }

    /// Lines under a heading.
    pub(super) fn group(&self, heading: &str, lines: Vec<Line>) -> Result<Group, PhraseError> {
        Ok(Group {
            heading: Some(self.word(heading)?),
            lines,
        })
    }

    /// Adds pages under one title; `foot` stands below the last of the lines.
    pub(super) fn section(
        &mut self,
        title: &str,
        groups: Vec<Group>,
        foot: Vec<Content>,
    ) -> Result<(), PhraseError> {
        let groups: Vec<_> = groups
            .into_iter()
            .filter(|group| !group.lines.is_empty())
            .collect();
        let last = if foot.is_empty() {
            self.most
        } else {
            self.with_foot
        };
        let mut sheets: Vec<Vec<Content>> = paginate(groups, self.most, last)
            .into_iter()
            .map(|groups| groups.into_iter().map(Group::into_content).collect())
            .collect();
        match sheets.last_mut() {
            Some(last) => last.extend(foot),
            None if foot.is_empty() => return Ok(()),
            None => sheets.push(foot),
        }
        self.add_pages(title, sheets)
    }

    /// Adds pages as they are; all but the first say that they go on from the one before.
    fn add_pages(&mut self, title: &str, pages: Vec<Vec<Content>>) -> Result<(), PhraseError> {
        for (number, content) in pages.into_iter().enumerate() {
            self.pages.push(Page {
                title: title.to_owned(),
                continued: if number == 0 {
                    None
                } else {
                    Some(self.word("verder")?)
                },
                content,
            });
        }
        Ok(())
    }
}
