//! How alike two texts are by the stems of their words. Does not know what they mean.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use super::stem::hardened;
use super::text::words;
use crate::dossier::value::MONTHS;

/// Words that say little of what a text is about: function words, amounts, times, and what a goal
/// calls the person whose goal it is. The months are none either.
const STOP_WORDS: &str = "aan achter al alle alleen als altijd anders ben bent beide bij binnen boven buiten client \
    cliënt daar daarbij daarna daarom daarvoor dag dagen dan dat de den der deze dezelfde die \
    dit doe doel doen doet door drie duidelijk een eén één eens eerst eigen elk elkaar elke en \
    er ermee ervan etmaal gaan gaat geen goed haar had heb hebben heeft heel hem hen het hij hoe \
    hun iemand iets ieder iedere ik in inwoner is je jij jaar jaren kan keer komt komen krijgt \
    kunnen kunt kwartier maand maanden maar maken maakt maximaal me mee meer meest meneer men \
    met mevrouw mij mijn minder minimaal minstens minuten minuut moet moeten mogelijk mw dhr na \
    naar naast net niet nog nu of om onder ons onze ook op over per samen sinds steeds te tegen \
    ten ter terug tijdens toe tot tussen twee u uit uiterlijk uren uur uw vaak van vanaf vast \
    vaste veel vier vijf vind vindt volgens voor vooral waar waarbij waarin waarop was wat we \
    week weken weer wel welke werd weten weet wie wij wil willen worden wordt zal ze zelf zes \
    zich zichzelf zij zijn zo zodat zonder zou zullen";

/// The shortest stem that counts as a part of a longer word.
const SHORTEST_PART: usize = 4;
/// What a stem counts for that is the begin or end of a longer word: `geld` in `geldzaken`.
const PART: f64 = 0.6;

/// How alike two texts are, from 0 (no stem in common) to 1 (the same stems): the stems in common
/// over the geometric mean of both counts, so that a short text may resemble a long one.
pub(crate) fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (stems(a), stems(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let common = f64::midpoint(shared(&a, &b), shared(&b, &a));
    let counts = count(&a) * count(&b);
    (common / counts.sqrt()).min(1.0)
}

/// The stems of the words that say what a text is about.
pub(crate) fn stems(text: &str) -> BTreeSet<String> {
    words(text)
        .map(str::to_lowercase)
        .filter(|word| !is_stop_word(word))
        .map(|word| stem(&word))
        .collect()
}

fn is_stop_word(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| STOP_WORDS.split(' ').chain(MONTHS).collect());
    let has_letter = word.chars().any(char::is_alphabetic);
    !has_letter || word.chars().count() == 1 || KNOWN.contains(word)
}

/// The stem of a lower-case word. The stemmer leaves the t of a verb, a doubled consonant, and the z
/// and v that Dutch writes as s and f at the end of a word: `reist` and `reizen` would differ.
fn stem(word: &str) -> String {
    let bare = match word.strip_suffix('t') {
        Some(bare) if bare.chars().count() >= SHORTEST_PART => bare,
        _ => word,
    };
    let mut stem = super::stem::stem(bare);
    let mut last = stem.chars().rev();
    let (last, before) = (last.next(), last.next());
    if last == before {
        stem.pop();
    }
    hardened(stem)
}

/// What the stems of one text find in another.
fn shared(from: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let best = |stem: &String| {
        if other.contains(stem) {
            1.0
        } else if other
            .iter()
            .any(|long| is_part(stem, long) || is_part(long, stem))
        {
            PART
        } else {
            0.0
        }
    };
    from.iter().map(best).sum()
}

fn is_part(part: &str, whole: &str) -> bool {
    part.chars().count() >= SHORTEST_PART && (whole.starts_with(part) || whole.ends_with(part))
}

fn count(stems: &BTreeSet<String>) -> f64 {
    stems.iter().map(|_| 1.0).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_in_other_forms_are_fully_alike() {
        let alike = likeness(
            "Zij reist zelfstandig met de bus",
            "Zelfstandig met bussen reizen",
        );
        assert!(alike > 0.99, "{alike}");
        assert!((likeness("Ruben houdt zijn baan.", "Ruben houdt zijn baan.") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_in_common_but_small_words_is_not_alike_at_all() {
        let other = likeness(
            "Zij heeft overzicht over haar geld",
            "Hij kookt elke dag voor zichzelf",
        );
        assert!(other.abs() < 1e-9, "{other}");
        assert!(likeness("", "Zelf koken").abs() < 1e-9);
        assert!(likeness("per week", "per week").abs() < 1e-9);
    }

    #[test]
    fn a_part_of_a_compound_counts_for_something() {
        let whole = likeness("geld", "geld");
        let part = likeness("geld", "geldzaken");
        assert!(part > 0.3 && part < whole, "{part}");
    }

    #[test]
    fn likeness_does_not_depend_on_the_order() {
        let (a, b) = ("Zelf de post openen", "Post en financiën op orde");
        assert!((likeness(a, b) - likeness(b, a)).abs() < 1e-9);
    }
}
