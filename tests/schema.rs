//! `drieluik schema` as its users run it, and the schemas beside real files: what is in order passes,
//! and what the loader refuses doesn't.

#![expect(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use drieluik::check;
use drieluik::dossier::schema::DataFile;
use support::folder::entries;
use support::json_schema::{complaints, json};
use support::organisation::{printed, said};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_drieluik"));
    command.arg("schema").args(arguments);
    command.output().expect("the program starts")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Everything that organisations write in a folder, with what the schema has against it.
fn files_in(folder: &Path) -> BTreeMap<PathBuf, Vec<String>> {
    let mut found = BTreeMap::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.extend(files_in(&path));
        }
        let is_of = |file: &&DataFile| path.ends_with(file.file_name());
        if let Some(file) = DataFile::ALL.iter().find(is_of) {
            let text = fs::read_to_string(&path).expect("UTF-8");
            let value: toml::Table = text.parse().expect("TOML");
            let value = json(&toml::Value::Table(value));
            found.insert(path, complaints(&check::data_schema(*file), &value));
        }
    }
    found
}

#[test]
fn every_file_of_the_example_organisation_keeps_to_its_schema() {
    let files = files_in(&root().join("data"));
    assert!(files.len() > 30, "only {} files", files.len());
    for (path, complaints) in files {
        assert!(complaints.is_empty(), "{}: {complaints:?}", path.display());
    }
}

#[test]
fn every_file_that_init_makes_keeps_to_its_schema() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_drieluik"));
    command.current_dir(folder.path());
    command.args(["init", ".", "--clients", "12", "--date", "2026-11-22"]);
    let made = command.output().expect("the program starts");
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let files = files_in(folder.path());
    assert!(files.len() > 20, "only {} files", files.len());
    for (path, complaints) in files {
        assert!(complaints.is_empty(), "{}: {complaints:?}", path.display());
    }
}

#[test]
fn what_the_loader_takes_passes_and_what_it_refuses_does_not() {
    let cases = root().join("tests/cases/dossier");
    for case in [
        "elke-sleutel",
        "minimaal-plan",
        "gelijke-datums",
        "bsn-in-groepen",
        "diakrieten-in-namen",
        "eigen-categorie-bij-wmo",
        "makkelijk-lezen-op-de-grens",
        "zorgkantoor-bij-wlz",
    ] {
        for (path, complaints) in files_in(&cases.join(case)) {
            assert!(complaints.is_empty(), "{}: {complaints:?}", path.display());
        }
    }
    for (case, file, places) in [
        (
            "onbekende-sleutels",
            "plan.toml",
            &["", ".client", ".client.adres"][..],
        ),
        (
            "onbekende-waarden",
            "plan.toml",
            &[".client.voornaamwoord", ".doelen[0].domein"],
        ),
        (
            "ontbrekende-sleutels",
            "plan.toml",
            &[".client", ".doelen[0].intensiteit"],
        ),
        ("tabellen-ontbreken", "plan.toml", &[""]),
        (
            "verkeerde-soort-waarde",
            "plan.toml",
            &[".client.achternaam", ".beeldvorming.wensen[1]"],
        ),
        (
            "lege-verplichte-sleutels",
            "plan.toml",
            &[".plan.soort", ".client.roepnaam"],
        ),
        ("bsn-te-kort", "plan.toml", &[".client.bsn"]),
        (
            "datum-met-tijd",
            "plan.toml",
            &[".plan.ingang", ".gesprek.tijd"],
        ),
        (
            "jaartal-onmogelijk",
            "plan.toml",
            &[".client.geboortedatum"],
        ),
        (
            "foto-met-map-ervoor",
            "plan.toml",
            &[".client.foto", ".begeleiding.foto"],
        ),
        ("te-lange-tekst", "plan.toml", &[".beeldvorming.hulpvraag"]),
        ("productcode-te-lang", "plan.toml", &[".producten[1].code"]),
        ("versie-nul", "plan.toml", &[".plan.versie", ".plan.cyclus"]),
        (
            "makkelijk-lezen-buiten-de-maat",
            "plan.toml",
            &[".makkelijk_lezen.lettergrootte"],
        ),
        (
            "cijfers-buiten-een-tot-vijf",
            "evaluatie.toml",
            &[".kwaliteit_van_bestaan[0].nu"],
        ),
        ("agb-verkeerd", "aanbieder.toml", &[".organisatie.agb"]),
        (
            "aanbieder-onbekende-regel",
            "aanbieder.toml",
            &[".controle"],
        ),
    ] {
        let files = files_in(&cases.join(case));
        let complaints = &files[&cases.join(case).join(file)];
        for place in places {
            let start = format!("{place}: ");
            let is_told = complaints.iter().any(|told| told.starts_with(&start));
            assert!(is_told, "{case}: nothing at {place:?} in {complaints:?}");
        }
    }
}

#[test]
fn the_document_of_the_files_is_current() {
    let document = fs::read_to_string(root().join("docs/data.md")).unwrap_or_default();
    assert!(
        document.trim_end() == check::data_reference().trim_end(),
        "run: cargo run --release -- schema --markdown > docs/data.md"
    );
}

#[test]
fn every_link_of_the_document_leads_to_one_heading() {
    let document = check::data_reference();
    let anchor = |title: &str| {
        let kept = title
            .chars()
            .filter(|c| c.is_alphanumeric() || " -".contains(*c));
        let kept: String = kept.collect();
        kept.to_lowercase().replace(' ', "-")
    };
    let headings = document.lines().filter(|line| line.starts_with("##"));
    let headings: Vec<_> = headings
        .map(|line| anchor(line.trim_start_matches('#').trim()))
        .collect();
    let links: Vec<_> = document
        .split("](#")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(link, _)| link)
        .collect();
    assert!(links.len() > 100, "only {} links", links.len());
    for link in links {
        let count = headings.iter().filter(|heading| *heading == link).count();
        assert_eq!(count, 1, "#{link}");
    }
}

