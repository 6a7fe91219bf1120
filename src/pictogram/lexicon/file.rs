//! `lexicon.toml` as it is written, and what can be wrong with it.

use serde::Deserialize;

use super::super::set::WordClass;

/// A lexicon that contradicts itself.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LexiconError {
    /// It isn't the TOML that it should be.
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    /// Two concepts have one name.
    #[error("het begrip `{0}` staat er twee keer: geef een van de twee een andere id")]
    TwiceConcept(String),
    /// A word leads to two concepts, and nothing tells which.
    #[error(
        "`{word}` staat bij de begrippen `{first}` en `{second}`: haal het bij een van de twee weg, of \
         zet er een [[homograaf]] bij"
    )]
    TwiceWord {
        /// The word.
        word: String,
        /// The concept that has it first.
        first: String,
        /// The other one.
        second: String,
    },
    /// A concept without words.
    #[error("het begrip `{0}` heeft geen woorden")]
    NoWords(String),
    /// A rule leads to a concept that isn't there.
    #[error("de homograaf `{word}` noemt het begrip `{concept}`, maar dat is er niet")]
    NoConcept {
        /// The word of the rule.
        word: String,
        /// What it leads to.
        concept: String,
    },
    /// A rule leads to a concept that the word doesn't belong to, so that it gives no picture.
    #[error(
        "de homograaf `{word}` noemt het begrip `{concept}`, maar dat heeft het woord niet: zet `{word}` er ook bij"
    )]
    IdleRule {
        /// The word of the rule.
        word: String,
        /// What it leads to.
        concept: String,
    },
    /// Two sets of rules for one word.
    #[error("de homograaf `{0}` staat er twee keer: voeg de keuzes samen")]
    TwiceHomograph(String),
    /// A fixed expression that nothing can match.
    #[error("`{0}` bij vast is leeg, of begint of eindigt met …: haal het weg of vul het aan")]
    BadExpression(String),
    /// A verb that isn't written as an infinitive.
    #[error("`{0}` bij werkwoord is geen heel werkwoord: schrijf het zoals lopen of op|staan")]
    BadVerb(String),
}

/// What kind of thing a concept is, which tells how likely a sentence is about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Kind {
    #[serde(rename = "doen")]
    Act,
    #[serde(rename = "ding")]
    Thing,
    #[serde(rename = "gevoel")]
    Feeling,
    #[serde(rename = "eigenschap")]
    Quality,
    #[serde(rename = "plek")]
    Place,
    #[serde(rename = "wie")]
    Person,
    #[serde(rename = "tijd")]
    Time,
    #[serde(rename = "recht")]
    Right,
}

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(rename = "begrip")]
    pub(super) concepts: Vec<ConceptEntry>,
    #[serde(rename = "homograaf", default)]
    pub(super) homographs: Vec<HomographEntry>,
}

/// A concept with its words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConceptEntry {
    pub(super) id: String,
    #[serde(rename = "beeld")]
    pub(super) picture: String,
    #[serde(rename = "naam")]
    pub(super) name: String,
    #[serde(rename = "soort")]
    pub(super) kind: Kind,
    #[serde(rename = "zwak", default)]
    pub(super) weak: bool,
    #[serde(rename = "zelfstandig", default)]
    pub(super) nouns: Vec<String>,
    #[serde(rename = "werkwoord", default)]
    pub(super) verbs: Vec<String>,
    #[serde(rename = "bijvoeglijk", default)]
    pub(super) adjectives: Vec<String>,
    #[serde(rename = "vast", default)]
    pub(super) expressions: Vec<String>,
}

/// How to choose between the meanings of a word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HomographEntry {
    #[serde(rename = "woord")]
    pub(super) word: String,
    #[serde(rename = "anders", default)]
    pub(super) otherwise: String,
    #[serde(rename = "keuzes", default)]
    pub(super) choices: Vec<ChoiceEntry>,
}

/// A meaning, and what must hold for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoiceEntry {
    #[serde(rename = "begrip")]
    pub(super) concept: String,
    #[serde(rename = "voor", default)]
    pub(super) before: Vec<String>,
    #[serde(rename = "na", default)]
    pub(super) after: Vec<String>,
    #[serde(rename = "bij", default)]
    pub(super) among: Vec<String>,
    #[serde(rename = "als")]
    pub(super) class: Option<ClassEntry>,
}

/// A word class, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum ClassEntry {
    #[serde(rename = "zelfstandig")]
    Noun,
    #[serde(rename = "werkwoord")]
    Verb,
    #[serde(rename = "bijvoeglijk")]
    Adjective,
}

impl From<ClassEntry> for WordClass {
    fn from(entry: ClassEntry) -> Self {
        match entry {
            ClassEntry::Noun => Self::Noun,
            ClassEntry::Verb => Self::Verb,
            ClassEntry::Adjective => Self::Adjective,
        }
    }
}
