//! The easy-read rules. Drop-in sentences under `tests/cases/language` break exactly the rules that
//! stand beside them. The sentences under `tests/language` were written and labelled by people who
//! had not seen the rules at work: over those, precision and recall are counted.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use drieluik::check::language_rules_broken;
use serde::Deserialize;
use support::folder::entries;

/// Of what the rules say, the part that is right.
const PRECISION: f64 = 0.93;
/// Of what is wrong, the part that the rules find.
const RECALL: f64 = 0.86;
/// Of the good sentences, the part that may be called wrong.
const FALSE_ALARMS: f64 = 0.01;

/// A sentence with the rules that it breaks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    sentence: String,
    rules: Vec<String>,
}

#[test]
fn every_case_breaks_exactly_the_rules_beside_it() {
    let mut wrong = Vec::new();
    for file in entries(&folder("tests/cases/language")) {
        for case in read(&file) {
            let found = language_rules_broken(&case.sentence);
            if found != case.rules {
                wrong.push(format!("{}: {case:?}, found {found:?}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unseen_sentences_are_judged_as_people_do() {
    let mut tally = Tally::default();
    for file in entries(&folder("tests/language")) {
        for case in read(&file) {
            tally.count(&case);
        }
    }
    assert!(tally.good > 300, "{tally:?}");
    assert!(tally.precision() >= PRECISION, "{tally:?}");
    assert!(tally.recall() >= RECALL, "{tally:?}");
    assert!(tally.false_alarms() <= FALSE_ALARMS, "{tally:?}");
}

/// How often rules and people agree.
#[derive(Debug, Default)]
struct Tally {
    both: u32,
    only_found: u32,
    only_expected: u32,
    good: u32,
    good_flagged: u32,
}

impl Tally {
    fn count(&mut self, case: &Labelled) {
        let found = language_rules_broken(&case.sentence);
        for rule in &found {
            if case.rules.iter().any(|expected| expected == rule) {
                self.both += 1;
            } else {
                self.only_found += 1;
            }
        }
        let is_missed = |rule: &&String| !found.contains(&rule.as_str());
        let missed = case.rules.iter().filter(is_missed).count();
        self.only_expected += u32::try_from(missed).expect("a few");
        self.good += u32::from(case.rules.is_empty());
        self.good_flagged += u32::from(case.rules.is_empty() && !found.is_empty());
    }

    fn precision(&self) -> f64 {
        f64::from(self.both) / f64::from(self.both + self.only_found)
    }

    fn recall(&self) -> f64 {
        f64::from(self.both) / f64::from(self.both + self.only_expected)
    }

    fn false_alarms(&self) -> f64 {
        f64::from(self.good_flagged) / f64::from(self.good)
    }
}

fn read(file: &Path) -> Vec<Labelled> {
    let text = fs::read_to_string(file).expect("readable");
    let line = |line: &str| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    text.lines()
        .filter(|text| !text.is_empty())
        .map(line)
        .collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
