//! Types: as inference works on them, and as lowering reads them.

use std::rc::Rc;

/// A type variable: what a variable, an element, a field or a result holds.
pub(crate) type Node = u32;

/// Objects that stay the runtime's values, of which inference knows the class and what an iteration gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Bytes,
    ByteArray,
    Set,
    Frozen,
    Deque,
    /// A tuple of any length
    Tuple,
    Range,
    Slice,
    /// A generator or another iterator
    Iter,
    /// A regular expression over texts, and what it found
    Pattern,
    Match,
    /// A file of text, also in memory
    File,
    Complex,
    /// Of which the elements are not known
    List,
    Dict,
}

impl Kind {
    /// Whether others may put elements into it.
    pub(super) fn takes(self) -> bool {
        matches!(self, Kind::Set | Kind::Deque)
    }
}

/// A type under inference.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ty {
    /// Nothing was seen yet
    Bot,
    /// Anything
    Dyn,
    None,
    Bool,
    /// An `int` whose growth does not suggest that it leaves 64 bits
    Int,
    Float,
    /// An `int` or a `float`
    Real,
    /// An `int` of any size
    Long,
    Str,
    Tuple(Rc<[Node]>),
    List(Node),
    Dict(Node, Node),
    /// An instance of a class that is native
    Obj(usize),
    /// An object of the runtime, and what an iteration over it gives
    Known(Kind, Option<Node>),
    /// The type, or `None`
    Opt(Box<Ty>),
}

/// A type after inference.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum T {
    Dyn,
    None,
    Bool,
    /// With the bits that its absolute value may need
    Int(u8),
    Float,
    Real,
    Long,
    Str,
    Tuple(Vec<T>),
    List(Box<T>),
    Dict(Box<T>, Box<T>),
    Obj(usize),
    Known(Kind, Box<T>),
    Opt(Box<T>),
    /// A value of the runtime of this type, or `None`
    Maybe(Box<T>),
}

impl T {
    /// Whether it is a `Value` in Rust.
    pub(crate) fn is_value(&self) -> bool {
        matches!(self, T::Dyn | T::None | T::Long | T::Str | T::Known(..) | T::Maybe(_))
    }

    /// Whether it is a number that Rust computes with.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, T::Bool | T::Int(_) | T::Float | T::Real)
    }

    /// Whether copying it is as cheap as passing it.
    pub(crate) fn is_copy(&self) -> bool {
        match self {
            T::Bool | T::Int(_) | T::Float | T::Real => true,
            T::Tuple(parts) => parts.iter().all(T::is_copy),
            T::Opt(inner) => inner.is_copy(),
            _ => false,
        }
    }

    /// Whether the two are the same in Rust.
    pub(crate) fn same(&self, other: &T) -> bool {
        match (self, other) {
            (T::Int(_), T::Int(_)) => true,
            (a, b) if a.is_value() && b.is_value() => true,
            (T::Tuple(a), T::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b)),
            (T::List(a), T::List(b)) | (T::Opt(a), T::Opt(b)) => a.same(b),
            (T::Dict(a, c), T::Dict(b, d)) => a.same(b) && c.same(d),
            (a, b) => a == b,
        }
    }

    /// Whether a dictionary may have such keys natively.
    pub(crate) fn is_key(&self) -> bool {
        match self {
            T::Int(_) | T::Str => true,
            T::Tuple(parts) => !parts.is_empty() && parts.len() < 7 && parts.iter().all(T::is_key),
            _ => false,
        }
    }

    /// Whether dynamic code may get it as a copy: nothing in it can change.
    pub(crate) fn crosses(&self) -> bool {
        match self {
            T::Tuple(parts) => parts.iter().all(T::crosses),
            T::Opt(inner) => inner.crosses(),
            T::List(_) | T::Dict(..) | T::Obj(_) => false,
            _ => true,
        }
    }

    /// Whether instances of native classes are in it.
    pub(crate) fn holds_object(&self) -> bool {
        match self {
            T::Obj(_) => true,
            T::Tuple(parts) => parts.iter().any(T::holds_object),
            T::List(inner) | T::Opt(inner) => inner.holds_object(),
            T::Dict(k, v) => k.holds_object() || v.holds_object(),
            _ => false,
        }
    }

    /// Whether `<` between two of them needs nothing of the converted program.
    pub(crate) fn is_ordered(&self) -> bool {
        match self {
            T::Bool | T::Int(_) | T::Float | T::Real | T::Long | T::Str => true,
            T::Tuple(parts) => !parts.is_empty() && parts.iter().all(T::is_ordered),
            T::Opt(inner) | T::Maybe(inner) => inner.is_ordered(),
            _ => false,
        }
    }

    /// Whether two numbers, texts or tuples of them, which `==` compares by value.
    pub(crate) fn is_plain(&self) -> bool {
        match self {
            T::Bool | T::Int(_) | T::Float | T::Real | T::Long | T::Str | T::None => true,
            T::Tuple(parts) => parts.iter().all(T::is_plain),
            T::Opt(inner) | T::Maybe(inner) => inner.is_plain(),
            T::Known(Kind::Bytes, _) => true,
            T::Known(Kind::Tuple, inner) => inner.is_plain(),
            _ => false,
        }
    }
}
