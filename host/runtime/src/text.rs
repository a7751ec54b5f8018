//! Text from guests, made safe for terminals, logs and reports.

/// `text` without characters that control a terminal or reorder what a reader sees, at most `limit` bytes long.
///
/// Line breaks and tabs become spaces, other control characters and direction overrides become U+FFFD. Text that was cut ends
/// with `…`.
pub fn clean(text: &str, limit: usize) -> String {
    clean_with(text, limit, false)
}

/// As [`clean`], but line breaks and tabs stay.
pub fn clean_lines(text: &str, limit: usize) -> String {
    clean_with(text, limit, true)
}

fn clean_with(text: &str, limit: usize, keep_lines: bool) -> String {
    let mut out = String::with_capacity(text.len().min(limit));
    for c in text.chars() {
        let c = match c {
            '\n' | '\t' if keep_lines => c,
            '\n' | '\t' | '\r' => ' ',
            c if is_unsafe(c) => '\u{fffd}',
            c => c,
        };
        if out.len() + c.len_utf8() > limit {
            while out.len() + '…'.len_utf8() > limit && out.pop().is_some() {}
            out.push('…');
            break;
        }
        out.push(c);
    }
    out
}

/// Whether `c` controls a terminal, reorders text, or is a separator that some readers take for a line break.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_overrides_do_not_survive() {
        assert_eq!(clean("a\x1b[31mb\u{202e}c\u{9b}d\ne", 100), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d e");
    }

    #[test]
    fn long_text_is_cut_at_a_character() {
        assert_eq!(clean("ééééé", 7), "éé…");
        assert_eq!(clean("abc", 3), "abc");
        assert!(clean("日本語日本語", 8).len() <= 8);
    }
}
