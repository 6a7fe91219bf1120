//! Figures of speech and fixed expressions, as `words/metaphors.txt` lists them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::prefix::PARTICLES;

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

/// A figure of speech among the words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The words that stand together.
    pub(crate) words: Range<usize>,
    /// Its verb, which may stand anywhere else.
    pub(crate) verb: Option<usize>,
}

static EXPRESSIONS: LazyLock<Expressions> = LazyLock::new(|| {
    let lines = include_str!("../../words/metaphors.txt").lines();
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

/// Finds the figures of speech among the lower-case words of a sentence, by the place of their
/// first given word. The function tells whether the word at a place is a form of an infinitive.
pub(crate) fn figures(words: &[&str], is_form: &dyn Fn(usize, &str) -> bool) -> Vec<Figure> {
    (0..words.len())
        .filter_map(|at| figure_at(words, is_form, at))
        .collect()
}

/// The longest expression that has its first given word at a place: `op het puntje van ~ tong` before
/// `op het puntje van`.
fn figure_at(words: &[&str], is_form: &dyn Fn(usize, &str) -> bool, at: usize) -> Option<Figure> {
    let under = EXPRESSIONS.by_word.get(words[at])?;
    let found = under.iter().filter_map(|(index, before)| {
        let expression = &EXPRESSIONS.all[*index];
        let start = at.checked_sub(*before)?;
        let place = start..match_parts(&expression.parts, &words[start..])? + start;
        if expression.verbs.is_empty() {
            return Some(Figure {
                words: place,
                verb: None,
            });
        }
        let verb = expression
            .verbs
            .iter()
            .find_map(|verb| find_verb(words, is_form, verb, &place))?;
        Some(Figure {
            words: place,
            verb: Some(verb),
        })
    });
    let length = |figure: &Figure| figure.words.len() + usize::from(figure.verb.is_some());
    found.reduce(|best, other| {
        if length(&other) > length(&best) {
            other
        } else {
            best
        }
    })
}

/// How many words these parts match from the first on.
fn match_parts(parts: &[Part], words: &[&str]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(0);
    };
    match part {
        Part::Gap => (0..=GAP.min(words.len()))
            .find_map(|skipped| Some(skipped + match_parts(rest, &words[skipped..])?)),
        Part::Own => {
            let word = words.first().filter(|word| OWN.contains(*word))?;
            let doubled = *word != "eigen" && words.get(1) == Some(&"eigen");
            let plain = match_parts(rest, &words[1..]).map(|number| number + 1);
            plain.or_else(|| {
                doubled
                    .then(|| match_parts(rest, &words[2..]).map(|number| number + 2))
                    .flatten()
            })
        }
        Part::Word(wanted) => {
            let word = words.first()?;
            // `de handen ineen` is `mijn handen ineen` as well.
            let own = wanted.contains(&"de") && OWN.contains(word);
            if !own && !wanted.contains(word) {
                return None;
            }
            let after = &words[1..];
            let plain = match_parts(rest, after);
            let determined = own || matches!(*word, "een" | "de" | "het");
            plain
                .or_else(|| {
                    // An adjective may come between: `een heel zware last`.
                    let adjective = after
                        .first()
                        .filter(|next| determined && next.ends_with('e') && next.len() > 3);
                    adjective.and_then(|_| Some(match_parts(rest, &after[1..])? + 1))
                })
                .map(|number| number + 1)
        }
    }
}

/// Where a form of a verb stands in the sentence, outside these words; its particle may stand
/// apart.
fn find_verb(
    words: &[&str],
    is_form: &dyn Fn(usize, &str) -> bool,
    verb: &str,
    place: &Range<usize>,
) -> Option<usize> {
    let form_of =
        |verb: &str| (0..words.len()).find(|at| !place.contains(at) && is_form(*at, verb));
    form_of(verb).or_else(|| {
        PARTICLES.iter().find_map(|particle| {
            let simple = verb.strip_prefix(particle).filter(|rest| rest.len() > 2)?;
            (0..words.len()).find(|at| !place.contains(at) && words[*at] == *particle)?;
            form_of(simple)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::lemma::base_forms;
    use super::*;

    fn of(sentence: &str) -> Vec<Figure> {
        let words: Vec<_> = sentence.split(' ').collect();
        let is_form = |at: usize, verb: &str| base_forms(words[at]).iter().any(|form| form == verb);
        figures(&words, &is_form)
    }

    #[test]
    fn words_and_verb_are_found_wherever_they_stand() {
        let whole = |words, verb| [Figure { words, verb }];
        assert_eq!(of("ik hak vandaag de knoop door"), whole(3..5, Some(1)));
        assert_eq!(of("ik wil de knoop doorhakken"), whole(2..4, Some(4)));
        assert_eq!(of("zij loopt al jaren op haar tenen"), whole(4..7, Some(1)));
        assert_eq!(of("ik maak een knoop in het touw"), []);
        assert_eq!(
            of("het ligt op het puntje van mijn tong"),
            whole(2..8, None)
        );
    }
}
