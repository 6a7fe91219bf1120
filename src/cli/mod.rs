//! The command line: arguments in, printed words and an exit code out. The only module that
//! prints, and the only one that reads the clock and the environment.

mod args;
mod check;
mod due;
mod explain;
mod failure;
mod init;
mod language;
mod pictograms;
mod printer;
mod render;
mod review;
mod sentences;
mod today;
mod verify;
mod worker;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};

/// All was made.
const DONE: u8 = 0;
/// Some client failed, or something is wrong with a plan.
const SOME_FAILED: u8 = 1;
/// The command or the environment is not in order.
const NOT_IN_ORDER: u8 = 2;
/// Ctrl-C.
const INTERRUPTED: u8 = 130;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    keep_panics_silent();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(args::explain(&error)),
    };
    let result = match arguments.command {
        Command::Render(arguments) => render::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Due(arguments) => due::run(arguments),
        Command::Review(arguments) => review::run(arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Explain(arguments) => Ok(explain::run(&arguments)),
        Command::Language(arguments) => language::run(&arguments),
        Command::Pictograms(arguments) => pictograms::run(arguments),
        Command::Verify(arguments) => Ok(verify::run(&arguments)),
        Command::Worker => worker::run(),
    };
    ExitCode::from(result.unwrap_or_else(|error| {
        printer::talk(&format!("fout: {error:#}"));
        NOT_IN_ORDER
    }))
}

/// A panic says where it happened, not why: its message may quote a plan.
fn keep_panics_silent() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        printer::talk(&format!("fout in het programma zelf ({place})"));
    }));
}
