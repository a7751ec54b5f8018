//! The encoding `unicode_escape`: text as the escapes of a literal in Latin-1.

use crate::codec::undecodable;
use crate::value::R;

/// Text with escapes for all that is not printable ASCII.
pub(crate) fn encode(text: &str) -> Vec<u8> {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            ' '..='~' => out.push(c),
            _ => out.push_str(&crate::codec::shown(c)),
        }
    }
    out.into_bytes()
}

/// The text that escapes stand for.
///
/// # Errors
/// `UnicodeDecodeError` for escapes that end too early or name no character.
pub(crate) fn decode(data: &[u8], errors: &str) -> R<String> {
    let mut out = String::new();
    let mut at = 0;
    while let Some(&byte) = data.get(at) {
        if byte != b'\\' {
            out.push(char::from(byte));
            at += 1;
            continue;
        }
        let Some(&kind) = data.get(at + 1) else {
            undecodable(&mut out, &data[at..], at, errors, "unicodeescape", "\\ at end of string")?;
            break;
        };
        let plain = match kind {
            b'\n' => Some(""),
            b'\\' => Some("\\"),
            b'\'' => Some("'"),
            b'"' => Some("\""),
            b'a' => Some("\x07"),
            b'b' => Some("\x08"),
            b'f' => Some("\x0c"),
            b'n' => Some("\n"),
            b'r' => Some("\r"),
            b't' => Some("\t"),
            b'v' => Some("\x0b"),
            _ => None,
        };
        at = match (plain, kind) {
            (Some(text), _) => {
                out.push_str(text);
                at + 2
            }
            (None, b'0'..=b'7') => octal(data, at, &mut out),
            (None, b'x') => hexadecimal(data, at, 2, "truncated \\xXX escape", errors, &mut out)?,
            (None, b'u') => hexadecimal(data, at, 4, "truncated \\uXXXX escape", errors, &mut out)?,
            (None, b'U') => hexadecimal(data, at, 8, "truncated \\UXXXXXXXX escape", errors, &mut out)?,
            (None, b'N') => return crate::run::hole("batuta: PY0211 names of characters are not known"),
            // Others stand for themselves.
            (None, _) => {
                out.push('\\');
                at + 1
            }
        };
    }
    Ok(out)
}

/// Up to three octal digits behind the backslash at `at`; gives where the escape ends.
fn octal(data: &[u8], at: usize, out: &mut String) -> usize {
    let digits = data[at + 1..].iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
    let code = data[at + 1..=at + digits].iter().fold(0, |n, b| n * 8 + u32::from(b - b'0'));
    out.extend(char::from_u32(code));
    at + 1 + digits
}

/// As many hexadecimal digits as `wanted` behind the escape at `at`; gives where the escape ends.
fn hexadecimal(data: &[u8], at: usize, wanted: usize, short: &str, errors: &str, out: &mut String) -> R<usize> {
    let digits = data[at + 2..].iter().take(wanted).take_while(|b| b.is_ascii_hexdigit()).count();
    let end = at + 2 + digits;
    if digits < wanted {
        undecodable(out, &data[at..end], at, errors, "unicodeescape", short)?;
        return Ok(end);
    }
    let text = String::from_utf8_lossy(&data[at + 2..end]);
    match u32::from_str_radix(&text, 16).unwrap_or(u32::MAX) {
        0xd800..=0xdfff => crate::run::hole("batuta: PY0208 text with surrogates is not converted"),
        code => {
            match char::from_u32(code) {
                Some(c) => out.push(c),
                None => {
                    undecodable(out, &data[at..end], at, errors, "unicodeescape", "illegal Unicode character")?;
                }
            }
            Ok(end)
        }
    }
}
