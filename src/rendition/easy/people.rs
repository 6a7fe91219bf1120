//! Who is there, and why: a line for each, with a photo where there is one.

use super::{Booklet, Line};
use crate::dossier::people::first_name;
use crate::dossier::plan::Participant;
use crate::rendition::PictureSource;

/// The pictogram of who has no photo and whose reason names nothing to show.
const ANYBODY: &str = "gesprek";

impl Booklet<'_> {
    /// The people at a meeting, each with the sentence that says why.
    pub(in crate::rendition) fn participants(&mut self, people: &[Participant]) -> Vec<Line> {
        let mut lines = Vec::new();
        for person in people {
            let portrait = self.portrait(person);
            let mut said = self.said(std::slice::from_ref(&person.reason));
            if let Some(first) = said.first_mut() {
                let nothing_shown = first.pictures().next().is_none();
                let anybody = || self.illustrator.fixed(ANYBODY, &first.text);
                let source = portrait.or_else(|| nothing_shown.then(anybody).flatten());
                if let Some(source) = source {
                    let picture = self.picture(&source, None);
                    // A name in the sentence may have the portrait already.
                    if !first
                        .parts
                        .iter()
                        .any(|part| part.picture.as_ref() == Some(&picture))
                    {
                        first.picture = Some(picture);
                    }
                }
            }
            lines.append(&mut said);
        }
        lines
    }

    /// The photo of somebody at a meeting: their own, or the one that the plan has elsewhere.
    pub(super) fn portrait(&self, person: &Participant) -> Option<PictureSource> {
        if !self.illustrator.shows() {
            return None;
        }
        let network = &self.context.dossier.plan.network;
        let known = network
            .iter()
            .find(|relative| Some(relative.number) == person.number);
        let photo = person
            .photo
            .as_ref()
            .or(known.and_then(|relative| relative.photo.as_ref()));
        let name = person.name.as_str();
        let names = known.map(|relative| [relative.name.as_str(), relative.first_name.as_str()]);
        let mut names = names.into_iter().flatten().chain([name]);
        if names.any(|name| self.illustrator.is_barred(name)) {
            return None;
        }
        photo
            .map(|photo| self.illustrator.source(photo))
            .or_else(|| self.illustrator.person(name))
            .or_else(|| self.illustrator.person(first_name(name)))
    }
}
