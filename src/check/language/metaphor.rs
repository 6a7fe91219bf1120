//! Figures of speech and fixed expressions.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Hit, LanguageRule, Reading, Token};
use crate::check::doc::Doc;
use crate::finding::Severity;
use crate::language::PARTICLES;

pub(super) const RULE: LanguageRule = LanguageRule {
    id: "metaphor",
    message: "dit is beeldspraak",
    doc: Doc {
        code: "beeldspraak",
        severity: Severity::Warning,
        what: "Er staat geen beeldspraak in.",
        why: "Wie letterlijk leest, ziet bij ‘de knoop doorhakken’ een knoop.",
        source: "Inclusion Europe, Informatie voor iedereen: gebruik geen beeldspraak",
        wrong: "Ik zit niet lekker in mijn vel.",
        right: "Ik voel mij verdrietig.",
    },
    find,
};

/// Words for `~`.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "mijn", "m'n", "je", "jouw", "zijn", "z'n", "haar", "d'r", "ons", "onze", "hun", "uw", "u", "mij", "me", "zich",
    "jezelf", "mezelf", "mijzelf", "zichzelf", "jullie", "jou", "hem", "hen", "iemands", "eigen",
];

/// Most words that `*` stands for.
const GAP: usize = 3;

/// A part of the words that stand together.
#[derive(Debug)]
enum Part {
    Word(Vec<&'static str>),
    Own,
    Gap,
}

/// An expression.
#[derive(Debug)]
struct Expression {
    parts: Vec<Part>,
    /// Infinitives, one of which must be in the sentence; none when the words are enough.
    verbs: Vec<&'static str>,
}

/// Expressions, and where to find them: under each word that may be the first given one, with
/// how many parts stand before it.
struct Expressions {
    all: Vec<Expression>,
    by_word: HashMap<&'static str, Vec<(usize, usize)>>,
}

static EXPRESSIONS: LazyLock<Expressions> = LazyLock::new(|| {
    let lines = include_str!("../../../words/metaphors.txt").lines();
    let all: Vec<_> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(expression)
        .collect();
    let mut by_word: HashMap<_, Vec<_>> = HashMap::new();
    for (index, expression) in all.iter().enumerate() {
        let first = expression
            .parts
            .iter()
            .enumerate()
            .find_map(|(at, part)| match part {
                Part::Word(words) => Some((at, words)),
                _ => None,
            });
        let (at, words) = first.expect("each expression has a word");
        for word in words {
            by_word.entry(*word).or_default().push((index, at));
            if *word == "de" {
                for own in OWN {
                    by_word.entry(*own).or_default().push((index, at));
                }
            }
        }
    }
    Expressions { all, by_word }
});

fn expression(line: &'static str) -> Expression {
    let (words, verbs) = line.split_once(" + ").unwrap_or((line, ""));
    let part = |word: &'static str| match word {
        "~" => Part::Own,
        "*" => Part::Gap,
        word => Part::Word(word.split('/').collect()),
    };
    Expression {
        parts: words.split(' ').map(part).collect(),
        verbs: verbs.split('/').filter(|verb| !verb.is_empty()).collect(),
    }
}

fn find(reading: &Reading<'_>) -> Vec<Hit> {
    reading.figures.clone()
}

/// Finds the expressions among these words, and marks the words that belong to them.
pub(super) fn figures(tokens: &mut [Token<'_>]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for at in 0..tokens.len() {
        let Some((place, verb)) = expression_at(tokens, at) else {
            continue;
        };
        let range = tokens[place.start].range.start..tokens[place.end - 1].range.end;
        for token in &mut tokens[place] {
            token.is_figurative = true;
        }
        if let Some(verb) = verb {
            tokens[verb].is_figurative = true;
        }
        if hits.last().is_none_or(|last| last.range.end <= range.start) {
            hits.push(Hit::new(range, "zeg letterlijk wat je bedoelt"));
        }
    }
    hits
}

/// The expression that has its first given word at a place: its words, and where its verb is.
fn expression_at(tokens: &[Token<'_>], at: usize) -> Option<(Range<usize>, Option<usize>)> {
    let under = EXPRESSIONS.by_word.get(tokens[at].lower.as_str())?;
    under.iter().find_map(|(index, before)| {
        let expression = &EXPRESSIONS.all[*index];
        let start = at.checked_sub(*before)?;
        let end = match_parts(&expression.parts, &tokens[start..])? + start;
        if expression.verbs.is_empty() {
            return Some((start..end, None));
        }
        let verb = expression
            .verbs
            .iter()
            .find_map(|verb| find_verb(tokens, verb, &(start..end)))?;
        Some((start..end, Some(verb)))
    })
}

/// How many words these parts match from the first on.
fn match_parts(parts: &[Part], tokens: &[Token<'_>]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(0);
    };
    match part {
        Part::Gap => (0..=GAP.min(tokens.len()))
            .find_map(|skipped| Some(skipped + match_parts(rest, &tokens[skipped..])?)),
        Part::Own => {
            let token = tokens.first().filter(|token| token.is_one_of(OWN))?;
            let more = usize::from(
                !token.is("eigen") && tokens.get(1).is_some_and(|next| next.is("eigen")),
            );
            let plain = match_parts(rest, &tokens[1..]).map(|number| number + 1);
            plain.or_else(|| {
                (more == 1)
                    .then(|| match_parts(rest, &tokens[2..]).map(|number| number + 2))
                    .flatten()
            })
        }
        Part::Word(words) => {
            let token = tokens.first()?;
            // `de handen ineen` is `mijn handen ineen` as well.
            let own = words.contains(&"de") && token.is_one_of(OWN);
            if !own && !token.is_one_of(words) {
                return None;
            }
            let after = &tokens[1..];
            let plain = match_parts(rest, after);
            let determined = own || token.is_one_of(&["een", "de", "het"]);
            plain
                .or_else(|| {
                    // An adjective may come between: `een heel zware last`.
                    let adjective = after.first().filter(|next| {
                        determined && next.lower.ends_with('e') && next.lower.len() > 3
                    });
                    adjective.and_then(|_| Some(match_parts(rest, &after[1..])? + 1))
                })
                .map(|number| number + 1)
        }
    }
}

/// Where a form of a verb stands in the sentence, outside these words; its particle may stand
/// apart.
fn find_verb(tokens: &[Token<'_>], verb: &str, place: &Range<usize>) -> Option<usize> {
    let position = |test: &dyn Fn(&Token<'_>) -> bool| {
        (0..tokens.len()).find(|at| !place.contains(at) && test(&tokens[*at]))
    };
    let form_of = |verb: &str| position(&|token| token.forms.iter().any(|form| form == verb));
    form_of(verb).or_else(|| {
        PARTICLES.iter().find_map(|particle| {
            let simple = verb.strip_prefix(particle).filter(|rest| rest.len() > 2)?;
            position(&|token| token.is(particle))?;
            form_of(simple)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_expressions_in_any_order() {
        for sentence in [
            "Ik hak vandaag de knoop door.",
            "Ik wil de knoop doorhakken.",
            "Noor heeft de knoop doorgehakt.",
            "Ik zit niet lekker in mijn vel.",
            "Zij loopt op haar tenen.",
            "Ik wil op mijn eigen benen staan.",
        ] {
            assert_eq!(find(&Reading::new(sentence)).len(), 1, "{sentence}");
        }
        for sentence in [
            "Ik maak een knoop in het touw.",
            "De deur staat open.",
            "Ik loop naar de markt.",
        ] {
            assert_eq!(find(&Reading::new(sentence)), [], "{sentence}");
        }
    }
}
