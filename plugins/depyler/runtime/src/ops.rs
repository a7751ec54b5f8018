//! Operators on values: fast paths here, everything else by kind and by special method.

use crate::call::{call_method, call_pos};
use crate::class::class_of;
use crate::compare::{Order, order, order_value};
use crate::exc::err;
use crate::number::{Num, Op, arithmetic, num};
use crate::value::{Name, R, Value};
use std::rc::Rc;

impl Op {
    fn names(self) -> (&'static str, Name, Name, Name) {
        match self {
            Op::Add => ("+", "__add__", "__radd__", "__iadd__"),
            Op::Sub => ("-", "__sub__", "__rsub__", "__isub__"),
            Op::Mul => ("*", "__mul__", "__rmul__", "__imul__"),
            Op::Div => ("/", "__truediv__", "__rtruediv__", "__itruediv__"),
            Op::FloorDiv => ("//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
            Op::Mod => ("%", "__mod__", "__rmod__", "__imod__"),
            Op::Pow => ("** or pow()", "__pow__", "__rpow__", "__ipow__"),
            Op::Shl => ("<<", "__lshift__", "__rlshift__", "__ilshift__"),
            Op::Shr => (">>", "__rshift__", "__rrshift__", "__irshift__"),
            Op::And => ("&", "__and__", "__rand__", "__iand__"),
            Op::Or => ("|", "__or__", "__ror__", "__ior__"),
            Op::Xor => ("^", "__xor__", "__rxor__", "__ixor__"),
            Op::MatMul => ("@", "__matmul__", "__rmatmul__", "__imatmul__"),
        }
    }
}

/// `a op b`
///
/// # Errors
/// `TypeError` when the operands do not fit, and what the operation raises.
pub fn binary(op: Op, a: &Value, b: &Value) -> R {
    if let (Value::Bool(x), Value::Bool(y)) = (a, b)
        && let Some(bit) = logic(op, *x, *y)
    {
        return Ok(Value::Bool(bit));
    }
    if let Some(result) = crate::number::plain(op, a, b) {
        return result;
    }
    let native = matches!(a, Value::Native(_)) || matches!(b, Value::Native(_));
    if !native
        && let (Some(x), Some(y)) = (num(a), num(b))
        && let Some(result) = arithmetic(op, x, y)
    {
        return result;
    }
    // `text % object` formats, whatever the object's class defines.
    let formats = op == Op::Mod && matches!(a, Value::Str(_) | Value::Bytes(_));
    if matches!(a, Value::Obj(_)) || matches!(b, Value::Obj(_)) && !formats {
        return objects(op, a, b);
    }
    match builtin(op, a, b)? {
        Some(value) => Ok(value),
        None => unsupported(op, a, b),
    }
}

/// What two truth values give that is one again.
fn logic(op: Op, a: bool, b: bool) -> Option<bool> {
    match op {
        Op::And => Some(a & b),
        Op::Or => Some(a | b),
        Op::Xor => Some(a ^ b),
        _ => None,
    }
}

fn unsupported(op: Op, a: &Value, b: &Value) -> R {
    let (sign, _, _, _) = op.names();
    let (left, right) = (class_of(a).full_name(), class_of(b).full_name());
    match (op, a, b) {
        (Op::Add, Value::Str(_), _) => err("TypeError", format!("can only concatenate str (not \"{right}\") to str")),
        (Op::Add, Value::List(_), _) => {
            err("TypeError", format!("can only concatenate list (not \"{right}\") to list"))
        }
        (Op::Add, Value::Bytes(bytes), _) => {
            let kind = if bytes.mutable { "bytearray" } else { "bytes" };
            err("TypeError", format!("can't concat {right} to {kind}"))
        }
        (Op::Add, Value::Tuple(_), _) => {
            err("TypeError", format!("can only concatenate tuple (not \"{right}\") to tuple"))
        }
        (Op::Mul, Value::Str(_) | Value::List(_) | Value::Tuple(_), _) => {
            err("TypeError", format!("can't multiply sequence by non-int of type '{right}'"))
        }
        (Op::Mul, _, Value::Str(_) | Value::List(_) | Value::Tuple(_)) => {
            err("TypeError", format!("can't multiply sequence by non-int of type '{left}'"))
        }
        _ => err("TypeError", format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'")),
    }
}

fn has(value: &Value, name: Name) -> bool {
    matches!(value, Value::Obj(object) if object.class.lookup(name).is_some_and(|m| !m.is_none()))
}

fn objects(op: Op, a: &Value, b: &Value) -> R {
    let (_, name, mirrored, _) = op.names();
    let (class_a, class_b) = (class_of(a), class_of(b));
    let same = Rc::ptr_eq(&class_a, &class_b);
    let mut sides = vec![(a, b, name)];
    if !same {
        let derived = class_b.derives(&class_a);
        sides.insert(if derived { 0 } else { 1 }, (b, a, mirrored));
    }
    for (this, other, name) in sides {
        if has(this, name) {
            let result = call_method(this, name, std::slice::from_ref(other))?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(result);
            }
        }
    }
    let (x, y) = (a.plain(), b.plain());
    if !(x.is(a) && y.is(b)) && !matches!(x, Value::Obj(_)) && !matches!(y, Value::Obj(_)) {
        return match builtin(op, &x, &y)? {
            Some(value) => Ok(value),
            None => match (num(&x), num(&y)) {
                (Some(_), Some(_)) => binary(op, &x, &y),
                _ => unsupported(op, a, b),
            },
        };
    }
    unsupported(op, a, b)
}

/// Repeats; a negative count gives nothing.
fn repeat<T: Clone>(items: &[T], count: i64) -> R<Vec<T>> {
    let count = count.max(0) as usize;
    if items.len().checked_mul(count).is_none_or(|n| n > 1 << 36) {
        return err("MemoryError", "");
    }
    let mut out = Vec::with_capacity(items.len() * count);
    (0..count).for_each(|_| out.extend_from_slice(items));
    Ok(out)
}

fn builtin(op: Op, a: &Value, b: &Value) -> R<Option<Value>> {
    use Value as V;
    let int = |v: &Value| match v {
        V::Int(n) => Some(*n),
        V::Bool(b) => Some(i64::from(*b)),
        V::Native(native) => match native.0.number() {
            Some(V::Int(n)) => Some(n),
            _ => None,
        },
        _ => None,
    };
    if numeric(a) || numeric(b) {
        // A sequence is repeated, and text formats.
        let repeats =
            op == Op::Mul && matches!(a, V::Str(_) | V::List(_) | V::Tuple(_) | V::Bytes(_)) && int(b).is_some();
        if !repeats && !(op == Op::Mod && matches!(a, V::Str(_) | V::Bytes(_))) {
            return natives(op, a, b);
        }
    }
    Ok(Some(match (op, a, b) {
        (Op::Add, V::Str(a), V::Str(b)) => {
            let mut text = String::with_capacity(a.as_str().len() + b.as_str().len());
            text.push_str(a.as_str());
            text.push_str(b.as_str());
            V::str(text)
        }
        (Op::Add, V::List(a), V::List(b)) => {
            let mut items = a.borrow().clone();
            items.extend(b.borrow().iter().cloned());
            V::list(items)
        }
        (Op::Add, V::Tuple(a), V::Tuple(b)) => V::tuple(a.iter().chain(b.iter()).cloned().collect()),
        (Op::Mod, V::Bytes(a), values) => crate::bytes::percent(a, values)?,
        (Op::Add, V::Bytes(a), V::Bytes(b)) => {
            let data = [&a.data.borrow()[..], &b.data.borrow()[..]].concat();
            crate::bytes::value(data, a.mutable)
        }
        (Op::Mul, V::Str(text), n) | (Op::Mul, n, V::Str(text)) => match int(n) {
            Some(n) => V::str(String::from_utf8_lossy(&repeat(text.as_str().as_bytes(), n)?).into_owned()),
            None => return Ok(None),
        },
        (Op::Mul, V::List(items), n) | (Op::Mul, n, V::List(items)) => match int(n) {
            Some(n) => V::list(repeat(&items.borrow(), n)?),
            None => return Ok(None),
        },
        (Op::Mul, V::Tuple(items), n) | (Op::Mul, n, V::Tuple(items)) => match int(n) {
            Some(n) => V::tuple(repeat(items, n)?),
            None => return Ok(None),
        },
        (Op::Mul, V::Bytes(bytes), n) | (Op::Mul, n, V::Bytes(bytes)) => match int(n) {
            Some(n) => crate::bytes::value(repeat(&bytes.data.borrow(), n)?, bytes.mutable),
            None => return Ok(None),
        },
        (Op::Mod, V::Str(format), b) => V::str(crate::percent::format(format.as_str(), b)?),
        (Op::Or, V::Dict(a), V::Dict(b)) => {
            let mut both = a.borrow().copy();
            for (key, value) in b.borrow().pairs() {
                both.set(key, value)?;
            }
            V::dict(both)
        }
        (Op::And | Op::Or | Op::Sub | Op::Xor, V::Set(a), V::Set(other)) => {
            let table = a.table.borrow();
            let _ = other;
            crate::set::value(set_op(op, &table, b)?, a.frozen)
        }
        (Op::And | Op::Or | Op::Sub | Op::Xor, V::Native(view), _)
            if view.0.type_name() == "dict_keys" || view.0.type_name() == "dict_items" =>
        {
            crate::set::value(set_op(op, &crate::set::from_iterable(a)?, b)?, false)
        }
        (Op::And | Op::Or | Op::Sub | Op::Xor, V::Set(_) | V::List(_) | V::Tuple(_), V::Native(view))
            if view.0.type_name() == "dict_keys" || view.0.type_name() == "dict_items" =>
        {
            crate::set::value(set_op(op, &crate::set::from_iterable(a)?, b)?, false)
        }
        (Op::Or, V::Class(_) | V::None, V::Class(_) | V::None) => {
            return crate::library::typing::either(a, b).transpose();
        }
        (_, V::Native(_), _) | (_, _, V::Native(_)) => return natives(op, a, b),
        _ => return Ok(None),
    }))
}

/// Whether a value is an array or one of its elements.
fn numeric(value: &Value) -> bool {
    matches!(value, Value::Native(native) if native.0.type_name().starts_with("numpy."))
}

fn natives(op: Op, a: &Value, b: &Value) -> R<Option<Value>> {
    for (this, other, swapped) in [(a, b, false), (b, a, true)] {
        if let Value::Native(native) = this
            && let Some(result) = native.0.binary(op.names().1, this, other, swapped)
        {
            let result = result?;
            if !matches!(result, Value::NotImplemented) {
                return Ok(Some(result));
            }
        }
    }
    Ok(None)
}

/// A set operation with any iterable on the right.
///
/// # Errors
/// What iterating and hashing raise.
pub fn set_op(op: Op, a: &crate::set::Table, b: &Value) -> R<crate::set::Table> {
    match op {
        Op::And => crate::set::intersection(a, b),
        Op::Sub => crate::set::difference(a, b),
        Op::Xor => crate::set::symmetric(a, b),
        _ => {
            let mut out = crate::set::Table::default();
            out.merge(a)?;
            crate::set::update(&mut out, b)?;
            Ok(out)
        }
    }
}

/// `a op= b`: in place where the left operand can, else `a = a op b`.
///
/// # Errors
/// As [`binary`].
pub fn in_place(op: Op, a: &mut Value, b: &Value) -> R<()> {
    match (op, &mut *a, b) {
        (Op::Add, Value::Int(x), Value::Int(y)) => {
            if let Some(sum) = x.checked_add(*y) {
                *x = sum;
                return Ok(());
            }
        }
        (Op::Add, Value::Str(x), Value::Str(y)) => {
            if let Some(text) = Rc::get_mut(x) {
                text.push(y);
                return Ok(());
            }
        }
        (Op::Add, Value::List(_), _) => {
            let more = crate::iter::to_vec(b)?;
            if let Value::List(items) = a {
                items.borrow_mut().extend(more);
            }
            return Ok(());
        }
        (Op::Mul, Value::List(items), Value::Int(n)) => {
            let repeated = repeat(&items.borrow(), *n)?;
            *items.borrow_mut() = repeated;
            return Ok(());
        }
        (Op::Or, Value::Dict(items), Value::Dict(more)) => {
            let more = more.borrow().pairs();
            for (key, value) in more {
                items.borrow_mut().set(key, value)?;
            }
            return Ok(());
        }
        (Op::And | Op::Or | Op::Sub | Op::Xor, Value::Set(set), Value::Set(other)) if !set.frozen => {
            if op == Op::Or {
                let other = other.table.borrow().clone();
                set.table.borrow_mut().merge(&other)?;
            } else if op == Op::Sub {
                let gone = other.table.borrow().items();
                for key in gone {
                    set.table.borrow_mut().remove(&key)?;
                }
            } else {
                let result = set_op(op, &set.table.borrow(), b)?;
                *set.table.borrow_mut() = result;
            }
            return Ok(());
        }
        (Op::Add, Value::Bytes(x), Value::Bytes(y)) if x.mutable => {
            let more = y.data.borrow().clone();
            x.data.borrow_mut().extend(more);
            return Ok(());
        }
        (_, Value::Obj(object), _) => {
            let (_, _, _, name) = op.names();
            if object.class.lookup(name).is_some() {
                let result = call_method(a, name, std::slice::from_ref(b))?;
                if !matches!(result, Value::NotImplemented) {
                    *a = result;
                    return Ok(());
                }
            } else if matches!(op, Op::Add | Op::Or)
                && !matches!(a.plain(), Value::Obj(_) | Value::Int(_) | Value::Float(_))
                && !has(a, op.names().1)
            {
                let mut plain = a.plain();
                if matches!(plain, Value::List(_) | Value::Set(_) | Value::Dict(_)) {
                    return in_place(op, &mut plain, b);
                }
            }
        }
        (_, Value::Native(native), _) => {
            let (_, _, _, name) = op.names();
            let this = Value::Native(native.clone());
            if let Some(result) = native.0.binary(name, &this, b, false) {
                *a = result?;
                return Ok(());
            }
        }
        _ => {}
    }
    *a = binary(op, a, b)?;
    Ok(())
}

/// `bool(value)`
///
/// # Errors
/// What `__bool__` or `__len__` raise.
pub fn truth(value: &Value) -> R<bool> {
    Ok(match value {
        Value::Bool(b) => *b,
        Value::None | Value::Unbound => false,
        Value::Int(n) => *n != 0,
        Value::Float(x) => *x != 0.0,
        Value::Str(text) => !text.as_str().is_empty(),
        Value::List(items) => !items.borrow().is_empty(),
        Value::Tuple(items) => !items.is_empty(),
        Value::Dict(dict) => !dict.borrow().is_empty(),
        Value::Set(set) => !set.table.borrow().is_empty(),
        Value::Bytes(bytes) => !bytes.data.borrow().is_empty(),
        Value::Range(range) => !range.is_empty(),
        Value::Obj(object) => {
            if object.class.lookup("__bool__").is_some() {
                return match call_method(value, "__bool__", &[])? {
                    Value::Bool(b) => Ok(b),
                    other => err(
                        "TypeError",
                        format!("__bool__ should return bool, returned {}", class_of(&other).full_name()),
                    ),
                };
            }
            if object.class.lookup("__len__").is_some() {
                return Ok(!matches!(call_method(value, "__len__", &[])?, Value::Int(0)));
            }
            let plain = value.plain();
            if matches!(plain, Value::Obj(_)) { true } else { truth(&plain)? }
        }
        Value::Native(native) => match native.0.test() {
            Some(truth) => truth?,
            None => native.0.len() != Some(0),
        },
        _ => true,
    })
}

/// The number in a value of Python's own types.
fn plain_num(value: &Value) -> Option<Num> {
    if matches!(value, Value::Native(_)) { None } else { num(value) }
}

impl Value {
    /// `-self`
    ///
    /// # Errors
    /// `TypeError` when it is not a number.
    pub fn neg(&self) -> R {
        match plain_num(self) {
            Some(Num::Int(n)) => Ok(Value::int128(-i128::from(n))),
            Some(Num::Float(x)) => Ok(Value::Float(-x)),
            Some(Num::Big(n)) => Ok(Value::big(n.neg())),
            None => self.unary("__neg__", "-"),
        }
    }

