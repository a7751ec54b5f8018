//! The format mini-language: f-strings, `format()` and `str.format`.

use crate::bigint::BigInt;
use crate::class::class_of;
use crate::exc::err;
use crate::number::{Num, num};
use crate::value::{R, Value};

/// A parsed format specification.
pub struct Spec {
    fill: char,
    /// `<`, `>`, `^`, `=`, or a blank for the type's default
    align: char,
    sign: char,
    /// `z`: a zero has no sign
    unsigned_zero: bool,
    alternate: bool,
    width: usize,
    grouping: Option<char>,
    precision: Option<usize>,
    kind: char,
}

impl Spec {
    /// Parses `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
    ///
    /// # Errors
    /// `ValueError` when it is not one.
    pub fn parse(text: &str) -> R<Spec> {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        let is_align = |c: Option<&char>| c.is_some_and(|c| "<>^=".contains(*c));
        let mut spec = Spec {
            fill: ' ',
            align: ' ',
            sign: '-',
            unsigned_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: ' ',
        };
        let filled = is_align(chars.get(1));
        if filled {
            spec.fill = chars[0];
            spec.align = chars[1];
            at = 2;
        } else if is_align(chars.first()) {
            spec.align = chars[0];
            at = 1;
        }
        if let Some(sign) = chars.get(at).filter(|c| "+- ".contains(**c)) {
            spec.sign = *sign;
            at += 1;
        }
        if chars.get(at) == Some(&'z') {
            spec.unsigned_zero = true;
            at += 1;
        }
        if chars.get(at) == Some(&'#') {
            spec.alternate = true;
            at += 1;
        }
        if chars.get(at) == Some(&'0') {
            if !filled {
                spec.fill = '0';
            }
            if spec.align == ' ' {
                spec.align = '=';
            }
            at += usize::from(!filled);
        }
        let number = |at: &mut usize| -> R<Option<usize>> {
            let start = *at;
            while chars.get(*at).is_some_and(char::is_ascii_digit) {
                *at += 1;
            }
            let digits: String = chars[start..*at].iter().collect();
            match digits.parse::<usize>() {
                Ok(n) if n < 1 << 31 => Ok(Some(n)),
                _ if digits.is_empty() => Ok(None),
                _ => err("ValueError", "Too many decimal digits in format string"),
            }
        };
        spec.width = number(&mut at)?.unwrap_or(0);
        if let Some(grouping) = chars.get(at).filter(|c| ",_".contains(**c)) {
            spec.grouping = Some(*grouping);
            at += 1;
            if chars.get(at).is_some_and(|c| ",_".contains(*c)) {
                return err("ValueError", "Cannot specify both ',' and '_'.");
            }
        }
        if chars.get(at) == Some(&'.') {
            at += 1;
            spec.precision = number(&mut at)?;
            if spec.precision.is_none() {
                return err("ValueError", "Format specifier missing precision");
            }
        }
        if let Some(kind) = chars.get(at) {
            spec.kind = *kind;
            at += 1;
        }
        if at < chars.len() {
            return err("ValueError", format!("Invalid format specifier '{text}' for object of type 'str'"));
        }
        if let Some(c) = spec.grouping
            && !" deEfFgG%".contains(spec.kind)
            && !(c == '_' && "boxX".contains(spec.kind))
        {
            return err("ValueError", format!("Cannot specify '{c}' with '{}'.", spec.kind));
        }
        Ok(spec)
    }

    /// Pads to the width; `default` is the alignment when none was given.
    fn pad(&self, text: &str, default: char) -> String {
        let len = text.chars().count();
        if len >= self.width {
            return text.to_string();
        }
        let missing = self.width - len;
        let fill = |n: usize| -> String { std::iter::repeat_n(self.fill, n).collect() };
        match if self.align == ' ' { default } else { self.align } {
            '<' => format!("{text}{}", fill(missing)),
            '^' => format!("{}{text}{}", fill(missing / 2), fill(missing - missing / 2)),
            _ => format!("{}{text}", fill(missing)),
        }
    }

    /// Sign, prefix and digits of a number, grouped and padded. `whole` has only digits before the point.
    fn number(&self, negative: bool, prefix: &str, whole: &str, rest: &str, group: usize) -> String {
        let sign = match (negative, self.sign) {
            (true, _) => "-",
            (false, '+') => "+",
            (false, ' ') => " ",
            _ => "",
        };
        let head = format!("{sign}{prefix}");
        if self.align == '=' {
            let room = self.width.saturating_sub(head.chars().count() + rest.chars().count());
            let digits = match self.grouping {
                Some(c) if self.fill == '0' => {
                    let mut padded = whole.to_string();
                    while grouped(&format!("0{padded}"), c, group).len() <= room {
                        padded.insert(0, '0');
                    }
                    let text = grouped(&padded, c, group);
                    if text.len() < room && grouped(&format!("0{padded}"), c, group).len() == room + 1 {
                        grouped(&format!("0{padded}"), c, group)
                    } else {
                        text
                    }
                }
                Some(c) => grouped(whole, c, group),
                None => whole.to_string(),
            };
            let missing = room.saturating_sub(digits.chars().count());
            let fill: String = std::iter::repeat_n(self.fill, missing).collect();
            return format!("{head}{fill}{digits}{rest}");
        }
        let digits = self.grouping.map_or_else(|| whole.to_string(), |c| grouped(whole, c, group));
        self.pad(&format!("{head}{digits}{rest}"), '>')
    }
}

