//! What the run and its workers say to each other: one line of JSON each, a PDF or picture as bytes
//! after its line.
//!
//! Every errand has one answer, so that the run always knows which document a worker died of.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::manifest::DueEntry;
use super::page_images::Dpi;
use crate::finding::{Excerpt, Finding, Place, Severity};

/// The largest PDF or picture that a worker may hand over, in bytes.
const MAX_PDF: u64 = 1024 * 1024 * 1024;

/// What a worker is told before anything else.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Assignment {
    /// Folder with `aanbieder.toml`.
    pub(super) data: PathBuf,
    /// The day to judge by, as `2026-11-22`.
    pub(super) today: String,
    /// Words of the renditions to make; none is all.
    pub(super) only: BTreeSet<String>,
    /// Make the family copy of this number alone.
    pub(super) relative: Option<u32>,
    /// Also make the formal plan with its mandatory elements in yellow.
    pub(super) mark_mandatory: bool,
    /// Bytes of memory that the worker may use.
    pub(super) memory: u64,
    /// Where to put what each document is made from.
    pub(super) keep_inputs: Option<PathBuf>,
}

/// What a worker must do.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Errand {
    /// Number of the client.
    pub(super) client: String,
    /// Its folder.
    pub(super) path: PathBuf,
    /// What.
    pub(super) task: Task,
}

/// What is to be done about a client.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Task {
    /// Read the client, and say what there is to make.
    Plan,
    /// Make the document of this name.
    Make(String),
    /// Draw a page.
    Draw(PageOrder),
}

impl Task {
    /// The document that it is about, if it is about one.
    pub(super) fn document(&self) -> Option<&str> {
        match self {
            Self::Plan => None,
            Self::Make(document) | Self::Draw(PageOrder { document, .. }) => Some(document),
        }
    }
}

/// A page to draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PageOrder {
    /// Name of the document.
    pub(super) document: String,
    /// Where it stands.
    pub(super) pdf: PathBuf,
    /// Digest of the PDF.
    pub(super) output: String,
    /// The page, from 1.
    pub(super) page: usize,
    /// How fine.
    pub(super) dpi: Dpi,
}

/// What a worker has to say.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// Errands may come.
    Ready,
    /// What there is to make of a client.
    Planned {
        /// What.
        plan: Box<Plan>,
        /// Bytes of memory in use.
        memory: u64,
    },
    /// A document was made; its bytes follow.
    Made {
        /// What it is.
        made: MadePdf,
        /// Bytes of memory in use.
        memory: u64,
    },
    /// A page was drawn; the bytes of its picture follow.
    Drawn {
        /// How many.
        bytes: u64,
        /// Bytes of memory in use.
        memory: u64,
    },
    /// The errand could not be carried out. Dutch, without personal data.
    Failed {
        /// Why.
        reason: String,
        /// Whether the worker stops, for it can't be sure of itself any more.
        stops: bool,
    },
}

/// A document that was typeset.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct MadePdf {
    /// Pages.
    pub(super) pages: usize,
    /// Size in bytes.
    pub(super) bytes: u64,
    /// Digest of the view.
    pub(super) view: String,
    /// Digest of everything that it was made from.
    pub(super) input: String,
}

/// What there is to make of one client, and what there is to say.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Plan {
    /// Whether the client's files could be read.
    pub(super) readable: bool,
    /// In the order of the renditions.
    pub(super) documents: Vec<Planned>,
    /// Documents that may not be made.
    pub(super) withheld: Vec<Withheld>,
    /// Mistakes and warnings.
    pub(super) findings: Vec<WireFinding>,
    /// Files with errors, with all but known keys blanked.
    pub(super) excerpts: BTreeMap<PathBuf, String>,
    /// The first day on which any of this would be different; none if never.
    pub(super) until: Option<String>,
    /// What falls due.
    pub(super) dues: Vec<DueEntry>,
}

/// A document that could be made.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Planned {
    /// Name of the file.
    pub(super) file_name: String,
    /// The word for `--only`.
    pub(super) rendition: String,
    /// Whether this run was asked for it.
    pub(super) is_wanted: bool,
    /// Why it may not be made, if errors stop it.
    pub(super) stopped: Option<String>,
    /// Digest of the view.
    pub(super) view: String,
    /// Digest of everything that it is made from; none when it isn't wanted, or a picture can't be
    /// read.
    pub(super) input: Option<String>,
}

/// A document that may not be made.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Withheld {
    /// Name of the file.
    pub(super) file_name: String,
    /// The word for `--only`.
    pub(super) rendition: String,
    /// Why not.
    pub(super) reason: String,
}

/// A finding without what its author wrote.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireFinding {
    code: String,
    severity: Severity,
    place: Option<Place>,
    message: String,
    hint: Option<String>,
    stops: Vec<String>,
}

impl Plan {
    /// Takes up findings, with the blanked text of files that have errors.
    pub(super) fn tell(&mut self, findings: &[Finding]) {
        for finding in findings {
            if let (Some(place), Some(excerpt), Severity::Error) =
                (&finding.place, &finding.excerpt, finding.severity)
            {
                let known = self.excerpts.entry(place.file.clone());
                known.or_insert_with(|| excerpt.masked.clone());
            }
        }
        self.findings = findings.iter().map(WireFinding::of).collect();
    }

    /// The findings as they were, but for what their authors wrote.
    pub(super) fn take_findings(&mut self) -> Vec<Finding> {
        let excerpts: BTreeMap<_, _> = std::mem::take(&mut self.excerpts)
            .into_iter()
            .map(|(file, masked)| {
                let readable = String::new();
                (file, Arc::new(Excerpt { masked, readable }))
            })
            .collect();
        let findings = std::mem::take(&mut self.findings).into_iter();
        findings
            .map(|wire| {
                let place = wire.place.as_ref();
                let excerpt = place.and_then(|place| excerpts.get(&place.file).cloned());
                Finding {
                    excerpt: excerpt.filter(|_| wire.severity == Severity::Error),
                    ..wire.into_finding()
                }
            })
            .collect()
    }
}

impl WireFinding {
    fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code.to_owned(),
            severity: finding.severity,
            place: finding.place.clone(),
            message: finding.message.clone(),
            hint: finding.hint.clone(),
            stops: finding.stops.iter().map(ToString::to_string).collect(),
        }
    }

    fn into_finding(self) -> Finding {
        Finding {
            severity: self.severity,
            place: self.place,
            hint: self.hint,
            stops: self.stops.iter().map(|name| word(name)).collect(),
            ..Finding::error(word(&self.code), self.message)
        }
    }
}

/// The code of a rule, or the word of a rendition, for as long as the program lives: there are only
/// so many.
pub(super) fn word(word: &str) -> &'static str {
    static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word) {
        return known;
    }
    let known: &'static str = Box::leak(word.to_owned().into_boxed_str());
    words.insert(known);
    known
}

/// Sends a line.
pub(super) fn send(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}

/// Receives a line; none at the end.
pub(super) fn receive<T: DeserializeOwned>(from: &mut impl BufRead) -> io::Result<Option<T>> {
    let mut line = Vec::new();
    if from.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    Ok(Some(serde_json::from_slice(&line)?))
}

/// Receives the bytes that follow a line.
pub(super) fn receive_bytes(from: &mut impl Read, count: u64) -> io::Result<Vec<u8>> {
    if count > MAX_PDF {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    from.take(count).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != count {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}
