//! Every form of every word, and what it may be a form of.

use std::collections::HashMap;

use super::Reading;

/// Forms that a lexicon of some thousand words has, more or less.
const USUAL: usize = 1 << 16;

/// No further reading.
const LAST: usize = usize::MAX;

/// Forms with their readings. The readings of one form are a chain through one list, as a list for
/// each would cost more than all else when the lexicon is read.
#[derive(Debug)]
pub(super) struct Forms {
    first: HashMap<String, usize>,
    chain: Vec<(Reading, usize)>,
}

impl Forms {
    pub(super) fn new() -> Self {
        Self {
            first: HashMap::with_capacity(USUAL),
            chain: Vec::with_capacity(USUAL),
        }
    }

    /// Adds a reading to a form, once.
    pub(super) fn add(&mut self, form: String, reading: Reading) {
        let new = self.chain.len();
        let mut at = *self.first.entry(form).or_insert(new);
        while at < new {
            let (known, next) = self.chain[at];
            if known == reading {
                return;
            }
            if next == LAST {
                self.chain[at].1 = new;
            }
            at = next.min(new);
        }
        self.chain.push((reading, LAST));
    }

    /// What a form may be.
    pub(super) fn get(&self, form: &str) -> Vec<Reading> {
        let mut at = self.first.get(form).copied().unwrap_or(LAST);
        let mut found = Vec::new();
        while let Some((reading, next)) = self.chain.get(at) {
            found.push(*reading);
            at = *next;
        }
        found
    }

    pub(super) fn contains(&self, form: &str) -> bool {
        self.first.contains_key(form)
    }
}
