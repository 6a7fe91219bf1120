//! `drieluik render`: makes the documents and says what became of each client.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::args::{MessageFormat, RenderArguments, RenditionName};
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, printer, today};
use crate::batch::{self, ClientOutcome, Observer, Request, RunError, Summary};
use crate::dossier::load::ClientId;
use crate::finding::{Finding, Severity};

/// Runs the command.
pub(super) fn run(arguments: RenderArguments) -> Result<u8> {
    let word = |name: &RenditionName| name.to_possible_value().map(|v| v.get_name().to_owned());
    let only_others =
        !arguments.only.is_empty() && !arguments.only.contains(&RenditionName::Family);
    if arguments.relative.is_some() && only_others {
        anyhow::bail!("--relative kiest een familie-exemplaar, maar --only noemt family niet");
    }
    let request = Request {
        data: arguments.data,
        out: arguments.out,
        clients: arguments.clients,
        only: arguments.only.iter().filter_map(word).collect(),
        relative: arguments.relative,
        jobs: arguments.jobs,
        today: today::today(arguments.date)?,
        dry_run: arguments.dry_run,
        mark_mandatory: arguments.mark_mandatory,
    };
    let progress = Progress::default();
    let result = batch::render(&request, &progress);
    progress.end();
    match result {
        Ok(summary) => {
            match arguments.message_format {
                MessageFormat::Human => tell(&summary, &request),
                MessageFormat::Json => tell_json(&summary),
            }
            let failed = !summary.findings.is_empty()
                || summary.clients.iter().any(|client| !client.succeeded());
            Ok(if failed { SOME_FAILED } else { DONE })
        }
        Err(RunError::Organisation(findings)) => {
            findings.iter().for_each(printer::finding);
            printer::talk(
                "Er is niets gemaakt: eerst moeten de gegevens van de organisatie kloppen.",
            );
            Ok(NOT_IN_ORDER)
        }
        Err(error) => {
            printer::talk(&format!("fout: {error}"));
            let hint = match error {
                RunError::NoClients => {
                    "kies met --data de map waarin aanbieder.toml en de cliënten staan"
                }
                RunError::Output(_) => "kies met --out een map waarin geschreven mag worden",
                RunError::UnknownRelative(_) => "kijk in plan.toml naar nummer bij [[netwerk]]",
                _ => return Ok(NOT_IN_ORDER),
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
        client.findings.iter().for_each(printer::finding);
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
    let warnings = count(&|client| {
        client
            .findings
            .iter()
            .filter(|f| f.severity == Severity::Warning)
            .count()
    });
    let verb = if request.dry_run {
        "te maken (proef: er is niets geschreven)"
    } else {
        "gemaakt"
    };
    let mut text = format!(
        "{} {verb} van {} in {}",
        plural(documents, "document", "documenten"),
        plural(summary.clients.len(), "cliënt", "cliënten"),
        request.out.display()
    );
    let removed = if request.dry_run {
        "zouden weggehaald worden"
    } else {
        "weggehaald"
    };
    let parts = [
        (failed, plural(failed, "cliënt mislukt", "cliënten mislukt")),
        (warnings, plural(warnings, "waarschuwing", "waarschuwingen")),
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
    text
}

fn plural(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
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
            "findings": client.findings.iter().map(finding_json).collect::<Vec<_>>(),
        });
        printer::data(&line.to_string());
    }
    let line = json!({
        "type": "summary",
        "clients": summary.clients.len(),
        "failed": summary.clients.iter().filter(|client| !client.succeeded()).count(),
        "documents": summary.clients.iter().map(|client| client.made.len()).sum::<usize>(),
        "findings": summary.findings.iter().map(finding_json).collect::<Vec<_>>(),
    });
    printer::data(&line.to_string());
}

fn finding_json(finding: &Finding) -> serde_json::Value {
    let place = finding.place.as_ref();
    json!({
        "code": finding.code,
        "severity": finding.severity.to_string(),
        "file": place.map(|place| place.file.display().to_string()),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "message": finding.message,
        "hint": finding.hint,
    })
}
