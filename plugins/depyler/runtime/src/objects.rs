//! What every object inherits from `object`, and exceptions from `BaseException`.

use crate::attr::{del_attr, get_plain, set_plain};
use crate::class::{Class, Instance, Layout};
use crate::exc::err;
use crate::func::{Args, NativeCode, Property, native_method};
use crate::names::intern;
use crate::native::downcast;
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// A method that `object` defines.
pub fn method(name: Name) -> Option<Value> {
    let code: NativeCode = match name {
        "__init__" => init,
        "__new__" => new,
        "__repr__" => repr,
        "__str__" => str,
        "__eq__" => eq,
        "__ne__" => ne,
        "__hash__" => hash,
        "__setattr__" => setattr,
        "__getattribute__" => getattribute,
        "__delattr__" => delattr,
        "__format__" => format,
        "__init_subclass__" | "__class_getitem__" => nothing,
        "__sizeof__" => sizeof,
        "__dir__" => dir,
        _ => return None,
    };
    Some(native_method(name, code))
}

/// What `super().name` finds behind the last class that is written in Python.
pub fn builtin_super(class: &Rc<Class>, name: Name) -> Option<Value> {
    match (name, class.layout) {
        ("__init__", _)
        | ("__new__", _)
        | ("__init_subclass__", _)
        | ("__setattr__", _)
        | ("__getattribute__", _)
        | ("__delattr__", _) => method(name),
        (_, Layout::Object) => method(name),
        (_, Layout::Exception) => method(name),
        // A built-in base has its own method of that name; the payload answers.
        ("__repr__" | "__str__" | "__eq__" | "__hash__" | "__ne__" | "__format__", _) => {
            Some(crate::methods::unbound("payload", name))
        }
        _ => None,
    }
}

/// `object.__init__`, `BaseException.__init__` and the filling ones of `list`, `dict` and `set`.
///
/// # Errors
/// `TypeError` when the arguments cannot be iterated.
pub fn init(args: &Args) -> R {
    let (this, rest) =
        args.pos.split_first().ok_or_else(|| crate::exc::new("TypeError", "__init__() needs an argument"))?;
    let Value::Obj(object) = this else { return Ok(Value::None) };
    let rest = Args { pos: rest, kw: args.kw };
    let payload = object.payload.borrow().clone();
    match object.class.layout {
        Layout::Exception => *object.payload.borrow_mut() = Value::tuple(rest.pos.to_vec()),
        Layout::List | Layout::Set if !rest.pos.is_empty() => {
            let name = if object.class.layout == Layout::List { "extend" } else { "update" };
            crate::methods::call(&payload, name, &rest)?;
        }
        Layout::Dict if !rest.pos.is_empty() || !rest.kw.is_empty() => {
            crate::methods::call(&payload, "update", &rest)?;
        }
        Layout::Object if !rest.pos.is_empty() && object.class.lookup("__new__").is_none() => {
            return err("TypeError", "object.__init__() takes exactly one argument (the instance to initialize)");
        }
        _ => {}
    }
    Ok(Value::None)
}

fn new(args: &Args) -> R {
    match args.pos {
        [Value::Class(class), rest @ ..] => crate::call::allocate(class, &Args { pos: rest, kw: args.kw }),
        _ => err("TypeError", "object.__new__(X): X is not a type object"),
    }
}

fn this<'a>(args: &Args<'a>) -> R<&'a Value> {
    args.at(0, "method")
}

fn repr(args: &Args) -> R {
    Ok(Value::str(crate::repr::default_repr(this(args)?)?))
}

fn str(args: &Args) -> R {
    Ok(Value::str(match this(args)? {
        Value::Obj(object) if object.class.is_exception() => crate::exc::message(object)?,
        other => crate::repr::repr(other)?,
    }))
}

fn eq(args: &Args) -> R {
    Ok(if this(args)?.is(args.at(1, "__eq__")?) { Value::Bool(true) } else { Value::NotImplemented })
}

fn ne(args: &Args) -> R {
    Ok(Value::Bool(!crate::compare::eq(this(args)?, args.at(1, "__ne__")?)?))
}

fn hash(args: &Args) -> R {
    Ok(Value::Int(this(args)?.id() >> 4))
}

fn name_of(args: &Args) -> R<Name> {
    match args.at(1, "__setattr__")? {
        Value::Str(name) => Ok(intern(name.as_str())),
        _ => err("TypeError", "attribute name must be string"),
    }
}

