//! When involuntary care is evaluated, and when it ends (Wzd). Whether the plan is agreed makes no
//! difference: the measure is there.
//!
//! A measure with the same words that follows on another one extends it: both are one course, in
//! which an evaluation of the one counts for the other.

use super::{Calendar, WZD_END, WZD_FIRST, WZD_NEXT};
use crate::dossier::care::InvoluntaryCare;
use crate::dossier::source::KeyPath;
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::language::words;
use crate::rendition::Context;

/// The most days between the end of a measure and the begin of one that extends it.
const GAP: i32 = 7;
/// How many measures of a course are short; those after them follow on the advice of somebody from
/// outside.
const SHORT: usize = 2;

/// Notes the days of each measure.
pub(super) fn add(calendar: &mut Calendar<'_>) {
    let measures = &calendar.context.dossier.plan.involuntary_care;
    let today = calendar.today();
    for (index, care) in measures.iter().enumerate() {
        let path = KeyPath::root("onvrijwillige_zorg").index(index);
        let course = Course::of(measures, index);
        if course.is_told_here(today) {
            evaluation(calendar, &course, path.clone().key("evaluaties"));
        }
        let latest = latest_end(&calendar.context, index);
        let end = latest.map_or(care.end, |latest| latest.min(care.end));
        // Where an extension is on file, the decision was made.
        if !today.has_passed(end) && course.later.is_empty() {
            let one = Some(("maatregel", index));
            calendar.note_about(WZD_END, one, end, path.key("einde"));
        }
    }
}

/// The last day on which a measure may end: from the third of a course on it may last until the next
/// evaluation, before that it is short. None if the terms don't hold for this plan.
pub(in crate::check) fn latest_end(context: &Context<'_>, index: usize) -> Option<Date> {
    let plan = &context.dossier.plan;
    let course = Course::of(&plan.involuntary_care, index);
    let is_short = course.earlier.len() < SHORT;
    let id = if is_short { WZD_END } else { WZD_NEXT };
    let term = context.format.term(id, plan.about.law)?;
    Some(term.after(plan.involuntary_care[index].start))
}

/// The next evaluation of a course. One that ends without having been evaluated is due on its last
/// day; that one that was evaluated ends before the next is as it should be.
fn evaluation(calendar: &mut Calendar<'_>, course: &Course<'_>, path: KeyPath) {
    let (start, end) = (course.start(), course.end());
    let today = calendar.today();
    let held = course.all().flat_map(|care| &care.evaluations);
    let last = held
        .filter(|day| **day >= start && today.has_come(**day))
        .max();
    let one = Some(("maatregel", course.index));
    match last {
        None => {
            if let Some(day) = calendar.after(WZD_FIRST, start) {
                calendar.note_about(WZD_FIRST, one, day.min(end), path);
            }
        }
        Some(last) => {
            let next = calendar.after(WZD_NEXT, *last);
            if let Some(day) = next.filter(|day| *day <= end) {
                calendar.note_about(WZD_NEXT, one, day, path);
            }
        }
    }
}

/// A measure among those that it extends and that extend it.
struct Course<'a> {
    measures: &'a [InvoluntaryCare],
    index: usize,
    /// Those before it, the last first.
    earlier: Vec<usize>,
    /// Those after it.
    later: Vec<usize>,
}

impl<'a> Course<'a> {
    fn of(measures: &'a [InvoluntaryCare], index: usize) -> Self {
        let all = 0..measures.len();
        Self {
            measures,
            index,
            earlier: earlier(measures, index),
            later: all
                .filter(|other| earlier(measures, *other).contains(&index))
                .collect(),
        }
    }

    /// Whether the evaluation of the course is told at this measure: the last that has begun, or else
    /// the first.
    fn is_told_here(&self, today: &Today) -> bool {
        let has_begun = |index: &usize| today.has_come(self.measures[*index].start);
        let is_first = self.earlier.is_empty();
        (is_first || has_begun(&self.index)) && !self.later.iter().any(has_begun)
    }

    fn all(&self) -> impl Iterator<Item = &'a InvoluntaryCare> {
        let others = self.earlier.iter().chain(&self.later);
        let all = others.chain(std::iter::once(&self.index));
        all.map(|index| &self.measures[*index])
    }

    fn start(&self) -> Date {
        let own = self.measures[self.index].start;
        self.all().map(|care| care.start).fold(own, Date::min)
    }

    fn end(&self) -> Date {
        let own = self.measures[self.index].end;
        self.all().map(|care| care.end).fold(own, Date::max)
    }
}

/// The measures that one extends, the last first. Each begins before the next, so that there is an
/// end to it.
fn earlier(measures: &[InvoluntaryCare], index: usize) -> Vec<usize> {
    let before = |at: &usize| {
        let all = 0..measures.len();
        let extended = all.filter(|other| extends(&measures[*at], &measures[*other]));
        extended.max_by_key(|other| measures[*other].end)
    };
    std::iter::successors(before(&index), before).collect()
}

/// Whether a measure extends another: the same words, and no more than some days later.
fn extends(care: &InvoluntaryCare, before: &InvoluntaryCare) -> bool {
    let plain = |care: &'_ InvoluntaryCare| -> Vec<String> {
        let words = words(care.measure.as_str());
        words.map(str::to_lowercase).collect()
    };
    before.start < care.start
        && before.end.days_until(care.start) <= GAP
        && plain(before) == plain(care)
}
