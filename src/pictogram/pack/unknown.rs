//! Tells that a set isn't there, and which ones are.

use super::Pack;
use crate::pictogram::set::OWN;

/// A set that isn't there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("de set {name} is er niet; {hint}")]
pub struct UnknownSet {
    name: String,
    /// The way out, in Dutch.
    pub(crate) hint: String,
}

impl UnknownSet {
    /// Looks for a set by its name.
    ///
    /// # Errors
    /// When it is neither the built-in one nor one of these.
    pub(crate) fn check<'a>(name: &str, packs: impl Iterator<Item = &'a Pack>) -> Result<(), Self> {
        let packs = packs.map(|pack| pack.name.as_str());
        let known: Vec<_> = std::iter::once(OWN).chain(packs).collect();
        if known.contains(&name) {
            return Ok(());
        }
        let likeness = |known: &&&str| strsim::damerau_levenshtein(known, name);
        let near = known.iter().min_by_key(likeness);
        let near = near.filter(|near| likeness(near) <= 2);
        let start = near.map_or_else(String::new, |near| format!("bedoel je \"{near}\"? "));
        Err(Self {
            name: name.to_owned(),
            hint: format!(
                "{start}deze sets zijn er: {}; een set erbij zetten kan met drieluik pictograms \
                 import",
                known.join(", ")
            ),
        })
    }
}
