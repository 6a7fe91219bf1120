//! What the sheets are made of: a picture and a few words each.

use serde::Serialize;

use crate::rendition::easy_view::Look;
use crate::rendition::view::{Frame, Picture};

/// The conversation sheets.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SheetsView {
    pub(super) frame: Frame,
    pub(super) look: Look,
    pub(super) front: Front,
    pub(super) sheets: Vec<Sheet>,
    /// Heading of the credits.
    pub(super) credits_title: String,
    /// Who made the pictures.
    pub(super) credits: Vec<String>,
}

/// The first sheet: whose talk it is, and when.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Front {
    /// The client's first name.
    pub(super) name: String,
    /// Portrait, with alt text.
    pub(super) portrait: Option<Picture>,
    /// What it is, where no day is known.
    pub(super) about: Option<String>,
    /// A picture of what it is, where there is no portrait.
    pub(super) sign: Option<Picture>,
    /// The day, as a leaf of a calendar.
    pub(super) day: Option<Day>,
}

/// A day and a time, drawn.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Day {
    /// `dinsdag`; absent where the name already takes the words that a sheet may have.
    pub(super) weekday: Option<String>,
    /// Of the month.
    pub(super) number: i8,
    /// `december`
    pub(super) month: String,
    pub(super) time: Option<Clock>,
}

/// A time on a clock with hands.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Clock {
    /// 0 to 23.
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// `14.00 uur`
    pub(super) text: String,
}

/// One sheet.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Sheet {
    /// Somebody who is here: their photo, and a picture of why.
    Person {
        words: String,
        /// `zus`
        role: Option<String>,
        portrait: Option<Picture>,
        why: Option<Picture>,
    },
    /// A goal, with a small sign that says that it is one.
    Goal {
        words: String,
        picture: Option<Picture>,
        sign: Option<Picture>,
    },
    /// A wish, in a thought; an empty thought to draw or paste in.
    Wish {
        words: String,
        picture: Option<Picture>,
    },
    /// A question with a picture, and room to draw or paste.
    Open {
        words: String,
        picture: Option<Picture>,
    },
    /// Answers to point at.
    Choices { choices: Vec<Choice> },
}

/// An answer to point at.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Choice {
    pub(super) words: String,
    pub(super) picture: Option<Picture>,
}

impl Front {
    /// Its picture.
    pub(super) fn pictures_mut(&mut self) -> impl Iterator<Item = &mut Picture> {
        self.portrait.iter_mut().chain(&mut self.sign)
    }
}

impl Sheet {
    /// Every picture of the sheet.
    pub(super) fn pictures_mut(&mut self) -> Vec<&mut Picture> {
        match self {
            Self::Person { portrait, why, .. } => portrait.iter_mut().chain(why).collect(),
            Self::Goal { picture, sign, .. } => picture.iter_mut().chain(sign).collect(),
            Self::Wish { picture, .. } | Self::Open { picture, .. } => picture.iter_mut().collect(),
            Self::Choices { choices } => choices
                .iter_mut()
                .filter_map(|choice| choice.picture.as_mut())
                .collect(),
        }
    }
}
