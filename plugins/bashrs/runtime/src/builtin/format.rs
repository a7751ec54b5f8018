//! Numbers as the `printf` of C lays them out.

use super::real::{Kind, Real};
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

/// `%e %f %g %a` and their upper-case twins.
pub(crate) fn float(value: Real, letter: u8, spec: &Spec, out: &mut Str) {
    let mut prefix = sign(value.negative, spec).to_string();
    let (mut digits, finite) = match value.kind {
        Kind::Nan => ("nan".to_string(), false),
        Kind::Infinite => ("inf".to_string(), false),
        Kind::Finite { mantissa, exponent } => {
            let digits = match letter.to_ascii_lowercase() {
                b'e' => exponential(mantissa, exponent, spec.precision.unwrap_or(6)),
                b'f' => Real::fixed(mantissa, exponent, spec.precision.unwrap_or(6)),
                b'a' => Real::hex(mantissa, exponent, spec.precision),
                _ => general(mantissa, exponent, spec.precision.unwrap_or(6).max(1), spec.alternate),
            };
            (digits, true)
        }
    };
    if spec.alternate && finite && !digits.contains('.') {
        let end = digits.find(['e', 'p']).unwrap_or(digits.len());
        digits.insert(end, '.');
    }
    if let Some(rest) = digits.strip_prefix("0x") {
        prefix.push_str("0x");
        digits = rest.to_string();
    }
    if letter.is_ascii_uppercase() {
        digits.make_ascii_uppercase();
        prefix.make_ascii_uppercase();
    }
    pad_number(&prefix, &digits, spec, spec.zero && finite, out);
}

fn exponential(mantissa: u64, exponent: i32, precision: usize) -> String {
    let (digits, power) = Real::scientific(mantissa, exponent, precision);
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    format!("{first}{point}{rest}e{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
}

fn general(mantissa: u64, exponent: i32, precision: usize, keep_zeros: bool) -> String {
    let (_, power) = Real::scientific(mantissa, exponent, precision - 1);
    let trim = |text: &str| {
        if keep_zeros || !text.contains('.') {
            return text.to_string();
        }
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    };
    if power < -4 || power >= precision as i32 {
        let text = exponential(mantissa, exponent, precision - 1);
        let (number, tail) = text.split_once('e').unwrap_or((&text, "+00"));
        return format!("{}e{tail}", trim(number));
    }
    trim(&Real::fixed(mantissa, exponent, (precision as i32 - 1 - power).max(0) as usize))
}
