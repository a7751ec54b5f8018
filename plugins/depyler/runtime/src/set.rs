//! `set` and `frozenset`, with the table layout of CPython, so that numbers come out in the same order.

use crate::compare::same_key;
use crate::hash::hash;
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone, Default)]
enum Slot {
    #[default]
    Empty,
    Dummy,
    Used(i64, Value),
}

/// The table behind a set.
#[derive(Clone)]
pub struct Table {
    slots: Vec<Slot>,
    /// Used and dummy slots.
    fill: usize,
    used: usize,
}

/// A `set`, or a `frozenset`.
pub struct Set {
    /// Whether it is a `frozenset`.
    pub frozen: bool,
    /// The elements.
    pub table: RefCell<Table>,
}

impl Default for Table {
    fn default() -> Table {
        Table { slots: vec![Slot::Empty; 8], fill: 0, used: 0 }
    }
}

impl Table {
    /// How many elements.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Slots without an element, and dummies among them.
    pub fn gaps(&self) -> (usize, usize) {
        (self.slots.len() - self.used, self.fill - self.used)
    }

    /// Visits slots in CPython's probe order until `visit` answers.
    fn probe<T>(slots: &[Slot], hash: i64, mut visit: impl FnMut(usize) -> R<Option<T>>) -> R<T> {
        let mask = slots.len() - 1;
        let mut perturb = hash as u64;
        let mut at = hash as usize & mask;
        loop {
            let linear = if at + 9 <= mask { 9 } else { 0 };
            for slot in at..=at + linear {
                if let Some(found) = visit(slot)? {
                    return Ok(found);
                }
            }
            perturb >>= 5;
            at = (at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize)) & mask;
        }
    }

    /// The slot of `key`, or the empty one where it would go.
    fn find(&self, key: &Value, hash: i64) -> R<(usize, bool)> {
        Self::probe(&self.slots, hash, |slot| match &self.slots[slot] {
            Slot::Empty => Ok(Some((slot, false))),
            Slot::Used(other, value) if *other == hash && same_key(value, key)? => Ok(Some((slot, true))),
            _ => Ok(None),
        })
    }

    /// Whether `key` is there.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn contains(&self, key: &Value) -> R<bool> {
        Ok(self.find(key, hash(key)?)?.1)
    }

    /// Adds an element; false when it was there.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn add(&mut self, key: Value) -> R<bool> {
        let hash = hash(&key)?;
        self.add_hashed(key, hash)
    }

    fn add_hashed(&mut self, key: Value, hash: i64) -> R<bool> {
        let (slot, found) = self.find(&key, hash)?;
        if found {
            return Ok(false);
        }
        self.slots[slot] = Slot::Used(hash, key);
        self.fill += 1;
        self.used += 1;
        if self.fill * 5 >= (self.slots.len() - 1) * 3 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
        Ok(true)
    }

    fn resize(&mut self, least: usize) {
        let mut size = 8;
        while size <= least {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::Empty; size]);
        self.fill = self.used;
        for slot in old {
            if let Slot::Used(hash, key) = slot {
                self.insert_clean(hash, key);
            }
        }
    }

    fn insert_clean(&mut self, hash: i64, key: Value) {
        let slots = &self.slots;
        let empty = Self::probe(slots, hash, |slot| Ok(matches!(slots[slot], Slot::Empty).then_some(slot)));
        if let Ok(slot) = empty {
            self.slots[slot] = Slot::Used(hash, key);
        }
    }

    /// Removes an element; false when it was not there.
    ///
    /// # Errors
    /// What `__hash__` and `__eq__` raise.
    pub fn remove(&mut self, key: &Value) -> R<bool> {
        let (slot, found) = self.find(key, hash(key)?)?;
        if found {
            self.slots[slot] = Slot::Dummy;
            self.used -= 1;
        }
        Ok(found)
    }

    /// Removes the first element of the table.
    pub fn pop(&mut self) -> Option<Value> {
        let at = self.slots.iter().position(|slot| matches!(slot, Slot::Used(..)))?;
        match std::mem::replace(&mut self.slots[at], Slot::Dummy) {
            Slot::Used(_, key) => {
                self.used -= 1;
                Some(key)
            }
            _ => None,
        }
    }

    /// Elements with their hashes, in table order.
    pub fn entries(&self) -> Vec<(i64, Value)> {
        self.slots
            .iter()
            .filter_map(|s| if let Slot::Used(h, key) = s { Some((*h, key.clone())) } else { None })
            .collect()
    }

    /// Elements in table order.
    pub fn items(&self) -> Vec<Value> {
        self.entries().into_iter().map(|(_, key)| key).collect()
    }

    /// The element at or behind slot `at`, with the slot after it.
    pub fn next(&self, at: usize) -> Option<(usize, Value)> {
        let found = self.slots.get(at..)?.iter().enumerate();
        found
            .into_iter()
            .find_map(|(n, s)| if let Slot::Used(_, key) = s { Some((at + n + 1, key.clone())) } else { None })
    }

    /// Adds all elements of another set, as `set_merge` does.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn merge(&mut self, other: &Table) -> R<()> {
        if other.used == 0 {
            return Ok(());
        }
        if (self.fill + other.used) * 5 >= (self.slots.len() - 1) * 3 {
            self.resize((self.used + other.used) * 2);
        }
        if self.fill == 0 && self.slots.len() == other.slots.len() && other.fill == other.used {
            *self = other.clone();
            return Ok(());
        }
        if self.fill == 0 {
            self.fill = other.used;
            self.used = other.used;
            for (hash, key) in other.entries() {
                self.insert_clean(hash, key);
            }
            return Ok(());
        }
        for (hash, key) in other.entries() {
            self.add_hashed(key, hash)?;
        }
        Ok(())
    }
}

