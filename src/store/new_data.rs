//! Puts a whole new data folder in its place, with an empty output folder and a text to read first
//! beside it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::disk::RealDisk;
use super::new_folder::open_to_group;
use super::whole::{make_folder, remove_empty_folder, sync_folder};

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

    /// Makes an empty folder, by its path from the data folder.
    ///
    /// # Errors
    /// When it can't be made.
    pub(crate) fn folder(&self, path: &str) -> io::Result<()> {
        fs::create_dir_all(self.filling.path().join(path))
    }

    /// Puts the folder in its place, makes the folder `out`, and puts a file beside them, by its bare
    /// name. Where the last step fails, the earlier ones are taken back.
    ///
    /// # Errors
    /// When that can't be done, or when a folder `data` or this file came in between.
    pub(crate) fn put_in_place(self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let target = self.home.join("data");
        if is_there(&target) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let out = self.home.join("out");
        let had_out = is_there(&out);
        make_folder(&out)?;
        open_to_group(self.filling.path())?;
        let beside = self.home.join(file);
        let done = write_new(&beside, bytes).and_then(|()| {
            fs::rename(self.filling.path(), target).inspect_err(|_| {
                // This run made it, so it is no one else's.
                let _stays = fs::remove_file(&beside);
            })
        });
        if let Err(error) = done {
            if !had_out {
                remove_empty_folder(&out);
            }
            return Err(error);
        }
        // It has another name now; nothing is left to take away.
        let _gone = self.filling.keep();
        sync_folder(&RealDisk, &self.home)
    }
}

/// Writes a file where none stands.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| {
        let _stays = fs::remove_file(path);
    })
}

/// Whether anything stands at this path, were it a link to nothing.
pub(crate) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether this is a folder, and no link to one, with nothing in it.
pub(crate) fn is_empty_folder(path: &Path) -> bool {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|about| about.is_dir());
    is_folder && fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
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
        data.put_in_place("lees", b"z").expect("in place");
        assert_eq!(names(home.path()), ["data", "lees", "out"]);
        let plan = home.path().join("data/clienten/a/C-1/plan.toml");
        assert_eq!(fs::read(plan).expect("reads"), b"x");
        let again = NewData::within(home.path()).expect_err("there is one");
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(names(home.path()), ["data", "lees", "out"]);
    }

    #[test]
    fn a_file_that_is_there_stops_all_and_stays() {
        let home = tempfile::tempdir().expect("a folder");
        write_new(&home.path().join("lees"), b"mine").expect("writes");
        let data = NewData::within(home.path()).expect("starts");
        data.write("aanbieder.toml", b"x").expect("writes");
        assert!(data.put_in_place("lees", b"z").is_err());
        assert_eq!(names(home.path()), ["lees"]);
        let text = fs::read(home.path().join("lees")).expect("reads");
        assert_eq!(text, b"mine");
    }
}
