//! What a word is as a verb, seen from the words around it: `werk` is one in `ik werk`, and none in
//! `mijn werk`.

use super::token::{Token, is_name};
use crate::language::{PARTICLES, VerbForm, is_listed, verb_form};

/// Words that a noun follows.
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "de", "het", "een", "'n", "n", "mijn", "m'n", "jouw", "je", "uw", "haar", "ons", "onze", "hun", "jullie", "geen",
    "dit", "deze", "die", "dat", "elk", "elke", "iedere", "ieder", "welke", "welk", "veel", "weinig", "meer", "minder",
    "genoeg", "wat", "alle", "andere", "eigen", "zijn", "z'n",
];

/// Words that a noun follows as well, or a whole phrase with one.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "aan", "achter", "als", "bij", "binnen", "boven", "buiten", "door", "in", "langs", "met", "na", "naar", "naast",
    "om", "onder", "op", "over", "per", "rond", "sinds", "tegen", "tijdens", "tot", "tussen", "uit", "van", "vanaf",
    "via", "voor", "zonder", "te",
];

/// Those of [`DETERMINERS`] that may be the subject of a verb.
const PRONOUNS: &[&str] = &[
    "het", "dat", "die", "dit", "deze", "je", "wat", "jullie", "veel", "meer",
];

/// Words that open a clause with its verb at the end.
const OPENERS: &[&str] = &[
    "als", "dat", "omdat", "wat", "waar", "hoe", "wie", "die", "of", "zodat", "terwijl", "voordat",
    "nadat", "wanneer",
];

/// What the word at a place is as a verb, seen from the words around it.
pub(super) fn verb_at(tokens: &[Token<'_>], at: usize) -> VerbForm {
    let token = &tokens[at];
    if token.is("zijn") {
        return form_of_zijn(tokens, at);
    }
    let form = verb_form(&token.lower);
    if form == VerbForm::None || is_name(tokens, at) || is_noun_after(tokens, at, form) {
        return VerbForm::None;
    }
    match form {
        VerbForm::Stem if is_first_person(tokens, at) => VerbForm::Finite,
        VerbForm::Stem => VerbForm::None,
        VerbForm::Infinitive if is_plural(tokens, at) => VerbForm::Finite,
        other => other,
    }
}

/// Whether the word before tells that a word is a noun, though it has the form of a verb.
fn is_noun_after(tokens: &[Token<'_>], at: usize, form: VerbForm) -> bool {
    let token = &tokens[at];
    let Some(before) = around(tokens, at).0 else {
        return false;
    };
    let may_be_subject = before.is_one_of(PRONOUNS)
        && form == VerbForm::Finite
        && !(before.is("het") && token.is("was") && at > 1);
    let opens = before.is_one_of(&["je", "jullie"]) && form != VerbForm::Finite && at == 1;
    let determined = before.is_one_of(DETERMINERS) && !may_be_subject && !opens;
    let adjective = before.lower.ends_with('e')
        && before.lower.len() > 4
        && before.verb == VerbForm::None
        && form == VerbForm::Stem;
    let phrase = before.is_one_of(PREPOSITIONS)
        && form != VerbForm::Infinitive
        && !is_particle_end(before, token);
    determined || adjective || phrase
}

/// Whether the form for `ik` has its subject near: `werk ik`, `dat ik graag werk`.
fn is_first_person(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let (before, after) = around(tokens, at);
    let near = |token: Option<&Token<'_>>, words: &[&str]| {
        token.is_some_and(|token| token.is_one_of(words))
    };
    let whose = near(before, &["ik"]) || near(after, &["ik", "je", "jij"]);
    let inverted = tokens[..at].iter().any(|token| token.is("ik"));
    let joined = near(before, &["en", "maar", "niet"]) && inverted && after.is_some();
    let last = at + 1 == tokens.len() || token.ends_part();
    let opened = || tokens[..at].iter().any(|token| token.is_one_of(OPENERS));
    whose || joined || last && inverted && opened() || at == 0 && after.is_some()
}

/// Whether an infinitive is the present tense of more than one: `wij werken`.
fn is_plural(tokens: &[Token<'_>], at: usize) -> bool {
    let plural = ["we", "wij", "jullie", "ze", "zij"];
    let (before, after) = around(tokens, at);
    before.is_some_and(|before| before.is_one_of(&plural))
        || at <= 1 && after.is_some_and(|after| after.is_one_of(&plural))
}

/// The words beside a place that no mark parts from it.
fn around<'t, 'a>(
    tokens: &'t [Token<'a>],
    at: usize,
) -> (Option<&'t Token<'a>>, Option<&'t Token<'a>>) {
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(at + 1).filter(|_| !tokens[at].ends_part());
    (before.filter(|before| !before.ends_part()), after)
}

/// `zijn` as a verb, where it isn't `his`.
fn form_of_zijn(tokens: &[Token<'_>], at: usize) -> VerbForm {
    let subjects = [
        "we", "wij", "jullie", "ze", "zij", "er", "hier", "daar", "dat", "dit", "die", "deze",
        "mensen", "ouders", "dagen",
    ];
    let last = at + 1 == tokens.len() || tokens[at].ends_part();
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(at + 1);
    let plural = before.is_some_and(|before| {
        before.is_one_of(&subjects)
            || before.verb == VerbForm::None
                && !before.is_one_of(PREPOSITIONS)
                && (before.lower.ends_with("en") || before.lower.ends_with('s'))
                && before.lower.len() > 4
    });
    let opens = before.is_none() && after.is_some_and(|after| after.is_one_of(&subjects));
    if last && !plural {
        VerbForm::Infinitive
    } else if plural || opens {
        VerbForm::Finite
    } else {
        VerbForm::None
    }
}

/// Whether a preposition closes the clause before the verb: `Als ik opsta, …`, `waar ik op wacht`.
fn is_particle_end(before: &Token<'_>, verb: &Token<'_>) -> bool {
    PARTICLES.contains(&before.lower.as_str())
        && verb_form(&verb.lower) == VerbForm::Finite
        && !before.is("als")
        && verb.lower != "was"
        && verb.lower.len() > 2
        && !is_listed(&verb.lower)
}
