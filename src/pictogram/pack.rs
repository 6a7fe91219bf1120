//! A set of pictograms that an organisation brought along: its pictures with their words.
//!
//! Opening a set reads `pack.toml` and lists the folder; a picture is read, and cleaned once more,
//! when somebody asks for it. So a set that was changed by hand can do no more harm than an import.

mod audit;
mod file;
mod search;
mod unknown;
mod word;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::raster;
use super::set::{Drawing, DrawingFormat, OWN, WordClass};
use super::svg;
use crate::dossier::identifier::Id;
use crate::dossier::limited;
use crate::finding::Finding;

pub(crate) use audit::{Flaw, FlawKind, audit};
pub(crate) use file::{Language, PACK_FILE, PackFile, PictureEntry};
pub(crate) use search::{Likeness, Sought};
pub(crate) use unknown::UnknownSet;
pub(crate) use word::{is_printable, tidy, visible};

/// The folder of all sets, in the data folder.
pub(crate) const FOLDER: &str = "pictogrammen";

/// Bytes that a picture of a set may have, as it lies in its folder.
pub(crate) const MAX_PICTURE: u64 = 2 * 1024 * 1024;

/// Sets that are looked at.
const MAX_PACKS: usize = 100;

/// A word that a picture of a pack goes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackWord {
    /// The word or fixed expression, in lower case.
    pub(crate) text: String,
    /// Its class, where the pack tells.
    pub(crate) class: Option<WordClass>,
}

/// A picture of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackPicture {
    /// The name of its file, without extension.
    pub(crate) name: String,
    /// Its form.
    pub(crate) format: DrawingFormat,
    /// What it goes with in a sentence. No other picture of the pack goes with the same word of the
    /// same class.
    pub(crate) words: Vec<PackWord>,
    /// Words by which it is found, but which say too little to put it beside a sentence: English
    /// ones, loose ones, and those that another picture of the pack shows better.
    pub(crate) search_words: Vec<String>,
    /// What it means, in the words of its makers.
    pub(crate) meaning: Option<String>,
}

impl PackPicture {
    /// The name of its file.
    pub(crate) fn file_name(&self) -> String {
        format!("{}.{}", self.name, self.format.word())
    }
}

/// A set of pictograms that an organisation brought along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pack {
    /// Its name among `sets`: that of its folder.
    pub(crate) name: Id,
    /// What its makers call it.
    pub(crate) title: String,
    /// The licence, by its usual name.
    pub(crate) licence: String,
    /// Who made it and under which licence, in a sentence for the document that uses it.
    pub(crate) credit: String,
    /// The language of its words.
    pub(crate) language: Language,
    /// Its pictures, sorted by name; those whose file is not there aside.
    pub(crate) pictures: Vec<PackPicture>,
    /// Where it lies.
    folder: PathBuf,
}

/// Why a picture of a set can't be used, in Dutch, with the way out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PictureError {
    /// The file can't be read.
    #[error("het bestand kan niet gelezen worden")]
    Unreadable,
    /// More bytes than the limit.
    #[error("het bestand is te groot: ten hoogste {} KiB", .most / 1024)]
    Oversize {
        /// How many it may have.
        most: u64,
    },
    /// The drawing can't be used.
    #[error(transparent)]
    Svg(#[from] svg::SvgError),
    /// The pixels can't be used.
    #[error(transparent)]
    Raster(#[from] raster::RasterError),
}

impl Pack {
    /// Opens the set in a folder. A picture whose file is not there doesn't count.
    ///
    /// # Errors
    /// Every mistake in its `pack.toml`, as findings on `pictogrammen/<name>/pack.toml`.
    pub(crate) fn open(name: Id, folder: &Path) -> Result<Self, Vec<Finding>> {
        let label = Path::new(FOLDER).join(name.as_str()).join(PACK_FILE);
        let file = PackFile::read(&folder.join(PACK_FILE), &label)?;
        let there = files(folder);
        let mut taken = BTreeSet::new();
        let mut pictures = Vec::new();
        for entry in file.pictures {
            let Some((name, format)) = named(&entry.file) else {
                continue;
            };
            let name = name.to_owned();
            if there.contains(&entry.file) && taken.insert(name.clone()) {
                pictures.push(entry.into_picture(name, format));
            }
        }
        pictures.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self {
            name,
            title: file.title,
            credit: credit(&file.makers, &file.licence),
            licence: file.licence,
            language: file.language,
            pictures,
            folder: folder.to_owned(),
        })
    }

    /// The picture of this name.
    pub(crate) fn picture(&self, name: &str) -> Option<&PackPicture> {
        let at = self
            .pictures
            .binary_search_by(|picture| picture.name.as_str().cmp(name))
            .ok()?;
        Some(&self.pictures[at])
    }

    /// The drawing of a picture, read and cleaned now.
    pub(crate) fn drawing(&self, name: &str) -> Option<Drawing> {
        self.read(self.picture(name)?).ok()
    }

    /// Reads and cleans a picture.
    ///
    /// # Errors
    /// When the file can't be read, or holds what a document may not hold.
    pub(crate) fn read(&self, picture: &PackPicture) -> Result<Drawing, PictureError> {
        let bytes = read_limited(&self.folder.join(picture.file_name()), MAX_PICTURE)?;
        let bytes = match picture.format {
            DrawingFormat::Svg => svg::sanitise(&bytes)?,
            DrawingFormat::Png => raster::clean_again(&bytes)?,
        };
        Ok(Drawing {
            bytes: Cow::Owned(bytes),
            format: picture.format,
        })
    }
}

