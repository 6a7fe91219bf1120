//! Any bytes as one of a client's files, the first byte telling which. The other files are those of
//! an example client. Nothing that is said of them may hold a word of the author.

#![no_main]
#![allow(
    clippy::disallowed_methods,
    reason = "writes in a folder of its own, outside the program"
)]

use std::fs;
use std::path::PathBuf;

use drieluik::finding::Finding;
use drieluik::fuzz::Clients;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

/// The files of a client that authors write, with what stands in them when another is tried.
const FILES: [(&str, &str); 4] = [
    (
        "plan.toml",
        include_str!("../../data/clienten/C-1003/plan.toml"),
    ),
    (
        "evaluatie.toml",
        include_str!("../../data/clienten/C-1003/evaluatie.toml"),
    ),
    (
        "rapportage.toml",
        include_str!("../../data/clienten/C-1003/rapportage.toml"),
    ),
    (
        "plan-van-aanpak.toml",
        include_str!("../../data/clienten/C-1003/plan-van-aanpak.toml"),
    ),
];
const PROVIDER: &str = include_str!("../../tests/fixtures/aanbieder.toml");

/// Stands in the seeds and the dictionary, and in no word of the program.
const CANARY: &str = "kwz";

/// A data folder with one client.
struct Tried {
    root: TempDir,
    clients: Clients,
}

impl Tried {
    fn new() -> Self {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir(root.path().join("C-1")).expect("writable");
        fs::write(root.path().join("aanbieder.toml"), PROVIDER).expect("writable");
        let clients = Clients::open(root.path()).expect("the organisation is in order");
        let tried = Self { root, clients };
        for (file, text) in FILES {
            fs::write(tried.path(file), text).expect("writable");
        }
        tried
    }

    /// Puts bytes in the place of one of the files, and checks what is said of them.
    fn put(&self, choice: usize, bytes: &[u8]) {
        let (file, usual) = FILES[choice];
        fs::write(self.path(file), bytes).expect("writable");
        for finding in self.clients.findings() {
            check(&finding, file, bytes.len());
        }
        fs::write(self.path(file), usual).expect("writable");
    }

    fn path(&self, file: &str) -> PathBuf {
        self.root.path().join("C-1").join(file)
    }
}

thread_local! {
    static TRIED: Tried = Tried::new();
}

fuzz_target!(|bytes: &[u8]| {
    if let Some((choice, bytes)) = bytes.split_first() {
        TRIED.with(|tried| tried.put(usize::from(*choice) % FILES.len(), bytes));
    }
});

/// A finding tells none of the author's words, and lies in its file.
fn check(finding: &Finding, file: &str, length: usize) {
    let excerpt = finding.excerpt.as_ref();
    let masked = excerpt.map_or("", |excerpt| excerpt.masked.as_str());
    for told in [
        finding.message.as_str(),
        finding.hint.as_deref().unwrap_or(""),
        masked,
    ] {
        let told = told.to_lowercase();
        assert!(
            !told.contains(CANARY),
            "{} tells too much: {told}",
            finding.code
        );
    }
    let Some(place) = &finding.place else { return };
    assert!(place.start <= place.end, "{place:?}");
    if let Some(excerpt) = excerpt {
        assert!(
            excerpt.readable.get(place.start..place.end).is_some(),
            "{place:?}"
        );
        assert_eq!(excerpt.masked.len(), excerpt.readable.len());
        if place.file.ends_with(file) {
            assert!(excerpt.masked.len() <= length, "{place:?}");
        }
    }
}
