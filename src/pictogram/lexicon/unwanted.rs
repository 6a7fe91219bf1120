//! Denials that reach further than the words beside them, or less far: `ik wil niet dat …`, `niet
//! zonder mijn knuffel`, `het sparen lukt niet`, `de lamp doet het niet`.

use super::super::set::WordClass;
use super::file::Kind;
use super::function_word::Role;
use super::inflect::Form;
use super::limited::{is_barred, is_off_limits};
use super::negation::{Denial, is_act};
use super::reach::by_without;
use super::search::Candidate;
use super::sentence::Sentence;
use super::token::Token;

/// Whether a candidate is what there is nothing without: `ik slaap niet zonder knuffel`.
pub(super) fn is_needed(sentence: &Sentence<'_>, candidate: &Candidate, denials: &[usize]) -> bool {
    let word = |at: usize| sentence.tokens[at].word.as_str();
    let Some(without) = denials.iter().rposition(|at| {
        word(*at) == "zonder" && by_without(sentence, candidate, *at) == Denial::Crossed
    }) else {
        return false;
    };
    let (first, place) = (sentence.clause_of[denials[without]], denials[without]);
    // `Zonder bril ga ik niet weg`, `ik kom niet zonder te kloppen`
    let fronted = sentence.clause(place).range.start == place;
    let others = if fronted {
        denials
    } else {
        &denials[..without]
    };
    others.iter().any(|at| {
        let clause = sentence.clause_of[*at];
        let near = clause == first || fronted && clause + 1 == first;
        near && matches!(
            word(*at),
            "niet" | "nooit" | "niks" | "niets" | "niemand" | "nergens"
        )
    })
}

/// Whether a candidate is what somebody does, as long as there is something that has no picture: `ik
/// kook niet zonder toezicht`.
pub(super) fn goes_on_with(
    sentence: &Sentence<'_>,
    candidate: &Candidate,
    denials: &[usize],
) -> bool {
    let word = |at: usize| sentence.tokens[at].word.as_str();
    let denied = |pair: &[usize]| {
        matches!(word(pair[0]), "niet" | "nooit")
            && word(pair[1]) == "zonder"
            && pair[0] + 1 == pair[1]
            && sentence.clause_of[pair[0]] == sentence.clause_of[candidate.first()]
    };
    let finite = sentence.finite_of(candidate.first());
    candidate.class == Some(WordClass::Verb)
        && finite.is_some_and(|finite| candidate.tokens.contains(&finite.at))
        && denials.windows(2).any(denied)
}

/// Whether `niet alleen … maar ook` begins here, which says that both are so.
pub(super) fn is_both(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].word == "niet"
        && tokens.get(at + 1).is_some_and(|next| next.word == "alleen")
        && tokens[at..]
            .windows(2)
            .any(|pair| pair[0].word == "maar" && pair[1].word == "ook")
}

/// Whether a candidate is what doesn't succeed: `Het sparen lukt niet.`
pub(super) fn is_failed(sentence: &Sentence<'_>, candidate: &Candidate, verb: usize) -> bool {
    let fails = matches!(
        sentence.tokens[verb].word.as_str(),
        "lukt" | "lukte" | "gelukt" | "doorgegaan"
    );
    fails
        && candidate.kind == Kind::Act
        && sentence.preposition(candidate.first()).is_none()
        && sentence
            .finite_of(verb)
            .is_some_and(|finite| candidate.last() < finite.at)
}

/// Whether what is denied tells more than the expression that denies it: `ik mag geen noten`, `ik mag
/// niet roken`, `het lezen lukt niet`.
pub(super) fn tells_more(
    sentence: &Sentence<'_>,
    candidate: &Candidate,
    expression: &Candidate,
    denial: usize,
) -> bool {
    let verb = is_act(candidate);
    let failed = |at: &usize| is_failed(sentence, candidate, *at);
    expression.kind == Kind::Right
        && candidate.kind != Kind::Right
        && (verb
            || is_off_limits(sentence, candidate, denial)
            || is_barred(sentence, candidate, denial)
            || sentence.tokens[denial].word == "geen"
            || expression.tokens.iter().any(failed))
}

