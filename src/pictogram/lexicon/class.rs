//! The class of a word in its sentence, from its neighbours: `de was`, `ik was mij`.

use super::super::set::WordClass;
use super::function_word::Role;
use super::inflect::Form;
use super::sentence::Sentence;
use crate::language::VerbForm;

/// How much speaks against a class so that it is out.
const OUT: i32 = -2;
/// How much must speak for a class that a word of the sentence's frame seldom has.
const SURE: i32 = 3;

/// What the sentence tells of a word's class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// It is this one.
    Class(WordClass),
    /// It may be more than one of them.
    Tie,
    /// It is none of them: another word that looks the same.
    Out,
}

/// The class that a word has, out of those that it may have.
pub(super) fn class_of(
    sentence: &Sentence<'_>,
    at: usize,
    options: &[(WordClass, Form)],
) -> Decision {
    let mut scores: Vec<(WordClass, i32)> = Vec::new();
    for (class, form) in options {
        let score = match class {
            WordClass::Noun => noun(sentence, at, *form),
            WordClass::Verb => verb(sentence, at, *form),
            WordClass::Adjective => adjective(sentence, at, *form),
        };
        match scores.iter_mut().find(|(known, _)| known == class) {
            Some((_, best)) => *best = score.max(*best),
            None => scores.push((*class, score)),
        }
    }
    scores.sort_by_key(|(class, score)| (-score, *class));
    let Some((class, best)) = scores.first().copied() else {
        return Decision::Out;
    };
    let frame = sentence.tokens[at].role;
    let is_frame = !frame.is_none() && !frame.is(Role::COPULA);
    // A verb among the helpers that the lexicon has is one wherever it stands: `gaan`, `leren`.
    let helper = class == WordClass::Verb && frame.is(Role::MODAL);
    if best <= OUT || is_frame && !helper && best < least(sentence, at) {
        return Decision::Out;
    }
    match scores.get(1) {
        Some((_, second)) if *second >= best => Decision::Tie,
        _ => Decision::Class(class),
    }
}

/// How sure it must be that a word of the frame is another word here.
fn least(sentence: &Sentence<'_>, at: usize) -> i32 {
    let role = sentence.tokens[at].role;
    if role.is(Role::ADVERB) || role.is(Role::NUMBER) {
        // An adverb that the lexicon has as such: `thuis`, `alleen`, `samen`.
        let adverb = sentence.readings[at]
            .iter()
            .all(|reading| sentence.lexicon.lemmas[reading.lemma].class == WordClass::Adjective);
        if adverb {
            return OUT + 1;
        }
    }
    SURE
}

fn noun(sentence: &Sentence<'_>, at: usize, form: Form) -> i32 {
    let Some(before) = sentence.near(at, -1) else {
        return opening_noun(sentence, at);
    };
    let sure = sentence.finite_of(at).filter(|finite| finite.is_sure);
    if sure.is_some_and(|finite| finite.at == at) {
        return -3;
    }
    if sentence.tokens[at].mark.is_some() {
        return 1;
    }
    // `om zijn vinger te winden`
    if before.word == "te" && form == Form::Plural {
        return -3;
    }
    let start = sentence.group_start(at);
    let first = &sentence.tokens[start];
    if start < at {
        if first.role.is(Role::DETERMINER) {
            return 3;
        }
        if first.role.is(Role::MAYBE_DETERMINER) || first.role.is(Role::NUMBER) {
            return 2 + i32::from(start + 1 < at);
        }
    }
    if before.role.is(Role::PREPOSITION) && before.word != "te" {
        return 2;
    }
    if start < at {
        return 1;
    }
    i32::from(form == Form::Plural || closes_list(sentence, at))
}

/// Whether a word is the last of a list of nouns: `wortels en sla`.
fn closes_list(sentence: &Sentence<'_>, at: usize) -> bool {
    let (Some(before), Some(link)) = (sentence.near(at, -2), sentence.near(at, -1)) else {
        return false;
    };
    let verb = sentence
        .finite_of(at)
        .is_some_and(|finite| finite.at + 2 >= at);
    let after = sentence.near(at, 1);
    link.role.is(Role::COORDINATOR)
        && !before.is_name
        && before.role.is_none()
        && !verb
        && !matches!(
            sentence.verbs[at - 2],
            VerbForm::Infinitive | VerbForm::Finite
        )
        && after.is_none_or(|after| after.mark.is_some())
}

/// A noun at the head of its clause: `Koffie drink ik graag.`
fn opening_noun(sentence: &Sentence<'_>, at: usize) -> i32 {
    match sentence.finite_of(at) {
        Some(finite) if finite.at == at && finite.is_sure => -3,
        Some(finite) if finite.at == at + 1 => 2,
        Some(finite) if finite.at == at => 0,
        _ => 1,
    }
}

