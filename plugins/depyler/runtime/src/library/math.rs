//! `math`

use crate::exc::err;
use crate::func::Args;
use crate::number::{Num, num};
use crate::value::{R, Value};

fn x(args: &Args, at: usize) -> R<f64> {
    let value = args.at(at, "math function")?;
    match num(value) {
        Some(n) => n.float(),
        None => match value {
            Value::Native(native) if native.0.call_method(value, "__float__", &Args::none()).is_none() => {
                err("TypeError", format!("must be real number, not {}", crate::class::class_of(value).full_name()))
            }
            Value::Obj(_) | Value::Native(_) => {
                match crate::construct::float(&crate::func::pos(std::slice::from_ref(value)))? {
                    Value::Float(x) => Ok(x),
                    _ => err("TypeError", "must be real number"),
                }
            }
            _ => err("TypeError", format!("must be real number, not {}", crate::class::class_of(value).full_name())),
        },
    }
}

fn domain<T>() -> R<T> {
    err("ValueError", "math domain error")
}

/// A result as `math` gives it: NaN from numbers is a domain error, infinity from finite numbers an overflow.
fn checked(result: f64, input: f64) -> R {
    if result.is_nan() && !input.is_nan() {
        return domain();
    }
    if result.is_infinite() && input.is_finite() {
        return err("OverflowError", "math range error");
    }
    Ok(Value::Float(result))
}

macro_rules! unary {
    ($($name:ident => $code:expr;)*) => {
        $(
            /// The function of this name in Python's `math`.
            ///
            /// # Errors
            /// `ValueError` outside of its domain, `OverflowError` past its range.
            pub fn $name(args: &Args) -> R {
                let input = x(args, 0)?;
                let code: fn(f64) -> f64 = $code;
                checked(code(input), input)
            }
        )*
    };
}

unary! {
    sqrt => f64::sqrt;
    cbrt => f64::cbrt;
    sin => f64::sin;
    cos => f64::cos;
    tan => f64::tan;
    asin => f64::asin;
    acos => f64::acos;
    atan => f64::atan;
    sinh => f64::sinh;
    cosh => f64::cosh;
    tanh => f64::tanh;
    asinh => f64::asinh;
    acosh => f64::acosh;
    exp => f64::exp;
    expm1 => f64::exp_m1;
    exp2 => f64::exp2;
    erf => super::special::erf;
    erfc => super::special::erfc;
    fabs => f64::abs;
    degrees => |x| x * (180.0 / std::f64::consts::PI);
    radians => |x| x * (std::f64::consts::PI / 180.0);
}

/// `math.gamma(x)`
///
/// # Errors
/// `ValueError` at a pole, `OverflowError` past the floats.
pub fn gamma(args: &Args) -> R {
    let input = x(args, 0)?;
    super::special::gamma(input).map_or_else(domain, |result| checked(result, input))
}

/// `math.lgamma(x)`
///
/// # Errors
/// `ValueError` at a pole, `OverflowError` past the floats.
pub fn lgamma(args: &Args) -> R {
    let input = x(args, 0)?;
    super::special::lgamma(input).map_or_else(domain, |result| checked(result, input))
}

macro_rules! constants {
    ($($name:ident => $value:expr;)*) => {
        $(
            /// The constant of this name in Python's `math`.
            pub fn $name() -> Value {
                Value::Float($value)
            }
        )*
    };
}

constants! {
    pi => std::f64::consts::PI;
    e => std::f64::consts::E;
    tau => std::f64::consts::TAU;
    inf => f64::INFINITY;
    nan => f64::NAN;
}

fn log_of(value: &Value, args: &Args, at: usize) -> R<f64> {
    if let Some(Num::Big(n)) = num(value) {
        if n.is_negative() {
            return domain();
        }
        let shift = n.bits().saturating_sub(1000);
        return Ok(n.shr(shift).to_f64().ln() + shift as f64 * std::f64::consts::LN_2);
    }
    let input = x(args, at)?;
    if input <= 0.0 { domain() } else { Ok(input.ln()) }
}

/// `math.log(x, base)`
///
/// # Errors
/// `ValueError` outside of its domain.
pub fn log(args: &Args) -> R {
    let top = log_of(args.at(0, "log")?, args, 0)?;
    match args.pos.get(1) {
        None => Ok(Value::Float(top)),
        Some(base) => {
            let bottom = log_of(base, args, 1)?;
            if bottom == 0.0 {
                err("ZeroDivisionError", "float division by zero")
            } else {
                Ok(Value::Float(top / bottom))
            }
        }
    }
}

