//! What falls due over many clients: in order, as far ahead as was asked, the same that the rules
//! say. The clients are cases of those rules.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use drieluik::check::{self, DueList, DueRequest, OfficeError, Request};
use drieluik::dossier::value::Date;
use drieluik::finding::Finding;
use support::folder::{client_with, copy, entries};

const TODAY: &str = "2026-11-22";

#[test]
fn what_is_due_stands_soonest_first_with_what_is_overdue() {
    let folder = data(&[
        ("C-3", "check/termijn-verlenging/vandaag-de-laatste-dag"),
        ("C-2", "check/termijn-einde/vandaag-de-laatste-dag"),
        ("C-1", "check/termijn-wzd-evaluatie/geen-eerste-evaluatie"),
    ]);
    let list = due(folder.path(), &[], 100).expect("in order");
    assert_eq!(
        told(&list),
        [
            "C-1 2026-11-21 -1 wzd_eerste_evaluatie",
            "C-2 2026-11-22 0 einde_plan",
            "C-3 2026-11-22 0 verlenging",
            "C-3 2027-01-17 56 einde_beschikking",
            "C-1 2027-01-23 62 wzd_duur",
            "C-3 2027-02-28 98 einde_plan",
            "C-3 2027-02-28 98 evaluatie_wmo",
            "C-1 2027-03-01 99 evaluatie_wlz",
        ]
    );
}

#[test]
fn the_window_counts_its_last_day_and_all_that_is_overdue() {
    let folder = data(&[
        ("C-1", "check/termijn-wzd-evaluatie/geen-eerste-evaluatie"),
        ("C-2", "check/termijn-verlenging/vandaag-de-laatste-dag"),
    ]);
    let count = |within| {
        due(folder.path(), &[], within)
            .expect("in order")
            .lines
            .len()
    };
    assert_eq!([count(0), count(55), count(56), count(62)], [2, 2, 3, 4]);
    assert_eq!(count(u32::MAX), 7);
}

#[test]
fn only_the_asked_for_clients_are_told_of() {
    let folder = data(&[
        ("C-1", "check/termijn-einde/plan-is-afgelopen"),
        ("C-2", "check/termijn-einde/plan-is-afgelopen"),
    ]);
    let list = due(folder.path(), &["C-2"], 0).expect("in order");
    assert!(!list.lines.is_empty());
    assert!(list.lines.iter().all(|line| line.client.as_str() == "C-2"));
    let unknown = due(folder.path(), &["C-3"], 0);
    assert!(matches!(unknown, Err(OfficeError::UnknownClient { .. })));
}

#[test]
fn a_client_that_cannot_be_read_does_not_stop_the_others() {
    let folder = data(&[
        ("C-1", "dossier/onmogelijke-datums"),
        ("C-2", "check/termijn-einde/plan-is-afgelopen"),
    ]);
    let list = due(folder.path(), &[], 0).expect("in order");
    let unreadable: Vec<_> = list.unreadable.iter().map(ToString::to_string).collect();
    assert_eq!(unreadable, ["C-1"]);
    assert!(list.lines.iter().all(|line| line.client.as_str() == "C-2"));
}

#[test]
fn goals_and_measures_are_told_by_number_with_the_source_of_their_term() {
    let folder = data(&[
        ("C-1", "check/termijn-evaluatie-doel/een-van-twee-nagekeken"),
        ("C-2", "check/termijn-wzd-evaluatie/geen-eerste-evaluatie"),
    ]);
    let list = due(folder.path(), &[], 0).expect("in order");
    let told: Vec<_> = list
        .lines
        .iter()
        .map(|line| (line.what.as_str(), line.source.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Evaluatie op een eigen dag: doel 2", "afspraak in het plan"),
            (
                "Eerste evaluatie van onvrijwillige zorg: maatregel 1",
                "Wet zorg en dwang en handreiking: binnen vier weken"
            ),
        ]
    );
}

#[test]
fn every_finding_on_a_term_stands_in_the_list_with_the_same_source_and_day() {
    let mut seen = 0;
    for rule in entries(&cases().join("check")) {
        let name = rule.file_name().expect("a name").to_string_lossy();
        if !name.starts_with("termijn-") {
            continue;
        }
        for case in entries(&rule) {
            let folder = client_with(&case);
            let data = folder.path().join("data");
            let list = due(&data, &[], 30).expect("in order");
            let request = Request {
                data,
                clients: Vec::new(),
                today: day(TODAY),
            };
            let outcome = check::run(&request).expect("in order");
            let findings = outcome.clients.iter().flat_map(|client| &client.findings);
            for finding in findings.filter(|finding| finding.code.starts_with("termijn-")) {
                seen += 1;
                let source = finding.source.as_deref();
                let ids = terms(finding.code);
                let mut lines = list.lines.iter();
                assert!(
                    lines.any(|line| Some(line.source.as_str()) == source
                        && ids.contains(&line.id)
                        && (finding.message.contains(&line.day.long()) || tells_an_end(finding))),
                    "{}: {}",
                    case.display(),
                    finding.message
                );
            }
        }
    }
    assert!(seen > 30, "{seen} findings were seen");
}

/// The terms that a rule tells of.
fn terms(code: &str) -> &'static [&'static str] {
    match code {
        "termijn-vaststelling" => &["vaststelling"],
        "termijn-bespreking" => &["bespreking_wlz"],
        "termijn-evaluatie" => &["evaluatie_plan", "evaluatie_wmo", "evaluatie_wlz"],
        "termijn-evaluatie-doel" => &["evaluatie_doel"],
        "termijn-verlenging" => &["verlenging"],
        "termijn-einde" => &["einde_plan", "einde_beschikking"],
        "termijn-familie-exemplaar" => &["familie_exemplaar"],
        "termijn-wzd-evaluatie" => &["wzd_eerste_evaluatie", "wzd_evaluatie"],
        "termijn-wzd-einde" => &["wzd_duur"],
        _ => panic!("{code} has no terms here"),
    }
}

/// Whether a finding tells when a measure ended instead of when it was due.
fn tells_an_end(finding: &Finding) -> bool {
    finding.message.contains("geëindigd zonder")
}

/// A data folder with these cases as its clients.
fn data(clients: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (client, case) in clients {
        copy(
            &cases().join(case),
            &folder.path().join("clienten").join(client),
        );
    }
    let provider = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/aanbieder.toml");
    fs::copy(provider, folder.path().join("aanbieder.toml")).expect("copied");
    folder
}

fn due(data: &Path, clients: &[&str], within: u32) -> Result<DueList, OfficeError> {
    check::due(&DueRequest {
        data: data.to_owned(),
        clients: clients.iter().map(|client| (*client).to_owned()).collect(),
        today: day(TODAY),
        within,
    })
}

/// A line each: client, day, days from today and term.
fn told(list: &DueList) -> Vec<String> {
    let lines = list.lines.iter();
    lines
        .map(|line| format!("{} {} {} {}", line.client, line.day, line.days, line.id))
        .collect()
}

fn day(text: &str) -> Date {
    Date::from_civil(text.parse().expect("a day"))
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}
