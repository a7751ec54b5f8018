//! Text of proved type.

use crate::exc::err;
use crate::string::Str;
use crate::value::{R, Value};
use std::rc::Rc;

/// `len(text)`
#[inline]
pub fn text_len(text: &Value) -> i64 {
    match text {
        Value::Str(text) => text.chars() as i64,
        _ => 0,
    }
}

/// Characters of a text.
pub struct Chars {
    text: Rc<Str>,
    at: usize,
}

/// The characters of a text, one by one.
pub fn chars(text: &Value) -> Chars {
    match text {
        Value::Str(text) => Chars { text: text.clone(), at: 0 },
        other => super::mismatch(other, "a str"),
    }
}

thread_local! {
    static LETTERS: [Value; 128] = std::array::from_fn(|n| Value::str(char::from(n as u8).to_string()));
}

/// A text of one character.
pub fn letter(c: char) -> Value {
    if c.is_ascii() { LETTERS.with(|all| all[c as usize].clone()) } else { Value::str(c.to_string()) }
}

impl Iterator for Chars {
    type Item = Value;
    fn next(&mut self) -> Option<Value> {
        let c = self.text.as_str().get(self.at..)?.chars().next()?;
        self.at += c.len_utf8();
        Some(letter(c))
    }
}

/// `text[at]`
///
/// # Errors
/// `IndexError`
#[inline]
pub fn char_at(text: &Value, at: i64) -> R {
    if let Value::Str(all) = text
        && all.is_ascii()
    {
        let bytes = all.as_str().as_bytes();
        let place = if at < 0 { at.wrapping_add(bytes.len() as i64) } else { at };
        if let Some(byte) = usize::try_from(place).ok().and_then(|at| bytes.get(at)) {
            return Ok(letter(char::from(*byte)));
        }
    }
    text.item(&Value::Int(at))
}

/// The text of a proved `str`.
#[inline(always)]
pub fn text_of(text: &Value) -> &str {
    match text {
        Value::Str(text) => text.as_str(),
        _ => "",
    }
}

/// The character `text[at]`.
///
/// # Errors
/// `IndexError`
#[inline]
pub fn code_at(text: &Value, at: i64) -> R<char> {
    if let Value::Str(all) = text
        && all.is_ascii()
    {
        let bytes = all.as_str().as_bytes();
        let place = if at < 0 { at.wrapping_add(bytes.len() as i64) } else { at };
        if let Some(byte) = usize::try_from(place).ok().and_then(|at| bytes.get(at)) {
            return Ok(char::from(*byte));
        }
    }
    let found = text.item(&Value::Int(at))?;
    Ok(text_of(&found).chars().next().unwrap_or_default())
}

/// `str(n)`
pub fn int_text(n: i64) -> Value {
    match char::from_digit(u32::try_from(n).unwrap_or(10), 10) {
        Some(digit) => letter(digit),
        None => Value::str(n.to_string()),
    }
}

/// `separator.join(parts)`
pub fn join(separator: &Value, parts: &super::List<Value>) -> Value {
    let separator = text_of(separator);
    let parts = parts.0.borrow();
    let size = parts.iter().map(|part| text_of(part).len() + separator.len()).sum();
    let mut out = String::with_capacity(size);
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            out.push_str(separator);
        }
        out.push_str(text_of(part));
    }
    Value::str(out)
}

/// `ord(text)`
///
/// # Errors
/// `TypeError` when it is not one character.
pub fn ord(text: &Value) -> R<i64> {
    if let Value::Str(text) = text {
        let mut chars = text.as_str().chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(i64::from(u32::from(c)));
        }
    }
    Ok(super::unbox(&crate::builtins::ord(&crate::func::pos(std::slice::from_ref(text)))?))
}

/// `chr(n)`
///
/// # Errors
/// `ValueError` when there is no such character.
pub fn chr(n: i64) -> R {
    match u32::try_from(n).ok().and_then(char::from_u32) {
        Some(c) => Ok(letter(c)),
        None if (0..0x11_0000).contains(&n) => crate::builtins::chr(&crate::func::pos(&[Value::Int(n)])),
        None => err("ValueError", "chr() arg not in range(0x110000)"),
    }
}

/// A text of the program, made once.
#[macro_export]
macro_rules! text {
    ($text:literal) => {{
        thread_local! {
            static TEXT: $crate::Value = $crate::Value::str($text);
        }
        TEXT.with(Clone::clone)
    }};
}
