//! Subscripts: indices, slices, keys.

use crate::call::call_method;
use crate::class::class_of;
use crate::exc::err;
use crate::value::{R, Range, Value};
use std::rc::Rc;

/// An index, also from an object with `__index__`.
///
/// # Errors
/// `TypeError` when it is no integer, `IndexError` when it is too large.
pub fn index(value: &Value, what: &str) -> R<i64> {
    match value {
        Value::Int(n) => Ok(*n),
        Value::Bool(b) => Ok(i64::from(*b)),
        Value::Big(_) => err("IndexError", "cannot fit 'int' into an index-sized integer"),
        Value::Obj(object) if object.class.lookup("__index__").is_some() => {
            index(&call_method(value, "__index__", &[])?, what)
        }
        Value::Obj(_) if !value.plain().is(value) => index(&value.plain(), what),
        Value::Native(native) if matches!(native.0.number(), Some(Value::Int(_))) => index(&value.plain(), what),
        _ => {
            let class = class_of(value).full_name();
            let text = match what {
                "string" => format!("string indices must be integers, not '{class}'"),
                "slice" => "slice indices must be integers or None or have an __index__ method".to_string(),
                "list" | "tuple" | "range" | "byte" | "bytearray" | "sequence" | "deque" => {
                    format!("{what} indices must be integers or slices, not {class}")
                }
                _ => format!("'{class}' object cannot be interpreted as an integer"),
            };
            err("TypeError", text)
        }
    }
}

/// A place that a method takes, as `list.insert`.
///
/// # Errors
/// `TypeError` when it is no integer, `OverflowError` when it is too large.
pub fn place(value: &Value) -> R<i64> {
    match value {
        Value::Big(_) => err("OverflowError", "Python int too large to convert to C ssize_t"),
        value => index(value, "place"),
    }
}

fn at(index: i64, len: usize, what: &str) -> R<usize> {
    let wanted = if index < 0 { index + len as i64 } else { index };
    if wanted < 0 || wanted >= len as i64 {
        err("IndexError", format!("{what} index out of range"))
    } else {
        Ok(wanted as usize)
    }
}

/// The indices that a slice selects: start, stop, step, as `slice.indices` gives them.
///
/// # Errors
/// `TypeError` for parts that are no integers, `ValueError` for a step of 0.
pub fn slice_range(parts: &[Value; 3], len: usize) -> R<Range> {
    let part = |value: &Value| -> R<Option<i64>> {
        match value {
            Value::None => Ok(None),
            Value::Int(n) => Ok(Some(*n)),
            Value::Bool(b) => Ok(Some(i64::from(*b))),
            Value::Big(n) => Ok(Some(if n.is_negative() { i64::MIN / 2 } else { i64::MAX / 2 })),
            Value::Obj(_) | Value::Native(_) => index(value, "slice").map(Some),
            _ => err("TypeError", "slice indices must be integers or None or have an __index__ method"),
        }
    };
    let step = part(&parts[2])?.unwrap_or(1);
    if step == 0 {
        return err("ValueError", "slice step cannot be zero");
    }
    let len = len as i64;
    let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
    let clamp = |n: Option<i64>, default: i64| match n {
        None => default,
        Some(n) if n < 0 => (n.saturating_add(len)).max(low),
        Some(n) => n.min(high),
    };
    let (start, stop) = if step > 0 { (low, high) } else { (high, low) };
    Ok(Range { start: clamp(part(&parts[0])?, start), stop: clamp(part(&parts[1])?, stop), step })
}

fn select<T: Clone>(items: &[T], range: &Range) -> Vec<T> {
    if range.step == 1 {
        let (start, stop) = (range.start as usize, range.stop as usize);
        return items.get(start..stop.max(start)).unwrap_or(&[]).to_vec();
    }
    (0..range.len()).filter_map(|n| items.get(range.at(n) as usize).cloned()).collect()
}

