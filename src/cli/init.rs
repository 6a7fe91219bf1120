//! `drieluik init`: makes a folder to begin with, or one full of fictional clients.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use super::args::{HelpFlag, TEMPLATE};
use super::{DONE, NOT_IN_ORDER, printer, schema, today};
use crate::intake::{self, README};
use crate::sample::{MOST_CLIENTS, Sample, SampleFile};
use crate::store::{self, NewData};

/// Maakt een map om mee te beginnen: de organisatie, een voorbeeld en een leeg plan.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik init MAP [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Maakt MAP/data, MAP/out en MAP/LEESMIJ.txt, en schrijft nooit ergens overheen. Met --clients staan er verzonnen cliënten in data, om te proberen of om mee te meten: hetzelfde zaad, dezelfde dag en hetzelfde programma geven dezelfde bestanden; meer cliënten veranderen niets aan de eerste."
)]
pub(super) struct InitArguments {
    /// Map waarin data, out en LEESMIJ.txt komen; andere bestanden mogen er al staan
    #[arg(value_name = "MAP", help_heading = "Map")]
    folder: PathBuf,
    /// Maak zoveel verzonnen cliënten, van 1 tot en met 100000
    #[arg(long, value_name = "AANTAL", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_CLIENTS)))]
    clients: Option<u32>,
    /// Waaruit het toeval komt, een getal; anders 1
    #[arg(
        long,
        value_name = "ZAAD",
        default_value_t = 1,
        hide_default_value = true
    )]
    seed: u64,
    /// De dag waar de plannen omheen liggen (JJJJ-MM-DD); anders vandaag
    #[arg(long, value_name = "DATUM")]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: &InitArguments) -> Result<u8> {
    let folder = &arguments.folder;
    if let Some(taken) = taken(folder) {
        printer::talk(&format!("fout: {} is er al", taken.display()));
        printer::talk("hint: kies een map waarin dit nog niet staat; er is niets geschreven");
        return Ok(NOT_IN_ORDER);
    }
    let today = today::today(arguments.date)?;
    let sample = Sample::new(arguments.seed, today);
    let data = folder.join("data");
    let readme = intake::readme(arguments.clients)?;
    let written = match arguments.clients {
        Some(clients) => write(&sample, folder, clients, &readme),
        None => begin(&intake::begin(&sample, today.civil())?, folder, &readme),
    };
    if let Err(error) = written {
        bail!(
            "{} kan niet gemaakt worden: {}",
            data.display(),
            store::dutch(&error)
        );
    }
    schema::set_up(folder)?;
    let what = match arguments.clients {
        Some(clients) => format!(
            "{} met een plan",
            printer::plural(
                usize::try_from(clients)?,
                "verzonnen cliënt",
                "verzonnen cliënten"
            )
        ),
        None => "een verzonnen organisatie, een ingevuld voorbeeld en een leeg plan".to_owned(),
    };
    printer::talk(&format!("{}: {what}.", data.display()));
    printer::talk(&format!(
        "hint: maak de documenten met cd {} && drieluik render",
        folder.display()
    ));
    printer::talk(&format!("hint: {README} zegt wat waar staat"));
    Ok(DONE)
}

/// What stands where something is to be made. An empty folder `out` is as good as none.
fn taken(folder: &Path) -> Option<PathBuf> {
    let names = ["data", README];
    let mut paths = names.map(|name| folder.join(name)).into_iter();
    let out = folder.join("out");
    let is_in_use = store::is_there(&out) && !store::is_empty_folder(&out);
    paths
        .find(|path| store::is_there(path))
        .or_else(|| is_in_use.then_some(out))
}

/// Writes what an organisation begins with.
fn begin(files: &[SampleFile], folder: &Path, readme: &str) -> std::io::Result<()> {
    let data = NewData::within(folder)?;
    for file in files {
        match file.path.strip_suffix('/') {
            Some(empty) => data.folder(empty)?,
            None => data.write(&file.path, &file.bytes)?,
        }
    }
    data.put_in_place(README, readme.as_bytes())
}

/// Writes client by client, so that memory doesn't grow with their number.
fn write(sample: &Sample, folder: &Path, clients: u32, readme: &str) -> std::io::Result<()> {
    let data = NewData::within(folder)?;
    let organisation = sample.organisation();
    let clients = (0..clients).flat_map(|index| sample.client(index));
    for file in organisation.into_iter().chain(clients) {
        data.write(&file.path, &file.bytes)?;
    }
    data.put_in_place(README, readme.as_bytes())
}
