//! The command line: arguments in, printed words and an exit code out. The only module that
//! prints, and the only one that reads the clock and the environment.

mod args;
mod check;
mod completions;
mod due;
mod explain;
mod failure;
mod import;
mod info;
mod init;
mod language;
mod man;
mod new;
mod pictograms;
mod place;
mod printer;
mod render;
mod review;
mod schema;
mod sentences;
mod templates;
mod today;
mod variables;
mod verify;
mod view;
mod watch;
mod worker;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

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
    let program = variables::with_variables(Arguments::command());
    let parsed = program.clone().try_get_matches();
    let arguments = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(args::explain(&error)),
    };
    let result = match arguments.command {
        Command::Render(arguments) => render::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Due(arguments) => due::run(arguments),
        Command::Review(arguments) => review::run(arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Explain(arguments) => Ok(explain::run(&arguments)),
        Command::Language(arguments) => language::run(&arguments),
        Command::Pictograms(arguments) => pictograms::run(arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Verify(arguments) => Ok(verify::run(&arguments)),
        Command::Info(arguments) => info::run(&arguments),
        Command::Completions(arguments) => Ok(completions::run(&arguments, &program)),
        Command::Man(arguments) => man::run(&arguments, program),
        Command::Templates(arguments) => templates::run(arguments),
        Command::View(arguments) => view::run(arguments),
        Command::Watch(arguments) => watch::run(arguments),
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
