//! Replacement texts.

use super::pattern::Pattern;
use crate::exc::new;
use crate::value::{Exc, R};

/// A part of a replacement.
pub enum Part {
    /// Text
    Text(String),
    /// What a group matched
    Group(usize),
}

fn error(message: impl std::fmt::Display, at: usize) -> Exc {
    new("re.error", format!("{message} at position {at}"))
}

/// Parses a replacement.
///
/// # Errors
/// `re.error` for escapes and groups that do not exist.
pub fn parse(text: &[char], pattern: &Pattern) -> R<Vec<Part>> {
    let mut parts = vec![];
    let mut plain = String::new();
    let mut at = 0;
    while at < text.len() {
        let c = text[at];
        at += 1;
        if c != '\\' {
            plain.push(c);
            continue;
        }
        let start = at - 1;
        let Some(c) = text.get(at).copied() else { return Err(error("bad escape (end of pattern)", start)) };
        at += 1;
        match c {
            'g' => {
                if text.get(at) != Some(&'<') {
                    return Err(error("missing <", at));
                }
                let Some(len) = text[at + 1..].iter().position(|c| *c == '>') else {
                    return Err(error("missing >, unterminated name", at + 1));
                };
                let name: String = text[at + 1..at + 1 + len].iter().collect();
                if name.is_empty() {
                    return Err(error("missing group name", at + 1));
                }
                let group = named(&name, pattern, at + 1)?;
                at += len + 2;
                parts.push(Part::Text(std::mem::take(&mut plain)));
                parts.push(Part::Group(group));
            }
            '0' => {
                let mut value = 0;
                let mut more = 2;
                while more > 0
                    && let Some(digit) = text.get(at).and_then(|c| c.to_digit(8))
                {
                    value = value * 8 + digit;
                    at += 1;
                    more -= 1;
                }
                plain.push(char::from_u32(value).unwrap_or('\0'));
            }
            c if c.is_ascii_digit() => {
                let mut group = c.to_digit(10).unwrap_or(0) as usize;
                if let Some(next) = text.get(at).and_then(|c| c.to_digit(10)) {
                    let third = text.get(at + 1).and_then(|c| c.to_digit(8));
                    if let (true, Some(third)) = (group < 8 && next < 8, third) {
                        plain.push(char::from_u32(group as u32 * 64 + next * 8 + third).unwrap_or('\0'));
                        at += 2;
                        continue;
                    }
                    group = group * 10 + next as usize;
                    at += 1;
                }
                if group > pattern.program.groups {
                    return Err(error(format!("invalid group reference {group}"), start + 1));
                }
                parts.push(Part::Text(std::mem::take(&mut plain)));
                parts.push(Part::Group(group));
            }
            'n' => plain.push('\n'),
            't' => plain.push('\t'),
            'r' => plain.push('\r'),
            'f' => plain.push('\x0c'),
            'v' => plain.push('\x0b'),
            'a' => plain.push('\x07'),
            'b' => plain.push('\x08'),
            '\\' => plain.push('\\'),
            c if c.is_ascii_alphabetic() => return Err(error(format!("bad escape \\{c}"), start)),
            c => {
                plain.push('\\');
                plain.push(c);
            }
        }
    }
    parts.push(Part::Text(plain));
    Ok(parts)
}

fn named(name: &str, pattern: &Pattern, at: usize) -> R<usize> {
    if let Ok(number) = name.parse::<usize>() {
        if number > pattern.program.groups {
            return Err(error(format!("invalid group reference {number}"), at));
        }
        return Ok(number);
    }
    match pattern.names.iter().find(|(n, _)| n == name) {
        Some((_, number)) => Ok(*number),
        None => Err(crate::exc::new("IndexError", format!("unknown group name '{name}'"))),
    }
}
