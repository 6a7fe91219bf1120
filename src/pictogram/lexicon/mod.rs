//! Which words belong to which concept, and which of them a sentence is about.
//!
//! The lexicon has base forms; their other forms come by rule. Where a form may mean more than one
//! thing, the sentence around it tells, or nothing is said.

mod animal;
mod body;
mod class;
mod clause;
mod compound;
mod emblem;
mod ending;
mod expression;
mod extra;
mod figure;
mod file;
mod function_word;
mod homograph;
mod inflect;
mod leading;
mod led;
mod limited;
mod lone;
mod negation;
mod particle;
mod rank;
mod reach;
mod search;
mod sentence;
mod table;
mod token;
mod unwanted;

use std::collections::{BTreeSet, HashMap};

use super::set::WordClass;
use expression::Expressions;
pub(super) use extra::{Extra, ExtraWord};
use file::Kind;
pub(crate) use file::LexiconError;
use file::{ConceptEntry, File};
use homograph::Homograph;
use inflect::Form;
pub(super) use negation::denies;
pub(super) use search::{Found, Meaning};
use table::Table;
pub(super) use token::normal;

/// A concept: one meaning with one picture.
#[derive(Debug)]
pub(super) struct Concept {
    /// Its name.
    pub(super) id: String,
    /// The name of its picture.
    pub(super) picture: String,
    /// What the picture shows.
    pub(super) name: String,
    /// What kind of thing it is.
    kind: Kind,
    /// So general that it is only shown where there is nothing better.
    pub(super) weak: bool,
}

/// A word in its base form.
#[derive(Debug)]
struct Lemma {
    text: String,
    class: WordClass,
    concept: usize,
    /// The particle of a verb that parts.
    particle: Option<String>,
}

/// What a form may be: a lemma in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reading {
    lemma: usize,
    form: Form,
}

/// What a word leads to by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Concept(usize),
    /// One of several.
    Unclear,
}

/// All words with their concepts.
#[derive(Debug)]
pub(super) struct Lexicon {
    concepts: Vec<Concept>,
    by_id: HashMap<String, usize>,
    lemmas: Vec<Lemma>,
    /// The lemmas that a base form has.
    by_lemma: Table<usize>,
    /// Every form that is one word.
    forms: Table<Reading>,
    /// Forms of verbs without the particle that stands elsewhere.
    parted: Table<Reading>,
    expressions: Expressions,
    homographs: HashMap<String, Homograph>,
    /// The concepts that show one of our own pictures.
    by_picture: Table<usize>,
}

impl Lexicon {
    /// Reads `lexicon.toml`.
    ///
    /// # Errors
    /// When it isn't as it should be, or contradicts itself.
    pub(super) fn parse(text: &str) -> Result<Self, LexiconError> {
        Self::from_file(toml::from_str(text)?)
    }

    /// Reads what `build.rs` made of `lexicon.toml`: the same in JSON, which is read far quicker. None
    /// when something is wrong with it; `parse` tells what.
    pub(super) fn from_json(text: &str) -> Option<Self> {
        Self::from_file(serde_json::from_str(text).ok()?).ok()
    }

    fn from_file(file: File) -> Result<Self, LexiconError> {
        let mut lexicon = Self {
            concepts: Vec::new(),
            by_id: HashMap::new(),
            lemmas: Vec::new(),
            by_lemma: Table::default(),
            forms: Table::large(),
            parted: Table::default(),
            expressions: Expressions::default(),
            homographs: HashMap::new(),
            by_picture: Table::default(),
        };
        for entry in file.concepts {
            lexicon.add(entry)?;
        }
        for entry in &file.homographs {
            let find = |id: &str| lexicon.by_id.get(id).copied();
            let homograph =
                Homograph::new(entry, find).map_err(|concept| LexiconError::NoConcept {
                    word: entry.word.clone(),
                    concept,
                })?;
            let word = normal(&entry.word);
            if let Some(concept) = lexicon.idle(&word, &homograph) {
                return Err(LexiconError::IdleRule {
                    word: entry.word.clone(),
                    concept: lexicon.concepts[concept].id.clone(),
                });
            }
            if lexicon.homographs.insert(word, homograph).is_some() {
                return Err(LexiconError::TwiceHomograph(entry.word.clone()));
            }
        }
        lexicon.refuse_doubles()?;
        Ok(lexicon)
    }

