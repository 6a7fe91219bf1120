//! `drieluik review`: records that somebody held the easy-read text against the plan.

use anyhow::Result;
use clap::Args;

use super::args::{DateOption, HelpFlag, TEMPLATE};
use super::place::DataOption;
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::check::{self, ReviewError, ReviewRequest};
use crate::store;

/// Legt vast dat iemand de makkelijke tekst naast het plan heeft gelegd.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik review CLIENT --by NAAM [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Schrijft nagekeken.toml in de map van de cliënt. Verandert een doel daarna, dan vraagt check om de tekst opnieuw na te kijken."
)]
pub(super) struct ReviewArguments {
    /// Cliëntnummer
    #[arg(value_name = "CLIENT", help_heading = "Cliënt")]
    client: String,
    /// Wie de tekst heeft nagekeken
    #[arg(long, value_name = "NAAM")]
    by: String,
    /// Wie van de doelgroep de tekst heeft gelezen
    #[arg(long, value_name = "NAAM")]
    read_by: Option<String>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    date: DateOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: ReviewArguments) -> Result<u8> {
    let request = ReviewRequest {
        data: arguments.data.folder(),
        client: arguments.client,
        by: arguments.by,
        read_by: arguments.read_by,
        today: today::today(arguments.date.date)?,
    };
    let reviewed = match check::review(&request) {
        Ok(reviewed) => reviewed,
        Err(ReviewError::Office(error)) => {
            failure::tell(&error);
            return Ok(NOT_IN_ORDER);
        }
        Err(ReviewError::Dossier(findings)) => {
            findings.iter().for_each(printer::finding);
            printer::talk("Er is niets vastgelegd: verbeter eerst de bestanden van deze cliënt.");
            return Ok(SOME_FAILED);
        }
        Err(error @ ReviewError::Name) => {
            printer::talk(&format!("fout: {error}"));
            return Ok(NOT_IN_ORDER);
        }
    };
    if !reviewed.contradictions.is_empty() {
        reviewed.contradictions.iter().for_each(printer::report);
        printer::talk(
            "Er is niets vastgelegd: de makkelijke tekst zegt nog iets anders dan het plan.",
        );
        return Ok(SOME_FAILED);
    }
    if let Err(error) = store::review(&reviewed.folder, &reviewed.text) {
        anyhow::bail!(
            "nagekeken.toml kan niet geschreven worden: {}",
            store::dutch(&error)
        );
    }
    printer::talk(&format!(
        "{}: nagekeken.toml geschreven, met {}.",
        reviewed.folder.id,
        printer::plural(reviewed.goals, "doel", "doelen")
    ));
    Ok(DONE)
}
