//! Values whose type the converter proved: containers of native elements, numbers, instances; and the border to [`Value`].

pub mod class;
pub mod float;
pub mod heap;
pub mod int;
pub mod list;
pub mod list_order;
pub mod map;
pub mod named;
pub mod range;
pub mod real;
pub mod text;

use crate::exc::err;
use crate::value::{R, Value};

pub use class::{Late, Maybe, Obj, Slot, iterated, object, same, same_optional};
pub use heap::{Ordered, memo_key};
pub use list::List;
pub use list_order::{best, position, sort, sort_keyed};
pub use map::Map;
pub use named::{Named, NamedKey};
pub use range::{down, range, zip3};
pub use real::Real;
pub use text::{char_at, chars, chr, code_at, int_text, join, ord, text_len, text_of};

/// A native type that has a dynamic form.
pub trait Typed: Clone + 'static {
    /// The dynamic form: the same value, a copy of a container.
    fn boxed(&self) -> Value;
    /// The native form of a value that the converter proved to be of this type.
    fn unboxed(value: &Value) -> Self;
}

/// The dynamic form.
pub fn boxed<T: Typed>(x: &T) -> Value {
    x.boxed()
}

/// The native form.
#[inline]
pub fn unbox<T: Typed>(value: &Value) -> T {
    T::unboxed(value)
}

/// Stops a program in which a value has another type than was proved.
#[cold]
#[track_caller]
pub fn mismatch(value: &Value, wanted: &str) -> ! {
    let place = std::panic::Location::caller();
    let class = crate::class::class_of(value).full_name();
    let (file, line) = (place.file(), place.line());
    crate::run::hole(&format!(
        "batuta: PY0090 {file}:{line}: a value of class `{class}` stands where {wanted} was expected"
    ))
}

/// Stops a program that reaches what cannot be reached.
#[cold]
pub fn never<T>() -> T {
    crate::run::hole("batuta: PY0091 the end of a function that always returns was reached")
}

/// `bool(x)` of an optional value.
pub fn truth<T: Typed>(x: &Option<T>) -> bool {
    x.as_ref().is_some_and(|x| x.boxed().truth().unwrap_or(true))
}

/// A dynamic index as an int.
///
/// # Errors
/// `TypeError` when it is none.
pub fn index(value: &Value) -> R<i64> {
    match value {
        Value::Int(n) => Ok(*n),
        Value::Bool(b) => Ok(i64::from(*b)),
        Value::Slice(_) => mismatch(value, "an index"),
        other => crate::item::index(other, "list"),
    }
}

/// A dynamic place that a method takes, as an int.
///
/// # Errors
/// `TypeError` when it is none.
pub fn place(value: &Value) -> R<i64> {
    crate::item::place(value)
}

/// A dynamic bound of a slice.
///
/// # Errors
/// `TypeError` when it is no int.
pub fn bound(value: &Value) -> R<Option<i64>> {
    match value {
        Value::None => Ok(None),
        Value::Int(n) => Ok(Some(*n)),
        Value::Big(n) => Ok(Some(if n.is_negative() { i64::MIN } else { i64::MAX })),
        other => crate::item::index(other, "slice").map(Some),
    }
}

/// `min(a, b)`
#[inline]
pub fn min<T: PartialOrd>(a: T, b: T) -> T {
    if b < a { b } else { a }
}

/// `max(a, b)`
#[inline]
pub fn max<T: PartialOrd>(a: T, b: T) -> T {
    if b > a { b } else { a }
}

/// `tuple[at]`
///
/// # Errors
/// `IndexError` when there is none.
pub fn tuple_item<T: Clone>(items: &[T], at: i64) -> R<T> {
    let at = if at < 0 { at + items.len() as i64 } else { at };
    match usize::try_from(at).ok().and_then(|at| items.get(at)) {
        Some(item) => Ok(item.clone()),
        None => err("IndexError", "tuple index out of range"),
    }
}

impl Typed for Value {
    fn boxed(&self) -> Value {
        self.clone()
    }
    fn unboxed(value: &Value) -> Value {
        value.clone()
    }
}

impl Typed for i64 {
    fn boxed(&self) -> Value {
        Value::Int(*self)
    }
    #[inline]
    #[track_caller]
    fn unboxed(value: &Value) -> i64 {
        match value {
            Value::Int(n) => *n,
            other => mismatch(other, "an int of 64 bits"),
        }
    }
}

impl Typed for f64 {
    fn boxed(&self) -> Value {
        Value::Float(*self)
    }
    #[inline]
    #[track_caller]
    fn unboxed(value: &Value) -> f64 {
        match value {
            Value::Float(x) => *x,
            other => mismatch(other, "a float"),
        }
    }
}

impl Typed for bool {
    fn boxed(&self) -> Value {
        Value::Bool(*self)
    }
    #[inline]
    #[track_caller]
    fn unboxed(value: &Value) -> bool {
        match value {
            Value::Bool(b) => *b,
            other => mismatch(other, "a bool"),
        }
    }
}

impl<T: Typed> Typed for Option<T> {
    fn boxed(&self) -> Value {
        self.as_ref().map_or(Value::None, Typed::boxed)
    }
    #[track_caller]
    fn unboxed(value: &Value) -> Option<T> {
        match value {
            Value::None => None,
            other => Some(T::unboxed(other)),
        }
    }
}

macro_rules! tuples {
    ($(($($name:ident $at:tt),*) $count:literal;)*) => {
        $(
            impl<$($name: Typed),*> Typed for ($($name,)*) {
                fn boxed(&self) -> Value {
                    Value::tuple(vec![$(self.$at.boxed()),*])
                }
                #[track_caller]
                fn unboxed(value: &Value) -> Self {
                    match value {
                        Value::Tuple(parts) if parts.len() == $count => ($($name::unboxed(&parts[$at]),)*),
                        other => mismatch(other, "a tuple"),
                    }
                }
            }
        )*
    };
}

tuples! {
    (A 0) 1;
    (A 0, B 1) 2;
    (A 0, B 1, C 2) 3;
    (A 0, B 1, C 2, D 3) 4;
    (A 0, B 1, C 2, D 3, E 4) 5;
    (A 0, B 1, C 2, D 3, E 4, F 5) 6;
}
