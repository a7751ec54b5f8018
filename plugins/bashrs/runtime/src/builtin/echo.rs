//! `echo`, and the escapes that it shares with `printf %b`.

use crate::{Run, Shell, Str};

/// Whose escapes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Escapes {
    /// `echo`: octal as `\0nnn`.
    Echo,
    /// `printf %b`: octal as `\0nnn` and `\nnn`.
    PrintfB,
}

impl Shell {
    /// The builtin `echo`.
    pub fn echo(&mut self, args: Vec<Str>) -> Run {
        let mut out = Str::new();
        let mut newline = true;
        let mut escapes = !self.bash() || self.options.xpg_echo;
        let mut first = 0;
        if self.bash() {
            while let Some(flags) = args.get(first).filter(|arg| is_echo_flags(arg)) {
                for flag in &flags[1..] {
                    match flag {
                        b'n' => newline = false,
                        b'e' => escapes = true,
                        _ => escapes = false,
                    }
                }
                first += 1;
            }
        } else if args.first().is_some_and(|arg| arg == b"-n") {
            newline = false;
            first = 1;
        }
        for (number, arg) in args[first..].iter().enumerate() {
            if number > 0 {
                out.push(b' ');
            }
            if !escapes || !arg.contains(&b'\\') {
                out.extend_from_slice(arg);
            } else if !unescape(arg, Escapes::Echo, self.bash(), &mut out) {
                newline = false;
                break;
            }
        }
        if newline {
            out.push(b'\n');
        }
        self.put(&out)
    }
}

fn is_echo_flags(arg: &[u8]) -> bool {
    arg.len() > 1 && arg[0] == b'-' && arg[1..].iter().all(|flag| matches!(flag, b'n' | b'e' | b'E'))
}

/// Append `text` with its escapes resolved; false after `\c`, which ends all output.
pub(crate) fn unescape(text: &[u8], kind: Escapes, bash: bool, out: &mut Str) -> bool {
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        at += 1;
        if byte != b'\\' || at == text.len() {
            out.push(byte);
            continue;
        }
        let letter = text[at];
        at += 1;
        match letter {
            b'c' => return false,
            b'a' => out.push(7),
            b'b' => out.push(8),
            b'e' => out.push(27),
            b'E' if bash => out.push(27),
            b'f' => out.push(12),
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'v' => out.push(11),
            b'\\' => out.push(b'\\'),
            b'0' => at = octal(text, at, 3, out),
            b'1'..=b'7' if kind == Escapes::PrintfB || !bash => at = octal(text, at - 1, 3, out),
            b'x' if bash => match hexadecimal(text, at, 2) {
                Some((value, after)) => {
                    out.push(value as u8);
                    at = after;
                }
                None => out.extend_from_slice(b"\\x"),
            },
            b'u' | b'U' if bash => match hexadecimal(text, at, if letter == b'u' { 4 } else { 8 }) {
                Some((value, after)) => {
                    push_char(value, out);
                    at = after;
                }
                None => out.extend([b'\\', letter]),
            },
            other => out.extend([b'\\', other]),
        }
    }
    true
}

/// Up to `most` octal digits at `at` as one byte; where they end.
pub(crate) fn octal(text: &[u8], at: usize, most: usize, out: &mut Str) -> usize {
    let end = (at..text.len().min(at + most))
        .find(|p| !(b'0'..=b'7').contains(&text[*p]))
        .unwrap_or(text.len().min(at + most));
    let value = text[at..end].iter().fold(0u32, |value, digit| value * 8 + u32::from(digit - b'0'));
    out.push(value as u8);
    end
}

/// Up to `most` hexadecimal digits at `at`; where they end.
pub(crate) fn hexadecimal(text: &[u8], at: usize, most: usize) -> Option<(u32, usize)> {
    let end =
        (at..text.len().min(at + most)).find(|p| !text[*p].is_ascii_hexdigit()).unwrap_or(text.len().min(at + most));
    let digits = std::str::from_utf8(&text[at..end]).ok()?;
    u32::from_str_radix(digits, 16).ok().map(|value| (value, end))
}

/// A character by its number: where the locale does not know it, how bash writes it then.
pub(crate) fn push_char(value: u32, out: &mut Str) {
    if value >= 0x80 && !crate::text::is_wide() {
        let text = if value < 0x1_0000 { format!("\\u{value:04X}") } else { format!("\\U{value:08X}") };
        out.extend_from_slice(text.as_bytes());
    } else if let Some(char) = char::from_u32(value) {
        let mut buffer = [0; 4];
        out.extend_from_slice(char.encode_utf8(&mut buffer).as_bytes());
    }
}

/// Escapes as within `$'…'`.
pub(crate) fn unescape_ansi(text: &[u8]) -> Str {
    let mut out = Str::new();
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        at += 1;
        let Some(letter) = text.get(at).copied().filter(|_| byte == b'\\') else {
            out.push(byte);
            continue;
        };
        at += 1;
        match letter {
            b'\'' | b'"' | b'?' => out.push(letter),
            b'0'..=b'7' => at = octal(text, at - 1, 3, &mut out),
            b'x' | b'u' | b'U' => {
                let most = if letter == b'x' {
                    2
                } else if letter == b'u' {
                    4
                } else {
                    8
                };
                match hexadecimal(text, at, most) {
                    Some((value, after)) => {
                        if letter == b'x' {
                            out.push(value as u8)
                        } else {
                            push_char(value, &mut out)
                        }
                        at = after;
                    }
                    None => out.extend([b'\\', letter]),
                }
            }
            _ => {
                unescape(&[b'\\', letter], Escapes::PrintfB, true, &mut out);
            }
        }
    }
    out
}
