//! What a sentence denies, and how far that goes.
//!
//! A picture is crossed out where exactly what it shows is denied. Where that is unclear there is
//! none: never the plain picture of what is not so.

use super::super::set::WordClass;
use super::clause::Part;
use super::ending::{is_forgotten, is_lessened, is_replaced, is_skipped, stopped};
use super::file::Kind;
use super::function_word::Role;
use super::inflect::Form;
use super::led::is_denied;
use super::search::Candidate;
use super::sentence::Sentence;
use super::token::tokens;
use super::unwanted::{
    is_both, is_broken, is_failed, is_needed, is_spared, is_unwanted, tells_more,
};

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

/// Words after `niet` with which only a part is denied.
#[rustfmt::skip]
const PARTIAL: &[&str] = &[
    "altijd", "vaak", "alle", "alles", "iedereen", "elke", "elk", "iedere", "ieder", "helemaal", "genoeg", "zelf", "alleen",
    "veel", "meteen", "direct", "eerder", "later", "vroeg", "snel", "zomaar", "overal", "zoveel", "zo", "te", "langer",
    "lang", "eerst", "echt", "goed", "lekker", "fijn", "rustig", "veilig", "graag", "per", "steeds", "om", "voor", "na", "meer dan", "hard", "samen", "tegelijk", "ook",
];

/// Verbs that say themselves that something is not there: with a denial it is.
#[rustfmt::skip]
const NEGATIVE_VERBS: &[&str] = &[
    "vergeet", "vergeten", "vergat", "mis", "missen", "overslaan", "verlies", "verliezen", "kwijtraken", "kwijt", "weglaten",
    "verstoppen", "verbergen", "weigeren", "weiger", "stoppen", "stop", "stopt", "gestopt", "ophouden", "overgeslagen", "gemist",
    "onderbreken",
];

/// Verbs of having and using, whose object is what is denied with them.
#[rustfmt::skip]
const LIGHT_VERBS: &[&str] = &[
    "heb", "hebt", "heeft", "hebben", "had", "wil", "wilt", "willen", "gebruik", "gebruikt", "gebruiken", "krijg",
    "krijgt", "krijgen", "lust", "lusten", "eet", "eten", "drink", "drinkt", "drinken", "neem", "neemt", "nemen", "draag",
    "draagt", "dragen", "hoef", "hoeft", "hoeven", "doe", "doet", "doen", "mag", "mogen", "bezit",
];

/// What is said of each candidate.
pub(super) fn denials(sentence: &Sentence<'_>, candidates: &[Candidate]) -> Vec<Denial> {
    let words: Vec<usize> = (0..sentence.tokens.len())
        .filter(|at| is_denial(sentence, *at))
        .collect();
    let stopped = stopped(sentence);
    candidates
        .iter()
        .map(|candidate| {
            if is_needed(sentence, candidate, &words) {
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
    !(tag || both || idle || is_broken(sentence, at))
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
        return if (follows && sentence.tokens[word].word != "zonder") || spans {
            Denial::Unclear
        } else {
            Denial::Plain
        };
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

/// `geen vlees`: the noun after it, and nothing else for sure.
fn by_no(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> Denial {
    if candidate.kind == Kind::Time {
        return Denial::Plain;
    }
    let first = candidate.first();
    if first <= word {
        return Denial::Unclear;
    }
    // `geen nieuwe begeleider`: there may be another one.
    let near = (word + 1..first).all(|at| {
        let word = sentence.tokens[at].word.as_str();
        matches!(word, "enkele" | "enkel" | "extra" | "meer")
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
    if (near || wish) && !narrowed {
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
fn by_nothing(sentence: &Sentence<'_>, candidate: &Candidate, word: usize) -> Denial {
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
fn by_not(
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
        return narrowed(sentence, candidate);
    }
    let in_final_field = is_verb_at(sentence, next) || token.word == "te";
    if in_final_field && starts.is_none_or(|starts| starts.class == Some(WordClass::Verb)) {
        let verb = candidate.class == Some(WordClass::Verb) || candidate.kind == Kind::Act;
        return if verb && candidate.last() > word {
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
        return if group && is_denied(sentence, candidate, next) {
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
        && sentence
            .finite_of(word)
            .is_none_or(|finite| finite.at < first);
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
