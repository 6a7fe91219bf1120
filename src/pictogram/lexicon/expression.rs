//! Fixed expressions: rows of words that mean more together than apart.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::super::set::WordClass;
use super::function_word::Role;
use super::inflect::{self, Form};
use super::table::Table;
use super::token::{Token, normal};

/// The most words that a gap stands for.
const GAP: usize = 4;
/// The most words between a verb and the rest of its expression, when they are apart.
const APART: usize = 6;

/// One place of an expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Slot {
    /// A word as it stands.
    Exact(String),
    /// A word in any of its forms, by its number.
    Any(usize),
    /// Up to four other words.
    Gap,
}

/// A fixed expression.
#[derive(Debug)]
struct Expression {
    /// As the lexicon has it, without signs.
    text: String,
    slots: Vec<Slot>,
    /// How many words it has.
    words: usize,
    concept: usize,
    /// Its one verb, at its end or head, and the rest: in a main clause they may stand apart.
    apart: Option<(usize, Range<usize>)>,
}

/// An expression that a sentence holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held<'a> {
    /// Its words in the sentence.
    pub(super) tokens: Vec<usize>,
    pub(super) concept: usize,
    /// As the lexicon has it.
    pub(super) text: &'a str,
}

/// All fixed expressions.
#[derive(Debug, Default)]
pub(super) struct Expressions {
    all: Vec<Expression>,
    /// Words in any form, numbered.
    words: HashMap<String, usize>,
    /// The numbers of the words that a form belongs to.
    forms: Table<usize>,
    /// The concepts of their texts.
    texts: Table<usize>,
    /// By what they begin with.
    first: HashMap<Slot, Vec<usize>>,
    /// By their verb, those that may stand apart from it.
    verbs: HashMap<Slot, Vec<usize>>,
}

/// A sentence, ready to be matched with slots.
struct Row<'a> {
    tokens: &'a [Token<'a>],
    clause_of: &'a [usize],
    /// The numbers of the words that each token may be a form of.
    numbers: Vec<Vec<usize>>,
}

impl Row<'_> {
    /// Whether there is a denial among these words.
    fn denies(&self, places: &[usize]) -> bool {
        places
            .iter()
            .any(|at| self.tokens[*at].role.is(Role::DENIAL))
    }

    /// Whether a comma or another mark stands between two words: `gezicht, haar en armen`.
    fn is_parted(&self, one: usize, other: usize) -> bool {
        let between = one.min(other) + 1..=one.max(other);
        self.tokens[between]
            .iter()
            .any(|token| token.mark.is_some())
    }

    /// Whether a pronoun belongs to the preposition before it: `bij mij`.
    fn is_led(&self, at: usize) -> bool {
        self.tokens[at].role.is(Role::OBJECT)
            && !self.tokens[at].role.is(Role::MAYBE_DETERMINER)
            && at > 0
            && self.tokens[at].mark.is_none()
            && self.tokens[at - 1].role.is(Role::PREPOSITION)
    }

    fn fits(&self, slot: &Slot, at: usize) -> bool {
        match slot {
            Slot::Exact(text) => *text == self.tokens[at].word,
            Slot::Any(number) => self.numbers[at].contains(number),
            Slot::Gap => false,
        }
    }
}