fn setattr(args: &Args) -> R {
    let (object, name, value) = (this(args)?, name_of(args)?, args.at(2, "__setattr__")?.clone());
    match object {
        Value::Obj(instance) => set_plain(object, instance, name, value)?,
        Value::Class(class) => class.set(name, value),
        _ => crate::attr::set_attr(object, name, value)?,
    }
    Ok(Value::None)
}

fn delattr(args: &Args) -> R {
    match this(args)? {
        object @ Value::Obj(_) => crate::attr::del_plain(object, name_of(args)?).map(|()| Value::None),
        object => del_attr(object, name_of(args)?).map(|()| Value::None),
    }
}

fn getattribute(args: &Args) -> R {
    let (object, name) = (this(args)?, name_of(args)?);
    match object {
        Value::Obj(instance) => match get_plain(object, instance, name)? {
            Some(value) => Ok(value),
            None => err("AttributeError", format!("'{}' object has no attribute '{name}'", instance.class.name)),
        },
        _ => crate::attr::get_attr(object, name),
    }
}

fn format(args: &Args) -> R {
    let spec = crate::repr::str_of(args.at(1, "__format__")?)?;
    crate::format::format(&Value::str(crate::repr::str_of(this(args)?)?), &spec).map(Value::from)
}

fn nothing(_: &Args) -> R {
    Ok(Value::None)
}

fn sizeof(_: &Args) -> R {
    Ok(Value::Int(48))
}

fn dir(args: &Args) -> R {
    crate::builtins::dir(args)
}

/// Whether `abc.abstractmethod` marked it.
pub fn is_abstract(value: &Value) -> bool {
    match value {
        Value::Func(function) => function.attrs.get("__isabstractmethod__").is_some(),
        Value::Native(_) => {
            let inner = crate::func::unwrap_class_method(value);
            match downcast::<Property>(value) {
                Some(property) => is_abstract(&property.0) || is_abstract(&property.1),
                None => matches!(&inner, Value::Func(_)) && is_abstract(&inner),
            }
        }
        _ => false,
    }
}

/// A method that a class must define.
pub fn required(name: Name) -> Value {
    let function = crate::func::def(name, "self", vec![], |_: Value| Ok(Value::None));
    if let Value::Func(inner) = &function {
        inner.attrs.set("__isabstractmethod__", Value::Bool(true));
    }
    function
}

/// Methods of exceptions.
///
/// # Errors
/// `AttributeError` for another name.
pub fn exception_method(object: &Rc<Instance>, name: Name, args: &Args) -> R {
    match name {
        "with_traceback" => Ok(Value::Obj(object.clone())),
        "add_note" => {
            let notes = object.attrs.get("__notes__").unwrap_or_else(|| Value::list(vec![]));
            object.attrs.set("__notes__", notes.clone());
            crate::methods::call(&notes, "append", args)
        }
        _ => err("AttributeError", format!("'{}' object has no attribute '{name}'", object.class.name)),
    }
}

/// `abc.abstractproperty`
///
/// # Errors
/// `TypeError` without function.
pub fn abstractproperty(args: &Args) -> R {
    abstractmethod(args)?;
    crate::construct::property(args)
}

/// `abc.abstractclassmethod`
///
/// # Errors
/// `TypeError` without function.
pub fn abstractclassmethod(args: &Args) -> R {
    abstractmethod(args)?;
    crate::construct::classmethod(args)
}

/// `abc.abstractstaticmethod`
///
/// # Errors
/// `TypeError` without function.
pub fn abstractstaticmethod(args: &Args) -> R {
    abstractmethod(args)?;
    crate::construct::staticmethod(args)
}

/// `abc.abstractmethod`
///
/// # Errors
/// `TypeError` without function.
pub fn abstractmethod(args: &Args) -> R {
    let function = args.at(0, "abstractmethod")?;
    if let Value::Func(inner) = function {
        inner.attrs.set("__isabstractmethod__", Value::Bool(true));
    }
    Ok(function.clone())
}

/// The frames of an exception, which are not known.
struct Trace;

impl crate::native::Object for Trace {
    fn type_name(&self) -> Name {
        "traceback"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        if name.starts_with("tb_") {
            crate::run::hole("batuta: PY0212 the frames of a traceback are known to an interpreter only")
        }
        Ok(None)
    }
}

/// A traceback, whose frames nobody can read.
pub fn trace() -> Value {
    crate::native::native(Trace)
}

/// A module of the library, or of the project.
struct Module {
    name: Name,
    names: Vec<ModuleName>,
    /// Of the project: its documentation, and whether it is a package.
    own: Option<(Option<Name>, bool)>,
}

