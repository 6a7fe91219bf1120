//! Words that only lead to what a sentence is about: `hulp nodig bij het aankleden`, `praten over seks`.

use super::super::set::WordClass;
use super::body::is_plain_part;
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
    "busje",
    "rolstoelbus",
];

/// Who comes to do a job, which tells more than that he comes.
const CALLERS: &[&str] = &[
    "politie",
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
    let others = candidates.iter();
    let lead = Lead {
        sentence,
        id: &sentence.lexicon.concepts[concept].id,
        lemma: &candidate.lemma,
        candidate,
        others: others
            .filter(|other| other.tokens != candidate.tokens && !other.weak)
            .collect(),
    };
    let ways = [
        Lead::by_help,
        Lead::by_topic,
        Lead::by_journey,
        Lead::by_visit,
        Lead::by_goal,
        Lead::by_search,
        Lead::by_work,
    ];
    ways.iter().find_map(|way| way(&lead)).unwrap_or(false)
}

/// A find that may lead, and what it may lead to. Each way tells whether it does, or nothing when the
/// find isn't of its kind.
struct Lead<'a> {
    sentence: &'a Sentence<'a>,
    id: &'a str,
    lemma: &'a str,
    candidate: &'a Candidate,
    others: Vec<&'a Candidate>,
}

