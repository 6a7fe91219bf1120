//! The pictures of one document, numbered, so that no path is ever made from data.

use super::view::Picture;
use crate::dossier::identifier::FileName;
use crate::pictogram::photo::PhotoFrame;
use crate::pictogram::{DrawingFormat, Match, PictogramId};

/// Before the words for a picture that is crossed out.
const NOT: &str = "niet: ";

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
    /// A photo in the client's folder; JPEG once it is cleaned. The same photo in two frames is two
    /// pictures.
    Photo {
        /// Name of the photo, in `fotos/`.
        name: FileName,
        /// What it is cropped to.
        frame: PhotoFrame,
    },
    /// The provider's logo; SVG.
    Logo,
}

impl PictureSource {
    /// Whether it is crossed out.
    pub(crate) fn is_crossed(&self) -> bool {
        matches!(self, Self::Pictogram { crossed: true, .. })
    }

    /// The same picture in another frame.
    pub(crate) fn framed(self, frame: PhotoFrame) -> Self {
        match self {
            Self::Photo { name, .. } => Self::Photo { name, frame },
            other => other,
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
    /// A photo of the client's beside a passage. Without alt text it is read as decoration.
    pub(crate) fn photo(&mut self, name: &FileName, alt: Option<String>) -> Picture {
        let source = PictureSource::Photo {
            name: name.clone(),
            frame: PhotoFrame::PASSAGE,
        };
        self.add(source, alt)
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
    pub(crate) fn sources(&self) -> impl Iterator<Item = &PictureSource> {
        self.0.iter()
    }

    /// Where a picture comes from.
    pub(crate) fn source(&self, picture: &Picture) -> &PictureSource {
        let known = |number: &usize| path(*number) == picture.path;
        let number = (0..self.0.len()).find(known);
        &self.0[number.expect("a picture of this document")]
    }

    /// Keeps only these pictures, numbered anew in their order: what stands on a line that was
    /// dropped isn't in the document.
    pub(crate) fn keep<'p>(&mut self, pictures: impl Iterator<Item = &'p mut Picture>) {
        let mut kept: Vec<PictureSource> = Vec::new();
        for picture in pictures {
            let source = self.source(picture);
            let number = kept.iter().position(|known| known == source);
            let number = number.unwrap_or_else(|| {
                kept.push(source.clone());
                kept.len() - 1
            });
            picture.path = path(number);
        }
        self.0 = kept;
    }

    /// A picture from any source. Without alt text it is read as decoration.
    pub(crate) fn add(&mut self, source: PictureSource, alt: Option<String>) -> Picture {
        let (format, photo, crossed) = match &source {
            PictureSource::Pictogram {
                format, crossed, ..
            } => (format.word(), false, *crossed),
            PictureSource::Photo { .. } => ("jpg", true, false),
            PictureSource::Logo => ("svg", false, false),
        };
        let number = self.0.iter().position(|known| *known == source);
        let number = number.unwrap_or_else(|| {
            self.0.push(source);
            self.0.len() - 1
        });
        Picture {
            path: path(number),
            format,
            alt: alt.map(|alt| if crossed { format!("{NOT}{alt}") } else { alt }),
            photo,
            crossed,
        }
    }
}

/// The virtual path of a picture by its number.
fn path(number: usize) -> String {
    format!("/picture/{number}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictogram::OWN;

    /// A pictogram of our own, by the name of its file.
    fn own(name: &str) -> PictureSource {
        PictureSource::Pictogram {
            id: PictogramId {
                set: OWN.to_owned(),
                name: name.to_owned(),
            },
            format: DrawingFormat::Svg,
            crossed: false,
        }
    }

    fn photo(frame: PhotoFrame) -> PictureSource {
        PictureSource::Photo {
            name: "bus.jpg".parse().expect("a plain name"),
            frame,
        }
    }

    #[test]
    fn a_photo_is_one_picture_for_each_frame() {
        let mut pictures = Pictures::default();
        let paths = [PhotoFrame::BESIDE, PhotoFrame::LARGE, PhotoFrame::BESIDE]
            .map(|frame| pictures.add(photo(frame), None).path);
        assert_eq!(paths, ["/picture/0", "/picture/1", "/picture/0"]);
    }

    #[test]
    fn a_crossed_picture_says_so_where_it_speaks() {
        let mut crossed = own("bus");
        if let PictureSource::Pictogram { crossed, .. } = &mut crossed {
            *crossed = true;
        }
        let mut pictures = Pictures::default();
        let plain = pictures.add(own("bus"), Some("een bus".to_owned()));
        let denied = pictures.add(crossed.clone(), Some("een bus".to_owned()));
        assert_eq!(plain.alt.as_deref(), Some("een bus"));
        assert_eq!(denied.alt.as_deref(), Some("niet: een bus"));
        assert_eq!(pictures.add(crossed, None).alt, None);
        assert!(denied.crossed && denied.path != plain.path);
    }

    #[test]
    fn only_what_is_kept_is_in_the_document() {
        let mut pictures = Pictures::default();
        let [_, mut second, mut third] =
            ["bus", "huis", "bord"].map(|name| pictures.add(own(name), None));
        let mut again = third.clone();
        pictures.keep([&mut third, &mut second, &mut again].into_iter());
        assert_eq!(
            [&third.path, &second.path, &again.path],
            ["/picture/0", "/picture/1", "/picture/0"]
        );
        let names = ["bord", "huis"].map(own);
        assert_eq!(pictures.into_sources(), names);
    }
}
