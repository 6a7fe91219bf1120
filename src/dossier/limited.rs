//! Opens and reads files that lie where they should: regular files, no links, up to a size.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::identifier::FileName;

/// Where a photo lies. A linked folder would lead out of the client's.
pub(super) fn photo_path(folder: &Path, name: &FileName) -> std::io::Result<PathBuf> {
    if fs::symlink_metadata(folder)?.is_symlink() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    Ok(folder.join(name.as_str()))
}

/// Opens a regular file, not a link, up to a size.
pub(super) fn open_limited(path: &Path, limit: u64) -> std::io::Result<fs::File> {
    check_file(path, limit)?;
    fs::File::open(path)
}

/// Reads a regular file, not a link, up to a size.
pub(crate) fn read_limited(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    check_file(path, limit)?;
    fs::read(path)
}

/// Refuses what is no regular file, such as a link, and what is over a size.
fn check_file(path: &Path, limit: u64) -> std::io::Result<()> {
    let about = fs::symlink_metadata(path)?;
    if !about.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    if about.len() > limit {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(())
}

/// Whether anything has this name, be it a link that leads nowhere.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a path is a regular file, and no link to one.
pub(super) fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

/// The names in a folder; none when it can't be read.
pub(super) fn file_names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}