impl Expressions {
    /// Adds an expression.
    ///
    /// # Errors
    /// When it has no words, or a gap at its head or end.
    pub(super) fn add(&mut self, text: &str, concept: usize) -> Result<(), ()> {
        let mut slots = Vec::new();
        let mut verbs = Vec::new();
        let text = if text.contains('…') || text.contains("...") {
            Cow::Owned(text.replace("...", " … ").replace('…', " … "))
        } else {
            Cow::Borrowed(text)
        };
        for (place, part) in text.split_whitespace().enumerate() {
            if part == "…" {
                slots.push(Slot::Gap);
            } else if let Some(word) = part.strip_prefix('+') {
                let word = normal(word);
                if word.ends_with('n') {
                    verbs.push(place);
                }
                slots.push(Slot::Any(self.number(&word)));
            } else {
                let word = normal(part);
                slots.push(Slot::Exact(
                    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'')
                        .to_owned(),
                ));
            }
        }
        let ends = [slots.first(), slots.last()];
        if ends.iter().any(|end| matches!(end, None | Some(Slot::Gap))) {
            return Err(());
        }
        let number = self.all.len();
        let apart = match verbs[..] {
            [verb] if slots.len() > 1 && verb == 0 => Some((0, after_gap(&slots, 1)..slots.len())),
            [verb] if verb + 1 == slots.len() && slots.len() > 1 => {
                let end = if matches!(slots[verb - 1], Slot::Gap) {
                    verb - 1
                } else {
                    verb
                };
                Some((verb, 0..end))
            }
            _ => None,
        };
        let first = self.first.entry(slots[0].clone()).or_default();
        first.push(number);
        if let Some((verb, _)) = &apart {
            let verbs = self.verbs.entry(slots[*verb].clone()).or_default();
            verbs.push(number);
        }
        let plain = plain(&text);
        self.texts.add(&plain, concept);
        self.all.push(Expression {
            text: plain,
            words: slots
                .iter()
                .filter(|slot| !matches!(slot, Slot::Gap))
                .count(),
            slots,
            concept,
            apart,
        });
        Ok(())
    }

    /// The number of a word that may stand in any form.
    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let number = self.words.len();
        self.words.insert(word.to_owned(), number);
        any_form(word, &mut |form, _| self.forms.add(form, number));
        number
    }

    /// The concepts that an expression has, by its text.
    pub(super) fn concepts(&self, text: &str) -> impl Iterator<Item = usize> + '_ {
        self.texts.get(text)
    }

    /// Every expression with its concept, as it may be asked for.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, usize)> {
        self.all.iter().map(|one| (one.text.as_str(), one.concept))
    }

    /// The expressions that a sentence holds: the longest first, and of one length the first. No word
    /// is in two of them.
    pub(super) fn find(&self, tokens: &[Token<'_>], clause_of: &[usize]) -> Vec<Held<'_>> {
        let numbers = tokens.iter().enumerate().map(|(at, token)| {
            if token.is_name || is_copula(tokens, at) {
                return Vec::new();
            }
            self.forms.get(&token.word).collect()
        });
        let row = Row {
            tokens,
            clause_of,
            numbers: numbers.collect(),
        };
        let mut found: Vec<(usize, Held<'_>)> = Vec::new();
        for (at, token) in tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| !token.is_name)
        {
            let any = row.numbers[at].iter().map(|number| Slot::Any(*number));
            for slot in any.chain([Slot::Exact(token.word.clone())]) {
                for number in self.first.get(&slot).into_iter().flatten() {
                    let one = &self.all[*number];
                    let mut places = Vec::new();
                    if row.follow(&one.slots, at, &mut places) {
                        found.push((one.words, one.held(places)));
                    }
                }
                for number in self.verbs.get(&slot).into_iter().flatten() {
                    let one = &self.all[*number];
                    if let Some(places) = one.apart_at(&row, at) {
                        found.push((one.words, one.held(places)));
                    }
                }
            }
        }
        found.sort_by(|(a, one), (b, other)| {
            let span = |held: &Held<'_>| held.tokens[held.tokens.len() - 1] - held.tokens[0];
            b.cmp(a)
                .then_with(|| span(one).cmp(&span(other)))
                .then_with(|| one.tokens.cmp(&other.tokens))
        });
        let mut taken = vec![false; tokens.len()];
        let mut kept = Vec::new();
        for (_, held) in found {
            if held.tokens.iter().any(|at| taken[*at]) {
                continue;
            }
            for at in &held.tokens {
                taken[*at] = true;
            }
            kept.push(held);
        }
        kept
    }
}

impl Expression {
    fn held(&self, tokens: Vec<usize>) -> Held<'_> {
        Held {
            tokens,
            concept: self.concept,
            text: &self.text,
        }
    }

    /// The words of an expression whose verb stands here, and whose rest is elsewhere in the clause.
    fn apart_at(&self, row: &Row<'_>, verb: usize) -> Option<Vec<usize>> {
        let (_, rest) = self.apart.as_ref()?;
        let slots = &self.slots[rest.clone()];
        let clause = row.clause_of[verb];
        let from = verb.saturating_sub(APART);
        let to = (verb + APART + 1).min(row.tokens.len());
        (from..to)
            .filter(|at| *at != verb && row.clause_of[*at] == clause)
            .find_map(|at| {
                let mut places = Vec::new();
                let whole = row.fits(&slots[0], at)
                    && !row.is_led(at)
                    && !row.is_parted(at, verb)
                    && row.follow(slots, at, &mut places)
                    && (verb < at || !row.denies(&places) || places.ends_with(&[verb - 1]))
                    && places
                        .iter()
                        .all(|place| *place != verb && row.clause_of[*place] == clause);
                whole.then(|| {
                    places.push(verb);
                    places.sort_unstable();
                    places
                })
            })
    }
}

/// Whether a `was` can't be of `wassen`: that has `ik` beside it, or opens the sentence.
fn is_copula(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |place: Option<usize>| {
        let token = place.and_then(|place| tokens.get(place));
        token.map_or("", |token| token.word.as_str())
    };
    tokens[at].word == "was"
        && at > 0
        && tokens[at].mark.is_none()
        && !matches!(word(at.checked_sub(1)), "ik" | "'k" | "en" | "de" | "mijn")
        && !matches!(word(Some(at + 1)), "ik" | "je" | "jij")
}

fn after_gap(slots: &[Slot], at: usize) -> usize {
    if matches!(slots[at], Slot::Gap) {
        at + 1
    } else {
        at
    }
}

/// An expression as it may be asked for: without signs.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.chars().filter(|c| !matches!(c, '+' | '|')));
    }
    plain
}

/// Tells every form that a word may have, whatever its class. Some may come twice.
fn any_form(word: &str, tell: &mut dyn FnMut(&str, Form)) {
    if let Some((particle, verb)) = word.split_once('|') {
        inflect::joined(particle, verb, tell);
        return;
    }
    let other = if word.ends_with('n') {
        WordClass::Verb
    } else {
        WordClass::Adjective
    };
    inflect::forms(word, other, tell);
    inflect::forms(word, WordClass::Noun, tell);
}

impl Row<'_> {
    /// Whether slots fit the sentence from a word on; tells which words fill them.
    fn follow(&self, slots: &[Slot], at: usize, places: &mut Vec<usize>) -> bool {
        let Some((slot, rest)) = slots.split_first() else {
            return true;
        };
        let tokens = self.tokens;
        let parted = |at: usize| tokens.get(at).is_some_and(|token| token.mark.is_some());
        if matches!(slot, Slot::Gap) {
            for skip in 0..=GAP {
                if skip > 0 && parted(at + skip - 1) {
                    return false;
                }
                let kept = places.len();
                if self.follow(rest, at + skip, places) {
                    return true;
                }
                places.truncate(kept);
            }
            return false;
        }
        let Some(token) = tokens.get(at) else {
            return false;
        };
        if token.is_name || !places.is_empty() && token.mark.is_some() || !self.fits(slot, at) {
            return false;
        }
        places.push(at);
        self.follow(rest, at + 1, places)
    }
}
