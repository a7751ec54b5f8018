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
