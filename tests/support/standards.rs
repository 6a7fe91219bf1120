//! Checks a PDF against the two standards every document must meet. Judges nothing itself.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// What every PDF of drieluik claims: accessible (PDF/UA-1) and durable (PDF/A-2a).
const PROFILES: [ValidationProfile; 2] = [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a];

/// Names each rule of PDF/UA-1 and PDF/A-2a that the PDF breaks; empty means that it conforms.
///
/// A file that the validator can't read breaks both standards.
pub(crate) fn violations(pdf: &[u8]) -> Vec<String> {
    PROFILES
        .iter()
        .flat_map(|profile| violations_of(pdf, *profile))
        .collect()
}

/// Names each rule of one standard that the PDF breaks.
///
/// The profile is always given: left out, the validator takes the one that the PDF's metadata
/// claims, and a PDF that stopped claiming PDF/UA would no longer be checked for it.
fn violations_of(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let options = ValidationOptions::default().profile(profile);
    match validate_pdf_bytes(pdf, &options) {
        Ok(report) => {
            let failures: Vec<String> = report
                .failures
                .iter()
                .map(|failure| {
                    let fix = failure.guidance.as_ref();
                    let fix = fix.map_or("", |guidance| guidance.suggested_fix.as_str());
                    format!("{profile} {failure}. {fix}")
                })
                .collect();
            assert_eq!(
                report.is_compliant,
                failures.is_empty(),
                "{profile}: the verdict and the list of failures contradict each other"
            );
            assert!(report.rules.total > 0, "{profile}: no rule was checked");
            failures
        }
        Err(error) => vec![format!("{profile} could not be checked: {error}")],
    }
}
