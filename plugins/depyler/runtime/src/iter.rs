//! Iteration: one enum for the built-in iterators, so that loops need no calls through tables.

use crate::call::{call_method, call_pos};
use crate::class::class_of;
use crate::dict::Dict;
use crate::exc::err;
use crate::func::Args;
use crate::set::Set;
use crate::string::Str;
use crate::value::{Name, R, Range, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// What a dictionary iterator gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Keys
    Keys,
    /// Values
    Values,
    /// Pairs
    Items,
}

/// A running iteration.
pub enum Iteration {
    /// Over a list, by index, so that it sees changes
    List(Rc<RefCell<Vec<Value>>>, usize),
    /// Over a tuple
    Tuple(Rc<Vec<Value>>, usize),
    /// Over a range: next number, numbers left, step
    Range(i64, i64, i64),
    /// Over text, by byte offset
    Str(Rc<Str>, usize),
    /// Over a dictionary, by entry, with the length at the start
    Dict(Rc<RefCell<Dict>>, usize, usize, View),
    /// Over a set, by slot, with the length at the start
    Set(Rc<Set>, usize, usize),
    /// Values that are already there, last one first
    Ready(Vec<Value>),
    /// Anything that this crate computes
    Code(Box<dyn Advance>),
    /// Another iterator object
    Object(Value),
}

/// An iterator that is computed by code.
pub trait Advance {
    /// The next value.
    ///
    /// # Errors
    /// What the computation raises.
    fn advance(&mut self) -> R<Option<Value>>;
    /// Continues a generator with a value or an exception; none when it is not a generator.
    fn resume(&mut self, input: R) -> Option<R<Option<Value>>> {
        let _ = input;
        None
    }
    /// What a finished generator returned.
    fn returned(&mut self) -> Value {
        Value::None
    }
    /// `len(self)` where the rest is known
    fn length_hint(&self) -> Option<usize> {
        None
    }
}

impl<F: FnMut() -> R<Option<Value>>> Advance for F {
    fn advance(&mut self) -> R<Option<Value>> {
        self()
    }
}

/// An iterator object.
pub struct IterCell {
    /// Name of its class.
    pub name: Name,
    /// The iteration.
    pub state: RefCell<Iteration>,
}

impl Iteration {
    /// The next value, or none at the end.
    ///
    /// # Errors
    /// What the iterator raises, `StopIteration` left out.
    #[inline]
    pub fn next(&mut self) -> R<Option<Value>> {
        match self {
            Iteration::Range(next, left, step) => {
                if *left <= 0 {
                    return Ok(None);
                }
                let n = *next;
                *left -= 1;
                *next = n.wrapping_add(*step);
                Ok(Some(Value::Int(n)))
            }
            Iteration::List(items, at) => {
                let item = items.borrow().get(*at).cloned();
                if item.is_some() {
                    *at += 1;
                } else {
                    *at = usize::MAX;
                }
                Ok(item)
            }
            _ => self.next_other(),
        }
    }

    fn next_other(&mut self) -> R<Option<Value>> {
        match self {
            Iteration::Tuple(items, at) => {
                *at += 1;
                Ok(items.get(*at - 1).cloned())
            }
            Iteration::Str(text, at) => {
                let Some(c) = text.as_str()[*at..].chars().next() else { return Ok(None) };
                *at += c.len_utf8();
                Ok(Some(crate::typed::text::letter(c)))
            }
            Iteration::Dict(dict, at, len, view) => {
                let dict = dict.borrow();
                if dict.len() != *len {
                    *at = usize::MAX;
                    if *len == usize::MAX {
                        return Ok(None);
                    }
                    *len = usize::MAX;
                    return err("RuntimeError", "dictionary changed size during iteration");
                }
                let Some((next, key, value)) = dict.next(*at) else {
                    *at = usize::MAX;
                    return Ok(None);
                };
                *at = next;
                Ok(Some(match view {
                    View::Keys => key,
                    View::Values => value,
                    View::Items => Value::tuple(vec![key, value]),
                }))
            }
            Iteration::Set(set, at, len) => {
                let table = set.table.borrow();
                if table.len() != *len {
                    *at = usize::MAX;
                    if *len == usize::MAX {
                        return Ok(None);
                    }
                    *len = usize::MAX;
                    return err("RuntimeError", "Set changed size during iteration");
                }
                let Some((next, item)) = table.next(*at) else {
                    *at = usize::MAX;
                    return Ok(None);
                };
                *at = next;
                Ok(Some(item))
            }
            Iteration::Ready(items) => Ok(items.pop()),
            // A function inside that raises `StopIteration` ends the iterator, as in CPython.
            Iteration::Code(code) => match code.advance() {
                Err(raised) if raised.is_a("StopIteration") => Ok(None),
                other => other,
            },
            Iteration::Object(object) => next(object),
            Iteration::List(..) | Iteration::Range(..) => self.next(),
        }
    }

