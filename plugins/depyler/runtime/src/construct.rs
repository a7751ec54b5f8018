//! Constructors of built-in classes: `int(...)`, `list(...)`, `range(...)` and the others.

use crate::attrs::Attrs;
use crate::bigint::BigInt;
use crate::class::{Instance, builtin_class, class_of};
pub use crate::complex::complex;
use crate::dict::Dict;
use crate::exc::err;
use crate::func::{Args, ClassMethod, Property, StaticMethod};
use crate::iter::{Iteration, from_code, iter as start};
use crate::names::intern;
use crate::native::native;
use crate::value::{R, Range, Value};
use std::rc::Rc;

/// `object()`
///
/// # Errors
/// None.
pub fn object(_: &Args) -> R {
    Ok(Value::Obj(Instance::new(builtin_class("object"), Value::Unbound)))
}

/// The integral part of a float.
///
/// # Errors
/// `OverflowError` and `ValueError` when there is none.
pub fn float_to_int(x: f64) -> R {
    if x.is_nan() {
        return err("ValueError", "cannot convert float NaN to integer");
    }
    if x.is_infinite() {
        return err("OverflowError", "cannot convert float infinity to integer");
    }
    Ok(if x.abs() < 9e18 { Value::Int(x as i64) } else { Value::big(BigInt::from_f64(x)) })
}

/// `int(x, base)`
///
/// # Errors
/// `ValueError` and `TypeError` when it is no number.
pub fn int(args: &Args) -> R {
    let Some(value) = args.pos.first() else { return Ok(Value::Int(0)) };
    let base = match args.opt(1, "base") {
        Some(base) => crate::item::index(&base, "base")?,
        None => 10,
    };
    match value {
        Value::Int(_) | Value::Big(_) => Ok(value.clone()),
        Value::Bool(b) => Ok(Value::Int(i64::from(*b))),
        Value::Float(x) => float_to_int(*x),
        Value::Str(text) => parse_int(text.as_str(), base),
        Value::Bytes(bytes) => parse_int(&String::from_utf8_lossy(&bytes.data.borrow()), base),
        Value::Obj(object) => {
            for name in ["__int__", "__index__", "__trunc__"] {
                if object.class.lookup(name).is_some() {
                    return value.method(name, &[]);
                }
            }
            let plain = value.plain();
            if plain.is(value) { not_a_number(value) } else { int(&Args { pos: &[plain], kw: &[] }) }
        }
        Value::Native(native) => {
            native.0.call_method(value, "__int__", &Args::none()).unwrap_or_else(|| not_a_number(value))
        }
        _ => not_a_number(value),
    }
}

fn not_a_number(value: &Value) -> R {
    let kind = class_of(value).full_name();
    err("TypeError", format!("int() argument must be a string, a bytes-like object or a real number, not '{kind}'"))
}

