//! Every character must have a glyph: one without fails the whole document under PDF/UA.

use crate::dossier::load::Dossier;
use crate::finding::Finding;
use crate::font::Coverage;

/// Finds the texts that hold a character no font can print.
pub(super) fn check(dossier: &Dossier, coverage: &Coverage) -> Vec<Finding> {
    let mut findings = Vec::new();
    dossier.each_text(|source, path, text| {
        if let Some(character) = coverage.missing(text) {
            let message = format!(
                "{path}: het teken U+{:04X} zit niet in de lettertypen",
                u32::from(character)
            );
            let finding = source.finding_at("teken", path, message);
            findings.push(
                finding.with_hint("schrijf het woord met letters die wel gedrukt kunnen worden"),
            );
        }
    });
    findings
}
