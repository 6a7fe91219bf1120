//! The goals together ask no more than the products allot.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::allotment::groups;
use super::amount::Kind;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "meer-dan-toegewezen",
        severity: Severity::Warning,
        what: "De gefinancierde doelen vragen op geen enkel moment samen meer dan hun product toewijst. Minuten, uren en dagdelen tellen samen, een maand als 52/12 week; stuks en etmalen tellen alleen met hun eigen soort. Waar maanden naast weken staan, mag het een tiende schelen.",
        why: "Wat niet is toegewezen, wordt niet betaald; dan belooft het plan meer dan er komt.",
        source: "iWmo en iJw: volume, eenheid en frequentie van de toewijzing; 52/12 week per maand is regionale praktijk",
        wrong: "een product van 2 uur per week, en twee doelen van 1,5 uur per week",
        right: "een product van 3 uur per week, en twee doelen van 1,5 uur per week",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for group in groups(subject) {
        let Some(most) = group.most().filter(|most| group.is_more(*most)) else {
            continue;
        };
        let first = group.products[0];
        let what = match group.kind {
            Kind::Time => "uren",
            Kind::Day => "etmalen",
            Kind::Piece => "stuks",
            Kind::Euro => "euro's",
        };
        let message = if group.is_pool {
            format!("de doelen vragen samen meer {what} dan er zijn toegewezen")
        } else {
            format!(
                "de doelen bij product {} vragen samen meer dan er is toegewezen",
                first + 1
            )
        };
        let path = KeyPath::root("producten").index(first).key("volume");
        report.add(
            Remark::on_plan(path, message)
                .hint("verlaag de intensiteit van een doel, laat doelen na elkaar lopen, of vraag de gemeente om meer")
                .quote(most.label(group.kind)),
        );
    }
}
