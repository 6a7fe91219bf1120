//! `drieluik explain`: tells what a code means, why, and what to write instead.

use clap::Args;

use super::args::{HelpFlag, TEMPLATE};
use super::{DONE, NOT_IN_ORDER, printer};
use crate::check;

/// Legt een code van een bevinding uit; zonder code een lijst van alle regels.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik explain [OPTIES] [CODE]",
    disable_help_flag = true,
    next_help_heading = "Opties"
)]
pub(super) struct ExplainArguments {
    /// De code, zoals die bij een bevinding tussen haken staat
    #[arg(value_name = "CODE", help_heading = "Code")]
    code: Option<String>,
    /// Toon de uitleg van alle regels, als Markdown
    #[arg(long, conflicts_with = "code")]
    all: bool,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: &ExplainArguments) -> u8 {
    if arguments.all {
        printer::data(check::documentation().trim_end());
        return DONE;
    }
    let Some(code) = &arguments.code else {
        check::summaries().for_each(|line| printer::data(&line));
        return DONE;
    };
    match check::explain(code) {
        Ok(text) => {
            printer::data(text.trim_end());
            DONE
        }
        Err(hint) => {
            printer::talk(&format!("fout: de code {code} bestaat niet"));
            printer::talk(&format!("hint: {hint}"));
            NOT_IN_ORDER
        }
    }
}
