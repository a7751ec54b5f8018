//! Functions: signatures, binding of arguments, native functions, bound methods.

use crate::attrs::Attrs;
use crate::exc::err;
use crate::names::{intern, same};
use crate::native::{Object, native};
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// Arguments of a call.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// By position.
    pub pos: &'a [Value],
    /// By name.
    pub kw: &'a [(Name, Value)],
}

/// A function of this crate.
pub type NativeCode = fn(&Args) -> R;

/// The code of a converted function that takes one value per parameter as a slice.
pub type Code = Box<dyn Fn(&[Value]) -> R>;

/// The code of a converted function.
pub trait Callable {
    /// Calls with one value per parameter.
    ///
    /// # Errors
    /// What the body raises.
    fn call(&self, args: &[Value]) -> R;
    /// Calls with the first value apart.
    ///
    /// # Errors
    /// What the body raises.
    fn call_with(&self, first: &Value, rest: &[Value]) -> R;
}

impl Callable for Code {
    fn call(&self, args: &[Value]) -> R {
        self(args)
    }

    fn call_with(&self, first: &Value, rest: &[Value]) -> R {
        let all: Vec<Value> = std::iter::once(first).chain(rest).cloned().collect();
        self(&all)
    }
}

/// Code with as many parameters as `N` says.
struct Fixed<F, N>(F, std::marker::PhantomData<fn(N)>);

/// Positional arguments only.
pub fn pos(args: &[Value]) -> Args<'_> {
    Args { pos: args, kw: &[] }
}

impl<'a> Args<'a> {
    /// No arguments.
    pub fn none() -> Args<'static> {
        Args { pos: &[], kw: &[] }
    }

    /// The keyword argument `name`.
    pub fn kwarg(&self, name: Name) -> Option<Value> {
        self.kw.iter().find(|(key, _)| same(key, name)).map(|(_, value)| value.clone())
    }

    /// The argument at `index`, or with the name `name`.
    pub fn opt(&self, index: usize, name: Name) -> Option<Value> {
        self.pos.get(index).cloned().or_else(|| self.kwarg(name))
    }

    /// A required argument by position.
    ///
    /// # Errors
    /// `TypeError` when it is missing.
    pub fn at(&self, index: usize, function: Name) -> R<&'a Value> {
        match self.pos.get(index) {
            Some(value) => Ok(value),
            None => {
                let (expected, got) = (index + 1, self.pos.len());
                let s = if expected == 1 { "" } else { "s" };
                err("TypeError", format!("{function} expected at least {expected} argument{s}, got {got}"))
            }
        }
    }

    /// Checks the number of positional arguments and that there are no keywords.
    ///
    /// # Errors
    /// `TypeError` when they do not fit.
    pub fn exactly(&self, function: Name, least: usize, most: usize) -> R<()> {
        let got = self.pos.len();
        if !self.kw.is_empty() {
            return err("TypeError", format!("{function}() takes no keyword arguments"));
        }
        if (least..=most).contains(&got) {
            return Ok(());
        }
        if least == most {
            let text = match least {
                0 => format!("{function}() takes no arguments ({got} given)"),
                1 => format!("{function}() takes exactly one argument ({got} given)"),
                _ => format!("{function} expected {least} arguments, got {got}"),
            };
            return err("TypeError", text);
        }
        let (bound, n) = if got < least { ("at least", least) } else { ("at most", most) };
        let s = if n == 1 { "" } else { "s" };
        err("TypeError", format!("{function} expected {bound} {n} argument{s}, got {got}"))
    }
}

/// How a parameter takes its argument.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Take {
    Positional,
    Both,
    Keyword,
    Rest,
    Keywords,
}

struct Param {
    name: Name,
    take: Take,
    default: Value,
}

/// A converted function.
pub struct Function {
    /// Its name.
    pub name: Name,
    /// Its name with the names of the scopes around it.
    pub qualname: Name,
    params: Vec<Param>,
    simple: bool,
    /// Whether the code itself counts its calls.
    counts: std::cell::Cell<bool>,
    code: Box<dyn Callable>,
    /// `__doc__`, `__wrapped__`, own attributes.
    pub attrs: Attrs,
}

