//! Under the Wmo and the Jeugdwet a plan van aanpak with goals lies beside the plan.

use super::super::doc::Doc;
use super::super::rule::{Remark, Report, Rule, Subject};
use super::asks_care_plan;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "plan-van-aanpak-ontbreekt",
        severity: Severity::Error,
        what: "Bij een plan onder de Wmo of de Jeugdwet ligt het plan van aanpak van het lokale team, met zijn doelen.",
        why: "Het lokale team maakt het plan van aanpak vóór het plan, en kijkt of de doelen overeenkomen; zonder is er niets om naast te leggen.",
        source: "werkwijze van het lokale team; Wmo 2015 art. 2.3.2: onderzoek vóór de beschikking; regionaal format: voorblad",
        wrong: "wet = \"wmo\" zonder het bestand plan-van-aanpak.toml",
        right: "datum = 2026-02-02\n[[doelen]]\nid = \"reizen\"\ntekst = \"Zelfstandig reizen\"",
    },
    // The voorblad of both formal documents names it.
    stops: &["formal", "evaluation"],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    if !asks_care_plan(subject) {
        return;
    }
    let law = subject.plan().about.law.label();
    match &subject.dossier().care_plan {
        None => report.add(
            Remark::on_plan(
                KeyPath::root("plan").key("wet"),
                format!("bij een plan onder de {law} hoort een plan van aanpak, en plan-van-aanpak.toml is er niet"),
            )
            .hint("zet de datum en de doelen van het lokale team in plan-van-aanpak.toml, naast plan.toml"),
        ),
        Some(care_plan) if care_plan.goals.is_empty() => report.add(
            Remark::on_care_plan(KeyPath::root("datum"), "het plan van aanpak heeft geen doelen")
                .hint("voeg per doel toe: [[doelen]] met id en tekst"),
        ),
        Some(_) => {}
    }
}
