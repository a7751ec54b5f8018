//! Converts C to Rust.
