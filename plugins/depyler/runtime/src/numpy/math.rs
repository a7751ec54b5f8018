//! Functions on elements, as the module has them.

use super::array::{Arr, with_type};
use super::convert::{Operand, arr, bind, given, int, need, operand, refuse};
use super::create::api;
use super::dtype::{C, DType};
use super::loops::map;
use super::object::{NdArray, result};
use super::{ufunc, unary};
use crate::exc::err;
use crate::func::Args;
use crate::native::downcast;
use crate::value::{R, Value};

/// Gives a result, or writes it into `out`.
fn deliver(out: Option<Value>, done: Arr) -> R {
    match given(out) {
        Some(out) => {
            let target = arr(&out)?;
            if downcast::<NdArray>(&out).is_none() {
                return err("TypeError", "return arrays must be of ArrayType");
            }
            if target.shape != done.shape {
                return err("ValueError", "non-broadcastable output operand");
            }
            if !done.dtype().casts_to(target.dtype()) {
                return err("TypeError", "Cannot cast ufunc output with casting rule 'same_kind'");
            }
            target.assign(&done)?;
            Ok(out)
        }
        None => result(done),
    }
}

fn one(op: unary::Op, name: &str, args: &Args) -> R {
    let [x, out] = bind(args, name, ["x", "out"])?;
    deliver(out, unary::apply(op, &arr(&need(x, name, "x")?)?)?)
}

/// `out` of `numpy.name` as a tuple is not taken.
fn two(op: ufunc::Op, name: &str, args: &Args) -> R {
    let [a, b, out, kind] = bind(args, name, ["x1", "x2", "out", "dtype"])?;
    if given(kind).is_some() {
        return refuse(&format!("numpy.{name} with `dtype`"));
    }
    let (a, b) = (need(a, name, "x1")?, need(b, name, "x2")?);
    let (Some(a), Some(b)) = (operand(&a)?, operand(&b)?) else { return refuse(&format!("numpy.{name} of objects")) };
    deliver(out, ufunc::binary(op, &a, &b)?)
}

macro_rules! one {
    ($($name:ident $op:ident;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "`")]
        ///
        /// # Errors
        /// `TypeError` for element types without it.
        pub fn $name(args: &Args) -> R {
            one(unary::Op::$op, stringify!($name), args)
        }
    )*};
}
one! {
    negative Negative;
    positive Positive;
    absolute Absolute;
    abs Absolute;
    fabs Absolute;
    invert Invert;
    bitwise_not Invert;
    square Square;
    sign Sign;
    reciprocal Reciprocal;
    conj Conjugate;
    conjugate Conjugate;
    logical_not LogicalNot;
    sqrt Sqrt;
    exp Exp;
    exp2 Exp2;
    expm1 Expm1;
    log Log;
    log2 Log2;
    log10 Log10;
    log1p Log1p;
    sin Sin;
    cos Cos;
    tan Tan;
    arcsin Arcsin;
    arccos Arccos;
    arctan Arctan;
    sinh Sinh;
    cosh Cosh;
    tanh Tanh;
    arcsinh Arcsinh;
    arccosh Arccosh;
    arctanh Arctanh;
    cbrt Cbrt;
    floor Floor;
    ceil Ceil;
    trunc Trunc;
    fix Trunc;
    rint Rint;
    deg2rad Deg2rad;
    radians Deg2rad;
    rad2deg Rad2deg;
    degrees Rad2deg;
    isnan Isnan;
    isinf Isinf;
    isfinite Isfinite;
    signbit Signbit;
}

macro_rules! two {
    ($($name:ident $op:ident;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "`")]
        ///
        /// # Errors
        /// `ValueError` for shapes that do not fit.
        pub fn $name(args: &Args) -> R {
            two(ufunc::Op::$op, stringify!($name), args)
        }
    )*};
}
two! {
    add Add;
    subtract Subtract;
    multiply Multiply;
    divide Divide;
    true_divide Divide;
    floor_divide FloorDivide;
    remainder Remainder;
    mod_ Remainder;
    fmod Fmod;
    power Power;
    maximum Maximum;
    minimum Minimum;
    fmax Fmax;
    fmin Fmin;
    arctan2 Arctan2;
    hypot Hypot;
    copysign Copysign;
    logaddexp Logaddexp;
    equal Equal;
    not_equal NotEqual;
    less Less;
    less_equal LessEqual;
    greater Greater;
    greater_equal GreaterEqual;
    logical_and LogicalAnd;
    logical_or LogicalOr;
    logical_xor LogicalXor;
    bitwise_and And;
    bitwise_or Or;
    bitwise_xor Xor;
    left_shift Shl;
    right_shift Shr;
    gcd Gcd;
    lcm Lcm;
}

