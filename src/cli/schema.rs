//! `drieluik schema`: what may stand in the files, for editors and for people.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::args::{HelpFlag, TEMPLATE};
use super::{DONE, NOT_IN_ORDER, printer};
use crate::check;
use crate::dossier::schema::DataFile;
use crate::store::{self, Put};

/// Toont wat er in een bestand kan staan, als JSON Schema; zonder bestand een lijst.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik schema [OPTIES] [BESTAND]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Een editor die JSON Schema kent, vult met deze bestanden sleutels aan, legt ze uit en onderstreept fouten tijdens het typen: VS Code met Even Better TOML, of een andere editor met taplo."
)]
pub(super) struct SchemaArguments {
    /// Het bestand: plan, evaluatie, rapportage, plan-van-aanpak of aanbieder
    #[arg(
        value_name = "BESTAND",
        help_heading = "Bestand",
        hide_possible_values = true
    )]
    file: Option<DataFile>,
    /// Toon alle bestanden en sleutels als Markdown
    #[arg(long, conflicts_with = "file")]
    markdown: bool,
    /// Zet de schema's en de instellingen van de editor in de map van een organisatie; wat er van een
    /// ander staat, blijft zo
    #[arg(long, value_name = "MAP", conflicts_with_all = ["file", "markdown"])]
    write: Option<PathBuf>,
    #[command(flatten)]
    _help: HelpFlag,
}

impl ValueEnum for DataFile {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    /// Its word, or the name of the file itself.
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).alias(self.file_name()))
    }
}

/// Runs the command.
pub(super) fn run(arguments: &SchemaArguments) -> Result<u8> {
    if let Some(folder) = &arguments.write {
        return write(folder);
    }
    if arguments.markdown {
        printer::data(check::data_reference().trim_end());
    } else if let Some(file) = arguments.file {
        printer::data(&format!("{:#}", check::data_schema(file)));
    } else {
        for file in DataFile::ALL {
            printer::data(&format!("{:16} {}", file.word(), file.purpose()));
        }
        printer::talk(
            "hint: drieluik schema plan toont het schema; --markdown alles om te lezen; --write MAP zet het klaar voor een editor",
        );
    }
    Ok(DONE)
}

/// Writes the setup of the editor, and says what was left alone.
fn write(folder: &Path) -> Result<u8> {
    if !folder.is_dir() {
        printer::talk(&format!("fout: {} is geen map", folder.display()));
        printer::talk("hint: kies de map waarin data van de organisatie staat");
        return Ok(NOT_IN_ORDER);
    }
    let written = set_up(folder)?;
    printer::talk(&match written {
        0 => format!("{}: er is niets nieuws.", folder.display()),
        _ => format!(
            "{}: {} geschreven.",
            folder.display(),
            printer::plural(written, "bestand", "bestanden")
        ),
    });
    Ok(DONE)
}

/// Writes what an editor needs beside `data`, and says what was left alone; how many files were
/// written.
pub(super) fn set_up(folder: &Path) -> Result<usize> {
    let mut left = Vec::new();
    let mut written = 0;
    for (path, bytes) in check::editor_setup() {
        let target = folder.join(&path);
        match store::put_own(&target, &bytes, check::is_own_setup) {
            Ok(Put::Written) => written += 1,
            Ok(Put::AsItWas) => {}
            Ok(Put::LeftAlone) => left.push(target),
            Err(error) => bail!(
                "{} kan niet geschreven worden: {}",
                target.display(),
                store::dutch(&error)
            ),
        }
    }
    for path in &left {
        printer::talk(&format!(
            "{} is van iemand anders of is veranderd, en blijft zoals het is.",
            path.display()
        ));
    }
    if !left.is_empty() {
        printer::talk(
            "hint: geef het bestand een andere naam, doe drieluik schema --write MAP, en neem dan over wat u wilt houden",
        );
    }
    Ok(written)
}
