//! The plan meeting: when, where, who is there and why.

use minijinja::context;

use crate::language::Subject;
use crate::phrase::PhraseError;
use crate::rendition::easy::{Booklet, Group, inside, lower_first};

/// Where the client lives, as the client says it; the address is known.
const AT_HOME: &str = "bij mij thuis";

/// Adds the meeting, if one is planned.
pub(in crate::rendition) fn pages(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let context = booklet.context;
    let Some(meeting) = &context.dossier.plan.meeting else {
        return Ok(());
    };
    let about = Group {
        heading: None,
        lines: vec![booklet.told("over_mijn_plan", "gesprek")?],
    };
    let mut when = Vec::new();
    let day = context! { dag => meeting.date.weekday(), datum => meeting.date.long() };
    when.push(booklet.told_of("gesprek_dag", day, Some("kalender"))?);
    if let Some(time) = meeting.time {
        let (hour, minute) = time.hour_minute();
        when.push(booklet.told_of(
            "gesprek_tijd",
            context! { tijd => spoken(hour, minute) },
            Some("klok"),
        )?);
    }
    let mut place = Vec::new();
    if let Some(text) = &meeting.place {
        let (text, address) = apart(text.as_str());
        let (key, text) = located(&text, booklet.subject());
        let sentence = booklet.say(key, context! { plaats => &text })?;
        place.push(booklet.line_showing(sentence, &text));
        if let Some(address) = address.filter(|_| text != AT_HOME) {
            let sentence = booklet.say("gesprek_adres", context! { plaats => address })?;
            place.push(booklet.line_showing(sentence, ""));
        }
    }
    let who = booklet.participants(&meeting.participants);
    let groups = vec![
        about,
        booklet.group("kop_wanneer", when)?,
        booklet.group("kop_waar", place)?,
        booklet.group("kop_wie_komt", who)?,
    ];
    let title = booklet.word("gesprek")?;
    booklet.section(&title, groups, Vec::new())
}

/// A place and its address: what starts with a capital after a comma and has a number. Without a
/// number it is a town.
fn apart(place: &str) -> (String, Option<&str>) {
    match place.trim_end_matches('.').split_once(", ") {
        Some((place, rest)) if rest.starts_with(char::is_uppercase) => {
            if rest.contains(|letter: char| letter.is_ascii_digit()) {
                (place.to_owned(), Some(rest))
            } else {
                (format!("{place} in {rest}"), None)
            }
        }
        _ => (place.to_owned(), None),
    }
}

/// A place as the client says it, with the phrase that it goes in.
fn located(place: &str, subject: Subject<'_>) -> (&'static str, String) {
    let place = place.trim_end_matches('.');
    let name = subject.name;
    let mine = [
        (format!("bij {name} thuis"), AT_HOME),
        (format!("Bij {name} thuis"), AT_HOME),
        (format!("Bij {name}"), "bij mij"),
        (format!("op de kamer van {name}"), "op mijn kamer"),
    ]
    .into_iter()
    .fold(place.to_owned(), |text, (from, to)| text.replace(&from, to));
    let first = mine
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    match first.as_str() {
        "aan" | "bij" | "in" | "op" | "thuis" => ("gesprek_plek", lower_first(&mine)),
        _ => ("gesprek_plaats", inside(&mine)),
    }
}

/// A time on the clock of twelve hours: `half 3 in de middag`.
fn spoken(hour: u32, minute: u32) -> String {
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
        _ => format!("{hour}.{minute:02} uur"),
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
            (
                "Bij Zoë thuis, aan tafel",
                "gesprek_plek",
                "bij mij thuis, aan tafel",
            ),
            ("Bij Zoë op school", "gesprek_plek", "bij mij op school"),
            (
                "De serre van Kruidenhof",
                "gesprek_plaats",
                "de serre van Kruidenhof",
            ),
            (
                "Meerkoethof, op de kamer van Zoë",
                "gesprek_plaats",
                "Meerkoethof, op mijn kamer",
            ),
            ("Op kantoor.", "gesprek_plek", "op kantoor"),
        ] {
            assert_eq!(located(place, subject), (key, told.to_owned()));
        }
        assert_eq!(
            apart("Bij Zoë thuis, Lindelaan 12"),
            ("Bij Zoë thuis".to_owned(), Some("Lindelaan 12"))
        );
        assert_eq!(
            apart("Het kantoor van De Drie Linden, Tilburg."),
            ("Het kantoor van De Drie Linden in Tilburg".to_owned(), None)
        );
        assert_eq!(apart("Bij Zoë op school, lokaal 12").1, None);
    }

    #[test]
    fn a_time_is_told_with_its_part_of_the_day() {
        for ((hour, minute), told) in [
            ((14, 0), "2 uur in de middag"),
            ((14, 30), "half 3 in de middag"),
            ((12, 30), "half 1 in de middag"),
            ((10, 45), "kwart voor 11 in de ochtend"),
            ((19, 15), "kwart over 7 in de avond"),
            ((9, 5), "5 over 9 in de ochtend"),
            ((9, 20), "10 voor half 10 in de ochtend"),
            ((9, 40), "10 over half 10 in de ochtend"),
            ((0, 0), "12 uur in de nacht"),
            ((9, 7), "9.07 uur"),
        ] {
            assert_eq!(spoken(hour, minute), told);
        }
    }
}
