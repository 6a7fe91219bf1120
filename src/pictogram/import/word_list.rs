//! Words that somebody wrote down for a set: `woorden.csv` or `woorden.toml`.
//!
//! A row of the CSV is a name and the words that go with it: `bus;bus;autobus`. The TOML has a key
//! for each name: `"bus" = ["bus", "autobus"]`. A name is that of a file, with or without its
//! extension, or the English word of a set in English.

use std::collections::BTreeMap;

use super::source::Source;
use super::{ImportError, csv};
use crate::pictogram::pack::tidy;

/// The files, the one that is looked for first ahead.
const FILES: [&str; 2] = ["woorden.toml", "woorden.csv"];

/// Bytes that the TOML may have: read, it takes many times as much.
const MAX_TOML: usize = 4 * 1024 * 1024;

/// Words at the top of a column that are no words for a picture.
const HEADERS: &[&str] = &["bestand", "engels", "english", "file", "naam", "symbol-en"];

/// The words that go with each name.
#[derive(Debug, Default)]
pub(super) struct WordList(BTreeMap<String, Vec<String>>);

impl WordList {
    /// Reads the lists at the top of these folders.
    pub(super) fn read<'a>(sources: impl Iterator<Item = &'a Source>) -> Result<Self, ImportError> {
        let mut list = Self::default();
        for source in sources {
            for name in FILES {
                let Some(path) = source.named(name).first().copied() else {
                    continue;
                };
                let text = source.text(path)?;
                if name == FILES[0] {
                    list.add_toml(&text)?;
                } else {
                    list.add_csv(&text)?;
                }
            }
        }
        Ok(list)
    }

    fn add_csv(&mut self, text: &str) -> Result<(), ImportError> {
        for (index, row) in csv::rows(text).enumerate() {
            csv::check(index)?;
            let mut values = row.into_iter();
            let name = values.next().unwrap_or_default();
            let is_header = index == 0 && HEADERS.contains(&name.to_lowercase().as_str());
            if !is_header {
                self.add(&name, values);
            }
        }
        Ok(())
    }

    fn add_toml(&mut self, text: &str) -> Result<(), ImportError> {
        if text.len() > MAX_TOML {
            return Err(ImportError::shape(
                format!("woorden.toml is groter dan {} MiB", MAX_TOML / 1024 / 1024),
                "schrijf de woorden in een woorden.csv",
            ));
        }
        let table: toml::Table = text.parse().map_err(|_| {
            ImportError::shape(
                "woorden.toml is geen geldige TOML",
                "schrijf op elke regel een naam met zijn woorden: \"bus\" = [\"bus\", \"autobus\"]",
            )
        })?;
        for (name, value) in table {
            match value {
                toml::Value::String(word) => self.add(&name, std::iter::once(word)),
                toml::Value::Array(words) => {
                    let words = words.into_iter();
                    let words = words.filter_map(|word| word.as_str().map(str::to_owned));
                    self.add(&name, words);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn add(&mut self, name: &str, words: impl Iterator<Item = String>) {
        let words = words.filter_map(|word| tidy(&word));
        self.0.entry(key(name)).or_default().extend(words);
    }

    /// The words for a name.
    pub(super) fn get(&self, name: &str) -> Option<&[String]> {
        let words = self.0.get(&key(name)).map(Vec::as_slice);
        words.filter(|words| !words.is_empty())
    }

    /// Whether nobody wrote any.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A name without extension, in small letters, with spaces for what stands between words.
fn key(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let name = match name.rsplit_once('.') {
        Some((stem, extension)) if (3..=4).contains(&extension.len()) => stem,
        _ => &name,
    };
    let words = name.split(|c: char| c.is_whitespace() || "_,-".contains(c));
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_say_the_same() {
        let mut list = WordList::default();
        list.add_csv("engels;nederlands\nbake_,_to;bakken\nBus.PNG;de bus;autobus\nleeg;\n")
            .expect("few rows");
        list.add_toml("\"brush teeth\" = \"tandenpoetsen\"\nbed = [\"bed\", 3]\n")
            .expect("TOML");
        let words = |name: &str| list.get(name).map(<[String]>::to_vec);
        assert_eq!(words("bake to"), Some(vec!["bakken".to_owned()]));
        assert_eq!(
            words("bus"),
            Some(vec!["bus".to_owned(), "autobus".to_owned()])
        );
        assert_eq!(words("brush_teeth"), Some(vec!["tandenpoetsen".to_owned()]));
        assert_eq!(words("leeg"), None);
        assert!(list.add_toml("= ").is_err());
        assert!(list.add_toml(&" ".repeat(MAX_TOML + 1)).is_err());
        assert!(list.add_csv(&"a;b\n".repeat(csv::MAX_ROWS + 1)).is_err());
    }
}
