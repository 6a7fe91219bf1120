//! The check against the standards.

use lopdf::{Object, dictionary};

use crate::at;
use crate::support::sample::Sample;
use crate::support::standards::violations;

#[test]
fn a_conforming_pdf_breaks_no_rule() {
    assert_eq!(violations(&Sample::new("").bytes()), [""; 0]);
}

#[test]
fn each_standard_is_checked() {
    let broken = |change: fn(&mut Sample)| {
        let mut sample = Sample::new("");
        change(&mut sample);
        violations(&sample.bytes())
    };
    let named = |violations: &[String], standard: &str, rule: &str| {
        violations
            .iter()
            .any(|line| line.starts_with(standard) && line.contains(rule))
    };
    let untitled = broken(|sample| sample.set_in_catalog("ViewerPreferences", dictionary! {}));
    assert!(
        named(&untitled, "PDF/UA-1 ", "DisplayDocTitle"),
        "{untitled:?}"
    );
    assert!(
        untitled.iter().all(|line| line.starts_with("PDF/UA-1")),
        "{untitled:?}"
    );
    let figure = broken(|sample| {
        let figure = dictionary! { "Type" => "StructElem", "S" => "Figure" };
        let tree = dictionary! { "Type" => "StructTreeRoot", "K" => figure };
        sample.set_in_catalog("StructTreeRoot", tree);
    });
    assert!(named(&figure, "PDF/UA-1 ", "Alt"), "{figure:?}");
    let script = broken(|sample| {
        let action = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") };
        sample.set_in_catalog("OpenAction", action);
    });
    assert!(named(&script, "PDF/A-2a ", "OpenAction"), "{script:?}");
    let font = violations(&Sample::new(&at(10.0, 50.0, "zonder letterbestand")).bytes());
    assert!(named(&font, "PDF/UA-1 ", ":7.21.4.1:"), "{font:?}");
    assert!(named(&font, "PDF/A-2a ", ":6.2.11.4.1:"), "{font:?}");
}

#[test]
fn what_is_no_pdf_breaks_both_standards() {
    let [first, second] = &violations(b"geen pdf")[..] else {
        panic!("one line for each standard");
    };
    assert!(
        first.starts_with("PDF/UA-1 could not be checked"),
        "{first}"
    );
    assert!(
        second.starts_with("PDF/A-2a could not be checked"),
        "{second}"
    );
}
