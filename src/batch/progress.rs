//! One client in a run: what is planned, what is waited for, and what became of it.

mod drawing;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::manifest::{ClientEntry, DocumentEntry, FindingEntry};
use super::outcome::{ClientOutcome, Fate};
use super::protocol::{MadePdf, Plan, Planned, Task, word};
use super::publish::Placed;
use super::{Shop, copies, standing};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::rendition::{RENDITIONS, family_file_number};
use crate::store;
use drawing::Drawing;

/// The word of the formal plan.
const FORMAL: &str = "formal";
/// The word of the family copies.
const FAMILY: &str = "family";

/// A client whose documents are being made.
pub(super) struct Progress {
    id: ClientId,
    /// What an earlier run left.
    earlier: ClientEntry,
    outcome: ClientOutcome,
    entry: ClientEntry,
    /// Documents that are not done yet.
    waiting: BTreeMap<String, Waiting>,
    /// Documents that stand, and of which pages are being drawn.
    drawings: BTreeMap<String, Drawing>,
    /// It is known what there is to make.
    is_planned: bool,
    /// Something failed that may succeed another time, though nothing changes.
    may_pass: bool,
}

/// A document that is being made.
struct Waiting {
    rendition: String,
    made: Option<(MadePdf, Duration)>,
}

impl Progress {
    /// Begins with a client of whom nothing is known but what an earlier run left.
    pub(super) fn new(shop: &Shop<'_>, folder: &ClientFolder, inputs: String) -> Self {
        let entry = ClientEntry {
            location: shop.location(folder),
            inputs: Some(inputs),
            judged: shop.request.today.to_string(),
            ..ClientEntry::default()
        };
        Self {
            id: folder.id.clone(),
            earlier: shop.manifest.entry(folder.id.as_str()).unwrap_or_default(),
            outcome: ClientOutcome::nothing(folder.id.clone()),
            entry,
            waiting: BTreeMap::new(),
            drawings: BTreeMap::new(),
            is_planned: false,
            may_pass: false,
        }
    }

    /// What became of a client at whom nothing changed since an earlier run that made everything
    /// asked for; none if it must be looked at.
    pub(super) fn unchanged(&self, shop: &Shop<'_>) -> Option<ClientOutcome> {
        let earlier = &self.earlier;
        let today = &self.entry.judged;
        let holds = !shop.request.force
            && earlier.inputs == self.entry.inputs
            && earlier.judged <= *today
            && earlier.until.as_ref().is_none_or(|until| until > today)
            && earlier.failed.is_empty()
            && !earlier.unreadable;
        if !holds || !self.is_all_planned(shop) {
            return None;
        }
        let mut outcome = self.outcome.clone();
        for (file_name, rendition) in &earlier.planned {
            if shop.is_wanted(rendition, file_name) {
                let known = self.whole(shop, file_name)?;
                outcome.add(file_name, rendition, unchanged(known));
            }
        }
        let copies = copies::names(&shop.request.out, &self.id).ok()?;
        let is_known =
            |copy: &String| earlier.planned.contains_key(copy) && self.whole(shop, copy).is_some();
        if !copies.iter().all(is_known) || !self.has_right_images(shop) {
            return None;
        }
        for (file_name, reason) in &earlier.withheld {
            // What is withheld is a copy, or the plan itself as long as it is a form.
            let rendition = family_file_number(file_name).map_or(FORMAL, |_| FAMILY);
            outcome.add(file_name, rendition, Fate::Withheld(reason.clone()));
        }
        let findings = earlier.findings.iter();
        outcome.findings = findings.map(|known| known.finding(word)).collect();
        outcome
            .documents
            .sort_by(|a, b| a.file_name.cmp(&b.file_name));
        Some(outcome)
    }

    /// Whether the earlier run thought out everything that this one is asked for.
    fn is_all_planned(&self, shop: &Shop<'_>) -> bool {
        let mut on_request = RENDITIONS.iter().filter_map(|rendition| {
            let file_name = rendition.on_request()?;
            shop.is_wanted(rendition.name(), file_name)
                .then_some(file_name)
        });
        on_request.all(|file_name| self.earlier.planned.contains_key(file_name))
    }

    /// What is known of a document that stands as it was made.
    fn whole(&self, shop: &Shop<'_>, file_name: &str) -> Option<&DocumentEntry> {
        let known = self.earlier.documents.get(file_name)?;
        let path = shop.path(&self.id, file_name);
        let request = shop.request;
        standing::is_whole(&path, known.stand(), request.verify, !request.dry_run).then_some(known)
    }

