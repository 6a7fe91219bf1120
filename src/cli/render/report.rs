//! What a run says while it goes on and at its end: for people, or as lines of JSON.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::super::args::MessageFormat;
use super::super::printer;
use super::table;
use crate::batch::{ClientOutcome, DocumentOutcome, Fate, Observer, Request, Summary, Tally};
use crate::finding::{Finding, Severity};

/// Tells of a run as it goes on.
pub(super) struct Report<'a> {
    request: &'a Request,
    format: MessageFormat,
    /// A bar on a terminal, else a line at every tenth.
    bar: OnceLock<ProgressBar>,
    total: AtomicUsize,
    done: AtomicUsize,
}

impl<'a> Report<'a> {
    pub(super) fn new(request: &'a Request, format: MessageFormat) -> Self {
        Self {
            request,
            format,
            bar: OnceLock::new(),
            total: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
        }
    }

    /// Takes the bar away.
    pub(super) fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    /// Sums up.
    pub(super) fn end(&self, summary: &Summary) {
        self.clear();
        match self.format {
            MessageFormat::Human => {
                summary.general.iter().for_each(printer::finding);
                for line in table::lines(summary) {
                    printer::talk(&line);
                }
                printer::talk(&conclusion(summary, self.request));
            }
            MessageFormat::Json => tell_summary(summary),
        }
    }
}

impl Observer for Report<'_> {
    fn begin(&self, clients: usize) {
        self.total.store(clients, Ordering::Relaxed);
        if io::stderr().is_terminal() {
            let bar = ProgressBar::new(u64::try_from(clients).unwrap_or(u64::MAX));
            let template = "{bar:30} {pos} van {len} cliënten, {per_sec:.1} per seconde, nog {eta}";
            if let Ok(style) = ProgressStyle::with_template(template) {
                let per_second = |state: &indicatif::ProgressState,
                                  text: &mut dyn std::fmt::Write| {
                    let _full = write!(text, "{:.1}", state.per_sec());
                };
                bar.set_style(style.with_key("per_sec", per_second));
            }
            let _already_there = self.bar.set(bar);
        }
    }

    fn client_done(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let total = self.total.load(Ordering::Relaxed);
        match self.bar.get() {
            Some(bar) => bar.inc(1),
            None if done * 10 / total > (done - 1) * 10 / total => {
                printer::talk(&format!("{done} van {total} cliënten"));
            }
            None => {}
        }
    }

    fn outcome(&self, outcome: &ClientOutcome) {
        let tell = || match self.format {
            MessageFormat::Human => tell_client(outcome, self.request),
            MessageFormat::Json => tell_json(outcome),
        };
        match self.bar.get() {
            Some(bar) => bar.suspend(tell),
            None => tell(),
        }
    }
}

/// What was made of a client on standard output; what was not, and why, beside it.
fn tell_client(client: &ClientOutcome, request: &Request) {
    let errors = client
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let is_asked = |finding: &&Finding| {
        !client.readable || request.only.is_empty() || finding.concerns(&request.only)
    };
    let (told, others): (Vec<_>, Vec<_>) = errors.partition(is_asked);
    told.into_iter().for_each(printer::finding);
    if !others.is_empty() {
        let name = &client.client;
        printer::talk(&format!(
            "{name}: {}, buiten deze documenten: drieluik check {name}",
            printer::plural(others.len(), "andere fout", "andere fouten")
        ));
    }
    let folder = request.out.join(client.client.as_str());
    for document in &client.documents {
        tell_document(client, document, &folder, request.dry_run);
    }
    let name = &client.client;
    for reason in &client.failures {
        printer::talk(&format!("{name}: mislukt: {reason}"));
    }
    if !client.readable {
        printer::talk(&format!(
            "{name}: niets gemaakt, want de bestanden van deze cliënt hebben fouten"
        ));
    }
    if client.gone && !request.prune && client.failures.is_empty() {
        printer::talk(&format!(
            "{name} staat niet meer in de gegevens; --prune haalt de documenten weg"
        ));
    }
}

/// What became of a document: its file on standard output where it was made, and with it the pictures
/// of its pages; why not beside it.
pub(in crate::cli) fn tell_document(
    client: &ClientOutcome,
    document: &DocumentOutcome,
    folder: &Path,
    dry_run: bool,
) {
    let (name, file) = (&client.client, &document.file_name);
    let path = folder.join(file);
    match &document.fate {
        Fate::Made { .. } => printer::data(&path.display().to_string()),
        Fate::Unchanged { .. } => {}
        Fate::Withheld(reason) => {
            printer::talk(&format!("{name}: {file} niet gemaakt: {reason}"));
        }
        Fate::Failed(reason) => printer::talk(&format!("{name}: {file}: mislukt: {reason}")),
        Fate::Removed => {
            let removed = if dry_run {
                "zou weggehaald worden"
            } else {
                "weggehaald"
            };
            printer::talk(&format!("{name}: {} {removed}", path.display()));
        }
    }
    for image in &document.images {
        printer::data(&folder.join(image).display().to_string());
    }
}

