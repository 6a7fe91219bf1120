//! `drieluik import`: makes plans of what another program exported.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::args::{HelpFlag, TEMPLATE};
use super::place::DataOption;
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::dossier::load::ClientId;
use crate::intake::{
    self, Batch, EXAMPLE_CSV, EXAMPLE_MAP, ImportError, ImportRequest, Outcome, Planned, Refusal,
};
use crate::store;

/// Neemt cliënten over uit een ander programma, zoals een ECD.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik import <clients|example> [OPTIES]",
    disable_help_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Opdrachten",
    subcommand_value_name = "OPDRACHT",
    next_help_heading = "Opties"
)]
pub(super) struct ImportArguments {
    #[command(subcommand)]
    command: ImportCommand,
    #[command(flatten)]
    _help: HelpFlag,
}

#[derive(Debug, Subcommand)]
enum ImportCommand {
    Clients(ClientsArguments),
    Example(ExampleArguments),
}

/// Maakt van een export (.csv of .xlsx) mappen met een plan, één per cliënt.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik import clients BESTAND --map KOPPELING [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Zonder --write is het een proef: er wordt niets geschreven. De koppeling zegt welke kolom bij welke sleutel hoort; drieluik import example toont er een met uitleg.\nCliënten die er al zijn, blijven zoals ze zijn, tenzij --update er staat: dan veranderen alleen de sleutels uit de koppeling. Een lege cel verandert niets.\nAfloop: 0 alles kan of is gedaan, 1 een deel is geweigerd, 2 de opdracht of de omgeving is niet in orde."
)]
struct ClientsArguments {
    /// De export: .csv (puntkomma, komma of tab) of .xlsx, tot 20 MiB en 20000 rijen
    #[arg(value_name = "BESTAND", help_heading = "Bestand")]
    file: PathBuf,
    /// Welke kolom bij welke sleutel van het plan hoort
    #[arg(long, value_name = "KOPPELING")]
    map: PathBuf,
    /// Werk cliënten die er al zijn bij
    #[arg(long)]
    update: bool,
    /// Zeg wat er zou gebeuren en schrijf niets (zo ook zonder deze optie)
    #[arg(long, conflicts_with = "write")]
    dry_run: bool,
    /// Schrijf de plannen
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    data: DataOption,
    /// De dag waar de datums in nieuwe plannen omheen liggen (JJJJ-MM-DD); anders vandaag
    #[arg(long, value_name = "DATUM")]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Toont een koppeling met uitleg, of de export die erbij past.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik import example [--csv]",
    disable_help_flag = true,
    next_help_heading = "Opties"
)]
struct ExampleArguments {
    /// Toon de export in plaats van de koppeling
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: ImportArguments) -> Result<u8> {
    match arguments.command {
        ImportCommand::Clients(arguments) => clients(arguments),
        ImportCommand::Example(arguments) => {
            let text = if arguments.csv {
                EXAMPLE_CSV
            } else {
                EXAMPLE_MAP
            };
            printer::data(text.trim_end());
            Ok(DONE)
        }
    }
}

/// How many clients there are of each kind.
#[derive(Default)]
struct Tally {
    new: usize,
    changed: usize,
    same: usize,
    left: usize,
    refused: usize,
}

fn clients(arguments: ClientsArguments) -> Result<u8> {
    let request = ImportRequest {
        data: arguments.data.folder(),
        file: arguments.file,
        map: arguments.map,
        update: arguments.update,
        today: today::today(arguments.date)?,
    };
    let batch = match intake::import(&request) {
        Ok(batch) => batch,
        Err(error) => {
            tell_error(&error);
            return Ok(NOT_IN_ORDER);
        }
    };
    if !batch.unused.is_empty() {
        let names = batch.unused.join(", ");
        printer::talk(&format!(
            "niet in de koppeling, en dus niet gebruikt: {names}"
        ));
    }
    let mut tally = Tally::default();
    for planned in &batch.planned {
        carry_out(planned, arguments.write, &mut tally);
    }
    conclude(&batch, &tally, arguments.write);
    Ok(if tally.refused > 0 { SOME_FAILED } else { DONE })
}