/// The real or the imaginary parts, copied.
///
/// # Errors
/// None in practice.
pub fn part(a: &Arr, imaginary: bool) -> R<Arr> {
    match (a.dtype(), imaginary) {
        (DType::C128, false) => map::<C, f64>(a, |z| z.re),
        (DType::C128, true) => map::<C, f64>(a, |z| z.im),
        (_, false) => Ok(a.clone()),
        (_, true) => Ok(Arr::filled(a.dtype_zero(), &a.shape)),
    }
}

/// `isclose` of two arrays.
fn close(args: &Args, name: &str) -> R<Arr> {
    let [a, b, rtol, atol, nan] = bind(args, name, ["a", "b", "rtol", "atol", "equal_nan"])?;
    let (a, b) = (arr(&need(a, name, "a")?)?, arr(&need(b, name, "b")?)?);
    if a.dtype() == DType::C128 || b.dtype() == DType::C128 {
        return refuse(&format!("numpy.{name} of complex numbers"));
    }
    let rtol = rtol.map_or(Ok(1e-5), |x| super::convert::float(&x))?;
    let atol = atol.map_or(Ok(1e-8), |x| super::convert::float(&x))?;
    let both_nan = super::convert::flag(nan, false)?;
    let shape = super::array::broadcast(&[&a.shape, &b.shape])?;
    let (a, b) = (a.cast(DType::F64)?.stretched(&shape)?, b.cast(DType::F64)?.stretched(&shape)?);
    super::loops::zip::<f64, f64, bool>(&a, &b, move |x, y| {
        let near = y.is_finite() && (x - y).abs() <= atol + rtol * y.abs();
        near || x == y || both_nan && x.is_nan() && y.is_nan()
    })
}

/// Limits of `clip`: an operation with each that is there.
fn clipped(a: Operand, low: Option<Value>, high: Option<Value>) -> R<Arr> {
    let mut out = a;
    for (bound, op) in [(given(low), ufunc::Op::Maximum), (given(high), ufunc::Op::Minimum)] {
        if let Some(bound) = bound {
            let Some(bound) = operand(&bound)? else { return refuse("numpy.clip of objects") };
            out = Operand::Arr(ufunc::binary(op, &out, &bound)?);
        }
    }
    Ok(out.arr())
}

