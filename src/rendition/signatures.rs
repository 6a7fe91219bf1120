//! Who must sign, and room for it.

use super::view::{Block, Part, SignatureBox, Tick};
use super::words::Words;
use crate::dossier::code::{RepresentativeKind, Signatory, Verdict};
use crate::dossier::person::{Client, Representative};
use crate::dossier::plan::Signature;
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::phrase::PhraseError;

/// From this age a child signs too (Jeugdwet, WGBO).
pub(crate) const SIGNS_FROM: i16 = 12;
/// From this age a young person decides (Jeugdwet, WGBO).
pub(crate) const DECIDES_FROM: i16 = 16;
/// From this age parents have no authority any more.
const ADULT_FROM: i16 = 18;

/// Whether a representative acts in place of, or beside, the client on a day.
pub(crate) fn acts(person: &Representative, client: &Client, day: &Today) -> bool {
    let has_turned = |age| day.has_turned(age, client.born);
    match person.kind {
        _ if person.since.is_some_and(|since| !day.has_come(since)) => false,
        RepresentativeKind::Curator | RepresentativeKind::Mentor => !client.can_decide,
        RepresentativeKind::Parent | RepresentativeKind::Guardian => {
            !has_turned(DECIDES_FROM) || (!has_turned(ADULT_FROM) && !client.can_decide)
        }
        RepresentativeKind::Administrator | RepresentativeKind::Authorised => false,
    }
}

/// The signatures of the plan: those given, and room for those that the situation asks for.
pub(super) fn plan(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    boxes(
        words,
        "handtekeningen",
        &plan.signatures,
        plan.about.drawn_up,
    )
}

/// The same for the evaluation report.
pub(super) fn evaluation(
    words: Words<'_>,
    given: &[Signature],
    day: Date,
) -> Result<Vec<Part>, PhraseError> {
    boxes(words, "handtekeningen_evaluatie", given, day)
}

fn boxes(
    words: Words<'_>,
    element: &'static str,
    given: &[Signature],
    day: Date,
) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let signed = |signatory, name: &str| {
        given
            .iter()
            .any(|s| s.signatory == signatory && (name.is_empty() || s.name.as_str() == name))
    };
    let mut signatures: Vec<_> = given
        .iter()
        .map(|signature| given_box(words, signature))
        .collect();
    let client = &plan.client;
    if !signed(Signatory::Client, "") && client.born.years_until(day) >= SIGNS_FROM {
        let role = words.word("tekenen_client")?;
        signatures.insert(0, empty_box(words, role, client.full_name()));
    }
    for person in plan
        .representatives
        .iter()
        .filter(|person| acts(person, client, &Today::on(day)))
    {
        if !signed(Signatory::Representative, person.name.as_str()) {
            let role = words.term(person.kind.label());
            signatures.push(empty_box(words, role, person.name.to_string()));
        }
    }
    if !signed(Signatory::Provider, "") {
        let organisation = words.context.provider.organisation.name.to_string();
        let name = plan
            .support
            .as_ref()
            .map_or(organisation, |s| s.name.to_string());
        let role = words.word("tekenen_aanbieder")?;
        signatures.push(empty_box(words, role, name));
    }
    Ok(vec![words.body(element, Block::Signatures { signatures })])
}

/// Room to sign.
fn empty_box(words: Words<'_>, role: String, name: String) -> SignatureBox {
    SignatureBox {
        role,
        name,
        choices: choices(words, None),
        date: None,
        note: None,
    }
}

/// A signature that was given, or was refused with a reason.
fn given_box(words: Words<'_>, signature: &Signature) -> SignatureBox {
    let representatives = &words.context.dossier.plan.representatives;
    let kind = representatives
        .iter()
        .find(|person| person.name == signature.name)
        .map(|person| person.kind.label());
    let role = match signature.signatory {
        Signatory::Representative => kind.unwrap_or(Signatory::Representative.label()),
        signatory => signatory.label(),
    };
    SignatureBox {
        role: words.term(role),
        name: signature.name.to_string(),
        choices: choices(words, signature.verdict),
        date: signature.date.map(Date::long),
        note: signature.note.as_ref().map(ToString::to_string),
    }
}

fn choices(words: Words<'_>, chosen: Option<Verdict>) -> Vec<Tick> {
    Verdict::ALL
        .iter()
        .map(|verdict| Tick {
            label: words.term(verdict.label()),
            ticked: chosen == Some(*verdict),
        })
        .collect()
}
