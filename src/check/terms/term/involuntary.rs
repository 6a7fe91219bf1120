//! When involuntary care is evaluated, and when it ends (Wzd). Whether the plan is agreed makes no
//! difference: the measure is there.

use super::{Calendar, WZD_END, WZD_FIRST, WZD_NEXT};
use crate::dossier::care::InvoluntaryCare;
use crate::dossier::source::KeyPath;

/// Notes the days of each measure.
pub(super) fn add(calendar: &mut Calendar<'_>) {
    let measures = &calendar.context.dossier.plan.involuntary_care;
    for (index, care) in measures.iter().enumerate() {
        let path = KeyPath::root("onvrijwillige_zorg").index(index);
        evaluation(calendar, care, index, path.clone().key("evaluaties"));
        let latest = calendar.after(WZD_END, care.start);
        let end = latest.map_or(care.end, |latest| latest.min(care.end));
        if end >= calendar.today() {
            let one = Some(("maatregel", index));
            calendar.note_about(WZD_END, one, end, path.key("einde"));
        }
    }
}

/// The next evaluation. One that ends without having been evaluated is due on its last day; that one
/// that was evaluated ends before the next is as it should be.
fn evaluation(calendar: &mut Calendar<'_>, care: &InvoluntaryCare, index: usize, path: KeyPath) {
    let today = calendar.today();
    let held = care.evaluations.iter();
    let last = held.filter(|day| (care.start..=today).contains(*day)).max();
    let one = Some(("maatregel", index));
    match last {
        None => {
            if let Some(day) = calendar.after(WZD_FIRST, care.start) {
                calendar.note_about(WZD_FIRST, one, day.min(care.end), path);
            }
        }
        Some(last) => {
            let next = calendar.after(WZD_NEXT, *last);
            if let Some(day) = next.filter(|day| *day <= care.end) {
                calendar.note_about(WZD_NEXT, one, day, path);
            }
        }
    }
}
