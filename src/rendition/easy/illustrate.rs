//! Chooses the picture beside a sentence.
//!
//! What the author asks for comes first, then the person's own photos, then photos of people by
//! their name, then a pictogram. Of what is denied, nothing is shown.

use super::super::{Context, PictureSource};
use crate::dossier::code::PicturePlace;
use crate::dossier::identifier::{FileName, Id};
use crate::dossier::value::Text;
use crate::language;
use crate::pictogram::{Library, Wishes};

/// A photo with the word or name that it shows.
#[derive(Clone, Copy, Debug)]
struct Shown<'a> {
    word: &'a str,
    photo: &'a FileName,
}

/// Knows the pictures of one client.
#[derive(Debug)]
pub(super) struct Illustrator<'a> {
    library: &'a Library,
    shows: bool,
    sets: &'a [Id],
    never: Vec<&'a str>,
    own: Vec<Shown<'a>>,
    people: Vec<Shown<'a>>,
}

impl<'a> Illustrator<'a> {
    /// Collects the client's photos and what the person wants to see.
    pub(super) fn of(context: &Context<'a>, place: PicturePlace) -> Self {
        let own = context.dossier.plan.easy_read.as_ref();
        let usual = &context.provider.easy_read;
        let never = own
            .map_or(&[][..], |own| &own.never_picture)
            .iter()
            .chain(&usual.never_picture);
        Self {
            library: context.library,
            shows: place != PicturePlace::None,
            sets: own
                .and_then(|own| own.sets.as_deref())
                .or(usual.sets.as_deref())
                .unwrap_or_default(),
            never: never.map(Text::as_str).collect(),
            own: own
                .iter()
                .flat_map(|own| &own.own_photos)
                .map(|own| Shown {
                    word: own.word.as_str(),
                    photo: &own.photo,
                })
                .collect(),
            people: people(context),
        }
    }

    /// Whether the person wants pictures at all.
    pub(super) fn shows(&self) -> bool {
        self.shows
    }

    /// The picture for a sentence, with the word that its author wants shown.
    pub(super) fn choose(&self, sentence: &str, word: Option<&str>) -> Option<PictureSource> {
        if !self.shows {
            return None;
        }
        word.and_then(|word| self.for_word(word))
            .or_else(|| self.for_sentence(sentence))
    }

    /// The photo of somebody, by first name.
    pub(super) fn person(&self, name: &str) -> Option<PictureSource> {
        let found = self
            .own
            .iter()
            .chain(&self.people)
            .find(|shown| shown.word == name)?;
        (self.shows && self.allows(name)).then(|| PictureSource::Photo(found.photo.clone()))
    }

    fn for_word(&self, word: &str) -> Option<PictureSource> {
        if !self.allows(word) {
            return None;
        }
        let same = |shown: &&Shown<'_>| shown.word.to_lowercase() == word.to_lowercase();
        if let Some(shown) = self.own.iter().chain(&self.people).find(same) {
            return Some(PictureSource::Photo(shown.photo.clone()));
        }
        let found = self.library.by_word(word, &self.wishes())?;
        Some(found.into())
    }

    fn wishes(&self) -> Wishes<'_> {
        Wishes {
            sets: self.sets,
            never: &self.never,
        }
    }

    fn for_sentence(&self, sentence: &str) -> Option<PictureSource> {
        let pictogram = self.library.find(sentence, &self.wishes());
        let photo = if Library::denies(sentence) {
            None
        } else {
            self.first_in(&self.own, sentence)
                .or_else(|| self.first_in(&self.people, sentence))
        };
        match (photo, pictogram) {
            // `bus te laat` says more than the photo of a bus.
            (Some(shown), Some(found))
                if found.word != shown.word && position(&found.word, shown.word).is_some() =>
            {
                Some(found.into())
            }
            (Some(shown), _) => Some(PictureSource::Photo(shown.photo.clone())),
            (None, found) => found.map(PictureSource::from),
        }
    }

    /// The photo whose word comes first in a sentence.
    fn first_in(&self, photos: &[Shown<'a>], sentence: &str) -> Option<Shown<'a>> {
        photos
            .iter()
            .filter(|shown| self.allows(shown.word))
            .filter_map(|shown| position(sentence, shown.word).map(|at| (at, shown)))
            .min_by_key(|(at, _)| *at)
            .map(|(_, shown)| *shown)
    }

    fn allows(&self, word: &str) -> bool {
        !self
            .never
            .iter()
            .any(|never| never.to_lowercase() == word.to_lowercase())
    }
}

/// Everybody with a photo, by first name.
fn people<'a>(context: &Context<'a>) -> Vec<Shown<'a>> {
    let plan = &context.dossier.plan;
    let evaluation = context.dossier.evaluation.as_ref();
    let client = std::iter::once((plan.client.first_name.as_str(), plan.client.photo.as_ref()));
    let support = plan
        .support
        .iter()
        .map(|support| (support.first_name.as_str(), support.photo.as_ref()));
    let network = plan
        .network
        .iter()
        .map(|person| (person.first_name.as_str(), person.photo.as_ref()));
    let present = evaluation.map_or(&[][..], |evaluation| &evaluation.present);
    let participants = plan
        .meeting
        .iter()
        .flat_map(|meeting| &meeting.participants)
        .chain(present);
    let participants =
        participants.map(|person| (first_name(person.name.as_str()), person.photo.as_ref()));
    client
        .chain(support)
        .chain(network)
        .chain(participants)
        .filter_map(|(word, photo)| photo.map(|photo| Shown { word, photo }))
        .collect()
}

