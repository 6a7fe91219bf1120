//! `drieluik man`: the man page of the program or of a command.

use anyhow::{Result, bail};
use clap::{Args, Command};
use clap_mangen::Man;

use super::args::{HelpFlag, TEMPLATE};
use super::{DONE, printer};

/// Toont de man-pagina van drieluik of van een opdracht.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik man [OPDRACHT]...",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Lezen: drieluik man render | man -l -"
)]
pub(super) struct ManArguments {
    /// Een opdracht, zoals render of pictograms import
    #[arg(value_name = "OPDRACHT", help_heading = "Opdracht")]
    command: Vec<String>,
    #[command(flatten)]
    _help: HelpFlag,
}

/// The headings of the pages, which `clap_mangen` only knows in English.
const HEADINGS: &[(&str, &str)] = &[
    (".SH NAME", ".SH NAAM"),
    (".SH SYNOPSIS", ".SH GEBRUIK"),
    (".SH DESCRIPTION", ".SH BESCHRIJVING"),
    (".SH OPTIONS", ".SH OPTIES"),
    (".SH SUBCOMMANDS", ".SH OPDRACHTEN"),
    (".SH EXTRA", ".SH TOELICHTING"),
    (".SH VERSION", ".SH VERSIE"),
];

/// Runs the command, given that of the whole program.
pub(super) fn run(arguments: &ManArguments, mut program: Command) -> Result<u8> {
    program.build();
    let mut command = &program;
    for word in &arguments.command {
        let mut known = command.get_subcommands().filter(|one| !one.is_hide_set());
        let Some(found) = known.find(|one| one.get_name() == word) else {
            bail!("de opdracht {word} bestaat niet; drieluik --help toont alle opdrachten");
        };
        command = found;
    }
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    let line = |line: &str| {
        let heading = HEADINGS.iter().find(|(english, _)| line == *english);
        heading.map_or_else(|| line.to_owned(), |(_, dutch)| (*dutch).to_owned())
    };
    let lines: Vec<_> = page.lines().map(line).collect();
    printer::data(&lines.join("\n"));
    Ok(DONE)
}
