//! `OpenMoji`: emoji as drawings, with the Dutch words that Unicode's CLDR has for them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::json::{Plain, Records, few};
use super::source::Source;
use super::{Candidate, CandidateWord, ImportError, Set, Weight};
use crate::pictogram::pack::{Language, tidy};
use crate::pictogram::set::WordClass;

/// Who made them.
const MAKERS: &str = "De pictogrammen zijn van OpenMoji (openmoji.org), het open project voor \
    emoji en iconen. De Nederlandse woorden zijn van Unicode CLDR.";

/// Emoji that a word may go with before it says too little to search by: `gezicht` goes with 146.
const MAX_EMOJI: usize = 3;

/// Groups of signs, of which a name in a sentence means something else: `delen` is ➗, `min` is ➖.
const SIGNS: &[&str] = &[
    "alphanum",
    "arrow",
    "av-symbol",
    "currency",
    "gender",
    "geometric",
    "keycap",
    "math",
    "other-symbol",
    "punctuation",
    "religion",
    "zodiac",
];

/// Names that mean something else in most plans: 🧝 is an `elf`, 🦡 a `das`, 📜 a `rol`.
const MISLEADING: &[&str] = &[
    "bel", "bot", "das", "elf", "golf", "haak", "harten", "klaveren", "knoop", "kruk", "pot",
    "ram", "rol", "ruiten", "schop", "schoppen", "sirene", "slip", "slot",
];

/// An emoji, as far as it matters here.
#[derive(Debug, Deserialize)]
struct Emoji {
    #[serde(rename = "emoji")]
    text: String,
    hexcode: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    subgroups: String,
    #[serde(default)]
    annotation: String,
    #[serde(default)]
    skintone: Plain,
}

impl Emoji {
    /// Variants in a colour of skin, parts of emoji and flags of regions are no pictures of a word.
    fn is_wanted(&self) -> bool {
        let has_tone = match &self.skintone {
            Plain::Null => false,
            Plain::Text(text) => !text.is_empty(),
            _ => true,
        };
        !has_tone && self.group != "component" && self.subgroups != "subdivision-flag"
    }
}

/// The words of CLDR for one emoji.
#[derive(Clone, Debug, Default, Deserialize)]
struct Annotation {
    #[serde(default, deserialize_with = "few")]
    default: Vec<String>,
    #[serde(default, deserialize_with = "few")]
    tts: Vec<String>,
}

/// A file of CLDR: its own list, or the derived one.
#[derive(Debug, Deserialize)]
struct AnnotationFile {
    #[serde(default)]
    annotations: AnnotationList,
    #[serde(default, rename = "annotationsDerived")]
    derived: AnnotationList,
}

/// The words of one language.
#[derive(Debug, Default, Deserialize)]
struct AnnotationList {
    #[serde(default)]
    identity: Identity,
    #[serde(default)]
    annotations: BTreeMap<String, Annotation>,
}

/// Which language that is.
#[derive(Debug, Default, Deserialize)]
struct Identity {
    #[serde(default)]
    language: String,
    #[serde(default)]
    territory: Option<String>,
}

