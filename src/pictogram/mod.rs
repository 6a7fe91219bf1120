//! Pictures beside words: the project's own pictograms, which word gets which, and the cleaning of
//! pictures that come from outside.

mod lexicon;
mod library;
mod pack;
pub(crate) mod photo;
mod set;
pub(crate) mod svg;

pub(crate) use library::{Library, LibraryError};
pub(crate) use set::{DrawingFormat, Match, OWN, PictogramId, Wishes};
