//! `dict` of native keys and values, in order of insertion.

use super::{Typed, mismatch};
use crate::exc::{err, exception};
use crate::value::{R, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// What may be a key.
pub trait Key: Typed {
    /// A hash of this program.
    fn hash(&self) -> u64;
    /// `self == other`
    fn same(&self, other: &Self) -> bool;
}

fn mix(n: u64) -> u64 {
    let n = (n ^ (n >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    n ^ (n >> 29)
}

impl Key for i64 {
    #[inline]
    fn hash(&self) -> u64 {
        mix(*self as u64)
    }
    #[inline]
    fn same(&self, other: &i64) -> bool {
        self == other
    }
}

impl Key for Value {
    fn hash(&self) -> u64 {
        match self {
            Value::Str(text) => {
                let mut hash = 0xcbf2_9ce4_8422_2325u64;
                let mut chunks = text.as_str().as_bytes().chunks_exact(8);
                for chunk in &mut chunks {
                    let word = chunk.iter().fold(0u64, |n, b| n << 8 | u64::from(*b));
                    hash = mix(hash ^ word);
                }
                for byte in chunks.remainder() {
                    hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
                }
                mix(hash)
            }
            other => mix(crate::hash::hash(other).unwrap_or(0) as u64),
        }
    }
    #[inline]
    fn same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Str(a), Value::Str(b)) => Rc::ptr_eq(a, b) || a.as_str() == b.as_str(),
            (a, b) => a.is_eq(b).unwrap_or(false),
        }
    }
}

macro_rules! tuple_keys {
    ($(($($name:ident $at:tt),*);)*) => {
        $(
            impl<$($name: Key),*> Key for ($($name,)*) {
                #[inline]
                fn hash(&self) -> u64 {
                    let mut hash = 0u64;
                    $(hash = mix(hash.rotate_left(5) ^ self.$at.hash());)*
                    hash
                }
                #[inline]
                fn same(&self, other: &Self) -> bool {
                    $(self.$at.same(&other.$at))&&*
                }
            }
        )*
    };
}

tuple_keys! {
    (A 0);
    (A 0, B 1);
    (A 0, B 1, C 2);
    (A 0, B 1, C 2, D 3);
    (A 0, B 1, C 2, D 3, E 4);
    (A 0, B 1, C 2, D 3, E 4, F 5);
}

const FREE: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;

struct Table<K, V> {
    /// Places in `entries`, by hash; its length is a power of two or zero.
    slots: Vec<u32>,
    entries: Vec<Option<(K, V)>>,
    count: usize,
    used: usize,
}

impl<K: Key, V> Table<K, V> {
    fn new() -> Self {
        Table { slots: vec![], entries: vec![], count: 0, used: 0 }
    }

