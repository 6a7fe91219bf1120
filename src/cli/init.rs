//! `drieluik init`: makes an organisation of fictional clients.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use super::args::{HelpFlag, TEMPLATE};
use super::{DONE, NOT_IN_ORDER, printer, today};
use crate::sample::{MOST_CLIENTS, Sample};
use crate::store::{self, NewData};

/// Maakt een organisatie van verzonnen cliënten, om te proberen of om mee te meten.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik init MAP --clients AANTAL [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Maakt MAP/data, die er nog niet mag zijn, en MAP/out. Hetzelfde zaad, dezelfde dag en hetzelfde programma geven dezelfde bestanden; meer cliënten veranderen niets aan de eerste."
)]
pub(super) struct InitArguments {
    /// Map waarin data en out komen
    #[arg(value_name = "MAP", help_heading = "Map")]
    folder: PathBuf,
    /// Hoeveel cliënten, van 1 tot en met 100000
    #[arg(long, value_name = "AANTAL", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_CLIENTS)))]
    clients: u32,
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
    let data = folder.join("data");
    if store::is_there(&data) {
        printer::talk(&format!("fout: {} is er al", data.display()));
        printer::talk("hint: kies een map waarin nog geen data staat");
        return Ok(NOT_IN_ORDER);
    }
    let sample = Sample::new(arguments.seed, today::today(arguments.date)?);
    if let Err(error) = write(&sample, folder, arguments.clients) {
        bail!(
            "{} kan niet gemaakt worden: {}",
            data.display(),
            store::dutch(&error)
        );
    }
    printer::talk(&format!(
        "{}: {} met een plan.",
        data.display(),
        printer::plural(
            usize::try_from(arguments.clients)?,
            "verzonnen cliënt",
            "verzonnen cliënten"
        )
    ));
    printer::talk(&format!(
        "hint: maak de documenten met cd {} && drieluik render",
        folder.display()
    ));
    Ok(DONE)
}

/// Writes client by client, so that memory doesn't grow with their number.
fn write(sample: &Sample, folder: &Path, clients: u32) -> std::io::Result<()> {
    let data = NewData::within(folder)?;
    let organisation = sample.organisation();
    let clients = (0..clients).flat_map(|index| sample.client(index));
    for file in organisation.into_iter().chain(clients) {
        data.write(&file.path, &file.bytes)?;
    }
    data.put_in_place()
}
