//! `drieluik language check`: which easy-read rules each sentence on standard input breaks.

use anyhow::Result;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::args::{HelpFlag, TEMPLATE};
use super::{printer, sentences};
use crate::check;

/// Controleert losse zinnen op makkelijke taal.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik language <OPDRACHT>",
    disable_help_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Opdrachten",
    subcommand_value_name = "OPDRACHT",
    next_help_heading = "Opties"
)]
pub(super) struct LanguageArguments {
    #[command(subcommand)]
    command: LanguageCommand,
    #[command(flatten)]
    _help: HelpFlag,
}

#[derive(Debug, Subcommand)]
enum LanguageCommand {
    Check(LanguageCheckArguments),
}

/// Leest zinnen van de standaardinvoer, een per regel, en toont bij elke welke regels zij breekt.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik language check < zinnen.txt",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Voor elke regel een regel JSON: {\"sentence\": …, \"rules\": [\"too-long\", …]}\nAfloop: 0 alles beoordeeld, 1 een of meer regels zijn geen UTF-8."
)]
struct LanguageCheckArguments {
    #[command(flatten)]
    _help: HelpFlag,
}

/// What is said of one sentence.
#[derive(Serialize)]
struct Judged<'a> {
    sentence: &'a str,
    rules: Vec<&'static str>,
}

/// Runs the command.
pub(super) fn run(arguments: &LanguageArguments) -> Result<u8> {
    let LanguageCommand::Check(_) = &arguments.command;
    sentences::each(|sentence| {
        let rules = check::language_rules_broken(sentence);
        printer::data(&serde_json::to_string(&Judged { sentence, rules })?);
        Ok(())
    })
}
