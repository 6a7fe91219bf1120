//! Whose `haar` is: the client's, somebody else's, or no possessive at all.

use super::clause::{Piece, opener_at};
use crate::dossier::code::Pronoun;

/// Words for people, to whom a later `haar` may belong.
const PEOPLE: &[&str] = &[
    "arts",
    "begeleider",
    "begeleiders",
    "begeleidster",
    "broer",
    "buurman",
    "buurvrouw",
    "coach",
    "collega",
    "collega's",
    "dochter",
    "dokter",
    "familie",
    "huisarts",
    "iemand",
    "kind",
    "kinderen",
    "kleindochter",
    "kleinzoon",
    "maatje",
    "man",
    "mantelzorger",
    "mentor",
    "moeder",
    "neef",
    "nicht",
    "oma",
    "oom",
    "opa",
    "ouders",
    "partner",
    "tante",
    "trainer",
    "vader",
    "verpleegkundige",
    "vriend",
    "vrienden",
    "vriendin",
    "vrijwilliger",
    "vrouw",
    "zoon",
    "zus",
    "zusje",
];

/// Words that no possessive stands before.
const NOT_OWNED: &[&str] = &[
    "aan", "achter", "al", "alle", "altijd", "bij", "buiten", "daar", "dan", "dat", "de", "deze",
    "die", "dit", "door", "een", "eerst", "elk", "elke", "en", "er", "ergens", "geen", "goed",
    "graag", "heel", "het", "hier", "hoe", "iedere", "iets", "in", "langs", "maar", "met", "mee",
    "meer", "morgen", "na", "naar", "naast", "niet", "nog", "nooit", "nu", "of", "om", "onder",
    "ook", "op", "over", "samen", "soms", "te", "tegen", "thuis", "tijdens", "toch", "tot", "uit",
    "vaak", "van", "vandaag", "vanaf", "voor", "waar", "wat", "weer", "wel", "weg", "wie", "zelf",
    "zo", "zonder",
];

/// Words that a possessive follows without doubt.
const PREPOSITIONS: &[&str] = &[
    "aan", "achter", "bij", "binnen", "boven", "buiten", "door", "en", "in", "langs", "met", "na",
    "naar", "naast", "om", "onder", "op", "over", "per", "rond", "sinds", "tegen", "tijdens",
    "tot", "tussen", "uit", "van", "vanaf", "vanuit", "via", "voor", "zonder",
];

/// `mijn` for `haar`, `zijn` or `hun`, where it is sure to be the client's; `zijn` as a verb stays.
pub(super) fn owner(
    pieces: &[Piece<'_>],
    at: usize,
    verb: &str,
    pronoun: Pronoun,
    met: bool,
) -> Option<String> {
    let piece = &pieces[at];
    let next = pieces.get(at + 1).filter(|next| {
        piece.after.is_empty() && next.before.is_empty() && !NOT_OWNED.contains(&next.word)
    });
    let Some(_) = next else {
        return (pronoun == Pronoun::He).then(|| piece.word.to_owned());
    };
    let before = at.checked_sub(1).map(|before| pieces[before].word);
    let sure = before.is_none_or(|word| PREPOSITIONS.contains(&word));
    let inner = opener_at(&pieces[..at]).is_some();
    let modal = matches!(verb, "wil" | "kan" | "mag" | "zal" | "moet");
    let doubtful = met || !sure && (inner || modal && pronoun == Pronoun::He);
    (!doubtful).then(|| "mijn".to_owned())
}

/// Whether a word is for a person, to whom a later possessive may belong.
pub(super) fn is_person(word: &str) -> bool {
    PEOPLE.contains(&word)
}
