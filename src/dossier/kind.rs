//! Which keys a plan has, and what kind of value each holds, for who fills a plan from elsewhere.
//!
//! The types of a plan know both and are asked: a text is put at the key, and what they object to
//! tells. So no second list of keys can fall behind.

use std::path::PathBuf;

use super::decode::decode;
use super::key;
use super::plan::Plan;
use super::source::Source;

/// The kind of value that a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyKind {
    /// Text, a code, or a word of a closed list.
    Text,
    /// A day.
    Date,
    /// A time of the day.
    Time,
    /// A whole number.
    Whole,
    /// A number, with decimals or without.
    Number,
    /// Yes or no.
    YesNo,
    /// A list of texts.
    Texts,
    /// A table, which has keys of its own, or a list of those.
    Tables,
}

/// A key that a plan doesn't have, and what to write instead, in Dutch.
#[derive(Debug)]
pub(crate) struct NoKey(pub(crate) String);

/// Whether a key of the root holds a list of tables, such as `netwerk`.
pub(crate) fn is_list(root: &str) -> bool {
    key::is_list(root)
}

/// The kind of value at a path of keys, the first of which may hold a list of tables.
///
/// # Errors
/// When a plan has no such key.
pub(crate) fn of(path: &[&str]) -> Result<KeyKind, NoKey> {
    let text = "\"x\"";
    match objection(path, text)? {
        None => Ok(KeyKind::Text),
        Some((code, message)) => Ok(match code {
            "datum" => KeyKind::Date,
            "tijd" => KeyKind::Time,
            "soort-waarde" if message.ends_with("een heel getal") => KeyKind::Whole,
            "soort-waarde" if message.ends_with("true of false") => KeyKind::YesNo,
            "soort-waarde" if message.ends_with("een tabel") => KeyKind::Tables,
            "soort-waarde" if message.ends_with("een lijst") => {
                let is_of_texts = objection(path, &format!("[{text}]"))?
                    .is_none_or(|(code, _)| code != "soort-waarde");
                if is_of_texts {
                    KeyKind::Texts
                } else {
                    KeyKind::Tables
                }
            }
            // Words of closed lists, numbers with a check digit and the like are written as text.
            "soort-waarde" | "getal" => KeyKind::Number,
            _ => KeyKind::Text,
        }),
    }
}

/// What a plan objects to a value at a path: the code, and the message.
fn objection(path: &[&str], value: &str) -> Result<Option<(&'static str, String)>, NoKey> {
    let (text, start) = probe(path, value);
    let (source, _) = Source::parse(PathBuf::new(), text);
    let findings = decode::<Plan>(&source).err().unwrap_or_default();
    let mut at_value = None;
    for finding in findings {
        if finding.code == "onbekende-sleutel" {
            return Err(NoKey(finding.hint.unwrap_or_default()));
        }
        let is_at_value = finding.place.is_some_and(|place| place.start >= start);
        if !is_at_value && finding.code == "soort-waarde" {
            let hint = "dit is geen tabel, en heeft zelf geen sleutels";
            return Err(NoKey(hint.to_owned()));
        }
        if is_at_value && at_value.is_none() {
            at_value = Some((finding.code, finding.message));
        }
    }
    Ok(at_value)
}

/// A file with one value, and where that begins.
fn probe(path: &[&str], value: &str) -> (String, usize) {
    let quoted = |key: &&str| format!("{:?}", key.to_string());
    let mut text = String::new();
    let mut keys = path;
    if let [root, rest @ ..] = path
        && key::is_list(root)
        && !rest.is_empty()
    {
        text = format!("[[{}]]\n", quoted(root));
        keys = rest;
    }
    let keys: Vec<_> = keys.iter().map(quoted).collect();
    text.push_str(&keys.join("."));
    text.push_str(" = ");
    let start = text.len();
    text.push_str(value);
    (text, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_value_is_told() {
        for (path, kind) in [
            ("client.achternaam", KeyKind::Text),
            ("client.bsn", KeyKind::Text),
            ("client.voornaamwoord", KeyKind::Text),
            ("client.adres.straat", KeyKind::Text),
            ("client.foto", KeyKind::Text),
            ("client.geboortedatum", KeyKind::Date),
            ("client.wilsbekwaam", KeyKind::YesNo),
            ("plan.versie", KeyKind::Whole),
            ("plan.einde", KeyKind::Date),
            ("afspraken.evaluatie", KeyKind::Text),
            ("gesprek.tijd", KeyKind::Time),
            ("producten.volume", KeyKind::Number),
            ("producten.eenheid", KeyKind::Text),
            ("doelen.eigen_kosten.bedrag", KeyKind::Number),
            ("vertegenwoordigers.sinds", KeyKind::Date),
            ("beeldvorming.wensen", KeyKind::Texts),
            ("begeleiding.onderaannemers", KeyKind::Texts),
            ("vertegenwoordigers.machtiging_themas", KeyKind::Texts),
            ("netwerk.toestemming", KeyKind::Tables),
            ("netwerk", KeyKind::Tables),
            ("client", KeyKind::Tables),
            ("client.adres", KeyKind::Tables),
            ("extra.techniek", KeyKind::Text),
        ] {
            let keys: Vec<_> = path.split('.').collect();
            assert_eq!(of(&keys).expect("a key"), kind, "{path}");
        }
    }

    #[test]
    fn a_key_that_is_not_there_comes_with_the_one_that_was_meant() {
        let no_key = of(&["client", "achternam"]).expect_err("no key");
        assert!(no_key.0.contains("achternaam"), "{}", no_key.0);
        assert!(of(&["netwerk", "bsn"]).is_err());
        assert!(of(&["nergens"]).is_err());
        assert!(of(&["client", "achternaam", "x"]).is_err());
    }
}
