//! The pictures of one document, numbered, so that no path is ever made from data.

use super::view::Picture;
use crate::dossier::identifier::FileName;

/// Where the bytes of a picture come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PictureSource {
    /// A pictogram of the library, by name; SVG.
    Pictogram(String),
    /// A photo in the client's folder; JPEG once it is cleaned.
    Photo(FileName),
    /// The provider's logo; SVG.
    Logo,
}

/// Collects the pictures that a view uses.
#[derive(Debug, Default)]
pub(crate) struct Pictures(Vec<PictureSource>);

impl Pictures {
    /// A pictogram. Without alt text it is read as decoration.
    pub(crate) fn pictogram(&mut self, name: &str, alt: Option<String>) -> Picture {
        self.add(PictureSource::Pictogram(name.to_owned()), alt)
    }

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

    fn add(&mut self, source: PictureSource, alt: Option<String>) -> Picture {
        let photo = matches!(source, PictureSource::Photo(_));
        let number = self.0.iter().position(|known| *known == source);
        let number = number.unwrap_or_else(|| {
            self.0.push(source);
            self.0.len() - 1
        });
        Picture {
            path: format!("/picture/{number}"),
            format: if photo { "jpg" } else { "svg" },
            alt,
            photo,
        }
    }
}
