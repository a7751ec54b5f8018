//! Methods of `list` and `range`, and sorting.

use crate::compare::same_key;
use crate::exc::err;
use crate::func::Args;
use crate::value::{Name, R, Range, Value};
use std::cell::RefCell;
use std::cmp::Ordering;

type Items = RefCell<Vec<Value>>;

/// A method of a list; none when there is no such one.
pub fn call(items: &Items, name: Name, args: &Args) -> Option<R> {
    Some(match name {
        "append" => args.exactly("list.append", 1, 1).map(|()| {
            items.borrow_mut().push(args.pos[0].clone());
            Value::None
        }),
        "pop" => pop(items, args),
        "extend" => args.exactly("list.extend", 1, 1).and_then(|()| {
            if let Value::List(other) = &args.pos[0] {
                let more = other.borrow().clone();
                items.borrow_mut().extend(more);
                return Ok(Value::None);
            }
            let mut iter = crate::iter::iter(&args.pos[0])?;
            while let Some(item) = iter.next()? {
                items.borrow_mut().push(item);
            }
            Ok(Value::None)
        }),
        "insert" => insert(items, args),
        "remove" => remove(items, args),
        "clear" => {
            let old = std::mem::take(&mut *items.borrow_mut());
            drop(old);
            Ok(Value::None)
        }
        "copy" => Ok(Value::list(items.borrow().clone())),
        "count" => {
            let items = items.borrow().clone();
            count(&items, args)
        }
        "index" => {
            let items = items.borrow().clone();
            index(&items, args, "list")
        }
        "reverse" => {
            items.borrow_mut().reverse();
            Ok(Value::None)
        }
        "sort" => sort(items, args),
        _ => return None,
    })
}

fn pop(items: &Items, args: &Args) -> R {
    if items.borrow().is_empty() {
        return err("IndexError", "pop from empty list");
    }
    match args.pos.first() {
        None => Ok(items.borrow_mut().pop().unwrap_or(Value::None)),
        Some(at) => {
            let n = crate::item::place(at)?;
            let len = items.borrow().len() as i64;
            let n = if n < 0 { n + len } else { n };
            if n < 0 || n >= len {
                return err("IndexError", "pop index out of range");
            }
            Ok(items.borrow_mut().remove(n as usize))
        }
    }
}

fn insert(items: &Items, args: &Args) -> R {
    args.exactly("insert", 2, 2)?;
    let n = crate::item::place(&args.pos[0])?;
    let len = items.borrow().len() as i64;
    let n = if n < 0 { (n + len).max(0) } else { n.min(len) };
    items.borrow_mut().insert(n as usize, args.pos[1].clone());
    Ok(Value::None)
}

fn remove(items: &Items, args: &Args) -> R {
    let wanted = args.at(0, "remove")?;
    let mut at = 0;
    loop {
        let Some(item) = items.borrow().get(at).cloned() else {
            return err("ValueError", "list.remove(x): x not in list");
        };
        if same_key(&item, wanted)? {
            let old = items.borrow_mut().remove(at);
            drop(old);
            return Ok(Value::None);
        }
        at += 1;
    }
}

/// `sequence.count(value)`
///
/// # Errors
/// What `__eq__` raises.
pub fn count(items: &[Value], args: &Args) -> R {
    let wanted = args.at(0, "count")?;
    let mut n = 0;
    for item in items {
        n += i64::from(same_key(item, wanted)?);
    }
    Ok(Value::Int(n))
}

/// `sequence.index(value, start, stop)`
///
/// # Errors
/// `ValueError` when it is not there.
pub fn index(items: &[Value], args: &Args, kind: &str) -> R {
    let wanted = args.at(0, "index")?;
    let bound = |at: usize, default: i64| -> R<i64> {
        let n = match args.pos.get(at) {
            Some(value) => crate::item::index(value, "slice")?,
            None => default,
        };
        Ok(if n < 0 { (n + items.len() as i64).max(0) } else { n })
    };
    let (start, stop) = (bound(1, 0)?, bound(2, items.len() as i64)?);
    for (at, item) in items.iter().enumerate().take(stop as usize).skip(start as usize) {
        if same_key(item, wanted)? {
            return Ok(at.into());
        }
    }
    if kind == "tuple" {
        return err("ValueError", "tuple.index(x): x not in tuple");
    }
    err("ValueError", format!("{} is not in list", crate::repr::repr(wanted)?))
}

