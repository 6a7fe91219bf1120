//! Whatever a document does to who makes it, it costs that document alone.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::path::{Path, PathBuf};
use std::time::Duration;

use drieluik::batch::{Fate, RealDisk, RunError};
use support::organisation::Organisation;
use support::run::{Outcomes, program, request, run};

fn troubled() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_drieluik"));
    let name = format!("troubled_worker{}", std::env::consts::EXE_SUFFIX);
    let folder = program.parent().expect("a folder");
    folder.join("examples").join(name)
}

/// Why the easy-read plan of a client isn't there.
fn reason(outcomes: &Outcomes, client: &str) -> String {
    let documents = &outcomes[client].documents;
    let failed: Vec<_> = documents
        .iter()
        .filter_map(|document| match &document.fate {
            Fate::Failed(reason) => Some((document.file_name.as_str(), reason)),
            _ => None,
        })
        .collect();
    let [("makkelijk-lezen.pdf", reason)] = failed[..] else {
        panic!("{client}: {failed:?}");
    };
    reason.clone()
}

#[test]
fn a_document_that_breaks_its_worker_costs_that_document_alone() {
    let clients = [
        "C-1001", "C-1002", "C-1003", "C-1004", "C-1005", "C-1006", "C-1008",
    ];
    let organisation = Organisation::with(&clients);
    let mut request = request(&organisation.data(), &organisation.out());
    request.timeout = Duration::from_secs(20);
    request.memory = 600 * 1024 * 1024;
    let (summary, outcomes) = run(&request, troubled(), &RealDisk).expect("the run goes on");
    assert_eq!(outcomes.len(), clients.len());
    let failed = outcomes.iter().filter(|(_, client)| !client.succeeded());
    let failed: Vec<_> = failed
        .map(|(client, outcome)| (client, &outcome.failures))
        .collect();
    assert_eq!(failed.len(), 6, "{failed:#?}");
    assert_eq!(summary.failed, 6);
    for (client, expected) in [
        ("C-1001", "fout in het programma zelf"),
        ("C-1002", "te diep genest"),
        ("C-1003", "langer dan 20 seconden; --timeout"),
        ("C-1004", "meer dan 600 MiB geheugen; --memory"),
        ("C-1005", "is gestopt"),
    ] {
        let reason = reason(&outcomes, client);
        assert!(reason.contains(expected), "{client}: {reason}");
        assert!(!reason.contains("KANARIE"), "{reason}");
        let others = &outcomes[client].documents;
        let is_made = |fate: &Fate| matches!(fate, Fate::Made { .. });
        assert!(
            others.iter().any(|document| is_made(&document.fate)),
            "{client}"
        );
        assert!(!organisation.has(&format!("{client}/makkelijk-lezen.pdf")));
    }
    assert_eq!(outcomes["C-1006"].failures.len(), 1);
    assert!(!organisation.out().join("C-1006").exists());
    assert!(outcomes["C-1008"].succeeded());

    // What failed is made when the trouble is over; the rest stays.
    let (summary, _) = run(&request, program(), &RealDisk).expect("goes well");
    assert_eq!(summary.failed, 0);
    assert!(organisation.has("C-1003/makkelijk-lezen.pdf"));
    let easy = summary.renditions["easy-read"];
    assert_eq!((easy.made, easy.unchanged), (6, 1));
    assert_eq!(summary.renditions["formal"].made, 1, "that of C-1006");
}

#[test]
fn a_worker_that_cannot_be_started_ends_the_run_with_a_word() {
    let organisation = Organisation::with(&["C-1001"]);
    let request = request(&organisation.data(), &organisation.out());
    let program = organisation.data().join("no-such-program");
    let error = run(&request, program, &RealDisk).expect_err("no worker");
    assert!(matches!(error, RunError::Worker(_)), "{error}");
    // Something that starts, but is no worker.
    let program = PathBuf::from("true");
    let error = run(&request, program, &RealDisk).expect_err("no worker");
    assert!(matches!(error, RunError::Worker(_)), "{error}");
}
