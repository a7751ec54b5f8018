//! Run-time support of programs converted from C.
//!
//! Small pieces that C has and Rust's library does not: variable arguments, bit-fields, the forms of `printf`, buffered output, the
//! start of a program, and the end of one that reaches a place that was not converted.
#![allow(clippy::disallowed_methods)] // part of converted programs: it is what touches files and processes for them

mod bits;
mod float;
mod out;
mod start;
mod text;
mod va;

pub use bits::{bits, signed_bits, with_bits};
pub use float::{Float, General};
pub use out::{flush, put, write};
pub use start::{args, environment, hole};
pub use text::{Char, Text};
pub use va::VaList;
