//! The documents of the example organisation: their text, the look of each kind of page, the
//! standards they meet, and that they come out the same each time.
//!
//! The references are refreshed by `INSTA_UPDATE=always cargo test --release`.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use support::folder::entries;
use support::page_image::{Tolerance, compare, rasterise};
use support::pdf::texts;
use support::standards::violations;

/// Dots per inch of the reference images.
const DPI: f32 = 36.0;

/// One page of each kind: client, file, page from 0, and what it shows.
const PAGES: &[(&str, &str, usize, &str)] = &[
    ("C-1003", "ondersteuningsplan.pdf", 0, "voorblad"),
    ("C-1003", "ondersteuningsplan.pdf", 1, "wie-ben-ik"),
    ("C-1003", "ondersteuningsplan.pdf", 6, "doel"),
    ("C-1010", "ondersteuningsplan.pdf", 0, "voorblad-groot"),
    ("C-1001", "ondersteuningsplan.pdf", 0, "voorblad-concept"),
    ("C-1003", "familie-exemplaar-1.pdf", 0, "brief"),
    ("C-1003", "familie-exemplaar-1.pdf", 4, "familie-doel"),
    ("C-1003", "evaluatieverslag.pdf", 0, "voorblad-evaluatie"),
    ("C-1003", "evaluatieverslag.pdf", 2, "uitkomst"),
    ("C-1003", "makkelijk-lezen.pdf", 0, "mijn-plan"),
    ("C-1003", "makkelijk-lezen.pdf", 1, "op-een-blad"),
    ("C-1007", "makkelijk-lezen.pdf", 2, "beeld-boven"),
    ("C-1008", "makkelijk-lezen.pdf", 2, "licht-op-donker"),
    ("C-1011", "makkelijk-lezen.pdf", 2, "zonder-beeld"),
    ("C-1003", "makkelijk-lezen-evaluatie.pdf", 1, "hoe-ging-het"),
];

/// The documents of a run over `data/`, by client and file.
type Documents = BTreeMap<(String, String), Vec<u8>>;

fn documents() -> &'static Documents {
    static DOCUMENTS: OnceLock<Documents> = OnceLock::new();
    DOCUMENTS.get_or_init(|| render("2"))
}

/// Renders the example organisation.
fn render(jobs: &str) -> Documents {
    let out = tempfile::tempdir().expect("a folder");
    let run = Command::new(env!("CARGO_BIN_EXE_drieluik"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["render", "--date", "2026-11-22", "--jobs", jobs, "--out"])
        .arg(out.path())
        .output()
        .expect("runs");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let mut documents = BTreeMap::new();
    let is_clients = |path: &PathBuf| path.is_dir() && !name(path).starts_with('.');
    for folder in entries(out.path()).into_iter().filter(is_clients) {
        for file in entries(&folder) {
            documents.insert(
                (name(&folder), name(&file)),
                fs::read(&file).expect("readable"),
            );
        }
    }
    let manifest = fs::read(out.path().join("manifest.json")).expect("a manifest");
    documents.insert((String::new(), "manifest.json".to_owned()), manifest);
    documents
}

fn pdfs() -> impl Iterator<Item = (&'static str, &'static str, &'static [u8])> {
    documents()
        .iter()
        .filter(|((_, file), _)| Path::new(file).extension().is_some_and(|e| e == "pdf"))
        .map(|((client, file), bytes)| (client.as_str(), file.as_str(), bytes.as_slice()))
}

#[test]
fn every_client_gets_its_documents() {
    let made: Vec<_> = pdfs()
        .map(|(client, file, _)| format!("{client}/{file}"))
        .collect();
    in_references("made", || {
        insta::assert_snapshot!("documents", made.join("\n"));
    });
}

#[test]
fn the_text_of_every_document_is_as_it_was() {
    for (client, file, pdf) in pdfs() {
        let texts = texts(pdf);
        let pages: Vec<_> = texts
            .pages()
            .iter()
            .enumerate()
            .map(|(index, page)| format!("== blad {}\n{}", index + 1, page.trim_end()))
            .collect();
        let text = format!(
            "{}\n{}",
            texts.title().unwrap_or_default(),
            pages.join("\n")
        );
        let name = file.trim_end_matches(".pdf");
        in_references(client, || {
            insta::assert_snapshot!(name, text);
        });
    }
}

#[test]
fn every_kind_of_page_looks_as_it_did() {
    let folder = references().join("pages");
    let differences = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    fs::create_dir_all(&differences).expect("writable");
    let mut wrong = Vec::new();
    for (client, file, page, name) in PAGES {
        let pdf = &documents()[&((*client).to_owned(), (*file).to_owned())];
        let image = rasterise(pdf, *page, DPI);
        let reference = folder.join(format!("{name}.png"));
        if let Err(difference) = compare(&reference, &image, Tolerance::default(), &differences) {
            wrong.push(difference);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_document_meets_both_standards() {
    let wrong: Vec<_> = pdfs()
        .flat_map(|(client, file, pdf)| {
            violations(pdf)
                .into_iter()
                .map(move |line| format!("{client}/{file}: {line}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_document_says_its_language_and_title_and_has_headings() {
    for (client, file, pdf) in pdfs() {
        let texts = texts(pdf);
        let roles = texts.struct_roles();
        assert_eq!(texts.document_language(), Some("nl"), "{client}/{file}");
        assert!(
            texts.title().is_some_and(|title| !title.is_empty()),
            "{client}/{file}"
        );
        assert!(roles.contains_key("H1"), "{client}/{file}: {roles:?}");
        if roles.contains_key("Table") {
            assert!(roles.contains_key("TH"), "{client}/{file}: {roles:?}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_with_any_number_of_jobs() {
    let other = render("1");
    assert_eq!(
        documents().keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    let changed: Vec<_> = documents()
        .iter()
        .filter(|(key, bytes)| other[*key] != **bytes)
        .collect();
    assert!(
        changed.is_empty(),
        "{:?}",
        changed.iter().map(|(key, _)| key).collect::<Vec<_>>()
    );
}

fn in_references(folder: &str, check: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(references().join("text").join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(check);
}

fn references() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/references")
}

fn name(path: &Path) -> String {
    path.file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}
