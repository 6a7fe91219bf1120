//! The evaluation is about the plan that lies beside it.

use super::super::doc::Doc;
use super::super::rule::{EVALUATION, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "evaluatie-andere-versie",
        severity: Severity::Warning,
        what: "Het evaluatieverslag gaat over de versie van het plan die ernaast ligt.",
        why: "Het verslag neemt de doelen over uit plan.toml; van een andere versie kunnen die anders zijn.",
        source: "regionaal format: plan en evaluatieverslag hebben hetzelfde voorblad",
        wrong: "planversie = 2, en in plan.toml versie = 3",
        right: "planversie = 3, en in plan.toml versie = 3",
    },
    stops: EVALUATION,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(evaluation) = subject.evaluation() else {
        return;
    };
    let version = subject.plan().about.version;
    if evaluation.plan_version != version {
        report.add(
            Remark::on_evaluation(
                KeyPath::root("planversie"),
                "de evaluatie gaat over een andere versie dan het plan",
            )
            .quote(format!("planversie = {}; plan: versie = {version}", evaluation.plan_version))
            .hint("kijk na over welke versie de evaluatie gaat; een nieuw plan heeft nog geen evaluatie"),
        );
    }
}
