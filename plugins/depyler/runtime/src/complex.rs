//! `complex`, with CPython's algorithms.

use crate::exc::err;
use crate::func::Args;
use crate::native::{Object, downcast, native};
use crate::number::{Num, num};
use crate::value::{Name, R, Value};

/// A complex number.
#[derive(Clone, Copy, PartialEq)]
pub struct Complex {
    /// Real part
    pub re: f64,
    /// Imaginary part
    pub im: f64,
}

/// A complex number as a value.
pub fn value(re: f64, im: f64) -> Value {
    native(Complex { re, im })
}

/// A literal such as `2j`.
pub fn imaginary(im: f64) -> Value {
    value(0.0, im)
}

/// The number in a value: a complex one, or a real one made complex.
///
/// # Errors
/// `OverflowError` for integers that are too large.
pub fn of(value: &Value) -> R<Option<Complex>> {
    if let Some(z) = downcast::<Complex>(value) {
        return Ok(Some(*z));
    }
    if let Value::Obj(object) = value
        && object.class.lookup("__complex__").is_some()
    {
        return of(&value.method("__complex__", &[])?);
    }
    let plain = value.plain();
    if let Some(z) = downcast::<Complex>(&plain) {
        return Ok(Some(*z));
    }
    match num(&plain) {
        Some(n) => Ok(Some(Complex { re: n.float()?, im: 0.0 })),
        None => Ok(None),
    }
}

impl Complex {
    /// `self * other`
    pub fn times(self, b: Complex) -> Complex {
        Complex { re: self.re * b.re - self.im * b.im, im: self.re * b.im + self.im * b.re }
    }

    /// `self / other`; none for zero.
    pub fn over(self, b: Complex) -> Option<Complex> {
        let a = self;
        if b.re.abs() >= b.im.abs() {
            if b.re == 0.0 && b.im == 0.0 {
                return None;
            }
            let ratio = b.im / b.re;
            let denominator = b.re + b.im * ratio;
            return Some(Complex { re: (a.re + a.im * ratio) / denominator, im: (a.im - a.re * ratio) / denominator });
        }
        if b.im.is_nan() || b.re.is_nan() {
            return Some(Complex { re: f64::NAN, im: f64::NAN });
        }
        let ratio = b.re / b.im;
        let denominator = b.re * ratio + b.im;
        Some(Complex { re: (a.re * ratio + a.im) / denominator, im: (a.im * ratio - a.re) / denominator })
    }

    fn whole_power(self, n: u64) -> Complex {
        let (mut result, mut power, mut mask) = (Complex { re: 1.0, im: 0.0 }, self, 1u64);
        while mask > 0 && n >= mask {
            if n & mask != 0 {
                result = result.times(power);
            }
            mask <<= 1;
            power = power.times(power);
        }
        result
    }

    /// `self ** other`
    ///
    /// # Errors
    /// `ZeroDivisionError` for zero to a negative or complex power.
    pub fn power(self, b: Complex) -> R<Complex> {
        let one = Complex { re: 1.0, im: 0.0 };
        let zero = || err("ZeroDivisionError", "0.0 to a negative or complex power");
        if b.im == 0.0 && b.re == b.re.floor() && b.re.abs() <= 100.0 {
            let n = b.re.abs() as u64;
            let power = self.whole_power(n);
            return if b.re > 0.0 { Ok(power) } else { one.over(power).map_or_else(zero, Ok) };
        }
        if self.re == 0.0 && self.im == 0.0 {
            return if b.im != 0.0 || b.re < 0.0 { zero() } else { Ok(Complex { re: 0.0, im: 0.0 }) };
        }
        let size = self.re.hypot(self.im);
        let mut length = size.powf(b.re);
        let angle = self.im.atan2(self.re);
        let mut phase = angle * b.re;
        if b.im != 0.0 {
            length /= (angle * b.im).exp();
            phase += b.im * size.ln();
        }
        Ok(Complex { re: length * phase.cos(), im: length * phase.sin() })
    }

    fn value(self) -> Value {
        value(self.re, self.im)
    }
}

fn part(x: f64) -> String {
    let text = crate::repr::float(x);
    text.strip_suffix(".0").map_or(text.clone(), String::from)
}

