//! `manifest.json`: what was made, from what, and what was withheld or failed.
//!
//! It holds client numbers, file names and digests; never a name, a BSN or a word of a plan. It is
//! JSON with one client on each line, so that a run over any number of clients reads and writes it
//! line by line.
//!
//! While a run goes on it notes each client that is done in a journal. At its end both become the
//! new manifest. A run that was cut off leaves its journal to the next one.

mod entry;
mod lines;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::dossier::load::ClientId;
use crate::store::{Files, Journal};

pub(super) use entry::{ClientEntry, DocumentEntry, DueEntry, FindingEntry, ImageEntry, Stand};
use lines::Lines;

/// Name of the manifest under the output folder.
pub(super) const FILE: &str = "manifest.json";
/// Name of the journal in the folder of runs.
const JOURNAL: &str = "journal";
/// The form of the manifest.
const VERSION: u32 = 2;

/// What is known of the output folder.
pub(super) struct Manifest {
    out: PathBuf,
    written: Lines,
    noted: Lines,
}

/// Notes clients that are done.
pub(super) struct Notes<'d> {
    path: PathBuf,
    journal: Journal<'d>,
}

impl Manifest {
    /// Reads where each client stands in the manifest and in the journal of a run that was cut off.
    /// What can't be read counts as nothing: it isn't known then what stands in the output folder.
    pub(super) fn open(out: &Path, runs: &Path) -> Self {
        let header = header();
        let is_ours = |first: &str| first == header.trim_end();
        Self {
            out: out.to_owned(),
            written: Lines::open(&out.join(FILE), Some(&is_ours)),
            noted: Lines::open(&runs.join(JOURNAL), None),
        }
    }

    /// What is known of a client.
    pub(super) fn entry(&self, client: &str) -> Option<ClientEntry> {
        let lines = if self.noted.has(client) {
            &self.noted
        } else {
            &self.written
        };
        lines.read(client)
    }

    /// The numbers of all clients.
    pub(super) fn clients(&self) -> BTreeSet<ClientId> {
        let names = self.written.names().chain(self.noted.names());
        names.filter_map(ClientId::from_name).collect()
    }

    /// Begins to note what is done, after what an earlier run left.
    pub(super) fn notes<'d>(&self, files: &Files<'d>, runs: &Path) -> io::Result<Notes<'d>> {
        let path = runs.join(JOURNAL);
        let journal = Journal::open(files.disk(), &path, self.noted.whole())?;
        Ok(Notes { path, journal })
    }

    /// Every client that there is an entry of, in the order of their numbers.
    pub(super) fn each(&self) -> impl Iterator<Item = (ClientId, ClientEntry)> {
        let clients = self.clients().into_iter();
        clients.filter_map(|client| {
            let entry = self.entry(client.as_str())?;
            Some((client, entry))
        })
    }
}

impl Notes<'_> {
    /// Notes what became of a client; none if nothing is left of it.
    pub(super) fn note(
        &mut self,
        client: &ClientId,
        entry: Option<&ClientEntry>,
    ) -> io::Result<()> {
        self.journal.add(line(client, &entry)?.as_bytes())
    }

    /// Writes manifest and journal together as the new manifest, and takes the journal away.
    pub(super) fn fold(
        self,
        files: &Files<'_>,
        earlier: &Manifest,
        runs: &Path,
    ) -> io::Result<Manifest> {
        drop(self.journal);
        let known = Manifest::open(&earlier.out, runs);
        let path = earlier.out.join(FILE);
        files.put_in_parts(&path, None, |part| {
            part(header().as_bytes())?;
            let mut before = "";
            for (client, entry) in known.each() {
                let line = line(&client, &entry)?;
                part(before.as_bytes())?;
                part(line.trim_end().as_bytes())?;
                before = ",\n";
            }
            part(b"\n}}\n")
        })?;
        files.remove(&self.path)?;
        Ok(Manifest::open(&earlier.out, runs))
    }
}

/// The first line.
fn header() -> String {
    let program = concat!("drieluik ", env!("CARGO_PKG_VERSION"));
    format!("{{\"version\":{VERSION},\"program\":\"{program}\",\"clients\":{{\n")
}

