//! The compute core: numeric kernels over slices, for the instruction set that the CPU has.
//!
//! Every kernel takes an [`Arm`] first: the instruction set ([`Path`]) and the number of threads that it may use. Kernels
//! write into memory that the caller owns, so a small call allocates nothing. Each has a twin in [`naive`], plain code that
//! says what the kernel means; one property suite (`tests/twins.rs`) holds every path against it. Errors of the elementary
//! functions are stated in ULP, the distance in units of the last place of the exact result rounded to the type.
//!
//! Where a crate is the best there is, it does the work behind the same interface: `gemm` for matrix products, `faer` for
//! decompositions, `rustfft` for transforms. The kernels here are bodies in plain Rust that LLVM vectorises, compiled once
//! for each instruction set by [`arch`].
//!
//! ```
//! use batuta_kernels::{Arm, UnaryOp, sum, unary};
//! let arm = Arm::best();
//! let mut out = [0.0; 3];
//! unary(arm, UnaryOp::Exp, &[0.0f64, 1.0, -1.0], &mut out).unwrap();
//! assert_eq!(out[0], 1.0);
//! assert_eq!(sum(arm, &[1.0f64, 2.0, 3.0]), 6.0);
//! ```
//!
//! Converted programs use the kernels in [`site`]; the sources that they need are put into the output by batuta.

pub mod arch;
pub mod site;

#[cfg(feature = "full")]
mod element;
#[cfg(feature = "full")]
mod error;
#[cfg(feature = "full")]
pub mod generic;
#[cfg(feature = "full")]
pub mod matrix;
#[cfg(feature = "full")]
pub mod naive;
#[cfg(feature = "full")]
mod parallel;

#[cfg(feature = "full")]
mod all {
    pub use crate::element::{Element, Float};
    pub use crate::error::Error;
    pub use crate::generic::binary::{BinaryOp, Operand, binary};
    pub use crate::generic::bytes::byte_products;
    pub use crate::generic::compare::{Comparison, compare, select};
    pub use crate::generic::dot::{axpy, dot, fma, norm};
    pub use crate::generic::extrema::{Extremum, arg_extremum, extremum};
    pub use crate::generic::gather::gather;
    pub use crate::generic::normalize::{layer_norm, softmax};
    pub use crate::generic::scan::cumsum;
    pub use crate::generic::sort::{argsort, sort, top_k};
    pub use crate::generic::sum::{mean, sum, variance};
    pub use crate::generic::unary::{UnaryOp, unary};
    pub use crate::matrix::conv::{Conv2d, conv1d, conv2d};
    pub use crate::matrix::fft::{Complex, fft, inverse_fft, real_fft};
    pub use crate::matrix::gemm::{gemm, gemm_batched};
    pub use crate::matrix::gemv::gemv;
    pub use crate::matrix::linalg::{Cholesky, Lu, Qr, Svd, cholesky, lu, qr, solve, svd};
    pub use crate::matrix::transpose::transpose;
    pub use crate::matrix::view::{View, ViewMut};
}

#[cfg(feature = "full")]
pub use all::*;
pub use arch::{Arm, Path};
