//! The dynamic value: what a Python name can be bound to.

use crate::bigint::BigInt;
use crate::bytes::Bytes;
use crate::class::{Class, Instance};
use crate::dict::Dict;
use crate::func::{Bound, Function, NativeFn};
use crate::iter::IterCell;
use crate::native::Native;
use crate::set::Set;
use crate::string::Str;
use std::cell::RefCell;
use std::rc::Rc;

/// A name known for the whole run: attribute, parameter, class, module.
pub type Name = &'static str;

/// What almost every operation gives: a value, or the exception it raised.
pub type R<T = Value> = Result<T, Exc>;

/// A raised exception: an instance of a class derived from `BaseException`.
#[derive(Clone)]
pub struct Exc(pub Rc<Instance>);

/// A Python object. Cloning copies the reference, never the object.
// Two words: with a tag of one byte, payloads would begin behind it, and copies of values in odd pieces would wait for each other.
#[derive(Clone, Default)]
#[repr(u64)]
pub enum Value {
    /// A name that has no value yet; never visible to a program.
    #[default]
    Unbound,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `bool`
    Bool(bool),
    /// `int` that fits
    Int(i64),
    /// `float`
    Float(f64),
    /// `int` that does not fit into 64 bits
    Big(Rc<BigInt>),
    /// `str`
    Str(Rc<Str>),
    /// `bytes` and `bytearray`
    Bytes(Rc<Bytes>),
    /// `list`
    List(Rc<RefCell<Vec<Value>>>),
    /// `tuple`
    Tuple(Rc<Vec<Value>>),
    /// `dict`
    Dict(Rc<RefCell<Dict>>),
    /// `set` and `frozenset`
    Set(Rc<Set>),
    /// `range`
    Range(Rc<Range>),
    /// `slice`
    Slice(Rc<[Value; 3]>),
    /// A converted function
    Func(Rc<Function>),
    /// A function of this crate
    NativeFn(Rc<NativeFn>),
    /// A method with its receiver
    Bound(Rc<Bound>),
    /// A class
    Class(Rc<Class>),
    /// An instance of a class written in Python, or an exception
    Obj(Rc<Instance>),
    /// An iterator or a generator
    Iter(Rc<IterCell>),
    /// Any other object of this crate
    Native(Rc<Native>),
}

/// `range(start, stop, step)`; `step` is never 0.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// First number
    pub start: i64,
    /// End, not included
    pub stop: i64,
    /// Distance
    pub step: i64,
}

impl Range {
    /// How many numbers.
    pub fn len(&self) -> i64 {
        let (lo, hi, step) = if self.step > 0 {
            (self.start, self.stop, self.step as i128)
        } else {
            (self.stop, self.start, -(self.step as i128))
        };
        if lo >= hi { 0 } else { ((hi as i128 - lo as i128 - 1) / step + 1) as i64 }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at `index`, which must be less than `len()`.
    pub fn at(&self, index: i64) -> i64 {
        self.start + index * self.step
    }

    /// Where `n` is, if it is in the range.
    pub fn position(&self, n: i64) -> Option<i64> {
        let inside = if self.step > 0 { n >= self.start && n < self.stop } else { n <= self.start && n > self.stop };
        let distance = n as i128 - self.start as i128;
        (inside && distance % self.step as i128 == 0).then(|| (distance / self.step as i128) as i64)
    }
}

impl Value {
    /// A `str`.
    pub fn str(text: impl Into<String>) -> Value {
        Value::Str(Rc::new(Str::new(text.into())))
    }

    /// A `list`.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(RefCell::new(items)))
    }

    /// A `tuple`.
    pub fn tuple(items: Vec<Value>) -> Value {
        Value::Tuple(Rc::new(items))
    }

    /// A `dict`.
    pub fn dict(dict: Dict) -> Value {
        Value::Dict(Rc::new(RefCell::new(dict)))
    }

    /// An `int` of any size.
    pub fn big(n: BigInt) -> Value {
        match n.to_i64() {
            Some(small) => Value::Int(small),
            None => Value::Big(Rc::new(n)),
        }
    }

