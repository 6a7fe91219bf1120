//! Pictograms with the words that they go with: our own, those of Twemoji, and those of packs.

mod audit;
mod fixed;
mod left_open;
mod meanings;
mod search;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use super::lexicon::{Extra, ExtraWord, Found, Lexicon, LexiconError, Meaning, denies, normal};
use super::pack::Pack;
use super::set::{Drawing, DrawingFormat, Match, OWN, PictogramId, Wishes};
use crate::dossier::identifier::Id;
use crate::language::Memory;

pub(crate) use search::Hit;

/// The folder `pictograms/` as it was at build.
static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/pictograms");

/// The drawings of Twemoji that the lexicon names, as `build.rs` put them there.
static TWEMOJI: Dir<'static> = include_dir!("$OUT_DIR/twemoji");

/// The lexicon, as `build.rs` put it there.
const LEXICON: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.json"));

static OWN_DRAWINGS: LazyLock<HashMap<&'static str, &'static [u8]>> =
    LazyLock::new(|| drawings(&FOLDER));

static TWEMOJI_DRAWINGS: LazyLock<HashMap<&'static str, &'static [u8]>> =
    LazyLock::new(|| drawings(&TWEMOJI));

/// Who made our own pictures, in the words of the document that uses them (see `NOTICE`).
const CREDIT: &str = "De plaatjes zijn getekend voor drieluik. Licentie: MIT of Apache-2.0.";

/// Who made the drawings of Twemoji.
const TWEMOJI_CREDIT: &str = "Plaatjes van Twemoji: © Twitter, Inc. en andere makers. Licentie: CC BY 4.0 \
     (creativecommons.org/licenses/by/4.0).";

/// Under which licences the built-in pictures are, by their usual names.
pub(crate) const BUILT_IN_LICENCE: &str = "MIT of Apache-2.0; Twemoji CC BY 4.0";

/// A set that can't be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LibraryError {
    /// There is no lexicon.
    #[error("de pictogrammen hebben geen lexicon.toml")]
    NoLexicon,
    /// The lexicon has a mistake.
    #[error("lexicon.toml: {0}")]
    Lexicon(#[from] LexiconError),
    /// The lexicon names a picture that isn't there.
    #[error("lexicon.toml noemt `{0}`, maar er is geen {0}.svg en geen Twemoji met die code")]
    NoPicture(String),
}

/// Pictograms with the words that they go with.
#[derive(Debug)]
pub(crate) struct Library {
    lexicon: Lexicon,
    /// By alphabet of their names.
    packs: Vec<Shelf>,
    /// Words that only packs have.
    extra: Extra,
    /// What sentences speak of: rules of `check` and each document that says a sentence ask.
    spoken: Memory<Found>,
}

/// A picture, its form, and what it shows.
type Drawn = (PictogramId, DrawingFormat, String);

/// A pack, and which of its pictures goes with what.
#[derive(Debug)]
struct Shelf {
    pack: Pack,
    pictures: BTreeMap<Meaning, usize>,
}

impl Library {
    /// Opens the set that is embedded in the binary.
    ///
    /// # Errors
    /// When the lexicon has a mistake or names a picture that isn't there.
    pub(crate) fn embedded() -> Result<Self, LibraryError> {
        let lexicon = match Lexicon::from_json(LEXICON) {
            Some(lexicon) => lexicon,
            None => written_lexicon()?,
        };
        let library = Self {
            lexicon,
            packs: Vec::new(),
            extra: Extra::default(),
            spoken: Memory::default(),
        };
        let mut pictures = library.lexicon.concepts().iter().map(|one| &one.picture);
        match pictures.find(|picture| built_in(picture).is_none()) {
            Some(picture) => Err(LibraryError::NoPicture(picture.clone())),
            None => Ok(library),
        }
    }

    /// The same with the sets of an organisation.
    pub(crate) fn with_packs(mut self, packs: Vec<Pack>) -> Self {
        let mut shelves: Vec<_> = packs
            .into_iter()
            .map(|pack| Shelf::new(pack, &self.lexicon))
            .collect();
        shelves.sort_by(|a, b| a.pack.name.cmp(&b.pack.name));
        let mut extra = Extra::default();
        for shelf in &shelves {
            for word in shelf
                .pack
                .pictures
                .iter()
                .flat_map(|picture| &picture.words)
            {
                let text = normal(&word.text);
                if !text.is_empty() && !self.lexicon.knows(&text) {
                    extra.add(ExtraWord {
                        text,
                        class: word.class,
                    });
                }
            }
        }
        self.packs = shelves;
        self.extra = extra;
        self.spoken = Memory::default();
        self
    }

