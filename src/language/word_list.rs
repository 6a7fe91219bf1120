//! The word lists of easy-read, read once: which words are difficult, and what to write instead.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lemma::base_forms;
use crate::dossier::value::{MONTHS, WEEKDAYS};

/// Words and fixed groups of words, each with a plain word for it. In a group, `#` is a number, a
/// month, or a day of the week.
#[derive(Debug, Default)]
pub(crate) struct WordList {
    words: HashMap<String, String>,
    /// Groups of two or more words, under their first.
    groups: HashMap<String, Vec<(Vec<String>, String)>>,
}

impl WordList {
    fn from_entries(entries: impl Iterator<Item = (String, String)>) -> Self {
        let mut list = Self::default();
        for (key, plain) in entries {
            let mut parts = key.split(' ').map(str::to_owned);
            let first = parts.next().expect("a split has a first part");
            let rest: Vec<_> = parts.collect();
            if rest.is_empty() {
                list.words.insert(first, plain);
            } else {
                list.groups.entry(first).or_default().push((rest, plain));
            }
        }
        list
    }

    /// Reads `"woord" = "gewoon woord"`.
    fn from_toml(text: &str) -> Self {
        let table: toml::Table = text.parse().expect("the word files are TOML");
        Self::from_entries(table.into_iter().map(|(key, value)| {
            let plain = value.as_str().expect("each word has a text").to_owned();
            (key, plain)
        }))
    }

    /// Reads `woord = gewoon woord`, where what follows may be left out.
    fn from_lines(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with(['#', '+']));
        Self::from_entries(lines.filter(|line| !line.is_empty()).map(|line| {
            let (key, plain) = line.split_once(" =").unwrap_or((line, ""));
            (key.trim().to_owned(), plain.trim().to_owned())
        }))
    }

    /// The plain word for exactly this word.
    pub(crate) fn exact(&self, word: &str) -> Option<&str> {
        self.words.get(word).map(String::as_str)
    }

    /// The plain word for a word of which these are the base forms.
    pub(crate) fn find(&self, forms: &[String]) -> Option<&str> {
        forms.iter().find_map(|form| self.exact(form))
    }

    /// The group of words that starts at the first of `words`: how many words, and the plain one.
    pub(crate) fn group<'a>(&self, words: &[impl AsRef<str> + 'a]) -> Option<(usize, &str)> {
        let (first, after) = words.split_first()?;
        let groups = self.groups.get(first.as_ref())?;
        let matches = |rest: &[String]| {
            let fits = |(known, word): (&String, _)| match known.as_str() {
                "#" => is_date(word),
                known => known == word,
            };
            let after = after.iter().map(AsRef::as_ref);
            rest.len() <= after.len() && rest.iter().zip(after).all(fits)
        };
        let (rest, plain) = groups.iter().find(|(rest, _)| matches(rest))?;
        Some((rest.len() + 1, plain))
    }

    /// Every word and group of words with its plain one, in order.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> std::collections::BTreeMap<String, &str> {
        let words = self
            .words
            .iter()
            .map(|(word, plain)| (word.clone(), plain.as_str()));
        let groups = self.groups.iter().flat_map(|(first, groups)| {
            groups
                .iter()
                .map(move |(rest, plain)| (format!("{first} {}", rest.join(" ")), plain.as_str()))
        });
        words.chain(groups).collect()
    }

    /// Whether a word, in whatever form, is in the list.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.find(&base_forms(word)).is_some()
    }
}

/// Whether a lower-case word may open a date or a time.
fn is_date(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || MONTHS.contains(&word)
        || WEEKDAYS.iter().any(|day| word.starts_with(day))
}

/// Words of care and its organisations.
pub(crate) static JARGON: LazyLock<WordList> =
    LazyLock::new(|| WordList::from_toml(include_str!("../../words/jargon.toml")));

/// Formal, official and abstract words.
pub(crate) static DIFFICULT: LazyLock<WordList> =
    LazyLock::new(|| WordList::from_toml(include_str!("../../words/difficult.toml")));

/// English words.
pub(crate) static ENGLISH: LazyLock<WordList> =
    LazyLock::new(|| WordList::from_lines(include_str!("../../words/english.txt")));

/// Abbreviations, those that want a full stop with one.
pub(crate) static ABBREVIATIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::from_lines(include_str!("../../words/abbreviations.txt")));

/// Abbreviations that everybody knows as a word, lower case.
pub(crate) static KNOWN_TO_ALL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../words/abbreviations.txt").lines();
    let mut all: Vec<_> = lines.filter_map(|line| line.strip_prefix('+')).collect();
    all.sort_unstable();
    all
});

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::vocabulary::is_listed;
    use super::*;

    #[test]
    fn a_word_is_found_in_any_form() {
        assert!(DIFFICULT.knows("geëvalueerd"));
        assert!(DIFFICULT.knows("frequente"));
        assert!(JARGON.knows("hulpvragen"));
        assert!(!DIFFICULT.knows("brood"));
    }

    #[test]
    fn a_word_is_in_one_list_once() {
        let lists = [&*JARGON, &*ENGLISH, &*ABBREVIATIONS, &*DIFFICULT].map(WordList::entries);
        for (at, list) in lists.iter().enumerate() {
            for word in list.keys() {
                assert!(!is_listed(word), "{word} is easy as well");
                for other in &lists[at + 1..] {
                    assert!(!other.contains_key(word), "{word} is in two lists");
                }
            }
        }
        for text in [
            include_str!("../../words/english.txt"),
            include_str!("../../words/abbreviations.txt"),
            include_str!("../../words/metaphors.txt"),
            include_str!("../../words/easy.txt"),
        ] {
            let mut seen = HashSet::new();
            for line in text.lines().filter(|line| !line.is_empty()) {
                let key = line.split(" =").next();
                assert!(seen.insert(key), "{line} stands twice");
            }
        }
    }

    #[test]
    fn a_group_of_words_is_found_as_one() {
        let words = ["met", "betrekking", "tot", "geld"];
        assert_eq!(DIFFICULT.group(&words), Some((3, "over")));
        assert_eq!(DIFFICULT.group(&["met", "geld"]), None);
        assert!(DIFFICULT.group(&["uiterlijk", "vrijdag"]).is_some());
        assert!(DIFFICULT.group(&["uiterlijk", "1", "mei"]).is_some());
        assert_eq!(DIFFICULT.group(&["uiterlijk", "verzorgen"]), None);
    }
}
