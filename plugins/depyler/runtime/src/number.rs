//! Arithmetic of `int` and `float`, exact and with Python's rounding directions.

use crate::bigint::BigInt;
use crate::exc::err;
use crate::value::{R, Value};

/// A number, with booleans as integers.
pub enum Num {
    /// Fits into 64 bits
    Int(i64),
    /// Does not
    Big(BigInt),
    /// `float`
    Float(f64),
}

/// The number in a value.
pub fn num(value: &Value) -> Option<Num> {
    Some(match value {
        Value::Int(n) => Num::Int(*n),
        Value::Bool(b) => Num::Int(i64::from(*b)),
        Value::Float(x) => Num::Float(*x),
        Value::Big(n) => Num::Big((**n).clone()),
        Value::Native(native) => return native.0.number().and_then(|value| num(&value)),
        _ => return None,
    })
}

impl Num {
    fn big(self) -> Option<BigInt> {
        match self {
            Num::Int(n) => Some(BigInt::from_i128(i128::from(n))),
            Num::Big(n) => Some(n),
            Num::Float(_) => None,
        }
    }

    /// As a float.
    ///
    /// # Errors
    /// `OverflowError` when it is too large.
    pub fn float(&self) -> R<f64> {
        match self {
            Num::Int(n) => Ok(*n as f64),
            Num::Float(x) => Ok(*x),
            Num::Big(n) => {
                let x = n.to_f64();
                if x.is_infinite() { err("OverflowError", "int too large to convert to float") } else { Ok(x) }
            }
        }
    }
}

/// Arithmetic operators.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `@`
    MatMul,
}

/// Floored division of integers.
pub fn floor_div(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    Some(if a % b != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient })
}

/// The remainder with the sign of the divisor.
pub fn floor_mod(a: i64, b: i64) -> i64 {
    let rest = a.wrapping_rem(b);
    if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }
}

/// `a % b` of floats; `b` is not zero.
pub fn float_mod(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest != 0.0 { if (b < 0.0) != (rest < 0.0) { rest + b } else { rest } } else { 0f64.copysign(b) }
}

/// `a // b` of floats; `b` is not zero.
pub fn float_floor_div(a: f64, b: f64) -> f64 {
    let rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest != 0.0 && (b < 0.0) != (rest < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0f64.copysign(a / b);
    }
    let floor = quotient.floor();
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

/// Arithmetic on ints and on ints of any size, without copies of them; none for other values.
#[inline]
pub fn plain(op: Op, a: &Value, b: &Value) -> Option<R> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => {
            small(op, *x, *y).or_else(|| wide(op, i128::from(*x), i128::from(*y)).map(Ok))
        }
        (Value::Float(x), Value::Float(y)) => float_op(op, *x, *y),
        // As CPython converts an int, to the nearest and even.
        (Value::Float(x), Value::Int(y)) => float_op(op, *x, *y as f64),
        (Value::Int(x), Value::Float(y)) => float_op(op, *x as f64, *y),
        (Value::Big(x), Value::Big(y)) if op != Op::MatMul => {
            let quick = || wide(op, x.to_i128()?, y.to_i128()?);
            Some(quick().map_or_else(|| big_op(op, x, y), Ok))
        }
        (Value::Big(x), Value::Int(y)) if op != Op::MatMul => {
            let quick = || wide(op, x.to_i128()?, i128::from(*y));
            Some(quick().map_or_else(|| big_op(op, x, &BigInt::from_i128(i128::from(*y))), Ok))
        }
        (Value::Int(x), Value::Big(y)) if op != Op::MatMul => {
            let quick = || wide(op, i128::from(*x), y.to_i128()?);
            Some(quick().map_or_else(|| big_op(op, &BigInt::from_i128(i128::from(*x)), y), Ok))
        }
        _ => None,
    }
}

/// Arithmetic on ints of at most 126 bits, which fits into machine words; none where it may not, or raises.
fn wide(op: Op, x: i128, y: i128) -> Option<Value> {
    Some(Value::int128(match op {
        Op::Add => x + y,
        Op::Sub => x - y,
        Op::Mul => x.checked_mul(y)?,
        Op::FloorDiv if y > 0 => x.div_euclid(y),
        Op::Mod if y > 0 => x.rem_euclid(y),
        Op::And => x & y,
        Op::Or => x | y,
        Op::Xor => x ^ y,
        Op::Shl if (0..62).contains(&y) && x.unsigned_abs() < 1 << 64 => x << y,
        Op::Shr if (0..127).contains(&y) => x >> y,
        _ => return None,
    }))
}

