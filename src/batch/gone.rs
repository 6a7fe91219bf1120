//! Clients with documents in the output folder that are gone from the data folder. Consent is
//! unknown now, so their family copies go; the rest is kept until somebody asks to take it away.

use std::collections::BTreeSet;
use std::io;

use super::manifest::{ClientEntry, Manifest, Notes};
use super::outcome::{ClientOutcome, Fate};
use super::{Request, Shop, copies, page_images};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::store;

/// Those of the clients asked for.
pub(super) fn find(
    request: &Request,
    manifest: &Manifest,
    all: &[ClientFolder],
) -> io::Result<BTreeSet<ClientId>> {
    let known: BTreeSet<_> = all.iter().map(|folder| &folder.id).collect();
    let mut clients = copies::clients(&request.out)?;
    clients.extend(manifest.clients());
    let is_asked = |id: &ClientId| {
        request.clients.is_empty() || request.clients.iter().any(|asked| asked == id.as_str())
    };
    clients.retain(|id| is_asked(id) && !known.contains(id));
    Ok(clients)
}

/// Takes away what may not stay of a client that is gone. One that was asked for by number is a
/// failure.
pub(super) fn see_off(
    shop: &Shop<'_>,
    client: &ClientId,
    notes: Option<&mut Notes<'_>>,
) -> io::Result<ClientOutcome> {
    let request = shop.request;
    let files = shop.files.as_ref();
    let removal = copies::remove(&request.out, client, files, |_| true);
    if let Some(error) = removal.error {
        return Err(error);
    }
    let mut outcome = ClientOutcome::nothing(client.clone());
    outcome.gone = true;
    let earlier = shop.manifest.entry(client.as_str());
    let mut entry = earlier.clone().unwrap_or_default();
    for file_name in removal.removed {
        entry.documents.remove(&file_name);
        outcome.add(&file_name, "family", Fate::Removed);
    }
    if request.prune {
        prune(shop, client, &mut entry, &mut outcome)?;
    }
    if !request.clients.is_empty() {
        let reason = "deze cliënt staat niet (meer) in de gegevens".to_owned();
        outcome.failures.push(reason);
    }
    if let (Some(notes), Some(earlier)) = (notes, earlier) {
        entry.inputs = None;
        if entry.documents.is_empty() {
            notes.note(client, None)?;
        } else if entry != earlier {
            notes.note(client, Some(&entry))?;
        }
    }
    Ok(outcome)
}

/// Takes away the documents that a run made, and the folder if nothing else is in it.
fn prune(
    shop: &Shop<'_>,
    client: &ClientId,
    entry: &mut ClientEntry,
    outcome: &mut ClientOutcome,
) -> io::Result<()> {
    for (file_name, document) in std::mem::take(&mut entry.documents) {
        let path = shop.path(client, &file_name);
        let folder = shop.request.out.join(client.as_str());
        let removed = shop.files.as_ref().map_or(Ok(true), |files| {
            page_images::remove(files, &folder, &file_name)?;
            files.remove(&path)
        })?;
        if removed {
            outcome.add(&file_name, &document.rendition, Fate::Removed);
        }
    }
    if shop.files.is_some() {
        store::remove_empty_folder(&shop.request.out.join(client.as_str()));
    }
    Ok(())
}
