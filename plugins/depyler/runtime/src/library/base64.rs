//! The codecs behind `base64`.

use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn data(args: &Args, at: usize) -> R<Vec<u8>> {
    match args.at(at, "base64")?.plain() {
        Value::Bytes(bytes) => Ok(bytes.data.borrow().clone()),
        other => {
            let class = crate::class::class_of(&other).full_name();
            err("TypeError", format!("a bytes-like object is required, not '{class}'"))
        }
    }
}

fn flag(args: &Args, at: usize) -> R<bool> {
    args.at(at, "base64")?.truth()
}

fn bytes(data: Vec<u8>) -> R {
    Ok(crate::bytes::value(data, false))
}

fn wrong<T>(text: impl Into<String>) -> R<T> {
    err("binascii.Error", text)
}

/// Where each byte stands in an alphabet; 255 for those that are not in it.
fn places(alphabet: &[u8]) -> [u8; 256] {
    let mut table = [255u8; 256];
    for (at, byte) in alphabet.iter().enumerate() {
        table[usize::from(*byte)] = at as u8;
    }
    table
}

/// Base 64 of bytes.
///
/// # Errors
/// `TypeError` when they are none.
pub fn _encode64(args: &Args) -> R {
    let data = data(args, 0)?;
    let mut out = Vec::with_capacity(data.len().div_ceil(3) * 4);
    for part in data.chunks(3) {
        let n = part.iter().fold(0u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - part.len()));
        for at in 0..4 {
            out.push(if at <= part.len() { STANDARD[(n >> (18 - 6 * at) & 63) as usize] } else { b'=' });
        }
    }
    bytes(out)
}

/// Bytes of base 64; strict when the second argument is true.
///
/// # Errors
/// `binascii.Error` when it is malformed.
pub fn _decode64(args: &Args) -> R {
    let (data, strict) = (data(args, 0)?, flag(args, 1)?);
    let table = places(STANDARD);
    let mut out = Vec::with_capacity(data.len() / 4 * 3);
    let (mut bits, mut quad, mut pads, mut padding) = (0u32, 0usize, 0usize, false);
    if strict && data.first() == Some(&b'=') {
        return wrong("Leading padding not allowed");
    }
    for (at, byte) in data.iter().enumerate() {
        if *byte == b'=' {
            padding = true;
            if quad >= 2 {
                pads += 1;
            }
            if quad >= 2 && quad + pads >= 4 {
                if strict && at + 1 < data.len() {
                    return wrong("Excess data after padding");
                }
                return bytes(out);
            }
            continue;
        }
        let digit = table[usize::from(*byte)];
        if digit == 255 {
            if strict {
                return wrong("Only base64 data is allowed");
            }
            continue;
        }
        if strict && padding {
            return wrong("Discontinuous padding not allowed");
        }
        pads = 0;
        bits = bits << 6 | u32::from(digit);
        if quad > 0 {
            out.push((bits >> (6 - 2 * quad)) as u8);
        }
        quad = (quad + 1) % 4;
    }
    match quad {
        0 => bytes(out),
        1 => {
            let count = out.len() / 3 * 4 + 1;
            wrong(format!(
                "Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
            ))
        }
        _ => wrong("Incorrect padding"),
    }
}

/// Base 32 of bytes in an alphabet.
///
/// # Errors
/// `TypeError` when they are none.
pub fn _encode32(args: &Args) -> R {
    let (alphabet, data) = (data(args, 0)?, data(args, 1)?);
    let mut out = Vec::with_capacity(data.len().div_ceil(5) * 8);
    for part in data.chunks(5) {
        let n = part.iter().fold(0u64, |n, b| n << 8 | u64::from(*b)) << (8 * (5 - part.len()));
        let digits = (part.len() * 8).div_ceil(5);
        for at in 0..8 {
            let digit = alphabet.get((n >> (35 - 5 * at) & 31) as usize).copied().unwrap_or(b'?');
            out.push(if at < digits { digit } else { b'=' });
        }
    }
    bytes(out)
}

