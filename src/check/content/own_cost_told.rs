//! The client was told what own support costs, before the plan was agreed.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{come, goals};
use crate::dossier::code::Funding;
use crate::dossier::value::Date;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "eigen-kosten-verteld",
        severity: Severity::Error,
        what: "Bij ondersteuning die de cliënt zelf betaalt, staat op welke dag de cliënt hoorde wat die kost: bij het doel of bij de afspraken.",
        why: "Wie niet weet wat iets kost, kan er niet mee instemmen. Achteraf is alleen met een datum te laten zien dat het verteld is.",
        source: "regionaal format: eigen kosten; Burgerlijk Wetboek: vooraf duidelijk zijn over de prijs",
        wrong: "eigen_kosten = { bedrag = 37.5, per = \"maand\" }",
        right: "eigen_kosten = { bedrag = 37.5, per = \"maand\", verteld_op = 2026-01-13 }",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let agreements = plan.agreements.as_ref();
    let for_all = agreements.and_then(|agreements| agreements.costs_told);
    for (number, goal, path) in goals(plan) {
        let cost = goal.own_cost.as_ref();
        if cost.is_none() && goal.funding != Some(Funding::OwnCost) {
            continue;
        }
        let told = cost.and_then(|cost| cost.told_on).or(for_all);
        let key = if cost.is_some() {
            "eigen_kosten"
        } else {
            "financiering"
        };
        let path = path.key(key).key("verteld_op");
        let late = |told: Date| plan.about.agreed.is_some_and(|agreed| told > agreed);
        match come(told, subject.context.today) {
            None => {
                let message =
                    format!("bij doel {number} staat niet dat de cliënt weet wat het kost");
                let hint = "vertel het, en voeg bij eigen_kosten toe: verteld_op = jaar-maand-dag";
                report.add(Remark::on_plan(path, message).hint(hint));
            }
            Some(told) if late(told) => {
                let message = format!(
                    "de kosten van doel {number} zijn pas verteld toen het plan al was vastgesteld"
                );
                let remark = Remark::on_plan(path, message).quote(told.long()).mild();
                report.add(remark.hint("vertel de kosten voordat de cliënt tekent"));
            }
            Some(_) => {}
        }
    }
}
