//! More than one statement in a sentence.
//!
//! Counts clauses by their finite verbs. A short sentence with `als`, or with what somebody
//! knows, finds or asks, is one idea.

use super::relative::{is_relative, may_relate};
use super::second_clause::{
    SUBJECTS, joins_clause, joins_phrases, starts_clause, starts_next_sentence,
};
use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::VerbForm;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "multiple-ideas",
    message: "deze zin zegt meer dan één ding",
    doc: Doc {
        code: "meer-ideeen",
        severity: Severity::Warning,
        what: "Een zin zegt één ding.",
        why: "Twee mededelingen in één zin moet de lezer eerst uit elkaar halen.",
        source: "Inclusion Europe, Informatie voor iedereen: één idee per zin",
        wrong: "Ik ga naar huis en Noor kookt.",
        right: "Ik ga naar huis.",
    },
    find,
};

/// Most words of a sentence with `als` that is one idea.
const SHORT: usize = 9;

/// Words that join a statement to another one.
#[rustfmt::skip]
pub(super) const JOINING: &[&str] = &[
    "omdat", "zodat", "terwijl", "waardoor", "nadat", "voordat", "hoewel", "doordat", "waarbij", "waarna", "totdat",
    "tenzij", "mits", "zodra", "opdat", "aangezien", "zolang", "ofschoon", "alhoewel", "waaronder", "waarmee", "waarin",
    "naarmate",
];

/// Words that open a clause which belongs to its sentence.
pub(super) const BELONGING: &[&str] = &["als", "wanneer", "toen", "indien"];

/// Words that open what somebody knows or asks.
#[rustfmt::skip]
pub(super) const ASKING: &[&str] = &[
    "dat", "of", "wat", "wie", "waar", "hoe", "waarom", "welke", "welk", "hoeveel", "waarvoor", "waarover", "hoelang",
    "waarheen", "waarop", "waaraan", "waarvan", "waaruit", "waartegen",
];

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let tokens = &reading.tokens;
    let found = (1..tokens.len())
        .find(|at| starts_statement(reading, *at))
        .or_else(|| fronted(reading))
        .or_else(|| many_clauses(reading))
        .or_else(|| many_actions(reading));
    found
        .map(|at| Hit::new(tokens[at].range.clone(), "maak er een nieuwe zin van"))
        .into_iter()
        .collect()
}

/// Whether a second statement starts with the word at a place.
fn starts_statement(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let token = &tokens[at];
    let comma = tokens[at - 1].ends_part();
    let before = verbs(reading, 0, at) > 0;
    let end = part_end(reading, at);
    let after = reading.has_finite(at + 1..tokens.len());
    match token.lower.as_str() {
        "want" => {
            before && at + 1 < tokens.len() && !tokens[at - 1].is_one_of(&["een", "de", "mijn"])
        }
        "maar" | "doch" | "echter" => {
            let clause = comma || starts_clause(reading, at + 1);
            before && clause && verbs(reading, at + 1, tokens.len()) > 0 && after
        }
        "en" | "of" => {
            before
                && reading.has_finite(0..at)
                && (joins_clause(reading, at) || joins_phrases(reading, at, end))
        }
        "dus" => {
            before
                && after
                && at + 1 < tokens.len()
                && (comma
                    || tokens[at + 1].is_one_of(SUBJECTS)
                        && tokens
                            .get(at + 2)
                            .is_some_and(|next| next.verb == VerbForm::Finite))
        }
        "voor" => {
            before
                && after
                && tokens
                    .get(at + 1)
                    .is_some_and(|next| next.is_one_of(&["ik", "hij", "ze", "we", "wij"]))
        }
        word if JOINING.contains(&word) => before && verbs(reading, at + 1, tokens.len()) > 0,
        word if may_relate(word) => is_relative(reading, at),
        _ => comma && starts_next_sentence(reading, at),
    }
}