fn grouped(digits: &str, separator: char, group: usize) -> String {
    let mut out = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(group) {
            out.push(separator);
        }
        out.push(c);
    }
    out
}

/// `format(value, spec)`
///
/// # Errors
/// `ValueError` for a specification that does not fit, and what `__format__` raises.
pub fn format(value: &Value, spec: &str) -> R<String> {
    match value {
        Value::Obj(object) => {
            if object.class.lookup("__format__").is_some() {
                return crate::repr::str_of(&crate::call::call_method(value, "__format__", &[Value::str(spec)])?);
            }
            if spec.is_empty() {
                return crate::repr::str_of(value);
            }
            let number = object.class.rest.iter().any(|base| matches!(base.name, "IntEnum" | "IntFlag"));
            if let Some(text) = crate::enums::str_of(value, object).filter(|_| !number) {
                return format(&Value::str(text?), spec);
            }
            let plain = value.plain();
            if plain.is(value) {
                let class = object.class.name;
                return err("TypeError", format!("unsupported format string passed to {class}.__format__"));
            }
            return format(&plain, spec);
        }
        Value::Native(native) => {
            let result = native.0.call_method(value, "__format__", &crate::func::pos(&[Value::str(spec)]));
            if let Some(result) = result {
                return crate::repr::str_of(&result?);
            }
        }
        _ => {}
    }
    if spec.is_empty() {
        return crate::repr::str_of(value);
    }
    let parsed = Spec::parse(spec).map_err(|raised| {
        let kind = class_of(value).full_name();
        let text = raised.last_line().replace("of type 'str'", &format!("of type '{kind}'"));
        crate::exc::new("ValueError", text.trim_start_matches("ValueError: "))
    })?;
    let is_bool = matches!(value, Value::Bool(_));
    match num(value) {
        Some(Num::Float(x)) => float(&parsed, x),
        Some(n) if "eEfFgG%".contains(parsed.kind) => float(&parsed, n.float()?),
        Some(Num::Int(n)) if !(is_bool && matches!(parsed.kind, ' ' | 's') && spec.is_empty()) => {
            int(&parsed, &BigInt::from_i128(i128::from(n)), if is_bool { "bool" } else { "int" })
        }
        Some(Num::Big(n)) => int(&parsed, &n, "int"),
        _ => match value {
            Value::Str(text) => string(&parsed, text.as_str()),
            _ => err(
                "TypeError",
                format!("unsupported format string passed to {}.__format__", class_of(value).full_name()),
            ),
        },
    }
}

fn unknown(kind: char, of: &str) -> R<String> {
    err("ValueError", format!("Unknown format code '{kind}' for object of type '{of}'"))
}

fn string(spec: &Spec, text: &str) -> R<String> {
    if !matches!(spec.kind, ' ' | 's') {
        return unknown(spec.kind, "str");
    }
    if spec.unsigned_zero {
        return err("ValueError", "Negative zero coercion (z) not allowed in string format specifier");
    }
    if spec.alternate {
        return err("ValueError", "Alternate form (#) not allowed in string format specifier");
    }
    if spec.sign == ' ' {
        return err("ValueError", "Space not allowed in string format specifier");
    }
    if spec.sign != '-' {
        return err("ValueError", "Sign not allowed in string format specifier");
    }
    if spec.align == '=' && spec.fill != '0' {
        return err("ValueError", "'=' alignment not allowed in string format specifier");
    }
    let cut: String = match spec.precision {
        Some(n) => text.chars().take(n).collect(),
        None => text.to_string(),
    };
    let mut spec = Spec { ..*spec };
    if spec.align == '=' {
        spec.align = '<';
    }
    Ok(spec.pad(&cut, '<'))
}

