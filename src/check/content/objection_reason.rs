//! Who doesn't agree says why.

use super::super::doc::Doc;
use super::super::rule::{Report, Rule, Subject};
use super::BOTH;
use super::signing::papers;
use crate::dossier::code::{Signatory, Verdict};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "niet-akkoord-zonder-reden",
        severity: Severity::Warning,
        what: "Wie niet akkoord is of onder protest tekent, zegt erbij waarom; bij de cliënt mag dat ook in de zienswijze staan.",
        why: "Het lokaal team moet weten waar iemand het niet mee eens is, en de aanbieder kan er pas iets mee als het er staat.",
        source: "regionaal format: zienswijze en ondertekening",
        wrong: "keuze = \"niet_akkoord\"",
        right: "keuze = \"niet_akkoord\"\ntoelichting = \"Ik wil drie keer per week oefenen, niet één keer.\"",
    },
    stops: BOTH,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let has_view = subject.plan().client_view.is_some();
    for paper in papers(subject) {
        let tells =
            |signatory| signatory == Signatory::Client && has_view && paper.file == "plan.toml";
        for (index, given) in paper.signatures.iter().enumerate() {
            let objects = matches!(given.verdict, Some(Verdict::Disagree | Verdict::Protest));
            if objects && given.note.is_none() && !tells(given.signatory) {
                let verdict = given.verdict.map_or("", Verdict::label);
                let who = given.signatory.label();
                let message = format!("een handtekening is {verdict}, zonder reden: {who}");
                let hint = "voeg toe: toelichting, met wat diegene anders wil";
                report.add(paper.remark(index, "keuze", message).hint(hint));
            }
        }
    }
}
