//! Who a sentence speaks of: `Oefent de route.` becomes `Ik oefen de route.`, or
//! `Samir oefent de route.`
//!
//! Authors write what somebody does from the verb on, in the third person. Where it isn't sure
//! that `haar` is the client's, or that a word is a verb, there is no answer: no sentence is
//! better than a wrong one.

use super::clause::{Clause, Joint, Piece, clauses, is_opener, is_subject, opener_at};
use super::owner::{is_person, owner};
use super::verb::{Reading, read, read_first};
use crate::dossier::code::Pronoun;

/// The client, as the texts speak of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    /// First name.
    pub(crate) name: &'a str,
    /// `zij`, `hij` or `die`.
    pub(crate) pronoun: Pronoun,
}

/// Words that speak of somebody in another way than an author's third person does.
const OTHER_VOICE: &[&str] = &[
    "d'r", "ik", "je", "jij", "jou", "jouw", "jullie", "m'n", "me", "meneer", "mevrouw", "mij",
    "mijn", "ons", "onze", "u", "uw", "we", "wij", "z'n",
];

/// Words that need the clause before to be understood.
const LEANING: &[&str] = &[
    "daarmee", "deze", "die", "erbij", "ermee", "eruit", "hem", "ze", "zij",
];

/// One sentence of `ik` from a sentence that starts with its verb.
pub(crate) fn first_person(sentence: &str, subject: Subject<'_>) -> Option<String> {
    Some(together(&spoken_by(sentence, subject)?, "Ik"))
}

/// Sentences of `ik`, one for each thing that is done.
pub(crate) fn first_person_sentences(sentence: &str, subject: Subject<'_>) -> Option<Vec<String>> {
    let spoken = spoken_by(sentence, subject)?;
    Some(apart(&spoken, "Ik").unwrap_or_else(|| vec![together(&spoken, "Ik")]))
}

/// Whether a sentence starts with its verb, so that its subject is whose key it stands at.
pub(crate) fn starts_with_verb(sentence: &str) -> bool {
    super::words(sentence)
        .next()
        .is_some_and(|word| read_first(word).is_some())
}

/// Sentences that tell what somebody else does, with the client as `mij`.
pub(crate) fn spoken_of(sentence: &str, who: &str, subject: Subject<'_>) -> Option<Vec<String>> {
    let clauses = clauses(sentence, &[who], subject.pronoun)?;
    let spoken: Vec<_> = clauses
        .iter()
        .map(|clause| {
            Some((
                clause.joint,
                join(&clause.third, &about_me(&clause.rest, subject)?),
            ))
        })
        .collect::<Option<_>>()?;
    Some(apart(&spoken, who).unwrap_or_else(|| vec![together(&spoken, who)]))
}

/// The clauses as said by the client, without their subject.
fn spoken_by<'a>(sentence: &'a str, subject: Subject<'_>) -> Option<Vec<(Joint<'a>, String)>> {
    let named = match subject.pronoun {
        Pronoun::She => ["Zij", "Ze", subject.name],
        Pronoun::He => ["Hij", "Hij", subject.name],
        Pronoun::They => [subject.name; 3],
    };
    let mut met = false;
    clauses(sentence, &named, subject.pronoun)?
        .iter()
        .map(|clause| {
            Some((
                clause.joint,
                join(&clause.first, &by_me(clause, subject, &mut met)?),
            ))
        })
        .collect()
}

