//! Instances of native classes.

use super::{Typed, never};
use crate::exc::err;
use crate::value::{R, Value};
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// An instance. Cloning copies the reference.
pub struct Obj<C>(Rc<C>);

impl<C> Obj<C> {
    /// A new instance.
    #[inline]
    pub fn new(fields: C) -> Obj<C> {
        Obj(Rc::new(fields))
    }
}

impl<C> Clone for Obj<C> {
    #[inline]
    fn clone(&self) -> Self {
        Obj(self.0.clone())
    }
}

impl<C> Deref for Obj<C> {
    type Target = C;
    #[inline]
    fn deref(&self) -> &C {
        &self.0
    }
}

impl<C: 'static> Typed for Obj<C> {
    fn boxed(&self) -> Value {
        never()
    }
    fn unboxed(_: &Value) -> Self {
        never()
    }
}

/// `a is b`
#[inline]
pub fn same<C>(a: &Obj<C>, b: &Obj<C>) -> bool {
    Rc::ptr_eq(&a.0, &b.0)
}

/// `a is b`, where each may be `None`.
#[inline]
pub fn same_optional<C>(a: &Option<Obj<C>>, b: &Option<Obj<C>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// The instance whose attribute is meant.
///
/// # Errors
/// `AttributeError` when it is `None`.
#[inline]
pub fn object<'a, C>(object: &'a Option<Obj<C>>, name: &str) -> R<&'a Obj<C>> {
    match object {
        Some(object) => Ok(object),
        None => err("AttributeError", format!("'NoneType' object has no attribute '{name}'")),
    }
}

/// A field that holds more than a number.
pub struct Slot<T>(RefCell<T>);

impl<T: Default> Default for Slot<T> {
    fn default() -> Self {
        Slot(RefCell::new(T::default()))
    }
}

impl<T: Clone> Slot<T> {
    /// The value.
    #[inline]
    pub fn get(&self) -> T {
        self.0.borrow().clone()
    }

    /// Changes it.
    #[inline]
    pub fn set(&self, value: T) {
        let old = self.0.replace(value);
        drop(old);
    }
}

/// A field that has no value before its first assignment.
pub struct Late<T>(RefCell<Option<T>>);

impl<T> Default for Late<T> {
    fn default() -> Self {
        Late(RefCell::new(None))
    }
}

impl<T: Clone> Late<T> {
    /// The value.
    #[inline]
    pub fn get(&self) -> T {
        match &*self.0.borrow() {
            Some(value) => value.clone(),
            None => never(),
        }
    }

    /// Changes it.
    #[inline]
    pub fn set(&self, value: T) {
        let old = self.0.replace(Some(value));
        drop(old);
    }
}

/// The instance that is iterated.
///
/// # Errors
/// `TypeError` when it is `None`.
pub fn iterated<C>(object: &Option<Obj<C>>) -> R<&Obj<C>> {
    match object {
        Some(object) => Ok(object),
        None => err("TypeError", "'NoneType' object is not iterable"),
    }
}

/// A field that instances may lack.
pub struct Maybe<T>(RefCell<Option<T>>);

impl<T> Default for Maybe<T> {
    fn default() -> Self {
        Maybe(RefCell::new(None))
    }
}

impl<T: Clone> Maybe<T> {
    /// The value.
    ///
    /// # Errors
    /// `AttributeError` when there is none yet.
    #[inline]
    pub fn get(&self, class: &str, name: &str) -> R<T> {
        match &*self.0.borrow() {
            Some(value) => Ok(value.clone()),
            None => err("AttributeError", format!("'{class}' object has no attribute '{name}'")),
        }
    }

    /// Changes it.
    #[inline]
    pub fn set(&self, value: T) {
        let old = self.0.replace(Some(value));
        drop(old);
    }
}
