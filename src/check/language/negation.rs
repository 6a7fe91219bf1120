//! Negations.

use super::double_negation::places;
use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "negation",
    message: "deze zin zegt wat niet is",
    doc: Doc {
        code: "ontkenning",
        severity: Severity::Hint,
        what: "Een zin zegt liever wat wel is dan wat niet is.",
        why: "Wie ‘niet’ overslaat, leest het omgekeerde.",
        source: "Inclusion Europe, Informatie voor iedereen: schrijf liever bevestigend dan ontkennend",
        wrong: "Ik wil niet alleen reizen.",
        right: "Ik wil samen reizen.",
    },
    find,
};

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let places = places(reading);
    if places.is_double {
        return Vec::new();
    }
    places
        .words
        .into_iter()
        .map(|at| Hit::new(reading.tokens[at].range.clone(), "schrijf wat wel is"))
        .collect()
}
