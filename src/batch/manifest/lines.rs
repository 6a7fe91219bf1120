//! A file with one client on each line, of which only the places are kept in memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::ClientEntry;

/// The file, and where each client's line stands in it.
#[derive(Default)]
pub(super) struct Lines {
    file: Option<Mutex<File>>,
    /// First byte and number of bytes of what follows the client's number. Of two lines about one
    /// client the last counts.
    places: BTreeMap<Box<str>, (u64, usize)>,
    /// Bytes up to the end of the last whole line.
    whole: u64,
}

impl Lines {
    /// Finds the lines of a file; none when it can't be read, or its first line isn't right.
    pub(super) fn open(path: &Path, is_ours: Option<&dyn Fn(&str) -> bool>) -> Self {
        Self::scan(path, is_ours).unwrap_or_default()
    }

    fn scan(path: &Path, is_ours: Option<&dyn Fn(&str) -> bool>) -> Option<Self> {
        let is_file = path.symlink_metadata().ok()?.is_file();
        let file = is_file.then(|| File::open(path).ok()).flatten()?;
        let mut reader = BufReader::new(file);
        let mut lines = Self::default();
        let mut line = Vec::new();
        if let Some(is_ours) = is_ours {
            reader.read_until(b'\n', &mut line).ok()?;
            let first = std::str::from_utf8(&line).ok()?;
            is_ours(first.trim_end()).then_some(())?;
            lines.whole = line.len() as u64;
        }
        loop {
            line.clear();
            reader.read_until(b'\n', &mut line).ok()?;
            if line.last() != Some(&b'\n') {
                break;
            }
            if let Some((name, start, length)) = parts(&line) {
                let place = (lines.whole + start as u64, length);
                lines.places.insert(name.into(), place);
            }
            lines.whole += line.len() as u64;
        }
        lines.file = Some(Mutex::new(reader.into_inner()));
        Some(lines)
    }

    /// Whether there is a line about a client.
    pub(super) fn has(&self, client: &str) -> bool {
        self.places.contains_key(client)
    }

    /// The numbers of the clients.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(AsRef::as_ref)
    }

    /// Bytes up to the end of the last whole line.
    pub(super) fn whole(&self) -> u64 {
        self.whole
    }

    /// What stands on a client's line; none when it says that nothing is left, or is damaged.
    pub(super) fn read(&self, client: &str) -> Option<ClientEntry> {
        let (start, length) = *self.places.get(client)?;
        let mut bytes = vec![0; length];
        let file = self.file.as_ref()?;
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        serde_json::from_slice(&bytes).ok()?
    }
}

/// The client's number, and first byte and number of bytes of what is said of it.
fn parts(line: &[u8]) -> Option<(&str, usize, usize)> {
    let text = std::str::from_utf8(line).ok()?;
    let (name, rest) = text.strip_prefix('"')?.split_once("\":")?;
    let rest = rest.trim_end().trim_end_matches(',');
    Some((name, name.len() + 3, rest.len()))
}