fn signed(x: f64) -> String {
    let text = part(x);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

fn text(z: &Complex) -> String {
    if z.re == 0.0 && z.re.is_sign_positive() {
        return format!("{}j", part(z.im));
    }
    format!("({}{}j)", part(z.re), signed(z.im))
}

/// `format(z, spec)`
fn format(z: &Complex, spec: &str) -> R<String> {
    let chars: Vec<char> = spec.chars().collect();
    let is_align = |c: Option<&char>| c.is_some_and(|c| matches!(c, '<' | '>' | '^'));
    let (mut at, mut fill, mut align) = (0, ' ', '>');
    if is_align(chars.get(1)) {
        (fill, align, at) = (chars[0], chars[1], 2);
    } else if is_align(chars.first()) {
        (align, at) = (chars[0], 1);
    }
    let rest: String = chars[at..].iter().collect();
    let sign = rest.chars().next().filter(|c| matches!(c, '+' | '-' | ' '));
    let rest = rest.trim_start_matches(['+', '-', ' ']);
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let width: usize = rest[..digits].parse().unwrap_or(0);
    let body = &rest[digits..];
    let kind = body.chars().last().filter(char::is_ascii_alphabetic);
    let shown = |x: f64, plus: &str| -> R<String> {
        match (kind, body.is_empty()) {
            (None, true) => Ok(if plus == "+" { signed(x) } else { part(x) }),
            (None, false) => crate::format::format(&Value::Float(x), &format!("{plus}{body}g")),
            _ => crate::format::format(&Value::Float(x), &format!("{plus}{body}")),
        }
    };
    let plus = sign.map_or(String::new(), |c| c.to_string());
    let bare = kind.is_none();
    let text = if bare && z.re == 0.0 && z.re.is_sign_positive() {
        format!("{}j", shown(z.im, &plus)?)
    } else {
        let both = format!("{}{}j", shown(z.re, &plus)?, shown(z.im, "+")?);
        if bare { format!("({both})") } else { both }
    };
    let room = width.saturating_sub(text.chars().count());
    let before = match align {
        '<' => 0,
        '^' => room / 2,
        _ => room,
    };
    let pad = |n: usize| fill.to_string().repeat(n);
    Ok(format!("{}{text}{}", pad(before), pad(room - before)))
}

impl Object for Complex {
    fn type_name(&self) -> Name {
        "complex"
    }

    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "real" => Some(Value::Float(self.re)),
            "imag" => Some(Value::Float(self.im)),
            _ => None,
        })
    }

    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        match name {
            "conjugate" => Some(Ok(value(self.re, -self.im))),
            "__complex__" => Some(Ok(this.clone())),
            "__format__" => {
                let spec = args.pos.first().and_then(Value::as_str).unwrap_or("");
                Some(if spec.is_empty() { Ok(text(self)) } else { format(self, spec) }.map(Value::from))
            }
            "__abs__" | "__neg__" | "__pos__" => self.binary(name, this, &Value::None, false),
            _ => None,
        }
    }

    fn repr(&self) -> Option<R<String>> {
        Some(Ok(text(self)))
    }

    fn eq(&self, other: &Value) -> Option<R<bool>> {
        if let Some(z) = downcast::<Complex>(other) {
            return Some(Ok(self.re == z.re && self.im == z.im));
        }
        num(other).map(|_| Ok(self.im == 0.0 && crate::compare::eq(&Value::Float(self.re), other)?))
    }

    fn hash(&self) -> Option<R<i64>> {
        let both = || -> R<i64> {
            let (re, im) = (crate::hash::hash(&self.re.into())?, crate::hash::hash(&self.im.into())?);
            let sum = re.wrapping_add(1_000_003i64.wrapping_mul(im));
            Ok(if sum == -1 { -2 } else { sum })
        };
        Some(both())
    }

    fn truth(&self) -> Option<bool> {
        Some(self.re != 0.0 || self.im != 0.0)
    }

    fn binary(&self, op: Name, _: &Value, other: &Value, swapped: bool) -> Option<R> {
        match op {
            "__neg__" => return Some(Ok(value(-self.re, -self.im))),
            "__pos__" => return Some(Ok(value(self.re, self.im))),
            "__abs__" => {
                let size = self.re.hypot(self.im);
                let finite = self.re.is_finite() && self.im.is_finite();
                return Some(match size.is_infinite() && finite {
                    true => err("OverflowError", "absolute value too large"),
                    false => Ok(Value::Float(size)),
                });
            }
            _ => {}
        }
        let other = match of(other) {
            Ok(other) => other?,
            Err(raised) => return Some(Err(raised)),
        };
        let (a, b) = if swapped { (other, *self) } else { (*self, other) };
        let divided = || match a.over(b) {
            Some(z) => Ok(z.value()),
            None => err("ZeroDivisionError", "complex division by zero"),
        };
        Some(match op {
            "__add__" => Ok(value(a.re + b.re, a.im + b.im)),
            "__sub__" => Ok(value(a.re - b.re, a.im - b.im)),
            "__mul__" => Ok(a.times(b).value()),
            "__truediv__" => divided(),
            "__pow__" => a.power(b).map(Complex::value),
            _ => return None,
        })
    }
}

