//! Equality, order, identity, membership.

use crate::attr::get_opt;
use crate::call::call_method;
use crate::class::class_of;
use crate::exc::err;
use crate::ops::truth;
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::cmp::Ordering;

/// Equality of keys: identity first, as containers do.
///
/// # Errors
/// What `__eq__` raises.
pub fn same_key(a: &Value, b: &Value) -> R<bool> {
    Ok(match (a, b) {
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Str(a), Value::Str(b)) => a.as_str() == b.as_str(),
        _ => a.is(b) || eq(a, b)?,
    })
}

/// The order of two numbers; none when one is not a number, or is a NaN.
pub fn numbers(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    use Value::{Big, Bool, Float, Int};
    let int = |v: &Value| match v {
        Int(n) => Some(*n),
        Bool(b) => Some(i64::from(*b)),
        _ => None,
    };
    Some(match (a, b) {
        (Float(a), Float(b)) => a.partial_cmp(b),
        (Big(a), Big(b)) => Some(a.cmp(b)),
        (Big(a), Float(b)) => big_float(a, *b),
        (Float(a), Big(b)) => big_float(b, *a).map(Ordering::reverse),
        (Float(a), b) => int_float(int(b)?, *a).map(Ordering::reverse),
        (a, Float(b)) => int_float(int(a)?, *b),
        (Big(a), b) => int(b).map(|_| if a.is_negative() { Ordering::Less } else { Ordering::Greater }),
        (a, Big(b)) => int(a).map(|_| if b.is_negative() { Ordering::Greater } else { Ordering::Less }),
        (a, b) => Some(int(a)?.cmp(&int(b)?)),
    })
}

fn int_float(a: i64, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if a.unsigned_abs() < 1 << 53 {
        return (a as f64).partial_cmp(&b);
    }
    if b >= 9.3e18 {
        return Some(Ordering::Less);
    }
    if b <= -9.3e18 {
        return Some(Ordering::Greater);
    }
    let whole = b.trunc() as i128;
    Some(i128::from(a).cmp(&whole).then_with(|| 0.0.partial_cmp(&b.fract()).unwrap_or(Ordering::Equal)))
}

