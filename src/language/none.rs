//! Recognises a text that says there is nothing: `Niets.`, `Geen overleg meer.`

/// Words that such a text opens with.
const NONE: &[&str] = &["geen", "niemand", "niet", "niets", "nooit", "nvt", "n.v.t"];

/// Whether a text says that there is nothing to tell.
pub(crate) fn says_none(text: &str) -> bool {
    let first = super::words(text).next();
    first.is_some_and(|word| NONE.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_word_counts() {
        for text in ["Niets.", "Geen overleg meer.", "N.v.t.", "niemand"] {
            assert!(says_none(text), "{text}");
        }
        for text in ["Belt als de bus niet komt.", "Let op.", ""] {
            assert!(!says_none(text), "{text}");
        }
    }
}
