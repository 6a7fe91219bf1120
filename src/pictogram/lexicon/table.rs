//! A table from texts to what they stand for, quick to fill: the lexicon has tens of thousands of
//! forms and is read whenever the program starts.

/// Texts that a lexicon of some thousand words has, more or less.
const USUAL: usize = 1 << 17;

/// No entry, or no further value.
const NONE: u32 = u32::MAX;

/// Texts with their values. All texts stand in one string and the values of one text are a chain
/// through one list, as a string and a list for each would cost more than all else.
#[derive(Debug)]
pub(super) struct Table<V> {
    texts: String,
    entries: Vec<Entry>,
    chain: Vec<(V, u32)>,
    /// The entry of each hash, or where that one is taken, of the next; half of them stay free.
    slots: Vec<u32>,
}

impl<V: Copy + PartialEq> Default for Table<V> {
    fn default() -> Self {
        Self::with_slots(1 << 4)
    }
}

#[derive(Debug)]
struct Entry {
    hash: u32,
    start: u32,
    end: u32,
    /// Its first and last value.
    first: u32,
    last: u32,
}

impl<V: Copy + PartialEq> Table<V> {
    /// A table with room for all forms of a lexicon.
    pub(super) fn large() -> Self {
        Self::with_slots(USUAL)
    }

    fn with_slots(slots: usize) -> Self {
        Self {
            texts: String::with_capacity(slots * 4),
            entries: Vec::with_capacity(slots / 2),
            chain: Vec::with_capacity(slots / 2),
            slots: vec![NONE; slots],
        }
    }

    /// Adds a value to a text, once.
    pub(super) fn add(&mut self, text: &str, value: V) {
        let hash = hash(text);
        let slot = self.slot(text, hash);
        let new = index(self.chain.len());
        let number = self.slots[slot];
        if number == NONE {
            self.slots[slot] = index(self.entries.len());
            let start = index(self.texts.len());
            self.texts.push_str(text);
            self.entries.push(Entry {
                hash,
                start,
                end: index(self.texts.len()),
                first: new,
                last: new,
            });
            self.chain.push((value, NONE));
            if self.entries.len() * 2 > self.slots.len() {
                self.grow();
            }
            return;
        }
        if self.get(text).any(|known| known == value) {
            return;
        }
        let entry = &mut self.entries[number as usize];
        self.chain[entry.last as usize].1 = new;
        entry.last = new;
        self.chain.push((value, NONE));
    }

    /// The values of a text, in the order in which they were added.
    pub(super) fn get(&self, text: &str) -> impl Iterator<Item = V> + '_ {
        let number = self.slots[self.slot(text, hash(text))];
        let mut at = match self.entries.get(number as usize) {
            Some(entry) => entry.first,
            None => NONE,
        };
        std::iter::from_fn(move || {
            let (value, next) = self.chain.get(at as usize)?;
            at = *next;
            Some(*value)
        })
    }

    /// Whether a text is there.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.slots[self.slot(text, hash(text))] != NONE
    }

    /// The slot that a text has, or a free one where it belongs.
    fn slot(&self, text: &str, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let number = self.slots[slot];
            let Some(entry) = self.entries.get(number as usize) else {
                return slot;
            };
            if entry.hash == hash && &self.texts[entry.start as usize..entry.end as usize] == text {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let mut slots = vec![NONE; self.slots.len() * 2];
        let mask = slots.len() - 1;
        for (number, entry) in self.entries.iter().enumerate() {
            let mut slot = entry.hash as usize & mask;
            while slots[slot] != NONE {
                slot = (slot + 1) & mask;
            }
            slots[slot] = index(number);
        }
        self.slots = slots;
    }
}

fn index(number: usize) -> u32 {
    u32::try_from(number).expect("a lexicon has less than four billion letters")
}

/// FNV-1a, with its upper half folded in: the slot is told by the lower bits.
fn hash(text: &str) -> u32 {
    let hash = text.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_found_again() {
        let mut table = Table::with_slots(2);
        let texts: Vec<_> = (0..1_000).map(|number| format!("woord{number}")).collect();
        for (number, text) in texts.iter().enumerate() {
            table.add(text, number);
            table.add(text, number);
            table.add(text, number + 1);
        }
        for (number, text) in texts.iter().enumerate() {
            let found: Vec<_> = table.get(text).collect();
            assert_eq!(found, [number, number + 1]);
        }
        assert!(table.contains("woord7"));
        assert!(!table.contains("woord"));
        assert_eq!(table.get("").next(), None);
    }
}
