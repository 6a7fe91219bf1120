//! How far each word of denial goes: `geen` to its noun, `niet` to what follows it or to the verb.

use super::super::set::WordClass;
use super::file::Kind;
use super::function_word::Role;
use super::inflect::Form;
use super::led::is_denied;
use super::limited::{is_any, is_denied_act, is_limit};
use super::negation::Denial;
use super::search::Candidate;
use super::sentence::Sentence;
use super::unwanted::{is_failed, is_kept, is_spared};

/// Words after `niet` with which only a part is denied.
#[rustfmt::skip]
pub(super) const PARTIAL: &[&str] = &[
    "altijd", "vaak", "alle", "alles", "iedereen", "elke", "elk", "iedere", "ieder", "helemaal", "genoeg", "zelf", "alleen",
    "veel", "meteen", "direct", "eerder", "later", "vroeg", "snel", "zomaar", "overal", "zoveel", "zo", "te", "langer",
    "lang", "eerst", "echt", "goed", "lekker", "fijn", "rustig", "veilig", "graag", "per", "steeds", "om", "voor", "na", "meer dan", "hard", "samen", "tegelijk", "ook", "zelfstandig",
];

/// Verbs of having and using, whose object is what is denied with them.
#[rustfmt::skip]
const LIGHT_VERBS: &[&str] = &[
    "heb", "hebt", "heeft", "hebben", "had", "wil", "wilt", "willen", "gebruik", "gebruikt", "gebruiken", "krijg",
    "krijgt", "krijgen", "lust", "lusten", "eet", "eten", "drink", "drinkt", "drinken", "neem", "neemt", "nemen", "draag",
    "draagt", "dragen", "hoef", "hoeft", "hoeven", "doe", "doet", "doen", "mag", "mogen", "bezit",
];

