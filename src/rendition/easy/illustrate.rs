//! Chooses the pictures of a sentence: one beside it, or one for each of its key words.
//!
//! What the author asks for comes first, then the person's own photos, then photos of people by
//! their name, then a pictogram. Of what is denied, no photo is shown.

use std::ops::Range;

use super::super::{Context, PictureSource};
use super::photos::{Shown, Spot, is_of_name, overlap, spots, tokens};
use super::settings::Settings;
use crate::dossier::code::{PicturePer, PicturePlace};
use crate::dossier::identifier::{FileName, Id};
use crate::dossier::value::Text;
use crate::language;
use crate::pictogram::photo::PhotoFrame;
use crate::pictogram::{Library, Match, Wishes};

/// Words with a picture that a sentence has at most: a picture for every word is read by nobody.
const MOST_PICTURES: usize = 4;

/// Knows the pictures of one client.
#[derive(Debug)]
pub(super) struct Illustrator<'a> {
    library: &'a Library,
    shows: bool,
    per: PicturePer,
    frame: PhotoFrame,
    sets: &'a [Id],
    never: Vec<&'a str>,
    own: Vec<Shown<'a>>,
    people: Vec<Shown<'a>>,
}

/// A part of a sentence, with its picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) source: Option<PictureSource>,
}

/// Tells of a word whether an author who asks for its picture gets one for this client. What the
/// person never wants to see counts as well: that it doesn't come is meant so.
pub(crate) fn asks_well<'a>(context: &Context<'a>) -> impl Fn(&str) -> bool + use<'a> {
    let mut settings = Settings::of(context);
    settings.never.clear();
    let illustrator = Illustrator::of(context, &settings);
    move |word| illustrator.for_word(word, "").is_some()
}

impl<'a> Illustrator<'a> {
    /// Collects the client's photos and what the person wants to see.
    pub(super) fn of(context: &Context<'a>, settings: &Settings<'a>) -> Self {
        let own = settings.own_photos.iter().map(|own| {
            let meaning = own.meaning.as_ref().map(Text::as_str);
            Shown::own(context.library, own.word.as_str(), meaning, &own.photo)
        });
        let barred = |name: &str| settings.never.iter().any(|never| is_of_name(name, never));
        let people = context.dossier.people().into_iter().filter(|person| {
            !barred(person.first_name) && !person.full_name.as_deref().is_some_and(barred)
        });
        Self {
            library: context.library,
            shows: settings.place != PicturePlace::None,
            per: settings.per,
            frame: settings.frame(),
            sets: settings.sets,
            never: settings.never.clone(),
            own: own.collect(),
            people: people.flat_map(Shown::person).collect(),
        }
    }

    /// Whether the person wants pictures at all.
    pub(super) fn shows(&self) -> bool {
        self.shows
    }

    /// Whether each key word has a picture of its own.
    pub(super) fn is_per_word(&self) -> bool {
        self.shows && self.per == PicturePer::Word
    }

    /// The picture for a sentence, with the word that its author wants shown.
    pub(super) fn choose(&self, sentence: &str, word: Option<&str>) -> Option<PictureSource> {
        word.and_then(|word| self.for_word(word, sentence))
            .or_else(|| self.for_sentence(sentence))
    }

    /// The photo of somebody, by first name, or by full name where two have the same first name.
    pub(super) fn person(&self, name: &str) -> Option<PictureSource> {
        let shown = self
            .photos()
            .find(|shown| self.shows && shown.is_called(name))?;
        Some(self.source(shown.photo()))
    }

    /// A photo as it stands at a sentence.
    pub(super) fn source(&self, photo: &FileName) -> PictureSource {
        PictureSource::Photo {
            name: photo.clone(),
            frame: self.frame,
        }
    }

