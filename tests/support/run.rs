//! Runs of the batch inside a test: with another disk, or another program as its workers.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use drieluik::batch::{self, ClientOutcome, Disk, Means, Observer, Request, RunError, Summary};
use drieluik::dossier::value::Date;

/// What became of each client.
pub(crate) type Outcomes = BTreeMap<String, ClientOutcome>;

/// Asks for everything, on the day of the examples, with two workers.
pub(crate) fn request(data: &Path, out: &Path) -> Request {
    Request {
        data: data.to_owned(),
        out: out.to_owned(),
        clients: Vec::new(),
        only: BTreeSet::new(),
        relative: None,
        jobs: NonZeroUsize::new(2),
        timeout: Duration::from_mins(2),
        memory: 1024 * 1024 * 1024,
        today: Date::from_civil(jiff::civil::date(2026, 11, 22)),
        dry_run: false,
        force: false,
        verify: false,
        prune: false,
        mark_mandatory: false,
        images: None,
        keep_inputs: None,
    }
}

/// The program itself.
pub(crate) fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_drieluik"))
}

/// Runs with this program for workers.
pub(crate) fn run(
    request: &Request,
    program: PathBuf,
    disk: &dyn Disk,
) -> Result<(Summary, Outcomes), RunError> {
    let means = Means {
        program,
        disk,
        stop: &AtomicBool::new(false),
        holder: String::new(),
    };
    let keeper = Keeper::default();
    let summary = batch::render(request, &means, &keeper)?;
    Ok((summary, keeper.0.into_inner().expect("whole")))
}

/// Keeps what became of each client.
#[derive(Default)]
struct Keeper(Mutex<Outcomes>);

impl Observer for Keeper {
    fn begin(&self, _clients: usize) {}

    fn client_done(&self) {}

    fn outcome(&self, outcome: &ClientOutcome) {
        let mut all = self.0.lock().expect("whole");
        all.insert(outcome.client.to_string(), outcome.clone());
    }
}
