//! The project's own pictograms, embedded in the binary so that it stands alone.

use std::collections::BTreeSet;
use std::ops::Range;

use include_dir::{Dir, include_dir};

use super::lexicon::{Entry, Lexicon, LexiconError, denies};
use super::set::{Drawing, DrawingFormat, Match, OWN, PictogramId, Wishes};

/// The folder `pictograms/` as it was at build.
static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/pictograms");

/// Who made the pictures, in the words of the document that uses them (see `NOTICE`).
const CREDIT: &str = "De plaatjes zijn getekend voor drieluik. Licentie: MIT of Apache-2.0.";

/// A set that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// There is no lexicon.
    #[error("de pictogrammen hebben geen lexicon.toml")]
    NoLexicon,
    /// The lexicon has a mistake.
    #[error("lexicon.toml: {0}")]
    Lexicon(#[from] LexiconError),
    /// The lexicon names a picture that isn't there.
    #[error("lexicon.toml noemt `{0}`, maar er is geen {0}.svg")]
    NoPicture(String),
}

/// Pictograms with the words that they go with.
#[derive(Debug)]
pub(crate) struct Library {
    lexicon: Lexicon,
}

impl Library {
    /// Opens the set that is embedded in the binary.
    ///
    /// # Errors
    /// When the lexicon has a mistake or names a picture that isn't there.
    pub(crate) fn embedded() -> Result<Self, LibraryError> {
        let file = FOLDER
            .get_file("lexicon.toml")
            .ok_or(LibraryError::NoLexicon)?;
        let text = file.contents_utf8().ok_or(LibraryError::NoLexicon)?;
        let library = Self {
            lexicon: Lexicon::parse(text)?,
        };
        match library
            .lexicon
            .entries()
            .iter()
            .find(|entry| Self::svg(&entry.pictogram).is_none())
        {
            Some(entry) => Err(LibraryError::NoPicture(entry.pictogram.clone())),
            None => Ok(library),
        }
    }

    fn svg(name: &str) -> Option<&'static [u8]> {
        FOLDER
            .get_file(format!("{name}.svg"))
            .map(include_dir::File::contents)
    }

    /// The drawing of a pictogram.
    #[expect(clippy::unused_self, reason = "packs will live in the library itself")]
    pub(crate) fn drawing(&self, id: &PictogramId) -> Option<Drawing> {
        Some(Drawing {
            bytes: Self::svg(&id.name)?.into(),
            format: DrawingFormat::Svg,
        })
    }

    /// The key picture of a sentence: that of the word that carries it. None where a word may mean
    /// something else, or where the sentence denies what the picture would show.
    pub(crate) fn find(&self, sentence: &str, wishes: &Wishes<'_>) -> Option<Match> {
        let found = self.lexicon.find(sentence, wishes.never)?;
        Some(Self::matched(found.entry, found.expression, 0..0))
    }

    /// Every word of a sentence that has a picture, from left to right.
    pub(crate) fn find_all(&self, sentence: &str, wishes: &Wishes<'_>) -> Vec<Match> {
        self.find(sentence, wishes).into_iter().collect()
    }

    /// The pictogram that an author asks for by a word, or by the id of a concept.
    pub(crate) fn by_word(&self, word: &str, _wishes: &Wishes<'_>) -> Option<Match> {
        let entry = self.lexicon.by_word(word)?;
        Some(Self::matched(entry, word, 0..word.len()))
    }

    /// What a word by itself means: the id of its concept, if it has one only.
    pub(crate) fn concept(&self, word: &str) -> Option<String> {
        self.lexicon
            .by_word(word)
            .map(|entry| entry.pictogram.clone())
    }

    fn matched(entry: &Entry, word: &str, span: Range<usize>) -> Match {
        Match {
            word: word.to_owned(),
            span,
            concept: entry.pictogram.clone(),
            pictogram: PictogramId {
                set: OWN.to_owned(),
                name: entry.pictogram.clone(),
            },
            format: DrawingFormat::Svg,
            name: entry.name.clone(),
            crossed: false,
        }
    }

    /// Every word that [`Self::by_word`] knows, by alphabet.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.lexicon.words()
    }

    /// Whether a sentence says that something is not so, so that no picture may show it.
    pub(crate) fn denies(sentence: &str) -> bool {
        denies(sentence)
    }

    /// Who made these pictures and under which licence: a line for each set among them.
    #[expect(clippy::unused_self, reason = "packs will bring their own")]
    pub(crate) fn credits<'a>(&self, used: impl Iterator<Item = &'a PictogramId>) -> Vec<String> {
        let sets: BTreeSet<_> = used.map(|id| &id.set).collect();
        let own = sets.into_iter().filter(|set| *set == OWN);
        own.map(|_| CREDIT.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Library {
        Library::embedded().expect("the project's own set is whole")
    }

    #[test]
    fn every_picture_of_the_set_has_words() {
        let library = library();
        for file in FOLDER
            .files()
            .filter(|file| file.path().extension().is_some_and(|e| e == "svg"))
        {
            let name = file
                .path()
                .file_stem()
                .and_then(|name| name.to_str())
                .expect("a plain name");
            assert!(
                library.by_word(name, &Wishes::default()).is_some(),
                "{name}"
            );
        }
    }

    #[test]
    fn a_bus_that_does_not_come_is_not_shown_as_a_bus() {
        let library = library();
        let name = |sentence| {
            library
                .find(sentence, &Wishes::default())
                .map(|found| found.pictogram.name)
        };
        assert_eq!(
            name("Ik bel als de bus niet komt.").as_deref(),
            Some("bus-komt-niet")
        );
        assert_eq!(name("Ik kom."), None);
        assert_eq!(name("Ik ga niet met de bus."), None);
        assert!(Library::svg("bus").is_some_and(|svg| svg.starts_with(b"<svg")));
        assert_eq!(Library::svg("../Cargo"), None);
    }
}
