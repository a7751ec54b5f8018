//! `list` of native elements: shared, as in Python.

use super::{Typed, mismatch};
use crate::exc::{err, new};
use crate::value::{Exc, R, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// A list. Cloning copies the reference, never the elements.
pub struct List<T>(pub(super) Rc<RefCell<Vec<T>>>);

impl<T> Clone for List<T> {
    #[inline]
    fn clone(&self) -> Self {
        List(self.0.clone())
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List::new(vec![])
    }
}

#[cold]
fn out_of_range(what: &str) -> Exc {
    new("IndexError", format!("{what} out of range"))
}

/// The place of an index that may be negative.
#[inline(always)]
fn place(at: i64, len: usize) -> usize {
    (if at < 0 { at.wrapping_add(len as i64) } else { at }) as usize
}

/// Start, stop and step of a slice as they count in `len` elements.
fn slice_parts(start: Option<i64>, stop: Option<i64>, step: Option<i64>, len: usize) -> R<crate::value::Range> {
    let part = |p: Option<i64>| p.map_or(Value::None, Value::Int);
    crate::item::slice_range(&[part(start), part(stop), part(step)], len)
}

impl<T> List<T> {
    /// A list of these elements.
    #[inline]
    pub fn new(items: Vec<T>) -> List<T> {
        List(Rc::new(RefCell::new(items)))
    }

    /// `len(self)`
    #[inline]
    pub fn len(&self) -> i64 {
        self.0.borrow().len() as i64
    }

    /// Whether there is no element.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// `self[at] = item`
    ///
    /// # Errors
    /// `IndexError`
    #[inline]
    pub fn set(&self, at: i64, item: T) -> R<()> {
        let mut items = self.0.borrow_mut();
        let at = place(at, items.len());
        match items.get_mut(at) {
            Some(old) => {
                *old = item;
                Ok(())
            }
            None => Err(out_of_range("list assignment index")),
        }
    }

    /// `self.append(item)`
    #[inline]
    pub fn push(&self, item: T) {
        self.0.borrow_mut().push(item);
    }

    /// `self.insert(at, item)`
    pub fn insert(&self, at: i64, item: T) {
        let mut items = self.0.borrow_mut();
        let len = items.len() as i64;
        let at = if at < 0 { (at + len).max(0) } else { at.min(len) };
        items.insert(at as usize, item);
    }

    /// `self.pop()`
    ///
    /// # Errors
    /// `IndexError`
    #[inline]
    pub fn pop(&self) -> R<T> {
        match self.0.borrow_mut().pop() {
            Some(item) => Ok(item),
            None => err("IndexError", "pop from empty list"),
        }
    }

    /// `self.pop(at)`
    ///
    /// # Errors
    /// `IndexError`
    pub fn pop_at(&self, at: i64) -> R<T> {
        let mut items = self.0.borrow_mut();
        if items.is_empty() {
            return err("IndexError", "pop from empty list");
        }
        let at = place(at, items.len());
        if at >= items.len() { Err(out_of_range("pop index")) } else { Ok(items.remove(at)) }
    }

    /// `del self[at]`
    ///
    /// # Errors
    /// `IndexError`
    pub fn delete(&self, at: i64) -> R<()> {
        let mut items = self.0.borrow_mut();
        let at = place(at, items.len());
        if at >= items.len() {
            return Err(out_of_range("list assignment index"));
        }
        items.remove(at);
        Ok(())
    }

    /// `self.clear()`
    pub fn clear(&self) {
        let old = std::mem::take(&mut *self.0.borrow_mut());
        drop(old);
    }

    /// `self.reverse()`
    pub fn reverse(&self) {
        self.0.borrow_mut().reverse();
    }
}

impl<T: Clone> List<T> {
    /// `self[at]`
    ///
    /// # Errors
    /// `IndexError`
    #[inline]
    pub fn get(&self, at: i64) -> R<T> {
        let items = self.0.borrow();
        match items.get(place(at, items.len())) {
            Some(item) => Ok(item.clone()),
            None => Err(out_of_range("list index")),
        }
    }

    /// `self[:]`
    pub fn copy(&self) -> List<T> {
        List::new(self.0.borrow().clone())
    }

    /// `self.extend(more)`
    pub fn extend(&self, more: &List<T>) {
        let more = more.0.borrow().clone();
        self.0.borrow_mut().extend(more);
    }

    /// `self + more`
    pub fn concat(&self, more: &List<T>) -> List<T> {
        List::new(self.0.borrow().iter().chain(more.0.borrow().iter()).cloned().collect())
    }

    /// `self * count`
    pub fn repeat(&self, count: i64) -> List<T> {
        let items = self.0.borrow();
        let count = usize::try_from(count).unwrap_or(0);
        if let [one] = &items[..] {
            return List::new(vec![one.clone(); count]);
        }
        let mut out = Vec::with_capacity(items.len().saturating_mul(count));
        for _ in 0..count {
            out.extend_from_slice(&items);
        }
        List::new(out)
    }

    /// `self[start:stop:step]`
    ///
    /// # Errors
    /// `ValueError` when the step is zero.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> R<List<T>> {
        let items = self.0.borrow();
        let range = slice_parts(start, stop, step, items.len())?;
        if range.step == 1 {
            let (from, to) = (range.start as usize, range.stop.max(range.start) as usize);
            return Ok(List::new(items[from..to].to_vec()));
        }
        Ok(List::new((0..range.len()).map(|n| items[range.at(n) as usize].clone()).collect()))
    }

    /// `self[start:stop:step] = more`
    ///
    /// # Errors
    /// `ValueError` when an extended slice has another length.
    pub fn set_slice(&self, start: Option<i64>, stop: Option<i64>, step: Option<i64>, more: &List<T>) -> R<()> {
        let more = more.0.borrow().clone();
        let mut items = self.0.borrow_mut();
        let range = slice_parts(start, stop, step, items.len())?;
        if range.step == 1 {
            let from = range.start as usize;
            let to = range.stop.max(range.start) as usize;
            items.splice(from..to, more);
            return Ok(());
        }
        if range.len() != more.len() as i64 {
            let (given, wanted) = (more.len(), range.len());
            return err(
                "ValueError",
                format!("attempt to assign sequence of size {given} to extended slice of size {wanted}"),
            );
        }
        for (n, item) in more.into_iter().enumerate() {
            items[range.at(n as i64) as usize] = item;
        }
        Ok(())
    }

    /// Elements in order; what is appended meanwhile comes, too.
    #[inline]
    pub fn iter(&self) -> Iter<T> {
        Iter { list: self.clone(), at: 0 }
    }

    /// Elements from the end.
    pub fn reversed(&self) -> Reversed<T> {
        Reversed { list: self.clone(), at: self.0.borrow().len() }
    }

    /// The elements of a list of known length.
    ///
    /// # Errors
    /// `ValueError` when there are more or less.
    pub fn unpack<const N: usize>(&self) -> R<[T; N]> {
        let items = self.0.borrow();
        match <[T; N]>::try_from(items.clone()) {
            Ok(all) => Ok(all),
            Err(_) if items.len() > N => err("ValueError", format!("too many values to unpack (expected {N})")),
            Err(_) => err("ValueError", format!("not enough values to unpack (expected {N}, got {})", items.len())),
        }
    }
}

