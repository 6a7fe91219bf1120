//! A set of pictograms that an organisation brought along: its pictures with their words.

use super::set::{DrawingFormat, WordClass};
use crate::dossier::identifier::Id;

/// A word that a picture of a pack goes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackWord {
    /// The word or fixed expression, in lower case.
    pub(crate) text: String,
    /// Its class, where the pack tells.
    pub(crate) class: Option<WordClass>,
}

/// A picture of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackPicture {
    /// The name of its file, without extension.
    pub(crate) name: String,
    /// Its form.
    pub(crate) format: DrawingFormat,
    /// What it goes with.
    pub(crate) words: Vec<PackWord>,
}

/// A set of pictograms that an organisation brought along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pack {
    /// Its name among `sets`: that of its folder.
    pub(crate) name: Id,
    /// Who made it and under which licence, in a sentence for the document that uses it.
    pub(crate) credit: String,
    /// Its pictures, sorted by name.
    pub(crate) pictures: Vec<PackPicture>,
}
