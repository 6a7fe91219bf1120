//! How frequent a word is in written Dutch.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words from the most frequent down; those with a capital only are names.
static RANKS: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let mut ranks = HashMap::with_capacity(10_000);
    let lines = include_str!("../../words/ranks.txt").lines();
    for (rank, word) in lines.filter(|line| !line.starts_with('#')).enumerate() {
        ranks.entry(word).or_insert(rank + 1);
    }
    ranks
});

/// The rank of a word as it is written, from 1; none when it is not among the ten thousand most
/// frequent.
pub(crate) fn rank(word: &str) -> Option<usize> {
    RANKS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_words_come_first() {
        assert_eq!(rank("de"), Some(1));
        assert!(rank("huis") < rank("wonen").or(Some(9_999)));
        assert_eq!(rank("zelfredzaamheid"), None);
    }
}
