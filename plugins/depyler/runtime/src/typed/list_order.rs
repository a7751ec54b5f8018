//! Searching, sorting and adding up lists.

use super::{List, Real, Typed, int};
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

/// Elements that `==` of Rust compares as Python does.
pub trait Plain: Clone {
    /// `self == other`
    fn same(&self, other: &Self) -> bool;
}

impl Plain for i64 {
    #[inline]
    fn same(&self, other: &i64) -> bool {
        self == other
    }
}

impl Plain for bool {
    #[inline]
    fn same(&self, other: &bool) -> bool {
        self == other
    }
}

impl Plain for Value {
    fn same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Str(a), Value::Str(b)) => a.as_str() == b.as_str(),
            (a, b) => a.is_eq(b).unwrap_or(false),
        }
    }
}

impl<T: Plain + Typed> List<T> {
    fn find(&self, item: &T) -> Option<usize> {
        self.0.borrow().iter().position(|i| i.same(item))
    }

    /// `item in self`
    #[inline]
    pub fn contains(&self, item: &T) -> bool {
        self.find(item).is_some()
    }

    /// `self.index(item)`
    ///
    /// # Errors
    /// `ValueError` when it is not there.
    pub fn index(&self, item: &T) -> R<i64> {
        match self.find(item) {
            Some(at) => Ok(at as i64),
            None => err("ValueError", format!("{} is not in list", crate::repr::repr(&item.boxed())?)),
        }
    }

    /// `self.count(item)`
    pub fn count(&self, item: &T) -> i64 {
        self.0.borrow().iter().filter(|i| i.same(item)).count() as i64
    }

    /// `self.remove(item)`
    ///
    /// # Errors
    /// `ValueError` when it is not there.
    pub fn remove(&self, item: &T) -> R<()> {
        match self.find(item) {
            Some(at) => self.delete(at as i64),
            None => err("ValueError", "list.remove(x): x not in list"),
        }
    }
}

/// Where a dynamic list has an element.
///
/// # Errors
/// `ValueError` as `list.remove` raises it.
pub fn position(list: &Value, item: &Value) -> R<i64> {
    if let Value::List(items) = list {
        let items = items.borrow().clone();
        for (at, other) in items.iter().enumerate() {
            if other.is_eq(item)? {
                return Ok(at as i64);
            }
        }
    }
    err("ValueError", "list.remove(x): x not in list")
}

/// `list.sort(...)`
///
/// # Errors
/// What comparing raises.
pub fn sort<T: Typed>(list: &List<T>, args: &Args) -> R<()> {
    let copy = list.boxed();
    crate::call::call_method_with(&copy, "sort", args)?;
    let sorted: List<T> = super::unbox(&copy);
    let new = sorted.0.take();
    *list.0.borrow_mut() = new;
    Ok(())
}

/// Sorts by keys that were computed, one per element.
///
/// # Errors
/// What comparisons raise.
pub fn sort_keyed<T: Clone>(list: &List<T>, keys: Vec<Value>, reverse: bool) -> R<()> {
    let items = list.0.borrow().clone();
    if items.len() != keys.len() {
        return err("ValueError", "list modified during sort");
    }
    let mut pairs: Vec<(Value, T)> = keys.into_iter().zip(items).collect();
    crate::list_methods::sort_by(&mut pairs, reverse, |pair| &pair.0)?;
    let new = pairs.into_iter().map(|(_, item)| item).collect();
    let old = list.0.replace(new);
    drop(old);
    Ok(())
}

/// The first element whose key is the largest or the smallest.
///
/// # Errors
/// `ValueError` when there is no element, and what comparisons raise.
pub fn best<T: Clone>(list: &List<T>, keys: &[Value], largest: bool) -> R<T> {
    let items = list.0.borrow();
    let mut found: Option<usize> = None;
    for (at, key) in keys.iter().enumerate() {
        found = match found {
            Some(old) => {
                let better = if largest { key.is_gt(&keys[old])? } else { key.is_lt(&keys[old])? };
                Some(if better { at } else { old })
            }
            None => Some(at),
        };
    }
    match found.and_then(|at| items.get(at)) {
        Some(item) => Ok(item.clone()),
        None => err("ValueError", format!("{}() arg is an empty sequence", if largest { "max" } else { "min" })),
    }
}

impl List<i64> {
    /// `self.sort()`
    pub fn sort(&self) {
        self.0.borrow_mut().sort();
    }

    /// `sorted(self)`
    pub fn sorted(&self) -> List<i64> {
        let mut items = self.0.borrow().clone();
        items.sort();
        List::new(items)
    }

    /// `sum(self)`
    #[track_caller]
    pub fn sum(&self) -> i64 {
        let mut sum = 0;
        for n in self.0.borrow().iter() {
            sum = int::add(sum, *n);
        }
        sum
    }
}

impl List<f64> {
    /// `sum(self)`, which is the int 0 for no element.
    pub fn sum_floats(&self) -> Real {
        let items = self.0.borrow();
        if items.is_empty() {
            return Real::Int(0);
        }
        let mut sum = 0.0;
        for x in items.iter() {
            sum += x;
        }
        Real::Float(sum)
    }
}

impl<T: PartialOrd + Copy> List<T> {
    /// `min(self)`
    ///
    /// # Errors
    /// `ValueError` when there is no element.
    pub fn min(&self) -> R<T> {
        match self.0.borrow().iter().copied().reduce(super::min) {
            Some(least) => Ok(least),
            None => err("ValueError", "min() arg is an empty sequence"),
        }
    }

    /// `max(self)`
    ///
    /// # Errors
    /// `ValueError` when there is no element.
    pub fn max(&self) -> R<T> {
        match self.0.borrow().iter().copied().reduce(super::max) {
            Some(most) => Ok(most),
            None => err("ValueError", "max() arg is an empty sequence"),
        }
    }
}
