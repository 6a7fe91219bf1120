//! Family copies in the output folder: finds those of a client, and takes away what may not stay.
//!
//! An error never hides a copy: what can't be read or removed is told.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::dossier::load::ClientId;
use crate::rendition::family_file_number;
use crate::store::Files;

/// What was removed, and the first thing that went wrong.
#[derive(Debug, Default)]
pub(super) struct Removal {
    /// File names, sorted.
    pub(super) removed: Vec<String>,
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
    let names = match in_folder(&folder) {
        Ok(names) => names,
        Err(error) => {
            removal.error = Some(error);
            return removal;
        }
    };
    for name in names.into_iter().filter(|name| is_stale(name)) {
        let result = files.map_or(Ok(true), |files| files.remove(&folder.join(&name)));
        match result {
            Ok(_) => removal.removed.push(name),
            Err(error) => removal.error = removal.error.or(Some(error)),
        }
    }
    removal
}

/// The family copies of a client.
pub(super) fn names(out: &Path, id: &ClientId) -> io::Result<BTreeSet<String>> {
    in_folder(&out.join(id.as_str()))
}

/// The family copies in a client's folder. A folder that isn't there holds none; a link in its
/// place is an error.
fn in_folder(folder: &Path) -> io::Result<BTreeSet<String>> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(error),
        Ok(about) if !about.is_dir() => return Err(io::ErrorKind::NotADirectory.into()),
        Ok(_) => {}
    }
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if family_file_number(&name).is_some() {
            names.insert(name);
        }
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
