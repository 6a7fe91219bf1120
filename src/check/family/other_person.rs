//! No text in a family copy names another relative to a reader who may not see the network, and none
//! gives anybody's contact data.

use std::ops::Range;

use super::super::doc::Doc;
use super::super::meaning::naming::{find, first_word};
use super::super::rule::{FAMILY, Remark, Report, Rule, Subject};
use super::shown::{Shown, texts};
use super::{copies, numbers};
use crate::dossier::code::Theme;
use crate::dossier::plan::Plan;
use crate::dossier::value::Text;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "familie-tekst-naaste",
        severity: Severity::Warning,
        what: "Een tekst die een naaste te lezen krijgt, noemt geen andere naaste zolang het thema sociaal netwerk dicht is, en nooit iemands telefoonnummer of e-mailadres.",
        why: "Wie er om de cliënt heen staan, weet een naaste alleen met toestemming; gegevens van een ander horen in geen enkel familie-exemplaar.",
        source: "AVG en de toestemming van de cliënt, per persoon en per thema",
        wrong: "voor_familie = \"Zoë reist op zaterdag met Noor.\"",
        right: "voor_familie = \"Zoë reist op zaterdag met iemand mee.\"",
    },
    stops: FAMILY,
    check,
};

/// The fewest digits of a phone number that say whose it is.
const PHONE: usize = 8;
/// The last digits of a phone number, without a 0 or the code of the country before them.
const OWN_DIGITS: usize = 9;
/// What may stand before them, the longest first.
const CODES: &[&str] = &["+31 (0)", "+31(0)", "+31 0", "+31", "0031", "(0)", "0"];

/// Somebody around the client, by all that a text may give away.
struct Other<'a> {
    number: u32,
    names: Vec<&'a str>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
}

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let others = others(subject.plan());
    for shown in texts(subject).iter().filter(|shown| !shown.place.is_own) {
        if let Some(remark) = remark(shown, &others) {
            report.add(remark);
        }
    }
}

/// A remark on the first person that a text gives away, with all of them in the quote.
fn remark(shown: &Shown<'_>, others: &[Other<'_>]) -> Option<Remark> {
    let mut first = None;
    let mut told = Vec::new();
    let mut all = Vec::new();
    for other in others {
        let Some((place, is_contact)) = given_away(shown.text, other) else {
            continue;
        };
        let word = &shown.text[place.clone()];
        let readers = shown.readers.iter().filter(|(number, open)| {
            **number != other.number
                && (is_contact || !open.contains(&Theme::Network))
                && !has_name(others, **number, word)
        });
        let readers: Vec<u32> = readers.map(|(number, _)| *number).collect();
        if readers.is_empty() {
            continue;
        }
        told.push(format!("‘{word}’: {}", numbers(&readers)));
        all.extend(readers);
        first.get_or_insert(place);
    }
    all.sort_unstable();
    all.dedup();
    told.dedup();
    let message = format!(
        "deze tekst noemt een andere naaste, of diens gegevens, in {}",
        copies(all.len())
    );
    Some(
        Remark::on(shown.place.file, shown.place.path.clone(), message)
            .within(shown.text, first?)
            .hint("schrijf bijvoorbeeld ‘iemand uit de familie’; bij een doel kan dat met voor_familie")
            .quote(told.join("; ")),
    )
}

/// Where a text gives somebody away, and whether by contact data.
fn given_away(text: &str, other: &Other<'_>) -> Option<(Range<usize>, bool)> {
    let contact = email(text, other).or_else(|| phone(text, other));
    let name = || other.names.iter().find_map(|name| find(text, name));
    contact
        .map(|place| (place, true))
        .or_else(|| name().map(|place| (place, false)))
}

/// An e-mail address, in capitals or not, that isn't the end or begin of another.
fn email(text: &str, other: &Other<'_>) -> Option<Range<usize>> {
    // Only ASCII changes, so that every byte keeps its place.
    let (row, email) = (text.to_ascii_lowercase(), other.email?.to_ascii_lowercase());
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let continues = |rest: &str| {
        rest.trim_start_matches('.')
            .starts_with(char::is_alphanumeric)
    };
    let mut places = row
        .match_indices(&email)
        .map(|(at, _)| at..at + email.len());
    places.find(|place| !row[..place.start].ends_with(is_part) && !continues(&row[place.end..]))
}

/// The digits of a phone number, however they are set apart, with or without the code of the
/// country: `+31 6…` is `06…`.
fn phone(text: &str, other: &Other<'_>) -> Option<Range<usize>> {
    let wanted: String = other.phone?.chars().filter(char::is_ascii_digit).collect();
    if wanted.len() < PHONE {
        return None;
    }
    let wanted = &wanted[wanted.len().saturating_sub(OWN_DIGITS)..];
    let digits: Vec<_> = text
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .collect();
    let row: String = digits.iter().map(|(_, c)| *c).collect();
    let is_set_apart = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')');
    let starts = (0..row.len()).filter(|at| row[*at..].starts_with(wanted));
    let mut places = starts.map(|at| digits[at].0..digits[at + wanted.len() - 1].0 + 1);
    let place = places.find(|place| text[place.clone()].chars().all(is_set_apart))?;
    let before = text[..place.start].trim_end_matches([' ', '-']);
    let code = CODES.iter().find_map(|code| before.strip_suffix(code));
    Some(code.map_or(place.start, str::len)..place.end)
}

/// Whether the reader goes by this name, so that it may be about them.
fn has_name(others: &[Other<'_>], reader: u32, name: &str) -> bool {
    let mut same = others.iter().filter(|other| other.number == reader);
    same.any(|other| other.names.contains(&name))
}

/// Everybody around the client whom the texts may give away: not who has the name of the client or
/// of the supporter.
fn others(plan: &Plan) -> Vec<Other<'_>> {
    let supporter = plan.support.as_ref();
    let common = [
        Some(plan.client.first_name.as_str()),
        supporter.map(|person| person.first_name.as_str()),
    ];
    let network = plan.network.iter().map(|person| Other {
        number: person.number,
        names: vec![person.name.as_str(), person.first_name.as_str()],
        phone: person.phone.as_ref().map(Text::as_str),
        email: person.email.as_ref().map(Text::as_str),
    });
    let representatives = plan.representatives.iter().map(|person| {
        let first = person.first_name.as_ref().map(Text::as_str);
        let name = person.name.as_str();
        Other {
            number: person.number,
            names: vec![name, first.unwrap_or(first_word(name))],
            phone: person.phone.as_ref().map(Text::as_str),
            email: person.email.as_ref().map(Text::as_str),
        }
    });
    let mut others: Vec<_> = network.chain(representatives).collect();
    for other in &mut others {
        other
            .names
            .retain(|name| !common.contains(&Some(name)) && name.starts_with(char::is_uppercase));
    }
    others
}
