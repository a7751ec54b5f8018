//! `enum`: members are instances made when the class ends.

use crate::class::{Class, Instance};
use crate::exc::err;
use crate::func::{Args, native_method, pos};
use crate::names::intern;
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// What `auto()` stands for at once in the body of a flag, where members are made of others.
pub fn resolved(class: &Rc<Class>, value: &Value) -> Option<Value> {
    if downcast::<Auto>(value).is_none() || !crate::flags::is_flag(class) {
        return None;
    }
    let highest = class.attrs.all().into_iter().fold(0, |highest, (name, v)| match v {
        Value::Int(n) if !name.starts_with('_') => n.max(highest),
        _ => highest,
    });
    Some(Value::Int(if highest <= 0 { 1 } else { 1 << (highest.ilog2() + 1) }))
}

/// `enum.auto()`
pub struct Auto;

impl Object for Auto {
    fn type_name(&self) -> Name {
        "auto"
    }
}

/// `enum.auto()`
///
/// # Errors
/// None.
pub fn auto(_: &Args) -> R {
    Ok(native(Auto))
}

/// Whether a class derives from `Enum`.
pub fn is_enum(class: &Class) -> bool {
    class.name == "Enum" && class.is_native() || class.rest.iter().any(|base| base.name == "Enum" && base.is_native())
}

/// The class `Enum` itself, `IntEnum` or `StrEnum`.
pub fn describe(class: &Class) {
    class.set("__class_call__", native_method("__class_call__", by_value));
}

/// Turns plain attributes of a finished class into members.
///
/// # Errors
/// What `__init__` raises.
pub fn finish(class: &Rc<Class>) -> R<()> {
    let mut members = crate::dict::Dict::default();
    let mut last = Value::Int(0);
    let generate = class.lookup("_generate_next_value_").map(|f| crate::func::unwrap_class_method(&f));
    let mut values: Vec<Value> = vec![];
    let text = class.rest.iter().any(|base| base.name == "StrEnum" || base.name == "str");
    let data = text || class.rest.iter().any(|base| base.name == "IntEnum" || base.name == "int");
    for (name, value) in class.attrs.all() {
        let descriptor = matches!(&value, Value::Func(_) | Value::NativeFn(_))
            || matches!(&value, Value::Native(object) if matches!(object.0.type_name(), "property" | "staticmethod" | "classmethod"));
        if name.starts_with("__") || descriptor || name.starts_with('_') {
            continue;
        }
        let value = match downcast::<Auto>(&value) {
            Some(_) if generate.is_some() => {
                let count = Value::from(values.len());
                let args = [Value::str(name), Value::Int(1), count, Value::list(values.clone())];
                generate.as_ref().map_or(Ok(Value::None), |f| f.call(&args))?
            }
            Some(_) if text => Value::str(name.to_lowercase()),
            Some(_) if crate::flags::is_flag(class) => {
                let highest =
                    members.values().iter().filter_map(|m| m.attr("_value_").ok()).fold(0, |highest, v| match v {
                        Value::Int(n) => n.max(highest),
                        _ => highest,
                    });
                Value::Int(if highest <= 0 { 1 } else { 1 << (highest.ilog2() + 1) })
            }
            Some(_) => last.add(&Value::Int(1))?,
            None => value,
        };
        values.push(value.clone());
        if matches!(value, Value::Int(_)) {
            last = value.clone();
        }
        if let Some(same) = find(&members, &value)? {
            class.set(name, same.clone());
            members.set_name(name, same);
            continue;
        }
        let payload = if data { value.clone() } else { Value::Unbound };
        let member = Instance::new(class.clone(), payload);
        for (key, part) in [
            ("_name_", Value::str(name)),
            ("_value_", value.clone()),
            ("name", Value::str(name)),
            ("value", value.clone()),
        ] {
            member.attrs.set(key, part);
        }
        let member = Value::Obj(member);
        if let Some(init) = class.lookup("__init__") {
            let rest = match &value {
                Value::Tuple(items) => items.to_vec(),
                other => vec![other.clone()],
            };
            let all: Vec<Value> = std::iter::once(member.clone()).chain(rest).collect();
            crate::call::call(&init, &pos(&all))?;
        }
        class.set(name, member.clone());
        members.set_name(name, member);
    }
    class.set("__members__", Value::dict(members));
    Ok(())
}

fn find(members: &crate::dict::Dict, value: &Value) -> R<Option<Value>> {
    for member in members.values() {
        if member.attr("_value_")?.is_eq(value)? {
            return Ok(Some(member));
        }
    }
    Ok(None)
}

