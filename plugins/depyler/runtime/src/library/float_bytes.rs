//! Floats as bytes, for `struct` and `array`.

use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

/// A float in 2, 4 or 8 bytes, the lowest first.
///
/// # Errors
/// `OverflowError` when it does not fit.
pub fn _float_bytes(args: &Args) -> R {
    let (Value::Float(x), Value::Int(size)) = (args.at(0, "pack")?, args.at(1, "pack")?) else {
        return err("struct.error", "required argument is not a float");
    };
    let data = match size {
        8 => x.to_le_bytes().to_vec(),
        4 => {
            let short = *x as f32;
            if short.is_infinite() && x.is_finite() {
                return err("OverflowError", "float too large to pack with f format");
            }
            short.to_le_bytes().to_vec()
        }
        _ => half(*x)?.to_le_bytes().to_vec(),
    };
    Ok(crate::bytes::value(data, false))
}

fn half(x: f64) -> R<u16> {
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    let size = x.abs();
    if x.is_nan() {
        return Ok(sign | 0x7e00);
    }
    if size.is_infinite() {
        return Ok(sign | 0x7c00);
    }
    let exponent = if size == 0.0 { -14 } else { (size.log2().floor() as i32).max(-14) };
    let scaled = (size * 2f64.powi(10 - exponent)).round_ties_even() as u32;
    let bits = if scaled < 1024 { scaled } else { (((exponent + 15) as u32) << 10) + scaled - 1024 };
    if bits >= 0x7c00 {
        return err("OverflowError", "float too large to pack with e format");
    }
    Ok(sign | bits as u16)
}

/// The float in 2, 4 or 8 bytes, the lowest first.
///
/// # Errors
/// `TypeError` for another argument.
pub fn _float_from(args: &Args) -> R {
    let Value::Bytes(bytes) = args.at(0, "unpack")? else { return err("TypeError", "bytes expected") };
    let data = bytes.data.borrow();
    Ok(Value::Float(match **data {
        [a, b] => {
            let bits = u16::from_le_bytes([a, b]);
            let (exponent, part) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023));
            let size = match exponent {
                0 => part * 2f64.powi(-24),
                31 if part == 0.0 => f64::INFINITY,
                31 => f64::NAN,
                _ => (1024.0 + part) * 2f64.powi(exponent - 25),
            };
            if bits & 0x8000 != 0 { -size } else { size }
        }
        [a, b, c, d] => f64::from(f32::from_le_bytes([a, b, c, d])),
        [a, b, c, d, e, f, g, h] => f64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => return err("TypeError", "bytes of another length expected"),
    }))
}
