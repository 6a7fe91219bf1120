//! Two negations that make a statement together.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::is_listed;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "double-negation",
    message: "deze zin ontkent twee keer",
    doc: Doc {
        code: "dubbele-ontkenning",
        severity: Severity::Warning,
        what: "Een zin heeft nooit twee ontkenningen.",
        why: "Twee keer nee is ja, en dat moet de lezer zelf uitrekenen.",
        source: "Inclusion Europe, Informatie voor iedereen: schrijf liever bevestigend dan ontkennend",
        wrong: "Het is niet ongezond.",
        right: "Het is gezond.",
    },
    find,
};

/// Words that deny.
const DENIALS: &[&str] = &[
    "niet",
    "geen",
    "nooit",
    "niemand",
    "niets",
    "nergens",
    "niks",
    "noch",
    "geeneens",
    "nimmer",
    "geenszins",
    "nie",
    "evenmin",
];

/// Words that deny only where another word does.
const HALF: &[&str] = &[
    "zonder",
    "nauwelijks",
    "zelden",
    "amper",
    "weigeren",
    "behalve",
    "tenzij",
];

/// Words on `on-` that deny nothing.
#[rustfmt::skip]
const NO_DENIAL: &[&str] = &[
    "onder", "ons", "onze", "ongeveer", "onderweg", "onderwerp", "onderzoek", "onderwijs", "onderling", "ontbijt",
    "ontslag", "onmiddellijk", "onlangs", "ondanks", "ongeluk", "ongesteld", "onweer", "onkosten", "onkruid", "onderdeel",
    "ontspanning", "ontspannen", "ongelofelijk", "ongelooflijk", "onwijs", "online",
];

/// Where a sentence denies, and whether it does so twice.
pub(super) struct Denials {
    /// Places of the words that deny by themselves.
    pub(super) words: Vec<usize>,
    /// Whether two of them, or one and half a one, work on each other.
    pub(super) is_double: bool,
    /// Where the second one stands.
    second: usize,
}

/// Finds the negations of a sentence.
pub(super) fn places(reading: &Reading<'_>) -> Denials {
    let tokens = &reading.tokens;
    let mut words = Vec::new();
    let mut others = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.is_one_of(DENIALS) {
            words.push(at);
        } else if token.is_one_of(HALF) || is_on_word(reading, at) {
            others.push(at);
        }
    }
    let pair = words.iter().enumerate().find_map(|(index, first)| {
        let next = words.get(index + 1).copied();
        next.filter(|second| !is_listing(reading, *first, *second))
    });
    let half = others
        .iter()
        .copied()
        .find(|other| words.iter().any(|word| denies(reading, *word, *other)));
    let second = pair.or(half);
    Denials {
        is_double: second.is_some(),
        second: second.unwrap_or_default(),
        words,
    }
}

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let places = places(reading);
    if !places.is_double {
        return Vec::new();
    }
    let first = places.words[0].min(places.second);
    let last = places.words[0].max(places.second);
    vec![Hit::new(
        reading.tokens[first].range.start..reading.tokens[last].range.end,
        "schrijf wat wel is",
    )]
}

/// Whether two negations stand beside each other: `geen thee en geen koffie`.
fn is_listing(reading: &Reading<'_>, first: usize, second: usize) -> bool {
    let between = &reading.tokens[first + 1..second];
    between
        .iter()
        .any(|token| token.is_one_of(&["en", "maar", "want", "dus", "of"]))
        || reading.tokens[first..second]
            .iter()
            .any(|token| token.after.contains([';', '.', '!', '?']))
}

/// Whether a negation works on a word that denies half: `niet ongezond`, `niet zonder jas`.
fn denies(reading: &Reading<'_>, word: usize, other: usize) -> bool {
    let tokens = &reading.tokens;
    if tokens[other].is_one_of(HALF) {
        return word.abs_diff(other) < 7 && !is_listing(reading, word.min(other), word.max(other));
    }
    // `niet ongezond`, `niet zo onveilig`, `geen onaardige man`
    other > word
        && other - word <= 3
        && tokens[word..other].iter().all(|token| !token.ends_part())
        && !is_listing(reading, word, other)
        || word > other && word - other == 1
}

/// Whether a word is the opposite of one without `on-`.
fn is_on_word(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    if token.is_one_of(NO_DENIAL) || token.lower.starts_with("onder") {
        return false;
    }
    token.forms.iter().any(|form| {
        form.strip_prefix("on").is_some_and(|rest| {
            rest.len() > 2
                && (is_listed(rest) && (rest.len() > 4 || !rest.starts_with('t'))
                    || !rest.starts_with('t')
                        && [
                            "lijk", "ig", "baar", "heid", "end", "eerd", "aam", "elijk", "wel",
                        ]
                        .iter()
                        .any(|ending| rest.len() > 4 && rest.ends_with(ending)))
        })
    })
}
