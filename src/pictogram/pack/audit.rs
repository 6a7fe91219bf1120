//! Looks through a set for what would go wrong in documents: every picture is read and cleaned.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::{PACK_FILE, Pack, PackFile, PackPicture, PictureError, files, named};
use crate::pictogram::pixels::is_invisible;
use crate::pictogram::raster;

/// What is wrong with a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FlawKind {
    /// A picture that is named but not there.
    Missing,
    /// A picture that can't be read or cleaned.
    Unreadable,
    /// A picture that is too large.
    Oversize,
    /// A file of which no licence is known, because `pack.toml` doesn't name it.
    Unlicensed,
    /// The same picture under two names.
    SamePicture,
    /// A word that leads to two pictures.
    SameWord,
    /// Two pictures of which the names differ in their extension alone: only one is used.
    SameName,
    /// A picture without any words.
    NoWords,
    /// A picture of which nothing shows on white paper.
    Invisible,
}

impl FlawKind {
    /// Whether it stops a document in which the picture stands, or may not be printed.
    pub(crate) fn is_error(self) -> bool {
        matches!(
            self,
            Self::Missing | Self::Unreadable | Self::Oversize | Self::Unlicensed
        )
    }

    /// A short name for it, for programs.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::Oversize => "oversize",
            Self::Unlicensed => "unlicensed",
            Self::SamePicture => "same-picture",
            Self::SameWord => "same-word",
            Self::SameName => "same-name",
            Self::NoWords => "no-words",
            Self::Invisible => "invisible",
        }
    }
}

/// Something wrong in a set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Flaw {
    /// The file that it concerns.
    pub(crate) file: String,
    /// What kind of thing.
    pub(crate) kind: FlawKind,
    /// Dutch, with the way out.
    pub(crate) message: String,
}

/// Everything that is wrong in a set, by file.
pub(crate) fn audit(pack: &Pack) -> Vec<Flaw> {
    let mut flaws: Vec<_> = pack
        .pictures
        .par_iter()
        .filter_map(|picture| unusable(pack, picture))
        .collect();
    flaws.extend(entries(pack));
    flaws.extend(same_pictures(pack));
    flaws.extend(same_words(pack));
    flaws.sort();
    flaws
}

fn flaw(file: impl Into<String>, kind: FlawKind, message: impl Into<String>) -> Flaw {
    Flaw {
        file: file.into(),
        kind,
        message: message.into(),
    }
}

/// Reads, cleans and decodes one picture, and looks whether it shows.
fn unusable(pack: &Pack, picture: &PackPicture) -> Option<Flaw> {
    let error = match pack.read(picture) {
        Ok(drawing) => {
            let message = "het plaatje is wit op een doorzichtige grond, en dus op papier niet te \
                           zien: geef het een donkere grond of donkere lijnen";
            let invisible = || flaw(picture.file_name(), FlawKind::Invisible, message);
            return is_invisible(&drawing).then(invisible);
        }
        Err(error) => error,
    };
    let kind = match error {
        PictureError::Oversize { .. }
        | PictureError::Svg(crate::pictogram::svg::SvgError::TooLarge)
        | PictureError::Raster(raster::RasterError::TooLarge) => FlawKind::Oversize,
        _ => FlawKind::Unreadable,
    };
    Some(flaw(picture.file_name(), kind, error.to_string()))
}

/// Holds what `pack.toml` names against what is in the folder.
fn entries(pack: &Pack) -> Vec<Flaw> {
    let there = files(&pack.folder);
    let label = Path::new(PACK_FILE);
    let Ok(file) = PackFile::read(&pack.folder.join(PACK_FILE), label) else {
        return Vec::new();
    };
    let mut flaws = Vec::new();
    let mut seen = BTreeMap::<&str, usize>::new();
    for entry in &file.pictures {
        *seen.entry(&entry.file).or_default() += 1;
        if !there.contains(&entry.file) {
            let message = "het bestand is er niet: importeer de set opnieuw, of haal het beeld weg";
            flaws.push(flaw(&entry.file, FlawKind::Missing, message));
        }
    }
    for (file, _) in seen.iter().filter(|(_, times)| **times > 1) {
        let message = "het bestand staat twee keer in pack.toml: voeg de woorden samen";
        flaws.push(flaw(*file, FlawKind::SamePicture, message));
    }
    let mut stems = BTreeMap::<&str, &str>::new();
    for file in file.pictures.iter().map(|entry| entry.file.as_str()) {
        let Some((stem, _)) = named(file).filter(|_| there.contains(file)) else {
            continue;
        };
        let first = *stems.entry(stem).or_insert(file);
        if first != file {
            let message = format!(
                "{first} heeft dezelfde naam, dus dit plaatje wordt niet gebruikt: geef het een \
                 andere naam"
            );
            flaws.push(flaw(file, FlawKind::SameName, message));
        }
    }
    for file in there.iter().filter(|file| named(file).is_some()) {
        if !seen.contains_key(file.as_str()) {
            let message = "het bestand staat niet in pack.toml, dus van dit plaatje is geen \
                           licentie bekend: voeg een [[beeld]] toe, of haal het bestand weg";
            flaws.push(flaw(file, FlawKind::Unlicensed, message));
        }
    }
    for picture in &pack.pictures {
        if picture.words.is_empty() && picture.search_words.is_empty() {
            let message = "het plaatje heeft geen woorden: voeg naamwoorden of woorden toe";
            flaws.push(flaw(picture.file_name(), FlawKind::NoWords, message));
        }
    }
    flaws
}

/// The same bytes under two names.
fn same_pictures(pack: &Pack) -> Vec<Flaw> {
    let digests: Vec<_> = pack
        .pictures
        .par_iter()
        .filter_map(|picture| {
            let path = pack.folder.join(picture.file_name());
            let bytes = super::read_limited(&path, super::MAX_PICTURE).ok()?;
            Some((*blake3::hash(&bytes).as_bytes(), picture.file_name()))
        })
        .collect();
    let mut first = BTreeMap::<[u8; 32], String>::new();
    let mut flaws = Vec::new();
    for (digest, file) in digests {
        if let Some(known) = first.get(&digest) {
            let message =
                format!("hetzelfde plaatje als {known}: houd er een, met de woorden van beide");
            flaws.push(flaw(file, FlawKind::SamePicture, message));
        } else {
            first.insert(digest, file);
        }
    }
    flaws
}

/// A word of one class with two pictures: which of them would come is a matter of alphabet.
fn same_words(pack: &Pack) -> Vec<Flaw> {
    let mut first = BTreeMap::new();
    let mut flaws = Vec::new();
    for picture in &pack.pictures {
        for word in &picture.words {
            if let Some(known) = first.get(&(&word.text, word.class)) {
                let message = format!(
                    "het woord \"{}\" hoort ook bij {known}: zet het bij een van beide onder \
                     zoekwoorden",
                    word.text
                );
                flaws.push(flaw(picture.file_name(), FlawKind::SameWord, message));
            } else {
                first.insert((&word.text, word.class), picture.file_name());
            }
        }
    }
    flaws
}
