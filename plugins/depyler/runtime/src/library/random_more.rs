//! Distributions of `random`, in the order of CPython's draws.

use super::random::{Twister, float, normal};
use crate::exc::err;
use crate::func::Args;
use crate::value::{Name, R};
use std::f64::consts::{E, PI, TAU};

/// A number of the distribution of this name.
pub(super) fn distribution(mt: &mut Twister, name: Name, args: &Args) -> R<f64> {
    let needed = if name == "paretovariate" { 1 } else { 2 };
    args.at(needed - 1, name)?;
    let (a, b) = (float(args, 0, 0.0)?, float(args, 1, 1.0)?);
    match name {
        "lognormvariate" => exp(a + normal(mt) * b),
        "gammavariate" => gamma(mt, a, b),
        "betavariate" => {
            let y = gamma(mt, a, 1.0)?;
            Ok(if y != 0.0 { y / (y + gamma(mt, b, 1.0)?) } else { 0.0 })
        }
        "paretovariate" => {
            let u = 1.0 - mt.random();
            power(u, divide(-1.0, a)?)
        }
        "weibullvariate" => {
            let u = 1.0 - mt.random();
            Ok(a * power(-u.ln(), divide(1.0, b)?)?)
        }
        "vonmisesvariate" => Ok(von_mises(mt, a, b)),
        _ => err("AttributeError", format!("'Random' object has no attribute '{name}'")),
    }
}

/// This many bytes.
pub(super) fn bytes(mt: &mut Twister, n: usize) -> Vec<u8> {
    let mut all = mt.bits(n * 8).to_bytes();
    // The number's own bytes may begin with zeros, or have none.
    let extra = all.len().saturating_sub(n);
    all.drain(..extra);
    all.reverse();
    all.resize(n, 0);
    all
}

fn divide(a: f64, b: f64) -> R<f64> {
    if b == 0.0 { err("ZeroDivisionError", "float division by zero") } else { Ok(a / b) }
}

fn exp(x: f64) -> R<f64> {
    let out = x.exp();
    if out.is_infinite() && x.is_finite() { err("OverflowError", "math range error") } else { Ok(out) }
}

fn power(x: f64, y: f64) -> R<f64> {
    if x == 0.0 && y < 0.0 {
        return err("ZeroDivisionError", "0.0 cannot be raised to a negative power");
    }
    let out = x.powf(y);
    if out.is_infinite() && x.is_finite() && y.is_finite() {
        return err("OverflowError", "(34, 'Numerical result out of range')");
    }
    Ok(out)
}

fn gamma(mt: &mut Twister, alpha: f64, beta: f64) -> R<f64> {
    if !(alpha > 0.0 && beta > 0.0) {
        return err("ValueError", "gammavariate: alpha and beta must be > 0.0");
    }
    if alpha > 1.0 {
        let ainv = (2.0 * alpha - 1.0).sqrt();
        let bbb = alpha - 4f64.ln();
        let ccc = alpha + ainv;
        loop {
            let u1 = mt.random();
            if !(1e-7 < u1 && u1 < 0.999_999_9) {
                continue;
            }
            let u2 = 1.0 - mt.random();
            let v = (u1 / (1.0 - u1)).ln() / ainv;
            let x = alpha * exp(v)?;
            let z = u1 * u1 * u2;
            let r = bbb + ccc * v - x;
            if r + (1.0 + 4.5f64.ln()) - 4.5 * z >= 0.0 || r >= z.ln() {
                return Ok(x * beta);
            }
        }
    }
    if alpha == 1.0 {
        return Ok(-(1.0 - mt.random()).ln() * beta);
    }
    loop {
        let b = (E + alpha) / E;
        let p = b * mt.random();
        let x = if p <= 1.0 { power(p, 1.0 / alpha)? } else { -((b - p) / alpha).ln() };
        let u1 = mt.random();
        if if p > 1.0 { u1 <= power(x, alpha - 1.0)? } else { u1 <= exp(-x)? } {
            return Ok(x * beta);
        }
    }
}

fn von_mises(mt: &mut Twister, mu: f64, kappa: f64) -> f64 {
    if kappa <= 1e-6 {
        return TAU * mt.random();
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let z = loop {
        let z = (PI * mt.random()).cos();
        let d = z / (r + z);
        let u2 = mt.random();
        if u2 < 1.0 - d * d || u2 <= (1.0 - d) * d.exp() {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let angle = f.acos();
    let out = if mt.random() > 0.5 { mu + angle } else { mu - angle };
    // As `%` of floats, which takes the divisor's sign.
    let rest = out % TAU;
    if rest != 0.0 && rest < 0.0 { rest + TAU } else { rest }
}
