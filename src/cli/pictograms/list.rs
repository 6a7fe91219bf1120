//! `drieluik pictograms list`: which sets there are, or which pictures a set has.

use anyhow::Result;
use clap::Args;
use serde_json::json;

use super::super::args::{FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::super::place::DataOption;
use super::super::{DONE, printer};
use super::{VERSION, packs};
use crate::pictogram::pack::{self, Language, Pack, PackPicture, UnknownSet};
use crate::pictogram::{BUILT_IN_LICENCE, Library, OWN};

/// Toont de sets pictogrammen, of met --set de plaatjes van een set.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms list [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties"
)]
pub(super) struct ListArguments {
    /// Toon elk plaatje van deze set; eigen is de ingebouwde
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
pub(super) fn run(arguments: &ListArguments) -> Result<u8> {
    let packs = packs(&arguments.data.folder())?;
    let format = arguments.format.message_format;
    match arguments.set.as_deref() {
        None => sets(&packs, format)?,
        Some(OWN) => own(format)?,
        Some(name) => {
            UnknownSet::check(name, packs.iter())?;
            let pack = packs.iter().find(|pack| pack.name.as_str() == name);
            for picture in pack.into_iter().flat_map(|pack| &pack.pictures) {
                show(name, picture, format);
            }
        }
    }
    Ok(DONE)
}

/// One line for each set.
fn sets(packs: &[Pack], format: MessageFormat) -> Result<()> {
    let library = Library::embedded()?;
    let credit = Library::built_in_credits().join(" ");
    let line = |name: &str, pictures: usize, words: usize, more: &str| {
        printer::data(&format!(
            "{name}: {}, {}; {more}",
            printer::plural(pictures, "plaatje", "plaatjes"),
            printer::plural(words, "woord", "woorden"),
        ));
    };
    let own = (library.own_pictures().len(), library.words().count());
    match format {
        MessageFormat::Human => line(OWN, own.0, own.1, &credit),
        MessageFormat::Json => printer::data(
            &json!({
                "type": "set",
                "version": VERSION,
                "set": OWN,
                "title": "drieluik",
                "pictures": own.0,
                "words": own.1,
                "search_words": 0,
                "language": "nl",
                "licence": BUILT_IN_LICENCE,
                "credit": credit,
            })
            .to_string(),
        ),
    }
    for pack in packs {
        let words = pack.pictures.iter().map(|one| one.words.len()).sum();
        let search = pack.pictures.iter().map(|one| one.search_words.len());
        let search: usize = search.sum();
        match format {
            MessageFormat::Human => {
                let english = if pack.language == Language::English {
                    "Engels, dus alleen om te zoeken; "
                } else {
                    ""
                };
                let search = printer::plural(search, "zoekwoord", "zoekwoorden");
                let more = format!("{search}; {english}{}", pack.credit);
                line(pack.name.as_str(), pack.pictures.len(), words, &more);
            }
            MessageFormat::Json => printer::data(
                &json!({
                    "type": "set",
                    "version": VERSION,
                    "set": pack.name.as_str(),
                    "title": pack.title,
                    "pictures": pack.pictures.len(),
                    "words": words,
                    "search_words": search,
                    "language": pack.language.word(),
                    "licence": pack.licence,
                    "credit": pack.credit,
                })
                .to_string(),
            ),
        }
    }
    Ok(())
}

/// One line for each built-in picture.
fn own(format: MessageFormat) -> Result<()> {
    let library = Library::embedded()?;
    for (name, shows) in library.own_pictures() {
        let shows = shows.join(", ");
        match format {
            MessageFormat::Human => printer::data(&format!("{name}: {shows}")),
            MessageFormat::Json => printer::data(
                &json!({
                    "type": "pictogram",
                    "version": VERSION,
                    "set": OWN,
                    "name": name,
                    "file": null,
                    "words": [],
                    "search_words": [],
                    "meaning": shows,
                })
                .to_string(),
            ),
        }
    }
    Ok(())
}

/// One picture with its words.
fn show(set: &str, picture: &PackPicture, format: MessageFormat) {
    let words: Vec<_> = picture
        .words
        .iter()
        .map(|word| word.text.as_str())
        .collect();
    match format {
        MessageFormat::Human => {
            let search = if picture.search_words.is_empty() {
                String::new()
            } else {
                format!(" (zoeken: {})", picture.search_words.join(", "))
            };
            printer::data(&format!("{}: {}{search}", picture.name, words.join(", ")));
        }
        MessageFormat::Json => printer::data(
            &json!({
                "type": "pictogram",
                "version": VERSION,
                "set": set,
                "name": picture.name,
                "file": file(set, &picture.file_name()),
                "words": words,
                "search_words": picture.search_words,
                "meaning": picture.meaning,
            })
            .to_string(),
        ),
    }
}

/// Where a picture lies, from the data folder.
pub(super) fn file(set: &str, name: &str) -> String {
    format!("{}/{set}/{name}", pack::FOLDER)
}
