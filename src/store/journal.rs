//! A file that only grows, line by line, until what it says has found its place elsewhere.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom};
use std::path::Path;

use super::disk::Disk;

/// An open journal.
pub(crate) struct Journal<'d> {
    disk: &'d dyn Disk,
    file: File,
}

impl<'d> Journal<'d> {
    /// Opens a journal at the end of its last whole line; what stands after it is gone.
    pub(crate) fn open(disk: &'d dyn Disk, path: &Path, whole: u64) -> io::Result<Self> {
        if path.is_symlink() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut options = OpenOptions::new();
        let mut file = options
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        file.set_len(whole)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Self { disk, file })
    }

    /// Adds a line. It isn't synced: what is lost of a journal is only done once more.
    pub(crate) fn add(&mut self, line: &[u8]) -> io::Result<()> {
        self.disk.write(&mut self.file, line)
    }
}
