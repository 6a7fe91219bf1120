//! What one person wants of an easy-read copy: each setting of their own before that of the
//! organisation, and that before what is usual.

use super::super::Context;
use super::super::easy_view::Look;
use crate::dossier::code::{Contrast, PicturePer, PicturePlace};
use crate::dossier::identifier::Id;
use crate::dossier::plan::{EasyReadSettings, OwnPhoto};
use crate::dossier::value::Text;
use crate::pictogram::photo::PhotoFrame;

/// Type size where nobody chose one, in points.
const TYPE_SIZE: u32 = 18;
/// Sentences on a page where nobody chose a number.
const SENTENCES: u32 = 6;

/// From so many sentences on a page they stand two by two under their pictures.
const FEWEST_IN_COLUMNS: usize = 3;

/// The settings of one person.
#[derive(Clone, Debug)]
pub(super) struct Settings<'a> {
    /// Points, 14 to 28.
    pub(super) type_size: u32,
    pub(super) place: PicturePlace,
    pub(super) per: PicturePer,
    pub(super) contrast: Contrast,
    /// The most sentences on a page.
    sentences: usize,
    /// The sets of pictograms, the first one first.
    pub(super) sets: &'a [Id],
    /// Words that never get a picture: the person's and the organisation's.
    pub(super) never: Vec<&'a str>,
    /// The person's photos, and those of the organisation that the person has.
    pub(super) own_photos: Vec<&'a OwnPhoto>,
}

impl<'a> Settings<'a> {
    /// Reads them off the plan and off the organisation's own file.
    pub(super) fn of(context: &Context<'a>) -> Self {
        let usual = &context.provider.easy_read;
        let own = context.dossier.plan.easy_read.as_ref();
        let mut settings = Self::merge(own, usual);
        let shared = usual.own_photos.iter();
        let shared = shared.filter(|shared| context.dossier.has_photo(&shared.photo));
        settings.own_photos.extend(shared);
        settings
    }

    fn merge(own: Option<&'a EasyReadSettings>, usual: &'a EasyReadSettings) -> Self {
        let both = || own.into_iter().chain(std::iter::once(usual));
        let sentences = both().find_map(|one| one.sentences_per_page);
        let never = both().flat_map(|one| &one.never_picture);
        Self {
            type_size: both().find_map(|one| one.type_size).unwrap_or(TYPE_SIZE),
            place: both()
                .find_map(|one| one.picture_place)
                .unwrap_or(PicturePlace::Left),
            per: both()
                .find_map(|one| one.picture_per)
                .unwrap_or(PicturePer::Sentence),
            contrast: both()
                .find_map(|one| one.contrast)
                .unwrap_or(Contrast::Normal),
            sentences: usize::try_from(sentences.unwrap_or(SENTENCES))
                .unwrap_or(usize::MAX)
                .max(1),
            sets: both()
                .find_map(|one| one.sets.as_deref())
                .unwrap_or_default(),
            never: never.map(Text::as_str).collect(),
            own_photos: own.map_or(&[][..], |own| &own.own_photos).iter().collect(),
        }
    }

    /// Whether sentences stand two by two, each under its picture: from three on a page their
    /// pictures are larger so.
    fn has_columns(&self) -> bool {
        self.place == PicturePlace::Above
            && self.per == PicturePer::Sentence
            && self.sentences >= FEWEST_IN_COLUMNS
    }

    /// The frame of a photo at a sentence.
    pub(super) fn frame(&self) -> PhotoFrame {
        match (self.per, self.place) {
            (PicturePer::Word, _) => PhotoFrame::WORD,
            (PicturePer::Sentence, PicturePlace::Above) if self.has_columns() => PhotoFrame::ABOVE,
            (PicturePer::Sentence, PicturePlace::Above) => PhotoFrame::LARGE,
            (PicturePer::Sentence, _) => PhotoFrame::BESIDE,
        }
    }

    /// The most sentences on a page: as many as the person wants, as far as cards have room there.
    pub(super) fn most(&self) -> usize {
        let room = match self.type_size {
            _ if !self.has_columns() => usize::MAX,
            ..=16 => 8,
            17..=20 => 6,
            _ => 4,
        };
        room.min(self.sentences)
    }

    /// The most of them that leave room for faces on a page.
    pub(super) fn with_foot(&self) -> usize {
        let room = match (self.per, self.place) {
            // The answers to circle are lines of text here.
            (_, PicturePlace::None) => match self.type_size {
                ..=18 => usize::MAX,
                19..=22 => 7,
                _ => 5,
            },
            (PicturePer::Word, _) => match self.type_size {
                ..=18 => 5,
                19..=22 => 4,
                _ => 3,
            },
            (PicturePer::Sentence, PicturePlace::Left) => match self.type_size {
                ..=18 => 7,
                19..=22 => 6,
                _ => 4,
            },
            (PicturePer::Sentence, PicturePlace::Above) if self.has_columns() => {
                match self.type_size {
                    ..=20 => 4,
                    _ => 2,
                }
            }
            (PicturePer::Sentence, PicturePlace::Above) => 2,
        };
        room.min(self.most())
    }

    /// The most of them that leave room for a box to answer in, and for faces below it.
    pub(super) fn with_box(&self) -> usize {
        let room = match (self.per, self.place) {
            (_, PicturePlace::None) | (PicturePer::Sentence, PicturePlace::Left) => 3,
            (PicturePer::Word, _) => match self.type_size {
                ..=16 => 3,
                17..=20 => 2,
                _ => 1,
            },
            (PicturePer::Sentence, PicturePlace::Above) if self.has_columns() => {
                match self.type_size {
                    ..=16 => 3,
                    _ => 2,
                }
            }
            (PicturePer::Sentence, PicturePlace::Above) => 1,
        };
        room.min(self.most())
    }

    /// What the layout has to know.
    pub(super) fn look(&self) -> Look {
        Look {
            type_size: self.type_size,
            picture_place: self.place.word(),
            picture_per: self.per.word(),
            columns: if self.has_columns() { 2 } else { 1 },
            contrast: self.contrast.word(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_of_the_person_goes_before_that_of_the_organisation() {
        let usual = EasyReadSettings {
            type_size: Some(16),
            picture_place: Some(PicturePlace::Above),
            contrast: Some(Contrast::DarkOnLight),
            sets: Some(Vec::new()),
            ..EasyReadSettings::default()
        };
        let own = EasyReadSettings {
            type_size: Some(28),
            picture_per: Some(PicturePer::Word),
            ..EasyReadSettings::default()
        };
        let settings = Settings::merge(Some(&own), &usual);
        assert_eq!(settings.type_size, 28);
        assert_eq!(settings.place, PicturePlace::Above);
        assert_eq!(settings.per, PicturePer::Word);
        assert_eq!(settings.contrast, Contrast::DarkOnLight);
        assert_eq!(settings.sentences, 6);

        let settings = Settings::merge(None, &usual);
        assert_eq!(
            (settings.type_size, settings.per),
            (16, PicturePer::Sentence)
        );
    }
}