fn sort(items: &Items, args: &Args) -> R {
    if !args.pos.is_empty() {
        return err("TypeError", "sort() takes no positional arguments");
    }
    let taken = std::mem::take(&mut *items.borrow_mut());
    let (sorted, result) = sorted(taken, args.kwarg("key"), args.kwarg("reverse"));
    *items.borrow_mut() = sorted;
    result.map(|()| Value::None)
}

/// Sorts stably. The values come back in any case, in some order when a comparison raised.
pub fn sorted(items: Vec<Value>, key: Option<Value>, reverse: Option<Value>) -> (Vec<Value>, R<()>) {
    let reverse = match reverse.map_or(Ok(false), |v| crate::ops::truth(&v)) {
        Ok(reverse) => reverse,
        Err(raised) => return (items, Err(raised)),
    };
    let Some(key) = key.filter(|key| !key.is_none()) else {
        let mut items = items;
        let result = sort_by(&mut items, reverse, |item| item);
        return (items, result);
    };
    let mut keyed = Vec::with_capacity(items.len());
    let mut failed = None;
    for item in items {
        let found =
            if failed.is_some() { Ok(Value::None) } else { crate::call::call_pos(&key, std::slice::from_ref(&item)) };
        match found {
            Ok(found) => keyed.push((found, item)),
            Err(raised) => {
                failed = Some(raised);
                keyed.push((Value::None, item));
            }
        }
    }
    let result = match failed {
        Some(raised) => Err(raised),
        None => sort_by(&mut keyed, reverse, |pair| &pair.0),
    };
    (keyed.into_iter().map(|(_, item)| item).collect(), result)
}

pub(crate) fn sort_by<T>(items: &mut Vec<T>, reverse: bool, key: impl Fn(&T) -> &Value) -> R<()> {
    if reverse {
        items.reverse();
    }
    let mut failed = None;
    merge_sort(items, &mut |a, b| {
        if failed.is_some() {
            return false;
        }
        match (key(a), key(b)) {
            (Value::Int(a), Value::Int(b)) => a < b,
            (a, b) => a.is_lt(b).unwrap_or_else(|raised| {
                failed = Some(raised);
                false
            }),
        }
    });
    if reverse {
        items.reverse();
    }
    failed.map_or(Ok(()), Err)
}

/// A stable sort that calls only `less`; comparisons need not be consistent.
fn merge_sort<T>(items: &mut Vec<T>, less: &mut dyn FnMut(&T, &T) -> bool) {
    let len = items.len();
    if len < 2 {
        return;
    }
    if len <= 12 {
        for end in 1..len {
            let mut at = end;
            while at > 0 && less(&items[at], &items[at - 1]) {
                items.swap(at, at - 1);
                at -= 1;
            }
        }
        return;
    }
    let mut right = items.split_off(len / 2);
    merge_sort(items, less);
    merge_sort(&mut right, less);
    if items.last().zip(right.first()).is_some_and(|(a, b)| !less(b, a)) {
        items.append(&mut right);
        return;
    }
    let left = std::mem::replace(items, Vec::with_capacity(len));
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    loop {
        match (left.peek(), right.peek()) {
            (Some(a), Some(b)) => {
                let next = if less(b, a) { right.next() } else { left.next() };
                items.extend(next);
            }
            _ => break,
        }
    }
    items.extend(left);
    items.extend(right);
}

/// Methods of a range.
pub fn range(range: &Range, name: Name, args: &Args) -> Option<R> {
    let wanted = args.pos.first().cloned();
    Some(match (name, wanted) {
        ("index", Some(Value::Int(n))) => match range.position(n) {
            Some(at) => Ok(Value::Int(at)),
            None => err("ValueError", format!("{n} is not in range")),
        },
        ("count", Some(Value::Int(n))) => Ok(Value::Int(i64::from(range.position(n).is_some()))),
        _ => return None,
    })
}

/// Three-way order from `<`, for code that sorts.
///
/// # Errors
/// What `__lt__` raises.
pub fn compare(a: &Value, b: &Value) -> R<Ordering> {
    Ok(if a.is_lt(b)? {
        Ordering::Less
    } else if b.is_lt(a)? {
        Ordering::Greater
    } else {
        Ordering::Equal
    })
}
