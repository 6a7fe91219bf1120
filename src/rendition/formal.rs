//! The formal plan: everything the local team must assess, in the order of the regional format.

mod agreed;
mod around;
mod background;

use minijinja::context;
use serde::Serialize;

use super::format::{Entry, FormatSide};
use super::view::{Block, Cover, Frame, Part, Section, State, Table};
use super::words::Words;
use super::{Context, Document, Made, Pictures, Rendition, cover, element, goal_card, signatures};
use crate::dossier::code::DocumentSide;
use crate::dossier::plan::Plan;
use crate::dossier::value::{Date, Text};
use crate::phrase::PhraseError;

/// The most goals whose overview fits below something else on a page.
const GOALS_BESIDE_OTHER_THINGS: usize = 8;

/// A formal document: the plan, or the evaluation report.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FormalView {
    pub(super) frame: Frame,
    pub(super) cover: Cover,
    pub(super) sections: Vec<Section>,
}

/// The formal plan.
#[derive(Debug)]
pub(crate) struct Formal;

impl Rendition for Formal {
    fn name(&self) -> &'static str {
        "formal"
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let plan = &context.dossier.plan;
        let mut made = vec![Made::Document(document(context, &file_name(plan), false)?)];
        if context.mark_mandatory {
            let name = plan.about.kind.word();
            let marked = document(context, &format!("{name}-gemarkeerd.pdf"), true)?;
            made.push(Made::Document(marked));
        }
        Ok(made)
    }
}

/// The name of the formal plan's file: its kind.
pub(crate) fn file_name(plan: &Plan) -> String {
    format!("{}.pdf", plan.about.kind.word())
}

fn document(
    context: &Context<'_>,
    file_name: &str,
    mark_mandatory: bool,
) -> Result<Document, PhraseError> {
    let (view, pictures) = view(context, mark_mandatory)?;
    Ok(Document {
        mandatory: view.frame.mandatory.clone(),
        needs_content: element::expected(context, FormatSide::Plan),
        ..Document::new(file_name, "formal/main.typ", &view, pictures)
    })
}

/// What the plan shows.
pub(super) fn view(
    context: &Context<'_>,
    mark_mandatory: bool,
) -> Result<(FormalView, Pictures), PhraseError> {
    let words = Words::of(context);
    let plan = &context.dossier.plan;
    let mut pictures = Pictures::default();
    let mandatory = context.format.mandatory(FormatSide::Plan, plan);
    let logo = logo(context, &mut pictures);
    let frame = words.frame(&words.plan_title()?, plan.about.drawn_up, logo, mandatory)?;
    let view = FormalView {
        frame: Frame {
            mark_mandatory,
            ..frame
        },
        cover: cover::cover(words, FormatSide::Plan)?,
        sections: sections(words, FormatSide::Plan, &mut pictures, section)?,
    };
    Ok((view, pictures))
}

/// The provider's logo, if there is one.
pub(super) fn logo(context: &Context<'_>, pictures: &mut Pictures) -> Option<super::view::Picture> {
    let provider = context.provider;
    let name = provider.organisation.name.to_string();
    provider.style.logo.as_ref().map(|_| pictures.logo(name))
}

/// Fills the sections of the format, with the organisation's own sections after those they follow.
pub(super) fn sections(
    words: Words<'_>,
    side: FormatSide,
    pictures: &mut Pictures,
    fill: impl Fn(Words<'_>, &str, &mut Pictures) -> Result<Vec<Part>, PhraseError>,
) -> Result<Vec<Section>, PhraseError> {
    let Context {
        dossier, format, ..
    } = *words.context;
    let entries: Vec<&Entry> = format.sections(side, &dossier.plan).collect();
    // The overview of many goals is one only if it stands on one page.
    let is_long = dossier.plan.goals.len() > GOALS_BESIDE_OTHER_THINGS;
    let mut sections = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let parts = fill(words, &entry.id, pictures)?;
        if !parts.is_empty() {
            sections.push(Section {
                id: entry.id.clone(),
                title: entry.label.clone(),
                new_page: index == 0 || (entry.id == "overzicht" && is_long),
                parts,
            });
        }
        let known = |id: &str| entries.iter().any(|entry| entry.id == id);
        let is_last = index + 1 == entries.len();
        sections.extend(own_sections(words, side, &entry.id, |after| {
            is_last && !known(after)
        }));
    }
    Ok(sections)
}

