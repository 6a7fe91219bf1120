//! `drieluik watch`: makes the documents of one client anew when somebody saves a file.

use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::args::{DateOption, Documents, HelpFlag, TEMPLATE};
use super::place::{DataOption, OutOption};
use super::render::{self, ImagesArguments, RenditionName};
use super::{DONE, NOT_IN_ORDER, check, failure, printer, today};
use crate::batch::{self, ClientOutcome, Fate, Means, Observer, RealDisk, Request, RunError};
use crate::check::{OfficeError, Request as CheckRequest};
use crate::dossier::load::{ClientFolder, DataFolder};
use crate::pictogram::pack;
use crate::template;

/// How long nothing may happen before a save counts as done: editors save in steps.
const QUIET: Duration = Duration::from_millis(200);
/// How long steps may go on before the documents are made all the same.
const LONGEST: Duration = Duration::from_secs(2);
/// When to try again where another run writes to the output folder.
const AGAIN: Duration = Duration::from_secs(2);

/// Set when nothing more may be begun.
static STOP: AtomicBool = AtomicBool::new(false);

/// Maakt de documenten van één cliënt opnieuw zodra iemand een bestand bewaart, en zegt wat er mis is.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik watch CLIENT [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Kijkt naar de map van de cliënt, aanbieder.toml, de pictogrammen en de eigen sjablonen, tot Ctrl-C.\nLet op: de bevindingen tonen wat er in het plan staat, zoals bij drieluik check.\nAfloop: 0 gestopt met Ctrl-C, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct WatchArguments {
    /// Cliëntnummer
    #[arg(value_name = "CLIENT", help_heading = "Cliënt")]
    client: String,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    out: OutOption,
    /// Alleen deze documenten, zoals bij drieluik render
    #[arg(
        long,
        value_name = "SOORT",
        value_delimiter = ',',
        value_parser = Documents::<RenditionName>::default(),
        hide_possible_values = true
    )]
    only: Vec<RenditionName>,
    /// Maak naast elk document plaatjes van de bladzijden: makkelijk-lezen-1.png en verder
    #[arg(long)]
    png: bool,
    #[command(flatten)]
    images: ImagesArguments,
    #[command(flatten)]
    date: DateOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Something that happens.
enum Signal {
    /// A file was saved, or taken away.
    Changed(PathBuf),
    /// Ctrl-C.
    Stop,
}

/// What is made on each save, and what is watched for it.
struct Watch {
    request: Request,
    /// The day that was asked for; none is that of each save.
    date: Option<jiff::civil::Date>,
    client: String,
    /// The data folder, as the system names it.
    root: PathBuf,
    /// The client's folder in it.
    folder: PathBuf,
}

/// Runs the command.
pub(super) fn run(arguments: WatchArguments) -> Result<u8> {
    let (data, out) = (
        arguments.data.folder(),
        arguments.out.folder(Some(&arguments.data)),
    );
    let root = data.canonicalize().unwrap_or_else(|_| data.clone());
    let Some(folder) = folder(&root, &arguments.client) else {
        return Ok(unknown(data, arguments.client));
    };
    let word = |name: &RenditionName| name.to_possible_value().map(|v| v.get_name().to_owned());
    let mut watch = Watch {
        request: Request {
            data,
            out,
            clients: vec![arguments.client.clone()],
            only: arguments.only.iter().filter_map(word).collect(),
            relative: None,
            jobs: None,
            timeout: Duration::from_secs(render::SECONDS.get().into()),
            memory: u64::from(render::MIB_PER_DOCUMENT.get()) * 1024 * 1024,
            today: today::today(arguments.date.date)?,
            dry_run: false,
            force: false,
            verify: false,
            prune: false,
            mark_mandatory: false,
            images: arguments.images.images(arguments.png),
            keep_inputs: None,
        },
        date: arguments.date.date,
        client: arguments.client,
        folder: folder.path,
        root,
    };
    let (tell, signals) = mpsc::channel();
    let _as_usual = ctrlc::set_handler({
        let tell = tell.clone();
        move || stop(&tell)
    });
    let mut watcher =
        notify::recommended_watcher(move |event: notify::Result<notify::Event>| hear(event, &tell))
            .context("dit systeem kan niet zeggen dat een bestand bewaard is")?;
    let mut is_done = watch.round(&mut watcher)?;
    loop {
        if STOP.load(Ordering::Relaxed) {
            return Ok(DONE);
        }
        match watch.wait(&signals, (!is_done).then_some(AGAIN)) {
            Signal::Stop => return Ok(DONE),
            Signal::Changed(_) => is_done = watch.round(&mut watcher)?,
        }
    }
}

/// The folder of a client.
fn folder(root: &Path, client: &str) -> Option<ClientFolder> {
    let (clients, _) = DataFolder::at(root.to_owned()).clients();
    clients
        .into_iter()
        .find(|folder| folder.id.as_str() == client)
}

/// Says that a client isn't there, and who may be meant.
fn unknown(data: PathBuf, client: String) -> u8 {
    let request = CheckRequest {
        data,
        clients: vec![client.clone()],
        today: crate::dossier::value::Date::from_civil(jiff::civil::Date::ZERO),
    };
    let error = crate::check::run(&request).err();
    failure::tell(&error.unwrap_or(OfficeError::UnknownClient { client, near: None }));
    NOT_IN_ORDER
}

