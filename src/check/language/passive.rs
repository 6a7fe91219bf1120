//! The passive voice: `worden` or `zijn` with a participle, where nobody does anything.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{goes_with_be, is_participle, is_state};

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "passive",
    message: "deze zin staat in de lijdende vorm",
    doc: Doc {
        code: "lijdende-vorm",
        severity: Severity::Warning,
        what: "Een zin zegt wie iets doet, en staat niet in de lijdende vorm.",
        why: "Bij ‘er wordt gekookt’ weet de lezer niet wie er kookt.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik actieve taal",
        wrong: "Het eten wordt om 6 uur gekookt.",
        right: "Mijn begeleider kookt het eten om 6 uur.",
    },
    find,
};

/// Forms of `worden`.
const BECOME: &[&str] = &["word", "wordt", "worden", "werd", "werden"];

/// Forms of `zijn`; whether `zijn` itself is one, its reading tells.
const BE: &[&str] = &["ben", "bent", "is", "was", "waren"];

/// Words with which a participle is another verb's.
const HAVE: &[&str] = &["heb", "hebt", "heeft", "hebben", "had", "hadden"];

/// Words that open another clause.
const JOINTS: &[&str] = &[
    "en", "maar", "want", "als", "omdat", "dat", "dus", "of", "zodat", "terwijl", "die", "wat",
    "hoe", "wie", "waar", "wanneer", "toen", "nadat", "voordat",
];

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let tokens = &reading.tokens;
    let mut hits = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let state = is_state(&token.lower);
        if !state && !is_participle(&token.lower)
            || reading.is_name(at)
            || is_attribute(reading, at)
        {
            continue;
        }
        let clause = clause(reading, at);
        let has = |words: &[&str]| {
            clause
                .clone()
                .find(|near| *near != at && tokens[*near].is_one_of(words))
        };
        let verb = if let Some(become_at) = has(BECOME) {
            become_at
        } else if state && has(&["door"]).is_none()
            || has(HAVE).is_some()
            || goes_with_be(&token.lower)
        {
            continue;
        } else {
            let be = clause.clone().find(|near| {
                tokens[*near].is_one_of(BE) && is_verb_was(reading, *near)
                    || tokens[*near].is("zijn")
                        && (reading.is_finite(*near) || near.abs_diff(at) == 1 && *near > 0)
            });
            match be {
                Some(be) if !is_graded(reading, at) => be,
                _ => continue,
            }
        };
        // `Sanne beslist mee tot ik 18 word`: a verb that looks like a participle.
        if at == 1 && verb > at + 1 && reading.tokens[0].has_capital() {
            continue;
        }
        let range = if verb < at {
            tokens[verb].range.start..token.range.end
        } else {
            token.range.start..tokens[verb].range.end
        };
        hits.push(Hit::new(range, "zeg wie het doet"));
    }
    hits.truncate(1);
    hits
}

/// The words of the clause around a place.
fn clause(reading: &Reading<'_>, at: usize) -> std::ops::Range<usize> {
    let tokens = &reading.tokens;
    let start = (0..at)
        .rev()
        .find(|before| opens(reading, *before + 1, at) || tokens[*before].ends_part())
        .map_or(0, |before| before + 1);
    let end = (at..tokens.len())
        .find(|after| {
            tokens[*after].ends_part()
                || tokens
                    .get(after + 1)
                    .is_some_and(|next| next.is_one_of(JOINTS))
        })
        .map_or(tokens.len(), |after| after + 1);
    start..end
}

/// Whether the word at a place opens the clause that `at` is in.
fn opens(reading: &Reading<'_>, place: usize, at: usize) -> bool {
    let joint = reading
        .tokens
        .get(place)
        .is_some_and(|token| token.is_one_of(JOINTS));
    // `Het bed en de kast worden gemaakt` has one clause.
    joint && place < at && reading.has_finite(place + 1..at + 1)
}

/// Whether `was` is a verb here, and not the laundry.
fn is_verb_was(reading: &Reading<'_>, at: usize) -> bool {
    !reading.tokens[at].is("was") || reading.is_finite(at)
}

/// Whether a participle belongs to the noun after it: `een gekookt ei`.
fn is_attribute(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &reading.tokens[before]);
    before.is_some_and(|before| before.is_one_of(&["een", "het", "geen", "mijn", "de"]))
        && reading.tokens.get(at + 1).is_some()
        && !reading.tokens[at].ends_part()
}

/// Whether a participle with `zijn` only says how something is: `heel geliefd`.
fn is_graded(reading: &Reading<'_>, at: usize) -> bool {
    at > 0 && reading.tokens[at - 1].is_one_of(&["heel", "erg", "te", "zeer", "best", "behoorlijk"])
}
