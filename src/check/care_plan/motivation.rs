//! Every goal says why it takes what it takes.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goal_key, goals};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-motivatie",
        severity: Severity::Error,
        what: "Elk doel zegt waarom deze intensiteit nodig is.",
        why: "De motivatie is een van de drie dingen die het lokale team beoordeelt.",
        source: "regionaal format, en beoordeling door het lokale team: intensiteit goed gemotiveerd",
        wrong: "[[doelen]]\nintensiteit = { omvang = 3, eenheid = \"uur\", per = \"week\" }\n# zonder motivatie",
        right: "motivatie = \"Met één keer per week werd de reis geen gewoonte. Daarom nu twee ritten van drie kwartier, tot de heenreis lukt.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, goal) in goals(subject) {
        if goal.motivation.is_none() {
            let message = format!("doel {} heeft geen motivatie van de intensiteit", index + 1);
            report.add(
                Remark::on_plan(goal_key(index, "motivatie"), message).hint(
                    "voeg toe: motivatie = \"…\": wat is geprobeerd, waarom is dit genoeg en niet te veel, wanneer wordt het minder",
                ),
            );
        }
    }
}
