//! Brings a set of pictograms that an organisation is licensed for into `data/pictogrammen`.
//!
//! Each kind of set has a file of its own, which says what pictures there are and what they go
//! with. Here they are cleaned, given plain names, and put in place as a whole.

mod arasaac;
mod csv;
mod folder;
mod json;
mod mulberry;
mod openmoji;
mod sclera;
mod settle;
mod source;
mod word_list;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::pack::{
    self, Language, PACK_FILE, PackFile, PictureEntry, PictureError, is_printable, read_limited,
    visible,
};
use super::pixels::is_invisible;
use super::raster;
use super::set::{Drawing, DrawingFormat, WordClass};
use super::svg;
use crate::dossier::identifier::Id;
use crate::store::{self, NewFolder};
use source::Source;

/// Pictures that a set may have; ARASAAC has about 14,000.
const MAX_PICTURES: usize = 25_000;

/// Bytes that a picture may have as it comes in.
const MAX_PICTURE: u64 = 10 * 1024 * 1024;

/// Pictures that are cleaned side by side before they are written.
const CHUNK: usize = 64;

/// A kind of set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// JSON records with images by number.
    Arasaac,
    /// A CSV file with SVG drawings.
    Mulberry,
    /// Emoji, with the words of CLDR.
    Openmoji,
    /// White on black, named in Dutch.
    Sclera,
    /// Any folder of pictures that are named by their words.
    Folder,
}

impl Kind {
    /// The word for it on the command line and in `pack.toml`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Arasaac => "arasaac",
            Self::Mulberry => "mulberry",
            Self::Openmoji => "openmoji",
            Self::Sclera => "sclera",
            Self::Folder => "folder",
        }
    }
}

/// What is to be brought in.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    /// What kind of set.
    pub(crate) kind: Kind,
    /// Where it lies.
    pub(crate) path: &'a Path,
    /// Where Dutch words for it lie.
    pub(crate) words: Option<&'a Path>,
    /// What its folder will be called.
    pub(crate) name: Id,
    /// The licence, where it isn't the usual one.
    pub(crate) licence: Option<&'a str>,
    /// Who made it, in a sentence, where it isn't the usual one.
    pub(crate) makers: Option<&'a str>,
    /// With the violent and sexual ones.
    pub(crate) all: bool,
    /// The data folder.
    pub(crate) data: &'a Path,
}

/// A picture that stays out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Its file, from the folder of the set.
    pub(crate) file: String,
    /// Dutch, with the way out.
    pub(crate) reason: String,
}

/// A set that is in place.
#[derive(Debug)]
pub(crate) struct Imported {
    /// How many pictures it has.
    pub(crate) pictures: usize,
    /// How many words go with them in sentences.
    pub(crate) words: usize,
    /// How many more they are found by.
    pub(crate) search_words: usize,
    /// The pictures that stay out.
    pub(crate) refused: Vec<Refused>,
    /// What else is to be said, in Dutch.
    pub(crate) notes: Vec<String>,
    /// The licence.
    pub(crate) licence: String,
    /// Whether it took the place of an earlier one.
    pub(crate) replaced: bool,
}

/// Why no set came in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    /// The folder is not what this kind of set looks like.
    #[error("{what}")]
    Shape {
        /// Dutch.
        what: String,
        /// The way out.
        hint: String,
    },
    /// What documents would say of the set can't be printed.
    #[error("{option}: deze tekst komt in de documenten, en kan niet gedrukt worden")]
    Unprintable {
        /// The option that it was given with.
        option: &'static str,
    },
    /// More than half of the pictures can't be used.
    #[error("{} van de {of} plaatjes kunnen niet gebruikt worden; er is niets veranderd", .refused.len())]
    Refused {
        /// Which ones, and why.
        refused: Vec<Refused>,
        /// Of how many.
        of: usize,
    },
    /// The set can't be written.
    #[error("de set kan niet geschreven worden: {}", store::dutch(.0))]
    Write(#[from] io::Error),
}

impl ImportError {
    /// The folder is not what this kind of set looks like.
    fn shape(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Shape {
            what: visible(&what.into()),
            hint: hint.into(),
        }
    }
}

/// What a kind of set says before its pictures are looked at.
#[derive(Debug)]
struct Set {
    title: &'static str,
    licence: &'static str,
    makers: &'static str,
    version: Option<String>,
    language: Language,
    pictures: Vec<Candidate>,
    notes: Vec<String>,
}