    /// The sets that an organisation brought along, by alphabet.
    pub(crate) fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.iter().map(|shelf| &shelf.pack)
    }

    /// The built-in pictures by their names, each with what it shows.
    pub(crate) fn own_pictures(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut pictures = BTreeMap::<_, Vec<_>>::new();
        for concept in self.lexicon.concepts() {
            let shown = pictures.entry(concept.picture.as_str()).or_default();
            shown.push(concept.name.as_str());
        }
        pictures
    }

    /// The drawing of a pictogram.
    pub(crate) fn drawing(&self, id: &PictogramId) -> Option<Drawing> {
        if id.set == OWN {
            return Some(Drawing {
                bytes: built_in(&id.name)?.into(),
                format: DrawingFormat::Svg,
            });
        }
        let mut packs = self.packs.iter().map(|one| &one.pack);
        let pack = packs.find(|pack| pack.name.as_str() == id.set)?;
        pack.drawing(&id.name)
    }

    /// What a sentence speaks of; see [`Lexicon::search`].
    fn spoken(&self, sentence: &str) -> Arc<[Found]> {
        let search = || self.lexicon.search(sentence, &self.extra);
        self.spoken.recall(sentence, search)
    }

    /// The key picture of a sentence: that of the word that carries it. None where a word may mean
    /// something else, or where it is unclear how far the sentence denies what the picture shows.
    pub(crate) fn find(&self, sentence: &str, wishes: &Wishes<'_>) -> Option<Match> {
        let found = self.spoken(sentence);
        found.iter().find_map(|found| self.matched(found, wishes))
    }

    /// Every word of a sentence that has a picture, from left to right, and none twice. Words so
    /// general that their picture tells little are among them only where there are no others. The
    /// span of words that stand apart, with another match between them, is that of the first of them.
    pub(crate) fn find_all(&self, sentence: &str, wishes: &Wishes<'_>) -> Vec<Match> {
        let found = self.spoken(sentence);
        let shown: Vec<_> = found
            .iter()
            .filter_map(|found| Some((found, self.matched(found, wishes)?)))
            .collect();
        let any_strong = shown.iter().any(|(found, _)| !found.weak);
        let mut kept: Vec<_> = shown
            .into_iter()
            .filter(|(found, _)| !(any_strong && found.weak))
            .collect();
        kept.sort_by_key(|(found, _)| (found.span.start, found.span.end));
        let starts: Vec<_> = kept.iter().map(|(found, _)| found.span.start).collect();
        let shorten = |(number, (found, mut one)): (usize, (&Found, Match))| {
            let next = starts.get(number + 1);
            if next.is_some_and(|next| *next < one.span.end) {
                one.span = found.head.clone();
            }
            one
        };
        kept.into_iter().enumerate().map(shorten).collect()
    }

    /// The pictogram that an author asks for by a word, or by the id of a concept; of more words
    /// (`komt langs`, `voordeur`), what they would show beside a sentence.
    pub(crate) fn by_word(&self, word: &str, wishes: &Wishes<'_>) -> Option<Match> {
        let text = normal(word);
        let meaning = match self.lexicon.by_word(&text) {
            Some(concept) => Meaning::Concept(concept),
            None => Meaning::Extra(text.clone()),
        };
        let found = Found {
            meaning,
            word: word.to_owned(),
            span: 0..word.len(),
            head: 0..word.len(),
            names: vec![text],
            crossed: false,
            weak: false,
        };
        self.matched(&found, wishes)
            .or_else(|| self.searched(word, wishes))
            .or_else(|| self.find(word, wishes).filter(|found| !found.crossed))
    }

    /// The pictogram that an author asks for by a word beside a sentence: crossed out where the
    /// sentence denies it. None where it is unclear how far the sentence denies it, and none where
    /// the sentence denies something and doesn't speak of what is asked for, unless the word holds
    /// the denial itself (`bus niet komt`).
    pub(crate) fn asked(&self, word: &str, sentence: &str, wishes: &Wishes<'_>) -> Option<Match> {
        let asked = self.by_word(word, wishes)?;
        let spoken = self.spoken(sentence);
        let mut spoken = spoken
            .iter()
            .filter(|found| self.id_of(&found.meaning) == asked.concept)
            .map(|found| found.crossed);
        let crossed = match spoken.next() {
            Some(first) => spoken.all(|other| other == first).then_some(first)?,
            None if self.leaves_open(&asked.concept, sentence) => return None,
            None if !denies(sentence) => false,
            None if denies(&asked.word.replace('-', " ")) => false,
            None => return None,
        };
        Some(Match { crossed, ..asked })
    }

    /// Whether it is unclear if what a sentence says of this is so.
    fn leaves_open(&self, concept: &str, sentence: &str) -> bool {
        let mut open = self.left_open(sentence).into_iter();
        open.any(|open| open.concept == concept)
    }

    /// The picture of a pack that is found by a word, though the word never brings it beside a
    /// sentence by itself.
    fn searched(&self, word: &str, wishes: &Wishes<'_>) -> Option<Match> {
        let text = normal(word);
        if wishes.never.iter().any(|never| normal(never) == text) {
            return None;
        }
        let of = |shelf: &Shelf| {
            let mut pictures = shelf.pack.pictures.iter();
            let picture = pictures.find(|picture| picture.search_words.contains(&text))?;
            Some(Match {
                word: word.to_owned(),
                span: 0..word.len(),
                concept: text.clone(),
                pictogram: PictogramId {
                    set: shelf.pack.name.as_str().to_owned(),
                    name: picture.name.clone(),
                },
                format: picture.format,
                name: text.clone(),
                crossed: false,
            })
        };
        if !self.has_any(wishes.sets) {
            return self.packs.iter().find_map(of);
        }
        let brought = |set: &Id| self.packs.iter().find(|shelf| shelf.pack.name == *set);
        wishes.sets.iter().filter_map(brought).find_map(of)
    }

    /// Whether one of these sets is there: else somebody who asks for a set that is gone would get
    /// no pictures at all.
    fn has_any(&self, sets: &[Id]) -> bool {
        let is_there = |set: &Id| {
            set.as_str() == OWN || self.packs.iter().any(|shelf| shelf.pack.name == *set)
        };
        sets.iter().any(is_there)
    }

    /// What a word by itself means: the id of its concept, if it has one only.
    pub(crate) fn concept(&self, word: &str) -> Option<String> {
        let concept = self.lexicon.by_word(word)?;
        Some(self.lexicon.concepts()[concept].id.clone())
    }

    /// A match for what was found, with its picture from the first set that has one.
    fn matched(&self, found: &Found, wishes: &Wishes<'_>) -> Option<Match> {
        let id = self.id_of(&found.meaning);
        let barred = wishes.never.iter().any(|never| {
            let never = normal(never);
            never == id
                || never == normal(&found.word)
                || found.names.contains(&never)
                || !never.is_empty()
                    && self.lexicon.by_word(&never).map(Meaning::Concept).as_ref()
                        == Some(&found.meaning)
                    && found
                        .names
                        .iter()
                        .any(|name| self.lexicon.is_form(name, &never))
        });
        if barred {
            return None;
        }
        let (pictogram, format, name) = self.picture(&found.meaning, wishes)?;
        Some(Match {
            word: found.word.clone(),
            span: found.span.clone(),
            concept: id,
            pictogram,
            format,
            name,
            crossed: found.crossed,
        })
    }

    fn id_of(&self, meaning: &Meaning) -> String {
        match meaning {
            Meaning::Concept(concept) => self.lexicon.concepts()[*concept].id.clone(),
            Meaning::Extra(word) => word.clone(),
        }
    }

    /// The picture for a meaning, its form, and what it shows: from the first set that has one.
    fn picture(&self, meaning: &Meaning, wishes: &Wishes<'_>) -> Option<Drawn> {
        if self.has_any(wishes.sets) {
            let mut sets = wishes.sets.iter();
            return sets.find_map(|set| self.drawn_in(set.as_str(), meaning));
        }
        let packs = self.packs.iter().map(|shelf| shelf.pack.name.as_str());
        let mut sets = std::iter::once(OWN).chain(packs);
        sets.find_map(|set| self.drawn_in(set, meaning))
    }

    /// The picture that one set has for a meaning, its form, and what it shows.
    fn drawn_in(&self, name: &str, meaning: &Meaning) -> Option<Drawn> {
        if name == OWN {
            let Meaning::Concept(concept) = meaning else {
                return None;
            };
            let concept = &self.lexicon.concepts()[*concept];
            let id = PictogramId {
                set: OWN.to_owned(),
                name: concept.picture.clone(),
            };
            return Some((id, DrawingFormat::Svg, concept.name.clone()));
        }
        let mut packs = self.packs.iter();
        let Shelf { pack, pictures } = packs.find(|one| one.pack.name.as_str() == name)?;
        let picture = &pack.pictures[*pictures.get(meaning)?];
        let id = PictogramId {
            set: name.to_owned(),
            name: picture.name.clone(),
        };
        Some((id, picture.format, self.id_of(meaning).replace('-', " ")))
    }

    /// Every word that [`Self::by_word`] knows, by alphabet.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.lexicon.words()
    }

    /// Whether a sentence says that something is not so, so that no picture may show it.
    pub(crate) fn denies(sentence: &str) -> bool {
        denies(sentence)
    }

    /// The set that a picture comes from, by the name that is told: `drieluik`, `twemoji`, or that
    /// of a pack.
    pub(crate) fn source(id: &PictogramId) -> &str {
        match id.set.as_str() {
            OWN if OWN_DRAWINGS.contains_key(id.name.as_str()) => "drieluik",
            OWN => "twemoji",
            pack => pack,
        }
    }

    /// The built-in sources with who made them.
    const BUILT_IN: [(&'static str, &'static str); 2] =
        [("drieluik", CREDIT), ("twemoji", TWEMOJI_CREDIT)];

    /// Who made the built-in pictures and under which licences.
    pub(crate) fn built_in_credits() -> [&'static str; 2] {
        Self::BUILT_IN.map(|(_, credit)| credit)
    }

    /// Who made these pictures and under which licence: a line for each set among them.
    pub(crate) fn credits<'a>(&self, used: impl Iterator<Item = &'a PictogramId>) -> Vec<String> {
        let sources: BTreeSet<_> = used.map(Self::source).collect();
        let built_in = Self::BUILT_IN
            .into_iter()
            .filter(|(source, _)| sources.contains(source))
            .map(|(_, credit)| credit.to_owned());
        let packs = self
            .packs
            .iter()
            .map(|shelf| &shelf.pack)
            .filter(|pack| sources.contains(pack.name.as_str()))
            .map(|pack| pack.credit.clone());
        built_in.chain(packs).collect()
    }
}