fn verb(sentence: &Sentence<'_>, at: usize, form: Form) -> i32 {
    let finite = sentence.finite_of(at);
    let before = sentence.near(at, -1);
    let determined = sentence.is_determined(at);
    match form {
        Form::Infinitive => infinitive(sentence, at),
        Form::Participle | Form::Going => match finite {
            Some(finite) if sentence.tokens[finite.at].role.is(Role::AUXILIARY) => 3,
            _ => 1,
        },
        _ if determined => -3,
        _ => match finite {
            Some(finite) if finite.at == at && finite.is_sure => 3,
            Some(finite) if finite.at == at => 1,
            Some(finite) if finite.is_sure => {
                // `Ik bel of app`: a second verb of the same subject.
                let joined = before.is_some_and(|before| before.role.is(Role::COORDINATOR))
                    && !closes_list(sentence, at);
                if joined && form != Form::Past { 1 } else { -3 }
            }
            Some(_) => -1,
            None => 0,
        },
    }
}

fn infinitive(sentence: &Sentence<'_>, at: usize) -> i32 {
    let finite = sentence.finite_of(at);
    if finite.is_some_and(|finite| finite.at == at) {
        // `wij koken`
        return if finite.is_some_and(|finite| finite.is_sure) {
            3
        } else {
            1
        };
    }
    let before = sentence.near(at, -1);
    let word = before.map_or("", |before| before.word.as_str());
    if word == "te" {
        return 4;
    }
    if word == "het" {
        let toward = sentence.near(at, -2).is_some_and(|two| two.word == "aan");
        return if toward { 4 } else { 2 };
    }
    if sentence.is_determined(at)
        || sentence.tokens[at].mark.is_none() && before.is_some_and(|b| b.role.is(Role::NUMBER))
    {
        return -2;
    }
    // `van lichte kleuren`: what an adjective goes with is a thing.
    if is_described(sentence, at) {
        return -2;
    }
    let next_infinitive = at + 1 < sentence.clause(at).range.end
        && sentence.verbs[at + 1] == VerbForm::Infinitive
        && !sentence.tokens[at + 1].role.is_helper();
    if next_infinitive && !sentence.tokens[at].role.is_helper() {
        return -1;
    }
    let leans = finite.is_some_and(|finite| sentence.tokens[finite.at].role.is(Role::MODAL))
        || sentence
            .clause(at)
            .range
            .clone()
            .any(|place| place < at && sentence.tokens[place].role.is(Role::MODAL));
    if leans && sentence.is_in_final_field(at) {
        return 3;
    }
    if before.is_some_and(|before| before.role.is(Role::PREPOSITION)) {
        return 2;
    }
    i32::from(before.is_none() || leans)
}

/// Whether an adjective with its ending stands right before a word, and a preposition before that.
fn is_described(sentence: &Sentence<'_>, at: usize) -> bool {
    let led = sentence
        .near(at, -2)
        .is_some_and(|led| led.role.is(Role::PREPOSITION) && led.word != "te");
    led && sentence.tokens[at].mark.is_none()
        && sentence.near(at, -1).is_some_and(|before| {
            before.role.is_none() && before.word.ends_with('e') && !before.word.ends_with("ie")
        })
        && sentence.readings[at - 1]
            .iter()
            .all(|reading| sentence.lexicon.lemmas[reading.lemma].class == WordClass::Adjective)
        && sentence.verbs[at - 1] == VerbForm::None
}

fn adjective(sentence: &Sentence<'_>, at: usize, form: Form) -> i32 {
    let finite = sentence.finite_of(at);
    if finite.is_some_and(|finite| finite.at == at && finite.is_sure) {
        return -3;
    }
    let before = sentence.near(at, -1);
    let noun_follows = sentence
        .near(at, 1)
        .is_some_and(|next| next.mark.is_none() && next.role.is_none() && !next.is_name);
    let determined = before.is_some_and(|before| {
        before.role.is(Role::DETERMINER) || before.role.is(Role::MAYBE_DETERMINER)
    }) && sentence.tokens[at].mark.is_none();
    if determined {
        let strict = sentence.is_determined(at);
        return match (noun_follows, strict) {
            (true, true) => 4,
            (true, false) => 2,
            (false, true) => 0,
            (false, false) => 1,
        };
    }
    if before.is_some_and(|before| {
        before.role.is(Role::DEGREE)
            || matches!(
                before.word.as_str(),
                "te" | "niet"
                    | "wel"
                    | "weer"
                    | "meer"
                    | "minder"
                    | "ook"
                    | "snel"
                    | "nooit"
                    | "altijd"
                    | "vaak"
                    | "soms"
            )
    }) {
        return 3;
    }
    let copula = finite.is_some_and(|finite| sentence.tokens[finite.at].role.is(Role::COPULA));
    if copula && !before.is_some_and(|before| before.role.is(Role::PREPOSITION)) {
        return 2;
    }
    if form == Form::Inflected && noun_follows {
        return 3;
    }
    i32::from(!before.is_some_and(|before| before.role.is(Role::PREPOSITION)))
}
