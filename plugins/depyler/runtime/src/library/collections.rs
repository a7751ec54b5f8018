//! `collections`

use crate::class::{Class, Instance, Layout, builtin_class, class_of};
use crate::dict::Dict;
use crate::exc::err;
use crate::func::{Args, ClassMethod, Property, def, def_slice, native_method};
use crate::iter::Iteration;
use crate::names::intern;
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Methods of `deque`.
pub const DEQUE: &[Name] = &[
    "append",
    "appendleft",
    "pop",
    "popleft",
    "extend",
    "extendleft",
    "rotate",
    "clear",
    "copy",
    "count",
    "remove",
    "reverse",
    "index",
    "insert",
    "maxlen",
];

struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Option<usize>,
}

impl Deque {
    fn push(&self, value: Value, left: bool) {
        let mut items = self.items.borrow_mut();
        if left {
            items.push_front(value);
        } else {
            items.push_back(value);
        }
        if self.most.is_some_and(|most| items.len() > most) {
            if left {
                items.pop_back()
            } else {
                items.pop_front()
            };
        }
    }

    fn all(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    fn at(&self, key: &Value) -> R<usize> {
        let n = match key {
            Value::Slice(_) => return err("TypeError", "sequence index must be integer, not 'slice'"),
            key => crate::item::index(key, "sequence")?,
        };
        let len = self.items.borrow().len() as i64;
        let n = if n < 0 { n + len } else { n };
        if n < 0 || n >= len { err("IndexError", "deque index out of range") } else { Ok(n as usize) }
    }

    fn extend(&self, args: &Args, left: bool) -> R {
        for item in crate::iter::to_vec(args.at(0, "extend")?)? {
            self.push(item, left);
        }
        Ok(Value::None)
    }
}

impl Object for Deque {
    fn type_name(&self) -> Name {
        "deque"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok((name == "maxlen").then(|| self.most.map_or(Value::None, Value::from)))
    }
    fn call_method(&self, _: &Value, name: Name, args: &Args) -> Option<R> {
        let popped = |value: Option<Value>| value.map_or_else(|| err("IndexError", "pop from an empty deque"), Ok);
        Some(match name {
            "append" => args.at(0, name).map(|v| self.push(v.clone(), false)).map(Value::from),
            "appendleft" => args.at(0, name).map(|v| self.push(v.clone(), true)).map(Value::from),
            "pop" => popped(self.items.borrow_mut().pop_back()),
            "popleft" => popped(self.items.borrow_mut().pop_front()),
            "extend" => self.extend(args, false),
            "extendleft" => self.extend(args, true),
            "clear" => {
                let old = std::mem::take(&mut *self.items.borrow_mut());
                drop(old);
                Ok(Value::None)
            }
            "copy" | "__copy__" => Ok(native(Deque { items: self.items.clone(), most: self.most })),
            "reverse" => {
                self.items.borrow_mut().make_contiguous().reverse();
                Ok(Value::None)
            }
            "rotate" => {
                let n = args.pos.first().map_or(Ok(1), |n| crate::item::index(n, "int"));
                n.map(|n| {
                    let mut items = self.items.borrow_mut();
                    let len = items.len();
                    if len > 0 {
                        items.rotate_right(n.rem_euclid(len as i64) as usize);
                    }
                    Value::None
                })
            }
            "count" => crate::list_methods::count(&self.all(), args),
            "index" => crate::list_methods::index(&self.all(), args, "deque"),
            "insert" => args.at(0, name).and_then(|n| crate::item::index(n, "int")).map(|n| {
                let len = self.items.borrow().len() as i64;
                let n = if n < 0 { (n + len).max(0) } else { n.min(len) };
                self.items.borrow_mut().insert(n as usize, args.pos.get(1).cloned().unwrap_or(Value::None));
                Value::None
            }),
            "remove" => {
                let found = crate::list_methods::index(&self.all(), args, "list");
                match found {
                    Ok(Value::Int(n)) => {
                        self.items.borrow_mut().remove(n as usize);
                        Ok(Value::None)
                    }
                    Err(raised) if raised.is_a("ValueError") => err("ValueError", "deque.remove(x): x not in deque"),
                    other => other,
                }
            }
            _ => return None,
        })
    }
    fn iter(&self, this: &Value) -> Option<R<Iteration>> {
        let (this, mut at, len) = (this.clone(), 0, self.items.borrow().len());
        Some(Ok(Iteration::Code(Box::new(move || {
            let Some(deque) = downcast::<Deque>(&this) else { return Ok(None) };
            if deque.items.borrow().len() != len {
                return err("RuntimeError", "deque mutated during iteration");
            }
            at += 1;
            Ok(deque.items.borrow().get(at - 1).cloned())
        }))))
    }
    fn len(&self) -> Option<usize> {
        Some(self.items.borrow().len())
    }
    fn repr(&self) -> Option<R<String>> {
        let most = self.most.map_or(String::new(), |n| format!(", maxlen={n}"));
        Some(crate::repr::join(&self.all()).map(|items| format!("deque([{items}]{most})")))
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let other: &Deque = downcast(other)?;
        Some(Value::list(self.all()).is_eq(&Value::list(other.all())))
    }
    fn hash(&self) -> Option<R<i64>> {
        Some(err("TypeError", "unhashable type: 'collections.deque'"))
    }
    fn get_item(&self, key: &Value) -> Option<R> {
        Some(self.at(key).map(|n| self.items.borrow()[n].clone()))
    }
    fn set_item(&self, key: &Value, value: Value) -> Option<R<()>> {
        Some(self.at(key).map(|n| self.items.borrow_mut()[n] = value))
    }
    fn del_item(&self, key: &Value) -> Option<R<()>> {
        Some(self.at(key).map(|n| drop(self.items.borrow_mut().remove(n))))
    }
    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        match op {
            "__iadd__" => {
                Some(self.extend(&Args { pos: std::slice::from_ref(other), kw: &[] }, false).map(|_| this.clone()))
            }
            "__lt__" | "__le__" | "__gt__" | "__ge__" if !swapped => {
                let other: &Deque = downcast(other)?;
                let (a, b) = (Value::list(self.all()), Value::list(other.all()));
                let held = match op {
                    "__lt__" => a.is_lt(&b),
                    "__le__" => a.is_le(&b),
                    "__gt__" => a.is_gt(&b),
                    _ => a.is_ge(&b),
                };
                Some(held.map(Value::Bool))
            }
            "__add__" if !swapped => {
                let other: &Deque = downcast(other)?;
                let items = self.all().into_iter().chain(other.all()).collect();
                Some(Ok(native(Deque { items: RefCell::new(items), most: self.most })))
            }
            "__mul__" => {
                let Value::Int(times) = other else { return None };
                let made = native(Deque { items: RefCell::default(), most: self.most });
                let all = self.all();
                let filled = (0..*times).try_for_each(|_| {
                    let items = [Value::list(all.clone())];
                    downcast::<Deque>(&made)
                        .map_or(Ok(()), |d| d.extend(&Args { pos: &items, kw: &[] }, false).map(drop))
                });
                Some(filled.map(|()| made))
            }
            _ => None,
        }
    }
}

