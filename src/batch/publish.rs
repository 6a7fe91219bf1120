//! Puts documents in their place, beside the work of the run: syncing takes a disk its time.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Mutex, PoisonError};

use super::foreman::Event;
use super::{inputs, standing};
use crate::dossier::value::Date;
use crate::store::{self, Files};

/// A document to put in its place.
pub(super) struct Delivery {
    /// Index of the client.
    pub(super) client: usize,
    pub(super) file_name: String,
    pub(super) path: PathBuf,
    pub(super) pdf: Vec<u8>,
}

/// What became of it.
pub(super) struct Receipt {
    /// Index of the client.
    pub(super) client: usize,
    pub(super) file_name: String,
    /// Digest and moment of the file, or why it isn't there.
    pub(super) result: Result<(String, u64), String>,
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
        let output = inputs::digest(&delivery.pdf);
        let moment = standing::moment(today, &output);
        let time = Some(standing::system_time(moment));
        let result = files
            .put(&delivery.path, &delivery.pdf, time)
            .map(|()| (output, moment))
            .map_err(|error| {
                format!(
                    "het bestand kan niet geschreven worden: {}",
                    store::dutch(&error)
                )
            });
        let receipt = Receipt {
            client: delivery.client,
            file_name: delivery.file_name,
            result,
        };
        if tell.send(Event::Published(receipt)).is_err() {
            return;
        }
    }
}
