//! ARASAAC: JSON records with keywords, and an image for each by its number.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};

use super::json::{MAX_RECORDS, Plain, Records, few, few_that};
use super::source::{Source, stem_of};
use super::{Candidate, CandidateWord, ImportError, Set, Weight, counted, named};
use crate::pictogram::pack::{Language, tidy};
use crate::pictogram::set::WordClass;

/// The names that must stand in every document.
const MAKERS: &str = "De pictogrammen zijn van Sergio Palao, voor ARASAAC (arasaac.org), eigendom \
    van de regering van Aragón (Spanje).";

/// A pictogram, as far as it matters here.
#[derive(Debug, Deserialize)]
struct Record {
    #[serde(rename = "_id")]
    id: Plain,
    #[serde(default, deserialize_with = "keywords")]
    keywords: Vec<Keyword>,
    #[serde(default, deserialize_with = "few")]
    categories: Vec<Plain>,
    #[serde(default, deserialize_with = "few")]
    synsets: Vec<Plain>,
    #[serde(default)]
    sex: Plain,
    #[serde(default)]
    violence: Plain,
}

/// A word of a pictogram.
#[derive(Debug, Deserialize)]
struct Keyword {
    #[serde(default, rename = "keyword")]
    text: Option<String>,
    #[serde(default, rename = "type")]
    kind: Plain,
    #[serde(default)]
    plural: Option<String>,
    #[serde(default)]
    meaning: Option<String>,
}

/// Reads keywords; one without text takes memory and is of no use.
fn keywords<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Keyword>, D::Error> {
    few_that(deserializer, |keyword: &Keyword| keyword.text.is_some())
}

/// A pictogram with an image.
#[derive(Debug)]
struct Pictured {
    record: Record,
    id: String,
    path: PathBuf,
}

/// Reads the records and finds their images.
pub(super) fn read(
    source: &Source,
    _words: Option<&Source>,
    all: bool,
) -> Result<Set, ImportError> {
    let records = records(source)?;
    let images = images(source);
    let mut notes = Vec::new();
    let (mut kept, mut sensitive, mut without_image) = (Vec::new(), Vec::new(), Vec::new());
    for (id, record) in records {
        if !all && (is_true(&record.sex) || is_true(&record.violence)) {
            sensitive.push(id);
        } else if let Some(path) = images.get(&id) {
            let path = path.clone();
            kept.push(Pictured { record, id, path });
        } else {
            without_image.push(id);
        }
    }
    // By number: the oldest picture of a word is mostly the plainest.
    kept.sort_by_key(|kept| (kept.id.len(), kept.id.clone()));
    if !sensitive.is_empty() {
        notes.push(format!(
            "{} over seks of geweld: niet meegenomen, met --all wel (nummers {})",
            counted(sensitive.len(), "plaatje", "plaatjes"),
            named(&sensitive)
        ));
    }
    if !without_image.is_empty() {
        notes.push(format!(
            "bij {} is er geen plaatje in de map (nummers {})",
            counted(without_image.len(), "beschrijving", "beschrijvingen"),
            named(&without_image)
        ));
    }
    let ambiguous = ambiguous(&kept);
    let mut pictures = Vec::new();
    for Pictured { record, id, path } in kept {
        let meaning = record.keywords.iter().find_map(|keyword| {
            let meaning = keyword.meaning.as_deref().map(str::trim);
            meaning.filter(|meaning| !meaning.is_empty())
        });
        pictures.push(Candidate {
            path,
            name: id,
            meaning: meaning.map(str::to_owned),
            words: words(&record, &ambiguous),
        });
    }
    if !ambiguous.is_empty() {
        notes.push(format!(
            "{} meer dan een ding, en komt alleen bij zoekwoorden",
            counted(ambiguous.len(), "woord betekent", "woorden betekenen")
        ));
    }
    Ok(Set {
        title: "ARASAAC",
        licence: "CC BY-NC-SA",
        makers: MAKERS,
        version: None,
        language: Language::Dutch,
        pictures,
        notes,
    })
}

/// The records of every JSON file that has some, by number.
fn records(source: &Source) -> Result<BTreeMap<String, Record>, ImportError> {
    let mut records = BTreeMap::new();
    let mut broken = None;
    for path in source.with_extension("json") {
        let text = source.text(path)?;
        let found = serde_json::from_str::<Records<Record>>(&text)
            .map(|Records(found)| found)
            .or_else(|_| serde_json::from_str::<Record>(&text).map(|record| vec![record]));
        match found {
            Ok(found) if found.len() > MAX_RECORDS => return Err(too_many()),
            Ok(found) => {
                for record in found {
                    if let Some(id) = number(&record.id) {
                        records.entry(id).or_insert(record);
                    }
                }
                if records.len() > MAX_RECORDS {
                    return Err(too_many());
                }
            }
            Err(error) => broken = broken.or(Some((source.relative(path), error.line()))),
        }
    }
    match broken {
        _ if !records.is_empty() => Ok(records),
        Some((file, line)) => Err(ImportError::shape(
            format!("{file} heeft geen beschrijvingen van ARASAAC (regel {line})"),
            "haal de Nederlandse beschrijvingen op bij arasaac.org, als JSON met _id en keywords",
        )),
        None => Err(ImportError::shape(
            "er is geen JSON-bestand met de beschrijvingen",
            "zet het JSON-bestand van ARASAAC in de map, bij de plaatjes",
        )),
    }
}

