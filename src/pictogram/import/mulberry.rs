//! Mulberry Symbols: a CSV file with names and word classes, and an SVG for each name.

use super::csv;
use super::source::Source;
use super::word_list::WordList;
use super::{Candidate, CandidateWord, ImportError, Set, Weight, counted, named};
use crate::pictogram::pack::{Language, tidy};
use crate::pictogram::set::WordClass;

/// Who made them.
const MAKERS: &str =
    "De pictogrammen zijn Mulberry Symbols (mulberrysymbols.org), van Steve Lee en Garry Paxton.";

/// Names of the column with Dutch words.
const DUTCH: [&str; 4] = ["symbol-nl", "nl", "nederlands", "dutch"];

/// The columns of the file, by their place.
#[derive(Debug)]
struct Columns {
    name: usize,
    grammar: Option<usize>,
    category: Option<usize>,
    rated: Option<usize>,
    dutch: Option<usize>,
}

impl Columns {
    fn of(header: &[String]) -> Option<Self> {
        let find = |names: &[&str]| {
            let is_one = |column: &String| names.contains(&column.to_lowercase().as_str());
            header.iter().position(is_one)
        };
        Some(Self {
            name: find(&["symbol-en"]).or_else(|| find(&["symbol"]))?,
            grammar: find(&["grammar"]),
            category: find(&["category-en", "category"]),
            rated: find(&["rated"]),
            dutch: find(&DUTCH),
        })
    }
}

/// Reads the CSV and finds the drawings.
pub(super) fn read(source: &Source, words: Option<&Source>, all: bool) -> Result<Set, ImportError> {
    let (columns, text) = table(source)?;
    let list = WordList::read(words.into_iter())?;
    let drawings = source.pictures_by_stem();
    let (mut pictures, mut notes) = (Vec::new(), Vec::new());
    let (mut rated, mut without_drawing, mut with_dutch) = (Vec::new(), Vec::new(), 0);
    for (index, row) in csv::rows(&text).enumerate().skip(1) {
        csv::check(index)?;
        let value = |column: Option<usize>| {
            let value = column.and_then(|column| row.get(column));
            value.map_or("", String::as_str)
        };
        let name = value(Some(columns.name));
        if name.is_empty() {
            continue;
        }
        if !all && !matches!(value(columns.rated), "" | "0") {
            rated.push(name.to_owned());
            continue;
        }
        // A drawing lies in a folder for each language; the English one has the English name.
        let Some(paths) = drawings.get(name) else {
            without_drawing.push(name.to_owned());
            continue;
        };
        let (english, is_variant) = english(name);
        let mut dutch: Vec<_> = value(columns.dutch)
            .split([',', ';', '/'])
            .filter_map(tidy)
            .collect();
        let listed = std::iter::once(name)
            .chain(english.iter().map(String::as_str))
            .find_map(|name| list.get(name));
        dutch.extend(listed.into_iter().flatten().cloned());
        with_dutch += usize::from(!dutch.is_empty());
        let class = class(value(columns.grammar), value(columns.category));
        let weight = if is_variant {
            Weight::Also
        } else {
            Weight::Main
        };
        let word = |text: String, class, weight| CandidateWord {
            text,
            class,
            weight,
        };
        let dutch = dutch.into_iter().map(|text| word(text, class, weight));
        let english = english
            .into_iter()
            .map(|text| word(text, None, Weight::Search));
        pictures.push(Candidate {
            path: paths[0].to_owned(),
            name: name.to_owned(),
            words: dutch.chain(english).collect(),
            meaning: None,
        });
    }
    if !rated.is_empty() {
        notes.push(format!(
            "{} volgens de makers niet voor iedereen: niet meegenomen, met --all wel ({})",
            counted(rated.len(), "plaatje is", "plaatjes zijn"),
            named(&rated)
        ));
    }
    if !without_drawing.is_empty() {
        notes.push(format!(
            "bij {} is er geen tekening in de map ({})",
            counted(without_drawing.len(), "naam", "namen"),
            named(&without_drawing)
        ));
    }
    notes.extend(languages(with_dutch, pictures.len()));
    Ok(Set {
        title: "Mulberry Symbols",
        licence: "CC BY-SA 4.0",
        makers: MAKERS,
        version: source.package_version(),
        language: if with_dutch > 0 {
            Language::Dutch
        } else {
            Language::English
        },
        pictures,
        notes,
    })
}

/// What is to be said of the languages of the words.
fn languages(with_dutch: usize, of: usize) -> Option<String> {
    if with_dutch == 0 {
        return Some(
            "de set heeft alleen Engelse woorden: er komt vanzelf geen plaatje van naast een zin. \
             Geef met --words een map met woorden.csv mee: op elke regel de Engelse naam en \
             daarachter Nederlandse woorden, zoals bus;bus;autobus"
                .to_owned(),
        );
    }
    (with_dutch < of).then(|| {
        format!(
            "{} alleen een Engelse naam, om op te zoeken",
            counted(of - with_dutch, "plaatje heeft", "plaatjes hebben")
        )
    })
}

/// The columns and the text of the first CSV file with a column of names.
fn table(source: &Source) -> Result<(Columns, String), ImportError> {
    let preferred = source.named("symbol-info.csv");
    let others = source.with_extension("csv");
    for path in preferred.into_iter().chain(others) {
        let text = source.text(path)?;
        let header = csv::rows(&text).next();
        if let Some(columns) = header.and_then(|header| Columns::of(&header)) {
            return Ok((columns, text));
        }
    }
    Err(ImportError::shape(
        "er is geen symbol-info.csv met een kolom symbol-en",
        "pak het zip-bestand van Mulberry Symbols uit en wijs die map aan",
    ))
}

/// The English words of a name, and whether it is one of several drawings: `bake_,_to` is `to
/// bake`, `aftershave_1` is `aftershave`.
fn english(name: &str) -> (Vec<String>, bool) {
    let (stem, is_variant) = match name.rsplit_once('_') {
        Some((stem, number)) if is_number(number) => (stem, true),
        _ => (name, false),
    };
    let words = match stem.strip_suffix("_,_to") {
        Some(verb) => vec![tidy(&format!("to {verb}")), tidy(verb)],
        None => vec![tidy(&stem.replace("_-_", " "))],
    };
    (words.into_iter().flatten().collect(), is_variant)
}

/// Whether a text is the number of a drawing: `1`, `2a`.
fn is_number(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    text.len() - digits.len() < 2
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The class of the words. The set calls `above` and `absent` nouns as well, among what describes.
fn class(grammar: &str, category: &str) -> Option<WordClass> {
    match grammar.to_lowercase().as_str() {
        "noun" if !category.starts_with("Descriptive") => Some(WordClass::Noun),
        "verb" | "verbcomplex" => Some(WordClass::Verb),
        "adjective" | "adverb" => Some(WordClass::Adjective),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_english_words() {
        let words = |name| english(name).0;
        assert_eq!(words("brush_teeth_,_to"), ["to brush teeth", "brush teeth"]);
        assert_eq!(english("baker_1a"), (vec!["baker".to_owned()], true));
        assert_eq!(words("bubble_gum_-_blow"), ["bubble gum blow"]);
        assert!(words("A").is_empty());
    }
}
