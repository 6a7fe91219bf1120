//! Sclera: pictures, white on black, whose file names are the Dutch words.

use super::folder::from_names;
use super::source::Source;
use super::{ImportError, Set};

/// Who made them.
const MAKERS: &str = "De pictogrammen zijn van Sclera vzw (sclera.be).";

/// Reads the names of the files.
pub(super) fn read(
    source: &Source,
    words: Option<&Source>,
    _all: bool,
) -> Result<Set, ImportError> {
    from_names("Sclera", "CC BY-NC", MAKERS, source, words)
}
