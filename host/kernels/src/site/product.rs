//! Matrix products, by the crate `gemm`.
#![allow(unsafe_code)]

/// A matrix in a slice.
struct Matrix<'a> {
    x: &'a [f64],
    rows: usize,
    columns: usize,
    down: usize,
    right: usize,
}

impl<'a> Matrix<'a> {
    /// A vector on the left is a row, one on the right a column.
    fn new(x: &'a [f64], n: &[usize], s: &[usize], left: bool) -> Option<Self> {
        let (rows, columns, down, right) = match (n, s, left) {
            (&[rows, columns], &[down, right], _) => (rows, columns, down, right),
            (&[n], &[step], true) => (1, n, 0, step),
            (&[n], &[step], false) => (n, 1, step, 0),
            _ => return None,
        };
        let last =
            rows.saturating_sub(1).checked_mul(down)?.checked_add(columns.saturating_sub(1).checked_mul(right)?)?;
        (rows == 0 || columns == 0 || last < x.len()).then_some(Matrix { x, rows, columns, down, right })
    }
}

/// The product of two operands of one or two axes into `out`, in C order.
pub fn product(
    x0: &[f64],
    n0: &[usize],
    s0: &[usize],
    x1: &[f64],
    n1: &[usize],
    s1: &[usize],
    out: &mut [f64],
) -> bool {
    let (Some(a), Some(b)) = (Matrix::new(x0, n0, s0, true), Matrix::new(x1, n1, s1, false)) else { return false };
    if a.columns != b.rows || a.rows.checked_mul(b.columns) != Some(out.len()) {
        return false;
    }
    if out.is_empty() || a.columns == 0 {
        out.fill(0.0);
        return true;
    }
    // SAFETY: `Matrix::new` checked that all strides stay within their slices and `out` has one place per element in C order;
    // it is borrowed for writing alone, and both element types are `f64`. Strides of a slice fit into isize.
    unsafe {
        gemm::gemm(
            a.rows,
            b.columns,
            a.columns,
            out.as_mut_ptr(),
            1,
            b.columns as isize,
            false,
            a.x.as_ptr(),
            a.right as isize,
            a.down as isize,
            b.x.as_ptr(),
            b.right as isize,
            b.down as isize,
            0.0f64,
            1.0f64,
            false,
            false,
            false,
            gemm::Parallelism::None,
        );
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_sums_of_products() {
        let a: Vec<f64> = (0..600).map(|i| (i as f64 * 0.3).sin()).collect();
        let b: Vec<f64> = (0..600).map(|i| (i as f64 * 0.7).cos()).collect();
        for (m, k, n) in [(3, 4, 5), (20, 30, 20), (1, 7, 1), (2, 0, 3), (17, 1, 9)] {
            // The left one transposed in memory.
            let mut out = vec![f64::NAN; m * n];
            assert!(product(&a, &[m, k], &[1, m], &b, &[k, n], &[n, 1], &mut out));
            for i in 0..m {
                for j in 0..n {
                    let wanted: f64 = (0..k).map(|l| a[i + l * m] * b[l * n + j]).sum();
                    assert!((out[i * n + j] - wanted).abs() <= 1e-12 * (1.0 + wanted.abs()));
                }
            }
        }
        let mut out = [0.0; 4];
        assert!(product(&a, &[4, 3], &[3, 1], &b, &[3], &[2], &mut out));
        assert!((out[1] - (a[3] * b[0] + a[4] * b[2] + a[5] * b[4])).abs() < 1e-12);
        assert!(!product(&a, &[4, 3], &[3, 1], &b, &[4], &[1], &mut out));
        assert!(!product(&a[..5], &[4, 3], &[3, 1], &b, &[3], &[1], &mut out));
    }
}
