//! The steps by which a file comes to stand on the disk.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Carries out the steps. A test puts another one in its place, in which any step can fail.
pub trait Disk: Sync {
    /// Writes to an open file.
    ///
    /// # Errors
    /// When the disk is full or gone.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Waits until a file, or the names in a folder, would survive a power cut.
    ///
    /// # Errors
    /// When the disk is gone.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Gives a file another place, over what stood there.
    ///
    /// # Errors
    /// When that place can't be written.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Takes a file away.
    ///
    /// # Errors
    /// When its folder can't be written, or it isn't there.
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug)]
pub struct RealDisk;

impl Disk for RealDisk {}