impl Set {
    /// Wraps a table.
    pub fn new(table: Table, frozen: bool) -> Set {
        Set { frozen, table: RefCell::new(table) }
    }

    /// `set` or `frozenset`
    pub fn type_name(&self) -> Name {
        if self.frozen { "frozenset" } else { "set" }
    }
}

/// A set value.
pub fn value(table: Table, frozen: bool) -> Value {
    Value::Set(Rc::new(Set::new(table, frozen)))
}

/// A table from any iterable, in the way `set(iterable)` fills it.
///
/// # Errors
/// What iterating and hashing raise.
pub fn from_iterable(items: &Value) -> R<Table> {
    let mut table = Table::default();
    update(&mut table, items)?;
    Ok(table)
}

/// `set.update(items)`
///
/// # Errors
/// What iterating and hashing raise.
pub fn update(table: &mut Table, items: &Value) -> R<()> {
    if let Value::Set(other) = items.plain() {
        return match other.table.try_borrow() {
            Ok(other) => table.merge(&other),
            Err(_) => Ok(()),
        };
    }
    let mut iter = crate::iter::iter(items)?;
    while let Some(item) = iter.next()? {
        table.add(item)?;
    }
    Ok(())
}

/// `a & b`
///
/// # Errors
/// What hashing and comparing raise.
pub fn intersection(a: &Table, b: &Value) -> R<Table> {
    let mut out = Table::default();
    if let Value::Set(other) = b.plain() {
        let b = other.table.borrow();
        let (small, large) = if b.len() > a.len() { (a, &*b) } else { (&*b, a) };
        for (hash, key) in small.entries() {
            if large.find(&key, hash)?.1 {
                out.add_hashed(key, hash)?;
            }
        }
        return Ok(out);
    }
    let mut iter = crate::iter::iter(b)?;
    while let Some(key) = iter.next()? {
        if a.contains(&key)? {
            out.add(key)?;
        }
    }
    Ok(out)
}

/// `a - b`
///
/// # Errors
/// What hashing and comparing raise.
pub fn difference(a: &Table, b: &Value) -> R<Table> {
    let other = match b.plain() {
        Value::Set(other) => other,
        Value::Dict(dict) => {
            let mut out = Table::default();
            for (hash, key) in a.entries() {
                if !dict.borrow().contains(&key)? {
                    out.add_hashed(key, hash)?;
                }
            }
            return Ok(out);
        }
        _ => {
            let mut out = Table::default();
            out.merge(a)?;
            let mut iter = crate::iter::iter(b)?;
            while let Some(key) = iter.next()? {
                out.remove(&key)?;
            }
            return Ok(out);
        }
    };
    let b = other.table.borrow();
    let mut out = Table::default();
    if a.len() >> 2 > b.len() {
        out.merge(a)?;
        for key in b.items() {
            out.remove(&key)?;
        }
        return Ok(out);
    }
    for (hash, key) in a.entries() {
        if !b.find(&key, hash)?.1 {
            out.add_hashed(key, hash)?;
        }
    }
    Ok(out)
}

/// `a ^ b`: CPython starts from `b` and toggles the elements of `a`.
///
/// # Errors
/// What hashing and comparing raise.
pub fn symmetric(a: &Table, b: &Value) -> R<Table> {
    let mut out = from_iterable(b)?;
    for key in a.items() {
        if !out.remove(&key)? {
            out.add(key)?;
        }
    }
    Ok(out)
}

/// `a <= b`
///
/// # Errors
/// What hashing and comparing raise.
pub fn is_subset(a: &Table, b: &Table) -> R<bool> {
    if a.len() > b.len() {
        return Ok(false);
    }
    for (hash, key) in a.entries() {
        if !b.find(&key, hash)?.1 {
            return Ok(false);
        }
    }
    Ok(true)
}
