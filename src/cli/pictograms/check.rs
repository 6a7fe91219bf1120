//! `drieluik pictograms check`: looks through the sets for what would go wrong in documents.

use anyhow::Result;
use clap::Args;
use serde_json::json;

use super::super::args::{FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::super::place::DataOption;
use super::super::{DONE, SOME_FAILED, printer};
use super::{VERSION, check_data};
use crate::pictogram::pack::{self, Flaw, UnknownSet, audit};
use crate::pictogram::{Library, OWN};

/// Remarks of a set that are told one by one.
const MOST_TOLD: usize = 50;

/// Kijkt de sets na: onleesbaar, te groot, dubbel, zonder licentie of zonder bestand.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms check [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 geen fouten, 1 wel, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct CheckArguments {
    /// Kijk alleen deze set na
    #[arg(long, value_name = "NAAM")]
    set: Option<String>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(super) fn run(arguments: &CheckArguments) -> Result<u8> {
    check_data(&arguments.data.folder())?;
    let format = arguments.format.message_format;
    let (packs, findings) = pack::open_all(&arguments.data.folder());
    let wanted = |name: &str| arguments.set.as_ref().is_none_or(|set| set == name);
    // A set that can't be read has no name here, so a mistake is told whichever set is asked for.
    if let Some(set) = &arguments.set
        && findings.is_empty()
    {
        UnknownSet::check(set, packs.iter())?;
    }
    match format {
        MessageFormat::Human => findings.iter().for_each(printer::finding),
        MessageFormat::Json => findings.iter().for_each(|finding| {
            let mut line = printer::finding_json(finding);
            line["type"] = json!("finding");
            line["version"] = json!(VERSION);
            printer::data(&line.to_string());
        }),
    }
    let (mut sets, mut errors, mut warnings) = (0, findings.len(), 0);
    let mut tell = |set: &str, pictures: usize, flaws: &[Flaw]| {
        sets += 1;
        let wrong = flaws.iter().filter(|flaw| flaw.kind.is_error()).count();
        errors += wrong;
        warnings += flaws.len() - wrong;
        show(set, pictures, flaws, format);
    };
    if wanted(OWN) {
        let library = Library::embedded()?;
        tell(OWN, library.own_pictures().len(), &library.audit());
    }
    for pack in packs.iter().filter(|pack| wanted(pack.name.as_str())) {
        tell(pack.name.as_str(), pack.pictures.len(), &audit(pack));
    }
    match format {
        MessageFormat::Human => printer::talk(&format!(
            "{} nagekeken: {}, {}.",
            printer::plural(sets, "set", "sets"),
            printer::plural(errors, "fout", "fouten"),
            printer::plural(warnings, "waarschuwing", "waarschuwingen"),
        )),
        MessageFormat::Json => printer::data(
            &json!({
                "type": "summary",
                "version": VERSION,
                "sets": sets,
                "errors": errors,
                "warnings": warnings,
            })
            .to_string(),
        ),
    }
    Ok(if errors > 0 { SOME_FAILED } else { DONE })
}

/// What is wrong with one set.
fn show(set: &str, pictures: usize, flaws: &[Flaw], format: MessageFormat) {
    let severity = |flaw: &Flaw| {
        if flaw.kind.is_error() {
            "fout"
        } else {
            "waarschuwing"
        }
    };
    if format == MessageFormat::Json {
        for flaw in flaws {
            let line = json!({
                "type": "flaw",
                "version": VERSION,
                "set": set,
                "file": flaw.file,
                "kind": flaw.kind.code(),
                "severity": severity(flaw),
                "message": flaw.message,
            });
            printer::data(&line.to_string());
        }
        return;
    }
    // Mistakes first: a long list of double words may not hide them.
    let mut flaws: Vec<_> = flaws.iter().collect();
    flaws.sort_by_key(|flaw| !flaw.kind.is_error());
    for flaw in flaws.iter().take(MOST_TOLD) {
        let (file, message) = (&flaw.file, &flaw.message);
        printer::data(&format!("{}: {set}/{file}: {message}", severity(flaw)));
    }
    if flaws.len() > MOST_TOLD {
        let more = flaws.len() - MOST_TOLD;
        printer::data(&format!(
            "{set}: en nog {}; alles staat er met --message-format json",
            printer::plural(more, "opmerking", "opmerkingen")
        ));
    }
    printer::talk(&format!(
        "{set}: {} nagekeken",
        printer::plural(pictures, "plaatje", "plaatjes")
    ));
}
