//! The same clients every time, and no two alike.

use std::collections::BTreeSet;

use super::*;
use crate::dossier::value::Date;

/// The day of the tests.
fn sample(seed: u64) -> Sample {
    Sample::new(seed, Date::from_civil(jiff::civil::date(2026, 11, 22)))
}

/// The text of a client's plan.
fn plan(files: &[SampleFile]) -> String {
    let plan = files.iter().find(|file| file.path.ends_with("/plan.toml"));
    let plan = plan.expect("each client has a plan");
    String::from_utf8(plan.bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_client_is_the_same_twice_and_in_any_order() {
    let (first, second) = (sample(7), sample(7));
    for index in [0, 41, 3, 69_999] {
        assert_eq!(first.client(index), second.client(index));
    }
    assert_eq!(second.client(0), first.client(0));
    assert_ne!(sample(8).client(0), first.client(0));
}

#[test]
fn no_two_plans_are_alike() {
    let sample = sample(7);
    let mut goals = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for index in 0..500 {
        let plan: toml::Table = plan(&sample.client(index)).parse().expect("TOML");
        // The goals alone, without who it is.
        goals.insert(plan["doelen"].to_string());
        numbers.insert(plan["client"]["bsn"].to_string());
    }
    assert_eq!(goals.len(), 500);
    assert_eq!(numbers.len(), 500);
}

#[test]
fn every_text_can_be_filled_in() {
    let sample = sample(3);
    for index in 0..400 {
        for file in sample.client(index) {
            let text = String::from_utf8_lossy(&file.bytes);
            if file.path.rsplit('.').next() == Some("toml") {
                assert!(text.parse::<toml::Table>().is_ok(), "{}: {text}", file.path);
            }
        }
    }
}
