//! A goal of an agreed plan has an easy-read text that somebody wrote.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use crate::dossier::code::Status;
use crate::dossier::goal::EasyGoal;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-ontbreekt",
        severity: Severity::Hint,
        what: "Bij elk doel van een vastgesteld plan staat een eigen tekst in makkelijk lezen.",
        why: "Het programma maakt anders zelf zinnen uit het doel. Die kloppen, maar een tekst die voor deze cliënt geschreven is, zegt meer.",
        source: "taal voor allemaal: schrijf voor de lezer",
        wrong: "[[doelen]] zonder [doelen.makkelijk]",
        right: "[doelen.makkelijk]\nwil = [\"Ik wil zelf met de bus.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    if plan.about.status != Status::Final {
        return;
    }
    for (index, goal) in plan.goals.iter().enumerate() {
        if goal.easy.as_ref().is_some_and(is_written) {
            continue;
        }
        let message = format!("bij doel {} schreef niemand makkelijke tekst", index + 1);
        report.add(
            Remark::on_plan(KeyPath::root("doelen").index(index), message)
                .hint("voeg onder [doelen.makkelijk] toe: wil, doe, hulp en wanneer"),
        );
    }
}

fn is_written(easy: &EasyGoal) -> bool {
    let groups = [&easy.want, &easy.act, &easy.help, &easy.when];
    groups.iter().any(|sentences| !sentences.is_empty())
}
