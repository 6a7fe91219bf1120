//! The pictures of one document, numbered, so that no path is ever made from data.

use super::view::Picture;
use crate::dossier::identifier::FileName;
use crate::pictogram::{DrawingFormat, Match, OWN, PictogramId};

/// Where the bytes of a picture come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PictureSource {
    /// A pictogram of the library.
    Pictogram {
        /// Which one.
        id: PictogramId,
        /// The form of its drawing.
        format: DrawingFormat,
        /// Crossed out: the text says that this is not so.
        crossed: bool,
    },
    /// A photo in the client's folder; JPEG once it is cleaned.
    Photo(FileName),
    /// The provider's logo; SVG.
    Logo,
}

impl PictureSource {
    /// A pictogram of our own, by the name of its file.
    pub(crate) fn own(name: &str) -> Self {
        Self::Pictogram {
            id: PictogramId {
                set: OWN.to_owned(),
                name: name.to_owned(),
            },
            format: DrawingFormat::Svg,
            crossed: false,
        }
    }
}

impl From<Match> for PictureSource {
    fn from(found: Match) -> Self {
        Self::Pictogram {
            id: found.pictogram,
            format: found.format,
            crossed: found.crossed,
        }
    }
}

/// Collects the pictures that a view uses.
#[derive(Debug, Default)]
pub(crate) struct Pictures(Vec<PictureSource>);

impl Pictures {
    /// A photo of the client's. Without alt text it is read as decoration.
    pub(crate) fn photo(&mut self, name: &FileName, alt: Option<String>) -> Picture {
        self.add(PictureSource::Photo(name.clone()), alt)
    }

    /// The provider's logo.
    pub(crate) fn logo(&mut self, alt: String) -> Picture {
        self.add(PictureSource::Logo, Some(alt))
    }

    /// The sources, in the order of their numbers.
    pub(crate) fn into_sources(self) -> Vec<PictureSource> {
        self.0
    }

    /// The sources so far.
    pub(crate) fn sources(&self) -> &[PictureSource] {
        &self.0
    }

    /// A picture from any source. Without alt text it is read as decoration.
    pub(crate) fn add(&mut self, source: PictureSource, alt: Option<String>) -> Picture {
        let (format, photo, crossed) = match &source {
            PictureSource::Pictogram {
                format, crossed, ..
            } => (format.word(), false, *crossed),
            PictureSource::Photo(_) => ("jpg", true, false),
            PictureSource::Logo => ("svg", false, false),
        };
        let number = self.0.iter().position(|known| *known == source);
        let number = number.unwrap_or_else(|| {
            self.0.push(source);
            self.0.len() - 1
        });
        Picture {
            path: format!("/picture/{number}"),
            format,
            alt,
            photo,
            crossed,
        }
    }
}