/// What is to be said of a list without end.
fn too_many() -> ImportError {
    ImportError::shape(
        format!("de set heeft meer dan {MAX_RECORDS} beschrijvingen"),
        "splits de set in twee mappen",
    )
}

/// The image of each number: a drawing before pixels, and of these 500 before other sizes.
fn images(source: &Source) -> BTreeMap<String, PathBuf> {
    let mut images = BTreeMap::<String, (u8, PathBuf)>::new();
    for path in source.pictures() {
        let stem = stem_of(path);
        let (id, size) = stem.split_once('_').unwrap_or((&stem, ""));
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let rank = match (extension(path), size) {
            ("svg", _) => 0,
            (_, "500") => 1,
            (_, "") => 2,
            _ => 3,
        };
        let known = images.get(id).map(|(rank, _)| *rank);
        if known.is_none_or(|known| rank < known) {
            images.insert(id.to_owned(), (rank, path.to_owned()));
        }
    }
    let images = images.into_iter();
    images.map(|(id, (_, path))| (id, path)).collect()
}

fn extension(path: &Path) -> &str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.unwrap_or_default()
}

/// The words of a record. Only nouns, verbs, adjectives and expressions go into sentences: a name
/// may be that of the client's neighbour, and a small word such as `op` says nothing by itself.
fn words(record: &Record, ambiguous: &BTreeSet<String>) -> Vec<CandidateWord> {
    let mut words = Vec::new();
    for (index, keyword) in record.keywords.iter().enumerate() {
        let Some((text, has_note)) = keyword.text.as_deref().and_then(without_note) else {
            continue;
        };
        let (class, usual) = match keyword.kind {
            Plain::Number(2) => (Some(WordClass::Noun), true),
            Plain::Number(3) => (Some(WordClass::Verb), true),
            Plain::Number(4) => (Some(WordClass::Adjective), true),
            Plain::Number(5) => (None, true),
            _ => (None, false),
        };
        let weight = match index {
            _ if !usual || has_note || ambiguous.contains(&text) => Weight::Search,
            0 => Weight::Main,
            _ => Weight::Also,
        };
        let plural = keyword.plural.as_deref().and_then(tidy);
        let plural = plural.filter(|plural| *plural != text && class == Some(WordClass::Noun));
        for text in std::iter::once(text).chain(plural) {
            words.push(CandidateWord {
                text,
                class,
                weight,
            });
        }
    }
    words
}

/// A keyword without what stands in brackets behind it, and whether anything did: `bank (meubel)`
/// says itself that the word is not enough.
fn without_note(keyword: &str) -> Option<(String, bool)> {
    let (word, note) = keyword.split_once('(').unwrap_or((keyword, ""));
    Some((tidy(word)?, !note.is_empty()))
}

/// Words that stand for different things: the same word of the same class in two records that have
/// no sense in common.
fn ambiguous(kept: &[Pictured]) -> BTreeSet<String> {
    let mut first = BTreeMap::<(String, u64), &Record>::new();
    let mut ambiguous = BTreeSet::new();
    for Pictured { record, .. } in kept {
        for keyword in &record.keywords {
            let Some((word, _)) = keyword.text.as_deref().and_then(without_note) else {
                continue;
            };
            let kind = match keyword.kind {
                Plain::Number(kind) => kind,
                _ => 0,
            };
            let known = first.entry((word.clone(), kind)).or_insert(record);
            if !same_sense(known, record) {
                ambiguous.insert(word);
            }
        }
    }
    ambiguous
}

/// Whether two records with the same word may mean the same: by the senses of `WordNet` that
/// they name, or else by their categories. Where nothing is said they do.
fn same_sense(a: &Record, b: &Record) -> bool {
    for (a, b) in [(&a.synsets, &b.synsets), (&a.categories, &b.categories)] {
        if !a.is_empty() && !b.is_empty() {
            return a.iter().any(|sense| b.contains(sense));
        }
    }
    true
}

/// The number of a record, in digits.
fn number(id: &Plain) -> Option<String> {
    let id = match id {
        Plain::Number(number) => number.to_string(),
        Plain::Text(text) => text.trim().to_owned(),
        _ => return None,
    };
    (!id.is_empty() && id.len() < 12 && id.bytes().all(|byte| byte.is_ascii_digit())).then_some(id)
}

/// Whether a mark is set, however it is written. One that can't be understood counts as set.
fn is_true(mark: &Plain) -> bool {
    match mark {
        Plain::Null | Plain::Bool(false) | Plain::Number(0) => false,
        Plain::Other(number) => *number != 0.0,
        Plain::Text(text) => !matches!(text.trim(), "" | "0" | "false"),
        _ => true,
    }
}
