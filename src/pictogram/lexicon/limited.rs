//! Denials that something limits, and that deny enough to be shown all the same: `ik bel niet na tien
//! uur`, `niemand mag mijn post lezen`, `de wekker gaat niet af`.

use super::super::set::WordClass;
use super::file::Kind;
use super::function_word::Role;
use super::search::Candidate;
use super::sentence::Sentence;
use crate::language::VerbForm;

/// Verbs of what goes on elsewhere or otherwise, when a limit is denied: `ik woon niet bij mijn ouders`.
#[rustfmt::skip]
const GOING_ON: &[&str] = &[
    "wonen", "slapen", "werken", "eten", "drinken", "zitten", "liggen", "staan", "lopen", "gaan", "komen", "logeren", "leven",
    "kijken", "dragen", "bewegen", "leren", "helpen", "wassen", "douchen", "betalen",
];

/// Words after `niet` that limit what is denied, but leave it denied where it matters.
const LIMITS: &[&str] = &["alleen", "zelf", "na", "voor", "zomaar", "hard"];

/// Whether a word after `niet` limits it no further.
pub(super) fn is_limit(word: &str) -> bool {
    LIMITS.contains(&word)
}

/// Whether a candidate is the one verb that is denied, whatever limits that: `praat niet over mijn
/// gewicht`, `ik mag niet alleen zwemmen`.
pub(super) fn is_denied_act(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let at = candidate.first();
    let finite = sentence.finite_of(denial).map(|finite| finite.at);
    let near = at > denial && (denial + 1..at).all(|place| is_limit(&sentence.tokens[place].word));
    let closes = near || sentence.is_in_final_field(candidate.last());
    let main = finite == Some(at) || at > denial && closes && finite < Some(denial);
    // `niet op de groep, maar in mijn studio`
    let contrast = sentence.tokens[denial..]
        .iter()
        .any(|token| matches!(token.word.as_str(), "maar" | "zonder"));
    candidate.class == Some(WordClass::Verb)
        && candidate.kind == Kind::Act
        && !candidate.weak
        && main
        && !contrast
        && !GOING_ON.contains(&candidate.lemma.as_str())
}

/// Whether a candidate is a thing of mine that others must leave alone: `Niemand mag mijn agenda zien.`
pub(super) fn is_off_limits(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let first = candidate.first();
    let start = sentence.group_start(first);
    let clause = sentence.clause(denial).range.clone();
    let has = |words: &[&str]| {
        let mut places = clause.clone();
        places.any(|at| words.contains(&sentence.tokens[at].word.as_str()))
    };
    sentence.clause_of[first] == sentence.clause_of[denial]
        && has(&["mag", "mogen", "mocht", "mochten"])
        && !has(&["ik", "wij", "we"])
        && matches!(sentence.tokens[denial].word.as_str(), "niet" | "niemand")
        && candidate.kind == Kind::Thing
        && candidate.class == Some(WordClass::Noun)
        && sentence.tokens[start].word == "mijn"
        && sentence.preposition(first).is_none()
        && sentence
            .finite_of(first)
            .is_some_and(|finite| finite.at < first)
}

/// Whether a candidate is a thing that doesn't work: `De lift doet het niet.`
pub(super) fn is_out_of_order(
    sentence: &Sentence<'_>,
    candidate: &Candidate,
    denial: usize,
) -> bool {
    let word = |step| {
        let token = sentence.near(denial, step);
        token.map_or("", |token| token.word.as_str())
    };
    let fails = match word(-1) {
        "werkt" | "werken" => true,
        "het" => matches!(word(-2), "doet" | "doen" | "deed"),
        "gaat" | "gaan" => matches!(word(1), "af" | "aan"),
        _ => false,
    };
    let opens = sentence.group_start(candidate.last()) == sentence.clause(denial).range.start;
    fails
        && sentence.tokens[denial].word == "niet"
        && candidate.kind == Kind::Thing
        && candidate.class == Some(WordClass::Noun)
        && opens
        && sentence
            .finite_of(denial)
            .is_some_and(|finite| candidate.last() < finite.at)
}

/// Whether a candidate is what somebody hasn't got on: `Ik heb mijn bril niet op.`
pub(super) fn is_not_worn(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let has = sentence.finite_of(denial).is_some_and(|finite| {
        matches!(
            sentence.tokens[finite.at].word.as_str(),
            "heb" | "hebt" | "heeft" | "hebben" | "had"
        )
    });
    let on = sentence
        .near(denial, 1)
        .is_some_and(|next| matches!(next.word.as_str(), "op" | "om" | "aan" | "in"))
        && sentence.near(denial, 2).is_none();
    has && on
        && candidate.kind == Kind::Thing
        && candidate.last() + 1 == denial
        && sentence.preposition(candidate.first()).is_none()
}