/// A function of this crate as a value.
pub struct NativeFn {
    /// Its name.
    pub name: Name,
    /// Whether it takes the instance when found in a class.
    pub method: bool,
    /// The code.
    pub function: NativeCode,
}

/// A method with its receiver.
pub struct Bound {
    /// What stands before the dot.
    pub receiver: Value,
    /// The function, or [`Value::Unbound`] for a method of a built-in type.
    pub function: Value,
    /// The name of the method.
    pub name: Name,
}

/// Code that can be wrapped as a function value; `N` parameters.
pub trait IntoCode<N> {
    /// The uniform form.
    fn into_code(self) -> Box<dyn Callable>;
}

fn wrong_number() -> R {
    err("SystemError", "wrong number of parameters")
}

impl<F: Fn() -> R + 'static> IntoCode<[(); 0]> for F {
    fn into_code(self) -> Box<dyn Callable> {
        let code: Code = Box::new(move |args| if args.is_empty() { self() } else { wrong_number() });
        Box::new(code)
    }
}

macro_rules! into_code {
    ($first:ident: Value $(, $name:ident: $value:ident)*; $n:ty) => {
        impl<F: Fn(Value, $($value),*) -> R> Callable for Fixed<F, $n> {
            fn call(&self, args: &[Value]) -> R {
                match args {
                    [$first, $($name),*] => (self.0)($first.clone(), $($name.clone()),*),
                    _ => wrong_number(),
                }
            }

            fn call_with(&self, $first: &Value, rest: &[Value]) -> R {
                match rest {
                    [$($name),*] => (self.0)($first.clone(), $($name.clone()),*),
                    _ => wrong_number(),
                }
            }
        }

        impl<F: Fn(Value, $($value),*) -> R + 'static> IntoCode<$n> for F {
            fn into_code(self) -> Box<dyn Callable> {
                Box::new(Fixed(self, std::marker::PhantomData))
            }
        }
    };
}
into_code!(a: Value; [(); 1]);
into_code!(a: Value, b: Value; [(); 2]);
into_code!(a: Value, b: Value, c: Value; [(); 3]);
into_code!(a: Value, b: Value, c: Value, d: Value; [(); 4]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value; [(); 5]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value; [(); 6]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value; [(); 7]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value; [(); 8]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value; [(); 9]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value; [(); 10]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value; [(); 11]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value; [(); 12]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value; [(); 13]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value; [(); 14]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value; [(); 15]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value; [(); 16]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value; [(); 17]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value, r: Value; [(); 18]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value, r: Value, s: Value; [(); 19]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value, r: Value, s: Value, t: Value; [(); 20]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value, r: Value, s: Value, t: Value, u: Value; [(); 21]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value, r: Value, s: Value, t: Value, u: Value, v: Value; [(); 22]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value, r: Value, s: Value, t: Value, u: Value, v: Value, w: Value; [(); 23]);
into_code!(a: Value, b: Value, c: Value, d: Value, e: Value, f: Value, g: Value, h: Value, i: Value, j: Value, k: Value, l: Value, m: Value, n: Value, o: Value, p: Value, q: Value, r: Value, s: Value, t: Value, u: Value, v: Value, w: Value, x: Value; [(); 24]);

/// A function value. `signature` lists parameters as Python writes them, `=` standing for a default value;
/// `defaults` has a value for each `=`.
pub fn def<N>(
    qualname: Name,
    signature: &str,
    defaults: impl IntoIterator<Item = Value>,
    code: impl IntoCode<N>,
) -> Value {
    make(qualname, signature, defaults.into_iter().collect(), code.into_code())
}

/// As [`def`], for code that takes all parameters as a slice.
pub fn def_slice(qualname: Name, signature: &str, defaults: Vec<Value>, code: Code) -> Value {
    make(qualname, signature, defaults, Box::new(code))
}

