//! The cover and the frame of a copy: whose it is, from when to when, and that it isn't final.

use minijinja::context;

use super::{Booklet, TEMPLATE};
use crate::dossier::code::Status;
use crate::dossier::value::Date;
use crate::phrase::PhraseError;
use crate::rendition::easy_view::{EasyCover, EasyView};
use crate::rendition::view::{Frame, FrameWords};
use crate::rendition::{Document, Made, PictureSource};

/// What stands on the cover, beside whose copy it is.
pub(in crate::rendition) struct Front {
    /// `Mijn plan`
    pub(in crate::rendition) title: String,
    /// Version of the plan that it tells of.
    pub(in crate::rendition) version: u32,
    /// Whole sentences.
    pub(in crate::rendition) lines: Vec<String>,
}

impl Booklet<'_> {
    /// Puts the cover before the pages.
    pub(in crate::rendition) fn finish(
        mut self,
        file_name: &str,
        date: Date,
        front: Front,
    ) -> Result<Made, PhraseError> {
        let plan = &self.context.dossier.plan;
        let name = plan.client.first_name.as_str();
        let concept = plan.about.status == Status::Concept;
        let provider = self.provider();
        let portrait = match &plan.client.photo {
            Some(photo) => self.photo(photo, Some(self.say("portret", context! { naam => name })?)),
            None => None,
        };
        let logo = match &self.context.provider.style.logo {
            Some(_) if self.illustrator.shows() => {
                let alt = self.say("logo", context! { aanbieder => &provider })?;
                Some(self.picture(&PictureSource::Logo, Some(alt)))
            }
            _ => None,
        };
        let concept_line = concept.then(|| self.word("concept_regel")).transpose();
        let view = EasyView {
            frame: Frame {
                title: self.say(
                    "pdf_titel",
                    context! { titel => &front.title, naam => name, concept },
                )?,
                provider,
                subject: front.title.clone(),
                number: None,
                version: Some(self.say("versie", context! { versie => front.version })?),
                concept,
                accent: self.context.provider.style.accent.as_str().to_owned(),
                logo,
                date: [
                    date.civil().year(),
                    i16::from(date.civil().month()),
                    i16::from(date.civil().day()),
                ],
                mark_mandatory: false,
                mandatory: Vec::new(),
                words: FrameWords {
                    page: self.word("bladzijde")?,
                    of: self.word("van")?,
                    concept: self.word("concept")?,
                    signature: self.word("handtekening")?,
                    date: self.word("datum")?,
                },
            },
            look: self.look,
            cover: EasyCover {
                title: front.title,
                name: name.to_owned(),
                concept_line: concept_line?,
                portrait,
                lines: front.lines,
            },
            pages: self.pages,
        };
        Ok(Made::Document(Document::new(
            file_name,
            TEMPLATE,
            &view,
            self.pictures,
        )))
    }
}
