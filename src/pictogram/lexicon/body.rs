//! Parts of the body that don't work or feel as they should: the plain picture of one shows a sound one.

use super::search::{Candidate, Meaning};
use super::sentence::Sentence;

/// The concepts of parts of the body.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "arm", "spier", "been", "voet", "knie", "hand", "vuist", "rug", "buik", "gezicht", "hoofd", "oog", "oor", "neus",
    "mond", "tong", "haar-hoofd", "lichaam",
];

/// Those whose picture shows strength or care: a muscle, a fist, hair that is combed.
const STRONG: &[&str] = &["arm", "spier", "vuist", "haar-hoofd", "lichaam"];

/// Those whose picture shows no more than where they are.
const PLAIN: &[&str] = &[
    "been", "voet", "knie", "hand", "rug", "oog", "oor", "neus", "mond", "tong",
];

/// What is wrong with one that may still be shown, if its picture is plain.
#[rustfmt::skip]
const WRONG: &[&str] = &[
    "verlamd", "verlamde", "verlamming", "lam", "gevoelloos", "krachteloos", "slap", "slappe", "stijf", "stijve", "krom",
    "vergroeid", "vergroeide", "spastisch", "spastische", "jeuk", "jeukt", "jeuken", "kriebelt", "kriebelen", "kriebels",
    "tintelt", "tintelen", "tinteling", "tintelingen", "krab", "krabt", "krabben", "gekrabd", "eczeem", "uitslag",
    "schilfers", "kramp", "uitval",
];

/// Words with which a part isn't there any more.
const GONE: &[&str] = &[
    "geamputeerd",
    "geamputeerde",
    "afgezet",
    "amputatie",
    "verloren",
];

/// Whether a find is a part of the body that isn't as its picture shows it: `mijn linkerarm is verlamd`,
/// `ik kan mijn been niet gebruiken`.
pub(super) fn is_unsound(sentence: &Sentence<'_>, candidate: &Candidate, crossed: bool) -> bool {
    let Meaning::Concept(concept) = candidate.meaning else {
        return false;
    };
    let id = sentence.lexicon.concepts[concept].id.as_str();
    let says = |words: &[&str]| {
        let mut clause = sentence.clause(candidate.first()).range.clone();
        clause.any(|at| words.contains(&sentence.tokens[at].word.as_str()))
    };
    PARTS.contains(&id) && (crossed || says(GONE)) || STRONG.contains(&id) && says(WRONG)
}

/// Whether a find is a part of the body with a picture that shows where it is.
pub(super) fn is_plain_part(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    matches!(candidate.meaning, Meaning::Concept(concept)
        if PLAIN.contains(&sentence.lexicon.concepts[concept].id.as_str()))
}
