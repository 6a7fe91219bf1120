//! Who helps: an easy-read sentence names nobody of the network in place of who has a task.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Report, Rule, Subject};
use super::claim::Difference;
use super::people::strangers;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "makkelijk-andere-persoon",
        severity: Severity::Error,
        what: "Bij ‘Wie helpt mij?’ staat niemand uit het netwerk die bij het doel geen taak heeft, terwijl een ander die wel heeft.",
        why: "De cliënt rekent op wie er in het eigen exemplaar staat; die mens weet van niets.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan",
        wrong: "[[doelen.netwerk]] met nummer 1 (Noor)\nhulp = [\"Henk reist met mij mee.\"]",
        right: "[[doelen.netwerk]] met nummer 1 (Noor)\nhulp = [\"Noor reist met mij mee.\"]",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for stranger in strangers(subject).filter(|one| one.is_instead) {
        let difference = Difference {
            goal: stranger.helpers.join(", "),
            easy: stranger.name.clone(),
        };
        report.add(stranger.claim.remark("wie", &difference));
    }
}
