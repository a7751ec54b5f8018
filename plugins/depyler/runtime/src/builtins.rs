//! Built-in functions.

use crate::attr::{get_attr, get_opt};
use crate::class::class_of;
use crate::exc::err;
use crate::func::Args;
use crate::iter::{Iteration, from_code, iter as start};
use crate::names::intern;
use crate::number::{Num, num};
use crate::value::{Name, R, Value};

/// `len(value)`
///
/// # Errors
/// `TypeError` when it has none, and what `__len__` raises.
pub fn len(value: &Value) -> R<usize> {
    Ok(match value {
        Value::List(items) => items.borrow().len(),
        Value::Str(text) => text.chars(),
        Value::Tuple(items) => items.len(),
        Value::Dict(dict) => dict.borrow().len(),
        Value::Set(set) => set.table.borrow().len(),
        Value::Bytes(bytes) => bytes.data.borrow().len(),
        Value::Range(range) => range.len() as usize,
        Value::Obj(object) => {
            if object.class.lookup("__len__").is_some() {
                return match value.method("__len__", &[])? {
                    Value::Int(n) if n >= 0 => Ok(n as usize),
                    Value::Bool(b) => Ok(usize::from(b)),
                    Value::Int(_) => err("ValueError", "__len__() should return >= 0"),
                    other => err(
                        "TypeError",
                        format!("'{}' object cannot be interpreted as an integer", class_of(&other).full_name()),
                    ),
                };
            }
            let plain = value.plain();
            if plain.is(value) {
                return no_len(value);
            }
            return len(&plain);
        }
        Value::Native(native) => match native.0.len() {
            Some(n) => n,
            None => return no_len(value),
        },
        Value::Class(class) => match crate::enums::members(class) {
            Some(members) => members.len(),
            None => match crate::meta::hook(value, "__len__") {
                Some(hook) => {
                    return crate::item::index(&crate::call::call_pos(&hook, &[])?, "len").map(|n| n as usize);
                }
                None => return no_len(value),
            },
        },
        _ => return no_len(value),
    })
}

fn no_len(value: &Value) -> R<usize> {
    err("TypeError", format!("object of type '{}' has no len()", class_of(value).full_name()))
}

/// `len(value)` as a function value.
///
/// # Errors
/// As [`len`].
pub fn len_(args: &Args) -> R {
    args.exactly("len", 1, 1)?;
    len(&args.pos[0]).map(Value::from)
}

/// `print(*values, sep, end, file, flush)`
///
/// # Errors
/// What `__str__` and `write` raise.
pub fn print(args: &Args) -> R {
    if let Some((name, _)) = args.kw.iter().find(|(name, _)| !["sep", "end", "file", "flush"].contains(name)) {
        return err("TypeError", format!("'{name}' is an invalid keyword argument for print()"));
    }
    let part = |name: Name, default: &str| match args.kwarg(name) {
        Some(Value::Str(text)) => Ok(text.as_str().to_string()),
        None | Some(Value::None) => Ok(default.to_string()),
        Some(other) => {
            err("TypeError", format!("{name} must be None or a string, not {}", class_of(&other).full_name()))
        }
    };
    let (sep, end) = (part("sep", " ")?, part("end", "\n")?);
    let mut out = String::new();
    for (at, value) in args.pos.iter().enumerate() {
        if at > 0 {
            out.push_str(&sep);
        }
        match value {
            Value::Str(text) => out.push_str(text.as_str()),
            value => out.push_str(&crate::repr::str_of(value)?),
        }
    }
    out.push_str(&end);
    match args.kwarg("file").filter(|file| !file.is_none()) {
        Some(file) => {
            file.method("write", &[Value::str(out)])?;
        }
        None => crate::io::write_out(&out),
    }
    Ok(Value::None)
}