    /// Takes up what there is to make: takes away family copies that may not exist any more, keeps
    /// what is made of the same, and gives what is to be made and drawn.
    pub(super) fn plan(&mut self, shop: &Shop<'_>, mut plan: Plan) -> Vec<Task> {
        self.is_planned = true;
        self.outcome.readable = plan.readable;
        self.outcome.findings = plan.take_findings();
        self.entry.unreadable = !plan.readable;
        self.entry.findings = self.outcome.findings.iter().map(FindingEntry::of).collect();
        self.entry.until = plan.until.take();
        self.entry.dues = std::mem::take(&mut plan.dues);
        let mut to_make = Vec::new();
        let mut tasks = Vec::new();
        // Copies that may stay, or are made anew at once.
        let mut copies = BTreeSet::new();
        for planned in plan.documents {
            let Planned {
                file_name,
                rendition,
                ..
            } = &planned;
            self.entry
                .planned
                .insert(file_name.clone(), rendition.clone());
            match &planned.stopped {
                Some(reason) if planned.is_wanted => {
                    let fate = Fate::Failed(reason.clone());
                    self.outcome.add(file_name, rendition, fate);
                }
                None if planned.is_wanted => {
                    copies.insert(file_name.clone());
                    match self.kept(shop, &planned) {
                        Some(known) => {
                            let fate = unchanged(&known);
                            tasks.extend(self.draw(shop, file_name, rendition, fate, known));
                        }
                        None => to_make.push(planned),
                    }
                }
                None if self.shows_the_same(shop, &planned) => {
                    copies.insert(file_name.clone());
                    self.leave_alone(file_name);
                }
                _ => self.leave_alone(file_name),
            }
        }
        for withheld in plan.withheld {
            let fate = Fate::Withheld(withheld.reason.clone());
            self.outcome
                .add(&withheld.file_name, &withheld.rendition, fate);
            self.entry
                .withheld
                .insert(withheld.file_name, withheld.reason);
        }
        self.remove_copies(shop, |file_name| !copies.contains(file_name));
        self.keep_others();
        if shop.request.dry_run {
            for planned in to_make {
                self.outcome
                    .add(&planned.file_name, &planned.rendition, would_be_made());
            }
            return tasks;
        }
        for planned in &to_make {
            let waiting = Waiting {
                rendition: planned.rendition.clone(),
                made: None,
            };
            self.waiting.insert(planned.file_name.clone(), waiting);
        }
        let to_make = to_make.into_iter();
        tasks.extend(to_make.map(|planned| Task::Make(planned.file_name)));
        tasks
    }

    /// A document that stands there made from the same.
    fn kept(&self, shop: &Shop<'_>, planned: &Planned) -> Option<DocumentEntry> {
        if shop.request.force {
            return None;
        }
        let known = self.whole(shop, &planned.file_name);
        let known = known.filter(|known| Some(&known.input) == planned.input.as_ref());
        known.cloned()
    }

    /// Whether a document that isn't asked for stands there and tells what it would tell now.
    fn shows_the_same(&self, shop: &Shop<'_>, planned: &Planned) -> bool {
        let known = self.whole(shop, &planned.file_name);
        known.is_some_and(|known| known.view == planned.view)
    }

    /// A document that isn't asked for stays what it was: made, or failed.
    fn leave_alone(&mut self, file_name: &str) {
        if let Some(known) = self.earlier.documents.get(file_name) {
            self.entry
                .documents
                .insert(file_name.to_owned(), known.clone());
        }
        if let Some(reason) = self.earlier.failed.get(file_name) {
            self.entry
                .failed
                .insert(file_name.to_owned(), reason.clone());
        }
    }

    /// Keeps what an earlier run made that is not planned now: documents on request, and those of
    /// an earlier kind of plan.
    fn keep_others(&mut self) {
        for (file_name, known) in &self.earlier.documents {
            let is_new = self.entry.planned.contains_key(file_name);
            if !is_new && known.rendition != FAMILY {
                self.entry
                    .documents
                    .insert(file_name.clone(), known.clone());
            }
        }
    }

    /// A document was typeset; it has no place yet.
    pub(super) fn made(&mut self, file_name: &str, made: MadePdf, took: Duration) {
        if let Some(waiting) = self.waiting.get_mut(file_name) {
            waiting.made = Some((made, took));
        }
    }

