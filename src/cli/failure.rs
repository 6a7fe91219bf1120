//! Says why the clients can't be looked at, and the way out.

use super::printer;
use crate::check::OfficeError;

/// Tells an error on standard error.
pub(super) fn tell(error: &OfficeError) {
    if let OfficeError::Organisation(findings) = error {
        findings.iter().for_each(printer::finding);
    }
    printer::talk(&format!("fout: {error}"));
    let hint = match error {
        OfficeError::NoOrganisation(_) => {
            "ga naar de map van de organisatie, kies haar gegevens met --data, of maak een nieuwe met drieluik init MAP"
        }
        OfficeError::UnknownClient { .. } => {
            "het nummer van een cliënt is de naam van de map, ook in hoofdletters en kleine letters; drieluik info zegt in welke map gezocht is"
        }
        OfficeError::Organisation(_) => "verbeter eerst wat hierboven staat",
        OfficeError::NoClients => {
            "voeg de eerste toe met drieluik new, of kies met --data de map waarin aanbieder.toml en de cliënten staan"
        }
        OfficeError::Phrase(_) => return,
    };
    printer::talk(&format!("hint: {hint}"));
}
