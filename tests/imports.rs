//! The import direction of the architecture: downwards only, and no module of one floor imports
//! another. Effects stay where they belong.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// From the top floor down.
const FLOORS: &[&str] = &[
    "cli",
    "intake",
    "batch",
    "typeset",
    "check",
    "rendition",
    "phrase",
    "template",
    "pictogram",
    "sample",
    "store",
    "font",
    "language",
    "dossier",
    "finding",
];

/// Words that only these modules may hold outside their tests, with what they would do.
const EFFECTS: &[(&str, &[&str])] = &[
    ("println!", &[]),
    ("eprintln!", &[]),
    ("std::io::stdout", &["cli"]),
    ("fs::remove_file", &["store"]),
    ("fs::create_dir", &["store"]),
    ("NamedTempFile", &["store"]),
    ("TempDir", &["store"]),
    ("OpenOptions", &["store"]),
    ("store::write", &["batch"]),
    ("NewFolder", &["store", "pictogram"]),
    ("NewData", &["store", "cli"]),
    ("store::remove", &["batch"]),
    ("Files::new", &["batch"]),
    ("Lock::take", &["store", "batch"]),
    ("store::review", &["cli"]),
    ("put_own", &["store", "cli"]),
    ("File::create", &[]),
    ("fs::write", &[]),
    ("std::env::", &["cli"]),
    ("Zoned::now", &["cli"]),
    ("SystemTime", &["store", "batch"]),
    ("use typst", &["typeset"]),
    ("typst::compile", &["typeset"]),
    ("TcpStream", &[]),
    ("process::{Child", &["batch"]),
];

#[test]
fn imports_run_downwards_only() {
    let mut breaches = Vec::new();
    let mut seen = 0;
    for (path, text) in sources() {
        let Some(from) = floor_of(&path) else {
            continue;
        };
        for target in crate_imports(&text) {
            seen += 1;
            let Some(to) = FLOORS.iter().position(|name| *name == target) else {
                breaches.push(format!("{}: crate::{target} is no floor", path.display()));
                continue;
            };
            if FLOORS[from] != target && to < from {
                breaches.push(format!(
                    "{}: {} uses {target}",
                    path.display(),
                    FLOORS[from]
                ));
            }
        }
    }
    assert!(seen > 50, "the sources were read");
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn effects_stay_where_they_belong() {
    let mut breaches = Vec::new();
    let is_test = |path: &Path| path.ends_with("tests.rs");
    for (path, text) in sources().into_iter().filter(|(path, _)| !is_test(path)) {
        let Some(floor) = floor_of(&path) else {
            continue;
        };
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (word, homes) in EFFECTS {
            if code.contains(word) && !homes.contains(&FLOORS[floor]) {
                breaches.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<_> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn a_breach_would_be_seen() {
    let imports = crate_imports("use crate::cli::args;\nlet x = crate::batch::render();\n");
    assert_eq!(
        imports,
        BTreeSet::from(["cli".to_owned(), "batch".to_owned()])
    );
}

/// The first path segment of everything that is taken from the crate.
fn crate_imports(text: &str) -> BTreeSet<String> {
    text.match_indices("crate::")
        .filter(|(position, _)| {
            let before = text[..*position].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$')
        })
        .map(|(position, _)| {
            text[position + "crate::".len()..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect::<String>()
        })
        .filter(|segment| !segment.is_empty())
        .collect()
}

/// The floor of a file by its first folder or its name; none for `lib.rs` and `main.rs`.
fn floor_of(path: &Path) -> Option<usize> {
    let relative = path.strip_prefix(source_folder()).ok()?;
    let first = relative.iter().next()?.to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    FLOORS.iter().position(|floor| *floor == name)
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![source_folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the sources are there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("UTF-8");
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}