fn int(spec: &Spec, n: &BigInt, of: &str) -> R<String> {
    if spec.precision.is_some() && " dnboxXc".contains(spec.kind) {
        return err("ValueError", "Precision not allowed in integer format specifier");
    }
    if spec.unsigned_zero && " dnboxXc".contains(spec.kind) {
        return err("ValueError", "Negative zero coercion (z) not allowed in integer format specifier");
    }
    let (radix, prefix, group) = match spec.kind {
        ' ' | 'd' | 'n' => (10, "", 3),
        'b' => (2, "0b", 4),
        'o' => (8, "0o", 4),
        'x' => (16, "0x", 4),
        'X' => (16, "0X", 4),
        'c' => {
            let c = n.to_i64().and_then(|n| u32::try_from(n).ok()).and_then(char::from_u32);
            if spec.sign != '-' {
                return err("ValueError", "Sign not allowed with integer format specifier 'c'");
            }
            if spec.alternate {
                return err("ValueError", "Alternate form (#) not allowed with integer format specifier 'c'");
            }
            return match c {
                Some(c) => Ok(spec.number(false, "", "", &c.to_string(), 3)),
                None => err("OverflowError", "%c arg not in range(0x110000)"),
            };
        }
        kind => return unknown(kind, of),
    };
    let mut digits = n.to_radix(radix).trim_start_matches('-').to_string();
    if spec.kind == 'X' {
        digits.make_ascii_uppercase();
    }
    Ok(spec.number(n.is_negative(), if spec.alternate { prefix } else { "" }, &digits, "", group))
}

fn float(spec: &Spec, x: f64) -> R<String> {
    let upper = spec.kind.is_ascii_uppercase();
    let kind = spec.kind.to_ascii_lowercase();
    if !matches!(kind, ' ' | 'e' | 'f' | 'g' | 'n' | '%') {
        return unknown(spec.kind, "float");
    }
    let magnitude = x.abs();
    let (mut text, suffix) = if !x.is_finite() {
        (if x.is_nan() { "nan" } else { "inf" }.to_string(), if kind == '%' { "%" } else { "" })
    } else {
        match kind {
            'f' => (fixed(magnitude, spec.precision.unwrap_or(6), spec.alternate), ""),
            '%' => (fixed(magnitude * 100.0, spec.precision.unwrap_or(6), spec.alternate), "%"),
            'e' => (exponent(magnitude, spec.precision.unwrap_or(6), spec.alternate), ""),
            'g' | 'n' => (general(magnitude, spec.precision.unwrap_or(6), spec.alternate, false), ""),
            _ => match spec.precision {
                Some(precision) => (general(magnitude, precision, spec.alternate, true), ""),
                None => (crate::repr::float(magnitude), ""),
            },
        }
    };
    if upper {
        text.make_ascii_uppercase();
    }
    text.push_str(suffix);
    let whole_len = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (whole, rest) = text.split_at(whole_len);
    let zero = spec.unsigned_zero
        && x.is_finite()
        && !text.split(['e', 'E']).next().unwrap_or("").contains(|c| ('1'..='9').contains(&c));
    let negative = x.is_sign_negative() && !x.is_nan() && !zero;
    Ok(if x.is_finite() { spec.number(negative, "", whole, rest, 3) } else { spec.number(negative, "", "", rest, 3) })
}

/// `%f` of a magnitude.
pub fn fixed(x: f64, precision: usize, alternate: bool) -> String {
    let text = format!("{x:.precision$}");
    if alternate && precision == 0 { text + "." } else { text }
}

/// `%e` of a magnitude.
pub fn exponent(x: f64, precision: usize, alternate: bool) -> String {
    let text = format!("{x:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (sign, digits) = match exponent.strip_prefix('-') {
        Some(digits) => ('-', digits),
        None => ('+', exponent),
    };
    let point = if alternate && precision == 0 { "." } else { "" };
    format!("{mantissa}{point}e{sign}{digits:0>2}")
}

/// `%g` of a magnitude; `keep` adds `.0` to integral values as `repr` does.
pub fn general(x: f64, precision: usize, alternate: bool, keep: bool) -> String {
    let precision = precision.max(1);
    let text = format!("{x:.*e}", precision - 1);
    let exp: i64 = text.split_once('e').and_then(|(_, e)| e.parse().ok()).unwrap_or(0);
    let strip = |text: String| -> String {
        if alternate || !text.contains('.') {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    };
    let limit = precision as i64 - i64::from(keep);
    if exp < -4 || exp >= limit {
        let text = exponent(x, precision - 1, alternate);
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "+00"));
        return format!("{}e{exponent}", strip(mantissa.to_string()));
    }
    let text = strip(format!("{x:.*}", (precision as i64 - 1 - exp).max(0) as usize));
    let text = if alternate && !text.contains('.') { text + "." } else { text };
    if keep && !text.contains('.') { text + ".0" } else { text }
}

/// How the fields of a format are numbered, once one of them was.
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

/// `text.format(*args, **kw)`
///
/// # Errors
/// `ValueError` for a malformed text, `IndexError` and `KeyError` for missing arguments.
pub fn str_format(text: &str, args: &crate::func::Args) -> R<String> {
    let mut auto = Numbering::Unknown;
    render(text, args, &mut auto, 2)
}

