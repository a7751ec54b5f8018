//! Names of a module with a native type.

use crate::exc::err;
use crate::value::{Name, R};
use std::cell::RefCell;
use std::thread::LocalKey;

/// A name of a module.
pub struct Named<T> {
    name: Name,
    value: RefCell<Option<T>>,
}

impl<T> Named<T> {
    /// A name without value.
    pub const fn new(name: Name) -> Named<T> {
        Named { name, value: RefCell::new(None) }
    }
}

/// Access to names of a module.
pub trait NamedKey<T> {
    /// The value.
    ///
    /// # Errors
    /// `NameError` when it has none.
    fn load(&'static self) -> R<T>;
    /// Binds it.
    fn store(&'static self, value: T);
}

impl<T: Clone> NamedKey<T> for LocalKey<Named<T>> {
    #[inline]
    fn load(&'static self) -> R<T> {
        self.with(|named| match &*named.value.borrow() {
            Some(value) => Ok(value.clone()),
            None => err("NameError", format!("name '{}' is not defined", named.name)),
        })
    }

    fn store(&'static self, value: T) {
        let old = self.with(|named| named.value.replace(Some(value)));
        drop(old);
    }
}
