//! When an agreed plan and its goals are evaluated next.

use super::{Calendar, EVALUATION, EVALUATION_WLZ, EVALUATION_WMO, GOAL_EVALUATION};
use crate::dossier::code::Status;
use crate::dossier::load::Dossier;
use crate::dossier::source::KeyPath;
use crate::dossier::today::Today;
use crate::dossier::value::Date;

/// Days that an evaluation may be early and still be the one that was planned; one in between is
/// another.
const EARLY: i32 = 56;

/// Notes the next evaluations.
pub(super) fn add(calendar: &mut Calendar<'_>) {
    let dossier = calendar.context.dossier;
    if dossier.plan.about.status == Status::Final {
        let held = held(dossier, calendar.today());
        of_plan(calendar, held);
        of_goals(calendar, held);
    }
}

/// The day on which this plan was evaluated: in this version, or in an earlier one since its start.
fn held(dossier: &Dossier, today: &Today) -> Option<Date> {
    let about = &dossier.plan.about;
    let evaluation = dossier.evaluation.as_ref()?;
    let is_own = evaluation.plan_version == about.version
        || about.start.is_some_and(|start| evaluation.date >= start);
    (is_own && today.has_come(evaluation.date)).then_some(evaluation.date)
}

/// Whether an evaluation on one day is the one that was planned for another.
fn settles(held: Option<Date>, planned: Date) -> bool {
    held.is_some_and(|held| held.days_until(planned) <= EARLY)
}

/// The next evaluation of the plan: on the day that it says, but no later than the law or the region wants.
fn of_plan(calendar: &mut Calendar<'_>, held: Option<Date>) {
    let about = &calendar.context.dossier.plan.about;
    let planned = about.evaluation.filter(|day| {
        let was_before = about.previous_evaluation.is_some_and(|last| last >= *day);
        !was_before && !settles(held, *day)
    });
    let planned = planned.map(|day| (day, EVALUATION));
    let next = match (planned, by_law(calendar, held)) {
        (Some(planned), Some(latest)) if latest.0 < planned.0 => Some(latest),
        (planned, latest) => planned.or(latest),
    };
    if let Some((day, id)) = next {
        calendar.note(id, day, KeyPath::root("plan").key("evaluatie"));
    }
}

/// The last day that the law or the region allows: the term after the last evaluation, or after the plan's start.
/// A plan that was evaluated isn't once more before its end.
fn by_law(calendar: &Calendar<'_>, held: Option<Date>) -> Option<(Date, &'static str)> {
    let about = &calendar.context.dossier.plan.about;
    let last = held.max(about.previous_evaluation);
    let from = last.max(about.start.or(about.agreed))?;
    let mut ids = [EVALUATION_WMO, EVALUATION_WLZ].into_iter();
    let (day, id) = ids.find_map(|id| Some((calendar.after(id, from)?, id)))?;
    match about.end {
        Some(end) if day > end => held.is_none().then_some((end, id)),
        _ => Some((day, id)),
    }
}

/// Goals with a day of their own.
fn of_goals(calendar: &mut Calendar<'_>, held: Option<Date>) {
    let dossier = calendar.context.dossier;
    for (index, goal) in dossier.plan.goals.iter().enumerate() {
        let Some(day) = goal.evaluation else { continue };
        let mut outcomes = dossier.evaluation.iter().flat_map(|found| &found.goals);
        let has_outcome = outcomes.any(|outcome| outcome.goal == goal.id);
        let is_settled = has_outcome && settles(held, day);
        if Some(day) != dossier.plan.about.evaluation && !is_settled {
            let path = KeyPath::root("doelen").index(index).key("evaluatie");
            calendar.note_about(GOAL_EVALUATION, Some(("doel", index)), day, path);
        }
    }
}