/// `object[key]`
///
/// # Errors
/// `IndexError`, `KeyError`, `TypeError`, and what `__getitem__` raises.
pub fn get_item(object: &Value, key: &Value) -> R {
    match (object, key) {
        (Value::List(items), Value::Int(n)) => {
            let items = items.borrow();
            let index = at(*n, items.len(), "list")?;
            Ok(items[index].clone())
        }
        (Value::List(items), Value::Slice(parts)) => {
            let range = slice_range(parts, items.borrow().len())?;
            Ok(Value::list(select(&items.borrow(), &range)))
        }
        (Value::List(items), _) => {
            let n = index(key, "list")?;
            let items = items.borrow();
            let index = at(n, items.len(), "list")?;
            Ok(items[index].clone())
        }
        (Value::Tuple(items), Value::Slice(parts)) => {
            Ok(Value::tuple(select(items, &slice_range(parts, items.len())?)))
        }
        (Value::Tuple(items), _) => Ok(items[at(index(key, "tuple")?, items.len(), "tuple")?].clone()),
        (Value::Dict(dict), _) => {
            let found = dict.borrow().get(key)?;
            found.ok_or_else(|| crate::exc::exception("KeyError", vec![key.clone()]))
        }
        (Value::Str(text), Value::Slice(parts)) => {
            let range = slice_range(parts, text.chars())?;
            if range.step == 1 {
                let (start, stop) = (range.start as usize, range.stop.max(range.start) as usize);
                return Ok(Value::str(text.slice(start..stop)));
            }
            let chars: Vec<char> = text.as_str().chars().collect();
            Ok(Value::str(select(&chars, &range).into_iter().collect::<String>()))
        }
        (Value::Str(text), _) => {
            let n = at(index(key, "string")?, text.chars(), "string")?;
            let letter = text.slice(n..n + 1).chars().next().map(crate::typed::text::letter);
            Ok(letter.unwrap_or_else(|| crate::text!("")))
        }
        (Value::Range(range), Value::Slice(parts)) => {
            let picked = slice_range(parts, range.len() as usize)?;
            let step = range.step * picked.step;
            let (start, stop) = (range.at(picked.start), range.at(picked.stop));
            Ok(Value::Range(Rc::new(Range { start, stop, step })))
        }
        (Value::Range(range), _) => {
            let n = at(index(key, "range")?, range.len() as usize, "range object")?;
            Ok(Value::Int(range.at(n as i64)))
        }
        (Value::Bytes(bytes), Value::Slice(parts)) => {
            let data = bytes.data.borrow();
            Ok(crate::bytes::value(select(&data, &slice_range(parts, data.len())?), bytes.mutable))
        }
        (Value::Bytes(bytes), _) => {
            let data = bytes.data.borrow();
            let n = index(key, "byte")?;
            match at(n, data.len(), "bytearray") {
                Err(_) if !bytes.mutable => err("IndexError", "index out of range"),
                n => Ok(Value::Int(i64::from(data[n?]))),
            }
        }
        _ => get_other(object, key),
    }
}

/// `dict.__getitem__(self, key)`, which asks `__missing__` of classes derived from `dict`.
///
/// # Errors
/// `KeyError`, and what `__missing__` raises.
pub fn dict_item(args: &crate::func::Args) -> R {
    let (object, key) = (args.at(0, "__getitem__")?, args.at(1, "__getitem__")?);
    let Value::Dict(dict) = object.plain() else { return get_item(object, key) };
    let found = dict.borrow().get(key)?;
    match (found, object) {
        (Some(value), _) => Ok(value),
        (None, Value::Obj(instance)) if instance.class.lookup("__missing__").is_some() => {
            call_method(object, "__missing__", std::slice::from_ref(key))
        }
        (None, _) => Err(crate::exc::exception("KeyError", vec![key.clone()])),
    }
}

fn get_other(object: &Value, key: &Value) -> R {
    match object {
        Value::Obj(instance) => {
            if instance.class.lookup("__getitem__").is_some() {
                return call_method(object, "__getitem__", std::slice::from_ref(key));
            }
            let plain = object.plain();
            if plain.is(object) {
                return err("TypeError", format!("'{}' object is not subscriptable", instance.class.name));
            }
            if let Value::Dict(dict) = &plain {
                let found = dict.borrow().get(key)?;
                return match found {
                    Some(value) => Ok(value),
                    None if instance.class.lookup("__missing__").is_some() => {
                        call_method(object, "__missing__", std::slice::from_ref(key))
                    }
                    None => Err(crate::exc::exception("KeyError", vec![key.clone()])),
                };
            }
            get_item(&plain, key)
        }
        Value::Native(native) => match native.0.get_item(key) {
            Some(result) => result,
            None => err("TypeError", format!("'{}' object is not subscriptable", native.0.type_name())),
        },
        Value::Class(class) => match crate::enums::by_name(class, key) {
            Some(result) => result,
            None => match crate::meta::hook(object, "__getitem__") {
                Some(hook) => crate::call::call_pos(&hook, std::slice::from_ref(key)),
                None => match class.lookup("__class_getitem__") {
                    Some(hook) => {
                        let hook = crate::func::unwrap_class_method(&hook);
                        crate::call::call_pos(&hook, &[object.clone(), key.clone()])
                    }
                    None => crate::library::typing::of_class(object, key),
                },
            },
        },
        Value::NativeFn(_) => Ok(object.clone()),
        _ => err("TypeError", format!("'{}' object is not subscriptable", class_of(object).full_name())),
    }
}