    /// The picture that an author asks for. Where the sentence denies it, it is crossed out; where
    /// that is unclear, there is none.
    pub(super) fn for_word(&self, word: &str, sentence: &str) -> Option<PictureSource> {
        let barred = |never: &&str| never.to_lowercase() == word.to_lowercase();
        if !self.shows || self.never.iter().any(barred) {
            return None;
        }
        let asked = self.library.asked(word, sentence, &self.wishes());
        if !Library::denies(sentence) && !asked.as_ref().is_some_and(|asked| asked.crossed) {
            let concept = asked.as_ref().map(|asked| &asked.concept);
            let shown = self.photos().find(|shown| shown.is_asked_by(word, concept));
            let is_so = |shown: &&Shown<'a>| {
                let mut open = self.library.left_open(sentence).into_iter();
                !open.any(|open| shown.means(&open.concept))
            };
            if let Some(shown) = shown.filter(is_so) {
                return Some(self.source(shown.photo()));
            }
        }
        asked.map(PictureSource::from)
    }

    /// The picture of a fixed phrase that one of our own belongs to: the person's photo of what it
    /// shows or of what the phrase names, or else a pictogram.
    pub(super) fn fixed(&self, picture: &str, phrase: &str) -> Option<PictureSource> {
        if !self.shows {
            return None;
        }
        let sign = self.library.fixed(picture, &self.wishes());
        let of_it = sign.as_ref().and_then(|_| {
            let concepts = self.library.concepts_of(picture);
            let shows_it = |shown: &&Shown<'a>| {
                let mut concepts = concepts.iter();
                concepts.any(|concept| shown.is_asked_by(picture, Some(concept)))
            };
            self.photos().find(shows_it).map(Shown::photo)
        });
        let of_it = of_it.filter(|_| !Library::denies(phrase));
        let named = || {
            let found = self.library.find_all(phrase, &self.wishes());
            let spots = self.spots(phrase, &found);
            let thing = spots.iter().find(|spot| !spot.is_name);
            thing.or(spots.first()).map(|spot| spot.photo)
        };
        match of_it.or_else(named) {
            Some(photo) => Some(self.source(photo)),
            None => sign.map(PictureSource::from),
        }
    }

    /// The pictures of a row of answers, by those of our own; none for what is never shown.
    pub(super) fn row(&self, pictures: &[&str]) -> Vec<Option<PictureSource>> {
        if !self.shows {
            return vec![None; pictures.len()];
        }
        let row = self.library.row(pictures, &self.wishes()).into_iter();
        row.map(|found| found.map(PictureSource::from)).collect()
    }

    /// The key picture of a sentence.
    pub(super) fn for_sentence(&self, sentence: &str) -> Option<PictureSource> {
        if !self.shows {
            return None;
        }
        let key = self.library.find(sentence, &self.wishes());
        let mut found = self.library.find_all(sentence, &self.wishes());
        found.extend(key.clone());
        let spots = self.spots(sentence, &found);
        let is_key = |spot: &&Spot<'_>| key.as_ref().is_some_and(|key| carries(spot, key));
        let spot = spots
            .iter()
            .find(is_key)
            // What it is about before who does it.
            .or_else(|| spots.iter().find(|spot| !spot.is_name))
            .or_else(|| spots.first());
        match spot {
            Some(spot) => Some(self.source(spot.photo)),
            None => key.map(PictureSource::from),
        }
    }

    /// A sentence in parts: its key words each with a picture, and what stands between them.
    pub(super) fn parts(&self, sentence: &str) -> Vec<Part> {
        let key = self.library.find(sentence, &self.wishes());
        let found = self.library.find_all(sentence, &self.wishes());
        let mut pictured = Vec::new();
        for spot in self.spots(sentence, &found) {
            let is_key = key.as_ref().is_some_and(|key| carries(&spot, key));
            let rank = u8::from(!is_key);
            pictured.push((rank, spot.span, self.source(spot.photo)));
        }
        for found in found {
            let is_key = key.as_ref().is_some_and(|key| key.span == found.span);
            let Some(span) = together(sentence, &found) else {
                continue;
            };
            pictured.push((if is_key { 0 } else { 2 }, span, found.into()));
        }
        in_parts(sentence, pictured)
    }

    fn wishes(&self) -> Wishes<'_> {
        Wishes {
            sets: self.sets,
            never: &self.never,
        }
    }

    /// The photos that may be shown, the person's own first.
    fn photos(&self) -> impl Iterator<Item = &Shown<'a>> {
        let all = self.own.iter().chain(&self.people);
        all.filter(|shown| !shown.is_barred(&self.never))
    }

    /// Where a sentence speaks of a photo, and says for sure that what it shows is so.
    fn spots(&self, sentence: &str, found: &[Match]) -> Vec<Spot<'a>> {
        let photos: Vec<_> = self.photos().collect();
        let mut spots = spots(&photos, sentence, found);
        if spots.iter().any(|spot| !spot.is_name) {
            let open = self.library.left_open(sentence);
            spots.retain(|spot| !open.iter().any(|open| overlap(&open.span, &spot.span)));
        }
        spots
    }

    /// Whether somebody by this name is among those of whom no picture may come.
    pub(super) fn is_barred(&self, name: &str) -> bool {
        self.never.iter().any(|never| is_of_name(name, never))
    }
}

/// Whether a photo shows what carries a sentence.
fn carries(spot: &Spot<'_>, key: &Match) -> bool {
    overlap(&spot.span, &key.span) || spot.concept.as_ref() == Some(&key.concept)
}

/// Where the words of a match stand: of words apart, as `sta … op`, the first.
fn together(sentence: &str, found: &Match) -> Option<Range<usize>> {
    let said: Vec<_> = language::words(&found.word).collect();
    let words = tokens(sentence);
    let inside: Vec<_> = words
        .iter()
        .filter(|word| overlap(&word.span, &found.span))
        .collect();
    let (first, last) = (inside.first()?, inside.last()?);
    if inside.len() == said.len() {
        Some(first.span.start..last.span.end)
    } else {
        Some(first.span.clone())
    }
}

/// Takes a sentence apart around its pictures: those of the best rank, as many as may be, none over
/// another. What is written against a word, such as a comma, stays with it.
fn in_parts(sentence: &str, mut pictured: Vec<(u8, Range<usize>, PictureSource)>) -> Vec<Part> {
    let most = language::count_words(sentence)
        .div_ceil(2)
        .min(MOST_PICTURES);
    pictured.sort_by_key(|(rank, span, _)| (*rank, span.start));
    let mut chosen: Vec<(Range<usize>, PictureSource)> = Vec::new();
    for (_, span, source) in pictured {
        let before = sentence[..span.start].rfind(char::is_whitespace);
        let after = sentence[span.end..].find(char::is_whitespace);
        let start = before.map_or(0, |at| at + whitespace_at(sentence, at));
        let span = start..after.map_or(sentence.len(), |at| span.end + at);
        let is_free =
            |(other, shown): &(Range<usize>, _)| !overlap(other, &span) && *shown != source;
        if chosen.len() < most && chosen.iter().all(is_free) {
            chosen.push((span, source));
        }
    }
    chosen.sort_by_key(|(span, _)| span.start);
    let mut parts = Vec::new();
    let mut from = 0;
    let mut add = |text: &str, source| {
        let text = text.trim().to_owned();
        if !text.is_empty() {
            parts.push(Part { text, source });
        }
    };
    for (span, source) in chosen {
        add(&sentence[from..span.start], None);
        add(&sentence[span.clone()], Some(source));
        from = span.end;
    }
    add(&sentence[from..], None);
    parts
}

/// Bytes of the character at a place.
fn whitespace_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests;
