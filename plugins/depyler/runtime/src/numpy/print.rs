//! Text of arrays and scalars, as NumPy prints them.

use super::array::Arr;
use super::dtype::{C, DType, Item};
use crate::exc::err;
use crate::value::R;
use std::cell::RefCell;

/// `numpy.set_printoptions`
#[derive(Clone)]
pub struct Options {
    /// Digits behind the point
    pub precision: usize,
    /// Elements from which on the middle is left out
    pub threshold: usize,
    /// Elements shown at each end
    pub edge: usize,
    /// Characters per line
    pub width: usize,
    /// No exponents for small numbers
    pub suppress: bool,
}

thread_local! {
    /// The options in force.
    pub static OPTIONS: RefCell<Options> =
        const { RefCell::new(Options { precision: 8, threshold: 1000, edge: 3, width: 75, suppress: false }) };
}

/// A float with the digits that its type needs: `shortest` as `d.ddde-x`, and rounded to a number of digits.
#[derive(Clone, Copy)]
struct Number {
    x: f64,
    single: bool,
}

impl Number {
    /// Shortest digits and the exponent of the first one.
    fn shortest(self) -> (String, i32) {
        let text = if self.single { format!("{:e}", self.x.abs() as f32) } else { format!("{:e}", self.x.abs()) };
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        (digits.replace('.', ""), exponent.parse().unwrap_or(0))
    }

    fn sign(self, plus: bool) -> &'static str {
        if self.x.is_sign_negative() {
            "-"
        } else if plus {
            "+"
        } else {
            ""
        }
    }

    /// Integer part and at most `precision` digits of the fraction, without trailing zeros.
    fn positional(self, precision: usize, plus: bool) -> (String, String) {
        let (digits, exponent) = self.shortest();
        let fraction = digits.len() as i32 - 1 - exponent;
        let text = if fraction > precision as i32 {
            format!("{:.*}", precision, self.x.abs())
        } else if exponent >= 0 {
            let whole = exponent as usize + 1;
            if digits.len() <= whole {
                format!("{digits:0<whole$}.")
            } else {
                format!("{}.{}", &digits[..whole], &digits[whole..])
            }
        } else {
            format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize))
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        (format!("{}{whole}", self.sign(plus)), fraction.trim_end_matches('0').to_string())
    }

    /// Integer part, fraction without trailing zeros, exponent with its sign and at least two digits.
    fn scientific(self, precision: usize, plus: bool) -> (String, String, String) {
        let (digits, exponent) = self.shortest();
        let (digits, exponent) = if digits.len() > precision + 1 {
            let text = format!("{:.*e}", precision, self.x.abs());
            let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
            (digits.replace('.', ""), exponent.parse().unwrap_or(0))
        } else {
            (digits, exponent)
        };
        let (whole, fraction) = digits.split_at(1);
        let exponent = format!("{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs());
        (format!("{}{whole}", self.sign(plus)), fraction.trim_end_matches('0').to_string(), exponent)
    }
}

/// How the floats of an array are shown: all in one width.
struct Floats {
    single: bool,
    plus: bool,
    exponent: bool,
    precision: usize,
    left: usize,
    right: usize,
    exponent_width: usize,
}

