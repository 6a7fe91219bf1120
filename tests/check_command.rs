//! `check`, `due`, `review`, `explain` and `language check` as their users run them.

mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use drieluik::dossier::value::Date;
use drieluik::finding::Severity;
use support::organisation::{Organisation, printed, said};

const DATE: [&str; 2] = ["--date", "2026-11-22"];

fn check(organisation: &Organisation, arguments: &[&str]) -> Output {
    organisation.run("check", &[&DATE, arguments].concat())
}

#[test]
fn a_model_plan_has_no_errors_and_warnings_count_when_asked() {
    let organisation = Organisation::with(&["C-1003"]);
    let run = check(&organisation, &["C-1003", "--deny", "warnings"]);
    assert_eq!(
        run.status.code(),
        Some(0),
        "{}{}",
        printed(&run),
        said(&run)
    );
    organisation.edit(
        "C-1003",
        "zin = \"Ik wil rustig opstaan.\"",
        "zin = \"Ik ga bijv. mee.\"",
    );
    let run = check(&organisation, &["C-1003"]);
    assert_eq!(run.status.code(), Some(0), "{}", printed(&run));
    assert!(
        printed(&run).contains("waarschuwing[afkorting]"),
        "{}",
        printed(&run)
    );
    let run = check(&organisation, &["C-1003", "--deny", "warnings"]);
    assert_eq!(run.status.code(), Some(1));
}

#[test]
fn the_agreed_examples_are_model_plans() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let request = drieluik::check::Request {
        data,
        clients: Vec::new(),
        today: Date::from_civil(jiff::civil::date(2026, 11, 22)),
    };
    let outcome = drieluik::check::run(&request).expect("in order");
    for client in &outcome.clients {
        // C-1001 is the first draft of a plan, with much to find.
        let is_draft = client.client.as_str() == "C-1001";
        let flaws: Vec<_> = client
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Hint)
            .map(|finding| (finding.code, &finding.quote))
            .collect();
        assert_eq!(is_draft, !flaws.is_empty(), "{}: {flaws:?}", client.client);
    }
}

#[test]
fn an_error_is_shown_with_its_text_its_source_and_the_way_out() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit(
        "C-1003",
        "Ik oefen 2 keer per week.",
        "Ik oefen 3 keer per week.",
    );
    let run = check(&organisation, &[]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    let report = printed(&run);
    for part in [
        "fout[",
        "Ik oefen 3 keer per week.",
        "^^^",
        "= tekst: ",
        "= hint: ",
        "= bron: ",
    ] {
        assert!(report.contains(part), "{part}: {report}");
    }
}

#[test]
fn the_report_shows_no_numbers_or_addresses_of_people() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit(
        "C-1003",
        "Ik wil rustig opstaan.",
        "Mijn BSN 999900006 is bekend en ik bel 06-12345678 of mail zoe@voorbeeld.nl.",
    );
    for form in ["human", "json"] {
        let run = check(&organisation, &["--message-format", form]);
        assert_eq!(run.status.code(), Some(0), "{}", said(&run));
        let all = printed(&run) + &said(&run);
        assert!(all.contains("Mijn BSN *********"), "{all}");
        for secret in ["999900006", "5012", "12345678", "013 555 01 23", "zoe@voor"] {
            assert!(!all.contains(secret), "{secret}: {all}");
        }
    }
}

#[test]
fn json_has_its_documented_keys() {
    let organisation = Organisation::with(&["C-1001"]);
    let run = check(&organisation, &["--message-format", "json"]);
    let documented = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.md"))
        .expect("there");
    let lines: Vec<serde_json::Value> = printed(&run)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let kinds: Vec<_> = lines.iter().map(|line| line["type"].as_str()).collect();
    assert_eq!(kinds.first(), Some(&Some("finding")));
    assert_eq!(kinds[kinds.len() - 2..], [Some("client"), Some("summary")]);
    for line in &lines {
        assert_eq!(line["version"], 1);
        for key in line.as_object().expect("an object").keys() {
            assert!(
                documented.contains(&format!("`{key}`")) || key == "type",
                "{key}"
            );
        }
    }
}

