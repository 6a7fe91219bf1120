//! Drop-in cases for the rules: each folder under `tests/cases/check/<code>` is a client's folder
//! that is held against that one rule. Its expected findings stand in place: `# fout: [code]`,
//! `# waarschuwing: [code]` or `# tip: [code]` at the end of the line that a finding points at.
//! A line with as many marks has as many findings. Every rule has a case in which it fires and one in which it doesn't.
//!
//! The day is 22 November 2026, or what a line `# vandaag: 2026-05-01` in `plan.toml` says. A case
//! may bring its own `aanbieder.toml`.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use drieluik::check::{self, Request};
use drieluik::dossier::value::Date;
use drieluik::finding::{Finding, Severity};
use support::folder::{client_with, entries};
use support::marks::{Expectation, expectation, marks};

#[test]
fn every_case_has_exactly_the_findings_that_stand_in_it() {
    let mut wrong = Vec::new();
    for (code, case) in cases() {
        let expected = marks(&case);
        if let Some((.., other)) = expected.iter().find(|(.., other)| *other != code) {
            wrong.push(format!("{}: {other} is another rule", case.display()));
        }
        let found = found(&case, &code);
        for missing in beyond(&expected, &found) {
            wrong.push(format!("{}: not found: {missing:?}", case.display()));
        }
        for extra in beyond(&found, &expected) {
            wrong.push(format!("{}: not expected: {extra:?}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_fires_and_one_that_does_not() {
    let cases: Vec<_> = cases()
        .into_iter()
        .map(|(code, case)| (code, marks(&case).is_empty()))
        .collect();
    let mut wrong = Vec::new();
    for code in check::rule_codes() {
        for (is_silent, what) in [(false, "fires"), (true, "stays silent")] {
            if !cases.contains(&(code.to_owned(), is_silent)) {
                wrong.push(format!("{code} has no case in which it {what}"));
            }
        }
    }
    let known: BTreeSet<_> = check::rule_codes().collect();
    for (code, _) in &cases {
        if !known.contains(code.as_str()) {
            wrong.push(format!("{code} is no rule"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every case with the rule that it is for.
fn cases() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/check");
    let mut cases = Vec::new();
    for rule in entries(&root) {
        let code = rule.file_name().expect("a name").to_string_lossy();
        cases.extend(
            entries(&rule)
                .into_iter()
                .map(|case| (code.to_string(), case)),
        );
    }
    cases
}

/// What stands in one list and not, or not as often, in another.
fn beyond(list: &[Expectation], other: &[Expectation]) -> Vec<Expectation> {
    let mut rest = other.to_vec();
    let mut is_beyond = |one: &&Expectation| match rest.iter().position(|known| known == *one) {
        Some(at) => {
            rest.swap_remove(at);
            false
        }
        None => true,
    };
    list.iter().filter(|one| is_beyond(one)).cloned().collect()
}

/// What the rule finds in a case.
fn found(case: &Path, code: &str) -> Vec<Expectation> {
    let folder = client_with(case);
    let request = Request {
        data: folder.path().join("data"),
        clients: Vec::new(),
        today: today(case),
    };
    let outcome =
        check::run(&request).unwrap_or_else(|error| panic!("{}: {error}", case.display()));
    outcome
        .clients
        .iter()
        .inspect(|client| {
            let is_broken = |finding: &&Finding| {
                finding.severity == Severity::Error
                    && !check::rule_codes().any(|code| code == finding.code)
            };
            let broken: Vec<_> = client.findings.iter().filter(is_broken).collect();
            assert!(broken.is_empty(), "{}: {broken:#?}", case.display());
            assert!(
                client.readable,
                "{}: {:#?}",
                case.display(),
                client.findings
            );
        })
        .flat_map(|client| &client.findings)
        .filter(|finding| finding.code == code)
        .map(expectation)
        .collect()
}

/// The day that a case is judged on.
fn today(case: &Path) -> Date {
    let text = fs::read_to_string(case.join("plan.toml")).expect("a plan");
    let day = text
        .lines()
        .find_map(|line| line.strip_prefix("# vandaag: "));
    let day = day.map_or("2026-11-22", str::trim).parse();
    Date::from_civil(day.expect("a day"))
}
