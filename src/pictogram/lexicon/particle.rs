//! Verbs that part: `ik sta op`, `op te staan`, and what stands alone because of it.

use super::super::set::WordClass;
use super::Reading;
use super::function_word::Role;
use super::homograph::{Place, Verdict};
use super::inflect::Form;
use super::search::{Candidate, has_lemma, of_concept};
use super::sentence::Sentence;
use crate::language;

/// What a word is together with a particle elsewhere.
pub(super) enum Parted {
    /// A verb that parts.
    Verb(Candidate),
    /// One of several verbs that part.
    Unclear,
    /// Nothing of the kind.
    None,
}

/// A verb whose particle stands apart: `ik sta op`, `op te staan`.
pub(super) fn parted_verb(sentence: &Sentence<'_>, at: usize, taken: &[bool]) -> Parted {
    let lexicon = sentence.lexicon;
    if taken[at] {
        return Parted::None;
    }
    let readings: Vec<_> = lexicon.parted.get(&sentence.tokens[at].word).collect();
    let range = sentence.clause(at).range.clone();
    let mut found: Option<(usize, &Reading)> = None;
    for reading in &readings {
        let lemma = &lexicon.lemmas[reading.lemma];
        let Some(particle) = lemma.particle.as_deref() else {
            continue;
        };
        let place = range.clone().rev().find(|place| {
            *place != at
                && !taken[*place]
                && sentence.tokens[*place].word == particle
                && !is_noun_here(sentence, *place)
                && belongs(sentence, at, *place, reading.form)
        });
        // `doe … aan` and `doe … uit` in one sentence: the particle that is nearest.
        let nearer =
            |place: usize| found.is_none_or(|(other, _)| place.abs_diff(at) < other.abs_diff(at));
        if let Some(place) = place.filter(|place| nearer(*place)) {
            found = Some((place, reading));
        }
    }
    let Some((place, reading)) = found else {
        return Parted::None;
    };
    let lemma = &lexicon.lemmas[reading.lemma];
    let same = readings.iter().filter(|other| {
        lexicon.lemmas[other.lemma].particle == lemma.particle
            && (other.form != Form::Past || reading.form == Form::Past)
    });
    let mut concepts: Vec<_> = same
        .map(|other| lexicon.lemmas[other.lemma].concept)
        .collect();
    concepts.sort_unstable();
    concepts.dedup();
    let concept = match lexicon.homographs.get(&lemma.text) {
        None if concepts.len() > 1 => return Parted::Unclear,
        None => lemma.concept,
        Some(rules) => {
            let has = |word: &str| has_lemma(sentence, at, word);
            let verdict = rules.judge(&Place {
                tokens: &sentence.tokens,
                at,
                class: Some(WordClass::Verb),
                is_frame: false,
                has: &has,
                fits: &|_| true,
            });
            match verdict {
                Verdict::Concept(concept) => concept,
                _ => return Parted::Unclear,
            }
        }
    };
    let mut candidate = of_concept(
        lexicon,
        vec![at.min(place), at.max(place)],
        concept,
        &lemma.text,
    );
    candidate.class = Some(WordClass::Verb);
    candidate.form = Some(reading.form);
    Parted::Verb(candidate)
}

/// Whether what looks like a particle is a noun: `de weg`, `elke dag dezelfde weg`.
fn is_noun_here(sentence: &Sentence<'_>, place: usize) -> bool {
    let way = sentence.tokens[place].word == "weg"
        && (sentence
            .near(place, -1)
            .is_some_and(|before| matches!(before.word.as_str(), "die" | "dezelfde"))
            || sentence.tokens[sentence.group_start(place)]
                .role
                .is(Role::DETERMINER));
    way || sentence.is_determined(place)
}

/// Whether a particle belongs to a verb: it stands at the end of the clause, or right before it.
fn belongs(sentence: &Sentence<'_>, at: usize, place: usize, form: Form) -> bool {
    if place < at {
        let between = place + 1..at;
        // `om mee te praten`: with whom, not to have a say.
        if sentence.tokens[place].word == "mee"
            && sentence
                .near(place, -1)
                .is_some_and(|before| before.word == "om")
        {
            return false;
        }
        return match form {
            // `op te staan`, `op kunnen staan`
            Form::Infinitive => between.clone().all(|middle| {
                let token = &sentence.tokens[middle];
                token.word == "te" || token.role.is_helper()
            }),
            Form::Participle | Form::Going => between.is_empty(),
            // `als ik op sta`
            _ => between.is_empty() && sentence.clause(at).is_verb_last(),
        };
    }
    let finite = form.is_finite() || form == Form::Infinitive;
    if !finite
        || sentence.is_determined(at)
        || sentence.near(at, -1).is_some_and(|b| b.word == "te")
    {
        return false;
    }
    // A clause has one finite verb: `ik wil stoppen met …` has no `stop … met`.
    if form == Form::Infinitive
        && sentence
            .finite_of(at)
            .is_some_and(|f| f.at != at && f.is_sure)
    {
        return false;
    }
    let Some(next) = sentence.near(place, 1) else {
        return true;
    };
    next.mark.is_some()
        || next.role.is(Role::COORDINATOR)
        || next.role.is(Role::PREPOSITION)
        || next.role.is(Role::ADVERB) && !next.role.is(Role::MAYBE_DETERMINER)
        || next.role.is(Role::DENIAL) && !next.role.is(Role::DETERMINER)
}

/// Particles that leave a verb what it was: `ik eet mee`.
const PLAIN_PARTICLES: &[&str] = &["mee", "terug", "thuis", "samen", "weer", "huis"];

/// Whether a verb has a particle at the end of its clause that makes another verb of it: `ik kom op
/// voor mijzelf`.
pub(super) fn is_torn(sentence: &Sentence<'_>, at: usize, reading: &Reading) -> bool {
    let lemma = &sentence.lexicon.lemmas[reading.lemma];
    if lemma.class != WordClass::Verb
        || lemma.particle.is_some()
        || !(reading.form.is_finite() || reading.form == Form::Infinitive)
    {
        return false;
    }
    let end = sentence.clause(at).range.end;
    // It closes the clause, or stands before another preposition: `ik stem in met het plan`.
    let before_other = (at + 1..end.saturating_sub(1)).find(|place| {
        let next = &sentence.tokens[place + 1];
        let particle = &sentence.tokens[*place];
        particle.role.is(Role::PREPOSITION) | matches!(particle.word.as_str(), "af" | "toe")
            && particle.mark.is_none()
            && next.mark.is_none()
            && next.role.is(Role::PREPOSITION)
            && next.word != "te"
    });
    let place = before_other.unwrap_or(end - 1);
    let Some(particle) = sentence.tokens.get(place).filter(|_| place > at) else {
        return false;
    };
    // `met een lampje aan`: the group has it, not the verb.
    let of_group = sentence
        .preposition(place - 1)
        .is_some_and(|before| before.word == "met");
    let food = matches!(lemma.text.as_str(), "eten" | "drinken") && particle.word == "op";
    reading.form.is_finite()
        && language::PARTICLES.contains(&particle.word.as_str())
        && (particle.role.is(Role::PREPOSITION) || matches!(particle.word.as_str(), "af" | "toe"))
        && !food
        && !of_group
        && !PLAIN_PARTICLES.contains(&particle.word.as_str())
        && !matches!(
            particle.word.as_str(),
            "buiten" | "binnen" | "boven" | "beneden"
        )
        && sentence.finite_of(at).is_some_and(|finite| finite.at == at)
}
