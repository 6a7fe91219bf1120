//! Makes the documents of many clients: reads, checks, typesets, publishes. The only writer under
//! the output folder.
//!
//! Processes of this same program do the work, one for each core: whatever a plan does to one of
//! them costs that document alone. The run itself hands out the work, keeps the time, and puts what
//! comes back in its place; it reads no plan.

mod copies;
mod crew;
mod desk;
mod foreman;
mod gone;
mod inputs;
mod kept_inputs;
mod manifest;
mod outcome;
mod overview;
mod page_images;
mod progress;
mod protocol;
mod publish;
mod sheet;
mod standing;
mod try_templates;
mod verify;
mod view;
mod worker;

use std::collections::BTreeSet;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::Duration;

use crate::check::{Office, OfficeError, select};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::dossier::value::Date;
use crate::finding::Finding;
use crate::pictogram::svg;
use crate::rendition::{RENDITIONS, family_file_name};
use crate::store::{self, Files, Lock, LockError};

pub use crate::store::{Disk, RealDisk};
use manifest::Manifest;
pub use outcome::{ClientOutcome, DocumentOutcome, Fate, Summary, Tally};
pub use page_images::{Dpi, Images, Pages};
use protocol::Assignment;
pub use sheet::{Sheet, SheetError, SheetRequest, sheet};
pub use try_templates::{Trial, TrialRequest, try_templates};
pub use verify::{Verified, verify};
pub use view::{DocumentView, ViewError, ViewRequest, views};
pub use worker::{Before, worker};

/// Which build this is: a digest of its sources, templates, pictograms and the versions of its
/// libraries.
const BUILD: &str = env!("DRIELUIK_BUILD");

/// Folder under the output folder in which runs keep their lock, their journal, and what is not
/// finished.
const RUNS: &str = ".drieluik";

/// What to make.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a wish of its own, and any may go with any other"
)]
pub struct Request {
    /// Folder with `aanbieder.toml` and the clients.
    pub data: PathBuf,
    /// Folder to write to.
    pub out: PathBuf,
    /// Client numbers; none is all.
    pub clients: Vec<String>,
    /// Words of the renditions to make; none is all.
    pub only: BTreeSet<String>,
    /// Make the family copy of this number alone.
    pub relative: Option<u32>,
    /// Worker processes; none is one for each core.
    pub jobs: Option<NonZeroUsize>,
    /// How long one document may take.
    pub timeout: Duration,
    /// Bytes of memory that a worker may use.
    pub memory: u64,
    /// The day that consent and terms are judged on.
    pub today: Date,
    /// Read, check and plan, but write nothing.
    pub dry_run: bool,
    /// Make everything, changed or not.
    pub force: bool,
    /// Trust no size and time of what stands in the output folder.
    pub verify: bool,
    /// Take away the documents of clients that are gone, and of earlier kinds of plans.
    pub prune: bool,
    /// Also make the formal plan with its mandatory elements in yellow.
    pub mark_mandatory: bool,
    /// Draw pictures of pages beside the documents.
    pub images: Option<Images>,
    /// Where to put what each document is made from, if anywhere. It holds plans in full.
    pub keep_inputs: Option<PathBuf>,
}

/// What a run works with.
pub struct Means<'d> {
    /// The program that is started as a worker, with the argument `worker`.
    pub program: PathBuf,
    /// The disk under the output folder.
    pub disk: &'d dyn Disk,
    /// Set from elsewhere when the run must stop: it finishes what it is making.
    pub stop: &'d AtomicBool,
    /// What a second run at the same time is told of this one, in Dutch.
    pub holder: String,
}

