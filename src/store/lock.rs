//! One at a time: a lock that the system lets go of when its holder ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

/// A lock that is held. The file says by whom, and is empty when nobody does.
#[derive(Debug)]
pub(crate) struct Lock(File);

/// Why a lock isn't held.
#[derive(Debug)]
pub(crate) enum LockError {
    /// Somebody else holds it; this is what they wrote in it.
    Held(String),
    /// The file can't be used.
    Io(io::Error),
}

impl From<io::Error> for LockError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Lock {
    /// Takes the lock, and writes in it who holds it.
    ///
    /// # Errors
    /// When somebody else holds it, or the file can't be used.
    pub(crate) fn take(path: &Path, holder: &str) -> Result<Self, LockError> {
        if path.is_symlink() {
            return Err(io::Error::from(io::ErrorKind::InvalidInput).into());
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // On some systems a locked file can't be read.
                let _unknown = file.take(200).read_to_string(&mut holder);
                return Err(LockError::Held(holder.trim().to_owned()));
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{holder}")?;
        Ok(Self(file))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Whoever comes next writes over it.
        let _stale = self.0.set_len(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_holds_it_and_the_other_hears_who() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lock");
        let lock = Lock::take(&path, "proces 7").expect("free");
        match Lock::take(&path, "proces 8") {
            Err(LockError::Held(holder)) => assert_eq!(holder, "proces 7"),
            other => panic!("{other:?}"),
        }
        drop(lock);
        assert_eq!(std::fs::read(&path).expect("there"), b"");
        assert!(Lock::take(&path, "proces 8").is_ok());
    }
}