    fn add(&mut self, entry: ConceptEntry) -> Result<(), LexiconError> {
        let concept = self.concepts.len();
        if self.by_id.insert(entry.id.clone(), concept).is_some() {
            return Err(LexiconError::TwiceConcept(entry.id));
        }
        let lists = [
            &entry.nouns,
            &entry.verbs,
            &entry.adjectives,
            &entry.expressions,
        ];
        if lists.iter().all(|list| list.is_empty()) {
            return Err(LexiconError::NoWords(entry.id));
        }
        for (words, class) in [
            (&entry.nouns, WordClass::Noun),
            (&entry.adjectives, WordClass::Adjective),
        ] {
            for word in words {
                self.add_word(&normal(word), class, concept);
            }
        }
        for verb in &entry.verbs {
            self.add_verb(&normal(verb), concept)?;
        }
        for expression in &entry.expressions {
            let mut added = self.expressions.add(expression, concept);
            if let Some(parted) = parted_order(expression) {
                added = added.and_then(|()| self.expressions.add(&parted, concept));
            }
            if added.is_err() {
                return Err(LexiconError::BadExpression(expression.clone()));
            }
        }
        if !entry.picture.starts_with(|c: char| c.is_ascii_digit()) {
            self.by_picture.add(&entry.picture, concept);
        }
        self.concepts.push(Concept {
            id: entry.id,
            picture: entry.picture,
            name: entry.name,
            kind: entry.kind,
            weak: entry.weak,
        });
        Ok(())
    }

    fn add_word(&mut self, word: &str, class: WordClass, concept: usize) {
        if word.contains(' ') {
            // A row of words has no forms of its own, but for those of its last word.
            let (head, last) = word.rsplit_once(' ').expect("it has a space");
            let added = self.expressions.add(&format!("{head} +{last}"), concept);
            debug_assert!(added.is_ok(), "a row of words");
            return;
        }
        let lemma = self.add_lemma(word.to_owned(), class, concept, None);
        inflect::forms(word, class, &mut |text, form| {
            self.forms.add(text, Reading { lemma, form });
        });
    }

    fn add_verb(&mut self, verb: &str, concept: usize) -> Result<(), LexiconError> {
        if !verb.ends_with('n') || verb.contains(' ') {
            return Err(LexiconError::BadVerb(verb.to_owned()));
        }
        let Some((particle, base)) = verb.split_once('|') else {
            self.add_word(verb, WordClass::Verb, concept);
            return Ok(());
        };
        let text = format!("{particle}{base}");
        let lemma = self.add_lemma(text, WordClass::Verb, concept, Some(particle.to_owned()));
        inflect::joined(particle, base, &mut |text, form| {
            self.forms.add(text, Reading { lemma, form });
        });
        inflect::forms(base, WordClass::Verb, &mut |text, form| {
            self.parted.add(text, Reading { lemma, form });
        });
        Ok(())
    }

    fn add_lemma(
        &mut self,
        text: String,
        class: WordClass,
        concept: usize,
        particle: Option<String>,
    ) -> usize {
        let lemma = self.lemmas.len();
        self.by_lemma.add(&text, lemma);
        self.lemmas.push(Lemma {
            text,
            class,
            concept,
            particle,
        });
        lemma
    }

    /// A concept that the rules for a word name, though the word isn't among those of the concept.
    fn idle(&self, word: &str, homograph: &Homograph) -> Option<usize> {
        let readings = self.forms.get(word).chain(self.parted.get(word));
        let mut known: Vec<_> = readings.map(|reading| reading.lemma).collect();
        known.extend(self.by_lemma.get(word));
        let mut named = homograph.concepts();
        named.find(|concept| {
            let has = |lemma: &usize| self.lemmas[*lemma].concept == *concept;
            !known.iter().any(has) && !self.expressions.concepts(word).any(|one| one == *concept)
        })
    }

    /// Refuses a word with two meanings in one class that no rule parts.
    fn refuse_doubles(&self) -> Result<(), LexiconError> {
        for lemma in &self.lemmas {
            let other = self
                .by_lemma
                .get(&lemma.text)
                .map(|other| &self.lemmas[other])
                .find(|other| other.class == lemma.class && other.concept != lemma.concept);
            if let Some(other) = other.filter(|_| !self.homographs.contains_key(&lemma.text)) {
                return Err(self.twice(&lemma.text, lemma.concept, other.concept));
            }
        }
        for (text, concept) in self.expressions.texts() {
            let other = self.expressions.concepts(text).find(|one| *one != concept);
            if let Some(other) = other.filter(|_| !self.homographs.contains_key(text)) {
                return Err(self.twice(text, concept, other));
            }
        }
        Ok(())
    }