impl Floats {
    fn new(all: &[f64], single: bool, plus: bool, options: &Options) -> Floats {
        let finite: Vec<Number> = all.iter().filter(|x| x.is_finite()).map(|x| Number { x: *x, single }).collect();
        let sizes = || finite.iter().map(|n| n.x.abs()).filter(|x| *x != 0.0);
        let (low, high) = (sizes().fold(f64::INFINITY, f64::min), sizes().fold(0.0, f64::max));
        let cutoff = if single { 1e6 } else { 1e8 };
        // Element types divide in their own precision.
        let ratio = if single { f64::from(high as f32 / low as f32) } else { high / low };
        let exponent = high > 0.0 && (high >= cutoff || !options.suppress && (low < 0.0001 || ratio > 1000.0));
        let mut out =
            Floats { single, plus, exponent, precision: options.precision, left: 0, right: 0, exponent_width: 0 };
        for n in &finite {
            if exponent {
                let (whole, fraction, power) = n.scientific(options.precision, plus);
                out.left = out.left.max(whole.len());
                out.right = out.right.max(fraction.len());
                out.exponent_width = out.exponent_width.max(power.len() - 1);
            } else {
                let (whole, fraction) = n.positional(options.precision, plus);
                out.left = out.left.max(whole.len());
                out.right = out.right.max(fraction.len());
            }
        }
        if exponent {
            out.precision = out.right;
            out.right = out.exponent_width + 2 + out.precision;
        }
        if finite.len() < all.len() {
            let negative = plus || all.contains(&f64::NEG_INFINITY);
            let offset = out.right + 1;
            out.left =
                out.left.max(3usize.saturating_sub(offset)).max((3 + usize::from(negative)).saturating_sub(offset));
        }
        out
    }

    fn show(&self, x: f64) -> String {
        if !x.is_finite() {
            let sign = if x < 0.0 {
                "-"
            } else if self.plus {
                "+"
            } else {
                ""
            };
            let text = format!("{sign}{}", if x.is_nan() { "nan" } else { "inf" });
            return format!("{text:>width$}", width = self.left + self.right + 1);
        }
        let n = Number { x, single: self.single };
        if self.exponent {
            let (whole, fraction, power) = n.scientific(self.precision, self.plus);
            let (sign, digits) = power.split_at(1);
            let (digits, width) = (digits.trim_start_matches('0'), self.exponent_width);
            return format!(
                "{whole:>left$}.{fraction:0<precision$}e{sign}{digits:0>width$}",
                left = self.left,
                precision = self.precision
            );
        }
        let (whole, fraction) = n.positional(self.precision, self.plus);
        format!("{whole:>left$}.{fraction:<right$}", left = self.left, right = self.right)
    }
}

/// What shows the elements of an array.
enum Format {
    Bool,
    Int(usize),
    Float(Floats),
    Complex(Floats, Floats),
}

impl Format {
    fn new(a: &Arr, shown: &[Item], options: &Options) -> Format {
        let single = a.dtype() == DType::F32;
        match a.dtype() {
            DType::Bool => Format::Bool,
            DType::C128 => {
                let all: Vec<C> = shown.iter().map(|x| x.to::<C>()).collect();
                let re: Vec<f64> = all.iter().map(|z| z.re).collect();
                let im: Vec<f64> = all.iter().map(|z| z.im).collect();
                Format::Complex(Floats::new(&re, false, false, options), Floats::new(&im, false, true, options))
            }
            DType::F32 | DType::F64 => {
                let all: Vec<f64> = shown.iter().map(|x| x.to::<f64>()).collect();
                Format::Float(Floats::new(&all, single, false, options))
            }
            _ => Format::Int(shown.iter().map(|x| x.to::<i64>().to_string().len()).max().unwrap_or(0)),
        }
    }

    fn show(&self, item: Item) -> String {
        match self {
            Format::Bool => {
                if item.to::<bool>() {
                    " True".into()
                } else {
                    "False".into()
                }
            }
            Format::Int(width) => format!("{:>width$}", item.to::<i64>()),
            Format::Float(floats) => floats.show(item.to::<f64>()),
            Format::Complex(re, im) => {
                let z = item.to::<C>();
                let imaginary = im.show(z.im);
                let end = imaginary.trim_end().len();
                format!("{}{}j{}", re.show(z.re), &imaginary[..end], &imaginary[end..])
            }
        }
    }
}

/// One array on its way to text.
struct Layout<'a> {
    format: Format,
    separator: &'a str,
    edge: usize,
    summary: bool,
}