fn conclusion(summary: &Summary, request: &Request) -> String {
    let Tally {
        made,
        unchanged,
        withheld,
        removed,
        images,
        ..
    } = summary.total();
    let copies = summary.renditions.get("family");
    let copies = copies.map_or(0, |copies| copies.withheld);
    let verb = if request.dry_run {
        "te maken (proef: er is niets geschreven)"
    } else {
        "gemaakt"
    };
    let mut text = format!(
        "{} {verb} van {} in {}",
        printer::plural(made, "document", "documenten"),
        printer::plural(summary.clients, "cliënt", "cliënten"),
        request.out.display()
    );
    let taken_away = if request.dry_run {
        "zouden weggehaald worden"
    } else {
        "weggehaald"
    };
    let [errors, warnings, _] = summary.findings;
    let failed = summary.failed;
    let parts = [
        (
            images,
            printer::plural(
                images,
                "plaatje van een bladzijde",
                "plaatjes van bladzijden",
            ),
        ),
        (unchanged, format!("{unchanged} niet veranderd")),
        (
            failed,
            printer::plural(failed, "cliënt mislukt", "cliënten mislukt"),
        ),
        (errors, printer::plural(errors, "fout", "fouten")),
        (
            warnings,
            printer::plural(warnings, "waarschuwing", "waarschuwingen"),
        ),
        (copies, format!("{copies} zonder toestemming niet gemaakt")),
        (
            withheld - copies,
            printer::plural(
                withheld - copies,
                "plan nog niet ingevuld",
                "plannen nog niet ingevuld",
            ),
        ),
        (removed, format!("{removed} {taken_away}")),
    ];
    for (number, part) in parts {
        if number > 0 {
            text.push_str("; ");
            text.push_str(&part);
        }
    }
    text.push('.');
    if errors + warnings > 0 {
        text.push_str(" Bekijk alle bevindingen met drieluik check.");
    }
    if summary.interrupted {
        text.push_str(" Onderbroken: de volgende keer maakt drieluik de rest.");
    }
    text
}

/// A line for each document, then one for the client.
fn tell_json(outcome: &ClientOutcome) {
    let client = outcome.client.as_str();
    for document in &outcome.documents {
        let mut line = json!({
            "type": "document",
            "version": 1,
            "client": client,
            "file": document.file_name,
            "rendition": document.rendition,
        });
        let (fate, more) = match &document.fate {
            Fate::Made { pages, bytes, took } => (
                "made",
                json!({"pages": pages, "bytes": bytes, "seconds": took.as_secs_f64()}),
            ),
            Fate::Unchanged { pages, bytes } => {
                ("unchanged", json!({"pages": pages, "bytes": bytes}))
            }
            Fate::Withheld(reason) => ("withheld", json!({"reason": reason})),
            Fate::Failed(reason) => ("failed", json!({"reason": reason})),
            Fate::Removed => ("removed", json!({})),
        };
        line["fate"] = json!(fate);
        if !document.images.is_empty() {
            line["images"] = json!(document.images);
        }
        for (key, value) in more.as_object().into_iter().flatten() {
            line[key] = value.clone();
        }
        printer::data(&line.to_string());
    }
    let line = json!({
        "type": "client",
        "version": 1,
        "client": client,
        "succeeded": outcome.succeeded(),
        "readable": outcome.readable,
        "gone": outcome.gone,
        "failures": outcome.failures,
        "findings": outcome.findings.iter().map(printer::finding_json).collect::<Vec<_>>(),
    });
    printer::data(&line.to_string());
}

fn tell_summary(summary: &Summary) {
    let tally = |tally: &Tally| {
        json!({
            "made": tally.made,
            "unchanged": tally.unchanged,
            "withheld": tally.withheld,
            "failed": tally.failed,
            "removed": tally.removed,
            "images": tally.images,
            "pages": tally.pages,
            "seconds": tally.took.as_secs_f64(),
        })
    };
    let renditions = summary.renditions.iter();
    let renditions: serde_json::Map<_, _> = renditions
        .map(|(name, counts)| (name.clone(), tally(counts)))
        .collect();
    let line = json!({
        "type": "summary",
        "version": 1,
        "clients": summary.clients,
        "failed": summary.failed,
        "gone": summary.gone,
        "interrupted": summary.interrupted,
        "renditions": renditions,
        "total": tally(&summary.total()),
        "findings": summary.general.iter().map(printer::finding_json).collect::<Vec<_>>(),
    });
    printer::data(&line.to_string());
}