/// `collections.deque(items, maxlen)`
///
/// # Errors
/// `TypeError` when it cannot be iterated.
pub fn deque(args: &Args) -> R {
    let most = match args.opt(1, "maxlen").filter(|n| !n.is_none()) {
        Some(n) => Some(crate::item::index(&n, "maxlen")?.max(0) as usize),
        None => None,
    };
    let deque = Deque { items: RefCell::default(), most };
    if let Some(items) = args.opt(0, "iterable").filter(|v| !v.is_none()) {
        deque.extend(&Args { pos: &[items], kw: &[] }, false)?;
    }
    Ok(native(deque))
}

/// The classes that derive from `dict`.
pub fn describe(name: Name) -> Class {
    let class = Class::native(name, vec![builtin_class("dict")], Layout::Dict, None);
    let methods: &[(Name, crate::func::NativeCode)] = match name {
        "Counter" => &[
            ("__init__", counter_init),
            ("__missing__", |_| Ok(Value::Int(0))),
            ("update", counter_update),
            ("subtract", counter_subtract),
            ("most_common", most_common),
            ("elements", elements),
            ("total", |args| crate::builtins::sum(&Args { pos: &[args.pos[0].method("values", &[])?], kw: &[] })),
            ("__add__", |args| combine(args, |a, b| a.add(b))),
            ("__sub__", |args| combine(args, |a, b| a.sub(b))),
            ("__and__", |args| combine(args, |a, b| Ok(if a.is_lt(b)? { a.clone() } else { b.clone() }))),
            ("__or__", |args| combine(args, |a, b| Ok(if a.is_gt(b)? { a.clone() } else { b.clone() }))),
            ("__pos__", |args| combine(&Args { pos: &[args.pos[0].clone(), empty()], kw: &[] }, |a, b| a.add(b))),
            ("__neg__", |args| combine(&Args { pos: &[empty(), args.pos[0].clone()], kw: &[] }, |a, b| a.sub(b))),
            ("__le__", |args| counter_compare(args, |a, b| a.is_le(b))),
            ("__ge__", |args| counter_compare(args, |a, b| a.is_ge(b))),
            ("__eq__", counter_eq),
            ("__lt__", |args| counter_strict(args, |a, b| a.is_le(b))),
            ("__gt__", |args| counter_strict(args, |a, b| a.is_ge(b))),
            ("__isub__", |args| {
                counter_subtract(args)?;
                keep_positive(&args.pos[0])?;
                Ok(args.pos[0].clone())
            }),
            ("__iadd__", |args| {
                counter_update(args)?;
                keep_positive(&args.pos[0])?;
                Ok(args.pos[0].clone())
            }),
            ("copy", |args| Value::Class(builtin_class("Counter")).call(&args.pos[..1])),
        ],
        "defaultdict" => &[
            ("__init__", default_init),
            ("__missing__", default_missing),
            ("copy", |args| {
                Value::Class(builtin_class("defaultdict"))
                    .call(&[args.pos[0].attr("default_factory")?, args.pos[0].clone()])
            }),
            ("__or__", merged),
            ("__ror__", merged_behind),
        ],
        _ => &[
            ("copy", |args| Value::Class(class_of(&args.pos[0])).call(&args.pos[..1])),
            ("__or__", merged),
            ("__ror__", merged_behind),
            ("move_to_end", move_to_end),
            ("popitem", ordered_popitem),
            ("__reversed__", |args| {
                Ok(Iteration::Ready(crate::iter::to_vec(&args.pos[0].plain())?).into_value("odict_iterator"))
            }),
        ],
    };
    for (method, code) in methods {
        class.attrs.set(method, native_method(method, *code));
    }
    class
}

