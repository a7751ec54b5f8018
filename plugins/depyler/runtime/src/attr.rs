//! Attribute access: instances, classes, built-in values.

use crate::call::{call, call_method};
use crate::class::{Class, Instance, class_of};
use crate::exc::err;
use crate::func::{Bound, ClassMethod, Property, StaticMethod, pos};
use crate::names::same;
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// `object.name`
///
/// # Errors
/// `AttributeError`, and what a property or `__getattr__` raises.
pub fn get_attr(object: &Value, name: Name) -> R {
    if let Value::Obj(instance) = object {
        return get_of_instance(object, instance, name);
    }
    match get_builtin(object, name)? {
        Some(value) => Ok(value),
        None => missing(object, name),
    }
}

/// `getattr(object, name, None)` without the `None`: no value when there is no such attribute.
///
/// # Errors
/// What a property raises, `AttributeError` left out.
pub fn get_opt(object: &Value, name: Name) -> R<Option<Value>> {
    match get_attr(object, name) {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised.is_a("AttributeError") => Ok(None),
        Err(raised) => Err(raised),
    }
}

fn missing<T>(object: &Value, name: Name) -> R<T> {
    not_there(object, name).inspect_err(|raised| {
        raised.0.attrs.set("name", Value::str(name));
        raised.0.attrs.set("obj", object.clone());
    })
}

fn not_there<T>(object: &Value, name: Name) -> R<T> {
    match object {
        Value::Class(class) if crate::enums::is_enum(class) => err("AttributeError", name),
        Value::Class(class) => err("AttributeError", format!("type object '{}' has no attribute '{name}'", class.name)),
        Value::Native(module) if module.0.type_name() == "module" => {
            let module = crate::repr::str_of(&get_attr(object, "__name__")?)?;
            err("AttributeError", format!("module '{module}' has no attribute '{name}'"))
        }
        Value::Iter(cell) if crate::generator::is_generator_name(cell.name) && of_frame(name) => {
            crate::run::hole(&format!("batuta: PY0203 `{name}` of a generator is not known in a converted program"))
        }
        _ => {
            let class = class_of(object).full_name();
            err("AttributeError", format!("'{class}' object has no attribute '{name}'"))
        }
    }
}

/// What a generator or coroutine tells of its frame under an interpreter.
fn of_frame(name: Name) -> bool {
    name.split_once('_').is_some_and(|(kind, what)| {
        matches!(kind, "gi" | "cr" | "ag")
            && matches!(what, "frame" | "running" | "code" | "yieldfrom" | "suspended" | "await" | "origin")
    })
}

fn get_of_instance(object: &Value, instance: &Rc<Instance>, name: Name) -> R {
    let class = &instance.class;
    if let Some(at) = class.read_place(name)
        && let Some(value) = instance.attrs.read_at(at)
    {
        return Ok(value);
    }
    let own = class.known(name, |known| {
        (known.plain_read && !known.data).then(|| instance.attrs.read(known.slot, name)).flatten()
    });
    if let Some(value) = own {
        return Ok(value);
    }
    if let Some(hook) = class.lookup("__getattribute__") {
        return call(&hook, &pos(&[object.clone(), Value::str(name)]))
            .or_else(|raised| fallback(object, class, name, raised));
    }
    match get_plain(object, instance, name) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => match class.lookup("__getattr__") {
            Some(hook) => call(&hook, &pos(&[object.clone(), Value::str(name)])),
            None => missing(object, name),
        },
        Err(raised) => fallback(object, class, name, raised),
    }
}

fn fallback(object: &Value, class: &Rc<Class>, name: Name, raised: crate::value::Exc) -> R {
    match class.lookup("__getattr__") {
        Some(hook) if raised.is_a("AttributeError") => call(&hook, &pos(&[object.clone(), Value::str(name)])),
        _ => Err(raised),
    }
}

