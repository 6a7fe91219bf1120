//! What sentences speak of, remembered: the same sentence is looked at by the rules of `check` and by
//! each document that says it, and the phrases of the program return with every client.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Library;
use crate::pictogram::lexicon::Found;

/// How many sentences are remembered, some hundred bytes each; then all are forgotten. A large plan
/// has some hundreds.
const MOST: usize = 4096;

/// What was found in sentences before.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<HashMap<String, Arc<[Found]>>>);

impl Library {
    /// What a sentence speaks of; see [`Lexicon::search`](crate::pictogram::lexicon::Lexicon::search).
    pub(super) fn spoken(&self, sentence: &str) -> Arc<[Found]> {
        // Nothing is left half by a panic while the lock is held.
        let memory = || self.memory.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = memory().get(sentence) {
            return Arc::clone(found);
        }
        let found: Arc<[Found]> = self.lexicon.search(sentence, &self.extra).into();
        let mut memory = memory();
        if memory.len() >= MOST {
            memory.clear();
        }
        memory.insert(sentence.to_owned(), Arc::clone(&found));
        found
    }
}
