//! Cuts a source file into code, comments and strings, in one pass over its bytes.

use super::shell;
use super::syntax::{Dialect, Quote, Syntax};
use std::ops::Range;

/// What a byte of a source file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Code, and white space between things.
    Code,
    /// A comment with its delimiters.
    Comment,
    /// A string with its delimiters; here-documents are strings.
    Text,
}

/// Give every byte of `bytes` to `sink`, in order, in pieces of one class.
pub(crate) fn scan(bytes: &[u8], syntax: &Syntax, mut sink: impl FnMut(Class, Range<usize>)) {
    let mut scanner = Scanner { bytes, syntax, heredocs: shell::Pending::default() };
    let starts = first_bytes(syntax);
    let (mut at, mut code) = (0, 0);
    while at < bytes.len() {
        let found = if starts[usize::from(bytes[at])] { scanner.special(at) } else { None };
        match found {
            Some((class, end)) => {
                let end = end.clamp(at + 1, bytes.len());
                if class != Class::Code {
                    if code < at {
                        sink(Class::Code, code..at);
                    }
                    sink(class, at..end);
                    code = end;
                }
                at = end;
            }
            None => at += 1,
        }
    }
    if code < bytes.len() {
        sink(Class::Code, code..bytes.len());
    }
}

/// The code with comments and the insides of strings blanked: same length, same lines.
pub(crate) fn code_only(bytes: &[u8], syntax: &Syntax) -> Vec<u8> {
    let mut code = bytes.to_vec();
    scan(bytes, syntax, |class, range| {
        if class != Class::Code {
            code[range].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
    });
    code
}

/// The bytes with which something other than code can start: all others are passed over quickly.
fn first_bytes(syntax: &Syntax) -> [bool; 256] {
    let special: &[u8] = match syntax.dialect {
        Dialect::Shell => b"\\\"$<\n",
        Dialect::Rust => b"r'",
        Dialect::C => b"R'",
        Dialect::Script => b"/",
        Dialect::Pod => b"=",
        Dialect::Plain | Dialect::Spaced | Dialect::Make => b"",
    };
    let strings = syntax.strings.iter().map(|quote| quote.open);
    let tokens = syntax.line.iter().copied().chain(syntax.block.iter().map(|(open, _)| *open)).chain(strings);
    let firsts = tokens.filter_map(|token| token.bytes().next());
    let mut starts = [false; 256];
    firsts.chain(special.iter().copied()).for_each(|byte| starts[usize::from(byte)] = true);
    starts
}

struct Scanner<'b> {
    bytes: &'b [u8],
    syntax: &'b Syntax,
    heredocs: shell::Pending,
}

