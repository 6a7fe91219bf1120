//! What the program says of its own rules: complete, current, and without gaps.

use std::path::Path;

use drieluik::check;

#[test]
fn the_document_of_the_rules_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let document = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        document.trim_end() == check::documentation().trim_end(),
        "run: cargo run --release -- explain --all > docs/rules.md"
    );
}

#[test]
fn every_code_is_explained() {
    for code in check::rule_codes() {
        let text = check::explain(code).expect("explained");
        for part in ["Waarom: ", "Bron:   ", "Fout:   ", "Goed:   "] {
            let line = text.lines().find_map(|line| line.strip_prefix(part));
            assert!(line.is_some_and(|line| line.len() > 3), "{code}: {part}");
        }
    }
}

#[test]
fn codes_are_plain_words_and_none_stands_twice() {
    let mut codes: Vec<_> = check::rule_codes().collect();
    for code in &codes {
        let is_plain = code.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        assert!(is_plain && !code.starts_with('-'), "{code}");
    }
    codes.sort_unstable();
    let count = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

#[test]
fn an_easy_read_rule_is_explained_by_its_id_too() {
    assert_eq!(check::explain("too-long"), check::explain("lange-zin"));
}

#[test]
fn a_slip_in_a_code_is_helped_along() {
    assert_eq!(
        check::explain("lange-zinn"),
        Err("bedoel je lange-zin?".to_owned())
    );
    assert!(check::explain("iets heel anders").is_err());
}

#[test]
fn the_loaders_codes_are_explained() {
    for case in [
        "bsn",
        "toml",
        "onbekende-sleutel",
        "teken",
        "onbekende-regel",
    ] {
        assert!(check::explain(case).is_ok(), "{case}");
    }
}
