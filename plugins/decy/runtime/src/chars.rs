//! Functions of `<string.h>` and `<stdlib.h>` on slices of characters: they stop where C would run past the end.

/// The place of the zero that ends a string.
fn end(text: &[i8]) -> usize {
    match text.iter().position(|c| *c == 0) {
        Some(end) => end,
        None => panic!("a string has no end"),
    }
}

/// `strlen`
#[must_use]
pub fn strlen(text: &[i8]) -> u64 {
    end(text) as u64
}

fn compare(a: &[i8], b: &[i8], most: u64) -> i32 {
    let mut at = 0;
    while (at as u64) < most {
        let (x, y) = (a[at] as u8, b[at] as u8);
        if x != y || x == 0 {
            return i32::from(x) - i32::from(y);
        }
        at += 1;
    }
    0
}

/// `strcmp`; the difference of the bytes that differ.
#[must_use]
pub fn strcmp(a: &[i8], b: &[i8]) -> i32 {
    compare(a, b, u64::MAX)
}

/// `strncmp`
#[must_use]
pub fn strncmp(a: &[i8], b: &[i8], most: u64) -> i32 {
    compare(a, b, most)
}

/// `strcpy`
pub fn strcpy(to: &mut [i8], from: &[i8]) {
    let count = end(from) + 1;
    to[..count].copy_from_slice(&from[..count]);
}

/// `strcat`
pub fn strcat(to: &mut [i8], from: &[i8]) {
    let start = end(to);
    strcpy(&mut to[start..], from);
}

/// `strncpy`
pub fn strncpy(to: &mut [i8], from: &[i8], count: u64) {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let length = from.iter().take(count).position(|c| *c == 0).unwrap_or(count);
    to[..length].copy_from_slice(&from[..length]);
    to[length..count].fill(0);
}

/// `strncat`
pub fn strncat(to: &mut [i8], from: &[i8], count: u64) {
    let start = end(to);
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    let length = from.iter().take(most).position(|c| *c == 0).unwrap_or(most);
    to[start..start + length].copy_from_slice(&from[..length]);
    to[start + length] = 0;
}

fn span(text: &[i8], wanted: impl Fn(i8) -> bool) -> u64 {
    let text = &text[..end(text)];
    text.iter().position(|c| !wanted(*c)).unwrap_or(text.len()) as u64
}

/// `strspn`
#[must_use]
pub fn strspn(text: &[i8], of: &[i8]) -> u64 {
    let of = &of[..end(of)];
    span(text, |c| of.contains(&c))
}

/// `strcspn`
#[must_use]
pub fn strcspn(text: &[i8], without: &[i8]) -> u64 {
    let without = &without[..end(without)];
    span(text, |c| !without.contains(&c))
}

/// `strcasecmp`, as in the locale that C programs start in.
#[must_use]
pub fn strcasecmp(a: &[i8], b: &[i8]) -> i32 {
    let lower = |c: i8| i32::from((c as u8).to_ascii_lowercase());
    let mut at = 0;
    loop {
        let (x, y) = (lower(a[at]), lower(b[at]));
        if x != y || x == 0 {
            return x - y;
        }
        at += 1;
    }
}

/// `atoi`, as glibc computes it: through `strtol`, cut to an `int`.
#[must_use]
pub fn atoi(text: &[i8]) -> i32 {
    atol(text) as i32
}

/// `atol`
#[must_use]
pub fn atol(text: &[i8]) -> i64 {
    let mut rest = text.iter().map(|c| *c as u8).skip_while(|c| c.is_ascii_whitespace() || *c == 0x0b).peekable();
    let negative = rest.peek() == Some(&b'-');
    if matches!(rest.peek(), Some(b'-' | b'+')) {
        rest.next();
    }
    let mut value = 0i64;
    while let Some(digit) = rest.next().filter(u8::is_ascii_digit) {
        let digit = i64::from(digit - b'0');
        let next = value
            .checked_mul(10)
            .and_then(|value| if negative { value.checked_sub(digit) } else { value.checked_add(digit) });
        value = next.unwrap_or(if negative { i64::MIN } else { i64::MAX });
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chars;

    #[test]
    fn strings_end_at_their_zero() {
        let mut text = [1i8; 8];
        strcpy(&mut text, &chars(*b"ab\0"));
        strcat(&mut text, &chars(*b"cd\0zz"));
        assert_eq!(strlen(&text), 4);
        assert_eq!(strcmp(&text, &chars(*b"abce\0")), -1);
        assert_eq!(strncmp(&text, &chars(*b"abce\0"), 3), 0);
        strncpy(&mut text, &chars(*b"x\0"), 3);
        assert_eq!(text[..5], [b'x' as i8, 0, 0, b'd' as i8, 0]);
    }

    #[test]
    fn spans_and_parts() {
        let mut text = [0i8; 8];
        strcpy(&mut text, &chars(*b"x\0"));
        strncat(&mut text, &chars(*b"yz\0"), 1);
        assert_eq!(text[..3], chars(*b"xy\0"));
        assert_eq!(strspn(&chars(*b"aabc\0"), &chars(*b"ab\0")), 3);
        assert_eq!(strcspn(&chars(*b"aabc\0"), &chars(*b"c\0")), 3);
        assert_eq!(strcspn(&chars(*b"aab\0"), &chars(*b"\0")), 3);
        assert_eq!(strcasecmp(&chars(*b"AbC\0"), &chars(*b"aBd\0")), -1);
    }

    #[test]
    fn numbers_stop_at_what_is_no_digit() {
        assert_eq!(atoi(&chars(*b" \t-42x\0")), -42);
        assert_eq!(atoi(&chars(*b"+7\0")), 7);
        assert_eq!(atoi(&chars(*b"99999999999999999999\0")), -1);
        assert_eq!(atoi(&chars(*b"x\0")), 0);
    }
}
