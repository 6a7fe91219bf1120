//! A goal names the goal of the plan van aanpak that it answers.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::pairing::{Link, Pairing};
use super::{goal_key, goals};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-verwijzing",
        severity: Severity::Warning,
        what: "Een doel noemt met plan_van_aanpak het doel van het plan van aanpak waar het bij hoort, ook als de woorden het al laten zien.",
        why: "Alleen een doel dat genoemd is, staat in het document; anders staat daar dat het nog niet bekend is.",
        source: "regionaal format: doel uit het plan van aanpak",
        wrong: "[[doelen]]\ntitel = \"Zelfstandig reizen\"",
        right: "[[doelen]]\ntitel = \"Zelfstandig reizen\"\nplan_van_aanpak = \"reizen\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(pairing) = Pairing::of(subject) else {
        return;
    };
    for (index, goal) in goals(subject) {
        let Link::Same(asked) = pairing.links[index] else {
            continue;
        };
        let message = format!(
            "doel {} zegt hetzelfde als doel {} van het plan van aanpak, maar noemt het niet",
            index + 1,
            asked + 1
        );
        let asked = &pairing.asked[asked];
        let text = goal.goal.as_ref().unwrap_or(&goal.title);
        report.add(
            Remark::on_plan(goal_key(index, "plan_van_aanpak"), message)
                .hint("voeg toe: plan_van_aanpak = \"…\" met het id van dat doel")
                .quote(format!(
                    "plan van aanpak ({}): {}; plan: {text}",
                    asked.id.as_str(),
                    asked.text
                )),
        );
    }
}
