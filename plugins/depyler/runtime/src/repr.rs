//! `repr` and `str`.

use crate::call::call_method;
use crate::class::class_of;
use crate::exc::err;
use crate::value::{R, Value};
use std::cell::RefCell;

thread_local! {
    /// Containers being printed, by address: a container inside itself prints as `[...]`.
    static ACTIVE: RefCell<Vec<i64>> = const { RefCell::new(vec![]) };
}

/// `repr(float)`: the shortest digits that give the same number back.
pub fn float(x: f64) -> String {
    if x.is_nan() {
        return "nan".to_string();
    }
    if x.is_infinite() {
        return if x > 0.0 { "inf" } else { "-inf" }.to_string();
    }
    if x == 0.0 {
        return if x.is_sign_negative() { "-0.0" } else { "0.0" }.to_string();
    }
    let magnitude = x.abs();
    if (1e-4..1e16).contains(&magnitude) {
        let text = format!("{x}");
        let text = if magnitude > 1e12 && text.len() > 16 { even(x, text) } else { text };
        return if text.contains('.') { text } else { text + ".0" };
    }
    let text = format!("{x:e}");
    let text = if magnitude > 1e12 && text.len() > 16 { even(x, text) } else { text };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (sign, digits) = match exponent.strip_prefix('-') {
        Some(digits) => ('-', digits),
        None => ('+', exponent),
    };
    format!("{mantissa}e{sign}{digits:0>2}")
}

/// Of two shortest texts that are equally near, the one with the even last digit.
fn even(x: f64, text: String) -> String {
    let mantissa = text.split('e').next().unwrap_or("");
    let digits = mantissa.chars().filter(char::is_ascii_digit).count();
    let other = match text.contains('e') {
        true => format!("{x:.*e}", digits - 1),
        false => format!("{x:.*}", mantissa.split_once('.').map_or(0, |(_, part)| part.len())),
    };
    if other.parse() == Ok(x) && other.len() == text.len() { other } else { text }
}

/// `repr(str)`
pub fn string(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if (c as u32) < 32 || (127..161).contains(&(c as u32)) || c as u32 == 173 => {
                out.push_str(&format!("\\x{:02x}", c as u32));
            }
            c if is_unprintable(c) => {
                let n = c as u32;
                out.push_str(&if n < 0x1_0000 { format!("\\u{n:04x}") } else { format!("\\U{n:08x}") });
            }
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// Separators, format characters, private use and unassigned planes, as far as `repr` escapes them.
pub(crate) fn is_unprintable(c: char) -> bool {
    matches!(c as u32,
        0x1680 | 0x2000..=0x200f | 0x2028..=0x202f | 0x205f..=0x206f | 0x3000 | 0xfeff | 0xe000..=0xf8ff
        | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x180e | 0xfff0..=0xfffb | 0xfffe | 0xffff | 0xe0000..=0x10_ffff)
}

/// Items between brackets, guarded against recursion.
fn guarded(value: &Value, recursive: &str, body: impl FnOnce() -> R<String>) -> R<String> {
    let id = value.id();
    if ACTIVE.with_borrow(|active| active.contains(&id)) {
        return Ok(recursive.to_string());
    }
    ACTIVE.with_borrow_mut(|active| active.push(id));
    let result = body();
    ACTIVE.with_borrow_mut(|active| active.pop());
    result
}

/// `repr` of values, joined with commas.
///
/// # Errors
/// What `__repr__` raises.
pub fn join(items: &[Value]) -> R<String> {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        out.push_str(&repr(item)?);
    }
    Ok(out)
}

/// `repr(value)`
///
/// # Errors
/// What `__repr__` raises.
pub fn repr(value: &Value) -> R<String> {
    Ok(match value {
        Value::Unbound => "<unbound>".to_string(),
        Value::None => "None".to_string(),
        Value::NotImplemented => "NotImplemented".to_string(),
        Value::Ellipsis => "Ellipsis".to_string(),
        Value::Bool(true) => "True".to_string(),
        Value::Bool(false) => "False".to_string(),
        Value::Int(n) => n.to_string(),
        Value::Float(x) => float(*x),
        Value::Big(n) => big(n)?,
        Value::Str(text) => string(text.as_str()),
        Value::Bytes(bytes) => crate::bytes::repr(bytes),
        Value::List(items) => guarded(value, "[...]", || {
            let items = items.borrow().clone();
            Ok(format!("[{}]", join(&items)?))
        })?,
        Value::Tuple(items) => match &items[..] {
            [one] => format!("({},)", repr(one)?),
            items => guarded(value, "(...)", || Ok(format!("({})", join(items)?)))?,
        },
        Value::Dict(dict) => guarded(value, "{...}", || dict_repr(&dict.borrow().pairs()))?,
        Value::Set(set) => {
            let items = set.table.borrow().items();
            match (items.is_empty(), set.frozen) {
                (true, _) => format!("{}()", set.type_name()),
                (false, false) => format!("{{{}}}", join(&items)?),
                (false, true) => format!("frozenset({{{}}})", join(&items)?),
            }
        }
        Value::Range(r) if r.step == 1 => format!("range({}, {})", r.start, r.stop),
        Value::Range(r) => format!("range({}, {}, {})", r.start, r.stop, r.step),
        Value::Slice(parts) => format!("slice({})", join(&parts[..])?),
        Value::Func(f) => format!("<function {} at {:#x}>", f.qualname, value.id()),
        Value::NativeFn(f) => format!("<built-in function {}>", f.name),
        Value::Bound(bound) if bound.function.is_unbound() => {
            let class = class_of(&bound.receiver).name;
            format!("<built-in method {} of {class} object at {:#x}>", bound.name, value.id())
        }
        Value::Bound(bound) => {
            let name = match &bound.function {
                Value::Func(f) => f.qualname,
                _ => bound.name,
            };
            format!("<bound method {name} of {}>", repr(&bound.receiver)?)
        }
        Value::Class(class) => match crate::meta::hook(value, "__repr__") {
            Some(hook) => return text_of(crate::call::call_pos(&hook, &[])?, "__repr__"),
            None => class_repr(value, class),
        },
        Value::Obj(object) => {
            if object.class.lookup("__repr__").is_some() {
                return text_of(call_method(value, "__repr__", &[])?, "__repr__");
            }
            if let Some(text) = crate::library::instance_repr(value, object) {
                return text;
            }
            default_repr(value)?
        }
        Value::Iter(iter) => format!("<{} object at {:#x}>", iter.name, value.id()),
        Value::Native(native) => match native.0.repr() {
            Some(text) => guarded(value, "...", || text)?,
            None => format!("<{} object at {:#x}>", native.0.type_name(), value.id()),
        },
    })
}

