//! The easy-read plan: what the client reads, alone or read aloud.
//!
//! It says the same as the formal plan: the author's own easy sentences, or phrases over the
//! same goals, people and days.

mod about_me;
mod costs;
mod goals;
mod involuntary;
mod meeting;
mod recovery;

use minijinja::context;

pub(super) use goals::{title, told_by};
pub(super) use meeting::pages as meeting_pages;

use super::easy::{Booklet, Front, Group};
use super::easy_view::{Content, Room};
use super::{Context, Made, Rendition};
use crate::dossier::value::Date;
use crate::phrase::PhraseError;

/// Points up to which choices and room to sign go on one page.
const LARGE: u32 = 22;

/// The easy-read plan.
#[derive(Debug)]
pub(crate) struct EasyRead;

impl Rendition for EasyRead {
    fn name(&self) -> &'static str {
        "easy-read"
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let mut booklet = Booklet::open(context);
        chapters(&mut booklet, |_, _| {})?;
        let reader = reader(&booklet)?;
        booklet.credits(reader)?;
        let front = front(&booklet)?;
        Ok(vec![booklet.finish(
            "makkelijk-lezen.pdf",
            context.dossier.plan.about.drawn_up,
            front,
        )?])
    }
}

/// A sentence of the easy-read plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EasySentence {
    /// As it is printed.
    pub(crate) text: String,
    /// The goal on whose page it stands, from 0.
    pub(crate) goal: Option<usize>,
}

/// All sentences of the easy-read plan, with or without a picture, in the order of its pages.
///
/// # Errors
/// When a phrase can't be said.
pub(crate) fn easy_sentences(context: &Context<'_>) -> Result<Vec<EasySentence>, PhraseError> {
    let mut booklet = Booklet::open(context);
    let mut sentences = Vec::new();
    chapters(&mut booklet, |booklet, goal| {
        let texts = booklet.take_sentences().into_iter();
        sentences.extend(texts.map(|text| EasySentence { text, goal }));
    })?;
    Ok(sentences)
}

/// Adds the pages; calls back after those of each goal, and after all that lies between.
fn chapters<'a>(
    booklet: &mut Booklet<'a>,
    mut ended: impl FnMut(&mut Booklet<'a>, Option<usize>),
) -> Result<(), PhraseError> {
    goals::overview(booklet)?;
    meeting::pages(booklet)?;
    about_me::pages(booklet)?;
    ended(booklet, None);
    for (index, goal) in booklet.context.dossier.plan.goals.iter().enumerate() {
        goals::pages(booklet, index + 1, goal)?;
        ended(booklet, Some(index));
    }
    recovery::pages(booklet)?;
    costs::pages(booklet)?;
    involuntary::pages(booklet)?;
    booklet.my_say()?;
    agreement(booklet)?;
    ended(booklet, None);
    Ok(())
}

/// The cover: that it is mine, and its days.
fn front(booklet: &Booklet<'_>) -> Result<Front, PhraseError> {
    let about = &booklet.context.dossier.plan.about;
    let mut lines = vec![booklet.word("van_mij")?];
    for (key, date) in [
        ("begin", about.start),
        ("einde", about.end),
        ("terugkijken", about.evaluation),
    ] {
        if let Some(date) = date {
            lines.push(booklet.say(key, context! { datum => date.long() })?);
        }
    }
    Ok(Front {
        title: booklet.word("titel")?,
        version: Some(about.version),
        lines,
    })
}

/// Whether I agree, with room to sign.
fn agreement(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let group = Group {
        heading: None,
        lines: vec![booklet.told("dit_is_mijn_plan", "plan")?],
    };
    let choices = booklet.choices(["ja", "nee", "weet_niet"])?;
    let rooms = [("naam", 1), ("datum", 1), ("handtekening", 2)]
        .into_iter()
        .map(|(key, lines)| {
            Ok(Room {
                label: booklet.word(key)?,
                lines,
            })
        })
        .collect::<Result<_, PhraseError>>()?;
    let rooms = Content::Room { rooms };
    let title = booklet.word("eens")?;
    if booklet.type_size() <= LARGE {
        return booklet.section(&title, vec![group], vec![choices, rooms]);
    }
    booklet.section(&title, vec![group], vec![choices])?;
    let title = booklet.word("handtekening")?;
    booklet.section(&title, Vec::new(), vec![rooms])
}

/// Who of the target group read the text, and when.
fn reader(booklet: &Booklet<'_>) -> Result<Option<String>, PhraseError> {
    let review = booklet.context.dossier.review.as_ref();
    review
        .and_then(|review| Some((review.read_by.as_ref()?, review.read_on)))
        .map(|(by, on)| {
            booklet.say(
                "gelezen_door",
                context! { wie => by.as_str(), datum => on.map(Date::long) },
            )
        })
        .transpose()
}
