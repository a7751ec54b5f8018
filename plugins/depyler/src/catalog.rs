//! The list of what the runtime has of Python's library: the runtime's own, so that both agree.

#[path = "../runtime/src/library/catalog.rs"]
mod list;

pub use list::*;
