//! Converts Python to Rust.
