//! The easy-read evaluation: how it went with each goal, and what happens next.

mod outcomes;

use minijinja::context;

use super::easy::{Booklet, Front, Group, MOST_WORDS, USUAL_WORDS, short_sentences};
use super::easy_view::Line;
use super::{Context, Made, Rendition};
use crate::dossier::code::{Law, Satisfaction};
use crate::dossier::evaluation::{Contentment, Evaluation};
use crate::language;
use crate::phrase::PhraseError;

/// The easy-read evaluation.
#[derive(Debug)]
pub(crate) struct EasyEvaluation;

impl Rendition for EasyEvaluation {
    fn name(&self) -> &'static str {
        "easy-evaluation"
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let Some(evaluation) = &context.dossier.evaluation else {
            return Ok(Vec::new());
        };
        let mut booklet = Booklet::open(context);
        chapters(&mut booklet, evaluation)?;
        booklet.credits(None)?;
        let front = front(&booklet, evaluation)?;
        Ok(vec![booklet.finish(
            "makkelijk-lezen-evaluatie.pdf",
            evaluation.date,
            front,
        )?])
    }
}

/// All sentences of the easy-read evaluation, in the order of its pages; none without an evaluation.
///
/// # Errors
/// When a phrase can't be said.
pub(crate) fn easy_evaluation_sentences(context: &Context<'_>) -> Result<Vec<String>, PhraseError> {
    let Some(evaluation) = &context.dossier.evaluation else {
        return Ok(Vec::new());
    };
    let mut booklet = Booklet::open(context);
    chapters(&mut booklet, evaluation)?;
    Ok(booklet.take_sentences())
}

/// Adds the pages.
fn chapters(booklet: &mut Booklet<'_>, evaluation: &Evaluation) -> Result<(), PhraseError> {
    whole(booklet, evaluation)?;
    present(booklet, evaluation)?;
    for outcome in &evaluation.goals {
        outcomes::pages(booklet, outcome)?;
    }
    satisfaction(booklet, evaluation)?;
    next(booklet, evaluation)?;
    booklet.my_say()
}

/// The cover: what it is about.
fn front(booklet: &Booklet<'_>, evaluation: &Evaluation) -> Result<Front, PhraseError> {
    Ok(Front {
        title: booklet.word("hoe_ging_het")?,
        version: Some(evaluation.plan_version),
        lines: vec![
            booklet.word("over_mijn_plan_van")?,
            booklet.say("teruggekeken", context! { datum => evaluation.date.long() })?,
            booklet.say("periode_van", context! { van => evaluation.from.long() })?,
            booklet.say("periode_tot", context! { tot => evaluation.until.long() })?,
        ],
    })
}

/// How it went on the whole: the author's sentences, or else how many goals were reached.
fn whole(booklet: &mut Booklet<'_>, evaluation: &Evaluation) -> Result<(), PhraseError> {
    let mut lines = booklet.said(&evaluation.easy);
    if lines.is_empty() {
        lines = outcomes::counted(booklet, evaluation)?;
    }
    let group = Group {
        heading: None,
        lines,
    };
    let title = booklet.word("zo_ging_het")?;
    booklet.section(&title, vec![group], Vec::new())
}

/// Who looked back with me.
fn present(booklet: &mut Booklet<'_>, evaluation: &Evaluation) -> Result<(), PhraseError> {
    let lines = booklet.participants(&evaluation.present);
    let group = Group {
        heading: None,
        lines,
    };
    let title = booklet.word("wie_waren_erbij")?;
    booklet.section(&title, vec![group], Vec::new())
}

