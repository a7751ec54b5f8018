//! Decompositions and linear systems, by `faer`. Results are row-major; inputs may have any strides.

use super::view::View;
use crate::element::Float;
use crate::error::{Error, equal};
use faer::{Mat, MatRef, Par, Side};

/// `a[permutation[i], j] = (lower upper)[i, j]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Lu<T> {
    /// For each row of the product the row of the input.
    pub permutation: Vec<usize>,
    /// n x n, ones on the diagonal.
    pub lower: Vec<T>,
    /// n x n.
    pub upper: Vec<T>,
}

/// `a = q r`, thin: for m x n and k the lesser, q is m x k with orthonormal columns and r k x n upper triangular.
#[derive(Debug, Clone, PartialEq)]
pub struct Qr<T> {
    /// m x k.
    pub q: Vec<T>,
    /// k x n.
    pub r: Vec<T>,
}

/// `a = lower lowerᵀ`.
#[derive(Debug, Clone, PartialEq)]
pub struct Cholesky<T> {
    /// n x n.
    pub lower: Vec<T>,
}

/// `a = u diag(values) vt`, thin.
#[derive(Debug, Clone, PartialEq)]
pub struct Svd<T> {
    /// m x k.
    pub u: Vec<T>,
    /// k singular values, greatest first.
    pub values: Vec<T>,
    /// k x n.
    pub vt: Vec<T>,
}

/// LU decomposition with partial pivoting of a square matrix.
///
/// # Errors
/// [`Error::Mismatch`] for a matrix that is not square.
pub fn lu<T: Float>(a: View<'_, T>) -> Result<Lu<T>, Error> {
    square(&a)?;
    let lu = matrix(a).partial_piv_lu();
    let permutation = lu.P().arrays().0.to_vec();
    Ok(Lu { permutation, lower: rows(lu.L()), upper: rows(lu.U()) })
}

/// QR decomposition by Householder reflections.
pub fn qr<T: Float>(a: View<'_, T>) -> Qr<T> {
    let qr = matrix(a).qr();
    Qr { q: rows(qr.compute_thin_Q().as_ref()), r: rows(qr.thin_R()) }
}

/// Cholesky decomposition of a symmetric positive definite matrix; only its lower triangle is read.
///
/// # Errors
/// [`Error::Mismatch`] for a matrix that is not square, [`Error::NotPositiveDefinite`] for one that has no such decomposition.
pub fn cholesky<T: Float>(a: View<'_, T>) -> Result<Cholesky<T>, Error> {
    square(&a)?;
    let llt = matrix(a).llt(Side::Lower);
    let llt = llt.map_err(|faer::linalg::cholesky::llt::factor::LltError::NonPositivePivot { index }| {
        Error::NotPositiveDefinite(index)
    })?;
    Ok(Cholesky { lower: rows(llt.L()) })
}

/// Singular value decomposition.
///
/// # Errors
/// [`Error::NoConvergence`], with NaN or infinities in the input.
pub fn svd<T: Float>(a: View<'_, T>) -> Result<Svd<T>, Error> {
    let svd = matrix(a).thin_svd().map_err(|_| Error::NoConvergence("singular value decomposition"))?;
    let diagonal = svd.S().column_vector();
    let values = (0..diagonal.nrows()).map(|i| diagonal[i]).collect();
    Ok(Svd { u: rows(svd.U()), values, vt: rows(svd.V().transpose()) })
}

/// `x` with `a x = b`, by LU; `b` and `x` may have several columns.
///
/// # Errors
/// [`Error::Mismatch`] when the extents do not fit, [`Error::Singular`] when a pivot is zero.
pub fn solve<T: Float>(a: View<'_, T>, b: View<'_, T>) -> Result<Vec<T>, Error> {
    square(&a)?;
    equal("rows of the matrix and of the right side", a.shape().rows, b.shape().rows)?;
    let lu = matrix(a).partial_piv_lu();
    if let Some(column) = (0..a.shape().rows).find(|i| lu.U()[(*i, *i)] == T::ZERO) {
        return Err(Error::Singular(column));
    }
    use faer::linalg::solvers::Solve;
    Ok(rows(lu.solve(&matrix(b)).as_ref()))
}

fn square<T: Float>(a: &View<'_, T>) -> Result<(), Error> {
    equal("rows and columns of the matrix", a.shape().rows, a.shape().columns)
}

/// A copy in faer's layout. One thread works on it: the result is then the same on every machine of an instruction set.
fn matrix<T: Float>(a: View<'_, T>) -> Mat<T> {
    faer::set_global_parallelism(Par::Seq);
    Mat::from_fn(a.shape().rows, a.shape().columns, |i, j| *a.at(i, j))
}

fn rows<T: Float>(a: MatRef<'_, T>) -> Vec<T> {
    (0..a.nrows()).flat_map(|i| (0..a.ncols()).map(move |j| a[(i, j)])).collect()
}
