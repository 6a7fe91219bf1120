//! What was worked out of texts before, remembered: the same sentence is looked at more than once,
//! and the phrases of the program return with every client.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many texts are remembered, some hundred bytes each; then all are forgotten. A large plan has
/// some hundreds.
const MOST: usize = 4096;

/// Something worked out of texts that depends on nothing else.
#[derive(Debug)]
pub(crate) struct Memory<T>(Mutex<HashMap<String, Arc<[T]>>>);

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Memory<T> {
    /// What is known of a text; worked out if it isn't known yet.
    pub(crate) fn recall(&self, text: &str, work_out: impl FnOnce() -> Vec<T>) -> Arc<[T]> {
        // Nothing is left half by a panic while the lock is held.
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known().get(text) {
            return Arc::clone(found);
        }
        let found: Arc<[T]> = work_out().into();
        let mut known = known();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.to_owned(), Arc::clone(&found));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_worked_out_again_until_there_is_too_much() {
        let memory = Memory::default();
        let length = |text: &str| memory.recall(text, || vec![text.len()]);
        assert_eq!(*length("drie"), [4]);
        let known = memory.recall("drie", || unreachable!("it is known"));
        assert_eq!(*known, [4]);
        for number in 0..MOST {
            length(&number.to_string());
        }
        assert_eq!(*memory.recall("drie", || vec![5]), [5], "forgotten");
    }
}
