//! What a sentence denies, and how far that goes.
//!
//! A picture is crossed out where exactly what it shows is denied. Where that is unclear there is
//! none: never the plain picture of what is not so.

use super::super::set::WordClass;
use super::clause::Part;
use super::ending::{is_forgotten, is_lessened, is_replaced, is_skipped, stopped};
use super::file::Kind;
use super::function_word::Role;
use super::limited::{
    is_barred, is_not_worn, is_off_limits, is_otherwise, is_out_of_order, is_unopened, is_unseen,
};
use super::reach::{PARTIAL, by_no, by_not, by_nothing, by_without};
use super::search::Candidate;
use super::sentence::Sentence;
use super::token::tokens;
use super::unwanted::{goes_on_with, is_both, is_kept_by_me, is_needed, is_unwanted, tells_more};

/// What a sentence says of a word in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// It is so.
    Plain,
    /// It is not so.
    Crossed,
    /// It may be either.
    Unclear,
}

/// Verbs that say themselves that something is not there: with a denial it is.
#[rustfmt::skip]
const NEGATIVE_VERBS: &[&str] = &[
    "vergeet", "vergeten", "vergat", "mis", "missen", "overslaan", "verlies", "verliezen", "kwijtraken", "kwijt", "weglaten",
    "verstoppen", "verbergen", "weigeren", "weiger", "stoppen", "stop", "stopt", "gestopt", "ophouden", "overgeslagen", "gemist",
    "onderbreken",
];

/// What is said of each candidate.
pub(super) fn denials(sentence: &Sentence<'_>, candidates: &[Candidate]) -> Vec<Denial> {
    let words: Vec<usize> = (0..sentence.tokens.len())
        .filter(|at| is_denial(sentence, *at))
        .collect();
    let stopped = stopped(sentence);
    let needed = |candidate: &Candidate| is_needed(sentence, candidate, &words);
    let any_needed = candidates.iter().any(needed);
    candidates
        .iter()
        .map(|candidate| {
            if needed(candidate) || !any_needed && goes_on_with(sentence, candidate, &words) {
                return Denial::Plain;
            }
            let said = words
                .iter()
                .map(|word| said(sentence, candidates, candidate, *word))
                .fold((0, Denial::Plain), |(count, worst), denial| match denial {
                    Denial::Plain => (count, worst),
                    Denial::Crossed => (
                        count + 1,
                        if worst == Denial::Plain {
                            denial
                        } else {
                            worst
                        },
                    ),
                    Denial::Unclear => (count + 1, denial),
                });
            if is_replaced(sentence, candidate)
                || is_forgotten(sentence, candidate)
                || is_lessened(sentence, candidate)
                || is_skipped(sentence, candidate)
            {
                return Denial::Unclear;
            }
            // When what isn't so is or isn't so says nothing by itself.
            let clause = sentence.clause_of[candidate.first()];
            if candidate.kind == Kind::Time
                && said == (0, Denial::Plain)
                && words.iter().any(|word| sentence.clause_of[*word] == clause)
            {
                return Denial::Unclear;
            }
            let ended = stopped
                .iter()
                .any(|(from, to)| (*from..*to).contains(&candidate.first()));
            // `niet stoppen met werken`: it goes on.
            let range = &sentence.clause(candidate.first()).range;
            let goes_on = words.iter().any(|word| range.contains(word));
            if ended && goes_on && said.0 == 0 {
                return Denial::Plain;
            }
            // `Ik koop niks zonder hulp.`
            if said.1 == Denial::Crossed
                && words.iter().filter(|word| range.contains(word)).count() > 1
            {
                return Denial::Unclear;
            }
            match (said, ended) {
                ((0, _), false) => Denial::Plain,
                ((0, _), true) => Denial::Crossed,
                ((1, denial), false) => denial,
                _ => Denial::Unclear,
            }
        })
        .collect()
}

/// Whether a sentence says anywhere that something is not so.
pub(in super::super) fn denies(sentence: &str) -> bool {
    let tokens = tokens(sentence);
    tokens.iter().any(|token| token.role.is(Role::DENIAL))
}

/// What one denial says of a candidate, when it may be part of an expression with a picture of its
/// own: `niet tevreden`.
fn said(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    candidate: &Candidate,
    word: usize,
) -> Denial {
    if candidate.tokens.contains(&word) {
        return Denial::Plain;
    }
    let denial = one(sentence, candidates, candidate, word);
    let expression = candidates.iter().find(|other| other.tokens.contains(&word));
    match (expression, denial) {
        (Some(other), Denial::Crossed) if tells_more(sentence, candidate, other, word) => {
            Denial::Crossed
        }
        (None, denial) => denial,
        (Some(_), Denial::Plain) => Denial::Plain,
        (Some(other), Denial::Crossed) if other.weak => Denial::Crossed,
        // Its own picture tells.
        (Some(_), _) => Denial::Unclear,
    }
}

