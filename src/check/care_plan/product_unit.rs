//! A goal counts in a unit that is allotted.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::allotment::funded;
use super::amount::Kind;
use super::goal_key;
use crate::dossier::code::{EffortUnit, Unit};
use crate::dossier::payer::Product;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "eenheid-past-niet",
        severity: Severity::Warning,
        what: "Een gefinancierd doel rekent in een eenheid die zijn product ook heeft; zonder product, in een die enig product heeft. Minuten, uren en dagdelen zijn in elkaar om te rekenen. Een product per etmaal, per resultaat (82) of in euro's kan ook uren inhouden.",
        why: "Ritten zijn niet om te rekenen in uren: dan kan niemand nagaan of het doel binnen de toewijzing past.",
        source: "iWmo en iJw: eenheid van de toewijzing",
        wrong: "intensiteit = { omvang = 4, eenheid = \"stuk\", per = \"week\" } bij een product in uren",
        right: "intensiteit = { omvang = 2, eenheid = \"uur\", per = \"week\" } bij een product in uren",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let products = &subject.plan().products;
    for (index, goal) in funded(subject) {
        let Some(effort) = &goal.effort else { continue };
        let is_meant = |product: &&Product| {
            let code = goal.product.as_ref();
            code.is_none_or(|code| *code == product.code)
        };
        let meant: Vec<_> = products.iter().filter(is_meant).collect();
        let kind = Kind::of_effort(effort.unit);
        if meant.is_empty() || meant.iter().any(|product| holds(product.unit, kind)) {
            continue;
        }
        let (number, unit) = (index + 1, asked_in(effort.unit));
        let (message, way_out) = if goal.product.is_some() {
            let allotted = allotted_in(meant[0].unit);
            (
                format!(
                    "doel {number} rekent in {unit}, maar zijn product is toegewezen in {allotted}"
                ),
                format!(
                    "schrijf de intensiteit in {allotted}, of noem bij product een ander product"
                ),
            )
        } else {
            (
                format!("doel {number} rekent in {unit}, en dat is bij geen product toegewezen"),
                "schrijf de intensiteit in de eenheid van een product, of noem bij product welk product"
                    .to_owned(),
            )
        };
        report.add(
            Remark::on_plan(goal_key(index, "intensiteit"), message)
                .hint(way_out)
                .quote(effort.label()),
        );
    }
}

/// Whether a product in this unit can pay for a goal of this kind. An etmaal holds hours of support;
/// what a result or a budget holds is agreed elsewhere.
fn holds(unit: Unit, kind: Kind) -> bool {
    Kind::of_product(unit) == kind
        || match unit {
            Unit::Euro | Unit::PieceOutput => true,
            Unit::Day => kind == Kind::Time,
            _ => false,
        }
}

fn asked_in(unit: EffortUnit) -> &'static str {
    match unit {
        EffortUnit::Minute => "minuten",
        EffortUnit::Hour => "uren",
        EffortUnit::HalfDay => "dagdelen",
        EffortUnit::Day => "etmalen",
        EffortUnit::Piece => "stuks",
    }
}

fn allotted_in(unit: Unit) -> &'static str {
    match unit {
        Unit::Minute => "minuten",
        Unit::Hour => "uren",
        Unit::HalfDay => "dagdelen",
        Unit::Day => "etmalen",
        Unit::PieceOutput | Unit::PieceEffort => "stuks",
        Unit::Euro => "euro's",
    }
}
