//! What one meets around the commands: where the organisation is found, options from the
//! environment, what the program says of itself.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::organisation::{Organisation, printed, said};

/// The program, in a folder, with variables.
fn drieluik(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_drieluik"))
        .current_dir(folder)
        .args(arguments)
        .envs(variables.iter().copied())
        .output()
        .expect("the program starts")
}

#[test]
fn the_organisation_is_found_from_a_clients_own_folder() {
    let organisation = Organisation::with(&["C-1001"]);
    let client = organisation.data().join("clienten/C-1001");
    let run = drieluik(&client, &["render", "--only", "easy-read"], &[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let beside = organisation
        .data()
        .parent()
        .expect("it has one")
        .join("out");
    assert!(beside.join("C-1001/makkelijk-lezen.pdf").exists());
    assert!(!client.join("out").exists());
    let run = drieluik(&beside, &["verify"], &[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
}

#[test]
fn without_an_organisation_the_message_tells_how_to_get_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = drieluik(folder.path(), &["render"], &[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("drieluik init"), "{}", said(&run));
    assert!(fs::read_dir(folder.path()).expect("there").next().is_none());
}

#[test]
fn a_client_number_in_other_letters_is_helped_along() {
    let organisation = Organisation::with(&["C-1001"]);
    for asked in ["c-1001", "C-101"] {
        let run = organisation.run("check", &[asked]);
        assert_eq!(run.status.code(), Some(2));
        assert!(said(&run).contains("bedoel je C-1001?"), "{}", said(&run));
        assert!(said(&run).contains("drieluik info"), "{}", said(&run));
    }
    let run = organisation.run("check", &["iets-anders"]);
    assert!(!said(&run).contains("bedoel je"), "{}", said(&run));
}

#[test]
fn an_option_may_come_from_the_environment_and_what_is_typed_comes_first() {
    let organisation = Organisation::with(&["C-1001"]);
    let here = organisation.data();
    let out = here.join("elders");
    let out = out.to_str().expect("a path in letters");
    let variables = [
        ("DRIELUIK_ONLY", "makkelijk-lezen"),
        ("DRIELUIK_OUT", out),
        ("DRIELUIK_DRY_RUN", "1"),
    ];
    let run = drieluik(&here, &["render"], &variables);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(!Path::new(out).exists());

    let variables = [variables[0], variables[1], ("DRIELUIK_DRY_RUN", "nee")];
    let run = drieluik(&here, &["render"], &variables);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("DRIELUIK_DRY_RUN"), "{}", said(&run));

    let run = drieluik(&here, &["render", "--only", "formal"], &variables[..2]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let made = Path::new(out).join("C-1001");
    assert!(made.join("ondersteuningsplan.pdf").exists());
    assert!(!made.join("makkelijk-lezen.pdf").exists());

    let wrong = [("DRIELUIK_TIMEOUT", "lang")];
    let run = drieluik(&here, &["render"], &wrong);
    assert!(said(&run).contains("DRIELUIK_TIMEOUT"), "{}", said(&run));
    let run = drieluik(&here, &["render", "--timeout", "lang"], &wrong);
    assert!(!said(&run).contains("DRIELUIK_TIMEOUT"), "{}", said(&run));
}

#[test]
fn info_tells_what_is_here() {
    let organisation = Organisation::with(&["C-1001", "C-1003"]);
    let json = ["info", "--message-format", "json"];
    let run = drieluik(&organisation.data(), &json, &[]);
    let info: serde_json::Value = serde_json::from_str(&printed(&run)).expect("JSON");
    assert_eq!(info["data"]["clients"], 2);
    assert_eq!(info["program"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(
        info["fonts"],
        serde_json::json!(["DejaVu Sans", "Noto Sans"])
    );
    assert_eq!(info["formats"][0], "regio");
    let version = drieluik(&organisation.data(), &["--version"], &[]);
    let build = info["program"]["build"].as_str().expect("a text");
    assert!(printed(&version).contains(build));

    let empty = tempfile::tempdir().expect("a folder");
    let run = drieluik(empty.path(), &["info"], &[]);
    assert_eq!(run.status.code(), Some(0));
    assert!(said(&run).contains("drieluik init"), "{}", said(&run));
}

#[test]
fn shells_and_man_know_the_commands_but_not_the_worker() {
    let here = tempfile::tempdir().expect("a folder");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = drieluik(here.path(), &["completions", shell], &[]);
        let script = printed(&run);
        assert!(
            script.contains("render") && script.contains("keep-inputs"),
            "{shell}"
        );
        assert!(!script.contains("worker"), "{shell}");
    }
    let run = drieluik(here.path(), &["completions", "tcsh"], &[]);
    assert_eq!(run.status.code(), Some(2));

    let page = printed(&drieluik(here.path(), &["man"], &[]));
    assert!(page.contains(".SH NAAM") && page.contains("drieluik\\-render"));
    assert!(!page.contains("worker"), "{page}");
    let page = printed(&drieluik(
        here.path(),
        &["man", "pictograms", "import"],
        &[],
    ));
    assert!(
        page.contains("\\-\\-words") && page.contains(".SH OPTIES"),
        "{page}"
    );
    let run = drieluik(here.path(), &["man", "rendr"], &[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("rendr"), "{}", said(&run));
}
