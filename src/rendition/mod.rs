//! The renditions: from a dossier to the view of each document. Pure; nothing is read or written.
//!
//! A rendition is one file with its view, one template folder and one row in [`RENDITIONS`].

mod conversation_sheets;
mod cover;
mod easy;
mod easy_evaluation;
mod easy_read;
mod easy_view;
mod effort;
mod element;
mod evaluation;
mod explain;
mod family;
mod family_view;
mod formal;
mod format;
mod goal_card;
mod picture;
mod questions;
mod signatures;
mod view;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::dossier::code::Theme;
use crate::dossier::load::Dossier;
use crate::dossier::provider::Provider;
use crate::dossier::today::Today;
use crate::dossier::value::Text;
use crate::phrase::{PhraseError, Phrases};
use crate::pictogram::Library;

pub(crate) use easy::{asks_well, speaks_of_photo};
pub(crate) use easy_evaluation::easy_evaluation_sentences;
pub(crate) use easy_read::{EasySentence, easy_sentences};
pub(crate) use element::{Element, elements, is_expected};
pub(crate) use family::{file_name as family_file_name, file_number as family_file_number};
pub(crate) use formal::file_name as formal_file_name;
pub(crate) use format::{Format, FormatSide};
pub(crate) use picture::{PictureSource, Pictures};
pub(crate) use signatures::{DECIDES_FROM, SIGNS_FROM, acts};

/// Everything that a view may be made from.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) dossier: &'a Dossier,
    pub(crate) provider: &'a Provider,
    pub(crate) phrases: &'a Phrases,
    pub(crate) format: &'a Format,
    pub(crate) library: &'a Library,
    /// The day that consent and terms are judged on; never printed.
    pub(crate) today: &'a Today,
    /// Show mandatory elements in yellow.
    pub(crate) mark_mandatory: bool,
}

impl<'a> Context<'a> {
    /// The phone of who supports the client; the provider's otherwise.
    fn phone(&self) -> &'a Text {
        let own = self
            .dossier
            .plan
            .support
            .as_ref()
            .and_then(|s| s.phone.as_ref());
        own.unwrap_or(&self.provider.organisation.phone)
    }

    /// The e-mail address of who supports the client; the provider's otherwise.
    fn email(&self) -> &'a Text {
        let own = self
            .dossier
            .plan
            .support
            .as_ref()
            .and_then(|s| s.email.as_ref());
        own.unwrap_or(&self.provider.organisation.email)
    }
}

/// Who gets a family copy, by number, with the themes that are open in it.
pub(crate) fn family_readers(context: &Context<'_>) -> BTreeMap<u32, BTreeSet<Theme>> {
    let plan = &context.dossier.plan;
    let network = plan.network.iter().map(|person| person.number);
    let representatives = plan.representatives.iter().map(|person| person.number);
    network
        .chain(representatives)
        .map(|number| (number, family::open_themes(context, number)))
        .filter(|(_, open)| !open.is_empty())
        .collect()
}

/// A document that is ready to be typeset.
#[derive(Debug)]
pub(crate) struct Document {
    /// Name of the file under the client's folder in `out/`.
    pub(crate) file_name: String,
    /// Virtual path of the Typst template.
    pub(crate) template: &'static str,
    /// The view as JSON.
    pub(crate) view: Vec<u8>,
    /// What `/picture/0` and further are.
    pub(crate) pictures: Vec<PictureSource>,
    /// Elements that the typeset document must hold.
    pub(crate) mandatory: Vec<String>,
    /// Those of them that must have content.
    pub(crate) needs_content: Vec<String>,
}

impl Document {
    /// Puts a view and its pictures together.
    pub(crate) fn new(
        file_name: impl Into<String>,
        template: &'static str,
        view: &impl Serialize,
        pictures: Pictures,
    ) -> Self {
        Self {
            file_name: file_name.into(),
            template,
            view: serde_json::to_vec(view).expect("a view holds only text, numbers and lists"),
            pictures: pictures.into_sources(),
            mandatory: Vec::new(),
            needs_content: Vec::new(),
        }
    }
}

/// What a rendition makes of one client.
#[derive(Debug)]
pub(crate) enum Made {
    /// A document to typeset.
    Document(Document),
    /// A document that is not made, and why, in Dutch without personal data.
    Withheld {
        /// The file that would have been.
        file_name: String,
        /// Why not.
        reason: String,
    },
}

/// One of the documents that belong together.
pub(crate) trait Rendition: Sync {
    /// The word for `--only`.
    fn name(&self) -> &'static str;

    /// The one file that it makes, if it is only made when `--only` asks for it.
    fn on_request(&self) -> Option<&'static str> {
        None
    }

    /// The documents of this rendition for one client; none where there is nothing to tell.
    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError>;
}

/// All renditions, in the order they are made.
pub(crate) const RENDITIONS: &[&dyn Rendition] = &[
    &formal::Formal,
    &family::Family,
    &easy_read::EasyRead,
    &evaluation::EvaluationReport,
    &easy_evaluation::EasyEvaluation,
    &conversation_sheets::ConversationSheets,
    &explain::Explanation,
    &questions::Questions,
];
