//! `drieluik check`: says what is wrong with the plans before they go out.

use anyhow::Result;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::args::{DateOption, FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::place::DataOption;
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::check::{self, Checked, Outcome, Request, TextScore};
use crate::finding::{Finding, Severity};

/// The shape of the JSON lines; `docs/json.md` tells what changes it.
const VERSION: u32 = 1;

/// Controleert de plannen van alle cliënten, of van de genoemde, en maakt niets.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik check [OPTIES] [CLIENT]...",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 geen fouten, 1 wel, 2 de opdracht of de omgeving is niet in orde.\nUitleg van een code: drieluik explain CODE"
)]
pub(super) struct CheckArguments {
    /// Cliëntnummers; zonder nummers alle cliënten
    #[arg(value_name = "CLIENT", help_heading = "Cliënten")]
    clients: Vec<String>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    date: DateOption,
    #[command(flatten)]
    format: FormatOption,
    /// Reken ook minder erge bevindingen als fout voor de afloop: warnings of hints
    #[arg(long, value_name = "ERNST", hide_possible_values = true)]
    deny: Option<Deny>,
    #[command(flatten)]
    _help: HelpFlag,
}

/// The words of `--deny`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    Warnings,
    Hints,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    errors: usize,
    warnings: usize,
    hints: usize,
}

impl Tally {
    fn of<'a>(findings: impl Iterator<Item = &'a Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Hint => tally.hints += 1,
            }
        }
        tally
    }

    fn words(self) -> String {
        [
            printer::plural(self.errors, "fout", "fouten"),
            printer::plural(self.warnings, "waarschuwing", "waarschuwingen"),
            printer::plural(self.hints, "tip", "tips"),
        ]
        .join(", ")
    }
}

/// Runs the command.
pub(super) fn run(arguments: CheckArguments) -> Result<u8> {
    let request = Request {
        data: arguments.data.folder(),
        clients: arguments.clients,
        today: today::today(arguments.date.date)?,
    };
    let outcome = match check::run(&request) {
        Ok(outcome) => outcome,
        Err(error) => {
            failure::tell(&error);
            return Ok(NOT_IN_ORDER);
        }
    };
    match arguments.format.message_format {
        MessageFormat::Human => tell(&outcome),
        MessageFormat::Json => tell_json(&outcome),
    }
    let tally = Tally::of(findings(&outcome));
    let counted = match arguments.deny {
        None => tally.errors,
        Some(Deny::Warnings) => tally.errors + tally.warnings,
        Some(Deny::Hints) => tally.errors + tally.warnings + tally.hints,
    };
    Ok(if counted > 0 { SOME_FAILED } else { DONE })
}

fn findings(outcome: &Outcome) -> impl Iterator<Item = &Finding> {
    let clients = outcome.clients.iter().flat_map(|client| &client.findings);
    outcome.findings.iter().chain(clients)
}

/// Tells what was found, with what the authors wrote.
pub(super) fn tell(outcome: &Outcome) {
    findings(outcome).for_each(printer::report);
    for client in &outcome.clients {
        if let Some(whole) = client.scores.iter().find(|score| score.goal.is_none()) {
            printer::talk(&format!(
                "{}: makkelijke tekst: Flesch-Douma {:.0}, Brouwer {:.0}",
                client.client, whole.flesch_douma, whole.brouwer
            ));
        }
    }
    for client in outcome.clients.iter().filter(|client| !client.readable) {
        printer::talk(&format!(
            "{}: de rest is niet gecontroleerd, want de bestanden kunnen niet gelezen worden",
            client.client
        ));
    }
    printer::talk(&format!(
        "{} gecontroleerd: {}.",
        printer::plural(outcome.clients.len(), "cliënt", "cliënten"),
        Tally::of(findings(outcome)).words()
    ));
}

/// One line of JSON for each finding and each client, then one for the run.
fn tell_json(outcome: &Outcome) {
    for finding in &outcome.findings {
        printer::data(&finding_json(None, finding).to_string());
    }
    for client in &outcome.clients {
        for finding in &client.findings {
            printer::data(&finding_json(Some(client), finding).to_string());
        }
        let tally = Tally::of(client.findings.iter());
        let line = json!({
            "type": "client",
            "version": VERSION,
            "client": client.client.as_str(),
            "readable": client.readable,
            "errors": tally.errors,
            "warnings": tally.warnings,
            "hints": tally.hints,
            "readability": client.scores.iter().map(score_json).collect::<Vec<_>>(),
        });
        printer::data(&line.to_string());
    }
    let tally = Tally::of(findings(outcome));
    let line = json!({
        "type": "summary",
        "version": VERSION,
        "clients": outcome.clients.len(),
        "errors": tally.errors,
        "warnings": tally.warnings,
        "hints": tally.hints,
    });
    printer::data(&line.to_string());
}

fn score_json(score: &TextScore) -> Value {
    let tenths = |number: f64| (number * 10.0).round() / 10.0;
    json!({
        "goal": score.goal.map(|goal| goal + 1),
        "words": score.words,
        "flesch_douma": tenths(score.flesch_douma),
        "brouwer": tenths(score.brouwer),
    })
}

/// A finding as JSON, with what its author wrote.
pub(super) fn finding_json(client: Option<&Checked>, finding: &Finding) -> Value {
    let mut line = printer::finding_json(finding);
    let place = finding.place.as_ref();
    let more = json!({
        "type": "finding",
        "version": VERSION,
        "client": client.map(|client| client.client.as_str()),
        "start": place.map(|place| place.start),
        "end": place.map(|place| place.end),
        "hint": finding.hint,
        "quote": finding.quote,
        "source": finding.source,
    });
    if let (Value::Object(line), Value::Object(more)) = (&mut line, more) {
        line.extend(more);
    }
    line
}
