//! Whether a text is said by the client, or about them. In doubt it is said by the client: many say
//! what they want without `ik`.

use super::super::token::{Token, tokens};
use crate::dossier::code::Pronoun;
use crate::language::{self, Subject};

/// Words with which somebody speaks of themselves.
const FIRST_PERSON: &[&str] = &[
    "ik", "'k", "m'n", "m’n", "me", "mezelf", "mij", "mijn", "mijzelf",
];
/// Marks that open words of somebody else in a text.
const QUOTES: &[&str] = &["‘", "“", "„", "\"", ": '"];
/// Words that are a possessive of the client as often as something else.
const DOUBTFUL: &[&str] = &["haar", "hem", "hen", "hun", "ze", "zij", "zijn"];
/// Words that a possessive follows without doubt.
const PREPOSITIONS: &[&str] = &[
    "aan", "bij", "door", "in", "met", "naar", "om", "onder", "op", "over", "tegen", "tijdens",
    "tot", "uit", "van", "voor", "zonder",
];
/// Words that make `zijn` a verb at the start of a sentence.
const NOT_OWNED: &[&str] = &[
    "alleen", "bij", "dat", "de", "die", "er", "het", "hoe", "in", "met", "niet", "ook", "op",
    "samen", "waar", "wat", "we", "wie", "wij",
];
/// Words before `mevrouw` when she is somebody else.
const OTHERS: &[&str] = &["de", "die", "een", "welke"];

/// Whether a text speaks of the client, as only somebody else does.
pub(super) fn is_about(text: &str, client: Subject<'_>) -> bool {
    let tokens = tokens(text);
    let is_said = tokens.iter().any(|token| token.is_one_of(FIRST_PERSON))
        || QUOTES.iter().any(|quote| text.contains(quote));
    !is_said && (0..tokens.len()).any(|at| names(text, &tokens, at, client))
}

/// Whether a word of the text stands for the client.
fn names(text: &str, tokens: &[Token], at: usize, client: Subject<'_>) -> bool {
    let token = &tokens[at];
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let opens = before.is_none_or(|before| text[before.range.end..].trim_start().starts_with('.'));
    let after = tokens.get(at + 1);
    let plural = after.is_none_or(|after| after.word.ends_with("en"));
    let possessive = opens && begins_with_owner(after)
        || before.is_some_and(|before| before.is_one_of(PREPOSITIONS)) && is_owner(token, after);
    match token.word.as_str() {
        "zij" | "ze" if client.pronoun == Pronoun::She => !plural && (opens || token.word == "zij"),
        "haar" | "zijn" | "hun" => possessive && token.word == client.pronoun.possessive(),
        "mevrouw" | "meneer" => {
            before.is_none_or(|before| !before.is_one_of(OTHERS))
                && language::speaks_of(&text[token.range.clone()], client)
        }
        word if DOUBTFUL.contains(&word) => false,
        _ => language::speaks_of(&text[token.range.clone()], client),
    }
}

/// Whether a possessive that opens a sentence owns what follows: not in `Zijn er mensen?` or `Haar
/// wassen`.
fn begins_with_owner(after: Option<&Token>) -> bool {
    after.is_some_and(|after| {
        after.word == "eigen" || !after.word.ends_with("en") && !after.is_one_of(NOT_OWNED)
    })
}

/// Whether a possessive owns what follows: not in `met zijn tweeën`.
fn is_owner(token: &Token, after: Option<&Token>) -> bool {
    !token.closes
        && after.is_some_and(|after| !after.word.ends_with("eeën") && !after.word.ends_with("ieën"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text speaks of a client of this name.
    fn about(text: &str, name: &str, pronoun: Pronoun) -> bool {
        is_about(text, Subject { name, pronoun })
    }

    #[test]
    fn others_speak_by_name_or_pronoun() {
        for text in [
            "Zoë wil met de bus.",
            "Zij wil graag vaker naar buiten.",
            "Ze wil rust.",
            "Mevrouw wil thuis blijven wonen.",
            "Contact met haar zonen.",
            "Haar eigen huis.",
            "Cliënt wil werk.",
        ] {
            assert!(about(text, "Zoë", Pronoun::She), "{text}");
        }
        assert!(about("Hij wil voetballen.", "Sem", Pronoun::He));
        assert!(about(
            "Een brommer voor zijn verjaardag.",
            "Sem",
            Pronoun::He
        ));
    }

    #[test]
    fn clients_speak_with_and_without_ik() {
        for text in [
            "Ik wil rust. Zij praten te veel.",
            "Ze spelen nu met die Toon.",
            "Schoon haar is de halve waardigheid.",
            "De mevrouw van de kassa hoeft niet te helpen.",
            "Zaterdag. Bus. Vis eten.",
            "Zoë zegt: ‘Bus!’",
        ] {
            assert!(!about(text, "Zoë", Pronoun::She), "{text}");
        }
        for text in [
            "Op tijd thuis zijn.",
            "Met zijn tweeën fietsen.",
            "Vrij zijn is alles.",
        ] {
            assert!(!about(text, "Sem", Pronoun::He), "{text}");
        }
    }
}
