//! Puts a folder in its place whole or not at all: it is filled beside that place, then renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;

use tempfile::TempDir;

use super::disk::RealDisk;
use super::whole::{make_folder, sync_folder};

/// How hidden folders begin that are still being filled.
const PREFIX: &str = ".drieluik-";

/// Files that are synced at a time.
const SYNCS: usize = 8;

/// A folder that is being filled.
#[derive(Debug)]
pub(crate) struct NewFolder {
    filling: TempDir,
    target: PathBuf,
}

impl NewFolder {
    /// Starts a folder that will stand at this place. An earlier one stays until this one is whole;
    /// it must hold a file of this name, so that nothing else is ever taken away.
    ///
    /// # Errors
    /// When the folder above can't be written, or something else stands in the place.
    pub(crate) fn beside(target: &Path, mark: &str) -> io::Result<Self> {
        if let Ok(about) = fs::symlink_metadata(target)
            && !(about.is_dir() && target.join(mark).is_file())
        {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let above = target.parent().unwrap_or_else(|| Path::new("."));
        make_folder(above)?;
        Ok(Self {
            filling: TempDir::with_prefix_in(PREFIX, above)?,
            target: target.to_owned(),
        })
    }

    /// Writes a file of the folder, by its bare name.
    ///
    /// # Errors
    /// When it can't be written, or is there already.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        let mut file = options
            .write(true)
            .create_new(true)
            .open(self.filling.path().join(name))?;
        file.write_all(bytes)
    }

    /// Puts the folder in its place; true if an earlier one made room.
    ///
    /// # Errors
    /// When that can't be done; an earlier folder is then back in its place, or where even that
    /// fails in a hidden folder beside it.
    pub(crate) fn put_in_place(self) -> io::Result<bool> {
        sync_files(self.filling.path())?;
        open_to_group(self.filling.path())?;
        sync_folder(&RealDisk, self.filling.path())?;
        let above = self.target.parent().unwrap_or_else(|| Path::new("."));
        let attic = TempDir::with_prefix_in(PREFIX, above)?;
        let earlier = attic.path().join("earlier");
        let had_earlier = match fs::rename(&self.target, &earlier) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(error),
        };
        if let Err(error) = fs::rename(self.filling.path(), &self.target) {
            if had_earlier && fs::rename(&earlier, &self.target).is_err() {
                // Better a hidden folder that stays than the earlier one lost.
                let _kept = attic.keep();
            }
            return Err(error);
        }
        // It has another name now; nothing is left to take away.
        let _gone = self.filling.keep();
        sync_folder(&RealDisk, above)?;
        Ok(had_earlier)
    }
}

/// Syncs every file of a folder, some at a time: the disk takes those together.
fn sync_files(folder: &Path) -> io::Result<()> {
    let entries = fs::read_dir(folder)?;
    let paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    let sync = |part: &[PathBuf]| {
        part.iter()
            .try_for_each(|path| File::open(path)?.sync_all())
    };
    thread::scope(|scope| {
        let parts = paths.chunks(paths.len().div_ceil(SYNCS).max(1));
        let running: Vec<_> = parts.map(|part| scope.spawn(move || sync(part))).collect();
        running.into_iter().try_for_each(|part| {
            part.join()
                .unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
        })
    })
}

/// A temporary folder is for its owner alone; a set is as readable as other files here.
#[cfg(unix)]
pub(super) fn open_to_group(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
pub(super) fn open_to_group(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::disallowed_methods,
        reason = "a test writes in folders of its own"
    )]

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
    fn a_folder_replaces_an_earlier_one_whole_and_leaves_nothing_else() {
        let data = tempfile::tempdir().expect("a folder");
        let target = data.path().join("sets").join("a");
        for (file, had_earlier) in [("old.txt", false), ("new.txt", true)] {
            let folder = NewFolder::beside(&target, "mark").expect("starts");
            folder.write("mark", b"").expect("writes");
            folder.write(file, b"x").expect("writes");
            assert_eq!(folder.put_in_place().expect("in place"), had_earlier);
        }
        assert_eq!(names(&target), ["mark", "new.txt"]);
        assert_eq!(names(&data.path().join("sets")), ["a"]);
    }

    #[test]
    fn a_folder_that_is_not_finished_leaves_no_trace() {
        let data = tempfile::tempdir().expect("a folder");
        let target = data.path().join("sets").join("a");
        let folder = NewFolder::beside(&target, "mark").expect("starts");
        folder.write("mark", b"").expect("writes");
        drop(folder);
        assert!(names(&data.path().join("sets")).is_empty());
    }

    #[test]
    fn what_is_no_earlier_one_is_never_taken_away() {
        let data = tempfile::tempdir().expect("a folder");
        let target = data.path().join("a");
        fs::create_dir_all(target.join("mine")).expect("writable");
        assert!(NewFolder::beside(&target, "mark").is_err());
        assert_eq!(names(&target), ["mine"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_is_not_followed() {
        let data = tempfile::tempdir().expect("a folder");
        let outside = tempfile::tempdir().expect("a folder");
        fs::write(outside.path().join("mark"), b"").expect("writable");
        let target = data.path().join("a");
        std::os::unix::fs::symlink(outside.path(), &target).expect("links");
        assert!(NewFolder::beside(&target, "mark").is_err());
        let sets = data.path().join("sets");
        std::os::unix::fs::symlink(outside.path(), &sets).expect("links");
        assert!(NewFolder::beside(&sets.join("a"), "mark").is_err());
        assert_eq!(names(outside.path()), ["mark"]);
    }
}
