//! Puts the findings on a client's files in order, each mistake once.

use std::collections::BTreeSet;

use crate::finding::{Finding, Severity};

/// The value with its warnings, or all findings when one of them is an error.
pub(super) fn finish<T>(
    value: Option<T>,
    mut findings: Vec<Finding>,
) -> Result<(T, Vec<Finding>), Vec<Finding>> {
    tidy(&mut findings);
    let broken = findings.iter().any(|f| f.severity == Severity::Error);
    match value {
        Some(value) if !broken => Ok((value, findings)),
        _ => Err(findings),
    }
}

/// Puts findings in order, each once.
pub(super) fn tidy(findings: &mut Vec<Finding>) {
    findings.sort_by(Finding::compare);
    drop_echoes(findings);
}

/// Codes that say of a value that is no TOML what belongs there; the others follow from it.
const TELLING: &[&str] = &["datum", "tijd", "getal", "soort-waarde", "leeg"];

/// One mistake gives one finding: of two on a line of which one is about the syntax, the one that
/// knows what belongs there says enough; of two about a character, the first.
fn drop_echoes(findings: &mut Vec<Finding>) {
    let line = |finding: &Finding| {
        let place = finding.place.as_ref()?;
        Some((place.file.clone(), place.line))
    };
    let lines = |test: &dyn Fn(&str) -> bool| -> BTreeSet<_> {
        let of_interest = findings.iter().filter(|finding| test(finding.code));
        of_interest.filter_map(line).collect()
    };
    let telling = lines(&|code| TELLING.contains(&code));
    let broken = lines(&|code| code == "toml");
    findings.retain(|finding| {
        let Some(line) = line(finding) else {
            return true;
        };
        match finding.code {
            "toml" => !telling.contains(&line),
            code => TELLING.contains(&code) || !broken.contains(&line),
        }
    });
    findings.dedup_by(|a, b| a.code == "teken" && a.code == b.code && a.place == b.place);
}
