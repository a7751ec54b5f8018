//! `dataclasses`

use crate::class::Class;
use crate::dict::Dict;
use crate::exc::err;
use crate::func::{Args, def, def_slice};
use crate::names::intern;
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// A field: how it starts and where it shows.
#[derive(Clone)]
struct Field {
    name: Name,
    default: Value,
    factory: Value,
    init: bool,
    repr: bool,
    compare: bool,
    /// Whether it counts for the hash; none means as `compare`.
    hash: Option<bool>,
    keyword: bool,
    class_var: bool,
    /// `InitVar`: given to `__post_init__`, and not kept.
    init_only: bool,
    metadata: Value,
}

impl Object for Field {
    fn type_name(&self) -> Name {
        "Field"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        let missing = |value: &Value| if value.is_unbound() { MISSING() } else { value.clone() };
        Ok(Some(match name {
            "name" => Value::str(self.name),
            "default" => missing(&self.default),
            "default_factory" => missing(&self.factory),
            "init" => self.init.into(),
            "repr" => self.repr.into(),
            "compare" => self.compare.into(),
            "kw_only" => self.keyword.into(),
            "metadata" if !self.metadata.is_unbound() => self.metadata.clone(),
            "metadata" => Value::dict(Dict::default()),
            "type" => crate::run::hole("batuta: PY0206 the type of a field is not known in a converted program"),
            _ => return Ok(None),
        }))
    }
}

fn flag(args: &Args, name: Name, default: bool) -> R<bool> {
    args.kwarg(name).map_or(Ok(default), |v| v.truth())
}

/// `dataclasses.field(...)`
///
/// # Errors
/// What `bool()` of an argument raises.
pub fn field(args: &Args) -> R {
    Ok(native(Field {
        name: "",
        default: args.kwarg("default").unwrap_or(Value::Unbound),
        factory: args.kwarg("default_factory").unwrap_or(Value::Unbound),
        init: flag(args, "init", true)?,
        repr: flag(args, "repr", true)?,
        compare: flag(args, "compare", true)?,
        hash: match args.kwarg("hash") {
            None | Some(Value::None) => None,
            Some(value) => Some(crate::ops::truth(&value)?),
        },
        keyword: flag(args, "kw_only", false)?,
        class_var: false,
        init_only: false,
        metadata: args.kwarg("metadata").filter(|m| !m.is_none()).unwrap_or(Value::Unbound),
    }))
}

struct Missing;

impl Object for Missing {
    fn type_name(&self) -> Name {
        "_MISSING_TYPE"
    }
}

thread_local! {
    static NOTHING: Value = native(Missing);
}

/// `dataclasses.MISSING`
#[allow(non_snake_case)] // its name in Python
pub fn MISSING() -> Value {
    NOTHING.with(Clone::clone)
}

struct Maker(Vec<(Name, Value)>);

impl Object for Maker {
    fn type_name(&self) -> Name {
        "function"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(build(args.pos.first()?, &Args { pos: &[], kw: &self.0 }))
    }
}

/// `dataclasses.dataclass`, with and without arguments
///
/// # Errors
/// `TypeError` for fields without default behind fields with one.
pub fn dataclass(args: &Args) -> R {
    match args.pos.first() {
        Some(class) => build(class, args),
        None => Ok(native(Maker(args.kw.to_vec()))),
    }
}

/// `dataclasses.make_dataclass(name, fields, ...)`
///
/// # Errors
/// `TypeError` for wrong arguments.
pub fn make_dataclass(args: &Args) -> R {
    let name = intern(&crate::repr::str_of(args.at(0, "make_dataclass")?)?);
    let bases = args.kwarg("bases").map_or(Ok(vec![]), |bases| crate::iter::to_vec(&bases))?;
    let body = crate::class::ClassBody::new(name, "__main__", Value::None, &bases)?;
    for field in crate::iter::to_vec(args.at(1, "make_dataclass")?)? {
        let (field, note, default) = match &field {
            Value::Str(_) => (field.clone(), "typing.Any", None),
            other => {
                let parts = crate::iter::to_vec(other)?;
                let first = parts.first().cloned().unwrap_or(Value::None);
                (first, "typing.Any", parts.get(2).cloned())
            }
        };
        let field = intern(&crate::repr::str_of(&field)?);
        body.annotate(field, note);
        if let Some(default) = default {
            body.set(field, default);
        }
    }
    if let Some(namespace) = args.kwarg("namespace").filter(|n| !n.is_none())
        && let Value::Dict(names) = namespace.plain()
    {
        for (key, value) in names.borrow().pairs() {
            body.set(intern(key.as_str().unwrap_or("")), value);
        }
    }
    let class = body.finish(&[])?;
    let own = ["bases", "namespace", "module"];
    let kw: Vec<_> = args.kw.iter().filter(|(name, _)| !own.contains(name)).cloned().collect();
    build(&class, &Args { pos: &[], kw: &kw })
}

