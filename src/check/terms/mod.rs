//! Terms: what falls due by law, by agreement or by the plan itself. The calendar stops no document:
//! an old plan must be printed as it was. How long a measure lasts is no matter of the calendar.

mod agreeing;
mod discussion;
mod end;
mod evaluation;
mod extension;
mod family_copy;
mod goal_evaluation;
mod term;
mod wzd_end;
mod wzd_evaluation;
mod wzd_length;

use super::rule::{Remark, Rule, Subject};
use term::State;
pub(super) use term::{Due, dues};

pub(super) const RULES: &[Rule] = &[
    agreeing::RULE,
    discussion::RULE,
    evaluation::RULE,
    goal_evaluation::RULE,
    extension::RULE,
    end::RULE,
    family_copy::RULE,
    wzd_evaluation::RULE,
    wzd_end::RULE,
    wzd_length::RULE,
];

/// What is overdue or soon due, of these terms.
fn pressing<'s>(subject: &'s Subject<'_>, ids: &[&str]) -> Vec<&'s Due> {
    let all = &subject.shared.dues;
    let dues = all.get_or_init(|| dues(&subject.context)).iter();
    dues.filter(|due| ids.contains(&due.id) && due.state != State::Later)
        .collect()
}

/// A remark at the key of what is due, with the term's own source; mild while there is time.
fn remark(due: &Due, message: impl Into<String>) -> Remark {
    let remark = Remark::on(due.file, due.path.clone(), message).source(due.source.clone());
    if due.is_overdue() {
        remark
    } else {
        remark.mild()
    }
}