fn big_float(a: &crate::bigint::BigInt, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b.is_infinite() {
        return Some(if b > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    Some(a.cmp(&crate::bigint::BigInt::from_f64(b)))
}

/// `a == b` as a condition.
///
/// # Errors
/// What `__eq__` raises.
pub fn eq(a: &Value, b: &Value) -> R<bool> {
    if let Some(order) = numbers(a, b) {
        return Ok(order == Some(Ordering::Equal));
    }
    Ok(match (a, b) {
        (Value::Str(a), Value::Str(b)) => a.as_str() == b.as_str(),
        (Value::Obj(_), _) | (_, Value::Obj(_)) => {
            return if is_bare(a) && is_bare(b) { Ok(a.is(b)) } else { truth(&eq_objects(a, b)?) };
        }
        (Value::None, _) | (_, Value::None) => a.is(b),
        (Value::List(x), Value::List(y)) => {
            let same_length = x.borrow().len() == y.borrow().len();
            return Ok(same_length && matches!(first_difference(x, y)?, Difference::None));
        }
        (Value::Tuple(x), Value::Tuple(y)) => return all_equal(x, y),
        (Value::Dict(x), Value::Dict(y)) => return dicts(&x.borrow(), &y.borrow()),
        (Value::Set(x), Value::Set(y)) => {
            let (x, y) = (x.table.borrow(), y.table.borrow());
            x.len() == y.len() && crate::set::is_subset(&x, &y)?
        }
        (Value::Bytes(x), Value::Bytes(y)) => *x.data.borrow() == *y.data.borrow(),
        (Value::Range(x), Value::Range(y)) => {
            let n = x.len();
            n == y.len() && (n == 0 || x.start == y.start && (n == 1 || x.step == y.step))
        }
        (Value::Slice(x), Value::Slice(y)) => return all_equal(&x[..], &y[..]),
        (Value::Bound(x), Value::Bound(y)) => {
            x.name == y.name && x.receiver.is(&y.receiver) && (x.function.is_unbound() || x.function.is(&y.function))
        }
        (Value::Native(x), _) => match x.0.eq(b) {
            Some(result) => result?,
            None => match b {
                Value::Native(y) => y.0.eq(a).unwrap_or_else(|| Ok(a.is(b)))?,
                _ => a.is(b),
            },
        },
        (_, Value::Native(y)) => y.0.eq(a).unwrap_or(Ok(false))?,
        _ => a.is(b),
    })
}

/// An instance whose class has no `__eq__`, and which stands for nothing else: equal to itself alone.
#[inline]
fn is_bare(value: &Value) -> bool {
    let Value::Obj(object) = value else { return matches!(value, Value::None) };
    object.class.known("__eq__", |entry| entry.found.is_none())
        && (object.payload.borrow().is_unbound() || object.class.is_exception())
}

/// Where two lists part.
enum Difference {
    /// Nowhere.
    None,
    /// Where one of them ends.
    Length(Ordering),
    /// At these elements.
    Elements(Value, Value),
}

/// Compares the elements of two lists one by one; methods that this calls may change the lists meanwhile.
fn first_difference(x: &RefCell<Vec<Value>>, y: &RefCell<Vec<Value>>) -> R<Difference> {
    let mut at = 0;
    loop {
        let (a, b) = {
            let (x, y) = (x.borrow(), y.borrow());
            // Plain elements are compared where they lie.
            while let (Some(a), Some(b)) = (x.get(at), y.get(at)) {
                let same = match (a, b) {
                    (Value::Int(a), Value::Int(b)) => a == b,
                    (Value::Float(a), Value::Float(b)) => a == b || a.to_bits() == b.to_bits(),
                    (Value::Str(a), Value::Str(b)) => a.as_str() == b.as_str(),
                    _ => false,
                };
                if !same {
                    break;
                }
                at += 1;
            }
            match (x.get(at), y.get(at)) {
                (Some(a), Some(b)) => (a.clone(), b.clone()),
                (a, b) => {
                    let order = a.is_some().cmp(&b.is_some());
                    return Ok(if order.is_eq() { Difference::None } else { Difference::Length(order) });
                }
            }
        };
        if !same_key(&a, &b)? {
            return Ok(Difference::Elements(a, b));
        }
        at += 1;
    }
}

fn all_equal(a: &[Value], b: &[Value]) -> R<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    for (x, y) in a.iter().zip(b) {
        if !same_key(x, y)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn dicts(a: &crate::dict::Dict, b: &crate::dict::Dict) -> R<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    for (key, value) in a.pairs() {
        match b.get(&key)? {
            Some(other) if same_key(&value, &other)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// The method `name` of an instance's class, or of its built-in base's stand-in.
fn own(value: &Value, name: Name) -> bool {
    let defined = |entry: &crate::lookup::Entry| entry.found.as_ref().is_some_and(|method| !method.is_none());
    matches!(value, Value::Obj(object) if object.class.known(name, defined))
}

/// Rich comparison with an instance on at least one side; the right side goes first when its class derives from the left's.
fn rich(a: &Value, b: &Value, name: Name, mirrored: Name) -> R<Option<Value>> {
    let (class_a, class_b) = (class_of(a), class_of(b));
    let right_first = !std::rc::Rc::ptr_eq(&class_a, &class_b) && class_b.derives(&class_a) && own(b, mirrored);
    let mut sides = [(a, b, name), (b, a, mirrored)];
    if right_first {
        sides.swap(0, 1);
    }
    for (this, other, name) in sides {
        if own(this, name) {
            let result = call_method(this, name, std::slice::from_ref(other))?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(Some(result));
            }
        }
    }
    Ok(None)
}

fn eq_objects(a: &Value, b: &Value) -> R {
    if let Some(result) = rich(a, b, "__eq__", "__eq__")? {
        return Ok(result);
    }
    let (x, y) = (a.plain(), b.plain());
    if matches!(x, Value::Obj(_)) || matches!(y, Value::Obj(_)) {
        return Ok(Value::Bool(x.is(&y)));
    }
    if let (Value::Dict(m), Value::Dict(n)) = (&x, &y)
        && crate::library::collections::is_ordered(a)
        && crate::library::collections::is_ordered(b)
        && !all_equal(&m.borrow().keys(), &n.borrow().keys())?
    {
        return Ok(Value::Bool(false));
    }
    eq(&x, &y).map(Value::Bool)
}

/// `a == b`
///
/// # Errors
/// What `__eq__` raises.
pub fn eq_value(a: &Value, b: &Value) -> R {
    match (a, b) {
        (Value::Obj(_), _) | (_, Value::Obj(_)) => {
            if is_bare(a) && is_bare(b) {
                Ok(Value::Bool(a.is(b)))
            } else {
                eq_objects(a, b)
            }
        }
        (Value::Native(_), _) | (_, Value::Native(_)) => match rich_native("__eq__", a, b) {
            Some(result) => result,
            None => eq(a, b).map(Value::Bool),
        },
        _ => eq(a, b).map(Value::Bool),
    }
}

/// `==` and `!=` of objects of this crate that give other values than truth values.
fn rich_native(name: Name, a: &Value, b: &Value) -> Option<R> {
    for (this, other, swapped) in [(a, b, false), (b, a, true)] {
        if let Value::Native(native) = this
            && let Some(result) = native.0.binary(name, this, other, swapped)
        {
            return Some(result);
        }
    }
    None
}

/// `a != b`
///
/// # Errors
/// What `__ne__` or `__eq__` raise.
pub fn ne_value(a: &Value, b: &Value) -> R {
    if (own(a, "__ne__") || own(b, "__ne__"))
        && let Some(result) = rich(a, b, "__ne__", "__ne__")?
    {
        return Ok(result);
    }
    if (matches!(a, Value::Native(_)) || matches!(b, Value::Native(_)))
        && let Some(result) = rich_native("__ne__", a, b)
    {
        return result;
    }
    Ok(Value::Bool(!eq(a, b)?))
}

/// `a != b` as a condition.
///
/// # Errors
/// What `__ne__` or `__eq__` raise.
pub fn ne(a: &Value, b: &Value) -> R<bool> {
    match (a, b) {
        (Value::Obj(_) | Value::Native(_), _) | (_, Value::Obj(_) | Value::Native(_)) => truth(&ne_value(a, b)?),
        _ => Ok(!eq(a, b)?),
    }
}

/// One of the four order comparisons.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Order {
    fn holds(self, order: Ordering) -> bool {
        match self {
            Order::Lt => order == Ordering::Less,
            Order::Le => order != Ordering::Greater,
            Order::Gt => order == Ordering::Greater,
            Order::Ge => order != Ordering::Less,
        }
    }

    fn names(self) -> (Name, Name, Name) {
        match self {
            Order::Lt => ("<", "__lt__", "__gt__"),
            Order::Le => ("<=", "__le__", "__ge__"),
            Order::Gt => (">", "__gt__", "__lt__"),
            Order::Ge => (">=", "__ge__", "__le__"),
        }
    }
}

/// An order comparison as a condition.
///
/// # Errors
/// `TypeError` when the operands have no order, and what the methods raise.
pub fn order(op: Order, a: &Value, b: &Value) -> R<bool> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Ok(op.holds(a.cmp(b)));
    }
    if let Some(found) = numbers(a, b) {
        return Ok(found.is_some_and(|found| op.holds(found)));
    }
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Ok(op.holds(a.as_str().cmp(b.as_str()))),
        _ => truth(&order_value(op, a, b)?),
    }
}