/// Why a run could not begin, or could not end.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The clients can't be looked at.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// A number that nobody around the clients has.
    #[error("niemand bij deze cliënten heeft nummer {0}")]
    UnknownRelative(u32),
    /// The output folder can't be used.
    #[error("de map voor de documenten kan niet gebruikt worden: {}", store::dutch(.0))]
    Output(#[source] io::Error),
    /// Another run writes to the output folder; it says who it is.
    #[error("een andere drieluik schrijft al in deze map{}{}", if .0.is_empty() { "" } else { ": " }, .0)]
    Busy(String),
    /// Nothing is known of the output folder.
    #[error("in deze map staat geen manifest.json van drieluik")]
    NoManifest,
    /// No worker can be started.
    #[error("drieluik kan zichzelf niet starten om documenten te maken: {}", store::dutch(.0))]
    Worker(#[source] io::Error),
}

/// Hears of progress.
pub trait Observer {
    /// The run begins with so many clients.
    fn begin(&self, clients: usize);
    /// One more client is done.
    fn client_done(&self);
    /// What became of a client, in the order of their numbers.
    fn outcome(&self, outcome: &ClientOutcome);
}

/// The words that `only` may hold.
#[must_use]
pub fn rendition_names() -> Vec<&'static str> {
    RENDITIONS
        .iter()
        .map(|rendition| rendition.name())
        .collect()
}

/// What all clients of a run share.
struct Shop<'d> {
    request: &'d Request,
    means: &'d Means<'d>,
    /// Absolute: a worker finds it from anywhere.
    data: PathBuf,
    manifest: Manifest,
    /// A digest of what all clients share.
    shared: String,
    /// How to write; none in a dry run.
    files: Option<Files<'d>>,
    jobs: usize,
}

impl Shop<'_> {
    /// What each worker is told.
    fn assignment(&self) -> Assignment {
        let request = self.request;
        Assignment {
            data: self.data.clone(),
            today: request.today.to_string(),
            only: request.only.clone(),
            relative: request.relative,
            mark_mandatory: request.mark_mandatory,
            memory: request.memory,
            keep_inputs: request.keep_inputs.clone(),
        }
    }

    /// Whether the run was asked for a document.
    fn is_wanted(&self, rendition: &str, file_name: &str) -> bool {
        let request = self.request;
        is_wanted(&request.only, request.relative, rendition, file_name)
    }

    /// Where a document stands.
    fn path(&self, client: &ClientId, file_name: &str) -> PathBuf {
        self.request.out.join(client.as_str()).join(file_name)
    }

    /// The folder in which a client's folder lies, from the data folder.
    fn location(&self, folder: &ClientFolder) -> String {
        let above = folder.path.parent().unwrap_or(&folder.path);
        let below = above.strip_prefix(&self.request.data).unwrap_or(above);
        below.to_string_lossy().replace('\\', "/")
    }
}

/// Whether a run is asked for a document: by its kind, and a family copy by its number too.
fn is_wanted(only: &BTreeSet<String>, relative: Option<u32>, name: &str, file_name: &str) -> bool {
    let is_on_request = || {
        let mut renditions = RENDITIONS.iter();
        renditions.any(|rendition| rendition.name() == name && rendition.on_request().is_some())
    };
    let chosen = if only.is_empty() {
        !is_on_request()
    } else {
        only.contains(name)
    };
    match relative {
        Some(number) if only.is_empty() => file_name == family_file_name(number),
        Some(number) => chosen && (name != "family" || file_name == family_file_name(number)),
        None => chosen,
    }
}