#[cfg(test)]
impl Pack {
    /// A pack for a test, without a folder.
    pub(crate) fn of(name: &str, credit: &str, pictures: Vec<PackPicture>) -> Self {
        Self {
            name: name.parse().expect("a name"),
            title: name.to_owned(),
            licence: "CC0".to_owned(),
            credit: credit.to_owned(),
            language: Language::Dutch,
            pictures,
            folder: PathBuf::new(),
        }
    }
}

/// Opens every set under a data folder, by alphabet: those that are in order, and every mistake in
/// the others.
pub(crate) fn open_all(data: &Path) -> (Vec<Pack>, Vec<Finding>) {
    let mut packs = Vec::new();
    let mut findings = Vec::new();
    let mut folders = folders(data);
    if folders.len() > MAX_PACKS {
        let message = format!("in {FOLDER} staan meer dan {MAX_PACKS} sets");
        let hint = "haal sets weg die niemand gebruikt";
        findings.push(Finding::error("pictogrammen", message).with_hint(hint));
        folders.truncate(MAX_PACKS);
    }
    for (name, folder) in folders {
        match name.parse::<Id>() {
            Ok(id) if id.as_str() != OWN => match Pack::open(id, &folder) {
                Ok(pack) => packs.push(pack),
                Err(flaws) => findings.extend(flaws),
            },
            _ => findings.push(
                Finding::error(
                    "pictogrammen",
                    "een map met een pack.toml heeft een naam die geen set kan zijn",
                )
                .with_hint(
                    "gebruik kleine letters, cijfers en streepjes, en niet de naam eigen, die van \
                     de ingebouwde plaatjes is",
                ),
            ),
        }
    }
    (packs, findings)
}

/// The folders that hold a `pack.toml`, by alphabet; links aside.
fn folders(data: &Path) -> Vec<(String, PathBuf)> {
    let mut folders: Vec<_> = fs::read_dir(data.join(FOLDER))
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, entry.path())
        })
        .filter(|(name, path)| !name.starts_with('.') && path.join(PACK_FILE).is_file())
        .collect();
    folders.sort();
    folders
}

/// The sentence that tells whose pictures these are.
fn credit(makers: &str, licence: &str) -> String {
    let makers = makers.trim().trim_end_matches('.');
    let licence = licence.trim().trim_end_matches('.');
    format!("{makers}. Licentie: {licence}.")
}

/// The name and form of a picture, by the name of its file; none for what can't be one.
fn named(file: &str) -> Option<(&str, DrawingFormat)> {
    let (stem, extension) = file.rsplit_once('.')?;
    let format = match extension {
        "svg" => DrawingFormat::Svg,
        "png" => DrawingFormat::Png,
        _ => return None,
    };
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!stem.is_empty() && stem.len() <= 80 && stem.chars().all(is_plain)).then_some((stem, format))
}

/// The names of the regular files in a folder.
fn files(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

/// Reads a regular file, no link, up to a size.
pub(crate) fn read_limited(path: &Path, most: u64) -> Result<Vec<u8>, PictureError> {
    limited::read_limited(path, most).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => PictureError::Oversize { most },
        _ => PictureError::Unreadable,
    })
}

#[cfg(test)]
mod tests;