/// Arithmetic on two numbers; none when the operator does not take them.
pub fn arithmetic(op: Op, a: Num, b: Num) -> Option<R> {
    match (&a, &b) {
        (Num::Float(_), _) | (_, Num::Float(_)) => {
            let (x, y) = match (a.float(), b.float()) {
                (Ok(x), Ok(y)) => (x, y),
                (Err(raised), _) | (_, Err(raised)) => return Some(Err(raised)),
            };
            float_op(op, x, y)
        }
        (Num::Int(x), Num::Int(y)) => match small(op, *x, *y) {
            Some(result) => Some(result),
            None => Some(big_op(op, &a.big()?, &b.big()?)),
        },
        _ => match op {
            Op::MatMul => None,
            _ => Some(big_op(op, &a.big()?, &b.big()?)),
        },
    }
}

fn zero<T>(text: &str) -> R<T> {
    err("ZeroDivisionError", text)
}

fn float_op(op: Op, x: f64, y: f64) -> Option<R> {
    Some(
        match op {
            Op::Add => Ok(x + y),
            Op::Sub => Ok(x - y),
            Op::Mul => Ok(x * y),
            Op::Div if y == 0.0 => zero("float division by zero"),
            Op::Div => Ok(x / y),
            Op::FloorDiv if y == 0.0 => zero("float floor division by zero"),
            Op::FloorDiv => Ok(float_floor_div(x, y)),
            Op::Mod if y == 0.0 => zero("float modulo"),
            Op::Mod => Ok(float_mod(x, y)),
            Op::Pow => return Some(float_pow(x, y)),
            _ => return None,
        }
        .map(Value::Float),
    )
}

fn float_pow(x: f64, y: f64) -> R {
    if x == 0.0 && y < 0.0 {
        return zero("0.0 cannot be raised to a negative power");
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y.fract() != 0.0 {
        return crate::complex::float_power(x, y);
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(crate::exc::exception(
            "OverflowError",
            vec![Value::Int(34), Value::str("Numerical result out of range")],
        ));
    }
    Ok(Value::Float(result))
}

/// Operations that stay within 64 bits; none when they do not.
fn small(op: Op, x: i64, y: i64) -> Option<R> {
    let result = match op {
        Op::Add => x.checked_add(y)?,
        Op::Sub => x.checked_sub(y)?,
        Op::Mul => x.checked_mul(y)?,
        Op::Div if y == 0 => return Some(zero("division by zero")),
        Op::Div if x.unsigned_abs() < 1 << 53 && y.unsigned_abs() < 1 << 53 => {
            return Some(Ok(Value::Float(x as f64 / y as f64)));
        }
        Op::FloorDiv if y == 0 => return Some(zero("integer division or modulo by zero")),
        Op::Mod if y == 0 => return Some(zero("integer modulo by zero")),
        Op::FloorDiv => floor_div(x, y)?,
        Op::Mod => floor_mod(x, y),
        Op::Pow if y >= 0 => x.checked_pow(u32::try_from(y).ok()?)?,
        Op::Pow if x == 0 => return Some(zero("0.0 cannot be raised to a negative power")),
        Op::Pow => return Some(float_pow(x as f64, y as f64)),
        Op::Shl | Op::Shr if y < 0 => return Some(err("ValueError", "negative shift count")),
        Op::Shl if x == 0 => 0,
        Op::Shl if y < 63 && (x << y) >> y == x => x << y,
        Op::Shr => x >> y.min(63),
        Op::And => x & y,
        Op::Or => x | y,
        Op::Xor => x ^ y,
        _ => return None,
    };
    Some(Ok(Value::Int(result)))
}

fn big_op(op: Op, a: &BigInt, b: &BigInt) -> R {
    let shift = |b: &BigInt| -> R<usize> {
        if b.is_negative() {
            return err("ValueError", "negative shift count");
        }
        match b.to_i64() {
            Some(n) if n < 1 << 36 => Ok(n as usize),
            _ => err("OverflowError", "too many digits in integer"),
        }
    };
    Ok(match op {
        Op::Add => Value::big(a.add(b)),
        Op::Sub => Value::big(a.sub(b)),
        Op::Mul => Value::big(a.mul(b)),
        Op::Div if b.is_zero() => return zero("division by zero"),
        Op::Div => Value::Float(divide(a, b)?),
        Op::FloorDiv if b.is_zero() => return zero("integer division or modulo by zero"),
        Op::Mod if b.is_zero() => return zero("integer modulo by zero"),
        Op::FloorDiv => Value::big(a.divmod(b).0),
        Op::Mod => Value::big(a.divmod(b).1),
        Op::Pow if b.is_negative() => {
            let (x, y) = (Num::Big(a.clone()).float()?, Num::Big(b.clone()).float()?);
            return float_pow(x, y);
        }
        Op::Pow => match b.to_i64() {
            Some(n) => Value::big(a.pow(n as u64)),
            None => return err("MemoryError", ""),
        },
        Op::Shl => Value::big(a.shl(shift(b)?)),
        Op::Shr => Value::big(a.shr(shift(b)?)),
        Op::And => Value::big(a.bitwise(b, |x, y| x & y)),
        Op::Or => Value::big(a.bitwise(b, |x, y| x | y)),
        Op::Xor => Value::big(a.bitwise(b, |x, y| x ^ y)),
        Op::MatMul => return err("TypeError", "unsupported operand type(s) for @: 'int' and 'int'"),
    })
}

/// Correctly rounded `a / b`.
fn divide(a: &BigInt, b: &BigInt) -> R<f64> {
    let negative = a.is_negative() != b.is_negative();
    let magnitude = |n: &BigInt| if n.is_negative() { n.neg() } else { n.clone() };
    let (a, b) = (magnitude(a), magnitude(b));
    if a.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // 66 bits of quotient with a sticky bit are enough for one rounding.
    let shift = a.bits() as i64 - b.bits() as i64 - 66;
    let (quotient, rest) =
        if shift >= 0 { a.divmod(&b.shl(shift as usize)) } else { a.shl((-shift) as usize).divmod(&b) };
    let sticky = if rest.is_zero() { quotient } else { quotient.bitwise(&BigInt::from_i128(1), |x, y| x | y) };
    if shift > 1000 {
        return err("OverflowError", "integer division result too large for a float");
    }
    let mut x = sticky.to_f64();
    let mut left = shift;
    while left < -1000 {
        x *= 2f64.powi(-1000);
        left += 1000;
    }
    x *= 2f64.powi(left as i32);
    if x.is_infinite() {
        return err("OverflowError", "integer division result too large for a float");
    }
    Ok(if negative { -x } else { x })
}

/// Mantissa in 0.5..1 and exponent.
pub fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    if exponent == 0 {
        let (mantissa, exponent) = frexp(x * 2f64.powi(64));
        return (mantissa, exponent - 64);
    }
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent - 1022)
}

