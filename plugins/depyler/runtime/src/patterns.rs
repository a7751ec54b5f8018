//! What `match` patterns take apart.

use crate::class::{builtin_class, class_of};
use crate::exc::err;
use crate::names::intern;
use crate::value::{R, Value};

/// The parts of a sequence with at least `least` items, or exactly that many unless `more`; the items in between as a list
/// at position `before`.
///
/// # Errors
/// What iterating raises.
pub fn sequence(subject: &Value, least: usize, more: bool, before: usize) -> R<Option<Vec<Value>>> {
    let plain = subject.plain();
    let is_sequence =
        matches!(plain, Value::List(_) | Value::Tuple(_) | Value::Range(_)) || class_of(subject).name == "deque";
    if !is_sequence {
        return Ok(None);
    }
    let mut items = crate::iter::to_vec(&plain)?;
    if items.len() < least || !more && items.len() != least {
        return Ok(None);
    }
    if more {
        let tail = items.split_off(items.len() - (least - before));
        let middle = items.split_off(before);
        items.push(Value::list(middle));
        items.extend(tail);
    }
    Ok(Some(items))
}

/// The values of keys of a mapping, and the rest of it as a dictionary.
///
/// # Errors
/// What `__hash__` and `__eq__` raise.
pub fn mapping(subject: &Value, keys: &[Value]) -> R<Option<Vec<Value>>> {
    let Value::Dict(dict) = subject.plain() else { return Ok(None) };
    let mut rest = dict.borrow().copy();
    let mut out = vec![];
    for key in keys {
        match rest.remove(key)? {
            Some((_, value)) => out.push(value),
            None => return Ok(None),
        }
    }
    out.push(Value::dict(rest));
    Ok(Some(out))
}

/// Attributes of an instance of a class: the first `plain` of `__match_args__`, then those named.
///
/// # Errors
/// `TypeError` when it is no class or has too few positional patterns.
pub fn class(subject: &Value, class: &Value, plain: usize, named: &[&str]) -> R<Option<Vec<Value>>> {
    let Value::Class(wanted) = class else { return err("TypeError", "called match pattern must be a type") };
    if !crate::class::isinstance(subject, class)? {
        return Ok(None);
    }
    let mut out = vec![];
    if plain > 0 {
        let itself = ["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];
        let own = wanted.lookup("__match_args__");
        match own {
            Some(names) => {
                let names = crate::iter::to_vec(&names)?;
                if names.len() < plain {
                    let name = wanted.name;
                    return err(
                        "TypeError",
                        format!("{name}() accepts {} positional sub-patterns ({plain} given)", names.len()),
                    );
                }
                for name in &names[..plain] {
                    match crate::attr::get_opt(subject, intern(name.as_str().unwrap_or("")))? {
                        Some(value) => out.push(value),
                        None => return Ok(None),
                    }
                }
            }
            None if plain == 1 && itself.iter().any(|n| wanted.derives(&builtin_class(n))) => out.push(subject.clone()),
            None => {
                let name = wanted.name;
                return err("TypeError", format!("{name}() accepts 0 positional sub-patterns ({plain} given)"));
            }
        }
    }
    for name in named {
        match crate::attr::get_opt(subject, intern(name))? {
            Some(value) => out.push(value),
            None => return Ok(None),
        }
    }
    Ok(Some(out))
}
