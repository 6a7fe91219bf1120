//! How far `niet` goes in front of a preposition: `niet met de bus`, `niet over mijn gewicht praten`.
//!
//! What the group names is crossed out only beside a verb of moving, being or using. Beside any other
//! it is the verb together with the group that isn't so.

use super::search::Candidate;
use super::sentence::Sentence;
use crate::language::{self, VerbForm};

/// Prepositions, and the verbs with which the noun after them is what is denied.
#[rustfmt::skip]
const FITTING: &[(&str, &[&str])] = &[
    ("met", &["gaan", "komen", "reizen", "rijden", "fietsen", "lopen", "eten", "spelen", "betalen", "werken", "schrijven", "zitten"]),
    ("naar", &["gaan", "komen", "reizen", "rijden", "fietsen", "lopen", "vliegen", "verhuizen", "kijken"]),
    ("in", &["gaan", "komen", "stappen", "zitten", "liggen", "staan", "blijven", "wonen", "werken", "slapen", "zwemmen"]),
    ("op", &["gaan", "komen", "stappen", "zitten", "liggen", "staan", "blijven", "rijden", "klimmen", "kijken"]),
    ("uit", &["gaan", "komen", "stappen"]),
    ("aan", &["gaan", "zitten", "doen"]),
    ("van", &["houden"]),
];

/// Parts of the body, which nobody is on or in: `niet op mijn rug liggen`.
#[rustfmt::skip]
const BODY: &[&str] = &["rug", "buik", "zij", "been", "knie", "hand", "arm", "voet", "teen", "hoofd", "hiel"];

/// Whether a denied preposition denies what its group names.
pub(super) fn is_denied(sentence: &Sentence<'_>, candidate: &Candidate, place: usize) -> bool {
    let preposition = sentence.tokens[place].word.as_str();
    let Some((_, verbs)) = FITTING.iter().find(|(word, _)| *word == preposition) else {
        return false;
    };
    // `niet in een grote groep`: another one may do.
    let known = (place + 1..candidate.first()).any(|at| {
        matches!(
            sentence.tokens[at].word.as_str(),
            "de" | "het" | "die" | "dat"
        )
    });
    let narrowed =
        !known && (place + 1..candidate.first()).any(|at| sentence.is_adjective_like(at));
    // `Mijn vader komt niet op mijn verjaardag.`: I am there.
    let mine = (place + 1..candidate.first()).any(|at| sentence.tokens[at].word == "mijn")
        && !sentence
            .clause(place)
            .range
            .clone()
            .any(|at| matches!(sentence.tokens[at].word.as_str(), "ik" | "wij" | "we"));
    if narrowed || mine || BODY.contains(&candidate.lemma.as_str()) {
        return false;
    }
    let mut others = sentence
        .clause(place)
        .range
        .clone()
        .filter(|at| !candidate.tokens.contains(at) && is_verb(sentence, *at))
        .map(|at| fits(sentence, at, verbs));
    // `van` and `aan` have a verb of their own, where the others may go with `willen` or `zijn` alone.
    let bare = others.next();
    bare.unwrap_or(!matches!(preposition, "van" | "aan")) && others.all(|fits| fits)
}

/// Whether a word is a verb that tells what is done: no helper.
fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    if token.is_name || token.role.is_helper() {
        return false;
    }
    let finite = sentence.finite_of(at).is_some_and(|finite| finite.at == at);
    let closes = sentence.is_in_final_field(at)
        && token.role.is_none()
        && (sentence.verbs[at] == VerbForm::Infinitive || language::is_participle(&token.word));
    finite || closes
}

/// Whether a word may be a form of one of these verbs.
fn fits(sentence: &Sentence<'_>, at: usize, verbs: &[&str]) -> bool {
    let word = sentence.tokens[at].word.as_str();
    let bases = language::base_forms(word);
    let listed = sentence.readings[at].iter();
    let listed = listed.map(|reading| sentence.lexicon.lemmas[reading.lemma].text.as_str());
    bases
        .iter()
        .map(String::as_str)
        .chain(listed)
        .any(|base| verbs.contains(&base))
}
