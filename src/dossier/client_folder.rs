//! The number of a client, and where its files are.

use std::fmt;
use std::path::PathBuf;

/// The number of a client: the name of the folder. The only thing that logs and manifests say of
/// a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientId(String);

impl ClientId {
    /// Reads a client number: letters, digits, `-` and `_`, at most 40 characters.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let reserved = ["con", "prn", "aux", "nul"].contains(&name.to_lowercase().as_str());
        let fits = !name.is_empty() && name.len() <= 40 && !name.starts_with('-');
        (fits && !reserved && name.chars().all(allowed)).then(|| Self(name.to_owned()))
    }

    /// The number itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A client's folder, not read yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClientFolder {
    /// Number of the client.
    pub id: ClientId,
    /// Where its files are.
    pub path: PathBuf,
}
