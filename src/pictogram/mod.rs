//! Pictures beside words: the project's own pictograms, which word gets which, and the cleaning of
//! pictures that come from outside.

mod lexicon;
mod library;
pub(crate) mod photo;
pub(crate) mod svg;

pub(crate) use library::{Library, LibraryError};