/// The first of somebody's names.
pub(super) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// Where a word or row of words stands in a sentence. A name keeps its capital: Bas plays no bas.
fn position(sentence: &str, word: &str) -> Option<usize> {
    let is_name = word.chars().next().is_some_and(char::is_uppercase);
    let form = |text: &str| {
        if is_name {
            text.to_owned()
        } else {
            text.to_lowercase()
        }
    };
    let sentence: Vec<_> = language::words(sentence).map(form).collect();
    let wanted: Vec<_> = language::words(word).map(form).collect();
    sentence
        .windows(wanted.len().max(1))
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(name: &str) -> FileName {
        name.parse().expect("a plain name")
    }

    /// What is chosen for a sentence, as the name of its pictogram or photo.
    fn chosen(
        place: PicturePlace,
        never: &[&str],
        sentence: &str,
        word: Option<&str>,
    ) -> Option<String> {
        let library = Library::embedded().expect("the project's own set is whole");
        let (bus, bas) = (photo("bus.jpg"), photo("bas.jpg"));
        let illustrator = Illustrator {
            library: &library,
            shows: place != PicturePlace::None,
            sets: &[],
            never: never.to_vec(),
            own: vec![Shown {
                word: "bus",
                photo: &bus,
            }],
            people: vec![Shown {
                word: "Bas",
                photo: &bas,
            }],
        };
        illustrator
            .choose(sentence, word)
            .map(|source| match source {
                PictureSource::Photo(name) => name.as_str().to_owned(),
                PictureSource::Pictogram { id, .. } => id.name,
                PictureSource::Logo => "logo".to_owned(),
            })
    }

    fn left(sentence: &str, word: Option<&str>) -> Option<String> {
        chosen(PicturePlace::Left, &[], sentence, word)
    }

    #[test]
    fn the_author_comes_first_then_photos_then_pictograms() {
        assert_eq!(
            left("Ik ga met de bus.", Some("huis")).as_deref(),
            Some("huis")
        );
        assert_eq!(left("Ik ga.", Some("Bus")).as_deref(), Some("bus.jpg"));
        assert_eq!(left("De bus komt.", None).as_deref(), Some("bus.jpg"));
        assert_eq!(
            left("Bas komt op bezoek.", None).as_deref(),
            Some("bas.jpg")
        );
        assert_eq!(left("Ik speel bas.", None), None);
        assert_eq!(
            left("Ik ga naar huis.", Some("onbekend")).as_deref(),
            Some("huis")
        );
    }

    #[test]
    fn a_fixed_expression_says_more_than_a_photo() {
        assert_eq!(
            left("Ik bel als de bus niet komt.", None).as_deref(),
            Some("bus-komt-niet")
        );
        assert_eq!(
            left("De bus is te laat.", None).as_deref(),
            Some("bus-komt-niet")
        );
    }

    #[test]
    fn what_is_denied_or_unwanted_is_not_shown() {
        assert_eq!(left("Ik ga niet met Bas.", None), None);
        assert_eq!(
            chosen(PicturePlace::Left, &["bus"], "De bus komt.", Some("bus")),
            None
        );
        assert_eq!(
            chosen(PicturePlace::None, &[], "De bus komt.", Some("bus")),
            None
        );
    }
}
