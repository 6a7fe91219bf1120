//! Clauses that tell more of a noun: `de man die mij helpt`.

use super::Reading;
use super::second_clause::is_said;
use crate::language::{VerbForm, is_participle};

/// Words after a noun that tell more of it.
const RELATIVE: &[&str] = &[
    "die", "dat", "waar", "waarmee", "waarin", "waarop", "waarvoor", "waarbij", "waarvan", "wiens",
];

/// Words that are no noun, after which `die` and `dat` are something else.
#[rustfmt::skip]
const NO_NOUN: &[&str] = &[
    "dan", "nu", "niet", "ook", "wel", "als", "en", "of", "maar", "fijn", "leuk", "goed", "belangrijk", "zo",
    "zeker", "blij", "bang", "graag", "mij", "me", "jou", "haar", "hem", "ons", "je", "ik", "jij", "hij",
    "ze", "zij", "we", "wij", "al", "soms", "het", "er", "eerst", "altijd", "jammer", "erg", "stom",
    "vervelend", "normaal", "handig", "mooi", "in", "op", "met", "van", "voor", "aan", "bij", "naar", "over",
    "om", "uit", "door", "zodat", "vaak", "weer", "afgesproken", "gezegd", "waar", "raar", "gek",
];

/// Whether a word may tell more of the noun before it.
pub(super) fn may_relate(word: &str) -> bool {
    RELATIVE.contains(&word)
}

/// Whether `die` or `dat` tells more of the noun before it, with a verb of its own.
pub(super) fn is_relative(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let noun = &tokens[at - 1];
    if noun.verb != VerbForm::None || noun.is_one_of(NO_NOUN) || is_participle(&noun.lower) {
        return false;
    }
    let own = (at + 1..tokens.len()).any(|place| reading.is_finite(place));
    let main = reading.has_finite(0..at)
        || (at + 1..tokens.len())
            .filter(|place| reading.is_finite(*place))
            .count()
            > 1;
    let token = &tokens[at];
    let asks = !token.is("die") && is_said(reading, at);
    let next = |step: usize| tokens.get(at + step);
    let verb_follows = next(1).is_some_and(|next| next.verb == VerbForm::Finite);
    let tells = if verb_follows {
        token.is("die") || !token.is("dat") && next(2).is_some()
    } else {
        next(2).is_some()
    };
    own && main && !asks && tells
}