/// How many verbs, of whatever form, stand between two places.
fn verbs(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    (start..end)
        .filter(|at| reading.tokens[*at].verb != VerbForm::None)
        .count()
}

/// Where the part that a place is in ends, at a comma or the end.
fn part_end(reading: &Reading<'_>, at: usize) -> usize {
    (at..reading.tokens.len())
        .find(|place| reading.tokens[*place].ends_part())
        .map_or(reading.tokens.len(), |place| place + 1)
}

/// A sentence that opens with `omdat`, `voordat` and the like.
fn fronted(reading: &Reading<'_>) -> Option<usize> {
    let first = reading.tokens.first()?;
    let joined = first.is_one_of(JOINING)
        || first.is("voor")
            && reading
                .tokens
                .get(1)
                .is_some_and(|next| next.is_one_of(&["ik", "we", "ze"]));
    (joined && finites(reading) > 1).then_some(0)
}

/// A clause within a clause, or a long sentence with `als`.
fn many_clauses(reading: &Reading<'_>) -> Option<usize> {
    let tokens = &reading.tokens;
    let opens = |at: &usize| {
        let token = &tokens[*at];
        token.is_one_of(BELONGING)
            && !(token.is("toen") && *at > 0)
            && reading.has_finite(at + 1..tokens.len())
    };
    let with_if: Vec<usize> = (0..tokens.len()).filter(opens).collect();
    let first = *with_if.first()?;
    if finites(reading) < 2 {
        return None;
    }
    let asked = (1..tokens.len()).any(|at| {
        at != first
            && tokens[at].is_one_of(ASKING)
            && tokens[at].verb == VerbForm::None
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.is_one_of(SUBJECTS))
            && finites(reading) > 2
    });
    (tokens.len() > SHORT || with_if.len() > 1 || asked).then_some(first)
}

/// How many finite verbs a sentence has.
fn finites(reading: &Reading<'_>) -> usize {
    (0..reading.tokens.len())
        .filter(|at| reading.is_finite(*at))
        .count()
}

/// Three or more things to do in a row: `koken, wassen en strijken`.
fn many_actions(reading: &Reading<'_>) -> Option<usize> {
    let tokens = &reading.tokens;
    let joined = (2..tokens.len()).find(|at| tokens[*at].is_one_of(&["en"]))?;
    let infinitive = |at: usize| tokens[at].verb == VerbForm::Infinitive;
    let listed = (0..joined)
        .filter(|at| infinitive(*at) && (tokens[*at].after.contains(',') || at + 1 == joined))
        .count();
    let last = (joined + 1..tokens.len()).any(infinitive);
    (listed >= 2 && last).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_one_idea_from_two() {
        for sentence in [
            "Ik hou van thee en koffie.",
            "Noor en ik gaan naar de markt.",
            "Als ik boos ben, ga ik wandelen.",
            "Ik vind het fijn als Noor komt.",
            "Ik weet wat ik wil.",
            "Ik leer hoe ik de was doe.",
            "Ik heb maar 2 euro.",
            "Kom maar binnen.",
            "Ik wil leren koken en bakken.",
            "Mijn moeder en mijn zus komen op zondag.",
            "Ik ga met de bus en de trein.",
            "Wil je koffie of thee?",
        ] {
            assert_eq!(find(&Reading::new(sentence)), [], "{sentence}");
        }
        for sentence in [
            "Ik doe de was en ik kook.",
            "Ik kook, maar Noor wast af.",
            "Ik blijf thuis omdat ik ziek ben.",
            "De man die mij helpt, heet Bas.",
            "Ik ga naar huis en drink thee.",
            "Ik wil de was doen en het huis opruimen.",
            "Voordat ik ga slapen, poets ik mijn tanden.",
            "Ik ben moe, dus ik ga slapen.",
            "Ik ga wandelen, fietsen en zwemmen.",
        ] {
            assert_ne!(find(&Reading::new(sentence)), [], "{sentence}");
        }
    }
}
