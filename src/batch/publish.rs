//! Puts documents and pictures of their pages in their place, beside the work of the run: syncing takes a disk its time.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Mutex, PoisonError};

use super::foreman::Event;
use super::protocol::PageOrder;
use super::{inputs, page_images, standing};
use crate::dossier::value::Date;
use crate::store::{self, Files};

/// A file to put in its place.
pub(super) struct Delivery {
    /// Index of the client.
    pub(super) client: usize,
    pub(super) goods: Goods,
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
}

/// What is delivered.
pub(super) enum Goods {
    /// The document of this name.
    Document(String),
    /// The picture of a page, with the name of its file.
    Image(PageOrder, String),
}

/// What became of it.
pub(super) struct Receipt {
    /// Index of the client.
    pub(super) client: usize,
    pub(super) goods: Goods,
    /// What the file is, or why it isn't there.
    pub(super) result: Result<Placed, String>,
}

/// A file that has its place.
pub(super) struct Placed {
    /// Size in bytes.
    pub(super) bytes: u64,
    /// The moment that it bears.
    pub(super) time: u64,
    /// Digest.
    pub(super) output: String,
}

/// Puts documents in their place until there are no more.
pub(super) fn publish(
    files: &Files<'_>,
    today: Date,
    deliveries: &Mutex<Receiver<Delivery>>,
    tell: &Sender<Event>,
) {
    let next = || {
        deliveries
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv()
    };
    while let Ok(delivery) = next() {
        let result = put(files, today, &delivery).map_err(|error| {
            format!(
                "het bestand kan niet geschreven worden: {}",
                store::dutch(&error)
            )
        });
        let receipt = Receipt {
            client: delivery.client,
            goods: delivery.goods,
            result,
        };
        if tell.send(Event::Published(receipt)).is_err() {
            return;
        }
    }
}

/// Puts a file in its place. The pictures of an earlier document go first: beside the new one they
/// would lie, were the run cut off in between.
fn put(files: &Files<'_>, today: Date, delivery: &Delivery) -> io::Result<Placed> {
    if let (Goods::Document(file_name), Some(folder)) = (&delivery.goods, delivery.path.parent()) {
        page_images::remove(files, folder, file_name)?;
    }
    let output = inputs::digest(&delivery.bytes);
    let time = standing::moment(today, &output);
    let moment = Some(standing::system_time(time));
    files.put(&delivery.path, &delivery.bytes, moment)?;
    Ok(Placed {
        bytes: delivery.bytes.len() as u64,
        time,
        output,
    })
}
