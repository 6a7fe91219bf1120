//! Puts a whole new data folder in its place, with an empty output folder beside it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::disk::RealDisk;
use super::new_folder::open_to_group;
use super::whole::{make_folder, sync_folder};

/// How the hidden folder begins that is still being filled.
const PREFIX: &str = ".drieluik-";

/// A data folder that is being filled. It can be made again, so that its files are not synced one by
/// one: of a hundred thousand that would take hours.
#[derive(Debug)]
pub(crate) struct NewData {
    filling: TempDir,
    home: PathBuf,
}

impl NewData {
    /// Starts a folder `data` in this one.
    ///
    /// # Errors
    /// When there is one, or this one can't be written.
    pub(crate) fn within(home: &Path) -> io::Result<Self> {
        if is_there(&home.join("data")) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        make_folder(home)?;
        Ok(Self {
            filling: TempDir::with_prefix_in(PREFIX, home)?,
            home: home.to_owned(),
        })
    }

    /// Writes a file, by its path from the data folder.
    ///
    /// # Errors
    /// When it can't be written, or is there already.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.filling.path().join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create_new(true).open(path)?;
        file.write_all(bytes)
    }

    /// Puts the folder in its place, and makes the folder `out`.
    ///
    /// # Errors
    /// When that can't be done, or when a folder `data` came in between.
    pub(crate) fn put_in_place(self) -> io::Result<()> {
        let target = self.home.join("data");
        if is_there(&target) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        make_folder(&self.home.join("out"))?;
        open_to_group(self.filling.path())?;
        fs::rename(self.filling.path(), target)?;
        // It has another name now; nothing is left to take away.
        let _gone = self.filling.keep();
        sync_folder(&RealDisk, &self.home)
    }
}

/// Whether anything stands at this path, were it a link to nothing.
pub(crate) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("lists");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_appears_whole_and_never_over_another() {
        let home = tempfile::tempdir().expect("a folder");
        let data = NewData::within(home.path()).expect("starts");
        data.write("clienten/a/C-1/plan.toml", b"x")
            .expect("writes");
        assert!(data.write("clienten/a/C-1/plan.toml", b"y").is_err());
        assert!(!names(home.path()).contains(&"data".to_owned()));
        data.put_in_place().expect("in place");
        assert_eq!(names(home.path()), ["data", "out"]);
        let plan = home.path().join("data/clienten/a/C-1/plan.toml");
        assert_eq!(fs::read(plan).expect("reads"), b"x");
        let again = NewData::within(home.path()).expect_err("there is one");
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(names(home.path()), ["data", "out"]);
    }
}
