//! What is special in shell: words, nested quotes, here-documents.

use super::scan::Class;
use std::collections::VecDeque;

/// Here-documents whose operator was seen and whose body starts on the next line.
#[derive(Default)]
pub(super) struct Pending {
    delimiters: VecDeque<(Vec<u8>, bool)>,
}

/// How far back an arithmetic expression is looked for.
const LOOK_BACK: usize = 200;

/// What starts at `at`, when it is more than a byte of code or a plain quote.
pub(super) fn special(bytes: &[u8], at: usize, pending: &mut Pending) -> Option<(Class, usize)> {
    let next = bytes.get(at + 1).copied().unwrap_or(0);
    match bytes[at] {
        b'\\' => Some((Class::Code, at + 2)),
        b'"' => Some((Class::Text, double_end(bytes, at + 1))),
        b'$' if next == b'\'' => Some((Class::Text, escaped_end(bytes, at + 2))),
        b'$' if next == b'{' => Some((Class::Code, at + 3)),
        b'<' if next == b'<' => Some((Class::Code, heredoc(bytes, at, pending))),
        b'\n' if !pending.delimiters.is_empty() => Some((Class::Text, bodies_end(bytes, at + 1, pending))),
        _ => None,
    }
}

/// The end of a string whose opening `"` lies before `at`, with command substitutions inside.
fn double_end(bytes: &[u8], mut at: usize) -> usize {
    // The brackets and quotes that are open, innermost last.
    let mut open = vec![b'"'];
    while let Some(byte) = bytes.get(at) {
        let quoted = open.last() == Some(&b'"');
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'"' if quoted => drop(open.pop()),
            b'"' => open.push(b'"'),
            b'$' if quoted && bytes.get(at) == Some(&b'(') => {
                open.push(b'(');
                at += 1;
            }
            b'(' if !quoted => open.push(b'('),
            b')' if !quoted => drop(open.pop()),
            b'\'' if !quoted => at = bytes[at..].iter().position(|b| *b == b'\'').map_or(bytes.len(), |n| at + n + 1),
            _ => {}
        }
        if open.is_empty() {
            return at;
        }
    }
    bytes.len()
}

fn escaped_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'\'' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Remember the delimiter of a here-document and give the end of its operator.
fn heredoc(bytes: &[u8], at: usize, pending: &mut Pending) -> usize {
    let mut end = at + 2;
    if bytes.get(end) == Some(&b'<') {
        return end + 1;
    }
    let back = &bytes[at.saturating_sub(LOOK_BACK)..at];
    let line = back.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    let last = |token: &[u8]| line.windows(2).rposition(|window| window == token);
    if last(b"((").is_some_and(|open| last(b"))").is_none_or(|close| close < open)) {
        return end;
    }
    let tabs = bytes.get(end) == Some(&b'-');
    end += usize::from(tabs);
    end += bytes[end.min(bytes.len())..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let (delimiter, length) = word(&bytes[end.min(bytes.len())..]);
    if !delimiter.is_empty() {
        pending.delimiters.push_back((delimiter, tabs));
    }
    end + length
}

/// The delimiter without its quotes, and how many bytes it takes; empty when it is no word.
fn word(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut word = Vec::new();
    let mut at = 0;
    let mut quote = None;
    while let Some(byte) = bytes.get(at).copied() {
        match (byte, quote) {
            (b'\n', _) => break,
            (byte, Some(open)) if byte == open => quote = None,
            (byte, Some(_)) => word.push(byte),
            (b'\'' | b'"', None) => quote = Some(byte),
            (b'\\', None) => {}
            (byte, None) if byte.is_ascii_alphanumeric() || b"_-.!%@".contains(&byte) || byte >= 0x80 => {
                word.push(byte)
            }
            _ => break,
        }
        at += 1;
    }
    if word.first().is_some_and(u8::is_ascii_digit) { (Vec::new(), 0) } else { (word, at) }
}

/// The end of the bodies of all pending here-documents, the first of which starts at `at`.
fn bodies_end(bytes: &[u8], mut at: usize, pending: &mut Pending) -> usize {
    while let Some((delimiter, tabs)) = pending.delimiters.pop_front() {
        loop {
            if at >= bytes.len() {
                return bytes.len();
            }
            let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length);
            let line = &bytes[at..end];
            let indent = if tabs { line.iter().take_while(|byte| **byte == b'\t').count() } else { 0 };
            at = end + 1;
            if line[indent..] == delimiter {
                // The line end stays outside: it may be where the next body starts.
                at = if pending.delimiters.is_empty() { end } else { at };
                break;
            }
        }
    }
    at.min(bytes.len())
}
