//! A matrix times a vector.

use super::view::View;
use crate::arch::Arm;
use crate::element::Float;
use crate::error::{Error, equal};
use crate::generic::dot::{Axpy, Dot};
use rayon::prelude::*;

/// Elements below which threads do not pay.
const LEAST_FORK: usize = 1 << 15;

/// `y = a x`: inner products of rows where rows are contiguous, else sums of columns.
///
/// # Errors
/// [`Error::Mismatch`] when the extents do not fit.
pub fn gemv<T: Float>(arm: Arm, a: View<'_, T>, x: &[T], y: &mut [T]) -> Result<(), Error> {
    let shape = a.shape();
    equal("columns of the matrix and length of the vector", shape.columns, x.len())?;
    equal("rows of the matrix and length of the result", shape.rows, y.len())?;
    if shape.columns == 0 {
        y.fill(T::ZERO);
        return Ok(());
    }
    if shape.column_stride == 1 {
        let row = |(index, y): (usize, &mut T)| {
            let row = &a.data()[index * shape.row_stride..][..shape.columns];
            *y = arm.path.run(Dot { x: row, y: x });
        };
        if arm.threads > 1 && shape.rows * shape.columns >= LEAST_FORK {
            let least = shape.rows.div_ceil(arm.threads);
            y.par_iter_mut().enumerate().with_min_len(least).for_each(row);
        } else {
            y.iter_mut().enumerate().for_each(row);
        }
        return Ok(());
    }
    y.fill(T::ZERO);
    if shape.row_stride == 1 && shape.rows > 0 {
        for (column, x) in x.iter().enumerate() {
            let column = &a.data()[column * shape.column_stride..][..shape.rows];
            arm.path.run(Axpy { alpha: *x, x: column, y });
        }
        return Ok(());
    }
    for (row, y) in y.iter_mut().enumerate() {
        *y = x.iter().enumerate().fold(T::ZERO, |sum, (column, x)| sum + *a.at(row, column) * *x);
    }
    Ok(())
}