fn make(qualname: Name, signature: &str, defaults: Vec<Value>, code: Box<dyn Callable>) -> Value {
    let name = qualname.rsplit('.').next().unwrap_or(qualname);
    let params = parse_signature(signature, defaults);
    let simple = params.iter().all(|p| matches!(p.take, Take::Positional | Take::Both));
    Value::Func(Rc::new(Function {
        name,
        qualname,
        params,
        simple,
        counts: std::cell::Cell::new(false),
        code,
        attrs: Attrs::default(),
    }))
}

/// Marks a function whose code counts its calls itself.
pub fn counted(function: Value) -> Value {
    if let Value::Func(f) = &function {
        f.counts.set(true);
    }
    function
}

/// Notes the class of a parameter's annotation.
pub fn annotated(function: Value, (name, class): (Name, Value)) -> Value {
    if let Value::Func(f) = &function {
        let mut notes = crate::dict::Dict::default();
        notes.set_name(name, class);
        f.attrs.set("__first_note__", Value::dict(notes));
    }
    function
}

/// As [`def`], with a docstring.
pub fn documented(function: Value, doc: &str) -> Value {
    if let Value::Func(f) = &function {
        f.attrs.set("__doc__", Value::str(doc));
    }
    function
}

fn parse_signature(text: &str, defaults: Vec<Value>) -> Vec<Param> {
    let mut defaults = defaults.into_iter();
    let mut params: Vec<Param> = vec![];
    let mut take = Take::Both;
    for word in text.split(',').map(str::trim).filter(|w| !w.is_empty()) {
        if word == "/" {
            params.iter_mut().for_each(|p| p.take = Take::Positional);
        } else if word == "*" {
            take = Take::Keyword;
        } else if let Some(name) = word.strip_prefix("**") {
            params.push(Param { name: intern(name), take: Take::Keywords, default: Value::Unbound });
        } else if let Some(name) = word.strip_prefix('*') {
            params.push(Param { name: intern(name), take: Take::Rest, default: Value::Unbound });
            take = Take::Keyword;
        } else if let Some(name) = word.strip_suffix('=') {
            params.push(Param { name: intern(name), take, default: defaults.next().unwrap_or(Value::None) });
        } else {
            params.push(Param { name: intern(word), take, default: Value::Unbound });
        }
    }
    params
}

/// A function of this crate as a value.
pub fn native_fn(name: Name, function: NativeCode) -> Value {
    Value::NativeFn(Rc::new(NativeFn { name, method: false, function }))
}

/// A method of a class of this crate.
pub fn native_method(name: Name, function: NativeCode) -> Value {
    Value::NativeFn(Rc::new(NativeFn { name, method: true, function }))
}

impl Function {
    /// Calls with arguments as written at the call.
    ///
    /// # Errors
    /// `TypeError` when they do not fit the parameters, and what the body raises.
    pub fn call(&self, args: &Args) -> R {
        let _frame = self.enter()?;
        self.run(args)
    }

    #[inline]
    fn enter(&self) -> R<Option<crate::run::Frame>> {
        if self.counts.get() { Ok(None) } else { crate::run::enter().map(Some) }
    }

    /// `__defaults__`
    pub fn defaults(&self) -> Value {
        let plain = |p: &&Param| matches!(p.take, Take::Positional | Take::Both) && !p.default.is_unbound();
        let values: Vec<Value> = self.params.iter().filter(plain).map(|p| p.default.clone()).collect();
        if values.is_empty() { Value::None } else { Value::tuple(values) }
    }

    /// Each parameter: its name, how it takes its argument as `inspect` counts that, whether it has a default value, and which.
    pub fn parameters(&self) -> Value {
        let one = |p: &Param| {
            let kind = match p.take {
                Take::Positional => 0,
                Take::Both => 1,
                Take::Rest => 2,
                Take::Keyword => 3,
                Take::Keywords => 4,
            };
            let known = !p.default.is_unbound();
            let default = if known { p.default.clone() } else { Value::None };
            Value::tuple(vec![Value::str(p.name), Value::Int(kind), Value::Bool(known), default])
        };
        Value::list(self.params.iter().map(one).collect())
    }