fn log_with(args: &Args, function: fn(f64) -> f64, scale: f64) -> R {
    let value = args.at(0, "log")?;
    if let Some(Num::Big(_)) = num(value) {
        return Ok(Value::Float(log_of(value, args, 0)? / scale));
    }
    let input = x(args, 0)?;
    if input <= 0.0 { domain() } else { Ok(Value::Float(function(input))) }
}

/// `math.log2(x)`
///
/// # Errors
/// `ValueError` outside of its domain.
pub fn log2(args: &Args) -> R {
    log_with(args, f64::log2, std::f64::consts::LN_2)
}

/// `math.log10(x)`
///
/// # Errors
/// `ValueError` outside of its domain.
pub fn log10(args: &Args) -> R {
    log_with(args, f64::log10, std::f64::consts::LN_10)
}

/// `math.log1p(x)`
///
/// # Errors
/// `ValueError` outside of its domain.
pub fn log1p(args: &Args) -> R {
    let input = x(args, 0)?;
    if input <= -1.0 { domain() } else { Ok(Value::Float(input.ln_1p())) }
}

/// `math.atan2(y, x)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn atan2(args: &Args) -> R {
    Ok(Value::Float(x(args, 0)?.atan2(x(args, 1)?)))
}

/// `math.pow(x, y)`
///
/// # Errors
/// `ValueError` outside of its domain.
pub fn pow(args: &Args) -> R {
    let (a, b) = (x(args, 0)?, x(args, 1)?);
    if a == 0.0 && b < 0.0 {
        return domain();
    }
    checked(a.powf(b), if a.is_finite() { b } else { a })
}

/// `math.fmod(x, y)`
///
/// # Errors
/// `ValueError` outside of its domain.
pub fn fmod(args: &Args) -> R {
    let (a, b) = (x(args, 0)?, x(args, 1)?);
    if b == 0.0 || a.is_infinite() { domain() } else { Ok(Value::Float(a % b)) }
}

/// `math.copysign(x, y)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn copysign(args: &Args) -> R {
    Ok(Value::Float(x(args, 0)?.copysign(x(args, 1)?)))
}

/// `math.hypot(*xs)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn hypot(args: &Args) -> R {
    let parts = (0..args.pos.len()).map(|at| Ok(x(args, at)?.abs())).collect::<R<Vec<f64>>>()?;
    Ok(Value::Float(super::norm::norm(&parts)))
}

/// `math.dist(p, q)`
///
/// # Errors
/// `ValueError` for points of different dimensions.
pub fn dist(args: &Args) -> R {
    let (p, q) = (crate::iter::to_vec(args.at(0, "dist")?)?, crate::iter::to_vec(args.at(1, "dist")?)?);
    if p.len() != q.len() {
        return err("ValueError", "both points must have the same number of dimensions");
    }
    let (p, q) = (crate::func::pos(&p), crate::func::pos(&q));
    let parts = (0..p.pos.len()).map(|at| Ok((x(&p, at)? - x(&q, at)?).abs())).collect::<R<Vec<f64>>>()?;
    Ok(Value::Float(super::norm::norm(&parts)))
}

fn rounded(args: &Args, method: &'static str, code: fn(f64) -> f64) -> R {
    let value = args.at(0, method)?;
    match num(value) {
        Some(Num::Float(x)) => crate::construct::float_to_int(code(x)),
        Some(_) => value.plus(),
        None if crate::attr::get_opt(value, method)?.is_some() => value.method(method, &[]),
        None => crate::construct::float_to_int(code(x(args, 0)?)),
    }
}

/// `math.floor(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn floor(args: &Args) -> R {
    rounded(args, "__floor__", f64::floor)
}

/// `math.ceil(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn ceil(args: &Args) -> R {
    rounded(args, "__ceil__", f64::ceil)
}

/// `math.trunc(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn trunc(args: &Args) -> R {
    rounded(args, "__trunc__", f64::trunc)
}

/// `math.isnan(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn isnan(args: &Args) -> R {
    Ok(Value::Bool(x(args, 0)?.is_nan()))
}

/// `math.isinf(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn isinf(args: &Args) -> R {
    Ok(Value::Bool(x(args, 0)?.is_infinite()))
}

/// `math.isfinite(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn isfinite(args: &Args) -> R {
    Ok(Value::Bool(x(args, 0)?.is_finite()))
}

