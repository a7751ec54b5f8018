//! Run-time support of programs converted from C.
//!
//! Small pieces that C has and Rust's library does not: variable arguments, bit-fields, the start of a program, and the end of one
//! that reaches a place that was not converted.

mod bits;
mod start;
mod va;

pub use bits::{bits, signed_bits, with_bits};
pub use start::{args, environment, hole};
pub use va::VaList;
