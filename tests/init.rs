//! `init` as its users run it: what it makes is in order, and it never writes over anything.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes in folders of its own"
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use drieluik::dossier::value::Date;
use drieluik::finding::Severity;
use support::folder::entries;
use support::organisation::{printed, said};

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
    for taken in ["data", "LEESMIJ.txt", "out"] {
        let folder = tempfile::tempdir().expect("a folder");
        let there = folder.path().join(taken);
        fs::create_dir_all(there.join("van mij")).expect("writable");
        for arguments in [&["init", "."][..], &["init", ".", "--clients", "2"]] {
            let refused = run(folder.path(), arguments);
            assert_eq!(refused.status.code(), Some(2), "{taken}");
            let said = said(&refused);
            assert!(said.contains(&format!("{taken} is er al")), "{said}");
            assert_eq!(entries(folder.path()), std::slice::from_ref(&there));
            assert_eq!(entries(&there), [there.join("van mij")]);
        }
    }
}

#[test]
fn a_number_of_clients_is_at_least_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = run(folder.path(), &["init", ".", "--clients", "0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(entries(folder.path()).is_empty());
}

#[test]
fn a_new_organisation_can_be_rendered_at_once() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("zorg");
    fs::create_dir_all(folder.join("out")).expect("writable");
    fs::create_dir(folder.join("iets anders")).expect("writable");
    let made = run(home.path(), &["init", "zorg", "--date", DAY]);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let rendered = run(&folder, &["render", "--date", DAY]);
    assert_eq!(rendered.status.code(), Some(0), "{}", said(&rendered));
    let told = said(&rendered);
    assert!(
        told.contains("SJABLOON: ondersteuningsplan.pdf niet gemaakt"),
        "{told}"
    );
    assert!(told.contains("INVULLEN"), "{told}");
    let documents: Vec<_> = printed(&rendered).lines().map(str::to_owned).collect();
    assert!(documents.len() >= 4, "{documents:?}");
    assert!(documents.iter().all(|path| path.contains("VOORBEELD")));
    // The second time nothing changed, and the empty plan is told of in the same way.
    let again = run(&folder, &["render", "--date", DAY]);
    assert_eq!(again.status.code(), Some(0), "{}", said(&again));
    assert!(
        said(&again).contains("1 plan nog niet ingevuld"),
        "{}",
        said(&again)
    );
    assert!(printed(&again).is_empty());
}

#[test]
fn the_example_is_in_order_on_any_day_and_the_empty_plan_asks_for_little() {
    for day in ["2026-01-01", "2026-07-31", "2027-12-31", "2028-02-29"] {
        let folder = tempfile::tempdir().expect("a folder");
        let made = run(folder.path(), &["init", ".", "--date", day]);
        assert_eq!(made.status.code(), Some(0), "{}", said(&made));
        let request = drieluik::check::Request {
            data: folder.path().join("data"),
            clients: Vec::new(),
            today: Date::from_civil(day.parse().expect("a day")),
        };
        let outcome = drieluik::check::run(&request).expect("in order");
        let [form, example] = outcome.clients.as_slice() else {
            panic!("two clients");
        };
        assert!(form.readable && example.readable);
        let wrong: Vec<_> = example
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Hint)
            .collect();
        assert!(wrong.is_empty(), "{day}: {wrong:#?}");
        assert!(
            (1..=12).contains(&form.findings.len()),
            "{:#?}",
            form.findings
        );
        for finding in &form.findings {
            assert_eq!(finding.code, "nog-invullen");
            assert_eq!(finding.severity, Severity::Warning);
        }
    }
}

#[test]
fn every_option_of_the_organisation_is_in_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["init", ".", "--date", DAY]);
    let path = folder.path().join("data/aanbieder.toml");
    let text = fs::read_to_string(&path).expect("there");
    // Each option that is off works as it stands there, once its line is.
    let on = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(option) if is_option(option) => option,
            _ => line,
        })
        .collect::<Vec<_>>()
        .join("\n");
    assert_ne!(on, text);
    fs::write(&path, &on).expect("writable");
    // Its own templates: an empty folder changes nothing.
    fs::create_dir(folder.path().join("data/sjablonen")).expect("writable");
    let checked = run(folder.path(), &["check", "VOORBEELD", "--date", DAY]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
    let source = include_str!("../src/dossier/provider.rs");
    let renamed = source.split("rename = \"").skip(1);
    let keys = renamed.filter_map(|rest| rest.split('"').next());
    let bare = ["agb", "email", "website", "logo", "id"];
    for key in keys.chain(bare) {
        let has = on.lines().any(|line| {
            let heading = format!("[{key}]");
            line.starts_with(&format!("{key} = "))
                || line.contains(&heading)
                || line.contains(&format!("{{ {key} = "))
                || line.contains(&format!(", {key} = "))
        });
        assert!(has, "{key}");
    }
}

/// Whether a line is an option that is off, and not a remark.
fn is_option(line: &str) -> bool {
    let key = line.split(" = ").next().unwrap_or_default();
    let is_key = !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b"_-".contains(&b));
    line.starts_with("[[") || is_key && line.contains(" = ")
}

#[test]
fn the_text_to_read_first_tells_what_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["init", ".", "--date", DAY]);
    let text = fs::read_to_string(folder.path().join("LEESMIJ.txt")).expect("there");
    for part in [
        "VOORBEELD/",
        "SJABLOON/",
        "drieluik render",
        "drieluik check",
        "AVG",
        "RESERVEKOPIE",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    run(
        folder.path(),
        &["init", ".", "--clients", "2", "--date", DAY],
    );
    let text = fs::read_to_string(folder.path().join("LEESMIJ.txt")).expect("there");
    assert!(
        text.contains("2 verzonnen cliënten") && !text.contains("SJABLOON"),
        "{text}"
    );
}