/// Bytes of base 32 in an alphabet.
///
/// # Errors
/// `binascii.Error` when it is malformed.
pub fn _decode32(args: &Args) -> R {
    let (alphabet, data) = (data(args, 0)?, data(args, 1)?);
    let table = places(&alphabet);
    if data.len() % 8 != 0 {
        return wrong("Incorrect padding");
    }
    let pads = data.iter().rev().take_while(|b| **b == b'=').count();
    let body = &data[..data.len() - pads];
    let mut out = Vec::with_capacity(data.len() / 8 * 5);
    let (mut bits, mut count) = (0u32, 0);
    for byte in body {
        let digit = table[usize::from(*byte)];
        if digit == 255 {
            return wrong("Non-base32 digit found");
        }
        bits = bits << 5 | u32::from(digit);
        count += 5;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    if !matches!(pads, 0 | 1 | 3 | 4 | 6) {
        return wrong("Incorrect padding");
    }
    bytes(out)
}

/// Base 85 of whole words in an alphabet; zeros become `z` and blanks `y` when asked for.
///
/// # Errors
/// `TypeError` when they are none.
pub fn _encode85(args: &Args) -> R {
    let (alphabet, data) = (data(args, 0)?, data(args, 1)?);
    let (zeros, blanks) = (flag(args, 2)?, flag(args, 3)?);
    let mut out = Vec::with_capacity(data.len() / 4 * 5);
    for part in data.chunks(4) {
        let mut word = part.iter().fold(0u32, |n, b| n << 8 | u32::from(*b));
        if zeros && word == 0 {
            out.push(b'z');
        } else if blanks && word == 0x2020_2020 {
            out.push(b'y');
        } else {
            let mut digits = [0u8; 5];
            for slot in digits.iter_mut().rev() {
                *slot = alphabet.get((word % 85) as usize).copied().unwrap_or(b'?');
                word /= 85;
            }
            out.extend(digits);
        }
    }
    bytes(out)
}

/// Bytes of base 85 in an alphabet, padded to fives.
///
/// # Errors
/// `ValueError` when it is malformed.
pub fn _decode85(args: &Args) -> R {
    let (alphabet, data) = (data(args, 0)?, data(args, 1)?);
    let table = places(&alphabet);
    let mut out = Vec::with_capacity(data.len() / 5 * 4);
    for (at, part) in data.chunks(5).enumerate() {
        let mut word = 0u64;
        for (place, byte) in part.iter().enumerate() {
            match table[usize::from(*byte)] {
                255 => return err("ValueError", format!("bad base85 character at position {}", at * 5 + place)),
                digit => word = word * 85 + u64::from(digit),
            }
        }
        match u32::try_from(word) {
            Ok(word) => out.extend(word.to_be_bytes()),
            Err(_) => return err("ValueError", format!("base85 overflow in hunk starting at byte {}", at * 5)),
        }
    }
    bytes(out)
}

/// Bytes of Ascii85 without its frame and padding: the text, whether `y` stands for blanks, what to pass over.
///
/// # Errors
/// `ValueError` when it is malformed.
pub fn _decode_ascii85(args: &Args) -> R {
    let (text, blanks, ignored) = (data(args, 0)?, flag(args, 1)?, data(args, 2)?);
    let mut out = vec![];
    let mut part: Vec<u8> = vec![];
    for byte in text.iter().copied().chain([b'u'; 4]) {
        match byte {
            b'!'..=b'u' => {
                part.push(byte);
                if part.len() == 5 {
                    let word = part.iter().fold(0u64, |n, digit| n * 85 + u64::from(digit - 33));
                    let Ok(word) = u32::try_from(word) else { return err("ValueError", "Ascii85 overflow") };
                    out.extend(word.to_be_bytes());
                    part.clear();
                }
            }
            b'z' if !part.is_empty() => return err("ValueError", "z inside Ascii85 5-tuple"),
            b'z' => out.extend([0; 4]),
            b'y' if blanks && !part.is_empty() => return err("ValueError", "y inside Ascii85 5-tuple"),
            b'y' if blanks => out.extend([b' '; 4]),
            other if ignored.contains(&other) => {}
            other => return err("ValueError", format!("Non-Ascii85 digit found: {}", char::from(other))),
        }
    }
    out.truncate(out.len().saturating_sub(4 - part.len()));
    bytes(out)
}
