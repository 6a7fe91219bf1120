//! An organisation's own templates, by their path in its folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::TYPST;

/// The organisation's own templates: each takes the place of the built-in one of that path.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlay {
    /// The folder, from the data folder; empty where there is none.
    folder: PathBuf,
    files: BTreeMap<String, String>,
}

impl Overlay {
    /// Files of a folder, by their paths in it.
    pub(super) fn new(folder: PathBuf, files: BTreeMap<String, String>) -> Self {
        Self { folder, files }
    }

    /// The folder, from the data folder, where there is one.
    pub(crate) fn folder(&self) -> Option<&Path> {
        (!self.folder.as_os_str().is_empty()).then_some(self.folder.as_path())
    }

    /// The text of a template of the organisation's own.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// How a template of the organisation's own is named to people: from the data folder.
    pub(crate) fn shown(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Path and text of those under a folder, in order.
    pub(crate) fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let files = self.files.iter();
        files
            .filter(move |(path, _)| path.starts_with(folder))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Whether any page is laid out by a template of the organisation's own.
    pub(crate) fn has_layouts(&self) -> bool {
        self.under(TYPST).next().is_some()
    }

    /// Every Typst template that is used, by its path below `typst/`: the built-in ones, but for those
    /// whose place is taken, and the organisation's own.
    pub(crate) fn layouts(&self) -> BTreeMap<String, &str> {
        let built_in = super::built_in().into_iter();
        let own = self.under(TYPST);
        built_in
            .chain(own.map(|(path, text)| (path.to_owned(), text)))
            .filter_map(|(path, text)| Some((path.strip_prefix(TYPST)?.to_owned(), text)))
            .collect()
    }
}
