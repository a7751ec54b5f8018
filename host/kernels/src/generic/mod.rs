//! Kernels whose bodies are plain Rust, vectorised for each instruction set; one file per operation.

pub mod binary;
pub mod bytes;
pub mod compare;
pub mod dot;
pub mod extrema;
pub mod gather;
pub(crate) mod math;
pub mod normalize;
pub mod scan;
pub mod sort;
pub mod sum;
pub mod unary;
