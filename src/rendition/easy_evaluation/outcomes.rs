//! What became of each goal, with a face.

use minijinja::context;

use crate::dossier::code::{NextStep, Outcome};
use crate::dossier::evaluation::{Evaluation, GoalOutcome};
use crate::phrase::PhraseError;
use crate::rendition::easy::{Booklet, Group};
use crate::rendition::easy_read::title;
use crate::rendition::easy_view::Line;

/// Adds the page of one goal.
pub(super) fn pages(booklet: &mut Booklet<'_>, outcome: &GoalOutcome) -> Result<(), PhraseError> {
    let goals = &booklet.context.dossier.plan.goals;
    let Some((index, goal)) = goals
        .iter()
        .enumerate()
        .find(|(_, goal)| goal.id == outcome.goal)
    else {
        return Ok(());
    };
    let lines = if outcome.easy.is_empty() {
        let mut lines = vec![result(booklet, outcome.outcome)?];
        // That a lapsed goal stops is said already.
        if (outcome.outcome, outcome.next) != (Outcome::Lapsed, NextStep::Stop) {
            lines.push(next(booklet, outcome)?);
        }
        lines
    } else {
        booklet.said(&outcome.easy)
    };
    let group = Group {
        heading: None,
        lines,
    };
    let middle = if outcome.outcome == Outcome::Ongoing {
        "lukt_bezig"
    } else {
        "lukt_beetje"
    };
    let chosen = match outcome.outcome {
        Outcome::Reached => Some(0),
        Outcome::Partly | Outcome::Ongoing => Some(1),
        Outcome::NotReached => Some(2),
        Outcome::Lapsed => None,
    };
    let foot = match chosen {
        Some(_) => vec![booklet.faces(
            "is_het_gelukt",
            ["lukt_ja", middle, "lukt_nog_niet"],
            chosen,
        )?],
        None => Vec::new(),
    };
    let title = booklet.say(
        "doel",
        context! { nummer => index + 1, titel => title(goal) },
    )?;
    booklet.section(&title, vec![group], foot)
}

/// What came of it, in one sentence.
fn result(booklet: &mut Booklet<'_>, outcome: Outcome) -> Result<Line, PhraseError> {
    let (key, word) = match outcome {
        Outcome::Reached => ("doel_gelukt", "blij"),
        Outcome::Partly => ("doel_beetje", "neutraal"),
        Outcome::NotReached => ("doel_nog_niet", "verdrietig"),
        Outcome::Ongoing => ("doel_bezig", "doel"),
        Outcome::Lapsed => ("doel_vervalt", "stoppen"),
    };
    booklet.told(key, word)
}

/// What happens next, in one sentence.
fn next(booklet: &mut Booklet<'_>, outcome: &GoalOutcome) -> Result<Line, PhraseError> {
    let (key, word) = match (outcome.next, outcome.outcome) {
        (NextStep::Continue, _) => ("ga_door", "doel"),
        (NextStep::Adjust, _) => ("wordt_anders", "veranderen"),
        (NextStep::Stop, Outcome::Reached) => ("doel_klaar", "ja"),
        (NextStep::Stop, _) => ("doel_stopt", "stoppen"),
        (NextStep::New, _) => ("nieuw_doel", "doel"),
    };
    booklet.told(key, word)
}

/// How many goals came to what, for when nobody wrote how it went on the whole.
pub(super) fn counted(
    booklet: &mut Booklet<'_>,
    evaluation: &Evaluation,
) -> Result<Vec<Line>, PhraseError> {
    let mut lines = Vec::new();
    for (outcome, key, word) in [
        (Outcome::Reached, "aantal_gelukt", "blij"),
        (Outcome::Partly, "aantal_beetje", "neutraal"),
        (Outcome::NotReached, "aantal_nog_niet", "verdrietig"),
        (Outcome::Ongoing, "aantal_bezig", "doel"),
        (Outcome::Lapsed, "aantal_vervallen", "stoppen"),
    ] {
        let count = evaluation
            .goals
            .iter()
            .filter(|goal| goal.outcome == outcome)
            .count();
        if count > 0 {
            lines.push(booklet.told_of(key, context! { aantal => count }, Some(word))?);
        }
    }
    Ok(lines)
}
