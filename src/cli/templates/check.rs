//! `drieluik templates check`: tries an organisation's own templates on clients that don't exist.

use std::io;
use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;

use super::super::args::{DateOption, HelpFlag, TEMPLATE};
use super::super::place::DataOption;
use super::super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::batch::{self, TrialRequest};
use crate::dossier::value::Date;
use crate::finding::Severity;
use crate::sample::Sample;
use crate::store::{self, NewData, Scratch};

/// Clients that the templates are tried on: among so many there is every kind of plan and document.
const CLIENTS: u32 = 24;

/// Kijkt de eigen sjablonen na: maakt met verzonnen cliënten van elke soort een document, en zegt alles
/// wat niet klopt.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik templates check [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 alles klopt, 1 er is iets mis met de sjablonen, 2 de opdracht of de omgeving is niet in orde."
)]
pub(in crate::cli) struct CheckArguments {
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    date: DateOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(in crate::cli) fn run(arguments: &CheckArguments) -> Result<u8> {
    let today = today::today(arguments.date.date)?;
    let scratch = match sample(today) {
        Ok(scratch) => scratch,
        Err(error) => bail!(
            "er is geen plaats voor de verzonnen cliënten: {}",
            store::dutch(&error)
        ),
    };
    let request = TrialRequest {
        data: arguments.data.folder(),
        sample: scratch.path().join("data"),
        today,
    };
    let trial = match batch::try_templates(&request) {
        Ok(trial) => trial,
        Err(error) => {
            failure::tell(&error);
            return Ok(NOT_IN_ORDER);
        }
    };
    trial.findings.iter().for_each(printer::report);
    for (reason, documents) in &trial.problems {
        let documents: Vec<_> = documents.iter().map(String::as_str).collect();
        printer::data(&format!("fout: {}: {reason}\n", documents.join(", ")));
    }
    let errors = trial.findings.iter();
    let errors = errors.filter(|finding| finding.severity == Severity::Error);
    let errors = errors.count() + trial.problems.len();
    let own = trial.folder.as_deref().map_or_else(
        || "aanbieder.toml noemt geen eigen sjablonen".to_owned(),
        |folder| {
            let own = printer::plural(trial.templates, "eigen sjabloon", "eigen sjablonen");
            format!("{own} uit {}", folder.display())
        },
    );
    printer::talk(&format!(
        "{own}; {} nagekeken: {}.",
        printer::plural(trial.documents, "document", "documenten"),
        printer::plural(errors, "fout", "fouten")
    ));
    Ok(if errors > 0 { SOME_FAILED } else { DONE })
}

/// Clients that don't exist, in a folder that goes when it is done with.
fn sample(today: Date) -> io::Result<Scratch> {
    let scratch = Scratch::new()?;
    let sample = Sample::new(1, today);
    let data = NewData::within(Path::new(scratch.path()))?;
    for file in (0..CLIENTS).flat_map(|index| sample.client(index)) {
        data.write(&file.path, &file.bytes)?;
    }
    data.put_in_place("LEESMIJ.txt", b"")?;
    Ok(scratch)
}
