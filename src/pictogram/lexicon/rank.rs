//! How much a word carries of its sentence: what somebody does or needs, before who and when.

use super::super::set::WordClass;
use super::clause::Part;
use super::file::Kind;
use super::function_word::Role;
use super::inflect::Form;
use super::search::Candidate;
use super::sentence::Sentence;

/// The weight of a word; the heaviest is the key word.
pub(super) fn weight(sentence: &Sentence<'_>, candidate: &Candidate, crossed: bool) -> i32 {
    let mut weight = match candidate.kind {
        Kind::Act | Kind::Thing => 50,
        Kind::Feeling => 42,
        Kind::Right => 36,
        Kind::Place => 32,
        Kind::Quality => 28,
        Kind::Person => 20,
        Kind::Time => 8,
    };
    let at = candidate.last();
    weight -= match sentence.clause(at).part {
        Part::Main => 0,
        Part::Content | Part::Purpose => 3,
        Part::Aside => 30,
    };
    if candidate.tokens.len() > 1 && candidate.class.is_none() {
        // `doe … zelf` is made of words that say little by themselves.
        let says = candidate.tokens.iter().any(|at| {
            let token = &sentence.tokens[*at];
            token.role.is_none() && !token.word.starts_with("doe")
        });
        let led = sentence.tokens[candidate.first()]
            .role
            .is(Role::PREPOSITION);
        weight += match candidate.kind {
            Kind::Act if !says => -6,
            // `op de trap` is where, not what.
            Kind::Thing if led => 0,
            Kind::Feeling => 12,
            Kind::Act => 8,
            _ => 6,
        };
    }
    if crossed {
        weight -= 5;
    }
    weight
        + match candidate.kind {
            Kind::Act if !is_noun(candidate) => act(sentence, candidate),
            Kind::Thing if candidate.class == Some(WordClass::Verb) => act(sentence, candidate),
            Kind::Act | Kind::Thing => thing(sentence, candidate),
            Kind::Feeling | Kind::Quality => state(sentence, candidate),
            Kind::Place => place(sentence, candidate),
            Kind::Person => person(sentence, candidate),
            Kind::Right | Kind::Time => 0,
        }
}

fn is_noun(candidate: &Candidate) -> bool {
    candidate.class == Some(WordClass::Noun)
        || matches!(
            candidate.form,
            Some(Form::Base | Form::Plural | Form::Diminutive)
        )
}

/// Where a verb stands: at the end it is what a helper leads to.
fn act(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    let at = candidate.first();
    // `over het eten`: what looks like an infinitive is a thing.
    let word = |step| sentence.near(at, step).map(|token| token.word.as_str());
    if candidate.form == Some(Form::Infinitive)
        && (sentence.is_determined(at) || word(-1) == Some("het"))
        && word(-2) != Some("aan")
    {
        return thing(sentence, candidate);
    }
    // `spanning van nieuwe mensen`
    if candidate.class.is_none() && preposition(sentence, candidate) == Some("van") {
        return -18;
    }
    if is_leading(sentence, candidate) {
        return -16;
    }
    // `De blaadjes vallen`: a picture of somebody who does it shows little of that.
    if candidate.form.is_some_and(Form::is_finite) && is_done_by_thing(sentence, at) {
        return -8;
    }
    // The bare object of a general verb weighs more than all of these.
    let general = GENERAL.contains(&candidate.lemma.as_str());
    let own = |weight: i32| if general { weight.min(4) } else { weight };
    match candidate.form {
        Some(Form::Infinitive) => {
            let finite = sentence.finite_of(at).is_some_and(|finite| finite.at == at);
            let leads = sentence
                .near(candidate.last(), 1)
                .is_some_and(|next| next.word.ends_with('n') && next.mark.is_none())
                && sentence.tokens[at].role.is_helper();
            // `over geld en wonen`: nothing leads to it, so that it is no more than a thing.
            let clause = sentence.clause(at).range.clone();
            let led = sentence
                .near(at, -1)
                .is_some_and(|before| before.word == "te" || before.word == "het")
                || clause
                    .clone()
                    .any(|place| place != at && sentence.tokens[place].role.is(Role::MODAL));
            let nominal = sentence
                .near(at, -1)
                .is_some_and(|before| before.role.is(Role::PREPOSITION) && before.word != "te");
            if nominal && !led {
                return 8;
            }
            match (finite || !led, leads) {
                (true, _) if finite => own(8),
                (true, _) => 0,
                (false, true) => -8,
                (false, false) => own(12),
            }
        }
        Some(Form::Participle | Form::Stem | Form::Present | Form::Past) => own(8),
        _ => 0,
    }
}

