//! A word with an own photo says which of its meanings the photo shows.

use super::super::doc::Doc;
use super::super::rule::{Remark, Report, Rule, Subject};
use super::has_pictures;
use crate::dossier::plan::OwnPhoto;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;
use crate::pictogram::Library;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "eigen-foto-betekenis",
        severity: Severity::Warning,
        what: "Bij een eigen foto voor een woord dat meer dan één ding kan betekenen, staat bij betekenis een ander woord voor wat de foto toont.",
        why: "Anders komt de foto van de bank in de kamer naast een zin over de bank met geld, of nergens.",
        source: "makkelijk lezen: eigen foto's gaan voor pictogrammen",
        wrong: "eigen_fotos = [{ woord = \"bank\", foto = \"bank.jpg\" }]",
        right: "eigen_fotos = [{ woord = \"bank\", betekenis = \"bankstel\", foto = \"bank.jpg\" }]",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let settings = subject.plan().easy_read.as_ref();
    let photos = settings.map_or(&[][..], |settings| &settings.own_photos);
    if !has_pictures(subject) {
        return;
    }
    for (index, photo) in photos.iter().enumerate() {
        // Somebody's name means nobody else.
        if photo.word.as_str().starts_with(char::is_uppercase) {
            continue;
        }
        let path = KeyPath::root("makkelijk_lezen")
            .key("eigen_fotos")
            .index(index);
        let about = format!("eigen foto {}", index + 1);
        let library = subject.context.library;
        if let Some(remark) = judge(library, photo, &path, &about) {
            report.add(remark);
        }
    }
}

/// What is to be said of one photo.
fn judge(library: &Library, photo: &OwnPhoto, path: &KeyPath, about: &str) -> Option<Remark> {
    let word = photo.word.as_str();
    let meanings = library.meanings(word);
    if let Some(meaning) = photo.meaning.as_ref() {
        if library.concept(meaning.as_str()).is_some() {
            return None;
        }
        let message = if library.meanings(meaning.as_str()).is_empty() {
            format!("{about}: de pictogrammen kennen het woord bij betekenis niet")
        } else {
            format!("{about}: het woord bij betekenis heeft zelf meer betekenissen")
        };
        let hint = if meanings.is_empty() {
            "haal betekenis weg: ook het woord zelf kennen de pictogrammen niet".to_owned()
        } else {
            format!("kies betekenis = {}", choice(&meanings))
        };
        let remark = Remark::on_plan(path.clone().key("betekenis"), message);
        return Some(remark.hint(hint).quote(meaning.as_str()));
    }
    // A usual meaning is what the photo shows.
    if meanings.len() < 2 || library.concept(word).is_some() {
        return None;
    }
    let message = format!("{about}: dit woord heeft meer betekenissen, en er staat niet bij welke");
    let remark = Remark::on_plan(path.clone().key("woord"), message);
    let hint = format!("zet erbij: betekenis = {}", choice(&meanings));
    Some(remark.hint(hint).quote(word))
}

/// `"bankstel" of "geld"`
fn choice(meanings: &[String]) -> String {
    let quoted: Vec<_> = meanings.iter().map(|one| format!("\"{one}\"")).collect();
    quoted.join(" of ")
}