impl<T: Clone> List<List<T>> {
    /// `self[row][at]`
    ///
    /// # Errors
    /// `IndexError`
    #[inline]
    pub fn get_in(&self, row: i64, at: i64) -> R<T> {
        let rows = self.0.borrow();
        match rows.get(place(row, rows.len())) {
            Some(row) => row.get(at),
            None => Err(out_of_range("list index")),
        }
    }

    /// `self[row][at] = item`
    ///
    /// # Errors
    /// `IndexError`
    #[inline]
    pub fn set_in(&self, row: i64, at: i64, item: T) -> R<()> {
        let rows = self.0.borrow();
        match rows.get(place(row, rows.len())) {
            Some(row) => row.set(at, item),
            None => Err(out_of_range("list index")),
        }
    }
}

/// An iteration over a list.
pub struct Iter<T> {
    list: List<T>,
    at: usize,
}

impl<T: Clone> Iterator for Iter<T> {
    type Item = T;
    #[inline]
    fn next(&mut self) -> Option<T> {
        let item = self.list.0.borrow().get(self.at)?.clone();
        self.at += 1;
        Some(item)
    }
}

/// An iteration from the end.
pub struct Reversed<T> {
    list: List<T>,
    at: usize,
}

impl<T: Clone> Iterator for Reversed<T> {
    type Item = T;
    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.at == 0 {
            return None;
        }
        self.at -= 1;
        self.list.0.borrow().get(self.at).cloned()
    }
}

impl<T: Typed> Typed for List<T> {
    fn boxed(&self) -> Value {
        Value::list(self.0.borrow().iter().map(Typed::boxed).collect())
    }
    #[track_caller]
    fn unboxed(value: &Value) -> List<T> {
        match value {
            Value::List(items) => List::new(items.borrow().iter().map(T::unboxed).collect()),
            other => mismatch(other, "a list"),
        }
    }
}
