//! `functools`

use crate::call::{call, call_pos};
use crate::dict::Dict;
use crate::exc::err;
use crate::func::Args;
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::cell::{Cell, RefCell};

/// `functools.reduce(function, items, start)`
///
/// # Errors
/// `TypeError` for nothing without start.
pub fn reduce(args: &Args) -> R {
    let function = args.at(0, "reduce")?;
    let mut items = crate::iter::iter(args.at(1, "reduce")?)?;
    let mut total = match args.pos.get(2) {
        Some(start) => start.clone(),
        None => match items.next()? {
            Some(first) => first,
            None => return err("TypeError", "reduce() of empty iterable with no initial value"),
        },
    };
    while let Some(item) = items.next()? {
        total = function.call(&[total, item])?;
    }
    Ok(total)
}

struct Partial {
    function: Value,
    pos: Vec<Value>,
    kw: Vec<(Name, Value)>,
}

impl Object for Partial {
    fn type_name(&self) -> Name {
        "functools.partial"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        let all: Vec<Value> = self.pos.iter().chain(args.pos).cloned().collect();
        let mut kw: Vec<(Name, Value)> =
            self.kw.iter().filter(|(k, _)| !args.kw.iter().any(|(n, _)| n == k)).cloned().collect();
        kw.extend(args.kw.iter().cloned());
        Some(call(&self.function, &Args { pos: &all, kw: &kw }))
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "func" => Some(self.function.clone()),
            "args" => Some(Value::tuple(self.pos.clone())),
            _ => None,
        })
    }
}

/// `functools.partial(function, *args, **kw)`
///
/// # Errors
/// `TypeError` without function.
pub fn partial(args: &Args) -> R {
    let function = args.at(0, "partial")?.clone();
    Ok(native(Partial { function, pos: args.pos[1..].to_vec(), kw: args.kw.to_vec() }))
}

struct Cached {
    function: Value,
    most: Option<usize>,
    typed: bool,
    results: RefCell<Dict>,
    hits: Cell<i64>,
    misses: Cell<i64>,
}

impl Object for Cached {
    fn type_name(&self) -> Name {
        "functools._lru_cache_wrapper"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(self.run(args))
    }
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "__wrapped__" => Some(self.function.clone()),
            "cache_info" | "cache_clear" | "cache_parameters" => {
                Some(crate::attr::bound(this.clone(), Value::Unbound, name))
            }
            _ => crate::attr::get_opt(&self.function, name)?,
        })
    }
    fn call_method(&self, _: &Value, name: Name, _: &Args) -> Option<R> {
        match name {
            "cache_clear" => {
                self.results.borrow_mut().clear();
                self.hits.set(0);
                self.misses.set(0);
                Some(Ok(Value::None))
            }
            "cache_parameters" => {
                let mut out = crate::dict::Dict::default();
                out.set_name("maxsize", self.most.map_or(Value::None, Value::from));
                out.set_name("typed", Value::Bool(self.typed));
                Some(Ok(Value::dict(out)))
            }
            "cache_info" => {
                let most = self.most.map_or(Value::None, Value::from);
                let parts =
                    vec![self.hits.get().into(), self.misses.get().into(), most, self.results.borrow().len().into()];
                Some(crate::library::collections::named("CacheInfo", &["hits", "misses", "maxsize", "currsize"], parts))
            }
            _ => None,
        }
    }
}

impl Cached {
    /// One text or int alone is its own key, so that `1` and `1.0` alone differ; in a tuple they are the same.
    fn key(&self, args: &Args) -> Value {
        if let ([only @ (Value::Int(_) | Value::Big(_) | Value::Str(_))], [], false) = (args.pos, args.kw, self.typed) {
            return only.clone();
        }
        let mut parts = vec![Value::tuple(args.pos.to_vec())];
        for (name, value) in args.kw {
            parts.push(Value::tuple(vec![Value::str(*name), value.clone()]));
        }
        if self.typed {
            let values = args.pos.iter().chain(args.kw.iter().map(|(_, value)| value));
            parts.extend(values.map(|value| Value::Class(crate::class::class_of(value))));
        }
        Value::tuple(parts)
    }

    fn run(&self, args: &Args) -> R {
        let key = self.key(args);
        if let Some(found) = self.results.borrow().get(&key)? {
            self.hits.set(self.hits.get() + 1);
            if self.most.is_none() {
                return Ok(found);
            }
        }
        if self.most.is_some()
            && let Some((key, value)) = { self.results.borrow_mut().remove(&key)? }
        {
            self.results.borrow_mut().set(key, value.clone())?;
            return Ok(value);
        }
        self.misses.set(self.misses.get() + 1);
        let value = call(&self.function, args)?;
        if self.most == Some(0) {
            return Ok(value);
        }
        let mut results = self.results.borrow_mut();
        if self.most.is_some_and(|most| results.len() >= most) {
            results.pop_end(false);
        }
        results.set(key, value.clone())?;
        Ok(value)
    }
}

fn cached(function: Value, most: Option<usize>, typed: bool) -> Value {
    native(Cached { function, most, typed, results: RefCell::default(), hits: Cell::new(0), misses: Cell::new(0) })
}

/// `functools.cache`
///
/// # Errors
/// `TypeError` without function.
pub fn cache(args: &Args) -> R {
    Ok(cached(args.at(0, "cache")?.clone(), None, false))
}

struct CacheMaker(Option<usize>, bool);

impl Object for CacheMaker {
    fn type_name(&self) -> Name {
        "function"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(Ok(cached(args.pos.first()?.clone(), self.0, self.1)))
    }
}

