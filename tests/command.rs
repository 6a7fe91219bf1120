//! The program as its users run it: options, exit codes, what is removed and what is kept.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::process::Command;

use support::organisation::{Organisation, printed, said};

#[test]
fn one_document_of_one_client() {
    let organisation = Organisation::with(&["C-1001", "C-1003"]);
    let run = organisation.render(&["C-1003", "--only", "easy-read"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert_eq!(printed(&run).lines().count(), 1);
    assert!(organisation.has("C-1003/makkelijk-lezen.pdf"));
    assert!(!organisation.has("C-1003/ondersteuningsplan.pdf"));
    assert!(!organisation.out().join("C-1001").exists());
}

#[test]
fn what_is_made_on_request_is_made_and_kept() {
    let organisation = Organisation::with(&["C-1003"]);
    let run = organisation.render(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let files = ["gespreksplaten.pdf", "uitleg.pdf", "vragen.pdf"].map(|f| format!("C-1003/{f}"));
    assert!(files.iter().all(|file| !organisation.has(file)));

    let request = ["--only", "sheets,explain,questions"];
    let run = organisation.render(&[&request[..], &["--dry-run"]].concat());
    assert_eq!(printed(&run).lines().count(), 3, "{}", said(&run));
    assert!(files.iter().all(|file| !organisation.has(file)));
    organisation.render(&request);
    assert!(files.iter().all(|file| organisation.has(file)));

    let run = organisation.render(&[]);
    assert!(!printed(&run).contains("vragen.pdf"), "{}", printed(&run));
    assert!(files.iter().all(|file| organisation.has(file)), "they stay");
    let manifest = fs::read_to_string(organisation.out().join("manifest.json")).expect("there");
    assert!(manifest.contains("\"vragen.pdf\":{"), "{manifest}");
    assert!(manifest.contains("\"questions\""), "{manifest}");
}

#[test]
fn an_error_in_a_goal_stops_the_sheets_but_not_what_says_nothing_of_it() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit(
        "C-1003",
        "Samir helpt 1 keer per week.",
        "Samir helpt 3 keer per week.",
    );
    let run = organisation.render(&["--only", "sheets,explain,questions"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(!organisation.has("C-1003/gespreksplaten.pdf"));
    assert!(organisation.has("C-1003/uitleg.pdf"));
    assert!(organisation.has("C-1003/vragen.pdf"));
}

#[test]
fn an_error_about_the_meeting_stops_all_that_tells_of_it() {
    let organisation = strict();
    organisation.edit("C-1003", "Ilse werkt bij de gemeente.", LONG);
    let run = organisation.render(&["--only", "easy-read,sheets,explain,questions"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    for file in ["makkelijk-lezen.pdf", "gespreksplaten.pdf", "uitleg.pdf"] {
        assert!(!organisation.has(&format!("C-1003/{file}")), "{file}");
    }
    assert!(organisation.has("C-1003/vragen.pdf"));
}

#[test]
fn an_error_in_the_easy_evaluation_stops_that_alone() {
    let organisation = strict();
    let file = organisation.plan("C-1003").with_file_name("evaluatie.toml");
    let text = fs::read_to_string(&file).expect("there");
    let other = text.replace("Er gaat veel goed.", LONG);
    assert_ne!(text, other);
    fs::write(&file, other).expect("writable");
    let run = organisation.render(&["--only", "easy-read,easy-evaluation,sheets"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(!organisation.has("C-1003/makkelijk-lezen-evaluatie.pdf"));
    assert!(organisation.has("C-1003/makkelijk-lezen.pdf"));
    assert!(organisation.has("C-1003/gespreksplaten.pdf"));
}

#[test]
fn only_the_errors_of_what_is_asked_for_are_told_one_by_one() {
    let organisation = Organisation::with(&["C-1003"]);
    let nature = "aard = \"Oefenen en begeleiden op afstand\"\n";
    organisation.edit("C-1003", nature, "");
    let run = organisation.render(&["--only", "sheets"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(!said(&run).contains("doel-zonder-aard"), "{}", said(&run));
    let others = "C-1003: 1 andere fout, buiten deze documenten: drieluik check C-1003";
    assert!(said(&run).contains(others), "{}", said(&run));
    let run = organisation.render(&["--only", "formal"]);
    assert!(said(&run).contains("doel-zonder-aard"), "{}", said(&run));
    assert!(!said(&run).contains("andere fout"), "{}", said(&run));
}

#[test]
fn documents_may_be_asked_for_by_dutch_words_and_with_spaces() {
    let organisation = Organisation::with(&["C-1003"]);
    let words = "plan, familie, makkelijk-lezen, evaluatie, makkelijk-lezen-evaluatie, \
                 gespreksplaten, Uitleg, vragen";
    let run = organisation.render(&["--dry-run", "--only", words]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let made = printed(&run);
    for file in [
        "ondersteuningsplan",
        "familie-exemplaar-1",
        "uitleg",
        "vragen",
    ] {
        assert!(made.contains(&format!("{file}.pdf")), "{made}");
    }
    let run = organisation.render(&["--only", "platen"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(said(&run).contains("gespreksplaten"), "{}", said(&run));
    let run = organisation.render(&["--only", "sheets,", "explain"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(said(&run).contains("spatie"), "{}", said(&run));
}

/// A sentence of more words than an easy one may have.
const LONG: &str = "Ilse werkt bij de gemeente en zij wil graag weten hoe het nu met mij gaat.";

/// An example client of whom a sentence that is too long is an error.
fn strict() -> Organisation {
    let organisation = Organisation::with(&["C-1003"]);
    let file = organisation.data().join("aanbieder.toml");
    let text = fs::read_to_string(&file).expect("there");
    assert!(!text.contains("[controle]"), "the example has none");
    fs::write(&file, format!("{text}\n[controle]\nlange-zin = \"fout\"\n")).expect("writable");
    organisation
}

#[test]
fn one_relative() {
    let organisation = Organisation::with(&["C-1003"]);
    let run = organisation.render(&["--relative", "2"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(organisation.has("C-1003/familie-exemplaar-2.pdf"));
    assert!(!organisation.has("C-1003/familie-exemplaar-1.pdf"));
}

#[test]
fn a_number_that_nobody_has_does_not_lose_what_was_made() {
    let organisation = Organisation::with(&["C-1001"]);
    let run = organisation.render(&["--only", "family,easy-read", "--relative", "99"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    let manifest = fs::read_to_string(organisation.out().join("manifest.json")).expect("there");
    assert!(organisation.has("C-1001/makkelijk-lezen.pdf"));
    assert!(manifest.contains("makkelijk-lezen.pdf"), "{manifest}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let organisation = Organisation::with(&["C-1001"]);
    let run = organisation.render(&["--dry-run"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(printed(&run).contains("ondersteuningsplan.pdf"));
    assert!(!organisation.out().exists());
}

#[test]
fn mandatory_elements_are_marked_in_a_document_beside_the_plan() {
    let organisation = Organisation::with(&["C-1001"]);
    organisation.render(&["--only", "formal", "--mark-mandatory"]);
    assert!(organisation.has("C-1001/ondersteuningsplan.pdf"));
    assert!(organisation.has("C-1001/ondersteuningsplan-gemarkeerd.pdf"));
}

#[test]
fn a_withdrawn_consent_removes_the_copy_whatever_is_asked_for() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.render(&[]);
    assert!(organisation.has("C-1003/familie-exemplaar-2.pdf"));
    // Every consent of this cycle is withdrawn.
    organisation.edit(
        "C-1003",
        "gegeven = 2026-02-10, door = \"Zoë\" }",
        "gegeven = 2026-02-10, door = \"Zoë\", ingetrokken = 2026-11-21 }",
    );
    let run = organisation.render(&["--only", "easy-read"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(!organisation.has("C-1003/familie-exemplaar-1.pdf"));
    assert!(!organisation.has("C-1003/familie-exemplaar-2.pdf"));
    assert!(
        organisation.has("C-1003/ondersteuningsplan.pdf"),
        "the rest is kept"
    );
    let manifest = fs::read_to_string(organisation.out().join("manifest.json")).expect("there");
    assert!(
        !manifest.contains("\"familie-exemplaar-1.pdf\":{"),
        "{manifest}"
    );
}

#[test]
fn a_copy_that_shows_a_theme_too_many_is_removed_even_when_it_is_not_made_anew() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.render(&[]);
    let consent = "{ thema = \"werk\", gegeven = 2026-02-10, door = \"Zoë\" },";
    let withdrawn = consent.replace(" },", ", ingetrokken = 2026-11-21 },");
    organisation.edit("C-1003", consent, &withdrawn);
    organisation.render(&["--only", "easy-read"]);
    assert!(!organisation.has("C-1003/familie-exemplaar-1.pdf"));
    assert!(
        organisation.has("C-1003/familie-exemplaar-2.pdf"),
        "nothing changed for this one"
    );
    organisation.render(&[]);
    assert!(
        organisation.has("C-1003/familie-exemplaar-1.pdf"),
        "made anew without that theme"
    );
}

#[test]
fn a_passage_that_moves_to_a_closed_theme_takes_the_copy_with_it() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.render(&[]);
    let passage = "[[wie_ben_ik]]\nthema = \"wonen\"";
    organisation.edit("C-1003", passage, "[[wie_ben_ik]]\nthema = \"zeggenschap\"");
    organisation.render(&["--only", "formal"]);
    assert!(!organisation.has("C-1003/familie-exemplaar-1.pdf"));
    assert!(
        organisation.has("C-1003/familie-exemplaar-2.pdf"),
        "this one never saw it"
    );
}

#[test]
fn a_copy_that_is_not_the_one_of_the_manifest_is_removed() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.render(&[]);
    let copy = organisation.out().join("C-1003/familie-exemplaar-1.pdf");
    fs::write(&copy, b"a copy of another day").expect("writable");
    organisation.render(&["--only", "easy-read"]);
    assert!(!copy.exists());
}

#[test]
fn a_representative_sees_nothing_before_the_day_that_it_begins() {
    let organisation = Organisation::with(&["C-1007"]);
    organisation.render(&["--only", "family"]);
    assert!(organisation.has("C-1007/familie-exemplaar-1.pdf"));
    organisation.edit("C-1007", "sinds = 2015-06-22", "sinds = 2027-06-22");
    let run = organisation.render(&["--only", "family"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(!organisation.has("C-1007/familie-exemplaar-1.pdf"));
}

#[test]
fn a_client_that_is_gone_loses_its_copies_without_a_manifest_and_when_asked_for() {
    for arguments in [vec![], vec!["C-1003"]] {
        let organisation = Organisation::with(&["C-1001", "C-1003"]);
        organisation.render(&[]);
        fs::remove_dir_all(organisation.data().join("clienten/C-1003")).expect("there");
        fs::remove_file(organisation.out().join("manifest.json")).expect("there");
        let run = organisation.render(&arguments);
        let expected = i32::from(!arguments.is_empty());
        assert_eq!(run.status.code(), Some(expected), "{}", said(&run));
        assert!(
            !organisation.has("C-1003/familie-exemplaar-1.pdf"),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_copy_that_cannot_be_removed_is_told_and_the_others_go() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.render(&[]);
    let stubborn = organisation.out().join("C-1003/familie-exemplaar-0.pdf");
    fs::create_dir(&stubborn).expect("writable");
    organisation.edit("C-1003", "gewenst = true", "gewenst = false");
    let run = organisation.render(&["--only", "easy-read"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(said(&run).contains("kan niet weg"), "{}", said(&run));
    assert!(!organisation.has("C-1003/familie-exemplaar-1.pdf"));
    assert!(!organisation.has("C-1003/familie-exemplaar-2.pdf"));
}

#[test]
fn a_failure_stays_known_until_its_document_is_made() {
    let organisation = Organisation::with(&["C-1003"]);
    let photo = organisation.data().join("clienten/C-1003/fotos/noor.jpg");
    fs::write(photo, b"not a picture").expect("writable");
    organisation.render(&["--only", "easy-read"]);
    organisation.render(&["--only", "family"]);
    let manifest = fs::read_to_string(organisation.out().join("manifest.json")).expect("there");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let failed = &manifest["clients"]["C-1003"]["failed"];
    assert!(failed["makkelijk-lezen.pdf"].is_string(), "{manifest}");
}

#[test]
fn a_client_with_mistakes_fails_alone_and_loses_its_family_copies() {
    let organisation = Organisation::with(&["C-1001", "C-1003"]);
    organisation.render(&[]);
    organisation.edit("C-1003", "wet = \"wmo\"", "wet = \"wmoo\"");
    fs::remove_file(organisation.out().join("C-1001/makkelijk-lezen.pdf")).expect("there");
    let run = organisation.render(&["--only", "easy-read"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(said(&run).contains("bedoel je `wmo`?"), "{}", said(&run));
    assert!(
        organisation.has("C-1001/makkelijk-lezen.pdf"),
        "the other client is made"
    );
    assert!(
        !organisation.has("C-1003/familie-exemplaar-1.pdf"),
        "consent is unknown"
    );
    assert!(
        organisation.has("C-1003/ondersteuningsplan.pdf"),
        "the rest is kept"
    );
}

#[test]
fn a_client_that_is_gone_loses_its_family_copies() {
    let organisation = Organisation::with(&["C-1001", "C-1003"]);
    organisation.render(&[]);
    fs::remove_dir_all(organisation.data().join("clienten/C-1003")).expect("there");
    let run = organisation.render(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(!organisation.has("C-1003/familie-exemplaar-1.pdf"));
    assert!(
        organisation.has("C-1003/ondersteuningsplan.pdf"),
        "the rest is kept"
    );
}

#[test]
fn an_agreed_plan_with_an_empty_mandatory_element_fails_by_its_name() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit("C-1003", "beschikkingsnummer = ", "# ");
    let run = organisation.render(&["--only", "formal,easy-read"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(said(&run).contains("beschikkingsnummer"), "{}", said(&run));
    assert!(!organisation.has("C-1003/ondersteuningsplan.pdf"));
    assert!(
        organisation.has("C-1003/makkelijk-lezen.pdf"),
        "only that document fails"
    );
}

#[test]
fn a_photo_that_is_none_fails_its_documents_and_names_the_line() {
    let organisation = Organisation::with(&["C-1003"]);
    let photo = organisation.data().join("clienten/C-1003/fotos/noor.jpg");
    fs::write(photo, b"not a picture").expect("writable");
    let run = organisation.render(&["--only", "easy-read,formal"]);
    assert_eq!(run.status.code(), Some(1));
    assert!(said(&run).contains("plan.toml:"), "{}", said(&run));
    assert!(
        !said(&run).contains("noor"),
        "the name of the file is personal: {}",
        said(&run)
    );
}

#[test]
fn the_outcome_as_json_is_a_line_for_each_document_and_client_and_a_summary() {
    let organisation = Organisation::with(&["C-1001", "C-1003"]);
    let run = organisation.render(&["--message-format", "json", "--only", "family"]);
    let lines: Vec<serde_json::Value> = printed(&run)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let types: Vec<_> = lines.iter().map(|line| line["type"].as_str()).collect();
    let types: Vec<_> = types.into_iter().flatten().collect();
    let document = "document";
    let expected = [
        "client", document, document, document, document, "client", "summary",
    ];
    assert_eq!(types, expected);
    let fates: Vec<_> = lines[1..5]
        .iter()
        .map(|line| line["fate"].as_str().expect("told"))
        .collect();
    assert_eq!(fates, ["made", "made", "withheld", "withheld"]);
    assert!(lines[3]["reason"].is_string());
    assert_eq!(lines[5]["client"], "C-1003");
    assert_eq!(lines[6]["renditions"]["family"]["made"], 2);
}

#[test]
fn wrong_turns_are_explained_in_dutch() {
    let organisation = Organisation::with(&["C-1001"]);
    for (arguments, code, word) in [
        (vec!["C-1010"], 2, "C-1001"),
        (vec!["--only", "easyread"], 2, "easy-read"),
        (vec!["--date", "2026-02-30"], 2, "jaar-maand-dag"),
        (vec!["--jobs", "0"], 2, "heel getal"),
        (vec!["--onyl", "formal"], 2, "--only"),
        (vec!["--relative", "99"], 2, "99"),
        (vec!["--relative", "1", "--only", "formal"], 2, "family"),
        (vec!["--relative", "1", "--only", "sheets"], 2, "family"),
    ] {
        let run = organisation.render(&arguments);
        assert_eq!(
            run.status.code(),
            Some(code),
            "{arguments:?}: {}",
            said(&run)
        );
        assert!(said(&run).contains(word), "{arguments:?}: {}", said(&run));
    }
    let empty = Organisation::with(&[]);
    assert_eq!(empty.render(&[]).status.code(), Some(2));
    assert!(said(&empty.render(&[])).contains("--data"));
    let nowhere = Command::new(env!("CARGO_BIN_EXE_drieluik"))
        .args(["render", "--data", "bestaat-niet"])
        .output()
        .expect("runs");
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(said(&nowhere).contains("aanbieder.toml"));
}

#[test]
fn the_epoch_of_reproducible_builds_is_the_day() {
    let organisation = Organisation::with(&["C-1003"]);
    let run = |epoch: &str| {
        Command::new(env!("CARGO_BIN_EXE_drieluik"))
            .args(["render", "--dry-run", "--only", "family", "--data"])
            .arg(organisation.data())
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .expect("runs")
    };
    // In 1970 no consent had been given yet.
    assert!(!printed(&run("0")).contains("familie-exemplaar"));
    assert!(printed(&run("1795305600")).contains("familie-exemplaar-1.pdf"));
    assert_eq!(run("gisteren").status.code(), Some(2));
}
