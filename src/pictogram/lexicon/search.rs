//! Finds what a sentence is about: every word of it that has a picture, the most telling first.

use std::ops::Range;

use super::super::set::WordClass;
use super::body::is_unsound;
use super::class::{Decision, class_of};
use super::compound;
use super::emblem::is_emblem;
use super::extra::Extra;
use super::figure;
use super::file::Kind;
use super::function_word::Role;
use super::homograph::{Place, Verdict};
use super::inflect::Form;
use super::lone::may_carry;
use super::negation::{self, Denial};
use super::particle::{Parted, is_torn, parted_verb};
use super::rank;
use super::sentence::Sentence;
use super::unwanted::is_both;
use super::{Lexicon, Reading};
use crate::language;

/// What a word stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Meaning {
    /// A concept of the lexicon.
    Concept(usize),
    /// A word that only packs know.
    Extra(String),
}

/// A word of a sentence that has a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Found {
    /// What it stands for.
    pub(in super::super) meaning: Meaning,
    /// Its words as they stand in the sentence.
    pub(in super::super) word: String,
    /// From the first byte of its first word to the last of its last.
    pub(in super::super) span: Range<usize>,
    /// The bytes of its first words in a row.
    pub(in super::super) head: Range<usize>,
    /// The words, as an author may bar them: those of the sentence and their base form.
    pub(in super::super) names: Vec<String>,
    /// The sentence denies it.
    pub(in super::super) crossed: bool,
    /// So general that it is only shown where there is nothing better.
    pub(in super::super) weak: bool,
}

/// A word that may get a picture.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its words, in order.
    pub(super) tokens: Vec<usize>,
    pub(super) meaning: Meaning,
    pub(super) lemma: String,
    pub(super) kind: Kind,
    pub(super) weak: bool,
    pub(super) class: Option<WordClass>,
    pub(super) form: Option<Form>,
}

impl Candidate {
    /// Its last word, which is its head when it is a noun.
    pub(super) fn last(&self) -> usize {
        self.tokens[self.tokens.len() - 1]
    }

    /// Its first word.
    pub(super) fn first(&self) -> usize {
        self.tokens[0]
    }
}

impl Lexicon {
    /// Every word of a sentence that has a picture, the most telling first. What the sentence denies
    /// is marked, or left out where it is unclear how far the denial goes.
    pub(in super::super) fn search(&self, text: &str, extra: &Extra) -> Vec<Found> {
        let sentence = Sentence::new(self, text);
        let candidates = candidates(&sentence, extra);
        let denials = negation::denials(&sentence, &candidates);
        let mut ranked: Vec<_> = candidates
            .iter()
            .zip(denials)
            .filter(|(candidate, denial)| {
                *denial != Denial::Unclear
                    && !is_unsound(&sentence, candidate, *denial == Denial::Crossed)
                    && (*denial != Denial::Crossed || !is_emblem(&sentence, candidate))
                    && may_carry(&sentence, &candidates, candidate)
            })
            .map(|(candidate, denial)| {
                let crossed = denial == Denial::Crossed;
                let weight = rank::weight(&sentence, &candidates, candidate, crossed);
                (
                    (candidate.weak, -weight, candidate.first()),
                    candidate,
                    crossed,
                )
            })
            .collect();
        ranked.sort_by_key(|(order, ..)| *order);
        ranked
            .into_iter()
            .map(|(_, candidate, crossed)| found(&sentence, text, candidate, crossed))
            .collect()
    }
}

fn found(sentence: &Sentence<'_>, text: &str, candidate: &Candidate, crossed: bool) -> Found {
    let words: Vec<_> = candidate
        .tokens
        .iter()
        .map(|at| &sentence.tokens[*at])
        .collect();
    let in_a_row = candidate
        .tokens
        .windows(2)
        .take_while(|pair| pair[0] + 1 == pair[1])
        .count();
    let start = words[0].start;
    let end = words[words.len() - 1].end();
    let word = if in_a_row + 1 == words.len() {
        text[start..end].to_owned()
    } else {
        let texts: Vec<_> = words.iter().map(|token| token.text).collect();
        texts.join(" ")
    };
    let mut names: Vec<_> = words.iter().map(|token| token.word.clone()).collect();
    names.push(candidate.lemma.clone());
    Found {
        meaning: candidate.meaning.clone(),
        word,
        span: start..end,
        head: start..words[in_a_row].end(),
        names,
        crossed,
        weak: candidate.weak,
    }
}

