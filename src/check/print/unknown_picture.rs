//! The picture that an author asks for is one that there is.

use super::super::doc::Doc;
use super::super::easy_text::written;
use super::super::rule::{Remark, Report, Rule, Subject};
use super::has_pictures;
use crate::dossier::value::Text;
use crate::finding::Severity;
use crate::rendition::asks_well;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "beeld-onbekend",
        severity: Severity::Warning,
        what: "Het woord bij beeld is een woord van de pictogrammen, een eigen foto of iemand met een foto.",
        why: "Anders komt er stil een ander plaatje naast de zin, of geen.",
        source: "makkelijk lezen: naast elke zin een plaatje dat erbij past",
        wrong: "{ zin = \"Ik ga met de bus.\", beeld = \"bsu\" }",
        right: "{ zin = \"Ik ga met de bus.\", beeld = \"bus\" }",
    },
    stops: &[],
    check,
};

/// The shortest word of which a slip can be told from another word.
const SHORTEST: usize = 4;

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    if !has_pictures(subject) {
        return;
    }
    let is_known = asks_well(&subject.context);
    for written in written(subject) {
        let Some(word) = written.sentence.picture.as_ref().map(Text::as_str) else {
            continue;
        };
        if is_known(word) {
            continue;
        }
        let path = written.path.key("beeld");
        let message = match written.goal {
            Some(goal) => format!("doel {}: dit woord heeft geen plaatje", goal + 1),
            None => "dit woord heeft geen plaatje".to_owned(),
        };
        let hint = near(subject, word).filter(|near| is_known(near)).map_or_else(
            || {
                "zet bij [makkelijk_lezen] eigen_fotos een foto voor dit woord, of haal beeld weg"
                    .to_owned()
            },
            |near| format!("bedoel je beeld = \"{near}\"?"),
        );
        report.add(
            Remark::on(written.file, path, message)
                .hint(hint)
                .quote(word),
        );
    }
}

/// The word of the pictograms that is most alike, if it can be a slip.
fn near<'a>(subject: &Subject<'a>, word: &str) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let most = if length < 2 * SHORTEST { 1 } else { 2 };
    let words = subject.context.library.words();
    let likeness = |known: &&str| strsim::damerau_levenshtein(known, &word);
    let nearest = words.min_by_key(likeness)?;
    (length >= SHORTEST && likeness(&nearest) <= most).then_some(nearest)
}
