//! An easy-read entry holds one sentence, so that each sentence has a picture of its own.

use super::super::doc::Doc;
use super::super::easy_text::written;
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use crate::finding::Severity;
use crate::language::sentences;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "zin-per-regel",
        severity: Severity::Hint,
        what: "Elke makkelijke zin staat op een eigen regel, met een eigen plaatje.",
        why: "Van twee zinnen achter elkaar krijgt alleen de eerste het plaatje dat u kiest.",
        source: "Taal voor allemaal; Inclusion Europe, Informatie voor iedereen: begin elke zin op een nieuwe regel",
        wrong: "doe = [\"Ik pak mijn tas. Ik ga naar de bus.\"]",
        right: "doe = [\"Ik pak mijn tas.\", \"Ik ga naar de bus.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for text in written(subject) {
        let count = sentences(text.sentence.text.as_str()).len();
        if count > 1 {
            let message = format!("hier staan {count} zinnen in één regel");
            report.add(
                Remark::on(text.file, text.path, message)
                    .hint("geef elke zin een eigen regel tussen aanhalingstekens"),
            );
        }
    }
}
