//! Names that live as long as the run, and maps keyed by them.

use crate::dict::Dict;
use crate::value::{Name, Value};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

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

/// Attributes in order of definition. Once a program asks for them as a dict, they live in that dict.
#[derive(Default)]
pub struct Attrs(RefCell<Vec<(Name, Value)>>, RefCell<Option<Rc<RefCell<Dict>>>>);

impl Attrs {
    /// The value of `name`.
    pub fn get(&self, name: Name) -> Option<Value> {
        if let Some(dict) = &*self.1.borrow() {
            return dict.borrow().get_name(name);
        }
        self.0.borrow().iter().find(|(key, _)| same(key, name)).map(|(_, value)| value.clone())
    }

    /// Binds `name`.
    pub fn set(&self, name: Name, value: Value) {
        if let Some(dict) = &*self.1.borrow() {
            dict.borrow_mut().set_name(name, value);
            return;
        }
        let mut all = self.0.borrow_mut();
        let old = match all.iter_mut().find(|(key, _)| same(key, name)) {
            Some((_, slot)) => std::mem::replace(slot, value),
            None => {
                all.push((name, value));
                return;
            }
        };
        drop(all);
        drop(old);
    }

    /// Removes `name`; false when it was not there.
    pub fn remove(&self, name: Name) -> bool {
        if let Some(dict) = &*self.1.borrow() {
            let removed = dict.borrow_mut().remove(&Value::str(name));
            return matches!(removed, Ok(Some(_)));
        }
        let mut all = self.0.borrow_mut();
        let Some(at) = all.iter().position(|(key, _)| same(key, name)) else { return false };
        let old = all.remove(at);
        drop(all);
        drop(old);
        true
    }

    /// All of them.
    pub fn all(&self) -> Vec<(Name, Value)> {
        if let Some(dict) = &*self.1.borrow() {
            let pairs = dict.borrow().pairs();
            let named = pairs.into_iter().filter_map(|(key, value)| Some((intern(key.as_str()?), value)));
            return named.collect();
        }
        self.0.borrow().clone()
    }

    /// All of them as a dict that stays the place where they live.
    pub fn dict(&self) -> Value {
        let dict = self
            .1
            .borrow_mut()
            .get_or_insert_with(|| {
                let mut dict = Dict::default();
                for (name, value) in self.0.take() {
                    dict.set_name(name, value);
                }
                Rc::new(RefCell::new(dict))
            })
            .clone();
        Value::Dict(dict)
    }

    /// Makes another dict the place where they live.
    pub fn live_in(&self, dict: Rc<RefCell<Dict>>) {
        let old = (self.0.take(), self.1.borrow_mut().replace(dict));
        drop(old);
    }
}