thread_local! {
    /// How many digits CPython 3.11 converts between int and text at most (`sys.set_int_max_str_digits`); 0 for no limit.
    pub(crate) static DIGITS: std::cell::Cell<usize> = const { std::cell::Cell::new(4300) };
}

fn big(n: &crate::bigint::BigInt) -> R<String> {
    let text = n.to_radix(10);
    let limit = DIGITS.get();
    if limit > 0 && text.len() > limit && text.trim_start_matches('-').len() > limit {
        return err(
            "ValueError",
            format!(
                "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
            ),
        );
    }
    Ok(text)
}

/// `{key: value, …}`
///
/// # Errors
/// What `__repr__` raises.
pub fn dict_repr(pairs: &[(Value, Value)]) -> R<String> {
    let mut out = String::from("{");
    for (at, (key, value)) in pairs.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        out.push_str(&repr(key)?);
        out.push_str(": ");
        out.push_str(&repr(value)?);
    }
    out.push('}');
    Ok(out)
}

fn class_repr(value: &Value, class: &crate::class::Class) -> String {
    let _ = value;
    if crate::enums::is_enum(class) && !class.is_native() {
        return format!("<enum '{}'>", class.name);
    }
    let module = if class.is_native() { crate::library::module_of(class.name) } else { class.module };
    let name = match class.attrs.get("__qualname__") {
        Some(Value::Str(name)) => name.as_str().to_string(),
        _ => class.name.to_string(),
    };
    if module.is_empty() { format!("<class '{name}'>") } else { format!("<class '{module}.{name}'>") }
}

/// `repr` of an instance whose class does not define it.
///
/// # Errors
/// What `__repr__` of a part raises.
pub fn default_repr(value: &Value) -> R<String> {
    let Value::Obj(object) = value else { return repr(value) };
    if object.class.is_exception() {
        return crate::exc::represent(object);
    }
    let payload = object.payload.borrow().clone();
    if payload.is_unbound() {
        let class = &object.class;
        let name = match class.attrs.get("__qualname__") {
            Some(Value::Str(name)) => name.as_str().to_string(),
            _ => class.name.to_string(),
        };
        let module = if class.module.is_empty() { "builtins" } else { class.module };
        if class.name == "object" && class.is_native() {
            return Ok(format!("<object object at {:#x}>", value.id()));
        }
        return Ok(format!("<{module}.{name} object at {:#x}>", value.id()));
    }
    if let Value::Set(set) = &payload {
        // Sets show the class that they are of.
        let items = set.table.borrow().items();
        let name = object.class.name;
        return Ok(if items.is_empty() { format!("{name}()") } else { format!("{name}({{{}}})", join(&items)?) });
    }
    repr(&payload)
}

fn text_of(value: Value, method: &str) -> R<String> {
    match value.plain() {
        Value::Str(text) => Ok(text.as_str().to_string()),
        other => err("TypeError", format!("{method} returned non-string (type {})", class_of(&other).full_name())),
    }
}

/// `str(value)`
///
/// # Errors
/// What `__str__` and `__repr__` raise.
pub fn str_of(value: &Value) -> R<String> {
    match value {
        Value::Str(text) => Ok(text.as_str().to_string()),
        Value::Obj(object) => {
            if object.class.lookup("__str__").is_some() {
                return text_of(call_method(value, "__str__", &[])?, "__str__");
            }
            if object.class.is_exception() {
                return crate::exc::message(object);
            }
            if let Some(text) = crate::enums::str_of(value, object) {
                return text;
            }
            // `str` has a `__str__` of its own; that of other classes asks `__repr__`.
            let text = matches!(&*object.payload.borrow(), Value::Str(_));
            if !text && object.class.lookup("__repr__").is_some() {
                return repr(value);
            }
            let payload = object.payload.borrow().clone();
            match payload {
                Value::Str(text) => Ok(text.as_str().to_string()),
                _ => repr(value),
            }
        }
        Value::Native(native) => match native.0.str() {
            Some(text) => text,
            None => repr(value),
        },
        _ => repr(value),
    }
}

/// `format(value, "")`, for f-strings.
///
/// # Errors
/// What `__format__` and `__str__` raise.
pub fn show(value: &Value) -> R<String> {
    crate::format::format(value, "")
}
