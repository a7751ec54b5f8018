//! Calls: functions, classes, bound methods, methods by name.

use crate::attr::get_attr;
use crate::class::{Class, Instance, Layout, class_of};
use crate::exc::err;
use crate::func::{Args, pos};
use crate::names::intern;
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// `function(*args, **kw)`
///
/// # Errors
/// `TypeError` when it cannot be called so, and what it raises.
pub fn call(function: &Value, args: &Args) -> R {
    match function {
        Value::Func(f) => f.call(args),
        Value::NativeFn(f) => (f.function)(args),
        Value::Bound(method) => match &method.function {
            Value::Func(f) => f.call_with(&method.receiver, args),
            Value::Unbound => call_method_with(&method.receiver, method.name, args),
            f => {
                let all: Vec<Value> =
                    std::iter::once(method.receiver.clone()).chain(args.pos.iter().cloned()).collect();
                call(f, &Args { pos: &all, kw: args.kw })
            }
        },
        Value::Class(class) => construct(class, args),
        Value::Obj(object) => match object.class.lookup("__call__") {
            Some(_) => call_method_with(function, "__call__", args),
            None => not_callable(function),
        },
        Value::Native(native) => match native.0.call(function, args) {
            Some(result) => result,
            None => not_callable(function),
        },
        _ => not_callable(function),
    }
}

fn not_callable(function: &Value) -> R {
    err("TypeError", format!("'{}' object is not callable", class_of(function).full_name()))
}

/// `function(*args)`
///
/// # Errors
/// As [`call`].
pub fn call_pos(function: &Value, args: &[Value]) -> R {
    call(function, &pos(args))
}

/// `class(*args, **kw)`
fn construct(class: &Rc<Class>, args: &Args) -> R {
    if let Some(make) = class.make {
        return make(args);
    }
    if let Some(meta) = class.meta()
        && let Some(hook) = meta.lookup("__call__")
    {
        let all: Vec<Value> = std::iter::once(Value::Class(class.clone())).chain(args.pos.iter().cloned()).collect();
        return call(&hook, &Args { pos: &all, kw: args.kw });
    }
    make(class, args)
}

/// `type.__call__(class, *args, **kw)`
///
/// # Errors
/// What the constructor raises.
pub fn make(class: &Rc<Class>, args: &Args) -> R {
    if let Some(make) = class.make {
        return make(args);
    }
    if class.layout == Layout::Other && crate::meta::is_meta(class) {
        return crate::meta::make(class, args);
    }
    if class.module.is_empty() && class.name == "Generic" {
        return err("TypeError", "Type Generic cannot be instantiated; it can be used only as a base class");
    }
    if let Some(hook) = class.lookup("__class_call__") {
        let all: Vec<Value> = std::iter::once(Value::Class(class.clone())).chain(args.pos.iter().cloned()).collect();
        return call(&hook, &Args { pos: &all, kw: args.kw });
    }
    if let Some(names) = abstract_methods(class) {
        let s = if names.contains(", ") { "s" } else { "" };
        return err(
            "TypeError",
            format!("Can't instantiate abstract class {} with abstract method{s} {names}", class.name),
        );
    }
    let object = match class.lookup("__new__") {
        Some(new) => {
            let new = crate::func::unwrap_class_method(&new);
            let all: Vec<Value> =
                std::iter::once(Value::Class(class.clone())).chain(args.pos.iter().cloned()).collect();
            let made = call(&new, &Args { pos: &all, kw: args.kw })?;
            if !class_of(&made).derives(class) {
                return Ok(made);
            }
            made
        }
        None => allocate(class, args)?,
    };
    // `__new__` may have made an instance of a class behind this one: its own `__init__` runs.
    let own = class_of(&object);
    let class = &own;
    match class.lookup("__init__") {
        Some(Value::Func(init)) => {
            let result = init.call_with(&object, args)?;
            if !result.is_none() {
                let kind = class_of(&result).full_name();
                return err("TypeError", format!("__init__() should return None, not '{kind}'"));
            }
        }
        Some(init) => {
            let all: Vec<Value> = std::iter::once(object.clone()).chain(args.pos.iter().cloned()).collect();
            call(&init, &Args { pos: &all, kw: args.kw })?;
        }
        None if class.layout == Layout::Object
            && class.lookup("__new__").is_none()
            && (!args.pos.is_empty() || !args.kw.is_empty()) =>
        {
            return err("TypeError", format!("{}() takes no arguments", class.name));
        }
        None => {}
    }
    Ok(object)
}

