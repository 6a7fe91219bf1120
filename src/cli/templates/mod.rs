//! `drieluik templates`: an organisation's own templates.

mod check;
mod eject;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::args::{HelpFlag, TEMPLATE};

/// Eigen sjablonen: schrijf die van drieluik om te veranderen, en kijk ze na.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik templates <OPDRACHT>",
    disable_help_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Opdrachten",
    subcommand_value_name = "OPDRACHT",
    next_help_heading = "Opties"
)]
pub(super) struct TemplatesArguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    _help: HelpFlag,
}

#[derive(Debug, Subcommand)]
enum Command {
    Eject(eject::EjectArguments),
    Check(check::CheckArguments),
}

/// Runs the command.
pub(super) fn run(arguments: TemplatesArguments) -> Result<u8> {
    match arguments.command {
        Command::Eject(arguments) => eject::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
    }
}
