//! When the family copy goes out before a meeting, and until when the family can reply.

use super::{Calendar, FAMILY_COPY, REPLY};
use crate::dossier::person::Relative;
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;
use crate::dossier::today::Today;
use crate::dossier::value::Date;

/// Notes the days of the family before a meeting that lies ahead. Who added something since it was
/// announced has had the copy; when all have, nothing is due any more.
pub(super) fn add(calendar: &mut Calendar<'_>) {
    let plan = &calendar.context.dossier.plan;
    let today = calendar.today();
    let Some(meeting) = plan
        .meeting
        .as_ref()
        .filter(|meeting| !today.has_come(meeting.date))
    else {
        return;
    };
    let Some(day) = calendar.before(FAMILY_COPY, meeting.date) else {
        return;
    };
    let Some(announced) = calendar.before(FAMILY_COPY, day) else {
        return;
    };
    let mut readers = readers(plan, today);
    if !readers.any(|reader| !has_replied(plan, reader, announced)) {
        return;
    }
    let path = KeyPath::root("gesprek");
    calendar.note(FAMILY_COPY, day, path.clone().key("datum"));
    if let Some(reply) = meeting
        .reply_before
        .filter(|reply| !today.has_passed(*reply))
    {
        calendar.note(REPLY, reply, path.key("reactie_voor"));
    }
}

/// Relatives to whom something is open, unless the client wants nobody involved.
fn readers<'p>(plan: &'p Plan, today: &Today) -> impl Iterator<Item = &'p Relative> {
    let is_wanted = plan.family.as_ref().is_none_or(|family| family.wanted);
    let network = plan.network.iter();
    network.filter(move |relative| is_wanted && !relative.open_themes(today).is_empty())
}

fn has_replied(plan: &Plan, reader: &Relative, since: Date) -> bool {
    let mut contributions = plan.contributions.iter();
    contributions.any(|added| added.number == reader.number && added.date >= since)
}
