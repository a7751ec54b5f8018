//! `tr`.

use super::{Tool, letters};
use crate::Str;

/// The bytes of a set; none for forms that are not certain.
fn set(text: &[u8], second: bool) -> Option<Vec<u8>> {
    let mut out = vec![];
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with(b"[:") {
            let length = text[at..].windows(2).position(|pair| pair == b":]")?;
            out.extend(class(&text[at + 2..at + length], second)?);
            at += length + 2;
            continue;
        }
        if text[at..].starts_with(b"[=") || text[at] == b'[' && text.get(at + 2) == Some(&b'*') {
            return None;
        }
        let (from, next) = byte_at(text, at)?;
        if text.get(next) == Some(&b'-') && next + 1 < text.len() {
            let (to, after) = byte_at(text, next + 1)?;
            if from > to {
                return None;
            }
            out.extend(from..=to);
            at = after;
        } else {
            out.push(from);
            at = next;
        }
    }
    Some(out)
}

/// A byte, perhaps escaped, and where it ends.
fn byte_at(text: &[u8], at: usize) -> Option<(u8, usize)> {
    if text[at] != b'\\' {
        return Some((text[at], at + 1));
    }
    let byte = match *text.get(at + 1)? {
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'v' => 11,
        b'\\' => b'\\',
        b'0'..=b'7' => {
            let digits = text[at + 1..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
            let value =
                text[at + 1..at + 1 + digits].iter().fold(0u32, |value, digit| value * 8 + u32::from(digit - b'0'));
            return Some((u8::try_from(value).ok()?, at + 1 + digits));
        }
        other if !other.is_ascii_alphanumeric() => other,
        _ => return None,
    };
    Some((byte, at + 2))
}

fn class(name: &[u8], second: bool) -> Option<Vec<u8>> {
    let all = 0..=255u8;
    let found: Vec<u8> = match name {
        b"lower" => all.filter(u8::is_ascii_lowercase).collect(),
        b"upper" => all.filter(u8::is_ascii_uppercase).collect(),
        _ if second => return None,
        b"alpha" => all.filter(u8::is_ascii_alphabetic).collect(),
        b"digit" => all.filter(u8::is_ascii_digit).collect(),
        b"alnum" => all.filter(u8::is_ascii_alphanumeric).collect(),
        b"space" => all.filter(|byte| matches!(byte, 9..=13 | 32)).collect(),
        b"blank" => vec![9, 32],
        b"punct" => all.filter(u8::is_ascii_punctuation).collect(),
        b"cntrl" => all.filter(u8::is_ascii_control).collect(),
        b"print" => (32..127).collect(),
        b"graph" => (33..127).collect(),
        b"xdigit" => all.filter(u8::is_ascii_hexdigit).collect(),
        _ => return None,
    };
    Some(found)
}

pub(super) fn tr(args: &[Str]) -> Option<Tool> {
    let (options, operands) = letters(args, b"cCds")?;
    let complement = options.contains(&b'c') || options.contains(&b'C');
    let (delete, squeeze) = (options.contains(&b'd'), options.contains(&b's'));
    let one = set(operands.first()?, false)?;
    let two = match operands.get(1) {
        Some(text) => Some(set(text, true)?),
        None => None,
    };
    let fits = match (delete, squeeze) {
        (true, true) => operands.len() == 2,
        (true, false) => operands.len() == 1,
        (false, true) => operands.len() <= 2,
        (false, false) => operands.len() == 2,
    };
    if !fits
        || two.as_ref().is_some_and(Vec::is_empty)
        || has_class(operands.first()?) && !delete && two.is_some() && !pairs(&operands)
    {
        return None;
    }
    let one: Vec<u8> = if complement { (0..=255).filter(|byte| !one.contains(byte)).collect() } else { one };
    let mut map: Vec<u8> = (0..=255).collect();
    if let (Some(two), false) = (&two, delete) {
        let last = *two.last()?;
        for (at, byte) in one.iter().enumerate() {
            map[usize::from(*byte)] = two.get(at).copied().unwrap_or(last);
        }
    }
    let squeezed = if squeeze { two.unwrap_or_else(|| one.clone()) } else { vec![] };
    let work = move |input: &[u8]| {
        let mut out = Str::with_capacity(input.len());
        for byte in input {
            if delete && one.contains(byte) {
                continue;
            }
            let new = map[usize::from(*byte)];
            if squeezed.contains(&new) && out.last() == Some(&new) {
                continue;
            }
            out.push(new);
        }
        Some((out, 0))
    };
    Some(Tool { files: vec![], work: Box::new(work) })
}

fn has_class(text: &[u8]) -> bool {
    text.windows(2).any(|pair| pair == b"[:")
}

/// Whether classes stand only where one of letters meets the other, or nothing but single bytes is written.
fn pairs(operands: &[Str]) -> bool {
    let both = |a: &[u8], b: &[u8]| operands[0] == a && operands[1] == b;
    both(b"[:upper:]", b"[:lower:]")
        || both(b"[:lower:]", b"[:upper:]")
        || !has_class(&operands[1]) && operands[1].len() == 1
        || operands[1] == b"\\n"
}
