//! Elementwise functions of two operands.

use crate::arch::{Arm, Work};
use crate::element::{Element, Float};
use crate::error::{Error, equal};
use crate::parallel;

/// An elementwise function of two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `x + y`; integers wrap.
    Add,
    /// `x - y`; integers wrap.
    Sub,
    /// `x * y`; integers wrap.
    Mul,
    /// The lesser; NaN wins, as NumPy's `minimum`.
    Min,
    /// The greater; NaN wins, as NumPy's `maximum`.
    Max,
}

impl BinaryOp {
    /// Every function.
    pub const ALL: [Self; 5] = [Self::Add, Self::Sub, Self::Mul, Self::Min, Self::Max];
}

/// An operand: one value per element, or one for all.
#[derive(Debug, Clone, Copy)]
pub enum Operand<'a, T> {
    /// One value per element.
    Slice(&'a [T]),
    /// One value for all.
    Scalar(T),
}

impl<'a, T> From<&'a [T]> for Operand<'a, T> {
    fn from(slice: &'a [T]) -> Self {
        Self::Slice(slice)
    }
}

impl<T> Operand<'_, T> {
    fn fits(&self, len: usize) -> Result<(), Error> {
        match self {
            Self::Slice(slice) => equal("lengths of operand and output", slice.len(), len),
            Self::Scalar(_) => Ok(()),
        }
    }
}

impl<T: Copy> Operand<'_, T> {
    /// The part for elements `from..from + len`.
    pub(crate) fn part(&self, from: usize, len: usize) -> Self {
        match self {
            Self::Slice(slice) => Self::Slice(&slice[from..from + len]),
            Self::Scalar(value) => Self::Scalar(*value),
        }
    }
}

/// Apply `op` to each pair of elements, into `out`.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn binary<T: Element>(
    arm: Arm,
    op: BinaryOp,
    x: Operand<'_, T>,
    y: Operand<'_, T>,
    out: &mut [T],
) -> Result<(), Error> {
    x.fits(out.len())?;
    y.fits(out.len())?;
    parallel::fill(arm, out, |path, from, out| {
        let (x, y) = (x.part(from, out.len()), y.part(from, out.len()));
        path.run(Body { op, x, y, out });
    });
    Ok(())
}

/// `x / y` for each pair of elements.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn divide<T: Float>(arm: Arm, x: Operand<'_, T>, y: Operand<'_, T>, out: &mut [T]) -> Result<(), Error> {
    x.fits(out.len())?;
    y.fits(out.len())?;
    parallel::fill(arm, out, |path, from, out| {
        path.run(Quotient { x: x.part(from, out.len()), y: y.part(from, out.len()), out });
    });
    Ok(())
}

/// `f` over pairs, with a loop of its own for each form of the operands.
#[inline(always)]
pub(crate) fn each<T: Copy, R>(x: Operand<'_, T>, y: Operand<'_, T>, out: &mut [R], f: impl Fn(T, T) -> R) {
    match (x, y) {
        (Operand::Slice(x), Operand::Slice(y)) => {
            for ((out, x), y) in out.iter_mut().zip(x).zip(y) {
                *out = f(*x, *y);
            }
        }
        (Operand::Slice(x), Operand::Scalar(y)) => {
            for (out, x) in out.iter_mut().zip(x) {
                *out = f(*x, y);
            }
        }
        (Operand::Scalar(x), Operand::Slice(y)) => {
            for (out, y) in out.iter_mut().zip(y) {
                *out = f(x, *y);
            }
        }
        (Operand::Scalar(x), Operand::Scalar(y)) => {
            for out in out {
                *out = f(x, y);
            }
        }
    }
}

struct Body<'a, T> {
    op: BinaryOp,
    x: Operand<'a, T>,
    y: Operand<'a, T>,
    out: &'a mut [T],
}

impl<T: Element> Work for Body<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { op, x, y, out } = self;
        match op {
            BinaryOp::Add => each(x, y, out, T::plus),
            BinaryOp::Sub => each(x, y, out, T::minus),
            BinaryOp::Mul => each(x, y, out, T::times),
            BinaryOp::Min => each(x, y, out, lesser),
            BinaryOp::Max => each(x, y, out, greater),
        }
    }
}

struct Quotient<'a, T> {
    x: Operand<'a, T>,
    y: Operand<'a, T>,
    out: &'a mut [T],
}

impl<T: Float> Work for Quotient<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        each(self.x, self.y, self.out, |x, y| x / y);
    }
}

/// The lesser of two; NaN wins.
#[inline(always)]
pub(crate) fn lesser<T: Element>(x: T, y: T) -> T {
    let least = if y < x { y } else { x };
    if y.is_nan() { y } else { least }
}

/// The greater of two; NaN wins.
#[inline(always)]
pub(crate) fn greater<T: Element>(x: T, y: T) -> T {
    let most = if y > x { y } else { x };
    if y.is_nan() { y } else { most }
}
