//! Transposing out of place.

use crate::arch::{Arm, Work};
use crate::element::Element;
use crate::error::{Error, equal};

/// Rows and columns of a tile: two tiles of `f64` fill a quarter of a common first-level cache.
const TILE: usize = 16;

/// Write the transpose of a row-major matrix of `rows` x `columns`, tile by tile.
///
/// # Errors
/// [`Error::Mismatch`] when a length is not that of the extents.
pub fn transpose<T: Element>(arm: Arm, rows: usize, columns: usize, x: &[T], out: &mut [T]) -> Result<(), Error> {
    let len = rows.checked_mul(columns).ok_or(Error::TooLarge(rows as u128 * columns as u128))?;
    equal("elements of the matrix", x.len(), len)?;
    equal("elements of the transpose", out.len(), len)?;
    arm.path.run(Tiles { rows, columns, x, out });
    Ok(())
}

struct Tiles<'a, T> {
    rows: usize,
    columns: usize,
    x: &'a [T],
    out: &'a mut [T],
}

impl<T: Element> Work for Tiles<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { rows, columns, x, out } = self;
        for top in (0..rows).step_by(TILE) {
            for left in (0..columns).step_by(TILE) {
                let (bottom, right) = ((top + TILE).min(rows), (left + TILE).min(columns));
                for column in left..right {
                    let line = &mut out[column * rows + top..column * rows + bottom];
                    for (place, row) in line.iter_mut().zip(top..) {
                        *place = x[row * columns + column];
                    }
                }
            }
        }
    }
}
