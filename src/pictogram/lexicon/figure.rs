//! Words that don't mean what they say: `de handen uit de mouwen steken` has no hands to show.

use super::expression::Held;
use super::search::is_form_of;
use super::sentence::Sentence;
use crate::language;

/// Marks the words that stand in a figure of speech, and with its verb all that goes with it; takes
/// away the expressions among them. One that has most of a figure's words is what the lexicon itself
/// says of it.
pub(super) fn bar(sentence: &Sentence<'_>, held: &mut Vec<Held<'_>>, taken: &mut [bool]) {
    let words: Vec<_> = sentence
        .tokens
        .iter()
        .map(|token| if token.is_name { "" } else { &token.word })
        .collect();
    let is_form = |at: usize, verb: &str| is_form_of(sentence, at, verb);
    for figure in language::figures(&words, &is_form) {
        let first = figure.words.start;
        let clause = sentence.clause_of[first];
        let parted = figure
            .words
            .clone()
            .skip(1)
            .any(|at| sentence.tokens[at].mark.is_some() || sentence.clause_of[at] != clause);
        let elsewhere = figure
            .verb
            .is_some_and(|verb| sentence.clause_of[verb] != clause);
        if parted || elsewhere {
            continue;
        }
        let mut places: Vec<_> = figure.words.clone().chain(figure.verb).collect();
        let shared = |one: &Held<'_>| {
            let inside = one.tokens.iter().filter(|at| places.contains(at));
            inside.count()
        };
        if held.iter().any(|one| shared(one) * 2 > places.len()) {
            continue;
        }
        // `Ik voel me het vijfde wiel.`: the verb says nothing beside it.
        let carries = figure.verb.is_some()
            || sentence.finite_of(first).is_some_and(|finite| {
                figure.words.contains(&finite.at) || is_form_of(sentence, finite.at, "voelen")
            });
        if carries {
            places.extend(sentence.clause(first).range.clone());
        }
        held.retain(|one| !one.tokens.iter().any(|at| places.contains(at)));
        for at in places {
            taken[at] = true;
        }
    }
}
