//! `manifest.json`: what was made, from what, and what was withheld or failed.
//!
//! It holds client numbers, file names and digests; never a name, a BSN or a word of a plan.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::dossier::load::ClientId;
use crate::finding::{Finding, Severity};
use crate::store;

/// Name of the manifest under the output folder.
const FILE: &str = "manifest.json";

/// Everything under the output folder.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Program and version that wrote it.
    pub(crate) program: String,
    /// By client number.
    pub(crate) clients: BTreeMap<String, ClientEntry>,
}

/// What was made of one client.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct ClientEntry {
    /// By file name.
    pub(crate) documents: BTreeMap<String, DocumentEntry>,
    /// Documents that were not made, and why.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) withheld: BTreeMap<String, String>,
    /// Documents that failed, and why.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) failed: BTreeMap<String, String>,
    /// What `check` found.
    #[serde(default, rename = "findings")]
    pub(crate) counts: Counts,
    /// Mistakes in the client's files; the documents are those of an earlier run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) mistakes: Vec<String>,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counts {
    errors: usize,
    warnings: usize,
    hints: usize,
}

impl Counts {
    /// Counts findings.
    pub(crate) fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            hints: count(Severity::Hint),
        }
    }
}

/// One document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DocumentEntry {
    /// The word for `--only`.
    pub(crate) rendition: String,
    /// Pages.
    pub(crate) pages: usize,
    /// Size of the file.
    pub(crate) bytes: usize,
    /// BLAKE3 of the view: what the document tells, whatever its layout.
    pub(crate) view: String,
    /// BLAKE3 of view and pictures.
    pub(crate) input: String,
    /// BLAKE3 of the file.
    pub(crate) output: String,
}

impl Manifest {
    /// Reads the manifest of an earlier run. One that can't be read counts as none: nothing is
    /// known then of what stands in the output folder.
    pub(super) fn read(out: &Path) -> Self {
        std::fs::read(out.join(FILE))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the manifest, whole or not at all.
    pub(super) fn write(&self, out: &Path) -> std::io::Result<()> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        store::write(&out.join(FILE), &text)
    }

    /// The entry of a document, if an earlier run made it.
    pub(super) fn document(&self, client: &ClientId, file_name: &str) -> Option<&DocumentEntry> {
        self.clients
            .get(client.as_str())
            .and_then(|entry| entry.documents.get(file_name))
    }
}
