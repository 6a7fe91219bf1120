//! How much a word carries of its sentence: what somebody does or needs, before who and when.

use super::super::set::WordClass;
use super::animal::is_done_by_animal;
use super::body::is_plain_part;
use super::clause::Part;
use super::file::Kind;
use super::function_word::Role;
use super::inflect::Form;
use super::leading::{is_leading, is_talked_of, leads};
use super::search::{Candidate, Meaning};
use super::sentence::Sentence;

/// The weight of a word; the heaviest is the key word.
pub(super) fn weight(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    candidate: &Candidate,
    crossed: bool,
) -> i32 {
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
            Kind::Thing | Kind::Place if led => 0,
            Kind::Feeling => 12,
            Kind::Act => 8,
            // `lukt niet`: what doesn't succeed tells more.
            Kind::Right => 4,
            _ => 6,
        };
    }
    if crossed {
        weight -= 5;
    }
    if leads(sentence, candidates, candidate) {
        weight -= 28;
    }
    weight
        + match candidate.kind {
            Kind::Act | Kind::Thing if is_before(sentence, candidate) => -14,
            Kind::Act if !is_noun(candidate) => act(sentence, candidate),
            Kind::Thing if candidate.class == Some(WordClass::Verb) => act(sentence, candidate),
            Kind::Act | Kind::Thing => thing(sentence, candidate),
            Kind::Feeling | Kind::Quality => state(sentence, candidate),
            Kind::Place => place(sentence, candidate),
            Kind::Person => person(sentence, candidate),
            // `We evalueren het plan.`
            Kind::Right if candidate.class == Some(WordClass::Verb) && has_right(candidates) => 22,
            // `Ik wil veilig op internet zijn.`
            Kind::Right if is_predicate(sentence, candidate) => 16,
            // `Ik lees mijn plan.`
            Kind::Right if is_object(sentence, candidate) => 20,
            Kind::Right | Kind::Time => 0,
        }
}

