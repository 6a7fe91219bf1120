//! Asks a type what it reads, for tests that hold lists of keys and the schemas against it.

use std::path::PathBuf;

use deserr::Deserr;

use super::{Blanks, Mistake, MistakePlace, Mistakes, read};
use crate::dossier::source::{KeyPath, Source, Step};

/// The keys that a type accepts in the table at a path.
pub(in crate::dossier) fn accepted_keys<T: Deserr<Mistakes>>(path: &KeyPath) -> Vec<String> {
    let stranger = toml::Table::from_iter([("?".to_owned(), toml::Value::Boolean(true))]);
    let mistakes = mistakes::<T>(path, toml::Value::Table(stranger));
    let asked = path.clone().key("?");
    let answer = mistakes.0.into_iter().find(|mistake| mistake.path == asked);
    let hint = answer.and_then(|mistake| mistake.hint).unwrap_or_default();
    hint.strip_prefix("kies uit: ")
        .map_or_else(Vec::new, |keys| {
            keys.split(", ").map(str::to_owned).collect()
        })
}

/// The keys that a type misses in an empty table at a path.
pub(in crate::dossier) fn missing_keys<T: Deserr<Mistakes>>(path: &KeyPath) -> Vec<String> {
    let mistakes = mistakes::<T>(path, toml::Value::Table(toml::Table::new()));
    let missing = mistakes
        .0
        .into_iter()
        .filter(|mistake| mistake.path == *path);
    missing
        .filter_map(|mistake| match mistake.place {
            MistakePlace::Missing(key) => Some(key),
            _ => None,
        })
        .collect()
}

/// What a type has against a value at a path, whatever else the file would need.
pub(in crate::dossier) fn refusals<T: Deserr<Mistakes>>(
    path: &KeyPath,
    value: &toml::Value,
) -> Vec<String> {
    let mistakes = mistakes::<T>(path, value.clone());
    let concerns = |mistake: &Mistake| match &mistake.place {
        MistakePlace::Missing(key) => mistake.path.clone().key(key).0.starts_with(&path.0),
        MistakePlace::Value | MistakePlace::Key => mistake.path.0.starts_with(&path.0),
    };
    let concerning = mistakes.0.into_iter().filter(concerns);
    concerning.map(|mistake| mistake.message).collect()
}

/// Reads a file that holds a value at a path, and nothing else.
fn mistakes<T: Deserr<Mistakes>>(path: &KeyPath, value: toml::Value) -> Mistakes {
    let mut value = value;
    for step in path.0.iter().rev() {
        value = match step {
            Step::Key(key) => toml::Value::Table(toml::Table::from_iter([(key.clone(), value)])),
            Step::Index(_) => toml::Value::Array(vec![value]),
        };
    }
    let text = value.as_table().expect("a file is a table").to_string();
    let (source, flaws) = Source::parse(PathBuf::from("test.toml"), text);
    assert!(flaws.is_empty(), "{flaws:?}");
    // As the program does: once as it stands, for keys that don't exist, and where that won't do
    // once more without blank ones.
    let Err(mut mistakes) = read::<T>(&source, Blanks::Kept) else {
        return Mistakes::default();
    };
    let is_of_key = |mistake: &Mistake| matches!(mistake.place, MistakePlace::Key);
    mistakes.0.retain(is_of_key);
    let more = read::<T>(&source, Blanks::Dropped).err();
    mistakes.0.extend(more.unwrap_or_default().0);
    mistakes
}
