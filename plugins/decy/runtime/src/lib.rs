//! Run-time support of programs converted from C.
//!
//! Small pieces that C has and Rust's library does not: variable arguments, bit-fields, the forms of `printf`, buffered output, the
//! start of a program, and the end of one that reaches a place that was not converted.
#![allow(clippy::disallowed_methods)] // part of converted programs: it is what touches files and processes for them

mod align;
mod arena;
mod atomic;
mod bits;
mod chars;
mod cleanup;
mod float;
mod form;
mod jump;
#[cfg(target_arch = "x86_64")]
pub mod long;
mod memory;
mod out;
mod real;
mod start;
mod text;
mod va;
pub mod variadic;
mod wide;

pub use align::{
    Align2, Align4, Align8, Align16, Align32, Align64, Align128, Align256, Align512, Align1024, Align2048, Align4096,
};
pub use arena::Arena;
pub use atomic::{
    Atomic, atomic_add, atomic_and, atomic_clear, atomic_compare_exchange, atomic_compare_swap, atomic_exchange,
    atomic_fence, atomic_load, atomic_nand, atomic_or, atomic_store, atomic_sub, atomic_swapped, atomic_test_and_set,
    atomic_xor,
};
pub use bits::{bits, signed_bits, with_bits};
pub use chars::{atoi, atol, strcasecmp, strcat, strcmp, strcpy, strcspn, strlen, strncat, strncmp, strncpy, strspn};
pub use cleanup::Cleanup;
pub use float::{Float, General};
pub use form::{Fit, Form};
pub use jump::{Jumps, jump};
#[cfg(target_arch = "x86_64")]
pub use long::{LongDouble, LongText, long_parse, long_text};
pub use memory::{Plain, freed, heap, is_nothing, is_something, memcpy, memset, resized};
pub use out::{at_exit, flush, put, write, write_counted, write_error};
pub use real::{Real, div, fmod, log, log2, pow, sqrt, sqrtf};
pub use start::{args, environment, guard, hole};
pub use text::{Char, Chars, Text, chars, text_chars};
pub use va::{Slots, VaList};
pub use wide::Wide;
