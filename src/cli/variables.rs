//! The environment variables of the options: `--keep-inputs` may also come as
//! `DRIELUIK_KEEP_INPUTS`. What is typed comes first.

use clap::builder::BoolishValueParser;
use clap::{ArgAction, Command};

/// What all names begin with.
const PREFIX: &str = "DRIELUIK_";

/// Gives every option of every command its variable.
pub(super) fn with_variables(command: Command) -> Command {
    let command = command.mut_args(|argument| {
        let is_question = matches!(argument.get_action(), ArgAction::Help | ArgAction::Version);
        let is_flag = matches!(argument.get_action(), ArgAction::SetTrue);
        let Some(name) = argument.get_long().filter(|_| !is_question).map(name) else {
            return argument;
        };
        let argument = argument.env(name).hide_env(true);
        if is_flag {
            argument.value_parser(BoolishValueParser::new())
        } else {
            argument
        }
    });
    command.mut_subcommands(with_variables)
}

/// The variable of an option, given without its dashes.
fn name(option: &str) -> String {
    format!("{PREFIX}{}", option.replace('-', "_").to_uppercase())
}

/// The variable that a wrong value came from, given what clap calls the option (`--timeout
/// <SECONDEN>`); none where it was typed.
#[expect(clippy::disallowed_methods, reason = "the environment enters here")]
pub(super) fn source(argument: &str, value: &str) -> Option<String> {
    let option = argument.strip_prefix("--")?.split([' ', '=']).next()?;
    let name = name(option);
    let set = std::env::var(&name).ok()?;
    let mut typed = std::env::args().skip(1);
    let is_typed = typed.any(|word| {
        let word = word.strip_prefix("--").unwrap_or_default();
        word == option || word.starts_with(&format!("{option}="))
    });
    (set.contains(value) && !is_typed).then_some(name)
}
