//! Makes the documents of many clients: reads, checks, typesets, publishes. The only writer under
//! the output folder.
//!
//! Threads of our own do the work, each with a big stack and a rayon pool of itself alone: typst
//! and krilla use rayon inside, and in an outer parallel iterator they would nest whole documents
//! on one stack.

mod client;
mod copies;
mod manifest;
mod queue;
mod sheet;

use std::collections::BTreeSet;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::check::{Office, OfficeError, select};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::dossier::value::Date;
use crate::finding::Finding;
use crate::font;
use crate::pictogram::svg;
use crate::rendition::{RENDITIONS, family_file_name};
use crate::store;
use crate::typeset::Typesetter;

use client::{Making, Prepared};
use manifest::{ClientEntry, Manifest};
use queue::{Queue, Work};
pub use sheet::{Sheet, SheetError, SheetRequest, sheet};

/// Stack of a worker: typst recurses deeply on nested content.
const STACK: usize = 64 * 1024 * 1024;

/// What to make.
#[derive(Clone, Debug)]
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
    /// Threads; none is one for each core.
    pub jobs: Option<NonZeroUsize>,
    /// The day that consent and terms are judged on.
    pub today: Date,
    /// Read, check and plan, but write nothing.
    pub dry_run: bool,
    /// Also make the formal plan with its mandatory elements in yellow.
    pub mark_mandatory: bool,
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
}

/// What became of one client.
#[derive(Clone, Debug)]
pub struct ClientOutcome {
    /// Number of the client.
    pub client: ClientId,
    /// Documents made: file name, pages and bytes.
    pub made: Vec<MadeDocument>,
    /// Documents withheld: file name and reason.
    pub withheld: Vec<(String, String)>,
    /// Documents that failed: file name and reason.
    pub failed: Vec<(String, String)>,
    /// Files that were taken away.
    pub removed: Vec<String>,
    /// Mistakes and warnings in the client's files.
    pub findings: Vec<Finding>,
    /// Whether the client's files could be read.
    pub readable: bool,
}

/// A document that was made, or would be.
#[derive(Clone, Debug)]
pub struct MadeDocument {
    /// Name under the client's folder.
    pub file_name: String,
    /// Pages; 0 in a dry run.
    pub pages: usize,
    /// Size in bytes; 0 in a dry run.
    pub bytes: usize,
}

impl ClientOutcome {
    /// Nothing became of this client yet.
    fn nothing(client: ClientId) -> Self {
        Self {
            client,
            made: Vec::new(),
            withheld: Vec::new(),
            failed: Vec::new(),
            removed: Vec::new(),
            findings: Vec::new(),
            readable: true,
        }
    }

    /// Whether there is anything to say of the family copy with this number; of a client that
    /// can't be read nobody knows.
    fn mentions(&self, number: u32) -> bool {
        let name = family_file_name(number);
        let files = self.made.iter().map(|made| &made.file_name);
        let reasons = self
            .withheld
            .iter()
            .chain(&self.failed)
            .map(|(file, _)| file);
        !self.readable || files.chain(reasons).any(|file| *file == name)
    }

    /// Whether everything asked for was made.
    #[must_use]
    pub fn succeeded(&self) -> bool {
        self.readable && self.failed.is_empty()
    }
}

/// What became of a run.
#[derive(Debug)]
pub struct Summary {
    /// By client number.
    pub clients: Vec<ClientOutcome>,
    /// What is wrong with folders that are no client.
    pub findings: Vec<Finding>,
}

/// Hears of progress, from any thread.
pub trait Observer: Sync {
    /// The run begins with so many clients.
    fn begin(&self, clients: usize);
    /// A client is done.
    fn client_done(&self, client: &ClientId);
}

/// The words that `only` may hold.
#[must_use]
pub fn rendition_names() -> Vec<&'static str> {
    RENDITIONS
        .iter()
        .map(|rendition| rendition.name())
        .collect()
}

/// What all documents of a run share.
struct Shop<'a> {
    request: &'a Request,
    office: Office,
    logo: Option<Vec<u8>>,
    typesetter: Typesetter,
    earlier: Manifest,
}

