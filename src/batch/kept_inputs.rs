//! What documents were made from, for whoever wants to compile the same: with `--keep-inputs`.
//!
//! Each document has a folder of its own that is a whole Typst project: the templates, `view.json`
//! and the pictures where the templates look for them, and `document.json` that names the template.
//! These folders hold plans in full, so they are made only when asked for.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde_json::json;

use crate::dossier::load::ClientId;
use crate::font;
use crate::rendition::Document;
use crate::store;
use crate::typeset::{self, Bytes};

/// Writes the fonts.
pub(super) fn fonts(folder: &Path) -> io::Result<()> {
    for (index, bytes) in font::embedded().into_iter().enumerate() {
        let path = folder.join("fonts").join(format!("{index}.ttf"));
        store::write(&path, bytes)?;
    }
    Ok(())
}

/// Writes what a document is made from.
///
/// # Errors
/// Says in Dutch what is wrong with the folder.
pub(super) fn document(
    folder: &Path,
    client: &ClientId,
    document: &Document,
    pictures: &[Bytes],
    layouts: &BTreeMap<String, &str>,
) -> Result<(), String> {
    let name = document.file_name.trim_end_matches(".pdf");
    let folder = folder.join(client.as_str()).join(name);
    write(&folder, document, pictures, layouts).map_err(|error| {
        format!(
            "de map van --keep-inputs kan niet geschreven worden: {}",
            store::dutch(&error)
        )
    })
}

fn write(
    folder: &Path,
    document: &Document,
    pictures: &[Bytes],
    layouts: &BTreeMap<String, &str>,
) -> io::Result<()> {
    for (path, text) in layouts {
        store::write(&folder.join(path), text.as_bytes())?;
    }
    store::write(&folder.join("view.json"), &document.view)?;
    for (index, picture) in pictures.iter().enumerate() {
        let path = folder.join("picture").join(index.to_string());
        store::write(&path, picture)?;
    }
    let about = json!({"template": document.template, "standards": typeset::STANDARDS});
    store::write(&folder.join("document.json"), about.to_string().as_bytes())
}
