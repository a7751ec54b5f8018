//! Names of `typing` as values, what subscripts of classes give, unions.

use crate::class::{Class, builtin_class};
use crate::exc::err;
use crate::func::Args;
use crate::names::{NameMap, intern};
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// A name of `typing`: a special form, or another name of a class.
struct Special {
    name: Name,
    class: Option<Rc<Class>>,
}

/// `origin[args]`, or a union.
struct Alias {
    origin: Value,
    args: Vec<Value>,
    /// A union that was written with `|`
    pipe: bool,
}

/// `TypeVar` and its kin.
struct Variable {
    kind: Name,
    name: Name,
    sign: &'static str,
    bound: Value,
    constraints: Vec<Value>,
}

/// `NewType`
struct Distinct {
    name: Name,
    of: Value,
}

thread_local! {
    static NAMES: RefCell<NameMap<Value>> = RefCell::default();
}

/// The class that a name of `typing` is another name of.
fn class_behind(name: Name) -> Option<Name> {
    Some(match name {
        "List" => "list",
        "Dict" => "dict",
        "Set" => "set",
        "FrozenSet" => "frozenset",
        "Tuple" => "tuple",
        "Type" => "type",
        "Deque" => "deque",
        "DefaultDict" => "defaultdict",
        "Counter" => "Counter",
        "OrderedDict" => "OrderedDict",
        "AbstractSet" => "Set",
        "Pattern" => "re.Pattern",
        "Match" => "re.Match",
        "Iterable" | "Iterator" | "Generator" | "Sequence" | "Mapping" | "MutableMapping" | "MutableSequence"
        | "Hashable" | "Sized" | "Collection" | "Container" | "Awaitable" | "Coroutine" | "AsyncIterator"
        | "AsyncIterable" | "AsyncGenerator" | "Reversible" | "MutableSet" | "ItemsView" | "KeysView"
        | "ValuesView" | "MappingView" | "ByteString" | "Callable" => name,
        _ => return None,
    })
}

/// A name of `typing`, one object for each.
pub fn name(name: Name) -> Value {
    if name == "TYPE_CHECKING" {
        return Value::Bool(false);
    }
    if name == "Text" {
        return Value::Class(builtin_class("str"));
    }
    if let Some(known) = NAMES.with_borrow(|all| all.get(name).cloned()) {
        return known;
    }
    let made = match name {
        "AnyStr" => {
            let constraints = vec![Value::Class(builtin_class("bytes")), Value::Class(builtin_class("str"))];
            native(Variable { kind: "TypeVar", name, sign: "~", bound: Value::None, constraints })
        }
        _ => native(Special { name, class: class_behind(name).map(builtin_class) }),
    };
    NAMES.with_borrow_mut(|all| all.insert(name, made.clone()));
    made
}

/// `TypeVar(name, …)`, `ParamSpec(name)`, `TypeVarTuple(name)`
///
/// # Errors
/// `TypeError` when it has no name.
pub fn variable(kind: Name, args: &Args) -> R {
    let Some(Value::Str(name)) = args.opt(0, "name") else {
        return err("TypeError", format!("{kind}() takes a name"));
    };
    let set = |name: Name| args.kwarg(name).map_or(Ok(false), |v| v.truth());
    let sign = match (set("covariant")?, set("contravariant")?) {
        _ if kind == "TypeVarTuple" => "",
        (true, _) => "+",
        (_, true) => "-",
        _ => "~",
    };
    let bound = args.kwarg("bound").unwrap_or(Value::None);
    let constraints = args.pos.get(1..).unwrap_or_default().to_vec();
    Ok(native(Variable { kind, name: intern(name.as_str()), sign, bound, constraints }))
}

/// `NewType(name, class)`
///
/// # Errors
/// `TypeError` when arguments are missing.
pub fn new_type(args: &Args) -> R {
    let name = args.at(0, "NewType")?.as_str().map(intern).unwrap_or_default();
    Ok(native(Distinct { name, of: args.at(1, "NewType")?.clone() }))
}

/// `cast(class, value)`, `overload(f)` and others that give back their last argument.
///
/// # Errors
/// `TypeError` without arguments.
pub fn last(args: &Args) -> R {
    match args.pos.last() {
        Some(value) => Ok(value.clone()),
        None => err("TypeError", "missing 1 required positional argument"),
    }
}

