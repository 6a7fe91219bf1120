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
                .filter(|failure| !is_false_alarm(pdf, &failure.to_string()))
                .map(|failure| {
                    let fix = failure.guidance.as_ref();
                    let fix = fix.map_or("", |guidance| guidance.suggested_fix.as_str());
                    format!("{profile} {failure}. {fix}")
                })
                .collect();
            assert_eq!(
                report.is_compliant,
                report.failures.is_empty(),
                "{profile}: the verdict and the list of failures contradict each other"
            );
            assert!(report.rules.total > 0, "{profile}: no rule was checked");
            failures
        }
        Err(error) => vec![format!("{profile} could not be checked: {error}")],
    }
}

/// The rule that a stream's `/Length` must be its length.
const STREAM_LENGTH: &str = "6.1.7.1:1";

/// Whether the validator took the last byte of a stream for a part of the line end behind it.
///
/// Compressed data ends in a carriage return once in 256 times; `page_validation` 0.12 then counts
/// that byte with the line feed before `endstream`. ISO 19005-2, 6.1.7.1 counts from the length, so
/// this does too: the alarm is false if every stream that ends so has the length that it says.
fn is_false_alarm(pdf: &[u8], failure: &str) -> bool {
    let ends: Vec<usize> = positions(pdf, b"\r\nendstream");
    failure.contains(STREAM_LENGTH)
        && !ends.is_empty()
        && ends.iter().all(|end| has_stated_length(&pdf[..=*end]))
}

/// Whether the last stream of these bytes, which end with its data, is as long as it says.
fn has_stated_length(pdf: &[u8]) -> bool {
    const OPENING: &[u8] = b">>\nstream\n";
    let Some(opening) = positions(pdf, OPENING).pop() else {
        return false;
    };
    let Some(length) = positions(&pdf[..opening], b"/Length ").pop() else {
        return false;
    };
    let digits: String = pdf[length + b"/Length ".len()..]
        .iter()
        .map(|byte| char::from(*byte))
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse() == Ok(pdf.len() - opening - OPENING.len())
}

fn positions(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(wanted.len()).enumerate();
    windows
        .filter(|(_, window)| *window == wanted)
        .map(|(position, _)| position)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_carriage_return_in_the_data_is_no_violation_but_a_wrong_length_is() {
        let alarm = "rule 6.1.7.1:1";
        let right = b"<</Length 3>>\nstream\nab\r\nendstream";
        let wrong = b"<</Length 2>>\nstream\nab\r\nendstream";
        let other = b"<</Length 9>>\nstream\nabc\nendstream";
        assert!(is_false_alarm(right, alarm));
        assert!(!is_false_alarm(right, "rule 6.1.2:1"));
        assert!(!is_false_alarm(wrong, alarm));
        assert!(!is_false_alarm(other, alarm));
    }
}
