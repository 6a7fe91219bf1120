//! The folder that a set comes in: which files it has, and their text. Leads nowhere outside.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use walkdir::WalkDir;

use super::json::Plain;
use super::{ImportError, counted};
use crate::pictogram::pack::{PictureError, read_limited, visible};

/// Folders within folders.
const MAX_DEPTH: usize = 8;

/// Files and folders.
const MAX_ENTRIES: usize = 200_000;

/// Bytes of a file of words.
const MAX_TEXT: u64 = 32 * 1024 * 1024;

/// Extensions of pictures, those aside that can't be used: a refusal tells more than silence.
const PICTURES: &[&str] = &[
    "svg", "png", "jpg", "jpeg", "webp", "svgz", "gif", "bmp", "tif", "tiff", "wmf", "emf",
];

/// A folder with a set in it, or a single file of words.
#[derive(Debug)]
pub(super) struct Source {
    root: PathBuf,
    /// Regular files, by path.
    files: Vec<PathBuf>,
    links: usize,
}

impl Source {
    /// Lists the folder. Links inside it are not followed; hidden files are passed over.
    pub(super) fn scan(root: &Path) -> Result<Self, ImportError> {
        let missing = || {
            ImportError::shape(
                format!("{} is er niet, of mag niet gelezen worden", root.display()),
                "kijk of het pad klopt; een zip-bestand pakt u eerst uit",
            )
        };
        // What the user names may be a link; what lies in it may not.
        let root = fs::canonicalize(root).map_err(|_| missing())?;
        let mut source = Self {
            root: root.clone(),
            files: Vec::new(),
            links: 0,
        };
        let entries = WalkDir::new(&root)
            .max_depth(MAX_DEPTH)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| {
                let name = entry.file_name().to_string_lossy();
                entry.depth() == 0 || !(name.starts_with('.') || name == "__MACOSX")
            });
        for (count, entry) in entries.enumerate() {
            if count > MAX_ENTRIES {
                return Err(ImportError::shape(
                    format!("in de map staan meer dan {MAX_ENTRIES} bestanden"),
                    "wijs de map van de set zelf aan",
                ));
            }
            let Ok(entry) = entry else { continue };
            if entry.file_type().is_file() {
                source.files.push(entry.into_path());
            } else if entry.file_type().is_symlink() {
                source.links += 1;
            }
        }
        if root.is_file() && source.files.len() == 1 {
            root.parent().unwrap_or(&root).clone_into(&mut source.root);
        }
        Ok(source)
    }

    /// What is to be said of links.
    pub(super) fn note(&self) -> Option<String> {
        (self.links > 0).then(|| {
            format!(
                "{} in de map: niet gevolgd",
                counted(
                    self.links,
                    "verwijzing (symbolic link)",
                    "verwijzingen (symbolic links)"
                )
            )
        })
    }

    /// The path of a file from the folder of the set.
    pub(super) fn inside<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    /// The same to be told: a name may have characters that steer a terminal.
    pub(super) fn relative(&self, path: &Path) -> String {
        visible(&self.inside(path).display().to_string())
    }

    /// The files of this name, in small letters or capitals, the least deep first.
    pub(super) fn named(&self, name: &str) -> Vec<&Path> {
        let mut files: Vec<_> = self
            .files
            .iter()
            .map(PathBuf::as_path)
            .filter(|path| {
                let own = path.file_name().unwrap_or_default().to_string_lossy();
                own.eq_ignore_ascii_case(name)
            })
            .collect();
        files.sort_by_key(|path| path.components().count());
        files
    }

    /// The files with this extension.
    pub(super) fn with_extension(&self, extension: &str) -> impl Iterator<Item = &Path> {
        let files = self.files.iter().map(PathBuf::as_path);
        files.filter(move |path| extension_of(path) == extension)
    }

    /// The pictures, by path.
    pub(super) fn pictures(&self) -> impl Iterator<Item = &Path> {
        let files = self.files.iter().map(PathBuf::as_path);
        files.filter(|path| PICTURES.contains(&extension_of(path).as_str()))
    }

    /// The pictures by their name without extension.
    pub(super) fn pictures_by_stem(&self) -> BTreeMap<String, Vec<&Path>> {
        let mut stems = BTreeMap::<_, Vec<_>>::new();
        for path in self.pictures() {
            stems.entry(stem_of(path)).or_default().push(path);
        }
        stems
    }

    /// Reads a file of words.
    pub(super) fn text(&self, path: &Path) -> Result<String, ImportError> {
        let name = self.relative(path);
        let bytes = read_limited(path, MAX_TEXT).map_err(|error| {
            let hint = match error {
                PictureError::Oversize { .. } => "splits het bestand",
                _ => "geef leesrechten op het bestand",
            };
            ImportError::shape(format!("{name}: {error}"), hint)
        })?;
        let text = String::from_utf8(bytes).map_err(|_| {
            ImportError::shape(
                format!("{name}: het bestand is geen tekst in UTF-8"),
                "bewaar het als \"CSV UTF-8\", of als tekst in UTF-8",
            )
        })?;
        Ok(text.trim_start_matches('\u{feff}').to_owned())
    }

    /// The version that a `package.json` at the top tells of.
    pub(super) fn package_version(&self) -> Option<String> {
        let path = *self.named("package.json").first()?;
        let package: Package = serde_json::from_str(&self.text(path).ok()?).ok()?;
        let Plain::Text(version) = package.version else {
            return None;
        };
        (version.len() < 40).then(|| visible(&version))
    }
}

/// A `package.json`, as far as it matters here.
#[derive(Debug, Deserialize)]
struct Package {
    #[serde(default)]
    version: Plain,
}

/// The extension in small letters.
fn extension_of(path: &Path) -> String {
    let extension = path.extension().unwrap_or_default();
    extension.to_string_lossy().to_ascii_lowercase()
}

/// The name without extension.
pub(super) fn stem_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
