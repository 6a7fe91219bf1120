//! Which words belong to which concept, and which of them a sentence is about.
//!
//! The lexicon has base forms; their other forms come by rule. Where a form may mean more than one
//! thing, the sentence around it tells, or nothing is said.

mod class;
mod clause;
mod compound;
mod ending;
mod expression;
mod extra;
mod file;
mod forms;
mod function_word;
mod homograph;
mod inflect;
mod negation;
mod particle;
mod rank;
mod search;
mod sentence;
mod token;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::set::WordClass;
use expression::Expressions;
pub(super) use extra::{Extra, ExtraWord};
use file::Kind;
pub(crate) use file::LexiconError;
use file::{ConceptEntry, File};
use forms::Forms;
use homograph::Homograph;
use inflect::Form;
pub(super) use negation::denies;
pub(super) use search::{Found, Meaning};
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

/// All words with their concepts.
#[derive(Debug)]
pub(super) struct Lexicon {
    concepts: Vec<Concept>,
    by_id: HashMap<String, usize>,
    lemmas: Vec<Lemma>,
    by_lemma: HashMap<String, Vec<usize>>,
    /// Every form that is one word.
    forms: Forms,
    /// Forms of verbs without the particle that stands elsewhere.
    parted: Forms,
    expressions: Expressions,
    homographs: HashMap<String, Homograph>,
    /// What [`Self::by_word`] knows.
    asked: BTreeMap<String, Option<usize>>,
}

impl Lexicon {
    /// Reads `lexicon.toml`.
    ///
    /// # Errors
    /// When it isn't as it should be, or contradicts itself.
    pub(super) fn parse(text: &str) -> Result<Self, LexiconError> {
        let file: File = toml::from_str(text)?;
        let mut lexicon = Self {
            concepts: Vec::new(),
            by_id: HashMap::new(),
            lemmas: Vec::new(),
            by_lemma: HashMap::new(),
            forms: Forms::new(),
            parted: Forms::new(),
            expressions: Expressions::default(),
            homographs: HashMap::new(),
            asked: BTreeMap::new(),
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
            if lexicon.homographs.insert(word, homograph).is_some() {
                return Err(LexiconError::TwiceHomograph(entry.word.clone()));
            }
        }
        lexicon.refuse_doubles()?;
        lexicon.list_asked();
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
        for (form, kind) in inflect::forms(word, class) {
            self.forms.add(form, Reading { lemma, form: kind });
        }
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
        for (form, kind) in inflect::joined(particle, base) {
            self.forms.add(form, Reading { lemma, form: kind });
        }
        for (form, kind) in inflect::forms(base, WordClass::Verb) {
            self.parted.add(form, Reading { lemma, form: kind });
        }
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
        self.by_lemma.entry(text.clone()).or_default().push(lemma);
        self.lemmas.push(Lemma {
            text,
            class,
            concept,
            particle,
        });
        lemma
    }

    /// Refuses a word with two meanings in one class that no rule parts.
    fn refuse_doubles(&self) -> Result<(), LexiconError> {
        let mut seen: BTreeMap<(&str, WordClass), usize> = BTreeMap::new();
        for lemma in &self.lemmas {
            let first = *seen
                .entry((&lemma.text, lemma.class))
                .or_insert(lemma.concept);
            if first != lemma.concept && !self.homographs.contains_key(&lemma.text) {
                return Err(self.twice(&lemma.text, first, lemma.concept));
            }
        }
        let mut rows: HashMap<&str, usize> = HashMap::new();
        for (text, concept) in self.expressions.texts() {
            let first = *rows.entry(text).or_insert(concept);
            if first != concept && !self.homographs.contains_key(text) {
                return Err(self.twice(text, first, concept));
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

    /// Lists what an author may ask for: words that mean one thing, and concepts by their name.
    fn list_asked(&mut self) {
        let mut asked: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for lemma in &self.lemmas {
            if let Some(homograph) = self.homographs.get(&lemma.text) {
                asked.insert(lemma.text.clone(), homograph.otherwise());
                continue;
            }
            let one = asked
                .entry(lemma.text.clone())
                .or_insert(Some(lemma.concept));
            if *one != Some(lemma.concept) {
                *one = None;
            }
        }
        for (text, concept) in self.expressions.texts() {
            asked.insert(text.to_owned(), Some(concept));
        }
        for (at, concept) in self.concepts.iter().enumerate().rev() {
            let is_own = !concept.picture.starts_with(|c: char| c.is_ascii_digit());
            if is_own {
                asked.entry(concept.picture.clone()).or_insert(Some(at));
            }
            asked.insert(concept.id.clone(), Some(at));
        }
        self.asked = asked;
    }

    /// Every concept.
    pub(super) fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concept that an author asks for by a word, or by its own name or that of its picture.
    pub(super) fn by_word(&self, word: &str) -> Option<usize> {
        let word = normal(word);
        if let Some(found) = self.asked.get(&word) {
            return *found;
        }
        let readings = self.forms.get(&word);
        let concepts: BTreeSet<_> = readings
            .iter()
            .map(|reading| {
                self.asked
                    .get(&self.lemmas[reading.lemma].text)
                    .copied()
                    .flatten()
            })
            .collect();
        let mut concepts = concepts.into_iter();
        concepts
            .next()
            .flatten()
            .filter(|_| concepts.next().is_none())
    }

    /// Every word that [`Self::by_word`] knows, by alphabet.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let known = self.asked.iter().filter(|(_, concept)| concept.is_some());
        known.map(|(word, _)| word.as_str())
    }

    /// The concept that a word in its base form has, of a class where that is given; none when it
    /// may mean more than one thing.
    pub(super) fn of_lemma(&self, word: &str, class: Option<WordClass>) -> Option<usize> {
        if self.homographs.contains_key(word) {
            return None;
        }
        let lemmas = self.by_lemma.get(word)?;
        let concepts: BTreeSet<_> = lemmas
            .iter()
            .map(|lemma| &self.lemmas[*lemma])
            .filter(|lemma| class.is_none_or(|class| lemma.class == class))
            .map(|lemma| lemma.concept)
            .collect();
        let mut concepts = concepts.into_iter();
        concepts.next().filter(|_| concepts.next().is_none())
    }

    /// Whether a word of a sentence is a form of a base form.
    pub(super) fn is_form(&self, word: &str, base: &str) -> bool {
        let mut readings = self.forms.get(word).into_iter();
        word == base || readings.any(|reading| self.lemmas[reading.lemma].text == base)
    }

    /// Whether the lexicon says anything about a word, if only that it has no picture.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.homographs.contains_key(word)
            || self.forms.contains(word)
            || self.asked.contains_key(word)
            || !function_word::role(word).is_none()
    }
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