/// Whether a candidate is the verb of what somebody doesn't want, with nothing after it.
pub(super) fn is_unwanted(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> bool {
    let clause = sentence.clause(candidate.first());
    let wants = sentence.clause(word).range.clone().any(|at| {
        let verb = &sentence.tokens[at];
        matches!(verb.word.as_str(), "wil" | "willen" | "wilt")
    });
    wants
        && sentence.tokens[word].word == "niet"
        && word + 1 == clause.range.start
        && sentence.tokens[word + 1].word == "dat"
        && candidate.class == Some(WordClass::Verb)
        && (candidate.form.is_some_and(Form::is_finite)
            || sentence
                .finite_of(candidate.last())
                .is_some_and(|finite| finite.at == candidate.last()))
        && candidate.last() + 1 == clause.range.end
        && !candidate.weak
        && is_anybody(sentence, word + 2..candidate.first())
}

/// Whether these words are no more than who does it, and anybody at that: `mensen`, but not `Sanne`,
/// when another may, nor `iemand mijn post`.
fn is_anybody(sentence: &Sentence<'_>, mut words: std::ops::Range<usize>) -> bool {
    let anybody = words.next().is_some_and(|first| {
        matches!(
            sentence.tokens[first].word.as_str(),
            "mensen" | "iemand" | "anderen" | "jullie" | "je" | "u" | "ze"
        )
    });
    let bare = words.all(|at| {
        let token = &sentence.tokens[at];
        !token.is_name && !token.role.is_none() && !token.role.is(Role::DETERMINER)
    });
    anybody && bare
}

/// Whether what somebody else needn't do to me is denied, which I may well do: `Mijn moeder hoeft mij niet
/// te wassen.`
pub(super) fn is_spared(sentence: &Sentence<'_>, denial: usize) -> bool {
    let has = |words: &[&str]| {
        let mut clause = sentence.clause(denial).range.clone();
        clause.any(|at| words.contains(&sentence.tokens[at].word.as_str()))
    };
    has(&["hoeft", "hoeven", "hoefde"]) && has(&["mij", "me", "ons"]) && !has(&["ik", "wij", "we"])
}

/// Forms of verbs of giving away, after which somebody who didn't still has it.
#[rustfmt::skip]
const GIVING: &[&str] = &["uitlenen", "uitgeleend", "uitgeven", "uitgegeven", "weggeven", "weggegeven"];

/// Whether what somebody gives away is denied, who keeps it then: `Ik leen geen geld uit.`
pub(super) fn is_kept(sentence: &Sentence<'_>, denial: usize) -> bool {
    let clause = sentence.clause(denial).range.clone();
    let has = |words: &[&str]| {
        let mut places = clause.clone();
        places.any(|at| words.contains(&sentence.tokens[at].word.as_str()))
    };
    let gives = has(&["leen", "leent", "lenen", "geef", "geeft", "geven"]);
    has(GIVING) || gives && has(&["uit", "weg"])
}

/// Forms of verbs of giving, telling and finding: what isn't given, told or found is there all the same.
#[rustfmt::skip]
const PASSING: &[&str] = &[
    "geef", "geeft", "geven", "gegeven", "deel", "deelt", "delen", "gedeeld", "vertel", "vertelt", "vertellen", "verteld",
    "leen", "leent", "lenen", "uitlenen", "vinden",
];

/// Whether a candidate is a thing of somebody's own, which it stays: `ik geef mijn pincode aan niemand`.
pub(super) fn is_kept_by_me(sentence: &Sentence<'_>, candidate: &Candidate, denial: usize) -> bool {
    let start = sentence.group_start(candidate.first());
    let mut clause = sentence.clause(denial).range.clone();
    matches!(
        sentence.tokens[denial].word.as_str(),
        "niet" | "nooit" | "niemand"
    ) && matches!(
        sentence.tokens[start].word.as_str(),
        "mijn" | "onze" | "ons"
    ) && candidate.kind == Kind::Thing
        && candidate.class == Some(WordClass::Noun)
        && candidate.first() < denial
        && sentence.preposition(candidate.first()).is_none()
        && clause.any(|at| PASSING.contains(&sentence.tokens[at].word.as_str()))
}
