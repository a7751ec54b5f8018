//! The text that a tree was read from: what `set -x` and `declare -f` show of it, and the numbers of its lines.

use crate::ast::Word;
use crate::range::TextRange;
use std::cell::OnceCell;

/// Text and where it stands.
pub(super) struct Source {
    text: Box<str>,
    /// The line of the file that it starts at, when it is part of the file.
    line: Option<u32>,
    starts: OnceCell<Vec<u32>>,
}

impl Source {
    pub(super) fn new(text: &str, line: Option<u32>) -> Self {
        Source { text: text.into(), line, starts: OnceCell::new() }
    }

    /// The text of a range.
    pub(super) fn text(&self, range: TextRange) -> &str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    /// The text of words, with one blank between them.
    pub(super) fn words(&self, words: &[Word]) -> String {
        words.iter().map(|word| self.text(word.range).trim()).collect::<Vec<_>>().join(" ")
    }

    /// The line of the file that a byte stands in.
    pub(super) fn line(&self, at: u32) -> Option<u32> {
        let first = self.line?;
        let starts = self.starts.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            newlines.map(|(at, _)| at as u32).collect()
        });
        Some(first + starts.partition_point(|newline| *newline < at) as u32)
    }
}