/// `geen vlees`: the noun after it, and nothing else for sure.
pub(super) fn by_no(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> Denial {
    if candidate.kind == Kind::Time {
        return Denial::Plain;
    }
    let first = candidate.first();
    if first <= word || is_kept(sentence, word) {
        return Denial::Unclear;
    }
    // `geen nieuwe begeleider`: there may be another one.
    let near = (word + 1..first).all(|at| {
        let word = sentence.tokens[at].word.as_str();
        matches!(word, "enkele" | "enkel" | "extra" | "meer" | "eigen")
    });
    let next = |step| {
        sentence
            .near(word, step)
            .map_or("", |next| next.word.as_str())
    };
    // `geen zin in`, `geen gebruik van`
    let wish = matches!(
        (next(1), next(2)),
        ("zin" | "interesse", "in") | ("gebruik", "van") | ("behoefte", "aan")
    ) && first <= word + 5
        && !(word + 3..first).any(|at| sentence.is_adjective_like(at));
    // `geen eten met peper`, `geen lekker bed`: there may be other ones, and there is a bed.
    let narrowed = sentence.near(candidate.last(), 1).is_some_and(|next| {
        let attribute = candidate.class == Some(WordClass::Adjective) && next.role.is_none();
        next.mark.is_none() && (attribute || matches!(next.word.as_str(), "met" | "zonder"))
    });
    if (near || wish || is_any(sentence, candidate, word)) && !narrowed {
        Denial::Crossed
    } else {
        Denial::Unclear
    }
}

/// `zonder hulp`: the noun after it; the rest goes on without.
pub(super) fn by_without(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> Denial {
    let first = candidate.first();
    if first <= word {
        return Denial::Plain;
    }
    let near = (word + 1..first).all(|at| {
        let token = &sentence.tokens[at];
        token.word == "te"
            || token.role.is(Role::DETERMINER)
            || token.role.is(Role::MAYBE_DETERMINER)
            || sentence.is_adjective_like(at)
    });
    let clear = (word + 1..first).all(|at| {
        !sentence.tokens[at].role.is(Role::PREPOSITION) && sentence.tokens[at].word != "te"
    });
    if near && (word + 1..first).any(|at| sentence.is_adjective_like(at)) {
        return Denial::Unclear;
    }
    match (near, clear) {
        (true, _) => Denial::Crossed,
        // `zonder hulp koken`: the verb at the end is what somebody does.
        (false, true) if candidate.class == Some(WordClass::Verb) => Denial::Plain,
        (false, false) => Denial::Plain,
        (false, true) => Denial::Unclear,
    }
}

/// `Ik eet niks`
pub(super) fn by_nothing(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> Denial {
    let verb = candidate.class == Some(WordClass::Verb);
    let after_preposition = sentence
        .near(word, -1)
        .is_some_and(|before| before.role.is(Role::PREPOSITION));
    if verb && !after_preposition {
        Denial::Crossed
    } else {
        Denial::Unclear
    }
}

/// `niet` and `nooit`: what comes after, or else the verb.
pub(super) fn by_not(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    candidate: &Candidate,
    word: usize,
) -> Denial {
    if candidate.kind == Kind::Time && candidate.last() < word {
        return Denial::Plain;
    }
    if is_spared(sentence, word) {
        return Denial::Unclear;
    }
    let range = sentence.clause(word).range.clone();
    // `niet meer`, `nooit meer` deny what `niet` does.
    let mut next = word + 1;
    while next < range.end
        && matches!(
            sentence.tokens[next].word.as_str(),
            "meer" | "goed" | "graag" | "zo" | "heel" | "erg" | "echt" | "eens"
        )
        && !(sentence.tokens[next].word == "zo" && next + 1 == range.end)
    {
        // `niet goed` at the end is how it goes; the verb is still what is meant.
        let adjective = candidates
            .iter()
            .any(|other| other.first() == next && other.class == Some(WordClass::Adjective));
        if adjective && !matches!(sentence.tokens[next].word.as_str(), "meer" | "goed") {
            break;
        }
        next += 1;
    }
    let Some(token) = sentence.tokens.get(next).filter(|_| next < range.end) else {
        // `Ik eet niet goed`: there is some of it.
        if (word + 1..next).any(|at| sentence.tokens[at].word == "goed") {
            return Denial::Unclear;
        }
        return at_the_end(sentence, candidate, word);
    };
    if is_failed(sentence, candidate, next) {
        return Denial::Crossed;
    }
    // `Ik draag nooit een helm.`
    let never = sentence.tokens[word].word == "nooit" && token.word == "een";
    if never && candidate.first() == next + 1 && candidate.class == Some(WordClass::Noun) {
        return by_no(sentence, candidate, next);
    }
    let is_predicate = candidates.iter().any(|other| {
        other.first() == next
            && (other.class == Some(WordClass::Adjective) || other.kind == Kind::Feeling)
    });
    if PARTIAL.contains(&token.word.as_str()) && !is_predicate {
        // `niet te koken` but `niet te laat`
        let to = token.word == "te" && is_verb_at(sentence, next + 1);
        if !to && is_limit(&token.word) && is_denied_act(sentence, candidate, word) {
            return Denial::Crossed;
        }
        if !to {
            return Denial::Unclear;
        }
    }
    let starts = candidates.iter().find(|other| other.first() == next);
    let led = token.role.is(Role::PREPOSITION);
    if let Some(starts) = starts
        && starts.tokens == candidate.tokens
        && !(led && candidate.kind == Kind::Place)
    {
        if is_denied_act(sentence, candidate, word) {
            return Denial::Crossed;
        }
        return narrowed(sentence, candidate);
    }
    let in_final_field = is_verb_at(sentence, next) || token.word == "te";
    if in_final_field && starts.is_none_or(|starts| starts.class == Some(WordClass::Verb)) {
        let verb = candidate.class == Some(WordClass::Verb) || candidate.kind == Kind::Act;
        return if is_denied_act(sentence, candidate, word) {
            Denial::Crossed
        } else if verb && candidate.last() > word {
            narrowed(sentence, candidate)
        } else if has_other_verb(candidates, candidate, word) || !light(sentence, next, range.end) {
            Denial::Unclear
        } else {
            object(sentence, candidate, word)
        };
    }
    // `niet met de bus`
    if led {
        let group = candidate.first() == next
            || candidate.first() > next
                && sentence
                    .preposition(candidate.first())
                    .is_some_and(|before| before.start == token.start);
        // `Ik zit niet goed in mijn stoel`: in it, all the same.
        let well = (word + 1..next).any(|at| sentence.tokens[at].word == "goed");
        return if !well && group && is_denied(sentence, candidate, next)
            || is_denied_act(sentence, candidate, word)
        {
            Denial::Crossed
        } else {
            Denial::Unclear
        };
    }
    Denial::Unclear
}

/// What is said of a denied word, by what follows: `niet praten over mijn vader` leaves other talk.
fn narrowed(sentence: &Sentence<'_>, candidate: &Candidate) -> Denial {
    let goes_on = sentence.near(candidate.last(), 1).is_some_and(|next| {
        let cause = matches!(next.word.as_str(), "te" | "door" | "van");
        next.mark.is_none() && next.role.is(Role::PREPOSITION) && !cause
    });
    if goes_on && candidate.class == Some(WordClass::Verb) {
        Denial::Unclear
    } else {
        Denial::Crossed
    }
}

/// `Ik slaap niet`, `Ik eet vlees niet`, `als ik niet slaap`.
fn at_the_end(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> Denial {
    let Some(finite) = sentence.finite_of(word) else {
        return Denial::Unclear;
    };
    if candidate.tokens.contains(&finite.at) || is_failed(sentence, candidate, finite.at) {
        return Denial::Crossed;
    }
    if LIGHT_VERBS.contains(&sentence.tokens[finite.at].word.as_str()) {
        object(sentence, candidate, word)
    } else {
        Denial::Unclear
    }
}

/// Whether a candidate is the object of what is denied: no subject, and no other circumstance.
fn object(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> Denial {
    let first = candidate.first();
    let plain = first < word
        && candidate.class != Some(WordClass::Verb)
        && matches!(candidate.kind, Kind::Thing | Kind::Act)
        && sentence.preposition(first).is_none()
        && sentence.finite_of(word).is_none_or(|finite| {
            // `Koffie lust ik niet.`
            let fronted = candidate.last() + 1 == finite.at
                && sentence
                    .near(finite.at, 1)
                    .is_some_and(|next| next.role.is(Role::SUBJECT));
            finite.at < first || fronted
        });
    if plain {
        Denial::Crossed
    } else {
        Denial::Unclear
    }
}

fn has_other_verb(candidates: &[Candidate], candidate: &Candidate, word: usize) -> bool {
    candidates.iter().any(|other| {
        other.tokens != candidate.tokens
            && other.last() > word
            && other.class == Some(WordClass::Verb)
    })
}

/// Whether one of the verbs from here on is one of having or using.
fn light(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| LIGHT_VERBS.contains(&sentence.tokens[at].word.as_str()))
}

/// Whether a word is an infinitive, a participle or a helper.
fn is_verb_at(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.tokens.get(at) else {
        return false;
    };
    let listed = sentence.readings[at].iter().any(|reading| {
        matches!(
            reading.form,
            Form::Infinitive | Form::Participle | Form::Present | Form::Stem
        ) && sentence.lexicon.lemmas[reading.lemma].class == WordClass::Verb
    });
    !token.is_name
        && (listed
            || token.role.is_helper()
            || token.role.is_none()
                && (sentence.verbs[at] == crate::language::VerbForm::Infinitive
                    || sentence.verbs[at] == crate::language::VerbForm::Finite
                    || crate::language::is_participle(&token.word)))
}
