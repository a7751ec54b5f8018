//! Products of a matrix of signed bytes with a vector of signed bytes: scores of vectors that were rounded to a quarter of their size.

use crate::arch::{Arm, Work};
use crate::error::{Error, equal};
use rayon::prelude::*;

/// Rows of a piece that one thread takes.
const ROWS: usize = 4096;

/// For each row of `matrix`, the exact inner product with `vector`. Rows have at most 2^17 columns, so that no sum overflows.
///
/// # Errors
/// [`Error::Mismatch`] when `matrix` is not as long as `out` rows of the length of `vector`, or rows are longer than that.
pub fn byte_products(arm: Arm, matrix: &[i8], vector: &[i8], out: &mut [i32]) -> Result<(), Error> {
    equal("elements of the matrix and rows times columns", matrix.len(), out.len().saturating_mul(vector.len()))?;
    equal("columns beyond 2^17", vector.len() >> 17, 0)?;
    if vector.is_empty() {
        out.fill(0);
        return Ok(());
    }
    let piece = |(rows, out): (&[i8], &mut [i32])| arm.path.run(Products { rows, vector, out });
    if arm.threads > 1 && out.len() > ROWS {
        matrix.par_chunks(ROWS * vector.len()).zip(out.par_chunks_mut(ROWS)).for_each(piece);
    } else {
        piece((matrix, out));
    }
    Ok(())
}

struct Products<'a> {
    rows: &'a [i8],
    vector: &'a [i8],
    out: &'a mut [i32],
}

impl Work for Products<'_> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        for (row, out) in self.rows.chunks_exact(self.vector.len()).zip(self.out) {
            // Products of 16 bits, summed in 32: the form that compilers know as multiply-add of pairs.
            *out = row.iter().zip(self.vector).map(|(x, y)| i32::from(i16::from(*x) * i16::from(*y))).sum();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Path;

    #[test]
    fn products_are_exact_on_every_path() {
        for (rows, columns) in [(0, 5), (1, 1), (3, 384), (5000, 7), (2, 0)] {
            let matrix: Vec<i8> = (0..rows * columns).map(|n| (n * 37 % 256) as u8 as i8).collect();
            let vector: Vec<i8> = (0..columns).map(|n| (n * 91 % 256) as u8 as i8).collect();
            let naive =
                |row: &[i8]| -> i32 { row.iter().zip(&vector).map(|(x, y)| i32::from(*x) * i32::from(*y)).sum() };
            let expected: Vec<i32> = (0..rows).map(|row| naive(&matrix[row * columns..][..columns])).collect();
            for path in Path::available() {
                for threads in [1, 4] {
                    let mut out = vec![1; rows];
                    byte_products(Arm { path, threads }, &matrix, &vector, &mut out).unwrap();
                    assert_eq!(out, expected, "{} {rows} x {columns}", path.name());
                }
            }
        }
        let arm = Arm::best();
        assert!(byte_products(arm, &[1; 3], &[1; 2], &mut [0; 2]).is_err());
        assert!(byte_products(arm, &[1; 1 << 18], &[1; 1 << 18], &mut [0]).is_err());
        let extreme = [-128i8; 1 << 16];
        let mut out = [0];
        byte_products(arm, &extreme, &extreme, &mut out).unwrap();
        assert_eq!(out, [1 << 30]);
    }
}