/// A sentence for each clause, unless one of them can't stand alone.
fn apart(spoken: &[(Joint<'_>, String)], who: &str) -> Option<Vec<String>> {
    let last = spoken.len() - 1;
    let alone = |(at, (joint, text)): (usize, &(Joint<'_>, String))| {
        let leans = at > 0 && super::words(text).any(|word| LEANING.contains(&word));
        let whole = !leans && (at == last || text.contains(' '));
        (!matches!(joint, Joint::Other(_)) && whole)
            .then(|| format!("{who} {}.", text.trim_end_matches(',')))
    };
    spoken.iter().enumerate().map(alone).collect()
}

/// One sentence of all clauses.
fn together(spoken: &[(Joint<'_>, String)], who: &str) -> String {
    let mut sentence = who.to_owned();
    for (joint, text) in spoken {
        let word = match joint {
            Joint::None => "",
            Joint::And => " en",
            Joint::Other(word) => &format!(" {word}"),
        };
        sentence.push_str(word);
        sentence.push(' ');
        sentence.push_str(text);
    }
    sentence + "."
}

fn join(verb: &str, rest: &[String]) -> String {
    let mut text = verb.to_owned();
    for word in rest {
        text.push(' ');
        text.push_str(word);
    }
    text
}

/// What follows the verb, as the client says it. `met`: somebody else was spoken of.
fn by_me(clause: &Clause<'_>, subject: Subject<'_>, met: &mut bool) -> Option<Vec<String>> {
    let pieces = &clause.rest;
    let mut verbs = Vec::new();
    let mut result = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let word = piece.word.to_lowercase();
        let after_opener = at > 0 && is_opener(pieces, at - 1);
        if OTHER_VOICE.contains(&plain(&word).as_str()) || is_named(piece.word, subject.name) {
            return None;
        }
        let said = match word.as_str() {
            "zich" => "me".to_owned(),
            "zichzelf" => "mezelf".to_owned(),
            other if is_subject(other, subject.pronoun) => {
                verbs.push(own_verb(&pieces[at + 1..]).filter(|_| after_opener)?);
                if let Some((offset, _)) = verbs.last_mut() {
                    *offset += at + 1;
                }
                "ik".to_owned()
            }
            "hem" if subject.pronoun == Pronoun::He => return None,
            "hen" | "zij" | "ze" if subject.pronoun == Pronoun::They => return None,
            other if other == subject.pronoun.possessive() => {
                owner(pieces, at, &clause.first, subject.pronoun, *met)?
            }
            _ => match verbs.iter().find(|(verb, _)| *verb == at) {
                Some((_, form)) => form.clone(),
                None => piece.word.to_owned(),
            },
        };
        let capital = piece.word.chars().next().is_some_and(char::is_uppercase);
        let letters = piece.word.chars().nth(1).is_some_and(char::is_uppercase);
        *met |= capital && !letters || is_person(&plain(&word));
        result.push(format!("{}{said}{}", piece.before, piece.after));
    }
    Some(result)
}

/// The one verb of a clause with the client as its subject: where it stands, and for `ik`.
fn own_verb(pieces: &[Piece<'_>]) -> Option<(usize, String)> {
    let mut found = None;
    for (at, piece) in pieces.iter().enumerate() {
        match read(piece.word) {
            Reading::Verb(form) if found.is_none() => found = Some((at, form)),
            Reading::NoVerb => {}
            _ => return None,
        }
        if piece.after.contains(',') || matches!(piece.word, "en" | "of" | "maar") {
            break;
        }
    }
    found
}

/// What follows the verb of somebody else, with the client as `mij`.
fn about_me(pieces: &[Piece<'_>], subject: Subject<'_>) -> Option<Vec<String>> {
    let mut result = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let word = piece.word.to_lowercase();
        if OTHER_VOICE.contains(&plain(&word).as_str())
            || theirs(subject.pronoun).contains(&word.as_str())
        {
            return None;
        }
        if piece.word == subject.name && opener_at(&pieces[..at]).is_none() {
            result.push(format!("{}mij{}", piece.before, piece.after));
        } else if is_named(piece.word, subject.name) {
            return None;
        } else {
            result.push(format!("{}{}{}", piece.before, piece.word, piece.after));
        }
    }
    Some(result)
}

/// Whether a text speaks of the client in the third person, so that it can't be their own words.
pub(crate) fn speaks_of(text: &str, subject: Subject<'_>) -> bool {
    super::words(text).any(|word| {
        let lower = word.to_lowercase();
        is_named(word, subject.name)
            || theirs(subject.pronoun).contains(&lower.as_str())
            || matches!(
                lower.as_str(),
                "mevrouw" | "meneer" | "cliënt" | "bewoner" | "inwoner"
            )
    })
}

/// Words that may stand for the client.
fn theirs(pronoun: Pronoun) -> &'static [&'static str] {
    match pronoun {
        Pronoun::She => &["haar", "zij", "ze"],
        Pronoun::He => &["hij", "hem", "zijn"],
        Pronoun::They => &["hen", "hun", "zij", "ze"],
    }
}

/// Whether a word is the client's name, or made of it: `Zoë’s`.
fn is_named(word: &str, name: &str) -> bool {
    word.strip_prefix(name)
        .is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || rest == "s")
}

/// A word with a straight apostrophe.
fn plain(word: &str) -> String {
    word.replace('’', "'")
}

#[cfg(test)]
mod tests;
