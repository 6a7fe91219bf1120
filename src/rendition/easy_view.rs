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
    pub(crate) picture: Option<Picture>,
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
