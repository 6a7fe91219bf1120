//! Folders: what is in them, and copies of them.

use std::fs;
use std::path::{Path, PathBuf};

/// What stands in a folder, sorted by name.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("writable");
    for path in entries(from) {
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
}

/// A data folder in a folder of its own, `data`, with this case as its one client, C-1. The case's
/// own `aanbieder.toml` is the organisation's, or else that of the fixtures.
pub(crate) fn client_with(case: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let client = data.join("clienten").join("C-1");
    fs::create_dir_all(&client).expect("writable");
    copy(case, &client);
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/aanbieder.toml");
    let own = client.join("aanbieder.toml");
    let provider = if own.is_file() { own } else { shared };
    fs::copy(provider, data.join("aanbieder.toml")).expect("copied");
    folder
}