/// Attribute of an instance without `__getattr__`; none when there is none.
///
/// # Errors
/// What a property raises.
pub fn get_plain(object: &Value, instance: &Rc<Instance>, name: Name) -> R<Option<Value>> {
    let found = instance.class.lookup(name);
    if let Some(value) = &found
        && let Some(value) = data_descriptor(object, value)
    {
        return value.map(Some);
    }
    if let Some(value) = instance.attrs.get(name) {
        return Ok(Some(value));
    }
    if let Some(value) = found {
        return bind(object, &instance.class, value, name).map(Some);
    }
    special(object, instance, name)
}

fn data_descriptor(object: &Value, found: &Value) -> Option<R> {
    match found {
        Value::Native(native) => {
            let property = native.get::<Property>()?;
            if property.0.is_none() {
                return Some(err("AttributeError", "unreadable attribute"));
            }
            Some(call(&property.0, &pos(std::slice::from_ref(object))))
        }
        Value::Obj(descriptor)
            if descriptor.class.lookup("__set__").is_some() && descriptor.class.lookup("__get__").is_some() =>
        {
            Some(call_method(found, "__get__", &[object.clone(), Value::Class(class_of(object))]))
        }
        _ => None,
    }
}

/// What a class attribute becomes when it is read through `object`.
fn bind(object: &Value, class: &Rc<Class>, value: Value, name: Name) -> R {
    match &value {
        Value::Func(_) => Ok(bound(object.clone(), value, name)),
        Value::NativeFn(function) if function.method => Ok(bound(object.clone(), value, name)),
        Value::Native(native) => {
            if let Some(StaticMethod(inner)) = native.get() {
                return Ok(inner.clone());
            }
            if let Some(ClassMethod(inner)) = native.get() {
                return Ok(bound(Value::Class(class.clone()), inner.clone(), name));
            }
            if native.0.type_name() == "cached_property" {
                return crate::functools::cached_property(object, &value);
            }
            if matches!(native.0.type_name(), "functools._lru_cache_wrapper" | "partialmethod") {
                return Ok(bound(object.clone(), value, name));
            }
            Ok(value)
        }
        Value::Obj(descriptor) if descriptor.class.lookup("__get__").is_some() => {
            call_method(&value, "__get__", &[object.clone(), Value::Class(class.clone())])
        }
        _ => Ok(value),
    }
}

/// A bound method.
pub fn bound(receiver: Value, function: Value, name: Name) -> Value {
    Value::Bound(Rc::new(Bound { receiver, function, name }))
}

fn special(object: &Value, instance: &Rc<Instance>, name: Name) -> R<Option<Value>> {
    Ok(Some(match name {
        "__class__" => Value::Class(instance.class.clone()),
        "__dict__" => instance.attrs.dict(),
        "__doc__" => Value::None,
        "__module__" => Value::str(instance.class.module),
        "args" if instance.class.is_exception() => {
            let raised = crate::value::Exc(instance.clone());
            let args = raised.args();
            // The name of a file is kept apart.
            if args.len() == 3 && raised.is_a("OSError") {
                Value::tuple(args[..2].to_vec())
            } else {
                instance.payload.borrow().clone()
            }
        }
        "__suppress_context__" if instance.class.is_exception() => {
            Value::Bool(instance.attrs.get("__cause__").is_some())
        }
        "__traceback__" if instance.class.is_exception() => crate::objects::trace(),
        "__cause__" | "__context__" if instance.class.is_exception() => Value::None,
        "with_traceback" | "add_note" if instance.class.is_exception() => bound(object.clone(), Value::Unbound, name),
        "value" | "code" | "errno" | "strerror" | "filename" | "name" | "msg" | "lineno" | "offset" | "text"
            if instance.class.is_exception() =>
        {
            return Ok(exception_field(instance, name));
        }
        _ => {
            let payload = instance.payload.borrow().clone();
            if !payload.is_unbound()
                && !instance.class.is_exception()
                && let Some(value) = get_builtin(&payload, name)?
            {
                return Ok(Some(value));
            }
            return Ok(crate::objects::method(name).map(|method| bound(object.clone(), method, name)));
        }
    }))
}

