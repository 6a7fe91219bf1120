//! `drieluik render`: makes the documents and says what became of each client.

use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::args::{DataOption, DateOption, FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::batch::{self, ClientOutcome, Observer, Request, RunError, Summary};
use crate::dossier::load::ClientId;
use crate::finding::Severity;

/// Maakt de documenten van alle cliënten, of van de genoemde.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik render [OPTIES] [CLIENT]...",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 alles gemaakt, 1 een of meer cliënten mislukt, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct RenderArguments {
    /// Cliëntnummers; zonder nummers alle cliënten
    #[arg(value_name = "CLIENT", help_heading = "Cliënten")]
    clients: Vec<String>,
    #[command(flatten)]
    data: DataOption,
    /// Map waarin de documenten komen; anders out
    #[arg(
        long,
        value_name = "MAP",
        default_value = "out",
        hide_default_value = true
    )]
    out: PathBuf,
    /// Alleen deze documenten, met komma's ertussen: formal, family, easy-read, evaluation,
    /// easy-evaluation; en wat alleen op verzoek gemaakt wordt: sheets, explain, questions
    #[arg(
        long,
        value_name = "SOORT",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    only: Vec<RenditionName>,
    /// Alleen het familie-exemplaar van de persoon met dit nummer
    #[arg(long, value_name = "N")]
    relative: Option<u32>,
    /// Hoeveel documenten tegelijk; anders een per processorkern
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    date: DateOption,
    /// Lees en controleer alles, maar schrijf niets
    #[arg(long)]
    dry_run: bool,
    /// Maak ook het formele plan met de verplichte onderdelen in geel
    #[arg(long)]
    mark_mandatory: bool,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// The words of `--only`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RenditionName {
    Formal,
    Family,
    EasyRead,
    Evaluation,
    EasyEvaluation,
    Sheets,
    Explain,
    Questions,
}

/// Runs the command.
pub(super) fn run(arguments: RenderArguments) -> Result<u8> {
    let word = |name: &RenditionName| name.to_possible_value().map(|v| v.get_name().to_owned());
    let only_others =
        !arguments.only.is_empty() && !arguments.only.contains(&RenditionName::Family);
    if arguments.relative.is_some() && only_others {
        anyhow::bail!("--relative kiest een familie-exemplaar, maar --only noemt family niet");
    }
    let request = Request {
        data: arguments.data.data,
        out: arguments.out,
        clients: arguments.clients,
        only: arguments.only.iter().filter_map(word).collect(),
        relative: arguments.relative,
        jobs: arguments.jobs,
        today: today::today(arguments.date.date)?,
        dry_run: arguments.dry_run,
        mark_mandatory: arguments.mark_mandatory,
    };
    let progress = Progress::default();
    let result = batch::render(&request, &progress);
    progress.end();
    match result {
        Ok(summary) => {
            match arguments.format.message_format {
                MessageFormat::Human => tell(&summary, &request),
                MessageFormat::Json => tell_json(&summary),
            }
            let failed = !summary.findings.is_empty()
                || summary.clients.iter().any(|client| !client.succeeded());
            Ok(if failed { SOME_FAILED } else { DONE })
        }
        Err(RunError::Office(error)) => {
            failure::tell(&error);
            printer::talk("Er is niets gemaakt.");
            Ok(NOT_IN_ORDER)
        }
        Err(error) => {
            printer::talk(&format!("fout: {error}"));
            let hint = match error {
                RunError::Output(_) => "kies met --out een map waarin geschreven mag worden",
                _ => "kijk in plan.toml naar nummer bij [[netwerk]]",
            };
            printer::talk(&format!("hint: {hint}"));
            Ok(NOT_IN_ORDER)
        }
    }
}

/// Shows how far the run is: a bar on a terminal, else a line at every tenth.
#[derive(Default)]
struct Progress {
    bar: OnceLock<ProgressBar>,
    total: AtomicUsize,
    done: AtomicUsize,
}

impl Progress {
    fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

impl Observer for Progress {
    fn begin(&self, clients: usize) {
        self.total.store(clients, Ordering::Relaxed);
        if io::stderr().is_terminal() {
            let bar = ProgressBar::new(u64::try_from(clients).unwrap_or(u64::MAX));
            if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} van {len} cliënten") {
                bar.set_style(style);
            }
            let _already_there = self.bar.set(bar);
        }
    }

    fn client_done(&self, _client: &ClientId) {
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
}