/// `math.isclose(a, b, rel_tol, abs_tol)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn isclose(args: &Args) -> R {
    let (a, b) = (x(args, 0)?, x(args, 1)?);
    let tolerance = |name, default: f64| match args.kwarg(name) {
        Some(value) => x(&crate::func::pos(&[value]), 0),
        None => Ok(default),
    };
    let (relative, absolute) = (tolerance("rel_tol", 1e-9)?, tolerance("abs_tol", 0.0)?);
    if a == b {
        return Ok(Value::Bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let distance = (b - a).abs();
    Ok(Value::Bool(distance <= (relative * b).abs() || distance <= (relative * a).abs() || distance <= absolute))
}

fn integer(value: &Value) -> R {
    match value {
        Value::Int(_) | Value::Big(_) => Ok(value.clone()),
        Value::Bool(b) => Ok(Value::Int(i64::from(*b))),
        Value::Obj(_) => crate::item::index(value, "int").map(Value::Int),
        _ => err(
            "TypeError",
            format!("'{}' object cannot be interpreted as an integer", crate::class::class_of(value).full_name()),
        ),
    }
}

/// `math.gcd(*ns)`
///
/// # Errors
/// `TypeError` when they are no integers.
pub fn gcd(args: &Args) -> R {
    let mut total = Value::Int(0);
    for value in args.pos {
        let mut other = integer(value)?;
        while other.truth()? {
            let rest = total.modulo(&other)?;
            total = std::mem::replace(&mut other, rest);
        }
        total = crate::builtins::abs(&crate::func::pos(&[total]))?;
    }
    Ok(total)
}

/// `math.lcm(*ns)`
///
/// # Errors
/// `TypeError` when they are no integers.
pub fn lcm(args: &Args) -> R {
    let mut total = Value::Int(1);
    for value in args.pos {
        let value = integer(value)?;
        if !value.truth()? {
            return Ok(Value::Int(0));
        }
        let common = gcd(&crate::func::pos(&[total.clone(), value.clone()]))?;
        let product = total.floor_div(&common)?.mul(&value)?;
        total = crate::builtins::abs(&crate::func::pos(&[product]))?;
    }
    Ok(total)
}

/// `math.factorial(n)`
///
/// # Errors
/// `ValueError` for negative numbers.
pub fn factorial(args: &Args) -> R {
    let n = match integer(args.at(0, "factorial")?)? {
        Value::Int(n) if n >= 0 => n,
        Value::Int(_) => return err("ValueError", "factorial() not defined for negative values"),
        _ => return err("OverflowError", "factorial() argument should not exceed 9223372036854775807"),
    };
    product(1, n)
}

/// The product of `low..=high` by halves, so that factors stay of equal size.
fn product(low: i64, high: i64) -> R {
    if high - low < 8 {
        let mut total = Value::Int(1);
        for n in low.max(1)..=high {
            total = total.mul(&Value::Int(n))?;
        }
        return Ok(total);
    }
    let middle = low + (high - low) / 2;
    product(low, middle)?.mul(&product(middle + 1, high)?)
}

/// `math.comb(n, k)`
///
/// # Errors
/// `ValueError` for negative numbers.
pub fn comb(args: &Args) -> R {
    let (Value::Int(n), Value::Int(k)) = (integer(args.at(0, "comb")?)?, integer(args.at(1, "comb")?)?) else {
        return err("OverflowError", "comb() arguments too large");
    };
    if n < 0 || k < 0 {
        return err(
            "ValueError",
            if n < 0 { "n must be a non-negative integer" } else { "k must be a non-negative integer" },
        );
    }
    let k = k.min(n - k);
    let mut total = Value::Int(i64::from(k >= 0));
    for at in 0..k.max(0) {
        total = total.mul(&Value::Int(n - at))?.floor_div(&Value::Int(at + 1))?;
    }
    Ok(total)
}

/// `math.perm(n, k)`
///
/// # Errors
/// `ValueError` for negative numbers.
pub fn perm(args: &Args) -> R {
    let n = integer(args.at(0, "perm")?)?;
    let Some(k) = args.pos.get(1).filter(|k| !k.is_none()) else { return factorial(args) };
    let (Value::Int(n), Value::Int(k)) = (n, integer(k)?) else {
        return err("OverflowError", "perm() arguments too large");
    };
    if n < 0 || k < 0 {
        return err(
            "ValueError",
            if n < 0 { "n must be a non-negative integer" } else { "k must be a non-negative integer" },
        );
    }
    if k > n { Ok(Value::Int(0)) } else { product(n - k + 1, n) }
}

/// `math.isqrt(n)`
///
/// # Errors
/// `ValueError` for negative numbers.
pub fn isqrt(args: &Args) -> R {
    let n = integer(args.at(0, "isqrt")?)?;
    if n.is_lt(&Value::Int(0))? {
        return err("ValueError", "isqrt() argument must be nonnegative");
    }
    if let Value::Int(n) = n {
        return Ok(Value::Int((n as u64).isqrt() as i64));
    }
    let bits = n.method("bit_length", &[])?;
    let mut guess = Value::Int(1).shl(&bits.add(&Value::Int(1))?.floor_div(&Value::Int(2))?)?;
    loop {
        let next = guess.add(&n.floor_div(&guess)?)?.shr(&Value::Int(1))?;
        if next.is_ge(&guess)? {
            return Ok(guess);
        }
        guess = next;
    }
}

/// `math.prod(items, start=1)`
///
/// # Errors
/// `TypeError` when they cannot be multiplied.
pub fn prod(args: &Args) -> R {
    let mut total = args.kwarg("start").unwrap_or(Value::Int(1));
    let mut items = crate::iter::iter(args.at(0, "prod")?)?;
    while let Some(item) = items.next()? {
        total = total.mul(&item)?;
    }
    Ok(total)
}

/// `math.fsum(items)`: exactly rounded, by Shewchuk's partial sums.
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn fsum(args: &Args) -> R {
    let mut partials: Vec<f64> = vec![];
    for item in crate::iter::to_vec(args.at(0, "fsum")?)? {
        let mut x = x(&crate::func::pos(&[item]), 0)?;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        partials.push(x);
    }
    let mut high = 0.0;
    let mut n = partials.len();
    while n > 0 {
        n -= 1;
        let x = high;
        let y = partials[n];
        high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            // Half-way cases are decided by the next partial.
            if n > 0 && (low < 0.0) == (partials[n - 1] < 0.0) {
                let twice = low * 2.0;
                let up = high + twice;
                if twice == up - high {
                    high = up;
                }
            }
            break;
        }
    }
    Ok(Value::Float(high))
}

