//! What is to be computed: the operation, its type and its extents.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An operation that the dispatcher knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Op {
    /// Elementwise sum of two arrays.
    Add,
    /// `y += a x`.
    Axpy,
    /// Inner product.
    Dot,
    /// Sum of all elements.
    Sum,
    /// Greatest element.
    Max,
    /// Elementwise exponential.
    Exp,
    /// Softmax of rows.
    Softmax,
    /// Normalisation of rows.
    LayerNorm,
    /// Matrix times vector.
    Gemv,
    /// Matrix times matrix.
    Gemm,
    /// Two-dimensional convolution with eight filters of three by three.
    Conv2d,
    /// Sorting in place.
    Sort,
    /// Complex Fourier transform.
    Fft,
}

impl Op {
    /// Every operation.
    pub const ALL: [Self; 13] = [
        Self::Add,
        Self::Axpy,
        Self::Dot,
        Self::Sum,
        Self::Max,
        Self::Exp,
        Self::Softmax,
        Self::LayerNorm,
        Self::Gemv,
        Self::Gemm,
        Self::Conv2d,
        Self::Sort,
        Self::Fft,
    ];

    /// Does its work follow the number of rows, which alone can be shared among threads?
    pub(crate) fn by_rows(self) -> bool {
        matches!(self, Self::Softmax | Self::LayerNorm)
    }

    /// The power of the elements with which its work grows.
    pub(crate) fn growth(self) -> f64 {
        match self {
            Self::Gemm => 1.5,
            // n log n, near the sizes at which measuring stops.
            Self::Sort | Self::Fft => 1.05,
            _ => 1.0,
        }
    }

    /// Has it a form for several threads?
    pub(crate) fn shares(self) -> bool {
        self != Self::Fft
    }

    /// Has it a form of its own on the plainest instruction set?
    pub(crate) fn has_scalar(self) -> bool {
        !matches!(self, Self::Sort | Self::Fft)
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Add => "add",
            Self::Axpy => "axpy",
            Self::Dot => "dot",
            Self::Sum => "sum",
            Self::Max => "max",
            Self::Exp => "exp",
            Self::Softmax => "softmax",
            Self::LayerNorm => "layer-norm",
            Self::Gemv => "gemv",
            Self::Gemm => "gemm",
            Self::Conv2d => "conv2d",
            Self::Sort => "sort",
            Self::Fft => "fft",
        })
    }
}

/// The type of the elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dtype {
    /// IEEE single precision.
    F32,
    /// IEEE double precision.
    F64,
}

impl Dtype {
    /// Bytes of an element.
    pub fn size(self) -> usize {
        match self {
            Self::F32 => 4,
            Self::F64 => 8,
        }
    }
}

impl fmt::Display for Dtype {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::F32 => "f32",
            Self::F64 => "f64",
        })
    }
}

/// What is to be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// The operation.
    pub op: Op,
    /// The type of its elements.
    pub dtype: Dtype,
    /// Rows of the result, or 1.
    pub rows: usize,
    /// The summed extent of a product, or 1.
    pub inner: usize,
    /// Columns of the result; elements of a vector.
    pub columns: usize,
}

impl Task {
    /// An operation over so many elements, of the shape that calibration uses: matrices are square, rows have up to 1024
    /// columns.
    pub fn elements(op: Op, dtype: Dtype, elements: usize) -> Self {
        let side = elements.isqrt().max(1);
        match op {
            Op::Gemm => Self::gemm(dtype, side, side, side),
            Op::Gemv => Self::gemv(dtype, side, side),
            Op::Conv2d => Self { op, dtype, rows: side, inner: 1, columns: side },
            Op::Softmax | Op::LayerNorm => {
                let columns = elements.clamp(1, 1024);
                Self { op, dtype, rows: (elements / columns).max(1), inner: 1, columns }
            }
            _ => Self { op, dtype, rows: 1, inner: 1, columns: elements },
        }
    }

    /// A product of `rows` x `inner` and `inner` x `columns`.
    pub fn gemm(dtype: Dtype, rows: usize, inner: usize, columns: usize) -> Self {
        Self { op: Op::Gemm, dtype, rows, inner, columns }
    }

    /// A matrix of `rows` x `inner` times a vector.
    pub fn gemv(dtype: Dtype, rows: usize, inner: usize) -> Self {
        Self { op: Op::Gemv, dtype, rows, inner, columns: 1 }
    }

    /// An operation over the rows of a matrix.
    pub fn over_rows(op: Op, dtype: Dtype, rows: usize, columns: usize) -> Self {
        Self { op, dtype, rows, inner: 1, columns }
    }

    /// Floating-point operations, about: what a roofline counts.
    pub fn flops(&self) -> f64 {
        let (rows, inner, columns) = (self.rows as f64, self.inner as f64, self.columns as f64);
        let elements = rows * columns;
        match self.op {
            Op::Add | Op::Sum | Op::Max => elements,
            Op::Axpy | Op::Dot => 2.0 * elements,
            Op::Exp => 20.0 * elements,
            Op::Softmax => 25.0 * elements,
            Op::LayerNorm => 8.0 * elements,
            Op::Gemv | Op::Gemm => 2.0 * rows * inner * columns,
            Op::Conv2d => 2.0 * 9.0 * 8.0 * elements,
            Op::Sort => elements * elements.max(2.0).log2(),
            Op::Fft => 5.0 * elements * elements.max(2.0).log2(),
        }
    }

    /// Bytes that are read.
    pub fn bytes_in(&self) -> f64 {
        let (rows, inner, columns) = (self.rows as f64, self.inner as f64, self.columns as f64);
        let elements = match self.op {
            Op::Add | Op::Axpy | Op::Dot => 2.0 * rows * columns,
            Op::Gemv | Op::Gemm => rows * inner + inner * columns,
            Op::Fft => 2.0 * columns,
            _ => rows * columns,
        };
        elements * self.dtype.size() as f64
    }

    /// Bytes that are written.
    pub fn bytes_out(&self) -> f64 {
        let elements = match self.op {
            Op::Dot | Op::Sum | Op::Max => 1.0,
            Op::Conv2d => 8.0 * self.rows as f64 * self.columns as f64,
            Op::Fft => 2.0 * self.columns as f64,
            _ => self.rows as f64 * self.columns as f64,
        };
        elements * self.dtype.size() as f64
    }

    /// The elements of the calibrated shape that has as much work: the place on the profile's curves.
    pub fn scale(&self) -> f64 {
        match self.op {
            Op::Gemm => (self.rows as f64 * self.inner as f64 * self.columns as f64).powf(2.0 / 3.0),
            Op::Gemv => self.rows as f64 * self.inner as f64,
            _ => self.rows as f64 * self.columns as f64,
        }
    }
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { op, dtype, rows, inner, columns } = self;
        match op {
            Op::Gemm => write!(f, "{op} {dtype} {rows} x {inner} x {columns}"),
            Op::Gemv => write!(f, "{op} {dtype} {rows} x {inner}"),
            Op::Softmax | Op::LayerNorm | Op::Conv2d => write!(f, "{op} {dtype} {rows} x {columns}"),
            _ => write!(f, "{op} {dtype} {columns}"),
        }
    }
}