    fn twice(&self, word: &str, first: usize, second: usize) -> LexiconError {
        LexiconError::TwiceWord {
            word: word.to_owned(),
            first: self.concepts[first].id.clone(),
            second: self.concepts[second].id.clone(),
        }
    }

    /// What an author asks for by a word: a concept by its name, or a word or picture that leads to
    /// one.
    fn asked(&self, word: &str) -> Option<Asked> {
        let named = self.by_id.get(word).copied();
        if let Some(concept) = named.or_else(|| self.expressions.concepts(word).last()) {
            return Some(Asked::Concept(concept));
        }
        let concepts: BTreeSet<_> = self
            .by_lemma
            .get(word)
            .map(|lemma| self.lemmas[lemma].concept)
            .collect();
        if concepts.is_empty() {
            return self.by_picture.get(word).last().map(Asked::Concept);
        }
        let concept = match self.homographs.get(word) {
            Some(homograph) => homograph.otherwise(),
            None => only(concepts),
        };
        Some(concept.map_or(Asked::Unclear, Asked::Concept))
    }

    /// Every concept.
    pub(super) fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concept that an author asks for by a word, or by its own name or that of its picture.
    pub(super) fn by_word(&self, word: &str) -> Option<usize> {
        let word = normal(word);
        let asked = self.asked(&word).or_else(|| {
            let readings = self.forms.get(&word);
            let asked = readings.map(|reading| self.asked(&self.lemmas[reading.lemma].text));
            only(asked.collect()).flatten()
        });
        match asked {
            Some(Asked::Concept(concept)) => Some(concept),
            Some(Asked::Unclear) | None => None,
        }
    }

    /// Every word that [`Self::by_word`] knows, by alphabet.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let lemmas = self.lemmas.iter().map(|lemma| lemma.text.as_str());
        let rows = self.expressions.texts().map(|(text, _)| text);
        let names = self.concepts.iter();
        let names = names.flat_map(|concept| [concept.id.as_str(), concept.picture.as_str()]);
        let words: BTreeSet<_> = lemmas.chain(rows).chain(names).collect();
        let known = |word: &&str| matches!(self.asked(word), Some(Asked::Concept(_)));
        words.into_iter().filter(known)
    }

    /// The concept of a word in its base form, of a class where that is given, or of a fixed
    /// expression; of a homograph the usual one, if it has one. None when it may mean more.
    pub(super) fn of_word(&self, word: &str, class: Option<WordClass>) -> Option<usize> {
        let lemmas: Vec<_> = self.by_lemma.get(word).collect();
        if lemmas.is_empty() {
            return self.expressions.concepts(word).last();
        }
        let fitting = lemmas.into_iter().map(|lemma| &self.lemmas[lemma]);
        let fitting = fitting.filter(|lemma| class.is_none_or(|class| lemma.class == class));
        let concepts: BTreeSet<_> = fitting.map(|lemma| lemma.concept).collect();
        match self.homographs.get(word) {
            Some(homograph) => homograph.otherwise().filter(|one| concepts.contains(one)),
            None => only(concepts),
        }
    }

    /// Whether a word of a sentence is a form of a base form.
    pub(super) fn is_form(&self, word: &str, base: &str) -> bool {
        let mut readings = self.forms.get(word);
        word == base || readings.any(|reading| self.lemmas[reading.lemma].text == base)
    }

    /// Whether the lexicon says anything about a word, if only that it has no picture.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.homographs.contains_key(word)
            || self.forms.contains(word)
            || self.asked(word).is_some()
            || !function_word::role(word).is_none()
    }
}

/// The one thing that there is.
fn only<T>(things: BTreeSet<T>) -> Option<T> {
    let mut things = things.into_iter();
    things.next().filter(|_| things.next().is_none())
}

/// An expression with a verb that parts, as a main clause has it: `eten +op|warmen` gives
/// `+warmen … eten … op`.
fn parted_order(expression: &str) -> Option<String> {
    let mut parts = expression.split_whitespace();
    let (particle, verb) = parts.find_map(|part| part.strip_prefix('+')?.split_once('|'))?;
    let rest: Vec<_> = expression
        .split_whitespace()
        .filter(|part| !part.contains('|'))
        .collect();
    let rest = rest.join(" ");
    let rest = rest.trim_matches(|c: char| c == '…' || c == '.' || c.is_whitespace());
    Some(format!("+{verb} … {rest} … {particle}"))
}

#[cfg(test)]
mod tests;