fn dict_of<'a>(args: &Args<'a>) -> R<(&'a Value, Rc<RefCell<Dict>>)> {
    let this = args.at(0, "method")?;
    match this.plain() {
        Value::Dict(dict) => Ok((this, dict)),
        _ => err("TypeError", "a dict is needed"),
    }
}

fn empty() -> Value {
    Value::dict(Dict::default())
}

fn counter_init(args: &Args) -> R {
    counter_update(args)
}

fn count_all(args: &Args, sign: i64) -> R {
    let (_, dict) = dict_of(args)?;
    let add = |key: Value, n: Value| -> R<()> {
        let n = if sign < 0 { n.neg()? } else { n };
        let old = dict.borrow().get(&key)?;
        let total = match old {
            Some(old) => old.add(&n)?,
            None => n,
        };
        dict.borrow_mut().set(key, total)?;
        Ok(())
    };
    if let Some(other) = args.pos.get(1).filter(|v| !v.is_none()) {
        if let Value::Dict(pairs) = other.plain() {
            let pairs = pairs.borrow().pairs();
            for (key, n) in pairs {
                add(key, n)?;
            }
        } else {
            let mut items = crate::iter::iter(other)?;
            while let Some(item) = items.next()? {
                add(item, Value::Int(1))?;
            }
        }
    }
    for (name, n) in args.kw {
        add(Value::str(*name), n.clone())?;
    }
    Ok(Value::None)
}

fn counter_update(args: &Args) -> R {
    count_all(args, 1)
}

fn counter_subtract(args: &Args) -> R {
    count_all(args, -1)
}

