//! Plans that are still to be written: what they would be worth, and which names are free for them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::client_folder::ClientFolder;
use super::discover;
use super::limited::read_limited;
use super::load::{Check, DataFolder, Dossier, MAX_FILE};
use super::provider::Provider;
use crate::finding::Finding;

impl DataFolder {
    /// As [`Self::examine`], with this text for `plan.toml`, whatever stands there. The client's
    /// folder need not exist.
    pub(crate) fn examine_draft(
        &self,
        folder: &ClientFolder,
        plan: &str,
        provider: &Provider,
        check: &Check<'_>,
    ) -> (Option<Dossier>, Vec<Finding>) {
        self.examine_with(folder, Some(plan), provider, check)
    }

    /// Every folder under this one, by its name in lower case: a new client takes none of them.
    pub(crate) fn folder_names(&self) -> BTreeMap<String, PathBuf> {
        discover::folder_names(&self.root)
    }
}

/// The text of a client's plan, without a mark of its encoding; none when it can't be read.
pub(crate) fn plan_text(folder: &ClientFolder) -> Option<String> {
    let bytes = read_limited(&folder.path.join("plan.toml"), MAX_FILE).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let without = text.strip_prefix('\u{FEFF}').map(str::to_owned);
    Some(without.unwrap_or(text))
}
