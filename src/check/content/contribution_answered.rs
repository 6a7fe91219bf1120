//! What somebody added to the plan got an answer.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "inbreng-zonder-antwoord",
        severity: Severity::Warning,
        what: "Bij wat familie of vertegenwoordigers inbrengen, staat wat ermee gedaan is; zolang het gesprek nog komt, is dat een tip.",
        why: "Wie iets inbrengt en er niets van terugziet, doet dat geen tweede keer. Ook ‘niet overgenomen, omdat …’ is een antwoord.",
        source: "regionaal format: inbreng; praktijk: familie-exemplaar",
        wrong: "tekst = \"Ik wil wel een paar zaterdagen mee.\"",
        right: "gedaan = \"Overgenomen: zij reist de eerste twee zaterdagen mee.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let today = subject.context.today;
    let will_meet = plan
        .meeting
        .as_ref()
        .is_some_and(|meeting| !today.has_passed(meeting.date));
    for (index, contribution) in plan.contributions.iter().enumerate() {
        if contribution.done.is_none() {
            let path = KeyPath::root("inbreng").index(index).key("gedaan");
            let message = format!("bij inbreng {} staat niet wat ermee gedaan is", index + 1);
            let remark = Remark::on_plan(path, message)
                .quote(contribution.text.as_str())
                .hint("voeg toe: gedaan = \"…\", ook als het niet is overgenomen");
            report.add(if will_meet { remark.mild() } else { remark });
        }
    }
}
