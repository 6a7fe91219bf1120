//! When a concept must be agreed, when a plan and its decision end, and when to ask for more.

use super::{AGREEING, Calendar, DECISION_END, DISCUSSION, EXTENSION, PLAN_END};
use crate::dossier::code::{Law, Signatory, Status};
use crate::dossier::evaluation::Evaluation;
use crate::dossier::load::Dossier;
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;
use crate::dossier::value::Date;

/// Notes the days of the plan itself.
pub(super) fn add(calendar: &mut Calendar<'_>) {
    let dossier = calendar.context.dossier;
    match dossier.plan.about.status {
        Status::Concept => {
            if let Some(start) = dossier.plan.about.start {
                calendar.note(AGREEING, start, key("ingang"));
            }
            discussion(calendar);
        }
        Status::Final => {
            ends(calendar);
            extension(calendar);
        }
    }
}

fn key(key: &str) -> KeyPath {
    KeyPath::root("plan").key(key)
}

/// The first plan is discussed soon after care started. A meeting that was held settles it, and so
/// did the plans of earlier cycles.
fn discussion(calendar: &mut Calendar<'_>) {
    let plan = &calendar.context.dossier.plan;
    let is_first = plan.about.cycle == 1 && plan.about.previous_evaluation.is_none();
    let was_held = |meeting: Date| calendar.today().has_come(meeting);
    if !is_first || plan.meeting.as_ref().is_some_and(|m| was_held(m.date)) {
        return;
    }
    let day = plan.about.care_started;
    if let Some(day) = day.and_then(|day| calendar.after(DISCUSSION, day)) {
        calendar.note(DISCUSSION, day, key("zorg_gestart"));
    }
}

/// The last days of the plan, and of a decision with another one. Where no extension is wanted they
/// pass as agreed.
fn ends(calendar: &mut Calendar<'_>) {
    let dossier = calendar.context.dossier;
    let end = dossier.plan.about.end;
    let today = calendar.today();
    let is_due = |day: &Date| !today.has_passed(*day) || !ends_as_agreed(dossier);
    if let Some(day) = end.filter(is_due) {
        calendar.note(PLAN_END, day, key("einde"));
    }
    let decision = decision_end(&dossier.plan).filter(|day| Some(*day) != end);
    if let Some(day) = decision.filter(is_due) {
        calendar.note(DECISION_END, day, decision_key());
    }
}

/// Under the Wlz care goes on without an extension, so that a next plan is needed all the same.
fn ends_as_agreed(dossier: &Dossier) -> bool {
    let evaluation = own_evaluation(dossier);
    let extension = evaluation.and_then(|evaluation| evaluation.extension.as_ref());
    dossier.plan.about.law != Law::Wlz && extension.is_some_and(|extension| !extension.wanted)
}

/// Asking for an extension: until the evaluation says whether one is wanted. That it is wanted is
/// the question itself; until the local team has signed it stays in the calendar up to its day, so
/// that it is sent.
fn extension(calendar: &mut Calendar<'_>) {
    let dossier = calendar.context.dossier;
    let plan = &dossier.plan;
    let (ending, path) = match (decision_end(plan), plan.about.end) {
        (Some(day), _) => (day, decision_key()),
        (None, Some(day)) => (day, key("einde")),
        (None, None) => return,
    };
    let Some(day) = calendar.before(EXTENSION, ending) else {
        return;
    };
    let day = plan.about.start.map_or(day, |start| day.max(start));
    let evaluation = own_evaluation(dossier);
    let extension = evaluation.and_then(|evaluation| evaluation.extension.as_ref());
    let is_due = match (evaluation, extension) {
        (Some(evaluation), Some(extension)) => {
            extension.wanted && !calendar.today().has_passed(day) && !has_reached_team(evaluation)
        }
        _ => !calendar.today().has_passed(ending),
    };
    if is_due {
        calendar.note(EXTENSION, day, path);
    }
}

/// The evaluation of this version of the plan.
fn own_evaluation(dossier: &Dossier) -> Option<&Evaluation> {
    let evaluation = dossier.evaluation.as_ref();
    evaluation.filter(|evaluation| evaluation.plan_version == dossier.plan.about.version)
}

fn has_reached_team(evaluation: &Evaluation) -> bool {
    let mut signatures = evaluation.signatures.iter();
    signatures.any(|one| one.signatory == Signatory::LocalTeam && one.date.is_some())
}

fn decision_end(plan: &Plan) -> Option<Date> {
    plan.decision.as_ref().and_then(|decision| decision.end)
}

fn decision_key() -> KeyPath {
    KeyPath::root("beschikking").key("einde")
}