fn exception_field(instance: &Rc<Instance>, name: Name) -> Option<Value> {
    let args = crate::value::Exc(instance.clone()).args();
    let is_a = |class: Name| crate::value::Exc(instance.clone()).is_a(class);
    let arg = |at: usize| args.get(at).cloned().unwrap_or(Value::None);
    match name {
        "value" if is_a("StopIteration") => Some(arg(0)),
        "code" if is_a("SystemExit") && args.len() > 1 => Some(Value::tuple(args.to_vec())),
        "code" if is_a("SystemExit") => Some(arg(0)),
        "errno" if is_a("OSError") => Some(if args.len() < 2 { Value::None } else { arg(0) }),
        "strerror" if is_a("OSError") => Some(arg(1)),
        "filename" if is_a("OSError") => Some(arg(2)),
        "msg" if is_a("SyntaxError") || is_a("ImportError") => Some(arg(0)),
        "filename" | "lineno" | "offset" | "text" if is_a("SyntaxError") => {
            let at = ["filename", "lineno", "offset", "text"].iter().position(|field| *field == name).unwrap_or(0);
            let place = if let Value::Tuple(place) = arg(1) { place.get(at).cloned() } else { None };
            Some(place.unwrap_or(Value::None))
        }
        "name" if is_a("NameError") => {
            let text = arg(0).as_str().unwrap_or("").to_string();
            let named = text.strip_prefix("name '").and_then(|rest| rest.strip_suffix("' is not defined"));
            Some(named.map_or(Value::None, Value::from))
        }
        "name" if is_a("NameError") || is_a("AttributeError") || is_a("ImportError") => Some(Value::None),
        _ => None,
    }
}

/// Attribute of anything but an instance.
fn get_builtin(object: &Value, name: Name) -> R<Option<Value>> {
    match object {
        Value::Class(class) => return get_of_class(object, class, name),
        Value::Func(function) => {
            if let Some(value) = function.attrs.get(name) {
                return Ok(Some(value));
            }
            match name {
                "__name__" => return Ok(Some(Value::str(function.name))),
                "__qualname__" => return Ok(Some(Value::str(function.qualname))),
                "__module__" => return Ok(Some(Value::str("__main__"))),
                "__doc__" => return Ok(Some(Value::None)),
                "__dict__" => return Ok(Some(function.attrs.dict())),
                "__defaults__" => return Ok(Some(function.defaults())),
                "__annotations__" | "__code__" | "__globals__" | "__closure__" | "__builtins__" => crate::run::hole(
                    &format!("batuta: PY0203 `{name}` of a function is not known in a converted program"),
                ),
                "__kwdefaults__" => return Ok(Some(function.keyword_defaults())),
                _ => {}
            }
        }
        Value::NativeFn(function) if matches!(name, "__name__" | "__qualname__") => {
            return Ok(Some(Value::str(function.name)));
        }
        Value::Bound(method) => match name {
            "__self__" => return Ok(Some(method.receiver.clone())),
            "__func__" if !method.function.is_unbound() => return Ok(Some(method.function.clone())),
            "__name__" => return Ok(Some(Value::str(method.name))),
            _ if !method.function.is_unbound() => return get_builtin(&method.function, name),
            _ => {}
        },
        Value::Native(native) => {
            if let Some(value) = native.0.get_attr(object, name)? {
                return Ok(Some(value));
            }
        }
        _ => {}
    }
    if name == "__class__" {
        return Ok(Some(Value::Class(class_of(object))));
    }
    if name == "__doc__" {
        return Ok(Some(Value::None));
    }
    if let Some(value) = crate::methods::field(object, name) {
        return Ok(Some(value));
    }
    Ok(crate::methods::exists(object, name).then(|| bound(object.clone(), Value::Unbound, name)))
}

