//! `drieluik view`: prints what the template of a document sees, as JSON.

use anyhow::Result;
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::args::{DateOption, Documents, HelpFlag, TEMPLATE};
use super::place::DataOption;
use super::render::RenditionName;
use super::{DONE, NOT_IN_ORDER, SOME_FAILED, failure, printer, today};
use crate::batch::{self, ViewError, ViewRequest};

/// Toont wat het sjabloon van een document te zien krijgt, als JSON.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik view CLIENT SOORT [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Let op: hier staat in wat het document over de cliënt vertelt. Het komt alleen op de standaarduitvoer; deel het niet, en bewaar het niet langer dan nodig.\nBij family zonder --relative komen alle exemplaren in één object, met de naam van het bestand als sleutel.\nAfloop: 0 getoond, 1 er is niets te tonen, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct ViewArguments {
    /// Cliëntnummer
    #[arg(value_name = "CLIENT", help_heading = "Document")]
    client: String,
    /// De soort: formal, family, easy-read, evaluation, easy-evaluation, sheets, explain of
    /// questions; of in het Nederlands, zoals bij drieluik render --only
    #[arg(
        value_name = "SOORT",
        help_heading = "Document",
        value_parser = Documents::<RenditionName>::default(),
        hide_possible_values = true
    )]
    rendition: RenditionName,
    /// Alleen het familie-exemplaar van de persoon met dit nummer
    #[arg(long, value_name = "N")]
    relative: Option<u32>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    date: DateOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: ViewArguments) -> Result<u8> {
    let is_family = arguments.rendition == RenditionName::Family;
    if arguments.relative.is_some() && !is_family {
        anyhow::bail!("--relative kiest een familie-exemplaar, maar er is geen family gevraagd");
    }
    let word = arguments.rendition.to_possible_value();
    let request = ViewRequest {
        data: arguments.data.folder(),
        client: arguments.client,
        rendition: word.map_or_else(String::new, |word| word.get_name().to_owned()),
        relative: arguments.relative,
        today: today::today(arguments.date.date)?,
    };
    let views = match batch::views(&request) {
        Ok(views) => views,
        Err(error) => return Ok(tell(&request, &error)),
    };
    let mut seen = serde_json::Map::new();
    for document in views {
        match document.view {
            Ok(view) => {
                seen.insert(document.file_name, view);
            }
            Err(reason) => printer::talk(&format!(
                "{}: {} wordt niet gemaakt: {reason}",
                request.client, document.file_name
            )),
        }
    }
    if seen.is_empty() {
        let (client, rendition) = (&request.client, &request.rendition);
        printer::talk(&format!("{client}: van {rendition} is er niets te tonen"));
        return Ok(SOME_FAILED);
    }
    let is_keyed = is_family && request.relative.is_none();
    for view in if is_keyed {
        vec![Value::Object(seen)]
    } else {
        seen.into_iter().map(|(_, view)| view).collect()
    } {
        printer::data(&format!("{view:#}"));
    }
    Ok(DONE)
}

/// Says why there is no view, and the way out.
fn tell(request: &ViewRequest, error: &ViewError) -> u8 {
    match error {
        ViewError::Office(error) => failure::tell(error),
        ViewError::Dossier(findings) => {
            findings.iter().for_each(printer::finding);
            printer::talk(&format!("fout: {error}"));
            printer::talk(&format!(
                "hint: drieluik check {} zegt meer",
                request.client
            ));
            return SOME_FAILED;
        }
        ViewError::Phrase(_) => printer::talk(&format!("fout: {error}")),
        ViewError::UnknownRelative(_) => {
            printer::talk(&format!("fout: {error}"));
            printer::talk("hint: kijk in plan.toml naar nummer bij [[netwerk]]");
        }
    }
    NOT_IN_ORDER
}