api! {
    isclose(args) { result(close(args, "isclose")?) }
    allclose(args) {
        let hits = close(args, "allclose")?;
        let axes: Vec<usize> = (0..hits.ndim()).collect();
        Ok(Value::Bool(super::reduce::all(&hits, &axes)?.only()?.to::<bool>()))
    }
    array_equal(args) {
        let [a, b] = bind(args, "array_equal", ["a1", "a2"])?;
        let (a, b) = (arr(&need(a, "array_equal", "a1")?)?, arr(&need(b, "array_equal", "a2")?)?);
        if a.shape != b.shape {
            return Ok(Value::Bool(false));
        }
        let hits = ufunc::binary(ufunc::Op::Equal, &Operand::Arr(a), &Operand::Arr(b))?;
        let axes: Vec<usize> = (0..hits.ndim()).collect();
        Ok(Value::Bool(super::reduce::all(&hits, &axes)?.only()?.to::<bool>()))
    }
    clip(args) {
        let [a, low, high, out, min, max] = bind(args, "clip", ["a", "a_min", "a_max", "out", "min", "max"])?;
        let Some(a) = operand(&need(a, "clip", "a")?)? else { return refuse("numpy.clip of objects") };
        let a = Operand::Arr(a.arr());
        deliver(out, clipped(a, given(low).or(min), given(high).or(max))?)
    }
    round(args) {
        let [a, digits, out] = bind(args, "round", ["a", "decimals", "out"])?;
        let a = arr(&need(a, "round", "a")?)?;
        if a.dtype() == DType::Bool {
            return refuse("numpy.float16");
        }
        deliver(out, ufunc::round(&a, digits.map_or(Ok(0), |d| int(&d))?)?)
    }
    around(args) { round(args) }
    real(args) { result(part(&arr(args.at(0, "real")?)?, false)?) }
    imag(args) { result(part(&arr(args.at(0, "imag")?)?, true)?) }
    angle(args) {
        let [z, degrees] = bind(args, "angle", ["z", "deg"])?;
        let z = arr(&need(z, "angle", "z")?)?.cast(DType::C128)?;
        let out = map::<C, f64>(&z, |z| z.im.atan2(z.re))?;
        let degrees = super::convert::flag(degrees, false)?;
        result(if degrees { map::<f64, f64>(&out, |x| x * (180.0 / std::f64::consts::PI))? } else { out })
    }
    iscomplexobj(args) { Ok(Value::Bool(arr(args.at(0, "iscomplexobj")?)?.dtype() == DType::C128)) }
    isscalar(args) {
        let value = args.at(0, "isscalar")?;
        let scalar = downcast::<super::object::Scalar>(value).is_some();
        let number = matches!(value, Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Big(_) | Value::Str(_));
        Ok(Value::Bool(scalar || number || downcast::<crate::complex::Complex>(value).is_some()))
    }
    sinc(args) {
        let x = super::convert::floats(args.at(0, "sinc")?)?;
        result(map::<f64, f64>(&x.as_dtype(DType::F64)?, |x| {
            let y = std::f64::consts::PI * if x == 0.0 { f64::EPSILON } else { x };
            y.sin() / y
        })?)
    }
    heaviside(args) {
        let [x, half] = bind(args, "heaviside", ["x1", "x2"])?;
        let (x, half) = (arr(&need(x, "heaviside", "x1")?)?, super::convert::float(&need(half, "heaviside", "x2")?)?);
        result(map::<f64, f64>(&x.cast(DType::F64)?, move |x| {
            if x.is_nan() { x } else if x == 0.0 { half } else { f64::from(u8::from(x > 0.0)) }
        })?)
    }
    nan_to_num(args) {
        let [x, _, nan] = bind(args, "nan_to_num", ["x", "copy", "nan"])?;
        let x = arr(&need(x, "nan_to_num", "x")?)?;
        let nan = nan.map_or(Ok(0.0), |x| super::convert::float(&x))?;
        if x.dtype().is_int() {
            return result(x.copy()?);
        }
        if x.dtype() != DType::F64 {
            return refuse("numpy.nan_to_num of this element type");
        }
        result(map::<f64, f64>(&x, move |x| {
            if x.is_nan() { nan } else { x.clamp(f64::MIN, f64::MAX) }
        })?)
    }
    divmod(args) {
        let pair = [floor_divide(args)?, remainder(args)?];
        Ok(Value::tuple(pair.to_vec()))
    }
    modf(args) {
        let x = super::convert::floats(args.at(0, "modf")?)?.as_dtype(DType::F64)?;
        let whole = unary::apply(unary::Op::Trunc, &x)?;
        let rest = map::<f64, f64>(&x, |x| if x.is_infinite() { 0f64.copysign(x) } else { (x - x.trunc()).copysign(x) })?;
        Ok(Value::tuple(vec![result(rest)?, result(whole)?]))
    }
    interp(args) {
        let [x, xp, fp] = bind(args, "interp", ["x", "xp", "fp"])?;
        let x = arr(&need(x, "interp", "x")?)?.cast(DType::F64)?;
        let (xp, fp) = (arr(&need(xp, "interp", "xp")?)?.vec::<f64>()?, arr(&need(fp, "interp", "fp")?)?.vec::<f64>()?);
        if xp.len() != fp.len() {
            return err("ValueError", "fp and xp are not of the same length.");
        }
        let Some(last) = xp.len().checked_sub(1) else { return err("ValueError", "array of sample points is empty") };
        let at = |x: f64| {
            if x.is_nan() {
                return x;
            }
            let j = xp.partition_point(|p| *p <= x);
            if j == 0 {
                return fp[0];
            }
            let j = j - 1;
            if j >= last {
                return fp[last];
            }
            if xp[j] == x {
                return fp[j];
            }
            let slope = (fp[j + 1] - fp[j]) / (xp[j + 1] - xp[j]);
            slope * (x - xp[j]) + fp[j]
        };
        let items: Vec<f64> = x.vals::<f64>()?.iter().map(|x| at(*x)).collect();
        result(Arr::new(items, &x.shape))
    }
    polyval(args) {
        let [p, x] = bind(args, "polyval", ["p", "x"])?;
        let p = arr(&need(p, "polyval", "p")?)?;
        let Some(x) = operand(&need(x, "polyval", "x")?)? else { return refuse("numpy.polyval of objects") };
        let x = Operand::Arr(x.arr());
        let zero = with_type!(x.clone().arr().dtype(), T => Arr::filled(super::dtype::Elem::item(T::default()), &x.clone().arr().shape));
        let mut sum = Operand::Arr(zero);
        for at in 0..p.shape.first().copied().unwrap_or(0) {
            let product = ufunc::binary(ufunc::Op::Multiply, &sum, &x)?;
            sum = Operand::Arr(ufunc::binary(ufunc::Op::Add, &Operand::Arr(product), &Operand::Arr(p.pick(0, at)))?);
        }
        result(sum.arr())
    }
    bincount(args) {
        let [x, weights, least] = bind(args, "bincount", ["x", "weights", "minlength"])?;
        let x = arr(&need(x, "bincount", "x")?)?;
        if !x.dtype().is_int() {
            return err("TypeError", "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'");
        }
        let x = x.vec::<i64>()?;
        if x.iter().any(|n| *n < 0) {
            return err("ValueError", "'list' argument must have no negative elements");
        }
        let least = least.map_or(Ok(0), |n| int(&n))?.max(0) as usize;
        let n = x.iter().max().map_or(0, |m| *m as usize + 1).max(least);
        match given(weights) {
            None => {
                let mut out = vec![0i64; n];
                x.iter().for_each(|i| out[*i as usize] += 1);
                Ok(super::object::array(Arr::line(out)))
            }
            Some(weights) => {
                let weights = arr(&weights)?.vec::<f64>()?;
                if weights.len() != x.len() {
                    return err("ValueError", "The weights and list don't have the same length.");
                }
                let mut out = vec![0f64; n];
                x.iter().zip(&weights).for_each(|(i, w)| out[*i as usize] += w);
                Ok(super::object::array(Arr::line(out)))
            }
        }
    }
    convolve(args) {
        let [a, v, mode] = bind(args, "convolve", ["a", "v", "mode"])?;
        let (a, v) = (arr(&need(a, "convolve", "a")?)?, arr(&need(v, "convolve", "v")?)?);
        if a.ndim() != 1 || v.ndim() != 1 || a.size() == 0 || v.size() == 0 {
            return err("ValueError", "object too deep for desired array");
        }
        let kind = a.dtype().join(v.dtype());
        let (a, v) = if v.size() > a.size() { (v, a) } else { (a, v) };
        let (n, m) = (a.size(), v.size());
        let (from, to) = match mode.as_ref().and_then(Value::as_str).unwrap_or("full") {
            "full" => (0, n + m - 1),
            "same" => ((m - 1) / 2, (m - 1) / 2 + n),
            "valid" => (m - 1, n),
            _ => return refuse("numpy.convolve with this mode"),
        };
        fn typed<T: super::arith::Arith>(a: &Arr, v: &Arr, from: usize, to: usize) -> R<Arr> {
            let (a, mut v) = (a.vec::<T>()?, v.vec::<T>()?);
            v.reverse();
            let (n, m) = (a.len(), v.len());
            let at = |i: usize| {
                // Elements of `a` that meet elements of the turned `v`.
                let (low, high) = ((i + 1).saturating_sub(m), (i + 1).min(n));
                let skip = m - 1 - i.min(m - 1) + low.saturating_sub((i + 1).saturating_sub(m));
                a[low..high].iter().zip(&v[skip..]).fold(T::from_i64(0), |s, (x, y)| s.add(x.mul(*y)))
            };
            Ok(Arr::line((from..to).map(at).collect::<Vec<T>>()))
        }
        Ok(super::object::array(match kind {
            DType::F64 => float_convolve(&a, &v, from, to)?,
            DType::I64 => typed::<i64>(&a, &v, from, to)?,
            DType::I32 => typed::<i32>(&a, &v, from, to)?,
            DType::C128 => typed::<C>(&a, &v, from, to)?,
            _ => return refuse("numpy.convolve of this element type"),
        }))
    }
}

/// NumPy takes the scalar product of the library for each place.
fn float_convolve(a: &Arr, v: &Arr, from: usize, to: usize) -> R<Arr> {
    let (a, mut v) = (a.vec::<f64>()?, v.vec::<f64>()?);
    v.reverse();
    let (n, m) = (a.len(), v.len());
    let at = |i: usize| {
        let (low, high) = ((i + 1).saturating_sub(m), (i + 1).min(n));
        let skip = m - 1 - i.min(m - 1);
        super::gemm::dot(&a[low..high], &v[skip..skip + high - low])
    };
    Ok(Arr::line((from..to).map(at).collect::<Vec<f64>>()))
}
