//! Shell patterns. A pattern is text in which a backslash makes the next byte literal; [`quote`] makes quoted text so.

use crate::Str;
use crate::bracket::bracket;
use crate::text::{boundaries, width};

/// `text` so that a pattern matches it literally.
pub fn quote(text: impl crate::Text) -> Str {
    let text = crate::text(text);
    let mut out = Str::with_capacity(text.len());
    for byte in text {
        if matches!(byte, b'*' | b'?' | b'[' | b']' | b'\\' | b'!' | b'^' | b'-' | b'@' | b'+' | b'(' | b')' | b'|') {
            out.push(b'\\');
        }
        out.push(byte);
    }
    out
}

/// Whether the whole of `text` matches `pattern`.
pub fn matches(text: impl AsRef<[u8]>, pattern: impl AsRef<[u8]>) -> bool {
    glob_match(text.as_ref(), pattern.as_ref(), &mut 0)
}

/// Steps after which a match is given up as not matching: only patterns made to explode get there.
const MAX_STEPS: u32 = 50_000_000;

fn glob_match(text: &[u8], pattern: &[u8], steps: &mut u32) -> bool {
    let (mut t, mut p) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        *steps += 1;
        if *steps > MAX_STEPS {
            return false;
        }
        if p < pattern.len() && pattern[p] == b'*' && pattern.get(p + 1) != Some(&b'(') {
            star = Some((p + 1, t));
            p += 1;
            continue;
        }
        if let Some((alternatives, after)) = extended(pattern, p) {
            if extended_match(&text[t..], pattern[p], &alternatives, &pattern[after..], steps) {
                return true;
            }
        } else if t == text.len() {
            if p == pattern.len() {
                return true;
            }
        } else {
            let size = width(&text[t..]);
            if let Some(after) = (p < pattern.len()).then(|| one(&text[t..t + size], pattern, p)).flatten() {
                t += size;
                p = after;
                continue;
            }
        }
        match star {
            Some((after, from)) if from < text.len() => {
                t = from + width(&text[from..]);
                star = Some((after, t));
                p = after;
            }
            _ => return false,
        }
    }
}

/// Match one character at `p`; where the pattern goes on.
fn one(character: &[u8], pattern: &[u8], p: usize) -> Option<usize> {
    let literal = |at: usize| pattern[at..].starts_with(character).then_some(at + character.len());
    match pattern[p] {
        b'?' => Some(p + 1),
        b'[' => match bracket(character, pattern, p) {
            Some((true, after)) => Some(after),
            Some((false, _)) => None,
            None => literal(p),
        },
        b'\\' if p + 1 < pattern.len() => literal(p + 1),
        _ => literal(p),
    }
}