/// `round(x, digits)`: to even on the exact decimal value.
pub fn round_to(x: f64, digits: i64) -> f64 {
    if !x.is_finite() || digits > 323 {
        return x;
    }
    if digits < -308 {
        return 0f64.copysign(x);
    }
    if digits >= 0 {
        return format!("{x:.*}", digits as usize).parse().unwrap_or(x);
    }
    let unit = 10f64.powi(-digits as i32);
    let scaled = x / unit;
    let rounded = scaled.round_ties_even();
    rounded * unit
}

/// `pow(base, exponent, modulus)`
///
/// # Errors
/// `ValueError` for a modulus of zero or a base without inverse.
pub fn pow_mod(base: &Value, exponent: &Value, modulus: &Value) -> R {
    let parts = (num(base).and_then(Num::big), num(exponent).and_then(Num::big), num(modulus).and_then(Num::big));
    let (Some(base), Some(exponent), Some(modulus)) = parts else {
        return err("TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
    };
    if modulus.is_zero() {
        return err("ValueError", "pow() 3rd argument cannot be 0");
    }
    let mut base = base.divmod(&modulus).1;
    let mut exponent = exponent;
    if exponent.is_negative() {
        base = inverse(&base, &modulus)?;
        exponent = exponent.neg();
    }
    let mut result = BigInt::from_i128(1).divmod(&modulus).1;
    while !exponent.is_zero() {
        if exponent.is_odd() {
            result = result.mul(&base).divmod(&modulus).1;
        }
        exponent = exponent.shr(1);
        base = base.mul(&base).divmod(&modulus).1;
    }
    Ok(Value::big(result))
}

fn inverse(a: &BigInt, modulus: &BigInt) -> R<BigInt> {
    let (mut r0, mut r1) = (modulus.clone(), a.clone());
    let (mut t0, mut t1) = (BigInt::from_i128(0), BigInt::from_i128(1));
    while !r1.is_zero() {
        let (quotient, rest) = r0.divmod(&r1);
        (r0, r1) = (r1, rest);
        let next = t0.sub(&quotient.mul(&t1));
        (t0, t1) = (t1, next);
    }
    if r0 == BigInt::from_i128(-1) {
        // A negative modulus leaves the negated divisor and factor.
        t0 = t0.neg();
    } else if r0 != BigInt::from_i128(1) {
        return err("ValueError", "base is not invertible for the given modulus");
    }
    Ok(t0.divmod(modulus).1)
}