    /// The slot and entry of a key.
    #[inline]
    fn find(&self, key: &K) -> Option<(usize, usize)> {
        if self.count == 0 {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut slot = key.hash() as usize & mask;
        loop {
            match self.slots[slot] {
                FREE => return None,
                DELETED => {}
                at => {
                    if let Some(Some((k, _))) = self.entries.get(at as usize)
                        && k.same(key)
                    {
                        return Some((slot, at as usize));
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    fn insert(&mut self, key: K, value: V) {
        if (self.used + 1) * 3 > self.slots.len() * 2 {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = key.hash() as usize & mask;
        while self.slots[slot] != FREE {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = self.entries.len() as u32;
        self.entries.push(Some((key, value)));
        self.count += 1;
        self.used += 1;
    }

    fn grow(&mut self) {
        let size = ((self.count + 1) * 3).next_power_of_two().max(8);
        self.slots = vec![FREE; size];
        self.entries.retain(Option::is_some);
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some((key, _)) = entry {
                let mut slot = key.hash() as usize & (size - 1);
                while self.slots[slot] != FREE {
                    slot = (slot + 1) & (size - 1);
                }
                self.slots[slot] = at as u32;
            }
        }
        self.used = self.count;
    }

    fn remove(&mut self, key: &K) -> Option<V> {
        let (slot, at) = self.find(key)?;
        self.slots[slot] = DELETED;
        self.count -= 1;
        self.entries[at].take().map(|(_, value)| value)
    }
}

/// A dictionary. Cloning copies the reference, never the entries.
pub struct Map<K, V>(Rc<RefCell<Table<K, V>>>);

impl<K, V> Clone for Map<K, V> {
    #[inline]
    fn clone(&self) -> Self {
        Map(self.0.clone())
    }
}

impl<K: Key, V> Default for Map<K, V> {
    fn default() -> Self {
        Map(Rc::new(RefCell::new(Table::new())))
    }
}

#[cold]
fn missing<T, K: Key>(key: &K) -> R<T> {
    Err(exception("KeyError", vec![key.boxed()]))
}

impl<K: Key, V: Clone> Map<K, V> {
    /// A dictionary of these entries.
    pub fn of<const N: usize>(entries: [(K, V); N]) -> Map<K, V> {
        let map = Map::default();
        for (key, value) in entries {
            map.set(key, value);
        }
        map
    }

    /// `len(self)`
    pub fn len(&self) -> i64 {
        self.0.borrow().count as i64
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().count == 0
    }

    /// `self.get(key)`
    #[inline]
    pub fn find(&self, key: &K) -> Option<V> {
        let table = self.0.borrow();
        let (_, at) = table.find(key)?;
        table.entries[at].as_ref().map(|(_, value)| value.clone())
    }

    /// `self[key]`
    ///
    /// # Errors
    /// `KeyError`
    #[inline]
    pub fn get(&self, key: &K) -> R<V> {
        match self.find(key) {
            Some(value) => Ok(value),
            None => missing(key),
        }
    }

    /// `key in self`
    #[inline]
    pub fn contains(&self, key: &K) -> bool {
        self.0.borrow().find(key).is_some()
    }

    /// `self[key] = value`
    #[inline]
    pub fn set(&self, key: K, value: V) {
        let mut table = self.0.borrow_mut();
        if let Some((_, at)) = table.find(&key) {
            if let Some((_, old)) = &mut table.entries[at] {
                let old = std::mem::replace(old, value);
                drop(table);
                drop(old);
            }
            return;
        }
        table.insert(key, value);
    }

    /// `self.setdefault(key, default)`
    pub fn set_default(&self, key: K, default: V) -> V {
        if let Some(value) = self.find(&key) {
            return value;
        }
        self.0.borrow_mut().insert(key, default.clone());
        default
    }

    /// `del self[key]`
    ///
    /// # Errors
    /// `KeyError`
    pub fn delete(&self, key: &K) -> R<()> {
        self.pop(key).map(drop)
    }

    /// `self.pop(key)`
    ///
    /// # Errors
    /// `KeyError`
    pub fn pop(&self, key: &K) -> R<V> {
        let found = self.0.borrow_mut().remove(key);
        match found {
            Some(value) => Ok(value),
            None => missing(key),
        }
    }

    /// `self.pop(key, default)`
    pub fn pop_or(&self, key: &K, default: V) -> V {
        let found = self.0.borrow_mut().remove(key);
        found.unwrap_or(default)
    }

    /// `self.clear()`
    pub fn clear(&self) {
        let old = self.0.replace(Table::new());
        drop(old);
    }

    /// `self.copy()`
    pub fn copy(&self) -> Map<K, V> {
        let map = Map::default();
        for (key, value) in self.0.borrow().entries.iter().flatten() {
            map.0.borrow_mut().insert(key.clone(), value.clone());
        }
        map
    }

    fn walk<T>(&self, pick: fn(&K, &V) -> T) -> Walk<K, V, T> {
        Walk { map: self.clone(), at: 0, count: self.0.borrow().count, pick }
    }

    /// Keys in order.
    pub fn keys(&self) -> Walk<K, V, K> {
        self.walk(|k, _| k.clone())
    }

    /// Values in order.
    pub fn values(&self) -> Walk<K, V, V> {
        self.walk(|_, v| v.clone())
    }

    /// Entries in order.
    pub fn items(&self) -> Walk<K, V, (K, V)> {
        self.walk(|k, v| (k.clone(), v.clone()))
    }
}

/// An iteration over a dictionary.
pub struct Walk<K, V, T> {
    map: Map<K, V>,
    at: usize,
    count: usize,
    pick: fn(&K, &V) -> T,
}

impl<K: Key, V, T> Walk<K, V, T> {
    /// The next one.
    ///
    /// # Errors
    /// `RuntimeError` when the dictionary's size has changed.
    #[inline]
    #[allow(clippy::should_implement_trait, reason = "it may raise")]
    pub fn next(&mut self) -> R<Option<T>> {
        let table = self.map.0.borrow();
        if table.count != self.count {
            return err("RuntimeError", "dictionary changed size during iteration");
        }
        while let Some(entry) = table.entries.get(self.at) {
            self.at += 1;
            if let Some((key, value)) = entry {
                return Ok(Some((self.pick)(key, value)));
            }
        }
        Ok(None)
    }

    /// All at once.
    pub fn all(self) -> std::vec::IntoIter<T> {
        let table = self.map.0.borrow();
        let all: Vec<T> = table.entries.iter().flatten().map(|(k, v)| (self.pick)(k, v)).collect();
        all.into_iter()
    }
}

impl<K: Key, V: Typed> Typed for Map<K, V> {
    fn boxed(&self) -> Value {
        let table = self.0.borrow();
        let entries: Vec<(Value, Value)> =
            table.entries.iter().flatten().map(|(k, v)| (k.boxed(), v.boxed())).collect();
        crate::construct::dict_of(entries).unwrap_or(Value::None)
    }
    #[track_caller]
    fn unboxed(value: &Value) -> Map<K, V> {
        match value {
            Value::Dict(dict) => {
                let map = Map::default();
                for (key, value) in dict.borrow().pairs() {
                    map.set(K::unboxed(&key), V::unboxed(&value));
                }
                map
            }
            other => mismatch(other, "a dict"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_of_insertion_survives_removal_and_growth() {
        let map: Map<i64, i64> = Map::default();
        for n in 0..1000 {
            map.set(n * 7919 % 1009, n);
        }
        for n in 0..500 {
            assert_eq!(map.pop(&(n * 7919 % 1009)).ok(), Some(n));
        }
        map.set(5, -1);
        let mut walk = map.values();
        let mut all = vec![];
        while let Ok(Some(n)) = walk.next() {
            all.push(n);
        }
        let wanted: Vec<i64> = (500..1000).map(|n| if n * 7919 % 1009 == 5 { -1 } else { n }).collect();
        let wanted = if wanted.contains(&-1) { wanted } else { [wanted, vec![-1]].concat() };
        assert_eq!(all, wanted);
        assert!(map.get(&-3).is_err());
    }
}
