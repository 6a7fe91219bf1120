//! Chance that is the same on every machine and in every year: the output of BLAKE3 over a seed and
//! the name of what is drawn. What one part draws leaves all others as they were.

use std::fmt::Write as _;
use std::io::Read as _;

use blake3::{Hasher, OutputReader};

/// A stream of numbers.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    stream: OutputReader,
}

impl Draw {
    /// The stream of this seed for what these words name.
    pub(super) fn of(seed: u64, words: &[&dyn std::fmt::Display]) -> Self {
        let mut name = String::new();
        for word in words {
            // Writing to a string can't fail.
            let _ = write!(name, "{word}/");
        }
        let mut hasher = Hasher::new();
        hasher.update(&seed.to_le_bytes());
        hasher.update(name.as_bytes());
        Self {
            stream: hasher.finalize_xof(),
        }
    }

    /// A number below this one, which is at least 1. What is left of 2⁶⁴ by the division is too
    /// little to be seen.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let mut bytes = [0; 8];
        self.stream
            .read_exact(&mut bytes)
            .expect("the stream has no end");
        let count = u64::try_from(count.max(1)).expect("64 bits hold any count");
        usize::try_from(u64::from_le_bytes(bytes) % count).expect("below a count")
    }

    /// A number from the first up to and including the last.
    pub(super) fn between(&mut self, first: i32, last: i32) -> i32 {
        let count = usize::try_from(last - first + 1).unwrap_or(1);
        first + i32::try_from(self.below(count)).expect("within the bounds")
    }

    /// Whether something happens that does so this many times in a hundred.
    pub(super) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of these.
    pub(super) fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// At most so many of these, in a new order.
    pub(super) fn some<'a, T>(&mut self, all: &'a [T], count: usize) -> Vec<&'a T> {
        let mut all: Vec<_> = all.iter().collect();
        self.shuffle(&mut all);
        all.truncate(count);
        all
    }

    /// Puts these in a new order.
    pub(super) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }

    /// An index by weight: the second twice as often as the first with weights 1 and 2.
    pub(super) fn weighted(&mut self, weights: impl Iterator<Item = usize> + Clone) -> usize {
        let mut rest = self.below(weights.clone().sum());
        for (index, weight) in weights.enumerate() {
            match rest.checked_sub(weight) {
                Some(left) => rest = left,
                None => return index,
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_draws_the_same_and_another_does_not() {
        let draw = |seed: u64, name: &str| {
            let mut draw = Draw::of(seed, &[&name]);
            [draw.below(1_000), draw.below(1_000), draw.below(1_000)]
        };
        assert_eq!(draw(1, "a"), draw(1, "a"));
        assert_ne!(draw(1, "a"), draw(2, "a"));
        assert_ne!(draw(1, "a"), draw(1, "b"));
    }

    #[test]
    fn weights_are_kept() {
        let mut draw = Draw::of(7, &[&"weights"]);
        let drawn: Vec<_> = (0..4_000)
            .map(|_| draw.weighted([1, 3].into_iter()))
            .collect();
        let second = drawn.iter().filter(|index| **index == 1).count();
        assert!((2_800..3_200).contains(&second), "{second}");
    }
}
