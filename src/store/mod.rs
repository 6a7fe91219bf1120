//! Writes files. The only writer under the data folder; what goes to the output folder, `batch`
//! writes through it.

mod disk;
mod journal;
mod lock;
mod new_client;
mod new_data;
mod new_folder;
mod own_file;
mod scratch;
mod whole;

use std::io;

pub use disk::{Disk, RealDisk};
pub(crate) use journal::Journal;
pub(crate) use lock::{Lock, LockError};
pub(crate) use new_client::new_client;
pub(crate) use new_data::{NewData, is_empty_folder, is_there};
pub(crate) use new_folder::NewFolder;
pub(crate) use own_file::{Put, put_own};
pub(crate) use scratch::Scratch;
pub(crate) use whole::{Files, make_folder, put_new, remove_empty_folder, set_moment, write};

use crate::dossier::load::{ClientFolder, REVIEW_FILE};

/// Writes the review of a client's easy-read text, over an earlier one.
///
/// # Errors
/// When the folder can't be written.
pub(crate) fn review(folder: &ClientFolder, text: &str) -> io::Result<()> {
    write(&folder.path.join(REVIEW_FILE), text.as_bytes())
}

/// Writes a client's plan over the one that is there.
///
/// # Errors
/// When the folder can't be written.
pub(crate) fn plan(folder: &ClientFolder, text: &str) -> io::Result<()> {
    write(&folder.path.join("plan.toml"), text.as_bytes())
}

/// Says what went wrong with a file, in Dutch.
pub(crate) fn dutch(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "geen toestemming om hier te lezen of te schrijven",
        io::ErrorKind::ReadOnlyFilesystem => "hier kan alleen gelezen worden",
        io::ErrorKind::StorageFull => "de schijf is vol",
        io::ErrorKind::IsADirectory => "er staat een map met de naam van een bestand",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "er staat iets anders waar een map hoort"
        }
        io::ErrorKind::NotFound => "het bestand of de map is er niet",
        _ => "het bestand of de map kan niet gebruikt worden",
    }
}
