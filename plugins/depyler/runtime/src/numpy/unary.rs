//! Operations on one array, element by element.

use super::arith::Arith;
use super::array::Arr;
use super::convert::refuse;
use super::dtype::{C, DType};
use super::loops::map;
use super::ufunc::Bits;
use crate::exc::err;
use crate::value::R;

/// An operation on each element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // each has the name that it has in NumPy
pub enum Op {
    Negative,
    Positive,
    Absolute,
    Invert,
    Square,
    Sign,
    Reciprocal,
    Conjugate,
    LogicalNot,
    Sqrt,
    Exp,
    Exp2,
    Expm1,
    Log,
    Log2,
    Log10,
    Log1p,
    Sin,
    Cos,
    Tan,
    Arcsin,
    Arccos,
    Arctan,
    Sinh,
    Cosh,
    Tanh,
    Arcsinh,
    Arccosh,
    Arctanh,
    Cbrt,
    Floor,
    Ceil,
    Trunc,
    Rint,
    Deg2rad,
    Rad2deg,
    Isnan,
    Isinf,
    Isfinite,
    Signbit,
}

/// Applies an operation.
///
/// # Errors
/// `TypeError` for element types without it.
pub fn apply(op: Op, a: &Arr) -> R<Arr> {
    match op {
        Op::LogicalNot => return map::<bool, bool>(&a.as_dtype(DType::Bool)?, |x| !x),
        Op::Isnan | Op::Isinf | Op::Isfinite => return test(op, a),
        Op::Negative | Op::Positive | Op::Absolute | Op::Invert | Op::Square | Op::Sign | Op::Conjugate => {
            return plain(op, a);
        }
        Op::Floor | Op::Ceil | Op::Trunc if a.dtype().is_int() => return a.copy(),
        Op::Reciprocal if a.dtype().is_int() => return refuse("numpy.reciprocal of integers"),
        _ => {}
    }
    match a.dtype() {
        DType::Bool | DType::U8 => refuse("numpy.float16"),
        DType::I32 | DType::I64 => float(op, &a.cast(DType::F64)?),
        DType::F64 => float(op, a),
        DType::F32 => single(op, a),
        DType::C128 => complex(op, a),
    }
}

fn test(op: Op, a: &Arr) -> R<Arr> {
    match a.dtype() {
        DType::F64 => match op {
            Op::Isnan => map::<f64, bool>(a, f64::is_nan),
            Op::Isinf => map::<f64, bool>(a, f64::is_infinite),
            _ => map::<f64, bool>(a, f64::is_finite),
        },
        DType::C128 => match op {
            Op::Isnan => map::<C, bool>(a, |z| z.re.is_nan() || z.im.is_nan()),
            Op::Isinf => map::<C, bool>(a, |z| z.re.is_infinite() || z.im.is_infinite()),
            _ => map::<C, bool>(a, |z| z.re.is_finite() && z.im.is_finite()),
        },
        _ => test(op, &a.cast(DType::F64)?),
    }
}

fn arithmetic<T: Arith>(op: Op, a: &Arr) -> R<Arr> {
    match op {
        Op::Negative => map::<T, T>(a, T::neg),
        Op::Absolute => map::<T, T>(a, T::abs),
        Op::Square => map::<T, T>(a, |x| x.mul(x)),
        Op::Sign => map::<T, T>(a, T::sign),
        Op::Invert => no_loop("invert"),
        _ => a.copy(),
    }
}

fn ints<T: Bits>(op: Op, a: &Arr) -> R<Arr> {
    if op == Op::Invert { map::<T, T>(a, T::not) } else { arithmetic::<T>(op, a) }
}

fn no_loop<T>(name: &str) -> R<T> {
    err(
        "TypeError",
        format!(
            "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''"
        ),
    )
}

fn plain(op: Op, a: &Arr) -> R<Arr> {
    match a.dtype() {
        DType::Bool => match op {
            Op::Invert => map::<bool, bool>(a, |x| !x),
            Op::Absolute | Op::Conjugate => a.copy(),
            Op::Square => refuse("numpy.int8"),
            Op::Negative => err(
                "TypeError",
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.",
            ),
            _ => no_loop("positive"),
        },
        DType::U8 => ints::<u8>(op, a),
        DType::I32 => ints::<i32>(op, a),
        DType::I64 => ints::<i64>(op, a),
        DType::F32 => arithmetic::<f32>(op, a),
        DType::F64 => arithmetic::<f64>(op, a),
        DType::C128 => match op {
            Op::Absolute => map::<C, f64>(a, C::abs),
            Op::Conjugate => map::<C, C>(a, C::conj),
            Op::Square if a.ndim() > 0 && super::loops::wide() => map::<C, C>(a, |z| super::ufunc::fused(z, z)),
            _ => arithmetic::<C>(op, a),
        },
    }
}