/// Makes what was asked for.
///
/// # Errors
/// When the organisation's file is not in order, a client isn't there, the output folder can't be
/// written or another run writes to it. A client with mistakes is no error: it is in the summary.
pub fn render(
    request: &Request,
    means: &Means<'_>,
    observer: &dyn Observer,
) -> Result<Summary, RunError> {
    let office = Office::open(&request.data)?;
    let logo = logo(&office)?;
    let (all, general) = office.clients();
    let runs = request.out.join(RUNS);
    let _lock = (!request.dry_run).then(|| lock(&runs, means)).transpose()?;
    let manifest = Manifest::open(&request.out, &runs);
    let gone = gone::find(request, &manifest, &all).map_err(RunError::Output)?;
    if all.is_empty() && gone.is_empty() {
        return Err(OfficeError::NoClients.into());
    }
    let is_gone = |asked: &str| gone.iter().any(|gone| gone.as_str() == asked);
    let folders = select(&all, &request.clients, is_gone)?;
    drop(all);
    let shared = inputs::shared(&office, logo.as_deref(), request.mark_mandatory);
    drop(office);
    let files = (!request.dry_run).then(|| Files::new(means.disk, runs.join("unfinished")));
    let files = files.transpose().map_err(RunError::Output)?;
    if let Some(folder) = &request.keep_inputs {
        kept_inputs::fonts(folder).map_err(RunError::Output)?;
    }
    let shop = Shop {
        jobs: jobs(request, folders.len()),
        data: std::path::absolute(&request.data).unwrap_or_else(|_| request.data.clone()),
        shared: shared.map_err(RunError::Output)?,
        request,
        means,
        manifest,
        files,
    };
    make(&shop, &folders, &gone, general, observer)
}

/// Makes the documents, deals with those of clients that are gone, and writes the manifest.
fn make(
    shop: &Shop<'_>,
    folders: &[ClientFolder],
    gone: &BTreeSet<ClientId>,
    general: Vec<Finding>,
    observer: &dyn Observer,
) -> Result<Summary, RunError> {
    let runs = shop.request.out.join(RUNS);
    let files = shop.files.as_ref();
    let notes = files.map(|files| shop.manifest.notes(files, &runs));
    let mut notes = notes.transpose().map_err(RunError::Output)?;
    observer.begin(folders.len());
    let mut lost = Vec::new();
    for client in gone {
        lost.push(gone::see_off(shop, client, notes.as_mut()).map_err(RunError::Output)?);
    }
    let ended = foreman::run(shop, folders, notes, observer);
    let mut summary = ended.summary;
    for outcome in lost {
        summary.add(&outcome);
        observer.outcome(&outcome);
    }
    summary.general = general;
    if let (Some(files), Some(notes)) = (files, ended.notes) {
        let request = shop.request;
        let folded = notes.fold(files, &shop.manifest, &runs);
        let told = folded
            .and_then(|manifest| overview::write(files, &request.out, manifest, request.today));
        if let (Err(error), None) = (told, &ended.broken) {
            return Err(RunError::Output(error));
        }
    }
    match (ended.broken, shop.request.relative) {
        (Some(broken), _) => Err(broken),
        (None, Some(number)) if !ended.mentions && !summary.interrupted => {
            Err(RunError::UnknownRelative(number))
        }
        _ => Ok(summary),
    }
}

/// How many workers there are: more than there are documents have nothing to do.
fn jobs(request: &Request, clients: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let most = clients.saturating_mul(2 * RENDITIONS.len()).max(1);
    request.jobs.map_or(cores, NonZeroUsize::get).min(most)
}

/// Takes the lock of the output folder.
fn lock(runs: &Path, means: &Means<'_>) -> Result<Lock, RunError> {
    store::make_folder(runs.parent().unwrap_or(runs)).map_err(RunError::Output)?;
    store::make_folder(runs).map_err(RunError::Output)?;
    Lock::take(&runs.join("lock"), &means.holder).map_err(|error| match error {
        LockError::Held(holder) => RunError::Busy(holder),
        LockError::Io(error) => RunError::Output(error),
    })
}

/// The organisation's logo, if it has one.
fn logo(office: &Office) -> Result<Option<Vec<u8>>, OfficeError> {
    let Some(name) = &office.provider.style.logo else {
        return Ok(None);
    };
    let wrong = |reason: String| {
        let finding = Finding::error(
            "logo",
            format!("het logo kan niet gebruikt worden: {reason}"),
        )
        .with_hint("bewaar het logo als gewone SVG met alleen vormen, zonder tekst of foto's");
        OfficeError::Organisation(vec![finding])
    };
    let bytes = office
        .data
        .read_picture(name)
        .map_err(|error| wrong(error.kind().to_string()))?;
    svg::sanitise(&bytes)
        .map(Some)
        .map_err(|error| wrong(error.to_string()))
}