fn render(text: &str, args: &crate::func::Args, auto: &mut Numbering, depth: u32) -> R<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        let doubled = rest[at..].starts_with("{{") || rest[at..].starts_with("}}");
        if doubled {
            out.push_str(&rest[at..=at]);
            rest = &rest[at + 2..];
            continue;
        }
        if rest[at..].starts_with('}') {
            return err("ValueError", "Single '}' encountered in format string");
        }
        rest = &rest[at + 1..];
        let mut open = 1;
        let end = rest.char_indices().find(|(_, c)| {
            open += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            open == 0
        });
        let Some((end, _)) = end else {
            return err(
                "ValueError",
                if rest.is_empty() {
                    "Single '{' encountered in format string"
                } else {
                    "expected '}' before end of string"
                },
            );
        };
        out.push_str(&field(&rest[..end], args, auto, depth)?);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    Ok(out)
}

fn field(text: &str, args: &crate::func::Args, auto: &mut Numbering, depth: u32) -> R<String> {
    if depth == 0 {
        return err("ValueError", "Max string recursion exceeded");
    }
    let mut bracket = false;
    let split = text.char_indices().find(|(_, c)| {
        bracket = bracket && *c != ']' || *c == '[';
        !bracket && (*c == ':' || *c == '!')
    });
    let (name, tail) = split.map_or((text, ""), |(at, _)| text.split_at(at));
    let (conversion, spec) = match tail.strip_prefix('!') {
        Some(tail) => {
            let mut chars = tail.chars();
            let conversion = chars.next();
            (conversion, chars.as_str().strip_prefix(':').unwrap_or(""))
        }
        None => (None, tail.strip_prefix(':').unwrap_or("")),
    };
    let value = lookup(name, args, auto)?;
    let spec = if spec.contains('{') { render(spec, args, auto, depth - 1)? } else { spec.to_string() };
    match conversion {
        None => format(&value, &spec),
        Some('r') => format(&Value::str(crate::repr::repr(&value)?), &spec),
        Some('s') => format(&Value::str(crate::repr::str_of(&value)?), &spec),
        Some('a') => format(&Value::str(crate::builtins::ascii_of(&value)?), &spec),
        Some(c) => err("ValueError", format!("Unknown conversion specifier '{c}'")),
    }
}

fn lookup(name: &str, args: &crate::func::Args, auto: &mut Numbering) -> R {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let index = if first.is_empty() { None } else { first.parse::<usize>().ok() };
    let index = match (first.is_empty(), index, &*auto) {
        (true, _, Numbering::Manual) => {
            let text = "cannot switch from manual field specification to automatic field numbering";
            return err("ValueError", text);
        }
        (false, Some(_), Numbering::Automatic(_)) => {
            let text = "cannot switch from automatic field numbering to manual field specification";
            return err("ValueError", text);
        }
        (true, _, numbering) => {
            let next = if let Numbering::Automatic(n) = numbering { *n } else { 0 };
            *auto = Numbering::Automatic(next + 1);
            Some(next)
        }
        (false, Some(n), _) => {
            *auto = Numbering::Manual;
            Some(n)
        }
        (false, None, _) => None,
    };
    let mut value = match index {
        Some(index) => match args.pos.get(index) {
            Some(value) => value.clone(),
            None => {
                return err("IndexError", format!("Replacement index {index} out of range for positional args tuple"));
            }
        },
        None => match args.kw.iter().find(|(key, _)| *key == first) {
            Some((_, value)) => value.clone(),
            None => return Err(crate::exc::exception("KeyError", vec![Value::str(first)])),
        },
    };
    while !rest.is_empty() {
        if let Some(tail) = rest.strip_prefix('.') {
            let end = tail.find(['.', '[']).unwrap_or(tail.len());
            value = crate::attr::get_attr(&value, crate::names::intern(&tail[..end]))?;
            rest = &tail[end..];
        } else {
            let tail = &rest[1..];
            let end = tail.find(']').unwrap_or(tail.len());
            let key = tail[..end].parse::<i64>().map_or_else(|_| Value::str(&tail[..end]), Value::Int);
            value = crate::item::get_item(&value, &key)?;
            rest = tail.get(end + 1..).unwrap_or("");
        }
    }
    Ok(value)
}

/// One replacement field of an f-string: `conversion` is `r`, `s`, `a` or a blank.
///
/// # Errors
/// As [`format`].
pub fn fmt(value: &Value, conversion: char, spec: &str) -> R<String> {
    match conversion {
        'r' => format(&Value::str(crate::repr::repr(value)?), spec),
        's' => format(&Value::str(crate::repr::str_of(value)?), spec),
        'a' => format(&Value::str(crate::builtins::ascii_of(value)?), spec),
        _ => format(value, spec),
    }
}
