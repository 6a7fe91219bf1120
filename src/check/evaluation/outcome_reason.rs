//! A goal that was not reached, or not wholly, says why.

use super::super::doc::Doc;
use super::super::rule::{EVALUATION, Remark, Report, Rule, Subject};
use crate::dossier::code::Outcome;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "uitkomst-zonder-reden",
        severity: Severity::Warning,
        what: "Bij een doel dat niet of maar deels is gehaald, of is vervallen, staat waarom: bij waarom, of bij afspraken_toelichting.",
        why: "Zonder reden kan niemand zeggen of het doel, de aanpak of de hulp anders moet.",
        source: "regionaal format: uitkomst per doel; methodisch werken: evalueren en bijstellen",
        wrong: "status = \"niet\", zonder waarom",
        right: "status = \"niet\"\nwaarom = \"De cursus ging niet door.\"",
    },
    stops: EVALUATION,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(evaluation) = subject.evaluation() else {
        return;
    };
    for (index, outcome) in evaluation.goals.iter().enumerate() {
        let asks = matches!(
            outcome.outcome,
            Outcome::NotReached | Outcome::Partly | Outcome::Lapsed
        );
        // Why the agreements were not kept is often why the goal was not reached.
        if asks && outcome.reason.is_none() && outcome.kept_note.is_none() {
            let path = KeyPath::root("doelen").index(index).key("status");
            let message = format!("bij uitkomst {} staat niet waarom", index + 1);
            report.add(Remark::on_evaluation(path, message).hint("voeg toe: waarom = \"…\""));
        }
    }
}
