//! An easy-read sentence names nobody of whom its goal doesn't speak.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::people::strangers;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-onbekende-persoon",
        severity: Severity::Warning,
        what: "Wie in makkelijk lezen bij een doel staat, komt ook in dat doel voor.",
        why: "Wat iemand volgens de cliënt doet, hoort als afspraak in het plan te staan.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "hulp = [\"Noor belt mij.\"] bij een doel waarin Noor niet voorkomt",
        right: "hulp = [\"Noor belt mij.\"] met bij [[doelen.netwerk]] doet = \"Belt op zondag.\"",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for stranger in strangers(subject).filter(|one| !one.is_instead) {
        let number = stranger.claim.goal() + 1;
        let message = format!("makkelijk lezen noemt iemand die in doel {number} niet voorkomt");
        let remark = stranger.claim.remark_as(message);
        report.add(
            remark
                .hint(
                    "zet bij het doel wat deze persoon doet, bijvoorbeeld onder [[doelen.netwerk]]",
                )
                .quote(stranger.name.as_str()),
        );
    }
}
