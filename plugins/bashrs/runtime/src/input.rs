//! Standard input of `read`: what is not consumed must stay for others, so a file is read in blocks and put back, and anything
//! else byte by byte unless nobody else can read it.

use crate::{Str, sys};

/// What was read from descriptor 0 and not consumed.
#[derive(Default)]
pub(crate) struct Input {
    buffer: Str,
    at: usize,
    /// Whether descriptor 0 can seek; unknown after it changed.
    seekable: Option<bool>,
    /// Nobody else reads descriptor 0.
    private: bool,
}

impl Input {
    /// The next byte; none at the end or on an error.
    pub(crate) fn byte(&mut self) -> Option<u8> {
        if self.at == self.buffer.len() && !self.fill() {
            return None;
        }
        let byte = self.buffer[self.at];
        self.at += 1;
        Some(byte)
    }

    /// Bytes up to and with `delimiter`, appended to `line`; whether the delimiter was found.
    pub(crate) fn until(&mut self, delimiter: u8, line: &mut Str) -> bool {
        loop {
            if self.at == self.buffer.len() && !self.fill() {
                return false;
            }
            let rest = &self.buffer[self.at..];
            if let Some(length) = rest.iter().position(|byte| *byte == delimiter) {
                line.extend_from_slice(&rest[..length]);
                self.at += length + 1;
                return true;
            }
            line.extend_from_slice(rest);
            self.at = self.buffer.len();
        }
    }

    /// Whether something was read already and not consumed.
    pub(crate) fn has_bytes(&self) -> bool {
        self.at < self.buffer.len()
    }

    fn fill(&mut self) -> bool {
        let seekable = *self.seekable.get_or_insert_with(|| sys::seek_by(0, 0).is_ok());
        let size = if seekable || self.private { 8192 } else { 1 };
        self.buffer.resize(size, 0);
        self.at = 0;
        let count = sys::read(0, &mut self.buffer).unwrap_or(0);
        self.buffer.truncate(count);
        count > 0
    }

    /// Before anybody else uses descriptor 0, or it changes: give back what was not consumed.
    pub(crate) fn sync(&mut self) {
        let rest = self.buffer.len() - self.at;
        if rest > 0 && self.seekable == Some(true) {
            // It could seek before.
            let _ = sys::seek_by(0, -(rest as i64));
        }
        if rest == 0 || self.seekable == Some(true) {
            self.buffer.clear();
            self.at = 0;
        }
    }

    /// Descriptor 0 is another one now.
    pub(crate) fn changed(&mut self) {
        self.buffer.clear();
        self.at = 0;
        self.seekable = None;
        self.private = false;
    }

    /// From here to the end of this process nobody but `read` uses descriptor 0.
    pub(crate) fn make_private(&mut self) {
        self.private = true;
    }
}
