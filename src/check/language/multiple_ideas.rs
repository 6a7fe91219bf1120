//! More than one statement in a sentence.
//!
//! Counts clauses by their finite verbs. A short sentence with `als`, or with what somebody
//! knows, finds or asks, is one idea.

use super::{Hit, LanguageRule, Reading};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::{VerbForm, is_participle};

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
const JOINING: &[&str] = &[
    "omdat", "zodat", "terwijl", "waardoor", "nadat", "voordat", "hoewel", "doordat", "waarbij", "waarna", "totdat",
    "tenzij", "mits", "zodra", "opdat", "aangezien", "zolang", "ofschoon", "alhoewel", "waaronder", "waarmee", "waarin",
    "naarmate",
];

/// Words that open a clause which belongs to its sentence.
const BELONGING: &[&str] = &["als", "wanneer", "toen", "indien"];

/// Words that open what somebody knows or asks.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "dat", "of", "wat", "wie", "waar", "hoe", "waarom", "welke", "welk", "hoeveel", "waarvoor", "waarover", "hoelang",
    "waarheen", "waarop", "waaraan", "waarvan", "waaruit", "waartegen",
];

/// Words that are a subject by themselves.
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "ik", "jij", "je", "hij", "zij", "ze", "we", "wij", "jullie", "u", "het", "dat", "dit", "er", "die", "iedereen",
    "iemand", "niemand",
];

/// Words after which the verb comes first.
const THEN: &[&str] = &[
    "dan",
    "daarna",
    "toen",
    "vervolgens",
    "daarom",
    "daardoor",
    "ook",
    "soms",
    "later",
    "nu",
    "toch",
    "morgen",
    "eerst",
];

/// Words after a noun that tell more of it.
const RELATIVE: &[&str] = &[
    "die", "dat", "waar", "waarmee", "waarin", "waarop", "waarvoor", "waarbij", "waarvan", "wiens",
];

/// Verbs of what is said, thought and felt, after which `dat` tells what.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "zeggen", "vinden", "denken", "weten", "willen", "hopen", "vertellen", "merken", "zien", "horen", "voelen", "zorgen",
    "afspreken", "beloven", "geloven", "snappen", "begrijpen", "vragen", "kijken", "letten", "wachten", "uitleggen",
    "leren", "ontdekken", "vergeten", "onthouden", "schrijven", "bedoelen", "wensen", "helpen", "dromen", "betekenen", "kloppen",
];

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    let tokens = &reading.tokens;
    let found = (1..tokens.len())
        .find(|at| starts_statement(reading, *at))
        .or_else(|| fronted(reading))
        .or_else(|| many_clauses(reading))
        .or_else(|| many_actions(reading));
    found
        .map(|at| Hit {
            range: tokens[at].range.clone(),
            advice: Some("maak er een nieuwe zin van".to_owned()),
        })
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
        word if RELATIVE.contains(&word) => is_relative(reading, at),
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

/// Whether a clause starts at a place: a subject and its verb, or `dan` and the verb.
fn starts_clause(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let Some(first) = tokens.get(at) else {
        return false;
    };
    let next = |step: usize| {
        tokens
            .get(at + step)
            .is_some_and(|token| token.verb == VerbForm::Finite)
    };
    if first.is_one_of(SUBJECTS) || first.is_one_of(THEN) {
        return (1..=3).any(next);
    }
    // `en mijn zus kookt`, `en Noor kookt`
    reading.is_name(at) && next(1)
        || first.is_one_of(&[
            "de", "het", "een", "mijn", "jouw", "ons", "onze", "haar", "hun", "deze", "die",
        ]) && (2..=4).any(next)
}