fn own_fields(class: &Rc<Class>, keyword: bool) -> Vec<Field> {
    let Some(Value::Dict(notes)) = class.attrs.get("__annotations__") else { return vec![] };
    let mut out = vec![];
    let mut keyword = keyword;
    for (name, note) in notes.borrow().pairs() {
        let (Some(name), Some(note)) = (name.as_str(), note.as_str().map(str::trim)) else { continue };
        if note == "KW_ONLY" || note.ends_with(".KW_ONLY") {
            keyword = true;
            continue;
        }
        let name = intern(name);
        let default = class.attrs.get(name).unwrap_or(Value::Unbound);
        let mut field = match downcast::<Field>(&default) {
            Some(field) => field.clone(),
            None => Field {
                name,
                default,
                factory: Value::Unbound,
                init: true,
                repr: true,
                compare: true,
                hash: None,
                keyword: false,
                class_var: false,
                init_only: false,
                metadata: Value::Unbound,
            },
        };
        field.name = name;
        field.keyword |= keyword;
        field.init_only = note.starts_with("InitVar") || note.starts_with("dataclasses.InitVar");
        field.class_var = note.starts_with("ClassVar") || note.starts_with("typing.ClassVar");
        out.push(field);
    }
    out
}

/// Fields of a class that its instances keep.
fn fields_of(class: &Rc<Class>) -> Vec<Field> {
    all_of(class).into_iter().filter(|field| !field.init_only).collect()
}

/// Fields of a class and of the dataclasses behind it.
fn all_of(class: &Rc<Class>) -> Vec<Field> {
    match class.lookup("__dataclass_fields__") {
        Some(Value::Dict(fields)) => {
            fields.borrow().values().iter().filter_map(|f| downcast::<Field>(f).cloned()).collect()
        }
        _ => vec![],
    }
}

/// Whether the class of a default has no hash, which `dataclass` takes as a sign that it can change.
fn unhashable(default: &Value) -> bool {
    match default {
        Value::List(_) | Value::Dict(_) => true,
        Value::Set(set) => !set.frozen,
        Value::Obj(object) => matches!(object.class.lookup("__hash__"), Some(Value::None)),
        _ => false,
    }
}

fn build(value: &Value, args: &Args) -> R {
    let Value::Class(class) = value else { return err("TypeError", "dataclass() should be called on a class") };
    let mut fields: Vec<Field> = vec![];
    let inherited = class.rest.iter().rev().flat_map(all_of).collect::<Vec<_>>();
    for field in inherited.into_iter().chain(own_fields(class, flag(args, "kw_only", false)?)) {
        if field.class_var {
            continue;
        }
        match fields.iter_mut().find(|old| old.name == field.name) {
            Some(old) => *old = field,
            None => fields.push(field),
        }
    }
    let mut table = Dict::default();
    for field in &fields {
        if unhashable(&field.default) {
            let kind = crate::class::class_of(&field.default).full_name();
            return err(
                "ValueError",
                format!(
                    "mutable default <class '{kind}'> for field {} is not allowed: use default_factory",
                    field.name
                ),
            );
        }
        table.set_name(field.name, native(field.clone()));
        match class.attrs.get(field.name) {
            Some(old) if downcast::<Field>(&old).is_some() && field.default.is_unbound() => {
                class.remove(field.name);
            }
            Some(old) if downcast::<Field>(&old).is_some() => class.set(field.name, field.default.clone()),
            _ => {}
        }
    }
    class.set("__dataclass_fields__", Value::dict(table));
    let positional: Vec<Value> = fields.iter().filter(|f| f.init && !f.keyword).map(|f| Value::str(f.name)).collect();
    if class.attrs.get("__match_args__").is_none() {
        class.set("__match_args__", Value::tuple(positional));
    }
    let all = fields;
    let fields: Vec<Field> = all.iter().filter(|field| !field.init_only).cloned().collect();
    let frozen = flag(args, "frozen", false)?;
    if flag(args, "init", true)? && class.attrs.get("__init__").is_none() {
        class.set("__init__", init(class, &all)?);
    }
    if flag(args, "repr", true)? && class.attrs.get("__repr__").is_none() {
        class.set("__repr__", repr(&fields));
    }
    let eq = flag(args, "eq", true)?;
    if eq && class.attrs.get("__eq__").is_none() {
        class.set("__eq__", equal(&fields));
    }
    if flag(args, "order", false)? {
        for name in ["__lt__", "__le__", "__gt__", "__ge__"] {
            class.set(name, ordered(&fields, name));
        }
    }
    let own_hash = class.attrs.get("__hash__").is_some_and(|h| !h.is_none());
    if flag(args, "unsafe_hash", false)? || eq && frozen && !own_hash {
        class.set("__hash__", hash(&fields));
    } else if eq && !own_hash {
        class.set("__hash__", Value::None);
    }
    if flag(args, "slots", false)? && class.attrs.get("__slots__").is_none() {
        let own: Vec<Name> = class.bases.iter().flat_map(all_of).map(|f| f.name).collect();
        let new = fields.iter().filter(|f| !own.contains(&f.name)).map(|f| Value::str(f.name)).collect();
        class.set("__slots__", Value::tuple(new));
    }
    if frozen {
        class.set(
            "__setattr__",
            def("__setattr__", "self, name, value", vec![], |_: Value, name: Value, _: Value| {
                err("FrozenInstanceError", format!("cannot assign to field {}", crate::repr::repr(&name)?))
            }),
        );
        class.set(
            "__delattr__",
            def("__delattr__", "self, name", vec![], |_: Value, name: Value| {
                err("FrozenInstanceError", format!("cannot delete field {}", crate::repr::repr(&name)?))
            }),
        );
    }
    Ok(value.clone())
}