/// `math.modf(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn modf(args: &Args) -> R {
    let x = x(args, 0)?;
    let fraction = if x.is_infinite() { 0f64.copysign(x) } else { x.fract().copysign(x) };
    Ok(Value::tuple(vec![Value::Float(fraction), Value::Float(x.trunc())]))
}

/// `math.frexp(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn frexp(args: &Args) -> R {
    let (mantissa, exponent) = crate::number::frexp(x(args, 0)?);
    Ok(Value::tuple(vec![Value::Float(mantissa), Value::Int(exponent)]))
}

/// `math.ldexp(x, n)`
///
/// # Errors
/// `OverflowError` past the range of floats.
pub fn ldexp(args: &Args) -> R {
    let (mut x, mut n) = (x(args, 0)?, crate::item::index(args.at(1, "ldexp")?, "int")?.clamp(-5000, 5000));
    let input = x;
    while n > 1000 {
        x *= 2f64.powi(1000);
        n -= 1000;
    }
    while n < -1000 {
        x *= 2f64.powi(-1000);
        n += 1000;
    }
    checked(x * 2f64.powi(n as i32), input)
}

/// `math.nextafter(x, y)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn nextafter(args: &Args) -> R {
    let (from, to) = (x(args, 0)?, x(args, 1)?);
    Ok(Value::Float(if from.is_nan() || to.is_nan() {
        f64::NAN
    } else if from == to {
        to
    } else if to > from {
        from.next_up()
    } else {
        from.next_down()
    }))
}

/// `math.ulp(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn ulp(args: &Args) -> R {
    let size = x(args, 0)?.abs();
    if !size.is_finite() {
        return Ok(Value::Float(size));
    }
    let next = size.next_up();
    Ok(Value::Float(if next.is_infinite() { size - size.next_down() } else { next - size }))
}

/// `math.remainder(x, y)`
///
/// # Errors
/// `ValueError` outside of its domain.
pub fn remainder(args: &Args) -> R {
    let (a, b) = (x(args, 0)?, x(args, 1)?);
    if a.is_nan() || b.is_nan() {
        return Ok(Value::Float(f64::NAN));
    }
    if a.is_infinite() || b == 0.0 {
        return domain();
    }
    if b.is_infinite() {
        return Ok(Value::Float(a));
    }
    let (size, unit) = (a.abs(), b.abs());
    let m = size % unit;
    let c = unit - m;
    let rest = if m < c {
        m
    } else if m > c {
        -c
    } else {
        m - 2.0 * ((0.5 * (size - m)) % unit)
    };
    Ok(Value::Float(1f64.copysign(a) * rest))
}
