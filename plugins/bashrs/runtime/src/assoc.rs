//! Associative arrays in the order in which bash walks its hash table.

use crate::Str;
use std::collections::HashMap;

/// An associative array.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assoc {
    map: HashMap<Str, (u64, Str)>,
    inserted: u64,
}

/// Buckets of the table; it grows when there are twice as many entries, which changes the order.
const BUCKETS: usize = 1024;

impl Assoc {
    /// The value of `key`.
    pub(crate) fn get(&self, key: &[u8]) -> Option<&Str> {
        self.map.get(key).map(|(_, value)| value)
    }

    /// Set the value of `key`.
    pub(crate) fn insert(&mut self, key: Str, value: Str) {
        self.inserted += 1;
        let serial = self.inserted;
        self.map.entry(key).and_modify(|entry| entry.1.clone_from(&value)).or_insert((serial, value));
    }

    /// Forget `key`.
    pub(crate) fn remove(&mut self, key: &[u8]) {
        self.map.remove(key);
    }

    /// How many keys.
    pub(crate) fn len(&self) -> usize {
        self.map.len()
    }

    /// Keys and values in the order of bash: by bucket, the newest first within one.
    pub(crate) fn pairs(&self) -> Vec<(&Str, &Str)> {
        let mut buckets = BUCKETS;
        while self.map.len() > buckets * 2 {
            buckets *= 4;
        }
        let mut all: Vec<_> = self.map.iter().collect();
        all.sort_by_key(|(key, (serial, _))| (hash(key) as usize & (buckets - 1), std::cmp::Reverse(*serial)));
        all.into_iter().map(|(key, (_, value))| (key, value)).collect()
    }
}

/// The hash that bash uses.
fn hash(key: &[u8]) -> u32 {
    key.iter().fold(2_166_136_261, |hash: u32, byte| hash.wrapping_mul(16_777_619) ^ u32::from(*byte))
}