/// `get_origin(alias)`
///
/// # Errors
/// `TypeError` without arguments.
pub fn get_origin(args: &Args) -> R {
    let of = args.at(0, "get_origin")?;
    Ok(match (downcast::<Alias>(of), downcast::<Special>(of)) {
        (Some(alias), _) => alias.shown_origin(),
        (_, Some(Special { class: Some(class), .. })) => Value::Class(class.clone()),
        _ => Value::None,
    })
}

/// `get_args(alias)`
///
/// # Errors
/// `TypeError` without arguments.
pub fn get_args(args: &Args) -> R {
    let Some(alias) = downcast::<Alias>(args.at(0, "get_args")?) else { return Ok(Value::tuple(vec![])) };
    if alias.class().is_some_and(|c| c.name == "Callable") && alias.args.len() == 2 {
        return Ok(Value::tuple(alias.args.clone()));
    }
    Ok(alias.attribute_args())
}

/// `get_type_hints(function)`: of functions whose annotations are values.
///
/// # Errors
/// What reading the annotations raises.
pub fn get_type_hints(args: &Args) -> R {
    let of = args.at(0, "get_type_hints")?;
    let unknown = || crate::run::hole("batuta: PY0203 these type hints need a Python interpreter at run time");
    if !matches!(of, Value::Func(_) | Value::Bound(_)) {
        return unknown();
    }
    let notes = crate::attr::get_attr(of, "__annotations__")?;
    let Value::Dict(notes) = &notes else { return unknown() };
    let mut out = vec![];
    for (name, value) in notes.borrow().pairs() {
        match value {
            Value::Str(_) => return unknown(),
            Value::None => out.push((name, none_type())),
            other => out.push((name, other)),
        }
    }
    crate::construct::dict_of(out)
}

fn none_type() -> Value {
    Value::Class(builtin_class("NoneType"))
}

fn is_union(value: &Value) -> bool {
    downcast::<Special>(value).is_some_and(|s| s.name == "Union")
}

/// A union: flat, without doubles; one member alone is no union.
fn union(members: &[Value], pipe: bool) -> R {
    let mut out: Vec<Value> = vec![];
    for member in members {
        let parts = match downcast::<Alias>(member).filter(|a| is_union(&a.origin)) {
            Some(inner) => inner.args.clone(),
            None if member.is_none() => vec![none_type()],
            None if member.as_str().is_some() => vec![native(Forward(intern(member.as_str().unwrap_or_default())))],
            None => vec![member.clone()],
        };
        for part in parts {
            if !out.iter().any(|known| known.is_eq(&part).unwrap_or(false)) {
                out.push(part);
            }
        }
    }
    match &out[..] {
        [] => err("TypeError", "Cannot take a Union of no types."),
        [one] => Ok(one.clone()),
        _ => Ok(native(Alias { origin: name("Union"), args: out, pipe })),
    }
}

/// `a | b` of classes and of what `typing` makes of them; none when one is something else.
///
/// # Errors
/// None that a program can cause.
pub fn either(a: &Value, b: &Value) -> Option<R> {
    let fits = |v: &Value| matches!(v, Value::None | Value::Class(_)) || is_form(v);
    if !fits(a) || !fits(b) || a.is_none() && b.is_none() {
        return None;
    }
    let plain = |v: &Value| match downcast::<Alias>(v) {
        Some(alias) if is_union(&alias.origin) => alias.pipe,
        Some(alias) => matches!(alias.origin, Value::Class(_)) && alias.named().is_none(),
        None => matches!(v, Value::None | Value::Class(_)),
    };
    Some(union(&[a.clone(), b.clone()], plain(a) && plain(b)))
}

fn is_form(value: &Value) -> bool {
    let Value::Native(it) = value else { return false };
    it.get::<Alias>().is_some()
        || it.get::<Special>().is_some()
        || it.get::<Variable>().is_some()
        || it.get::<Distinct>().is_some()
        || it.get::<Forward>().is_some()
}

/// `class[key]`
///
/// # Errors
/// `TypeError` when the class takes no arguments.
pub fn of_class(class: &Value, key: &Value) -> R {
    if let Value::Class(known) = class
        && known.is_native()
        && matches!(
            known.name,
            "int" | "float" | "str" | "bool" | "bytes" | "bytearray" | "complex" | "object" | "range"
        )
    {
        return err("TypeError", format!("type '{}' is not subscriptable", known.name));
    }
    Ok(native(Alias { origin: class.clone(), args: parts(key), pipe: false }))
}

