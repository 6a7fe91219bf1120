//! Puts the folder of a new client in its place whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};

use tempfile::TempDir;

use super::disk::RealDisk;
use super::new_data::is_there;
use super::new_folder::open_to_group;
use super::whole::{make_folder, sync_folder};
use crate::dossier::load::ClientFolder;

/// How the hidden folder begins that is still being filled; what is hidden is no client.
const PREFIX: &str = ".drieluik-";

/// Makes a client's folder with this plan and an empty folder for photos.
///
/// # Errors
/// When something stands in its place, when a folder above it is a link, or when it can't be written.
pub(crate) fn new_client(folder: &ClientFolder, plan: &str) -> io::Result<()> {
    if is_there(&folder.path) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let above = folder.path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    make_folder(above)?;
    let filling = TempDir::with_prefix_in(PREFIX, above)?;
    let mut options = OpenOptions::new();
    let options = options.write(true).create_new(true);
    let mut file = options.open(filling.path().join("plan.toml"))?;
    file.write_all(plan.as_bytes())?;
    file.sync_all()?;
    let photos = filling.path().join("fotos");
    fs::create_dir(&photos)?;
    sync(&photos)?;
    open_to_group(filling.path())?;
    sync(filling.path())?;
    fs::rename(filling.path(), &folder.path)?;
    // It has another name now; nothing is left to take away.
    let _gone = filling.keep();
    sync_folder(&RealDisk, above)
}

#[cfg(unix)]
fn sync(folder: &std::path::Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_folder: &std::path::Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::dossier::load::ClientId;

    fn client(path: &Path) -> ClientFolder {
        ClientFolder {
            id: ClientId::from_name("C-1").expect("a number"),
            path: path.to_owned(),
        }
    }

    #[test]
    fn a_client_appears_whole_and_never_over_another() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = client(&home.path().join("clienten").join("C-1"));
        new_client(&folder, "x = 1").expect("made");
        let plan = fs::read(folder.path.join("plan.toml")).expect("there");
        assert_eq!(plan, b"x = 1");
        assert!(folder.path.join("fotos").is_dir());
        assert!(new_client(&folder, "y = 2").is_err());
        let plan = fs::read(folder.path.join("plan.toml")).expect("there");
        assert_eq!(plan, b"x = 1");
        let count = fs::read_dir(home.path().join("clienten")).expect("lists");
        assert_eq!(count.count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_planted_link_is_not_followed() {
        let home = tempfile::tempdir().expect("a folder");
        let outside = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(outside.path(), home.path().join("clienten")).expect("links");
        assert!(new_client(&client(&home.path().join("clienten/C-1")), "x").is_err());
        assert_eq!(fs::read_dir(outside.path()).expect("lists").count(), 0);
    }
}
