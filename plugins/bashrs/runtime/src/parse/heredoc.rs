//! Here-documents: bodies stand after the next newline, so they are collected there and reached by number.

use super::{Parse, Parser};
use crate::ast::{Part, Word};

/// A here-document whose body was not read yet.
pub(super) struct Pending {
    number: usize,
    delimiter: String,
    quoted: bool,
    strip_tabs: bool,
}

impl Parser<'_> {
    /// Register a here-document; its body follows the current line.
    pub(super) fn announce_heredoc(&mut self, delimiter: &Word, strip_tabs: bool, start: usize) -> Parse<usize> {
        let Some(text) = self.delimiter_text(delimiter, start) else {
            return Err(self.error("the delimiter of a here-document must be constant"));
        };
        let raw = self.text(start.min(self.at), self.at);
        let quoted = delimiter.parts.iter().any(|part| matches!(part, Part::Quoted(_)))
            || delimiter.constant().is_none() && raw.contains(['\'', '"', '\\']);
        let number = self.heredocs.len();
        self.heredocs.push(Word::default());
        self.pending.push(Pending { number, delimiter: text, quoted, strip_tabs });
        Ok(number)
    }

    fn delimiter_text(&self, delimiter: &Word, start: usize) -> Option<String> {
        // Nothing in a delimiter expands: it is its own text.
        delimiter.constant().or_else(|| {
            let text = self.text(start.min(self.at), self.at);
            let quotes = ['\'', '"', '\\'];
            Some(text.replace(quotes, ""))
        })
    }

    /// Read the bodies that start here.
    pub(super) fn pending_heredocs(&mut self) -> Parse<()> {
        for pending in std::mem::take(&mut self.pending) {
            let start = self.at;
            let body = self.heredoc_body(&pending);
            let word = if pending.quoted {
                Word { parts: vec![Part::Quoted(body)], range: self.range_from(start) }
            } else {
                self.expandable_body(&body, start)?
            };
            self.heredocs[pending.number] = word;
        }
        Ok(())
    }

    /// The lines up to the delimiter, or to the end of the text.
    fn heredoc_body(&mut self, pending: &Pending) -> String {
        let mut body = Vec::new();
        while self.at < self.source.len() {
            let mut start = self.at;
            let end = self.source[start..].iter().position(|b| *b == b'\n').map_or(self.source.len(), |n| start + n);
            self.at = (end + 1).min(self.source.len());
            if pending.strip_tabs {
                while start < end && self.source[start] == b'\t' {
                    start += 1;
                }
            }
            let mut line = self.source[start..end].to_vec();
            let mut lines = 1;
            // A line that goes on is one line; bash looks for the delimiter in the whole of it, sh does not.
            while !pending.quoted && goes_on(&line) && self.at < self.source.len() {
                let start = self.at;
                let end =
                    self.source[start..].iter().position(|b| *b == b'\n').map_or(self.source.len(), |n| start + n);
                line.pop();
                line.extend_from_slice(&self.source[start..end]);
                self.at = (end + 1).min(self.source.len());
                lines += 1;
            }
            if (lines == 1 || self.bash()) && line == pending.delimiter.as_bytes() {
                break;
            }
            body.extend_from_slice(&line);
            body.push(b'\n');
        }
        String::from_utf8_lossy(&body).into_owned()
    }

    /// A body whose delimiter was not quoted: expansions as in double quotes, but `"` is itself.
    fn expandable_body(&mut self, body: &str, start: usize) -> Parse<Word> {
        let range = self.range_from(start);
        let mut inner = Parser::new(body.as_bytes(), self.dialect);
        inner.fixed = Some(range);
        inner.depth = self.depth;
        inner.document = true;
        inner.heredocs = std::mem::take(&mut self.heredocs);
        inner.aliases.clone_from(&self.aliases);
        let parts = inner.nested(|p| p.double_quoted_until(None));
        self.heredocs = inner.heredocs;
        Ok(Word { parts: parts?, range })
    }
}

/// Whether a line ends in a backslash that is not itself escaped.
fn goes_on(line: &[u8]) -> bool {
    line.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}
