//! Convert Python, C and Shell projects to Rust with sandboxed plugins.

fn main() {}