    /// All that is left.
    ///
    /// # Errors
    /// As [`Iteration::next`].
    pub fn collect(mut self) -> R<Vec<Value>> {
        let mut out = vec![];
        while let Some(item) = self.next()? {
            out.push(item);
        }
        Ok(out)
    }

    /// As an iterator object.
    pub fn into_value(self, name: Name) -> Value {
        match self {
            Iteration::Object(object @ Value::Iter(_)) => object,
            state => Value::Iter(Rc::new(IterCell { name, state: RefCell::new(state) })),
        }
    }
}

/// An iterator object over code.
pub fn from_code(name: Name, code: impl Advance + 'static) -> Value {
    Iteration::Code(Box::new(code)).into_value(name)
}

/// An iteration over values that are already there.
pub fn ready(mut items: Vec<Value>) -> Iteration {
    items.reverse();
    Iteration::Ready(items)
}

/// Starts an iteration.
///
/// # Errors
/// `TypeError` when the value cannot be iterated, and what `__iter__` raises.
pub fn iter(value: &Value) -> R<Iteration> {
    Ok(match value {
        Value::List(items) => Iteration::List(items.clone(), 0),
        Value::Tuple(items) => Iteration::Tuple(items.clone(), 0),
        Value::Range(range) => Iteration::Range(range.start, range.len(), range.step),
        Value::Str(text) => Iteration::Str(text.clone(), 0),
        Value::Dict(dict) => Iteration::Dict(dict.clone(), 0, dict.borrow().len(), View::Keys),
        Value::Set(set) => Iteration::Set(set.clone(), 0, set.table.borrow().len()),
        Value::Bytes(bytes) => ready(bytes.data.borrow().iter().map(|b| Value::Int(i64::from(*b))).collect()),
        Value::Iter(_) => Iteration::Object(value.clone()),
        Value::Obj(object) => {
            if let Some(method) = object.class.lookup("__iter__") {
                if method.is_none() {
                    return err("TypeError", format!("'{}' object is not iterable", object.class.name));
                }
                let iterator = call_method(value, "__iter__", &[])?;
                return match &iterator {
                    Value::Iter(_) => Ok(Iteration::Object(iterator)),
                    Value::Obj(inner) if inner.class.lookup("__next__").is_some() => Ok(Iteration::Object(iterator)),
                    Value::Native(_) => iter(&iterator),
                    other => {
                        let kind = class_of(other).full_name();
                        err("TypeError", format!("iter() returned non-iterator of type '{kind}'"))
                    }
                };
            }
            if object.class.lookup("__getitem__").is_some() {
                return Ok(by_index(value.clone()));
            }
            let plain = value.plain();
            if plain.is(value) {
                return not_iterable(value);
            }
            return iter(&plain);
        }
        Value::Class(class) => match crate::enums::members(class) {
            Some(members) => ready(members),
            None => match crate::meta::hook(value, "__iter__") {
                Some(hook) => return iter(&crate::call::call_pos(&hook, &[])?),
                None => return not_iterable(value),
            },
        },
        Value::Native(native) => match native.0.iter(value) {
            Some(iteration) => return iteration,
            None => return not_iterable(value),
        },
        _ => return not_iterable(value),
    })
}

fn not_iterable<T>(value: &Value) -> R<T> {
    err("TypeError", format!("'{}' object is not iterable", class_of(value).full_name()))
}

/// The old protocol: `__getitem__` with 0, 1, 2 … until `IndexError`.
fn by_index(object: Value) -> Iteration {
    let mut at = 0;
    Iteration::Code(Box::new(move || {
        let item = call_method(&object, "__getitem__", &[Value::Int(at)]);
        at += 1;
        match item {
            Ok(item) => Ok(Some(item)),
            Err(raised) if raised.is_a("IndexError") || raised.is_a("StopIteration") => Ok(None),
            Err(raised) => Err(raised),
        }
    }))
}

/// The next value of an iterator object, or none at its end.
///
/// # Errors
/// `TypeError` when it is no iterator, and what it raises.
pub fn next(iterator: &Value) -> R<Option<Value>> {
    match iterator {
        Value::Iter(cell) => match cell.state.try_borrow_mut() {
            Ok(mut state) => state.next(),
            Err(_) => err("ValueError", "generator already executing"),
        },
        Value::Obj(object) if object.class.lookup("__next__").is_some() => match call_method(iterator, "__next__", &[])
        {
            Ok(value) => Ok(Some(value)),
            Err(raised) if raised.is_a("StopIteration") => Ok(None),
            Err(raised) => Err(raised),
        },
        Value::Native(native) if native.0.type_name().starts_with("_io.") => {
            // A file is its own iterator.
            let line = iterator.method("readline", &[])?;
            Ok(line.truth()?.then_some(line))
        }
        _ => err("TypeError", format!("'{}' object is not an iterator", class_of(iterator).full_name())),
    }
}

