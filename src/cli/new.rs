//! `drieluik new`: adds a client with an empty plan.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::args::{HelpFlag, TEMPLATE};
use super::place::DataOption;
use super::{DONE, NOT_IN_ORDER, failure, printer, today};
use crate::dossier::code::{Law, PlanKind};
use crate::intake::{self, NewClientError, NewClientRequest};
use crate::store;

/// Maakt een map met een leeg plan voor een nieuwe cliënt.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik new CLIENT --kind SOORT [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Maakt plan.toml, met bij elk onderdeel wat er komt te staan, en een lege map fotos. Vervang daarin overal INVULLEN; check zegt wat er nog ontbreekt."
)]
pub(super) struct NewArguments {
    /// Cliëntnummer: letters, cijfers, - en _, zoals C-2001
    #[arg(value_name = "CLIENT", help_heading = "Cliënt")]
    client: String,
    /// Soort plan: ondersteuningsplan, zorgleefplan of begeleidingsplan
    #[arg(long, value_name = "SOORT", hide_possible_values = true)]
    kind: Kind,
    /// Wet: wmo, wlz, jeugdwet of zvw; anders wmo, wlz en zvw, naar het soort plan
    #[arg(long, value_name = "WET", hide_possible_values = true)]
    law: Option<LawWord>,
    /// Map onder clienten, zoals lindenhof; anders clienten zelf
    #[arg(long, value_name = "MAP")]
    location: Option<PathBuf>,
    #[command(flatten)]
    data: DataOption,
    /// De dag waar de datums in het plan omheen liggen (JJJJ-MM-DD); anders vandaag
    #[arg(long, value_name = "DATUM")]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    _help: HelpFlag,
}

/// The words of `--kind`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Ondersteuningsplan,
    Zorgleefplan,
    Begeleidingsplan,
}

/// The words of `--law`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LawWord {
    Wmo,
    Wlz,
    Jeugdwet,
    Zvw,
}

/// Runs the command.
pub(super) fn run(arguments: NewArguments) -> Result<u8> {
    let request = NewClientRequest {
        data: arguments.data.folder(),
        client: arguments.client,
        kind: match arguments.kind {
            Kind::Ondersteuningsplan => PlanKind::Support,
            Kind::Zorgleefplan => PlanKind::CareLife,
            Kind::Begeleidingsplan => PlanKind::Guidance,
        },
        law: arguments.law.map(|law| match law {
            LawWord::Wmo => Law::Wmo,
            LawWord::Wlz => Law::Wlz,
            LawWord::Jeugdwet => Law::Youth,
            LawWord::Zvw => Law::Zvw,
        }),
        location: arguments.location,
        today: today::today(arguments.date)?,
    };
    let (folder, plan) = match intake::draft(&request) {
        Ok(made) => made,
        Err(error) => {
            tell(&error);
            return Ok(NOT_IN_ORDER);
        }
    };
    if let Err(error) = store::new_client(&folder, &plan) {
        bail!(
            "{} kan niet gemaakt worden: {}",
            folder.path.display(),
            store::dutch(&error)
        );
    }
    let file = folder.path.join("plan.toml");
    printer::data(&file.display().to_string());
    printer::talk(&format!(
        "hint: vul dit bestand in; wat nog ontbreekt, zegt drieluik check {}",
        folder.id
    ));
    Ok(DONE)
}

fn tell(error: &NewClientError) {
    let hint = match error {
        NewClientError::Office(error) => return failure::tell(error),
        NewClientError::Number(_) => "een cliëntnummer is bijvoorbeeld C-2001",
        NewClientError::Exists(_) => {
            "kies een ander nummer; hoofdletters maken geen verschil, en een nummer komt maar één keer voor"
        }
        NewClientError::Place(_) => "kies met --location een andere map onder clienten",
        NewClientError::Unreadable(findings) => {
            findings.iter().for_each(printer::finding);
            "meld dit"
        }
        NewClientError::Template(_) => "meld dit",
    };
    printer::talk(&format!("fout: {error}"));
    printer::talk(&format!("hint: {hint}"));
}
