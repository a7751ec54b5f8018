//! What a kernel can refuse.

/// Why a kernel did nothing. The output is untouched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Two extents that must be equal are not.
    #[error("{what}: {left} and {right} must be equal")]
    Mismatch {
        /// Which extents.
        what: &'static str,
        /// The first extent, in elements.
        left: usize,
        /// The second extent, in elements.
        right: usize,
    },
    /// An operation that needs at least one element got none.
    #[error("{0} of nothing has no value")]
    Empty(&'static str),
    /// An index lies outside the data.
    #[error("index {index} lies outside of {len} elements")]
    Index {
        /// The index.
        index: usize,
        /// Elements that there are.
        len: usize,
    },
    /// A view reaches past its slice.
    #[error("a view of {rows} x {columns} with strides {row_stride}, {column_stride} reaches past {len} elements")]
    Reach {
        /// Rows of the view.
        rows: usize,
        /// Columns of the view.
        columns: usize,
        /// Elements from one row to the next.
        row_stride: usize,
        /// Elements from one column to the next.
        column_stride: usize,
        /// Elements that there are.
        len: usize,
    },
    /// A matrix has no inverse: the pivot of this column is zero.
    #[error("the matrix is singular at column {0}")]
    Singular(usize),
    /// A matrix that must be symmetric and positive definite is not, seen at this column.
    #[error("the matrix is not positive definite, seen at column {0}")]
    NotPositiveDefinite(usize),
    /// An iteration did not converge.
    #[error("the {0} did not converge; the input may hold NaN or infinities")]
    NoConvergence(&'static str),
    /// A result would not fit into memory.
    #[error("{0} elements are more than memory can hold")]
    TooLarge(u128),
}

/// `Ok` when two extents are equal.
pub(crate) fn equal(what: &'static str, left: usize, right: usize) -> Result<(), Error> {
    if left == right { Ok(()) } else { Err(Error::Mismatch { what, left, right }) }
}
