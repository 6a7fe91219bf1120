//! Who is here, and why: a sheet for each.

use minijinja::context;

use super::few_words::{MOST, brief_sentence};
use super::view::Sheet;
use crate::dossier::code::Role;
use crate::dossier::plan::Participant;
use crate::dossier::value::Text;
use crate::language;
use crate::phrase::PhraseError;
use crate::pictogram::photo::PhotoFrame;
use crate::rendition::easy::Booklet;

/// A sheet for each who is at the meeting; without a meeting, for who supports the client.
pub(super) fn sheets(booklet: &mut Booklet<'_>) -> Result<Vec<Sheet>, PhraseError> {
    let plan = &booklet.context.dossier.plan;
    let people = plan.meeting.as_ref().map(|meeting| &meeting.participants);
    let mut sheets = Vec::new();
    for person in people.into_iter().flatten() {
        sheets.push(participant(booklet, person));
    }
    if !sheets.is_empty() {
        return Ok(sheets);
    }
    let Some(support) = &plan.support else {
        let words = booklet.word("platen.wie")?;
        let picture = booklet.pictogram("vergadering", &words, PhotoFrame::SHEET);
        return Ok(vec![Sheet::Open { words, picture }]);
    };
    let name = support.first_name.as_str();
    let words = booklet.say("platen.helpt", context! { naam => name })?;
    let role = with_role(&words, support.function.as_str());
    Ok(vec![Sheet::Person {
        words,
        role,
        portrait: booklet.photo_of(name),
        why: booklet.pictogram("begeleider-helpt", "", PhotoFrame::SHEET),
    }])
}

/// Somebody at the meeting: the sentence that says why, or else the name; and the role where there
/// are words left for it.
fn participant(booklet: &mut Booklet<'_>, person: &Participant) -> Sheet {
    let reason = person.reason.text.as_str();
    let wanted = person.reason.picture.as_ref().map(Text::as_str);
    let (name, portrait) = booklet.attendee(person);
    let brief = brief_sentence(reason);
    let why = booklet.sheet_picture(reason, wanted);
    // The photo of somebody doesn't say why they are here.
    let why = why.filter(|picture| !picture.photo || portrait.is_none());
    let why = match why {
        None if portrait.is_none() => {
            let pictogram = anybody(booklet, person);
            booklet.pictogram(pictogram, reason, PhotoFrame::SHEET)
        }
        why => why,
    };
    let words = brief.clone().unwrap_or_else(|| name.to_owned());
    // What the words don't say, the picture says aloud.
    let why = why.map(|mut picture| {
        if brief.is_none() {
            picture.alt = Some(reason.to_owned());
        }
        picture
    });
    Sheet::Person {
        role: with_role(&words, person.role.as_str()),
        words,
        portrait,
        why,
    }
}

/// The role, where the sheet has room for it.
fn with_role(words: &str, role: &str) -> Option<String> {
    let count = language::count_words(words) + language::count_words(role);
    (count <= MOST).then(|| role.to_owned())
}

/// The pictogram of who has no photo and whose reason names nothing to show.
fn anybody(booklet: &Booklet<'_>, person: &Participant) -> &'static str {
    let network = &booklet.context.dossier.plan.network;
    let known = network
        .iter()
        .find(|relative| Some(relative.number) == person.number);
    match known.map(|relative| relative.role) {
        Some(Role::Family | Role::InformalCarer) => "familie",
        Some(Role::Friend) => "vriend",
        Some(Role::Neighbour) => "buurt",
        Some(Role::Volunteer) => "vrijwilliger",
        None => "gesprek",
    }
}