macro_rules! real {
    ($name:ident, $t:ident) => {
        fn $name(op: Op, a: &Arr) -> R<Arr> {
            let f: fn($t) -> $t = match op {
                Op::Sqrt => return map::<$t, $t>(a, |x| x.sqrt()),
                Op::Reciprocal => return map::<$t, $t>(a, |x| 1.0 / x),
                Op::Floor => return map::<$t, $t>(a, |x| x.floor()),
                Op::Ceil => return map::<$t, $t>(a, |x| x.ceil()),
                Op::Trunc => return map::<$t, $t>(a, |x| x.trunc()),
                Op::Rint => return map::<$t, $t>(a, |x| x.round_ties_even()),
                Op::Deg2rad => return map::<$t, $t>(a, |x| x * (std::$t::consts::PI / 180.0)),
                Op::Rad2deg => return map::<$t, $t>(a, |x| x * (180.0 / std::$t::consts::PI)),
                Op::Signbit => return map::<$t, bool>(a, |x| x.is_sign_negative()),
                Op::Exp => $t::exp,
                Op::Exp2 => $t::exp2,
                Op::Expm1 => $t::exp_m1,
                Op::Log => $t::ln,
                Op::Log2 => $t::log2,
                Op::Log10 => $t::log10,
                Op::Log1p => $t::ln_1p,
                Op::Sin => $t::sin,
                Op::Cos => $t::cos,
                Op::Tan => $t::tan,
                Op::Arcsin => $t::asin,
                Op::Arccos => $t::acos,
                Op::Arctan => $t::atan,
                Op::Sinh => $t::sinh,
                Op::Cosh => $t::cosh,
                Op::Tanh => $t::tanh,
                Op::Arcsinh => |x| inverse_sinh(f64::from(x)) as $t,
                Op::Arccosh => |x| inverse_cosh(f64::from(x)) as $t,
                Op::Arctanh => |x| inverse_tanh(f64::from(x)) as $t,
                Op::Cbrt => $t::cbrt,
                _ => return no_loop("ufunc"),
            };
            map::<$t, $t>(a, f)
        }
    };
}
real!(float, f64);
real!(real_single, f32);

/// NumPy computes `float32` functions by code of its own; what may differ in the last digit is refused.
fn single(op: Op, a: &Arr) -> R<Arr> {
    match op {
        Op::Sqrt
        | Op::Reciprocal
        | Op::Floor
        | Op::Ceil
        | Op::Trunc
        | Op::Rint
        | Op::Deg2rad
        | Op::Rad2deg
        | Op::Signbit => real_single(op, a),
        _ => refuse(&format!("numpy's {op:?} of float32")),
    }
}

/// `asinh`, as the C library computes it.
fn inverse_sinh(x: f64) -> f64 {
    let t = x.abs();
    if t < 3.725_290_298_461_914e-9 || !t.is_finite() {
        return x;
    }
    let w = if t > 268_435_456.0 {
        t.ln() + std::f64::consts::LN_2
    } else if t > 2.0 {
        (2.0 * t + 1.0 / ((x * x + 1.0).sqrt() + t)).ln()
    } else {
        let square = x * x;
        (t + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    w.copysign(x)
}

/// `acosh`, as the C library computes it.
fn inverse_cosh(x: f64) -> f64 {
    if x < 1.0 {
        f64::NAN
    } else if x > 268_435_456.0 {
        x.ln() + std::f64::consts::LN_2
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let t = x - 1.0;
        (t + (2.0 * t + t * t).sqrt()).ln_1p()
    }
}

/// `atanh`, as the C library computes it.
fn inverse_tanh(x: f64) -> f64 {
    let t = x.abs();
    if t < 0.5 {
        if t < 3.725_290_298_461_914e-9 {
            return x;
        }
        let double = t + t;
        return (0.5 * (double + double * t / (1.0 - t)).ln_1p()).copysign(x);
    }
    if t < 1.0 {
        return (0.5 * ((t + t) / (1.0 - t)).ln_1p()).copysign(x);
    }
    if t > 1.0 { f64::NAN } else { x / 0.0 }
}

fn complex(op: Op, a: &Arr) -> R<Arr> {
    match op {
        Op::Sqrt => map::<C, C>(a, root),
        Op::Exp => map::<C, C>(a, |z| {
            let length = z.re.exp();
            C::new(length * z.im.cos(), length * z.im.sin())
        }),
        Op::Log => map::<C, C>(a, |z| C::new(z.abs().ln(), z.im.atan2(z.re))),
        Op::Reciprocal => map::<C, C>(a, |z| C::new(1.0, 0.0) / z),
        Op::Rint => map::<C, C>(a, |z| C::new(z.re.round_ties_even(), z.im.round_ties_even())),
        _ => refuse(&format!("numpy's {op:?} of complex numbers")),
    }
}

/// The square root with a real part that is not negative.
pub fn root(z: C) -> C {
    if z.re == 0.0 && z.im == 0.0 {
        return C::new(0.0, z.im);
    }
    let size = z.abs();
    if z.re >= 0.0 {
        let t = ((z.re + size) * 0.5).sqrt();
        C::new(t, z.im / (2.0 * t))
    } else {
        let t = ((-z.re + size) * 0.5).sqrt();
        C::new(z.im.abs() / (2.0 * t), t.copysign(z.im))
    }
}