fn by_value(args: &Args) -> R {
    let Some(Value::Class(class)) = args.pos.first() else { return err("TypeError", "an enumeration is needed") };
    let wanted = args.at(1, "EnumType.__call__")?;
    if class.attrs.get("__members__").is_none_or(|m| !m.truth().unwrap_or(false))
        && let (Value::Str(name), Some(names)) = (wanted, args.opt(2, "names"))
    {
        return functional(class, intern(name.as_str()), &names, args);
    }
    if matches!(wanted, Value::Obj(object) if Rc::ptr_eq(&object.class, class)) {
        return Ok(wanted.clone());
    }
    if let Some(Value::Dict(members)) = class.attrs.get("__members__") {
        let found = find(&members.borrow(), wanted)?;
        if let Some(member) = found {
            return Ok(member);
        }
    }
    if let (true, Value::Int(wanted)) = (crate::flags::is_flag(class), wanted) {
        return crate::flags::of(class, *wanted);
    }
    if let Some(hook) = class.lookup("_missing_") {
        let hook = crate::func::unwrap_class_method(&hook);
        let found = crate::call::call(&hook, &pos(&[args.pos[0].clone(), wanted.clone()]))?;
        if !found.is_none() {
            return Ok(found);
        }
    }
    err("ValueError", format!("{} is not a valid {}", crate::repr::repr(wanted)?, class.name))
}

/// `Enum("Name", "A B C")`
fn functional(base: &Rc<Class>, name: Name, names: &Value, args: &Args) -> R {
    let body = crate::class::ClassBody::new(name, "__main__", Value::None, &[Value::Class(base.clone())])?;
    let start = args.kwarg("start").unwrap_or(Value::Int(1));
    let flag = base.rest.iter().chain([base]).any(|c| matches!(c.name, "Flag" | "IntFlag") && c.is_native());
    let items = match names.plain() {
        Value::Str(text) => text.as_str().replace(',', " ").split_whitespace().map(Value::str).collect(),
        Value::Dict(dict) => dict.borrow().pairs().into_iter().map(|(k, v)| Value::tuple(vec![k, v])).collect(),
        other => crate::iter::to_vec(&other)?,
    };
    for (at, item) in items.iter().enumerate() {
        let (key, value) = match item {
            Value::Str(_) if flag => (item.clone(), Value::Int(1).shl(&Value::from(at))?),
            Value::Str(_) => (item.clone(), start.add(&Value::from(at))?),
            pair => {
                let [key, value] = crate::iter::unpack::<2>(pair)?;
                (key, value)
            }
        };
        body.set(intern(&crate::repr::str_of(&key)?), value);
    }
    body.finish(&[])
}

/// The members of an enumeration in order, aliases left out.
pub fn members(class: &Rc<Class>) -> Option<Vec<Value>> {
    let Some(Value::Dict(members)) = class.attrs.get("__members__") else { return None };
    if crate::flags::is_flag(class) {
        return Some(crate::flags::canonical(class).into_iter().map(|(member, _)| member).collect());
    }
    let mut out: Vec<Value> = vec![];
    for member in members.borrow().values() {
        if !out.iter().any(|other| other.is(&member)) {
            out.push(member);
        }
    }
    Some(out)
}

/// `Class[name]` for an enumeration.
pub fn by_name(class: &Rc<Class>, key: &Value) -> Option<R> {
    let Some(Value::Dict(members)) = class.attrs.get("__members__") else { return None };
    let found = members.borrow().get(key);
    Some(found.and_then(|found| found.ok_or_else(|| crate::exc::exception("KeyError", vec![key.clone()]))))
}

/// `str(member)`, for instances of enumerations without `__str__`.
pub fn str_of(value: &Value, object: &Instance) -> Option<R<String>> {
    if !is_enum(&object.class) {
        return None;
    }
    let plain = object.class.rest.iter().any(|base| matches!(base.name, "IntEnum" | "StrEnum" | "IntFlag"));
    if let (false, Ok(Value::None)) = (plain, value.attr("_name_")) {
        let number = value.attr("_value_").and_then(|v| crate::repr::repr(&v));
        return Some(number.map(|n| format!("{}({n})", object.class.name)));
    }
    let part = |name: &str| value.attr(intern(name)).and_then(|v| crate::repr::str_of(&v));
    Some(if plain { part("_value_") } else { part("_name_").map(|name| format!("{}.{name}", object.class.name)) })
}

/// `repr(member)`
pub fn repr_of(value: &Value, object: &Instance) -> Option<R<String>> {
    if !is_enum(&object.class) {
        return None;
    }
    let run = || -> R<String> {
        if value.attr("_name_")?.is_none() {
            return Ok(format!("<{}: {}>", object.class.name, crate::repr::repr(&value.attr("_value_")?)?));
        }
        let name = crate::repr::str_of(&value.attr("_name_")?)?;
        Ok(format!("<{}.{name}: {}>", object.class.name, crate::repr::repr(&value.attr("_value_")?)?))
    };
    Some(run())
}

/// `enum.unique`
///
/// # Errors
/// `ValueError` when two names have one value.
pub fn unique(args: &Args) -> R {
    let class = args.at(0, "unique")?;
    if let Value::Class(inner) = class
        && let (Some(members), Some(Value::Dict(all))) = (members(inner), inner.attrs.get("__members__"))
        && members.len() != all.borrow().len()
    {
        let mut twice = vec![];
        for (name, member) in all.borrow().pairs() {
            let (name, first) = (crate::repr::str_of(&name)?, crate::repr::str_of(&member.attr("name")?)?);
            if name != first {
                twice.push(format!("{name} -> {first}"));
            }
        }
        return err("ValueError", format!("duplicate values found in <enum '{}'>: {}", inner.name, twice.join(", ")));
    }
    Ok(class.clone())
}
