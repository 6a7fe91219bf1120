//! What would go wrong on paper: photos that can't be printed, and pictures that don't come.

mod unknown_picture;
mod unknown_set;
mod unusable_photo;
mod unused_photo;

use super::rule::{Rule, Subject};
use crate::dossier::code::PicturePlace;

pub(super) const RULES: &[Rule] = &[
    unusable_photo::RULE,
    unknown_picture::RULE,
    unknown_set::RULE,
    unused_photo::RULE,
];

/// Whether the easy-read copies of this client have pictures at all.
fn has_pictures(subject: &Subject<'_>) -> bool {
    let own = subject.plan().easy_read.as_ref();
    let usual = &subject.context.provider.easy_read;
    let place = own.and_then(|own| own.picture_place);
    place.or(usual.picture_place) != Some(PicturePlace::None)
}

/// The first names of everybody whom the files name, each with whether they have a photo.
fn people<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a str, bool)> {
    let plan = subject.plan();
    let client = std::iter::once((&plan.client.first_name, &plan.client.photo));
    let support = plan.support.iter();
    let network = plan.network.iter();
    let meeting = plan
        .meeting
        .iter()
        .flat_map(|meeting| &meeting.participants);
    let present = subject
        .evaluation()
        .into_iter()
        .flat_map(|one| &one.present);
    client
        .chain(support.map(|person| (&person.first_name, &person.photo)))
        .chain(network.map(|person| (&person.first_name, &person.photo)))
        .chain(
            meeting
                .chain(present)
                .map(|person| (&person.name, &person.photo)),
        )
        .map(|(name, photo)| {
            let name = name.as_str();
            let first = name.split_whitespace().next().unwrap_or(name);
            (first, photo.is_some())
        })
}
