//! A goal of the plan that no goal of the plan van aanpak asks for.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::pairing::{Link, Pairing};
use super::{goal_key, goals};
use crate::dossier::code::Funding;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-buiten-plan-van-aanpak",
        severity: Severity::Warning,
        what: "Een gefinancierd doel hoort bij een doel van het plan van aanpak. Een doel dat de cliënt zelf inbracht mag erbij komen, en wordt als tip gemeld; een doel op eigen kosten hoeft niet.",
        why: "De gemeente betaalt wat in het plan van aanpak is afgesproken; een extra doel vraagt overleg met het lokale team.",
        source: "beoordeling door het lokale team: komen de doelen overeen met het plan van aanpak",
        wrong: "[[doelen]]\nfinanciering = \"gefinancierd\"\n# zonder plan_van_aanpak",
        right: "[[doelen]]\nfinanciering = \"gefinancierd\"\nplan_van_aanpak = \"reizen\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(pairing) = Pairing::of(subject) else {
        return;
    };
    for (index, goal) in goals(subject) {
        // A reference that leads nowhere is told when the files are read.
        let is_extra = pairing.links[index] == Link::None && goal.care_plan_goal.is_none();
        if !is_extra || goal.funding == Some(Funding::OwnCost) {
            continue;
        }
        let number = index + 1;
        let text = goal.goal.as_ref().unwrap_or(&goal.title);
        let path = goal_key(index, "plan_van_aanpak");
        // A wish in the client's own words shows whose goal it is.
        let remark = if goal.wish.is_some() {
            let message = format!(
                "doel {number} is een wens van de cliënt die niet in het plan van aanpak staat"
            );
            Remark::on_plan(path, message)
                .hint("spreek het door met het lokale team; hoort het wel ergens bij, voeg dan toe: plan_van_aanpak = \"…\"")
                .mild()
        } else {
            let message = format!("doel {number} hoort bij geen doel van het plan van aanpak");
            Remark::on_plan(path, message)
                .hint("voeg toe: plan_van_aanpak = \"…\" met het id van het doel in plan-van-aanpak.toml, of financiering = \"eigen_kosten\"")
        };
        report.add(remark.quote(format!("plan: {text}")));
    }
}
