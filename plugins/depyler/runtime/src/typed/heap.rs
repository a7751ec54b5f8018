//! `heapq` over lists of native elements, with CPython's sift order, so that the list itself is the same.

use super::{List, Real, Typed};
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

/// Elements that `<` compares.
pub trait Ordered: Clone {
    /// `self < other`
    ///
    /// # Errors
    /// What the comparison raises.
    fn before(&self, other: &Self) -> R<bool>;
    /// `self == other`
    ///
    /// # Errors
    /// What the comparison raises.
    fn same(&self, other: &Self) -> R<bool>;
}

macro_rules! numbers {
    ($($name:ty),*) => {
        $(
            impl Ordered for $name {
                #[inline]
                fn before(&self, other: &Self) -> R<bool> {
                    Ok(self < other)
                }
                #[inline]
                fn same(&self, other: &Self) -> R<bool> {
                    Ok(self == other)
                }
            }
        )*
    };
}

numbers!(i64, f64, bool);

impl Ordered for Value {
    fn before(&self, other: &Value) -> R<bool> {
        self.is_lt(other)
    }
    fn same(&self, other: &Value) -> R<bool> {
        self.is_eq(other)
    }
}

impl Ordered for Real {
    fn before(&self, other: &Real) -> R<bool> {
        self.boxed().is_lt(&other.boxed())
    }
    fn same(&self, other: &Real) -> R<bool> {
        self.boxed().is_eq(&other.boxed())
    }
}

impl<T: Ordered + Typed> Ordered for Option<T> {
    fn before(&self, other: &Self) -> R<bool> {
        match (self, other) {
            (Some(a), Some(b)) => a.before(b),
            _ => self.boxed().is_lt(&other.boxed()),
        }
    }
    fn same(&self, other: &Self) -> R<bool> {
        match (self, other) {
            (Some(a), Some(b)) => a.same(b),
            (None, None) => Ok(true),
            _ => Ok(false),
        }
    }
}

macro_rules! tuples {
    ($(($($name:ident $at:tt),*);)*) => {
        $(
            impl<$($name: Ordered),*> Ordered for ($($name,)*) {
                fn before(&self, other: &Self) -> R<bool> {
                    $(
                        if !self.$at.same(&other.$at)? {
                            return self.$at.before(&other.$at);
                        }
                    )*
                    Ok(false)
                }
                fn same(&self, other: &Self) -> R<bool> {
                    $(
                        if !self.$at.same(&other.$at)? {
                            return Ok(false);
                        }
                    )*
                    Ok(true)
                }
            }
        )*
    };
}

tuples! {
    (A 0);
    (A 0, B 1);
    (A 0, B 1, C 2);
    (A 0, B 1, C 2, D 3);
    (A 0, B 1, C 2, D 3, E 4);
    (A 0, B 1, C 2, D 3, E 4, F 5);
}

fn toward_root<T: Ordered>(items: &mut [T], start: usize, mut at: usize) -> R<()> {
    while at > start {
        let parent = (at - 1) >> 1;
        if !items[at].before(&items[parent])? {
            break;
        }
        items.swap(at, parent);
        at = parent;
    }
    Ok(())
}

fn toward_leaves<T: Ordered>(items: &mut [T], start: usize) -> R<()> {
    let (end, mut at) = (items.len(), start);
    loop {
        let mut child = 2 * at + 1;
        if child >= end {
            break;
        }
        if child + 1 < end && !items[child].before(&items[child + 1])? {
            child += 1;
        }
        items.swap(at, child);
        at = child;
    }
    toward_root(items, start, at)
}

impl<T: Ordered> List<T> {
    /// `heapq.heappush(self, item)`
    ///
    /// # Errors
    /// What comparisons raise.
    pub fn heap_push(&self, item: T) -> R<()> {
        let mut items = self.0.borrow_mut();
        items.push(item);
        let last = items.len() - 1;
        toward_root(&mut items, 0, last)
    }

    /// `heapq.heappop(self)`
    ///
    /// # Errors
    /// `IndexError` for an empty heap.
    pub fn heap_pop(&self) -> R<T> {
        let mut items = self.0.borrow_mut();
        let Some(last) = items.pop() else { return err("IndexError", "index out of range") };
        let Some(first) = items.first_mut() else { return Ok(last) };
        let top = std::mem::replace(first, last);
        toward_leaves(&mut items, 0)?;
        Ok(top)
    }

    /// `heapq.heapify(self)`
    ///
    /// # Errors
    /// What comparisons raise.
    pub fn heapify(&self) -> R<()> {
        let mut items = self.0.borrow_mut();
        for at in (0..items.len() / 2).rev() {
            toward_leaves(&mut items, at)?;
        }
        Ok(())
    }

    /// `heapq.heapreplace(self, item)`
    ///
    /// # Errors
    /// `IndexError` for an empty heap.
    pub fn heap_replace(&self, item: T) -> R<T> {
        let mut items = self.0.borrow_mut();
        let Some(first) = items.first_mut() else { return err("IndexError", "index out of range") };
        let top = std::mem::replace(first, item);
        toward_leaves(&mut items, 0)?;
        Ok(top)
    }

    /// `heapq.heappushpop(self, item)`
    ///
    /// # Errors
    /// What comparisons raise.
    pub fn heap_push_pop(&self, item: T) -> R<T> {
        let least = match self.0.borrow().first() {
            Some(first) => first.before(&item)?,
            None => false,
        };
        if least { self.heap_replace(item) } else { Ok(item) }
    }
}

/// What `functools.cache` looks for when a function takes one argument: an `int` or `str` is not equal to other numbers there.
///
/// # Errors
/// `TypeError` without an argument.
pub fn memo_key(args: &Args) -> R {
    let x = args.at(0, "cache")?;
    Ok(match x {
        Value::Int(_) | Value::Big(_) | Value::Str(_) => x.clone(),
        other => Value::tuple(vec![other.clone()]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_comes_first() {
        let heap = List::new(vec![(5, 1.5), (2, 0.5), (9, 0.0), (2, 0.25), (7, 1.0)]);
        heap.heapify().ok().unwrap();
        heap.heap_push((1, 3.0)).ok().unwrap();
        let mut out = vec![];
        while !heap.is_empty() {
            out.push(heap.heap_pop().ok().unwrap());
        }
        assert_eq!(out, [(1, 3.0), (2, 0.25), (2, 0.5), (5, 1.5), (7, 1.0), (9, 0.0)]);
        assert!(heap.heap_pop().is_err());
    }
}