/// The organisation's own sections that follow a section, or that follow none that is there.
fn own_sections(
    words: Words<'_>,
    side: FormatSide,
    after: &str,
    unplaced: impl Fn(&str) -> bool,
) -> Vec<Section> {
    let Context {
        provider, dossier, ..
    } = *words.context;
    let fits = |own: DocumentSide| match own {
        DocumentSide::Both => true,
        DocumentSide::Plan => side == FormatSide::Plan,
        DocumentSide::Evaluation => side == FormatSide::Evaluation,
    };
    let mut sections = Vec::new();
    for own in provider.sections.iter().filter(|own| fits(own.side)) {
        let place = own.after.as_ref().map_or("", Text::as_str);
        if place != after && !unplaced(place) {
            continue;
        }
        let texts = [own.text.as_ref(), dossier.plan.extra.get(own.id.as_str())];
        let parts: Vec<_> = texts
            .into_iter()
            .flatten()
            .map(|text| loose(text.as_str()))
            .collect();
        if !parts.is_empty() {
            sections.push(Section {
                id: own.id.as_str().to_owned(),
                title: own.title.to_string(),
                new_page: false,
                parts,
            });
        }
    }
    sections
}

/// A paragraph that is no element of the format.
pub(super) fn loose(text: &str) -> Part {
    Part {
        element: None,
        heading: None,
        state: State::Known,
        block: Block::Paragraph {
            text: text.to_owned(),
        },
    }
}

fn section(words: Words<'_>, id: &str, pictures: &mut Pictures) -> Result<Vec<Part>, PhraseError> {
    match id {
        "wie_ben_ik" => background::who_am_i(words, pictures),
        "beeldvorming" => background::picture(words),
        "herstel" => background::recovery(words),
        "overzicht" => overview(words),
        "doelen" => goal_card::goals(words),
        "inzet" => super::effort::effort(words),
        "netwerk" => around::network(words),
        "andere_aanbieders" => around::other_providers(words),
        "risicos" => around::risks(words),
        "onvrijwillige_zorg" => around::involuntary_care(words),
        "afspraken" => agreed::agreements(words),
        "inbreng" => agreed::contributions(words),
        "methode" => Ok(agreed::method(words)),
        "zienswijze" => agreed::client_view(words),
        "ondertekening" => signatures::plan(words),
        _ => Ok(Vec::new()),
    }
}

fn overview(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let mut rows = Vec::new();
    for (index, goal) in words.context.dossier.plan.goals.iter().enumerate() {
        rows.push(vec![
            (index + 1).to_string(),
            goal.title.to_string(),
            goal.domain
                .map_or_else(|| words.word("onbekend"), |domain| Ok(words.domain(domain)))?,
            goal_card::who_takes_part(words, goal)?,
            period(words, goal.start, goal.end)?,
        ]);
    }
    let table = Table {
        header: words.words([
            "overzicht_nummer",
            "overzicht_doel",
            "overzicht_domein",
            "overzicht_wie",
            "overzicht_wanneer",
        ])?,
        widths: vec![0, 4, 3, 3, 3],
        rows,
    };
    Ok(vec![words.table_body(
        "doelenoverzicht",
        table,
        words.unknown()?,
    )])
}

/// `1 maart 2026 – 1 september 2026`, or what is known of it.
fn period(words: Words<'_>, start: Option<Date>, end: Option<Date>) -> Result<String, PhraseError> {
    match (start, end) {
        (Some(start), Some(end)) => words.say(
            "wanneer",
            context! { begin => start.long(), einde => end.long() },
        ),
        (Some(start), None) => words.say("wanneer_vanaf", context! { begin => start.long() }),
        (None, Some(end)) => words.say("wanneer_tot", context! { einde => end.long() }),
        (None, None) => words.word("onbekend"),
    }
}
