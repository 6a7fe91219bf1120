//! Where the folder of a new client comes to stand: under `clienten`, in the folder of a location if
//! there is one.

use std::path::{Component, Path, PathBuf};

use crate::dossier::load::{ClientFolder, ClientId};

/// The folder of all clients.
const CLIENTS: &str = "clienten";
/// How many folders a location may lie in; clients are looked for eight deep.
const MOST_FOLDERS: usize = 4;

/// Why a client can't stand in a place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PlaceError {
    /// The location is no folder under the clients.
    #[error(
        "de locatie kan geen map zijn: gebruik letters, cijfers, streepjes en spaties, zoals lindenhof of noord/lindenhof"
    )]
    Location,
    /// A link leads elsewhere.
    #[error("{0} is een verwijzing naar een andere map")]
    Link(String),
    /// It would lie in the folder of another client.
    #[error("{0} is zelf de map van een cliënt")]
    InClient(String),
    /// Something else stands there.
    #[error("{0} is er al")]
    Taken(String),
}

/// The folder of a new client.
///
/// # Errors
/// When it can't stand there.
pub(super) fn of(
    data: &Path,
    location: Option<&Path>,
    id: &ClientId,
) -> Result<ClientFolder, PlaceError> {
    let mut path = data.to_owned();
    let mut shown = PathBuf::new();
    let location = location.map_or_else(|| Ok(Vec::new()), folders)?;
    let above = std::iter::once(CLIENTS.to_owned()).chain(location);
    for name in above {
        path.push(&name);
        shown.push(&name);
        if path.is_symlink() {
            return Err(PlaceError::Link(shown.display().to_string()));
        }
        if path.join("plan.toml").exists() {
            return Err(PlaceError::InClient(shown.display().to_string()));
        }
        if path.exists() && !path.is_dir() {
            return Err(PlaceError::Taken(shown.display().to_string()));
        }
    }
    path.push(id.as_str());
    shown.push(id.as_str());
    if path.is_symlink() || path.exists() {
        return Err(PlaceError::Taken(shown.display().to_string()));
    }
    Ok(ClientFolder {
        id: id.clone(),
        path,
    })
}

/// The folders of a location, each a plain name.
fn folders(location: &Path) -> Result<Vec<String>, PlaceError> {
    let names = location.components().map(|component| match component {
        Component::Normal(name) => name.to_str().filter(|name| is_plain(name)),
        _ => None,
    });
    let names: Option<Vec<_>> = names.map(|name| name.map(str::to_owned)).collect();
    let names = names.filter(|names| (1..=MOST_FOLDERS).contains(&names.len()));
    names.ok_or(PlaceError::Location)
}

/// Whether a name is safe for a folder anywhere, and is looked into.
fn is_plain(name: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || "-_ ".contains(c);
    let is_device = || name.is_ascii() && ClientId::from_name(&name.replace(' ', "-")).is_none();
    name.len() <= 40
        && name.trim() == name
        && !name.starts_with('-')
        && name.chars().all(allowed)
        && !is_device()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(data: &Path, location: &str) -> Result<ClientFolder, PlaceError> {
        let id = ClientId::from_name("C-1").expect("a number");
        of(data, Some(Path::new(location)), &id)
    }

    #[test]
    fn a_location_never_leads_out_of_the_clients() {
        let data = tempfile::tempdir().expect("a folder");
        for location in ["lindenhof", "noord/De Linde", "Sint-Jozef_2", "zuid/ouëst"] {
            let folder = place(data.path(), location).expect("a place");
            assert!(folder.path.starts_with(data.path().join("clienten")));
        }
        for location in [
            "",
            "..",
            "a/../b",
            "/etc",
            ".git",
            "a/.b",
            "con",
            "a\nb",
            " a",
            "a/b/c/d/e",
        ] {
            let refused = place(data.path(), location).expect_err(location);
            assert_eq!(refused, PlaceError::Location, "{location:?}");
        }
    }
}
