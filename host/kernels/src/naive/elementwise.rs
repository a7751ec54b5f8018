//! Elementwise functions, in double precision by the standard library.

use crate::{BinaryOp, Comparison, Element, UnaryOp};

/// What a function of one operand gives, before rounding to the element's type.
pub fn unary(op: UnaryOp, x: f64) -> f64 {
    match op {
        UnaryOp::Neg => -x,
        UnaryOp::Abs => x.abs(),
        UnaryOp::Sqrt => x.sqrt(),
        UnaryOp::Floor => x.floor(),
        UnaryOp::Ceil => x.ceil(),
        UnaryOp::Round => x.round_ties_even(),
        UnaryOp::Reciprocal => 1.0 / x,
        UnaryOp::Square => x * x,
        UnaryOp::Relu => {
            if x < 0.0 {
                0.0
            } else {
                x
            }
        }
        UnaryOp::Exp => x.exp(),
        UnaryOp::Log => x.ln(),
        UnaryOp::Tanh => x.tanh(),
        UnaryOp::Sigmoid => 1.0 / (1.0 + (-x).exp()),
        UnaryOp::Gelu if x == f64::NEG_INFINITY => -0.0,
        UnaryOp::Gelu => x / (1.0 + (-2.0 * (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044_715 * x * x * x)).exp()),
    }
}

/// What a function of two operands gives.
pub fn binary<T: Element>(op: BinaryOp, x: T, y: T) -> T {
    match op {
        BinaryOp::Add => x.plus(y),
        BinaryOp::Sub => x.minus(y),
        BinaryOp::Mul => x.times(y),
        _ if x.is_nan() => x,
        _ if y.is_nan() => y,
        BinaryOp::Min => {
            if y < x {
                y
            } else {
                x
            }
        }
        BinaryOp::Max => {
            if y > x {
                y
            } else {
                x
            }
        }
    }
}

/// What a comparison gives.
pub fn compare<T: Element>(how: Comparison, x: T, y: T) -> bool {
    match how {
        Comparison::Eq => x == y,
        Comparison::Ne => x != y,
        Comparison::Lt => x < y,
        Comparison::Le => x <= y,
        Comparison::Gt => x > y,
        Comparison::Ge => x >= y,
    }
}
