//! What is known of a value that NumPy computes with.

/// Element types that inference tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Bool,
    U8,
    I32,
    I64,
    F32,
    F64,
    C128,
}

/// Extents, outermost first.
pub(crate) type Shape = Vec<Option<u32>>;

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ty {
    /// Nothing was seen yet
    Bottom,
    /// Anything
    Any,
    /// An `int` of Python
    Int(Option<u32>),
    /// A `float` of Python, or an `int`
    Float,
    /// A number of NumPy
    Scalar(Kind),
    /// An array with at least one axis
    Array(Kind, Shape),
    Tuple(Vec<Ty>),
    /// A list, or anything else that is iterated
    List(Box<Ty>),
    /// A generator of random numbers
    Random,
}

impl Ty {
    /// Whether it is a number that an array of floats can meet without changing its type.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Ty::Int(_) | Ty::Float | Ty::Scalar(Kind::F64))
    }

    /// Whether it is an array of double precision.
    pub(crate) fn is_floats(&self) -> bool {
        matches!(self, Ty::Array(Kind::F64, _))
    }

    /// An array, or a number of NumPy when there is no axis.
    pub(crate) fn array(kind: Kind, shape: Shape) -> Ty {
        if shape.is_empty() { Ty::Scalar(kind) } else { Ty::Array(kind, shape) }
    }

    /// The element type and the extents in a NumPy operation; those of Python's numbers are weak.
    fn side(&self) -> Option<(Kind, Shape, bool)> {
        Some(match self {
            Ty::Int(_) => (Kind::I64, vec![], true),
            Ty::Float => (Kind::F64, vec![], true),
            Ty::Scalar(kind) => (*kind, vec![], false),
            Ty::Array(kind, shape) => (*kind, shape.clone(), false),
            _ => return None,
        })
    }

    /// What can be either.
    pub(crate) fn join(&self, other: &Ty) -> Ty {
        match (self, other) {
            (Ty::Bottom, x) | (x, Ty::Bottom) => x.clone(),
            (a, b) if a == b => a.clone(),
            (Ty::Int(_), Ty::Int(_)) => Ty::Int(None),
            (Ty::Int(_) | Ty::Float, Ty::Int(_) | Ty::Float) => Ty::Float,
            (Ty::Scalar(Kind::F64), Ty::Int(_) | Ty::Float) | (Ty::Int(_) | Ty::Float, Ty::Scalar(Kind::F64)) => {
                Ty::Scalar(Kind::F64)
            }
            (Ty::Array(k, a), Ty::Array(l, b)) if k == l && a.len() == b.len() => {
                Ty::Array(*k, a.iter().zip(b).map(|(a, b)| a.filter(|_| a == b)).collect())
            }
            (Ty::Tuple(a), Ty::Tuple(b)) if a.len() == b.len() => {
                Ty::Tuple(a.iter().zip(b).map(|(a, b)| a.join(b)).collect())
            }
            (Ty::List(a), Ty::List(b)) => Ty::List(Box::new(a.join(b))),
            _ => Ty::Any,
        }
    }

    /// What iteration gives.
    pub(crate) fn element(&self) -> Ty {
        match self {
            Ty::Bottom => Ty::Bottom,
            Ty::List(item) => (**item).clone(),
            Ty::Tuple(items) => items.iter().fold(Ty::Bottom, |all, item| all.join(item)),
            Ty::Array(kind, shape) => Ty::array(*kind, shape[1..].to_vec()),
            _ => Ty::Any,
        }
    }
}

/// The element type in which two meet.
fn promote(a: Kind, b: Kind) -> Kind {
    match (a.min(b), a.max(b)) {
        (Kind::I32 | Kind::I64, Kind::F32) => Kind::F64,
        (_, high) => high,
    }
}

/// Extents that both are stretched to; none when they cannot be.
pub(crate) fn broadcast(a: &[Option<u32>], b: &[Option<u32>]) -> Option<Shape> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let lead = long.len() - short.len();
    let one = |(at, n): (usize, &Option<u32>)| match (*n, at.checked_sub(lead).map(|at| short[at])) {
        (n, None) => Some(n),
        (Some(1), Some(m)) => Some(m),
        (n, Some(Some(1))) => Some(n),
        (Some(n), Some(Some(m))) => (n == m).then_some(Some(m)),
        // One that is unknown may be 1.
        (Some(n), Some(None)) | (None, Some(Some(n))) => Some(Some(n).filter(|n| *n != 1)),
        (None, Some(None)) => Some(None),
    };
    long.iter().enumerate().map(one).collect()
}