/// Tells what becomes of a client, and does it where that was asked for.
fn carry_out(planned: &Planned, write: bool, tally: &mut Tally) {
    let name = planned.client.as_ref().map_or("?", ClientId::as_str);
    let rows = rows(&planned.rows);
    let done = match &planned.outcome {
        Outcome::New(new) if write => store::new_client(&new.folder, &new.plan),
        Outcome::Changed(change) if write => store::plan(&change.folder, &change.plan),
        _ => Ok(()),
    };
    if let Err(error) = done {
        tally.refused += 1;
        printer::talk(&format!(
            "{name}: niet geschreven: {}",
            store::dutch(&error)
        ));
        return;
    }
    match &planned.outcome {
        Outcome::New(new) => {
            tally.new += 1;
            let verb = if write {
                "gemaakt"
            } else {
                "zou gemaakt worden"
            };
            let keys = printer::plural(new.keys, "sleutel", "sleutels");
            printer::data(&format!("{name}: {verb} in {} ({rows}, {keys})", new.shown));
        }
        Outcome::Changed(change) => {
            tally.changed += 1;
            let verb = if write {
                "bijgewerkt"
            } else {
                "zou bijgewerkt worden"
            };
            printer::data(&format!("{name}: {verb} in {} ({rows})", change.shown));
        }
        Outcome::Same => {
            tally.same += 1;
            printer::data(&format!("{name}: staat er al zo ({rows})"));
        }
        Outcome::Exists => {
            tally.left += 1;
            printer::data(&format!("{name}: is er al en blijft zoals het is ({rows})"));
        }
        Outcome::Refused(refusals) => {
            tally.refused += 1;
            printer::talk(&format!("{name}: geweigerd ({rows})"));
            refusals.iter().for_each(tell_refusal);
        }
    }
}

/// `rij 2`, `rijen 2 en 3`
fn rows(rows: &[usize]) -> String {
    let words: Vec<_> = rows.iter().map(ToString::to_string).collect();
    match words.split_last() {
        Some((last, [])) => format!("rij {last}"),
        Some((last, others)) => format!("rijen {} en {last}", others.join(", ")),
        None => String::new(),
    }
}

fn tell_refusal(refusal: &Refusal) {
    let row = refusal.row.map(|row| format!("rij {row}"));
    let column = refusal.column.as_ref().map(|name| format!("kolom {name}"));
    let place: Vec<_> = row.into_iter().chain(column).collect();
    printer::talk(&format!("  {}: {}", place.join(", "), refusal.reason));
    if let Some(hint) = &refusal.hint {
        printer::talk(&format!("  hint: {hint}"));
    }
}

fn conclude(batch: &Batch, tally: &Tally, write: bool) {
    let Tally {
        new,
        changed,
        same,
        left,
        refused,
    } = *tally;
    let parts = [
        (new, "nieuw"),
        (changed, "bijgewerkt"),
        (same, "hetzelfde"),
        (left, "al aanwezig"),
        (refused, "geweigerd"),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let clients = printer::plural(batch.planned.len(), "cliënt", "cliënten");
    let trial = if write {
        ""
    } else {
        " (proef: er is niets geschreven)"
    };
    printer::talk(&format!("{clients}{trial}: {}.", parts.join(", ")));
    if !write && new + changed > 0 {
        printer::talk("hint: klopt dit, doe het dan nog een keer met --write");
    }
    if left > 0 {
        printer::talk(
            "hint: --update werkt bij wie er al is; alleen de sleutels uit de koppeling veranderen",
        );
    }
    if write && new > 0 {
        printer::talk("hint: drieluik check zegt wat er in de nieuwe plannen nog in te vullen is");
    }
}

fn tell_error(error: &ImportError) {
    if let ImportError::Office(error) = error {
        return failure::tell(error);
    }
    if let ImportError::Map(findings) = error {
        findings.iter().for_each(printer::report);
    }
    printer::talk(&format!("fout: {error}"));
    if matches!(error, ImportError::Map(_)) {
        printer::talk("hint: drieluik import example toont een koppeling met uitleg");
    }
}
