//! Which words are easy: those on the list, their forms, and what is made of two of them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lemma::base_forms;
use super::stem::stem;

/// Words that need no explanation, in their base form.
static EASY: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../words/easy.txt")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// Stems of easy words long enough not to be shared by chance.
static EASY_STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut stems: HashSet<String> = HashSet::with_capacity(EASY.len());
    stems.extend(
        EASY.iter()
            .map(|word| stem(word))
            .filter(|stem| stem.len() > 4),
    );
    stems
});

/// Endings that make one easy word of another.
const ENDINGS: &[&str] = &[
    "heid", "ig", "er", "ster", "loos", "achtig", "baar", "lijk", "ing", "vol", "dag", "s", "rijk",
];

/// Whether a word, in exactly this form, is on the list.
pub(crate) fn is_listed(word: &str) -> bool {
    EASY.contains(word)
}

/// Whether a lower-case word of which these are the base forms is a form of an easy word.
pub(crate) fn is_easy_form(word: &str, forms: &[String]) -> bool {
    forms.iter().any(|form| is_listed(form)) || {
        let stem = stem(word);
        stem.len() > 4 && EASY_STEMS.contains(&stem)
    }
}

/// Whether a lower-case word is easy: a form of an easy word, or made of easy parts.
pub(crate) fn is_easy(word: &str) -> bool {
    let forms = base_forms(word);
    is_easy_form(word, &forms)
        || forms.iter().any(|form| is_derived(form))
        || word.contains('-') && word.split('-').all(|part| part.len() < 4 || is_easy(part))
        || super::compound::easy_parts(word)
}

/// Whether a word is an easy one with an ending or `on-`: `gezelligheid`, `onveilig`.
fn is_derived(word: &str) -> bool {
    let base_is_easy = |base: &str| {
        base.len() > 3 && {
            let forms = base_forms(base);
            forms.iter().any(|form| is_listed(form))
        }
    };
    word.strip_prefix("on").is_some_and(base_is_easy)
        || ENDINGS
            .iter()
            .any(|ending| word.strip_suffix(ending).is_some_and(base_is_easy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_compounds_of_easy_words_are_easy() {
        for word in [
            "begeleiders",
            "loopt",
            "gelopen",
            "boodschappen",
            "kopje",
            "boodschappenlijstje",
            "onveilig",
            "gezelligheid",
            "opgeruimd",
            "mooiste",
            "fietstocht",
        ] {
            assert!(is_easy(word), "{word}");
        }
        for word in [
            "implementatie",
            "adequaat",
            "zelfredzaamheid",
            "faciliteren",
        ] {
            assert!(!is_easy(word), "{word}");
        }
    }
}
