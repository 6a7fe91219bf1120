//! `drieluik pictograms`: the sets of pictograms, what is in them, and how they come in.

mod check;
mod import;
mod list;
mod r#match;
mod search;
mod sheet;

use std::path::Path;

use anyhow::{Result, bail};
use clap::{Args, Subcommand};

use super::args::{HelpFlag, TEMPLATE};
use super::printer;
use crate::pictogram::pack::{self, Pack};

/// The shape of the JSON lines; `docs/json.md` tells what changes it.
const VERSION: u32 = 1;

/// Pictogrammen: bij zinnen kiezen, en sets binnenhalen, bekijken, doorzoeken en nakijken.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms <OPDRACHT>",
    disable_help_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Opdrachten",
    subcommand_value_name = "OPDRACHT",
    next_help_heading = "Opties"
)]
pub(super) struct PictogramsArguments {
    #[command(subcommand)]
    command: PictogramsCommand,
    #[command(flatten)]
    _help: HelpFlag,
}

#[derive(Debug, Subcommand)]
enum PictogramsCommand {
    Import(import::ImportArguments),
    List(list::ListArguments),
    Search(search::SearchArguments),
    Check(check::CheckArguments),
    Match(r#match::MatchArguments),
    Sheet(sheet::SheetArguments),
}

/// Runs the command.
pub(super) fn run(arguments: PictogramsArguments) -> Result<u8> {
    match arguments.command {
        PictogramsCommand::Import(arguments) => import::run(&arguments),
        PictogramsCommand::List(arguments) => list::run(&arguments),
        PictogramsCommand::Search(arguments) => search::run(&arguments),
        PictogramsCommand::Check(arguments) => check::run(&arguments),
        PictogramsCommand::Match(arguments) => r#match::run(&arguments),
        PictogramsCommand::Sheet(arguments) => sheet::run(arguments),
    }
}

/// Refuses a folder that is no data folder, where a set would never be found.
fn check_data(data: &Path) -> Result<()> {
    if !data.join("aanbieder.toml").is_file() {
        bail!(
            "in {} staat geen aanbieder.toml; kies met --data de map waarin die staat",
            data.display()
        );
    }
    Ok(())
}

/// The sets that are in order; the mistakes of the others are told.
fn packs(data: &Path) -> Result<Vec<Pack>> {
    check_data(data)?;
    let (packs, findings) = pack::open_all(data);
    findings.iter().for_each(printer::finding);
    Ok(packs)
}