fn parse_int(text: &str, base: i64) -> R {
    let fail =
        || err("ValueError", format!("invalid literal for int() with base {base}: {}", crate::repr::string(text)));
    if base != 0 && !(2..=36).contains(&base) {
        return err("ValueError", "int() base must be >= 2 and <= 36, or 0");
    }
    // Most are a few plain digits.
    if let (2..=36, Some(b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z')) = (base, text.as_bytes().first())
        && text.len() <= 12
        && let Ok(n) = i64::from_str_radix(text, base as u32)
    {
        return Ok(Value::Int(n));
    }
    let plain = plain_digits(text);
    let trimmed = plain.trim();
    let (negative, digits) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let lower = digits.to_ascii_lowercase();
    let (base, digits) = match (base, lower.get(..2)) {
        (16 | 0, Some("0x")) => (16, &lower[2..]),
        (8 | 0, Some("0o")) => (8, &lower[2..]),
        (2 | 0, Some("0b")) => (2, &lower[2..]),
        (0, _) => (10, &lower[..]),
        (base, _) => (base as u32, &lower[..]),
    };
    // One underscore may stand behind a prefix.
    let prefixed = digits.len() < lower.len();
    let digits = digits.strip_prefix('_').filter(|_| prefixed).unwrap_or(digits);
    if digits.is_empty() || digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return fail();
    }
    let digits = digits.replace('_', "");
    let limit = crate::repr::DIGITS.get();
    if limit > 0 && digits.len() > limit && base == 10 {
        return err(
            "ValueError",
            format!(
                "Exceeds the limit ({limit} digits) for integer string conversion: value has {} digits; use sys.set_int_max_str_digits() to increase the limit",
                digits.len()
            ),
        );
    }
    if let Ok(n) = i64::from_str_radix(&digits, base)
        && !digits.starts_with(['+', '-'])
    {
        return Ok(Value::Int(if negative { -n } else { n }));
    }
    match BigInt::parse(&digits, base) {
        Some(n) => Ok(Value::big(if negative { n.neg() } else { n })),
        None => fail(),
    }
}

/// A literal that does not fit into 64 bits, made once.
#[macro_export]
macro_rules! big {
    ($digits:literal) => {{
        thread_local! {
            static NUMBER: $crate::Value = $crate::construct::big_literal($digits);
        }
        NUMBER.with(Clone::clone)
    }};
}

/// A literal that does not fit into 64 bits; `digits` are decimal.
pub fn big_literal(digits: &str) -> Value {
    BigInt::parse(digits, 10).map_or(Value::Int(0), Value::big)
}

/// `bool(x)`
///
/// # Errors
/// What `__bool__` raises.
pub fn bool(args: &Args) -> R {
    args.pos.first().map_or(Ok(false), crate::ops::truth).map(Value::Bool)
}

/// `float(x)`
///
/// # Errors
/// `ValueError` and `TypeError` when it is no number.
pub fn float(args: &Args) -> R {
    let Some(value) = args.pos.first() else { return Ok(Value::Float(0.0)) };
    if let Some(n) = crate::number::num(value) {
        return n.float().map(Value::Float);
    }
    match value {
        Value::Str(text) => parse_float(text.as_str()),
        Value::Obj(object) => {
            if object.class.lookup("__float__").is_some() {
                let made = value.method("__float__", &[])?;
                return match made.plain() {
                    made @ Value::Float(_) => Ok(made),
                    _ => {
                        let (class, other) = (object.class.name, class_of(&made).full_name());
                        err("TypeError", format!("{class}.__float__ returned non-float (type {other})"))
                    }
                };
            }
            if object.class.lookup("__index__").is_some() {
                return float(&Args { pos: &[value.method("__index__", &[])?], kw: &[] });
            }
            let plain = value.plain();
            if plain.is(value) {
                return err(
                    "TypeError",
                    format!("float() argument must be a string or a real number, not '{}'", object.class.name),
                );
            }
            float(&Args { pos: &[plain], kw: &[] })
        }
        Value::Native(native) if native.0.call_method(value, "__float__", &Args::none()).is_some() => {
            value.method("__float__", &[])
        }
        _ => err(
            "TypeError",
            format!("float() argument must be a string or a real number, not '{}'", class_of(value).full_name()),
        ),
    }
}

/// The zeros of the decimal digits of Unicode 14 behind ASCII; the other nine follow each.
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0,
    0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// A text with ASCII's digits for those of other scripts.
fn plain_digits(text: &str) -> std::borrow::Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let plain = |c: char| {
        let code = u32::from(c);
        let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code));
        zero.and_then(|zero| char::from_digit(code - zero, 10)).unwrap_or(c)
    };
    text.chars().map(plain).collect::<String>().into()
}

fn parse_float(text: &str) -> R {
    let trimmed = plain_digits(text).trim().to_ascii_lowercase();
    let unsigned = trimmed.trim_start_matches(['+', '-']);
    let named = matches!(unsigned, "inf" | "infinity" | "nan") && trimmed.len() - unsigned.len() <= 1;
    let digits = trimmed.replace('_', "");
    // An underscore stands between digits.
    let bytes = trimmed.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let apart = (0..bytes.len()).all(|at| bytes[at] != b'_' || digit(at.checked_sub(1)) && digit(Some(at + 1)));
    let plain = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && !trimmed.starts_with('_')
        && !trimmed.ends_with('_');
    match digits.parse::<f64>() {
        Ok(x) if named || plain && apart => Ok(Value::Float(x)),
        _ => err("ValueError", format!("could not convert string to float: {}", crate::repr::string(text))),
    }
}

/// `str(x)`
///
/// # Errors
/// What `__str__` raises.
pub fn str(args: &Args) -> R {
    match args.pos {
        [] => Ok(Value::str("")),
        [Value::Bytes(bytes), ..] if args.pos.len() > 1 || !args.kw.is_empty() => {
            let (encoding, errors) = crate::codec::options(args, 1)?;
            let data = bytes.data.borrow().clone();
            Ok(Value::str(crate::codec::decode(&data, encoding, &errors)?))
        }
        [value @ Value::Str(_), ..] => Ok(value.clone()),
        [value, ..] => crate::repr::str_of(value).map(Value::from),
    }
}

