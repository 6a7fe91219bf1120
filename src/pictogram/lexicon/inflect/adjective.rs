//! Endings and comparison of adjectives.

use super::{Form, Listener, before_vowel};

/// Comparisons that no rule leads to.
const IRREGULAR: &[(&str, [&str; 4])] = &[
    ("goed", ["beter", "betere", "best", "beste"]),
    ("graag", ["liever", "liefst", "liefst", "liefst"]),
    (
        "dichtbij",
        ["dichterbij", "dichterbij", "dichtstbij", "dichtstbij"],
    ),
];

/// Tells every form of an adjective.
pub(super) fn forms(word: &str, to: &mut Listener<'_>) {
    to.add(&[word], Form::Base);
    for (_, compared) in IRREGULAR.iter().filter(|(base, _)| *base == word) {
        for form in compared {
            to.add(&[form], Form::Compared);
        }
    }
    // `liever` is how one would rather have it, and hardly ever more dear.
    if word == "lief" {
        for form in ["lieve", "liefs"] {
            to.add(&[form], Form::Inflected);
        }
        return;
    }
    if word.ends_with(['e', 'a', 'o', 'i']) && !word.ends_with("oe") {
        to.add(&[word, "r"], Form::Compared);
        to.add(&[word, "s"], Form::Inflected);
        return;
    }
    if word.ends_with("oe") {
        to.add(&[word, "ë"], Form::Inflected);
        to.add(&[word, "ër"], Form::Compared);
        to.add(&[word, "st"], Form::Compared);
        return;
    }
    for stem in before_vowel(word) {
        to.add(&[&stem, "e"], Form::Inflected);
        for ending in ["er", "ere"] {
            to.add(&[&stem, ending], Form::Compared);
        }
    }
    if word.ends_with('r') {
        for ending in ["der", "dere"] {
            to.add(&[word, ending], Form::Compared);
        }
    }
    let most = if word.ends_with('s') { "t" } else { "st" };
    to.add(&[word, most], Form::Compared);
    to.add(&[word, most, "e"], Form::Compared);
    if !word.ends_with('s') {
        to.add(&[word, "s"], Form::Inflected);
    }
}
