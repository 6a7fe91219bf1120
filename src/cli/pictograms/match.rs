//! `drieluik pictograms match`: which picture goes beside each sentence on standard input.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use super::super::args::{HelpFlag, TEMPLATE};
use super::super::{printer, sentences};
use crate::check::Office;
use crate::dossier::identifier::Id;
use crate::pictogram::{Library, Match, Wishes};

/// Leest zinnen van de standaardinvoer, een per regel, en toont bij elke het plaatje dat erbij past.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms match [OPTIES] < zinnen.txt",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Voor elke regel een regel JSON: {\"sentence\": …, \"word\": …, \"concept\": …, \"pictogram\": …, \"source\": …},\nmet null waar niets past. Ontkent de zin het woord, dan staat er \"niet: \" voor het begrip en \"doorgestreept\" achter\nhet plaatje. Lege regels tellen niet mee.\nAfloop: 0 alles bekeken, 1 een of meer regels zijn geen UTF-8."
)]
pub(super) struct MatchArguments {
    /// Map van de organisatie, om ook haar sets te gebruiken, in haar volgorde
    #[arg(long, value_name = "MAP")]
    data: Option<PathBuf>,
    #[command(flatten)]
    _help: HelpFlag,
}

/// What is said of one sentence.
#[derive(Serialize)]
struct Matched<'a> {
    sentence: &'a str,
    word: Option<&'a str>,
    concept: Option<String>,
    pictogram: Option<String>,
    source: Option<&'a str>,
}

impl<'a> Matched<'a> {
    fn new(sentence: &'a str, found: Option<&'a Match>) -> Self {
        // Nobody may take the picture of what is not so for the plain one.
        let concept = |found: &Match| {
            let not = if found.crossed { "niet: " } else { "" };
            format!("{not}{}", found.concept)
        };
        let pictogram = |found: &Match| {
            let crossed = if found.crossed { " doorgestreept" } else { "" };
            format!("{}{crossed}", found.pictogram.name)
        };
        Self {
            sentence,
            word: found.map(|found| found.word.as_str()),
            concept: found.map(concept),
            pictogram: found.map(pictogram),
            source: found.map(|found| Library::source(&found.pictogram)),
        }
    }
}

/// Runs the command.
pub(super) fn run(arguments: &MatchArguments) -> Result<u8> {
    match &arguments.data {
        Some(data) => {
            let office = Office::open(data)?;
            let sets = office.provider.easy_read.sets.as_deref();
            tell(&office.library, sets.unwrap_or_default())
        }
        None => tell(&Library::embedded()?, &[]),
    }
}

/// Tells the picture of each sentence.
fn tell(library: &Library, sets: &[Id]) -> Result<u8> {
    let wishes = Wishes { sets, never: &[] };
    sentences::each(|sentence| {
        if !sentence.trim().is_empty() {
            let found = library.find(sentence, &wishes);
            let matched = Matched::new(sentence, found.as_ref());
            printer::data(&serde_json::to_string(&matched)?);
        }
        Ok(())
    })
}
