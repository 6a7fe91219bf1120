//! `drieluik pictograms sheet`: a contact sheet, as PDF and as pictures.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::super::args::{HelpFlag, TEMPLATE};
use super::super::place::DataOption;
use super::super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::batch::{self, SheetError, SheetRequest};

/// Maakt een vel met pictogrammen op ware grootte (2 cm), in kleur en in grijs, als PDF en als PNG.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms sheet [OPTIES] [WOORD]... --out BESTAND.pdf",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Naast vel.pdf komt van elke bladzijde een plaatje: vel-1.png, vel-2.png, …\nAfloop: 0 gemaakt, 1 een of meer plaatjes kunnen niet getekend worden, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct SheetArguments {
    /// Woorden; zonder woorden alle plaatjes
    #[arg(value_name = "WOORD", help_heading = "Woorden")]
    words: Vec<String>,
    /// Alleen deze set; eigen is de ingebouwde
    #[arg(long, value_name = "NAAM")]
    set: Option<String>,
    /// Het PDF-bestand
    #[arg(short, long, value_name = "BESTAND")]
    out: PathBuf,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: SheetArguments) -> Result<u8> {
    let extension = arguments.out.extension().unwrap_or_default();
    if !extension.eq_ignore_ascii_case("pdf") {
        anyhow::bail!("--out: noem een bestand dat eindigt op .pdf; de PNG's komen ernaast");
    }
    let request = SheetRequest {
        data: arguments.data.folder(),
        set: arguments.set,
        words: arguments.words,
        out: arguments.out,
        today: today::today(None)?,
    };
    let sheet = match batch::sheet(&request) {
        Ok(sheet) => sheet,
        Err(SheetError::Office(error)) => {
            failure::tell(&error);
            return Ok(NOT_IN_ORDER);
        }
        Err(error) => {
            printer::talk(&format!("fout: {error}"));
            let hint = match error {
                SheetError::TooMany(_) => "kies een set met --set, of noem woorden",
                SheetError::Nothing => {
                    "drieluik pictograms list toont de sets, en search zoekt een woord"
                }
                _ => return Ok(NOT_IN_ORDER),
            };
            printer::talk(&format!("hint: {hint}"));
            return Ok(NOT_IN_ORDER);
        }
    };
    for name in &sheet.broken {
        printer::talk(&format!(
            "niet getekend: {name}; zie drieluik pictograms check"
        ));
    }
    for file in &sheet.files {
        printer::data(&file.display().to_string());
    }
    for file in &sheet.stale {
        printer::talk(&format!(
            "let op: {} is van een eerder vel; haal het weg als u het niet meer nodig hebt.",
            file.display()
        ));
    }
    printer::talk(&format!(
        "{} op {}.",
        printer::plural(sheet.pictograms, "plaatje", "plaatjes"),
        printer::plural(sheet.files.len() - 1, "bladzijde", "bladzijden"),
    ));
    Ok(if sheet.broken.is_empty() {
        DONE
    } else {
        SOME_FAILED
    })
}
