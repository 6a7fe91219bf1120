//! A signature has a verdict and a day.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::signing::papers;
use super::{BOTH, come};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "handtekening-onvolledig",
        severity: Severity::Warning,
        what: "Bij elke handtekening staan de keuze (akkoord, niet akkoord, onder protest of voor gezien) en de dag waarop getekend is.",
        why: "Zonder keuze is niet bekend wat iemand van het plan vindt, en zonder dag niet over welke versie dat gaat.",
        source: "regionaal format: ondertekening",
        wrong: "[[ondertekening]]\nwie = \"client\"\nnaam = \"Zoë van den Berg\"\nkeuze = \"akkoord\"",
        right: "[[ondertekening]]\nwie = \"client\"\nnaam = \"Zoë van den Berg\"\nkeuze = \"akkoord\"\ndatum = 2026-02-20",
    },
    stops: BOTH,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let today = subject.context.today;
    for paper in papers(subject) {
        for (index, given) in paper.signatures.iter().enumerate() {
            let number = index + 1;
            let remark = match (given.verdict, given.date) {
                (Some(_), None) => {
                    let message = format!("ondertekening {number} heeft geen datum");
                    let hint = "voeg toe: datum = jaar-maand-dag, de dag waarop getekend is";
                    paper.remark(index, "keuze", message).hint(hint)
                }
                (None, Some(_)) => {
                    let message =
                        format!("ondertekening {number} heeft een datum, maar geen keuze");
                    let hint = "voeg toe: keuze = \"akkoord\", \"niet_akkoord\", \"onder_protest\" of \"voor_gezien\"";
                    paper.remark(index, "datum", message).hint(hint)
                }
                (Some(_), Some(day)) if come(Some(day), today).is_none() => {
                    let message =
                        format!("ondertekening {number} is van een dag die nog moet komen");
                    let remark = paper.remark(index, "datum", message).quote(day.long());
                    remark.hint("vul de dag in waarop getekend is")
                }
                _ => continue,
            };
            report.add(remark);
        }
    }
}
