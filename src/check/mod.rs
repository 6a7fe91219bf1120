//! Checks a file for what would go wrong on paper.

mod characters;

use crate::dossier::source::Source;
use crate::finding::Finding;
use crate::font::Coverage;

/// All findings on one file, of a client or of the organisation.
pub(crate) fn source(source: &Source, coverage: &Coverage) -> Vec<Finding> {
    characters::check(source, coverage)
}