/// What `typing.NewType` gives: a function that returns its argument.
///
/// # Errors
/// `TypeError` without argument.
pub fn identity(args: &Args) -> R {
    args.at(0, "NewType").cloned()
}

/// `list(x)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn list(args: &Args) -> R {
    args.pos.first().map_or(Ok(vec![]), crate::iter::to_vec).map(Value::list)
}

/// `tuple(x)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn tuple(args: &Args) -> R {
    match args.pos.first() {
        Some(value @ Value::Tuple(_)) => Ok(value.clone()),
        Some(value) => crate::iter::to_vec(value).map(Value::tuple),
        None => Ok(Value::tuple(vec![])),
    }
}

/// `dict(x, **kw)`
///
/// # Errors
/// As `dict.update`.
pub fn dict(args: &Args) -> R {
    let dict = Rc::new(std::cell::RefCell::new(Dict::default()));
    crate::dict_methods::update(&dict, args)?;
    Ok(Value::Dict(dict))
}

/// `set(x)`
///
/// # Errors
/// `TypeError` when it cannot be iterated or hashed.
pub fn set(args: &Args) -> R {
    let table = args.pos.first().map_or(Ok(crate::set::Table::default()), crate::set::from_iterable)?;
    Ok(crate::set::value(table, false))
}

/// `frozenset(x)`
///
/// # Errors
/// `TypeError` when it cannot be iterated or hashed.
pub fn frozenset(args: &Args) -> R {
    let table = args.pos.first().map_or(Ok(crate::set::Table::default()), crate::set::from_iterable)?;
    Ok(crate::set::value(table, true))
}

pub use crate::memory::memoryview;

fn bytes_of(args: &Args) -> R<Vec<u8>> {
    match args.pos.first() {
        None => Ok(vec![]),
        Some(Value::Int(n)) if *n >= 0 => Ok(vec![0; *n as usize]),
        Some(Value::Int(_)) => err("ValueError", "negative count"),
        Some(Value::Bytes(bytes)) => Ok(bytes.data.borrow().clone()),
        Some(Value::Str(text)) if args.pos.len() > 1 || !args.kw.is_empty() => {
            let (encoding, errors) = crate::codec::options(args, 1)?;
            crate::codec::encode(text.as_str(), encoding, &errors)
        }
        Some(Value::Str(_)) => err("TypeError", "string argument without an encoding"),
        Some(Value::Obj(object)) if object.class.lookup("__bytes__").is_some() => {
            match args.pos[0].method("__bytes__", &[])? {
                Value::Bytes(bytes) => Ok(bytes.data.borrow().clone()),
                _ => err("TypeError", "__bytes__ returned non-bytes"),
            }
        }
        Some(items) => {
            let bytes = crate::iter::to_vec(items)?.iter().map(crate::bytes::byte).collect::<R<Vec<u8>>>();
            match bytes {
                Err(raised) if raised.is_a("ValueError") => err("ValueError", "bytes must be in range(0, 256)"),
                other => other,
            }
        }
    }
}

/// `bytes(x)`
///
/// # Errors
/// `TypeError` and `ValueError` when it is no bytes.
pub fn bytes(args: &Args) -> R {
    bytes_of(args).map(|data| crate::bytes::value(data, false))
}

/// `bytearray(x)`
///
/// # Errors
/// As [`bytes`].
pub fn bytearray(args: &Args) -> R {
    bytes_of(args).map(|data| crate::bytes::value(data, true))
}

/// `range(...)`
///
/// # Errors
/// `TypeError` and `ValueError` for wrong arguments.
pub fn range(args: &Args) -> R {
    args.exactly("range", 1, 3)?;
    let part = |at: usize, default: i64| -> R<i64> {
        match args.pos.get(at) {
            Some(Value::Int(n)) => Ok(*n),
            Some(Value::Bool(b)) => Ok(i64::from(*b)),
            Some(value @ Value::Obj(_)) => crate::item::index(value, "range"),
            Some(Value::Big(_)) => crate::run::hole("batuta: PY0206 a range beyond 64 bits is not converted"),
            Some(value) => err(
                "TypeError",
                format!("'{}' object cannot be interpreted as an integer", class_of(value).full_name()),
            ),
            None => Ok(default),
        }
    };
    let range = match args.pos.len() {
        1 => Range { start: 0, stop: part(0, 0)?, step: 1 },
        _ => Range { start: part(0, 0)?, stop: part(1, 0)?, step: part(2, 1)? },
    };
    if range.step == 0 {
        return err("ValueError", "range() arg 3 must not be zero");
    }
    Ok(Value::Range(Rc::new(range)))
}

