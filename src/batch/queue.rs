//! Work for the threads: documents that are ready first, then the next client.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What a thread gets to do.
pub(super) enum Work<D> {
    /// Prepare the client with this index; its documents are to be added.
    Prepare(usize),
    /// Make a document.
    Make(D),
}

/// Hands out work until there is none and none can come.
pub(super) struct Queue<D> {
    state: Mutex<State<D>>,
    changed: Condvar,
}

struct State<D> {
    documents: VecDeque<D>,
    next_client: usize,
    clients: usize,
    preparing: usize,
}

impl<D> Queue<D> {
    /// A queue for a number of clients.
    pub(super) fn new(clients: usize) -> Self {
        Self {
            state: Mutex::new(State {
                documents: VecDeque::new(),
                next_client: 0,
                clients,
                preparing: 0,
            }),
            changed: Condvar::new(),
        }
    }

    /// The next piece of work; none when all is done or being done.
    pub(super) fn take(&self) -> Option<Work<D>> {
        let mut state = self.lock();
        loop {
            if let Some(document) = state.documents.pop_front() {
                return Some(Work::Make(document));
            }
            if state.next_client < state.clients {
                state.next_client += 1;
                state.preparing += 1;
                return Some(Work::Prepare(state.next_client - 1));
            }
            if state.preparing == 0 {
                return None;
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Adds the documents of a client that was prepared.
    pub(super) fn add(&self, documents: Vec<D>) {
        let mut state = self.lock();
        state.documents.extend(documents);
        state.preparing -= 1;
        drop(state);
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<D>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
