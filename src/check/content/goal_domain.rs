//! Every goal belongs to a domain.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::goals;
use crate::dossier::code::{Domain, PlanKind};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-domein",
        severity: Severity::Error,
        what: "Elk doel hoort bij een domein van het soort plan; in een begeleidingsplan is dat een aanrader.",
        why: "Het lokaal team en de evaluatie lezen het plan per domein: dan is te zien wat een doel bijdraagt aan de kwaliteit van bestaan.",
        source: "regionaal format: domein bij elk doel; Schalock; zorgleefplan",
        wrong: "[[doelen]] zonder domein",
        right: "domein = \"deelname_samenleving\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    for (number, goal, path) in goals(plan) {
        if goal.domain.is_some() {
            continue;
        }
        let domains = plan.about.kind.domains().iter().copied();
        let words: Vec<_> = domains.map(Domain::word).collect();
        let remark = Remark::on_plan(
            path.key("domein"),
            format!("doel {number} heeft geen domein"),
        )
        .hint(format!(
            "voeg toe: domein = \"…\", een van {}",
            words.join(", ")
        ));
        report.add(match plan.about.kind {
            PlanKind::Guidance => remark.mild(),
            PlanKind::Support | PlanKind::CareLife => remark,
        });
    }
}
