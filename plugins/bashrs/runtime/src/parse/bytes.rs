//! Scripts that are not UTF-8: each byte that is none becomes a character at the very end of the last private plane, so that the text
//! can be read like any other, and becomes the byte again where a value is made.

/// The character that stands for byte 0.
const FIRST: u32 = 0x10_FF00;

/// Bytes as text.
pub fn decode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        out.extend(chunk.invalid().iter().filter_map(|byte| char::from_u32(FIRST + u32::from(*byte))));
    }
    out
}

/// Whether a text has such characters.
pub fn is_odd(text: &str) -> bool {
    text.contains(|c| ('\u{10ff80}'..='\u{10ffff}').contains(&c))
}

/// The bytes that a text stands for.
#[allow(dead_code)] // only programs make values
pub fn restore(text: &str) -> Vec<u8> {
    if !text.as_bytes().contains(&0xF4) || !is_odd(text) {
        return text.as_bytes().to_vec();
    }
    let mut out = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for c in text.chars() {
        match c {
            '\u{10ff80}'..='\u{10ffff}' => out.push((u32::from(c) - FIRST) as u8),
            _ => out.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes()),
        }
    }
    out
}
