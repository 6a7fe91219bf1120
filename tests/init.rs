//! `init` as its users run it: what it makes is in order, and it never writes over anything.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use drieluik::dossier::value::Date;
use drieluik::finding::Severity;
use support::folder::entries;
use support::organisation::said;

const DAY: &str = "2026-11-22";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_drieluik"));
    command.current_dir(folder).args(arguments);
    command.output().expect("the program starts")
}

#[test]
fn what_it_makes_has_no_errors_and_can_be_rendered() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(
        folder.path(),
        &["init", ".", "--clients", "6", "--seed", "5", "--date", DAY],
    );
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    assert!(entries(&folder.path().join("out")).is_empty());
    let request = drieluik::check::Request {
        data: folder.path().join("data"),
        clients: Vec::new(),
        today: Date::from_civil(jiff::civil::date(2026, 11, 22)),
    };
    let outcome = drieluik::check::run(&request).expect("in order");
    assert_eq!(outcome.clients.len(), 6);
    for client in &outcome.clients {
        let errors: Vec<_> = client
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| &finding.message)
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", client.client);
    }
    let rendered = run(folder.path(), &["render", "--dry-run", "--date", DAY]);
    assert_eq!(rendered.status.code(), Some(0), "{}", said(&rendered));
}

#[test]
fn what_is_there_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("writable");
    let refused = run(folder.path(), &["init", ".", "--clients", "2"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said(&refused).contains("data is er al"),
        "{}",
        said(&refused)
    );
    assert!(entries(&data).is_empty());
    assert_eq!(entries(folder.path()), [data]);
}

#[test]
fn the_number_of_clients_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [&["init", "."][..], &["init", ".", "--clients", "0"]] {
        assert_eq!(run(folder.path(), arguments).status.code(), Some(2));
    }
    assert!(entries(folder.path()).is_empty());
}
