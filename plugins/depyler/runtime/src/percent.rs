//! `format % values`

use crate::class::class_of;
use crate::exc::err;
use crate::number::{Num, num};
use crate::value::{R, Value};

struct Directive {
    left: bool,
    zero: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    width: usize,
    precision: Option<usize>,
}

/// `text % values`
///
/// # Errors
/// `TypeError` and `ValueError` as CPython gives them.
pub fn format(text: &str, values: &Value) -> R<String> {
    let list: Vec<Value> = match values {
        Value::Tuple(items) => items.to_vec(),
        other => match other.plain() {
            Value::Tuple(items) => items.to_vec(),
            _ => vec![other.clone()],
        },
    };
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut used = 0;
    let mut at = 0;
    let mut named = false;
    while at < chars.len() {
        if chars[at] != '%' {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        at += 1;
        let mut key = None;
        if chars.get(at) == Some(&'(') {
            let end = chars[at..].iter().position(|c| *c == ')').map(|n| at + n);
            let Some(end) = end else { return err("ValueError", "incomplete format key") };
            key = Some(chars[at + 1..end].iter().collect::<String>());
            at = end + 1;
            named = true;
        }
        let take = |used: &mut usize| -> R {
            *used += 1;
            list.get(*used - 1)
                .cloned()
                .ok_or_else(|| crate::exc::new("TypeError", "not enough arguments for format string"))
        };
        let directive = parse(&chars, &mut at, &mut || take(&mut used))?;
        let Some(kind) = chars.get(at).copied() else { return err("ValueError", "incomplete format") };
        at += 1;
        if kind == '%' {
            out.push('%');
            continue;
        }
        let value = match key {
            Some(key) => crate::item::get_item(values, &Value::str(key))?,
            None => take(&mut used)?,
        };
        out.push_str(&convert(&directive, kind, &value, at - 1)?);
    }
    if used < list.len() && !named {
        if used == 0 && matches!(values, Value::Dict(_)) {
            return Ok(out);
        }
        return err("TypeError", "not all arguments converted during string formatting");
    }
    Ok(out)
}

fn parse(chars: &[char], at: &mut usize, take: &mut dyn FnMut() -> R) -> R<Directive> {
    let mut d =
        Directive { left: false, zero: false, plus: false, space: false, alternate: false, width: 0, precision: None };
    while let Some(c) = chars.get(*at) {
        match c {
            '-' => d.left = true,
            '0' => d.zero = true,
            '+' => d.plus = true,
            ' ' => d.space = true,
            '#' => d.alternate = true,
            _ => break,
        }
        *at += 1;
    }
    let mut number = |at: &mut usize| -> R<i64> {
        if chars.get(*at) == Some(&'*') {
            *at += 1;
            return match take()? {
                Value::Int(n) => Ok(n),
                _ => err("TypeError", "* wants int"),
            };
        }
        let mut n = 0i64;
        while let Some(digit) = chars.get(*at).and_then(|c| c.to_digit(10)) {
            n = n.saturating_mul(10).saturating_add(i64::from(digit));
            *at += 1;
        }
        if n > 1 << 31 { err("ValueError", "width too big") } else { Ok(n) }
    };
    let width = number(at)?;
    d.left |= width < 0;
    d.width = width.unsigned_abs() as usize;
    if chars.get(*at) == Some(&'.') {
        *at += 1;
        d.precision = Some(number(at)?.max(0) as usize);
    }
    while matches!(chars.get(*at), Some('l' | 'h' | 'L')) {
        *at += 1;
    }
    Ok(d)
}

fn convert(d: &Directive, kind: char, value: &Value, at: usize) -> R<String> {
    let cut = |text: String| match d.precision {
        Some(n) => text.chars().take(n).collect(),
        None => text,
    };
    match kind {
        's' => Ok(pad(d, "", &cut(crate::repr::str_of(value)?), false)),
        'r' => Ok(pad(d, "", &cut(crate::repr::repr(value)?), false)),
        'a' => Ok(pad(d, "", &cut(crate::builtins::ascii_of(value)?), false)),
        'c' => match value {
            Value::Str(text) if text.chars() == 1 => Ok(pad(d, "", text.as_str(), false)),
            Value::Int(n) => match u32::try_from(*n).ok().and_then(char::from_u32) {
                Some(c) => Ok(pad(d, "", &c.to_string(), false)),
                None => err("OverflowError", "%c arg not in range(0x110000)"),
            },
            _ => err("TypeError", "%c requires int or char"),
        },
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => integer(d, kind, value),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => float(d, kind, value),
        _ => err("ValueError", format!("unsupported format character '{kind}' ({:#x}) at index {at}", kind as u32)),
    }
}

fn sign(d: &Directive, negative: bool) -> &'static str {
    match (negative, d.plus, d.space) {
        (true, _, _) => "-",
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    }
}

