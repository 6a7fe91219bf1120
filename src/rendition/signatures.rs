//! Who must sign, and room for it.

use super::view::{Block, Part, SignatureBox, Tick};
use super::words::Words;
use crate::dossier::code::{RepresentativeKind, Signatory, Verdict};
use crate::dossier::person::{Client, Representative};
use crate::dossier::plan::Signature;
use crate::dossier::value::Date;
use crate::phrase::PhraseError;

/// From this age a child signs too (Jeugdwet, WGBO).
const SIGNS_FROM: i16 = 12;
/// From this age a young person decides (Jeugdwet, WGBO).
const DECIDES_FROM: i16 = 16;
/// From this age parents have no authority any more.
const ADULT_FROM: i16 = 18;

/// Whether a representative acts in place of, or beside, the client on a day.
pub(super) fn acts(person: &Representative, client: &Client, day: Date) -> bool {
    let age = client.born.years_until(day);
    match person.kind {
        _ if person.since.is_some_and(|since| since > day) => false,
        RepresentativeKind::Curator | RepresentativeKind::Mentor => !client.can_decide,
        RepresentativeKind::Parent | RepresentativeKind::Guardian => {
            age < DECIDES_FROM || (age < ADULT_FROM && !client.can_decide)
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
    let mut signatures: Vec<_> = given.iter().map(from_signature).collect();
    let client = &plan.client;
    if !signed(Signatory::Client, "") && client.born.years_until(day) >= SIGNS_FROM {
        signatures.insert(0, empty(words.word("tekenen_client")?, client.full_name()));
    }
    for person in plan
        .representatives
        .iter()
        .filter(|person| acts(person, client, day))
    {
        if !signed(Signatory::Representative, person.name.as_str()) {
            signatures.push(empty(
                person.kind.label().to_owned(),
                person.name.to_string(),
            ));
        }
    }
    if !signed(Signatory::Provider, "") {
        let organisation = words.context.provider.organisation.name.to_string();
        let name = plan
            .support
            .as_ref()
            .map_or(organisation, |s| s.name.to_string());
        signatures.push(empty(words.word("tekenen_aanbieder")?, name));
    }
    let part = words.part(element, Block::Signatures { signatures });
    Ok(vec![Part {
        heading: None,
        ..part
    }])
}

fn empty(role: String, name: String) -> SignatureBox {
    SignatureBox {
        role,
        name,
        choices: choices(None),
        date: None,
        note: None,
    }
}

fn from_signature(signature: &Signature) -> SignatureBox {
    SignatureBox {
        role: signature.signatory.label().to_owned(),
        name: signature.name.to_string(),
        choices: choices(signature.verdict),
        date: signature.date.map(Date::long),
        note: signature.note.as_ref().map(ToString::to_string),
    }
}

fn choices(chosen: Option<Verdict>) -> Vec<Tick> {
    Verdict::ALL
        .iter()
        .map(|verdict| Tick {
            label: verdict.label().to_owned(),
            ticked: chosen == Some(*verdict),
        })
        .collect()
}