/// The result of an operator of arithmetic on two values.
pub(crate) fn arithmetic(divides: bool, a: &Ty, b: &Ty) -> Ty {
    if matches!(a, Ty::Bottom) || matches!(b, Ty::Bottom) {
        return Ty::Bottom;
    }
    let (Some((k, x, weak_a)), Some((l, y, weak_b))) = (a.side(), b.side()) else { return Ty::Any };
    if weak_a && weak_b {
        return match (a, b) {
            (Ty::Int(_), Ty::Int(_)) if !divides => Ty::Int(None),
            _ => Ty::Float,
        };
    }
    let kind = match (weak_a, weak_b) {
        (false, false) => promote(k, l),
        (true, _) => weak(k, l),
        (_, true) => weak(l, k),
    };
    let kind = if divides && kind <= Kind::I64 { Kind::F64 } else { kind };
    broadcast(&x, &y).map_or(Ty::Any, |shape| Ty::array(kind, shape))
}

/// A number of Python beside an element type.
fn weak(number: Kind, other: Kind) -> Kind {
    match (number, other) {
        (Kind::I64, Kind::Bool) => Kind::I64,
        (Kind::I64, other) => other,
        (_, other) if other <= Kind::I64 => Kind::F64,
        (_, other) => other,
    }
}

/// The result of a comparison.
pub(crate) fn comparison(a: &Ty, b: &Ty) -> Ty {
    match arithmetic(false, a, b) {
        Ty::Array(_, shape) => Ty::Array(Kind::Bool, shape),
        Ty::Scalar(_) => Ty::Scalar(Kind::Bool),
        Ty::Bottom => Ty::Bottom,
        _ => Ty::Any,
    }
}

/// The result of a matrix product.
pub(crate) fn product(a: &Ty, b: &Ty) -> Ty {
    let (Ty::Array(k, x), Ty::Array(l, y)) = (a, b) else {
        return if matches!(a, Ty::Bottom) || matches!(b, Ty::Bottom) { Ty::Bottom } else { Ty::Any };
    };
    let kind = promote(*k, *l);
    match (x.as_slice(), y.as_slice()) {
        ([_], [_]) => Ty::Scalar(kind),
        ([m, _], [_]) => Ty::Array(kind, vec![*m]),
        ([_], [_, n]) => Ty::Array(kind, vec![*n]),
        ([m, _], [_, n]) => Ty::Array(kind, vec![*m, *n]),
        _ => Ty::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floats(shape: &[Option<u32>]) -> Ty {
        Ty::Array(Kind::F64, shape.to_vec())
    }

    #[test]
    fn promotion_is_numpys() {
        let bytes = Ty::Array(Kind::U8, vec![Some(4)]);
        assert_eq!(arithmetic(false, &bytes, &Ty::Int(Some(3))), bytes);
        assert_eq!(arithmetic(true, &bytes, &Ty::Int(Some(3))), floats(&[Some(4)]));
        assert_eq!(arithmetic(false, &Ty::Float, &Ty::Array(Kind::F32, vec![None])), Ty::Array(Kind::F32, vec![None]));
        assert_eq!(arithmetic(false, &Ty::Scalar(Kind::F64), &Ty::Array(Kind::F32, vec![None])), floats(&[None]));
        assert_eq!(promote(Kind::I32, Kind::F32), Kind::F64);
        assert_eq!(promote(Kind::U8, Kind::F32), Kind::F32);
        assert_eq!(arithmetic(false, &Ty::Int(None), &Ty::Int(None)), Ty::Int(None));
    }

    #[test]
    fn shapes_are_broadcast() {
        let (a, b) = (floats(&[Some(3), Some(1)]), floats(&[Some(4)]));
        assert_eq!(arithmetic(false, &a, &b), floats(&[Some(3), Some(4)]));
        assert_eq!(arithmetic(false, &floats(&[None]), &floats(&[Some(4)])), floats(&[Some(4)]));
        assert_eq!(arithmetic(false, &floats(&[None]), &floats(&[Some(1)])), floats(&[None]));
        assert_eq!(arithmetic(false, &floats(&[Some(3)]), &floats(&[Some(4)])), Ty::Any);
        assert_eq!(product(&floats(&[Some(3), None]), &floats(&[None])), floats(&[Some(3)]));
        assert_eq!(comparison(&a, &Ty::Float), Ty::Array(Kind::Bool, vec![Some(3), Some(1)]));
    }
}
