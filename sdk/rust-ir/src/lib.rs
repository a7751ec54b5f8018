//! A Rust-shaped IR with origins and comments, and its printer.
