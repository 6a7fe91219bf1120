//! When a find may carry a sentence by itself: not the time or the place of what has no picture.

use super::super::set::WordClass;
use super::file::Kind;
use super::function_word::Role;
use super::search::Candidate;
use super::sentence::Sentence;
use crate::language::{self, VerbForm};

/// Words that tell too little to be what a sentence is about.
#[rustfmt::skip]
const LITTLE: &[&str] = &[
    "zit", "zitten", "zat", "sta", "staat", "staan", "lig", "ligt", "liggen", "doe", "doet", "doen", "begin", "begint",
    "beginnen", "start", "duurt", "duren", "eindigt", "blijven", "hoort", "keer", "beetje", "liefst", "precies", "meteen",
    "direct", "allemaal", "minstens", "maximaal", "dag", "dagen", "week", "uur", "tijd", "plek", "beste", "rustig", "leuk",
    "fijn", "lekker", "mevrouw", "meneer",
];

/// Whether a find may be the key picture of its sentence. What only says when or vaguely where may
/// not, when there is a word besides that has no picture: `Sinds maart ben ik clean.`
pub(super) fn may_carry(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    candidate: &Candidate,
) -> bool {
    if is_colouring(sentence, candidates, candidate) {
        return false;
    }
    let goes = sentence.tokens[candidate.first()].word == "naar";
    let vague = candidate.kind == Kind::Place && candidate.weak && !goes;
    if candidate.kind != Kind::Time && !vague || is_told(sentence, candidate) {
        return true;
    }
    let known = |at: usize| candidates.iter().any(|other| other.tokens.contains(&at));
    let clause = sentence.clause(candidate.first()).range.clone();
    !clause.into_iter().any(|at| {
        let token = &sentence.tokens[at];
        token.role.is_none()
            && !token.is_name
            && !known(at)
            && !LITTLE.contains(&token.word.as_str())
            && !is_opening_name(sentence, at)
    })
}

/// Whether an adjective tells no more than what something without a picture is like: `rode uitslag`.
fn is_colouring(sentence: &Sentence<'_>, candidates: &[Candidate], candidate: &Candidate) -> bool {
    let next = candidate.last() + 1;
    let known = candidates.iter().any(|other| other.tokens.contains(&next));
    candidate.class == Some(WordClass::Adjective)
        && candidate.kind == Kind::Quality
        && sentence.tokens[candidate.last()].word.ends_with('e')
        && !known
        && sentence.near(candidate.last(), 1).is_some_and(|next| {
            next.mark.is_none() && next.role.is_none() && !LITTLE.contains(&next.word.as_str())
        })
}

/// Whether a word at the head of a sentence can only be a name: `Minh komt op maandag.`
fn is_opening_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    at == 0
        && token.text.starts_with(char::is_uppercase)
        && sentence.readings[at].is_empty()
        && language::verb_form(&token.word) == VerbForm::None
        && !language::is_listed(&token.word)
        && language::rank(&token.word).is_none()
}

/// Whether a sentence is about when or where something is: `De vergadering is op maandag.`
fn is_told(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let Some(finite) = sentence.finite_of(candidate.first()) else {
        return false;
    };
    let verb = &sentence.tokens[finite.at];
    let end = sentence.clause(finite.at).range.end;
    let about = matches!(
        verb.word.as_str(),
        "is" | "zijn" | "begint" | "start" | "duurt" | "eindigt"
    );
    let rest = (finite.at + 1..end).all(|at| {
        candidate.tokens.contains(&at)
            || !sentence.tokens[at].role.is_none()
            || LITTLE.contains(&sentence.tokens[at].word.as_str())
    });
    about
        && finite.at < candidate.first()
        && rest
        && !sentence.tokens[finite.at + 1..end]
            .iter()
            .any(|token| token.role.is(Role::SUBJECT))
}