impl Module {
    /// An attribute of a module of the project.
    fn own_attr(&self, name: Name, doc: Option<Name>) -> R<Option<Value>> {
        match self.names.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => match value() {
                Ok(value) => Ok(Some(value)),
                Err(raised) if raised.is_a("NameError") => Ok(None),
                Err(raised) => Err(raised),
            },
            None => Ok(match name {
                "__name__" => Some(Value::str(self.name)),
                "__doc__" => Some(doc.map_or(Value::None, Value::str)),
                _ if DUNDERS.contains(&name) || name == "__dict__" => Some(hidden()),
                _ => None,
            }),
        }
    }

    fn own_names(&self, package: bool) -> impl Iterator<Item = Name> {
        let dunders = DUNDERS.iter().copied().chain(package.then_some("__path__"));
        dunders.chain(self.names.iter().map(|(name, _)| *name))
    }
}

/// What every module has.
const DUNDERS: [Name; 8] =
    ["__name__", "__doc__", "__package__", "__loader__", "__spec__", "__file__", "__cached__", "__builtins__"];

/// Something that a converted program knows nothing of; a program that looks at it stops.
struct Hidden;

impl crate::native::Object for Hidden {
    fn type_name(&self) -> Name {
        "module"
    }
    fn get_attr(&self, _: &Value, _: Name) -> R<Option<Value>> {
        crate::run::hole("batuta: PY0104 this part of a module is not known in a converted program")
    }
    fn call_method(&self, this: &Value, name: Name, _: &Args) -> Option<R> {
        self.get_attr(this, name).err().map(Err)
    }
    fn repr(&self) -> Option<R<String>> {
        crate::run::hole("batuta: PY0104 this part of a module is not known in a converted program")
    }
}

/// A part of a module that is not known.
pub fn hidden() -> Value {
    crate::native::native(Hidden)
}

/// The names of a module of the project that have a value, with their values; none for another object.
///
/// # Errors
/// What reading them raises.
pub fn module_names(value: &Value) -> R<Option<Vec<(Name, Value)>>> {
    let Some(module) = crate::native::downcast::<Module>(value) else { return Ok(None) };
    let Some((doc, package)) = module.own else { return Ok(None) };
    let mut out = vec![];
    for name in module.own_names(package) {
        if let Some(value) = module.own_attr(name, doc)? {
            out.push((name, value));
        }
    }
    Ok(Some(out))
}

/// A module of the project as a value.
pub fn own_module(name: Name, doc: Option<Name>, package: bool, names: &[ModuleName]) -> Value {
    kept(name, || Module { name, names: names.to_vec(), own: Some((doc, package)) })
}

thread_local! {
    /// Modules that were used as values, which are the same objects at each use.
    static MODULES: std::cell::RefCell<Vec<(Name, Value)>> = const { std::cell::RefCell::new(vec![]) };
}

/// A name of a module and what gives its value.
pub type ModuleName = (Name, fn() -> R);

impl crate::native::Object for Module {
    fn type_name(&self) -> Name {
        "module"
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        if let Some((doc, _)) = self.own {
            return match self.own_attr(name, doc)? {
                Some(value) => Ok(Some(value)),
                None => err("AttributeError", format!("module '{}' has no attribute '{name}'", self.name)),
            };
        }
        match self.names.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => value().map(Some),
            None if name == "__name__" => Ok(Some(Value::str(self.name))),
            None if name.starts_with("__") => {
                crate::run::hole(&format!("batuta: PY0102 `{}.{name}` is not in the runtime", self.name))
            }
            None => err("AttributeError", format!("module '{}' has no attribute '{name}'", self.name)),
        }
    }
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        match self.get_attr(this, name) {
            Ok(Some(function)) => Some(crate::call::call(&function, args)),
            Ok(None) => None,
            Err(raised) => Some(Err(raised)),
        }
    }
    fn set_attr(&self, _: Name, _: &Value) -> bool {
        crate::run::hole("batuta: PY0104 a module's names are not set from outside in a converted program")
    }
    fn repr(&self) -> Option<R<String>> {
        crate::run::hole("batuta: PY0104 the text of a module is not known in a converted program")
    }
}

/// A module of the library as a value.
pub fn module(name: Name, names: &[ModuleName]) -> Value {
    kept(name, || Module { name, names: names.to_vec(), own: None })
}

fn kept(name: Name, make: impl FnOnce() -> Module) -> Value {
    MODULES.with_borrow_mut(|all| match all.iter().find(|(known, _)| *known == name) {
        Some((_, module)) => module.clone(),
        None => {
            let made = crate::native::native(make());
            all.push((name, made.clone()));
            made
        }
    })
}