/// `input(prompt)`
///
/// # Errors
/// `EOFError` at the end of the input.
pub fn input(args: &Args) -> R {
    if let Some(prompt) = args.pos.first() {
        crate::io::write_out(&crate::repr::str_of(prompt)?);
    }
    crate::io::flush();
    match crate::io::input_line()? {
        Some(line) => Ok(Value::str(line.strip_suffix('\n').unwrap_or(&line))),
        None => err("EOFError", "EOF when reading a line"),
    }
}

/// `abs(x)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn abs(args: &Args) -> R {
    args.exactly("abs", 1, 1)?;
    let value = &args.pos[0];
    let number = if matches!(value, Value::Native(_)) { None } else { num(value) };
    match number {
        Some(Num::Int(n)) => Ok(Value::int128(i128::from(n).abs())),
        Some(Num::Float(x)) => Ok(Value::Float(x.abs())),
        Some(Num::Big(n)) => Ok(Value::big(if n.is_negative() { n.neg() } else { n })),
        None => {
            if get_opt(value, "__abs__")?.is_some() {
                return value.method("__abs__", &[]);
            }
            if let Value::Native(native) = value
                && let Some(result) = native.0.binary("__abs__", value, &Value::None, false)
            {
                return result;
            }
            err("TypeError", format!("bad operand type for abs(): '{}'", class_of(value).full_name()))
        }
    }
}