fn by_count(dict: &Dict) -> R<Vec<(Value, Value)>> {
    let pairs: Vec<Value> = dict.pairs().into_iter().map(|(k, n)| Value::tuple(vec![n, k])).collect();
    let key = def("key", "pair", vec![], |pair: Value| pair.item(&Value::Int(0)));
    let (pairs, result) = crate::list_methods::sorted(pairs, Some(key), Some(Value::Bool(true)));
    result?;
    pairs.iter().map(|pair| Ok((pair.item(&Value::Int(1))?, pair.item(&Value::Int(0))?))).collect()
}

fn most_common(args: &Args) -> R {
    let (_, dict) = dict_of(args)?;
    let mut pairs = by_count(&dict.borrow())?;
    if let Some(n) = args.opt(1, "n").filter(|n| !n.is_none()) {
        pairs.truncate(crate::item::index(&n, "int")?.max(0) as usize);
    }
    Ok(Value::list(pairs.into_iter().map(|(k, n)| Value::tuple(vec![k, n])).collect()))
}

fn elements(args: &Args) -> R {
    let (_, dict) = dict_of(args)?;
    let mut out = vec![];
    for (key, n) in dict.borrow().pairs() {
        for _ in 0..crate::item::index(&n, "int")?.max(0) {
            out.push(key.clone());
        }
    }
    Ok(crate::iter::ready(out).into_value("itertools.chain"))
}

/// `a | b` of dictionaries whose class the result keeps.
fn merged(args: &Args) -> R {
    let (this, other) = (args.at(0, "__or__")?, args.at(1, "__or__")?);
    if !matches!(other.plain(), Value::Dict(_)) {
        return Ok(Value::NotImplemented);
    }
    let made = this.method("copy", &[])?;
    made.method("update", std::slice::from_ref(other))?;
    Ok(made)
}

/// `b | a`, where `b` is a plain dictionary.
fn merged_behind(args: &Args) -> R {
    let (this, other) = (args.at(0, "__ror__")?, args.at(1, "__ror__")?);
    if !matches!(other.plain(), Value::Dict(_)) {
        return Ok(Value::NotImplemented);
    }
    let made = this.method("copy", &[])?;
    made.method("clear", &[])?;
    made.method("update", std::slice::from_ref(other))?;
    made.method("update", std::slice::from_ref(this))?;
    Ok(made)
}

/// Removes what is counted no more.
fn keep_positive(counter: &Value) -> R<()> {
    let Value::Dict(dict) = counter.plain() else { return Ok(()) };
    let pairs = dict.borrow().pairs();
    for (key, n) in pairs {
        if !n.is_gt(&Value::Int(0))? {
            dict.borrow_mut().remove(&key)?;
        }
    }
    Ok(())
}

