//! Everybody signs whom the situation asks for, or it is said why not.

use super::super::doc::Doc;
use super::super::rule::{Remark, Report, Rule, Subject};
use super::BOTH;
use super::signing::{Paper, papers};
use crate::dossier::code::{RepresentativeKind, Signatory};
use crate::dossier::plan::Signature;
use crate::dossier::source::KeyPath;
use crate::dossier::today::Today;
use crate::finding::Severity;
use crate::rendition::{DECIDES_FROM, SIGNS_FROM, acts};

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "handtekening",
        severity: Severity::Warning,
        what: "Onder een vastgesteld plan en een evaluatieverslag staat de handtekening van iedereen die moet tekenen, of de reden waarom die ontbreekt: de cliënt vanaf 12 jaar, ouders met gezag of voogd tot 16 jaar, curator of mentor als de cliënt niet zelf kan beslissen, en de aanbieder.",
        why: "Zonder handtekening is niet te zien dat de cliënt of wie namens de cliënt beslist het plan kent; het lokaal team stuurt het dan terug. Wie niet tekent, heeft daar een reden voor, en die hoort in het plan.",
        source: "Jeugdwet en WGBO: leeftijdsgrenzen 12 en 16 jaar; Burgerlijk Wetboek, boek 1: curatele en mentorschap; regionaal format: ondertekening",
        wrong: "status = \"vastgesteld\", zonder [[ondertekening]] van de cliënt",
        right: "[[ondertekening]]\nwie = \"client\"\nnaam = \"Zoë van den Berg\"\nkeuze = \"akkoord\"\ndatum = 2026-02-20",
    },
    stops: BOTH,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for paper in papers(subject).iter().filter(|paper| paper.is_due) {
        for signer in signers(subject, paper) {
            if let Some(remark) = missing(paper, &signer) {
                report.add(remark);
            }
        }
        unsigned(paper, report);
        if paper.file == "plan.toml" {
            guardians(subject, paper, report);
        }
    }
}

/// Somebody who must sign.
struct Signer<'a> {
    signatory: Signatory,
    /// How a message calls them.
    name: &'static str,
    /// Number and name, where there may be more of the kind.
    person: Option<(u32, &'a str)>,
}

impl Signer<'_> {
    fn signed(&self, signature: &Signature) -> bool {
        let is_person = self.person.is_none_or(|(number, name)| {
            signature.number == Some(number) || signature.name.as_str() == name
        });
        signature.signatory == self.signatory && is_person
    }
}

fn signers<'a>(subject: &Subject<'a>, paper: &Paper<'_>) -> Vec<Signer<'a>> {
    let plan = subject.plan();
    let one = |signatory, name| Signer {
        signatory,
        name,
        person: None,
    };
    let mut signers = Vec::new();
    if plan.client.born.years_until(paper.day) >= SIGNS_FROM {
        signers.push(one(Signatory::Client, "de cliënt"));
    }
    let acting = plan.representatives.iter();
    let acting = acting.filter(|person| acts(person, &plan.client, &Today::on(paper.day)));
    signers.extend(acting.map(|person| Signer {
        signatory: Signatory::Representative,
        name: match person.kind {
            RepresentativeKind::Parent => "een ouder met gezag",
            RepresentativeKind::Guardian => "de voogd",
            RepresentativeKind::Curator => "de curator",
            _ => "de mentor",
        },
        person: Some((person.number, person.name.as_str())),
    }));
    signers.push(one(Signatory::Provider, "de aanbieder"));
    signers
}

/// A remark where somebody isn't among the signatures at all.
fn missing(paper: &Paper<'_>, signer: &Signer<'_>) -> Option<Remark> {
    if paper.signatures.iter().any(|given| signer.signed(given)) {
        return None;
    }
    let message = format!(
        "het {} mist de handtekening van {}",
        paper.name, signer.name
    );
    let hint = format!(
        "voeg toe: [[ondertekening]] met wie = \"{}\", naam, keuze en datum, of met toelichting waarom niet",
        signer.signatory.word()
    );
    Some(Remark::on(paper.file, paper.key.clone(), message).hint(hint))
}

/// Remarks on signatures that have a place and a name, but weren't given and don't say why.
fn unsigned(paper: &Paper<'_>, report: &mut Report<'_>) {
    for (index, given) in paper.signatures.iter().enumerate() {
        if given.verdict.is_none() && given.date.is_none() && given.note.is_none() {
            let who = given.signatory.label();
            let message = format!(
                "op het {} ontbreekt een handtekening zonder reden: {who}",
                paper.name
            );
            let hint = "voeg toe: keuze en datum, of toelichting met de reden";
            report.add(paper.remark(index, "wie", message).hint(hint));
        }
    }
}

/// A remark where somebody must sign for a child, and nobody is known who may.
fn guardians(subject: &Subject<'_>, paper: &Paper<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let is_young = plan.client.born.years_until(paper.day) < DECIDES_FROM;
    let mut kinds = plan.representatives.iter().map(|person| person.kind);
    let is_guardian = |kind| {
        matches!(
            kind,
            RepresentativeKind::Parent | RepresentativeKind::Guardian
        )
    };
    if is_young && !kinds.any(is_guardian) {
        let message =
            "de cliënt is jonger dan 16, maar er staat geen ouder met gezag of voogd in het plan";
        let hint = "voeg toe: [[vertegenwoordigers]] met soort = \"ouder_met_gezag\" of \"voogd\"";
        let path = KeyPath::root("client").key("geboortedatum");
        report.add(Remark::on_plan(path, message).hint(hint));
    }
}