/// Whether a candidate is what may not be somewhere: `De hond mag niet op mijn bed.`
pub(super) fn is_barred(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let clause = sentence.clause(denial).range.clone();
    let may = sentence.finite_of(denial).is_some_and(|finite| {
        candidate.last() + 1 == finite.at
            && matches!(sentence.tokens[finite.at].word.as_str(), "mag" | "mogen")
    });
    may && sentence.tokens[denial].word == "niet"
        && candidate.kind == Kind::Thing
        && candidate.class == Some(WordClass::Noun)
        && sentence.group_start(candidate.first()) == clause.start
        && (denial + 1..clause.end).all(|at| {
            !sentence.tokens[at].role.is(Role::COPULA)
                && !matches!(sentence.verbs[at], VerbForm::Infinitive)
        })
}

/// Whether one of many is denied, which denies them all: `ik mag geen zware tassen tillen`, `geen tweede
/// kopje koffie`.
pub(super) fn is_any(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let between = denial + 1..candidate.first();
    let forbids = sentence
        .finite_of(denial)
        .is_some_and(|finite| matches!(sentence.tokens[finite.at].word.as_str(), "mag" | "mogen"));
    let each = |at: usize| {
        let word = sentence.tokens[at].word.as_str();
        matches!(word, "tweede" | "derde") || forbids && sentence.is_adjective_like(at)
    };
    !between.is_empty()
        && between
            .clone()
            .all(|at| each(at) && !sentence.tokens[at].role.is(Role::DETERMINER))
}

/// Whether a candidate is somebody that one doesn't see: `Ik zie mijn kinderen nooit.`
pub(super) fn is_unseen(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let clause = sentence.clause(denial).range.clone();
    let has = |words: &[&str]| {
        let mut places = clause.clone();
        places.any(|at| words.contains(&sentence.tokens[at].word.as_str()))
    };
    let start = sentence.group_start(candidate.first());
    candidate.kind == Kind::Person
        && matches!(sentence.tokens[denial].word.as_str(), "niet" | "nooit")
        && candidate.last() < denial
        && sentence.tokens[start].word == "mijn"
        && sentence.preposition(candidate.first()).is_none()
        && has(&["ik"])
        && has(&["zie", "zien"])
}

/// Verbs that only tell where or how a thing is, which it is even where they are denied.
#[rustfmt::skip]
const BEING: &[&str] = &[
    "is", "zijn", "was", "waren", "past", "passen", "zit", "zitten", "ligt", "liggen", "staat", "staan", "hangt", "hangen",
    "kan", "kunnen", "mag", "mogen",
];

/// Whether a candidate is a thing that isn't somewhere or somehow: `Mijn rolstoel past niet door de deur.`
pub(super) fn is_otherwise(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let clause = sentence.clause(denial);
    let being = sentence.finite_of(denial).is_some_and(|finite| {
        let verb = sentence.tokens[finite.at].word.as_str();
        let next = sentence.near(finite.at, 1);
        candidate.last() + 1 == finite.at
            && BEING.contains(&verb)
            && !next.is_some_and(|next| next.role.is(Role::SUBJECT))
    });
    // `De stoelgang gaat niet goed.`
    let goes = sentence.finite_of(denial).is_some_and(|finite| {
        candidate.last() + 1 == finite.at
            && matches!(
                sentence.tokens[finite.at].word.as_str(),
                "gaat" | "gaan" | "ging"
            )
            && sentence
                .near(denial, 1)
                .is_some_and(|next| matches!(next.word.as_str(), "goed" | "lekker" | "zo"))
    });
    (being || goes)
        && !clause.is_verb_last()
        && sentence.tokens[denial].word == "niet"
        && (goes && candidate.kind == Kind::Act
            || matches!(candidate.kind, Kind::Thing | Kind::Place))
        && candidate.class == Some(WordClass::Noun)
        && sentence.group_start(candidate.first()) == clause.range.start
}

/// Whether a candidate is a thing that is not opened: `Ik open de deur niet voor vreemden.`
pub(super) fn is_unopened(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let mut clause = sentence.clause(denial).range.clone();
    matches!(sentence.tokens[denial].word.as_str(), "niet" | "nooit")
        && candidate.last() + 1 == denial
        && candidate.kind == Kind::Thing
        && candidate.class == Some(WordClass::Noun)
        && sentence.preposition(candidate.first()).is_none()
        && clause.any(|at| {
            matches!(
                sentence.tokens[at].word.as_str(),
                "open" | "opent" | "openen" | "opendoen" | "openmaken"
            )
        })
}