/// `x ** y` of a negative float with a fraction as exponent.
///
/// # Errors
/// As [`Complex::power`].
pub fn float_power(x: f64, y: f64) -> R {
    Complex { re: x, im: 0.0 }.power(Complex { re: y, im: 0.0 }).map(Complex::value)
}

fn parse(text: &str) -> Option<Complex> {
    let text = text.trim();
    let text = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).unwrap_or(text).trim();
    let number = |t: &str| match crate::construct::float(&crate::func::pos(&[Value::str(t)])) {
        Ok(Value::Float(x)) if !t.contains(' ') => Some(x),
        _ => None,
    };
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return number(text).map(|re| Complex { re, im: 0.0 });
    };
    let imaginary = |t: &str| match t {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        t => number(t),
    };
    let bytes = body.as_bytes();
    let split =
        (1..bytes.len()).rev().find(|at| matches!(bytes[*at], b'+' | b'-') && !(matches!(bytes[at - 1], b'e' | b'E')));
    match split {
        Some(at) => Some(Complex { re: number(&body[..at])?, im: imaginary(&body[at..])? }),
        None => imaginary(body).map(|im| Complex { re: 0.0, im }),
    }
}

/// `complex(real, imag)`
///
/// # Errors
/// `ValueError` and `TypeError` when it is no number.
pub fn complex(args: &Args) -> R {
    let (real, imag) = (args.opt(0, "real"), args.opt(1, "imag"));
    if let Some(text) = real.as_ref().and_then(Value::as_str) {
        return match parse(text) {
            Some(z) if imag.is_none() => Ok(z.value()),
            Some(_) => err("TypeError", "complex() can't take second arg if first is a string"),
            None => err("ValueError", "complex() arg is a malformed string"),
        };
    }
    let number = |v: Option<&Value>, place: &str| -> R<Complex> {
        let Some(v) = v else { return Ok(Complex { re: 0.0, im: 0.0 }) };
        if let Value::Obj(object) = v
            && object.class.lookup("__float__").is_some()
            && object.class.lookup("__complex__").is_none()
        {
            return Ok(Complex { re: float_of(&v.method("__float__", &[])?)?, im: 0.0 });
        }
        let kind = crate::class::class_of(v).full_name();
        match of(v)? {
            Some(z) => Ok(z),
            None => err("TypeError", format!("complex() {place} argument must be a string or a number, not '{kind}'")),
        }
    };
    let (a, b) = (number(real.as_ref(), "first")?, number(imag.as_ref(), "second")?);
    if imag.is_none() {
        return Ok(a.value());
    }
    // Only a part that is complex itself adds to the other: a sum with 0.0 would lose the sign of a zero.
    let whole = |v: &Option<Value>| v.as_ref().is_some_and(|v| downcast::<Complex>(v).is_some() || special(v));
    let re = if whole(&imag) { a.re - b.im } else { a.re };
    let im = if whole(&real) { b.re + a.im } else { b.re };
    Ok(value(re, im))
}

/// Whether a class of the program says what complex number a value is.
fn special(value: &Value) -> bool {
    matches!(value, Value::Obj(object) if object.class.lookup("__complex__").is_some())
}

fn float_of(value: &Value) -> R<f64> {
    num(value).map_or(err("TypeError", "__float__ returned non-float"), |n| n.float())
}

/// Whether a value is a number of any kind.
pub fn is_number(value: &Value) -> bool {
    downcast::<Complex>(value).is_some() || matches!(num(value), Some(Num::Int(_) | Num::Big(_) | Num::Float(_)))
}
