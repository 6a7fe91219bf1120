//! Words that only lead to what a sentence is about: `hulp nodig bij het aankleden`, `praten over seks`.

use super::file::Kind;
use super::inflect::Form;
use super::search::{Candidate, Meaning};
use super::sentence::Sentence;

/// Verbs that lead to what is really done: `ik wil leren om te koken`, `ik oefen met klokkijken`.
const LEADING: &[&str] = &[
    "leren", "oefenen", "proberen", "helpen", "beginnen", "starten", "doorgaan", "meedoen",
    "stoppen", "ophouden",
];

/// Whether a verb only leads to what the rest of the sentence tells.
pub(super) fn is_leading(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    LEADING.contains(&candidate.lemma.as_str())
        && (candidate.last() + 1..sentence.tokens.len()).any(|at| {
            !sentence.readings[at].is_empty()
                && (sentence.tokens[at].role.is_none() || sentence.is_determined(at))
        })
}

/// Concepts of helping, which lead to what somebody helps with.
const HELPING: &[&str] = &["hulp-vragen", "familie-helpt", "samen-doen", "thuiszorg"];

/// Verbs of talking, which lead to what the talk is about.
const TALKING: &[&str] = &[
    "praten",
    "vertellen",
    "kletsen",
    "overleggen",
    "doorpraten",
    "bespreken",
];

/// Verbs of mending, which lead to what is broken.
const MENDING: &[&str] = &["repareren", "herstellen"];

/// What somebody may travel with by himself, besides a bus.
const VEHICLES: &[&str] = &[
    "trein",
    "tram",
    "metro",
    "taxi",
    "auto",
    "boot",
    "veerboot",
    "vliegtuig",
    "scooter",
    "scootmobiel",
    "fietsen",
];

/// Who comes to do a job, which tells more than that he comes.
const CALLERS: &[&str] = &[
    "kapper",
    "dokter",
    "huisarts",
    "verpleegkundige",
    "fysiotherapie",
    "pedicure",
    "tandarts",
    "psycholoog",
    "thuiszorg",
    "monteur",
    "bewindvoerder",
    "clientondersteuner",
    "logopedie",
];

/// Whether a find leads to another one, which then tells more.
pub(super) fn leads(
    sentence: &Sentence<'_>,
    candidates: &[Candidate],
    candidate: &Candidate,
) -> bool {
    let Meaning::Concept(concept) = candidate.meaning else {
        return false;
    };
    let id = sentence.lexicon.concepts[concept].id.as_str();
    let lemma = candidate.lemma.as_str();
    let mine = sentence.clause_of[candidate.last()];
    let mut others = candidates
        .iter()
        .filter(|other| other.tokens != candidate.tokens && !other.weak);
    let told = |other: &Candidate| matches!(other.kind, Kind::Act | Kind::Thing | Kind::Place);
    if HELPING.contains(&id) {
        return others.any(|other| {
            let before = sentence.preposition(other.first());
            told(other)
                && other.first() > candidate.first()
                && sentence.clause_of[other.first()] == mine
                && before.is_some_and(|before| {
                    matches!(before.word.as_str(), "met" | "bij" | "in" | "op" | "om")
                })
        });
    }
    if TALKING.contains(&lemma) {
        return others.any(|other| {
            let before = sentence.preposition(other.first());
            !matches!(other.kind, Kind::Person | Kind::Time)
                && sentence.clause_of[other.first()] == mine
                && before.is_some_and(|before| before.word == "over")
        });
    }
    // Its picture has a bus.
    if id == "zelf-reizen" {
        return others.any(|other| {
            let vehicle = matches!(&other.meaning, Meaning::Concept(concept)
                if VEHICLES.contains(&sentence.lexicon.concepts[*concept].id.as_str()));
            vehicle && sentence.clause_of[other.first()] == mine
        });
    }
    // `De tillift tilt mij uit bed.`
    if id == "opstaan" && candidate.class.is_none() {
        return others.any(|other| other.lemma == "tillift");
    }
    // `De kapper komt langs.`
    if id == "bezoek" && lemma != "bezoeken" {
        return others.any(|other| {
            let caller = matches!(&other.meaning, Meaning::Concept(concept)
                if CALLERS.contains(&sentence.lexicon.concepts[*concept].id.as_str()));
            caller && sentence.preposition(other.first()).is_none()
        });
    }
    // `Drie maaltijden per dag is mijn doel.`
    if id == "doel" && candidate.first() > 1 {
        let before = &sentence.tokens[candidate.first() - 2..candidate.first()];
        return before[0].word == "is"
            && before[1].word == "mijn"
            && others.any(|other| told(other) && other.last() < candidate.first());
    }
    if lemma == "zoeken" {
        return others.any(|other| {
            other.kind != Kind::Time
                && other.first() > candidate.first()
                && sentence.clause_of[other.first()] == mine
                && sentence.preposition(other.first()).is_none()
        });
    }
    if lemma == "bezoeken" {
        return others.any(|other| {
            other.kind == Kind::Place
                && other.first() > candidate.first()
                && sentence.clause_of[other.first()] == mine
                && sentence.preposition(other.first()).is_none()
        });
    }
    MENDING.contains(&lemma)
        && candidate.form == Some(Form::Participle)
        && others
            .any(|other| other.kind == Kind::Thing && sentence.clause_of[other.first()] == mine)
}

/// Whether a clause has a verb of talking.
pub(super) fn is_talked_of(sentence: &Sentence<'_>, at: usize) -> bool {
    let mut clause = sentence.clause(at).range.clone();
    clause.any(|place| {
        sentence.readings[place].iter().any(|reading| {
            let lemma = &sentence.lexicon.lemmas[reading.lemma];
            TALKING.contains(&lemma.text.as_str())
        })
    })
}
