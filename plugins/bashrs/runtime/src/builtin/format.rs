//! Numbers as the `printf` of C lays them out.

use crate::Str;

/// Flags, width and precision of a conversion.
#[derive(Default)]
pub(crate) struct Spec {
    pub(crate) left: bool,
    pub(crate) zero: bool,
    pub(crate) plus: bool,
    pub(crate) space: bool,
    pub(crate) alternate: bool,
    pub(crate) width: usize,
    pub(crate) precision: Option<usize>,
}

/// Append `text` padded with spaces.
pub(crate) fn pad(text: &[u8], spec: &Spec, out: &mut Str) {
    let fill = spec.width.saturating_sub(text.len());
    if !spec.left {
        out.extend(std::iter::repeat_n(b' ', fill));
    }
    out.extend_from_slice(text);
    if spec.left {
        out.extend(std::iter::repeat_n(b' ', fill));
    }
}

/// Append sign or prefix and digits, zeros between them when the width asks for it.
fn pad_number(prefix: &str, digits: &str, spec: &Spec, zeros: bool, out: &mut Str) {
    if zeros && !spec.left {
        let fill = spec.width.saturating_sub(prefix.len() + digits.len());
        out.extend_from_slice(prefix.as_bytes());
        out.extend(std::iter::repeat_n(b'0', fill));
        out.extend_from_slice(digits.as_bytes());
    } else {
        pad(format!("{prefix}{digits}").as_bytes(), spec, out);
    }
}

fn sign(negative: bool, spec: &Spec) -> &'static str {
    match (negative, spec.plus, spec.space) {
        (true, ..) => "-",
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    }
}

/// `%d %i %u %o %x %X`
pub(crate) fn integer(value: i64, letter: u8, spec: &Spec, out: &mut Str) {
    let (prefix, mut digits) = match letter {
        b'u' => ("", (value as u64).to_string()),
        b'o' => (if spec.alternate && value != 0 { "0" } else { "" }, format!("{value:o}")),
        b'x' => (if spec.alternate && value != 0 { "0x" } else { "" }, format!("{value:x}")),
        b'X' => (if spec.alternate && value != 0 { "0X" } else { "" }, format!("{value:X}")),
        _ => (sign(value < 0, spec), value.unsigned_abs().to_string()),
    };
    if let Some(precision) = spec.precision {
        if precision == 0 && value == 0 {
            digits.clear();
        }
        let missing = precision.saturating_sub(digits.len());
        digits.insert_str(0, &"0".repeat(missing));
    }
    pad_number(prefix, &digits, spec, spec.zero && spec.precision.is_none(), out);
}

/// `%e %f %g` and their upper-case twins; `%a` is written like `%g`.
pub(crate) fn float(value: f64, letter: u8, spec: &Spec, out: &mut Str) {
    let prefix = sign(value.is_sign_negative() && !value.is_nan(), spec);
    let magnitude = value.abs();
    let mut digits = if !value.is_finite() {
        if value.is_nan() { "nan".to_string() } else { "inf".to_string() }
    } else {
        match letter.to_ascii_lowercase() {
            b'e' => exponential(magnitude, spec.precision.unwrap_or(6)),
            b'f' => format!("{magnitude:.*}", spec.precision.unwrap_or(6)),
            _ => general(magnitude, spec.precision.unwrap_or(6).max(1), spec.alternate),
        }
    };
    if letter.is_ascii_uppercase() {
        digits.make_ascii_uppercase();
    }
    pad_number(prefix, &digits, spec, spec.zero && value.is_finite(), out);
}

fn exponential(value: f64, precision: usize) -> String {
    let text = format!("{value:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    format!("{mantissa}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

fn general(value: f64, precision: usize, keep_zeros: bool) -> String {
    let scientific = exponential(value, precision - 1);
    let exponent: i32 = scientific.rsplit_once('e').and_then(|(_, text)| text.parse().ok()).unwrap_or(0);
    let trim = |text: &str| {
        if keep_zeros || !text.contains('.') {
            return text.to_string();
        }
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    };
    if exponent < -4 || exponent >= precision as i32 {
        let (mantissa, tail) = scientific.split_once('e').unwrap_or((&scientific, "+00"));
        return format!("{}e{tail}", trim(mantissa));
    }
    trim(&format!("{value:.*}", (precision as i32 - 1 - exponent).max(0) as usize))
}
