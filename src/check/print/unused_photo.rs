//! A photo of the client's own comes somewhere.

use super::super::doc::Doc;
use super::super::easy_text::written;
use super::super::rule::{Remark, Report, Rule, Subject};
use super::has_pictures;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;
use crate::rendition::speaks_of_photo;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "eigen-foto-ongebruikt",
        severity: Severity::Hint,
        what: "Het woord van een eigen foto komt voor in een makkelijke zin of bij beeld.",
        why: "Een eigen foto maakt het plan herkenbaar als het plan van de cliënt zelf. Zonder het woord staat zij nergens.",
        source: "makkelijk lezen: eigen foto's gaan voor pictogrammen",
        wrong: "eigen_fotos = [{ woord = \"bus\", foto = \"bus-lijn-6.jpg\" }]\n# en in geen zin een bus",
        right: "{ zin = \"Ik ga met de bus.\", beeld = \"bus\" }",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let settings = subject.plan().easy_read.as_ref();
    let photos = settings.map_or(&[][..], |settings| &settings.own_photos);
    if photos.is_empty() || !has_pictures(subject) {
        return;
    }
    let texts = texts(subject);
    for (index, photo) in photos.iter().enumerate() {
        let is_used = texts
            .iter()
            .any(|text| speaks_of_photo(&subject.context, photo, text));
        if !is_used {
            let path = KeyPath::root("makkelijk_lezen")
                .key("eigen_fotos")
                .index(index);
            report.add(
                Remark::on_plan(
                    path.key("woord"),
                    format!(
                        "eigen foto {}: het woord komt in geen makkelijke zin voor",
                        index + 1
                    ),
                )
                .hint("gebruik het woord in een zin of bij beeld")
                .quote(photo.word.as_str()),
            );
        }
    }
}

/// Everything beside which a photo can stand: sentences, the words of pictures, and names.
fn texts(subject: &Subject<'_>) -> Vec<String> {
    let written = written(subject);
    let sentences = written.iter().flat_map(|written| {
        let picture = written.sentence.picture.iter();
        std::iter::once(&written.sentence.text).chain(picture)
    });
    let made = subject.easy_sentences.iter();
    let people = subject.dossier().people().into_iter();
    sentences
        .map(ToString::to_string)
        .chain(made.map(|sentence| sentence.text.clone()))
        .chain(people.map(|person| person.first_name.to_owned()))
        .collect()
}