/// `slice(...)`
///
/// # Errors
/// `TypeError` for a wrong number of arguments.
pub fn slice(args: &Args) -> R {
    args.exactly("slice", 1, 3)?;
    let part = |at: usize| args.pos.get(at).cloned().unwrap_or(Value::None);
    Ok(match args.pos.len() {
        1 => crate::item::slice(Value::None, part(0), Value::None),
        _ => crate::item::slice(part(0), part(1), part(2)),
    })
}

/// `type(x)` and `type(name, bases, attributes)`
///
/// # Errors
/// `TypeError` for wrong arguments.
pub fn type_(args: &Args) -> R {
    match args.pos {
        [value] => Ok(Value::Class(class_of(value))),
        [Value::Str(name), Value::Tuple(bases), Value::Dict(attrs)] => {
            let body = crate::class::ClassBody::new(intern(name.as_str()), "__main__", Value::None, bases)?;
            for (key, value) in attrs.borrow().pairs() {
                if let Some(key) = key.as_str() {
                    body.set(intern(key), value);
                }
            }
            body.finish(&[])
        }
        _ => err("TypeError", "type() takes 1 or 3 arguments"),
    }
}

/// `property(get, set, delete)`
///
/// # Errors
/// None.
pub fn property(args: &Args) -> R {
    let part = |at: usize, name| args.opt(at, name).unwrap_or(Value::None);
    Ok(native(Property(part(0, "fget"), part(1, "fset"), part(2, "fdel"))))
}

/// `staticmethod(function)`
///
/// # Errors
/// `TypeError` without argument.
pub fn staticmethod(args: &Args) -> R {
    Ok(native(StaticMethod(args.at(0, "staticmethod")?.clone())))
}

/// `classmethod(function)`
///
/// # Errors
/// `TypeError` without argument.
pub fn classmethod(args: &Args) -> R {
    Ok(native(ClassMethod(args.at(0, "classmethod")?.clone())))
}

/// `enumerate(items, start=0)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn enumerate(args: &Args) -> R {
    let mut items = start(args.at(0, "enumerate")?)?;
    let mut n = args.opt(1, "start").unwrap_or(Value::Int(0));
    Ok(from_code("enumerate", move || {
        let Some(item) = items.next()? else { return Ok(None) };
        let next = n.add(&Value::Int(1))?;
        Ok(Some(Value::tuple(vec![std::mem::replace(&mut n, next), item])))
    }))
}

/// `zip(*iterables, strict=False)`
///
/// # Errors
/// `TypeError` when one cannot be iterated.
pub fn zip(args: &Args) -> R {
    let mut parts = args.pos.iter().map(start).collect::<R<Vec<_>>>()?;
    let strict = args.kwarg("strict").map_or(Ok(false), |v| v.truth())?;
    let mut done = parts.is_empty();
    Ok(from_code("zip", move || {
        if done {
            return Ok(None);
        }
        let mut row = Vec::with_capacity(parts.len());
        let count = parts.len();
        for at in 0..count {
            match parts[at].next()? {
                Some(item) => row.push(item),
                None => {
                    done = true;
                    if strict {
                        return zip_ended(&mut parts, at);
                    }
                    return Ok(None);
                }
            }
        }
        Ok(Some(Value::tuple(row)))
    }))
}

fn zip_ended(parts: &mut [Iteration], at: usize) -> R<Option<Value>> {
    let plural = |n: usize| if n == 1 { "argument 1".to_string() } else { format!("arguments 1-{n}") };
    if at > 0 {
        return err("ValueError", format!("zip() argument {} is shorter than {}", at + 1, plural(at)));
    }
    for later in 1..parts.len() {
        if parts[later].next()?.is_some() {
            return err("ValueError", format!("zip() argument {} is longer than {}", later + 1, plural(later)));
        }
    }
    Ok(None)
}

