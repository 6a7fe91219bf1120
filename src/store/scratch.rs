//! A folder for what is only needed for a while.

use std::io;
use std::path::Path;

use tempfile::TempDir;

/// A folder of its own, that goes when it is dropped.
#[derive(Debug)]
pub(crate) struct Scratch(TempDir);

impl Scratch {
    /// Makes one where the system keeps such folders.
    ///
    /// # Errors
    /// When that can't be written.
    pub(crate) fn new() -> io::Result<Self> {
        TempDir::with_prefix("drieluik-").map(Self)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}