impl Layout<'_> {
    fn extend(&self, out: &mut String, line: &mut String, word: &str, width: usize, indent: &str) {
        if line.len() + word.len() > width && line.len() > indent.len() {
            out.push_str(line.trim_end());
            out.push('\n');
            *line = indent.to_string();
        }
        line.push_str(word);
    }

    fn walk(&self, a: &Arr, indent: &str, width: usize) -> R<String> {
        if a.ndim() == 0 {
            return Ok(self.format.show(a.only()?));
        }
        let (next_indent, next_width) = (format!("{indent} "), width.saturating_sub(1));
        let n = a.shape[0];
        let cut = self.summary && 2 * self.edge < n;
        let picks: Vec<Option<usize>> = if cut {
            (0..self.edge).map(Some).chain([None]).chain((n - self.edge..n).map(Some)).collect()
        } else {
            (0..n).map(Some).collect()
        };
        let mut out = String::new();
        if a.ndim() == 1 {
            let room = width.saturating_sub(self.separator.trim_end().len().max(1));
            let mut line = indent.to_string();
            for (at, pick) in picks.iter().enumerate() {
                let word = match pick {
                    Some(i) => self.walk(&a.pick(0, *i), &next_indent, next_width)?,
                    None => "...".to_string(),
                };
                self.extend(&mut out, &mut line, &word, room, indent);
                if at + 1 < picks.len() {
                    line.push_str(self.separator);
                }
            }
            out.push_str(&line);
        } else {
            let separator = format!("{}{}", self.separator.trim_end(), "\n".repeat(a.ndim() - 1));
            for (at, pick) in picks.iter().enumerate() {
                out.push_str(indent);
                match pick {
                    Some(i) => out.push_str(&self.walk(&a.pick(0, *i), &next_indent, next_width)?),
                    None => out.push_str("..."),
                }
                if at + 1 < picks.len() {
                    out.push_str(&separator);
                }
            }
        }
        Ok(format!("[{}]", out.get(indent.len()..).unwrap_or("")))
    }
}

/// The elements that are shown of an array whose middle is left out.
fn corners(a: &Arr, edge: usize, out: &mut Vec<Item>) -> R<()> {
    if a.ndim() == 0 {
        out.push(a.only()?);
        return Ok(());
    }
    let n = a.shape[0];
    for i in (0..n).filter(|i| 2 * edge >= n || *i < edge || *i >= n - edge) {
        corners(&a.pick(0, i), edge, out)?;
    }
    Ok(())
}

/// Brackets, elements and line breaks.
///
/// # Errors
/// None in practice.
pub fn layout(a: &Arr, separator: &str, prefix: usize, suffix: usize, options: &Options) -> R<String> {
    if a.size() == 0 {
        return Ok("[]".to_string());
    }
    let summary = a.size() > options.threshold;
    let mut shown = vec![];
    corners(a, if summary { options.edge } else { usize::MAX / 4 }, &mut shown)?;
    let format = Format::new(a, &shown, options);
    let layout = Layout { format, separator, edge: options.edge, summary };
    layout.walk(a, &" ".repeat(prefix + 1), options.width - suffix)
}

/// `str(array)`
///
/// # Errors
/// None in practice.
pub fn text(a: &Arr) -> R<String> {
    if a.ndim() == 0 {
        return Ok(scalar_text(a.only()?));
    }
    layout(a, " ", 0, 0, &OPTIONS.with_borrow(Clone::clone))
}

