//! Writes a file of the program's own making, unless somebody else's stands there.

use std::fs;
use std::io;
use std::path::Path;

use super::whole::write;
use crate::dossier::limited::read_limited;

/// The largest file that may be one of ours, in bytes.
const LIMIT: u64 = 4 * 1024 * 1024;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It stands there now.
    Written,
    /// It stood there already.
    AsItWas,
    /// Something else stands there, and was left alone.
    LeftAlone,
}

/// Writes a file where there is none, or where one stands that is ours.
///
/// # Errors
/// When the folder or what stands there can't be read or written.
pub(crate) fn put_own(
    path: &Path,
    bytes: &[u8],
    is_ours: impl FnOnce(&[u8]) -> bool,
) -> io::Result<Put> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
        Ok(about) if !about.is_file() || about.len() > LIMIT => return Ok(Put::LeftAlone),
        Ok(_) => {
            let known = read_limited(path, LIMIT)?;
            if known == bytes {
                return Ok(Put::AsItWas);
            }
            if !is_ours(&known) {
                return Ok(Put::LeftAlone);
            }
        }
    }
    write(path, bytes)?;
    Ok(Put::Written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_ours_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("schema/plan.json");
        let put = |bytes: &[u8]| put_own(&path, bytes, |known| known.starts_with(b"ours"));
        assert_eq!(put(b"ours 1").expect("writes"), Put::Written);
        assert_eq!(put(b"ours 1").expect("reads"), Put::AsItWas);
        assert_eq!(put(b"theirs").expect("writes"), Put::Written);
        assert_eq!(put(b"ours 2").expect("reads"), Put::LeftAlone);
        assert_eq!(fs::read(&path).expect("reads"), b"theirs");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_a_folder_are_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("elsewhere");
        write(&target, b"ours").expect("writes");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&target, &link).expect("links");
        for path in [link.as_path(), folder.path()] {
            let put = put_own(path, b"new", |_| true).expect("looks");
            assert_eq!(put, Put::LeftAlone);
        }
        assert_eq!(fs::read(&target).expect("reads"), b"ours");
    }
}
