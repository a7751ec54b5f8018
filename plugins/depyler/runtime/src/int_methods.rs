//! Methods of `int` and `float`.

use crate::bigint::BigInt;
use crate::exc::err;
use crate::func::Args;
use crate::number::{Num, num};
use crate::value::{Name, R, Value};

fn big_of(value: &Value) -> BigInt {
    match num(value) {
        Some(Num::Int(n)) => BigInt::from_i128(i128::from(n)),
        Some(Num::Big(n)) => n,
        _ => BigInt::from_i128(0),
    }
}

/// A method of an integer; none when there is no such one.
pub fn int(this: &Value, name: Name, args: &Args) -> Option<R> {
    let n = big_of(this);
    Some(match name {
        "bit_length" => Ok(n.bits().into()),
        "bit_count" => Ok(n.ones().into()),
        "conjugate" => this.plus(),
        "as_integer_ratio" => Ok(Value::tuple(vec![this.plus().unwrap_or(Value::Int(0)), Value::Int(1)])),
        "to_bytes" => to_bytes(&n, args),
        "from_bytes" => from_bytes(args),
        _ => return None,
    })
}

fn big_endian(order: Option<Value>) -> R<bool> {
    match order.as_ref().and_then(Value::as_str) {
        Some("big") | None => Ok(true),
        Some("little") => Ok(false),
        _ => err("ValueError", "byteorder must be either 'little' or 'big'"),
    }
}

fn to_bytes(n: &BigInt, args: &Args) -> R {
    let len = match args.opt(0, "length") {
        Some(len) => crate::item::index(&len, "length")? as usize,
        None => 1,
    };
    let big = big_endian(args.opt(1, "byteorder"))?;
    let signed = args.kwarg("signed").is_some_and(|s| matches!(s, Value::Bool(true)));
    if n.is_negative() && !signed {
        return err("OverflowError", "can't convert negative int to unsigned");
    }
    let number = if n.is_negative() { n.add(&BigInt::from_i128(1).shl(len * 8)) } else { n.clone() };
    let bytes = number.to_bytes();
    if bytes.len() > len || number.is_negative() {
        return err("OverflowError", "int too big to convert");
    }
    let mut out = vec![0; len - bytes.len()];
    out.extend(bytes);
    if !big {
        out.reverse();
    }
    Ok(crate::bytes::value(out, false))
}

/// `int.from_bytes(bytes, order, signed=False)`
///
/// # Errors
/// `TypeError` when the bytes are none.
pub fn from_bytes(args: &Args) -> R {
    let mut data = match args.at(0, "from_bytes")? {
        Value::Bytes(bytes) => bytes.data.borrow().clone(),
        other => crate::iter::to_vec(other)?.iter().map(crate::bytes::byte).collect::<R<Vec<u8>>>()?,
    };
    if !big_endian(args.opt(1, "byteorder"))? {
        data.reverse();
    }
    let mut n = BigInt::from_bytes(&data);
    let signed = args.kwarg("signed").is_some_and(|s| matches!(s, Value::Bool(true)));
    if signed && data.first().is_some_and(|b| b & 0x80 != 0) {
        n = n.sub(&BigInt::from_i128(1).shl(data.len() * 8));
    }
    Ok(Value::big(n))
}

/// A method of a float; none when there is no such one.
pub fn float(x: f64, name: Name, _: &Args) -> Option<R> {
    Some(match name {
        "is_integer" => Ok(Value::Bool(x.is_finite() && x.fract() == 0.0)),
        "conjugate" => Ok(Value::Float(x)),
        "as_integer_ratio" => ratio(x),
        "hex" => Ok(Value::str(hex(x))),
        _ => return None,
    })
}

fn ratio(x: f64) -> R {
    if x.is_nan() {
        return err("ValueError", "cannot convert NaN to integer ratio");
    }
    if x.is_infinite() {
        return err("OverflowError", "cannot convert Infinity to integer ratio");
    }
    let (mut x, mut exponent) = crate::number::frexp(x);
    while x.fract() != 0.0 {
        x *= 2.0;
        exponent -= 1;
    }
    let (n, d) = (BigInt::from_f64(x), BigInt::from_i128(1));
    Ok(if exponent >= 0 {
        Value::tuple(vec![Value::big(n.shl(exponent as usize)), Value::big(d)])
    } else {
        Value::tuple(vec![Value::big(n), Value::big(d.shl(-exponent as usize))])
    })
}

fn hex(x: f64) -> String {
    if !x.is_finite() {
        return crate::repr::float(x);
    }
    let bits = x.to_bits();
    let sign = if x.is_sign_negative() { "-" } else { "" };
    let mantissa = bits & ((1 << 52) - 1);
    let exponent = (bits >> 52 & 0x7ff) as i64;
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (lead, exponent) = if exponent == 0 { (0, -1022) } else { (1, exponent - 1023) };
    format!("{sign}0x{lead}.{mantissa:013x}p{exponent:+}")
}

/// `float.fromhex(text)`
///
/// # Errors
/// `ValueError` when it is no such number.
pub fn float_fromhex(args: &Args) -> R {
    let text = crate::repr::str_of(args.at(0, "fromhex")?)?;
    let wrong = || crate::exc::new("ValueError", "invalid hexadecimal floating-point string");
    let lower = text.trim().to_ascii_lowercase();
    let (sign, body) = match lower.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, lower.strip_prefix('+').unwrap_or(&lower)),
    };
    match body {
        "inf" | "infinity" => return Ok(Value::Float(sign * f64::INFINITY)),
        "nan" => return Ok(Value::Float(f64::NAN)),
        _ => {}
    }
    let body = body.strip_prefix("0x").unwrap_or(body);
    let (digits, power) = match body.split_once('p') {
        Some((digits, power)) => (digits, power.parse::<i32>().map_err(|_| wrong())?),
        None => (body, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let (mut bits, mut exponent) = (0u128, power);
    if whole.len() + part.len() == 0 || whole.len() + part.len() > 28 {
        return Err(wrong());
    }
    for c in whole.chars().chain(part.chars()) {
        bits = bits << 4 | u128::from(c.to_digit(16).ok_or_else(wrong)?);
    }
    exponent -= 4 * part.len() as i32;
    let value = bits as f64;
    let scaled = if exponent < -1000 {
        value * 2f64.powi(-1000) * 2f64.powi(exponent + 1000)
    } else {
        value * 2f64.powi(exponent)
    };
    Ok(Value::Float(sign * scaled))
}