    /// `__kwdefaults__`
    pub fn keyword_defaults(&self) -> Value {
        let mut out = crate::dict::Dict::default();
        for p in self.params.iter().filter(|p| matches!(p.take, Take::Keyword) && !p.default.is_unbound()) {
            out.set_name(p.name, p.default.clone());
        }
        if out.is_empty() { Value::None } else { Value::dict(out) }
    }

    fn run(&self, args: &Args) -> R {
        if self.simple && args.kw.is_empty() && args.pos.len() == self.params.len() {
            return self.code.call(args.pos);
        }
        self.code.call(&self.bind(args)?)
    }

    /// Calls with a receiver before the arguments.
    ///
    /// # Errors
    /// As [`Function::call`].
    pub fn call_with(&self, receiver: &Value, args: &Args) -> R {
        let _frame = self.enter()?;
        if self.simple && args.kw.is_empty() && args.pos.len() + 1 == self.params.len() {
            return self.code.call_with(receiver, args.pos);
        }
        let all: Vec<Value> = std::iter::once(receiver).chain(args.pos).cloned().collect();
        self.run(&Args { pos: &all, kw: args.kw })
    }

    fn bind(&self, args: &Args) -> R<Vec<Value>> {
        let positional = self.params.iter().filter(|p| matches!(p.take, Take::Positional | Take::Both)).count();
        let mut values: Vec<Value> = vec![Value::Unbound; self.params.len()];
        let mut slot = 0;
        let mut extra = vec![];
        for value in args.pos {
            while slot < self.params.len() && !matches!(self.params[slot].take, Take::Positional | Take::Both) {
                slot += 1;
            }
            if slot < self.params.len() {
                values[slot] = value.clone();
                slot += 1;
            } else {
                extra.push(value.clone());
            }
        }
        let has_rest = self.params.iter().any(|p| p.take == Take::Rest);
        if !extra.is_empty() && !has_rest {
            return self.too_many(positional, args);
        }
        let mut keywords = crate::dict::Dict::default();
        for (name, value) in args.kw {
            let found =
                self.params.iter().position(|p| same(p.name, name) && matches!(p.take, Take::Both | Take::Keyword));
            match found {
                Some(at) if values[at].is_unbound() => values[at] = value.clone(),
                Some(_) => {
                    let f = self.qualname;
                    return err("TypeError", format!("{f}() got multiple values for argument '{name}'"));
                }
                None if self.params.iter().any(|p| p.take == Take::Keywords) => keywords.set_name(name, value.clone()),
                None if self.params.iter().any(|p| p.take == Take::Positional && same(p.name, name)) => {
                    let f = self.qualname;
                    let named = |p: &&Param| p.take == Take::Positional && args.kw.iter().any(|(k, _)| same(k, p.name));
                    let all: Vec<&str> = self.params.iter().filter(named).map(|p| p.name).collect();
                    let all = all.join(", ");
                    let text = format!("{f}() got some positional-only arguments passed as keyword arguments: '{all}'");
                    return err("TypeError", text);
                }
                None => {
                    let f = self.qualname;
                    return err("TypeError", format!("{f}() got an unexpected keyword argument '{name}'"));
                }
            }
        }
        for (param, value) in self.params.iter().zip(&mut values) {
            match param.take {
                Take::Rest => *value = Value::tuple(std::mem::take(&mut extra)),
                Take::Keywords => *value = Value::dict(std::mem::take(&mut keywords)),
                _ if value.is_unbound() => *value = param.default.clone(),
                _ => {}
            }
        }
        self.check_missing(&values)?;
        Ok(values)
    }

