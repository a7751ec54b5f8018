//! File ids, text ranges, line indexes, origins.
//!
//! Byte offsets everywhere: a range is what the host checks, a line and a column are for people and are computed last.

mod line_index;

pub use line_index::{LineColumn, LineIndex};

/// Index of a source file within one run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// Half-open byte range `start..end` within one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A range in a file: where something in the output comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The bytes.
    pub range: TextRange,
}

impl TextRange {
    /// `start..end`; an end before the start gives an empty range at the start.
    pub fn new(start: u32, end: u32) -> Self {
        TextRange { start, end: end.max(start) }
    }

    /// The empty range at `at`.
    pub fn empty(at: u32) -> Self {
        TextRange { start: at, end: at }
    }

    /// The smallest range that covers both.
    pub fn cover(self, other: TextRange) -> Self {
        TextRange { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Number of bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether no byte is in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text it marks, or an empty one when it does not fit.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

impl Origin {
    /// `range` in `file`.
    pub fn new(file: FileId, range: TextRange) -> Self {
        Origin { file, range }
    }

    /// The smallest origin that covers both; the first one's file wins.
    pub fn cover(self, other: Origin) -> Self {
        if self.file == other.file { Origin { file: self.file, range: self.range.cover(other.range) } } else { self }
    }
}
