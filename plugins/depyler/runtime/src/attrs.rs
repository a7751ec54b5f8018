//! Attributes of instances, classes and functions, in the order in which they were set.

use crate::dict::Dict;
use crate::names::{intern, same};
use crate::value::{Name, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// More names than this are not shared by the instances of a class.
const SHARED: usize = 64;

/// The names that instances of one class were given, in the order in which they came first. Most instances have a prefix of them,
/// in this order, and keep only the values (as CPython's key-sharing dicts do, PEP 412).
#[derive(Default)]
pub struct Keys {
    names: RefCell<Vec<Name>>,
    count: Cell<usize>,
}

impl Keys {
    /// How many there are; they are never taken away.
    pub fn len(&self) -> usize {
        self.count.get()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where `name` is.
    pub fn find(&self, name: Name) -> Option<usize> {
        let names = self.names.borrow();
        let here = |key: &Name| std::ptr::eq(*key, name);
        names.iter().position(here).or_else(|| names.iter().position(|key| *key == name))
    }

    fn push(&self, name: Name) {
        self.names.borrow_mut().push(name);
        self.count.set(self.count.get() + 1);
    }

    fn first(&self, values: Vec<Value>) -> Vec<(Name, Value)> {
        self.names.borrow().iter().copied().zip(values).collect()
    }
}

/// Where the attributes are.
enum Place {
    /// Values of the first of the shared names
    Prefix(Vec<Value>),
    /// Names of their own
    Pairs(Vec<(Name, Value)>),
    /// The dict that a program asked for
    Dict(Rc<RefCell<Dict>>),
}

/// Attributes in order of definition. Once a program asks for them as a dict, they live in that dict.
pub struct Attrs {
    keys: Option<Rc<Keys>>,
    place: RefCell<Place>,
}

impl Default for Attrs {
    fn default() -> Attrs {
        Attrs { keys: None, place: RefCell::new(Place::Pairs(vec![])) }
    }
}

impl Attrs {
    /// None yet, of an instance whose class has these names.
    pub fn shared(keys: &Rc<Keys>) -> Attrs {
        let room = keys.len().min(SHARED);
        Attrs { keys: Some(keys.clone()), place: RefCell::new(Place::Prefix(Vec::with_capacity(room))) }
    }

    /// The value of `name`.
    pub fn get(&self, name: Name) -> Option<Value> {
        match &*self.place.borrow() {
            Place::Prefix(values) => values.get(self.keys.as_ref()?.find(name)?).cloned(),
            Place::Pairs(pairs) => find(pairs, name).map(|at| pairs[at].1.clone()),
            Place::Dict(dict) => dict.borrow().get_name(name),
        }
    }

    /// As [`Attrs::get`], where `slot` is the place of `name` among the shared names.
    pub fn read(&self, slot: Option<usize>, name: Name) -> Option<Value> {
        if let Place::Prefix(values) = &*self.place.borrow() {
            return values.get(slot?).cloned();
        }
        self.get(name)
    }

    /// The value at a place among the shared names; none where the instance has names of its own.
    #[inline]
    pub(crate) fn read_at(&self, slot: usize) -> Option<Value> {
        match &*self.place.borrow() {
            Place::Prefix(values) => values.get(slot).cloned(),
            _ => None,
        }
    }

    /// Binds `name`.
    pub fn set(&self, name: Name, value: Value) {
        let slot = self.keys.as_ref().and_then(|keys| keys.find(name));
        self.write(slot, name, value);
    }

    /// As [`Attrs::set`], where `slot` is the place of `name` among the shared names.
    pub fn write(&self, slot: Option<usize>, name: Name, value: Value) {
        let mut place = self.place.borrow_mut();
        let old = match &mut *place {
            Place::Prefix(values) => match (slot, &self.keys) {
                (Some(at), _) if at < values.len() => std::mem::replace(&mut values[at], value),
                (Some(at), _) if at == values.len() => return values.push(value),
                (None, Some(keys)) if keys.len() == values.len() && keys.len() < SHARED => {
                    keys.push(name);
                    return values.push(value);
                }
                _ => {
                    let mut pairs = self.own(std::mem::take(values));
                    pairs.push((name, value));
                    *place = Place::Pairs(pairs);
                    return;
                }
            },
            Place::Pairs(pairs) => match find(pairs, name) {
                Some(at) => std::mem::replace(&mut pairs[at].1, value),
                None => return pairs.push((name, value)),
            },
            Place::Dict(dict) => {
                let dict = dict.clone();
                drop(place);
                return dict.borrow_mut().set_name(name, value);
            }
        };
        drop(place);
        drop(old);
    }

    /// Names of their own beside values of the first shared ones.
    fn own(&self, values: Vec<Value>) -> Vec<(Name, Value)> {
        self.keys.as_ref().map(|keys| keys.first(values)).unwrap_or_default()
    }

    /// Removes `name`; false when it was not there.
    pub fn remove(&self, name: Name) -> bool {
        let mut place = self.place.borrow_mut();
        if let Place::Prefix(values) = &mut *place {
            let pairs = self.own(std::mem::take(values));
            *place = Place::Pairs(pairs);
        }
        match &mut *place {
            Place::Pairs(pairs) => {
                let Some(at) = find(pairs, name) else { return false };
                let old = pairs.remove(at);
                drop(place);
                drop(old);
                true
            }
            Place::Dict(dict) => {
                let dict = dict.clone();
                drop(place);
                let removed = dict.borrow_mut().remove(&Value::str(name));
                matches!(removed, Ok(Some(_)))
            }
            Place::Prefix(_) => false,
        }
    }

    /// All of them.
    pub fn all(&self) -> Vec<(Name, Value)> {
        match &*self.place.borrow() {
            Place::Prefix(values) => self.own(values.clone()),
            Place::Pairs(pairs) => pairs.clone(),
            Place::Dict(dict) => {
                let pairs = dict.borrow().pairs();
                let named = pairs.into_iter().filter_map(|(key, value)| Some((intern(key.as_str()?), value)));
                named.collect()
            }
        }
    }

    /// All of them as a dict that stays the place where they live.
    pub fn dict(&self) -> Value {
        if let Place::Dict(dict) = &*self.place.borrow() {
            return Value::Dict(dict.clone());
        }
        let mut dict = Dict::default();
        for (name, value) in self.all() {
            dict.set_name(name, value);
        }
        let dict = Rc::new(RefCell::new(dict));
        self.live_in(dict.clone());
        Value::Dict(dict)
    }

    /// Makes another dict the place where they live.
    pub fn live_in(&self, dict: Rc<RefCell<Dict>>) {
        let old = self.place.replace(Place::Dict(dict));
        drop(old);
    }
}

fn find(pairs: &[(Name, Value)], name: Name) -> Option<usize> {
    let here = |(key, _): &(Name, Value)| std::ptr::eq(*key, name);
    pairs.iter().position(here).or_else(|| pairs.iter().position(|(key, _)| same(key, name)))
}
