//! Every character must have a glyph: one without fails the whole document under PDF/UA.

use crate::dossier::source::Source;
use crate::finding::Finding;
use crate::font::Coverage;

/// Finds the texts of a file that hold a character no font can print.
pub(super) fn check(source: &Source, coverage: &Coverage) -> Vec<Finding> {
    let mut findings = Vec::new();
    source.each_string(|path, text| {
        if let Some(character) = coverage.missing(text) {
            let message = format!(
                "{}: het teken U+{:04X} zit niet in de lettertypen",
                path.name(),
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