/// Reads the list of emoji, joins it with the words and finds the drawings.
pub(super) fn read(
    source: &Source,
    words: Option<&Source>,
    _all: bool,
) -> Result<Set, ImportError> {
    let mut emoji = emoji(source)?;
    emoji.retain(Emoji::is_wanted);
    let annotations = match words {
        Some(words) => annotations(words)?,
        None => BTreeMap::new(),
    };
    let found: Vec<_> = emoji
        .iter()
        .map(|emoji| annotation(&annotations, &emoji.text))
        .collect();
    let mut counts = BTreeMap::<String, usize>::new();
    for annotation in found.iter().flatten() {
        for word in annotation.default.iter().filter_map(|word| tidy(word)) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let drawings = source.pictures_by_stem();
    let mut pictures = Vec::new();
    for (emoji, annotation) in emoji.iter().zip(&found) {
        let Some(path) = drawings
            .get(&emoji.hexcode)
            .map(|paths| in_colour(source, paths))
        else {
            continue;
        };
        pictures.push(Candidate {
            path: path.to_owned(),
            name: emoji.hexcode.clone(),
            words: candidate_words(emoji, *annotation, &counts),
            meaning: None,
        });
    }
    let notes = if annotations.is_empty() {
        vec![
            "zonder --words heeft de set alleen Engelse woorden: er komt vanzelf geen plaatje van \
             naast een zin. Geef met --words de map van cldr-annotations-full mee (op npm)"
                .to_owned(),
        ]
    } else {
        Vec::new()
    };
    Ok(Set {
        title: "OpenMoji",
        licence: "CC BY-SA 4.0",
        makers: MAKERS,
        version: source.package_version(),
        language: if annotations.is_empty() {
            Language::English
        } else {
            Language::Dutch
        },
        pictures,
        notes,
    })
}

/// The words of one emoji. Its name may stand in a sentence; its keywords are too loose for that
/// (`zeker` for 💯, `kosten` for a face with money), so they serve for searching, as long as they
/// go with few emoji.
fn candidate_words(
    emoji: &Emoji,
    annotation: Option<&Annotation>,
    counts: &BTreeMap<String, usize>,
) -> Vec<CandidateWord> {
    let word = |text: String, weight| CandidateWord {
        class: class(&text),
        text,
        weight,
    };
    let annotation = annotation.cloned().unwrap_or_default();
    let is_sign = SIGNS.contains(&emoji.subgroups.as_str());
    let weighed = |name: String| {
        let denies = name
            .split(' ')
            .any(|word| matches!(word, "geen" | "niet" | "zonder"));
        let is_loose = is_sign || denies || MISLEADING.contains(&name.as_str());
        let weight = if is_loose {
            Weight::Search
        } else {
            Weight::Main
        };
        word(name, weight)
    };
    let names = annotation.tts.iter().filter_map(|name| tidy(name));
    let mut words: Vec<_> = names.map(weighed).collect();
    let keywords = annotation.default.iter().filter_map(|word| tidy(word));
    let telling = keywords.filter(|word| counts.get(word).is_some_and(|n| *n <= MAX_EMOJI));
    words.extend(telling.map(|keyword| word(keyword, Weight::Search)));
    words.extend(tidy(&emoji.annotation).map(|name| word(name, Weight::Search)));
    words
}

/// The class of a name. CLDR names things; what may be a verb or an adjective is left open.
fn class(name: &str) -> Option<WordClass> {
    let ends = ["en", "ig", "ief", "loos", "end"];
    let may_be_other = name.contains(' ') || ends.iter().any(|end| name.ends_with(end));
    (!may_be_other).then_some(WordClass::Noun)
}

/// The list of emoji.
fn emoji(source: &Source) -> Result<Vec<Emoji>, ImportError> {
    let path = *source.named("openmoji.json").first().ok_or_else(|| {
        ImportError::shape(
            "er is geen openmoji.json",
            "wijs de map van het npm-pakket openmoji aan, met data/openmoji.json en color/svg",
        )
    })?;
    let list = serde_json::from_str::<Records<Emoji>>(&source.text(path)?);
    list.map(|Records(emoji)| emoji).map_err(|error| {
        ImportError::shape(
            format!(
                "{} is geen lijst van emoji (regel {})",
                source.relative(path),
                error.line()
            ),
            "haal het pakket openmoji opnieuw op",
        )
    })
}

/// The Dutch words of every emoji, those of CLDR's derived list last.
fn annotations(words: &Source) -> Result<BTreeMap<String, Annotation>, ImportError> {
    let mut annotations = BTreeMap::new();
    for path in words.named("annotations.json") {
        let folder = path.parent().and_then(Path::file_name);
        let folder = folder.unwrap_or_default().to_string_lossy();
        // The packages have a folder for each language; somebody may point at the Dutch one.
        if folder != "nl" && folder.len() < 4 {
            continue;
        }
        let Ok(file) = serde_json::from_str::<AnnotationFile>(&words.text(path)?) else {
            continue;
        };
        for list in [file.annotations, file.derived] {
            if list.identity.language != "nl" || list.identity.territory.is_some() {
                continue;
            }
            for (emoji, annotation) in list.annotations {
                annotations.entry(emoji).or_insert(annotation);
            }
        }
    }
    if annotations.is_empty() {
        return Err(ImportError::shape(
            "in de map van --words staan geen Nederlandse woorden voor emoji",
            "wijs de map van het npm-pakket cldr-annotations-full aan, met \
             annotations/nl/annotations.json",
        ));
    }
    Ok(annotations)
}

/// The words for an emoji, with or without the sign that asks for colour.
fn annotation<'a>(
    annotations: &'a BTreeMap<String, Annotation>,
    emoji: &str,
) -> Option<&'a Annotation> {
    let plain = emoji.replace('\u{fe0f}', "");
    let coloured = format!("{plain}\u{fe0f}");
    [emoji, &plain, &coloured]
        .into_iter()
        .find_map(|emoji| annotations.get(emoji))
}

/// The drawing in colour; the package has one in black as well.
fn in_colour<'a>(source: &Source, paths: &[&'a Path]) -> &'a Path {
    let is_black = |path: &&&Path| {
        let mut parts = source.inside(path).components();
        parts.any(|part| part.as_os_str() == "black")
    };
    paths
        .iter()
        .find(|path| !is_black(path))
        .unwrap_or(&paths[0])
}
