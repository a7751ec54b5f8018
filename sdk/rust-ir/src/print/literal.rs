//! Literals as Rust text.

use crate::Literal;

pub(super) fn text(literal: &Literal) -> String {
    match literal {
        Literal::Int(value, suffix) => format!("{value}{}", suffix.unwrap_or("")),
        Literal::IntText(text) => text.clone(),
        Literal::Float(value, suffix) => float(*value, *suffix),
        Literal::Str(text) => string(text),
        Literal::ByteStr(bytes) => format!("b\"{}\"", escaped(bytes)),
        Literal::CStr(bytes) => {
            let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
            format!("c\"{}\"", escaped(&bytes))
        }
        Literal::Char(c) => format!("'{}'", if *c == '"' { "\"".into() } else { escaped_char(*c) }),
        Literal::Byte(byte) => match byte {
            b'\'' => "b'\\''".into(),
            b'"' => "b'\"'".into(),
            byte => format!("b'{}'", escaped(&[*byte])),
        },
        Literal::Bool(value) => value.to_string(),
    }
}

/// A string literal without raw line breaks or control characters.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        if c == '\'' { out.push(c) } else { out.push_str(&escaped_char(c)) }
    }
    out.push('"');
    out
}

fn escaped_char(c: char) -> String {
    match c {
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        '\0' => "\\0".into(),
        '"' | '\'' | '\\' => format!("\\{c}"),
        c if is_plain(c) => c.into(),
        c => format!("\\u{{{:x}}}", c as u32),
    }
}

/// Printed as it is: everything visible. Bidirectional controls and other format characters are escaped, as rustc asks.
pub(super) fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn escaped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| if *byte == b'\'' { "'".into() } else { byte.escape_ascii().to_string() }).collect()
}

fn float(value: f64, suffix: Option<&str>) -> String {
    let name = suffix.unwrap_or("f64");
    if value.is_nan() {
        return format!("{name}::NAN");
    }
    if value.is_infinite() {
        return format!("{name}::{}", if value > 0.0 { "INFINITY" } else { "NEG_INFINITY" });
    }
    // `{:?}` is the shortest text that reads back the same, and always has a `.` or an exponent.
    let digits = if suffix == Some("f32") { format!("{:?}", value as f32) } else { format!("{value:?}") };
    match suffix {
        Some(suffix) if !digits.contains("inf") => format!("{digits}{suffix}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_print_as_rust() {
        let all = [
            Literal::Int(-3, Some("i64")),
            Literal::Float(1e22, None),
            Literal::Float(0.5, Some("f32")),
            Literal::Float(f64::INFINITY, None),
            Literal::Str("a'\"\n\u{202e}é".into()),
            Literal::ByteStr(b"a'\"\x00\xff".to_vec()),
            Literal::Char('\''),
            Literal::Byte(b'\\'),
        ];
        let texts: Vec<_> = all.iter().map(text).collect();
        let expected = [
            "-3i64",
            "1e22",
            "0.5f32",
            "f64::INFINITY",
            r#""a'\"\n\u{202e}é""#,
            r#"b"a'\"\x00\xff""#,
            r"'\''",
            r"b'\\'",
        ];
        assert_eq!(texts, expected);
    }
}
