//! Every phrase is said somewhere: a key of `templates/text/` stands as a text in the renditions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Keys that are put together from a beginning and the word of a closed list.
const COMPOSED: &[(&str, &str)] = &[("makkelijk", "thema_")];

#[test]
fn every_phrase_is_used() {
    let said = texts_in(&sources(Path::new("src/rendition")));
    let mut unused = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir("templates/text").expect("is there") {
        let path = entry.expect("can be read").path();
        let file = path.file_stem().and_then(|name| name.to_str());
        let file = file.expect("a plain name").to_owned();
        let text = fs::read_to_string(&path).expect("can be read");
        let phrases: BTreeMap<String, String> = toml::from_str(&text).expect("is TOML");
        for key in phrases.keys() {
            count += 1;
            if !is_used(&said, &file, key) {
                unused.push(format!("{file}.{key}"));
            }
        }
    }
    assert!(count > 100, "only {count} phrases were read");
    assert!(unused.is_empty(), "phrases that nobody says: {unused:?}");
}

#[test]
fn an_unused_phrase_is_noticed() {
    let said = texts_in(r#"words.word("ja")? + word("familie.nee") // nooit"#);
    assert!(is_used(&said, "formeel", "ja"));
    assert!(is_used(&said, "familie", "nee"));
    assert!(!is_used(&said, "formeel", "nee"));
    assert!(!is_used(&said, "formeel", "nooit"));
}

fn is_used(said: &BTreeSet<String>, file: &str, key: &str) -> bool {
    said.contains(key)
        || said.contains(&format!("{file}.{key}"))
        || COMPOSED.iter().any(|(composed, beginning)| {
            *composed == file
                && key.starts_with(beginning)
                && said.contains(&format!("{beginning}{{}}"))
        })
}

/// The texts between quotes.
fn texts_in(source: &str) -> BTreeSet<String> {
    let lines = source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines
        .flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned))
        .collect()
}

/// All Rust under a folder, in one text.
fn sources(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).expect("is there") {
        let path = entry.expect("can be read").path();
        if path.is_dir() {
            all.push_str(&sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            all.push_str(&fs::read_to_string(&path).expect("can be read"));
        }
    }
    all
}
