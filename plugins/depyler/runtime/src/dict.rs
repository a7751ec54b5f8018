//! `dict`: a hash table that keeps the order of insertion.

use crate::compare::same_key;
use crate::hash::hash;
use crate::value::{Name, R, Value};

struct Entry {
    hash: i64,
    key: Value,
    value: Value,
}

/// The table behind a `dict`.
#[derive(Default)]
pub struct Dict {
    entries: Vec<Option<Entry>>,
    /// Open addressing; 0 is empty, otherwise entry number + 1 below half of the mixed hash, so that most other keys are
    /// passed over without a look at them; removed entries stay as tombstones.
    index: Vec<u64>,
    used: usize,
    /// No entry stands before this one.
    start: usize,
}

impl Dict {
    /// How many keys.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    fn mixed(hash: i64) -> u64 {
        (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// What the index has for an entry, counted from 1.
    fn mark(hash: i64, number: usize) -> u64 {
        Self::mixed(hash) << 32 | number as u64
    }

    fn slot(hash: i64, mask: usize) -> usize {
        (Self::mixed(hash) >> 32) as usize & mask
    }

    /// The number of the entry of `key`.
    fn find(&self, key: &Value, hash: i64) -> R<Option<usize>> {
        if self.index.is_empty() {
            return Ok(None);
        }
        let mask = self.index.len() - 1;
        let mut at = Self::slot(hash, mask);
        let wanted = Self::mixed(hash) & 0xffff_ffff;
        loop {
            match self.index[at] {
                0 => return Ok(None),
                n if n >> 32 != wanted => {}
                n => {
                    let place = (n as u32) as usize - 1;
                    if let Some(Some(entry)) = self.entries.get(place)
                        && entry.hash == hash
                        && same_key(&entry.key, key)?
                    {
                        return Ok(Some(place));
                    }
                }
            }
            at = (at + 1) & mask;
        }
    }

    fn rebuild(&mut self) {
        self.entries.retain(Option::is_some);
        self.start = 0;
        let size = (self.entries.len() * 2 + 8).next_power_of_two();
        self.index = vec![0; size];
        for (n, entry) in self.entries.iter().enumerate() {
            let hash = entry.as_ref().map_or(0, |e| e.hash);
            let mut at = Self::slot(hash, size - 1);
            while self.index[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.index[at] = Self::mark(hash, n + 1);
        }
    }

    /// The value of `key`.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn get(&self, key: &Value) -> R<Option<Value>> {
        let at = self.find(key, hash(key)?)?;
        Ok(at.and_then(|at| self.entries[at].as_ref()).map(|entry| entry.value.clone()))
    }

    /// The value of a string key.
    pub fn get_name(&self, key: &str) -> Option<Value> {
        self.get(&Value::str(key)).ok().flatten()
    }

    /// Whether `key` is there.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn contains(&self, key: &Value) -> R<bool> {
        Ok(self.find(key, hash(key)?)?.is_some())
    }

    /// Binds `key`; gives the old value.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn set(&mut self, key: Value, value: Value) -> R<Option<Value>> {
        let hash = hash(&key)?;
        if let Some(at) = self.find(&key, hash)? {
            let entry = self.entries[at].as_mut();
            return Ok(entry.map(|entry| std::mem::replace(&mut entry.value, value)));
        }
        if (self.entries.len() + 1) * 3 >= self.index.len() * 2 {
            self.rebuild();
        }
        let mask = self.index.len() - 1;
        let mut at = Self::slot(hash, mask);
        while self.index[at] != 0 {
            at = (at + 1) & mask;
        }
        self.entries.push(Some(Entry { hash, key, value }));
        self.index[at] = Self::mark(hash, self.entries.len());
        self.used += 1;
        Ok(None)
    }

    /// Binds a string key.
    pub fn set_name(&mut self, key: Name, value: Value) {
        // A string hashes and compares without running Python code.
        let _ = self.set(Value::str(key), value);
    }

    /// Removes `key`; gives its entry.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn remove(&mut self, key: &Value) -> R<Option<(Value, Value)>> {
        let Some(at) = self.find(key, hash(key)?)? else { return Ok(None) };
        let entry = self.entries[at].take();
        self.used -= 1;
        if self.used == 0 {
            self.entries.clear();
            self.index.clear();
            self.start = 0;
        }
        Ok(entry.map(|e| (e.key, e.value)))
    }

    /// Removes the last entry, or the first.
    pub fn pop_end(&mut self, last: bool) -> Option<(Value, Value)> {
        let at = if last {
            self.entries.iter().rposition(Option::is_some)?
        } else {
            let found = self.entries.iter().skip(self.start).position(Option::is_some)? + self.start;
            self.start = found;
            found
        };
        let entry = self.entries[at].take()?;
        self.used -= 1;
        if self.used == 0 {
            self.clear();
        } else if last {
            self.entries.truncate(at + 1);
        } else if at > 32 && at * 2 > self.entries.len() {
            self.rebuild();
        }
        Some((entry.key, entry.value))
    }

    /// Moves a key to the end, or to the start; false when it is not there.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn move_to_end(&mut self, key: &Value, last: bool) -> R<bool> {
        let Some((key, value)) = self.remove(key)? else { return Ok(false) };
        if last {
            self.set(key, value)?;
        } else {
            let rest = std::mem::take(self);
            self.set(key, value)?;
            for entry in rest.entries.into_iter().flatten() {
                self.set(entry.key, entry.value)?;
            }
        }
        Ok(true)
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        *self = Dict::default();
    }

    /// The entry at or behind position `at`, with the position after it; positions are stable while nothing is added.
    pub fn next(&self, at: usize) -> Option<(usize, Value, Value)> {
        let (skipped, entry) = self.entries.get(at..)?.iter().enumerate().find_map(|(n, e)| Some((n, e.as_ref()?)))?;
        Some((at + skipped + 1, entry.key.clone(), entry.value.clone()))
    }

    /// All pairs in order.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        self.entries.iter().flatten().map(|e| (e.key.clone(), e.value.clone())).collect()
    }

    /// All keys in order.
    pub fn keys(&self) -> Vec<Value> {
        self.entries.iter().flatten().map(|e| e.key.clone()).collect()
    }

    /// All values in order.
    pub fn values(&self) -> Vec<Value> {
        self.entries.iter().flatten().map(|e| e.value.clone()).collect()
    }

    /// A copy with the same order.
    pub fn copy(&self) -> Dict {
        let entry = |e: &Entry| Entry { hash: e.hash, key: e.key.clone(), value: e.value.clone() };
        let entries: Vec<Option<Entry>> = self.entries.iter().flatten().map(|e| Some(entry(e))).collect();
        let mut copy = Dict { used: entries.len(), entries, index: vec![], start: 0 };
        copy.rebuild();
        copy
    }
}