/// `GenericAlias(class, arguments)`
///
/// # Errors
/// `TypeError` when arguments are missing.
pub fn generic_alias(args: &Args) -> R {
    let (class, key) = (args.at(0, "GenericAlias")?, args.at(1, "GenericAlias")?);
    Ok(native(Alias { origin: class.clone(), args: parts(key), pipe: false }))
}

fn parts(key: &Value) -> Vec<Value> {
    match key {
        Value::Tuple(all) => all.to_vec(),
        one => vec![one.clone()],
    }
}

/// What stands for a class in a list of bases; nothing for special forms without one.
pub fn base(value: &Value) -> Option<Option<Rc<Class>>> {
    match (downcast::<Alias>(value), downcast::<Special>(value)) {
        (Some(alias), _) => alias.class().map(Some),
        (_, Some(special)) => match special.name {
            "Any" => Some(None),
            _ => special.class.clone().map(Some),
        },
        _ => None,
    }
}

/// `isinstance(value, form)`, or `issubclass`; none when it is none of these objects.
pub fn holds(form: &Value, test: &dyn Fn(&Value) -> R<bool>, subclass: bool) -> Option<R<bool>> {
    if let Some(alias) = downcast::<Alias>(form) {
        if !is_union(&alias.origin) {
            let text = match alias.origin {
                Value::Class(_) if alias.named().is_none() && subclass => {
                    "issubclass() argument 2 cannot be a parameterized generic"
                }
                Value::Class(_) if alias.named().is_none() => {
                    "isinstance() argument 2 cannot be a parameterized generic"
                }
                _ => "Subscripted generics cannot be used with class and instance checks",
            };
            return Some(err("TypeError", text));
        }
        for member in &alias.args {
            match test(member) {
                Ok(false) => {}
                other => return Some(other),
            }
        }
        return Some(Ok(false));
    }
    let special = downcast::<Special>(form)?;
    if let Some(class) = &special.class {
        return Some(test(&Value::Class(class.clone())));
    }
    let function = if subclass { "issubclass" } else { "isinstance" };
    Some(match special.name {
        "Any" => err("TypeError", format!("typing.Any cannot be used with {function}()")),
        _ if special.name.starts_with("Supports") || matches!(special.name, "IO" | "TextIO" | "BinaryIO") => {
            crate::run::hole("batuta: PY0102 a protocol of `typing` in `isinstance` is not in the runtime")
        }
        name => err("TypeError", format!("typing.{name} cannot be used with {function}()")),
    })
}

/// A part as `repr` of the whole shows it.
fn shown(part: &Value) -> R<String> {
    Ok(match part {
        Value::Class(_) => {
            let text = crate::repr::repr(part)?;
            match text.split('\'').nth(1) {
                Some(name) => name.to_string(),
                None => text,
            }
        }
        Value::Ellipsis => "...".to_string(),
        Value::List(all) => {
            let all = all.borrow().iter().map(shown).collect::<R<Vec<_>>>()?;
            format!("[{}]", all.join(", "))
        }
        other => crate::repr::repr(other)?,
    })
}

impl Alias {
    fn class(&self) -> Option<Rc<Class>> {
        match &self.origin {
            Value::Class(class) => Some(class.clone()),
            other => downcast::<Special>(other)?.class.clone(),
        }
    }

    /// The name in `typing` that was subscripted.
    fn named(&self) -> Option<Name> {
        downcast::<Special>(&self.origin).map(|s| s.name)
    }

    fn shown_origin(&self) -> Value {
        match self.class() {
            Some(class) => Value::Class(class),
            None if self.pipe => Value::Class(builtin_class("UnionType")),
            None => self.origin.clone(),
        }
    }

    /// `__args__`: what a callable takes stands in one row with what it gives.
    fn attribute_args(&self) -> Value {
        if let [Value::List(taken), gives] = &self.args[..]
            && self.class().is_some_and(|c| c.name == "Callable")
        {
            return Value::tuple(taken.borrow().iter().chain([gives]).cloned().collect());
        }
        Value::tuple(self.args.clone())
    }

    fn parameters(&self) -> Vec<Value> {
        let mut out: Vec<Value> = vec![];
        for arg in &self.args {
            let inside = match downcast::<Alias>(arg) {
                Some(inner) => inner.parameters(),
                None if downcast::<Variable>(arg).is_some() => vec![arg.clone()],
                None => vec![],
            };
            inside.into_iter().for_each(|one| {
                if !out.iter().any(|known| known.is(&one)) {
                    out.push(one);
                }
            });
        }
        out
    }

