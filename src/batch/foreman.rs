//! Hands out the work of a run, and takes in what becomes of it.
//!
//! One thread decides everything: which client is next, which worker makes which document, when a
//! worker took too long. Clients are looked at in the order of their numbers, not far ahead of what
//! is done, so that a run costs the same memory whatever the number of clients.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::crew::{Limits, News, Seat};
use super::manifest::{ClientEntry, ImageEntry, Notes};
use super::outcome::{ClientOutcome, Summary};
use super::progress::Progress;
use super::protocol::{Answer, Assignment, Errand, Task};
use super::publish::{Delivery, Goods, Receipt, publish};
use super::{Observer, RunError, Shop, inputs};
use crate::dossier::load::ClientFolder;

/// How far ahead of the first client that isn't done another may be begun.
const AHEAD: usize = 64;
/// How often the run looks whether it must stop.
const LOOK: Duration = Duration::from_millis(100);
/// Workers for each thread that puts documents in their place.
const WORKERS_PER_PUBLISHER: usize = 4;

/// Something that happens.
pub(super) enum Event {
    /// A worker of this seat and generation did something.
    Worker(usize, usize, News),
    /// A document has its place, or won't get it.
    Published(Receipt),
}

/// The state of a run.
struct Foreman<'a, 'd> {
    shop: &'a Shop<'d>,
    folders: &'a [ClientFolder],
    observer: &'a dyn Observer,
    limits: Limits,
    assignment: Assignment,
    seats: Vec<Seat>,
    /// For each seat the documents that its worker is to make.
    documents: Vec<VecDeque<(usize, Task)>>,
    /// Pages to draw, for whichever worker is free.
    pages: VecDeque<(usize, Task)>,
    /// The next client to look at.
    next: usize,
    /// Clients that are not done, by index.
    open: BTreeMap<usize, Progress>,
    /// Clients that are done, but not told, for another before them isn't done.
    done: BTreeMap<usize, ClientOutcome>,
    /// The first client that isn't told.
    first: usize,
    deliveries: Sender<Delivery>,
    /// Documents that have no place yet.
    undelivered: usize,
    events: Sender<Event>,
    generations: usize,
    notes: Option<Notes<'d>>,
    /// Why the run can't go on.
    broken: Option<RunError>,
    summary: Summary,
    mentions: bool,
}

/// What a run leaves behind.
pub(super) struct Ended<'d> {
    pub(super) summary: Summary,
    pub(super) notes: Option<Notes<'d>>,
    /// Whether some client has the relative that was asked for.
    pub(super) mentions: bool,
    /// Why the run could not go on.
    pub(super) broken: Option<RunError>,
}

/// Makes the documents of these clients.
pub(super) fn run<'d>(
    shop: &Shop<'d>,
    folders: &[ClientFolder],
    notes: Option<Notes<'d>>,
    observer: &dyn Observer,
) -> Ended<'d> {
    let (tell, events) = mpsc::channel();
    let (deliver, deliveries) = mpsc::channel();
    let deliveries = Mutex::new(deliveries);
    let jobs = shop.jobs;
    thread::scope(|scope| {
        if let Some(files) = &shop.files {
            for _ in 0..jobs.div_ceil(WORKERS_PER_PUBLISHER) {
                let (tell, deliveries) = (tell.clone(), &deliveries);
                scope.spawn(move || publish(files, shop.request.today, deliveries, &tell));
            }
        }
        let foreman = Foreman {
            shop,
            folders,
            observer,
            limits: Limits {
                time: shop.request.timeout,
                memory: shop.request.memory,
            },
            assignment: shop.assignment(),
            seats: (0..jobs).map(Seat::new).collect(),
            documents: vec![VecDeque::new(); jobs],
            pages: VecDeque::new(),
            next: 0,
            open: BTreeMap::new(),
            done: BTreeMap::new(),
            first: 0,
            deliveries: deliver,
            undelivered: 0,
            events: tell,
            generations: 0,
            notes,
            broken: None,
            summary: Summary::default(),
            mentions: false,
        };
        foreman.work(&events)
    })
}