fn extreme(args: &Args, name: Name, want_less: bool) -> R {
    if let ([one, two], []) = (args.pos, args.kw) {
        let second = if want_less { two.is_lt(one)? } else { two.is_gt(one)? };
        return Ok(if second { two.clone() } else { one.clone() });
    }
    let key = args.kwarg("key").filter(|key| !key.is_none());
    let mut items = match args.pos {
        [] => return err("TypeError", format!("{name} expected at least 1 argument, got 0")),
        [one] => start(one)?,
        many => crate::iter::ready(many.to_vec()),
    };
    let mut best: Option<(Value, Value)> = None;
    while let Some(item) = items.next()? {
        let rank = match &key {
            Some(key) => key.call(std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &best {
            None => true,
            Some((top, _)) => {
                if want_less {
                    rank.is_lt(top)?
                } else {
                    rank.is_gt(top)?
                }
            }
        };
        if better {
            best = Some((rank, item));
        }
    }
    match (best, args.kwarg("default")) {
        (Some((_, item)), _) => Ok(item),
        (None, Some(default)) => Ok(default),
        (None, None) => err("ValueError", format!("{name}() arg is an empty sequence")),
    }
}

/// `min(...)`
///
/// # Errors
/// `ValueError` for nothing, `TypeError` for values without order.
pub fn min(args: &Args) -> R {
    extreme(args, "min", true)
}

/// `max(...)`
///
/// # Errors
/// As [`min`].
pub fn max(args: &Args) -> R {
    extreme(args, "max", false)
}

/// `sum(items, start=0)`
///
/// # Errors
/// `TypeError` when they cannot be added.
pub fn sum(args: &Args) -> R {
    let mut total = args.opt(1, "start").unwrap_or(Value::Int(0));
    if total.as_str().is_some() {
        return err("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
    }
    let mut items = start(args.at(0, "sum")?)?;
    while let Some(item) = items.next()? {
        total = total.add(&item)?;
    }
    Ok(total)
}

/// `sorted(items, key, reverse)`
///
/// # Errors
/// What comparisons raise.
pub fn sorted(args: &Args) -> R {
    let items = crate::iter::to_vec(args.at(0, "sorted")?)?;
    let (items, result) = crate::list_methods::sorted(items, args.kwarg("key"), args.kwarg("reverse"));
    result.map(|()| Value::list(items))
}

/// `any(items)`
///
/// # Errors
/// What iterating raises.
pub fn any(args: &Args) -> R {
    let mut items = start(args.at(0, "any")?)?;
    while let Some(item) = items.next()? {
        if item.truth()? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// `all(items)`
///
/// # Errors
/// What iterating raises.
pub fn all(args: &Args) -> R {
    let mut items = start(args.at(0, "all")?)?;
    while let Some(item) = items.next()? {
        if !item.truth()? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

/// `iter(x)` and `iter(function, sentinel)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn iter(args: &Args) -> R {
    if let [function, sentinel] = args.pos {
        let (function, sentinel) = (function.clone(), sentinel.clone());
        let mut done = false;
        return Ok(from_code("callable_iterator", move || {
            if done {
                return Ok(None);
            }
            let value = function.call(&[])?;
            done = value.is_eq(&sentinel)?;
            Ok((!done).then_some(value))
        }));
    }
    let value = args.at(0, "iter")?;
    let name = match value {
        Value::List(_) => "list_iterator",
        Value::Tuple(_) => "tuple_iterator",
        Value::Str(_) => "str_iterator",
        Value::Range(_) => "range_iterator",
        Value::Dict(_) => "dict_keyiterator",
        Value::Set(_) => "set_iterator",
        _ => "iterator",
    };
    match start(value)? {
        Iteration::Object(object) => Ok(object),
        iteration => Ok(iteration.into_value(name)),
    }
}

/// `next(iterator, default)`
///
/// # Errors
/// `StopIteration` at the end without default.
pub fn next(args: &Args) -> R {
    let iterator = args.at(0, "next")?;
    if args.pos.len() == 1 {
        return match iterator {
            Value::Iter(cell) => {
                crate::iter::method(iterator, cell, "__next__", &Args::none()).unwrap_or(Ok(Value::None))
            }
            Value::Obj(object) if object.class.lookup("__next__").is_some() => iterator.method("__next__", &[]),
            Value::Native(native) if native.0.type_name().starts_with("_io.") => match crate::iter::next(iterator)? {
                Some(line) => Ok(line),
                None => Err(crate::exc::exception("StopIteration", vec![])),
            },
            _ => err("TypeError", format!("'{}' object is not an iterator", class_of(iterator).full_name())),
        };
    }
    Ok(crate::iter::next(iterator)?.unwrap_or_else(|| args.pos[1].clone()))
}

/// `repr(x)`
///
/// # Errors
/// What `__repr__` raises.
pub fn repr(args: &Args) -> R {
    crate::repr::repr(args.at(0, "repr")?).map(Value::from)
}

/// The text of `ascii(x)`.
///
/// # Errors
/// What `__repr__` raises.
pub fn ascii_of(value: &Value) -> R<String> {
    let mut out = String::new();
    for c in crate::repr::repr(value)?.chars() {
        match c as u32 {
            0..128 => out.push(c),
            n @ 128..256 => out.push_str(&format!("\\x{n:02x}")),
            n @ 256..0x1_0000 => out.push_str(&format!("\\u{n:04x}")),
            n => out.push_str(&format!("\\U{n:08x}")),
        }
    }
    Ok(out)
}

/// `ascii(x)`
///
/// # Errors
/// What `__repr__` raises.
pub fn ascii(args: &Args) -> R {
    ascii_of(args.at(0, "ascii")?).map(Value::from)
}

/// `hash(x)`
///
/// # Errors
/// `TypeError` when it cannot be hashed.
pub fn hash(args: &Args) -> R {
    crate::hash::hash(args.at(0, "hash")?).map(Value::Int)
}

/// `id(x)`
///
/// # Errors
/// `TypeError` without argument.
pub fn id(args: &Args) -> R {
    Ok(Value::Int(args.at(0, "id")?.id()))
}

/// `isinstance(x, classes)`
///
/// # Errors
/// `TypeError` when they are no classes.
pub fn isinstance(args: &Args) -> R {
    args.exactly("isinstance", 2, 2)?;
    crate::class::isinstance(&args.pos[0], &args.pos[1]).map(Value::Bool)
}

/// `issubclass(class, classes)`
///
/// # Errors
/// `TypeError` when they are no classes.
pub fn issubclass(args: &Args) -> R {
    args.exactly("issubclass", 2, 2)?;
    crate::class::issubclass(&args.pos[0], &args.pos[1]).map(Value::Bool)
}

/// `callable(x)`
///
/// # Errors
/// `TypeError` without argument.
pub fn callable(args: &Args) -> R {
    let value = args.at(0, "callable")?;
    Ok(Value::Bool(match value {
        Value::Func(_) | Value::NativeFn(_) | Value::Bound(_) | Value::Class(_) => true,
        Value::Obj(object) => object.class.lookup("__call__").is_some(),
        _ => crate::library::is_callable(value),
    }))
}

fn attr_name(args: &Args, function: Name) -> R<Name> {
    match args.at(1, function)?.as_str() {
        Some(name) => Ok(intern(name)),
        None => err("TypeError", "attribute name must be string"),
    }
}

/// `getattr(x, name, default)`
///
/// # Errors
/// `AttributeError` without default.
pub fn getattr(args: &Args) -> R {
    let (object, name) = (args.at(0, "getattr")?, attr_name(args, "getattr")?);
    match args.pos.get(2) {
        Some(default) => Ok(get_opt(object, name)?.unwrap_or_else(|| default.clone())),
        None => get_attr(object, name),
    }
}

/// `setattr(x, name, value)`
///
/// # Errors
/// `AttributeError` when it cannot be set.
pub fn setattr(args: &Args) -> R {
    args.exactly("setattr", 3, 3)?;
    crate::attr::set_attr(&args.pos[0], attr_name(args, "setattr")?, args.pos[2].clone())?;
    Ok(Value::None)
}

/// `hasattr(x, name)`
///
/// # Errors
/// What a property raises, `AttributeError` left out.
pub fn hasattr(args: &Args) -> R {
    args.exactly("hasattr", 2, 2)?;
    Ok(Value::Bool(get_opt(&args.pos[0], attr_name(args, "hasattr")?)?.is_some()))
}

/// `delattr(x, name)`
///
/// # Errors
/// `AttributeError` when it is not there.
pub fn delattr(args: &Args) -> R {
    crate::attr::del_attr(args.at(0, "delattr")?, attr_name(args, "delattr")?)?;
    Ok(Value::None)
}

/// `vars(x)`
///
/// # Errors
/// `TypeError` when it has no attributes.
pub fn vars(args: &Args) -> R {
    if args.pos.is_empty() {
        crate::run::hole("batuta: PY0203 `vars` without argument needs a Python interpreter at run time")
    }
    if let Some(names) = crate::module_dict::of(args.at(0, "vars")?)? {
        return Ok(names);
    }
    match args.at(0, "vars")? {
        object @ (Value::Obj(_) | Value::Class(_) | Value::Func(_)) => get_attr(object, "__dict__"),
        Value::Native(module) if module.0.type_name() == "module" => {
            crate::run::hole("batuta: PY0104 the names of a module of the library are not known in a converted program")
        }
        _ => err("TypeError", "vars() argument must have __dict__ attribute"),
    }
}

/// `dir(x)`
///
/// # Errors
/// `TypeError` without argument.
pub fn dir(args: &Args) -> R {
    if args.pos.is_empty() {
        crate::run::hole("batuta: PY0203 `dir` without argument needs a Python interpreter at run time")
    }
    let value = args.at(0, "dir")?;
    if let Value::Obj(object) = value
        && let Some(hook @ Value::Func(_)) = object.class.lookup("__dir__")
    {
        return sorted(&crate::func::pos(&[crate::call::call_pos(&hook, std::slice::from_ref(value))?]));
    }
    if let Some(names) = crate::objects::module_names(value)? {
        return sorted(&crate::func::pos(&[Value::list(names.into_iter().map(|(name, _)| name.into()).collect())]));
    }
    if class_of(value).name == "module" {
        crate::run::hole("batuta: PY0104 the names of a module are not all known in a converted program")
    }
    let mut names: Vec<Name> = vec![];
    let class = match value {
        Value::Class(class) => class.clone(),
        Value::Obj(object) => {
            names.extend(object.attrs.all().iter().map(|(name, _)| *name));
            object.class.clone()
        }
        other => class_of(other),
    };
    for class in std::iter::once(&class).chain(&class.rest) {
        names.extend(class.attrs.all().iter().map(|(name, _)| *name));
        names.extend(crate::methods::names(class.name));
    }
    names.sort_unstable();
    names.dedup();
    Ok(Value::list(names.into_iter().map(Value::from).collect()))
}

/// `chr(n)`
///
/// # Errors
/// `ValueError` outside of Unicode.
pub fn chr(args: &Args) -> R {
    let n = crate::item::index(args.at(0, "chr")?, "chr")?;
    match u32::try_from(n).ok().and_then(char::from_u32) {
        Some(c) => Ok(Value::str(c)),
        None => err("ValueError", "chr() arg not in range(0x110000)"),
    }
}

/// `ord(c)`
///
/// # Errors
/// `TypeError` when it is not one character.
pub fn ord(args: &Args) -> R {
    match args.at(0, "ord")? {
        Value::Str(text) if text.chars() == 1 => {
            Ok(Value::Int(text.as_str().chars().next().map_or(0, |c| i64::from(c as u32))))
        }
        Value::Str(text) => {
            err("TypeError", format!("ord() expected a character, but string of length {} found", text.chars()))
        }
        Value::Bytes(bytes) if bytes.data.borrow().len() == 1 => Ok(Value::Int(i64::from(bytes.data.borrow()[0]))),
        other => {
            err("TypeError", format!("ord() expected string of length 1, but {} found", class_of(other).full_name()))
        }
    }
}

fn radix(args: &Args, radix: u32, prefix: &str) -> R {
    let value = args.at(0, "int")?;
    let n = match num(value) {
        Some(Num::Int(n)) => crate::bigint::BigInt::from_i128(i128::from(n)),
        Some(Num::Big(n)) => n,
        _ if get_opt(value, "__index__")?.is_some() => {
            crate::bigint::BigInt::from_i128(i128::from(crate::item::index(value, "int")?))
        }
        _ => {
            return err(
                "TypeError",
                format!("'{}' object cannot be interpreted as an integer", class_of(value).full_name()),
            );
        }
    };
    let digits = n.to_radix(radix);
    Ok(Value::str(match digits.strip_prefix('-') {
        Some(digits) => format!("-{prefix}{digits}"),
        None => format!("{prefix}{digits}"),
    }))
}

/// `bin(n)`
///
/// # Errors
/// `TypeError` when it is no integer.
pub fn bin(args: &Args) -> R {
    radix(args, 2, "0b")
}

/// `oct(n)`
///
/// # Errors
/// `TypeError` when it is no integer.
pub fn oct(args: &Args) -> R {
    radix(args, 8, "0o")
}

/// `hex(n)`
///
/// # Errors
/// `TypeError` when it is no integer.
pub fn hex(args: &Args) -> R {
    radix(args, 16, "0x")
}

/// `divmod(a, b)`
///
/// # Errors
/// `ZeroDivisionError` and `TypeError`.
pub fn divmod(args: &Args) -> R {
    args.exactly("divmod", 2, 2)?;
    if matches!(&args.pos[0], Value::Obj(object) if object.class.lookup("__divmod__").is_some()) {
        return args.pos[0].method("__divmod__", &args.pos[1..]);
    }
    let (a, b) = (&args.pos[0], &args.pos[1]);
    let float = |v: &Value| matches!(v, Value::Float(_));
    if (float(a) || float(b)) && num(b).is_some_and(|n| n.float().is_ok_and(|x| x == 0.0)) && num(a).is_some() {
        return err("ZeroDivisionError", "float divmod()");
    }
    Ok(Value::tuple(vec![a.floor_div(b)?, a.modulo(b)?]))
}

/// `pow(a, b, modulus)`
///
/// # Errors
/// As `**`.
pub fn pow(args: &Args) -> R {
    let missing = |name| err("TypeError", format!("pow() missing required argument '{name}"));
    let Some(a) = args.opt(0, "base") else { return missing("base' (pos 1)") };
    let Some(b) = args.opt(1, "exp") else { return missing("exp' (pos 2)") };
    let (a, b) = (&a, &b);
    match args.opt(2, "mod").filter(|m| !m.is_none()) {
        Some(modulus) if matches!(a, Value::Obj(object) if object.class.lookup("__pow__").is_some()) => {
            a.method("__pow__", &[b.clone(), modulus])
        }
        Some(modulus) => crate::number::pow_mod(a, b, &modulus),
        None => a.pow(b),
    }
}

/// `round(x, digits)`
///
/// # Errors
/// `TypeError` when it is no number.
pub fn round(args: &Args) -> R {
    let value = args.at(0, "round")?;
    let digits = args.opt(1, "ndigits").filter(|d| !d.is_none());
    if let Value::Native(native) = value
        && native.0.number().is_some()
    {
        let extra: Vec<Value> = digits.into_iter().collect();
        return value.method("__round__", &extra);
    }
    match (num(value), digits) {
        (Some(Num::Float(x)), None) => crate::construct::float_to_int(x.round_ties_even()),
        (Some(Num::Float(x)), Some(digits)) => {
            Ok(Value::Float(crate::number::round_to(x, crate::item::index(&digits, "ndigits")?)))
        }
        (Some(_), None) => value.plus(),
        (Some(_), Some(digits)) => {
            let digits = crate::item::index(&digits, "ndigits")?;
            if digits >= 0 {
                return value.plus();
            }
            let unit = Value::Int(10).pow(&Value::Int(-digits))?;
            let rest = value.modulo(&unit)?;
            let base = value.sub(&rest)?;
            let half = rest.mul(&Value::Int(2))?;
            let up = half.is_gt(&unit)?
                || half.is_eq(&unit)? && !base.floor_div(&unit)?.modulo(&Value::Int(2))?.is_eq(&Value::Int(0))?;
            if up { base.add(&unit) } else { Ok(base) }
        }
        (None, digits) => {
            if get_opt(value, "__round__")?.is_some() {
                let extra: Vec<Value> = digits.into_iter().collect();
                return value.method("__round__", &extra);
            }
            let plain = value.plain();
            if !plain.is(value) {
                return round(&Args { pos: &[&[plain], &args.pos[1..]].concat(), kw: args.kw });
            }
            err("TypeError", format!("type {} doesn't define __round__ method", class_of(value).full_name()))
        }
    }
}

/// `format(x, spec)`
///
/// # Errors
/// `ValueError` for a specification that does not fit.
pub fn format(args: &Args) -> R {
    let spec = args.pos.get(1).and_then(Value::as_str).unwrap_or("");
    crate::format::format(args.at(0, "format")?, spec).map(Value::from)
}

/// `exit(code)`
///
/// # Errors
/// `SystemExit` always.
pub fn exit(args: &Args) -> R {
    Err(crate::exc::exception("SystemExit", args.pos.to_vec()))
}

/// `locals()`: pairs of a name and of what reads it; a name without a value is left out.
///
/// # Errors
/// None that a program can cause.
pub fn locals_(args: &Args) -> R {
    let mut out = vec![];
    for pair in args.pos {
        let (name, read) = (pair.item(&Value::Int(0))?, pair.item(&Value::Int(1))?);
        match crate::call::call_pos(&read, &[]) {
            Ok(value) => out.push((name, value)),
            Err(raised) if raised.is_a("NameError") => {}
            Err(raised) => return Err(raised),
        }
    }
    crate::construct::dict_of(out)
}
