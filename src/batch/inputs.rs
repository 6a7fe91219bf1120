//! Digests of what documents are made from: whether anything changed since an earlier run.

use std::fs;
use std::io;

use walkdir::WalkDir;

use super::BUILD;
use crate::check::Office;
use crate::dossier::fingerprint::fingerprint;
use crate::dossier::load::{ClientFolder, Dossier};
use crate::pictogram::pack;
use crate::rendition::{Document, PictureSource};
use crate::template::TYPST;

/// BLAKE3 in hexadecimal digits.
pub(super) fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// A digest of what all clients share: the program with its templates and fonts, the organisation's
/// own files, and what is made of each client. Pictures of sets count by name, size and time.
pub(super) fn shared(office: &Office, logo: Option<&[u8]>, marked: bool) -> io::Result<String> {
    let mut digest = Digest::new();
    digest.add(BUILD.as_bytes());
    digest.add(&[u8::from(marked)]);
    let root = office.data.root();
    digest.add(&fs::read(root.join("aanbieder.toml"))?);
    digest.add(logo.unwrap_or_default());
    add_overlay(&mut digest, office, "");
    let packs = WalkDir::new(root.join(pack::FOLDER)).sort_by_file_name();
    for entry in packs.into_iter().filter_map(Result::ok) {
        digest.add(entry.path().to_string_lossy().as_bytes());
        let about = entry.metadata()?;
        if entry.file_name() == pack::PACK_FILE && about.is_file() {
            digest.add(&fs::read(entry.path())?);
        } else if about.is_file() {
            digest.add(format!("{} {:?}", about.len(), about.modified()?).as_bytes());
        }
    }
    Ok(digest.end())
}

/// Adds the organisation's own templates. Phrases and formats show in the view already.
fn add_overlay(digest: &mut Digest, office: &Office, folder: &str) {
    for (path, text) in office.overlay.under(folder) {
        digest.add(path.as_bytes());
        digest.add(text.as_bytes());
    }
}

/// A digest of all that a client's documents are made from.
pub(super) fn client(shared: &str, folder: &ClientFolder) -> String {
    let mut digest = Digest::new();
    digest.add(shared.as_bytes());
    digest.add(fingerprint(folder).as_bytes());
    digest.end()
}

/// A digest of everything that a document is made from: the program with its templates and fonts,
/// the view, and the pictures in their frames. None when a picture can't be read.
pub(super) fn document(
    office: &Office,
    dossier: &Dossier,
    logo: Option<&[u8]>,
    document: &Document,
) -> Option<String> {
    let mut digest = Digest::new();
    digest.add(BUILD.as_bytes());
    digest.add(document.template.as_bytes());
    add_overlay(&mut digest, office, TYPST);
    digest.add(&document.view);
    for element in document.mandatory.iter().chain(&document.needs_content) {
        digest.add(element.as_bytes());
    }
    for source in &document.pictures {
        match source {
            PictureSource::Pictogram { id, .. } => {
                digest.add(&office.library.drawing(id)?.bytes);
            }
            PictureSource::Logo => digest.add(logo?),
            PictureSource::Photo { name, frame } => {
                digest.add(format!("{frame:?}").as_bytes());
                digest.add(&dossier.read_photo(name).ok()?);
            }
        }
    }
    Some(digest.end())
}

/// A digest of parts, each with its length, so that no two lists of parts have the same.
struct Digest(blake3::Hasher);

impl Digest {
    fn new() -> Self {
        Self(blake3::Hasher::new())
    }

    fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    fn end(self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}