    /// With values in the place of variables.
    fn filled(&self, from: &[Value], to: &[Value]) -> Value {
        let one = |arg: &Value| match from.iter().position(|v| v.is(arg)).and_then(|at| to.get(at)) {
            Some(value) => value.clone(),
            None => match downcast::<Alias>(arg) {
                Some(inner) => inner.filled(from, to),
                None => arg.clone(),
            },
        };
        native(Alias { origin: self.origin.clone(), args: self.args.iter().map(one).collect(), pipe: self.pipe })
    }
}

impl Object for Alias {
    fn type_name(&self) -> Name {
        match self.named() {
            _ if self.pipe => "UnionType",
            Some("Union" | "Optional") => "_UnionGenericAlias",
            Some(_) => "_GenericAlias",
            None => "GenericAlias",
        }
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(Some(match name {
            "__origin__" if self.pipe => return Ok(None),
            "__origin__" => self.shown_origin(),
            "__args__" => self.attribute_args(),
            "__parameters__" => Value::tuple(self.parameters()),
            "__module__" if self.named().is_some() => Value::str("typing"),
            "_name" => self.named().map_or(Value::None, Value::str),
            _ => match self.class() {
                Some(class) => return crate::attr::get_opt(&Value::Class(class), name),
                None if name == "__name__" && !self.pipe => Value::str(self.named().unwrap_or_default()),
                None => return Ok(None),
            },
        }))
    }
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        match self.get_attr(this, name) {
            Ok(None) => None,
            Ok(Some(found)) => Some(crate::call::call(&found, args)),
            Err(raised) => Some(Err(raised)),
        }
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(match (self.named(), self.class()) {
            (Some(name), Some(class)) if class.is_native() && name != "Type" => {
                let made = Value::Class(class);
                crate::call::call(&made, args)
            }
            (_, Some(class)) => crate::call::call(&Value::Class(class), args),
            (name, None) => err("TypeError", format!("Cannot instantiate typing.{}", name.unwrap_or_default())),
        })
    }
    fn repr(&self) -> Option<R<String>> {
        Some((|| {
            if self.pipe {
                let one = |v: &Value| if v.is_eq(&none_type())? { Ok("None".to_string()) } else { shown(v) };
                return Ok(self.args.iter().map(one).collect::<R<Vec<_>>>()?.join(" | "));
            }
            if self.named() == Some("Union") && self.args.len() == 2 {
                let none = none_type();
                if let Some(other) = self.args.iter().position(|v| !v.is_eq(&none).unwrap_or(false))
                    && self.args[1 - other].is_eq(&none)?
                {
                    return Ok(format!("typing.Optional[{}]", shown(&self.args[other])?));
                }
            }
            let of = match self.named() {
                Some(name) => format!("typing.{name}"),
                None => shown(&self.origin)?,
            };
            let args = match (&self.args[..], self.named()) {
                ([], _) => "()".to_string(),
                (all, Some("Literal")) => all.iter().map(crate::repr::repr).collect::<R<Vec<_>>>()?.join(", "),
                ([first, rest @ ..], Some("Annotated")) => {
                    let rest = rest.iter().map(crate::repr::repr).collect::<R<Vec<_>>>()?;
                    [vec![shown(first)?], rest].concat().join(", ")
                }
                (all, _) => all.iter().map(shown).collect::<R<Vec<_>>>()?.join(", "),
            };
            Ok(format!("{of}[{args}]"))
        })())
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let other = downcast::<Alias>(other)?;
        if is_union(&self.origin) && is_union(&other.origin) {
            let inside = |v: &Value| other.args.iter().any(|o| o.is_eq(v).unwrap_or(false));
            return Some(Ok(self.args.len() == other.args.len() && self.args.iter().all(inside)));
        }
        let same = self.origin.is_eq(&other.origin);
        Some(
            same.and_then(|same| Ok(same && Value::tuple(self.args.clone()).is_eq(&Value::tuple(other.args.clone()))?)),
        )
    }
    fn hash(&self) -> Option<R<i64>> {
        Some(match is_union(&self.origin) {
            true => self.args.iter().try_fold(0i64, |sum, arg| Ok(sum.wrapping_add(crate::hash::hash(arg)?))),
            false => {
                let parts = [self.origin.clone()].into_iter();
                crate::hash::hash(&Value::tuple(
                    parts
                        .chain(match self.attribute_args() {
                            Value::Tuple(all) => all.to_vec(),
                            _ => vec![],
                        })
                        .collect(),
                ))
            }
        })
    }
    fn get_item(&self, key: &Value) -> Option<R> {
        let parameters = self.parameters();
        if parameters.is_empty() {
            return Some(self.repr()?.and_then(|text| err("TypeError", format!("{text} is not a generic class"))));
        }
        Some(Ok(self.filled(&parameters, &parts(key))))
    }
    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        or(op, this, other, swapped)
    }
}

