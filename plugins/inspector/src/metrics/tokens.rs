//! Tokens of code whose comments and strings are blanked.

/// A token: a word (letters, digits, `_`), or an operator of one or two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'c> {
    /// Its text.
    pub(super) text: &'c str,
    /// Its line, from 1.
    pub(super) line: u32,
}

impl Token<'_> {
    /// Is it a word?
    pub(super) fn is_word(&self) -> bool {
        self.text.bytes().next().is_some_and(is_word_byte)
    }
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// Operators of two characters that must not be read as two.
const PAIRS: [&str; 12] = ["&&", "||", "->", "::", "==", "!=", "<=", ">=", ";;", "++", "--", ":="];

/// The tokens of code.
pub(super) fn tokens(code: &str) -> Vec<Token<'_>> {
    let bytes = code.as_bytes();
    let (mut found, mut at, mut line) = (Vec::with_capacity(bytes.len() / 4), 0, 1u32);
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_whitespace() {
            line += u32::from(byte == b'\n');
            at += 1;
            continue;
        }
        let end = if is_word_byte(byte) {
            at + bytes[at..].iter().take_while(|byte| is_word_byte(**byte)).count()
        } else {
            let pair = bytes.get(at..at + 2).is_some_and(|two| PAIRS.iter().any(|pair| pair.as_bytes() == two));
            at + if pair { 2 } else { 1 }
        };
        // Words take all bytes of a character that is not ASCII, so both ends lie between characters.
        if let Some(text) = code.get(at..end) {
            found.push(Token { text, line });
        }
        at = end;
    }
    found
}
