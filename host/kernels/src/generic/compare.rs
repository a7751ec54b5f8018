//! Comparisons, and choosing by them.

use super::binary::{Operand, each};
use crate::arch::{Arm, Work};
use crate::element::Element;
use crate::error::{Error, equal};
use crate::parallel;

/// How two elements are compared. With NaN all but [`Comparison::Ne`] are false.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `x == y`.
    Eq,
    /// `x != y`.
    Ne,
    /// `x < y`.
    Lt,
    /// `x <= y`.
    Le,
    /// `x > y`.
    Gt,
    /// `x >= y`.
    Ge,
}

impl Comparison {
    /// Every comparison.
    pub const ALL: [Self; 6] = [Self::Eq, Self::Ne, Self::Lt, Self::Le, Self::Gt, Self::Ge];
}

/// Compare each pair of elements, into `out`.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn compare<T: Element>(
    arm: Arm,
    how: Comparison,
    x: Operand<'_, T>,
    y: Operand<'_, T>,
    out: &mut [bool],
) -> Result<(), Error> {
    for operand in [x, y] {
        if let Operand::Slice(slice) = operand {
            equal("lengths of operand and output", slice.len(), out.len())?;
        }
    }
    parallel::fill(arm, out, |path, from, out| {
        let (x, y) = (x.part(from, out.len()), y.part(from, out.len()));
        path.run(Compare { how, x, y, out });
    });
    Ok(())
}

/// For each element the one of `yes` where `condition` holds, else that of `no`.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn select<T: Element>(
    arm: Arm,
    condition: &[bool],
    yes: Operand<'_, T>,
    no: Operand<'_, T>,
    out: &mut [T],
) -> Result<(), Error> {
    equal("lengths of condition and output", condition.len(), out.len())?;
    for operand in [yes, no] {
        if let Operand::Slice(slice) = operand {
            equal("lengths of operand and output", slice.len(), out.len())?;
        }
    }
    parallel::fill(arm, out, |path, from, out| {
        let len = out.len();
        path.run(Select {
            condition: &condition[from..from + len],
            yes: yes.part(from, len),
            no: no.part(from, len),
            out,
        });
    });
    Ok(())
}

struct Compare<'a, T> {
    how: Comparison,
    x: Operand<'a, T>,
    y: Operand<'a, T>,
    out: &'a mut [bool],
}

impl<T: Element> Work for Compare<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { how, x, y, out } = self;
        match how {
            Comparison::Eq => each(x, y, out, |x, y| x == y),
            Comparison::Ne => each(x, y, out, |x, y| x != y),
            Comparison::Lt => each(x, y, out, |x, y| x < y),
            Comparison::Le => each(x, y, out, |x, y| x <= y),
            Comparison::Gt => each(x, y, out, |x, y| x > y),
            Comparison::Ge => each(x, y, out, |x, y| x >= y),
        }
    }
}

struct Select<'a, T> {
    condition: &'a [bool],
    yes: Operand<'a, T>,
    no: Operand<'a, T>,
    out: &'a mut [T],
}

impl<T: Element> Work for Select<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { condition, yes, no, out } = self;
        each(yes, no, out, |yes, _| yes);
        match no {
            Operand::Slice(no) => {
                for ((out, keep), no) in out.iter_mut().zip(condition).zip(no) {
                    *out = if *keep { *out } else { *no };
                }
            }
            Operand::Scalar(no) => {
                for (out, keep) in out.iter_mut().zip(condition) {
                    *out = if *keep { *out } else { no };
                }
            }
        }
    }
}