/// Every word that may get a picture, from left to right; no word is in two of them.
fn candidates(sentence: &Sentence<'_>, extra: &Extra) -> Vec<Candidate> {
    let lexicon = sentence.lexicon;
    let mut taken = vec![false; sentence.tokens.len()];
    let mut candidates = Vec::new();
    let mut take = |taken: &mut [bool], candidate: Candidate| {
        if candidate.tokens.iter().any(|at| taken[*at]) {
            return;
        }
        for at in &candidate.tokens {
            taken[*at] = true;
        }
        candidates.push(candidate);
    };
    let mut held = lexicon
        .expressions
        .find(&sentence.tokens, &sentence.clause_of);
    figure::bar(sentence, &mut held, &mut taken);
    for held in held {
        if held.tokens.iter().any(|at| is_both(&sentence.tokens, *at)) {
            continue;
        }
        let mut candidate = of_concept(lexicon, held.tokens, held.concept, held.text);
        candidate.form = None;
        take(&mut taken, candidate);
    }
    for (at, token) in sentence.tokens.iter().enumerate() {
        if token.is_name {
            continue;
        }
        match parted_verb(sentence, at, &taken) {
            Parted::Verb(candidate) => take(&mut taken, candidate),
            // `ik spreek af` is no talking, whatever else it is.
            Parted::Unclear => taken[at] = true,
            Parted::None => {}
        }
    }
    for (tokens, row) in extra.rows(&sentence.tokens, &sentence.clause_of) {
        take(&mut taken, of_extra(tokens, row, None));
    }
    for (at, token) in sentence.tokens.iter().enumerate() {
        if taken[at] || token.is_name || token.word.is_empty() {
            continue;
        }
        if sentence.readings[at].is_empty() {
            let by_pack = token
                .role
                .is_none()
                .then(|| extra.find(&token.word))
                .flatten()
                .filter(|word| !lexicon.knows(&word.text) && !lexicon.knows(&token.word));
            if let Some(word) = by_pack {
                take(&mut taken, of_extra(vec![at], &word.text, word.class));
            } else if let Some(part) = compound::concept(lexicon, token) {
                let mut candidate = of_concept(lexicon, vec![at], part.concept, &part.lemma);
                candidate.class = Some(WordClass::Noun);
                candidate.form = Some(Form::Base);
                take(&mut taken, candidate);
            }
        } else if let Some((reading, class)) = resolve(sentence, at) {
            let lemma = &lexicon.lemmas[reading.lemma];
            let mut candidate = of_concept(lexicon, vec![at], lemma.concept, &lemma.text);
            candidate.class = class;
            candidate.form = Some(reading.form);
            take(&mut taken, candidate);
        }
    }
    candidates.sort_by_key(Candidate::first);
    candidates
}

pub(super) fn of_concept(
    lexicon: &Lexicon,
    tokens: Vec<usize>,
    concept: usize,
    lemma: &str,
) -> Candidate {
    let Some(known) = lexicon.concepts.get(concept) else {
        unreachable!("concepts are numbered by the lexicon itself")
    };
    Candidate {
        tokens,
        meaning: Meaning::Concept(concept),
        lemma: lemma.to_owned(),
        kind: known.kind,
        weak: known.weak,
        class: None,
        form: None,
    }
}

fn of_extra(tokens: Vec<usize>, text: &str, class: Option<WordClass>) -> Candidate {
    Candidate {
        tokens,
        meaning: Meaning::Extra(text.to_owned()),
        lemma: text.to_owned(),
        kind: match class {
            Some(WordClass::Verb) => Kind::Act,
            Some(WordClass::Adjective) => Kind::Quality,
            _ => Kind::Thing,
        },
        weak: false,
        class,
        form: None,
    }
}

/// What a word is in its sentence: of which base form, and in which class if that is told.
fn resolve(sentence: &Sentence<'_>, at: usize) -> Option<(Reading, Option<WordClass>)> {
    let lexicon = sentence.lexicon;
    let token = &sentence.tokens[at];
    let lemma = |reading: &Reading| &lexicon.lemmas[reading.lemma];
    let all = &sentence.readings[at];
    let options: Vec<_> = all
        .iter()
        .map(|reading| (lemma(reading).class, reading.form))
        .collect();
    let decision = class_of(sentence, at, &options);
    let class = match decision {
        Decision::Class(class) => Some(class),
        Decision::Tie | Decision::Out => None,
    };
    let mut left: Vec<&Reading> = all
        .iter()
        .filter(|reading| class.is_none_or(|class| lemma(reading).class == class))
        .filter(|reading| !is_torn(sentence, at, reading))
        .filter(|reading| !is_participial(reading.form) || !is_attribute(sentence, at))
        .collect();
    // `knuffelen` is the verb, and hardly more than one `knuffel`.
    let whole = |reading: &Reading| lemma(reading).text == token.word;
    if decision == Decision::Tie && left.iter().any(|reading| whole(reading)) {
        left.retain(|reading| whole(reading));
    }
    // `busje` is a word of its own, where the lexicon has it, and then no small `bus`.
    let small = |reading: &Reading| lemma(reading).text.ends_with("je");
    if left.iter().any(|reading| small(reading)) {
        left.retain(|reading| reading.form != Form::Diminutive || small(reading));
    }
    let rules = lexicon.homographs.get(&token.word).or_else(|| {
        left.iter()
            .find_map(|reading| lexicon.homographs.get(&lemma(reading).text))
    });
    if let Some(rules) = rules {
        let fits = |concept: usize| {
            left.iter().any(|reading| lemma(reading).concept == concept)
                || !all.iter().any(|reading| lemma(reading).concept == concept)
        };
        let has = |word: &str| has_lemma(sentence, at, word);
        let verdict = rules.judge(&Place {
            tokens: &sentence.tokens,
            at,
            class,
            is_frame: decision == Decision::Out,
            has: &has,
            fits: &fits,
        });
        match verdict {
            Verdict::Concept(concept) => {
                let reading = left
                    .iter()
                    .find(|reading| lemma(reading).concept == concept)?;
                return Some((**reading, Some(lemma(reading).class)));
            }
            Verdict::Nothing => return None,
            Verdict::Open => {}
        }
        let chosen: Vec<_> = rules.concepts().collect();
        let others: Vec<&Reading> = left
            .into_iter()
            .filter(|reading| !chosen.contains(&lemma(reading).concept))
            .collect();
        return only(sentence, &others, decision).map(|reading| (reading, class));
    }
    only(sentence, &left, decision).map(|reading| (reading, class))
}

