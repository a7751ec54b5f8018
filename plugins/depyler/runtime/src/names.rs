//! Names that live as long as the run, and maps keyed by them.

use crate::value::Name;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A fast hash for short keys that no attacker chooses.
#[derive(Default, Clone)]
pub struct NameHasher(u64);

impl Hasher for NameHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0u8; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A map from names.
pub type NameMap<T> = HashMap<Name, T, BuildHasherDefault<NameHasher>>;

thread_local! {
    static INTERNED: RefCell<HashSet<Name, BuildHasherDefault<NameHasher>>> = RefCell::new(HashSet::default());
}

/// The name with this text, which stays for the rest of the run.
pub fn intern(text: &str) -> Name {
    INTERNED.with_borrow_mut(|names| match names.get(text) {
        Some(name) => name,
        None => {
            let name: Name = Box::leak(text.to_string().into_boxed_str());
            names.insert(name);
            name
        }
    })
}

/// Whether two names are the same; usually they are the same address.
pub fn same(a: Name, b: Name) -> bool {
    std::ptr::eq(a, b) || a == b
}
