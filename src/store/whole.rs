//! Puts a file in its place whole or not at all, and takes away what may not be there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes a file by way of a temporary one in the same folder: write, sync, rename.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    make_folder(folder)?;
    let mut temporary = NamedTempFile::with_prefix_in(".drieluik-", folder)?;
    temporary.write_all(bytes)?;
    readable(temporary.as_file())?;
    temporary.as_file().sync_all()?;
    temporary.persist(path)?;
    sync_folder(folder)
}

/// Removes a file; true if there was one.
pub(crate) fn remove(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => {
            path.parent().map_or(Ok(()), sync_folder)?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Makes a folder; a link in its place is not followed.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
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
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
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
