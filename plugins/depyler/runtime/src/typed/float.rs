//! Floats, where Python raises and Rust does not.

use crate::exc::err;
use crate::value::{R, Value};

/// `a / b`
///
/// # Errors
/// `ZeroDivisionError`
#[inline]
pub fn div(a: f64, b: f64) -> R<f64> {
    if b == 0.0 { err("ZeroDivisionError", "float division by zero") } else { Ok(a / b) }
}

/// `a // b`
///
/// # Errors
/// `ZeroDivisionError`
#[inline]
pub fn floor_div(a: f64, b: f64) -> R<f64> {
    if b == 0.0 {
        dynamic(Value::Float(a).floor_div(&Value::Float(b)))
    } else {
        Ok(crate::number::float_floor_div(a, b))
    }
}

/// `a % b`
///
/// # Errors
/// `ZeroDivisionError`
#[inline]
pub fn modulo(a: f64, b: f64) -> R<f64> {
    if b == 0.0 { dynamic(Value::Float(a).modulo(&Value::Float(b))) } else { Ok(crate::number::float_mod(a, b)) }
}

/// `a ** b`
///
/// # Errors
/// `ZeroDivisionError`, `OverflowError`
#[inline]
pub fn pow(a: f64, b: f64) -> R<f64> {
    let power = a.powf(b);
    if power.is_finite() {
        return Ok(power);
    }
    dynamic(Value::Float(a).pow(&Value::Float(b)))
}

fn dynamic(result: R) -> R<f64> {
    Ok(super::unbox(&result?))
}

/// `math.sqrt(x)`
///
/// # Errors
/// `ValueError` for negative numbers.
#[inline]
pub fn sqrt(x: f64) -> R<f64> {
    if x < 0.0 { err("ValueError", "math domain error") } else { Ok(x.sqrt()) }
}

/// `math.sin(x)`
///
/// # Errors
/// `ValueError` for infinities.
#[inline]
pub fn sin(x: f64) -> R<f64> {
    if x.is_infinite() { err("ValueError", "math domain error") } else { Ok(x.sin()) }
}

/// `math.cos(x)`
///
/// # Errors
/// `ValueError` for infinities.
#[inline]
pub fn cos(x: f64) -> R<f64> {
    if x.is_infinite() { err("ValueError", "math domain error") } else { Ok(x.cos()) }
}

/// `int(x)`
///
/// # Errors
/// `ValueError` and `OverflowError` for what is no number.
#[inline]
#[track_caller]
pub fn to_int(x: f64) -> R<i64> {
    if x.abs() < 9.2e18 {
        return Ok(x as i64);
    }
    let args = [Value::Float(x)];
    Ok(super::unbox(&crate::construct::int(&crate::func::pos(&args))?))
}

/// `math.floor(x)`
///
/// # Errors
/// As [`to_int`].
#[inline]
pub fn floor(x: f64) -> R<i64> {
    to_int(x.floor())
}

/// `math.ceil(x)`
///
/// # Errors
/// As [`to_int`].
#[inline]
pub fn ceil(x: f64) -> R<i64> {
    to_int(x.ceil())
}