impl<'d> Foreman<'_, 'd> {
    /// Works until everything is done, or nothing more may be begun and what was begun is done.
    fn work(mut self, events: &Receiver<Event>) -> Ended<'d> {
        loop {
            self.hand_out();
            if self.seats.iter().all(Seat::is_free) && self.undelivered == 0 {
                break;
            }
            match events.recv_timeout(self.patience()) {
                Ok(Event::Worker(seat, generation, news)) => self.hear(seat, generation, news),
                Ok(Event::Published(receipt)) => self.take_receipt(receipt),
                Err(_) => {}
            }
            self.stop_overdue();
        }
        self.seats.iter_mut().for_each(Seat::dismiss);
        self.summary.interrupted = self.is_stopping() && self.broken.is_none();
        self.leave_the_rest();
        Ended {
            summary: self.summary,
            notes: self.notes,
            mentions: self.mentions,
            broken: self.broken,
        }
    }

    /// Whether nothing more may be begun.
    fn is_stopping(&self) -> bool {
        self.broken.is_some() || self.shop.means.stop.load(Ordering::Relaxed)
    }

    /// How long to wait for something to happen.
    fn patience(&self) -> Duration {
        let now = Instant::now();
        let deadlines = self
            .seats
            .iter()
            .filter_map(|seat| seat.deadline(self.limits.time));
        let first = deadlines
            .map(|deadline| deadline.saturating_duration_since(now))
            .min();
        first.map_or(LOOK, |first| first.min(LOOK))
    }

    /// Gives every worker that has nothing to do something to do.
    fn hand_out(&mut self) {
        for seat in 0..self.seats.len() {
            if self.is_stopping() {
                return;
            }
            if !self.seats[seat].is_free() || self.undelivered > 2 * self.seats.len() {
                continue;
            }
            let Some((client, errand)) = self.errand(seat) else {
                continue;
            };
            self.seats[seat].assign(client, errand);
            if !self.seats[seat].is_taken() {
                self.start(seat);
            }
        }
    }

    /// Starts a worker.
    fn start(&mut self, seat: usize) {
        self.generations += 1;
        let started = self.seats[seat].start(
            &self.shop.means.program,
            &self.assignment,
            self.generations,
            &self.events,
        );
        if let Err(error) = started {
            self.seats[seat].take_errand();
            self.broken = Some(RunError::Worker(error));
        }
    }

    /// What a worker is to do: a page to draw, a document of the client that it has read, the next
    /// client, or a document that waits for another worker.
    fn errand(&mut self, seat: usize) -> Option<(usize, Errand)> {
        while let Some((client, task)) = self.pages.pop_front() {
            let progress = self.open.get_mut(&client);
            if let (Some(progress), Task::Draw(order)) = (progress, &task)
                && progress.begin_page(order)
            {
                return Some((client, self.errand_of(client, task)));
            }
        }
        if let Some((client, task)) = self.documents[seat].pop_front() {
            return Some((client, self.errand_of(client, task)));
        }
        if let Some(client) = self.next_client() {
            return Some((client, self.errand_of(client, Task::Plan)));
        }
        let longest = self
            .documents
            .iter_mut()
            .max_by_key(|documents| documents.len())?;
        let (client, task) = longest.pop_back()?;
        Some((client, self.errand_of(client, task)))
    }

    fn errand_of(&self, client: usize, task: Task) -> Errand {
        let folder = &self.folders[client];
        Errand {
            client: folder.id.to_string(),
            path: folder.path.clone(),
            task,
        }
    }

    /// The next client at which something changed. Those before it are told as they are.
    fn next_client(&mut self) -> Option<usize> {
        while self.next < self.folders.len().min(self.first + AHEAD) {
            let index = self.next;
            let folder = &self.folders[index];
            self.next += 1;
            let inputs = inputs::client(&self.shop.shared, folder);
            let progress = Progress::new(self.shop, folder, inputs);
            let Some(outcome) = progress.unchanged(self.shop) else {
                self.open.insert(index, progress);
                return Some(index);
            };
            self.tell(index, outcome);
        }
        None
    }

    /// Takes in what a worker did.
    fn hear(&mut self, seat: usize, generation: usize, news: News) {
        if !self.seats[seat].is_generation(generation) {
            return;
        }
        match news {
            News::Answer(Answer::Ready, _) => self.seats[seat].ready(),
            News::Answer(answer, bytes) => {
                let Some((client, errand, took)) = self.seats[seat].take_errand() else {
                    return;
                };
                let is_last = match &answer {
                    Answer::Planned { memory, .. }
                    | Answer::Made { memory, .. }
                    | Answer::Drawn { memory, .. } => self.limits.is_grown(*memory),
                    Answer::Failed { stops, .. } => *stops,
                    Answer::Ready => false,
                };
                self.take_answer(seat, (client, errand.task, took), answer, bytes);
                // Nothing may be asked of it any more.
                if is_last || self.seats[seat].is_overdue() {
                    self.seats[seat].dismiss();
                }
            }
            News::Gone => {
                let was_ready = self.seats[seat].was_ready();
                let errand = self.seats[seat].take_errand();
                let reason = self.seats[seat].leave(&self.limits);
                match errand {
                    Some(_) if !was_ready => {
                        self.broken = Some(RunError::Worker(io::ErrorKind::BrokenPipe.into()));
                    }
                    Some((client, errand, _)) => self.fail(client, errand.task, reason, true),
                    None => {}
                }
            }
        }
    }

    fn take_answer(
        &mut self,
        seat: usize,
        (client, task, took): (usize, Task, Duration),
        answer: Answer,
        bytes: Vec<u8>,
    ) {
        match (answer, task) {
            (Answer::Planned { plan, .. }, Task::Plan) => {
                let Some(progress) = self.open.get_mut(&client) else {
                    return;
                };
                let tasks = progress.plan(self.shop, *plan);
                let tasks = tasks.into_iter().map(|task| (client, task));
                let (pages, documents): (VecDeque<_>, VecDeque<_>) =
                    tasks.partition(|(_, task)| matches!(task, Task::Draw(_)));
                self.pages.extend(pages);
                self.documents[seat].extend(documents);
                self.finish(client);
            }
            (Answer::Made { made, .. }, Task::Make(file_name)) => {
                let Some(progress) = self.open.get_mut(&client) else {
                    return;
                };
                progress.made(&file_name, made, took);
                let delivery = Delivery {
                    client,
                    path: self.shop.path(&self.folders[client].id, &file_name),
                    goods: Goods::Document(file_name),
                    bytes,
                };
                self.deliver(delivery);
            }
            (Answer::Drawn { .. }, Task::Draw(order)) => {
                let progress = self.open.get(&client);
                let Some(name) = progress.and_then(|progress| progress.image_name(&order)) else {
                    return;
                };
                self.deliver(Delivery {
                    client,
                    path: self.shop.path(&self.folders[client].id, &name),
                    goods: Goods::Image(order, name),
                    bytes,
                });
            }
            (Answer::Failed { reason, stops }, task) => {
                self.fail(client, task, reason, stops);
            }
            _ => {}
        }
    }

    fn deliver(&mut self, delivery: Delivery) {
        if self.deliveries.send(delivery).is_ok() {
            self.undelivered += 1;
        }
    }

    /// A document, a page, or a client as a whole, failed.
    fn fail(&mut self, client: usize, task: Task, reason: String, passing: bool) {
        if let Some(progress) = self.open.get_mut(&client) {
            match task {
                Task::Plan => progress.failed(self.shop, None, reason, passing),
                Task::Make(name) => progress.failed(self.shop, Some(name), reason, passing),
                Task::Draw(order) => progress.image_failed(&order, &reason),
            }
        }
        self.finish(client);
    }

    fn take_receipt(&mut self, receipt: Receipt) {
        self.undelivered -= 1;
        if let Some(progress) = self.open.get_mut(&receipt.client) {
            match (receipt.goods, receipt.result) {
                (Goods::Document(file_name), result) => {
                    let pages = progress.published(self.shop, &file_name, result);
                    let pages = pages.into_iter().map(|page| (receipt.client, page));
                    self.pages.extend(pages);
                }
                (Goods::Image(order, name), Ok(placed)) => {
                    let image = ImageEntry {
                        dpi: order.dpi,
                        bytes: placed.bytes,
                        time: placed.time,
                        output: placed.output,
                    };
                    progress.image_published(&order, name, image);
                }
                (Goods::Image(order, _), Err(reason)) => progress.image_failed(&order, &reason),
            }
        }
        self.finish(receipt.client);
    }

    /// Notes a client of whom nothing is left to do.
    fn finish(&mut self, client: usize) {
        if !self.open.get(&client).is_some_and(Progress::is_done) {
            return;
        }
        let Some(mut progress) = self.open.remove(&client) else {
            return;
        };
        progress.sweep(self.shop);
        let (outcome, entry) = progress.end();
        self.note(client, &entry);
        self.tell(client, outcome);
    }

    fn note(&mut self, client: usize, entry: &ClientEntry) {
        let Some(notes) = &mut self.notes else { return };
        if let Err(error) = notes.note(&self.folders[client].id, Some(entry)) {
            self.broken.get_or_insert(RunError::Output(error));
        }
    }

    /// Tells what became of a client, in the order of their numbers.
    fn tell(&mut self, index: usize, outcome: ClientOutcome) {
        self.observer.client_done();
        self.done.insert(index, outcome);
        while let Some(outcome) = self.done.remove(&self.first) {
            self.first += 1;
            self.count(&outcome);
        }
    }

    fn count(&mut self, outcome: &ClientOutcome) {
        self.summary.add(outcome);
        let number = self.shop.request.relative;
        self.mentions |= number.is_some_and(|number| outcome.mentions(number));
        self.observer.outcome(outcome);
    }

    /// Stops workers that take too long.
    fn stop_overdue(&mut self) {
        let now = Instant::now();
        for seat in &mut self.seats {
            if seat
                .deadline(self.limits.time)
                .is_some_and(|deadline| deadline <= now)
            {
                seat.stop();
            }
        }
    }

    /// A run that stops early notes what it made of clients that are not done, and tells of them.
    fn leave_the_rest(&mut self) {
        for (client, progress) in std::mem::take(&mut self.open) {
            let (outcome, entry) = progress.leave();
            self.note(client, &entry);
            self.done.insert(client, outcome);
        }
        for (_, outcome) in std::mem::take(&mut self.done) {
            self.count(&outcome);
        }
    }
}
