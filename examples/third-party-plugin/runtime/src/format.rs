//! `printf` formats.

use crate::Value;

/// One conversion: flags, width, precision.
#[derive(Default)]
struct Spec {
    left: bool,
    plus: bool,
    blank: bool,
    zero: bool,
    alternate: bool,
    width: usize,
    precision: Option<usize>,
}

/// Format `arguments`; missing ones are empty. `convfmt` turns numbers into strings for `%s`.
pub(crate) fn format(format: &str, arguments: &[Value], convfmt: &str) -> String {
    let mut out = String::new();
    let mut arguments = arguments.iter();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let (spec, kind, after) = spec(&rest[at + 1..], &mut arguments);
        match kind {
            Some('%') => out.push('%'),
            Some(kind) => {
                let value = arguments.next().cloned().unwrap_or_default();
                out.push_str(&one(&spec, kind, &value, convfmt));
            }
            None => out.push_str(&rest[at..rest.len() - after.len()]),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands behind `%`: the conversion, its letter, and the rest.
fn spec<'t, 'v>(text: &'t str, arguments: &mut impl Iterator<Item = &'v Value>) -> (Spec, Option<char>, &'t str) {
    let mut spec = Spec::default();
    let mut rest = text;
    loop {
        match rest.chars().next() {
            Some('-') => spec.left = true,
            Some('+') => spec.plus = true,
            Some(' ') => spec.blank = true,
            Some('0') => spec.zero = true,
            Some('#') => spec.alternate = true,
            _ => break,
        }
        rest = &rest[1..];
    }
    let mut number = |rest: &mut &'t str| -> Option<i64> {
        if let Some(after) = rest.strip_prefix('*') {
            *rest = after;
            return arguments.next().map(|value| value.number() as i64);
        }
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let value = rest[..end].parse().ok();
        *rest = &rest[end..];
        value
    };
    if let Some(width) = number(&mut rest) {
        spec.left |= width < 0;
        spec.width = width.unsigned_abs().min(1 << 20) as usize;
    }
    if let Some(after) = rest.strip_prefix('.') {
        rest = after;
        spec.precision = Some(number(&mut rest).unwrap_or(0).clamp(0, 1 << 12) as usize);
    }
    rest = rest.trim_start_matches(['h', 'l', 'L', 'q', 'j', 'z', 't']);
    match rest.chars().next() {
        Some(c) if "diouxXcsfFeEgG%".contains(c) => (spec, Some(c), &rest[1..]),
        _ => (spec, None, rest),
    }
}

fn one(spec: &Spec, kind: char, value: &Value, convfmt: &str) -> String {
    let number = value.number();
    let body = match kind {
        'c' => character(value),
        's' => {
            let text = value.string(convfmt);
            return pad(spec, text.chars().take(spec.precision.unwrap_or(usize::MAX)).collect(), false);
        }
        'd' | 'i' => digits(spec, number.abs().trunc().min(u64::MAX as f64) as u64, 10, false),
        'o' => digits(spec, number.trunc() as i64 as u64, 8, false),
        'u' => digits(spec, number.trunc() as i64 as u64, 10, false),
        'x' => digits(spec, number.trunc() as i64 as u64, 16, false),
        'X' => digits(spec, number.trunc() as i64 as u64, 16, true),
        _ if !number.is_finite() => {
            return pad(spec, signed(spec, number, if number.is_nan() { "nan".into() } else { "inf".into() }), false);
        }
        'f' | 'F' => format!("{:.*}", spec.precision.unwrap_or(6), number.abs()),
        'e' | 'E' => exponential(number.abs(), spec.precision.unwrap_or(6)),
        _ => general(number.abs(), spec.precision.unwrap_or(6), spec.alternate),
    };
    let body = if kind.is_ascii_uppercase() && kind != 'X' { body.to_ascii_uppercase() } else { body };
    match kind {
        'c' => pad(spec, body, false),
        'o' | 'u' | 'x' | 'X' => pad(spec, body, spec.precision.is_none()),
        'd' | 'i' => pad(spec, signed(spec, number.trunc(), body), spec.precision.is_none()),
        _ => pad(spec, signed(spec, number, body), true),
    }
}

fn character(value: &Value) -> String {
    match value {
        Value::Number(code) => char::from_u32(*code as u32).map(String::from).unwrap_or_default(),
        other => other.string("").chars().take(1).collect(),
    }
}

fn digits(spec: &Spec, value: u64, base: u32, upper: bool) -> String {
    let text = match base {
        8 => format!("{value:o}"),
        16 if upper => format!("{value:X}"),
        16 => format!("{value:x}"),
        _ => value.to_string(),
    };
    let zeros = spec.precision.unwrap_or(1).saturating_sub(text.len());
    let prefix = match base {
        16 if spec.alternate && value != 0 => {
            if upper {
                "0X"
            } else {
                "0x"
            }
        }
        8 if spec.alternate && zeros == 0 && value != 0 => "0",
        _ => "",
    };
    format!("{prefix}{}{text}", "0".repeat(zeros))
}

fn signed(spec: &Spec, number: f64, body: String) -> String {
    let sign = if number.is_sign_negative() && (number != 0.0 || body.contains('.')) && !number.is_nan() {
        "-"
    } else if spec.plus {
        "+"
    } else if spec.blank {
        " "
    } else {
        ""
    };
    format!("{sign}{body}")
}

/// Pad to the width; zeros go behind the sign.
fn pad(spec: &Spec, text: String, zeros: bool) -> String {
    let missing = spec.width.saturating_sub(text.chars().count());
    if spec.left {
        return text + &" ".repeat(missing);
    }
    if spec.zero && zeros {
        let sign = text.len() - text.trim_start_matches(['-', '+', ' ']).len();
        return format!("{}{}{}", &text[..sign], "0".repeat(missing), &text[sign..]);
    }
    " ".repeat(missing) + &text
}

/// `1.5e+10`: Rust writes `1.5e10`.
fn exponential(value: f64, precision: usize) -> String {
    let text = format!("{value:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |digits| ('-', digits));
    format!("{mantissa}e{sign}{exponent:0>2}")
}

/// `%g`: the shorter of both forms, without trailing zeros.
fn general(value: f64, precision: usize, keep: bool) -> String {
    let precision = precision.max(1);
    let written = exponential(value, precision - 1);
    let exponent: i32 = written.split_once('e').and_then(|(_, e)| e.parse().ok()).unwrap_or(0);
    let trim = |text: &str| {
        if keep || !text.contains('.') {
            text.to_owned()
        } else {
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    if exponent < -4 || exponent >= precision as i32 {
        let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "+00"));
        return format!("{}e{exponent}", trim(mantissa));
    }
    trim(&format!("{value:.*}", (precision as i32 - 1 - exponent).max(0) as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, number: f64) -> String {
        format(text, &[Value::Number(number)], "%.6g")
    }

    #[test]
    fn formats_are_c_s() {
        assert_eq!(show("[%5d|%-5d]", 42.0), "[   42|0    ]");
        assert_eq!(show("%05.1f", -2.71), "-02.7");
        assert_eq!(show("%g", 1e-5), "1e-05");
        assert_eq!(show("%g", 123456789.0), "1.23457e+08");
        assert_eq!(show("%x %%", 255.0), "ff %");
        assert_eq!(show("%c", 65.0), "A");
        assert_eq!(show("%+.2e", 12345.678), "+1.23e+04");
        assert_eq!(
            format("%s-%.2s|%*d", &[Value::text("ab"), Value::text("xyz"), Value::Number(4.0), Value::Number(7.0)], ""),
            "ab-xy|   7"
        );
    }
}
