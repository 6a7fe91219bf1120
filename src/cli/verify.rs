//! `drieluik verify`: is everything in the output folder as it was made?

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::args::{FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::place::OutOption;
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, printer};
use crate::batch::{self, RunError, Verified};

/// Kijkt na of alle documenten nog zijn zoals ze gemaakt zijn.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik verify [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 alles is zoals het gemaakt is, 1 er is iets veranderd, weg of bijgekomen, 2 er is niets na te kijken."
)]
pub(super) struct VerifyArguments {
    #[command(flatten)]
    out: OutOption,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: &VerifyArguments) -> u8 {
    let verified = match batch::verify(&arguments.out.folder(None)) {
        Ok(verified) => verified,
        Err(error) => {
            printer::talk(&format!("fout: {error}"));
            if matches!(error, RunError::NoManifest | RunError::Output(_)) {
                printer::talk(
                    "hint: kies met --out de map waarin drieluik documenten gemaakt heeft",
                );
            }
            return NOT_IN_ORDER;
        }
    };
    match arguments.format.message_format {
        MessageFormat::Human => tell(&verified),
        MessageFormat::Json => tell_json(&verified),
    }
    if verified.is_in_order() {
        DONE
    } else {
        SOME_FAILED
    }
}

fn groups(verified: &Verified) -> [(&'static str, &'static str, &[PathBuf]); 3] {
    [
        ("changed", "veranderd", &verified.changed),
        ("lost", "weg", &verified.lost),
        ("stray", "niet door drieluik gemaakt", &verified.strays),
    ]
}

fn tell(verified: &Verified) {
    for (_, what, paths) in groups(verified) {
        for path in paths {
            printer::data(&format!("{}: {what}", path.display()));
        }
    }
    let whole = printer::plural(
        verified.whole,
        "document is zoals het gemaakt is",
        "documenten zijn zoals ze gemaakt zijn",
    );
    let images = match verified.images {
        0 => String::new(),
        images => format!(
            "; {}",
            printer::plural(
                images,
                "plaatje van een bladzijde",
                "plaatjes van bladzijden"
            )
        ),
    };
    printer::talk(&format!("{whole}{images}."));
    if !verified.changed.is_empty() || !verified.lost.is_empty() {
        printer::talk("hint: drieluik render --verify maakt opnieuw wat veranderd of weg is");
    }
}

fn tell_json(verified: &Verified) {
    for (kind, _, paths) in groups(verified) {
        for path in paths {
            let file = path.display().to_string();
            printer::data(&json!({"type": kind, "version": 1, "file": file}).to_string());
        }
    }
    let line = json!({
        "type": "summary",
        "version": 1,
        "whole": verified.whole,
        "images": verified.images,
        "changed": verified.changed.len(),
        "lost": verified.lost.len(),
        "strays": verified.strays.len(),
    });
    printer::data(&line.to_string());
}
