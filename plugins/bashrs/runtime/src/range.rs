//! Places in a text.

/// A range of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextRange {
    /// `start..end`
    pub fn new(start: u32, end: u32) -> Self {
        TextRange { start, end: end.max(start) }
    }
}
