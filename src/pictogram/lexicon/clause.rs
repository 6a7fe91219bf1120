//! The clauses of a sentence: which words belong together, and which clause carries it.

use std::ops::Range;

use super::function_word::{Role, is_pronoun_subject};
use super::token::Token;
use crate::language::{self, VerbForm};

/// What a clause does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `Ik bel`
    Main,
    /// `dat Sanne mij helpt`, `hoe ik moet koken`: what the main clause is about.
    Content,
    /// `om te koken`
    Purpose,
    /// `als ik bang ben`, `die mij helpt`: beside the point.
    Aside,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its words.
    pub(super) range: Range<usize>,
    /// What it does.
    pub(super) part: Part,
    /// It is a question.
    pub(super) asks: bool,
}

impl Clause {
    /// Whether its verb stands at its end.
    pub(super) fn is_verb_last(&self) -> bool {
        self.part != Part::Main
    }
}

/// Whether a word is surely or probably a finite verb, by its form and role.
pub(super) fn looks_finite(token: &Token<'_>) -> bool {
    token.role.is_helper()
        || !token.is_name
            && token.role.is_none()
            && language::verb_form(&token.word) == VerbForm::Finite
}

/// Parts a sentence into clauses, from left to right. Each word is in one of them.
pub(super) fn clauses(tokens: &[Token<'_>]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut start = 0;
    let mut part = tokens.first().map_or(Part::Main, |_| opening(tokens, 0));
    for at in 1..tokens.len() {
        let Some(next) = boundary(tokens, start, at, part) else {
            continue;
        };
        clauses.push(Clause {
            range: start..at,
            part,
            asks: false,
        });
        (start, part) = (at, next);
    }
    clauses.push(Clause {
        range: start..tokens.len(),
        part,
        asks: false,
    });
    clauses
}

/// The clause that begins with the first word of a sentence.
fn opening(tokens: &[Token<'_>], at: usize) -> Part {
    let token = &tokens[at];
    let fronted = token.role.is(Role::SUBORDINATOR)
        && !matches!(token.word.as_str(), "dat" | "of")
        && (token.word != "toen" || is_subject(tokens, at + 1));
    // `Wanneer ik boos ben, …` but `Wanneer komt Sanne?`
    let when = token.word == "wanneer" && is_subject(tokens, at + 1);
    if fronted || when {
        Part::Aside
    } else if token.word == "om" && te_after(tokens, at) {
        Part::Purpose
    } else {
        Part::Main
    }
}

/// What clause begins at a word, if one does.
fn boundary(tokens: &[Token<'_>], start: usize, at: usize, part: Part) -> Option<Part> {
    let token = &tokens[at];
    let word = token.word.as_str();
    match token.mark {
        Some('.' | '!' | '?' | '…' | ':' | ';') => return Some(opening(tokens, at)),
        Some(_) => {
            if let Some(found) = conjunction(tokens, start, at, part, true) {
                return Some(found);
            }
            if begins_main(tokens, at) {
                return Some(Part::Main);
            }
            return None;
        }
        None => {}
    }
    if let Some(found) = conjunction(tokens, start, at, part, false) {
        return Some(found);
    }
    // `Als ik boos ben ga ik naar buiten.`
    let fronted = part == Part::Aside
        && start < at
        && at >= start + 3
        && looks_finite(&tokens[at - 1])
        && (token.role.is_helper() || language::verb_form(word) != VerbForm::None)
        && tokens
            .get(at + 1)
            .is_some_and(|next| is_pronoun_subject(&next.word) || next.is_name);
    fronted.then_some(Part::Main)
}

/// What clause a conjunction begins.
fn conjunction(
    tokens: &[Token<'_>],
    start: usize,
    at: usize,
    part: Part,
    marked: bool,
) -> Option<Part> {
    let token = &tokens[at];
    let after_preposition = tokens[at - 1].role.is(Role::PREPOSITION);
    match token.word.as_str() {
        "dat" => (marked || !after_preposition)
            .then(|| is_subject(tokens, at + 1) || is_group(tokens, at + 1))
            .filter(|subject| *subject)
            .map(|_| {
                if is_noun_like(&tokens[at - 1]) {
                    Part::Aside
                } else {
                    Part::Content
                }
            }),
        "of" => {
            if tokens.get(at + 1).is_some_and(|next| next.word == "niet") {
                return Some(Part::Aside);
            }
            is_subject(tokens, at + 1).then_some(Part::Content)
        }
        "die" => (is_noun_like(&tokens[at - 1]) && !after_preposition && verb_follows(tokens, at))
            .then_some(Part::Aside),
        "om" => te_after(tokens, at).then_some(Part::Purpose),
        "toen" => is_subject(tokens, at + 1).then_some(Part::Aside),
        "want" => Some(Part::Aside),
        "dus" => (is_subject(tokens, at + 1) || begins_main(tokens, at + 1)).then_some(Part::Main),
        "maar" => (marked
            || is_subject(tokens, at + 1)
            || tokens.get(at + 1).is_some_and(|next| {
                next.role.is(Role::PREPOSITION) && !tokens[at - 1].role.is_helper()
                    || next.role.is(Role::DENIAL)
                    || next.role.is(Role::DETERMINER) && !tokens[at - 1].role.is_helper()
                    || matches!(next.word.as_str(), "wel" | "ook" | "niet")
            }))
        .then_some(Part::Main),
        "en" => {
            let next = tokens.get(at + 1)?;
            // `en dat vind ik erg`
            let fronted = matches!(
                next.word.as_str(),
                "dat" | "dit" | "daar" | "dan" | "daarom"
            ) && tokens
                .get(at + 2)
                .is_some_and(|verb| looks_finite(verb) || verb.role.is(Role::COPULA));
            let begins = fronted
                || is_pronoun_subject(&next.word)
                || next.role.is_helper() && next.word != "leren" && !next.word.ends_with("en")
                || looks_finite(next) && !next.word.ends_with("en");
            // `als ik boos ben en ik schreeuw` goes on as it was.
            let part = if part == Part::Purpose {
                Part::Main
            } else {
                part
            };
            begins.then_some(part)
        }
        word if token.role.is(Role::SUBORDINATOR) => {
            let clause = word != "als" || is_subject(tokens, at + 1) || verb_follows(tokens, at);
            clause.then_some(Part::Aside)
        }
        _ if token.role.is(Role::QUESTION) && at > start => {
            // `met wie ik woon`, but `ik leg uit waarom ik boos ben`
            let led = after_preposition
                && (matches!(token.word.as_str(), "wie" | "welk" | "welke")
                    || token.word == "wat" && !is_subject(tokens, at + 1));
            (!led && verb_follows(tokens, at)).then_some(
                if is_noun_like(&tokens[at - 1]) && token.word.starts_with("waar") {
                    Part::Aside
                } else {
                    Part::Content
                },
            )
        }
        // `Ik kies wat ik eet.`
        "wat" => is_subject(tokens, at + 1).then_some(Part::Content),
        _ => None,
    }
}

/// Whether a clause with its verb in the second place begins here: `ga ik`, `mijn zus helpt`.
fn begins_main(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(first) = tokens.get(at) else {
        return false;
    };
    let verb = |token: &Token<'_>| {
        token.role.is_helper() || language::verb_form(&token.word) != VerbForm::None
    };
    let inverted = verb(first)
        && tokens.get(at + 1).is_some_and(|next| {
            next.mark.is_none() && (is_pronoun_subject(&next.word) || next.is_name)
                || next.role.is(Role::DETERMINER) && looks_finite(first)
        });
    let straight = is_pronoun_subject(&first.word)
        || (1..4).any(|step| {
            tokens[at + 1..].len() >= step
                && tokens[at + 1..=at + step]
                    .iter()
                    .all(|token| token.mark.is_none())
                && looks_finite(&tokens[at + step])
        });
    inverted || straight
}

fn is_subject(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.is_name
            || is_pronoun_subject(&token.word)
            || matches!(token.word.as_str(), "het" | "er" | "iets" | "alles")
    })
}

/// Whether a group with its noun begins here: `mijn begeleider`.
fn is_group(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.role.is(Role::DETERMINER)
            || matches!(
                token.word.as_str(),
                "zijn" | "haar" | "ons" | "hun" | "alle" | "mensen" | "andere"
            )
    })
}

/// Whether a word is neither a verb by its form nor one that holds a sentence together.
fn is_noun_like(token: &Token<'_>) -> bool {
    token.is_name || token.role.is_none() && language::verb_form(&token.word) != VerbForm::Finite
}

/// Whether `te` with an infinitive follows in the same clause.
fn te_after(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(10)
        .take_while(|(_, token)| !matches!(token.mark, Some('.' | '!' | '?' | '…' | ':' | ';')))
        .any(|(place, token)| {
            token.word == "te"
                && tokens
                    .get(place + 1)
                    .is_some_and(|next| next.word.ends_with('n'))
        })
}

/// Whether a finite verb follows before the next mark.
fn verb_follows(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .take_while(|token| token.mark.is_none())
        .any(|token| {
            token.role.is_helper()
                || token.role.is(Role::COPULA)
                || token.role.is_none() && language::verb_form(&token.word) != VerbForm::None
        })
}