/// A picture that may come in.
#[derive(Debug)]
struct Candidate {
    path: PathBuf,
    /// What it is called; the name of its file is made from it.
    name: String,
    words: Vec<CandidateWord>,
    meaning: Option<String>,
}

/// A word that a picture may go with, in the form in which sentences are searched.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CandidateWord {
    text: String,
    class: Option<WordClass>,
    weight: Weight,
}

/// How well a picture shows a word, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// It is the picture of this word.
    Main,
    /// It shows the word as well.
    Also,
    /// It is only found by it.
    Search,
}

/// A picture that came in.
#[derive(Debug)]
struct Accepted {
    entry: PictureEntry,
    words: Vec<CandidateWord>,
}

/// Brings a set in. The callback hears how many pictures are done, of how many.
///
/// # Errors
/// When the folder doesn't hold such a set, when more than half of its pictures can't be used, or
/// when it can't be written. What was there before then stays as it was.
pub(crate) fn import(
    request: &Request<'_>,
    progress: &dyn Fn(usize, usize),
) -> Result<Imported, ImportError> {
    let source = Source::scan(request.path)?;
    let words = request.words.map(Source::scan).transpose()?;
    let read = match request.kind {
        Kind::Arasaac => arasaac::read,
        Kind::Mulberry => mulberry::read,
        Kind::Openmoji => openmoji::read,
        Kind::Sclera => sclera::read,
        Kind::Folder => folder::read,
    };
    let mut set = read(&source, words.as_ref(), request.all)?;
    let licence = told("--licence", request.licence.unwrap_or(set.licence))?;
    let makers = told("--credit", request.makers.unwrap_or(set.makers))?;
    set.notes.extend(source.note());
    let (worded, wordless): (Vec<_>, Vec<_>) = set
        .pictures
        .into_iter()
        .partition(|picture| !picture.words.is_empty());
    set.pictures = worded;
    if !wordless.is_empty() {
        let files: Vec<_> = wordless
            .iter()
            .map(|one| source.relative(&one.path))
            .collect();
        let what = counted(files.len(), "plaatje", "plaatjes");
        let note = format!("{what} zonder woord: niet meegenomen ({})", named(&files));
        set.notes.push(note);
    }
    if set.pictures.is_empty() {
        let hint = format!(
            "kijk of dit de map van de set is, en of de soort klopt: nu is dat {}",
            request.kind.word()
        );
        return Err(ImportError::shape("er zijn geen plaatjes gevonden", hint));
    }
    if set.pictures.len() > MAX_PICTURES {
        return Err(ImportError::shape(
            format!("de set heeft meer dan {MAX_PICTURES} plaatjes"),
            "splits de set in twee mappen",
        ));
    }
    let target = request.data.join(pack::FOLDER).join(request.name.as_str());
    let folder = NewFolder::beside(&target, PACK_FILE)?;
    let Intake {
        accepted,
        refused,
        invisible,
    } = take_in(&folder, &source, &set.pictures, progress)?;
    if refused.len() * 2 > set.pictures.len() {
        let of = set.pictures.len();
        return Err(ImportError::Refused { refused, of });
    }
    if !invisible.is_empty() {
        set.notes.push(format!(
            "{} wit op een doorzichtige grond, en dus op papier niet te zien ({})",
            counted(invisible.len(), "plaatje is", "plaatjes zijn"),
            named(&invisible)
        ));
    }
    let title = match request.kind {
        Kind::Folder => request.name.as_str(),
        _ => set.title,
    };
    let file = PackFile {
        title: title.to_owned(),
        language: set.language,
        licence,
        makers,
        source: Some(request.kind.word().to_owned()),
        version: set.version,
        pictures: settle::settle(&accepted),
    };
    let text = file.to_toml();
    if !PackFile::is_whole(&text) {
        return Err(ImportError::shape(
            "de set heeft te veel woorden om in een pack.toml te passen",
            "splits de set in twee mappen",
        ));
    }
    folder.write(PACK_FILE, text.as_bytes())?;
    let count = |words: &dyn Fn(&PictureEntry) -> usize| file.pictures.iter().map(words).sum();
    let in_sentences = |entry: &PictureEntry| {
        entry.nouns.len() + entry.verbs.len() + entry.adjectives.len() + entry.words.len()
    };
    let is_dutch = file.language == Language::Dutch;
    Ok(Imported {
        pictures: file.pictures.len(),
        words: if is_dutch { count(&in_sentences) } else { 0 },
        search_words: count(&|entry| entry.search_words.len()),
        refused,
        notes: set.notes,
        licence: file.licence,
        replaced: folder.put_in_place()?,
    })
}