#[test]
fn each_file_has_its_schema_by_word_and_by_name() {
    let list = run(&[]);
    assert_eq!(list.status.code(), Some(0));
    for file in DataFile::ALL {
        let line = printed(&list);
        let line = line
            .lines()
            .find(|line| line.starts_with(&format!("{} ", file.word())));
        assert!(line.is_some_and(|line| line.ends_with(file.purpose())));
        let by_word = run(&[file.word()]);
        assert_eq!(by_word.status.code(), Some(0));
        let schema: serde_json::Value = printed(&by_word).parse().expect("JSON");
        assert_eq!(schema, check::data_schema(*file));
        assert_eq!(schema["title"], file.file_name());
        assert_eq!(printed(&run(&[file.file_name()])), printed(&by_word));
    }
    let markdown = printed(&run(&["--markdown"]));
    assert_eq!(markdown.trim_end(), check::data_reference().trim_end());
}

#[test]
fn rules_can_be_chosen_in_the_editor() {
    let schema = check::data_schema(DataFile::Provider);
    let rules = schema["properties"]["controle"]["properties"].as_object();
    let rules = rules.expect("named");
    let codes: Vec<_> = rules.keys().map(String::as_str).collect();
    let mut known: Vec<_> = check::rule_codes().collect();
    known.sort_unstable();
    assert_eq!(codes, known);
    let words = serde_json::json!(["fout", "waarschuwing", "tip", "uit"]);
    assert_eq!(rules["lange-zin"]["enum"], words);
    assert!(
        rules["lange-zin"]["description"]
            .as_str()
            .is_some_and(|what| !what.is_empty())
    );
}

#[test]
fn a_wrong_word_is_answered_with_the_right_ones() {
    for (arguments, answer) in [
        (
            &["plannetje"][..],
            "kies uit plan, evaluatie, rapportage, plan-van-aanpak, aanbieder",
        ),
        (&["plan", "--markdown"], "past niet bij de rest"),
        (&["plan", "--write", "x"], "past niet bij de rest"),
        (&["--write"], "ontbreekt de waarde"),
        (&["--write", "/nergens/bestaat/dit"], "is geen map"),
    ] {
        let refused = run(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert!(
            said(&refused).contains(answer),
            "{arguments:?}: {}",
            said(&refused)
        );
        assert!(said(&refused).contains("hint: "), "{arguments:?}");
        assert!(printed(&refused).is_empty(), "{arguments:?}");
    }
}

#[test]
fn an_editor_is_set_up_without_touching_what_is_not_ours() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    let target = path.to_str().expect("UTF-8");
    fs::create_dir(path.join(".vscode")).expect("writable");
    let own = path.join(".vscode/settings.json");
    fs::write(&own, "{ \"editor.fontSize\": 20 }").expect("writable");

    let first = run(&["--write", target]);
    assert_eq!(first.status.code(), Some(0), "{}", said(&first));
    assert!(
        said(&first).contains("7 bestanden geschreven"),
        "{}",
        said(&first)
    );
    assert!(
        said(&first).contains("settings.json is van iemand anders"),
        "{}",
        said(&first)
    );
    assert_eq!(
        fs::read_to_string(&own).expect("there"),
        "{ \"editor.fontSize\": 20 }"
    );
    for file in DataFile::ALL {
        let text = fs::read_to_string(path.join(format!("schema/{}.json", file.word())));
        let mut schema: serde_json::Value = text.expect("there").parse().expect("JSON");
        schema
            .as_object_mut()
            .expect("an object")
            .remove("$comment");
        assert_eq!(schema, check::data_schema(*file));
    }
    assert!(path.join(".taplo.toml").is_file());
    assert!(path.join(".vscode/extensions.json").is_file());

    let again = run(&["--write", target]);
    assert!(
        said(&again).contains("er is niets nieuws"),
        "{}",
        said(&again)
    );

    // One that was changed stays; one that is gone comes back.
    let changed = path.join(".taplo.toml");
    let text =
        fs::read_to_string(&changed).expect("there") + "\n[formatting]\nalign_entries = true\n";
    fs::write(&changed, &text).expect("writable");
    fs::remove_file(path.join("schema/plan.json")).expect("there");
    let last = run(&["--write", target]);
    assert!(
        said(&last).contains("1 bestand geschreven"),
        "{}",
        said(&last)
    );
    assert!(said(&last).contains(".taplo.toml is van iemand anders of is veranderd"));
    assert_eq!(fs::read_to_string(&changed).expect("there"), text);
    assert!(path.join("schema/plan.json").is_file());
}

#[cfg(unix)]
#[test]
fn a_link_is_not_written_through() {
    let folder = tempfile::tempdir().expect("a folder");
    let outside = tempfile::tempdir().expect("a folder");
    let links = [
        ("schema", outside.path().join("")),
        (".taplo.toml", outside.path().join("x")),
    ];
    for (name, target) in links {
        std::os::unix::fs::symlink(target, folder.path().join(name)).expect("links");
    }
    let refused = run(&["--write", folder.path().to_str().expect("UTF-8")]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert!(said(&refused).contains("kan niet geschreven worden"));
    assert!(entries(outside.path()).is_empty());
}
