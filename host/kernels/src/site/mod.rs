//! Kernels behind the call sites of converted programs. batuta puts these files and [`crate::arch`] into its output, as the crates
//! `batuta-kernels`, which needs nothing but the standard library, and `batuta-products`, which needs the crate `gemm`.
//!
//! Each takes an operand as `x`, its elements from the first one on, `n`, its extents, and `s`, how many elements lie between
//! neighbours along each axis (0 where it is stretched). Results are filled in C order. False says that the arguments do not fit;
//! what was written does not count then.

pub mod fused;
mod join;
#[cfg(feature = "products")]
pub mod product;
pub mod reduce;