impl Lead<'_> {
    /// Whether another find is such.
    fn has(&self, wanted: impl Fn(&Candidate) -> bool) -> bool {
        self.others.iter().any(|other| wanted(other))
    }

    /// Whether another find is in the same clause.
    fn is_near(&self, other: &Candidate) -> bool {
        let clause_of = &self.sentence.clause_of;
        clause_of[other.first()] == clause_of[self.candidate.last()]
    }

    fn is_after(&self, other: &Candidate) -> bool {
        other.first() > self.candidate.first() && self.is_near(other)
    }

    /// Whether a preposition leads to another find: one of these, where there are any.
    fn is_led(&self, other: &Candidate, words: &[&str]) -> bool {
        let before = self.sentence.preposition(other.first());
        before.is_some_and(|before| words.is_empty() || words.contains(&before.word.as_str()))
    }

    /// Whether another find is one of these concepts.
    fn is_one_of(&self, other: &Candidate, concepts: &[&str]) -> bool {
        matches!(other.meaning, Meaning::Concept(concept)
            if concepts.contains(&self.sentence.lexicon.concepts[concept].id.as_str()))
    }

    /// Help leads to what it is for.
    fn by_help(&self) -> Option<bool> {
        let general = matches!(self.lemma, "begeleiding" | "ondersteuning");
        if !HELPING.contains(&self.id) && !general {
            return None;
        }
        // `Bij het eten heb ik hulp nodig.`
        let start = self.sentence.clause(self.candidate.first()).range.start;
        let opens = self.lemma.contains("hulp") && self.sentence.tokens[start].word == "bij";
        let fronted =
            |other: &Candidate| opens && self.sentence.group_start(other.first()) == start + 1;
        Some(self.has(|other| {
            is_told(other)
                && (self.is_after(other) || fronted(other))
                && self.is_led(other, &["met", "bij", "in", "op", "om"])
        }))
    }

    /// Talk and decisions lead to what they are about, exercises to what they are for, an appointment to
    /// where it is.
    fn by_topic(&self) -> Option<bool> {
        let follows = |other: &Candidate, words: &[&str]| {
            other.first() > self.candidate.last()
                && self.is_near(other)
                && self.is_led(other, words)
        };
        if TALKING.contains(&self.lemma) {
            return Some(self.has(|other| {
                !matches!(other.kind, Kind::Person | Kind::Time)
                    && self.is_near(other)
                    && self.is_led(other, &["over"])
            }));
        }
        if matches!(self.lemma, "beslissing" | "beslissen") {
            return Some(self.has(|other| other.kind == Kind::Thing && follows(other, &["over"])));
        }
        if self.lemma == "afspraak" {
            return Some(self.has(|other| other.kind != Kind::Time && follows(other, &["bij"])));
        }
        if self.id == "oefenen" && self.candidate.class == Some(WordClass::Noun) {
            return Some(self.has(|other| {
                is_plain_part(self.sentence, other) && follows(other, &["voor", "met"])
            }));
        }
        None
    }

    /// What somebody goes with, where the picture has a vehicle of its own.
    fn by_journey(&self) -> Option<bool> {
        let vehicle = |other: &Candidate| self.is_one_of(other, VEHICLES) && self.is_near(other);
        if self.id == "zelf-reizen" {
            return Some(self.has(vehicle));
        }
        // `De seniorentaxi brengt mij weg.`
        if matches!(self.id, "wegbrengen" | "ophalen") {
            return Some(self.has(|other| {
                vehicle(other) && other.last() < self.candidate.first() && !self.is_led(other, &[])
            }));
        }
        // `De tillift tilt mij uit bed.`
        (self.id == "opstaan" && self.candidate.class.is_none())
            .then(|| self.has(|other| other.lemma == "tillift"))
    }

    /// Who comes, and where.
    fn by_visit(&self) -> Option<bool> {
        if self.id != "bezoek" {
            return None;
        }
        // `De jobcoach bezoekt mij op mijn werk.`: the picture has a home.
        let away = |other: &Candidate| {
            matches!(other.kind, Kind::Place | Kind::Act)
                && self.is_near(other)
                && self.is_led(other, &["op"])
        };
        if self.has(away) {
            return Some(true);
        }
        if self.lemma == "bezoeken" {
            return Some(self.has(|other| {
                other.kind == Kind::Place && self.is_after(other) && !self.is_led(other, &[])
            }));
        }
        // `De kapper komt langs.`
        Some(self.has(|other| self.is_one_of(other, CALLERS) && !self.is_led(other, &[])))
    }

    /// A goal leads to what it is.
    fn by_goal(&self) -> Option<bool> {
        let first = self.candidate.first();
        let tokens = &self.sentence.tokens;
        // `Mijn doel is een eigen woning.`
        let is = self.sentence.finite_of(first).filter(|finite| {
            self.candidate.last() < finite.at
                && matches!(tokens[finite.at].word.as_str(), "is" | "zijn")
        });
        if let Some(is) = is
            && matches!(self.lemma, "doel" | "wens" | "droom")
        {
            let is_it = |other: &Candidate| other.first() > is.at && !self.is_led(other, &[]);
            return Some(self.has(|other| is_told(other) && is_it(other)));
        }
        // `Drie maaltijden per dag is mijn doel.`
        let closes = self.id == "doel" && first > 1;
        let told = closes && tokens[first - 2].word == "is" && tokens[first - 1].word == "mijn";
        told.then(|| self.has(|other| is_told(other) && other.last() < first))
    }

    /// What is looked for, and what is mended.
    fn by_search(&self) -> Option<bool> {
        if self.lemma == "zoeken" {
            return Some(self.has(|other| {
                other.kind != Kind::Time && self.is_after(other) && !self.is_led(other, &[])
            }));
        }
        let mended = MENDING.contains(&self.lemma) && self.candidate.form == Some(Form::Participle);
        mended.then(|| self.has(|other| other.kind == Kind::Thing && self.is_near(other)))
    }

    /// Where somebody works tells what he does there: `Ik werk in de bakkerij.`
    fn by_work(&self) -> Option<bool> {
        let works = self.id == "werk" && self.candidate.class == Some(WordClass::Verb);
        works.then(|| {
            self.has(|other| {
                is_told(other) && self.is_near(other) && self.is_led(other, &["in", "bij", "op"])
            })
        })
    }
}

/// Whether a find tells what is done, with what or where.
fn is_told(other: &Candidate) -> bool {
    matches!(other.kind, Kind::Act | Kind::Thing | Kind::Place)
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
