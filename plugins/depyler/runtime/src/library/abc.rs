//! What the classes of `collections.abc` give to those that derive from them.

use crate::class::{Class, Layout, builtin_class};
use crate::exc::err;
use crate::func::{Args, NativeCode, native_method};
use crate::iter::{Iteration, iter, to_vec};
use crate::native::{Object, downcast, native};
use crate::number::Op;
use crate::value::{Name, R, Value};

fn this<'a>(args: &Args<'a>) -> R<&'a Value> {
    args.at(0, "method")
}

/// The item of a key; none when there is no such key.
fn found(mapping: &Value, key: &Value) -> R<Option<Value>> {
    match mapping.item(key) {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised.is_a("KeyError") => Ok(None),
        Err(raised) => Err(raised),
    }
}

fn get(args: &Args) -> R {
    let default = args.opt(2, "default").unwrap_or(Value::None);
    Ok(found(this(args)?, args.at(1, "get")?)?.unwrap_or(default))
}

fn has_key(args: &Args) -> R {
    Ok(Value::Bool(found(this(args)?, args.at(1, "__contains__")?)?.is_some()))
}

/// `keys`, `values` or `items` of a mapping.
struct View {
    mapping: Value,
    name: Name,
}

impl View {
    fn all(&self) -> R<Vec<Value>> {
        let keys = to_vec(&self.mapping)?;
        match self.name {
            "KeysView" => Ok(keys),
            "ValuesView" => keys.iter().map(|key| self.mapping.item(key)).collect(),
            _ => keys.iter().map(|key| Ok(Value::tuple(vec![key.clone(), self.mapping.item(key)?]))).collect(),
        }
    }

    fn one_by_one(&self) -> R<Iteration> {
        if self.name == "KeysView" {
            return iter(&self.mapping);
        }
        let (mapping, whole) = (self.mapping.clone(), self.name == "ItemsView");
        let keys = iter(&mapping)?.into_value("iterator");
        iter(&crate::iter::from_code("generator", move || {
            let Some(key) = crate::iter::next(&keys)? else { return Ok(None) };
            let value = mapping.item(&key)?;
            Ok(Some(if whole { Value::tuple(vec![key, value]) } else { value }))
        }))
    }

    /// What sets of keys or items say of another set; nothing for other objects.
    fn as_set<T>(&self, other: &Value, test: fn(&Value, &Value) -> R<T>) -> Option<R<T>> {
        let set = self.name != "ValuesView"
            && (matches!(other, Value::Set(_)) || downcast::<View>(other).is_some_and(|o| o.name != "ValuesView"));
        let plain = |value| crate::construct::set(&crate::func::pos(&[value]));
        set.then(|| test(&plain(Value::list(self.all()?))?, &plain(other.clone())?))
    }
}

impl Object for View {
    fn type_name(&self) -> Name {
        self.name
    }
    fn iter(&self, _: &Value) -> Option<R<Iteration>> {
        Some(self.one_by_one())
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        self.as_set(other, Value::is_eq)
    }
    fn binary(&self, op: Name, _: &Value, other: &Value, swapped: bool) -> Option<R> {
        let op = match op {
            "__and__" => Op::And,
            "__or__" => Op::Or,
            "__sub__" => Op::Sub,
            "__xor__" => Op::Xor,
            // A comparison comes with its mirrored name where the operands are swapped.
            "__lt__" => return self.as_set(other, Value::lt),
            "__le__" => return self.as_set(other, Value::le),
            "__gt__" => return self.as_set(other, Value::gt),
            "__ge__" => return self.as_set(other, Value::ge),
            _ => return None,
        };
        if self.name == "ValuesView" {
            return None;
        }
        let plain = |value| crate::construct::set(&crate::func::pos(&[value]));
        Some(self.all().and_then(|all| {
            let (this, other) = (plain(Value::list(all))?, plain(other.clone())?);
            if swapped { crate::ops::binary(op, &other, &this) } else { crate::ops::binary(op, &this, &other) }
        }))
    }
    fn len(&self) -> Option<usize> {
        crate::builtins::len(&self.mapping).ok()
    }
    fn repr(&self) -> Option<R<String>> {
        Some(crate::repr::repr(&self.mapping).map(|text| format!("{}({text})", self.name)))
    }
    fn contains(&self, value: &Value) -> Option<R<bool>> {
        Some(match self.name {
            "KeysView" => self.mapping.contains(value),
            _ => self.all().and_then(|all| Value::list(all).contains(value)),
        })
    }
}

