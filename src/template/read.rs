//! Reads the folder with an organisation's own templates.
//!
//! A link, a file that is too large, or one that is no text is a mistake: it isn't known then what
//! the organisation wants, and nothing is made. A file that no document reads is only told of.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{CODE, OWN, Overlay, READ_ME, built_in, format_name, nearest};
use crate::dossier::identifier::{FileName, Id};
use crate::dossier::limited::read_limited;
use crate::dossier::source::{KeyPath, Source};
use crate::finding::Finding;

/// Bytes that a template may have; the largest of ours has some forty thousand.
const MAX_FILE: u64 = 512 * 1024;
/// Files that a folder may have. Typst keeps the name of each for as long as the program lives.
const MAX_FILES: usize = 500;
/// Folders in folders.
const MAX_DEPTH: usize = 8;

/// Reads an organisation's own templates, with every mistake: errors, where they can't be used, and
/// warnings of what does nothing.
pub(crate) fn read(root: &Path, name: &FileName) -> (Overlay, Vec<Finding>) {
    let mut findings = Vec::new();
    let folder = root.join(name.as_str());
    let label = Path::new(name.as_str());
    let mut wrong = |path: &Path, message: &str, hint: &str| {
        let message = format!("{}: {message}", path.display());
        findings.push(Finding::error(CODE, message).with_hint(hint));
    };
    let mut files = BTreeMap::new();
    let mut unknown = Vec::new();
    if !fs::symlink_metadata(&folder).is_ok_and(|about| about.is_dir()) {
        wrong(
            label,
            "deze map met sjablonen is er niet",
            "zet de map naast aanbieder.toml, geen verwijzing ernaar, of haal de regel sjablonen weg",
        );
        return (Overlay::default(), findings);
    }
    let known = built_in();
    let entries = WalkDir::new(&folder)
        .min_depth(1)
        .max_depth(MAX_DEPTH)
        .sort_by_file_name();
    let entries = entries.into_iter().filter_entry(|entry| !is_hidden(entry));
    for (index, entry) in entries.enumerate() {
        let Ok(entry) = entry else {
            wrong(
                label,
                "niet alles in deze map kan gelezen worden",
                "vraag om leesrechten op deze map",
            );
            continue;
        };
        if index >= MAX_FILES {
            wrong(
                label,
                "in deze map staan meer dan 500 bestanden en mappen",
                "laat alleen staan wat u veranderd hebt",
            );
            break;
        }
        let path = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
        let shown = label.join(path);
        if entry.path_is_symlink() {
            wrong(
                &shown,
                "een verwijzing wordt niet gevolgd",
                "zet hier het bestand zelf neer",
            );
            continue;
        }
        if !entry.file_type().is_file() || path == Path::new(READ_ME) {
            continue;
        }
        let path = path.to_string_lossy().replace('\\', "/");
        if !known.contains_key(&path) && !is_own(&path) {
            unknown.push(path);
            continue;
        }
        match read_limited(entry.path(), MAX_FILE) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => {
                    files.insert(path, without_mark(text));
                }
                Err(_) => wrong(
                    &shown,
                    "dit sjabloon is niet opgeslagen als UTF-8",
                    "sla het op als UTF-8; in Kladblok: Opslaan als, en kies bij Codering UTF-8",
                ),
            },
            Err(error) if error.kind() == ErrorKind::FileTooLarge => wrong(
                &shown,
                "dit sjabloon is groter dan 512 KiB",
                "een sjabloon is gewone tekst; plaatjes horen er niet in",
            ),
            Err(_) => wrong(
                &shown,
                "dit sjabloon kan niet gelezen worden",
                "vraag om leesrechten op dit bestand",
            ),
        }
    }
    findings.extend(unknown.iter().map(|path| unknown_file(label, path)));
    (Overlay::new(label.to_owned(), files), findings)
}

/// The folder with the organisation's own templates, if `aanbieder.toml` can be read that far.
pub(crate) fn folder_in(root: &Path) -> Option<PathBuf> {
    let bytes = read_limited(&root.join("aanbieder.toml"), MAX_FILE).ok()?;
    let (source, _) = Source::parse(PathBuf::new(), String::from_utf8(bytes).ok()?);
    let name = source.string(&KeyPath::root("sjablonen"))?;
    let name = name.parse::<FileName>().ok()?;
    Some(root.join(name.as_str()))
}

/// A file that no document reads.
fn unknown_file(label: &Path, path: &str) -> Finding {
    let known = built_in();
    let near = nearest(path, known.keys().map(String::as_str));
    let hint = near.map_or_else(
        || {
            format!(
                "eigen Typst-bestanden komen in {OWN}; drieluik templates eject schrijft wat er is"
            )
        },
        |near| format!("bedoel je {near}?"),
    );
    let message = format!(
        "{}: geen document gebruikt dit bestand",
        label.join(path).display()
    );
    Finding::error(CODE, message).with_hint(hint).as_warning()
}

/// Whether an organisation may have a file of this path that the program has not: a format, or a
/// Typst file that its templates read.
fn is_own(path: &str) -> bool {
    let is_name = |part: &str| part.parse::<Id>().is_ok();
    let is_format = format_name(path).is_some_and(is_name);
    let layout = path
        .strip_prefix(OWN)
        .and_then(|path| path.strip_suffix(".typ"));
    is_format || layout.is_some_and(|path| path.split('/').all(is_name))
}

/// Whether an editor or a system put it there.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~')
}

/// A text without the mark that some editors put before it.
fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}