/// `data[start:stop:step] = new`
fn set_bytes(data: &mut Vec<u8>, parts: &[Value; 3], new: Vec<u8>) -> R<()> {
    let range = slice_range(parts, data.len())?;
    if range.step == 1 {
        let (start, stop) = (range.start as usize, range.stop.max(range.start) as usize);
        data.splice(start..stop, new);
        return Ok(());
    }
    let (got, wanted) = (new.len(), range.len());
    if got as i64 != wanted {
        return err("ValueError", format!("attempt to assign bytes of size {got} to extended slice of size {wanted}"));
    }
    for (n, byte) in new.into_iter().enumerate() {
        data[range.at(n as i64) as usize] = byte;
    }
    Ok(())
}

/// `object[key] = value`
///
/// # Errors
/// As [`get_item`].
pub fn set_item(object: &Value, key: Value, value: Value) -> R<()> {
    match (object, &key) {
        (Value::List(items), Value::Slice(parts)) => {
            let new = crate::iter::to_vec(&value)?;
            let range = slice_range(parts, items.borrow().len())?;
            let mut items = items.borrow_mut();
            if range.step == 1 {
                let (start, stop) = (range.start as usize, range.stop.max(range.start) as usize);
                let old: Vec<Value> = items.splice(start..stop, new).collect();
                drop(items);
                drop(old);
                return Ok(());
            }
            if new.len() as i64 != range.len() {
                let (got, wanted) = (new.len(), range.len());
                return err(
                    "ValueError",
                    format!("attempt to assign sequence of size {got} to extended slice of size {wanted}"),
                );
            }
            for (n, value) in new.into_iter().enumerate() {
                items[range.at(n as i64) as usize] = value;
            }
            Ok(())
        }
        (Value::List(items), _) => {
            let n = index(&key, "list")?;
            let mut items = items.borrow_mut();
            let n = at(n, items.len(), "list assignment")?;
            let old = std::mem::replace(&mut items[n], value);
            drop(items);
            drop(old);
            Ok(())
        }
        (Value::Dict(dict), _) => {
            let old = dict.borrow_mut().set(key, value)?;
            drop(old);
            Ok(())
        }
        (Value::Bytes(bytes), Value::Slice(parts)) if bytes.mutable => {
            let new = match &value {
                Value::Bytes(new) => new.data.borrow().clone(),
                Value::Int(_) | Value::Str(_) | Value::Float(_) | Value::Bool(_) | Value::Big(_) => {
                    let text = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                    return err("TypeError", text);
                }
                other => crate::iter::to_vec(other)?.iter().map(crate::bytes::byte).collect::<R<Vec<u8>>>()?,
            };
            set_bytes(&mut bytes.data.borrow_mut(), parts, new)
        }
        (Value::Bytes(bytes), _) if bytes.mutable => {
            let n = index(&key, "bytearray")?;
            let byte = crate::bytes::byte(&value)?;
            let mut data = bytes.data.borrow_mut();
            let n = at(n, data.len(), "bytearray")?;
            data[n] = byte;
            Ok(())
        }
        (Value::Obj(instance), _) => {
            if instance.class.lookup("__setitem__").is_some() {
                return call_method(object, "__setitem__", &[key, value]).map(|_| ());
            }
            let plain = object.plain();
            if plain.is(object) {
                return err("TypeError", format!("'{}' object does not support item assignment", instance.class.name));
            }
            set_item(&plain, key, value)
        }
        (Value::Native(native), _) => match native.0.set_item(&key, value) {
            Some(result) => result,
            None => err("TypeError", format!("'{}' object does not support item assignment", native.0.type_name())),
        },
        _ => err("TypeError", format!("'{}' object does not support item assignment", class_of(object).full_name())),
    }
}

