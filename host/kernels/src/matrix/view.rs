//! Matrices in slices, with strides.

use crate::error::Error;

/// A matrix in a slice, to read.
#[derive(Debug, Clone, Copy)]
pub struct View<'a, T> {
    data: &'a [T],
    shape: Shape,
}

/// A matrix in a slice, to write: no element has two places.
#[derive(Debug)]
pub struct ViewMut<'a, T> {
    data: &'a mut [T],
    shape: Shape,
}

/// Extents and strides of a matrix, in elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Elements from one row to the next.
    pub row_stride: usize,
    /// Elements from one column to the next.
    pub column_stride: usize,
}

impl Shape {
    fn check(self, len: usize) -> Result<Self, Error> {
        let Self { rows, columns, row_stride, column_stride } = self;
        let reach = || Error::Reach { rows, columns, row_stride, column_stride, len };
        if rows == 0 || columns == 0 {
            return Ok(self);
        }
        let last = (rows - 1).checked_mul(row_stride).zip((columns - 1).checked_mul(column_stride));
        let last = last.and_then(|(down, right)| down.checked_add(right)).ok_or_else(reach)?;
        if last < len { Ok(self) } else { Err(reach()) }
    }

    /// Has every element a place of its own?
    fn distinct(self) -> bool {
        let Self { rows, columns, row_stride, column_stride } = self;
        let rows_apart = column_stride > 0 && row_stride > (columns - 1) * column_stride;
        let columns_apart = row_stride > 0 && column_stride > (rows - 1) * row_stride;
        rows <= 1 && column_stride > 0
            || columns <= 1 && row_stride > 0
            || rows_apart
            || columns_apart
            || rows * columns <= 1
    }

    fn transposed(self) -> Self {
        Self { rows: self.columns, columns: self.rows, row_stride: self.column_stride, column_stride: self.row_stride }
    }
}

impl<'a, T> View<'a, T> {
    /// A matrix whose rows follow each other.
    ///
    /// # Errors
    /// [`Error::Reach`] when the slice is too short.
    pub fn new(data: &'a [T], rows: usize, columns: usize) -> Result<Self, Error> {
        Self::with_strides(data, Shape { rows, columns, row_stride: columns, column_stride: 1 })
    }

    /// A matrix with any strides.
    ///
    /// # Errors
    /// [`Error::Reach`] when the slice is too short.
    pub fn with_strides(data: &'a [T], shape: Shape) -> Result<Self, Error> {
        Ok(Self { data, shape: shape.check(data.len())? })
    }

    /// Rows become columns; nothing moves.
    pub fn transposed(self) -> Self {
        Self { data: self.data, shape: self.shape.transposed() }
    }

    /// Extents and strides.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The elements, from the first on.
    pub fn data(&self) -> &'a [T] {
        self.data
    }

    /// The element of a row and column.
    ///
    /// # Panics
    /// When it lies outside.
    pub fn at(&self, row: usize, column: usize) -> &'a T {
        assert!(
            row < self.shape.rows && column < self.shape.columns,
            "({row}, {column}) lies outside of {:?}",
            self.shape
        );
        &self.data[row * self.shape.row_stride + column * self.shape.column_stride]
    }
}

impl<'a, T> ViewMut<'a, T> {
    /// A matrix whose rows follow each other.
    ///
    /// # Errors
    /// [`Error::Reach`] when the slice is too short.
    pub fn new(data: &'a mut [T], rows: usize, columns: usize) -> Result<Self, Error> {
        Self::with_strides(data, Shape { rows, columns, row_stride: columns, column_stride: 1 })
    }

    /// A matrix with any strides under which no two elements share a place.
    ///
    /// # Errors
    /// [`Error::Reach`] when the slice is too short or elements would share a place.
    pub fn with_strides(data: &'a mut [T], shape: Shape) -> Result<Self, Error> {
        let shape = shape.check(data.len())?;
        if shape.rows > 0 && shape.columns > 0 && !shape.distinct() {
            let Shape { rows, columns, row_stride, column_stride } = shape;
            return Err(Error::Reach { rows, columns, row_stride, column_stride, len: data.len() });
        }
        Ok(Self { data, shape })
    }

    /// Extents and strides.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The elements, from the first on.
    pub fn data(&mut self) -> &mut [T] {
        self.data
    }
}
