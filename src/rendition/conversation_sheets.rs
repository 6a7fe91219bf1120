//! The conversation sheets: for who can't read, on the table at the plan meeting.
//!
//! A large picture a sheet and at most six words: who is here and why, what goes well, each goal,
//! each wish, and answers to point at. No number of the administration, no address, no phone.

mod few_words;
mod goals;
mod people;
mod view;

use super::easy::Booklet;
use super::{Context, Document, Made, Rendition};
use crate::dossier::plan::Meeting;
use crate::language;
use crate::phrase::PhraseError;
use crate::pictogram::photo::PhotoFrame;

use few_words::MOST;
use view::{Choice, Clock, Day, Front, Sheet, SheetsView};

/// The Typst template.
const TEMPLATE: &str = "conversation-sheets/main.typ";

/// Words to point at, each with its pictogram of our own.
type Answers = &'static [(&'static str, &'static str)];

const THUMBS: Answers = &[
    ("platen.duim_goed", "duim-omhoog"),
    ("platen.duim_gaat_wel", "duim-opzij"),
    ("platen.duim_slecht", "duim-omlaag"),
];
const CONTENT: Answers = &[
    ("platen.tevreden", "blij"),
    ("platen.beetje", "neutraal"),
    ("platen.niet", "verdrietig"),
];
const ANSWERS: Answers = &[
    ("platen.ja", "ja"),
    ("platen.nee", "nee"),
    ("platen.weet_niet", "weet-niet"),
];
const BREAKS: Answers = &[
    ("platen.stop", "stoppen"),
    ("platen.pauze", "pauze"),
    ("platen.hulp", "hulp-vragen"),
];
const FEELINGS: Answers = &[
    ("platen.blij", "blij"),
    ("platen.boos", "boos"),
    ("platen.verdrietig", "verdrietig"),
    ("platen.bang", "bang"),
    ("platen.moe", "moe"),
];

/// The file that it makes.
const FILE_NAME: &str = "gespreksplaten.pdf";

/// The sheets for the meeting table.
#[derive(Debug)]
pub(crate) struct ConversationSheets;

impl Rendition for ConversationSheets {
    fn name(&self) -> &'static str {
        "sheets"
    }

    fn on_request(&self) -> Option<&'static str> {
        Some(FILE_NAME)
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let mut booklet = Booklet::to_point_at(context);
        let mut front = front(&mut booklet)?;
        let mut sheets = people::sheets(&mut booklet)?;
        sheets.extend(opposites(&mut booklet)?);
        sheets.extend(goals::sheets(&mut booklet)?);
        for answers in [THUMBS, CONTENT, ANSWERS, BREAKS, FEELINGS] {
            sheets.push(choices(&mut booklet, answers)?);
        }
        let title = booklet.word("platen.titel")?;
        let frame = booklet.frame(&title, None, context.dossier.plan.about.drawn_up)?;
        let shown = front
            .pictures_mut()
            .chain(sheets.iter_mut().flat_map(Sheet::pictures_mut));
        let (credits_title, credits) = booklet.credited(shown)?;
        let (look, pictures) = booklet.into_parts();
        let view = SheetsView {
            frame,
            look,
            front,
            sheets,
            credits_title,
            credits,
        };
        Ok(vec![Made::Document(Document::new(
            FILE_NAME, TEMPLATE, &view, pictures,
        ))])
    }
}

/// The first sheet: the client, and the day and time of the talk.
fn front(booklet: &mut Booklet<'_>) -> Result<Front, PhraseError> {
    let plan = &booklet.context.dossier.plan;
    let name = plan.client.first_name.to_string();
    let portrait = booklet.own_portrait()?;
    let sign = match portrait {
        Some(_) => None,
        None => booklet.pictogram("vergadering", "", PhotoFrame::SHEET),
    };
    let meeting = plan.meeting.as_ref();
    let day = meeting.map(|meeting| day(meeting, language::count_words(&name)));
    let about = match day {
        Some(_) => None,
        None => Some(booklet.word("platen.titel")?),
    };
    Ok(Front {
        name,
        portrait,
        about,
        sign,
        day,
    })
}

/// The day of the talk, in the words that the name leaves over.
fn day(meeting: &Meeting, taken: usize) -> Day {
    let day = meeting.date.civil().day();
    let day_month = meeting.date.day_month();
    let month = day_month.split(' ').next_back().unwrap_or_default();
    let time = meeting.time.map(|time| {
        let (hour, minute) = time.hour_minute();
        let text = time.to_string();
        Clock { hour, minute, text }
    });
    // `22 december` and `14.00 uur`.
    let taken = taken + 2 + time.as_ref().map_or(0, |_| 2);
    Day {
        weekday: (taken < MOST).then(|| meeting.date.weekday().to_owned()),
        number: day,
        month: month.to_owned(),
        time,
    }
}

/// What goes well and what doesn't, with room to draw or paste: by thumbs of one set.
fn opposites(booklet: &mut Booklet<'_>) -> Result<Vec<Sheet>, PhraseError> {
    let keys = ["platen.gaat_goed", "platen.gaat_moeilijk"];
    let pictures = booklet.row(&["duim-omhoog", "duim-omlaag"]).into_iter();
    pictures
        .zip(keys)
        .map(|(picture, key)| {
            let words = booklet.word(key)?;
            Ok(Sheet::Open { words, picture })
        })
        .collect()
}

/// Answers to point at.
fn choices(booklet: &mut Booklet<'_>, answers: Answers) -> Result<Sheet, PhraseError> {
    let signs: Vec<_> = answers.iter().map(|(_, pictogram)| *pictogram).collect();
    let mut choices = Vec::new();
    for (picture, (key, _)) in booklet.row(&signs).into_iter().zip(answers) {
        let words = booklet.word(key)?;
        choices.push(Choice { words, picture });
    }
    Ok(Sheet::Choices { choices })
}
