//! `str`: text indexed by code point.

use std::ops::Range;

/// Immutable text that knows how many code points it has, so that ASCII text is indexed in constant time.
pub struct Str {
    text: String,
    chars: usize,
}

impl Str {
    /// Wraps `text`.
    pub fn new(text: String) -> Str {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str { text, chars }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many code points.
    pub fn chars(&self) -> usize {
        self.chars
    }

    /// Whether code points are bytes.
    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }

    /// The byte offset of code point `index`.
    pub fn offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            return index.min(self.text.len());
        }
        self.text.char_indices().nth(index).map_or(self.text.len(), |(at, _)| at)
    }

    /// The code points in `range`, which must not be reversed.
    pub fn slice(&self, range: Range<usize>) -> &str {
        let start = self.offset(range.start);
        if self.is_ascii() {
            return &self.text[start..range.end.clamp(start, self.text.len())];
        }
        let rest = &self.text[start..];
        let len = rest.char_indices().nth(range.end.saturating_sub(range.start)).map_or(rest.len(), |(at, _)| at);
        &rest[..len]
    }

    /// The code point index of byte offset `at`.
    pub fn index(&self, at: usize) -> usize {
        if self.is_ascii() { at } else { self.text[..at].chars().count() }
    }

    /// Appends in place.
    pub fn push(&mut self, more: &Str) {
        self.text.push_str(&more.text);
        self.chars += more.chars;
    }
}
