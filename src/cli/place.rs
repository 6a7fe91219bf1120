//! Where the organisation is: what was asked for, else found from the working folder upwards.

use std::path::{Path, PathBuf};

use clap::Args;

/// The file that makes a folder a data folder.
const ORGANISATION: &str = "aanbieder.toml";

/// Where the clients are.
#[derive(Debug, Args)]
pub(super) struct DataOption {
    /// Map met aanbieder.toml en de mappen van de cliënten; anders data, in deze map of een map
    /// daarboven
    #[arg(long, value_name = "MAP")]
    data: Option<PathBuf>,
}

impl DataOption {
    /// The data folder: `data` here where there is none at all, so that a message names it.
    pub(super) fn folder(&self) -> PathBuf {
        let found = || Found::from_here().map(|found| found.data);
        let asked = self.data.clone();
        asked
            .or_else(found)
            .unwrap_or_else(|| PathBuf::from("data"))
    }
}

/// Where the documents are.
#[derive(Debug, Args)]
pub(super) struct OutOption {
    /// Map waarin de documenten komen; anders out naast data, of met --data in deze map
    #[arg(long, value_name = "MAP")]
    out: Option<PathBuf>,
}

impl OutOption {
    /// The output folder. It stands beside a data folder that was found, and here where somebody
    /// named one: theirs may be anywhere.
    pub(super) fn folder(&self, data: Option<&DataOption>) -> PathBuf {
        let is_asked = data.is_some_and(|data| data.data.is_some());
        let found = || {
            let found = Found::from_here().filter(|_| !is_asked)?;
            Some(found.out)
        };
        let asked = self.out.clone();
        asked.or_else(found).unwrap_or_else(|| PathBuf::from("out"))
    }
}

/// An organisation that was found.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    data: PathBuf,
    out: PathBuf,
}

impl Found {
    fn from_here() -> Option<Self> {
        Self::above(&std::env::current_dir().ok()?)
    }

    /// The first from a folder upwards: one that holds `data` with an organisation in it, or that is
    /// such a folder itself. Paths within the folder itself are relative, as one would type them.
    fn above(here: &Path) -> Option<Self> {
        here.ancestors().find_map(|folder| {
            let at = |path: PathBuf| match path.strip_prefix(here) {
                Ok(within) if within.as_os_str().is_empty() => PathBuf::from("."),
                Ok(within) => within.to_owned(),
                Err(_) => path,
            };
            let is_data = |path: &Path| path.join(ORGANISATION).is_file();
            let data = folder.join("data");
            if is_data(&data) {
                return Some(Self {
                    data: at(data),
                    out: at(folder.join("out")),
                });
            }
            is_data(folder).then(|| Self {
                data: at(folder.to_owned()),
                out: at(folder.parent().unwrap_or(folder).join("out")),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_organisation_is_found_from_anywhere_inside() -> std::io::Result<()> {
        let root = tempfile::tempdir()?;
        let root = root.path();
        let client = root.join("data/clienten/C-1");
        std::fs::create_dir_all(&client)?;
        std::fs::create_dir_all(root.join("out"))?;
        assert_eq!(Found::above(&client), None);

        std::fs::File::create(root.join("data/aanbieder.toml"))?;
        let found = |data: PathBuf, out: PathBuf| Some(Found { data, out });
        let far = || found(root.join("data"), root.join("out"));
        assert_eq!(Found::above(root), found("data".into(), "out".into()));
        assert_eq!(Found::above(&client), far());
        assert_eq!(
            Found::above(&root.join("out")),
            found(root.join("data"), ".".into())
        );
        assert_eq!(
            Found::above(&root.join("data")),
            found(".".into(), root.join("out"))
        );
        Ok(())
    }
}
