//! `drieluik completions`: what a shell needs to complete commands and options.

use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;

use super::args::{HelpFlag, TEMPLATE};
use super::{DONE, printer};

/// Toont een script waarmee een shell opdrachten en opties aanvult.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik completions SHELL",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Bijvoorbeeld: drieluik completions bash > ~/.local/share/bash-completion/completions/drieluik"
)]
pub(super) struct CompletionsArguments {
    /// bash, elvish, fish, powershell of zsh
    #[arg(
        value_name = "SHELL",
        help_heading = "Shell",
        hide_possible_values = true
    )]
    shell: ShellName,
    #[command(flatten)]
    _help: HelpFlag,
}

/// The shells that there is a script for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ShellName {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

/// Runs the command, given that of the whole program.
pub(super) fn run(arguments: &CompletionsArguments, program: &Command) -> u8 {
    let shell = match arguments.shell {
        ShellName::Bash => Shell::Bash,
        ShellName::Elvish => Shell::Elvish,
        ShellName::Fish => Shell::Fish,
        ShellName::Powershell => Shell::PowerShell,
        ShellName::Zsh => Shell::Zsh,
    };
    let mut script = Vec::new();
    let mut visible = visible(program);
    let name = program.get_name().to_owned();
    clap_complete::generate(shell, &mut visible, name, &mut script);
    printer::data(String::from_utf8_lossy(&script).trim_end());
    DONE
}

/// The program without its hidden commands, which would be completed as well.
fn visible(program: &Command) -> Command {
    let commands = program.get_subcommands();
    Command::new(program.get_name().to_owned())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(program.get_arguments().cloned())
        .subcommands(commands.filter(|command| !command.is_hide_set()).cloned())
}
