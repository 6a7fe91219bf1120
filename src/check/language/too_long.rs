//! Long sentences: more than ten words.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;

/// The most words that a sentence of level A2 has.
const MOST: usize = 10;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "too-long",
    message: "deze zin is te lang",
    doc: Doc {
        code: "lange-zin",
        severity: Severity::Warning,
        what: "Een zin heeft hoogstens 10 woorden.",
        why: "Wie moeite heeft met lezen, is bij het eind van een lange zin het begin vergeten.",
        source: "Inclusion Europe, Informatie voor iedereen: schrijf korte zinnen. De grens van 10 woorden is die van taalniveau A2 bij drieluik",
        wrong: "Op maandag ga ik met de bus van 9 uur naar mijn werk in de stad.",
        right: "Op maandag ga ik met de bus naar mijn werk.",
    },
    find,
};

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let (Some(first), Some(last)) = (reading.tokens.first(), reading.tokens.last()) else {
        return Vec::new();
    };
    if reading.tokens.len() <= MOST {
        return Vec::new();
    }
    vec![Hit::new(
        first.range.start..last.range.end,
        "maak er 2 zinnen van",
    )]
}