/// An order comparison.
///
/// # Errors
/// As [`order`].
pub fn order_value(op: Order, a: &Value, b: &Value) -> R {
    if let Some(found) = numbers(a, b) {
        return Ok(Value::Bool(found.is_some_and(|found| op.holds(found))));
    }
    Ok(Value::Bool(match (a, b) {
        (Value::Str(a), Value::Str(b)) => op.holds(a.as_str().cmp(b.as_str())),
        (Value::List(x), Value::List(y)) => {
            return match first_difference(x, y)? {
                Difference::None => Ok(Value::Bool(op.holds(Ordering::Equal))),
                Difference::Length(order) => Ok(Value::Bool(op.holds(order))),
                Difference::Elements(a, b) => order_value(op, &a, &b),
            };
        }
        (Value::Tuple(x), Value::Tuple(y)) => return sequences(op, x, y),
        (Value::Bytes(x), Value::Bytes(y)) => op.holds(x.data.borrow().cmp(&y.data.borrow())),
        (Value::Set(x), Value::Set(y)) => {
            let (x, y) = (x.table.borrow(), y.table.borrow());
            match op {
                Order::Le => crate::set::is_subset(&x, &y)?,
                Order::Lt => x.len() < y.len() && crate::set::is_subset(&x, &y)?,
                Order::Ge => crate::set::is_subset(&y, &x)?,
                Order::Gt => y.len() < x.len() && crate::set::is_subset(&y, &x)?,
            }
        }
        _ => match (as_set(a)?, as_set(b)?) {
            (Some(x), Some(y)) => return order_value(op, &x, &y),
            _ => return order_objects(op, a, b),
        },
    }))
}

/// The keys or entries of a dictionary, where only a set can be compared.
fn as_set(value: &Value) -> R<Option<Value>> {
    Ok(match value {
        Value::Native(view) if matches!(view.0.type_name(), "dict_keys" | "dict_items") => {
            Some(crate::set::value(crate::set::from_iterable(value)?, true))
        }
        Value::Set(_) => Some(value.clone()),
        _ => None,
    })
}

