//! `drieluik info`: what this program is, what it finds here, and where its limits are.

use std::path::Path;

use anyhow::Result;
use clap::Args;
use serde_json::{Value, json};

use super::args::{FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::place::{DataOption, OutOption};
use super::{DONE, printer};
use crate::check::Office;
use crate::dossier;
use crate::font;
use crate::pictogram::photo;
use crate::pictogram::{BUILT_IN_LICENCE, Library, OWN};
use crate::rendition::Format;
use crate::template::Overlay;
use crate::typeset;

/// Toont versie, lettertypen, formaten, sets, mappen en grenzen.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik info [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties"
)]
pub(super) struct InfoArguments {
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    out: OutOption,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// The form of the JSON.
const VERSION: u32 = 1;
/// The digest of all that this program was built from.
pub(super) const BUILD: &str = env!("DRIELUIK_BUILD");

/// Runs the command.
pub(super) fn run(arguments: &InfoArguments) -> Result<u8> {
    let data = arguments.data.folder();
    let info = info(&data, &arguments.out.folder(Some(&arguments.data)))?;
    match arguments.format.message_format {
        MessageFormat::Json => printer::data(&info.to_string()),
        MessageFormat::Human => {
            tell(&info);
            if info["data"]["found"] != json!(true) {
                printer::talk(&format!(
                    "hint: in {} staat geen aanbieder.toml die gelezen kan worden; drieluik check zegt meer, en drieluik init MAP maakt een nieuwe organisatie",
                    data.display()
                ));
            }
        }
    }
    Ok(DONE)
}

fn info(data: &Path, out: &Path) -> Result<Value> {
    let library = Library::embedded()?;
    let mut sets = vec![json!({
        "name": OWN,
        "title": "drieluik",
        "pictures": library.own_pictures().len(),
        "licence": BUILT_IN_LICENCE,
    })];
    let office = Office::open(data).ok();
    let packs = office.iter().flat_map(|office| office.library.packs());
    sets.extend(packs.map(|pack| {
        json!({
            "name": pack.name.as_str(),
            "title": pack.title,
            "pictures": pack.pictures.len(),
            "licence": pack.licence,
        })
    }));
    let none = Overlay::default();
    let formats = Format::names(office.as_ref().map_or(&none, |office| &office.overlay));
    let clients = office.as_ref().map(|office| office.clients().0.len());
    Ok(json!({
        "type": "info",
        "version": VERSION,
        "program": {
            "version": env!("CARGO_PKG_VERSION"),
            "build": BUILD,
            "typesetter": typeset::TYPST,
            "standards": typeset::STANDARDS,
        },
        "fonts": font::names(),
        "formats": formats,
        "sets": sets,
        "data": {
            "folder": data,
            "found": office.is_some(),
            "clients": clients,
        },
        "out": { "folder": out },
        "limits": {
            "seconds_per_document": super::render::SECONDS,
            "mib_per_document": super::render::MIB_PER_DOCUMENT,
            "mib_per_file": dossier::load::MAX_FILE / MIB,
            "mib_per_photo": dossier::load::MAX_PHOTO / MIB,
            "photo_side": photo::MOST_SIDE,
            "photo_pixels": photo::MOST_PIXELS,
            "characters_per_text": dossier::value::MAX_TEXT,
        },
    }))
}

/// Bytes in a mebibyte.
const MIB: u64 = 1024 * 1024;

/// The same for people.
fn tell(info: &Value) {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let list = |value: &Value| {
        let items = value.as_array().into_iter().flatten();
        items.map(text).collect::<Vec<_>>().join(", ")
    };
    let line = |label: &str, value: String| printer::data(&format!("{label:<14}{value}"));
    let (program, limits) = (&info["program"], &info["limits"]);
    line(
        "programma",
        format!(
            "drieluik {}, bouw {}",
            text(&program["version"]),
            text(&program["build"])
        ),
    );
    line(
        "opmaak",
        format!(
            "typst {}; {}",
            text(&program["typesetter"]),
            list(&program["standards"])
        ),
    );
    line("lettertypen", list(&info["fonts"]));
    line("formaten", list(&info["formats"]));
    for set in info["sets"].as_array().into_iter().flatten() {
        line(
            "set",
            format!(
                "{}: {} plaatjes; {}",
                text(&set["name"]),
                set["pictures"],
                text(&set["licence"])
            ),
        );
    }
    let data = &info["data"];
    let clients = data["clients"]
        .as_u64()
        .map(|count| usize::try_from(count).unwrap_or(usize::MAX))
        .map_or_else(
            || "niet te lezen".to_owned(),
            |count| printer::plural(count, "cliënt", "cliënten"),
        );
    line("gegevens", format!("{}: {clients}", text(&data["folder"])));
    line("uitvoer", text(&info["out"]["folder"]));
    line(
        "grenzen",
        format!(
            "{} s en {} MiB per document; bestanden tot {} MiB, foto's tot {} MiB en {} megapixel; teksten tot {} tekens",
            limits["seconds_per_document"],
            limits["mib_per_document"],
            limits["mib_per_file"],
            limits["mib_per_photo"],
            photo::MOST_PIXELS / 1_000_000,
            limits["characters_per_text"]
        ),
    );
}
