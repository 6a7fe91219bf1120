//! The plan meeting: when, where, who is there and why.

use minijinja::context;

use crate::dossier::value::Time;
use crate::language::Subject;
use crate::phrase::PhraseError;
use crate::rendition::easy::Booklet;

/// Adds the meeting, if one is planned.
pub(super) fn pages(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let context = booklet.context;
    let Some(meeting) = &context.dossier.plan.meeting else {
        return Ok(());
    };
    let mut when = vec![booklet.told("over_mijn_plan", "gesprek")?];
    let day = context! { dag => meeting.date.weekday(), datum => meeting.date.long() };
    when.push(booklet.told_of("gesprek_dag", day, Some("kalender"))?);
    if let Some(time) = meeting.time {
        when.push(booklet.told_of("gesprek_tijd", context! { tijd => clock(time) }, Some("klok"))?);
    }
    let mut place = Vec::new();
    if let Some(text) = &meeting.place {
        let (key, text) = located(text.as_str(), booklet.subject());
        place.push(booklet.told_of(key, context! { plaats => text }, None)?);
    }
    let who = booklet.participants(&meeting.participants);
    let groups = vec![
        booklet.group("kop_wanneer", when)?,
        booklet.group("kop_waar", place)?,
        booklet.group("kop_wie_komt", who)?,
    ];
    let title = booklet.word("gesprek")?;
    booklet.section(&title, groups, Vec::new())
}

/// A place as the client says it, with the phrase that it goes in.
fn located(place: &str, subject: Subject<'_>) -> (&'static str, String) {
    let place = place.trim_end_matches('.');
    let name = subject.name;
    let mine = [(format!("bij {name} thuis"), "bij mij thuis"), (format!("Bij {name} thuis"), "bij mij thuis")]
        .into_iter()
        .chain([(format!("Bij {name}"), "bij mij"), (format!("op de kamer van {name}"), "op mijn kamer")])
        .fold(place.to_owned(), |text, (from, to)| text.replace(&from, to));
    let first = mine.split_whitespace().next().unwrap_or_default().to_lowercase();
    match first.as_str() {
        "aan" | "bij" | "in" | "op" | "thuis" => ("gesprek_plek", lower_first(&mine)),
        "de" | "het" | "een" => ("gesprek_plaats", lower_first(&mine)),
        _ => ("gesprek_plaats", mine),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A time as it is said: `half 3 in de middag`.
fn clock(time: Time) -> String {
    let text = time.to_string();
    let parsed = text.strip_suffix(" uur").and_then(|text| text.split_once('.'));
    let numbers = parsed.and_then(|(hour, minute)| Some((hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?)));
    let Some((hour, minute)) = numbers else {
        return text;
    };
    let part = match hour {
        0..6 => "in de nacht",
        6..12 => "in de ochtend",
        12..18 => "in de middag",
        _ => "in de avond",
    };
    let this = (hour + 11) % 12 + 1;
    let next = this % 12 + 1;
    match minute {
        0 => format!("{this} uur {part}"),
        15 => format!("kwart over {this} {part}"),
        30 => format!("half {next} {part}"),
        45 => format!("kwart voor {next} {part}"),
        5 | 10 => format!("{minute} over {this} {part}"),
        50 | 55 => format!("{} voor {next} {part}", 60 - minute),
        20 | 25 => format!("{} voor half {next} {part}", 30 - minute),
        35 | 40 => format!("{} over half {next} {part}", minute - 30),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::code::Pronoun;

    #[test]
    fn a_place_is_told_by_the_client() {
        let subject = Subject {
            name: "Zoë",
            pronoun: Pronoun::She,
        };
        for (place, key, told) in [
            ("Bij Zoë thuis, Lindelaan 12", "gesprek_plek", "bij mij thuis, Lindelaan 12"),
            ("Bij Zoë op school", "gesprek_plek", "bij mij op school"),
            ("De serre van Kruidenhof", "gesprek_plaats", "de serre van Kruidenhof"),
            ("Meerkoethof, op de kamer van Zoë", "gesprek_plaats", "Meerkoethof, op mijn kamer"),
            ("Op kantoor.", "gesprek_plek", "op kantoor"),
        ] {
            assert_eq!(located(place, subject), (key, told.to_owned()));
        }
    }
}