fn view(args: &Args, name: Name) -> R {
    Ok(native(View { mapping: this(args)?.clone(), name }))
}

fn keys(args: &Args) -> R {
    view(args, "KeysView")
}

fn values(args: &Args) -> R {
    view(args, "ValuesView")
}

fn items(args: &Args) -> R {
    view(args, "ItemsView")
}

/// A mapping as a plain dictionary.
fn plain(mapping: &Value) -> R {
    let keys = to_vec(mapping)?;
    let pairs = keys.into_iter().map(|key| mapping.item(&key).map(|value| (key, value))).collect::<R<Vec<_>>>()?;
    crate::construct::dict_of(pairs)
}

fn is_mapping(value: &Value) -> R<bool> {
    crate::class::isinstance(value, &Value::Class(builtin_class("Mapping")))
}

fn mapping_eq(args: &Args) -> R {
    let other = args.at(1, "__eq__")?;
    if !is_mapping(other)? {
        return Ok(Value::NotImplemented);
    }
    Ok(Value::Bool(plain(this(args)?)?.is_eq(&plain(other)?)?))
}

fn pop(args: &Args) -> R {
    let (this, key) = (this(args)?, args.at(1, "pop")?);
    match (this.item(key), args.opt(2, "default")) {
        (Ok(value), _) => {
            this.del_item(key)?;
            Ok(value)
        }
        (Err(raised), Some(default)) if raised.is_a("KeyError") => Ok(default),
        (Err(raised), _) => Err(raised),
    }
}

fn popitem(args: &Args) -> R {
    let this = this(args)?;
    let Some(key) = to_vec(this)?.into_iter().next() else { return err("KeyError", "") };
    let value = this.item(&key)?;
    this.del_item(&key)?;
    Ok(Value::tuple(vec![key, value]))
}

fn clear(args: &Args) -> R {
    let this = this(args)?;
    for key in to_vec(this)? {
        this.del_item(&key)?;
    }
    Ok(Value::None)
}

fn update(args: &Args) -> R {
    let this = this(args)?;
    if let Some(other) = args.pos.get(1) {
        if is_mapping(other)? || crate::attr::get_opt(other, "keys")?.is_some() {
            for key in to_vec(&other.method("keys", &[])?)? {
                this.set_item(key.clone(), other.item(&key)?)?;
            }
        } else {
            for pair in to_vec(other)? {
                let [key, value] = crate::iter::unpack::<2>(&pair)?;
                this.set_item(key.clone(), value)?;
            }
        }
    }
    for (name, value) in args.kw {
        this.set_item(Value::str(*name), value.clone())?;
    }
    Ok(Value::None)
}

fn setdefault(args: &Args) -> R {
    let (this, key) = (this(args)?, args.at(1, "setdefault")?);
    if let Some(value) = found(this, key)? {
        return Ok(value);
    }
    let default = args.opt(2, "default").unwrap_or(Value::None);
    this.set_item(key.clone(), default.clone())?;
    Ok(default)
}

