//! `drieluik pictograms search`: every picture of every set that goes with a word.

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;

use super::super::args::{DataOption, FormatOption, HelpFlag, MessageFormat, TEMPLATE};
use super::super::{DONE, SOME_FAILED, printer};
use super::list::file;
use super::{VERSION, packs};
use crate::pictogram::pack::{Likeness, Pack, Sought};
use crate::pictogram::{Library, OWN, Wishes};

/// Zoekt in alle sets de plaatjes bij een woord: het woord zelf, andere vormen en wat erop lijkt.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik pictograms search WOORD [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Afloop: 0 gevonden, 1 niets gevonden, 2 de opdracht of de omgeving is niet in orde."
)]
pub(super) struct SearchArguments {
    /// Het woord of de uitdrukking
    #[arg(value_name = "WOORD", help_heading = "Woord", required = true)]
    words: Vec<String>,
    #[command(flatten)]
    data: DataOption,
    #[command(flatten)]
    format: FormatOption,
    #[command(flatten)]
    _help: HelpFlag,
}

/// A picture that was found.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    likeness: Likeness,
    set: String,
    name: String,
    word: String,
    /// It never comes beside a sentence by itself.
    by_hand: bool,
    words: Vec<String>,
    file: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &SearchArguments) -> Result<u8> {
    let packs = packs(&arguments.data.data)?;
    let Some(sought) = Sought::new(&arguments.words.join(" ")) else {
        bail!("dit is geen woord om op te zoeken; schrijf er een van twee of meer letters");
    };
    let mut found = own(&Library::embedded()?, &sought);
    found.extend(packs.iter().flat_map(|pack| in_pack(pack, &sought)));
    // What is alike comes only where nothing is the same.
    found.sort();
    if found
        .first()
        .is_some_and(|first| first.likeness < Likeness::Near)
    {
        found.retain(|one| one.likeness < Likeness::Near);
    }
    for one in &found {
        show(one, arguments.format.message_format);
    }
    if found.is_empty() {
        printer::talk("Geen plaatje gevonden.");
    }
    Ok(if found.is_empty() { SOME_FAILED } else { DONE })
}

/// The built-in pictures, each by the word that is most alike.
fn own(library: &Library, sought: &Sought) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for word in library.words() {
        let Some((likeness, _)) = sought.likeness(std::iter::once(word)) else {
            continue;
        };
        let Some(shown) = library.by_word(word, &Wishes::default()) else {
            continue;
        };
        let known = found
            .iter_mut()
            .find(|one| one.name == shown.pictogram.name);
        match known {
            Some(known) if known.likeness <= likeness => {}
            Some(known) => {
                known.likeness = likeness;
                word.clone_into(&mut known.word);
            }
            None => found.push(Found {
                likeness,
                set: OWN.to_owned(),
                name: shown.pictogram.name,
                word: word.to_owned(),
                by_hand: false,
                words: vec![shown.name],
                file: None,
            }),
        }
    }
    found
}

/// The pictures of a pack.
fn in_pack<'a>(pack: &'a Pack, sought: &'a Sought) -> impl Iterator<Item = Found> + 'a {
    pack.pictures.iter().filter_map(move |picture| {
        let words = || picture.words.iter().map(|word| word.text.as_str());
        let search = || picture.search_words.iter().map(String::as_str);
        let (likeness, word) = sought.likeness(words().chain(search()))?;
        Some(Found {
            likeness,
            set: pack.name.as_str().to_owned(),
            name: picture.name.clone(),
            word: word.to_owned(),
            by_hand: !words().any(|known| known == word),
            words: words().chain(search()).map(str::to_owned).collect(),
            file: Some(file(pack.name.as_str(), picture)),
        })
    })
}

fn show(found: &Found, format: MessageFormat) {
    match format {
        MessageFormat::Human => {
            let only = if found.by_hand {
                "; alleen met beeld erbij te zetten"
            } else {
                ""
            };
            let file = found.file.as_deref().unwrap_or("ingebouwd");
            printer::data(&format!(
                "{} {}: {} ({}{only}) – {file}",
                found.set,
                found.name,
                found.words.join(", "),
                found.likeness.word(),
            ));
        }
        MessageFormat::Json => printer::data(
            &json!({
                "type": "found",
                "version": VERSION,
                "set": found.set,
                "name": found.name,
                "word": found.word,
                "likeness": match found.likeness {
                    Likeness::Same => "same",
                    Likeness::Form => "form",
                    Likeness::Within => "within",
                    Likeness::Near => "near",
                },
                "matched_in_sentences": !found.by_hand,
                "words": found.words,
                "file": found.file,
            })
            .to_string(),
        ),
    }
}