/// Whether a word denies something.
fn is_denial(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    if !token.role.is(Role::DENIAL) || token.word == "nee" {
        return false;
    }
    let before = sentence
        .near(at, -1)
        .map_or("", |before| before.word.as_str());
    let next = sentence
        .tokens
        .get(at + 1)
        .map_or("", |next| next.word.as_str());
    // `of niet`, `niet alleen … maar ook`, `waarom niet`
    let tag = before == "of" || before == "waarom";
    let both = is_both(&sentence.tokens, at);
    // `als het niet lukt`, `als dat niet gaat`: nothing that is shown is denied.
    let idle = matches!(
        next,
        "lukt" | "gaat" | "kan" | "hoeft" | "mag" | "gelukt" | "klopt"
    ) && token.word == "niet"
        && sentence.clause(at).part == Part::Aside
        && sentence.clause(at).range.end == at + 2;
    // `De rekening klopt niet.`: there is one.
    let amiss = token.word == "niet" && matches!(before, "klopt" | "kloppen");
    !(tag || both || idle || amiss)
}

/// Whether a candidate is a verb, or an expression of what somebody does.
pub(super) fn is_act(candidate: &Candidate) -> bool {
    candidate.class == Some(WordClass::Verb)
        || candidate.class.is_none() && candidate.kind == Kind::Act
}

/// What one denial says of a candidate.
fn one(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    candidate: &Candidate,
    word: usize,
) -> Denial {
    let (mine, its) = (
        sentence.clause_of[candidate.first()],
        sentence.clause_of[word],
    );
    let clause = sentence.clause(word);
    if mine != its {
        let part = sentence.clauses[mine].part;
        let follows = mine == its + 1 && matches!(part, Part::Content | Part::Purpose);
        let spans = candidate
            .tokens
            .iter()
            .any(|at| sentence.clause_of[*at] == its);
        // `zonder te` and `geen geld om te`: what is asked for isn't so either.
        // `Ik wil niet dat mensen schreeuwen.`
        if follows && is_unwanted(sentence, candidate, word) {
            return Denial::Crossed;
        }
        // `Het lukt mij niet om te sparen.`
        let fails = clause.range.clone().any(|at| {
            matches!(
                sentence.tokens[at].word.as_str(),
                "lukt" | "lukte" | "gelukt"
            )
        });
        if follows && fails && part == Part::Purpose && is_act(candidate) {
            return Denial::Crossed;
        }
        return if (follows && sentence.tokens[word].word != "zonder") || spans {
            Denial::Unclear
        } else {
            Denial::Plain
        };
    }
    if is_kept_by_me(sentence, candidate, word) {
        return Denial::Plain;
    }
    if is_off_limits(sentence, candidate, word)
        || is_barred(sentence, candidate, word)
        || is_unseen(sentence, candidate, word)
        || is_unopened(sentence, candidate, word)
        || is_out_of_order(sentence, candidate, word)
        || is_not_worn(sentence, candidate, word)
    {
        return Denial::Crossed;
    }
    if is_otherwise(sentence, candidate, word) {
        return Denial::Plain;
    }
    let negative = clause.range.clone().any(|at| {
        let token = &sentence.tokens[at];
        at != word && !token.is_name && NEGATIVE_VERBS.contains(&token.word.as_str())
    });
    if negative && sentence.tokens[word].word != "zonder" {
        let is_verb = candidate
            .tokens
            .iter()
            .any(|at| NEGATIVE_VERBS.contains(&sentence.tokens[*at].word.as_str()));
        return if is_verb {
            Denial::Unclear
        } else {
            Denial::Plain
        };
    }
    let asked = clause.asks;
    // `Ik heb geen pijn`: the words of one expression around it.
    let around = candidate.first() < word && candidate.last() > word;
    let partly = sentence
        .near(word, 1)
        .is_some_and(|next| PARTIAL.contains(&next.word.as_str()) && next.word != "te");
    if around && sentence.tokens[word].word != "zonder" {
        return if asked || partly {
            Denial::Unclear
        } else {
            Denial::Crossed
        };
    }
    let denial = match sentence.tokens[word].word.as_str() {
        "geen" => by_no(sentence, candidate, word),
        "zonder" => by_without(sentence, candidate, word),
        "niet" | "nooit" => by_not(sentence, candidates, candidate, word),
        "niks" | "niets" => by_nothing(sentence, candidate, word),
        "nergens" if candidate.class == Some(WordClass::Adjective) => Denial::Crossed,
        _ => Denial::Unclear,
    };
    if asked && denial == Denial::Crossed {
        Denial::Unclear
    } else {
        denial
    }
}
