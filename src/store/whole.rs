//! Puts a file in its place whole or not at all, and takes away what may not be there.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::NamedTempFile;

use super::disk::{Disk, RealDisk};

/// How files begin that are not finished.
const PREFIX: &str = ".drieluik-";

/// Writes files by way of a folder of its own for what is not finished: write, sync, rename, sync
/// the folder. What a run that was killed left there is taken away by the next.
pub(crate) struct Files<'d> {
    disk: &'d dyn Disk,
    unfinished: PathBuf,
}

impl<'d> Files<'d> {
    /// Makes the folder for what is not finished, and empties it. It must lie on the same disk as
    /// what is written.
    pub(crate) fn new(disk: &'d dyn Disk, unfinished: PathBuf) -> io::Result<Self> {
        make_folder(&unfinished)?;
        let entries = fs::read_dir(&unfinished)?;
        for entry in entries {
            let entry = entry?;
            if is_unfinished(&entry.file_name()) {
                disk.remove(&entry.path())?;
            }
        }
        Ok(Self { disk, unfinished })
    }

    /// The disk that is written to.
    pub(crate) fn disk(&self) -> &'d dyn Disk {
        self.disk
    }

    /// Writes a file, with the moment that it bears where that is given.
    pub(crate) fn put(
        &self,
        path: &Path,
        bytes: &[u8],
        moment: Option<SystemTime>,
    ) -> io::Result<()> {
        self.put_in_parts(path, moment, |part| part(bytes))
    }

    /// Writes a file part by part.
    pub(crate) fn put_in_parts(
        &self,
        path: &Path,
        moment: Option<SystemTime>,
        parts: impl FnOnce(&mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()>,
    ) -> io::Result<()> {
        put(self.disk, &self.unfinished, path, moment, parts)
    }

    /// Removes a file; true if there was one.
    pub(crate) fn remove(&self, path: &Path) -> io::Result<bool> {
        match self.disk.remove(path) {
            Ok(()) => {
                path.parent()
                    .map_or(Ok(()), |folder| sync_folder(self.disk, folder))?;
                Ok(true)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Writes a single file by way of a temporary one in the same folder.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path);
    make_folder(folder)?;
    put(&RealDisk, folder, path, None, |part| part(bytes))
}

/// Writes a single file where there is none yet; false, and nothing written, where there is one.
pub(crate) fn put_new(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let folder = folder_of(path);
    make_folder(folder)?;
    let mut file = NamedTempFile::with_prefix_in(PREFIX, folder)?;
    file.write_all(bytes)?;
    readable(file.as_file())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => sync_folder(&RealDisk, folder).map(|()| true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

fn put(
    disk: &dyn Disk,
    unfinished: &Path,
    path: &Path,
    moment: Option<SystemTime>,
    parts: impl FnOnce(&mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()>,
) -> io::Result<()> {
    let folder = folder_of(path);
    make_folder(folder)?;
    // Dropped before it has its place, it is taken away.
    let (mut file, temporary) = NamedTempFile::with_prefix_in(PREFIX, unfinished)?.into_parts();
    parts(&mut |bytes| disk.write(&mut file, bytes))?;
    readable(&file)?;
    if let Some(moment) = moment {
        file.set_modified(moment)?;
    }
    disk.sync(&file)?;
    disk.rename(&temporary, path)?;
    // It has another name now; nothing is left to take away.
    let _gone = temporary.keep();
    sync_folder(disk, folder)
}

fn folder_of(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or_else(|| Path::new("."))
}

fn is_unfinished(name: &OsStr) -> bool {
    name.to_string_lossy().starts_with(PREFIX)
}

/// Gives a file that stands in its place the moment that it should bear.
pub(crate) fn set_moment(path: &Path, moment: SystemTime) -> io::Result<()> {
    File::open(path)?.set_modified(moment)
}

/// Takes away a folder if nothing is in it; true if it is gone.
pub(crate) fn remove_empty_folder(folder: &Path) -> bool {
    fs::remove_dir(folder).is_ok()
}

/// Makes a folder; a link in its place is not followed.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::symlink_metadata(folder) {
        Ok(about) if about.is_symlink() => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "een verwijzing in plaats van een map",
        )),
        Ok(_) => Ok(()),
        Err(_) => fs::create_dir_all(folder),
    }
}

/// A temporary file is for its owner alone; a document is as readable as any new file.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o640))
}

#[cfg(not(unix))]
fn readable(_file: &File) -> io::Result<()> {
    Ok(())
}

/// A rename lasts only when the folder is synced too.
#[cfg(unix)]
pub(super) fn sync_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    disk.sync(&File::open(folder)?)
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_disk: &dyn Disk, _folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_over_an_older_one_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("C-1").join("a.pdf");
        write(&path, b"old").expect("writes");
        write(&path, b"new").expect("writes");
        assert_eq!(fs::read(&path).expect("reads"), b"new");
        let names = fs::read_dir(folder.path().join("C-1"))
            .expect("lists")
            .count();
        assert_eq!(names, 1);
    }

    #[test]
    fn a_new_file_is_never_written_over_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("text").join("a.toml");
        assert!(put_new(&path, b"one").expect("writes"));
        assert!(!put_new(&path, b"two").expect("is there"));
        assert_eq!(fs::read(&path).expect("reads"), b"one");
        let names = fs::read_dir(folder.path().join("text"));
        assert_eq!(names.expect("lists").count(), 1);
    }

    #[test]
    fn what_a_killed_run_left_is_taken_away_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let unfinished = folder.path().join("unfinished");
        fs::create_dir(&unfinished).expect("writable");
        write(&unfinished.join(".drieluik-Ab12"), b"half").expect("writes");
        write(&unfinished.join("mine"), b"whole").expect("writes");
        let files = Files::new(&RealDisk, unfinished.clone()).expect("opens");
        assert!(!unfinished.join(".drieluik-Ab12").exists());
        let moment = SystemTime::UNIX_EPOCH + std::time::Duration::from_hours(24);
        let path = folder.path().join("C-1").join("a.pdf");
        files.put(&path, b"new", Some(moment)).expect("writes");
        let about = fs::metadata(&path).expect("there");
        assert_eq!(about.modified().expect("known"), moment);
        assert_eq!(fs::read_dir(&unfinished).expect("lists").count(), 1);
        assert!(files.remove(&path).expect("removes"));
        assert!(!files.remove(&path).expect("nothing to remove"));
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_is_not_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let outside = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(outside.path(), folder.path().join("C-1")).expect("links");
        assert!(write(&folder.path().join("C-1").join("a.pdf"), b"x").is_err());
        assert_eq!(fs::read_dir(outside.path()).expect("lists").count(), 0);
    }
}