/// `"C-1003":{…}` and the end of the line.
fn line(client: &ClientId, entry: &impl Serialize) -> io::Result<String> {
    Ok(format!("\"{client}\":{}\n", serde_json::to_string(entry)?))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::disallowed_methods,
        reason = "a test writes in folders of its own"
    )]

    use std::collections::BTreeMap;

    use super::*;
    use crate::store::RealDisk;

    fn id(client: &str) -> ClientId {
        ClientId::from_name(client).expect("a number")
    }

    fn entry(reason: &str) -> ClientEntry {
        ClientEntry {
            failed: BTreeMap::from([("a.pdf".to_owned(), reason.to_owned())]),
            ..ClientEntry::default()
        }
    }

    fn reason(manifest: &Manifest, client: &str) -> Option<String> {
        manifest.entry(client)?.failed.get("a.pdf").cloned()
    }

    #[test]
    fn what_was_noted_is_known_at_once_and_after_the_end_of_the_run() {
        let out = tempfile::tempdir().expect("a folder");
        let runs = out.path().join("runs");
        let files = Files::new(&RealDisk, runs.clone()).expect("opens");
        let manifest = Manifest::open(out.path(), &runs);
        let mut notes = manifest.notes(&files, &runs).expect("opens");
        notes.note(&id("C-2"), Some(&entry("twee"))).expect("notes");
        notes.note(&id("C-1"), Some(&entry("een"))).expect("notes");
        let cut_off = Manifest::open(out.path(), &runs);
        assert_eq!(reason(&cut_off, "C-2").as_deref(), Some("twee"));
        let whole = notes.fold(&files, &manifest, &runs).expect("folds");
        assert!(!runs.join(JOURNAL).exists());
        assert_eq!(reason(&whole, "C-1").as_deref(), Some("een"));

        let mut notes = whole.notes(&files, &runs).expect("opens");
        notes
            .note(&id("C-1"), Some(&entry("anders")))
            .expect("notes");
        notes.note(&id("C-2"), None).expect("notes");
        let whole = notes.fold(&files, &whole, &runs).expect("folds");
        assert_eq!(reason(&whole, "C-1").as_deref(), Some("anders"));
        assert_eq!(reason(&whole, "C-2"), None);
        let text = std::fs::read(out.path().join(FILE)).expect("there");
        let json: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
        assert_eq!(json["clients"]["C-1"]["failed"]["a.pdf"], "anders");
        assert_eq!(
            json["clients"].as_object().map(serde_json::Map::len),
            Some(1)
        );
    }

    #[test]
    fn a_line_that_was_cut_off_is_written_over() {
        let out = tempfile::tempdir().expect("a folder");
        let runs = out.path().join("runs");
        let files = Files::new(&RealDisk, runs.clone()).expect("opens");
        let whole = line(&id("C-1"), &entry("een")).expect("JSON");
        let torn = format!("{whole}\"C-2\":{{\"docum");
        std::fs::write(runs.join(JOURNAL), torn).expect("writable");
        let manifest = Manifest::open(out.path(), &runs);
        assert_eq!(manifest.clients(), BTreeSet::from([id("C-1")]));
        let mut notes = manifest.notes(&files, &runs).expect("opens");
        notes.note(&id("C-3"), Some(&entry("drie"))).expect("notes");
        let whole = notes.fold(&files, &manifest, &runs).expect("folds");
        assert_eq!(whole.clients(), BTreeSet::from([id("C-1"), id("C-3")]));
        assert_eq!(reason(&whole, "C-3").as_deref(), Some("drie"));
    }

    #[test]
    fn another_form_counts_as_nothing() {
        let out = tempfile::tempdir().expect("a folder");
        let text = "{\"version\":1,\"clients\":{\n\"C-1\":{}\n}}\n";
        std::fs::write(out.path().join(FILE), text).expect("writable");
        let manifest = Manifest::open(out.path(), out.path());
        assert!(manifest.clients().is_empty());
    }
}