/// How content I am: the face that I chose, and my words where they are short.
fn satisfaction(booklet: &mut Booklet<'_>, evaluation: &Evaluation) -> Result<(), PhraseError> {
    let Some(mine) = evaluation
        .satisfaction
        .iter()
        .find(|contentment| is_mine(booklet, contentment))
    else {
        return Ok(());
    };
    let (key, word, face) = match mine.verdict {
        Satisfaction::Content => ("ben_tevreden", "blij", 0),
        Satisfaction::Partly => ("ben_beetje_tevreden", "neutraal", 1),
        Satisfaction::NotContent => ("ben_ontevreden", "verdrietig", 2),
    };
    let mut lines = vec![booklet.told(key, word)?];
    let note = mine
        .note
        .as_ref()
        .filter(|note| !language::speaks_of(note.as_str(), booklet.subject()));
    let note = note.and_then(|note| short_sentences(note.as_str(), MOST_WORDS));
    lines.extend(booklet.lines(note.unwrap_or_default()));
    let labels = ["tevreden", "beetje_tevreden", "niet_tevreden"];
    let faces = booklet.faces("wat_vind_ik", labels, Some(face))?;
    let group = Group {
        heading: None,
        lines,
    };
    let title = booklet.word("ben_ik_tevreden")?;
    booklet.section(&title, vec![group], vec![faces])
}

/// Whether it is the client who is content or not.
fn is_mine(booklet: &Booklet<'_>, contentment: &Contentment) -> bool {
    let client = &booklet.context.dossier.plan.client;
    let who = contentment.who.as_str().to_lowercase();
    let names = [
        client.first_name.as_str().to_lowercase(),
        client.full_name().to_lowercase(),
    ];
    ["cliënt", "client", "ik", "bewoner", "inwoner"].contains(&who.as_str()) || names.contains(&who)
}

/// What changes, and whether the support goes on for longer.
fn next(booklet: &mut Booklet<'_>, evaluation: &Evaluation) -> Result<(), PhraseError> {
    let groups = vec![
        Group {
            heading: None,
            lines: changes(booklet, evaluation)?,
        },
        {
            let lines = extension(booklet, evaluation)?;
            booklet.group("kop_langer", lines)?
        },
    ];
    let title = booklet.word("wat_verandert")?;
    booklet.section(&title, groups, Vec::new())
}

/// The changes that are shortly said, and where to ask for the others.
fn changes(booklet: &mut Booklet<'_>, evaluation: &Evaluation) -> Result<Vec<Line>, PhraseError> {
    let subject = booklet.subject();
    let mut lines = Vec::new();
    let mut left_out = false;
    for change in &evaluation.changes {
        let plain = !language::speaks_of(change.as_str(), subject);
        match short_sentences(change.as_str(), USUAL_WORDS).filter(|_| plain) {
            Some(sentences) => lines.extend(booklet.lines(sentences)),
            None => left_out = true,
        }
    }
    if left_out {
        let name = booklet.supporter()?;
        let key = if lines.is_empty() {
            "verandert_iets"
        } else {
            "verandert_meer"
        };
        lines.push(booklet.told_of(key, context! { naam => name }, Some("veranderen"))?);
    }
    Ok(lines)
}

/// Whether longer support is asked for, and who decides.
fn extension(booklet: &mut Booklet<'_>, evaluation: &Evaluation) -> Result<Vec<Line>, PhraseError> {
    let Some(extension) = &evaluation.extension else {
        return Ok(Vec::new());
    };
    let plan = &booklet.context.dossier.plan;
    let municipal = matches!(plan.about.law, Law::Wmo | Law::Youth);
    if !extension.wanted {
        // Under the other laws support goes on by itself: nothing to be alarmed about.
        return if municipal {
            Ok(vec![booklet.told_of("niet_langer", (), None)?])
        } else {
            Ok(Vec::new())
        };
    }
    let mut lines = vec![booklet.told("vragen_langer", "vraag")?];
    if let Some(until) = extension.until {
        lines.push(booklet.told_of(
            "langer_tot",
            context! { datum => until.long() },
            Some("kalender"),
        )?);
    }
    if municipal {
        lines.push(booklet.told_of("gemeente_beslist", (), None)?);
    }
    Ok(lines)
}