impl Scanner<'_> {
    /// What starts at `at`, when it is more than a byte of code, and where it ends.
    fn special(&mut self, at: usize) -> Option<(Class, usize)> {
        if let Some(found) = self.dialect(at) {
            return Some(found);
        }
        for (open, close) in self.syntax.block {
            if self.starts(at, open) {
                return Some((Class::Comment, self.block_end(at, open, close)));
            }
        }
        if self.syntax.line.iter().any(|open| self.starts(at, open)) && self.may_start_comment(at) {
            return Some((Class::Comment, self.line_comment_end(at)));
        }
        let quote = self.syntax.strings.iter().find(|quote| self.starts(at, quote.open))?;
        Some((Class::Text, self.string_end(at + quote.open.len(), quote)))
    }

    fn dialect(&mut self, at: usize) -> Option<(Class, usize)> {
        match self.syntax.dialect {
            Dialect::Shell => shell::special(self.bytes, at, &mut self.heredocs),
            Dialect::Rust => self.rust(at),
            Dialect::C => self.c(at),
            Dialect::Script => self.regex(at),
            Dialect::Pod => self.pod(at),
            Dialect::Plain | Dialect::Spaced | Dialect::Make => None,
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(b'\n', |at| self.byte(at))
    }

    fn starts(&self, at: usize, token: &str) -> bool {
        self.bytes[at..].starts_with(token.as_bytes())
    }

    fn may_start_comment(&self, at: usize) -> bool {
        let before = self.before(at);
        match self.syntax.dialect {
            Dialect::Shell => before.is_ascii_whitespace() || b";|&()`".contains(&before),
            Dialect::Spaced => before.is_ascii_whitespace(),
            Dialect::Make => before != b'\\',
            Dialect::Pod => before != b'$',
            _ => true,
        }
    }

    fn line_end(&self, at: usize) -> usize {
        self.bytes[at..].iter().position(|byte| *byte == b'\n').map_or(self.bytes.len(), |length| at + length)
    }

    fn line_comment_end(&self, at: usize) -> usize {
        let mut end = self.line_end(at);
        // In C and in make a backslash at its end carries a comment on.
        let carries = matches!(self.syntax.dialect, Dialect::C | Dialect::Make);
        while carries && end < self.bytes.len() && self.before(end) == b'\\' {
            end = self.line_end(end + 1);
        }
        end
    }

    fn block_end(&self, at: usize, open: &str, close: &str) -> usize {
        let (mut at, mut depth) = (at + open.len(), 1);
        while at < self.bytes.len() {
            if self.starts(at, close) {
                at += close.len();
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            } else if self.syntax.nested && self.starts(at, open) {
                at += open.len();
                depth += 1;
            } else {
                at += 1;
            }
        }
        at
    }

    fn string_end(&self, mut at: usize, quote: &Quote) -> usize {
        while at < self.bytes.len() {
            match self.byte(at) {
                b'\\' if quote.escape => at += 2,
                b'\n' if !quote.lines => return at,
                _ if self.starts(at, quote.close) => return at + quote.close.len(),
                _ => at += 1,
            }
        }
        at
    }

    /// Raw strings, and `'` that begins a lifetime.
    fn rust(&self, at: usize) -> Option<(Class, usize)> {
        let name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        match self.byte(at) {
            b'r' if !name(self.before(at)) || self.before(at) == b'b' => {
                let hashes = self.bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
                let open = at + 1 + hashes;
                (self.byte(open) == b'"').then(|| (Class::Text, self.raw_end(open + 1, b"\"", &b"#".repeat(hashes))))
            }
            b'\'' if self.byte(at + 1) == b'\\' => None,
            b'\'' => {
                // One character, of up to four bytes, and a quote; otherwise a lifetime.
                let close = (2..=5).find(|length| self.byte(at + length) == b'\'')?;
                let one =
                    std::str::from_utf8(self.bytes.get(at + 1..at + close)?).is_ok_and(|s| s.chars().count() == 1);
                Some((if one { Class::Text } else { Class::Code }, if one { at + close + 1 } else { at + 1 }))
            }
            _ => None,
        }
        .or_else(|| (self.byte(at) == b'\'' && self.byte(at + 1) != b'\\').then_some((Class::Code, at + 1)))
    }

    fn raw_end(&self, from: usize, close: &[u8], rest: &[u8]) -> usize {
        let close = [close, rest].concat();
        let found = self.bytes[from.min(self.bytes.len())..].windows(close.len()).position(|window| window == close);
        found.map_or(self.bytes.len(), |length| from + length + close.len())
    }

    /// Raw strings, and `'` between the digits of a number.
    fn c(&self, at: usize) -> Option<(Class, usize)> {
        match self.byte(at) {
            b'R' if self.byte(at + 1) == b'"' => {
                let open = (0..=16).find(|length| self.byte(at + 2 + length) == b'(')?;
                let delimiter = [&self.bytes[at + 2..at + 2 + open], b"\""].concat();
                Some((Class::Text, self.raw_end(at + 3 + open, b")", &delimiter)))
            }
            b'\'' if self.before(at).is_ascii_hexdigit() && self.byte(at + 1).is_ascii_hexdigit() => {
                Some((Class::Code, at + 1))
            }
            _ => None,
        }
    }

    /// A regular expression where an operand is expected.
    fn regex(&self, at: usize) -> Option<(Class, usize)> {
        const LOOK_BACK: usize = 64;
        const LONGEST: usize = 200;
        if self.byte(at) != b'/' || matches!(self.byte(at + 1), b'/' | b'*') {
            return None;
        }
        let before = &self.bytes[at.saturating_sub(LOOK_BACK)..at];
        let last = before.iter().rev().find(|byte| !matches!(byte, b' ' | b'\t')).copied().unwrap_or(b'\n');
        if !b"(,=:[!&|?{};\n+".contains(&last) {
            return None;
        }
        let (mut end, mut class) = (at + 1, false);
        while end < at + LONGEST {
            match self.byte(end) {
                b'\\' => end += 1,
                b'[' => class = true,
                b']' => class = false,
                b'/' if !class => return Some((Class::Text, end + 1)),
                b'\n' | 0 => return None,
                _ => {}
            }
            end += 1;
        }
        None
    }

    /// `=begin` … `=end` and `=pod` … `=cut` at the starts of lines.
    fn pod(&self, at: usize) -> Option<(Class, usize)> {
        if self.byte(at) != b'=' || self.before(at) != b'\n' || !self.byte(at + 1).is_ascii_alphabetic() {
            return None;
        }
        let mut line = at;
        while line < self.bytes.len() {
            let end = self.line_end(line);
            if self.starts(line, "=cut") || self.starts(line, "=end") {
                return Some((Class::Comment, end));
            }
            line = end + 1;
        }
        Some((Class::Comment, self.bytes.len()))
    }
}