/// `functools.lru_cache`, with and without arguments
///
/// # Errors
/// What the truth of `typed` raises.
pub fn lru_cache(args: &Args) -> R {
    let typed = args.opt(1, "typed").map_or(Ok(false), |typed| typed.truth())?;
    match args.opt(0, "maxsize") {
        Some(Value::None) => Ok(native(CacheMaker(None, typed))),
        Some(Value::Int(n)) => Ok(native(CacheMaker(Some(n.max(0) as usize), typed))),
        Some(function) => Ok(cached(function, Some(128), typed)),
        None => Ok(native(CacheMaker(Some(128), typed))),
    }
}

struct Wraps(Value);

impl Object for Wraps {
    fn type_name(&self) -> Name {
        "functools.partial"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(dress(args.pos.first()?, &self.0))
    }
}

/// Gives a wrapper the names, the docstring and the attributes of what it wraps.
fn dress(wrapper: &Value, wrapped: &Value) -> R {
    for name in ["__name__", "__qualname__", "__doc__", "__module__"] {
        if let Some(value) = crate::attr::get_opt(wrapped, name)? {
            crate::attr::set_attr(wrapper, name, value)?;
        }
    }
    if let Some(Value::Dict(attributes)) = crate::attr::get_opt(wrapped, "__dict__")? {
        let pairs = attributes.borrow().pairs();
        for (name, value) in pairs {
            if let Value::Str(name) = name {
                crate::attr::set_attr(wrapper, crate::names::intern(name.as_str()), value)?;
            }
        }
    }
    crate::attr::set_attr(wrapper, "__wrapped__", wrapped.clone())?;
    Ok(wrapper.clone())
}

/// `functools.update_wrapper(wrapper, wrapped)`
///
/// # Errors
/// `TypeError` without the two, and what setting attributes raises.
pub fn update_wrapper(args: &Args) -> R {
    dress(args.at(0, "update_wrapper")?, args.at(1, "update_wrapper")?)
}

/// `functools.wraps(function)`
///
/// # Errors
/// `TypeError` without function.
pub fn wraps(args: &Args) -> R {
    Ok(native(Wraps(args.at(0, "wraps")?.clone())))
}

struct KeyMaker(Value);
struct Key(Value, Value);

impl Object for KeyMaker {
    fn type_name(&self) -> Name {
        "function"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(Ok(native(Key(self.0.clone(), args.pos.first()?.clone()))))
    }
}

impl Object for Key {
    fn type_name(&self) -> Name {
        "functools.KeyWrapper"
    }
    fn binary(&self, op: Name, _: &Value, other: &Value, _: bool) -> Option<R> {
        let other: &Key = downcast(other)?;
        let order = call_pos(&self.0, &[self.1.clone(), other.1.clone()]);
        let zero = Value::Int(0);
        Some(order.and_then(|order| match op {
            "__lt__" => order.lt(&zero),
            "__le__" => order.le(&zero),
            "__gt__" => order.gt(&zero),
            "__ge__" => order.ge(&zero),
            _ => Ok(Value::NotImplemented),
        }))
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let other: &Key = downcast(other)?;
        Some(call_pos(&self.0, &[self.1.clone(), other.1.clone()]).and_then(|order| order.is_eq(&Value::Int(0))))
    }
}

/// `functools.cmp_to_key(function)`
///
/// # Errors
/// `TypeError` without function.
pub fn cmp_to_key(args: &Args) -> R {
    Ok(native(KeyMaker(args.at(0, "cmp_to_key")?.clone())))
}

/// `functools.total_ordering`
///
/// # Errors
/// `ValueError` when the class defines no order.
pub fn total_ordering(args: &Args) -> R {
    let value = args.at(0, "total_ordering")?;
    let Value::Class(class) = value else { return err("TypeError", "total_ordering needs a class") };
    const NAMES: [Name; 4] = ["__lt__", "__le__", "__gt__", "__ge__"];
    let Some(root) = NAMES.into_iter().find(|name| class.lookup(name).is_some()) else {
        return err("ValueError", "must define at least one ordering operation: < > <= >=");
    };
    for name in NAMES {
        if class.lookup(name).is_none() {
            let code = crate::func::def(name, "self, other", vec![], move |this: Value, other: Value| {
                let base = this.method(root, &[other.clone()])?;
                if matches!(base, Value::NotImplemented) {
                    return Ok(base);
                }
                let (holds, same) = (base.truth()?, this.is_eq(&other)?);
                // `root` says how the two are ordered; the others follow from it and from equality.
                let less = match root {
                    "__lt__" => holds,
                    "__le__" => holds && !same,
                    "__gt__" => !holds && !same,
                    _ => !holds,
                };
                Ok(Value::Bool(match name {
                    "__lt__" => less,
                    "__le__" => less || same,
                    "__gt__" => !less && !same,
                    _ => !less,
                }))
            });
            class.set(name, code);
        }
    }
    Ok(value.clone())
}

struct CachedProperty(Value);

impl Object for CachedProperty {
    fn type_name(&self) -> Name {
        "cached_property"
    }
}

/// `functools.cached_property`
///
/// # Errors
/// `TypeError` without function.
#[allow(non_snake_case, reason = "a class in Python")]
pub fn cached_property_class(args: &Args) -> R {
    Ok(native(CachedProperty(args.at(0, "cached_property")?.clone())))
}

/// Reads a cached property: computes it once and stores it in the instance.
///
/// # Errors
/// What the function raises.
pub fn cached_property(object: &Value, property: &Value) -> R {
    let Some(CachedProperty(function)) = downcast(property) else { return Ok(Value::None) };
    let value = function.call(std::slice::from_ref(object))?;
    if let (Value::Obj(instance), Value::Func(f)) = (object, function) {
        instance.attrs.set(f.name, value.clone());
    }
    Ok(value)
}
