//! What an easy-read copy is made of: pages of sentences, each with its picture.

use serde::Serialize;

use super::view::{Frame, Picture};

/// The easy-read plan, or the easy-read evaluation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EasyView {
    pub(crate) frame: Frame,
    pub(crate) look: Look,
    pub(crate) cover: EasyCover,
    pub(crate) pages: Vec<Page>,
}

/// The settings of the person.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Look {
    /// Points, 14 to 28.
    pub(crate) type_size: u32,
    /// `links`, `boven` or `geen`.
    pub(crate) picture_place: &'static str,
    /// `zin` or `woord`.
    pub(crate) picture_per: &'static str,
    /// Sentences side by side, where their pictures stand above them.
    pub(crate) columns: u32,
    /// `gewoon`, `donker_op_licht` or `licht_op_donker`.
    pub(crate) contrast: &'static str,
}

/// The first page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EasyCover {
    /// `Mijn plan`
    pub(crate) title: String,
    /// The client's name.
    pub(crate) name: String,
    /// `Dit plan is nog niet klaar.`
    pub(crate) concept_line: Option<String>,
    /// Portrait, with alt text; a pictogram of a person otherwise.
    pub(crate) portrait: Option<Picture>,
    /// Dates in whole sentences.
    pub(crate) lines: Vec<String>,
}

/// One page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Page {
    /// In the bar at the top.
    pub(crate) title: String,
    /// Small line under the bar when a page goes on from the one before.
    pub(crate) continued: Option<String>,
    pub(crate) content: Vec<Content>,
}

/// A piece of a page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Content {
    /// A small heading with sentences under it: `Dit wil ik`.
    Group {
        heading: Option<String>,
        lines: Vec<Line>,
    },
    /// All goals at a glance: a picture with a few words each, numbered.
    Tiles { tiles: Vec<Tile> },
    /// Faces to circle: `Hoe gaat het?`
    Faces { question: String, faces: Vec<Face> },
    /// Boxes to tick: ja, nee, weet ik niet.
    Choices { choices: Vec<Face> },
    /// Room to write, with a label: name, signature, date.
    Room { rooms: Vec<Room> },
    /// A large box to draw, write or paste in, as high as the page has room for.
    Canvas { label: String },
    /// Small print: the credits of the pictograms.
    Credits { lines: Vec<String> },
}

/// One sentence with its picture; the picture says the same, so it is not read aloud.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// The picture of the whole sentence.
    pub(crate) picture: Option<Picture>,
    /// The sentence in parts, where key words have pictures of their own; empty otherwise.
    pub(crate) parts: Vec<LinePart>,
}

/// A part of a sentence: a key word with its picture above, or the words between.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinePart {
    pub(crate) text: String,
    pub(crate) picture: Option<Picture>,
}

impl Line {
    /// A sentence with one picture, or with none.
    pub(crate) fn new(text: impl Into<String>, picture: Option<Picture>) -> Self {
        Self {
            text: text.into(),
            picture,
            parts: Vec::new(),
        }
    }

    /// Every picture of the sentence.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let parts = self.parts.iter().filter_map(|part| part.picture.as_ref());
        self.picture.iter().chain(parts)
    }
}

/// A goal at a glance.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Tile {
    pub(crate) number: usize,
    pub(crate) text: String,
    pub(crate) picture: Option<Picture>,
}

/// A face or sign with its word.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Face {
    pub(crate) label: String,
    pub(crate) picture: Picture,
    /// In an evaluation: this one was chosen.
    pub(crate) chosen: bool,
}

/// Room to write.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Room {
    pub(crate) label: String,
    /// Height in lines.
    pub(crate) lines: u32,
}

impl EasyView {
    /// Every picture of the copy, in the order of its pages.
    pub(crate) fn pictures_mut(&mut self) -> impl Iterator<Item = &mut Picture> {
        let front = self.cover.portrait.iter_mut();
        let pages = self.pages.iter_mut().flat_map(|page| &mut page.content);
        front
            .chain(self.frame.logo.as_mut())
            .chain(pages.flat_map(Content::pictures_mut))
    }
}

impl Content {
    /// Every picture of this piece.
    pub(crate) fn pictures_mut(&mut self) -> Vec<&mut Picture> {
        match self {
            Self::Group { lines, .. } => lines
                .iter_mut()
                .flat_map(|line| {
                    let parts = line.parts.iter_mut();
                    let parts = parts.filter_map(|part| part.picture.as_mut());
                    line.picture.as_mut().into_iter().chain(parts)
                })
                .collect(),
            Self::Tiles { tiles } => tiles
                .iter_mut()
                .filter_map(|tile| tile.picture.as_mut())
                .collect(),
            Self::Faces { faces, .. } | Self::Choices { choices: faces } => {
                faces.iter_mut().map(|face| &mut face.picture).collect()
            }
            Self::Room { .. } | Self::Canvas { .. } | Self::Credits { .. } => Vec::new(),
        }
    }
}
