//! Drop-in cases: each folder under `tests/cases/dossier` is a client's folder, with its expected
//! findings in place: `# fout: [code]` or `# waarschuwing: [code]` at the end of the line that a
//! finding points at. A folder without such marks must be read without a finding.
//!
//! A client that needs another organisation brings its own `aanbieder.toml`.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use drieluik::batch::{self, Observer, Request};
use drieluik::dossier::load::ClientId;
use drieluik::dossier::value::Date;
use drieluik::finding::Finding;
use support::folder::{copy, entries};

/// File, line, severity and code.
type Expectation = (String, usize, String, String);

#[test]
fn every_case_has_exactly_the_findings_that_stand_in_it() {
    let mut wrong = Vec::new();
    let cases = folders(&cases_folder());
    assert!(cases.len() >= 10, "the cases are there");
    for case in cases {
        let expected = expectations(&case);
        let found = findings(&case);
        for missing in expected.difference(&found) {
            wrong.push(format!("{}: not found: {missing:?}", case.display()));
        }
        for extra in found.difference(&expected) {
            wrong.push(format!("{}: not expected: {extra:?}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the marks in the files say.
fn expectations(case: &Path) -> BTreeSet<Expectation> {
    let mut expected = BTreeSet::new();
    for file in files(case) {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let bytes = fs::read(&file).expect("readable");
        let text = String::from_utf8_lossy(&bytes);
        for (index, line) in text.lines().enumerate() {
            for severity in ["fout", "waarschuwing"] {
                for mark in line.split(&format!("# {severity}: [")).skip(1) {
                    let code = mark.split(']').next().expect("a code");
                    let place = (name.clone(), index + 1);
                    expected.insert((place.0, place.1, severity.to_owned(), code.to_owned()));
                }
            }
        }
    }
    expected
}

/// What the program finds, in a dry run over this client alone.
fn findings(case: &Path) -> BTreeSet<Expectation> {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let client = data.join("clienten").join("C-1");
    fs::create_dir_all(&client).expect("writable");
    copy(case, &client);
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/aanbieder.toml");
    let own = client.join("aanbieder.toml");
    fs::copy(
        if own.is_file() { own } else { shared },
        data.join("aanbieder.toml"),
    )
    .expect("copied");
    let request = Request {
        data,
        out: folder.path().join("out"),
        clients: Vec::new(),
        only: BTreeSet::new(),
        relative: None,
        jobs: None,
        today: Date::from_civil(jiff::civil::date(2026, 11, 22)),
        dry_run: true,
        mark_mandatory: false,
    };
    let found = match batch::render(&request, &Silent) {
        Ok(summary) => summary
            .clients
            .into_iter()
            .flat_map(|client| client.findings)
            .collect(),
        Err(batch::RunError::Organisation(findings)) => findings,
        Err(error) => panic!("{}: {error}", case.display()),
    };
    found.iter().map(expectation).collect()
}

fn expectation(finding: &Finding) -> Expectation {
    let (file, line) = finding.place.as_ref().map_or_else(
        || (String::new(), 0),
        |place| {
            let name = place
                .file
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, place.line)
        },
    );
    (
        file,
        line,
        finding.severity.to_string(),
        finding.code.to_owned(),
    )
}

/// Hears nothing.
struct Silent;

impl Observer for Silent {
    fn begin(&self, _clients: usize) {}
    fn client_done(&self, _client: &ClientId) {}
}

fn cases_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/dossier")
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder)
        .into_iter()
        .filter(|path| path.is_dir())
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let is_toml = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    };
    entries(folder).into_iter().filter(is_toml).collect()
}