fn init(class: &Rc<Class>, fields: &[Field]) -> R {
    let mut signature = vec!["self".to_string()];
    let mut defaults = vec![];
    let taken: Vec<Field> = fields.iter().filter(|f| f.init).cloned().collect();
    let (named, plain): (Vec<Field>, Vec<Field>) = taken.into_iter().partition(|f| f.keyword);
    let mut optional = false;
    for (at, field) in plain.iter().chain(&named).enumerate() {
        if at == plain.len() {
            signature.push("*".to_string());
        }
        let required = field.default.is_unbound() && field.factory.is_unbound();
        if required && optional && at < plain.len() {
            return err("TypeError", format!("non-default argument '{}' follows default argument", field.name));
        }
        if required {
            signature.push(field.name.to_string());
        } else {
            optional = true;
            signature.push(format!("{}=", field.name));
            // `NotImplemented` marks a default that a factory makes.
            defaults.push(if field.factory.is_unbound() { field.default.clone() } else { Value::NotImplemented });
        }
    }
    let order: Vec<Field> = plain.into_iter().chain(named).collect();
    let rest: Vec<Field> = fields.iter().filter(|f| !f.init).cloned().collect();
    let post = class.lookup("__post_init__").is_some();
    let names: Vec<Name> = fields.iter().filter(|f| f.init_only).map(|f| f.name).collect();
    let qualname = intern(&format!("{}.__init__", class.name));
    Ok(def_slice(
        qualname,
        &signature.join(", "),
        defaults,
        Box::new(move |all| {
            let (this, values) = all.split_first().ok_or_else(|| crate::exc::new("TypeError", "self is missing"))?;
            let Value::Obj(object) = this else { return err("TypeError", "an instance is needed") };
            let mut passed = vec![];
            for (field, value) in order.iter().zip(values) {
                let value = match value {
                    Value::NotImplemented if !field.factory.is_unbound() => field.factory.call(&[])?,
                    value => value.clone(),
                };
                if field.init_only {
                    passed.push((field.name, value));
                } else {
                    object.attrs.set(field.name, value);
                }
            }
            for field in &rest {
                if !field.factory.is_unbound() {
                    object.attrs.set(field.name, field.factory.call(&[])?);
                } else if !field.default.is_unbound() {
                    object.attrs.set(field.name, field.default.clone());
                }
            }
            if post {
                // In the order of the class, which keywords do not change.
                let given: Vec<Value> = names
                    .iter()
                    .filter_map(|name| passed.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone()))
                    .collect();
                this.method("__post_init__", &given)?;
            }
            Ok(Value::None)
        }),
    ))
}

fn repr(fields: &[Field]) -> Value {
    let names: Vec<Name> = fields.iter().filter(|f| f.repr).map(|f| f.name).collect();
    def("__repr__", "self", vec![], move |this: Value| {
        let mut parts = vec![];
        for name in &names {
            parts.push(format!("{name}={}", crate::repr::repr(&this.attr(name)?)?));
        }
        let class = crate::class::class_of(&this);
        let name = match class.attrs.get("__qualname__") {
            Some(name) => crate::repr::str_of(&name)?,
            None => class.name.to_string(),
        };
        Ok(Value::str(format!("{name}({})", parts.join(", "))))
    })
}

fn key(this: &Value, names: &[Name]) -> R {
    Ok(Value::tuple(names.iter().map(|name| this.attr(name)).collect::<R<Vec<Value>>>()?))
}

