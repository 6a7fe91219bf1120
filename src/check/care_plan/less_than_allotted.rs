//! The goals make use of what the products allot.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::allotment::{funded, groups};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

/// The part of an allotment that goals use at the least, when they ask most.
const LEAST_PART: f64 = 0.5;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "minder-dan-toegewezen",
        severity: Severity::Hint,
        what: "De doelen gebruiken ten minste de helft van wat een product toewijst, op het moment dat zij het meeste vragen.",
        why: "Blijft er veel over, dan ontbreekt er een doel of is er te veel toegewezen; het lokale team vraagt ernaar.",
        source: "goede praktijk: doelen en toewijzing sluiten op elkaar aan",
        wrong: "een product van 4 uur per week, en één doel van 1 uur per week",
        right: "een product van 4 uur per week, en doelen van samen 3,5 uur per week",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    // Before anything is asked there is nothing to compare.
    if !funded(subject).any(|(_, goal)| goal.effort.is_some()) {
        return;
    }
    for group in groups(subject) {
        let Some(most) = group.most().filter(|most| group.is_less(*most, LEAST_PART)) else {
            continue;
        };
        let first = group.products[0];
        let number = first + 1;
        let message = if most.asked <= 0.0 {
            format!("geen doel maakt gebruik van product {number}")
        } else if group.is_pool {
            "de doelen vragen nog niet de helft van wat er is toegewezen".to_owned()
        } else {
            format!(
                "de doelen bij product {number} vragen nog niet de helft van wat er is toegewezen"
            )
        };
        let path = KeyPath::root("producten").index(first).key("volume");
        report.add(
            Remark::on_plan(path, message)
                .hint("kijk of er een doel ontbreekt, of geef door dat het met minder kan")
                .quote(most.label(group.kind)),
        );
    }
}
