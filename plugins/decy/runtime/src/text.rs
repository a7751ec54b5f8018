//! Characters and strings as `%c` and `%s` print them.

use crate::out::raw;
use std::fmt::{Alignment, Display, Formatter, Result, Write};

/// One byte.
#[derive(Clone, Copy, Debug)]
pub struct Char(pub u8);

/// A C string.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a>(&'a [u8]);

impl Display for Char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        bytes(f, &[self.0])
    }
}

impl Display for Text<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let length = f.precision().map_or(self.0.len(), |most| most.min(self.0.len()));
        bytes(f, &self.0[..length])
    }
}

impl<'a> Text<'a> {
    /// A literal.
    #[must_use]
    pub fn of(text: &'a std::ffi::CStr) -> Self {
        Text(text.to_bytes())
    }

    /// The string at the start of a slice, which has to contain its end.
    #[must_use]
    pub fn of_chars(chars: &'a [i8]) -> Chars<'a> {
        Chars(chars)
    }

    /// The string at `start`; glibc's `(null)` for a null pointer.
    ///
    /// # Safety
    /// It must be null or the start of a string that ends in a zero byte and does not change while it is printed.
    #[must_use]
    #[allow(unsafe_code)]
    pub unsafe fn at(start: *const i8) -> Self {
        if start.is_null() {
            return Text(b"(null)");
        }
        // SAFETY: as the caller promises.
        Text(unsafe { std::ffi::CStr::from_ptr(start) }.to_bytes())
    }

    /// At most the first characters at `start`; glibc's `(null)` for a null pointer.
    ///
    /// # Safety
    /// It must be null or lead to that many characters, or to fewer with a zero among them, that do not change while they are printed.
    #[must_use]
    #[allow(unsafe_code)]
    pub unsafe fn within(start: *const i8, most: usize) -> Self {
        if start.is_null() {
            return Text(if most < 6 { b"" } else { b"(null)" });
        }
        let mut length = 0;
        // SAFETY: as the caller promises.
        unsafe {
            while length < most && *start.add(length) != 0 {
                length += 1;
            }
            Text(std::slice::from_raw_parts(start.cast(), length))
        }
    }
}

/// A C string in a slice of characters.
#[derive(Clone, Copy, Debug)]
pub struct Chars<'a>(&'a [i8]);

impl Display for Chars<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let most = f.precision().unwrap_or(usize::MAX);
        let length = match self.0.iter().take(most).position(|c| *c == 0) {
            Some(length) => length,
            None if self.0.len() >= most => most,
            None => panic!("a string without an end is printed"),
        };
        let text: Vec<u8> = self.0[..length].iter().map(|c| *c as u8).collect();
        bytes(f, &text)
    }
}

/// The bytes of a literal as characters.
#[must_use]
pub const fn chars<const N: usize>(bytes: [u8; N]) -> [i8; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = bytes[at] as i8;
        at += 1;
    }
    out
}

/// The characters of a text with its zero.
#[must_use]
#[allow(unsafe_code)]
pub fn text_chars(text: &'static std::ffi::CStr) -> &'static [i8] {
    let bytes = text.to_bytes_with_nul();
    // SAFETY: both kinds of element have the same size, and every byte is valid as either.
    unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast(), bytes.len()) }
}

/// Bytes, padded to the width that counts bytes.
pub(crate) fn bytes(f: &mut Formatter<'_>, text: &[u8]) -> Result {
    let padding = f.width().unwrap_or(0).saturating_sub(text.len());
    let left = f.align() == Some(Alignment::Left);
    if !left {
        spaces(f, padding)?;
    }
    match std::str::from_utf8(text) {
        Ok(text) if !text.as_bytes().contains(&0xf4) => f.write_str(text)?,
        _ => text
            .iter()
            .try_for_each(|byte| f.write_char(if byte.is_ascii() { char::from(*byte) } else { raw(*byte) }))?,
    }
    if left { spaces(f, padding) } else { Ok(()) }
}

fn spaces(f: &mut Formatter<'_>, count: usize) -> Result {
    (0..count).try_for_each(|_| f.write_char(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_count_bytes() {
        assert_eq!(format!("[{:>5}]", Text::of(c"ab")), "[   ab]");
        assert_eq!(format!("[{:<5.1}]", Text::of(c"ab")), "[a    ]");
        assert_eq!(format!("[{:>3}]", Char(b'x')), "[  x]");
    }
}
