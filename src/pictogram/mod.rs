//! Pictures beside words: the project's own pictograms, which word gets which, and the cleaning of
//! pictures that come from outside.

pub(crate) mod contact_sheet;
mod decoding;
pub(crate) mod import;
mod lexicon;
mod library;
pub(crate) mod pack;
pub(crate) mod photo;
pub(crate) mod pixels;
pub(crate) mod raster;
mod set;
pub(crate) mod svg;

pub(crate) use library::{BUILT_IN_LICENCE, Hit, Library};
pub(crate) use set::{Drawing, DrawingFormat, Match, OWN, PictogramId, Wishes};
