//! Elementary functions of one number, without branches, so that a loop over them vectorises.
//!
//! The exponential is reduced as x = n ln 2 + r with ln 2 in two parts (Cody & Waite, Software Manual for the Elementary
//! Functions, 1980), |r| <= ln 2 / 2, and e^r - 1 is summed by its Taylor series. The logarithm splits off the exponent and
//! uses log m = 2 artanh((m - 1) / (m + 1)).

use crate::element::Float;

/// Evaluate `c[0] + x c[1] + x^2 c[2] + …` by Horner's rule.
#[inline(always)]
fn horner<T: Float, const FMA: bool>(x: T, coefficients: &[T]) -> T {
    let mut sum = T::ZERO;
    for c in coefficients.iter().rev() {
        sum = sum.madd::<FMA>(x, *c);
    }
    sum
}

/// `low` for less, `high` for more, the value else; NaN stays.
#[inline(always)]
fn clamp<T: Float>(x: T, low: T, high: T) -> T {
    let x = if x > high { high } else { x };
    if x < low { low } else { x }
}

/// `(e^r - 1, n + ROUNDER)` with x = n ln 2 + r.
#[inline(always)]
fn reduce<T: Float, const FMA: bool>(x: T) -> (T, T) {
    let lifted = x.madd::<FMA>(T::LOG2_E, T::ROUNDER);
    let n = lifted - T::ROUNDER;
    let r = (-n).madd::<FMA>(T::LN2_HIGH, x);
    let r = (-n).madd::<FMA>(T::LN2_LOW, r);
    let tail = horner::<T, FMA>(r, T::EXP_SERIES);
    ((r * r).madd::<FMA>(tail, r), lifted)
}

/// `x 2^n`, also where the result is subnormal or infinite: the power is applied in two halves.
#[inline(always)]
fn scale<T: Float>(x: T, lifted: T) -> T {
    let n = lifted - T::ROUNDER;
    let half = n * T::constant(0.5) + T::ROUNDER;
    let rest = n - (half - T::ROUNDER) + T::ROUNDER;
    x * T::two_to(half) * T::two_to(rest)
}

/// e^x; within 1.1 ULP.
#[inline(always)]
pub(crate) fn exp<T: Float, const FMA: bool>(x: T) -> T {
    let (p, lifted) = reduce::<T, FMA>(clamp(x, T::EXP_MIN, T::EXP_MAX));
    scale(p + T::ONE, lifted)
}

/// e^x for x <= 0, as softmax needs it: what would be subnormal is zero.
#[inline(always)]
pub(crate) fn exp_of_negative<T: Float, const FMA: bool>(x: T) -> T {
    let floor = T::EXP_MIN * T::constant(0.83);
    let clamped = if x < floor { floor } else { x };
    let (p, lifted) = reduce::<T, FMA>(clamped);
    let value = (p + T::ONE) * T::two_to(lifted);
    if x < floor { T::ZERO } else { value }
}

/// ln x; within 1.1 ULP. Zero gives negative infinity, what is below NaN.
#[inline(always)]
pub(crate) fn log<T: Float, const FMA: bool>(x: T) -> T {
    let small = x < T::LEAST_NORMAL;
    let lifted = if small { x * T::LIFT } else { x };
    let (m, e) = lifted.split();
    let e = if small { e - T::LIFT_EXPONENT } else { e };
    let f = m - T::ONE;
    let s = f / (f + T::constant(2.0));
    let s2 = s * s;
    // log(1 + f) = f - s (f - 2 s^2 (1/3 + s^2/5 + …)): the leading f is exact, and what is taken off is small beside it.
    let series = horner::<T, FMA>(s2, T::ATANH_SERIES);
    let rest = s * ((s2 + s2).madd::<FMA>(-series, f));
    let low = e.madd::<FMA>(T::LN2_LOW, -rest);
    let value = e.madd::<FMA>(T::LN2_HIGH, f + low);
    let value = if x == T::INF { T::INF } else { value };
    let value = if x == T::ZERO { -T::INF } else { value };
    if x < T::ZERO || x.is_nan() { T::NAN } else { value }
}

/// Hyperbolic tangent; within 3 ULP. By e^2|x| - 1, so that small values keep their digits.
#[inline(always)]
pub(crate) fn tanh<T: Float, const FMA: bool>(x: T) -> T {
    // From 20 on the result is one in either type.
    let twice = clamp(x.magnitude() + x.magnitude(), T::ZERO, T::constant(40.0));
    let (p, lifted) = reduce::<T, FMA>(twice);
    let power = T::two_to(lifted);
    let minus_one = power.madd::<FMA>(p, power - T::ONE);
    (minus_one / (minus_one + T::constant(2.0))).with_sign(x)
}

/// The logistic function 1 / (1 + e^-x); within 3 ULP where the result is normal.
#[inline(always)]
pub(crate) fn sigmoid<T: Float, const FMA: bool>(x: T) -> T {
    T::ONE / (T::ONE + exp::<T, FMA>(-x))
}

/// The Gaussian error linear unit in its tanh form, x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) / 2
/// (Hendrycks & Gimpel 2016, arXiv 1606.08415, section 2), written as x times a logistic function: near -∞ no digits cancel.
#[inline(always)]
pub(crate) fn gelu<T: Float, const FMA: bool>(x: T) -> T {
    let cubic = (x * x).madd::<FMA>(T::constant(0.044_715), T::ONE) * x;
    let value = x * sigmoid::<T, FMA>(cubic * T::constant(1.595_769_121_605_730_7));
    if x == -T::INF { -T::ZERO } else { value }
}