/// Whether a candidate only tells when the rest is done: `Na een uur werken neem ik pauze.`
fn is_before(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let at = candidate.last();
    let opens = &sentence.tokens[sentence.clause(at).range.start].word;
    matches!(opens.as_str(), "na" | "voor" | "tijdens")
        && sentence.finite_of(at).is_some_and(|finite| at < finite.at)
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
    // `De huishoudelijke hulp maakt schoon.`
    if is_doer(sentence, candidate) {
        return -16;
    }
    if candidate.class != Some(WordClass::Noun) && is_done_by_animal(sentence, at) {
        return -16;
    }
    // `De blaadjes vallen`: a picture of somebody who does it shows little of that.
    if candidate.form.is_some_and(Form::is_finite) && is_done_by_thing(sentence, at) {
        return -8;
    }
    // `Mijn telefoon is gevallen.`
    let fallen = candidate.lemma == "vallen" && candidate.form == Some(Form::Participle);
    if fallen
        && sentence
            .finite_of(at)
            .is_some_and(|finite| is_done_by_thing(sentence, finite.at))
    {
        return -16;
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
    "aanvragen", "bedenken", "beginnen", "bekijken", "bestellen", "bewaren", "bouwen", "brengen", "controleren", "delen", "doen",
    "doorgaan", "dragen", "drinken", "eten", "gaan", "gebruiken", "geven", "halen", "hangen", "hebben", "helpen", "horen",
    "houden", "huren", "innemen", "invullen", "kiezen", "kijken", "klaarmaken", "komen", "kopen", "kosten", "krijgen", "leggen",
    "lenen", "leren", "lezen", "liggen", "lopen", "luisteren", "lusten", "maken", "meebrengen", "meedoen", "meenemen",
    "meten", "nemen", "oefenen", "openen", "opdrinken", "opeten", "ophalen", "pakken", "plannen", "praten", "proberen",
    "proeven", "regelen", "ruiken", "ruilen", "schenken", "schrijven", "smaken", "sparen", "spelen", "staan", "starten",
    "stoppen", "sturen", "uitleggen", "veranderen", "verkopen", "vertellen", "verzamelen", "verzorgen", "vinden", "voelen",
    "vieren", "vragen", "wachten", "wegbrengen", "weten", "werken", "wijzigen", "willen", "winnen", "zeggen", "zetten", "zien",
    "zitten", "zoeken",
];

fn thing(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    let at = candidate.first();
    // `mijn natte handdoek`
    if candidate.class == Some(WordClass::Adjective) && noun_follows(sentence, candidate) {
        return -16;
    }
    // `De deur is op slot.`
    let is_how = candidate.tokens.len() > 1
        && sentence
            .finite_of(at)
            .is_some_and(|finite| tells_how(&sentence.tokens[finite.at].word));
    // `De verf is nog nat.`: what is so tells more than how.
    if candidate.class == Some(WordClass::Adjective) && candidate.kind == Kind::Thing {
        return -8;
    }
    match preposition(sentence, candidate) {
        None if is_subject(sentence, at) => -4,
        // `een glas melk`, `mijn cursus koken`
        None if is_measure(sentence, candidate) => -14,
        None if VAGUE.contains(&candidate.lemma.as_str()) => -8,
        None => 6,
        Some(_) if is_how => 2,
        Some("van") if is_liked(sentence, at) => 6,
        Some("van") => -18,
        Some("met") if is_worked_with(sentence, at) || is_aid(sentence, candidate) => 6,
        // `Ik tik met mijn vingers`: what everything is done with.
        Some("met") if is_plain_part(sentence, candidate) => -26,
        Some("over") if is_talked_of(sentence, at) => 6,
        Some("naar") if is_listened_to(sentence, at) => 6,
        Some("met" | "bij" | "op" | "aan") => -6,
        Some("zonder") if is_missed(sentence, at) => 6,
        Some("zonder") => -15,
        Some("na" | "voor" | "tijdens") => -14,
        Some(_) => -10,
    }
}

/// Whether there is nothing without what a preposition leads to: `niet zonder helm`.
fn is_missed(sentence: &Sentence<'_>, at: usize) -> bool {
    let without = sentence.group_start(at).checked_sub(2);
    without.is_some_and(|before| matches!(sentence.tokens[before].word.as_str(), "niet" | "nooit"))
}

/// Whether a clause tells what somebody likes: `Ik hou van pannenkoeken.`
fn is_liked(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.finite_of(at).is_some_and(|finite| {
        let verb = sentence.tokens[finite.at].word.as_str();
        matches!(verb, "hou" | "houd" | "houdt" | "houden" | "hield")
            && sentence.near(finite.at, 1).is_some()
    })
}

/// Whether the sentence is about what somebody works or trains with: `Ik werk met computers.`
fn is_worked_with(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut clause = sentence.clause(at).range.clone();
    clause.any(|place| {
        matches!(
            sentence.tokens[place].word.as_str(),
            "werk" | "werkt" | "werken" | "gewerkt" | "oefen" | "oefent" | "oefenen"
        )
    })
}

/// Whether a clause tells what somebody listens to: `Ik luister naar de radio.`
fn is_listened_to(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut clause = sentence.clause(at).range.clone();
    clause.any(|place| {
        matches!(
            sentence.tokens[place].word.as_str(),
            "luister" | "luistert" | "luisteren"
        )
    })
}

/// Aids, which tell more than what is done with them: `met de tillift uit bed`.
const AIDS: &[&str] = &[
    "tillift",
    "rollator",
    "rolstoel",
    "rolstoel-elektrisch",
    "krukken",
    "scootmobiel",
    "blindenstok",
    "geleidehond",
    "hulphond",
    "bestek",
    "lepel",
    "stokjes",
    "pictogrammen-kaart",
    "timer",
    "wekker",
    "pillendoos",
    "tablet",
];

fn is_aid(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let Meaning::Concept(concept) = candidate.meaning else {
        return false;
    };
    AIDS.contains(&sentence.lexicon.concepts[concept].id.as_str())
}

/// Nouns that say little beside what they are of or in.
const VAGUE: &[&str] = &["les", "cursus", "training", "workshop", "activiteit"];

/// What something is in or counted by.
const MEASURES: &[&str] = &[
    "glas", "kop", "fles", "pak", "pot", "kom", "bord", "bak", "beker", "zak", "doos", "kan",
    "schaal", "kopje", "blikje", "emmer", "mand", "krat",
];

/// Whether a word only tells how much there is of the noun right after it.
fn is_measure(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let at = candidate.last();
    let noun = |place: usize| {
        sentence.readings[place]
            .iter()
            .any(|reading| sentence.lexicon.lemmas[reading.lemma].class == WordClass::Noun)
    };
    MEASURES.contains(&candidate.lemma.as_str())
        && sentence
            .near(at, 1)
            .is_some_and(|next| next.mark.is_none() && next.role.is_none())
        && noun(at + 1)
        && !sentence.is_in_final_field(at)
}

/// Whether a word is a finite verb after which a group tells how something is: `zit op slot`.
fn tells_how(word: &str) -> bool {
    matches!(
        word,
        "ben"
            | "bent"
            | "is"
            | "zijn"
            | "was"
            | "waren"
            | "gaat"
            | "gaan"
            | "zit"
            | "zitten"
            | "blijft"
            | "doe"
            | "doet"
            | "doen"
    )
}

fn state(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    let at = candidate.first();
    let finite = sentence
        .finite_of(at)
        .map(|finite| &sentence.tokens[finite.at]);
    let determined = sentence.group_start(at) < at && candidate.class == Some(WordClass::Adjective);
    if candidate.class == Some(WordClass::Verb) && candidate.kind == Kind::Feeling {
        return 10;
    }
    match finite {
        _ if determined && noun_follows(sentence, candidate) => -16,
        Some(verb) if verb.word.starts_with("vind") || verb.word == "vond" => -8,
        Some(verb) if verb.role.is(Role::COPULA) => 14,
        _ if candidate.kind == Kind::Quality => -6,
        _ => 0,
    }
}

/// Whether a word stands before one that holds no sentence together, with nothing between.
fn noun_follows(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    sentence
        .near(candidate.last(), 1)
        .is_some_and(|next| next.mark.is_none() && next.role.is_none())
}

/// Whether an adjective stands with `zijn` and the like, which may be at the end.
fn is_predicate(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let mut clause = sentence.clause(candidate.first()).range.clone();
    candidate.class == Some(WordClass::Adjective)
        && clause.any(|at| sentence.tokens[at].role.is(Role::COPULA))
}

fn place(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    match preposition(sentence, candidate) {
        Some("naar") => 10,
        Some("van") => -8,
        _ => 0,
    }
}

/// Whether one of the finds is a right or a plan.
fn has_right(candidates: &[Candidate]) -> bool {
    candidates
        .iter()
        .any(|other| other.kind == Kind::Right && other.class == Some(WordClass::Noun))
}

/// Whether a noun is what something is done with, and does nothing itself.
fn is_object(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    candidate.class == Some(WordClass::Noun)
        && sentence.preposition(candidate.first()).is_none()
        && !is_subject(sentence, candidate.first())
        && !is_inverted(sentence, candidate.first())
}

fn person(sentence: &Sentence<'_>, candidate: &Candidate) -> i32 {
    let at = candidate.first();
    // `Ik help mijn moeder met de tuin.`
    let helped = || {
        let mut clause = sentence.clause(at).range.clone();
        clause.any(|place| {
            let token = &sentence.tokens[place];
            matches!(token.word.as_str(), "help" | "helpt" | "helpen" | "hielp")
        })
    };
    // `Op vrijdag komt de kapper.`
    let comes = sentence
        .finite_of(at)
        .is_some_and(|finite| matches!(sentence.tokens[finite.at].word.as_str(), "komt" | "komen"));
    match preposition(sentence, candidate) {
        None if is_subject(sentence, at) || is_inverted(sentence, at) => {
            if comes {
                14
            } else {
                -6
            }
        }
        None if helped() => 6,
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

/// Whether a group stands behind the finite verb as its subject: `in maart komt mijn zus`.
fn is_inverted(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(finite) = sentence.finite_of(at) else {
        return false;
    };
    let clause = sentence.clause(at);
    let opening = &sentence.tokens[clause.range.start];
    let led = opening.role.is(Role::PREPOSITION) || opening.role.is(Role::ADVERB);
    !clause.is_verb_last()
        && led
        && clause.range.start < finite.at
        && sentence.group_start(at) == finite.at + 1
}

/// Whether an expression is the subject of another verb.
fn is_doer(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let (first, last) = (candidate.first(), candidate.last());
    let noun = sentence.readings[last]
        .iter()
        .any(|reading| sentence.lexicon.lemmas[reading.lemma].class == WordClass::Noun);
    candidate.class.is_none()
        && candidate.tokens.len() > 1
        && noun
        && preposition(sentence, candidate).is_none()
        && sentence
            .finite_of(first)
            .is_some_and(|finite| finite.at == last + 1)
        && is_subject(sentence, first)
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
