//! What several rules of a group look at: made once per client, when the first of them asks.
//!
//! Knows nothing of what it keeps; each group makes its own.

use std::cell::OnceCell;

use super::care_plan::Pairing;
use super::family::Shown;
use super::meaning::Comparison;
use super::run::TextScore;
use super::terms::Due;

/// The groups' own views of one dossier.
#[derive(Default)]
pub(crate) struct Shared<'a> {
    /// The goals beside those of the plan van aanpak.
    pub(super) pairing: OnceCell<Option<Pairing<'a>>>,
    /// The free text of the family copies.
    pub(super) shown: OnceCell<Vec<Shown<'a>>>,
    /// Everything that falls due.
    pub(super) dues: OnceCell<Vec<Due>>,
    /// The easy-read sentences beside their goals.
    pub(super) comparison: OnceCell<Comparison<'a>>,
    /// How readable the easy-read text is.
    pub(super) scores: OnceCell<Vec<TextScore>>,
}
