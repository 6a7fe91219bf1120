//! Looks whether everything in the output folder is what the manifest says, byte for byte.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::manifest::{self, Manifest};
use super::{RUNS, RunError, inputs, overview};
use crate::dossier::load::ClientId;

/// What was found in an output folder. Paths are relative to it, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many documents are as they were made.
    pub whole: usize,
    /// How many pictures of pages are.
    pub images: usize,
    /// Documents and pictures that are there, but not as they were made.
    pub changed: Vec<PathBuf>,
    /// Documents and pictures that were made and are not there.
    pub lost: Vec<PathBuf>,
    /// Files that no run made.
    pub strays: Vec<PathBuf>,
}

impl Verified {
    /// Whether everything is as it was made, and nothing else is there.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        self.changed.is_empty() && self.lost.is_empty() && self.strays.is_empty()
    }
}

/// Compares an output folder with its manifest.
///
/// # Errors
/// When the folder can't be read, or has no manifest.
pub fn verify(out: &Path) -> Result<Verified, RunError> {
    let about = fs::symlink_metadata(out).map_err(RunError::Output)?;
    if !about.is_dir() {
        return Err(RunError::Output(std::io::ErrorKind::NotADirectory.into()));
    }
    let manifest = Manifest::open(out, &out.join(RUNS));
    if manifest.clients().is_empty() {
        return Err(RunError::NoManifest);
    }
    let mut verified = Verified::default();
    let mut known = BTreeSet::from([PathBuf::from(manifest::FILE), PathBuf::from(overview::FILE)]);
    for (client, entry) in manifest.each() {
        for (file_name, document) in &entry.documents {
            let documents = [(file_name, &document.output)].into_iter();
            let images = document.images.iter();
            let images = images.map(|(name, image)| (name, &image.output));
            for (name, output) in documents.chain(images) {
                let path = document_path(&client, name);
                known.insert(path.clone());
                match look(&out.join(&path), output) {
                    Look::Whole if name == file_name => verified.whole += 1,
                    Look::Whole => verified.images += 1,
                    Look::Changed => verified.changed.push(path),
                    Look::Lost => verified.lost.push(path),
                }
            }
        }
    }
    verified.strays = strays(out, &known)?;
    Ok(verified)
}

/// What is in the place of a document.
enum Look {
    Whole,
    Changed,
    Lost,
}

fn look(path: &Path, output: &str) -> Look {
    match fs::symlink_metadata(path) {
        Err(_) => Look::Lost,
        Ok(about) if !about.is_file() => Look::Changed,
        Ok(_) => {
            let read = fs::read(path);
            if read.is_ok_and(|bytes| inputs::digest(&bytes) == output) {
                Look::Whole
            } else {
                Look::Changed
            }
        }
    }
}

/// Every file and link that isn't known, in whatever folder.
fn strays(out: &Path, known: &BTreeSet<PathBuf>) -> Result<Vec<PathBuf>, RunError> {
    let mut strays = Vec::new();
    let entries = WalkDir::new(out).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(|entry| entry.depth() != 1 || entry.file_name() != RUNS);
    for entry in entries {
        let entry = entry.map_err(|error| RunError::Output(error.into()))?;
        let path = entry.path().strip_prefix(out).unwrap_or(entry.path());
        if !entry.file_type().is_dir() && !known.contains(path) {
            strays.push(path.to_owned());
        }
    }
    Ok(strays)
}

fn document_path(client: &ClientId, file_name: &str) -> PathBuf {
    Path::new(client.as_str()).join(file_name)
}