/// Whether `en` or `of` joins two clauses, and no words.
fn joins_clause(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    if starts_clause(reading, at + 1) {
        // `of ik mag`, `of Noor komt` after what somebody asks.
        return !tokens[at].is("of")
            || !is_asked(reading, at)
                && tokens[..at].iter().any(|token| token.is_one_of(SUBJECTS));
    }
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    // `en drinkt thee`, `en ga dan naar huis`
    next.verb == VerbForm::Finite && at + 2 < tokens.len() && !tokens[at + 2].is("en")
        || next.verb == VerbForm::Finite && at + 2 == tokens.len() && next.lower.ends_with('t')
        || tokens
            .get(at + 2)
            .is_some_and(|after| after.verb == VerbForm::Finite)
            && next.verb == VerbForm::None
            && tokens.get(at + 3).is_some()
            && !is_subordinate(reading, at)
}

/// Whether what stands before a place is a clause within the sentence: its verb stands last.
fn is_subordinate(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[..at]
        .iter()
        .any(|token| token.is_one_of(BELONGING) || token.is_one_of(ASKING))
}

/// Whether `of` tells what somebody asks or knows.
fn is_asked(reading: &Reading<'_>, at: usize) -> bool {
    is_said(reading, at) || reading.tokens[..at].iter().any(|token| token.is("of"))
}

/// Whether a verb of saying, thinking or feeling stands before a place.
fn is_said(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[..at].iter().any(|token| {
        token
            .forms
            .iter()
            .any(|form| SAYING.contains(&form.as_str()))
    })
}

/// Whether `en` joins two things to do, each with words of its own: `de was doen en brood kopen`.
fn joins_phrases(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let tokens = &reading.tokens;
    if at + 2 >= end {
        return false;
    }
    let done = |place: usize| {
        tokens[place].verb == VerbForm::Infinitive || is_participle(&tokens[place].lower)
    };
    let object = (1..at.saturating_sub(1)).any(|place| {
        tokens[place].is_one_of(&["de", "het", "een", "mijn", "naar", "met", "in", "op"])
    });
    done(at - 1) && done(end - 1) && object && end - at > 2
}

/// Whether a second sentence starts after a comma: `Ik kook, Noor wast af.`
fn starts_next_sentence(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let first = &tokens[0];
    let opened = first.is_one_of(BELONGING)
        || first.is_one_of(JOINING)
        || first.is_one_of(ASKING)
        || first.is("voor")
        || first.is("nee")
        || first.is("ja")
        || first.is("om");
    if opened || !reading.has_finite(0..at) {
        return false;
    }
    starts_clause(reading, at)
}

/// Whether `die` or `dat` tells more of the noun before it, with a verb of its own.
fn is_relative(reading: &Reading<'_>, at: usize) -> bool {
    let tokens = &reading.tokens;
    let noun = &tokens[at - 1];
    let small = [
        "dan",
        "nu",
        "niet",
        "ook",
        "wel",
        "als",
        "en",
        "of",
        "maar",
        "fijn",
        "leuk",
        "goed",
        "belangrijk",
        "zo",
        "zeker",
        "blij",
        "bang",
        "graag",
        "mij",
        "me",
        "jou",
        "haar",
        "hem",
        "ons",
        "je",
        "ik",
        "jij",
        "hij",
        "ze",
        "zij",
        "we",
        "wij",
        "al",
        "soms",
        "het",
        "er",
        "eerst",
        "altijd",
        "jammer",
        "erg",
        "stom",
        "vervelend",
        "normaal",
        "handig",
        "mooi",
        "in",
        "op",
        "met",
        "van",
        "voor",
        "aan",
        "bij",
        "naar",
        "over",
        "om",
        "uit",
        "door",
        "zodat",
        "vaak",
        "weer",
        "afgesproken",
        "gezegd",
        "waar",
        "raar",
        "gek",
    ];
    if noun.verb != VerbForm::None || noun.is_one_of(&small) || is_participle(&noun.lower) {
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
    own && main
        && !asks
        && !(tokens
            .get(at + 1)
            .is_some_and(|next| next.verb == VerbForm::Finite)
            && token.is("dat"))
        && tokens.get(at + 2).is_some()
        || own
            && main
            && !asks
            && token.is("die")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.verb == VerbForm::Finite)
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
