//! Makes fictional clients, for benchmarks and for trying out: texts and pictures, as files of a data
//! folder. Writes nothing.
//!
//! A client is the same for the same seed, index and day, whatever others are made beside it, and on
//! every machine. What is said stands under `templates/sample/`.

mod after;
mod calendar;
mod client;
mod content;
mod draw;
mod evaluation;
mod goals;
mod material;
mod network;
mod paper;
mod people;
mod photo;
mod plan;
mod reports;
mod wording;

use std::sync::Arc;

use client::Client;
use draw::Draw;
use material::{LOGO, Material, ORGANISATION};
use photo::Album;

use crate::dossier::value::Date;

/// The most clients: so many have a citizen service number of their own.
pub(crate) const MOST_CLIENTS: u32 = 100_000;

/// Seed and index of the client that is shown as an example; it was looked at and chosen.
const EXAMPLE: (u64, u32) = (1, 45);

/// What clients are drawn from.
#[derive(Debug)]
pub(crate) struct Sample {
    seed: u64,
    today: jiff::civil::Date,
    material: Material,
    album: Album,
}

/// A file, by its path from the data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SampleFile {
    /// `clienten/lindenhof/C-10001/plan.toml`
    pub(crate) path: String,
    /// What is in it; a photo is shared by all who have it.
    pub(crate) bytes: Arc<[u8]>,
}

impl Sample {
    /// Clients whose plans lie around this day.
    pub(crate) fn new(seed: u64, today: Date) -> Self {
        let material = Material::read();
        Self {
            seed,
            today: today.civil(),
            album: Album::new(&material.photos),
            material,
        }
    }

    /// The files of the organisation.
    #[expect(
        clippy::unused_self,
        reason = "a sample has one organisation; that it is the same for all is a detail"
    )]
    pub(crate) fn organisation(&self) -> Vec<SampleFile> {
        [("aanbieder.toml", ORGANISATION), ("logo.svg", LOGO)]
            .map(|(path, text)| SampleFile {
                path: path.to_owned(),
                bytes: text.as_bytes().into(),
            })
            .into()
    }

    /// The files of a client, counted from 0 and below [`MOST_CLIENTS`].
    pub(crate) fn client(&self, index: u32) -> Vec<SampleFile> {
        let client = Client::draw(self, index);
        let folder = format!("clienten/{}/{}", client.location.folder, client.number());
        let evaluation = client
            .calendar
            .is_evaluated()
            .then(|| evaluation::evaluation(&client));
        let texts = [
            ("plan.toml", Some(plan::plan(&client))),
            ("plan-van-aanpak.toml", reports::care_plan(&client)),
            ("evaluatie.toml", evaluation),
            ("rapportage.toml", reports::reports(&client)),
        ];
        let texts = texts.into_iter().filter_map(|(name, bytes)| {
            Some(SampleFile {
                path: format!("{folder}/{name}"),
                bytes: bytes?.into(),
            })
        });
        let photos = client.photos.iter().map(|photo| SampleFile {
            path: format!("{folder}/fotos/{}", photo.file),
            bytes: Arc::clone(&photo.bytes),
        });
        texts.chain(photos).collect()
    }

    /// The files of one client who is well filled, under this number: many goals, people with
    /// consent and without, photos, reports and an evaluation. Whatever the seed, it is this one.
    pub(crate) fn example(&self, number: &str) -> Vec<SampleFile> {
        let chosen = Self {
            seed: EXAMPLE.0,
            today: self.today,
            material: Material::read(),
            album: Album::new(&self.material.photos),
        };
        let files = chosen.client(EXAMPLE.1).into_iter();
        let renamed = files.map(|file| {
            let below: Vec<_> = file.path.splitn(4, '/').collect();
            SampleFile {
                path: format!("clienten/{number}/{}", below[3]),
                ..file
            }
        });
        renamed.collect()
    }

    /// The logo of the organisation.
    pub(crate) fn logo() -> &'static str {
        LOGO
    }

    /// The stream of chance for one part of a client.
    fn draw(&self, index: u32, part: &str) -> Draw {
        Draw::of(self.seed, &[&index, &part])
    }
}

#[cfg(test)]
mod tests;
