//! Text as a shell would read it back.

use crate::Str;

/// Within single quotes, as bash prints values.
pub(crate) fn single(text: &[u8]) -> Str {
    if text == b"'" {
        return b"\\'".to_vec();
    }
    let mut out = vec![b'\''];
    for byte in text {
        if *byte == b'\'' {
            out.extend_from_slice(b"'\\''");
        } else {
            out.push(*byte);
        }
    }
    out.push(b'\'');
    out
}

/// The same as dash prints it: quotes stand in double quotes.
pub(crate) fn single_dash(text: &[u8]) -> Str {
    let mut out = Str::new();
    let mut rest = text;
    loop {
        let plain = rest.iter().position(|byte| *byte == b'\'').unwrap_or(rest.len());
        if plain > 0 || rest.is_empty() && out.is_empty() {
            out.push(b'\'');
            out.extend_from_slice(&rest[..plain]);
            out.push(b'\'');
        }
        let quotes = rest[plain..].iter().take_while(|byte| **byte == b'\'').count();
        if quotes == 0 {
            return out;
        }
        out.push(b'"');
        out.extend_from_slice(&rest[plain..plain + quotes]);
        out.push(b'"');
        rest = &rest[plain + quotes..];
        if rest.is_empty() {
            return out;
        }
    }
}

/// Within single quotes, as the shell at hand prints values.
pub(crate) fn quoted_for(bash: bool, text: &[u8]) -> Str {
    if bash { single(text) } else { single_dash(text) }
}

/// `printf %q` of bash.
pub(crate) fn backslashed(text: &[u8]) -> Str {
    if text.is_empty() {
        return b"''".to_vec();
    }
    if text.iter().any(|byte| byte.is_ascii_control()) {
        return ansi(text);
    }
    let mut out = Str::new();
    for (at, byte) in text.iter().enumerate() {
        let special = !(byte.is_ascii_alphanumeric() || *byte >= 0x80 || b"%+-./:=@_".contains(byte));
        if special && !(matches!(byte, b'#' | b'~') && at > 0) {
            out.push(b'\\');
        }
        out.push(*byte);
    }
    out
}

/// `${x@Q}`: in single quotes, or with escapes when there are control characters.
pub(crate) fn reusable(text: &[u8]) -> Str {
    if text.iter().any(|byte| byte.is_ascii_control()) { ansi(text) } else { single(text) }
}

fn ansi(text: &[u8]) -> Str {
    let mut out = b"$'".to_vec();
    for byte in text {
        match byte {
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\r' => out.extend_from_slice(b"\\r"),
            7 => out.extend_from_slice(b"\\a"),
            8 => out.extend_from_slice(b"\\b"),
            11 => out.extend_from_slice(b"\\v"),
            12 => out.extend_from_slice(b"\\f"),
            27 => out.extend_from_slice(b"\\E"),
            b'\'' | b'\\' => out.extend([b'\\', *byte]),
            other if other.is_ascii_control() => out.extend_from_slice(format!("\\{other:03o}").as_bytes()),
            other => out.push(*other),
        }
    }
    out.push(b'\'');
    out
}

/// Within double quotes, as `declare -p` prints values; with escapes when there are control characters.
pub(crate) fn double(text: &[u8]) -> Str {
    if text.iter().any(|byte| byte.is_ascii_control()) {
        return ansi(text);
    }
    let mut out = vec![b'"'];
    for byte in text {
        if matches!(byte, b'"' | b'\\' | b'$' | b'`') {
            out.push(b'\\');
        }
        out.push(*byte);
    }
    out.push(b'"');
    out
}

/// A key of an associative array.
pub(crate) fn key(text: &[u8]) -> Str {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-./:,+@%=".contains(byte);
    if !text.is_empty() && text.iter().all(plain) { text.to_vec() } else { double(text) }
}
