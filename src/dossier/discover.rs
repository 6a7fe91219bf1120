//! Finds the clients' folders. What might hide a client is a finding: whoever isn't found counts as
//! gone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::client_folder::{ClientFolder, ClientId};
use super::limited::{file_names, is_plain_file};
use super::load::FILES;
use crate::finding::Finding;

/// How deep under the data folder a client may lie.
const MAX_DEPTH: usize = 8;

/// The folders that hold a `plan.toml`, sorted by client number, and what is wrong with others.
pub(super) fn clients(root: &Path) -> (Vec<ClientFolder>, Vec<Finding>) {
    let mut folders: BTreeMap<String, Vec<ClientFolder>> = BTreeMap::new();
    let mut findings = Vec::new();
    let mut without_plan = BTreeSet::new();
    let entries = WalkDir::new(root)
        .max_depth(MAX_DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
    for entry in entries {
        let Ok(entry) = entry else {
            findings.push(unreadable());
            continue;
        };
        let Some(path) = entry.path().parent() else {
            continue;
        };
        if entry.path_is_symlink() && entry.path().join("plan.toml").exists() {
            findings.push(linked(entry.path()));
            continue;
        }
        let is_known = FILES.iter().any(|file| entry.file_name() == *file);
        if entry.file_name() != "plan.toml" || !entry.file_type().is_file() {
            if is_known && !is_plain_file(&path.join("plan.toml")) {
                without_plan.insert(path.to_owned());
            }
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match ClientId::from_name(&name) {
            Some(id) => folders
                .entry(name.to_lowercase())
                .or_default()
                .push(ClientFolder {
                    id,
                    path: path.to_owned(),
                }),
            None => findings.push(
                Finding::error(
                    "clientnummer",
                    "een map met een plan.toml heeft een naam die geen cliëntnummer kan zijn",
                )
                .with_hint("gebruik letters, cijfers en streepjes, bijvoorbeeld C-1003"),
            ),
        }
    }
    findings.extend(without_plan.iter().map(|path| no_plan(path)));
    let mut unique = Vec::new();
    for same in folders.into_values() {
        match <[ClientFolder; 1]>::try_from(same) {
            Ok([folder]) => unique.push(folder),
            Err(same) => findings.push(
                Finding::error(
                    "clientnummer",
                    format!("cliëntnummer {} komt {} keer voor", same[0].id, same.len()),
                )
                .with_hint("geef elke map een eigen nummer; hoofdletters maken geen verschil"),
            ),
        }
    }
    unique.sort();
    (unique, findings)
}

/// Every folder under this one by its name in lower case, but those of photos; of two with one name
/// the last. A link counts as a folder: what it leads to has that name here.
pub(super) fn folder_names(root: &Path) -> BTreeMap<String, PathBuf> {
    let entries = WalkDir::new(root)
        .min_depth(1)
        .max_depth(MAX_DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry) && entry.file_name() != "fotos");
    let folders = entries.filter_map(Result::ok).filter(|entry| {
        let about = entry.file_type();
        about.is_dir() || about.is_symlink()
    });
    let named = folders.map(|entry| {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        (name, entry.into_path())
    });
    named.collect()
}

/// Warns of files that look like one of ours but are not read. A name may hold the client's, so it
/// isn't told.
pub(super) fn strange_files(folder: &ClientFolder) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in file_names(&folder.path) {
        let name = name.to_lowercase();
        if FILES.contains(&name.as_str()) {
            continue;
        }
        let near = FILES
            .iter()
            .find(|file| strsim::damerau_levenshtein(file, &name) <= 3);
        if let Some(file) = near {
            let message = format!(
                "{}: een bestand waarvan de naam op {file} lijkt, wordt niet gelezen",
                folder.id
            );
            findings.push(
                Finding::error("bestandsnaam", message)
                    .with_hint(format!("noem het precies {file}, of zet het ergens anders"))
                    .as_warning(),
            );
        }
    }
    findings
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

/// The number of a client by its folder. A name that is no client number may be a person's, so it
/// isn't told.
fn number(folder: &Path) -> Option<ClientId> {
    ClientId::from_name(&folder.file_name().unwrap_or_default().to_string_lossy())
}

/// A folder that holds something of a client, but no plan.
fn no_plan(folder: &Path) -> Finding {
    let message = match number(folder) {
        Some(id) => format!("cliënt {id} heeft geen plan.toml dat gelezen kan worden"),
        None => "een map met bestanden van een cliënt heeft geen plan.toml".to_owned(),
    };
    Finding::error("bestand", message)
        .with_hint("zet plan.toml terug in deze map, als gewoon bestand, of haal de map weg")
}

/// A link to the folder of a client: it leads to who knows where.
fn linked(folder: &Path) -> Finding {
    let message = match number(folder) {
        Some(id) => format!("de map van cliënt {id} is een verwijzing en wordt niet gelezen"),
        None => "een verwijzing naar de map van een cliënt wordt niet gelezen".to_owned(),
    };
    Finding::error("bestand", message).with_hint("zet de map zelf op deze plaats")
}

fn unreadable() -> Finding {
    let message = "een map bij de cliënten kan niet gelezen worden";
    Finding::error("bestand", message)
        .with_hint("vraag om leesrechten op alle mappen van de cliënten")
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::disallowed_methods,
        reason = "a test writes in folders of its own"
    )]

    use std::fs;

    use super::*;

    fn messages(root: &Path) -> Vec<String> {
        let (clients, findings) = clients(root);
        assert!(clients.is_empty());
        findings
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    }

    #[test]
    fn a_client_without_a_plan_is_told() {
        let root = tempfile::tempdir().expect("a folder");
        for folder in [
            "clienten/C-1/plan.toml",
            "clienten/C-1/fotos",
            "clienten/C-2",
        ] {
            fs::create_dir_all(root.path().join(folder)).expect("writable");
        }
        fs::write(root.path().join("clienten/C-2/evaluatie.toml"), "").expect("writable");
        let messages = messages(root.path());
        assert_eq!(messages.len(), 2, "{messages:?}");
        assert!(messages[0].contains("C-1") && messages[1].contains("C-2"));
    }

    #[cfg(unix)]
    #[test]
    fn a_plan_that_is_a_link_is_no_plan() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("ergens.toml"), "").expect("writable");
        for (client, target) in [("C-1", "../ergens.toml"), ("C-2", "nergens")] {
            let folder = root.path().join(client);
            fs::create_dir(&folder).expect("writable");
            std::os::unix::fs::symlink(target, folder.join("plan.toml")).expect("links");
        }
        let messages = messages(root.path());
        assert_eq!(messages.len(), 2, "{messages:?}");
        assert!(messages[0].contains("C-1") && messages[1].contains("C-2"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_clients_folder_is_told_and_not_followed() {
        let outside = tempfile::tempdir().expect("a folder");
        fs::write(outside.path().join("plan.toml"), "").expect("writable");
        let root = tempfile::tempdir().expect("a folder");
        for name in ["C-1", "Jan Jansen"] {
            let link = root.path().join(name);
            std::os::unix::fs::symlink(outside.path(), link).expect("links");
        }
        let messages = messages(root.path());
        assert_eq!(messages.len(), 2, "{messages:?}");
        assert!(messages[0].contains("C-1"));
        assert!(!messages[1].contains("Jan"));
    }
}
