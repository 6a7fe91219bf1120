//! Verbs of the present tense: from the third person (`zij oefent`) to the first (`ik oefen`).

use super::verb_stems::STEMS;

/// Forms that follow no rule.
const IRREGULAR: &[(&str, &str)] = &[
    ("begaat", "bega"),
    ("bestaat", "besta"),
    ("doet", "doe"),
    ("doucht", "douche"),
    ("gaat", "ga"),
    ("heeft", "heb"),
    ("is", "ben"),
    ("kan", "kan"),
    ("mag", "mag"),
    ("ontstaat", "ontsta"),
    ("overziet", "overzie"),
    ("slaat", "sla"),
    ("staat", "sta"),
    ("verslaat", "versla"),
    ("verstaat", "versta"),
    ("voldoet", "voldoe"),
    ("voorziet", "voorzie"),
    ("wil", "wil"),
    ("zal", "zal"),
    ("ziet", "zie"),
];

/// Words on -t that are no verb.
const NO_VERB: &[&str] = &[
    "agent",
    "apart",
    "bericht",
    "beurt",
    "bewust",
    "boot",
    "buurt",
    "cliënt",
    "concert",
    "contact",
    "dat",
    "dienst",
    "dit",
    "docent",
    "document",
    "echt",
    "eerst",
    "expert",
    "fruit",
    "gebit",
    "gedicht",
    "gezicht",
    "groot",
    "hart",
    "helft",
    "het",
    "juist",
    "kant",
    "kast",
    "kist",
    "klant",
    "kort",
    "kracht",
    "krant",
    "kunst",
    "laatst",
    "licht",
    "liefst",
    "lift",
    "lijst",
    "lucht",
    "maart",
    "maat",
    "markt",
    "meest",
    "met",
    "moment",
    "naast",
    "nacht",
    "net",
    "niet",
    "nooit",
    "ooit",
    "opdracht",
    "overzicht",
    "patiënt",
    "plaat",
    "product",
    "project",
    "punt",
    "recept",
    "recht",
    "resultaat",
    "schrift",
    "slecht",
    "soort",
    "supermarkt",
    "taart",
    "talent",
    "tocht",
    "toilet",
    "tot",
    "uit",
    "vast",
    "vest",
    "vocht",
    "voet",
    "want",
    "wat",
    "winst",
    "wit",
    "worst",
    "zacht",
    "zoet",
    "zout",
    "zwart",
];

/// Verbs on -t that may as well be something else: `rust`, `de kaart`.
const DOUBTFUL: &[&str] = &[
    "beslist", "groet", "haat", "hecht", "heet", "hoest", "kaart", "kust", "lust", "mist",
    "ontbijt", "rust", "schat", "sport", "start", "test", "toast", "troost", "vaart", "verzet",
    "vlucht", "zweet",
];

/// Long vowels: with one of [`SINGLE`] and -t after it, a word can only be a verb.
const LONG: &[&str] = &[
    "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "ou", "au",
];

/// Consonants before the -t of a verb. Not r: `buurt`, `poort`, `taart`.
const SINGLE: &[char] = &['k', 'p', 'g', 'f', 'm', 'b', 'w', 'l', 'n'];

/// What a word is as a verb of the third person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A verb, with its form for `ik`.
    Verb(String),
    /// Certainly no finite verb of the third person.
    NoVerb,
    /// It may be one.
    Unsure,
}

/// Reads a word in a place where a verb may stand, or something else.
pub(super) fn read(word: &str) -> Reading {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    if capital || NO_VERB.contains(&word) {
        return Reading::NoVerb;
    }
    match known(word) {
        Some(_) if DOUBTFUL.contains(&word) => Reading::Unsure,
        Some(form) => Reading::Verb(form),
        None if word.ends_with('t') => Reading::Unsure,
        None => Reading::NoVerb,
    }
}

/// Reads a word where authors put the verb: the first of a clause. An unknown one is taken for a
/// verb only where its ending leaves no doubt.
pub(super) fn read_first(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    if NO_VERB.contains(&word.as_str()) {
        return None;
    }
    known(&word).or_else(|| {
        let stem = word.strip_suffix('t')?;
        let participle = stem.starts_with("ge");
        (!participle && (stem.ends_with("eer") || is_long(stem))).then(|| stem.to_owned())
    })
}

/// Whether a verb may as well be something else.
pub(super) fn is_doubtful(word: &str) -> bool {
    DOUBTFUL.contains(&word.to_lowercase().as_str())
}

/// Whether a stem ends in a long vowel and one consonant.
fn is_long(stem: &str) -> bool {
    let vowels = stem.strip_suffix(SINGLE).unwrap_or_default();
    LONG.iter().any(|long| vowels.ends_with(long))
}

/// The form for `ik` of a verb that is known.
fn known(word: &str) -> Option<String> {
    if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |(third, _)| third) {
        return Some(IRREGULAR[at].1.to_owned());
    }
    let stem = word.strip_suffix('t')?;
    let is_stem = |stem: &str| STEMS.binary_search(&stem).is_ok();
    if is_stem(stem) {
        Some(stem.to_owned())
    } else {
        is_stem(word).then(|| word.to_owned())
    }
}

#[cfg(test)]
mod tests;