/// What became of the pictures.
#[derive(Debug, Default)]
struct Intake {
    accepted: Vec<Accepted>,
    refused: Vec<Refused>,
    /// The files of those that came in, and don't show on white paper.
    invisible: Vec<String>,
}

/// Cleans the pictures and writes them under plain names. The same picture under two names comes
/// in once, with the words of both.
fn take_in(
    folder: &NewFolder,
    source: &Source,
    pictures: &[Candidate],
    progress: &dyn Fn(usize, usize),
) -> Result<Intake, ImportError> {
    let mut intake = Intake::default();
    let mut names = BTreeSet::new();
    let mut digests = BTreeMap::new();
    for (index, chunk) in pictures.chunks(CHUNK).enumerate() {
        let cleaned: Vec<_> = chunk
            .par_iter()
            .map(|picture| clean(&picture.path).map(|drawing| (is_invisible(&drawing), drawing)))
            .collect();
        for (picture, cleaned) in chunk.iter().zip(cleaned) {
            let (is_invisible, Drawing { bytes, format }) = match cleaned {
                Ok(cleaned) => cleaned,
                Err(error) => {
                    intake.refused.push(Refused {
                        file: source.relative(&picture.path),
                        reason: error.to_string(),
                    });
                    continue;
                }
            };
            let digest = *blake3::hash(&bytes).as_bytes();
            if let Some(at) = digests.get(&digest) {
                let same: &mut Accepted = &mut intake.accepted[*at];
                same.words.extend(picture.words.iter().cloned());
                continue;
            }
            if is_invisible {
                intake.invisible.push(source.relative(&picture.path));
            }
            digests.insert(digest, intake.accepted.len());
            let name = unique(&slug(&picture.name), &mut names);
            let file = format!("{name}.{}", format.word());
            folder.write(&file, &bytes)?;
            intake.accepted.push(Accepted {
                entry: PictureEntry {
                    file,
                    meaning: picture.meaning.clone(),
                    ..PictureEntry::default()
                },
                words: picture.words.clone(),
            });
        }
        progress(pictures.len().min((index + 1) * CHUNK), pictures.len());
    }
    Ok(intake)
}

/// Reads a picture and writes it anew. What comes out must be fit to be read back.
fn clean(path: &Path) -> Result<Drawing, PictureError> {
    let bytes = read_limited(path, MAX_PICTURE)?;
    let drawing = |bytes, format| Drawing {
        bytes: Cow::Owned(bytes),
        format,
    };
    if raster::is_raster(&bytes) {
        return Ok(drawing(raster::clean(&bytes)?, DrawingFormat::Png));
    }
    let clean = svg::sanitise(&bytes)?;
    svg::sanitise(&clean)?;
    Ok(drawing(clean, DrawingFormat::Svg))
}

/// Names at most that are told one by one.
const MOST_NAMED: usize = 10;

/// `bus.png, IMG_2.png en 3 andere`
fn named(names: &[String]) -> String {
    let told: Vec<_> = names
        .iter()
        .take(MOST_NAMED)
        .map(|one| visible(one))
        .collect();
    let told = told.join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => told,
        others => format!("{told} en {others} andere"),
    }
}

/// `1 plaatje`, `2 plaatjes`.
fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// What documents will say of the set, on one line.
fn told(option: &'static str, text: &str) -> Result<String, ImportError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_printable(&text) {
        Ok(text)
    } else {
        Err(ImportError::Unprintable { option })
    }
}

/// A name of small letters, digits and hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.to_lowercase().chars() {
        let plain = match character {
            'a'..='z' | '0'..='9' => character,
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            _ if slug.is_empty() || slug.ends_with('-') => continue,
            _ => '-',
        };
        slug.push(plain);
        if slug.len() == 60 {
            break;
        }
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "beeld" } else { slug }.to_owned()
}

/// The name, with a number behind it where it is taken.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut unique = name.to_owned();
    let mut number = 2;
    while !taken.insert(unique.clone()) {
        unique = format!("{name}-{number}");
        number += 1;
    }
    unique
}

#[cfg(test)]
mod tests;