    /// `+self`
    ///
    /// # Errors
    /// `TypeError` when it is not a number.
    pub fn plus(&self) -> R {
        match self {
            Value::Bool(b) => Ok(Value::Int(i64::from(*b))),
            Value::Int(_) | Value::Float(_) | Value::Big(_) => Ok(self.clone()),
            _ => self.unary("__pos__", "+"),
        }
    }

    /// `~self`
    ///
    /// # Errors
    /// `TypeError` when it is not an integer.
    pub fn invert(&self) -> R {
        match plain_num(self) {
            Some(Num::Int(n)) => Ok(Value::Int(!n)),
            Some(Num::Big(n)) => Ok(Value::big(n.neg().sub(&crate::bigint::BigInt::from_i128(1)))),
            _ => self.unary("__invert__", "~"),
        }
    }

    fn unary(&self, name: Name, sign: &str) -> R {
        if has(self, name) {
            return call_method(self, name, &[]);
        }
        if let Value::Native(native) = self
            && let Some(result) = native.0.binary(name, self, &Value::None, false)
        {
            return result;
        }
        let plain = self.plain();
        if !plain.is(self) {
            return match name {
                "__neg__" => plain.neg(),
                "__pos__" => plain.plus(),
                _ => plain.invert(),
            };
        }
        err("TypeError", format!("bad operand type for unary {sign}: '{}'", class_of(self).full_name()))
    }

