//! Metaclasses: classes whose instances are classes.

use crate::attr::bound;
use crate::class::{Class, ClassBody, builtin_class, class_of};
use crate::exc::err;
use crate::func::{Args, Property, native_method, unwrap_class_method};
use crate::names::intern;
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// Whether instances of `class` are classes.
pub fn is_meta(class: &Rc<Class>) -> bool {
    class.derives(&builtin_class("type"))
}

/// What the metaclass of a class defines under `name`, bound to the class.
pub fn hook(value: &Value, name: Name) -> Option<Value> {
    let Value::Class(class) = value else { return None };
    let found = class.meta()?.lookup(name)?;
    (!found.is_none()).then(|| bound(value.clone(), unwrap_class_method(&found), name))
}

/// An attribute of a class that its metaclass defines.
///
/// # Errors
/// What a property raises.
pub fn attribute(this: &Value, class: &Rc<Class>, name: Name) -> R<Option<Value>> {
    let Some(found) = class.meta().and_then(|meta| meta.lookup(name)) else { return Ok(None) };
    Ok(Some(match &found {
        Value::Func(_) => bound(this.clone(), found, name),
        Value::Native(native) => match native.get::<Property>() {
            Some(property) => crate::call::call_pos(&property.0, std::slice::from_ref(this))?,
            None => bound(this.clone(), unwrap_class_method(&found), name),
        },
        _ => found,
    }))
}

/// `type.name`, for `super()` in a metaclass and for `type.__new__`.
pub fn of_type(name: Name) -> Option<Value> {
    Some(native_method(
        name,
        match name {
            "__new__" => new,
            "__call__" => call,
            "__init__" => init,
            _ => return None,
        },
    ))
}

fn init(_: &Args) -> R {
    Ok(Value::None)
}

fn call(args: &Args) -> R {
    match args.pos {
        [Value::Class(class), rest @ ..] => crate::call::make(class, &Args { pos: rest, kw: args.kw }),
        _ => err("TypeError", "descriptor '__call__' of 'type' object needs an argument"),
    }
}

/// `type.__new__(metaclass, name, bases, namespace, **keywords)`
fn new(args: &Args) -> R {
    let [Value::Class(meta), Value::Str(name), Value::Tuple(bases), Value::Dict(names)] = args.pos else {
        return err("TypeError", "type.__new__() takes exactly 3 arguments");
    };
    let module = match names.borrow().get(&Value::str("__module__"))? {
        Some(Value::Str(module)) => intern(module.as_str()),
        _ => "__main__",
    };
    let body = ClassBody::new(intern(name.as_str()), module, Value::None, bases)?;
    for (key, value) in names.borrow().pairs() {
        match key.as_str() {
            Some("__module__") | None => {}
            Some(key) => body.set(intern(key), value),
        }
    }
    if meta.name != "type" {
        body.class.set_meta(meta.clone());
    }
    body.complete(args.kw)
}

/// Calls a metaclass: makes a class with it.
///
/// # Errors
/// What the metaclass raises.
pub fn make(meta: &Rc<Class>, args: &Args) -> R {
    let all: Vec<Value> = std::iter::once(Value::Class(meta.clone())).chain(args.pos.iter().cloned()).collect();
    let made = match meta.lookup("__new__") {
        Some(function) => crate::call::call(&unwrap_class_method(&function), &Args { pos: &all, kw: args.kw })?,
        None => new(&Args { pos: &all, kw: args.kw })?,
    };
    if matches!(&made, Value::Class(_))
        && class_of(&made).derives(meta)
        && let Some(init) = meta.lookup("__init__")
    {
        let all: Vec<Value> = std::iter::once(made.clone()).chain(args.pos.iter().cloned()).collect();
        crate::call::call(&init, &Args { pos: &all, kw: args.kw })?;
    }
    Ok(made)
}

/// Ends the body of a class statement that has a metaclass.
///
/// # Errors
/// What the metaclass raises.
pub fn finish(body: &Class, meta: &Value, keywords: &[(Name, Value)]) -> R {
    if let Value::Class(class) = meta
        && class.lookup("__prepare__").is_some()
    {
        crate::run::hole::<()>("batuta: PY0204 a metaclass with `__prepare__` is not converted");
    }
    let mut names = crate::dict::Dict::default();
    names.set_name("__module__", Value::str(body.module));
    if body.attrs.get("__qualname__").is_none() {
        names.set_name("__qualname__", Value::str(body.name));
    }
    for (name, value) in body.attrs.all() {
        if name != "__doc__" || !value.is_none() {
            names.set_name(name, value);
        }
    }
    let object = builtin_class("object");
    let bases = body.bases.iter().filter(|b| !Rc::ptr_eq(b, &object)).map(|b| Value::Class(b.clone())).collect();
    let args = [Value::str(body.name), Value::tuple(bases), Value::dict(names)];
    let args = Args { pos: &args, kw: keywords };
    match meta {
        Value::Class(class) => make(class, &args),
        other => crate::call::call(other, &args),
    }
}

/// `ABC.register`
///
/// # Errors
/// `TypeError` when it is not a class.
pub fn register(args: &Args) -> R {
    match args.pos {
        [Value::Class(class), other @ Value::Class(_)] => {
            let list = class.attrs.get("_abc_registry").unwrap_or_else(|| Value::list(vec![]));
            crate::methods::call(&list, "append", &crate::func::pos(std::slice::from_ref(other)))?;
            class.set("_abc_registry", list);
            Ok(other.clone())
        }
        _ => err("TypeError", "Can only register classes"),
    }
}

/// Whether a class was registered as a subclass of `other`.
pub fn registered(class: &Rc<Class>, other: &Class) -> bool {
    let Some(Value::List(all)) = other.attrs.get("_abc_registry") else { return false };
    let all = all.borrow();
    all.iter().any(|known| matches!(known, Value::Class(known) if class.derives(known)))
}