/// `map(function, *iterables)`
///
/// # Errors
/// `TypeError` when one cannot be iterated.
pub fn map(args: &Args) -> R {
    let function = args.at(0, "map")?.clone();
    let mut parts = args.pos[1..].iter().map(start).collect::<R<Vec<_>>>()?;
    if parts.is_empty() {
        return err("TypeError", "map() must have at least two arguments.");
    }
    Ok(from_code("map", move || {
        // Most have one or two, which need no heap.
        match &mut parts[..] {
            [one] => return one.next()?.map(|item| function.call(&[item])).transpose(),
            [one, two] => {
                let Some(first) = one.next()? else { return Ok(None) };
                let Some(second) = two.next()? else { return Ok(None) };
                return function.call(&[first, second]).map(Some);
            }
            _ => {}
        }
        let mut row = Vec::with_capacity(parts.len());
        for part in &mut parts {
            match part.next()? {
                Some(item) => row.push(item),
                None => return Ok(None),
            }
        }
        function.call(&row).map(Some)
    }))
}

/// `filter(function, iterable)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn filter(args: &Args) -> R {
    args.exactly("filter", 2, 2)?;
    let function = args.pos[0].clone();
    let mut items = start(&args.pos[1])?;
    Ok(from_code("filter", move || {
        while let Some(item) = items.next()? {
            let keep =
                if function.is_none() { item.truth()? } else { function.call(std::slice::from_ref(&item))?.truth()? };
            if keep {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// `reversed(sequence)`
///
/// # Errors
/// `TypeError` when it is no sequence.
pub fn reversed(args: &Args) -> R {
    let value = args.at(0, "reversed")?;
    Ok(match value {
        Value::List(items) => {
            let items = items.clone();
            let mut at = items.borrow().len();
            from_code("list_reverseiterator", move || {
                if at == 0 {
                    return Ok(None);
                }
                at -= 1;
                Ok(items.borrow().get(at).cloned())
            })
        }
        Value::Range(r) => {
            let last = r.start + (r.len() - 1) * r.step;
            Iteration::Range(last, r.len(), -r.step).into_value("range_iterator")
        }
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Dict(_) => {
            Iteration::Ready(crate::iter::to_vec(value)?).into_value("reversed")
        }
        Value::Class(class) if crate::enums::members(class).is_some() => {
            Iteration::Ready(crate::iter::to_vec(value)?).into_value("reversed")
        }
        Value::Obj(object) if object.class.lookup("__reversed__").is_some() => value.method("__reversed__", &[])?,
        Value::Obj(object)
            if object.class.lookup("__getitem__").is_some() && object.class.lookup("__len__").is_some() =>
        {
            let object = value.clone();
            let mut at = crate::builtins::len(value)? as i64;
            from_code("reversed", move || {
                at -= 1;
                if at < 0 { Ok(None) } else { object.item(&Value::Int(at)).map(Some) }
            })
        }
        Value::Obj(_) if !value.plain().is(value) => return reversed(&Args { pos: &[value.plain()], kw: &[] }),
        Value::Native(native) if native.0.len().is_some() && !matches!(native.0.type_name(), "dict_keys_set") => {
            Iteration::Ready(crate::iter::to_vec(value)?).into_value("reversed")
        }
        _ => return err("TypeError", format!("'{}' object is not reversible", class_of(value).full_name())),
    })
}

/// A dictionary of attributes, for `__dict__` and `vars`.
pub fn attrs_dict(attrs: &Attrs) -> Value {
    let mut dict = Dict::default();
    for (name, value) in attrs.all() {
        dict.set_name(name, value);
    }
    Value::dict(dict)
}

/// A dict display: keys and values alternate.
///
/// # Errors
/// `TypeError` for keys that cannot be hashed.
pub fn dict_of(pairs: impl IntoIterator<Item = (Value, Value)>) -> R {
    let mut dict = Dict::default();
    for (key, value) in pairs {
        dict.set(key, value)?;
    }
    Ok(Value::dict(dict))
}

/// A set display.
///
/// # Errors
/// `TypeError` for elements that cannot be hashed.
pub fn set_of(items: impl IntoIterator<Item = Value>) -> R {
    let mut table = crate::set::Table::default();
    for item in items {
        table.add(item)?;
    }
    Ok(crate::set::value(table, false))
}

/// A set display of constants, which CPython copies from a frozen set.
///
/// # Errors
/// None in practice.
pub fn set_of_constants(items: impl IntoIterator<Item = Value>) -> R {
    let mut table = crate::set::Table::default();
    crate::set::update(&mut table, &set_of(items)?)?;
    Ok(crate::set::value(table, false))
}

/// A list display.
pub fn list_of<const N: usize>(items: [Value; N]) -> Value {
    Value::list(items.into())
}

/// A tuple display.
pub fn tuple_of<const N: usize>(items: [Value; N]) -> Value {
    Value::tuple(items.into())
}
