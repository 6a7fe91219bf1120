//! Why something can't be a client number.

use crate::dossier::load::ClientId;

/// A number that can be.
pub(crate) const EXAMPLE: &str = "C-2001";

/// Reads a client number.
///
/// # Errors
/// Why it can't be one: Dutch, without the number itself, which may be a name.
pub(super) fn read(number: &str) -> Result<ClientId, &'static str> {
    ClientId::from_name(number).ok_or_else(|| reason(number))
}

fn reason(number: &str) -> &'static str {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if number.is_empty() {
        "er staat niets"
    } else if number.len() > 40 && number.chars().all(allowed) {
        "een cliëntnummer heeft hoogstens 40 tekens"
    } else if number.starts_with('-') {
        "een cliëntnummer begint niet met een streepje"
    } else if number.contains(char::is_whitespace) {
        "in een cliëntnummer staat geen spatie"
    } else if !number.chars().all(allowed) {
        "een cliëntnummer heeft alleen letters zonder accent, cijfers, - en _"
    } else {
        "deze naam gebruikt Windows zelf"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_has_a_reason_and_the_example_is_one() {
        assert!(read(EXAMPLE).is_ok());
        let long = "C".repeat(41);
        for (number, word) in [
            ("", "niets"),
            (long.as_str(), "40 tekens"),
            ("-C", "streepje"),
            ("C 1", "spatie"),
            ("C/1", "letters"),
            ("..", "letters"),
            ("é", "letters"),
            ("nul", "Windows"),
        ] {
            let reason = read(number).expect_err("no number");
            assert!(reason.contains(word), "{number:?}: {reason}");
        }
    }
}
