//! Checks a dossier for what would go wrong on paper.

mod characters;

use crate::dossier::load::Dossier;
use crate::finding::Finding;
use crate::font::Coverage;

/// All findings on one client's files.
pub(crate) fn dossier(dossier: &Dossier, coverage: &Coverage) -> Vec<Finding> {
    let mut findings = characters::check(dossier, coverage);
    findings.sort_by(Finding::compare);
    findings
}
