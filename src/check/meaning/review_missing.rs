//! Somebody held the easy-read text of an agreed plan against it, and a reader of the target group
//! read it.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use crate::dossier::code::Status;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "niet-nagekeken",
        severity: Severity::Hint,
        what: "Bij een vastgesteld plan is makkelijk lezen naast het plan gelegd en gelezen door iemand uit de doelgroep.",
        why: "Of een tekst klopt, ziet wie het plan kent; of een tekst makkelijk is, weet alleen wie hem lezen moet.",
        source: "richtlijnen voor makkelijk lezen (Inclusion Europe): laat teksten altijd lezen door mensen uit de doelgroep",
        wrong: "een vastgesteld plan zonder nagekeken.toml",
        right: "drieluik review CLIENT --by NAAM --read-by NAAM",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    if plan.about.status != Status::Final || plan.goals.is_empty() {
        return;
    }
    let remark = match &subject.dossier().review {
        None => Remark::on_plan(
            KeyPath::root("plan").key("status"),
            "niemand legde makkelijk lezen naast dit vastgestelde plan",
        )
        .hint("kijk de tekst na en doe: drieluik review CLIENT --by NAAM --read-by NAAM"),
        Some(review) if review.read_by.is_none() => Remark::on(
            "nagekeken.toml",
            KeyPath::root("datum"),
            "niemand uit de doelgroep las makkelijk lezen",
        )
        .hint("laat iemand uit de doelgroep lezen en doe: drieluik review CLIENT --by NAAM --read-by NAAM"),
        Some(_) => return,
    };
    report.add(remark);
}
