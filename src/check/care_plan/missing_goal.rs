//! Every goal of the plan van aanpak has its goal in the plan.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::pairing::Pairing;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-niet-in-plan",
        severity: Severity::Error,
        what: "Elk doel van het plan van aanpak komt terug in een doel van het plan.",
        why: "Het lokale team legt de doelen naast elkaar; ontbreekt er een, dan gaat het plan terug.",
        source: "beoordeling door het lokale team: komen de doelen overeen met het plan van aanpak",
        wrong: "plan-van-aanpak.toml met het doel \"geld\", en geen doel in plan.toml dat daarover gaat",
        right: "[[doelen]]\nplan_van_aanpak = \"geld\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(pairing) = Pairing::of(subject) else {
        return;
    };
    for (index, asked) in pairing.asked.iter().enumerate() {
        if pairing.answers(index).next().is_none() {
            let message = format!(
                "doel {} van het plan van aanpak heeft geen doel in het plan",
                index + 1
            );
            let path = KeyPath::root("doelen").index(index).key("tekst");
            let way_out = "voeg in plan.toml een doel toe, of noem dit doel bij een doel dat er al is: plan_van_aanpak = \"…\" met het id van hier";
            report.add(
                Remark::on_care_plan(path, message)
                    .hint(way_out)
                    .quote(format!("plan van aanpak: {}", asked.text)),
            );
        }
    }
}