    /// `bool(self)`
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raise.
    #[inline]
    pub fn truth(&self) -> R<bool> {
        match self {
            Value::Bool(b) => Ok(*b),
            _ => truth(self),
        }
    }
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident, $assign:ident, $op:ident, $checked:ident;)*) => {
        impl Value {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// `TypeError` when the operands do not fit, and what the operation raises.
                #[inline]
                pub fn $name(&self, other: &Value) -> R {
                    operators!(@fast $checked self other);
                    binary(Op::$op, self, other)
                }

                /// The same in place.
                ///
                /// # Errors
                /// As above.
                #[inline]
                pub fn $assign(&mut self, other: &Value) -> R<()> {
                    operators!(@assign $checked self other);
                    in_place(Op::$op, self, other)
                }
            )*
        }
    };
    (@fast none $a:ident $b:ident) => {};
    (@assign none $a:ident $b:ident) => {};
    (@fast $checked:ident $a:ident $b:ident) => {
        match ($a, $b) {
            (Value::Int(x), Value::Int(y)) => {
                if let Some(n) = i64::$checked(*x, *y) {
                    return Ok(Value::Int(n));
                }
            }
            (Value::Float(x), Value::Float(y)) => {
                operators!(@float $checked x y);
            }
            _ => {}
        }
    };
    (@assign $checked:ident $a:ident $b:ident) => {
        if let (Value::Int(x), Value::Int(y)) = (&mut *$a, $b)
            && let Some(n) = i64::$checked(*x, *y)
        {
            *x = n;
            return Ok(());
        }
    };
    (@float checked_add $x:ident $y:ident) => { return Ok(Value::Float($x + $y)); };
    (@float checked_sub $x:ident $y:ident) => { return Ok(Value::Float($x - $y)); };
    (@float checked_mul $x:ident $y:ident) => { return Ok(Value::Float($x * $y)); };
}

