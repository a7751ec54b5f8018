//! Converts Shell to Rust.

pub mod ast;
pub mod parse;