fn integer(d: &Directive, kind: char, value: &Value) -> R<String> {
    let plain = value.plain();
    let n = match num(&plain) {
        Some(Num::Int(n)) => crate::bigint::BigInt::from_i128(i128::from(n)),
        Some(Num::Big(n)) => n,
        Some(Num::Float(x)) if kind == 'd' || kind == 'i' || kind == 'u' => match crate::construct::float_to_int(x)? {
            Value::Int(n) => crate::bigint::BigInt::from_i128(i128::from(n)),
            Value::Big(n) => (*n).clone(),
            _ => return err("TypeError", "%d format: a real number is required"),
        },
        _ => {
            let wants = if matches!(kind, 'd' | 'i' | 'u') { "a real number" } else { "an integer" };
            return err(
                "TypeError",
                format!("%{kind} format: {wants} is required, not {}", class_of(value).full_name()),
            );
        }
    };
    let (radix, prefix) = match kind {
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'o' => (8, "0o"),
        _ => (10, ""),
    };
    let mut digits = n.to_radix(radix).trim_start_matches('-').to_string();
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    if let Some(precision) = d.precision {
        digits = format!("{digits:0>precision$}");
    }
    let prefix = if d.alternate { prefix } else { "" };
    Ok(pad(d, &format!("{}{prefix}", sign(d, n.is_negative())), &digits, true))
}

fn float(d: &Directive, kind: char, value: &Value) -> R<String> {
    let plain = value.plain();
    let x = match num(&plain) {
        Some(n) => n.float()?,
        None => match &plain {
            Value::Native(_) | Value::Obj(_) => match crate::construct::float(&crate::func::pos(&[plain.clone()]))? {
                Value::Float(x) => x,
                _ => 0.0,
            },
            _ => return err("TypeError", format!("must be real number, not {}", class_of(value).full_name())),
        },
    };
    let precision = d.precision.unwrap_or(6);
    let magnitude = x.abs();
    let mut text = if x.is_nan() {
        "nan".to_string()
    } else if x.is_infinite() {
        "inf".to_string()
    } else {
        match kind.to_ascii_lowercase() {
            'e' => crate::format::exponent(magnitude, precision, d.alternate),
            'f' => crate::format::fixed(magnitude, precision, d.alternate),
            _ => crate::format::general(magnitude, precision, d.alternate, false),
        }
    };
    if kind.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    Ok(pad(d, sign(d, x.is_sign_negative() && !x.is_nan()), &text, x.is_finite()))
}

fn pad(d: &Directive, head: &str, text: &str, zeros: bool) -> String {
    let missing = d.width.saturating_sub(head.chars().count() + text.chars().count());
    if d.left {
        format!("{head}{text}{}", " ".repeat(missing))
    } else if d.zero && zeros {
        format!("{head}{}{text}", "0".repeat(missing))
    } else {
        format!("{}{head}{text}", " ".repeat(missing))
    }
}