operators! {
    /// `self + other`
    add, add_assign, Add, checked_add;
    /// `self - other`
    sub, sub_assign, Sub, checked_sub;
    /// `self * other`
    mul, mul_assign, Mul, checked_mul;
    /// `self / other`
    div, div_assign, Div, none;
    /// `self // other`
    floor_div, floor_div_assign, FloorDiv, none;
    /// `self % other`
    modulo, modulo_assign, Mod, none;
    /// `self ** other`
    pow, pow_assign, Pow, none;
    /// `self << other`
    shl, shl_assign, Shl, none;
    /// `self >> other`
    shr, shr_assign, Shr, none;
    /// `self & other`
    bit_and, bit_and_assign, And, none;
    /// `self | other`
    bit_or, bit_or_assign, Or, none;
    /// `self ^ other`
    bit_xor, bit_xor_assign, Xor, none;
    /// `self @ other`
    matmul, matmul_assign, MatMul, none;
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $cond:ident, $value:ident, $op:ident, $sign:tt;)*) => {
        impl Value {
            $(
                $(#[$doc])*
                /// As a condition.
                ///
                /// # Errors
                /// `TypeError` when the operands have no order, and what the methods raise.
                #[inline]
                pub fn $cond(&self, other: &Value) -> R<bool> {
                    match (self, other) {
                        (Value::Int(a), Value::Int(b)) => Ok(a $sign b),
                        (Value::Float(a), Value::Float(b)) => Ok(a $sign b),
                        (Value::Str(a), Value::Str(b)) => Ok(a.as_str() $sign b.as_str()),
                        _ => order(Order::$op, self, other),
                    }
                }

                $(#[$doc])*
                ///
                /// # Errors
                /// As above.
                pub fn $value(&self, other: &Value) -> R {
                    order_value(Order::$op, self, other)
                }
            )*
        }
    };
}

comparisons! {
    /// `self < other`
    is_lt, lt, Lt, <;
    /// `self <= other`
    is_le, le, Le, <=;
    /// `self > other`
    is_gt, gt, Gt, >;
    /// `self >= other`
    is_ge, ge, Ge, >=;
}

impl Value {
    /// `self == other` as a condition.
    ///
    /// # Errors
    /// What `__eq__` raises.
    #[inline]
    pub fn is_eq(&self, other: &Value) -> R<bool> {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => Ok(a == b),
            (Value::Str(a), Value::Str(b)) => Ok(a.as_str() == b.as_str()),
            _ => crate::compare::eq(self, other),
        }
    }

    /// `self != other` as a condition.
    ///
    /// # Errors
    /// What `__ne__` or `__eq__` raise.
    #[inline]
    pub fn is_ne(&self, other: &Value) -> R<bool> {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => Ok(a != b),
            (Value::Str(a), Value::Str(b)) => Ok(a.as_str() != b.as_str()),
            _ => crate::compare::ne(self, other),
        }
    }

    /// `self == other`
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn eq(&self, other: &Value) -> R {
        crate::compare::eq_value(self, other)
    }

    /// `self != other`
    ///
    /// # Errors
    /// What `__ne__` or `__eq__` raise.
    pub fn ne(&self, other: &Value) -> R {
        crate::compare::ne_value(self, other)
    }

    /// `value in self`
    ///
    /// # Errors
    /// `TypeError` when it is no container.
    pub fn contains(&self, value: &Value) -> R<bool> {
        crate::compare::contains(self, value)
    }

    /// `self(*args)`
    ///
    /// # Errors
    /// What the call raises.
    pub fn call(&self, args: &[Value]) -> R {
        call_pos(self, args)
    }
}