/// Whether a form is a participle, or looks like one: `betaalde` is both.
fn is_participial(form: Form) -> bool {
    matches!(form, Form::Participle | Form::Past | Form::Going)
}

/// Whether a participle only tells what a noun is like: `een aangepaste lepel`, nobody changes it.
fn is_attribute(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = sentence.near(at, 1);
    let finite = sentence.finite_of(at).is_some_and(|finite| finite.at == at);
    sentence.tokens[at].word.ends_with('e')
        && !finite
        && next.is_some_and(|next| {
            let noun = next.role.is_none() || next.word == "best";
            next.mark.is_none() && noun && !next.is_name
        })
}

/// The one thing that readings agree on.
fn only(sentence: &Sentence<'_>, readings: &[&Reading], decision: Decision) -> Option<Reading> {
    if decision == Decision::Out {
        return None;
    }
    let concept = |reading: &Reading| sentence.lexicon.lemmas[reading.lemma].concept;
    let first = readings.first()?;
    if readings
        .iter()
        .all(|reading| concept(reading) == concept(first))
    {
        return Some(**first);
    }
    if decision == Decision::Tie {
        return None;
    }
    // `ik rook`: what goes on before what is over.
    let present: Vec<_> = readings
        .iter()
        .filter(|reading| reading.form != Form::Past)
        .collect();
    let first = present.first()?;
    present
        .iter()
        .all(|reading| concept(reading) == concept(first))
        .then_some(***first)
}

/// Whether a base form stands anywhere in the sentence but at a place.
pub(super) fn has_lemma(sentence: &Sentence<'_>, besides: usize, word: &str) -> bool {
    (0..sentence.tokens.len())
        .filter(|at| *at != besides)
        .any(|at| {
            // A word seldom begins with another letter than its base form; this saves much work.
            let alike = sentence.tokens[at].word.as_bytes().first() == word.as_bytes().first();
            is_listed_form(sentence, at, word) || alike && is_base_form(sentence, at, word)
        })
}

/// Whether the word at a place may be a form of a base form.
pub(super) fn is_form_of(sentence: &Sentence<'_>, at: usize, word: &str) -> bool {
    is_listed_form(sentence, at, word) || is_base_form(sentence, at, word)
}

/// Whether it is one by what the lexicon lists.
fn is_listed_form(sentence: &Sentence<'_>, at: usize, word: &str) -> bool {
    let lexicon = sentence.lexicon;
    let token = &sentence.tokens[at];
    let mut readings = sentence.readings[at].iter();
    token.word == word
        || readings.any(|reading| lexicon.lemmas[reading.lemma].text == word)
        || lexicon.parted.get(&token.word).any(|reading| {
            let lemma = &lexicon.lemmas[reading.lemma];
            let particle = lemma.particle.as_deref().unwrap_or_default();
            lemma.text.strip_prefix(particle) == Some(word)
        })
}

/// Whether it is one by the rules of the language.
fn is_base_form(sentence: &Sentence<'_>, at: usize, word: &str) -> bool {
    let token = &sentence.tokens[at];
    // `mijn` is no plural of `mij`.
    let pronoun = [
        Role::DETERMINER,
        Role::MAYBE_DETERMINER,
        Role::SUBJECT,
        Role::OBJECT,
    ];
    let pronoun = pronoun.into_iter().any(|role| token.role.is(role)) && token.word != "zijn";
    !token.is_name
        && !pronoun
        && token.word.len() <= 20
        && language::base_forms(&token.word)
            .iter()
            .any(|base| base == word)
}
