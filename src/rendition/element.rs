//! The elements of the format that a formal document will hold, and which of them say nothing yet.

use super::format::FormatSide;
use super::view::{Block, Cover, Field, Part, Section, State};
use super::{Context, evaluation, formal};
use crate::dossier::code::Status;
use crate::phrase::PhraseError;

/// An element of the format, where it stands in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// Id in the format.
    pub(crate) id: &'static str,
    /// The goal that it belongs to, from 0.
    pub(crate) goal: Option<usize>,
    /// Whether it has content; "not applicable" is content too.
    pub(crate) is_filled: bool,
}

/// The elements of the formal plan and those of the evaluation report; none where there is no
/// evaluation.
///
/// # Errors
/// When a phrase can't be said.
pub(crate) fn elements(context: &Context<'_>) -> Result<(Vec<Element>, Vec<Element>), PhraseError> {
    let plan = formal::view(context, false)?.0;
    let report = evaluation::view(context)?.map(|(view, _)| view);
    let report = report.map(|view| collect(&view.cover, &view.sections));
    Ok((
        collect(&plan.cover, &plan.sections),
        report.unwrap_or_default(),
    ))
}

/// Elements that nobody expects of a concept: they come with the agreement, or after it.
const AFTER_CONCEPT: &[&str] = &["planversie", "zienswijze_client"];
/// The municipality decides when it has the agreed plan, and before the support begins.
const AFTER_DECISION: &[&str] = &["beschikkingsnummer", "toewijzingsnummer"];

/// Whether an element can be known by now.
pub(crate) fn is_expected(context: &Context<'_>, id: &str) -> bool {
    let about = &context.dossier.plan.about;
    let is_concept = about.status == Status::Concept;
    let runs = about
        .start
        .is_none_or(|start| context.today.has_come(start));
    !(is_concept && AFTER_CONCEPT.contains(&id))
        && !((is_concept || !runs) && AFTER_DECISION.contains(&id))
}

/// The mandatory elements that a document must have content for: of a concept none.
pub(super) fn expected(context: &Context<'_>, side: FormatSide) -> Vec<String> {
    let plan = &context.dossier.plan;
    if plan.about.status == Status::Concept {
        return Vec::new();
    }
    let mut mandatory = context.format.mandatory(side, plan);
    mandatory.retain(|id| is_expected(context, id));
    mandatory
}

fn collect(cover: &Cover, sections: &[Section]) -> Vec<Element> {
    let mut found = Vec::new();
    for field in cover.blocks.iter().flat_map(|block| &block.fields) {
        found.push(of_field(field, None));
    }
    found.push(Element {
        id: cover.products.element,
        goal: None,
        is_filled: cover.products.value.state != State::Unknown,
    });
    for part in sections.iter().flat_map(|section| &section.parts) {
        of_part(part, &mut found);
    }
    found
}

fn of_field(field: &Field, goal: Option<usize>) -> Element {
    Element {
        id: field.element,
        goal,
        is_filled: field.value.state != State::Unknown,
    }
}

fn of_part(part: &Part, found: &mut Vec<Element>) {
    if let Some(id) = part.element {
        found.push(Element {
            id,
            goal: None,
            is_filled: part.state != State::Unknown,
        });
    }
    match &part.block {
        Block::Fields { fields } => found.extend(fields.iter().map(|field| of_field(field, None))),
        Block::Goal(card) => {
            let single = [
                &card.domain,
                &card.origin,
                &card.wish,
                &card.now,
                &card.later,
                &card.goal,
                &card.motivation,
            ];
            let fields = single.into_iter().chain(&card.who).chain(&card.tiles);
            let fields = fields.chain(&card.notes).chain(&card.dates);
            found.extend(fields.map(|field| of_field(field, Some(card.number - 1))));
        }
        Block::Outcome(card) => {
            let fields = card.tiles.iter().chain(&card.texts);
            found.extend(fields.map(|field| of_field(field, Some(card.number - 1))));
        }
        _ => {}
    }
}