impl Shelf {
    /// Finds out which picture of a pack goes with what: of several, the first.
    fn new(pack: Pack, lexicon: &Lexicon) -> Self {
        let mut pictures: BTreeMap<Meaning, (usize, usize)> = BTreeMap::new();
        for (number, picture) in pack.pictures.iter().enumerate() {
            for (rank, word) in picture.words.iter().enumerate() {
                let text = normal(&word.text);
                let meaning = match lexicon.of_word(&text, word.class) {
                    Some(concept) => Meaning::Concept(concept),
                    None if lexicon.knows(&text) => continue,
                    None => Meaning::Extra(text),
                };
                // A picture's first word is what it is of.
                let best = pictures.entry(meaning).or_insert((rank, number));
                *best = (*best).min((rank, number));
            }
        }
        Self {
            pictures: pictures
                .into_iter()
                .map(|(meaning, (_, number))| (meaning, number))
                .collect(),
            pack,
        }
    }
}

/// The lexicon as its authors wrote it, which tells best what is wrong with it.
fn written_lexicon() -> Result<Lexicon, LibraryError> {
    let file = FOLDER.get_file("lexicon.toml");
    let text = file.and_then(|file| file.contents_utf8());
    Ok(Lexicon::parse(text.ok_or(LibraryError::NoLexicon)?)?)
}

/// The drawing of one of our own pictures, or of Twemoji.
fn built_in(name: &str) -> Option<&'static [u8]> {
    let own = OWN_DRAWINGS
        .get(name)
        .or_else(|| TWEMOJI_DRAWINGS.get(name));
    own.copied()
}

/// The drawings of a folder by their names, which the folder itself can only search one by one.
fn drawings(folder: &'static Dir<'static>) -> HashMap<&'static str, &'static [u8]> {
    let drawings = folder.files().filter_map(|file| {
        let name = file.path().to_str()?.strip_suffix(".svg")?;
        Some((name, file.contents()))
    });
    drawings.collect()
}

#[cfg(test)]
mod tests;
