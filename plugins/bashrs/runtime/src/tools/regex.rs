//! Regular expressions as grep and sed read them, by those of the C library; for text in ASCII.

use crate::sys::Compiled;

/// A regular expression that means the same to the C library; none where that is not certain.
pub(super) fn compile(pattern: &[u8], extended: bool, fold: bool) -> Option<Compiled> {
    if !pattern.is_ascii() || pattern.contains(&0) || pattern.contains(&b'\n') || !certain(pattern, extended) {
        return None;
    }
    Compiled::new(pattern, extended, fold)
}

fn certain(pattern: &[u8], extended: bool) -> bool {
    let mut at = 0;
    let mut start = true;
    while at < pattern.len() {
        let byte = pattern[at];
        let was_start = std::mem::take(&mut start);
        match byte {
            b'\\' => {
                let Some(next) = pattern.get(at + 1) else { return false };
                if next.is_ascii_alphanumeric() && !b"wWsSbB123456789".contains(next) {
                    return false;
                }
                start = !extended && matches!(next, b'(' | b'|');
                if !extended && *next == b'{' && was_start {
                    return false;
                }
                at += 1;
            }
            b'[' => {
                let Some(end) = bracket_end(pattern, at) else { return false };
                at = end;
            }
            b'(' | b'|' if extended => start = true,
            b'*' | b'+' | b'?' | b'{' if extended && was_start => return false,
            b'{' if extended => {
                let length = pattern[at..].iter().position(|byte| *byte == b'}').unwrap_or(0);
                let inner = &pattern[(at + 1).min(pattern.len())..at + length.max(1)];
                if length < 2 || !inner[0].is_ascii_digit() || !inner.iter().all(|b| b.is_ascii_digit() || *b == b',') {
                    return false;
                }
            }
            _ => {}
        }
        at += 1;
    }
    true
}

/// Where a bracket expression ends.
fn bracket_end(pattern: &[u8], at: usize) -> Option<usize> {
    let mut end = at + 1;
    end += usize::from(pattern.get(end) == Some(&b'^'));
    end += usize::from(pattern.get(end) == Some(&b']'));
    while let Some(byte) = pattern.get(end) {
        match byte {
            b']' => return Some(end),
            b'[' if matches!(pattern.get(end + 1), Some(b':')) => {
                end += pattern[end..].windows(2).position(|pair| pair == b":]")? + 2;
            }
            b'[' if matches!(pattern.get(end + 1), Some(b'.' | b'=')) => return None,
            _ => end += 1,
        }
    }
    None
}
