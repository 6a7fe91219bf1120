//! `drieluik pictograms search`: every picture of every set that goes with a word.

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;

use super::super::args::{FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::super::place::DataOption;
use super::super::{DONE, SOME_FAILED, printer};
use super::list::file;
use super::{VERSION, packs};
use crate::pictogram::pack::{Likeness, Sought};
use crate::pictogram::{Hit, Library};

/// Zoekt in alle sets de plaatjes bij een woord: het woord zelf, andere vormen en wat erop lijkt.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms search WOORD [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 gevonden, 1 niets gevonden, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct SearchArguments {
    /// Het woord of de uitdrukking
    #[arg(value_name = "WOORD", help_heading = "Woord", required = true)]
    words: Vec<String>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: &SearchArguments) -> Result<u8> {
    let packs = packs(&arguments.data.folder())?;
    let Some(sought) = Sought::new(&arguments.words.join(" ")) else {
        bail!("dit is geen woord om op te zoeken; schrijf er een van twee of meer letters");
    };
    let mut found = Library::embedded()?.with_packs(packs).search(&sought);
    // What is alike comes only where nothing is the same.
    found.sort();
    if found
        .first()
        .is_some_and(|first| first.likeness < Likeness::Near)
    {
        found.retain(|one| one.likeness < Likeness::Near);
    }
    for one in &found {
        show(one, arguments.format.message_format);
    }
    if found.is_empty() {
        printer::talk("Geen plaatje gevonden.");
    }
    Ok(if found.is_empty() { SOME_FAILED } else { DONE })
}

fn show(found: &Hit, format: MessageFormat) {
    let file = found.file.as_ref().map(|name| file(&found.id.set, name));
    match format {
        MessageFormat::Human => {
            let only = if found.by_hand {
                "; alleen met beeld erbij te zetten"
            } else {
                ""
            };
            let file = file.as_deref().unwrap_or("ingebouwd");
            printer::data(&format!(
                "{} {}: {} ({}{only}) – {file}",
                found.id.set,
                found.id.name,
                found.words.join(", "),
                found.likeness.word(),
            ));
        }
        MessageFormat::Json => printer::data(
            &json!({
                "type": "found",
                "version": VERSION,
                "set": found.id.set,
                "name": found.id.name,
                "word": found.word,
                "likeness": match found.likeness {
                    Likeness::Same => "same",
                    Likeness::Form => "form",
                    Likeness::Within => "within",
                    Likeness::Near => "near",
                },
                "matched_in_sentences": !found.by_hand,
                "words": found.words,
                "file": file,
            })
            .to_string(),
        ),
    }
}
