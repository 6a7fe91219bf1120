//! Who asks for extension says why.

use super::super::doc::Doc;
use super::super::rule::{EVALUATION, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "verlenging-zonder-reden",
        severity: Severity::Error,
        what: "Wie verlenging vraagt, zegt waarom.",
        why: "Het lokale team beslist over de verlenging op grond van deze reden.",
        source: "regionaal format: verlenging",
        wrong: "verlenging = { gewenst = true }",
        right: "verlenging = { gewenst = true, reden = \"Twee doelen lopen nog.\" }",
    },
    stops: EVALUATION,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let extension = subject.evaluation().and_then(|e| e.extension.as_ref());
    if extension.is_some_and(|extension| extension.wanted && extension.reason.is_none()) {
        report.add(
            Remark::on_evaluation(
                KeyPath::root("verlenging"),
                "er wordt verlenging gevraagd, maar er staat niet waarom",
            )
            .hint("voeg bij [verlenging] toe: reden = \"…\""),
        );
    }
}
