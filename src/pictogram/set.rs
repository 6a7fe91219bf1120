//! What pictograms are, whichever set they come from: name, drawing, and who made it.

use std::borrow::Cow;

use crate::dossier::identifier::{Id, OWN_SET};

/// The name under which the built-in pictures (our own, and those of Twemoji) stand among `sets`.
pub(crate) const OWN: &str = OWN_SET;

/// A pictogram of a set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PictogramId {
    /// The set: [`OWN`], or the folder of a pack.
    pub(crate) set: String,
    /// Its name within the set: that of its file, without extension.
    pub(crate) name: String,
}

/// The form that a drawing is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DrawingFormat {
    /// Shapes.
    Svg,
    /// Pixels.
    Png,
}

impl DrawingFormat {
    /// The word for it in a view, and the extension of its files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// The class of a word: what tells `de was` from `ik was`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WordClass {
    /// `de bus`
    Noun,
    /// `ik ga`
    Verb,
    /// `blij`, `snel`
    Adjective,
}

/// The drawing of a pictogram, fit for a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drawing {
    /// The file.
    pub(crate) bytes: Cow<'static, [u8]>,
    /// Its form.
    pub(crate) format: DrawingFormat,
}

/// What somebody wants to see.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wishes<'a> {
    /// The sets to take pictures from, the first one first, without those that aren't there; none:
    /// the built-in ones, and then every pack by alphabet.
    pub(crate) sets: &'a [Id],
    /// Words that never get a picture.
    pub(crate) never: &'a [&'a str],
}

/// A picture for a word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// The words of the sentence that it goes with, as they stand there.
    pub(crate) word: String,
    /// Where they stand: bytes from the first of them to the end of the last.
    pub(crate) span: std::ops::Range<usize>,
    /// What is meant: the id of a concept of the lexicon, or a word of a pack.
    pub(crate) concept: String,
    /// The pictogram.
    pub(crate) pictogram: PictogramId,
    /// Its form.
    pub(crate) format: DrawingFormat,
    /// What it shows, for when it stands alone.
    pub(crate) name: String,
    /// The sentence denies it: the picture is crossed out, never shown plain.
    pub(crate) crossed: bool,
}
