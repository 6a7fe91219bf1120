//! A worker: a process of its own that reads clients and makes documents, one errand at a time.
//!
//! Whatever a plan does to it, it dies alone. It ends by itself when the run does, and when it uses
//! more memory than it may.

use std::fs;
use std::io::{self, BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::desk::{Desk, Finished};
use super::inputs;
use super::protocol::{Answer, Assignment, Errand, PageOrder, Task, receive, send};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::dossier::value::Date;
use crate::typeset::page;

/// Stack of the thread that works: typst recurses deeply on nested content.
pub(super) const STACK: usize = 64 * 1024 * 1024;
/// How often a worker looks at its memory.
const LOOK: Duration = Duration::from_millis(20);
/// The exit code of a worker that used too much memory.
pub(super) const TOO_MUCH_MEMORY: i32 = 86;

/// What is said of a panic; its own message may quote a plan.
pub(super) const PANIC: &str = "fout in het programma zelf; meld dit met het cliëntnummer";

/// Something that happens before each errand, given the client and the document; for tests.
pub type Before = dyn Fn(&str, Option<&str>) + Sync;

/// Works until the run hangs up.
///
/// # Errors
/// When the run can't be heard or answered.
pub fn worker(
    input: impl Read + Send + 'static,
    output: &mut (impl Write + Send),
    before: &Before,
) -> io::Result<()> {
    let mut input = BufReader::new(input);
    let Some(assignment) = receive::<Assignment>(&mut input)? else {
        return Ok(());
    };
    let memory = assignment.memory;
    thread::spawn(move || watch(memory));
    let errands = listen(input);
    thread::scope(|scope| {
        let work = move || with_own_pool(|| labour(assignment, &errands, output, before));
        let worker = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work)?;
        let ended = worker.join();
        ended.unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
    })
}

/// Takes in errands. When the run hangs up in the middle of one, nobody waits for it any more.
fn listen(mut input: BufReader<impl Read + Send + 'static>) -> Receiver<Errand> {
    let (give, errands) = mpsc::channel();
    thread::spawn(move || {
        while let Ok(Some(errand)) = receive::<Errand>(&mut input) {
            if give.send(errand).is_err() {
                return;
            }
        }
        std::process::exit(0);
    });
    errands
}

/// Ends the process when it uses more memory than it may.
fn watch(limit: u64) {
    while memory() <= limit {
        thread::sleep(LOOK);
    }
    std::process::exit(TOO_MUCH_MEMORY);
}

/// Bytes of memory that this process uses; 0 where the system doesn't tell.
fn memory() -> u64 {
    memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem as u64)
}

/// Runs with a rayon pool of this thread alone: typst and krilla use rayon inside.
pub(super) fn with_own_pool<T>(work: impl FnOnce() -> T) -> T {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build();
    let done = work();
    drop(pool);
    done
}

/// Carries out errands until there are no more.
fn labour(
    assignment: Assignment,
    errands: &Receiver<Errand>,
    output: &mut impl Write,
    before: &Before,
) -> io::Result<()> {
    let today = assignment.today.parse().map(Date::from_civil);
    let today = today.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    // The run opened the same office just before.
    let Ok(mut desk) = Desk::open(assignment, today) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    send(output, &Answer::Ready)?;
    while let Ok(errand) = errands.recv() {
        let done = catch_unwind(AssertUnwindSafe(|| {
            before(&errand.client, errand.task.document());
            carry_out(&mut desk, &errand)
        }));
        let (answer, pdf) = done.unwrap_or_else(|_| (failed(PANIC.to_owned(), true), Vec::new()));
        send(output, &answer)?;
        output.write_all(&pdf)?;
        output.flush()?;
        if matches!(answer, Answer::Failed { stops: true, .. }) {
            return Ok(());
        }
    }
    Ok(())
}

fn failed(reason: String, stops: bool) -> Answer {
    Answer::Failed { reason, stops }
}

/// Carries out one errand: the answer, and the bytes that follow it.
fn carry_out(desk: &mut Desk, errand: &Errand) -> (Answer, Vec<u8>) {
    let Some(id) = ClientId::from_name(&errand.client) else {
        return (failed(PANIC.to_owned(), false), Vec::new());
    };
    let folder = ClientFolder {
        id,
        path: errand.path.clone(),
    };
    match &errand.task {
        Task::Plan => {
            let plan = desk.plan(&folder).map(|plan| Answer::Planned {
                plan: Box::new(plan),
                memory: memory(),
            });
            (
                plan.unwrap_or_else(|reason| failed(reason, false)),
                Vec::new(),
            )
        }
        Task::Make(document) => match desk.make(&folder, document) {
            Ok(Finished { made, pdf }) => {
                let memory = memory();
                (Answer::Made { made, memory }, pdf)
            }
            Err(reason) => (failed(reason, false), Vec::new()),
        },
        Task::Draw(order) => match draw(order) {
            Ok(picture) => {
                let (bytes, memory) = (picture.len() as u64, memory());
                (Answer::Drawn { bytes, memory }, picture)
            }
            Err(reason) => (failed(reason.to_owned(), false), Vec::new()),
        },
    }
}

/// Draws a page of a document that stands in its place.
fn draw(order: &PageOrder) -> Result<Vec<u8>, &'static str> {
    let pdf = fs::read(&order.pdf).map_err(|_| "het document kan niet gelezen worden")?;
    if inputs::digest(&pdf) != order.output {
        return Err("het document veranderde tijdens het tekenen");
    }
    let index = order.page.checked_sub(1);
    let picture = index.and_then(|index| page::draw(pdf, index, order.dpi.get()));
    picture.ok_or("het document kan niet getekend worden")
}
