//! What would go wrong on paper: photos that can't be printed, and pictures that don't come.

mod photo_meaning;
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
    photo_meaning::RULE,
    unused_photo::RULE,
];

/// Whether the easy-read copies of this client have pictures at all.
fn has_pictures(subject: &Subject<'_>) -> bool {
    let own = subject.plan().easy_read.as_ref();
    let usual = &subject.context.provider.easy_read;
    let place = own.and_then(|own| own.picture_place);
    place.or(usual.picture_place) != Some(PicturePlace::None)
}
