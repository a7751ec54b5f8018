//! What a class remembers about names: what the resolution order finds, and how instances may be read and written.

use crate::class::{Class, Layout};
use crate::func::Property;
use crate::names::NameMap;
use crate::value::{Name, Value};
use std::cell::{Cell, OnceCell, RefCell};

/// Places of the table that is keyed by the addresses of names; a power of two.
pub(crate) const PLACES: usize = 256;

thread_local! {
    static VERSION: Cell<u64> = const { Cell::new(1) };
}

/// Something changed that several classes may remember.
pub(crate) fn changed() {
    VERSION.set(VERSION.get() + 1);
}

/// What is known of a name.
#[derive(Clone)]
pub(crate) struct Entry {
    name: Name,
    /// What the class or one behind it has.
    pub found: Option<Value>,
    /// That is asked before the instance: a property, or a descriptor with both sides.
    pub data: bool,
    /// No `__getattribute__` decides.
    pub plain_read: bool,
    /// An assignment just binds: no `__setattr__`, property, descriptor or slot decides.
    pub plain_write: bool,
    /// The place among the names that instances share.
    pub slot: Option<usize>,
    /// How many such names there were.
    keys: usize,
}

const BLANK: Entry =
    Entry { name: "", found: None, data: false, plain_read: false, plain_write: false, slot: None, keys: usize::MAX };

/// Where a name is in instances, for those that are read or written without asking anybody. Copied, never borrowed: the flag of a
/// `RefCell` would chain each access to the one before.
#[derive(Clone, Copy)]
struct Quick {
    name: Name,
    slot: u32,
    read: bool,
    write: bool,
}

const NOTHING: Quick = Quick { name: "", slot: 0, read: false, write: false };

/// What a class remembers.
#[derive(Default)]
pub(crate) struct Memory {
    version: Cell<u64>,
    quick: OnceCell<Box<[Cell<Quick>]>>,
    entries: RefCell<Vec<Entry>>,
    found: RefCell<NameMap<Option<Value>>>,
}

/// The place of a name: most names are literals of the program, so that their address tells them apart.
pub(crate) fn place(name: Name) -> usize {
    let mixed = (name.as_ptr() as usize as u64 ^ name.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 48) as usize % PLACES
}

impl Memory {
    #[inline]
    fn refresh(&self) {
        let version = VERSION.get();
        if self.version.get() != version {
            self.clear(version);
        }
    }

    #[cold]
    #[inline(never)]
    fn clear(&self, version: u64) {
        self.version.set(version);
        self.quick.get().into_iter().flatten().for_each(|quick| quick.set(NOTHING));
        let old = (std::mem::take(&mut *self.entries.borrow_mut()), std::mem::take(&mut *self.found.borrow_mut()));
        drop(old);
    }

    /// Forgets one name.
    fn forget(&self, name: Name) {
        let quick = self.quick.get().into_iter().flatten();
        quick.filter(|quick| quick.get().name == name).for_each(|quick| quick.set(NOTHING));
        for entry in self.entries.borrow_mut().iter_mut().filter(|entry| entry.name == name) {
            *entry = BLANK;
        }
        self.found.borrow_mut().remove(name);
    }
}

impl Class {
    #[inline]
    fn quick(&self, name: Name) -> Option<Quick> {
        self.memory.refresh();
        let quick = self.memory.quick.get()?.get(place(name))?.get();
        std::ptr::eq(quick.name, name).then_some(quick)
    }

    /// Where instances have what reading `name` gives, when nothing else decides.
    #[inline]
    pub(crate) fn read_place(&self, name: Name) -> Option<usize> {
        self.quick(name).filter(|quick| quick.read).map(|quick| quick.slot as usize)
    }

    /// Where instances take what is assigned to `name`, when nothing else decides.
    #[inline]
    pub(crate) fn write_place(&self, name: Name) -> Option<usize> {
        self.quick(name).filter(|quick| quick.write).map(|quick| quick.slot as usize)
    }

