//! Softmax and layer normalisation over the rows of a matrix, each in one fused pass per step.

use super::math;
use crate::arch::{Arm, Work};
use crate::element::Float;
use crate::error::{Error, equal};

/// Running values of a row.
const LANES: usize = 16;

/// e^x over the sum of e^x, for each row of `columns` elements; the row's maximum is taken off first, so nothing overflows. A row
/// with NaN, or whose maximum is infinite, gives NaN. Within 6 ULP of the exact value, plus one for each unit that an element lies
/// below the maximum: that distance is rounded before its power is taken.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ or are not whole rows; [`Error::Empty`] for rows without columns.
pub fn softmax<T: Float>(arm: Arm, x: &[T], columns: usize, out: &mut [T]) -> Result<(), Error> {
    rows(arm, x, columns, out, |path, x, out| path.run(Softmax { x, out }))
}

/// `(x - mean) / sqrt(variance + epsilon)` for each row of `columns` elements, then times `gain` plus `bias` where they are
/// given (Ba, Kiros & Hinton 2016, arXiv 1607.06450).
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ, are not whole rows, or `gain` and `bias` are no rows; [`Error::Empty`] for rows
/// without columns.
pub fn layer_norm<T: Float>(
    arm: Arm,
    x: &[T],
    columns: usize,
    epsilon: T,
    gain: Option<&[T]>,
    bias: Option<&[T]>,
    out: &mut [T],
) -> Result<(), Error> {
    for row in [gain, bias].into_iter().flatten() {
        equal("lengths of a row and of gain or bias", row.len(), columns)?;
    }
    rows(arm, x, columns, out, |path, x, out| path.run(LayerNorm { x, epsilon, gain, bias, out }))
}

/// Check, then run `body` on each row, rows shared among threads.
fn rows<T: Float>(
    arm: Arm,
    x: &[T],
    columns: usize,
    out: &mut [T],
    body: impl Fn(crate::Path, &[T], &mut [T]) + Sync,
) -> Result<(), Error> {
    if columns == 0 {
        return Err(Error::Empty("a row"));
    }
    equal("lengths of input and output", x.len(), out.len())?;
    equal("columns of the last row", x.len() % columns, 0)?;
    let count = x.len() / columns;
    if arm.threads <= 1 || count < 2 {
        x.chunks_exact(columns).zip(out.chunks_exact_mut(columns)).for_each(|(x, out)| body(arm.path, x, out));
        return Ok(());
    }
    let size = count.div_ceil(arm.threads) * columns;
    rayon::scope(|scope| {
        for (x, out) in x.chunks(size).zip(out.chunks_mut(size)) {
            let body = &body;
            scope.spawn(move |_| {
                x.chunks_exact(columns).zip(out.chunks_exact_mut(columns)).for_each(|(x, out)| body(arm.path, x, out));
            });
        }
    });
    Ok(())
}

/// Fold a row into running values, then the running values into one.
#[inline(always)]
fn fold<T: Float>(x: &[T], start: T, step: impl Fn(T, T) -> T, join: impl Fn(T, T) -> T) -> T {
    let mut lanes = [start; LANES];
    let mut blocks = x.chunks_exact(LANES);
    for block in blocks.by_ref() {
        for (lane, x) in lanes.iter_mut().zip(block) {
            *lane = step(*lane, *x);
        }
    }
    for (lane, x) in lanes.iter_mut().zip(blocks.remainder()) {
        *lane = step(*lane, *x);
    }
    let mut width = LANES / 2;
    while width > 0 {
        let (low, high) = lanes.split_at_mut(width);
        for (low, high) in low.iter_mut().zip(high) {
            *low = join(*low, *high);
        }
        width /= 2;
    }
    lanes[0]
}

struct Softmax<'a, T> {
    x: &'a [T],
    out: &'a mut [T],
}

impl<T: Float> Work for Softmax<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { x, out } = self;
        let most = fold(x, -T::INF, |a, b| if b > a { b } else { a }, |a, b| if b > a { b } else { a });
        for (out, x) in out.iter_mut().zip(x) {
            *out = math::exp_of_negative::<T, FMA>(*x - most);
        }
        let sum = fold(out, T::ZERO, |a, b| a + b, |a, b| a + b);
        let factor = T::ONE / sum;
        for out in out {
            *out *= factor;
        }
    }
}

struct LayerNorm<'a, T> {
    x: &'a [T],
    epsilon: T,
    gain: Option<&'a [T]>,
    bias: Option<&'a [T]>,
    out: &'a mut [T],
}

impl<T: Float> Work for LayerNorm<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { x, epsilon, gain, bias, out } = self;
        let count = T::constant(x.len() as f64);
        let mean = fold(x, T::ZERO, |a, b| a + b, |a, b| a + b) / count;
        let squares = fold(x, T::ZERO, |a, b| (b - mean).madd::<FMA>(b - mean, a), |a, b| a + b);
        let factor = T::ONE / (squares / count + epsilon).root();
        for (out, x) in out.iter_mut().zip(x) {
            *out = (*x - mean) * factor;
        }
        if let Some(gain) = gain {
            for (out, gain) in out.iter_mut().zip(gain) {
                *out *= *gain;
            }
        }
        if let Some(bias) = bias {
            for (out, bias) in out.iter_mut().zip(bias) {
                *out += *bias;
            }
        }
    }
}
