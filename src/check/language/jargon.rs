//! Words of care and its organisations.

use super::label::Label;
use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{JARGON, is_listed};

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "jargon",
    message: "dit is een woord uit de zorg",
    doc: Doc {
        code: "vakwoord",
        severity: Severity::Warning,
        what: "Er staan geen vakwoorden van de zorg in.",
        why: "Vakwoorden zijn van begeleiders onder elkaar; het plan is van de bewoner.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik geen moeilijke woorden en vaktaal, of leg ze uit",
        wrong: "Mijn zelfredzaamheid is groot.",
        right: "Ik kan veel dingen zelf.",
    },
    find: |reading: &Reading<'_>| -> Vec<Hit> { reading.labelled(Label::Jargon) },
};

/// Words of care that others are made of: `vervolgindicatie`.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "indicatie", "problematiek", "stoornis", "interventie", "methodiek", "participatie", "regulatie", "signalering",
    "rapportage", "medicatie", "hulpvraag", "zorgvraag", "diagnostiek", "redzaamheid",
    "bejegening", "indicatiestelling", "behandelplan", "traject", "anamnese",
];

/// Labels the words of care in a sentence.
pub(super) fn label(reading: &mut Reading<'_>) {
    reading.label_listed(&JARGON, Label::Jargon, true);
    for at in 0..reading.tokens.len() {
        let token = &reading.tokens[at];
        let made_of = token
            .forms
            .iter()
            .any(|form| HEADS.iter().any(|head| form.ends_with(head)));
        let is_easy = token.forms.iter().any(|form| is_listed(form));
        if made_of && !token.is_labelled() && !is_easy {
            reading.set_label(at, 1, Label::Jargon, "", None);
        }
    }
}
