//! Kernels over matrices and transforms; crates do the work where they are the best there is.

pub mod conv;
pub mod fft;
pub mod gemm;
pub mod gemv;
pub mod linalg;
pub(crate) mod small;
pub mod transpose;
pub mod view;
