//! Converts Shell to Rust.
