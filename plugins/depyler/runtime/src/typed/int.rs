//! Ints of 64 bits: exact, or the program stops.

use crate::exc::err;
use crate::value::{R, Value};

/// Stops a program whose int left 64 bits.
#[cold]
#[track_caller]
fn overflow() -> ! {
    let place = std::panic::Location::caller();
    let (file, line) = (place.file(), place.line());
    crate::run::hole(&format!("batuta: PY0092 {file}:{line}: an int left the 64 bits that the converter gave it"))
}

macro_rules! checked {
    ($($(#[$doc:meta])* $name:ident, $method:ident;)*) => {
        $(
            $(#[$doc])*
            #[inline(always)]
            #[track_caller]
            pub fn $name(a: i64, b: i64) -> i64 {
                match a.$method(b) {
                    Some(n) => n,
                    None => overflow(),
                }
            }
        )*
    };
}

checked! {
    /// `a + b`
    add, checked_add;
    /// `a - b`
    sub, checked_sub;
    /// `a * b`
    mul, checked_mul;
}

/// `-a`
#[inline(always)]
#[track_caller]
pub fn neg(a: i64) -> i64 {
    a.checked_neg().unwrap_or_else(|| overflow())
}

/// `abs(a)`
#[inline(always)]
#[track_caller]
pub fn abs(a: i64) -> i64 {
    a.checked_abs().unwrap_or_else(|| overflow())
}

/// `a ** n` for a small `n`.
#[inline]
#[track_caller]
pub fn pow(a: i64, n: i64) -> i64 {
    u32::try_from(n).ok().and_then(|n| a.checked_pow(n)).unwrap_or_else(|| overflow())
}

/// What the dynamic form raises.
#[cold]
fn raised<T>(result: R) -> R<T> {
    match result {
        Err(raised) => Err(raised),
        Ok(value) => super::mismatch(&value, "an int of 64 bits"),
    }
}

/// `a // b`
///
/// # Errors
/// `ZeroDivisionError`
#[inline]
pub fn floor_div(a: i64, b: i64) -> R<i64> {
    match crate::number::floor_div(a, b) {
        Some(n) => Ok(n),
        None => raised(Value::Int(a).floor_div(&Value::Int(b))),
    }
}

/// `a % b`
///
/// # Errors
/// `ZeroDivisionError`
#[inline]
pub fn modulo(a: i64, b: i64) -> R<i64> {
    if b == 0 { raised(Value::Int(a).modulo(&Value::Int(b))) } else { Ok(crate::number::floor_mod(a, b)) }
}

/// `divmod(a, b)`
///
/// # Errors
/// `ZeroDivisionError`
pub fn divmod(a: i64, b: i64) -> R<(i64, i64)> {
    if b == 0 {
        return err("ZeroDivisionError", "integer division or modulo by zero");
    }
    Ok((floor_div(a, b)?, modulo(a, b)?))
}

/// `a * b % m`
///
/// # Errors
/// `ZeroDivisionError`
#[inline]
pub fn mul_mod(a: i64, b: i64, m: i64) -> R<i64> {
    if let Some(product) = a.checked_mul(b) {
        return modulo(product, m);
    }
    if m == 0 {
        return modulo(1, 0);
    }
    let rest = (i128::from(a) * i128::from(b)) % i128::from(m);
    let rest = if rest != 0 && (rest < 0) != (m < 0) { rest + i128::from(m) } else { rest };
    Ok(rest as i64)
}

/// `a / b`
///
/// # Errors
/// `ZeroDivisionError`
#[inline]
pub fn div(a: i64, b: i64) -> R<f64> {
    const EXACT: u64 = 1 << 53;
    if b != 0 && a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        return Ok(a as f64 / b as f64);
    }
    Ok(super::unbox(&Value::Int(a).div(&Value::Int(b))?))
}

/// `a << n`
///
/// # Errors
/// `ValueError` when `n` is negative.
#[inline]
#[track_caller]
pub fn shl(a: i64, n: i64) -> R<i64> {
    if (0..63).contains(&n) && (a << n) >> n == a {
        return Ok(a << n);
    }
    match Value::Int(a).shl(&Value::Int(n))? {
        Value::Int(n) => Ok(n),
        _ => overflow(),
    }
}

/// `a >> n`
///
/// # Errors
/// `ValueError` when `n` is negative.
#[inline]
pub fn shr(a: i64, n: i64) -> R<i64> {
    if n < 0 { raised(Value::Int(a).shr(&Value::Int(n))) } else { Ok(a >> n.min(63)) }
}

/// `math.gcd(a, b)`
pub fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    i64::try_from(a).unwrap_or_else(|_| overflow())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainders_have_the_sign_of_the_divisor() {
        for (a, b, m) in [(7, 5, 3), (-7, 5, 3), (7, 5, -3), (i64::MAX, i64::MAX, 97), (i64::MIN, 3, -97)] {
            let wide = i128::from(a) * i128::from(b);
            let rest = wide.rem_euclid(i128::from(m).abs());
            let rest = if m < 0 && rest != 0 { rest + i128::from(m) } else { rest };
            assert_eq!(i128::from(mul_mod(a, b, m).ok().unwrap()), rest);
        }
    }
}