    /// An `int` from 128 bits.
    pub fn int128(n: i128) -> Value {
        match i64::try_from(n) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::big(BigInt::from_i128(n)),
        }
    }

    /// Whether the name is not bound.
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }

    /// `self is None`
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The text of a `str`, also of an instance of a class derived from `str`.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The value that an instance of a class derived from a built-in one stands for; other values give themselves.
    pub fn plain(&self) -> Value {
        match self {
            Value::Obj(object) => {
                let payload = object.payload.borrow();
                if payload.is_unbound() || object.class.is_exception() { self.clone() } else { payload.clone() }
            }
            Value::Native(native) => native.0.number().unwrap_or_else(|| self.clone()),
            _ => self.clone(),
        }
    }

    /// The identity test `self is other`.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::None, Value::None) | (Value::Ellipsis, Value::Ellipsis) => true,
            (Value::NotImplemented, Value::NotImplemented) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Str(a), Value::Str(b)) => Rc::ptr_eq(a, b) || a.as_str() == b.as_str(),
            (Value::Tuple(a), Value::Tuple(b)) => Rc::ptr_eq(a, b) || a.is_empty() && b.is_empty(),
            (Value::Big(a), Value::Big(b)) => Rc::ptr_eq(a, b),
            (Value::Bytes(a), Value::Bytes(b)) => Rc::ptr_eq(a, b),
            (Value::List(a), Value::List(b)) => Rc::ptr_eq(a, b),
            (Value::Dict(a), Value::Dict(b)) => Rc::ptr_eq(a, b),
            (Value::Set(a), Value::Set(b)) => Rc::ptr_eq(a, b),
            (Value::Range(a), Value::Range(b)) => Rc::ptr_eq(a, b),
            (Value::Func(a), Value::Func(b)) => Rc::ptr_eq(a, b),
            (Value::NativeFn(a), Value::NativeFn(b)) => Rc::ptr_eq(a, b) || a.function as usize == b.function as usize,
            (Value::Class(a), Value::Class(b)) => Rc::ptr_eq(a, b),
            (Value::Obj(a), Value::Obj(b)) => Rc::ptr_eq(a, b),
            (Value::Iter(a), Value::Iter(b)) => Rc::ptr_eq(a, b),
            (Value::Native(a), Value::Native(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// An address-like number, the same for the same object.
    pub fn id(&self) -> i64 {
        fn address<T: ?Sized>(rc: &Rc<T>) -> i64 {
            Rc::as_ptr(rc).cast::<u8>() as usize as i64
        }
        match self {
            Value::Int(n) => n.wrapping_mul(32).wrapping_add(9_000_000),
            Value::Float(x) => x.to_bits() as i64 & i64::MAX,
            Value::Str(x) => address(x),
            Value::Big(x) => address(x),
            Value::Bytes(x) => address(x),
            Value::List(x) => address(x),
            Value::Tuple(x) => address(x),
            Value::Dict(x) => address(x),
            Value::Set(x) => address(x),
            Value::Range(x) => address(x),
            Value::Slice(x) => address(x),
            Value::Func(x) => address(x),
            Value::NativeFn(x) => address(x),
            Value::Bound(x) => address(x),
            Value::Class(x) => address(x),
            Value::Obj(x) => address(x),
            Value::Iter(x) => address(x),
            Value::Native(x) => address(x),
            Value::Bool(b) => 9_000_100 + i64::from(*b),
            _ => 9_000_102,
        }
    }
}

impl From<i64> for Value {
    fn from(n: i64) -> Value {
        Value::Int(n)
    }
}
impl From<usize> for Value {
    fn from(n: usize) -> Value {
        Value::Int(n as i64)
    }
}
impl From<f64> for Value {
    fn from(x: f64) -> Value {
        Value::Float(x)
    }
}
impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::str(text)
    }
}
impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::str(text)
    }
}
impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Value {
        Value::list(items)
    }
}
impl From<()> for Value {
    fn from((): ()) -> Value {
        Value::None
    }
}
impl From<Exc> for Value {
    fn from(raised: Exc) -> Value {
        Value::Obj(raised.0)
    }
}