fn get_of_class(this: &Value, class: &Rc<Class>, name: Name) -> R<Option<Value>> {
    if name == "__annotations__" && !class.is_native() {
        return Ok(Some(crate::notes::of(class)));
    }
    if matches!(name, "__orig_bases__" | "__parameters__") && !class.is_native() && class.lookup(name).is_none() {
        crate::run::hole::<()>(&format!("batuta: PY0203 `{name}` of a class is not known in a converted program"));
    }
    if let Some(value) = class.lookup(name) {
        if let Value::Native(native) = &value {
            if let Some(StaticMethod(inner)) = native.get() {
                return Ok(Some(inner.clone()));
            }
            if let Some(ClassMethod(inner)) = native.get() {
                return Ok(Some(bound(this.clone(), inner.clone(), name)));
            }
        }
        if let Value::Obj(descriptor) = &value
            && descriptor.class.lookup("__get__").is_some()
        {
            return call_method(&value, "__get__", &[Value::None, this.clone()]).map(Some);
        }
        return Ok(Some(value));
    }
    if let Some(value) = crate::meta::attribute(this, class, name)? {
        return Ok(Some(value));
    }
    if class.name == "type"
        && class.is_native()
        && let Some(method) = crate::meta::of_type(name)
    {
        return Ok(Some(method));
    }
    if name == "register" && class.rest.iter().any(|base| base.name == "ABC" && base.is_native()) {
        return Ok(Some(bound(this.clone(), crate::func::native_method(name, crate::meta::register), name)));
    }
    let mro = || std::iter::once(this.clone()).chain(class.rest.iter().map(|c| Value::Class(c.clone()))).collect();
    Ok(Some(match name {
        "__name__" | "__qualname__" if class.is_native() => {
            Value::str(class.name.rsplit('.').next().unwrap_or(class.name))
        }
        "__name__" | "__qualname__" => Value::str(class.name),
        "__module__" => Value::str(if class.is_native() { "builtins" } else { class.module }),
        "__mro__" => Value::tuple(mro()),
        "mro" => bound(this.clone(), Value::Unbound, "mro"),
        "__bases__" => Value::tuple(class.bases.iter().map(|c| Value::Class(c.clone())).collect()),
        "__base__" => class.bases.first().map_or(Value::None, |c| Value::Class(c.clone())),
        "__dict__" => crate::construct::attrs_dict(&class.attrs),
        "__doc__" => Value::None,
        "__class__" => Value::Class(class_of(this)),
        "__subclasses__" => bound(this.clone(), Value::Unbound, "__subclasses__"),
        _ => {
            if let Some(value) = crate::library::class_attr(class.name, name).filter(|_| class.is_native()) {
                return Ok(Some(value));
            }
            if name == "fromkeys" && class.name != "dict" && class.derives(&crate::class::builtin_class("dict")) {
                return Ok(Some(crate::library::collections::fromkeys(class)));
            }
            let builtin = std::iter::once(class)
                .chain(&class.rest)
                .find(|c| c.is_native() && crate::methods::class_has(c.name, name));
            if let Some(owner) = builtin {
                return Ok(Some(crate::methods::unbound(owner.name, name)));
            }
            if let Some(hook) = crate::meta::hook(this, "__getattr__").filter(|_| !name.starts_with("__")) {
                return call(&hook, &pos(&[Value::str(name)])).map(Some);
            }
            return Ok(crate::objects::method(name).or_else(|| {
                (class.is_exception() && name == "__init__")
                    .then(|| crate::func::native_method("__init__", crate::objects::init))
            }));
        }
    }))
}

/// `object.name = value`
///
/// # Errors
/// `AttributeError`, and what a setter or `__setattr__` raises.
pub fn set_attr(object: &Value, name: Name, value: Value) -> R<()> {
    match object {
        Value::Obj(instance) => {
            if let Some(at) = instance.class.write_place(name) {
                instance.attrs.write(Some(at), name, value);
                return Ok(());
            }
            if let Some(slot) = instance.class.known(name, |known| known.plain_write.then_some(known.slot)) {
                instance.attrs.write(slot, name, value);
                return Ok(());
            }
            if let Some(hook) = instance.class.lookup("__setattr__") {
                return call(&hook, &pos(&[object.clone(), Value::str(name), value])).map(|_| ());
            }
            set_plain(object, instance, name, value)
        }
        Value::Class(class) if class.is_native() => {
            err("TypeError", format!("cannot set '{name}' attribute of immutable type '{}'", class.name))
        }
        Value::Class(class) => {
            if let Some(hook) = crate::meta::hook(object, "__setattr__") {
                return call(&hook, &pos(&[Value::str(name), value])).map(|_| ());
            }
            if let Some(Value::Dict(members)) = class.attrs.get("__members__")
                && crate::enums::is_enum(class)
                && members.borrow().get_name(name).is_some()
            {
                return err("AttributeError", format!("cannot reassign member '{name}'"));
            }
            class.set(name, value);
            Ok(())
        }
        Value::Func(function) => {
            function.attrs.set(name, value);
            Ok(())
        }
        Value::Native(native) if native.0.set_attr(name, &value) => Ok(()),
        _ => {
            let class = class_of(object).full_name();
            if get_builtin(object, name)?.is_some() {
                return err("AttributeError", format!("'{class}' object attribute '{name}' is read-only"));
            }
            err("AttributeError", format!("'{class}' object has no attribute '{name}'"))
        }
    }
}

