//! Words that tell which theme a text speaks of.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::super::token::tokens;
use crate::dossier::code::Theme;

static LIST: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/words/themes.toml"));
static WORDS: LazyLock<Vec<(Theme, Pattern)>> =
    LazyLock::new(|| read(LIST).expect("the list comes with the program and is tested"));
/// The entries that a word may open, by the letter that it begins with; none are those that any word
/// may open.
static OPENINGS: LazyLock<HashMap<Option<char>, Vec<usize>>> = LazyLock::new(|| openings(&WORDS));

/// Endings that a word of the list may have.
const ENDINGS: &[&str] = &["", "s", "en", "n", "e", "'s", "’s"];

/// A word of a text that tells of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) theme: Theme,
    /// Bytes in the text.
    pub(super) place: Range<usize>,
}

/// One entry: words in a row, in lower case.
struct Pattern(Vec<Part>);

struct Part {
    word: String,
    is_open_before: bool,
    is_open_after: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(rename = "woorden")]
    words: Vec<String>,
}

/// The words that tell of a theme, in the order of the text.
pub(super) fn hits(text: &str) -> Vec<Hit> {
    let words = tokens(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let first = words[at].word.chars().next();
        let opened = OPENINGS.get(&first).or_else(|| OPENINGS.get(&None));
        for (theme, pattern) in opened.into_iter().flatten().map(|entry| &WORDS[*entry]) {
            let Some(near) = words.get(at..at + pattern.0.len()) else {
                continue;
            };
            let mut pairs = near.iter().zip(&pattern.0);
            if pairs.all(|(token, part)| part.fits(&token.word)) {
                let place = near[0].range.start..near[near.len() - 1].range.end;
                found.push(Hit {
                    theme: *theme,
                    place,
                });
            }
        }
    }
    found
}

/// Under each letter the entries that a word with that letter may open, in their order.
fn openings(words: &[(Theme, Pattern)]) -> HashMap<Option<char>, Vec<usize>> {
    let opening = |pattern: &Pattern| {
        let first = pattern.0.first();
        first
            .filter(|part| !part.is_open_before)
            .and_then(|part| part.word.chars().next())
    };
    let letters: Vec<_> = words.iter().map(|(_, pattern)| opening(pattern)).collect();
    let all: BTreeSet<_> = letters.iter().copied().chain([None]).collect();
    let entries = |letter: Option<char>| {
        let fits = |at: &usize| letters[*at].is_none() || letters[*at] == letter;
        (0..words.len()).filter(fits).collect()
    };
    all.into_iter()
        .map(|letter| (letter, entries(letter)))
        .collect()
}

impl Part {
    fn of(word: &str) -> Self {
        Self {
            word: word.trim_matches('*').to_owned(),
            is_open_before: word.starts_with('*'),
            is_open_after: word.ends_with('*'),
        }
    }

    fn fits(&self, word: &str) -> bool {
        let is_end = |rest: &str| self.is_open_after || ENDINGS.contains(&rest);
        if self.is_open_before {
            let mut places = word.match_indices(&self.word);
            return places.any(|(at, found)| is_end(&word[at + found.len()..]));
        }
        word.strip_prefix(&self.word).is_some_and(is_end)
    }
}

fn read(list: &str) -> Result<Vec<(Theme, Pattern)>, String> {
    let themes: BTreeMap<String, Words> =
        toml::from_str(list).map_err(|error| error.to_string())?;
    let mut patterns = Vec::new();
    for (name, words) in themes {
        let theme = Theme::ALL.iter().find(|theme| theme.word() == name);
        let theme = theme.ok_or_else(|| format!("{name} is no theme"))?;
        for word in words.words {
            let parts = word.split(' ').map(Part::of).collect();
            patterns.push((*theme, Pattern(parts)));
        }
    }
    Ok(patterns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_enough_words_for_each_sensitive_theme() {
        let words = read(LIST).expect("in order");
        for theme in [
            Theme::Health,
            Theme::Money,
            Theme::Crisis,
            Theme::Safety,
            Theme::SelfCare,
            Theme::Say,
            Theme::Evaluation,
        ] {
            let count = words.iter().filter(|(known, _)| *known == theme).count();
            assert!(count >= 25, "{}: {count}", theme.word());
        }
        for (theme, pattern) in &words {
            for part in &pattern.0 {
                let word = &part.word;
                assert!(
                    word.len() > 1 && *word == word.to_lowercase(),
                    "{}: {word}",
                    theme.word()
                );
            }
        }
    }

    #[test]
    fn words_are_found_with_their_endings_and_in_compounds() {
        for (text, theme, word) in [
            ("Hij neemt zijn medicijnen.", Theme::Health, "medicijnen"),
            (
                "De slaapmedicatie ligt klaar.",
                Theme::Health,
                "slaapmedicatie",
            ),
            ("Zij heeft Epilepsie", Theme::Health, "Epilepsie"),
            ("Er zijn schulden.", Theme::Money, "schulden"),
            ("de bewindvoerder belt", Theme::Money, "bewindvoerder"),
            ("Hij staat rood.", Theme::Money, "staat rood"),
            ("het crisisplan", Theme::Crisis, "crisisplan"),
            ("Zij doucht alleen.", Theme::SelfCare, "doucht"),
            (
                "In de vorige cyclus lukte dat.",
                Theme::Evaluation,
                "vorige cyclus",
            ),
        ] {
            let found = hits(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(
                (found[0].theme, &text[found[0].place.clone()]),
                (theme, word)
            );
        }
    }

    #[test]
    fn other_words_tell_nothing() {
        for text in [
            "Hij voelt zich schuldig.",
            "Zij betaalt zelf haar boodschappen.",
            "De mentor van de klas helpt.",
            "Er is een pilot gestart.",
            "Wij evalueren in november.",
            "Zij werkt in de winkel en woont alleen.",
            "Hij wil manieren leren.",
            "Een geweldig feest, met politiek en pils.",
        ] {
            assert_eq!(hits(text), [], "{text}");
        }
    }
}