/// `?(a|b)` and its relatives at `p`: the alternatives and where it ends. Scripts for sh never contain an active one: their
/// lowering escapes the parenthesis.
fn extended(pattern: &[u8], p: usize) -> Option<(Vec<&[u8]>, usize)> {
    if !matches!(pattern.get(p), Some(b'?' | b'*' | b'+' | b'@' | b'!')) || pattern.get(p + 1) != Some(&b'(') {
        return None;
    }
    let mut depth = 0;
    let mut start = p + 2;
    let mut alternatives = vec![];
    let mut at = start;
    while at < pattern.len() {
        match pattern[at] {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 0 => {
                alternatives.push(&pattern[start..at]);
                return Some((alternatives, at + 1));
            }
            b')' => depth -= 1,
            b'|' if depth == 0 => {
                alternatives.push(&pattern[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn extended_match(text: &[u8], kind: u8, alternatives: &[&[u8]], rest: &[u8], steps: &mut u32) -> bool {
    if matches!(kind, b'?' | b'*') && glob_match(text, rest, steps) {
        return true;
    }
    for length in boundaries(text) {
        let (head, tail) = text.split_at(length);
        let any = alternatives.iter().any(|one| glob_match(head, one, steps));
        let fits = match kind {
            b'!' => !any && glob_match(tail, rest, steps),
            b'@' | b'?' => any && glob_match(tail, rest, steps),
            _ => {
                any && (glob_match(tail, rest, steps)
                    || length > 0 && extended_match(tail, kind, alternatives, rest, steps))
            }
        };
        if fits {
            return true;
        }
    }
    false
}

/// Whether a word has an active pattern character.
pub(crate) fn is_pattern(word: &[u8]) -> bool {
    let mut at = 0;
    while at < word.len() {
        match word[at] {
            b'\\' => at += 1,
            b'*' | b'?' => return true,
            b'[' => return word[at + 1..].contains(&b']'),
            b'+' | b'@' | b'!' if word.get(at + 1) == Some(&b'(') => return true,
            _ => {}
        }
        at += 1;
    }
    false
}

/// The text that a pattern without active characters stands for.
pub(crate) fn unquote(pattern: &[u8]) -> Str {
    let mut out = Str::with_capacity(pattern.len());
    let mut bytes = pattern.iter();
    while let Some(byte) = bytes.next() {
        out.push(if *byte == b'\\' { *bytes.next().unwrap_or(byte) } else { *byte });
    }
    out
}

/// The frequent shapes of patterns, for which no search by trial is needed.
enum Shape {
    /// No active character.
    Literal(Str),
    /// `*text`
    StarBefore(Str),
    /// `text*`
    StarAfter(Str),
    /// Any other.
    General,
}

fn shape(pattern: &[u8]) -> Shape {
    let plain = |part: &[u8]| (!part.is_empty() && !is_pattern(part) && !part.contains(&b'[')).then(|| unquote(part));
    if let Some(text) = plain(pattern) {
        return Shape::Literal(text);
    }
    match pattern {
        [b'*', rest @ ..] => plain(rest).filter(|_| rest[0] != b'(').map_or(Shape::General, Shape::StarBefore),
        [rest @ .., b'*'] => {
            plain(rest).filter(|_| rest.last() != Some(&b'\\')).map_or(Shape::General, Shape::StarAfter)
        }
        _ => Shape::General,
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

fn find_last(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).rposition(|window| window == part)
}

fn without_start(text: Str, end: Option<usize>) -> Str {
    end.map_or_else(|| text.clone(), |end| text[end..].to_vec())
}

fn without_end(mut text: Str, start: Option<usize>) -> Str {
    text.truncate(start.unwrap_or(text.len()));
    text
}

/// `${x#pattern}`: without the shortest matching start.
pub fn trim_start(text: Str, pattern: impl AsRef<[u8]>) -> Str {
    let pattern = pattern.as_ref();
    let end = match shape(pattern) {
        Shape::Literal(part) => text.starts_with(&part).then_some(part.len()),
        Shape::StarBefore(part) => find(&text, &part).map(|at| at + part.len()),
        Shape::StarAfter(part) => text.starts_with(&part).then_some(part.len()),
        Shape::General => boundaries(&text).into_iter().find(|end| matches(&text[..*end], pattern)),
    };
    without_start(text, end)
}

/// `${x##pattern}`: without the longest matching start.
pub fn trim_start_longest(text: Str, pattern: impl AsRef<[u8]>) -> Str {
    let pattern = pattern.as_ref();
    let end = match shape(pattern) {
        Shape::Literal(part) => text.starts_with(&part).then_some(part.len()),
        Shape::StarBefore(part) => find_last(&text, &part).map(|at| at + part.len()),
        Shape::StarAfter(part) => text.starts_with(&part).then_some(text.len()),
        Shape::General => boundaries(&text).into_iter().rev().find(|end| matches(&text[..*end], pattern)),
    };
    without_start(text, end)
}

/// `${x%pattern}`: without the shortest matching end.
pub fn trim_end(text: Str, pattern: impl AsRef<[u8]>) -> Str {
    let pattern = pattern.as_ref();
    let start = match shape(pattern) {
        Shape::Literal(part) | Shape::StarBefore(part) => text.ends_with(&part).then(|| text.len() - part.len()),
        Shape::StarAfter(part) => find_last(&text, &part),
        Shape::General => boundaries(&text).into_iter().rev().find(|start| matches(&text[*start..], pattern)),
    };
    without_end(text, start)
}

/// `${x%%pattern}`: without the longest matching end.
pub fn trim_end_longest(text: Str, pattern: impl AsRef<[u8]>) -> Str {
    let pattern = pattern.as_ref();
    let start = match shape(pattern) {
        Shape::Literal(part) => text.ends_with(&part).then(|| text.len() - part.len()),
        Shape::StarBefore(part) => text.ends_with(&part).then_some(0),
        Shape::StarAfter(part) => find(&text, &part),
        Shape::General => boundaries(&text).into_iter().find(|start| matches(&text[*start..], pattern)),
    };
    without_end(text, start)
}

/// Which matches `${x/p/r}` replaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// `/`: the first.
    First,
    /// `//`: all.
    All,
    /// `/#`: one at the start.
    Start,
    /// `/%`: one at the end.
    End,
}

/// An unquoted text in the place of `with` of [`replace`]: each `&` that no backslash protects is the match.
pub fn ampersands(text: Str) -> Str {
    let mut active = false;
    let mut out = Str::with_capacity(text.len());
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, bytes.peek()) {
            (b'\\', Some(next @ (b'&' | b'\\'))) => {
                out.push(*next);
                bytes.next();
            }
            (b'&', _) => {
                active = true;
                out.push(0);
            }
            _ => out.push(byte),
        }
    }
    if active {
        return out;
    }
    // Nothing else is special then.
    let mut out = Str::with_capacity(text.len());
    for byte in text {
        if byte == b'&' && out.last() == Some(&b'\\') {
            out.pop();
        }
        out.push(byte);
    }
    out
}

/// What replaces a match.
fn put(with: &[u8], found: &[u8], out: &mut Str) {
    for (at, part) in with.split(|byte| *byte == 0).enumerate() {
        if at > 0 {
            out.extend_from_slice(found);
        }
        out.extend_from_slice(part);
    }
}

/// `${x/pattern/with}`: the longest match at each place, which stands where `with` has a zero byte.
pub fn replace(text: Str, pattern: impl AsRef<[u8]>, with: impl AsRef<[u8]>, which: Replace) -> Str {
    let (pattern, with) = (pattern.as_ref(), with.as_ref());
    if pattern.is_empty() && !matches!(which, Replace::Start | Replace::End) {
        return text;
    }
    if which == Replace::End {
        return match boundaries(&text).into_iter().find(|start| matches(&text[*start..], pattern)) {
            Some(start) => {
                let mut out = text[..start].to_vec();
                put(with, &text[start..], &mut out);
                out
            }
            None => text,
        };
    }
    let mut out = Str::new();
    let mut at = 0;
    let ends = boundaries(&text);
    while at < text.len() || at == 0 {
        match ends.iter().copied().rev().take_while(|end| *end >= at).find(|end| matches(&text[at..*end], pattern)) {
            Some(end) if end > at || pattern.is_empty() || text.is_empty() => {
                put(with, &text[at..end], &mut out);
                at = end;
                if which != Replace::All {
                    break;
                }
            }
            _ if which == Replace::Start => break,
            _ => {
                let size = width(&text[at..]).min(text.len() - at);
                out.extend_from_slice(&text[at..at + size]);
                at += size.max(1);
            }
        }
        if text.is_empty() {
            break;
        }
    }
    out.extend_from_slice(&text[at.min(text.len())..]);
    out
}

/// `${x^}` and its relatives.
pub fn change_case(text: Str, upper: bool, all: bool, pattern: impl AsRef<[u8]>) -> Str {
    let pattern = pattern.as_ref();
    let mut out = Str::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() && (all || at == 0) {
        let size = width(&text[at..]);
        let character = &text[at..at + size];
        at += size;
        if !pattern.is_empty() && !matches(character, pattern) {
            out.extend_from_slice(character);
        } else if size == 1 {
            out.push(if upper { character[0].to_ascii_uppercase() } else { character[0].to_ascii_lowercase() });
        } else {
            out.extend_from_slice(&other_case(character, upper));
        }
    }
    out.extend_from_slice(&text[at..]);
    out
}

/// A character beyond ASCII in the other case, where that is one character too.
fn other_case(character: &[u8], upper: bool) -> Str {
    let Some(c) = std::str::from_utf8(character).ok().and_then(|text| text.chars().next()) else {
        return character.to_vec();
    };
    let other: String = if upper { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
    if other.chars().count() == 1 { other.into_bytes() } else { character.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_texts() {
        for (text, pattern, expected) in [
            ("abc", "a*", true),
            ("abc", "a?c", true),
            ("abc", "[a-b]bc", true),
            ("abc", "[!a]bc", false),
            ("a*c", "a\\*c", true),
            ("abc", "a\\*c", false),
            ("]", "[]]", true),
            ("[", "[", true),
            ("-", "[a-]", true),
            ("5", "[[:digit:]]", true),
            ("foo.tar.gz", "*.gz", true),
            ("", "*", true),
            ("aXbXc", "a*X*c", true),
            ("abab", "+(ab)", true),
            ("abc", "!(abc)", false),
            ("x", "@(x|y)", true),
        ] {
            assert_eq!(matches(text, pattern), expected, "{text} {pattern}");
        }
    }

    #[test]
    fn trims_and_replaces() {
        let s = |text: &str| text.as_bytes().to_vec();
        assert_eq!(trim_start(s("a/b/c"), "*/"), s("b/c"));
        assert_eq!(trim_start_longest(s("a/b/c"), "*/"), s("c"));
        assert_eq!(trim_end(s("a/b/c"), "/*"), s("a/b"));
        assert_eq!(trim_end_longest(s("a/b/c"), "/*"), s("a"));
        assert_eq!(replace(s("banana"), "a", "o", Replace::All), s("bonono"));
        assert_eq!(replace(s("banana"), "an*", "X", Replace::First), s("bX"));
        assert_eq!(replace(s("banana"), "", "X", Replace::Start), s("Xbanana"));
        assert_eq!(replace(s("banana"), "na", "X", Replace::End), s("banaX"));
    }
}