/// `object.__setattr__`
///
/// # Errors
/// As [`set_attr`].
pub fn set_plain(object: &Value, instance: &Rc<Instance>, name: Name, value: Value) -> R<()> {
    match instance.class.lookup(name) {
        Some(Value::Native(native)) => {
            if let Some(property) = native.get::<Property>() {
                if property.1.is_none() {
                    if instance.class.layout == crate::class::Layout::Tuple
                        && instance.class.lookup("_fields").is_some()
                    {
                        return err("AttributeError", "can't set attribute");
                    }
                    let class = instance.class.name;
                    return err("AttributeError", format!("property '{name}' of '{class}' object has no setter"));
                }
                return call(&property.1, &pos(&[object.clone(), value])).map(|_| ());
            }
        }
        Some(Value::Obj(descriptor)) if descriptor.class.lookup("__set__").is_some() => {
            let descriptor = Value::Obj(descriptor);
            return call_method(&descriptor, "__set__", &[object.clone(), value]).map(|_| ());
        }
        _ => {}
    }
    if name == "__dict__"
        && let Value::Dict(dict) = value.plain()
    {
        instance.attrs.live_in(dict);
        return Ok(());
    }
    if name == "args" && instance.class.is_exception() {
        *instance.payload.borrow_mut() = Value::tuple(crate::iter::to_vec(&value)?);
        return Ok(());
    }
    if !slots_allow(&instance.class, name) {
        let class = instance.class.name;
        return err("AttributeError", format!("'{class}' object has no attribute '{name}'"));
    }
    instance.attrs.set(name, value);
    Ok(())
}

/// Whether `__slots__` let instances of a class have this attribute.
pub(crate) fn slots_allow(class: &Class, name: Name) -> bool {
    let Some(slots) = class.attrs.get("__slots__") else { return true };
    let user = |c: &&Rc<Class>| !c.is_native();
    if class.rest.iter().filter(user).any(|c| c.attrs.get("__slots__").is_none()) {
        return true;
    }
    let names = |slots: &Value, wanted: &str| {
        slots.as_str() == Some(wanted)
            || crate::iter::to_vec(slots).is_ok_and(|names| names.iter().any(|n| n.as_str() == Some(wanted)))
    };
    names(&slots, name)
        || names(&slots, "__dict__")
        || class.rest.iter().filter_map(|c| c.attrs.get("__slots__")).any(|slots| names(&slots, name))
}

/// `del object.name`
///
/// # Errors
/// `AttributeError`, and what a deleter raises.
pub fn del_attr(object: &Value, name: Name) -> R<()> {
    match object {
        Value::Obj(instance) => {
            if let Some(hook) = instance.class.lookup("__delattr__") {
                return call(&hook, &pos(&[object.clone(), Value::str(name)])).map(|_| ());
            }
            del_plain(object, name)
        }
        Value::Class(class) if class.remove(name) => Ok(()),
        Value::Func(function) if function.attrs.remove(name) => Ok(()),
        _ => missing(object, name),
    }
}

