//! Support that the client pays says how much it costs.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::goals;
use crate::dossier::code::Funding;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "eigen-kosten-bedrag",
        severity: Severity::Error,
        what: "Bij een doel dat de cliënt zelf betaalt, staat wat het kost en over welke tijd.",
        why: "De cliënt kan pas kiezen als het bedrag bekend is, en een bedrag zonder tijd kan een rekening per week of per jaar zijn.",
        source: "regionaal format: eigen kosten; Burgerlijk Wetboek: vooraf duidelijk zijn over de prijs",
        wrong: "financiering = \"eigen_kosten\"",
        right: "eigen_kosten = { bedrag = 37.5, per = \"maand\", verteld_op = 2026-01-13 }",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (number, goal, path) in goals(subject.plan()) {
        let cost = goal.own_cost.as_ref();
        if cost.is_none() && goal.funding != Some(Funding::OwnCost) {
            continue;
        }
        let cost_path = path.clone().key("eigen_kosten").key("bedrag");
        match cost.and_then(|cost| cost.amount) {
            None => {
                let path = if cost.is_some() {
                    cost_path
                } else {
                    path.key("financiering")
                };
                let message =
                    format!("doel {number} betaalt de cliënt zelf, maar het bedrag ontbreekt");
                let hint = "voeg toe: eigen_kosten = { bedrag = 12.50, per = \"week\", verteld_op = jaar-maand-dag }";
                report.add(Remark::on_plan(path, message).hint(hint));
            }
            Some(amount) if cost.is_some_and(|cost| cost.per.is_none()) => {
                let message =
                    format!("bij het bedrag van doel {number} staat niet over welke tijd");
                let hint = "voeg toe: per = \"week\", \"maand\", \"jaar\" of \"totaal\"";
                let remark = Remark::on_plan(cost_path, message).hint(hint);
                report.add(remark.quote(amount.to_string()).mild());
            }
            Some(_) => {}
        }
    }
}