    fn check_missing(&self, values: &[Value]) -> R<()> {
        for keyword in [false, true] {
            let missing: Vec<String> = self
                .params
                .iter()
                .zip(values)
                .filter(|(p, v)| v.is_unbound() && (p.take == Take::Keyword) == keyword)
                .map(|(p, _)| format!("'{}'", p.name))
                .collect();
            if missing.is_empty() {
                continue;
            }
            let (n, s) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
            let kind = if keyword { "keyword-only" } else { "positional" };
            let names = match &missing[..] {
                [one] => one.clone(),
                [a, b] => format!("{a} and {b}"),
                [first @ .., last] => format!("{}, and {last}", first.join(", ")),
                [] => String::new(),
            };
            let f = self.qualname;
            return err("TypeError", format!("{f}() missing {n} required {kind} argument{s}: {names}"));
        }
        Ok(())
    }

    fn too_many<T>(&self, most: usize, args: &Args) -> R<T> {
        let given = args.pos.len();
        let with_default = self
            .params
            .iter()
            .filter(|p| matches!(p.take, Take::Positional | Take::Both) && !p.default.is_unbound())
            .count();
        let takes = if with_default > 0 { format!("from {} to {most}", most - with_default) } else { most.to_string() };
        let s = if most == 1 && with_default == 0 { "" } else { "s" };
        let by_name = |p: &&Param| p.take == Take::Keyword && args.kw.iter().any(|(k, _)| same(k, p.name));
        let named = self.params.iter().filter(by_name).count();
        if named > 0 {
            let (a, b) = (if given == 1 { "" } else { "s" }, if named == 1 { "" } else { "s" });
            let f = self.qualname;
            let given = format!("{given} positional argument{a} (and {named} keyword-only argument{b})");
            return err("TypeError", format!("{f}() takes {takes} positional argument{s} but {given} were given"));
        }
        let was = if given == 1 { "was" } else { "were" };
        let f = self.qualname;
        err("TypeError", format!("{f}() takes {takes} positional argument{s} but {given} {was} given"))
    }
}

/// `staticmethod` object.
pub struct StaticMethod(pub Value);
/// `classmethod` object.
pub struct ClassMethod(pub Value);
/// `property` object: getter, setter, deleter.
pub struct Property(pub Value, pub Value, pub Value);

impl Object for StaticMethod {
    fn type_name(&self) -> Name {
        "staticmethod"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        Some(crate::call::call(&self.0, args))
    }
}
impl Object for ClassMethod {
    fn type_name(&self) -> Name {
        "classmethod"
    }
}
impl Object for Property {
    fn type_name(&self) -> Name {
        "property"
    }
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "fget" => Some(self.0.clone()),
            "__doc__" => crate::attr::get_opt(&self.0, "__doc__")?,
            "setter" | "deleter" | "getter" => {
                Some(Value::Bound(Rc::new(Bound { receiver: this.clone(), function: Value::Unbound, name })))
            }
            _ => None,
        })
    }
    fn call_method(&self, _: &Value, name: Name, args: &Args) -> Option<R> {
        let new = args.pos.first()?.clone();
        let (get, set, delete) = (self.0.clone(), self.1.clone(), self.2.clone());
        Some(Ok(native(match name {
            "setter" => Property(get, new, delete),
            "deleter" => Property(get, set, new),
            "getter" => Property(new, set, delete),
            _ => return None,
        })))
    }
}

/// The function behind a class method or a static method.
pub fn unwrap_class_method(value: &Value) -> Value {
    if let Value::Native(object) = value {
        if let Some(ClassMethod(inner)) = object.get() {
            return inner.clone();
        }
        if let Some(StaticMethod(inner)) = object.get() {
            return inner.clone();
        }
    }
    value.clone()
}

/// The parameters of a converted function, for `inspect`; `None` for anything else.
///
/// # Errors
/// `TypeError` without arguments.
pub fn _parameters(args: &Args) -> R {
    Ok(match args.at(0, "signature")? {
        Value::Func(f) => f.parameters(),
        _ => Value::None,
    })
}