    /// A document has its place, or won't get it; gives the pages that are to be drawn.
    pub(super) fn published(
        &mut self,
        shop: &Shop<'_>,
        file_name: &str,
        result: Result<Placed, String>,
    ) -> Vec<Task> {
        let Placed { output, time, .. } = match result {
            Ok(place) => place,
            Err(reason) => {
                self.failed(shop, Some(file_name.to_owned()), reason, true);
                return Vec::new();
            }
        };
        let Some(waiting) = self.waiting.remove(file_name) else {
            return Vec::new();
        };
        let Some((made, took)) = waiting.made else {
            return Vec::new();
        };
        let fate = Fate::Made {
            pages: made.pages,
            bytes: made.bytes,
            took,
        };
        let entry = DocumentEntry {
            rendition: waiting.rendition.clone(),
            pages: made.pages,
            bytes: made.bytes,
            time,
            view: made.view,
            input: made.input,
            output,
            images: BTreeMap::new(),
        };
        self.draw(shop, file_name, &waiting.rendition, fate, entry)
    }

    /// A document failed, or without one the client as a whole, of whom no family copy may stay then.
    /// A family copy that fails may not stay as it was either. What failed in passing may succeed
    /// another time.
    pub(super) fn failed(
        &mut self,
        shop: &Shop<'_>,
        document: Option<String>,
        reason: String,
        in_passing: bool,
    ) {
        self.may_pass |= in_passing;
        let Some(file_name) = document else {
            self.is_planned = true;
            self.outcome.failures.push(reason);
            self.remove_copies(shop, |_| true);
            self.keep_others();
            return;
        };
        let Some(waiting) = self.waiting.remove(&file_name) else {
            return;
        };
        self.outcome
            .add(&file_name, &waiting.rendition, Fate::Failed(reason));
        if family_file_number(&file_name).is_some() {
            self.remove_copies(shop, |copy| copy == file_name);
        } else if let Some(known) = self.earlier.documents.get(&file_name) {
            let known = self.with_remaining_images(shop, known);
            self.entry.documents.insert(file_name, known);
        }
    }

    /// Takes away the family copies that a test picks; one that stays behind is a failure.
    fn remove_copies(&mut self, shop: &Shop<'_>, is_stale: impl Fn(&str) -> bool) {
        let removal = copies::remove(&shop.request.out, &self.id, shop.files.as_ref(), is_stale);
        for file_name in removal.removed {
            self.entry.documents.remove(&file_name);
            self.outcome.add(&file_name, FAMILY, Fate::Removed);
        }
        if let Some(error) = removal.error {
            self.may_pass = true;
            let reason = format!(
                "een familie-exemplaar kan niet weg: {}",
                store::dutch(&error)
            );
            self.outcome.failures.push(reason);
        }
    }

    /// Whether nothing is left to do.
    pub(super) fn is_done(&self) -> bool {
        self.is_planned && self.waiting.is_empty() && self.drawings.is_empty()
    }

    /// What became of the client, and what is to be known of it.
    pub(super) fn end(mut self) -> (ClientOutcome, ClientEntry) {
        let outcome = &mut self.outcome;
        outcome
            .documents
            .sort_by(|a, b| a.file_name.cmp(&b.file_name));
        for document in &outcome.documents {
            if let Fate::Failed(reason) = &document.fate {
                let file_name = document.file_name.clone();
                self.entry.failed.insert(file_name, reason.clone());
            }
        }
        if !outcome.failures.is_empty() {
            let reasons = outcome.failures.join("; ");
            self.entry.failed.insert(String::new(), reasons);
        }
        if self.may_pass {
            self.entry.inputs = None;
        }
        (self.outcome, self.entry)
    }

    /// The same of a client that the run leaves before it is done: what it made is known, and the
    /// next run looks at the client again.
    pub(super) fn leave(mut self) -> (ClientOutcome, ClientEntry) {
        self.may_pass = true;
        if !self.is_planned {
            self.entry = ClientEntry {
                inputs: None,
                ..self.earlier.clone()
            };
        }
        self.leave_drawings();
        for file_name in std::mem::take(&mut self.waiting).into_keys() {
            self.leave_alone(&file_name);
        }
        self.end()
    }
}

fn unchanged(known: &DocumentEntry) -> Fate {
    Fate::Unchanged {
        pages: known.pages,
        bytes: known.bytes,
    }
}

fn would_be_made() -> Fate {
    Fate::Made {
        pages: 0,
        bytes: 0,
        took: Duration::ZERO,
    }
}
