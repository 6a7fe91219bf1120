//! The cover and the frame of a copy: whose it is, from when to when, and that it isn't final.

use minijinja::context;

use super::{Booklet, TEMPLATE};
use crate::dossier::code::Status;
use crate::dossier::value::Date;
use crate::phrase::PhraseError;
use crate::pictogram::photo::PhotoFrame;
use crate::rendition::easy_view::{EasyCover, EasyView};
use crate::rendition::view::{Frame, FrameWords, Picture};
use crate::rendition::words::date_parts;
use crate::rendition::{Document, Made, PictureSource};

/// What stands on the cover, beside whose copy it is.
pub(in crate::rendition) struct Front {
    /// `Mijn plan`
    pub(in crate::rendition) title: String,
    /// Version of the plan that it tells of, if it tells of one.
    pub(in crate::rendition) version: Option<u32>,
    /// Whole sentences.
    pub(in crate::rendition) lines: Vec<String>,
}

/// The phrases on the cover of a document before the talk.
pub(in crate::rendition) struct TalkKeys {
    /// Its title.
    pub(in crate::rendition) title: &'static str,
    /// That it is mine.
    pub(in crate::rendition) mine: &'static str,
    /// What it is for.
    pub(in crate::rendition) purpose: &'static str,
    /// When the talk is.
    pub(in crate::rendition) day: &'static str,
}

impl Front {
    /// That of a document before the talk: that it is mine, what it is for and when the talk is.
    pub(in crate::rendition) fn for_talk(
        booklet: &Booklet<'_>,
        keys: &TalkKeys,
    ) -> Result<Self, PhraseError> {
        let mut lines = vec![booklet.word(keys.mine)?, booklet.word(keys.purpose)?];
        if let Some(meeting) = &booklet.context.dossier.plan.meeting {
            let day = context! { dag => meeting.date.weekday(), datum => meeting.date.long() };
            lines.push(booklet.say(keys.day, day)?);
        }
        Ok(Self {
            title: booklet.word(keys.title)?,
            version: None,
            lines,
        })
    }
}

impl Booklet<'_> {
    /// Puts the cover before the pages.
    pub(in crate::rendition) fn finish(
        mut self,
        file_name: &str,
        date: Date,
        front: Front,
    ) -> Result<Made, PhraseError> {
        let logo = match &self.context.provider.style.logo {
            Some(_) if self.illustrator.shows() => {
                let alt = self.say("logo", context! { aanbieder => self.provider() })?;
                Some(self.picture(&PictureSource::Logo, Some(alt)))
            }
            _ => None,
        };
        let portrait = self.own_portrait()?;
        let frame = Frame {
            logo,
            ..self.frame(&front.title, front.version, date)?
        };
        let concept_line = frame.concept.then(|| self.word("concept_regel"));
        let mut view = EasyView {
            look: self.look,
            cover: EasyCover {
                name: self.context.dossier.plan.client.first_name.to_string(),
                concept_line: concept_line.transpose()?,
                portrait,
                title: front.title,
                lines: front.lines,
            },
            frame,
            pages: self.pages,
        };
        self.pictures.keep(view.pictures_mut());
        Ok(Made::Document(Document::new(
            file_name,
            TEMPLATE,
            &view,
            self.pictures,
        )))
    }

    /// The photo of the client, if there is one and the person wants pictures.
    pub(in crate::rendition) fn own_portrait(&mut self) -> Result<Option<Picture>, PhraseError> {
        let client = &self.context.dossier.plan.client;
        let Some(photo) = &client.photo else {
            return Ok(None);
        };
        if !self.illustrator.shows() {
            return Ok(None);
        }
        let alt = self.say("portret", context! { naam => client.first_name.as_str() })?;
        let source = self.illustrator.source(photo).framed(PhotoFrame::PORTRAIT);
        Ok(Some(self.picture(&source, Some(alt))))
    }

    /// What every page carries. Only what tells of one version of the plan can be a concept.
    pub(in crate::rendition) fn frame(
        &self,
        title: &str,
        version: Option<u32>,
        date: Date,
    ) -> Result<Frame, PhraseError> {
        let plan = &self.context.dossier.plan;
        let name = plan.client.first_name.as_str();
        let concept = version.is_some() && plan.about.status == Status::Concept;
        let version = version.map(|version| self.say("versie", context! { versie => version }));
        Ok(Frame {
            title: self.say(
                "pdf_titel",
                context! { titel => title, naam => name, concept },
            )?,
            provider: self.provider(),
            subject: title.to_owned(),
            number: None,
            version: version.transpose()?,
            concept,
            accent: self.context.provider.style.accent.as_str().to_owned(),
            logo: None,
            date: date_parts(date),
            mark_mandatory: false,
            mandatory: Vec::new(),
            words: FrameWords {
                page: self.word("bladzijde")?,
                of: self.word("van")?,
                concept: self.word("concept")?,
                signature: self.word("handtekening")?,
                date: self.word("datum")?,
            },
        })
    }
}