/// `repr(array)`
///
/// # Errors
/// None in practice.
pub fn repr(a: &Arr) -> R<String> {
    let options = OPTIONS.with_borrow(Clone::clone);
    let body = if a.ndim() == 0 && a.dtype() == DType::Bool {
        // Without axes there is no column to align.
        layout(a, ", ", 6, 1, &options)?.trim_start().to_string()
    } else {
        layout(a, ", ", 6, 1, &options)?
    };
    let mut extras = vec![];
    if a.size() == 0 && a.shape != [0] || a.size() > options.threshold {
        let shape: Vec<String> = a.shape.iter().map(usize::to_string).collect();
        let comma = if shape.len() == 1 { "," } else { "" };
        extras.push(format!("shape=({}{comma})", shape.join(", ")));
    }
    let implied = matches!(a.dtype(), DType::Bool | DType::I64 | DType::F64 | DType::C128);
    if !implied || a.size() == 0 {
        extras.push(format!("dtype={}", a.dtype().name()));
    }
    if extras.is_empty() {
        return Ok(format!("array({body})"));
    }
    let start = format!("array({body},");
    let extra = format!("{})", extras.join(", "));
    let last = start.len() - start.rfind('\n').map_or(0, |at| at + 1);
    let spacer = if last + extra.len() + 1 > options.width { "\n      " } else { " " };
    Ok(format!("{start}{spacer}{extra}"))
}

/// A `float32` as its shortest text.
fn single(x: f32) -> String {
    if !x.is_finite() || x == 0.0 {
        return crate::repr::float(f64::from(x));
    }
    let n = Number { x: f64::from(x), single: true };
    let size = x.abs();
    if (1e-4..1e6).contains(&f64::from(size)) {
        let (whole, fraction) = n.positional(60, false);
        return format!("{whole}.{}", if fraction.is_empty() { "0" } else { &fraction });
    }
    let (whole, fraction, exponent) = n.scientific(60, false);
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{whole}{point}{fraction}e{exponent}")
}

fn complex(z: C) -> String {
    let part = |x: f64| {
        let text = crate::repr::float(x);
        text.strip_suffix(".0").map_or(text.clone(), String::from)
    };
    if z.re == 0.0 && z.re.is_sign_positive() {
        return format!("{}j", part(z.im));
    }
    let imaginary = part(z.im);
    let plus = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{imaginary}j)", part(z.re))
}

/// `str(scalar)`
pub fn scalar_text(item: Item) -> String {
    match item {
        Item::Bool(x) => {
            if x {
                "True".into()
            } else {
                "False".into()
            }
        }
        Item::F32(x) => single(x),
        Item::F64(x) => crate::repr::float(x),
        Item::C128(z) => complex(z),
        other => other.to::<i64>().to_string(),
    }
}

/// `repr(scalar)`
///
/// # Errors
/// None in practice.
pub fn scalar_repr(item: Item) -> R<String> {
    Ok(match item {
        Item::Bool(x) => {
            if x {
                "np.True_".into()
            } else {
                "np.False_".into()
            }
        }
        other => format!("np.{}({})", other.dtype().name(), scalar_text(other).trim_matches(['(', ')'])),
    })
}

/// `numpy.set_printoptions(…)`
///
/// # Errors
/// `ValueError` for a precision below zero.
pub fn set_printoptions(args: &crate::func::Args) -> R {
    use super::convert::{bind, flag, given, int};
    let names = ["precision", "threshold", "edgeitems", "linewidth", "suppress"];
    let [precision, threshold, edge, width, suppress] = bind(args, "set_printoptions", names)?;
    let size = |v: crate::value::Value| -> R<usize> {
        match &v {
            crate::value::Value::Float(x) if *x > 1e15 => Ok(usize::MAX / 4),
            _ => match usize::try_from(int(&v)?) {
                Ok(n) => Ok(n),
                Err(_) => err("ValueError", "print options are not negative"),
            },
        }
    };
    let mut options = OPTIONS.with_borrow(Clone::clone);
    if let Some(v) = given(precision) {
        options.precision = size(v)?;
    }
    if let Some(v) = given(threshold) {
        options.threshold = size(v)?;
    }
    if let Some(v) = given(edge) {
        options.edge = size(v)?;
    }
    if let Some(v) = given(width) {
        options.width = size(v)?;
    }
    options.suppress = flag(given(suppress), options.suppress)?;
    OPTIONS.set(options);
    Ok(crate::value::Value::None)
}
