//! Bracket expressions of patterns: `[a-z]`, `[!x]`, `[[:alpha:]]`, and of bash `[[.x.]]` and `[[=x=]]`.

/// Names of characters that are no single character themselves.
const SYMBOLS: &[(&str, u8)] = &[
    ("NUL", 0),
    ("alert", 7),
    ("backspace", 8),
    ("tab", b'\t'),
    ("newline", b'\n'),
    ("vertical-tab", 11),
    ("form-feed", 12),
    ("carriage-return", b'\r'),
    ("space", b' '),
    ("exclamation-mark", b'!'),
    ("quotation-mark", b'"'),
    ("number-sign", b'#'),
    ("dollar-sign", b'$'),
    ("percent-sign", b'%'),
    ("ampersand", b'&'),
    ("apostrophe", b'\''),
    ("left-parenthesis", b'('),
    ("right-parenthesis", b')'),
    ("asterisk", b'*'),
    ("plus-sign", b'+'),
    ("comma", b','),
    ("hyphen", b'-'),
    ("hyphen-minus", b'-'),
    ("minus", b'-'),
    ("dash", b'-'),
    ("period", b'.'),
    ("full-stop", b'.'),
    ("slash", b'/'),
    ("solidus", b'/'),
    ("zero", b'0'),
    ("one", b'1'),
    ("two", b'2'),
    ("three", b'3'),
    ("four", b'4'),
    ("five", b'5'),
    ("six", b'6'),
    ("seven", b'7'),
    ("eight", b'8'),
    ("nine", b'9'),
    ("colon", b':'),
    ("semicolon", b';'),
    ("less-than-sign", b'<'),
    ("equals-sign", b'='),
    ("greater-than-sign", b'>'),
    ("question-mark", b'?'),
    ("commercial-at", b'@'),
    ("left-square-bracket", b'['),
    ("backslash", b'\\'),
    ("reverse-solidus", b'\\'),
    ("right-square-bracket", b']'),
    ("circumflex", b'^'),
    ("circumflex-accent", b'^'),
    ("underscore", b'_'),
    ("grave-accent", b'`'),
    ("left-brace", b'{'),
    ("left-curly-bracket", b'{'),
    ("vertical-line", b'|'),
    ("right-brace", b'}'),
    ("right-curly-bracket", b'}'),
    ("tilde", b'~'),
    ("DEL", 127),
];

use crate::text::{code, width};

/// An end of a range: a character, or a symbol that names none.
type End = Option<u32>;

/// A bracket expression at `p`: whether it matches and where it ends; none when it is not closed.
pub(crate) fn bracket(character: &[u8], pattern: &[u8], p: usize) -> Option<(bool, usize)> {
    let wanted = code(character);
    let mut at = p + 1;
    let negated = match pattern.get(at) {
        Some(b'!') => true,
        // To dash it is a character like any other.
        Some(b'^') => crate::text::is_bash(),
        _ => false,
    };
    at += usize::from(negated);
    let first = at;
    let mut found = false;
    loop {
        let current = *pattern.get(at)?;
        if current == b']' && at > first {
            return Some((found != negated, at + 1));
        }
        if let Some((name, after)) = named(pattern, at, b':') {
            found |= in_class(character, name);
            at = after;
            continue;
        }
        if let Some((only, after)) = named(pattern, at, b'=').filter(|(name, _)| name.len() == width(name)) {
            found |= only == character;
            at = after;
            continue;
        }
        let (low, after) = end(pattern, at)?;
        if pattern.get(after) == Some(&b'-') && pattern.get(after + 1).is_some_and(|next| *next != b']') {
            let (high, after) = end(pattern, after + 1)?;
            found |= matches!((low, high), (Some(low), Some(high)) if (low..=high).contains(&wanted));
            at = after;
        } else {
            found |= low == Some(wanted);
            at = after;
        }
    }
}

/// `[:name:]` and its relatives at a place: the name, and where they end.
fn named(pattern: &[u8], at: usize, mark: u8) -> Option<(&[u8], usize)> {
    if pattern.get(at) != Some(&b'[') || pattern.get(at + 1) != Some(&mark) {
        return None;
    }
    let length = pattern[at + 2..].windows(2).position(|pair| pair == [mark, b']'])?;
    Some((&pattern[at + 2..at + 2 + length], at + length + 4))
}

/// A byte, escaped or not, or `[.symbol.]`.
fn end(pattern: &[u8], at: usize) -> Option<(End, usize)> {
    if let Some((name, after)) = named(pattern, at, b'.') {
        let value = match name {
            [_, ..] if name.len() == width(name) => Some(code(name)),
            _ => SYMBOLS.iter().find(|(symbol, _)| symbol.as_bytes() == name).map(|(_, byte)| u32::from(*byte)),
        };
        return Some((value, after));
    }
    let at = at + usize::from(*pattern.get(at)? == b'\\');
    pattern.get(at)?;
    let size = width(&pattern[at..]);
    Some((Some(code(&pattern[at..at + size])), at + size))
}

fn in_class(character: &[u8], class: &[u8]) -> bool {
    let [byte] = *character else { return wide_in_class(character, class) };
    match class {
        b"alpha" => byte.is_ascii_alphabetic(),
        b"digit" => byte.is_ascii_digit(),
        b"alnum" => byte.is_ascii_alphanumeric(),
        b"upper" => byte.is_ascii_uppercase(),
        b"lower" => byte.is_ascii_lowercase(),
        b"space" => byte.is_ascii_whitespace() || byte == 0x0b,
        b"blank" => matches!(byte, b' ' | b'\t'),
        b"punct" => byte.is_ascii_punctuation(),
        b"print" => byte.is_ascii_graphic() || byte == b' ',
        b"graph" => byte.is_ascii_graphic(),
        b"cntrl" => byte.is_ascii_control(),
        b"xdigit" => byte.is_ascii_hexdigit(),
        b"word" => byte.is_ascii_alphanumeric() || byte == b'_',
        b"ascii" => byte.is_ascii(),
        _ => false,
    }
}

/// The classes of characters beyond ASCII.
fn wide_in_class(character: &[u8], class: &[u8]) -> bool {
    let Some(c) = char::from_u32(code(character)) else { return false };
    match class {
        b"alpha" => c.is_alphabetic(),
        b"alnum" | b"word" => c.is_alphanumeric(),
        b"upper" => c.is_uppercase(),
        b"lower" => c.is_lowercase(),
        b"space" => c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'),
        b"print" => !c.is_control(),
        b"graph" => !c.is_control() && !c.is_whitespace(),
        b"punct" => !c.is_control() && !c.is_whitespace() && !c.is_alphanumeric(),
        b"cntrl" => c.is_control(),
        _ => false,
    }
}