/// `del object[key]`
///
/// # Errors
/// As [`get_item`].
pub fn del_item(object: &Value, key: &Value) -> R<()> {
    match (object, key) {
        (Value::List(items), Value::Slice(parts)) => {
            let range = slice_range(parts, items.borrow().len())?;
            if range.step == 1 {
                let (start, stop) = (range.start as usize, range.stop.max(range.start) as usize);
                let old: Vec<Value> = items.borrow_mut().drain(start..stop).collect();
                drop(old);
                return Ok(());
            }
            let mut gone: Vec<i64> = (0..range.len()).map(|n| range.at(n)).collect();
            gone.sort_unstable();
            let old: Vec<Value> = gone.into_iter().rev().map(|n| items.borrow_mut().remove(n as usize)).collect();
            drop(old);
            Ok(())
        }
        (Value::List(items), _) => {
            let n = index(key, "list")?;
            let n = at(n, items.borrow().len(), "list assignment")?;
            let old = items.borrow_mut().remove(n);
            drop(old);
            Ok(())
        }
        (Value::Bytes(bytes), _) if bytes.mutable => {
            let items = Value::list(bytes.data.borrow().iter().map(|b| Value::Int(i64::from(*b))).collect());
            match del_item(&items, key) {
                Err(raised) if raised.is_a("IndexError") => return err("IndexError", "bytearray index out of range"),
                other => other?,
            }
            let changed = crate::iter::to_vec(&items)?.iter().map(crate::bytes::byte).collect::<R<Vec<u8>>>()?;
            *bytes.data.borrow_mut() = changed;
            Ok(())
        }
        (Value::Dict(dict), _) => {
            let old = dict.borrow_mut().remove(key)?;
            match old {
                Some(_) => Ok(()),
                None => Err(crate::exc::exception("KeyError", vec![key.clone()])),
            }
        }
        (Value::Obj(instance), _) => {
            if instance.class.lookup("__delitem__").is_some() {
                return call_method(object, "__delitem__", std::slice::from_ref(key)).map(|_| ());
            }
            let plain = object.plain();
            if plain.is(object) {
                return err("TypeError", format!("'{}' object doesn't support item deletion", instance.class.name));
            }
            del_item(&plain, key)
        }
        (Value::Native(native), _) => match native.0.del_item(key) {
            Some(result) => result,
            None => err("TypeError", format!("'{}' object doesn't support item deletion", native.0.type_name())),
        },
        _ => err("TypeError", format!("'{}' object doesn't support item deletion", class_of(object).full_name())),
    }
}

/// A `slice` value.
pub fn slice(start: Value, stop: Value, step: Value) -> Value {
    Value::Slice(Rc::new([start, stop, step]))
}

impl Value {
    /// `self[key]`
    ///
    /// # Errors
    /// As [`get_item`].
    #[inline]
    pub fn item(&self, key: &Value) -> R {
        if let (Value::List(items), Value::Int(n)) = (self, key)
            && let Some(item) = usize::try_from(*n).ok().and_then(|n| items.borrow().get(n).cloned())
        {
            return Ok(item);
        }
        get_item(self, key)
    }

    /// `self[key] = value`
    ///
    /// # Errors
    /// As [`set_item`].
    pub fn set_item(&self, key: Value, value: Value) -> R<()> {
        set_item(self, key, value)
    }

    /// `del self[key]`
    ///
    /// # Errors
    /// As [`del_item`].
    pub fn del_item(&self, key: &Value) -> R<()> {
        del_item(self, key)
    }

    /// `self.name`
    ///
    /// # Errors
    /// `AttributeError`, and what a property raises.
    pub fn attr(&self, name: crate::value::Name) -> R {
        crate::attr::get_attr(self, name)
    }

    /// `self.name = value`
    ///
    /// # Errors
    /// `AttributeError`, and what a setter raises.
    pub fn set_attr(&self, name: crate::value::Name, value: Value) -> R<()> {
        crate::attr::set_attr(self, name, value)
    }

    /// `self.name(*args)`
    ///
    /// # Errors
    /// What the method raises.
    pub fn method(&self, name: crate::value::Name, args: &[Value]) -> R {
        call_method(self, name, args)
    }

    /// `for … in self`
    ///
    /// # Errors
    /// `TypeError` when it cannot be iterated.
    pub fn iter(&self) -> R<crate::iter::Iteration> {
        crate::iter::iter(self)
    }
}
