//! Family copies in the output folder: finds those of a client, and takes away what may not stay,
//! with the pictures of their pages.
//!
//! An error never hides a copy: what can't be read or removed is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use super::page_images;
use crate::dossier::load::ClientId;
use crate::rendition::family_file_number;
use crate::store::Files;

/// What was removed, and the first thing that went wrong.
#[derive(Debug, Default)]
pub(super) struct Removal {
    /// Names of the copies, also where only a picture was left.
    pub(super) removed: BTreeSet<String>,
    /// Why some copy may still be there.
    pub(super) error: Option<io::Error>,
}

/// Removes those copies of a client that a test picks; without a way to remove only names them.
pub(super) fn remove(
    out: &Path,
    id: &ClientId,
    files: Option<&Files<'_>>,
    is_stale: impl Fn(&str) -> bool,
) -> Removal {
    let folder = out.join(id.as_str());
    let mut removal = Removal::default();
    let files_there = match in_folder(&folder) {
        Ok(there) => there,
        Err(error) => {
            removal.error = Some(error);
            return removal;
        }
    };
    for (name, copy) in files_there.into_iter().filter(|(_, copy)| is_stale(copy)) {
        let result = files.map_or(Ok(true), |files| files.remove(&folder.join(&name)));
        match result {
            Ok(_) => {
                removal.removed.insert(copy);
            }
            Err(error) => removal.error = removal.error.or(Some(error)),
        }
    }
    removal
}

/// The family copies of a client, also those of which only a picture is left.
pub(super) fn names(out: &Path, id: &ClientId) -> io::Result<BTreeSet<String>> {
    let there = in_folder(&out.join(id.as_str()))?;
    Ok(there.into_values().collect())
}

/// The files of family copies in a client's folder, with the names of the copies.
fn in_folder(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut copies = BTreeMap::new();
    for name in file_names(folder)? {
        let copy = page_images::document_of(&name).unwrap_or_else(|| name.clone());
        if family_file_number(&copy).is_some() {
            copies.insert(name, copy);
        }
    }
    Ok(copies)
}

/// The names in a client's folder. A folder that isn't there holds none; a link in its place is an
/// error.
pub(super) fn file_names(folder: &Path) -> io::Result<BTreeSet<String>> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(error),
        Ok(about) if !about.is_dir() => return Err(io::ErrorKind::NotADirectory.into()),
        Ok(_) => {}
    }
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        names.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}

/// The clients that have a folder under the output folder.
pub(super) fn clients(out: &Path) -> io::Result<BTreeSet<ClientId>> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(error),
    };
    let mut clients = BTreeSet::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            clients.extend(ClientId::from_name(&entry.file_name().to_string_lossy()));
        }
    }
    Ok(clients)
}
