//! Only what changed is made again, and `verify` tells what is not as it was made.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::process::{Command, Output};

use support::organisation::{Organisation, printed, said};
use support::run::{program, request};
use support::tree::{differences, tree};

/// The files that a run made, by client and name.
fn made(run: &Output) -> BTreeSet<String> {
    let line = |line: &str| {
        let parts: Vec<_> = line.rsplit(['/', '\\']).take(2).collect();
        format!("{}/{}", parts[1], parts[0])
    };
    printed(run).lines().map(line).collect()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Two clients with all their documents.
fn rendered() -> Organisation {
    let organisation = Organisation::with(&["C-1001", "C-1003"]);
    let run = organisation.render(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    organisation
}

fn verify(organisation: &Organisation) -> Output {
    let mut verify = Command::new(program());
    verify.arg("verify").arg("--out").arg(organisation.out());
    verify.output().expect("runs")
}

#[test]
fn a_run_in_which_nothing_changed_touches_nothing() {
    let organisation = rendered();
    let before = tree(&organisation.out());
    let run = organisation.render(&[]);
    assert_eq!(run.status.code(), Some(0));
    assert_eq!(made(&run), names(&[]));
    assert!(said(&run).contains("niet veranderd"), "{}", said(&run));
    let different = differences(&tree(&organisation.out()), &before);
    assert!(different.is_empty(), "{}", different.join("\n"));
    let run = organisation.render(&["--force", "C-1001"]);
    assert!(made(&run).contains("C-1001/ondersteuningsplan.pdf"));
    let different = differences(&tree(&organisation.out()), &before);
    assert!(different.is_empty(), "{}", different.join("\n"));
    // Nor does one of which less is asked, or one on the day after.
    for arguments in [&["--only", "formal"][..], &["--date", "2026-11-23"]] {
        assert_eq!(made(&organisation.render(arguments)), names(&[]));
    }
}

#[test]
fn a_change_makes_anew_what_shows_it() {
    let organisation = rendered();
    let photo = organisation.data().join("clienten/C-1003/fotos/noor.jpg");
    let other = organisation.data().join("clienten/C-1003/fotos/zoe.jpg");
    assert!(photo.is_file() && other.is_file(), "the example has both");
    fs::copy(&other, &photo).expect("writable");
    let run = organisation.render(&[]);
    let anew = made(&run);
    assert!(anew.contains("C-1003/makkelijk-lezen.pdf"), "{anew:?}");
    assert!(!anew.contains("C-1003/ondersteuningsplan.pdf"), "{anew:?}");
    assert!(
        anew.iter().all(|name| name.starts_with("C-1003/")),
        "{anew:?}"
    );

    // What nobody sees changes nothing.
    organisation.edit("C-1001", "[plan]", "# een aantekening\n[plan]");
    assert_eq!(made(&organisation.render(&[])), names(&[]));

    // What all clients share changes all.
    let provider = organisation.data().join("aanbieder.toml");
    let text = fs::read_to_string(&provider).expect("there");
    let line = text
        .lines()
        .find(|line| line.starts_with("telefoon"))
        .expect("it has one");
    fs::write(
        &provider,
        text.replace(line, "telefoon = \"030 555 01 99\""),
    )
    .expect("writable");
    let anew = made(&organisation.render(&[]));
    assert!(
        anew.iter().any(|name| name.starts_with("C-1001/")),
        "{anew:?}"
    );
}

#[test]
fn what_is_not_as_it_was_made_is_made_anew() {
    let organisation = rendered();
    let before = tree(&organisation.out());
    let file = organisation.out().join("C-1001/ondersteuningsplan.pdf");
    fs::remove_file(&file).expect("there");
    assert_eq!(
        made(&organisation.render(&[])),
        names(&["C-1001/ondersteuningsplan.pdf"])
    );
    fs::write(&file, b"%PDF-1.7 something else").expect("writable");
    assert_eq!(
        made(&organisation.render(&[])),
        names(&["C-1001/ondersteuningsplan.pdf"])
    );
    // Only its time is another one: it is looked at, and stays.
    let now = std::time::SystemTime::now();
    File::open(&file)
        .and_then(|file| file.set_modified(now))
        .expect("settable");
    assert_eq!(made(&organisation.render(&[])), names(&[]));
    let different = differences(&tree(&organisation.out()), &before);
    assert!(different.is_empty(), "{}", different.join("\n"));

    // Size and time are the same, the bytes are not: only looking finds it.
    let moment = fs::metadata(&file)
        .and_then(|about| about.modified())
        .expect("known");
    let mut bytes = fs::read(&file).expect("there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).expect("writable");
    File::open(&file)
        .and_then(|file| file.set_modified(moment))
        .expect("settable");
    assert_eq!(made(&organisation.render(&[])), names(&[]));
    let run = organisation.render(&["--verify"]);
    assert_eq!(made(&run), names(&["C-1001/ondersteuningsplan.pdf"]));
}

#[test]
fn a_day_on_which_something_changes_is_noticed() {
    let organisation = Organisation::with(&["C-1007"]);
    organisation.edit("C-1007", "sinds = 2015-06-22", "sinds = 2026-12-01");
    organisation.render(&["--date", "2026-11-22"]);
    assert!(!organisation.has("C-1007/familie-exemplaar-1.pdf"));
    let run = organisation.render(&["--date", "2026-11-30"]);
    assert_eq!(made(&run), names(&[]));
    let run = organisation.render(&["--date", "2026-12-01"]);
    assert!(
        made(&run).contains("C-1007/familie-exemplaar-1.pdf"),
        "{}",
        said(&run)
    );
    // And back again.
    organisation.render(&["--date", "2026-11-22"]);
    assert!(!organisation.has("C-1007/familie-exemplaar-1.pdf"));
}

#[test]
fn findings_of_who_did_not_change_are_told_by_code_and_place() {
    let organisation = Organisation::with(&["C-1001"]);
    let first = organisation.render(&["--message-format", "json"]);
    let second = organisation.render(&["--message-format", "json"]);
    let places = |run: &Output| -> BTreeSet<String> {
        let lines = printed(run);
        let lines = lines
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"));
        let of_client = |line: &serde_json::Value| line["type"] == "client";
        let client: serde_json::Value = lines.into_iter().find(of_client).expect("told");
        let findings = client["findings"].as_array().expect("a list").iter();
        let place = |finding: &serde_json::Value| {
            format!(
                "{} {}:{}",
                finding["code"], finding["file"], finding["line"]
            )
        };
        findings.map(place).collect()
    };
    assert!(!places(&first).is_empty(), "the example has some");
    assert_eq!(places(&first), places(&second));
    assert!(printed(&second).contains("\"fate\":\"unchanged\""));
}

#[test]
fn who_is_gone_is_listed_and_removed_when_asked_for() {
    let organisation = rendered();
    fs::remove_dir_all(organisation.data().join("clienten/C-1003")).expect("there");
    let run = organisation.render(&[]);
    assert!(
        said(&run).contains("C-1003 staat niet meer in de gegevens"),
        "{}",
        said(&run)
    );
    assert!(organisation.has("C-1003/ondersteuningsplan.pdf"));
    assert!(!organisation.has("C-1003/familie-exemplaar-1.pdf"));
    let run = organisation.render(&["--dry-run", "--prune"]);
    assert!(
        said(&run).contains("zou weggehaald worden"),
        "{}",
        said(&run)
    );
    assert!(organisation.has("C-1003/ondersteuningsplan.pdf"));
    organisation.render(&["--prune"]);
    assert!(!organisation.out().join("C-1003").exists());
    assert_eq!(verify(&organisation).status.code(), Some(0));
    let run = organisation.render(&[]);
    assert!(!said(&run).contains("C-1003"), "{}", said(&run));
}

#[test]
fn verify_names_what_is_changed_lost_or_added() {
    let organisation = rendered();
    let whole = verify(&organisation);
    assert_eq!(whole.status.code(), Some(0), "{}", printed(&whole));
    assert_eq!(printed(&whole), "");
    let out = organisation.out();
    fs::write(out.join("C-1001/ondersteuningsplan.pdf"), b"x").expect("writable");
    fs::remove_file(out.join("C-1003/makkelijk-lezen.pdf")).expect("there");
    fs::write(out.join("C-1003/kladje.txt"), b"x").expect("writable");
    let run = verify(&organisation);
    assert_eq!(run.status.code(), Some(1));
    let said: Vec<_> = printed(&run)
        .lines()
        .map(|line| line.replace('\\', "/"))
        .collect();
    assert_eq!(
        said,
        [
            "C-1001/ondersteuningsplan.pdf: veranderd",
            "C-1003/makkelijk-lezen.pdf: weg",
            "C-1003/kladje.txt: niet door drieluik gemaakt",
        ]
    );
}

#[test]
fn verify_says_when_there_is_nothing_to_look_at() {
    let folder = tempfile::tempdir().expect("a folder");
    for out in [folder.path().to_owned(), folder.path().join("nowhere")] {
        let run = Command::new(program())
            .arg("verify")
            .arg("--out")
            .arg(out)
            .output();
        let run = run.expect("runs");
        assert_eq!(run.status.code(), Some(2));
        assert!(said(&run).contains("hint: "), "{}", said(&run));
    }
}

#[test]
fn inputs_that_are_kept_are_a_whole_project_of_typst() {
    let organisation = Organisation::with(&["C-1003"]);
    let kept = organisation.out().join("../kept");
    let mut request = request(&organisation.data(), &organisation.out());
    request.only = names(&["easy-read"]);
    request.keep_inputs = Some(kept.clone());
    support::run::run(&request, program(), &drieluik::batch::RealDisk).expect("goes well");
    let project = kept.join("C-1003/makkelijk-lezen");
    let about = fs::read(project.join("document.json")).expect("there");
    let about: serde_json::Value = serde_json::from_slice(&about).expect("JSON");
    let template = about["template"].as_str().expect("a path");
    assert!(project.join(template).is_file());
    assert!(project.join("view.json").is_file());
    assert!(project.join("picture/0").is_file());
    assert!(kept.join("fonts/0.ttf").is_file());
}
