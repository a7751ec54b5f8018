//! Memory that lives until a function returns: what `alloca` gives.

use std::ffi::c_void;

/// The blocks that one call of a function took.
#[derive(Debug, Default)]
pub struct Arena(Vec<Vec<u128>>);

impl Arena {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Arena(vec![])
    }

    /// A block of at least this many bytes, aligned as `malloc` aligns.
    pub fn take(&mut self, size: usize) -> *mut c_void {
        let mut block = vec![0u128; size.div_ceil(16).max(1)];
        let start = block.as_mut_ptr().cast();
        self.0.push(block);
        start
    }
}