/// `object.__delattr__(object, name)`
///
/// # Errors
/// `AttributeError` when there is none.
pub fn del_plain(object: &Value, name: Name) -> R<()> {
    match object {
        Value::Obj(instance) => {
            if let Some(Value::Native(native)) = instance.class.lookup(name)
                && let Some(property) = native.get::<Property>()
            {
                if property.2.is_none() {
                    let class = instance.class.name;
                    return err("AttributeError", format!("property '{name}' of '{class}' object has no deleter"));
                }
                return call(&property.2, &pos(std::slice::from_ref(object))).map(|_| ());
            }
            if let Some(found @ Value::Obj(_)) = instance.class.lookup(name) {
                let class = class_of(&found);
                if class.lookup("__delete__").is_some() {
                    return call_method(&found, "__delete__", std::slice::from_ref(object)).map(|_| ());
                }
                if class.lookup("__set__").is_some() {
                    return err("AttributeError", "__delete__");
                }
            }
            if instance.attrs.remove(name) { Ok(()) } else { missing(object, name) }
        }
        Value::Class(class) if class.remove(name) => Ok(()),
        Value::Func(function) if function.attrs.remove(name) => Ok(()),
        _ => missing(object, name),
    }
}

/// `super(class, receiver)`
pub struct Super {
    /// The class whose bases are searched.
    pub class: Rc<Class>,
    /// The instance or class that methods are bound to.
    pub receiver: Value,
}

impl crate::native::Object for Super {
    fn type_name(&self) -> Name {
        "super"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        if let Value::Class(class) = &self.receiver
            && crate::meta::is_meta(&self.class)
        {
            if !crate::meta::is_meta(class) {
                let meta = class_of(&self.receiver);
                return Ok(match meta.lookup_after(&self.class, name) {
                    Some(value) => Some(bound(self.receiver.clone(), value, name)),
                    None => crate::meta::of_type(name)
                        .or_else(|| crate::objects::method(name))
                        .map(|method| bound(self.receiver.clone(), method, name)),
                });
            }
            if let Some(found) = class.lookup_after(&self.class, name) {
                return Ok(Some(crate::func::unwrap_class_method(&found)));
            }
            return Ok(crate::meta::of_type(name));
        }
        let (start, is_class) = match &self.receiver {
            Value::Class(class) => (class.clone(), true),
            other => (class_of(other), false),
        };
        match start.lookup_after(&self.class, name) {
            Some(Value::Native(native)) if is_class && native.get::<StaticMethod>().is_none() => {
                Ok(native.get().map(|ClassMethod(inner)| bound(self.receiver.clone(), inner.clone(), name)))
            }
            Some(value) if is_class => Ok(Some(crate::func::unwrap_class_method(&value))),
            Some(value) => match data_descriptor(&self.receiver, &value) {
                Some(read) => read.map(Some),
                None => bind(&self.receiver, &start, value, name).map(Some),
            },
            None if name == "__init__" && start.is_exception() => {
                let init = crate::func::native_method("__init__", crate::objects::init);
                Ok(Some(bound(self.receiver.clone(), init, name)))
            }
            None if name == "__class__" => Ok(None),
            None => {
                if let Some(method) = crate::objects::builtin_super(&start, name) {
                    let receiver = self.receiver.clone();
                    return Ok(Some(if name == "__new__" { method } else { bound(receiver, method, name) }));
                }
                if let Value::Obj(instance) = &self.receiver {
                    let payload = instance.payload.borrow().clone();
                    if same(name, "__getitem__") && matches!(payload, Value::Dict(_)) {
                        let method = crate::func::native_method(name, crate::item::dict_item);
                        return Ok(Some(bound(self.receiver.clone(), method, name)));
                    }
                    if !payload.is_unbound() && !same(name, "__class__") {
                        return get_builtin(&payload, name);
                    }
                }
                Ok(None)
            }
        }
    }
}

/// `super()` inside a method of `class`.
///
/// # Errors
/// `TypeError` when `class` is not a class.
pub fn super_of(class: &Value, receiver: &Value) -> R {
    match class {
        Value::Class(class) => Ok(crate::native::native(Super { class: class.clone(), receiver: receiver.clone() })),
        _ => err("TypeError", "super() argument 1 must be a type"),
    }
}
