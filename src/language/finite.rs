//! Finite verbs and infinitives, told by their form alone.

use super::lemma::{base_forms, infinitives};
use super::prefix::PARTICLES;
use super::strong_verb;
use super::verb::{Reading, read};
use super::verb_stems::STEMS;
use super::vocabulary::is_listed;

/// Forms of the verbs that help others, and of a few that follow no rule.
#[rustfmt::skip]
const AUXILIARY: &[&str] = &[
    "ben", "bent", "doe", "doet", "ga", "gaat", "ging", "gingen", "had", "hadden", "heb", "hebben", "hebt",
    "heeft", "is", "kan", "kon", "konden", "kun", "kunnen", "kunt", "laat", "mag", "mocht", "mochten", "moest",
    "moesten", "moet", "mogen", "sta", "staat", "waren", "was", "werd", "werden", "wil", "wilde", "wilden",
    "wilt", "word", "wordt", "wou", "zal", "zie", "ziet", "zou", "zouden", "zul", "zult",
];

/// Nouns and other words that have the form of a past tense.
const NO_PAST: &[&str] = &[
    "bad", "beet", "bond", "boog", "borg", "leed", "rees", "rook", "school", "sloop", "stal",
    "vlocht", "week", "wees", "weken", "rookt", "ruimte", "warmte", "tochten", "bonden", "stalen",
    "baden", "bleek", "bleken", "spoten", "streek", "streken", "woud", "vroeg", "zonden", "wezen",
    "boden", "leden", "treden", "slot", "hoop", "groeven", "droop", "gold",
];

/// What a word may be among the verbs of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// A form that can only be finite, or is so as good as always.
    Finite,
    /// The form for `ik`, which is often a noun as well: `werk`.
    Stem,
    /// An infinitive, or the present tense of more than one.
    Infinitive,
    /// No verb that is known.
    None,
}

/// Reads a lower-case word as a verb.
pub(crate) fn verb_form(word: &str) -> VerbForm {
    if AUXILIARY.contains(&word) {
        VerbForm::Finite
    } else if is_infinitive(word) {
        VerbForm::Infinitive
    } else if STEMS.binary_search(&word).is_ok() {
        if word.ends_with('t') {
            VerbForm::Finite
        } else {
            VerbForm::Stem
        }
    } else if is_strong_past(word) {
        VerbForm::Finite
    } else if is_known_stem(word) {
        VerbForm::Stem
    } else if word.strip_suffix('t').is_some_and(is_strong_stem)
        || is_past(word)
        || matches!(read(word), Reading::Verb(_))
        || is_easy_present(word)
    {
        VerbForm::Finite
    } else {
        VerbForm::None
    }
}

/// Whether a word is an infinitive of a verb that is known.
pub(crate) fn is_infinitive(word: &str) -> bool {
    word.ends_with('n')
        && (is_simple(word)
            || PARTICLES
                .iter()
                .any(|particle| word.strip_prefix(particle).is_some_and(is_simple)))
}

fn is_simple(word: &str) -> bool {
    strong_verb::is_infinitive(word)
        || word.len() > 6 && word.ends_with("eren") && !word.ends_with("deren")
        || word.len() > 3
            && word.ends_with("en")
            && STEMS.iter().any(|stem| has_infinitive(stem, word))
}

/// Whether a stem has this infinitive.
fn has_infinitive(stem: &str, word: &str) -> bool {
    if stem.as_bytes().first() != word.as_bytes().first() || stem.len().abs_diff(word.len()) > 3 {
        return false;
    }
    let mut forms = Vec::new();
    infinitives(stem, &mut forms);
    let vowels = stem.len() > 3
        && stem.as_bytes()[stem.len() - 3..stem.len() - 1]
            .windows(2)
            .all(|pair| pair[0] == pair[1]);
    forms
        .iter()
        .any(|form| form == word && !(vowels && form.len() == stem.len() + 2))
}

/// Whether a word is the form for `ik` of a verb that changes its vowel, or of an easy one.
fn is_known_stem(word: &str) -> bool {
    let mut forms = Vec::new();
    infinitives(word, &mut forms);
    is_strong_stem(word)
        || word.len() > 3
            && !NO_PAST.contains(&word)
            && forms
                .iter()
                .any(|form| form.ends_with('n') && is_listed(form))
}

/// Whether a word is the form for `ik` of a verb that changes its vowel: `drink`.
fn is_strong_stem(word: &str) -> bool {
    let mut forms = Vec::new();
    infinitives(word, &mut forms);
    word.len() > 2 && forms.iter().any(|form| strong_verb::is_infinitive(form))
}

fn is_strong_past(word: &str) -> bool {
    !NO_PAST.contains(&word) && strong_verb::from_past(word).is_some()
}

fn is_past(word: &str) -> bool {
    !NO_PAST.contains(&word)
        && ["te", "de", "ten", "den"].iter().any(|ending| {
            word.strip_suffix(ending)
                .is_some_and(|stem| stem.len() > 2 && STEMS.binary_search(&stem).is_ok())
        })
}

/// Whether a word on -t is the present tense of an easy verb.
fn is_easy_present(word: &str) -> bool {
    let Some(stem) = word.strip_suffix('t').filter(|stem| stem.len() > 2) else {
        return false;
    };
    if is_listed(word) || word.starts_with("ge") {
        return false;
    }
    let mut forms = Vec::new();
    infinitives(stem, &mut forms);
    forms
        .iter()
        .any(|form| is_listed(form) && form.ends_with("en"))
        && base_forms(word)
            .iter()
            .skip(1)
            .all(|form| !is_listed(form) || form.ends_with('n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_verbs_by_their_form() {
        for (word, form) in [
            ("gaat", VerbForm::Finite),
            ("helpt", VerbForm::Finite),
            ("liep", VerbForm::Finite),
            ("maakte", VerbForm::Finite),
            ("werk", VerbForm::Stem),
            ("koken", VerbForm::Infinitive),
            ("opruimen", VerbForm::Infinitive),
            ("eet", VerbForm::Finite),
            ("tafel", VerbForm::None),
            ("kasten", VerbForm::None),
            ("week", VerbForm::None),
        ] {
            assert_eq!(verb_form(word), form, "{word}");
        }
    }
}