/// Makes what was asked for.
///
/// # Errors
/// When the organisation's file is not in order, a client isn't there, or the output folder can't
/// be written. A client with mistakes is no error: it is in the summary.
pub fn render(request: &Request, observer: &dyn Observer) -> Result<Summary, RunError> {
    let office = Office::open(&request.data)?;
    let (all, findings) = office.clients();
    let earlier = Manifest::read(&request.out);
    let gone = gone(request, &earlier, &all).map_err(RunError::Output)?;
    if all.is_empty() && gone.is_empty() {
        return Err(OfficeError::NoClients.into());
    }
    let is_gone = |asked: &str| gone.iter().any(|gone| gone.client.as_str() == asked);
    let folders = select(&all, &request.clients, is_gone)?;
    let shop = Shop {
        logo: logo(&office)?,
        typesetter: Typesetter::new(&font::embedded()),
        earlier,
        request,
        office,
    };
    observer.begin(folders.len());
    let mut outcomes = work(&shop, &folders, observer);
    let entries: Vec<_> = outcomes
        .iter_mut()
        .map(|prepared| prepared.take_entry(&shop.earlier))
        .collect();
    let mut clients: Vec<_> = outcomes
        .into_iter()
        .map(|prepared| prepared.outcome)
        .collect();
    clients.extend(gone);
    if !request.dry_run {
        write_manifest(&shop, &clients, entries).map_err(RunError::Output)?;
    }
    if let Some(number) = request
        .relative
        .filter(|number| !clients.iter().any(|c| c.mentions(*number)))
    {
        return Err(RunError::UnknownRelative(number));
    }
    clients.sort_by(|a, b| a.client.cmp(&b.client));
    Ok(Summary { clients, findings })
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

/// Lets the threads work until all clients are done.
fn work(shop: &Shop<'_>, folders: &[ClientFolder], observer: &dyn Observer) -> Vec<Prepared> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    // More threads than documents have nothing to do.
    let most = folders.len().saturating_mul(2 * RENDITIONS.len()).max(1);
    let jobs = shop.request.jobs.map_or(cores, NonZeroUsize::get).min(most);
    let queue: Queue<Making> = Queue::new(folders.len());
    let results: Vec<Mutex<Option<Prepared>>> = folders.iter().map(|_| Mutex::new(None)).collect();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let worker = || with_own_pool(|| labour(shop, folders, &queue, &results, observer));
            thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, worker)
                .expect("the system gives a thread");
        }
    });
    results
        .into_iter()
        .filter_map(|result| result.into_inner().unwrap_or_else(PoisonError::into_inner))
        .collect()
}

/// Runs with a rayon pool of this thread alone.
fn with_own_pool<T>(work: impl FnOnce() -> T) -> T {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build();
    let done = work();
    drop(pool);
    done
}

/// One thread: takes work until there is none.
fn labour(
    shop: &Shop<'_>,
    folders: &[ClientFolder],
    queue: &Queue<Making>,
    results: &[Mutex<Option<Prepared>>],
    observer: &dyn Observer,
) {
    let finish = |index: usize, done: Option<client::Done>| {
        let mut result = results[index]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(prepared) = result.as_mut() {
            prepared.record(done);
            if prepared.waiting == 0 {
                observer.client_done(&prepared.outcome.client);
            }
        }
    };
    while let Some(work) = queue.take() {
        match work {
            Work::Prepare(index) => {
                let (prepared, documents) = client::prepare(shop, index, &folders[index]);
                *results[index]
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner) = Some(prepared);
                if documents.is_empty() {
                    finish(index, None);
                }
                queue.add(documents);
            }
            Work::Make(making) => {
                let index = making.client;
                let done = client::make(shop, making);
                finish(index, Some(done));
            }
        }
    }
}

/// Clients with documents in the output folder that are gone from the data folder, of those asked
/// for: consent is unknown now, so their family copies go; the rest is kept. Clients that were asked
/// for by number are failures.
fn gone(
    request: &Request,
    earlier: &Manifest,
    all: &[ClientFolder],
) -> io::Result<Vec<ClientOutcome>> {
    let mut clients = copies::clients(&request.out)?;
    clients.extend(
        earlier
            .clients
            .keys()
            .filter_map(|client| ClientId::from_name(client)),
    );
    let is_asked = |id: &ClientId| {
        request.clients.is_empty() || request.clients.iter().any(|asked| asked == id.as_str())
    };
    let is_known = |id: &ClientId| all.iter().any(|folder| folder.id == *id);
    let mut outcomes = Vec::new();
    for id in clients
        .into_iter()
        .filter(|id| is_asked(id) && !is_known(id))
    {
        let removal = copies::remove(&request.out, &id, request.dry_run, |_| true);
        if let Some(error) = removal.error {
            return Err(error);
        }
        let mut outcome = ClientOutcome::nothing(id);
        outcome.removed = removal.removed;
        if !request.clients.is_empty() {
            let reason = "deze cliënt staat niet (meer) in de gegevens".to_owned();
            outcome.failed.push((String::new(), reason));
        }
        if !outcome.removed.is_empty() || !outcome.failed.is_empty() {
            outcomes.push(outcome);
        }
    }
    Ok(outcomes)
}

/// Writes what is new over what was known.
fn write_manifest(
    shop: &Shop<'_>,
    outcomes: &[ClientOutcome],
    entries: Vec<(ClientId, ClientEntry)>,
) -> io::Result<()> {
    // Read again: another run may have written since.
    let mut manifest = Manifest::read(&shop.request.out);
    manifest.program = format!("drieluik {}", env!("CARGO_PKG_VERSION"));
    for (client, entry) in entries {
        let known = manifest.clients.entry(client.to_string()).or_default();
        let mut documents = std::mem::take(&mut known.documents);
        documents.extend(entry.documents.clone());
        documents.retain(|name, _| exists(&shop.request.out, client.as_str(), name));
        *known = ClientEntry { documents, ..entry };
    }
    for outcome in outcomes {
        if let Some(entry) = manifest.clients.get_mut(outcome.client.as_str()) {
            entry
                .documents
                .retain(|name, _| !outcome.removed.contains(name));
        }
    }
    manifest.write(&shop.request.out)
}

fn exists(out: &Path, client: &str, name: &str) -> bool {
    out.join(client).join(name).is_file()
}
