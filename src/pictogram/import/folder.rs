//! Any folder of pictures whose file names are the words that they go with.

use super::source::{Source, stem_of};
use super::word_list::WordList;
use super::{Candidate, CandidateWord, ImportError, Set, Weight, counted, named};
use crate::pictogram::pack::{Language, tidy};

/// Reads the names of the files; licence and makers come from the command line.
pub(super) fn read(
    source: &Source,
    words: Option<&Source>,
    _all: bool,
) -> Result<Set, ImportError> {
    from_names("Eigen map", "", "", source, words)
}

/// A set of pictures that are named by their words: `naar bed gaan.png`, `bus 2.png`. A list beside
/// them may have other words.
pub(super) fn from_names(
    title: &'static str,
    licence: &'static str,
    makers: &'static str,
    source: &Source,
    words: Option<&Source>,
) -> Result<Set, ImportError> {
    let list = WordList::read(words.into_iter().chain([source]))?;
    let mut pictures = Vec::new();
    let mut nameless = Vec::new();
    for path in source.pictures() {
        let stem = stem_of(path);
        let (name, is_variant) = without_number(&stem);
        let weight = if is_variant {
            Weight::Also
        } else {
            Weight::Main
        };
        let mut texts = list
            .get(&stem)
            .map_or_else(|| spellings(name), <[_]>::to_vec);
        texts.dedup();
        if texts.is_empty() {
            nameless.push(source.relative(path));
            continue;
        }
        let word = |text| CandidateWord {
            text,
            class: None,
            weight,
        };
        pictures.push(Candidate {
            path: path.to_owned(),
            name: stem.clone(),
            words: texts.into_iter().map(word).collect(),
            meaning: None,
        });
    }
    let mut notes = Vec::new();
    if !nameless.is_empty() {
        let way_out = if list.is_empty() {
            "; noem die in een woorden.csv in de map, zoals IMG_12.png;bus"
        } else {
            ""
        };
        notes.push(format!(
            "van {} is de naam geen woord: niet meegenomen ({}){way_out}",
            counted(nameless.len(), "plaatje", "plaatjes"),
            named(&nameless)
        ));
    }
    Ok(Set {
        title,
        licence,
        makers,
        version: None,
        language: Language::Dutch,
        pictures,
        notes,
    })
}

/// A name without the number at its end, and whether it had one: `tandarts-1`, `bus (2)`.
fn without_number(name: &str) -> (&str, bool) {
    let is_mark = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-_().".contains(c);
    let word = name.trim_end_matches(is_mark);
    let has_number = name[word.len()..].contains(|c: char| c.is_ascii_digit());
    (word, has_number)
}

/// The words that a name stands for. Hyphens may stand for spaces: `naar-bed-gaan` surely,
/// `boze-man` perhaps.
fn spellings(name: &str) -> Vec<String> {
    // The names of cameras and downloads: IMG_0012, image.
    let is_word = name.chars().any(char::is_lowercase) || name.chars().count() > 4;
    let spaced = tidy(&name.replace('-', " "));
    let hyphens = name.matches('-').count();
    let words = match hyphens {
        0 => vec![tidy(name)],
        1 => vec![tidy(name), spaced],
        _ => vec![spaced],
    };
    let words = words.into_iter().flatten();
    words.filter(|_| is_word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_become_words() {
        let words = |name: &str| spellings(without_number(name).0);
        assert_eq!(words("naar bed gaan"), ["naar bed gaan"]);
        assert_eq!(words("bus 2"), ["bus"]);
        assert_eq!(words("tandarts-1"), ["tandarts"]);
        assert_eq!(words("Bus (2)"), ["bus"]);
        assert_eq!(words("naar-bed-gaan"), ["naar bed gaan"]);
        assert_eq!(words("t-shirt"), ["t-shirt", "t shirt"]);
        assert_eq!(words("de_bus"), ["bus"]);
        assert!(words("IMG_0012").is_empty());
        assert!(words("0012").is_empty());
    }
}
