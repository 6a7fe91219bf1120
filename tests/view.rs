//! `view` as its users run it: what a template sees, on standard output and nowhere else.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::process::Output;

use serde_json::Value;
use support::organisation::{Organisation, printed, said};

fn view(organisation: &Organisation, arguments: &[&str]) -> Output {
    organisation.run("view", &[arguments, &["--date", "2026-11-22"]].concat())
}

fn json(run: &Output) -> Value {
    assert_eq!(run.status.code(), Some(0), "{}", said(run));
    serde_json::from_str(&printed(run)).expect("JSON")
}

#[test]
fn the_view_of_one_document_is_what_its_template_reads() {
    let organisation = Organisation::with(&["C-1003"]);
    let run = view(&organisation, &["C-1003", "easy-read"]);
    let seen = json(&run);
    assert!(printed(&run).contains("\n  \""), "it is laid out");
    assert_eq!(said(&run), "", "nothing personal elsewhere");
    // The same that --keep-inputs writes.
    let kept = organisation.data().join("../kept");
    let folder = kept.to_str().expect("a plain path");
    organisation.render(&["--only", "easy-read", "--keep-inputs", folder]);
    let text = fs::read(kept.join("C-1003/makkelijk-lezen/view.json")).expect("written");
    assert_eq!(seen, serde_json::from_slice::<Value>(&text).expect("JSON"));
    // In Dutch it is the same word.
    assert_eq!(
        seen,
        json(&view(&organisation, &["C-1003", "makkelijk-lezen"]))
    );
    assert!(!organisation.out().join("C-1003/uitleg.pdf").exists());
    assert!(json(&view(&organisation, &["C-1003", "explain"])).is_object());
}

#[test]
fn family_copies_stand_by_file_and_those_withheld_say_why() {
    let organisation = Organisation::with(&["C-1003"]);
    let run = view(&organisation, &["C-1003", "family"]);
    let all = json(&run);
    let first = &all["familie-exemplaar-1.pdf"];
    assert!(first.is_object(), "{}", said(&run));
    assert!(all["familie-exemplaar-2.pdf"].is_object());
    let alone = view(&organisation, &["C-1003", "family", "--relative", "1"]);
    assert_eq!(*first, json(&alone));

    let organisation = Organisation::with(&["C-1006"]);
    let run = view(&organisation, &["C-1006", "family"]);
    let why = said(&run);
    assert_eq!(run.status.code(), Some(1), "{why}");
    assert_eq!(printed(&run), "");
    assert!(why.contains("er niets te tonen"), "{why}");
}

#[test]
fn a_copy_that_is_withheld_says_why() {
    let organisation = Organisation::with(&["C-1007"]);
    organisation.edit("C-1007", "sinds = 2015-06-22", "sinds = 2026-12-01");
    let run = view(&organisation, &["C-1007", "family", "--relative", "1"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(said(&run).contains("familie-exemplaar-1.pdf wordt niet gemaakt: "));
    assert_eq!(printed(&run), "");
}

#[test]
fn what_cannot_be_shown_is_explained() {
    let organisation = Organisation::with(&["C-1001"]);
    for (arguments, code, reason) in [
        (&["C-1002", "formal"][..], 2, "bedoel je C-1001?"),
        (&["C-1001", "formeel"], 2, "kies uit formal"),
        (&["C-1001", "formal", "--relative", "1"], 2, "--relative"),
        (&["C-1001", "family", "--relative", "77"], 2, "nummer 77"),
        (&["C-1001", "evaluation"], 1, "niets te tonen"),
    ] {
        let run = view(&organisation, arguments);
        assert_eq!(run.status.code(), Some(code), "{arguments:?}");
        assert!(said(&run).contains(reason), "{arguments:?}: {}", said(&run));
        assert_eq!(printed(&run), "");
    }
    fs::write(organisation.plan("C-1001"), "[plan]\nwet = \"KANARIE\"\n").expect("writable");
    let run = view(&organisation, &["C-1001", "formal"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(!said(&run).contains("KANARIE"), "{}", said(&run));
    assert!(
        said(&run).contains("drieluik check C-1001"),
        "{}",
        said(&run)
    );
}
