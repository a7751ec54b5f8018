//! A number that is an int or a float, as the program made it.

use super::{Typed, int, mismatch};
use crate::value::{R, Value};
use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

/// An int or a float.
#[derive(Clone, Copy)]
pub enum Real {
    /// `int`
    Int(i64),
    /// `float`
    Float(f64),
}

impl Default for Real {
    fn default() -> Real {
        Real::Int(0)
    }
}

impl Real {
    /// As a float.
    #[inline]
    pub fn float(self) -> f64 {
        match self {
            Real::Int(n) => n as f64,
            Real::Float(x) => x,
        }
    }

    /// `bool(self)`
    pub fn truth(self) -> bool {
        match self {
            Real::Int(n) => n != 0,
            Real::Float(x) => x != 0.0,
        }
    }

    /// `self / other`
    ///
    /// # Errors
    /// `ZeroDivisionError`
    #[inline]
    pub fn div(self, other: Real) -> R<f64> {
        match (self, other) {
            (Real::Int(a), Real::Int(b)) => int::div(a, b),
            (a, b) => super::float::div(a.float(), b.float()),
        }
    }
}

macro_rules! operators {
    ($($trait:ident, $method:ident, $int:ident, $sign:tt;)*) => {
        $(
            impl $trait for Real {
                type Output = Real;
                #[inline]
                #[track_caller]
                fn $method(self, other: Real) -> Real {
                    match (self, other) {
                        (Real::Int(a), Real::Int(b)) => Real::Int(int::$int(a, b)),
                        (a, b) => Real::Float(a.float() $sign b.float()),
                    }
                }
            }
        )*
    };
}

operators! {
    Add, add, add, +;
    Sub, sub, sub, -;
    Mul, mul, mul, *;
}

impl Neg for Real {
    type Output = Real;
    #[track_caller]
    fn neg(self) -> Real {
        match self {
            Real::Int(n) => Real::Int(int::neg(n)),
            Real::Float(x) => Real::Float(-x),
        }
    }
}

impl PartialEq for Real {
    fn eq(&self, other: &Real) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Real {
    #[inline]
    fn partial_cmp(&self, other: &Real) -> Option<Ordering> {
        match (self, other) {
            (Real::Int(a), Real::Int(b)) => Some(a.cmp(b)),
            (Real::Float(a), Real::Float(b)) => a.partial_cmp(b),
            (Real::Int(a), Real::Float(b)) => mixed(*a, *b),
            (Real::Float(a), Real::Int(b)) => mixed(*b, *a).map(Ordering::reverse),
        }
    }
}

/// Compares exactly.
#[inline]
fn mixed(a: i64, b: f64) -> Option<Ordering> {
    if a.unsigned_abs() <= 1 << 53 {
        return (a as f64).partial_cmp(&b);
    }
    if b.is_nan() {
        return None;
    }
    if b >= 9.3e18 {
        return Some(Ordering::Less);
    }
    if b <= -9.3e18 {
        return Some(Ordering::Greater);
    }
    let whole = b.trunc();
    let order = i128::from(a).cmp(&(whole as i128));
    Some(order.then_with(|| 0.0f64.partial_cmp(&(b - whole)).unwrap_or(Ordering::Equal)))
}

impl Typed for Real {
    fn boxed(&self) -> Value {
        match self {
            Real::Int(n) => Value::Int(*n),
            Real::Float(x) => Value::Float(*x),
        }
    }
    #[track_caller]
    fn unboxed(value: &Value) -> Real {
        match value {
            Value::Int(n) => Real::Int(*n),
            Value::Float(x) => Real::Float(*x),
            other => mismatch(other, "an int or a float"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints_and_floats_compare_exactly() {
        let big = (1i64 << 53) + 1;
        assert!(Real::Int(big) > Real::Float((1i64 << 53) as f64));
        assert!(Real::Int(1) == Real::Float(1.0));
        assert!(Real::Int(-big) < Real::Float(-((1i64 << 53) as f64)));
        assert!(Real::Float(0.5) > Real::Int(0));
        assert_eq!(Real::Int(1).partial_cmp(&Real::Float(f64::NAN)), None);
    }
}
