//! Both sides of a file, for a page.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A source file and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its text.
    pub source: Arc<str>,
    /// The generated files.
    pub rust: Vec<RustSide>,
}

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustSide {
    /// Relative to OUT.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
    /// Its lines that come from the source file, with the source's line; both from 1. What lies between belongs to the one above.
    pub lines: BTreeMap<u32, u32>,
}
