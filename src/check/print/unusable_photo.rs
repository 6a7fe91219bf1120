//! A photo that is there can be printed. Only its header is read, so that many clients are checked
//! fast; what is broken further on comes out when the document is made.

use std::collections::BTreeSet;
use std::io::ErrorKind;

use super::super::doc::Doc;
use super::super::rule::{Remark, Report, Rule, Subject};
use crate::dossier::identifier::FileName;
use crate::dossier::load::Dossier;
use crate::finding::Severity;
use crate::pictogram::photo;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "foto-onbruikbaar",
        severity: Severity::Error,
        what: "Een foto is een gewoon bestand in de map fotos van de cliënt: JPEG, PNG of WebP, ten hoogste 25 MiB en 60 megapixel.",
        why: "Een foto die niet gedrukt kan worden, houdt het document op waar zij in staat. Een verwijzing naar een andere map kan de foto van iemand anders zijn.",
        source: "wat het programma drukken kan",
        wrong: "foto = \"zoe.heic\"",
        right: "foto = \"zoe.jpg\" # bewaard als JPEG",
    },
    // Only the documents that show the photo can't be made, and those fail by themselves.
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for named in subject.dossier().named_photos() {
        // One finding for a file, at the first key that names it.
        if !seen.insert(named.photo) {
            continue;
        }
        if let Err((why, way_out)) = inspect(subject.dossier(), named.photo) {
            report.add(
                Remark::on(named.file, named.path, why)
                    .hint(way_out)
                    .quote(named.photo.as_str()),
            );
        }
    }
}

/// Why a photo can't be used, and the way out.
fn inspect(dossier: &Dossier, photo: &FileName) -> Result<(), (String, String)> {
    let file = dossier.open_photo(photo).map_err(|error| {
        let (why, way_out) = match error.kind() {
            ErrorKind::FileTooLarge => (
                "deze foto is groter dan 25 MiB",
                "verklein de foto en bewaar haar als JPEG",
            ),
            ErrorKind::InvalidInput => (
                "deze foto is geen gewoon bestand in de map fotos van de cliënt",
                "zet de foto zelf in de map fotos, geen verwijzing of map",
            ),
            ErrorKind::PermissionDenied => (
                "deze foto mag niet gelezen worden",
                "vraag om leesrechten op dit bestand",
            ),
            _ => (
                "deze foto kan niet gelezen worden",
                "kopieer de foto opnieuw naar de map fotos",
            ),
        };
        (why.to_owned(), way_out.to_owned())
    })?;
    photo::inspect(file).map_err(photo::PhotoError::parts)
}
