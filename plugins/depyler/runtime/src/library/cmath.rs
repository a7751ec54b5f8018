//! `cmath`

use crate::complex::{Complex, of, value};
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

fn arg(args: &Args, at: usize, name: &str) -> R<Complex> {
    let Some(x) = args.pos.get(at) else { return err("TypeError", format!("{name}() takes exactly one argument")) };
    match of(x)? {
        Some(z) => Ok(z),
        None => err("TypeError", format!("must be real number, not {}", crate::class::class_of(x).full_name())),
    }
}

/// `pi`
pub fn pi() -> Value {
    Value::Float(std::f64::consts::PI)
}
/// `e`
pub fn e() -> Value {
    Value::Float(std::f64::consts::E)
}
/// `tau`
pub fn tau() -> Value {
    Value::Float(std::f64::consts::TAU)
}
/// `inf`
pub fn inf() -> Value {
    Value::Float(f64::INFINITY)
}
/// `nan`
pub fn nan() -> Value {
    Value::Float(f64::NAN)
}
/// `infj`
pub fn infj() -> Value {
    value(0.0, f64::INFINITY)
}
/// `nanj`
pub fn nanj() -> Value {
    value(0.0, f64::NAN)
}

fn root(z: Complex) -> Complex {
    if z.re == 0.0 && z.im == 0.0 {
        return Complex { re: 0.0, im: z.im };
    }
    let (ax, ay) = (z.re.abs(), z.im.abs());
    let s = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        let up = 2f64.powi(54);
        let ax = ax * up;
        (ax + ax.hypot(ay * up)).sqrt() * 2f64.powi(-27)
    } else {
        let ax = ax / 8.0;
        2.0 * (ax + ax.hypot(ay / 8.0)).sqrt()
    };
    let d = ay / (2.0 * s);
    if z.re >= 0.0 { Complex { re: s, im: d.copysign(z.im) } } else { Complex { re: d, im: s.copysign(z.im) } }
}

fn logarithm(z: Complex) -> R<Complex> {
    let (ax, ay) = (z.re.abs(), z.im.abs());
    if ax == 0.0 && ay == 0.0 {
        return err("ValueError", "math domain error");
    }
    let h = ax.hypot(ay);
    let re = if (0.71..=1.73).contains(&h) {
        let (am, an) = if ax > ay { (ax, ay) } else { (ay, ax) };
        ((am - 1.0) * (am + 1.0) + an * an).ln_1p() / 2.0
    } else {
        h.ln()
    };
    Ok(Complex { re, im: z.im.atan2(z.re) })
}

fn sinh_of(z: Complex) -> Complex {
    Complex { re: z.im.cos() * z.re.sinh(), im: z.im.sin() * z.re.cosh() }
}

fn cosh_of(z: Complex) -> Complex {
    Complex { re: z.im.cos() * z.re.cosh(), im: z.im.sin() * z.re.sinh() }
}

fn tanh_of(z: Complex) -> Complex {
    if z.re.abs() > 350.0 {
        return Complex { re: 1f64.copysign(z.re), im: 4.0 * z.im.sin() * z.im.cos() * (-2.0 * z.re.abs()).exp() };
    }
    let (tx, ty, cx) = (z.re.tanh(), z.im.tan(), 1.0 / z.re.cosh());
    let both = tx * ty;
    let denominator = 1.0 + both * both;
    Complex { re: tx * (1.0 + ty * ty) / denominator, im: ((ty / denominator) * cx) * cx }
}

fn give(z: Complex) -> R {
    Ok(value(z.re, z.im))
}

fn turned(z: Complex) -> Complex {
    Complex { re: -z.im, im: z.re }
}

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident $z:ident $body:expr;)*) => {
        $(
            $(#[$doc])*
            ///
            /// # Errors
            /// `TypeError` when it is no number, `ValueError` outside of the domain.
            pub fn $name(args: &Args) -> R {
                let $z = arg(args, 0, stringify!($name))?;
                $body
            }
        )*
    };
}

functions! {
    /// `sqrt(z)`
    sqrt z give(root(z));
    /// `exp(z)`
    exp z {
        let l = z.re.exp();
        give(Complex { re: l * z.im.cos(), im: l * z.im.sin() })
    };
    /// `log10(z)`
    log10 z {
        let l = logarithm(z)?;
        give(Complex { re: l.re / std::f64::consts::LN_10, im: l.im / std::f64::consts::LN_10 })
    };
    /// `sinh(z)`
    sinh z give(sinh_of(z));
    /// `cosh(z)`
    cosh z give(cosh_of(z));
    /// `tanh(z)`
    tanh z give(tanh_of(z));
    /// `sin(z)`
    sin z {
        let s = sinh_of(turned(z));
        give(Complex { re: s.im, im: -s.re })
    };
    /// `cos(z)`
    cos z give(cosh_of(turned(z)));
    /// `tan(z)`
    tan z {
        let s = tanh_of(turned(z));
        give(Complex { re: s.im, im: -s.re })
    };
    /// `phase(z)`
    phase z Ok(Value::Float(z.im.atan2(z.re)));
    /// `polar(z)`
    polar z Ok(Value::tuple(vec![z.re.hypot(z.im).into(), z.im.atan2(z.re).into()]));
    /// `isnan(z)`
    isnan z Ok(Value::Bool(z.re.is_nan() || z.im.is_nan()));
    /// `isinf(z)`
    isinf z Ok(Value::Bool(z.re.is_infinite() || z.im.is_infinite()));
    /// `isfinite(z)`
    isfinite z Ok(Value::Bool(z.re.is_finite() && z.im.is_finite()));
}

/// `log(z, base)`
///
/// # Errors
/// `ValueError` for zero.
pub fn log(args: &Args) -> R {
    let l = logarithm(arg(args, 0, "log")?)?;
    if args.pos.len() < 2 {
        return give(l);
    }
    let base = logarithm(arg(args, 1, "log")?)?;
    match l.over(base) {
        Some(z) => give(z),
        None => err("ZeroDivisionError", "complex division by zero"),
    }
}

/// `rect(r, phi)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn rect(args: &Args) -> R {
    let (r, phi) = (arg(args, 0, "rect")?.re, arg(args, 1, "rect")?.re);
    if phi == 0.0 {
        return Ok(value(r, r * phi));
    }
    Ok(value(r * phi.cos(), r * phi.sin()))
}

/// `isclose(a, b, rel_tol, abs_tol)`
///
/// # Errors
/// `TypeError` when they are no numbers.
pub fn isclose(args: &Args) -> R {
    let (a, b) = (arg(args, 0, "isclose")?, arg(args, 1, "isclose")?);
    let tolerance = |name, default: f64| -> R<f64> {
        args.kwarg(name).map_or(Ok(default), |v| of(&v).map(|z| z.map_or(default, |z| z.re)))
    };
    let (rel, abs) = (tolerance("rel_tol", 1e-9)?, tolerance("abs_tol", 0.0)?);
    if a == b {
        return Ok(Value::Bool(true));
    }
    let size = |z: Complex| z.re.hypot(z.im);
    let diff = size(Complex { re: a.re - b.re, im: a.im - b.im });
    Ok(Value::Bool(diff <= rel * size(b) || diff <= rel * size(a) || diff <= abs))
}