fn tell(summary: &Summary, request: &Request) {
    summary.findings.iter().for_each(printer::finding);
    for client in &summary.clients {
        let errors = client
            .findings
            .iter()
            .filter(|f| f.severity == Severity::Error);
        errors.for_each(printer::finding);
        let folder = request.out.join(client.client.as_str());
        for document in &client.made {
            printer::data(&folder.join(&document.file_name).display().to_string());
        }
        tell_client(client, &folder, request.dry_run);
    }
    printer::talk(&conclusion(summary, request));
}

/// What was not made of a client, and why.
fn tell_client(client: &ClientOutcome, folder: &Path, dry_run: bool) {
    let name = &client.client;
    let removed = if dry_run {
        "zou weggehaald worden"
    } else {
        "weggehaald"
    };
    for (file, reason) in &client.withheld {
        printer::talk(&format!("{name}: {file} niet gemaakt: {reason}"));
    }
    for file in &client.removed {
        printer::talk(&format!(
            "{name}: {} {removed}",
            folder.join(file).display()
        ));
    }
    for (file, reason) in &client.failed {
        let separator = if file.is_empty() { "" } else { ": " };
        printer::talk(&format!("{name}: {file}{separator}mislukt: {reason}"));
    }
    if !client.readable {
        printer::talk(&format!(
            "{name}: niets gemaakt, want de bestanden van deze cliënt hebben fouten"
        ));
    }
}

fn conclusion(summary: &Summary, request: &Request) -> String {
    let count = |test: &dyn Fn(&ClientOutcome) -> usize| -> usize {
        summary.clients.iter().map(test).sum()
    };
    let documents = count(&|client| client.made.len());
    let failed = count(&|client| usize::from(!client.succeeded()));
    let found = |severity| {
        count(&|client| {
            client
                .findings
                .iter()
                .filter(|f| f.severity == severity)
                .count()
        })
    };
    let errors = found(Severity::Error);
    let warnings = found(Severity::Warning);
    let verb = if request.dry_run {
        "te maken (proef: er is niets geschreven)"
    } else {
        "gemaakt"
    };
    let mut text = format!(
        "{} {verb} van {} in {}",
        printer::plural(documents, "document", "documenten"),
        printer::plural(summary.clients.len(), "cliënt", "cliënten"),
        request.out.display()
    );
    let removed = if request.dry_run {
        "zouden weggehaald worden"
    } else {
        "weggehaald"
    };
    let parts = [
        (
            failed,
            printer::plural(failed, "cliënt mislukt", "cliënten mislukt"),
        ),
        (errors, printer::plural(errors, "fout", "fouten")),
        (
            warnings,
            printer::plural(warnings, "waarschuwing", "waarschuwingen"),
        ),
        (
            count(&|client| client.withheld.len()),
            format!(
                "{} zonder toestemming niet gemaakt",
                count(&|client| client.withheld.len())
            ),
        ),
        (
            count(&|client| client.removed.len()),
            format!("{} {removed}", count(&|client| client.removed.len())),
        ),
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
    text
}

/// One line of JSON for each client, then one for the run.
fn tell_json(summary: &Summary) {
    for client in &summary.clients {
        let made: Vec<_> = client
            .made
            .iter()
            .map(|made| json!({"file": made.file_name, "pages": made.pages, "bytes": made.bytes}))
            .collect();
        let reasons = |list: &[(String, String)]| -> Vec<_> {
            list.iter()
                .map(|(file, reason)| json!({"file": file, "reason": reason}))
                .collect()
        };
        let line = json!({
            "type": "client",
            "client": client.client.as_str(),
            "succeeded": client.succeeded(),
            "made": made,
            "withheld": reasons(&client.withheld),
            "failed": reasons(&client.failed),
            "removed": client.removed,
            "findings": client.findings.iter().map(printer::finding_json).collect::<Vec<_>>(),
        });
        printer::data(&line.to_string());
    }
    let line = json!({
        "type": "summary",
        "clients": summary.clients.len(),
        "failed": summary.clients.iter().filter(|client| !client.succeeded()).count(),
        "documents": summary.clients.iter().map(|client| client.made.len()).sum::<usize>(),
        "findings": summary.findings.iter().map(printer::finding_json).collect::<Vec<_>>(),
    });
    printer::data(&line.to_string());
}
