//! Drop-in cases: each folder under `tests/cases/dossier` is a client's folder, with its expected
//! findings in place: `# fout: [code]` or `# waarschuwing: [code]` at the end of the line that a
//! finding points at. A folder without such marks must be read without a finding.
//!
//! A client that needs another organisation brings its own `aanbieder.toml`.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use drieluik::batch::{RealDisk, RunError};
use drieluik::check::{self, OfficeError};
use drieluik::finding::Finding;
use support::folder::{client_with, entries};
use support::marks::{Expectation, expectation, expectations};
use support::run;

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

/// What the program finds, in a dry run over this client alone.
fn findings(case: &Path) -> BTreeSet<Expectation> {
    let folder = client_with(case);
    let (data, out) = (folder.path().join("data"), folder.path().join("out"));
    let mut request = run::request(&data, &out);
    request.dry_run = true;
    let found: Vec<_> = match run::run(&request, run::program(), &RealDisk) {
        Ok((_, clients)) => clients
            .into_values()
            .flat_map(|client| client.findings)
            .collect(),
        Err(RunError::Office(OfficeError::Organisation(findings))) => findings,
        Err(error) => panic!("{}: {error}", case.display()),
    };
    // What the rules of `check` find has cases of its own.
    let is_loaders = |finding: &&Finding| !check::rule_codes().any(|code| code == finding.code);
    found.iter().filter(is_loaders).map(expectation).collect()
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
