//! Every text in a copy is walked for its reader, and nothing else.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::*;
use crate::check::office::Office;
use crate::dossier::source::Step;
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::rendition::{Made, RENDITIONS, family_file_number};

/// Characters from which a text is no label or name.
const LONG: usize = 12;
/// Keys whose text is not free: the provider's own people, what names a person, and codes.
const NOT_FREE: &[&str] = &["begeleiding", "naam", "roepnaam", "soort"];

/// Whether a step leads to such a key.
fn is_not_free(step: &Step) -> bool {
    matches!(step, Step::Key(key) if NOT_FREE.contains(&key.as_str()))
}

/// All texts in a view.
fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        _ => {}
    }
}

/// A data folder with the client that fills every key, each with a text of its own.
fn full_client() -> TempDir {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folder = tempfile::tempdir().expect("a folder");
    let client = folder.path().join("clienten/C-1");
    fs::create_dir_all(&client).expect("writable");
    let mut count = 0;
    for name in ["plan.toml", "plan-van-aanpak.toml", "evaluatie.toml"] {
        let text = fs::read_to_string(fixtures.join("canary").join(name)).expect("readable");
        let mut filled = String::new();
        for (index, part) in text.split("\"@\"").enumerate() {
            if index > 0 {
                count += 1;
                write!(filled, "\"Kanarievogel {count:03}\"").expect("a string");
            }
            filled.push_str(part);
        }
        let mut file = fs::File::create(client.join(name)).expect("writable");
        file.write_all(filled.as_bytes()).expect("writable");
    }
    let provider = folder.path().join("aanbieder.toml");
    fs::copy(fixtures.join("aanbieder.toml"), provider).expect("copied");
    folder
}

/// The copies of a client, by the reader's number, with all texts in them.
fn copies(subject: &Subject<'_>) -> Vec<(u32, Vec<String>)> {
    let mut renditions = RENDITIONS.iter();
    let family = renditions.find(|rendition| rendition.name() == "family");
    let made = family.expect("there is one").make(&subject.context);
    let documents = made
        .expect("said")
        .into_iter()
        .filter_map(|made| match made {
            Made::Document(document) => Some(document),
            Made::Withheld { .. } => None,
        });
    documents
        .map(|document| {
            let number = family_file_number(&document.file_name).expect("a number");
            let view = serde_json::from_slice(&document.view).expect("JSON");
            let mut texts = Vec::new();
            strings(&view, &mut texts);
            (number, texts)
        })
        .collect()
}

/// Holds what is walked against what the copies of a client show; returns their number.
fn compare(subject: &Subject<'_>) -> usize {
    let walked = texts(subject);
    let copies = copies(subject);
    // A text that stands at such a key as well is there because of that.
    let mut excused = Vec::new();
    for source in &subject.dossier().sources {
        source.each_string(|path, text| {
            if path.0.iter().any(is_not_free) {
                excused.push(text.trim().to_owned());
            }
        });
    }
    for (reader, shown) in &copies {
        let is_in_copy = |text: &str| shown.iter().any(|line| line.contains(text));
        let own: Vec<_> = walked
            .iter()
            .filter(|one| one.readers.contains_key(reader))
            .collect();
        for source in &subject.dossier().sources {
            source.each_string(|path, text| {
                let (name, text) = (path.name(), text.trim());
                let is_free = !excused.iter().any(|other| other.contains(text));
                let is_long = text.chars().count() >= LONG;
                if is_free && is_long && is_in_copy(text) {
                    let is_walked = own.iter().any(|one| one.text.contains(text));
                    assert!(is_walked, "{}: {reader}: {name}", subject.dossier().id);
                }
            });
        }
        for one in own {
            let name = one.place.path.name();
            let client = &subject.dossier().id;
            assert!(
                is_in_copy(one.text),
                "{client}: {reader}: {name} is not there"
            );
        }
    }
    copies.len()
}

#[test]
fn every_text_of_the_client_in_a_copy_is_walked_for_its_reader() {
    let today = Today::on(Date::from_civil("2026-11-22".parse().expect("a day")));
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let full = full_client();
    let mut count = 0;
    for folder in [examples.as_path(), full.path()] {
        let office = Office::open(folder).expect("in order");
        for client in office.clients().0 {
            let dossier = office.dossier(&client);
            let dossier = dossier.unwrap_or_else(|findings| panic!("{}", findings[0].message));
            let subject = Subject::of(office.context(&dossier, &today));
            count += compare(&subject.expect("said"));
        }
    }
    assert!(count > 10, "{count} copies");
}
