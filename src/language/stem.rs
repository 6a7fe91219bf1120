//! Word stems, for telling forms of one word that no rule of spelling joins.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a lower-case word: `lopen` and `loop` have the same.
pub(crate) fn stem(word: &str) -> String {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Dutch));
    STEMMER.stem(word).into_owned()
}

/// A stem with the z or v at its end as Dutch writes it there: `reiz` is `reis`.
pub(crate) fn hardened(mut stem: String) -> String {
    let hard = match stem.chars().next_back() {
        Some('z') => 's',
        Some('v') => 'f',
        _ => return stem,
    };
    stem.pop();
    stem.push(hard);
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_their_stem() {
        assert_eq!(stem("lopen"), stem("loop"));
        assert_eq!(stem("begeleiders"), stem("begeleider"));
        assert_ne!(stem("huis"), stem("tuin"));
    }
}
