//! Looks through the built-in pictures for what would go wrong in documents.

use super::{Library, OWN, PictogramId};
use crate::pictogram::pack::{Flaw, FlawKind};
use crate::pictogram::svg;

impl Library {
    /// Everything that is wrong with the built-in pictures, by file.
    pub(crate) fn audit(&self) -> Vec<Flaw> {
        let flaw = |name: &str| {
            let id = PictogramId {
                set: OWN.to_owned(),
                name: name.to_owned(),
            };
            let message = match self.drawing(&id) {
                Some(drawing) => svg::sanitise(&drawing.bytes).err()?.to_string(),
                None => "het plaatje is er niet".to_owned(),
            };
            Some(Flaw {
                file: format!("{name}.svg"),
                kind: FlawKind::Unreadable,
                message,
            })
        };
        let names = self.own_pictures().into_keys();
        names.filter_map(flaw).collect()
    }
}
