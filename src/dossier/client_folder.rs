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
        let fits = !name.is_empty() && name.len() <= 40 && !name.starts_with('-');
        let fits = fits && !is_device(&name.to_lowercase());
        (fits && name.chars().all(allowed)).then(|| Self(name.to_owned()))
    }

    /// The number itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether Windows takes a name for a device: `con`, `com1`.
fn is_device(name: &str) -> bool {
    let numbered = ["com", "lpt"]
        .iter()
        .find_map(|device| name.strip_prefix(device));
    ["con", "prn", "aux", "nul"].contains(&name)
        || numbered.is_some_and(|number| number.len() == 1 && number.parse::<u8>().is_ok())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_safe_as_the_name_of_a_folder_anywhere() {
        for name in ["C-1003", "42", "a_b", "com", "com10", "console"] {
            assert!(ClientId::from_name(name).is_some(), "{name}");
        }
        let long = "C".repeat(41);
        for name in [
            "",
            "-C",
            ".",
            "..",
            ".drieluik",
            "C/1",
            "C\\1",
            "C 1",
            "C\n",
            "C\u{202e}1",
            "é",
            "CON",
            "nul",
            "Com1",
            "lpt9",
            &long,
        ] {
            assert!(ClientId::from_name(name).is_none(), "{name:?}");
        }
    }
}
