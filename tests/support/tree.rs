//! Everything under a folder, to compare two of them byte by byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What a document is: its bytes and the moment that it bears.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) bytes: Vec<u8>,
    moment: Option<SystemTime>,
}

/// Every file and empty folder under a folder. Moments count for documents.
pub(crate) fn tree(root: &Path) -> BTreeMap<PathBuf, Leaf> {
    let mut leaves = BTreeMap::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.map(|entry| entry.expect("an entry")) {
            let path = entry.path();
            let about = fs::symlink_metadata(&path).expect("there");
            if about.is_dir() {
                waiting.push(path);
                continue;
            }
            let is_document = path.extension().is_some_and(|extension| extension == "pdf");
            let leaf = Leaf {
                bytes: fs::read(&path).expect("reads"),
                moment: is_document.then(|| about.modified().expect("known")),
            };
            let relative = path.strip_prefix(root).expect("below it");
            leaves.insert(relative.to_owned(), leaf);
        }
    }
    leaves
}

/// Says where two trees differ; nothing when they don't.
pub(crate) fn differences(
    one: &BTreeMap<PathBuf, Leaf>,
    other: &BTreeMap<PathBuf, Leaf>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (path, leaf) in one {
        match other.get(path) {
            None => lines.push(format!("only in the first: {}", path.display())),
            Some(same) if same.bytes != leaf.bytes => {
                lines.push(format!("other bytes: {}", path.display()));
            }
            Some(same) if same != leaf => lines.push(format!("other moment: {}", path.display())),
            Some(_) => {}
        }
    }
    let more = other.keys().filter(|path| !one.contains_key(*path));
    lines.extend(more.map(|path| format!("only in the second: {}", path.display())));
    lines
}

/// Says which files are neither absent nor those of an undisturbed run. What a run keeps for itself
/// and what it writes at its end aside.
pub(crate) fn damaged(
    now: &BTreeMap<PathBuf, Leaf>,
    whole: &BTreeMap<PathBuf, Leaf>,
) -> Vec<String> {
    let documents = now
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|e| e == "pdf"));
    let documents = documents.filter(|(path, _)| !path.starts_with(".drieluik"));
    documents
        .filter(|(path, leaf)| whole.get(*path) != Some(*leaf))
        .map(|(path, _)| path.display().to_string())
        .collect()
}