/// The first Ctrl-C lets what is being made be finished, the second ends at once.
fn stop(tell: &Sender<Signal>) {
    if STOP.swap(true, Ordering::Relaxed) {
        process::exit(DONE.into());
    }
    let _ended = tell.send(Signal::Stop);
}

/// Passes on what may have changed a file; reading is no change.
fn hear(event: notify::Result<notify::Event>, tell: &Sender<Signal>) {
    let Ok(event) = event else { return };
    let is_change = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    };
    if is_change {
        for path in event.paths {
            let _ended = tell.send(Signal::Changed(path));
        }
    }
}

impl Watch {
    /// Listens to all that a client's documents are made from, as far as it is there. Folders that
    /// went and came back are listened to anew.
    fn listen(&self, watcher: &mut RecommendedWatcher) {
        let mut shallow = vec![self.root.clone()];
        shallow.extend(self.folder.parent().map(Path::to_owned));
        let shallow = shallow
            .into_iter()
            .map(|path| (path, RecursiveMode::NonRecursive));
        let deep = self.deep();
        let deep = deep
            .into_iter()
            .map(|path| (path, RecursiveMode::Recursive));
        for (path, mode) in shallow.chain(deep) {
            // What isn't there yet is heard of through the folder above it.
            let _absent = watcher.watch(&path, mode);
        }
    }

    /// Folders in which everything counts.
    fn deep(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.folder.clone(), self.root.join(pack::FOLDER)];
        folders.extend(template::folder_in(&self.root));
        folders
    }

    /// Waits for a save to be done, or for as long as is given.
    fn wait(&self, signals: &Receiver<Signal>, most: Option<Duration>) -> Signal {
        let until = most.map(|most| Instant::now() + most);
        loop {
            let next = match until {
                None => signals.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(until) => {
                    signals.recv_timeout(until.saturating_duration_since(Instant::now()))
                }
            };
            match next {
                Ok(Signal::Changed(path)) if self.concerns(&path) => {
                    return settled(signals).unwrap_or(Signal::Changed(path));
                }
                Ok(Signal::Changed(_)) => {}
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return Signal::Stop,
                Err(RecvTimeoutError::Timeout) => return Signal::Changed(self.folder.clone()),
            }
        }
    }

    /// Whether a file is one that the documents are made from, and no scratch file of an editor.
    fn concerns(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_scratch = name.starts_with('.') || name.ends_with('~');
        let is_beside = path.parent() == Some(self.root.as_path());
        !is_scratch && (is_beside || self.deep().iter().any(|folder| path.starts_with(folder)))
    }

    /// Says what is wrong, and makes what changed; false when another run stood in the way.
    fn round(&mut self, watcher: &mut RecommendedWatcher) -> Result<bool> {
        // Before anything is read: what is saved from here on is heard.
        self.listen(watcher);
        self.request.today = today::today(self.date)?;
        let request = CheckRequest {
            data: self.request.data.clone(),
            clients: vec![self.client.clone()],
            today: self.request.today,
        };
        match crate::check::run(&request) {
            Ok(outcome) => check::tell(&outcome),
            Err(error) => failure::tell(&error),
        }
        let means = Means {
            program: std::env::current_exe().context("drieluik vindt zichzelf niet terug")?,
            disk: &RealDisk,
            stop: &STOP,
            holder: format!("proces {}, sinds {}", process::id(), today::now()),
        };
        let rendered = batch::render(&self.request, &means, &Told(&self.request));
        let is_busy = matches!(rendered, Err(RunError::Busy(_)));
        match rendered {
            // The check just said so.
            Ok(_) | Err(RunError::Office(_)) => {}
            Err(error) => render::tell(&error),
        }
        if !STOP.load(Ordering::Relaxed) {
            printer::talk("Wacht tot er iets bewaard wordt. Ctrl-C stopt.");
        }
        Ok(!is_busy)
    }
}

/// Waits until nothing happens for a while; a stop when that comes in between.
fn settled(signals: &Receiver<Signal>) -> Option<Signal> {
    let until = Instant::now() + LONGEST;
    while Instant::now() < until {
        match signals.recv_timeout(QUIET) {
            Ok(Signal::Changed(_)) => {}
            Ok(Signal::Stop) => return Some(Signal::Stop),
            Err(_) => break,
        }
    }
    None
}

/// Tells what was made, in how much time.
struct Told<'a>(&'a Request);

impl Observer for Told<'_> {
    fn begin(&self, _clients: usize) {}

    fn client_done(&self) {}

    fn outcome(&self, client: &ClientOutcome) {
        let folder = self.0.out.join(client.client.as_str());
        let mut is_same = true;
        for document in &client.documents {
            render::tell_document(client, document, &folder, false);
            let is_unchanged = matches!(document.fate, Fate::Unchanged { .. } | Fate::Withheld(_));
            is_same &= is_unchanged && document.images.is_empty();
            if let Fate::Made { pages, took, .. } = document.fate {
                let seconds = format!("{:.1}", took.as_secs_f64()).replace('.', ",");
                printer::talk(&format!(
                    "{}: {} in {seconds} seconden",
                    document.file_name,
                    printer::plural(pages, "bladzijde", "bladzijden")
                ));
            }
        }
        for reason in &client.failures {
            printer::talk(&format!("{}: mislukt: {reason}", client.client));
        }
        if !client.readable {
            printer::talk("Niets gemaakt: verbeter eerst de fouten hierboven.");
        } else if is_same && client.failures.is_empty() {
            printer::talk("De documenten zijn niet veranderd.");
        }
    }
}