#[test]
fn wrong_turns_are_told_in_dutch() {
    let organisation = Organisation::with(&["C-1001"]);
    let run = check(&organisation, &["C-1010"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("bedoel je C-1001?"), "{}", said(&run));
    let run = check(&organisation, &["--deny", "alles"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        said(&run).contains("kies uit warnings, hints"),
        "{}",
        said(&run)
    );
    let run = organisation.run("review", &["C-1001"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("--by"), "{}", said(&run));
    let run = organisation.run("due", &["--within", "soon"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("60d"), "{}", said(&run));
}

#[test]
fn an_error_stops_the_formal_documents_of_an_agreed_plan_and_nothing_else() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit(
        "C-1003",
        "aard = \"Oefenen en begeleiden op afstand\"\n",
        "",
    );
    let run = organisation.run("render", &DATE);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(!organisation.has("C-1003/ondersteuningsplan.pdf"));
    assert!(organisation.has("C-1003/makkelijk-lezen.pdf"));
    assert!(organisation.has("C-1003/familie-exemplaar-1.pdf"));
    assert!(said(&run).contains("check vindt fouten"), "{}", said(&run));
    // The same plan as a concept is made, with its findings noted.
    organisation.edit("C-1003", "status = \"vastgesteld\"", "status = \"concept\"");
    let run = organisation.run("render", &DATE);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(organisation.has("C-1003/ondersteuningsplan.pdf"));
    let manifest = fs::read_to_string(organisation.out().join("manifest.json")).expect("there");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let findings = &manifest["clients"]["C-1003"]["findings"];
    let mut all = findings.as_array().into_iter().flatten();
    assert!(
        all.any(|finding| finding["severity"] == "fout"),
        "{findings}"
    );
}

#[test]
fn a_contradiction_stops_the_easy_read_copy_alone() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit(
        "C-1003",
        "Ik oefen 2 keer per week.",
        "Ik oefen 3 keer per week.",
    );
    let run = organisation.run("render", &DATE);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(!organisation.has("C-1003/makkelijk-lezen.pdf"));
    assert!(organisation.has("C-1003/ondersteuningsplan.pdf"));
    assert!(!said(&run).contains("3 keer"), "{}", said(&run));
}

#[test]
fn a_stopped_document_stays_known_while_it_is_not_asked_for() {
    let organisation = Organisation::with(&["C-1003"]);
    organisation.edit(
        "C-1003",
        "Ik oefen 2 keer per week.",
        "Ik oefen 3 keer per week.",
    );
    organisation.run("render", &DATE);
    organisation.run("render", &[&DATE[..], &["--only", "formal"]].concat());
    let manifest = fs::read_to_string(organisation.out().join("manifest.json")).expect("there");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let failed = &manifest["clients"]["C-1003"]["failed"];
    assert!(failed["makkelijk-lezen.pdf"].is_string(), "{failed}");
}

#[test]
fn a_review_is_recorded_and_asked_for_again_when_a_goal_changes() {
    let organisation = Organisation::with(&["C-1003"]);
    let review = [
        "C-1003",
        "--by",
        "Samir \"Sam\" el Idrissi",
        "--read-by",
        "Wendy Maas",
    ];
    let run = organisation.run("review", &[&review[..], &["--date", "2026-03-01"]].concat());
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let asks = |run: &Output| printed(run).contains("nagekeken-verouderd");
    let run = check(&organisation, &[]);
    assert!(!asks(&run), "{}", printed(&run));
    organisation.edit("C-1003", "Met plaatjes lukte het", "Met foto's lukte het");
    let run = check(&organisation, &[]);
    assert!(asks(&run), "{}", printed(&run));
    // Who read the text of the goal as it was, doesn't count for the new one.
    let run = organisation.run(
        "review",
        &["C-1003", "--by", "Samir", "--date", "2026-04-01"],
    );
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let file = organisation.data().join("clienten/C-1003/nagekeken.toml");
    let text = fs::read_to_string(file).expect("there");
    assert!(
        text.contains("datum = 2026-04-01") && !text.contains("Wendy"),
        "{text}"
    );
    assert!(!asks(&check(&organisation, &[])));
}

#[test]
fn a_review_of_a_text_that_contradicts_the_plan_is_refused() {
    let organisation = Organisation::with(&["C-1003"]);
    let file = organisation.data().join("clienten/C-1003/nagekeken.toml");
    let before = fs::read_to_string(&file).ok();
    organisation.edit(
        "C-1003",
        "Ik oefen 2 keer per week.",
        "Ik oefen 3 keer per week.",
    );
    let run = organisation.run("review", &["C-1003", "--by", "Samir"]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert_eq!(fs::read_to_string(&file).ok(), before);
    let run = organisation.run("review", &["C-1003", "--by", "\u{200B}"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
}

#[test]
fn what_falls_due_is_listed_soonest_first() {
    let organisation = Organisation::with(&["C-1002", "C-1003", "C-1007"]);
    let json = ["--within", "365d", "--message-format", "json"];
    let run = organisation.run("due", &[&DATE, &json[..]].concat());
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    let days: Vec<_> = printed(&run)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter(|line| line["type"] == "due")
        .map(|line| line["days"].as_i64().expect("a number"))
        .collect();
    assert!(days.len() > 2 && days.is_sorted(), "{days:?}");
    assert!(days.iter().all(|days| *days <= 365));
}

#[test]
fn sentences_are_judged_one_by_one() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_drieluik"))
        .args(["language", "check"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut input = child.stdin.take().expect("piped");
    input
        .write_all("Ik ga naar huis.\n\nIk krijg \"feedback\".".as_bytes())
        .expect("read");
    drop(input);
    let output = child.wait_with_output().expect("ends");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "{\"sentence\":\"Ik ga naar huis.\",\"rules\":[]}\n{\"sentence\":\"\",\"rules\":[]}\n\
         {\"sentence\":\"Ik krijg \\\"feedback\\\".\",\"rules\":[\"english-word\"]}\n"
    );
    assert_eq!(output.status.code(), Some(0));
}
