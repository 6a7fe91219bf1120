//! Every phrase is said somewhere: a key of `templates/text/` stands as a text in the renditions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Keys that are put together from a beginning and the word of a closed list.
const COMPOSED: &[(&str, &str)] = &[("makkelijk", "thema_")];

#[test]
fn every_phrase_is_used() {
    let sources = sources(Path::new("src/rendition"));
    let mut unused = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir("templates/text").expect("is there") {
        let path = entry.expect("can be read").path();
        let file = path.file_stem().and_then(|name| name.to_str());
        let file = file.expect("a plain name").to_owned();
        let text = fs::read_to_string(&path).expect("can be read");
        let phrases: BTreeMap<String, String> = toml::from_str(&text).expect("is TOML");
        let speaks = |path: &Path| speaks(path, &file);
        let said = texts_in(&joined(&sources, speaks));
        let said_in_full = texts_in(&joined(&sources, |_| true));
        for key in phrases.keys() {
            count += 1;
            if !is_used(&said, &file, key) && !said_in_full.contains(&format!("{file}.{key}")) {
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

/// Whether a file of the renditions takes its words from this file of phrases.
fn speaks(path: &Path, file: &str) -> bool {
    let path = path.to_str().expect("a plain name");
    let own = if path.contains("easy") {
        "makkelijk"
    } else if path.contains("family") {
        "familie"
    } else {
        "formeel"
    };
    own == file
}

fn joined(sources: &BTreeMap<PathBuf, String>, counts: impl Fn(&Path) -> bool) -> String {
    let counted = sources.iter().filter(|(path, _)| counts(path));
    counted.map(|(_, text)| text.as_str()).collect()
}

/// All Rust under a folder, by path.
fn sources(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("is there") {
        let path = entry.expect("can be read").path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).expect("can be read");
            all.insert(path, text);
        }
    }
    all
}

/// Phrases that break a rule for a reason: a difficult word that the next sentence explains, and the
/// answer that the other easy-read copies give too.
const EXPLAINED: &[&str] = &["vraag_ondersteuner", "weet_niet"];

#[test]
fn every_phrase_for_the_talk_is_easy() {
    let mut hard = Vec::new();
    for file in ["platen", "uitleg", "vragen"] {
        let text = fs::read_to_string(format!("templates/text/{file}.toml")).expect("can be read");
        let phrases: BTreeMap<String, String> = toml::from_str(&text).expect("is TOML");
        for (key, phrase) in phrases {
            let sentence = filled(&phrase);
            let broken = drieluik::check::language_rules_broken(&sentence);
            if !broken.is_empty() && !EXPLAINED.contains(&key.as_str()) {
                hard.push(format!("{file}.{key}: {sentence}: {broken:?}"));
            }
        }
    }
    assert!(hard.is_empty(), "{hard:#?}");
}

/// A phrase with something everyday for its variables.
fn filled(phrase: &str) -> String {
    let mut text = phrase.to_owned();
    while let (Some(from), Some(to)) = (text.find("{{"), text.find("}}")) {
        let name = text[from + 2..to].split('|').next().unwrap_or_default();
        let value = match name.trim() {
            "naam" => "Samir",
            "dag" => "dinsdag",
            "datum" => "22 december 2026",
            "nummer" => "2",
            "soort" => "ondersteuningsplan",
            other => panic!("{other} is no variable of these phrases"),
        };
        text.replace_range(from..to + 2, value);
    }
    text
}