fn sequence_contains(args: &Args) -> R {
    let wanted = args.at(1, "__contains__")?;
    for item in to_vec(this(args)?)? {
        if item.is(wanted) || item.is_eq(wanted)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// Items by index until there is none.
fn by_index(value: &Value) -> R<Vec<Value>> {
    let len = crate::builtins::len(value)?;
    (0..len).map(|at| value.item(&Value::from(at))).collect()
}

fn sequence_iter(args: &Args) -> R {
    let this = this(args)?.clone();
    let mut at = 0;
    Ok(crate::iter::from_code("generator", move || {
        let item = this.item(&Value::Int(at));
        at += 1;
        match item {
            Ok(item) => Ok(Some(item)),
            Err(raised) if raised.is_a("IndexError") => Ok(None),
            Err(raised) => Err(raised),
        }
    }))
}

fn sequence_reversed(args: &Args) -> R {
    let mut all = by_index(this(args)?)?;
    all.reverse();
    crate::builtins::iter(&crate::func::pos(&[Value::list(all)]))
}

fn sequence_index(args: &Args) -> R {
    let all = by_index(this(args)?)?;
    match crate::list_methods::index(&all, &Args { pos: &args.pos[1..], kw: args.kw }, "list") {
        Err(raised) if raised.is_a("ValueError") => Err(crate::exc::exception("ValueError", vec![])),
        other => other,
    }
}

fn sequence_count(args: &Args) -> R {
    crate::list_methods::count(&to_vec(this(args)?)?, &Args { pos: &args.pos[1..], kw: args.kw })
}

fn append(args: &Args) -> R {
    let this = this(args)?;
    let end = Value::from(crate::builtins::len(this)?);
    this.method("insert", &[end, args.at(1, "append")?.clone()])
}

fn extend(args: &Args) -> R {
    for item in to_vec(args.at(1, "extend")?)? {
        this(args)?.method("append", &[item])?;
    }
    Ok(Value::None)
}

fn in_place_add(args: &Args) -> R {
    this(args)?.method("extend", &[args.at(1, "__iadd__")?.clone()])?;
    this(args).cloned()
}

fn sequence_pop(args: &Args) -> R {
    let at = args.opt(1, "index").unwrap_or(Value::Int(-1));
    let value = this(args)?.item(&at)?;
    this(args)?.del_item(&at)?;
    Ok(value)
}

fn sequence_remove(args: &Args) -> R {
    let at = this(args)?.method("index", &[args.at(1, "remove")?.clone()])?;
    this(args)?.del_item(&at)?;
    Ok(Value::None)
}

fn sequence_clear(args: &Args) -> R {
    while crate::builtins::len(this(args)?)? > 0 {
        this(args)?.method("pop", &[])?;
    }
    Ok(Value::None)
}

fn reverse(args: &Args) -> R {
    let mut all = by_index(this(args)?)?;
    all.reverse();
    for (at, item) in all.into_iter().enumerate() {
        this(args)?.set_item(Value::from(at), item)?;
    }
    Ok(Value::None)
}

fn self_iter(args: &Args) -> R {
    this(args).cloned()
}

mod sets {
    use super::*;

    /// A set of the class of `this`.
    fn made(this: &Value, items: Vec<Value>) -> R {
        let class = Value::Class(crate::class::class_of(this));
        match crate::attr::get_opt(&class, "_from_iterable")? {
            Some(make) => make.call(&[Value::list(items)]),
            None => class.call(&[Value::list(items)]),
        }
    }

    fn is_set(value: &Value) -> R<bool> {
        crate::class::isinstance(value, &Value::Class(builtin_class("Set")))
    }

    fn kept(from: &Value, other: &Value, inside: bool) -> R<Vec<Value>> {
        let mut out = vec![];
        for item in to_vec(from)? {
            if other.contains(&item)? == inside {
                out.push(item);
            }
        }
        Ok(out)
    }

    fn within(a: &Value, b: &Value) -> R<bool> {
        Ok(crate::builtins::len(a)? <= crate::builtins::len(b)? && kept(a, b, false)?.is_empty())
    }

    fn compare(args: &Args, test: fn(&Value, &Value) -> R<bool>) -> R {
        let other = args.at(1, "comparison")?;
        if !is_set(other)? {
            return Ok(Value::NotImplemented);
        }
        test(this(args)?, other).map(Value::Bool)
    }

    pub fn le(args: &Args) -> R {
        compare(args, within)
    }

    pub fn lt(args: &Args) -> R {
        compare(args, |a, b| Ok(within(a, b)? && !within(b, a)?))
    }

    pub fn ge(args: &Args) -> R {
        compare(args, |a, b| within(b, a))
    }

    pub fn gt(args: &Args) -> R {
        compare(args, |a, b| Ok(within(b, a)? && !within(a, b)?))
    }

    pub fn eq(args: &Args) -> R {
        compare(args, |a, b| Ok(within(a, b)? && within(b, a)?))
    }

    fn combine(args: &Args, pick: fn(&Value, &Value) -> R<Vec<Value>>) -> R {
        let (this, other) = (this(args)?, args.at(1, "operator")?);
        let other = if is_set(other)? {
            other.clone()
        } else if crate::attr::get_opt(other, "__iter__")?.is_some() {
            Value::list(to_vec(other)?)
        } else {
            return Ok(Value::NotImplemented);
        };
        made(this, pick(this, &other)?)
    }

    pub fn and(args: &Args) -> R {
        combine(args, |a, b| kept(b, a, true))
    }

    pub fn or(args: &Args) -> R {
        combine(args, |a, b| Ok([to_vec(a)?, kept(b, a, false)?].concat()))
    }

    pub fn sub(args: &Args) -> R {
        combine(args, |a, b| kept(a, b, false))
    }

    pub fn xor(args: &Args) -> R {
        combine(args, |a, b| Ok([kept(a, b, false)?, kept(b, a, false)?].concat()))
    }

    pub fn isdisjoint(args: &Args) -> R {
        Ok(Value::Bool(kept(args.at(1, "isdisjoint")?, this(args)?, true)?.is_empty()))
    }

    pub fn remove(args: &Args) -> R {
        let value = args.at(1, "remove")?;
        if !this(args)?.contains(value)? {
            return Err(crate::exc::exception("KeyError", vec![value.clone()]));
        }
        this(args)?.method("discard", std::slice::from_ref(value))
    }

    pub fn pop(args: &Args) -> R {
        let Some(first) = to_vec(this(args)?)?.into_iter().next() else {
            return Err(crate::exc::exception("KeyError", vec![]));
        };
        this(args)?.method("discard", std::slice::from_ref(&first))?;
        Ok(first)
    }

    pub fn clear(args: &Args) -> R {
        for item in to_vec(this(args)?)? {
            this(args)?.method("discard", &[item])?;
        }
        Ok(Value::None)
    }

    fn change(args: &Args, name: Name, pick: fn(&Value, &Value) -> R<Vec<Value>>) -> R {
        let this = this(args)?;
        for item in pick(this, args.at(1, "operator")?)? {
            this.method(name, &[item])?;
        }
        Ok(this.clone())
    }

    pub fn in_or(args: &Args) -> R {
        change(args, "add", |_, b| to_vec(b))
    }

    pub fn in_sub(args: &Args) -> R {
        change(args, "discard", |_, b| to_vec(b))
    }

    pub fn in_and(args: &Args) -> R {
        change(args, "discard", |a, b| kept(a, b, false))
    }
}

const MAPPING: &[(Name, NativeCode)] = &[
    ("get", get),
    ("__contains__", has_key),
    ("keys", keys),
    ("values", values),
    ("items", items),
    ("__eq__", mapping_eq),
];
const MUTABLE_MAPPING: &[(Name, NativeCode)] =
    &[("pop", pop), ("popitem", popitem), ("clear", clear), ("update", update), ("setdefault", setdefault)];
const SEQUENCE: &[(Name, NativeCode)] = &[
    ("__contains__", sequence_contains),
    ("__iter__", sequence_iter),
    ("__reversed__", sequence_reversed),
    ("index", sequence_index),
    ("count", sequence_count),
];
const MUTABLE_SEQUENCE: &[(Name, NativeCode)] = &[
    ("append", append),
    ("extend", extend),
    ("__iadd__", in_place_add),
    ("pop", sequence_pop),
    ("remove", sequence_remove),
    ("clear", sequence_clear),
    ("reverse", reverse),
];
const SET: &[(Name, NativeCode)] = &[
    ("__le__", sets::le),
    ("__lt__", sets::lt),
    ("__ge__", sets::ge),
    ("__gt__", sets::gt),
    ("__eq__", sets::eq),
    ("__and__", sets::and),
    ("__rand__", sets::and),
    ("__or__", sets::or),
    ("__ror__", sets::or),
    ("__sub__", sets::sub),
    ("__xor__", sets::xor),
    ("__rxor__", sets::xor),
    ("isdisjoint", sets::isdisjoint),
];
const MUTABLE_SET: &[(Name, NativeCode)] = &[
    ("remove", sets::remove),
    ("pop", sets::pop),
    ("clear", sets::clear),
    ("__ior__", sets::in_or),
    ("__isub__", sets::in_sub),
    ("__iand__", sets::in_and),
];

fn view_init(args: &Args) -> R {
    let mapping = args.at(1, "__init__")?;
    if let Value::Obj(object) = this(args)? {
        object.attrs.set("_mapping", mapping.clone());
    }
    Ok(Value::None)
}

/// The mapping behind an instance of a view's class, seen as `name` says.
fn view_of(args: &Args, name: Name) -> R<View> {
    let held = match this(args)? {
        Value::Obj(object) => object.attrs.get("_mapping"),
        _ => None,
    };
    Ok(View { mapping: held.unwrap_or(Value::None), name })
}

fn view_len(args: &Args) -> R {
    let mapping = view_of(args, "KeysView")?.mapping;
    Ok(Value::from(crate::builtins::len(&mapping)?))
}

fn view_repr(args: &Args) -> R {
    let mapping = view_of(args, "KeysView")?.mapping;
    let name = crate::class::class_of(this(args)?).name;
    Ok(Value::str(format!("{name}({})", crate::repr::repr(&mapping)?)))
}

fn view_set(args: &Args) -> R {
    crate::construct::set(&crate::func::pos(args.pos.last().map_or(&[], std::slice::from_ref)))
}

fn view_iter(args: &Args, name: Name) -> R {
    Ok(view_of(args, name)?.one_by_one()?.into_value("generator"))
}

fn view_contains(args: &Args, name: Name) -> R {
    let view = view_of(args, name)?;
    let wanted = args.at(1, "__contains__")?;
    match view.contains(wanted) {
        Some(found) => Ok(Value::Bool(found?)),
        None => Ok(Value::Bool(false)),
    }
}

const VIEW: &[(Name, NativeCode)] = &[("__init__", view_init), ("__len__", view_len), ("__repr__", view_repr)];

const KEYS_VIEW: &[(Name, NativeCode)] = &[
    ("_from_iterable", view_set),
    ("__contains__", |args| view_contains(args, "KeysView")),
    ("__iter__", |args| view_iter(args, "KeysView")),
];

const ITEMS_VIEW: &[(Name, NativeCode)] = &[
    ("_from_iterable", view_set),
    ("__contains__", |args| view_contains(args, "ItemsView")),
    ("__iter__", |args| view_iter(args, "ItemsView")),
];

const VALUES_VIEW: &[(Name, NativeCode)] =
    &[("__contains__", |args| view_contains(args, "ValuesView")), ("__iter__", |args| view_iter(args, "ValuesView"))];

/// A class of `collections.abc` with its methods: bases, methods, names that a class must define.
type Described = (&'static [Name], &'static [(Name, NativeCode)], &'static [Name]);

fn described(name: Name) -> Option<Described> {
    Some(match name {
        "Iterable" => (&["object"], &[], &["__iter__"]),
        "Container" => (&["object"], &[], &["__contains__"]),
        "Sized" => (&["object"], &[], &["__len__"]),
        "Hashable" => (&["object"], &[], &["__hash__"]),
        "Callable" => (&["object"], &[], &["__call__"]),
        "Iterator" => (&["Iterable"], &[("__iter__", self_iter)], &["__next__"]),
        "Collection" => (&["Sized", "Iterable", "Container"], &[], &[]),
        "Mapping" => (&["Collection"], MAPPING, &["__getitem__"]),
        "MutableMapping" => (&["Mapping"], MUTABLE_MAPPING, &["__setitem__", "__delitem__"]),
        "Sequence" => (&["Reversible", "Collection"], SEQUENCE, &["__getitem__"]),
        "MutableSequence" => (&["Sequence"], MUTABLE_SEQUENCE, &["__setitem__", "__delitem__", "insert"]),
        "Set" => (&["Collection"], SET, &[]),
        "MutableSet" => (&["Set"], MUTABLE_SET, &["add", "discard"]),
        "Reversible" => (&["Iterable"], &[], &["__reversed__"]),
        "ByteString" => (&["Sequence"], &[], &[]),
        "MappingView" => (&["Sized"], VIEW, &[]),
        "KeysView" => (&["MappingView", "Set"], KEYS_VIEW, &[]),
        "ItemsView" => (&["MappingView", "Set"], ITEMS_VIEW, &[]),
        "ValuesView" => (&["MappingView", "Collection"], VALUES_VIEW, &[]),
        _ => return None,
    })
}

/// Whether a class is one of these.
pub fn is_one(name: Name) -> bool {
    described(name).is_some()
}

/// Makes a class of `collections.abc`; none for another name.
pub fn describe(name: Name) -> Option<Class> {
    let (bases, methods, required) = described(name)?;
    let bases = bases.iter().map(|base| builtin_class(base)).collect();
    let class = Class::native(name, bases, Layout::Object, None);
    for (method, code) in methods {
        class.set(method, native_method(method, *code));
    }
    for method in required {
        class.set(method, crate::objects::required(method));
    }
    if matches!(name, "Mapping" | "Set") {
        class.set("__hash__", Value::None);
    }
    Some(class)
}