fn compared(fields: &[Field]) -> Vec<Name> {
    fields.iter().filter(|f| f.compare).map(|f| f.name).collect()
}

fn same_class(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::Obj(a), Value::Obj(b)) if Rc::ptr_eq(&a.class, &b.class))
}

fn equal(fields: &[Field]) -> Value {
    let names = compared(fields);
    def("__eq__", "self, other", vec![], move |this: Value, other: Value| {
        if !same_class(&this, &other) {
            return Ok(Value::NotImplemented);
        }
        key(&this, &names)?.eq(&key(&other, &names)?)
    })
}

fn ordered(fields: &[Field], op: Name) -> Value {
    let names = compared(fields);
    def(op, "self, other", vec![], move |this: Value, other: Value| {
        if !same_class(&this, &other) {
            return Ok(Value::NotImplemented);
        }
        let (a, b) = (key(&this, &names)?, key(&other, &names)?);
        match op {
            "__lt__" => a.lt(&b),
            "__le__" => a.le(&b),
            "__gt__" => a.gt(&b),
            _ => a.ge(&b),
        }
    })
}

fn hash(fields: &[Field]) -> Value {
    let names: Vec<Name> = fields.iter().filter(|f| f.hash.unwrap_or(f.compare)).map(|f| f.name).collect();
    def("__hash__", "self", vec![], move |this: Value| crate::hash::hash(&key(&this, &names)?).map(Value::Int))
}

/// `dataclasses.asdict(instance)`
///
/// # Errors
/// `TypeError` when it is no dataclass instance.
pub fn asdict(args: &Args) -> R {
    deep(args.at(0, "asdict")?, true, true)
}

/// `dataclasses.astuple(instance)`
///
/// # Errors
/// `TypeError` when it is no dataclass instance.
pub fn astuple(args: &Args) -> R {
    deep(args.at(0, "astuple")?, false, true)
}

fn deep(value: &Value, as_dict: bool, top: bool) -> R {
    match value {
        Value::Obj(object) if object.class.lookup("__dataclass_fields__").is_some() => {
            let mut pairs = vec![];
            for field in fields_of(&object.class) {
                pairs.push((Value::str(field.name), deep(&value.attr(field.name)?, as_dict, false)?));
            }
            if as_dict {
                crate::construct::dict_of(pairs)
            } else {
                Ok(Value::tuple(pairs.into_iter().map(|(_, v)| v).collect()))
            }
        }
        _ if top => err("TypeError", "asdict() should be called on dataclass instances"),
        Value::List(items) => {
            let items = items.borrow().clone();
            Ok(Value::list(items.iter().map(|v| deep(v, as_dict, false)).collect::<R<_>>()?))
        }
        Value::Tuple(items) => Ok(Value::tuple(items.iter().map(|v| deep(v, as_dict, false)).collect::<R<_>>()?)),
        Value::Dict(dict) => {
            let pairs = dict.borrow().pairs();
            crate::construct::dict_of(
                pairs.into_iter().map(|(k, v)| Ok((k, deep(&v, as_dict, false)?))).collect::<R<Vec<_>>>()?,
            )
        }
        other => crate::library::copy::deepcopy(&crate::func::pos(std::slice::from_ref(other))),
    }
}

/// `dataclasses.replace(instance, **changes)`
///
/// # Errors
/// `TypeError` for unknown fields.
pub fn replace(args: &Args) -> R {
    let this = args.at(0, "replace")?;
    let class = crate::class::class_of(this);
    let mut kw = args.kw.to_vec();
    for field in fields_of(&class).into_iter().filter(|f| f.init) {
        if !kw.iter().any(|(name, _)| *name == field.name) {
            kw.push((field.name, this.attr(field.name)?));
        }
    }
    crate::call::call(&Value::Class(class), &Args { pos: &[], kw: &kw })
}

/// `dataclasses.fields(class_or_instance)`
///
/// # Errors
/// `TypeError` when it is no dataclass.
pub fn fields(args: &Args) -> R {
    let class = match args.at(0, "fields")? {
        Value::Class(class) => class.clone(),
        other => crate::class::class_of(other),
    };
    Ok(Value::tuple(fields_of(&class).into_iter().map(native).collect()))
}

/// `dataclasses.is_dataclass(value)`
///
/// # Errors
/// `TypeError` without argument.
pub fn is_dataclass(args: &Args) -> R {
    let class = match args.at(0, "is_dataclass")? {
        Value::Class(class) => class.clone(),
        other => crate::class::class_of(other),
    };
    Ok(Value::Bool(class.lookup("__dataclass_fields__").is_some()))
}
