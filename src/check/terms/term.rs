//! Everything that falls due for one client, in one list: the rules and `drieluik due` draw from it.
//!
//! How long a term is, what it is called and where it comes from stands in the format's file; here
//! stands from which day it counts, and what has settled it.

mod evaluations;
mod family;
mod involuntary;
mod plan;

pub(super) use involuntary::latest_end;

use crate::dossier::source::KeyPath;
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::rendition::Context;

/// A concept must be agreed by the day that it starts.
pub(in crate::check) const AGREEING: &str = "vaststelling";
/// A plan is discussed after care started (Wlz).
pub(in crate::check) const DISCUSSION: &str = "bespreking_wlz";
/// The evaluation on the day that the plan says.
pub(in crate::check) const EVALUATION: &str = "evaluatie_plan";
/// At least once a year (regional agreement under the Wmo, which itself says: periodically).
pub(in crate::check) const EVALUATION_WMO: &str = "evaluatie_wmo";
/// At least twice a year (Wlz).
pub(in crate::check) const EVALUATION_WLZ: &str = "evaluatie_wlz";
/// A goal that is evaluated on a day of its own.
pub(in crate::check) const GOAL_EVALUATION: &str = "evaluatie_doel";
/// Asking for an extension of the decision.
pub(in crate::check) const EXTENSION: &str = "verlenging";
/// The plan's last day.
pub(in crate::check) const PLAN_END: &str = "einde_plan";
/// The decision's last day.
pub(in crate::check) const DECISION_END: &str = "einde_beschikking";
/// Sending the family copy before the meeting.
pub(in crate::check) const FAMILY_COPY: &str = "familie_exemplaar";
/// The family's last day to send it back.
pub(in crate::check) const REPLY: &str = "reactie";
/// The first evaluation of involuntary care.
pub(in crate::check) const WZD_FIRST: &str = "wzd_eerste_evaluatie";
/// Every next evaluation of involuntary care.
pub(in crate::check) const WZD_NEXT: &str = "wzd_evaluatie";
/// The last day of involuntary care.
pub(in crate::check) const WZD_END: &str = "wzd_duur";

/// Days before its day that something counts as soon due.
const SOON: i32 = 30;
/// The same for what is short itself: involuntary care, whose first term is four weeks in all, and
/// the month before a meeting.
const SOON_SHORT: i32 = 14;

/// Something that must happen, or that ends, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Due {
    /// Id of the term in the format's file.
    pub(in crate::check) id: &'static str,
    /// What it is, in Dutch: `Einde van het plan`.
    pub(in crate::check) what: String,
    /// The last day on which it is in time.
    pub(in crate::check) day: Date,
    /// Days from today; negative when it is overdue.
    pub(in crate::check) days: i32,
    /// Where the term comes from.
    pub(in crate::check) source: String,
    /// File and key that the day is told by.
    pub(in crate::check) file: &'static str,
    pub(in crate::check) path: KeyPath,
    /// The goal or measure that it is about, from 1.
    pub(in crate::check) number: Option<usize>,
    pub(in crate::check) state: State,
}

/// How a day lies to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum State {
    /// It has passed.
    Overdue,
    /// It is today or soon.
    Soon,
    /// There is time.
    Later,
}

impl Due {
    /// Whether its day has passed.
    pub(in crate::check) fn is_overdue(&self) -> bool {
        self.state == State::Overdue
    }
}

/// Everything that falls due for a client, soonest first. What is settled, or passed without harm,
/// isn't in it.
pub(in crate::check) fn dues(context: &Context<'_>) -> Vec<Due> {
    let mut calendar = Calendar {
        context: *context,
        dues: Vec::new(),
    };
    plan::add(&mut calendar);
    evaluations::add(&mut calendar);
    family::add(&mut calendar);
    involuntary::add(&mut calendar);
    let mut dues = calendar.dues;
    dues.sort_by(|a, b| (a.day, a.id, a.number).cmp(&(b.day, b.id, b.number)));
    dues
}

/// Collects days of one client.
struct Calendar<'a> {
    context: Context<'a>,
    dues: Vec<Due>,
}

impl<'a> Calendar<'a> {
    fn today(&self) -> &'a Today {
        self.context.today
    }

    /// The day that lies a term after another; none if the term doesn't hold for this plan.
    fn after(&self, id: &str, day: Date) -> Option<Date> {
        let law = self.context.dossier.plan.about.law;
        Some(self.context.format.term(id, law)?.after(day))
    }

    /// The day that lies a term before another; none if the term doesn't hold for this plan.
    fn before(&self, id: &str, day: Date) -> Option<Date> {
        let law = self.context.dossier.plan.about.law;
        self.context.format.before(id, law, day)
    }

    /// Notes a day of the plan, if the term holds for it.
    fn note(&mut self, id: &'static str, day: Date, path: KeyPath) {
        self.note_about(id, None, day, path);
    }

    /// Notes a day of one of several: `("doel", 0)`.
    fn note_about(
        &mut self,
        id: &'static str,
        one: Option<(&str, usize)>,
        day: Date,
        path: KeyPath,
    ) {
        let Context {
            dossier, format, ..
        } = self.context;
        let Some(term) = format.term(id, dossier.plan.about.law) else {
            return;
        };
        let today = self.today();
        let soon = match id {
            WZD_FIRST | WZD_NEXT | WZD_END | FAMILY_COPY => SOON_SHORT,
            _ => SOON,
        };
        self.dues.push(Due {
            id,
            what: match one {
                Some((kind, index)) => format!("{}: {kind} {}", term.label, index + 1),
                None => term.label.clone(),
            },
            day,
            days: today.days_until(day),
            source: term.source.clone(),
            file: "plan.toml",
            path,
            number: one.map(|(_, index)| index + 1),
            state: if today.has_passed(day) {
                State::Overdue
            } else if today.has_come(day.after_days(-soon)) {
                State::Soon
            } else {
                State::Later
            },
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::dossier::code::Law;
    use crate::rendition::Format;

    const IDS: &[&str] = &[
        AGREEING,
        DISCUSSION,
        EVALUATION,
        EVALUATION_WMO,
        EVALUATION_WLZ,
        GOAL_EVALUATION,
        EXTENSION,
        PLAN_END,
        DECISION_END,
        FAMILY_COPY,
        REPLY,
        WZD_FIRST,
        WZD_NEXT,
        WZD_END,
    ];

    #[test]
    fn every_term_stands_in_the_format_with_its_source_and_no_other_does() {
        let format = Format::embedded("regio", &BTreeMap::new()).expect("comes along");
        let ids: BTreeSet<_> = format.terms().map(|term| term.id.as_str()).collect();
        assert_eq!(ids, IDS.iter().copied().collect());
        for term in format.terms() {
            assert!(
                !term.label.is_empty() && !term.source.is_empty(),
                "{}",
                term.id
            );
        }
    }

    #[test]
    fn terms_of_one_law_hold_under_no_other() {
        let format = Format::embedded("regio", &BTreeMap::new()).expect("comes along");
        let laws = |id: &str| -> Vec<_> {
            let all = Law::ALL.iter().copied();
            all.filter(|law| format.term(id, *law).is_some()).collect()
        };
        assert_eq!(laws(EVALUATION_WMO), [Law::Wmo]);
        assert_eq!(laws(EVALUATION_WLZ), [Law::Wlz]);
        assert_eq!(laws(DISCUSSION), [Law::Wlz]);
        assert_eq!(laws(EXTENSION), [Law::Wmo, Law::Youth]);
        assert_eq!(laws(WZD_FIRST), Law::ALL);
    }
}
