//! Elementwise functions of one operand.

use super::math;
use crate::arch::{Arm, Work};
use crate::element::Float;
use crate::error::{Error, equal};
use crate::parallel;

/// An elementwise function of one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-x`.
    Neg,
    /// `|x|`.
    Abs,
    /// The square root; exact to the last bit.
    Sqrt,
    /// The greatest whole number not above.
    Floor,
    /// The least whole number not below.
    Ceil,
    /// The nearest whole number, ties to even.
    Round,
    /// `1 / x`.
    Reciprocal,
    /// `x * x`.
    Square,
    /// The greater of x and zero; NaN stays.
    Relu,
    /// e^x; within 1.1 ULP.
    Exp,
    /// The natural logarithm; within 1.1 ULP.
    Log,
    /// The hyperbolic tangent; within 3 ULP.
    Tanh,
    /// 1 / (1 + e^-x); within 3 ULP where the result is normal.
    Sigmoid,
    /// x times the normal distribution's function, in its tanh form; within 32 ULP of the same formula where |x| < 3, and an
    /// absolute error below the least digit of x elsewhere.
    Gelu,
}

impl UnaryOp {
    /// Every function.
    pub const ALL: [Self; 14] = [
        Self::Neg,
        Self::Abs,
        Self::Sqrt,
        Self::Floor,
        Self::Ceil,
        Self::Round,
        Self::Reciprocal,
        Self::Square,
        Self::Relu,
        Self::Exp,
        Self::Log,
        Self::Tanh,
        Self::Sigmoid,
        Self::Gelu,
    ];
}

/// Apply `op` to each element of `x`, into `out`.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn unary<T: Float>(arm: Arm, op: UnaryOp, x: &[T], out: &mut [T]) -> Result<(), Error> {
    equal("lengths of input and output", x.len(), out.len())?;
    parallel::map(arm, x, out, |path, x, out| path.run(Body { op, x, out }));
    Ok(())
}

struct Body<'a, T> {
    op: UnaryOp,
    x: &'a [T],
    out: &'a mut [T],
}

#[inline(always)]
fn each<T: Float>(x: &[T], out: &mut [T], f: impl Fn(T) -> T) {
    for (out, x) in out.iter_mut().zip(x) {
        *out = f(*x);
    }
}

impl<T: Float> Work for Body<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { op, x, out } = self;
        match op {
            UnaryOp::Neg => each(x, out, |x| -x),
            UnaryOp::Abs => each(x, out, T::magnitude),
            UnaryOp::Sqrt => each(x, out, T::root),
            UnaryOp::Floor => each(x, out, T::floored),
            UnaryOp::Ceil => each(x, out, T::ceiled),
            UnaryOp::Round => each(x, out, T::rounded),
            UnaryOp::Reciprocal => each(x, out, |x| T::ONE / x),
            UnaryOp::Square => each(x, out, |x| x * x),
            UnaryOp::Relu => each(x, out, |x| if x < T::ZERO { T::ZERO } else { x }),
            UnaryOp::Exp => each(x, out, math::exp::<T, FMA>),
            UnaryOp::Log => each(x, out, math::log::<T, FMA>),
            UnaryOp::Tanh => each(x, out, math::tanh::<T, FMA>),
            UnaryOp::Sigmoid => each(x, out, math::sigmoid::<T, FMA>),
            UnaryOp::Gelu => each(x, out, math::gelu::<T, FMA>),
        }
    }
}