/// Verbs whose object says more than they do: `ik koop brood`.
#[rustfmt::skip]
const GENERAL: &[&str] = &[
    "aanvragen", "bedenken", "beginnen", "bekijken", "bestellen", "betalen", "bewaren", "bouwen", "brengen", "controleren", "delen", "doen",
    "doorgaan", "dragen", "drinken", "eten", "gaan", "gebruiken", "geven", "halen", "hangen", "hebben", "helpen", "horen",
    "houden", "huren", "innemen", "invullen", "kiezen", "kijken", "klaarmaken", "komen", "kopen", "kosten", "krijgen", "leggen",
    "lenen", "leren", "lezen", "liggen", "lopen", "luisteren", "lusten", "maken", "meebrengen", "meedoen", "meenemen",
    "meten", "nemen", "oefenen", "openen", "opdrinken", "opeten", "ophalen", "pakken", "plannen", "praten", "proberen",
    "proeven", "regelen", "ruiken", "ruilen", "schenken", "schrijven", "smaken", "sparen", "spelen", "staan", "starten",
    "stoppen", "sturen", "uitleggen", "veranderen", "verkopen", "vertellen", "verzamelen", "verzorgen", "vinden", "voelen",
    "vragen", "wachten", "wegbrengen", "weten", "werken", "wijzigen", "willen", "winnen", "zeggen", "zetten", "zien",
    "zitten", "zoeken",
];

/// Verbs that lead to what is really done: `ik wil leren om te koken`, `ik oefen met klokkijken`.
const LEADING: &[&str] = &[
    "leren", "oefenen", "proberen", "helpen", "beginnen", "starten", "doorgaan", "meedoen",
    "stoppen", "ophouden",
];

/// Whether a verb only leads to what the rest of the sentence tells.
fn is_leading(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    LEADING.contains(&candidate.lemma.as_str())
        && (candidate.last() + 1..sentence.tokens.len()).any(|at| {
            !sentence.readings[at].is_empty()
                && (sentence.tokens[at].role.is_none() || sentence.is_determined(at))
        })
}

fn thing(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    let at = candidate.first();
    // `De deur is op slot.`
    let is_how = candidate.tokens.len() > 1
        && sentence
            .finite_of(at)
            .is_some_and(|finite| is_being(&sentence.tokens[finite.at].word));
    match preposition(sentence, candidate) {
        None if is_subject(sentence, at) => -4,
        None => 6,
        Some(_) if is_how => 0,
        Some("van") => -18,
        Some("met" | "bij" | "op" | "aan") => -6,
        Some("zonder") => -15,
        Some("na" | "voor" | "tijdens") => -14,
        Some(_) => -10,
    }
}

/// Whether a word is a finite form of `zijn`.
fn is_being(word: &str) -> bool {
    matches!(word, "ben" | "bent" | "is" | "zijn" | "was" | "waren")
}

fn state(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    let at = candidate.first();
    let finite = sentence
        .finite_of(at)
        .map(|finite| &sentence.tokens[finite.at]);
    let determined = sentence.group_start(at) < at && candidate.class == Some(WordClass::Adjective);
    let noun_follows = sentence
        .near(candidate.last(), 1)
        .is_some_and(|next| next.mark.is_none() && next.role.is_none());
    if candidate.class == Some(WordClass::Verb) && candidate.kind == Kind::Feeling {
        return 6;
    }
    match finite {
        _ if determined && noun_follows => -16,
        Some(verb) if verb.word.starts_with("vind") || verb.word == "vond" => -8,
        Some(verb) if verb.role.is(Role::COPULA) => 14,
        _ if candidate.kind == Kind::Quality => -6,
        _ => 0,
    }
}

fn place(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    match preposition(sentence, candidate) {
        Some("naar") => 10,
        Some("van") => -8,
        _ => 0,
    }
}

fn person(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    let at = candidate.first();
    match preposition(sentence, candidate) {
        None if is_subject(sentence, at) => -6,
        None => 24,
        Some("van") => -8,
        Some("naar") => 15,
        Some(_) => -3,
    }
}

/// The preposition before a candidate, or the one that it begins with: `in de kast`.
fn preposition<'a>(sentence: &'a Sentence<'_>, candidate: &Candidate) -> Option<&'a str> {
    let first = &sentence.tokens[candidate.first()];
    if candidate.tokens.len() > 1 && first.role.is(Role::PREPOSITION) {
        return Some(&first.word);
    }
    let before = sentence.preposition(candidate.first())?;
    Some(&before.word)
}

/// Whether the word before a finite verb is its subject, and a thing.
fn is_done_by_thing(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    sentence.finite_of(at).is_some_and(|finite| finite.at == at)
        && sentence.clause_of[before] == sentence.clause_of[at]
        && is_subject(sentence, before)
        && sentence.preposition(before).is_none()
        && sentence.readings[before].iter().any(|reading| {
            let lemma = &sentence.lexicon.lemmas[reading.lemma];
            let kind = sentence.lexicon.concepts[lemma.concept].kind;
            lemma.class == WordClass::Noun && kind == Kind::Thing
        })
}

/// Whether a group of words stands before the finite verb, with nothing else there.
fn is_subject(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(finite) = sentence.finite_of(at) else {
        return false;
    };
    let clause = sentence.clause(at);
    if clause.is_verb_last() {
        return sentence.group_start(at) <= clause.range.start + 1;
    }
    at < finite.at
        && !sentence
            .near(finite.at, 1)
            .is_some_and(|next| next.role.is(Role::SUBJECT))
}