    /// What `what` makes of all that is known of a name.
    #[inline]
    pub(crate) fn known<T>(&self, name: Name, what: impl FnOnce(&Entry) -> T) -> T {
        self.memory.refresh();
        let at = place(name);
        if let Some(entry) = self.memory.entries.borrow().get(at)
            && std::ptr::eq(entry.name, name)
            && (entry.slot.is_some() || entry.keys == self.keys.len())
        {
            return what(entry);
        }
        self.remember(at, name);
        match self.memory.entries.borrow().get(at) {
            Some(entry) => what(entry),
            None => what(&BLANK),
        }
    }

    #[cold]
    #[inline(never)]
    fn remember(&self, at: usize, name: Name) {
        let found = self.search(name);
        let data = match &found {
            Some(Value::Native(native)) => native.get::<Property>().is_some(),
            Some(Value::Obj(it)) => it.class.search("__set__").is_some() && it.class.search("__get__").is_some(),
            _ => false,
        };
        let set = matches!(&found, Some(Value::Obj(it)) if it.class.search("__set__").is_some());
        let special = name == "__dict__" || name == "__class__" || name == "args" && self.layout == Layout::Exception;
        let entry = Entry {
            name,
            data,
            plain_read: self.search("__getattribute__").is_none(),
            plain_write: !data
                && !set
                && !special
                && self.search("__setattr__").is_none()
                && crate::attr::slots_allow(self, name),
            found,
            slot: self.keys.find(name),
            keys: self.keys.len(),
        };
        let quick = self.memory.quick.get_or_init(|| std::iter::repeat_n(Cell::new(NOTHING), PLACES).collect());
        quick[at].set(match entry.slot.and_then(|slot| u32::try_from(slot).ok()) {
            Some(slot) => Quick { name, slot, read: entry.plain_read && !entry.data, write: entry.plain_write },
            None => NOTHING,
        });
        let mut entries = self.memory.entries.borrow_mut();
        if entries.is_empty() {
            entries.resize(PLACES, BLANK);
        }
        let old = std::mem::replace(&mut entries[at], entry);
        drop(entries);
        drop(old);
    }

    /// As [`Class::lookup`], remembered by the text of the name.
    fn search(&self, name: Name) -> Option<Value> {
        self.memory.refresh();
        if let Some(found) = self.memory.found.borrow().get(name) {
            return found.clone();
        }
        let found = self.attrs.get(name).or_else(|| self.rest.iter().find_map(|class| class.attrs.get(name)));
        self.memory.found.borrow_mut().insert(name, found.clone());
        found
    }

    /// The attribute `name` of this class or of the first class behind it that has one. The defaults of `object` are not
    /// found here.
    pub fn lookup(&self, name: Name) -> Option<Value> {
        self.known(name, |entry| entry.found.clone())
    }

    /// Binds a class attribute.
    pub fn set(&self, name: Name, value: Value) {
        // A counter of the class, say: nothing but this name is another one now.
        let counts =
            is_plain(&value) && self.attrs.get(name).is_some_and(|old| is_plain(&old)) && !name.starts_with("__");
        self.attrs.set(name, value);
        if counts {
            self.memory.forget(name);
            crate::class::each_derived(self, |class| class.memory.forget(name));
        } else {
            changed();
        }
    }

    /// Removes a class attribute; false when it was not there.
    pub fn remove(&self, name: Name) -> bool {
        changed();
        self.attrs.remove(name)
    }
}

/// A value that does nothing when it is found in a class.
fn is_plain(value: &Value) -> bool {
    use Value::{Big, Bool, Dict, Float, Int, List, None, Set, Str, Tuple};
    matches!(value, None | Bool(_) | Int(_) | Big(_) | Float(_) | Str(_) | List(_) | Tuple(_) | Dict(_) | Set(_))
}
