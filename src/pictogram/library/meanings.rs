//! What a word may mean by itself, so that an author can say which meaning is meant.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{LEXICON, Library, normal};
use crate::language;

/// The concepts of each base form, in the order of the lexicon.
static CONCEPTS: LazyLock<BTreeMap<String, Vec<Concept>>> = LazyLock::new(read);

/// The words of the lexicon, and nothing else of it.
#[derive(Deserialize)]
struct Words {
    #[serde(rename = "begrip")]
    concepts: Vec<Concept>,
}

/// A concept with its words.
#[derive(Clone, Deserialize)]
struct Concept {
    id: String,
    #[serde(rename = "zelfstandig", default)]
    nouns: Vec<String>,
    #[serde(rename = "werkwoord", default)]
    verbs: Vec<String>,
    #[serde(rename = "bijvoeglijk", default)]
    adjectives: Vec<String>,
}

impl Library {
    /// Everything that a word may mean: each meaning by another word that means only that, or else by
    /// the name of its concept. A word that no meaning is known of has none.
    pub(crate) fn meanings(&self, word: &str) -> Vec<String> {
        let word = normal(word);
        let known = |word: &str| CONCEPTS.get(word);
        let forms = || language::base_forms(&word).into_iter();
        let concepts = known(&word).or_else(|| forms().find_map(|form| known(&form)));
        let concepts = concepts.into_iter().flatten();
        concepts
            .map(|concept| self.told_by(concept, &word))
            .collect()
    }

    /// The first other word that means only this.
    fn told_by(&self, concept: &Concept, word: &str) -> String {
        let means_it =
            |other: &String| *other != word && self.concept(other).as_ref() == Some(&concept.id);
        concept.words().find(means_it).unwrap_or(concept.id.clone())
    }
}

impl Concept {
    /// Its base forms.
    fn words(&self) -> impl Iterator<Item = String> {
        let words = self.nouns.iter().chain(&self.verbs).chain(&self.adjectives);
        words.map(|word| normal(&word.replace('|', "")))
    }
}

fn read() -> BTreeMap<String, Vec<Concept>> {
    let mut concepts = BTreeMap::<_, Vec<_>>::new();
    let lexicon: Option<Words> = serde_json::from_str(LEXICON).ok();
    for concept in lexicon.into_iter().flat_map(|lexicon| lexicon.concepts) {
        for word in concept.words() {
            let known = concepts.entry(word).or_default();
            if !known.iter().any(|one: &Concept| one.id == concept.id) {
                known.push(concept.clone());
            }
        }
    }
    concepts
}
