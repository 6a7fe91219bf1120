//! Every goal states its intensiteit.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goal_key, goals};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-intensiteit",
        severity: Severity::Error,
        what: "Elk doel zegt hoeveel ondersteuning het vraagt.",
        why: "Alleen met een intensiteit per doel kan het lokale team de inzet naast de toewijzing en het plan van aanpak leggen.",
        source: "regionaal format, en beoordeling door het lokale team: intensiteit per doel",
        wrong: "[[doelen]]\nfrequentie = \"2 keer per week\"\n# zonder intensiteit",
        right: "intensiteit = { omvang = 1.5, eenheid = \"uur\", per = \"week\" }",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, goal) in goals(subject) {
        let number = index + 1;
        let (message, way_out) = match &goal.effort {
            None => (
                format!("doel {number} heeft geen intensiteit"),
                "voeg toe: intensiteit = { omvang = 1.5, eenheid = \"uur\", per = \"week\" }",
            ),
            Some(effort) if effort.amount.get() <= 0.0 => (
                format!("de intensiteit van doel {number} is nul"),
                "schrijf bij omvang hoeveel het is; gaat het zonder ondersteuning, dan hoort het doel niet in dit plan",
            ),
            Some(_) => continue,
        };
        report.add(Remark::on_plan(goal_key(index, "intensiteit"), message).hint(way_out));
    }
}