/// Whether a comparison holds for the counts of all keys of two counters.
fn counter_holds(args: &Args, test: fn(&Value, &Value) -> R<bool>) -> R<bool> {
    let (Value::Dict(a), Value::Dict(b)) = (args.at(0, "comparison")?.plain(), args.at(1, "comparison")?.plain())
    else {
        return Ok(false);
    };
    let keys = [a.borrow().keys(), b.borrow().keys()].concat();
    for key in keys {
        let (x, y) = (a.borrow().get(&key)?, b.borrow().get(&key)?);
        if !test(&x.unwrap_or(Value::Int(0)), &y.unwrap_or(Value::Int(0)))? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn counter_compare(args: &Args, test: fn(&Value, &Value) -> R<bool>) -> R {
    let other = args.at(1, "comparison")?;
    if !crate::class::isinstance(other, &Value::Class(builtin_class("Counter")))? {
        return Ok(Value::NotImplemented);
    }
    counter_holds(args, test).map(Value::Bool)
}

fn counter_strict(args: &Args, test: fn(&Value, &Value) -> R<bool>) -> R {
    match counter_compare(args, test)? {
        Value::Bool(true) => Ok(Value::Bool(!counter_holds(args, |a, b| a.is_eq(b))?)),
        other => Ok(other),
    }
}

/// Counters leave out what is counted zero times; a plain dictionary is equal when its items are.
fn counter_eq(args: &Args) -> R {
    match counter_compare(args, |a, b| a.is_eq(b))? {
        Value::NotImplemented => {
            let other = args.at(1, "__eq__")?.plain();
            if !matches!(other, Value::Dict(_)) {
                return Ok(Value::NotImplemented);
            }
            Ok(Value::Bool(args.at(0, "__eq__")?.plain().is_eq(&other)?))
        }
        other => Ok(other),
    }
}

fn combine(args: &Args, code: fn(&Value, &Value) -> R) -> R {
    let (_, a) = dict_of(args)?;
    let Value::Dict(b) = args.at(1, "operand")?.plain() else { return Ok(Value::NotImplemented) };
    let zero = Value::Int(0);
    let mut out = Dict::default();
    for (key, n) in a.borrow().pairs() {
        let other = b.borrow().get(&key)?.unwrap_or(Value::Int(0));
        let total = code(&n, &other)?;
        if total.is_gt(&zero)? {
            out.set(key, total)?;
        }
    }
    for (key, n) in b.borrow().pairs() {
        if a.borrow().get(&key)?.is_none() {
            let total = code(&zero, &n)?;
            if total.is_gt(&zero)? {
                out.set(key, total)?;
            }
        }
    }
    Ok(Value::Obj(Instance::new(builtin_class("Counter"), Value::dict(out))))
}

fn default_init(args: &Args) -> R {
    let (this, dict) = dict_of(args)?;
    let factory = args.pos.get(1).cloned().unwrap_or(Value::None);
    if let Value::Obj(object) = this {
        object.attrs.set("default_factory", factory);
    }
    crate::dict_methods::update(&dict, &Args { pos: args.pos.get(2..).unwrap_or(&[]), kw: args.kw })?;
    Ok(Value::None)
}

fn default_missing(args: &Args) -> R {
    let (this, dict) = dict_of(args)?;
    let key = args.at(1, "__missing__")?;
    let factory = this.attr("default_factory")?;
    if factory.is_none() {
        return Err(crate::exc::exception("KeyError", vec![key.clone()]));
    }
    let value = factory.call(&[])?;
    dict.borrow_mut().set(key.clone(), value.clone())?;
    Ok(value)
}

fn move_to_end(args: &Args) -> R {
    let (_, dict) = dict_of(args)?;
    let key = args.at(1, "move_to_end")?;
    let last = args.opt(2, "last").map_or(Ok(true), |v| v.truth())?;
    let found = dict.borrow_mut().move_to_end(key, last)?;
    if found { Ok(Value::None) } else { Err(crate::exc::exception("KeyError", vec![key.clone()])) }
}

fn ordered_popitem(args: &Args) -> R {
    let (_, dict) = dict_of(args)?;
    let last = args.opt(1, "last").map_or(Ok(true), |v| v.truth())?;
    let found = dict.borrow_mut().pop_end(last);
    match found {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => Err(crate::exc::exception("KeyError", vec![Value::str("dictionary is empty")])),
    }
}

/// Whether a value is an `OrderedDict`: two of them are equal only in the same order.
pub fn is_ordered(value: &Value) -> bool {
    let Value::Obj(object) = value else { return false };
    let is = |class: &Class| class.name == "OrderedDict" && class.is_native();
    is(object.class.as_ref()) || object.class.rest.iter().any(|class| is(class.as_ref()))
}

/// `repr` of instances of the classes here.
pub fn repr_of(value: &Value, object: &Instance) -> Option<R<String>> {
    let is = |name: Name| {
        object.class.name == name && object.class.is_native()
            || object.class.rest.iter().any(|c| c.name == name && c.is_native())
    };
    let Value::Dict(dict) = value.plain() else { return None };
    let name = object.class.name;
    let run = || -> R<String> {
        let dict = dict.borrow();
        if is("Counter") {
            let pairs = by_count(&dict).unwrap_or_else(|_| dict.pairs());
            return Ok(if pairs.is_empty() {
                format!("{name}()")
            } else {
                format!("{name}({})", crate::repr::dict_repr(&pairs)?)
            });
        }
        if is("defaultdict") {
            let factory = crate::repr::repr(&value.attr("default_factory")?)?;
            return Ok(format!("{name}({factory}, {})", crate::repr::dict_repr(&dict.pairs())?));
        }
        if dict.is_empty() {
            return Ok(format!("{name}()"));
        }
        let pairs: Vec<Value> = dict.pairs().into_iter().map(|(k, v)| Value::tuple(vec![k, v])).collect();
        Ok(format!("{name}([{}])", crate::repr::join(&pairs)?))
    };
    (is("Counter") || is("defaultdict") || is("OrderedDict")).then(run)
}

/// `collections.namedtuple(name, fields, defaults)`
///
/// # Errors
/// `TypeError` for wrong arguments.
pub fn namedtuple(args: &Args) -> R {
    let name = intern(&crate::repr::str_of(args.at(0, "namedtuple")?)?);
    let fields: Vec<Name> = match args.at(1, "namedtuple")? {
        Value::Str(text) => text.as_str().replace(',', " ").split_whitespace().map(intern).collect(),
        other => {
            crate::iter::to_vec(other)?.iter().map(|f| crate::repr::str_of(f).map(|f| intern(&f))).collect::<R<_>>()?
        }
    };
    let keywords = "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield";
    let mut seen: Vec<Name> = vec![];
    for field in &fields {
        let word = field.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && field.chars().all(|c| c.is_alphanumeric() || c == '_');
        let text = if !word {
            format!("Type names and field names must be valid identifiers: {}", crate::repr::repr(&Value::str(*field))?)
        } else if keywords.split(' ').any(|keyword| keyword == *field) {
            format!("Type names and field names cannot be a keyword: '{field}'")
        } else if field.starts_with('_') {
            format!("Field names cannot start with an underscore: '{field}'")
        } else if seen.contains(field) {
            format!("Encountered duplicate field name: '{field}'")
        } else {
            seen.push(field);
            continue;
        };
        if !args.kwarg("rename").map_or(Ok(false), |rename| rename.truth())? {
            return err("ValueError", text);
        }
        return crate::run::hole("batuta: PY0206 `rename` of named tuples is not converted");
    }
    let defaults = args.kwarg("defaults").filter(|d| !d.is_none()).map_or(Ok(vec![]), |d| crate::iter::to_vec(&d))?;
    let class = Rc::new(Class::define(name, "__main__", vec![builtin_class("tuple")])?);
    fill_named(&class, &fields, defaults);
    Ok(Value::Class(class))
}

/// `typing.NamedTuple(name, fields)`
///
/// # Errors
/// `TypeError` for wrong arguments.
pub fn named_tuple(args: &Args) -> R {
    let name = args.at(0, "NamedTuple")?.clone();
    let fields = match args.pos.get(1) {
        Some(fields) => {
            let first = |pair: &Value| pair.item(&Value::Int(0));
            crate::iter::to_vec(fields)?.iter().map(first).collect::<R<Vec<_>>>()?
        }
        None => args.kw.iter().map(|(name, _)| Value::str(*name)).collect(),
    };
    namedtuple(&crate::func::pos(&[name, Value::list(fields)]))
}

/// `typing.TypedDict(name, fields)`: a class whose instances are plain dicts.
///
/// # Errors
/// `TypeError` for wrong arguments.
pub fn typed_dict(args: &Args) -> R {
    let name = intern(&crate::repr::str_of(args.at(0, "TypedDict")?)?);
    let class = Rc::new(Class::define(name, "__main__", vec![builtin_class("dict")])?);
    plain_dicts(&class);
    Ok(Value::Class(class))
}

/// Makes calls of a class give plain dicts.
pub fn plain_dicts(class: &Class) {
    fn make(args: &Args) -> R {
        crate::construct::dict(&Args { pos: &args.pos[1..], kw: args.kw })
    }
    class.set("__class_call__", crate::func::native_fn("dict", make));
}

/// `_field_defaults`
fn default_table(fields: &[Name], defaults: &[Value]) -> Value {
    let mut table = Dict::default();
    for (field, default) in fields.iter().zip(defaults) {
        table.set_name(field, default.clone());
    }
    Value::dict(table)
}

/// Gives a class derived from `tuple` named fields.
pub fn fill_named(class: &Rc<Class>, fields: &[Name], defaults: Vec<Value>) {
    let name = class.name;
    let required = fields.len() - defaults.len().min(fields.len());
    let signature: Vec<String> =
        fields.iter().enumerate().map(|(n, f)| if n < required { (*f).to_string() } else { format!("{f}=") }).collect();
    let signature = format!("_cls, {}", signature.join(", "));
    let field_defaults = default_table(&fields[required..], &defaults);
    let make = |class: &Rc<Class>, items: Vec<Value>| Value::Obj(Instance::new(class.clone(), Value::tuple(items)));
    let qualname = intern(&format!("{name}.__new__"));
    let new = def_slice(
        qualname,
        &signature,
        defaults,
        Box::new(move |all| match &all[0] {
            Value::Class(class) => Ok(make(class, all[1..].to_vec())),
            _ => err("TypeError", "a class is needed"),
        }),
    );
    class.set("__new__", new);
    if class.attrs.get("__doc__").is_none_or(|doc| doc.is_none()) {
        class.set("__doc__", Value::str(format!("{name}({})", fields.join(", "))));
    }
    class.set("_field_defaults", field_defaults);
    if class.attrs.get("__match_args__").is_none() {
        class.set("__match_args__", Value::tuple(fields.iter().map(|f| Value::str(*f)).collect()));
    }
    class.set("_fields", Value::tuple(fields.iter().map(|f| Value::str(*f)).collect()));
    for (at, field) in fields.iter().enumerate() {
        let get = def(field, "self", vec![], move |this: Value| this.plain().item(&Value::from(at)));
        class.set(field, native(Property(get, Value::None, Value::None)));
    }
    let names: Vec<Name> = fields.to_vec();
    let shown = names.clone();
    if class.attrs.get("__repr__").is_none() {
        class.set(
            "__repr__",
            def("__repr__", "self", vec![], move |this: Value| {
                let items = crate::iter::to_vec(&this.plain())?;
                let mut parts = vec![];
                for (name, item) in shown.iter().zip(&items) {
                    parts.push(format!("{name}={}", crate::repr::repr(item)?));
                }
                Ok(Value::str(format!("{}({})", class_of(&this).name, parts.join(", "))))
            }),
        );
    }
    let keys = names.clone();
    class.set(
        "_asdict",
        def("_asdict", "self", vec![], move |this: Value| {
            let items = crate::iter::to_vec(&this.plain())?;
            crate::construct::dict_of(keys.iter().map(|k| Value::str(*k)).zip(items))
        }),
    );
    class.set(
        "_replace",
        def("_replace", "self, **changes", vec![], move |this: Value, changes: Value| {
            let mut items = crate::iter::to_vec(&this.plain())?;
            if let Value::Dict(changes) = changes {
                for (key, value) in changes.borrow().pairs() {
                    match names.iter().position(|name| key.as_str() == Some(name)) {
                        Some(at) => items[at] = value,
                        None => {
                            return err(
                                "ValueError",
                                format!("Got unexpected field names: [{}]", crate::repr::repr(&key)?),
                            );
                        }
                    }
                }
            }
            Ok(make(&class_of(&this), items))
        }),
    );
    let made = def("_make", "cls, items", vec![], move |class: Value, items: Value| match class {
        Value::Class(class) => Ok(make(&class, crate::iter::to_vec(&items)?)),
        _ => err("TypeError", "a class is needed"),
    });
    class.set("_make", native(ClassMethod(made)));
}

/// A one-off named tuple, for results of this crate.
///
/// # Errors
/// None in practice.
pub fn named(name: Name, fields: &[Name], items: Vec<Value>) -> R {
    let class = Rc::new(Class::define(name, "__main__", vec![builtin_class("tuple")])?);
    fill_named(&class, fields, vec![]);
    Ok(Value::Obj(Instance::new(class, Value::tuple(items))))
}

/// `fromkeys` of a class derived from `dict`.
pub fn fromkeys(class: &Rc<Class>) -> Value {
    let class = Value::Class(class.clone());
    def("fromkeys", "iterable, value=", vec![Value::None], move |keys: Value, value: Value| {
        if class.attr("__name__")?.as_str() == Some("Counter") {
            return err("NotImplementedError", "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.");
        }
        let made = class.call(&[])?;
        for key in crate::iter::to_vec(&keys)? {
            made.set_item(key, value.clone())?;
        }
        Ok(made)
    })
}
