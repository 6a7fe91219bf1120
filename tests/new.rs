//! `new` as its users run it: a plan that can be read, asks for little at first, and can be finished.
#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::process::Output;

use support::folder::entries;
use support::organisation::{Organisation, printed, said};

const DAY: &str = "2026-11-22";

fn new(organisation: &Organisation, arguments: &[&str]) -> Output {
    organisation.run("new", &[arguments, &["--date", DAY]].concat())
}

/// What `check` finds, as codes.
fn codes(organisation: &Organisation, client: &str) -> Vec<String> {
    let found = organisation.run(
        "check",
        &[client, "--date", DAY, "--message-format", "json"],
    );
    let lines = printed(&found);
    let lines = lines.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        line["code"].as_str().map(str::to_owned)
    });
    lines.flatten().collect()
}

#[test]
fn every_kind_under_every_law_makes_a_plan_that_can_be_read() {
    let organisation = Organisation::with(&["C-1001"]);
    let mut number = 2000;
    for (kind, part) in [
        ("ondersteuningsplan", "belangen: Rechten en belangen"),
        ("zorgleefplan", "hoe_wil_ik_leven = \"\""),
        ("begeleidingsplan", "[herstel]"),
    ] {
        for (law, payer) in [
            ("wmo", "[gemeente]"),
            ("jeugdwet", "[beschikking]"),
            ("wlz", "[zorgkantoor]"),
            ("zvw", "[zorgverzekeraar]"),
        ] {
            number += 1;
            let client = format!("C-{number}");
            let made = new(&organisation, &[&client, "--kind", kind, "--law", law]);
            assert_eq!(made.status.code(), Some(0), "{}", said(&made));
            let path = organisation.plan(&client);
            assert_eq!(printed(&made).trim(), path.display().to_string());
            let text = fs::read_to_string(&path).expect("there");
            assert!(text.contains(part) && text.contains(payer), "{kind} {law}");
            assert!(text.contains("opgesteld = 2026-11-22"));
            assert!(!text.contains("{{") && !text.contains("{%"));
            assert!(entries(&path.with_file_name("fotos")).is_empty());
            let codes = codes(&organisation, &client);
            assert!((1..=12).contains(&codes.len()), "{codes:?}");
            assert!(codes.iter().all(|code| code == "nog-invullen"), "{codes:?}");
        }
    }
}

#[test]
fn every_example_in_the_plan_works_once_its_line_is_on() {
    let organisation = Organisation::with(&["C-1001"]);
    for (client, kind) in [
        ("C-1", "ondersteuningsplan"),
        ("C-2", "zorgleefplan"),
        ("C-3", "begeleidingsplan"),
    ] {
        new(&organisation, &[client, "--kind", kind]);
        let path = organisation.plan(client);
        let text = fs::read_to_string(&path).expect("there");
        let mut lines = Vec::new();
        for line in text.lines() {
            let bare = line.strip_prefix("# ").unwrap_or_default();
            let bare = bare.strip_prefix("  ").unwrap_or(bare);
            let word = bare.split(" = ").next().unwrap_or_default();
            let is_key =
                bare.contains(" = ") && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            let is_code = is_key || bare.starts_with('[') || bare.starts_with('{') || bare == "]";
            // The plan van aanpak is a file of its own.
            let is_indented = line.starts_with("#   ") && !bare.starts_with('{');
            lines.push(if is_code && !is_indented { bare } else { line });
        }
        let on = lines
            .join("\n")
            .replace("foto = \"bus.jpg\"", "foto = \"\"");
        assert!(on.contains("\n[[netwerk]]") && on.contains("\nfunctioneren = ["));
        fs::write(&path, on).expect("writable");
        let codes = codes(&organisation, client);
        for code in [
            "onbekende-sleutel",
            "onbekende-waarde",
            "soort-waarde",
            "toml",
            "domein",
            "datumvolgorde",
            "dubbel",
            "datum",
        ] {
            assert!(
                !codes.iter().any(|found| found == code),
                "{client}: {code}: {codes:?}"
            );
        }
    }
}

#[test]
fn a_number_that_is_taken_or_none_is_refused_with_the_reason() {
    let organisation = Organisation::with(&["C-1001"]);
    fs::create_dir_all(organisation.data().join("clienten/oud/C-7")).expect("writable");
    for (arguments, word) in [
        (&["C-1001"][..], "clienten/C-1001"),
        (&["c-1001"], "is er al"),
        (&["C-7"], "oud/C-7"),
        (&["Jan Jansen"], "geen spatie"),
        (&["C-8", "--location", "../buiten"], "--location"),
        (&["C-8", "--location", "C-1001"], "map van een cliënt"),
    ] {
        let refused = new(
            &organisation,
            &[arguments, &["--kind", "zorgleefplan"]].concat(),
        );
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert!(said(&refused).contains(word), "{}", said(&refused));
        assert!(said(&refused).contains("hint: "));
        assert!(!said(&refused).contains("Jansen"), "a name is not repeated");
    }
    assert!(!organisation.plan("C-8").exists());
    assert!(!organisation.data().join("buiten").exists());
    let made = new(
        &organisation,
        &[
            "C-8",
            "--kind",
            "zorgleefplan",
            "--location",
            "noord/linden",
        ],
    );
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    assert!(
        organisation
            .data()
            .join("clienten/noord/linden/C-8/plan.toml")
            .is_file()
    );
}

#[test]
fn nothing_is_made_of_a_plan_that_still_has_something_to_fill_in() {
    let organisation = Organisation::with(&["C-1001"]);
    organisation.render(&[]);
    organisation.edit("C-1001", "\"Weer naar de duivenclub\"", "\"INVULLEN\"");
    let run = organisation.render(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(printed(&run).is_empty(), "{}", printed(&run));
    assert!(
        said(&run).contains("op 1 plaats staat nog INVULLEN"),
        "{}",
        said(&run)
    );
    // An agreed plan should have been made: that is no success.
    organisation.edit(
        "C-1001",
        "status = \"concept\"",
        "status = \"vastgesteld\"\nvastgesteld = 2026-11-20",
    );
    let run = organisation.render(&[]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(printed(&run).is_empty(), "{}", printed(&run));
    organisation.edit("C-1001", "INVULLEN", "Weer naar de duivenclub");
    let codes = codes(&organisation, "C-1001");
    assert!(
        codes.iter().any(|code| code == "verplicht-onderdeel"),
        "{codes:?}"
    );
}
