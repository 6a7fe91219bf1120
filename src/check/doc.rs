//! What a rule says of itself: printed by `drieluik explain` and in `docs/rules.md`.

use crate::finding::Severity;

/// A rule's own documentation, in Dutch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doc {
    /// Short stable name: `lange-zin`.
    pub(crate) code: &'static str,
    /// How bad a breach is, unless the organisation says otherwise.
    pub(crate) severity: Severity,
    /// What the rule asks, in one sentence.
    pub(crate) what: &'static str,
    /// Why it does.
    pub(crate) why: &'static str,
    /// Law, format or standard that it comes from.
    pub(crate) source: &'static str,
    /// An example that breaks it.
    pub(crate) wrong: &'static str,
    /// The same, mended.
    pub(crate) right: &'static str,
}
