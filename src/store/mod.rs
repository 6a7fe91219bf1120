//! Writes files. The only writer in the clients' folders; what goes to the output folder, `batch`
//! writes through it.

mod whole;

use std::io;

pub(crate) use whole::{remove, write};

use crate::dossier::load::{ClientFolder, REVIEW_FILE};

/// Writes the review of a client's easy-read text, over an earlier one.
///
/// # Errors
/// When the folder can't be written.
pub(crate) fn review(folder: &ClientFolder, text: &str) -> io::Result<()> {
    write(&folder.path.join(REVIEW_FILE), text.as_bytes())
}
