//! A digest of everything on file about a client: whether anything changed since an earlier run.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::client_folder::ClientFolder;
use super::limited::{file_names, read_limited};
use super::load::{FILES, MAX_FILE, MAX_PHOTO};

/// A digest of the files that the loader reads, of the names of all others, and of where the folder
/// lies. What can't be read counts by why it can't.
#[must_use]
pub(crate) fn fingerprint(folder: &ClientFolder) -> blake3::Hash {
    let mut digest = blake3::Hasher::new();
    add(&mut digest, folder.path.to_string_lossy().as_bytes());
    let names = file_names(&folder.path);
    for name in &names {
        add(&mut digest, name.as_bytes());
        if FILES.contains(&name.as_str()) {
            add_file(&mut digest, &folder.path.join(name), MAX_FILE);
        }
    }
    let photos = folder.path.join("fotos");
    let is_folder = fs::symlink_metadata(&photos).is_ok_and(|about| about.is_dir());
    let names = if is_folder {
        file_names(&photos)
    } else {
        BTreeSet::new()
    };
    for name in &names {
        add(&mut digest, name.as_bytes());
        add_file(&mut digest, &photos.join(name), MAX_PHOTO);
    }
    digest.finalize()
}

fn add_file(digest: &mut blake3::Hasher, path: &Path, limit: u64) {
    match read_limited(path, limit) {
        Ok(bytes) => add(digest, blake3::hash(&bytes).as_bytes()),
        Err(error) => add(digest, unread(path, &error).as_bytes()),
    }
}

fn unread(path: &Path, error: &io::Error) -> String {
    let bytes = fs::symlink_metadata(path).map_or(0, |about| about.len());
    format!("{:?} {bytes}", error.kind())
}

/// Adds a part with its length, so that no two lists of parts have the same digest.
fn add(digest: &mut blake3::Hasher, part: &[u8]) {
    digest.update(&(part.len() as u64).to_le_bytes());
    digest.update(part);
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::disallowed_methods,
        reason = "a test writes in folders of its own"
    )]

    use super::*;
    use crate::dossier::load::ClientId;

    #[test]
    fn whatever_changes_in_the_folder_changes_the_digest() {
        let data = tempfile::tempdir().expect("a folder");
        let path = data.path().join("C-1");
        fs::create_dir_all(path.join("fotos")).expect("writable");
        let folder = ClientFolder {
            id: ClientId::from_name("C-1").expect("a number"),
            path: path.clone(),
        };
        let mut seen = vec![fingerprint(&folder)];
        for (file, text) in [
            ("plan.toml", "a = 1"),
            ("plan.toml", "a = 2"),
            ("plann.toml", ""),
            ("fotos/bus.jpg", "x"),
            ("fotos/bus.jpg", "y"),
            ("fotos/kat.jpg", "y"),
        ] {
            fs::write(path.join(file), text).expect("writable");
            let now = fingerprint(&folder);
            assert_eq!(now, fingerprint(&folder));
            assert!(!seen.contains(&now), "{file}");
            seen.push(now);
        }
        fs::write(path.join("plann.toml"), "not read").expect("writable");
        assert_eq!(seen.last(), Some(&fingerprint(&folder)));
    }
}
