//! What became of a run, its clients and their documents.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::dossier::load::ClientId;
use crate::finding::{Finding, Severity};
use crate::rendition::family_file_name;

/// What became of one document.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It was made, or in a dry run would be; pages and bytes are 0 then.
    Made {
        /// Pages.
        pages: usize,
        /// Size in bytes.
        bytes: u64,
        /// How long it took.
        took: Duration,
    },
    /// It stands there already, made from the same.
    Unchanged {
        /// Pages.
        pages: usize,
        /// Size in bytes.
        bytes: u64,
    },
    /// It may not be made: why, in Dutch.
    Withheld(String),
    /// It could not be made, or stands there but without a picture of a page: why, in Dutch.
    Failed(String),
    /// It was taken away, or in a dry run would be.
    Removed,
}

/// A document and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentOutcome {
    /// Name under the client's folder.
    pub file_name: String,
    /// The word for `--only`; empty where it isn't known any more.
    pub rendition: String,
    /// What became of it.
    pub fate: Fate,
    /// Names of the pictures of its pages that were drawn, or in a dry run would be where that is
    /// known.
    pub images: Vec<String>,
}

/// What became of one client.
#[derive(Clone, Debug)]
pub struct ClientOutcome {
    /// Number of the client.
    pub client: ClientId,
    /// Its documents, by file name.
    pub documents: Vec<DocumentOutcome>,
    /// What failed of the client as a whole, in Dutch.
    pub failures: Vec<String>,
    /// Mistakes and warnings in the client's files.
    pub findings: Vec<Finding>,
    /// Whether the client's files could be read.
    pub readable: bool,
    /// Whether the client isn't in the data folder any more.
    pub gone: bool,
}

impl ClientOutcome {
    /// Nothing became of this client yet.
    pub(super) fn nothing(client: ClientId) -> Self {
        Self {
            client,
            documents: Vec::new(),
            failures: Vec::new(),
            findings: Vec::new(),
            readable: true,
            gone: false,
        }
    }

    /// Notes what became of a document.
    pub(super) fn add(&mut self, file_name: &str, rendition: &str, fate: Fate) {
        self.add_with_images(file_name, rendition, fate, Vec::new());
    }

    /// Notes what became of a document, and of which pages pictures were drawn.
    pub(super) fn add_with_images(
        &mut self,
        file_name: &str,
        rendition: &str,
        fate: Fate,
        images: Vec<String>,
    ) {
        self.documents.push(DocumentOutcome {
            file_name: file_name.to_owned(),
            rendition: rendition.to_owned(),
            fate,
            images,
        });
    }

    /// Whether there is anything to say of the family copy with this number; of a client that
    /// can't be read nobody knows.
    pub(super) fn mentions(&self, number: u32) -> bool {
        let name = family_file_name(number);
        let mut others = self
            .documents
            .iter()
            .filter(|document| document.fate != Fate::Removed);
        !self.readable || others.any(|document| document.file_name == name)
    }

    /// Whether everything asked for was made.
    #[must_use]
    pub fn succeeded(&self) -> bool {
        let failed = |document: &DocumentOutcome| matches!(document.fate, Fate::Failed(_));
        self.readable && self.failures.is_empty() && !self.documents.iter().any(failed)
    }
}

/// How many documents of one kind had which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Made.
    pub made: usize,
    /// Left as they were.
    pub unchanged: usize,
    /// Not allowed.
    pub withheld: usize,
    /// Not possible.
    pub failed: usize,
    /// Taken away.
    pub removed: usize,
    /// Pages of those made and those left.
    pub pages: usize,
    /// Time of the workers on those made.
    pub took: Duration,
    /// Pictures of pages that were drawn.
    pub images: usize,
}

impl Tally {
    fn add(&mut self, document: &DocumentOutcome) {
        self.images += document.images.len();
        match &document.fate {
            Fate::Made { pages, took, .. } => {
                self.made += 1;
                self.pages += pages;
                self.took += *took;
            }
            Fate::Unchanged { pages, .. } => {
                self.unchanged += 1;
                self.pages += pages;
            }
            Fate::Withheld(_) => self.withheld += 1,
            Fate::Failed(_) => self.failed += 1,
            Fate::Removed => self.removed += 1,
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: &Self) -> Self {
        Self {
            made: self.made + other.made,
            unchanged: self.unchanged + other.unchanged,
            withheld: self.withheld + other.withheld,
            failed: self.failed + other.failed,
            removed: self.removed + other.removed,
            pages: self.pages + other.pages,
            took: self.took + other.took,
            images: self.images + other.images,
        }
    }
}

/// What became of a run. It holds numbers only, however many clients there are.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many clients were looked at.
    pub clients: usize,
    /// How many of them failed.
    pub failed: usize,
    /// Clients with documents that are not in the data folder any more.
    pub gone: usize,
    /// By the word for `--only`.
    pub renditions: BTreeMap<String, Tally>,
    /// How many findings there are of each severity, worst first.
    pub findings: [usize; 3],
    /// What is wrong with folders that are no client.
    pub general: Vec<Finding>,
    /// The run was asked to stop before everything was done.
    pub interrupted: bool,
}

impl Summary {
    /// Counts a client in.
    pub(super) fn add(&mut self, outcome: &ClientOutcome) {
        if outcome.gone {
            self.gone += 1;
        } else {
            self.clients += 1;
        }
        self.failed += usize::from(!outcome.succeeded());
        for document in &outcome.documents {
            let tally = self
                .renditions
                .entry(document.rendition.clone())
                .or_default();
            tally.add(document);
        }
        for finding in &outcome.findings {
            self.findings[finding.severity as usize] += 1;
        }
    }

    /// All kinds of documents together.
    #[must_use]
    pub fn total(&self) -> Tally {
        let tallies = self.renditions.values();
        tallies.fold(Tally::default(), Tally::plus)
    }

    /// Whether everything asked for was made.
    #[must_use]
    pub fn succeeded(&self) -> bool {
        let is_error = |finding: &Finding| finding.severity == Severity::Error;
        self.failed == 0 && !self.general.iter().any(is_error) && !self.interrupted
    }
}