/// `list(value)` as a vector.
///
/// # Errors
/// As [`iter`].
pub fn to_vec(value: &Value) -> R<Vec<Value>> {
    match value {
        Value::List(items) => Ok(items.borrow().clone()),
        Value::Tuple(items) => Ok(items.to_vec()),
        Value::Set(set) => Ok(set.table.borrow().items()),
        _ => iter(value)?.collect(),
    }
}

/// Exactly `N` values, for an assignment to `N` targets.
///
/// # Errors
/// `ValueError` when there are more or fewer.
pub fn unpack<const N: usize>(value: &Value) -> R<[Value; N]> {
    let mut items = match value {
        Value::Tuple(items) if items.len() == N => items.to_vec(),
        Value::List(items) if items.borrow().len() == N => items.borrow().clone(),
        _ => {
            let mut iteration = match iter(value) {
                Ok(iteration) => iteration,
                Err(raised) if raised.is_a("TypeError") && !matches!(value, Value::Obj(_)) => {
                    return err(
                        "TypeError",
                        format!("cannot unpack non-iterable {} object", class_of(value).full_name()),
                    );
                }
                Err(raised) => return Err(raised),
            };
            let mut items = vec![];
            while let Some(item) = iteration.next()? {
                if items.len() == N {
                    return err("ValueError", format!("too many values to unpack (expected {N})"));
                }
                items.push(item);
            }
            items
        }
    };
    if items.len() < N {
        return err("ValueError", format!("not enough values to unpack (expected {N}, got {})", items.len()));
    }
    items.truncate(N);
    items.try_into().map_err(|_| crate::exc::new("ValueError", "not enough values to unpack"))
}

/// Values before a starred target, the list for it, and values after it.
///
/// # Errors
/// `ValueError` when there are too few.
pub fn unpack_star(value: &Value, before: usize, after: usize) -> R<Vec<Value>> {
    let mut items = to_vec(value)?;
    if items.len() < before + after {
        let least = before + after;
        return err(
            "ValueError",
            format!("not enough values to unpack (expected at least {least}, got {})", items.len()),
        );
    }
    let tail = items.split_off(items.len() - after);
    let middle = items.split_off(before);
    items.push(Value::list(middle));
    items.extend(tail);
    Ok(items)
}

/// Methods of iterators and generators.
pub fn method(this: &Value, cell: &Rc<IterCell>, name: Name, args: &Args) -> Option<R> {
    let stop = |found: R<Option<Value>>| match found {
        Ok(Some(value)) => Ok(value),
        Ok(None) => {
            let returned = match cell.state.try_borrow_mut() {
                Ok(mut state) => {
                    if let Iteration::Code(code) = &mut *state {
                        code.returned()
                    } else {
                        Value::None
                    }
                }
                Err(_) => Value::None,
            };
            let args = if returned.is_none() { vec![] } else { vec![returned] };
            Err(crate::exc::exception("StopIteration", args))
        }
        Err(raised) => Err(raised),
    };
    let resume = |input: R| match cell.state.try_borrow_mut() {
        Ok(mut state) => match &mut *state {
            Iteration::Code(code) => code.resume(input),
            _ => None,
        },
        Err(_) => Some(err("ValueError", "generator already executing")),
    };
    Some(match name {
        "__next__" => stop(next(this)),
        "__iter__" => Ok(this.clone()),
        "send" => stop(resume(Ok(args.pos.first()?.clone()))?),
        "throw" => {
            let raised = match args.pos {
                [class @ Value::Class(_), value, ..] if !matches!(value, Value::Obj(_)) => {
                    call_pos(class, std::slice::from_ref(value)).and_then(|v| crate::exc::to_raise(&v))
                }
                [_, value, ..] => crate::exc::to_raise(value),
                [value] => crate::exc::to_raise(value),
                [] => return None,
            };
            stop(resume(Err(match raised {
                Ok(raised) => raised,
                Err(raised) => raised,
            }))?)
        }
        "close" => match resume(Err(crate::exc::exception("GeneratorExit", vec![])))? {
            Ok(None) => Ok(Value::None),
            Ok(Some(_)) => err("RuntimeError", "generator ignored GeneratorExit"),
            Err(raised) if raised.is_a("GeneratorExit") || raised.is_a("StopIteration") => Ok(Value::None),
            Err(raised) => Err(raised),
        },
        _ => return None,
    })
}

/// Numbers of `range(...)` when all of them are small.
pub fn range_of(range: &Range) -> Vec<Value> {
    (0..range.len()).map(|n| Value::Int(range.at(n))).collect()
}

/// `iter(value)` as a value.
///
/// # Errors
/// As [`iter`].
pub fn started(value: &Value) -> R {
    Ok(iter(value)?.into_value("iterator"))
}