fn or(op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
    match (op, swapped) {
        ("__or__", false) => either(this, other),
        ("__or__", true) => either(other, this),
        _ => None,
    }
}

impl Object for Special {
    fn type_name(&self) -> Name {
        "_SpecialForm"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(match (name, &self.class) {
            ("__name__" | "_name" | "__qualname__", _) => Some(Value::str(self.name)),
            ("__module__", _) => Some(Value::str("typing")),
            ("__origin__", Some(class)) => Some(Value::Class(class.clone())),
            (_, Some(class)) => crate::attr::get_opt(&Value::Class(class.clone()), name)?,
            _ => None,
        })
    }
    fn call(&self, _: &Value, _: &Args) -> Option<R> {
        Some(match &self.class {
            Some(class) => {
                let text = format!("Type {} cannot be instantiated; use {}() instead", self.name, class.name);
                err("TypeError", text)
            }
            None if self.name == "Any" => err("TypeError", "Any cannot be instantiated"),
            None => err("TypeError", format!("Cannot instantiate typing.{}", self.name)),
        })
    }
    fn repr(&self) -> Option<R<String>> {
        Some(Ok(format!("typing.{}", self.name)))
    }
    fn get_item(&self, key: &Value) -> Option<R> {
        let args = parts(key);
        Some(match self.name {
            "Union" => union(&args, false),
            "Optional" => union(&[key.clone(), Value::None], false),
            "Any" | "NoReturn" | "Never" | "Self" | "LiteralString" | "TypeAlias" => {
                err("TypeError", format!("typing.{} is not subscriptable", self.name))
            }
            "Literal" | "Annotated" => Ok(native(Alias { origin: name(self.name), args, pipe: false })),
            special => {
                let one = |v: &Value| match v {
                    Value::None => none_type(),
                    Value::Str(text) => native(Forward(intern(text.as_str()))),
                    other => other.clone(),
                };
                let args = args.iter().map(one).collect();
                Ok(native(Alias { origin: name(special), args, pipe: false }))
            }
        })
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        downcast::<Special>(other).map(|other| Ok(self.name == other.name))
    }
    fn hash(&self) -> Option<R<i64>> {
        Some(crate::hash::hash(&Value::str(self.name)))
    }
    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        or(op, this, other, swapped)
    }
}

/// A name that was not there yet.
struct Forward(Name);

impl Object for Forward {
    fn type_name(&self) -> Name {
        "ForwardRef"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok((name == "__forward_arg__").then(|| Value::str(self.0)))
    }
    fn repr(&self) -> Option<R<String>> {
        Some(crate::repr::repr(&Value::str(self.0)).map(|text| format!("ForwardRef({text})")))
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        downcast::<Forward>(other).map(|other| Ok(self.0 == other.0))
    }
    fn hash(&self) -> Option<R<i64>> {
        Some(crate::hash::hash(&Value::str(self.0)))
    }
    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        or(op, this, other, swapped)
    }
}

impl Object for Variable {
    fn type_name(&self) -> Name {
        self.kind
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(Some(match name {
            "__name__" => Value::str(self.name),
            "__bound__" => self.bound.clone(),
            "__constraints__" => Value::tuple(self.constraints.clone()),
            "__covariant__" => Value::Bool(self.sign == "+"),
            "__contravariant__" => Value::Bool(self.sign == "-"),
            _ => return Ok(None),
        }))
    }
    fn repr(&self) -> Option<R<String>> {
        Some(Ok(format!("{}{}", self.sign, self.name)))
    }
    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        or(op, this, other, swapped)
    }
}

impl Object for Distinct {
    fn type_name(&self) -> Name {
        "NewType"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(Some(match name {
            "__name__" | "__qualname__" => Value::str(self.name),
            "__supertype__" => self.of.clone(),
            _ => return Ok(None),
        }))
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(args.at(0, self.name).cloned())
    }
    fn repr(&self) -> Option<R<String>> {
        Some(Ok(format!("__main__.{}", self.name)))
    }
    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        or(op, this, other, swapped)
    }
}
