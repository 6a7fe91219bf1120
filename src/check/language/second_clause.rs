//! Where a clause starts within a sentence, and what `en`, `of` and a comma join.

use super::Reading;
use super::multiple_ideas::{ASKING, BELONGING, JOINING};
use crate::language::{VerbForm, is_participle};

/// Words that are a subject by themselves.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "ik", "jij", "je", "hij", "zij", "ze", "we", "wij", "jullie", "u", "het", "dat", "dit", "er", "die", "iedereen",
    "iemand", "niemand",
];

/// Words after which the verb comes first.
const THEN: &[&str] = &[
    "dan",
    "daarna",
    "toen",
    "vervolgens",
    "daarom",
    "daardoor",
    "ook",
    "soms",
    "later",
    "nu",
    "toch",
    "morgen",
    "eerst",
];

/// Verbs of what is said, thought and felt, after which `dat` tells what.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "zeggen", "vinden", "denken", "weten", "willen", "hopen", "vertellen", "merken", "zien", "horen", "voelen", "zorgen",
    "afspreken", "beloven", "geloven", "snappen", "begrijpen", "vragen", "kijken", "letten", "wachten", "uitleggen",
    "leren", "ontdekken", "vergeten", "onthouden", "schrijven", "bedoelen", "wensen", "helpen", "dromen", "betekenen", "kloppen",
];

/// Whether a clause starts at a place: a subject and its verb, or `dan` and the verb.
pub(super) fn starts_clause(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let Some(first) = tokens.get(at) else {
        return false;
    };
    let next = |step: usize| {
        tokens
            .get(at + step)
            .is_some_and(|token| token.verb == VerbForm::Finite)
    };
    if first.is_one_of(SUBJECTS) || first.is_one_of(THEN) {
        return (1..=3).any(next);
    }
    // `en mijn zus kookt`, `en Noor kookt`
    reading.is_name(at) && next(1)
        || first.is_one_of(&[
            "de", "het", "een", "mijn", "jouw", "ons", "onze", "haar", "hun", "deze", "die",
        ]) && (2..=4).any(next)
}

/// Whether `en` or `of` joins two clauses, and no words.
pub(super) fn joins_clause(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    if starts_clause(reading, at + 1) {
        // `of ik mag`, `of Noor komt` after what somebody asks.
        return !tokens[at].is("of")
            || !is_asked(reading, at)
                && tokens[..at].iter().any(|token| token.is_one_of(SUBJECTS));
    }
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    // `en drinkt thee`, `en ga dan naar huis`
    next.verb == VerbForm::Finite && at + 2 < tokens.len() && !tokens[at + 2].is("en")
        || next.verb == VerbForm::Finite && at + 2 == tokens.len() && next.lower.ends_with('t')
        || tokens
            .get(at + 2)
            .is_some_and(|after| after.verb == VerbForm::Finite)
            && next.verb == VerbForm::None
            && tokens.get(at + 3).is_some()
            && !is_subordinate(reading, at)
}

/// Whether what stands before a place is a clause within the sentence: its verb stands last.
fn is_subordinate(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[..at]
        .iter()
        .any(|token| token.is_one_of(BELONGING) || token.is_one_of(ASKING))
}

/// Whether `of` tells what somebody asks or knows.
fn is_asked(reading: &Reading<'_>, at: usize) -> bool {
    is_said(reading, at) || reading.tokens[..at].iter().any(|token| token.is("of"))
}

/// Whether a verb of saying, thinking or feeling stands before a place.
pub(super) fn is_said(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[..at].iter().any(|token| {
        token
            .forms
            .iter()
            .any(|form| SAYING.contains(&form.as_str()))
    })
}

/// Whether `en` joins two things to do, each with words of its own: `de was doen en brood kopen`.
pub(super) fn joins_phrases(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let tokens = &reading.tokens;
    if at + 2 >= end {
        return false;
    }
    let done = |place: usize| {
        tokens[place].verb == VerbForm::Infinitive || is_participle(&tokens[place].lower)
    };
    let object = (1..at.saturating_sub(1)).any(|place| {
        tokens[place].is_one_of(&["de", "het", "een", "mijn", "naar", "met", "in", "op"])
    });
    done(at - 1) && done(end - 1) && object && end - at > 2
}

/// Whether a second sentence starts after a comma: `Ik kook, Noor wast af.`
pub(super) fn starts_next_sentence(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let first = &tokens[0];
    let opened = first.is_one_of(BELONGING)
        || first.is_one_of(JOINING)
        || first.is_one_of(ASKING)
        || first.is("voor")
        || first.is("nee")
        || first.is("ja")
        || first.is("om");
    if opened || !reading.has_finite(0..at) {
        return false;
    }
    starts_clause(reading, at)
}