/// A bare instance of `class`, with the data of its built-in base made from the arguments.
///
/// # Errors
/// What the built-in constructor raises.
pub fn allocate(class: &Rc<Class>, args: &Args) -> R {
    let own_init = class.lookup("__init__").is_some();
    let payload = match class.layout {
        Layout::Object => Value::Unbound,
        Layout::Exception => Value::tuple(args.pos.to_vec()),
        Layout::List | Layout::Dict | Layout::Set if own_init => base_make(class, &Args::none())?,
        _ => base_make(class, args)?,
    };
    Ok(Value::Obj(Instance::new(class.clone(), payload)))
}

fn base_make(class: &Rc<Class>, args: &Args) -> R {
    match class
        .rest
        .iter()
        .find_map(|base| base.make.filter(|_| !matches!(base.name, "object" | "NamedTuple" | "TypedDict")))
    {
        Some(make) => make(args),
        None => Ok(Value::Unbound),
    }
}

/// Names of methods that are still abstract, as the message lists them.
fn abstract_methods(class: &Rc<Class>) -> Option<String> {
    if !class.rest.iter().any(|base| base.name == "ABC" || base.is_native() && crate::library::abc::is_one(base.name))
        && class.lookup("__metaclass_keywords__").is_none()
    {
        return None;
    }
    let mut names: Vec<Name> = vec![];
    for base in std::iter::once(class).chain(&class.rest) {
        for (name, _) in base.attrs.all() {
            let current = class.lookup(name);
            let is_abstract = current.as_ref().is_some_and(crate::objects::is_abstract);
            if is_abstract && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.sort_unstable();
    (!names.is_empty()).then(|| names.join(", "))
}

/// `object.name(*args)`
///
/// # Errors
/// `AttributeError`, and what the method raises.
pub fn call_method(object: &Value, name: Name, args: &[Value]) -> R {
    call_method_with(object, name, &pos(args))
}

/// `object.name(*args, **kw)`
///
/// # Errors
/// As [`call_method`].
pub fn call_method_with(object: &Value, name: Name, args: &Args) -> R {
    match object {
        Value::Obj(instance) => {
            let own = instance.class.known(name, |known| match &known.found {
                Some(Value::Func(f)) if known.plain_read && instance.attrs.read(known.slot, name).is_none() => {
                    Some(f.clone())
                }
                _ => None,
            });
            if let Some(f) = own {
                return f.call_with(object, args);
            }
            let method = get_attr(object, name)?;
            if let Value::Bound(bound) = &method
                && bound.function.is_unbound()
                && bound.receiver.is(object)
            {
                return crate::objects::exception_method(instance, name, args);
            }
            call(&method, args)
        }
        Value::Class(_) | Value::Func(_) | Value::Bound(_) | Value::NativeFn(_) => {
            if let (Value::Class(class), "__subclasses__") = (object, name) {
                return Ok(Value::list(crate::class::subclasses(class)));
            }
            if let (Value::Class(class), "mro") = (object, name) {
                let _ = class;
                return Ok(Value::list(crate::iter::to_vec(&get_attr(object, "__mro__")?)?));
            }
            let method = get_attr(object, name)?;
            match &method {
                Value::Bound(bound) if bound.function.is_unbound() && bound.receiver.is(object) => {
                    crate::methods::call(object, name, args)
                }
                _ => call(&method, args),
            }
        }
        Value::Native(native) => {
            if let Some(result) = native.0.call_method(object, name, args) {
                return result;
            }
            match native.0.get_attr(object, name)? {
                Some(method) => call(&method, args),
                None => crate::methods::call(object, name, args),
            }
        }
        _ => crate::methods::call(object, name, args),
    }
}

/// Keyword arguments from `**mapping`, appended to `out`.
///
/// # Errors
/// `TypeError` when it is not a mapping with strings as keys.
pub fn keywords(mapping: &Value, out: &mut Vec<(Name, Value)>) -> R<()> {
    let plain = mapping.plain();
    let Value::Dict(dict) = &plain else {
        return err("TypeError", format!("argument after ** must be a mapping, not {}", class_of(mapping).full_name()));
    };
    for (key, value) in dict.borrow().pairs() {
        match &key {
            Value::Str(name) => out.push((intern(name.as_str()), value)),
            _ => return err("TypeError", "keywords must be strings"),
        }
    }
    Ok(())
}
