//! Matrix products. The crate `gemm` does the large ones: the fastest in Rust where it was measured, for any strides.
#![allow(unsafe_code)]

use super::small;
use super::view::{View, ViewMut};
use crate::arch::{Arm, Path, Work};
use crate::element::Float;
use crate::error::{Error, equal};

/// `c = alpha a b + beta c`. With `beta` zero what stands in `c` is not read.
///
/// Small products are made in place by tiles of our own, large ones by the crate `gemm`, which chooses its instruction set
/// itself; the plainest path runs plain loops.
///
/// # Errors
/// [`Error::Mismatch`] when the extents do not fit.
pub fn gemm<T: Float>(
    arm: Arm,
    alpha: T,
    a: View<'_, T>,
    b: View<'_, T>,
    beta: T,
    c: &mut ViewMut<'_, T>,
) -> Result<(), Error> {
    let (left, right, out) = (a.shape(), b.shape(), c.shape());
    equal("columns of the left and rows of the right matrix", left.columns, right.rows)?;
    equal("rows of the left matrix and of the result", left.rows, out.rows)?;
    equal("columns of the right matrix and of the result", right.columns, out.columns)?;
    if out.rows == 0 || out.columns == 0 {
        return Ok(());
    }
    if arm.path == Path::plainest() && arm.path != Path::best() {
        arm.path.run(Loops { alpha, a, b, beta, c });
        return Ok(());
    }
    if small::suits(left, right, out) {
        T::product(arm.path, alpha, a, b, beta, c);
        return Ok(());
    }
    let parallelism = if arm.threads > 1 { gemm::Parallelism::Rayon(arm.threads) } else { gemm::Parallelism::None };
    let read = beta != T::ZERO;
    // SAFETY: the views checked that all strides stay within their slices, `c` is borrowed for writing and its elements have places
    // of their own, and `T` is `f32` or `f64`, which `gemm` supports. Strides of a slice fit into isize.
    unsafe {
        gemm::gemm(
            out.rows,
            out.columns,
            left.columns,
            c.data().as_mut_ptr(),
            out.column_stride as isize,
            out.row_stride as isize,
            read,
            a.data().as_ptr(),
            left.column_stride as isize,
            left.row_stride as isize,
            b.data().as_ptr(),
            right.column_stride as isize,
            right.row_stride as isize,
            beta,
            alpha,
            false,
            false,
            false,
            parallelism,
        );
    }
    Ok(())
}

/// `c[i] = a[i] b[i]` for each of `batch` row-major matrices that follow each other; threads are shared among them.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths are not those of the extents.
#[allow(clippy::too_many_arguments)]
pub fn gemm_batched<T: Float>(
    arm: Arm,
    batch: usize,
    rows: usize,
    inner: usize,
    columns: usize,
    a: &[T],
    b: &[T],
    c: &mut [T],
) -> Result<(), Error> {
    let product = |x: usize, y: usize| {
        x.checked_mul(y)
            .and_then(|n| n.checked_mul(batch))
            .ok_or(Error::TooLarge(x as u128 * y as u128 * batch as u128))
    };
    equal("elements of the left matrices", a.len(), product(rows, inner)?)?;
    equal("elements of the right matrices", b.len(), product(inner, columns)?)?;
    equal("elements of the results", c.len(), product(rows, columns)?)?;
    if rows * columns == 0 {
        return Ok(());
    }
    let one = |arm: Arm, index: usize, c: &mut [T]| {
        let (a, b) = (&a[index * rows * inner..][..rows * inner], &b[index * inner * columns..][..inner * columns]);
        gemm(
            arm,
            T::ONE,
            View::new(a, rows, inner)?,
            View::new(b, inner, columns)?,
            T::ZERO,
            &mut ViewMut::new(c, rows, columns)?,
        )
    };
    let each = c.chunks_exact_mut(rows * columns).enumerate();
    if arm.threads <= 1 || batch < arm.threads {
        return each.into_iter().try_for_each(|(index, c)| one(arm, index, c));
    }
    use rayon::prelude::*;
    c.par_chunks_exact_mut(rows * columns).enumerate().try_for_each(|(index, c)| one(Arm::on(arm.path), index, c))
}

struct Loops<'a, 'b, 'c, T> {
    alpha: T,
    a: View<'a, T>,
    b: View<'a, T>,
    beta: T,
    c: &'b mut ViewMut<'c, T>,
}

impl<T: Float> Work for Loops<'_, '_, '_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { alpha, a, b, beta, c } = self;
        let out = c.shape();
        let inner = a.shape().columns;
        for i in 0..out.rows {
            for j in 0..out.columns {
                let mut sum = T::ZERO;
                for k in 0..inner {
                    sum = a.at(i, k).madd::<FMA>(*b.at(k, j), sum);
                }
                let place = &mut c.data()[i * out.row_stride + j * out.column_stride];
                *place = if beta == T::ZERO { alpha * sum } else { alpha.madd::<FMA>(sum, beta * *place) };
            }
        }
    }
}
