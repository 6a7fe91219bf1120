//! `drieluik pictograms import`: brings a set in that the organisation is licensed for.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use super::super::args::{HelpFlag, TEMPLATE};
use super::super::place::DataOption;
use super::super::{DONE, NOT_IN_ORDER, SOME_FAILED, printer};
use super::check_data;
use crate::dossier::identifier::Id;
use crate::pictogram::OWN;
use crate::pictogram::import::{ImportError, Imported, Kind, Refused, Request, import};

/// Refused pictures that are told one by one.
const MOST_TOLD: usize = 20;

/// Zet een set pictogrammen waar uw organisatie een licentie voor heeft in de map pictogrammen.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms import SOORT MAP [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Soorten:
  arasaac   map met de Nederlandse JSON van arasaac.org en de plaatjes <nummer>.png of .svg
  mulberry  uitgepakt zip-bestand met symbol-info.csv en de SVG's; Nederlandse woorden met --words
  openmoji  npm-pakket openmoji; Nederlandse woorden met --words en npm-pakket cldr-annotations-full
  sclera    map met PNG's die naar het Nederlandse woord heten
  folder    eigen map met SVG's of PNG's die naar het woord heten; met --name, --licence en --credit

Een map bij --words kan ook een woorden.csv hebben: op elke regel de naam van een plaatje en
daarachter de woorden, zoals bus;bus;autobus.

Een set die er al is, wordt in zijn geheel vervangen. Elk plaatje wordt schoongemaakt; wat niet
gebruikt kan worden, blijft erbuiten en wordt genoemd.

Afloop: 0 de set staat klaar, 1 de set is geweigerd, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct ImportArguments {
    /// Welke soort set het is
    #[arg(
        value_name = "SOORT",
        help_heading = "Set",
        hide_possible_values = true
    )]
    kind: KindWord,
    /// De map van de set
    #[arg(value_name = "MAP", help_heading = "Set")]
    path: PathBuf,
    /// Map met Nederlandse woorden bij de set
    #[arg(long, value_name = "MAP")]
    words: Option<PathBuf>,
    /// Hoe de set gaat heten; anders zoals de soort
    #[arg(long, value_name = "NAAM")]
    name: Option<String>,
    /// De licentie waaronder uw organisatie de set gebruikt
    #[arg(long, value_name = "TEKST")]
    licence: Option<String>,
    /// Een zin over de makers, voor in de documenten
    #[arg(long, value_name = "ZIN")]
    credit: Option<String>,
    /// Neem ook plaatjes over seks en geweld mee
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// The words of the kinds.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindWord {
    Arasaac,
    Mulberry,
    Openmoji,
    Sclera,
    Folder,
}

impl From<KindWord> for Kind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::Arasaac => Self::Arasaac,
            KindWord::Mulberry => Self::Mulberry,
            KindWord::Openmoji => Self::Openmoji,
            KindWord::Sclera => Self::Sclera,
            KindWord::Folder => Self::Folder,
        }
    }
}

/// Runs the command.
pub(super) fn run(arguments: &ImportArguments) -> Result<u8> {
    let kind = Kind::from(arguments.kind);
    check_data(&arguments.data.folder())?;
    let name = name(kind, arguments)?;
    let request = Request {
        kind,
        path: &arguments.path,
        words: arguments.words.as_deref(),
        name: name.clone(),
        licence: given(arguments.licence.as_deref()),
        makers: given(arguments.credit.as_deref()),
        all: arguments.all,
        data: &arguments.data.folder(),
    };
    let bar = ProgressBar::new(0).with_style(
        ProgressStyle::with_template("{bar:30} {pos} van {len} plaatjes")
            .expect("the template is right"),
    );
    let progress = |done, of| {
        bar.set_length(u64::try_from(of).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    };
    let result = import(&request, &progress);
    bar.finish_and_clear();
    match result {
        Ok(imported) => {
            tell(name.as_str(), &imported);
            Ok(DONE)
        }
        Err(error) => Ok(explain(&error)),
    }
}

/// The name of the set, which will be that of its folder.
fn name(kind: Kind, arguments: &ImportArguments) -> Result<Id> {
    if kind == Kind::Folder {
        let missing: Vec<_> = [
            ("--name", &arguments.name),
            ("--licence", &arguments.licence),
            ("--credit", &arguments.credit),
        ]
        .into_iter()
        .filter(|(_, value)| given(value.as_deref()).is_none())
        .map(|(option, _)| option)
        .collect();
        if !missing.is_empty() {
            bail!(
                "bij een eigen map ontbreekt {}; de licentie en de makers komen in elk document, \
                 zoals --licence \"CC BY-NC\" --credit \"De pictogrammen zijn van …\"",
                missing.join(" en ")
            );
        }
    }
    let name = arguments.name.as_deref().unwrap_or(kind.word());
    match name.parse::<Id>() {
        Ok(id) if id.as_str() != OWN => Ok(id),
        Ok(_) => bail!("--name: de naam eigen is van de ingebouwde plaatjes; kies een andere"),
        Err(()) => bail!("--name: `{name}` kan niet; gebruik kleine letters, cijfers en streepjes"),
    }
}

/// A text that somebody really gave.
fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Says what came in.
fn tell(name: &str, imported: &Imported) {
    tell_refused(&imported.refused);
    for note in &imported.notes {
        printer::talk(&format!("let op: {note}."));
    }
    if imported.licence.to_uppercase().contains("-NC") {
        printer::talk(&format!(
            "let op: {} staat geen commercieel gebruik toe; kijk of dat bij uw organisatie past.",
            imported.licence
        ));
    }
    let place = format!("pictogrammen/{name}");
    printer::talk(&format!(
        "{place}: {} met {} en {}.{}",
        printer::plural(imported.pictures, "plaatje", "plaatjes"),
        printer::plural(imported.words, "woord", "woorden"),
        printer::plural(imported.search_words, "zoekwoord", "zoekwoorden"),
        if imported.replaced {
            " De set die er was, is vervangen."
        } else {
            ""
        }
    ));
    printer::talk(&format!(
        "Zet de set in aanbieder.toml of in een plan op haar plaats: [makkelijk_lezen] sets = \
         [\"{name}\", \"eigen\"]"
    ));
}

/// Names what stayed out, with the reasons.
fn tell_refused(refused: &[Refused]) {
    for one in refused.iter().take(MOST_TOLD) {
        printer::talk(&format!("geweigerd: {}: {}", one.file, one.reason));
    }
    if refused.len() > MOST_TOLD {
        let more = printer::plural(
            refused.len() - MOST_TOLD,
            "ander plaatje",
            "andere plaatjes",
        );
        printer::talk(&format!("geweigerd: en nog {more}"));
    }
}

/// Says why nothing came in.
fn explain(error: &ImportError) -> u8 {
    match error {
        ImportError::Refused { refused, .. } => {
            tell_refused(refused);
            printer::talk(&format!("fout: {error}"));
            printer::talk("hint: haal de set opnieuw op, of verbeter de plaatjes");
            SOME_FAILED
        }
        ImportError::Shape { hint, .. } => {
            printer::talk(&format!("fout: {error}"));
            printer::talk(&format!("hint: {hint}"));
            SOME_FAILED
        }
        ImportError::Unprintable { .. } => {
            printer::talk(&format!("fout: {error}"));
            printer::talk("hint: schrijf gewone letters, ten hoogste 300 tekens");
            NOT_IN_ORDER
        }
        ImportError::Write(_) => {
            printer::talk(&format!("fout: {error}"));
            NOT_IN_ORDER
        }
    }
}
