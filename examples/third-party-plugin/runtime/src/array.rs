//! Associative arrays. Handing one to a function shares it.

use crate::Value;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// An associative array; a clone is the same array.
#[derive(Clone, Debug, Default)]
pub struct Array(Rc<RefCell<Items>>);

#[derive(Debug, Default)]
struct Items {
    /// Value, and its number in order of creation.
    values: HashMap<Rc<str>, (Value, u64)>,
    next: u64,
}

impl Array {
    /// An empty array.
    pub fn new() -> Array {
        Array::default()
    }

    /// The value of a key, which is there afterwards.
    pub fn get(&self, key: &str) -> Value {
        let mut items = self.0.borrow_mut();
        if let Some((value, _)) = items.values.get(key) {
            return value.clone();
        }
        items.put(key, Value::Unset);
        Value::Unset
    }

    /// Put a value, and give it back.
    pub fn set(&self, key: &str, value: Value) -> Value {
        self.0.borrow_mut().put(key, value.clone());
        value
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.0.borrow().values.contains_key(key)
    }

    /// Take a key away.
    pub fn delete(&self, key: &str) {
        self.0.borrow_mut().values.remove(key);
    }

    /// Take all keys away.
    pub fn clear(&self) {
        *self.0.borrow_mut() = Items::default();
    }

    /// How many keys there are.
    pub fn count(&self) -> f64 {
        self.0.borrow().values.len() as f64
    }

    /// All keys, in the order in which they were made.
    pub fn keys(&self) -> Vec<Value> {
        let items = self.0.borrow();
        let mut keys: Vec<(u64, &Rc<str>)> = items.values.iter().map(|(key, (_, number))| (*number, key)).collect();
        keys.sort_unstable();
        keys.into_iter().map(|(_, key)| Value::input(key)).collect()
    }
}

impl Items {
    fn put(&mut self, key: &str, value: Value) {
        match self.values.get_mut(key) {
            Some((old, _)) => *old = value,
            None => {
                self.values.insert(key.into(), (value, self.next));
                self.next += 1;
            }
        }
    }
}
