//! Finds the clauses of a sentence that starts with its verb: `Oefent de route en belt.` has two.
//!
//! Where a verb may belong to a clause within a clause, or may be no verb, there is no answer.

use super::verb::{Reading, is_doubtful, read, read_first};
use crate::dossier::code::Pronoun;

/// Words that open a clause within a clause, with its verb at the end.
const OPENERS: &[&str] = &[
    "als", "dat", "die", "doordat", "hoe", "hoelang", "hoeveel", "hoewel", "mits", "nadat", "of",
    "omdat", "tenzij", "terwijl", "toen", "totdat", "voordat", "waar", "waarbij", "waardoor",
    "waarheen", "waarin", "waarmee", "waarom", "waarop", "waarover", "waaruit", "waarvan",
    "waarvoor", "wanneer", "want", "wat", "welk", "welke", "wie", "zoals", "zodat", "zodra",
    "zolang",
];

/// Words after `tot` that make it an opener.
const AFTER_UNTIL: &[&str] = &[
    "alles", "dat", "de", "er", "het", "hij", "iemand", "iets", "ze", "zij",
];

/// Words after which `Rust` or `Kaart` at the start is what somebody does.
const AFTER_VERB: &[&str] = &[
    "dagelijks",
    "elk",
    "elke",
    "graag",
    "ieder",
    "iedere",
    "mee",
    "na",
    "om",
    "regelmatig",
    "s",
    "vaak",
    "zelf",
];

/// A word with the punctuation around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) before: &'a str,
    pub(super) word: &'a str,
    pub(super) after: &'a str,
}

impl Piece<'_> {
    /// Whether it is this word, whatever its capitals.
    pub(super) fn is(&self, word: &str) -> bool {
        self.word.to_lowercase() == word
    }
}

/// How a clause follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint<'a> {
    /// After a comma, or the first one.
    None,
    /// After `en`.
    And,
    /// After another word, which may not be left out.
    Other(&'a str),
}

/// A clause with the client as its subject.
#[derive(Clone, Debug)]
pub(super) struct Clause<'a> {
    pub(super) joint: Joint<'a>,
    /// Its verb as it stands.
    pub(super) third: String,
    /// Its verb for `ik`.
    pub(super) first: String,
    /// What follows the verb.
    pub(super) rest: Vec<Piece<'a>>,
}

/// The clauses of a sentence whose subject is left out or stands first, as one of `subjects`.
pub(super) fn clauses<'a>(
    sentence: &'a str,
    subjects: &[&str],
    pronoun: Pronoun,
) -> Option<Vec<Clause<'a>>> {
    let sentence = sentence.trim().trim_end_matches('.');
    if sentence.contains([';', '(', ')', '?', '!', '\n']) || sentence.contains(". ") {
        return None;
    }
    let mut pieces = pieces(sentence)?;
    if pieces.len() > 1 && subjects.contains(&pieces[0].word) && pieces[0].after.is_empty() {
        pieces.remove(0);
    }
    let (verb, rest) = pieces.split_first()?;
    let first = read_first(verb.word)?;
    let done = rest
        .first()
        .is_some_and(|next| AFTER_VERB.contains(&next.word));
    if !verb.before.is_empty() || is_doubtful(verb.word) && !done {
        return None;
    }
    let mut found = vec![Clause {
        joint: Joint::None,
        third: format!("{}{}", verb.word.to_lowercase(), verb.after),
        first: format!("{first}{}", verb.after),
        rest: Vec::new(),
    }];
    let mut previous = *verb;
    for (at, piece) in rest.iter().enumerate() {
        let starts = previous.after.ends_with(',') || is_joint(previous.word);
        let current = found.last_mut().expect("one clause from the start");
        match read(piece.word) {
            Reading::Verb(form) if starts && !is_joint(piece.word) => {
                if current.rest.iter().any(|piece| piece.after.contains(':'))
                    || inner_clause(&current.rest).is_some_and(|opener| {
                        !rest_starts_with_client(&current.rest[opener + 1..], pronoun)
                    })
                {
                    return None;
                }
                let joint = take_joint(&mut current.rest);
                if at + 1 == rest.len() && matches!(joint, Joint::None) {
                    return None;
                }
                found.push(Clause {
                    joint,
                    third: format!("{}{}", piece.word, piece.after),
                    first: format!("{form}{}", piece.after),
                    rest: Vec::new(),
                });
            }
            Reading::Unsure if starts => return None,
            // A verb outside a clause within: the order of words is another one.
            Reading::Verb(_) if opener_at(&current.rest).is_none() => return None,
            _ => current.rest.push(*piece),
        }
        previous = *piece;
    }
    Some(found)
}

/// Takes a sentence apart at its spaces; a loose sign has no answer.
fn pieces(sentence: &str) -> Option<Vec<Piece<'_>>> {
    sentence
        .split_whitespace()
        .map(|text| {
            let word = text.trim_matches(|c: char| !c.is_alphanumeric());
            let start = text.find(word).filter(|_| !word.is_empty())?;
            Some(Piece {
                before: &text[..start],
                word,
                after: &text[start + word.len()..],
            })
        })
        .collect()
}

fn is_joint(word: &str) -> bool {
    matches!(word, "en" | "of" | "maar")
}

/// Takes the word that joins the next clause off the end of this one.
fn take_joint<'a>(rest: &mut Vec<Piece<'a>>) -> Joint<'a> {
    match rest.last() {
        Some(last) if is_joint(last.word) => {
            let word = last.word;
            rest.pop();
            if word == "en" {
                Joint::And
            } else {
                Joint::Other(word)
            }
        }
        _ => Joint::None,
    }
}

/// Where a clause within a clause may start.
pub(super) fn opener_at(pieces: &[Piece<'_>]) -> Option<usize> {
    (0..pieces.len()).find(|at| is_opener(pieces, *at))
}

/// Whether the piece opens a clause within a clause.
pub(super) fn is_opener(pieces: &[Piece<'_>], at: usize) -> bool {
    let word = pieces[at].word.to_lowercase();
    match word.as_str() {
        "tot" | "voor" => pieces.get(at + 1).is_some_and(|next| {
            AFTER_UNTIL.contains(&next.word) && (word == "tot" || is_pronoun(next.word))
        }),
        word => OPENERS.contains(&word),
    }
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "er" | "hij" | "iemand" | "ze" | "zij")
}

/// Where the last clause within a clause opens that has words like a verb in it.
fn inner_clause(pieces: &[Piece<'_>]) -> Option<usize> {
    let opener = (0..pieces.len()).rev().find(|at| is_opener(pieces, *at))?;
    let first = opener_at(pieces)?;
    let verbal = |piece: &Piece<'_>| {
        read(piece.word) != Reading::NoVerb
            || piece.word.ends_with("en") && piece.word.len() > 3
            || piece.is("zijn")
    };
    pieces[first + 1..].iter().any(verbal).then_some(opener)
}

fn rest_starts_with_client(pieces: &[Piece<'_>], pronoun: Pronoun) -> bool {
    pieces
        .first()
        .is_some_and(|piece| is_subject(piece.word, pronoun))
}

/// Whether a word is how the client is spoken of as a subject.
pub(super) fn is_subject(word: &str, pronoun: Pronoun) -> bool {
    match pronoun {
        Pronoun::She => matches!(word, "zij" | "ze"),
        Pronoun::He => word == "hij",
        Pronoun::They => false,
    }
}