fn order_objects(op: Order, a: &Value, b: &Value) -> R {
    let (sign, name, mirrored) = op.names();
    if let Some(result) = rich(a, b, name, mirrored)? {
        return Ok(result);
    }
    for (this, other, name, swapped) in [(a, b, name, false), (b, a, mirrored, true)] {
        if let Value::Native(native) = this
            && let Some(result) = native.0.binary(name, this, other, swapped)
        {
            return result;
        }
    }
    let (x, y) = (a.plain(), b.plain());
    if !matches!(x, Value::Obj(_)) && !matches!(y, Value::Obj(_)) && !(x.is(a) && y.is(b)) {
        return order_value(op, &x, &y);
    }
    let (left, right) = (class_of(a).full_name(), class_of(b).full_name());
    err("TypeError", format!("'{sign}' not supported between instances of '{left}' and '{right}'"))
}

fn sequences(op: Order, a: &[Value], b: &[Value]) -> R {
    for (x, y) in a.iter().zip(b) {
        if !same_key(x, y)? {
            return order_value(op, x, y);
        }
    }
    Ok(Value::Bool(op.holds(a.len().cmp(&b.len()))))
}

/// `value in container`
///
/// # Errors
/// `TypeError` when it is no container, and what methods raise.
pub fn contains(container: &Value, value: &Value) -> R<bool> {
    match container {
        Value::Dict(dict) => dict.borrow().contains(value),
        Value::Set(set) => {
            if let Value::Set(inner) = value
                && !inner.frozen
            {
                return set.table.borrow().contains(&crate::set::value(inner.table.borrow().clone(), true));
            }
            set.table.borrow().contains(value)
        }
        Value::Str(text) => match value.plain().as_str() {
            Some(part) => Ok(text.as_str().contains(part)),
            None => {
                let kind = class_of(value).full_name();
                err("TypeError", format!("'in <string>' requires string as left operand, not {kind}"))
            }
        },
        Value::List(items) => {
            let mut at = 0;
            loop {
                let Some(item) = items.borrow().get(at).cloned() else { return Ok(false) };
                if same_key(&item, value)? {
                    return Ok(true);
                }
                at += 1;
            }
        }
        Value::Range(range) => match value {
            Value::Int(n) => Ok(range.position(*n).is_some()),
            Value::Bool(b) => Ok(range.position(i64::from(*b)).is_some()),
            Value::Float(x) if x.fract() == 0.0 && x.abs() < 9e18 => Ok(range.position(*x as i64).is_some()),
            _ => Ok(false),
        },
        Value::Bytes(bytes) => match value {
            Value::Int(n) => Ok(bytes.data.borrow().iter().any(|b| i64::from(*b) == *n)),
            Value::Bytes(part) => Ok(crate::bytes::find(&bytes.data.borrow(), &part.data.borrow(), 0).is_some()),
            _ => err("TypeError", format!("a bytes-like object is required, not '{}'", class_of(value).full_name())),
        },
        Value::Obj(object) => {
            if object.class.lookup("__contains__").is_some() {
                return truth(&call_method(container, "__contains__", std::slice::from_ref(value))?);
            }
            let plain = container.plain();
            if object.class.lookup("__iter__").is_none() && !plain.is(container) {
                return contains(&plain, value);
            }
            search(container, value)
        }
        Value::Native(native) => match native.0.contains(value) {
            Some(result) => result,
            None => search(container, value),
        },
        Value::Class(_) if crate::meta::hook(container, "__contains__").is_some() => {
            match crate::meta::hook(container, "__contains__") {
                Some(hook) => crate::call::call_pos(&hook, std::slice::from_ref(value))?.truth(),
                None => Ok(false),
            }
        }
        Value::Class(_) => match get_opt(container, "__members__")? {
            Some(Value::Dict(members)) => {
                let members = members.borrow().values();
                Ok(members.iter().any(|member| member.is(value)))
            }
            _ => search(container, value),
        },
        _ => search(container, value),
    }
}

fn search(container: &Value, value: &Value) -> R<bool> {
    let mut iter = match crate::iter::iter(container) {
        Ok(iter) => iter,
        Err(_) => {
            return err("TypeError", format!("argument of type '{}' is not iterable", class_of(container).full_name()));
        }
    };
    while let Some(item) = iter.next()? {
        if same_key(&item, value)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `value in container`, operands in the order of evaluation.
///
/// # Errors
/// As [`contains`].
pub fn contained(value: &Value, container: &Value) -> R<bool> {
    contains(container, value)
}
