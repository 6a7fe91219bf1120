//! Endings and comparison of adjectives.

use super::{Form, before_vowel};

/// Comparisons that no rule leads to.
const IRREGULAR: &[(&str, [&str; 4])] = &[
    ("goed", ["beter", "betere", "best", "beste"]),
    ("graag", ["liever", "liefst", "liefst", "liefst"]),
    (
        "dichtbij",
        ["dichterbij", "dichterbij", "dichtstbij", "dichtstbij"],
    ),
];

/// Every form of an adjective.
pub(super) fn forms(word: &str) -> Vec<(String, Form)> {
    let mut forms = vec![(word.to_owned(), Form::Base)];
    let mut add = |text: String, form| forms.push((text, form));
    for (_, compared) in IRREGULAR.iter().filter(|(base, _)| *base == word) {
        for form in compared {
            add((*form).to_owned(), Form::Compared);
        }
    }
    // `liever` is how one would rather have it, and hardly ever more dear.
    if word == "lief" {
        for form in ["lieve", "liefs"] {
            add(form.to_owned(), Form::Inflected);
        }
        return forms;
    }
    if word.ends_with(['e', 'a', 'o', 'i']) && !word.ends_with("oe") {
        add(format!("{word}r"), Form::Compared);
        add(format!("{word}s"), Form::Inflected);
        return forms;
    }
    if word.ends_with("oe") {
        for (ending, form) in [("ë", Form::Inflected), ("ër", Form::Compared)] {
            add(format!("{word}{ending}"), form);
        }
        add(format!("{word}st"), Form::Compared);
        return forms;
    }
    for stem in before_vowel(word) {
        add(format!("{stem}e"), Form::Inflected);
        for ending in ["er", "ere"] {
            add(format!("{stem}{ending}"), Form::Compared);
        }
    }
    if word.ends_with('r') {
        for ending in ["der", "dere"] {
            add(format!("{word}{ending}"), Form::Compared);
        }
    }
    let most = if word.ends_with('s') { "t" } else { "st" };
    add(format!("{word}{most}"), Form::Compared);
    add(format!("{word}{most}e"), Form::Compared);
    if !word.ends_with('s') {
        add(format!("{word}s"), Form::Inflected);
    }
    forms
}
