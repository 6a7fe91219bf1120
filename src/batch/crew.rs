//! The worker processes of a run: started, spoken to, timed, replaced.

use std::io::{self, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::foreman::Event;
use super::protocol::{Answer, Assignment, Errand, receive, receive_bytes, send};
use super::worker::{PANIC, TOO_MUCH_MEMORY};

/// Bytes of memory at which a worker has grown: a fresh one needs half, and starts in less time than
/// half a document takes. The largest documents add some 60 MB while they are made, so that no worker
/// comes to 200 MB.
const GROWN: u64 = 140 * 1024 * 1024;
/// Settings of the allocator, mimalloc: memory is asked of the system bit by bit and given back at
/// once. Left to itself it asks for much at a time, which Linux then backs with huge pages: two thirds
/// more memory at the start, a quarter more at its peak, and no less time.
const THRIFT: [(&str, &str); 2] = [
    ("MIMALLOC_ARENA_EAGER_COMMIT", "0"),
    ("MIMALLOC_PURGE_DELAY", "0"),
];
/// What of a worker's last words is kept, in bytes.
const LAST_WORDS: u64 = 16 * 1024;

/// Something that a worker did.
#[derive(Debug)]
pub(super) enum News {
    /// It answered; the bytes of a document or picture come along.
    Answer(Answer, Vec<u8>),
    /// It is gone, or talks nonsense.
    Gone,
}

/// One place for a worker, and who sits there.
pub(super) struct Seat {
    number: usize,
    process: Option<Process>,
    /// The client and what the worker is to do; since when it does it.
    errand: Option<(usize, Errand, Option<Instant>)>,
    /// It was stopped, for it took too long.
    is_overdue: bool,
}

struct Process {
    child: Child,
    input: Option<ChildStdin>,
    last_words: Option<JoinHandle<String>>,
    /// Which of those that sat here it is.
    generation: usize,
    /// It said that errands may come.
    is_ready: bool,
}

impl Seat {
    /// An empty place.
    pub(super) fn new(number: usize) -> Self {
        Self {
            number,
            process: None,
            errand: None,
            is_overdue: false,
        }
    }

    /// Starts a worker. What it does is told with the number of this seat and that generation.
    ///
    /// # Errors
    /// When the program can't be started.
    pub(super) fn start(
        &mut self,
        program: &Path,
        assignment: &Assignment,
        generation: usize,
        events: &Sender<Event>,
    ) -> io::Result<()> {
        let mut command = Command::new(program);
        command
            .arg("worker")
            .envs(THRIFT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        apart(&mut command);
        let mut child = command.spawn()?;
        let (input, output, error) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        if let Some(output) = output {
            let (number, events) = (self.number, events.clone());
            let tell = move |heard| {
                events
                    .send(Event::Worker(number, generation, heard))
                    .is_ok()
            };
            thread::spawn(move || hear(output, tell));
        }
        let mut process = Process {
            child,
            input,
            last_words: error.map(|error| thread::spawn(move || last_words(error))),
            generation,
            is_ready: false,
        };
        if let Some(input) = &mut process.input {
            // One that is gone already is told by its silence.
            let _gone = send(input, assignment);
        }
        self.process = Some(process);
        self.is_overdue = false;
        Ok(())
    }

    /// Whether somebody sits here.
    pub(super) fn is_taken(&self) -> bool {
        self.process.is_some()
    }

    /// Whether there is nothing to do here.
    pub(super) fn is_free(&self) -> bool {
        self.errand.is_none()
    }

    /// Whether what is told by this generation is told by who sits here.
    pub(super) fn is_generation(&self, generation: usize) -> bool {
        let process = self.process.as_ref();
        process.is_some_and(|process| process.generation == generation)
    }

    /// Whether who sits here ever was ready.
    pub(super) fn was_ready(&self) -> bool {
        self.process
            .as_ref()
            .is_some_and(|process| process.is_ready)
    }

    /// Gives an errand about a client; one that isn't ready yet gets it when it is.
    pub(super) fn assign(&mut self, client: usize, errand: Errand) {
        self.errand = Some((client, errand, None));
        self.send();
    }

    /// Who sits here is ready.
    pub(super) fn ready(&mut self) {
        if let Some(process) = &mut self.process {
            process.is_ready = true;
        }
        self.send();
    }

    /// Sends the errand to a worker that is ready; from now on its time counts.
    fn send(&mut self) {
        let process = self.process.as_mut().filter(|process| process.is_ready);
        if let (Some(process), Some((_, errand, since))) = (process, &mut self.errand) {
            if let Some(input) = &mut process.input {
                // One that is gone is told by its silence.
                let _gone = send(input, errand);
            }
            *since = Some(Instant::now());
        }
    }

    /// What the worker was to do, and how long it took; from now on it does nothing.
    pub(super) fn take_errand(&mut self) -> Option<(usize, Errand, Duration)> {
        let (client, errand, since) = self.errand.take()?;
        Some((
            client,
            errand,
            since.map_or(Duration::ZERO, |since| since.elapsed()),
        ))
    }

    /// When the worker will have taken too long; starting counts for nothing.
    pub(super) fn deadline(&self, limit: Duration) -> Option<Instant> {
        let (.., since) = self.errand.as_ref().filter(|_| !self.is_overdue)?;
        since.and_then(|since| since.checked_add(limit))
    }

    /// Whether who sits here was stopped, though an answer may have come just before.
    pub(super) fn is_overdue(&self) -> bool {
        self.is_overdue
    }

    /// Stops a worker that takes too long.
    pub(super) fn stop(&mut self) {
        self.is_overdue = true;
        if let Some(process) = &mut self.process {
            let _gone = process.child.kill();
        }
    }

    /// Sees off a worker that is gone, and says why, in Dutch.
    pub(super) fn leave(&mut self, limits: &Limits) -> String {
        let Some(mut process) = self.process.take() else {
            return PANIC.to_owned();
        };
        drop(process.input.take());
        // One that talks nonsense may still be there.
        let _gone = process.child.kill();
        let status = process.child.wait();
        let words = process.last_words.take();
        let words = words
            .and_then(|words| words.join().ok())
            .unwrap_or_default();
        if self.is_overdue {
            let seconds = limits.time.as_secs_f64();
            return format!(
                "het maken duurde langer dan {seconds} seconden; --timeout geeft meer tijd"
            );
        }
        why(status.ok(), &words, limits)
    }

    /// Lets the worker go home: it has nothing to do.
    pub(super) fn dismiss(&mut self) {
        if let Some(mut process) = self.process.take() {
            drop(process.input.take());
            let _ended = process.child.wait();
        }
    }
}

/// What a worker may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// For one errand.
    pub(super) time: Duration,
    /// Bytes of memory.
    pub(super) memory: u64,
}

impl Limits {
    /// Whether a worker has grown so much that another one should take its place.
    pub(super) fn is_grown(&self, memory: u64) -> bool {
        memory > GROWN.min(self.memory / 2)
    }
}

/// Why a worker is gone. Its last words may name a place in the program; they are never passed on.
fn why(status: Option<ExitStatus>, words: &str, limits: &Limits) -> String {
    if status.and_then(|status| status.code()) == Some(TOO_MUCH_MEMORY)
        || words.contains("memory allocation of")
    {
        let mib = limits.memory / (1024 * 1024);
        return format!("het maken kost meer dan {mib} MiB geheugen; --memory geeft meer ruimte");
    }
    if words.contains("overflowed its stack") {
        return "het document is te diep genest".to_owned();
    }
    "het programma dat dit document maakt is gestopt; meld dit met het cliëntnummer".to_owned()
}

/// In a group of its own: Ctrl-C is for the run, which lets its workers finish.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(windows)]
fn apart(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    /// `CREATE_NEW_PROCESS_GROUP`
    const GROUP: u32 = 0x0000_0200;
    command.creation_flags(GROUP);
}

#[cfg(not(any(unix, windows)))]
fn apart(_command: &mut Command) {}

/// Passes on what a worker says, until it says nothing more or nobody listens.
fn hear(output: impl Read, tell: impl Fn(News) -> bool) {
    let mut output = BufReader::with_capacity(64 * 1024, output);
    let mut next = || -> io::Result<Option<News>> {
        let Some(answer) = receive::<Answer>(&mut output)? else {
            return Ok(None);
        };
        let bytes = match &answer {
            Answer::Made { made, .. } => receive_bytes(&mut output, made.bytes)?,
            Answer::Drawn { bytes, .. } => receive_bytes(&mut output, *bytes)?,
            _ => Vec::new(),
        };
        Ok(Some(News::Answer(answer, bytes)))
    };
    while let Ok(Some(news)) = next() {
        if !tell(news) {
            return;
        }
    }
    tell(News::Gone);
}

/// The beginning of what a worker says on its way out. The rest is read too, so that it never waits.
fn last_words(mut error: impl Read) -> String {
    let mut words = Vec::new();
    let _silent = error.by_ref().take(LAST_WORDS).read_to_end(&mut words);
    let _silent = io::copy(&mut error, &mut io::sink());
    String::from_utf8_lossy(&words).into_owned()
}

impl Drop for Seat {
    /// Nobody is left behind.
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            let _gone = process.child.kill();
            let _ended = process.child.wait();
        }
    }
}
