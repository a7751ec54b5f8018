//! Classes, instances, method resolution order.

use crate::attrs::{Attrs, Keys};
use crate::exc::{err, exception_class};
use crate::func::{Args, NativeCode};
use crate::lookup::Memory;
use crate::names::NameMap;
use crate::value::{Name, R, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// The built-in class whose data an instance carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// Attributes only
    Object,
    /// Arguments of an exception
    Exception,
    /// A value of the built-in class of the same name
    Int,
    /// `float`
    Float,
    /// `str`
    Str,
    /// `list`
    List,
    /// `tuple`
    Tuple,
    /// `dict`
    Dict,
    /// `set`
    Set,
    /// Anything else that is built in
    Other,
}

/// A class.
pub struct Class {
    /// Its name.
    pub name: Name,
    /// Where it was defined; empty for built-in ones.
    pub module: Name,
    /// Direct bases.
    pub bases: Vec<Rc<Class>>,
    /// All classes behind this one in resolution order, this one left out.
    pub rest: Vec<Rc<Class>>,
    /// Own attributes.
    pub attrs: Attrs,
    /// What instances carry.
    pub layout: Layout,
    /// Makes a value of a built-in class.
    pub make: Option<NativeCode>,
    /// Its class, when that is not `type`.
    meta: RefCell<Option<Rc<Class>>>,
    /// The names that instances share.
    pub(crate) keys: Rc<Keys>,
    pub(crate) memory: Memory,
}

/// An instance of a class written in Python, or an exception.
pub struct Instance {
    /// Its class.
    pub class: Rc<Class>,
    /// Its attributes.
    pub attrs: Attrs,
    /// The data of a built-in base; the tuple of arguments of an exception.
    pub payload: RefCell<Value>,
}

thread_local! {
    static BUILTIN: RefCell<NameMap<Rc<Class>>> = RefCell::new(NameMap::default());
    /// Those asked for last, by the address of the name.
    static RECENT: RefCell<Vec<(Name, Rc<Class>)>> = const { RefCell::new(vec![]) };
}

/// The built-in class `name` with its base, made on first use.
pub fn builtin_class(name: Name) -> Rc<Class> {
    let at = crate::lookup::place(name);
    let recent = RECENT.with_borrow(|all| match all.get(at) {
        Some((known, class)) if std::ptr::eq(*known, name) => Some(class.clone()),
        _ => None,
    });
    recent.unwrap_or_else(|| find_builtin(at, name))
}

#[cold]
#[inline(never)]
fn find_builtin(at: usize, name: Name) -> Rc<Class> {
    let known = BUILTIN.with_borrow(|all| all.get(name).cloned());
    let class = known.unwrap_or_else(|| {
        let class = Rc::new(crate::types::describe(name));
        BUILTIN.with_borrow_mut(|all| all.entry(name).or_insert(class).clone())
    });
    RECENT.with_borrow_mut(|all| {
        if all.is_empty() {
            all.resize(crate::lookup::PLACES, ("", class.clone()));
        }
        all[at] = (name, class.clone());
    });
    class
}

impl Class {
    /// A class that is not written in Python.
    pub fn native(name: Name, bases: Vec<Rc<Class>>, layout: Layout, make: Option<NativeCode>) -> Class {
        // The built-in hierarchies have an order.
        let rest = linearise(&bases).unwrap_or_default();
        Class {
            name,
            module: "",
            bases,
            rest,
            attrs: Attrs::default(),
            layout,
            make,
            meta: RefCell::default(),
            keys: Rc::default(),
            memory: Memory::default(),
        }
    }

    /// A class written in Python.
    ///
    /// # Errors
    /// `TypeError` when the bases have no consistent order.
    pub fn define(name: Name, module: Name, bases: Vec<Rc<Class>>) -> R<Class> {
        let bases = if bases.is_empty() { vec![builtin_class("object")] } else { bases };
        let rest = linearise(&bases)?;
        let layout = bases.iter().map(|b| b.layout).find(|l| *l != Layout::Object).unwrap_or(Layout::Object);
        Ok(Class {
            name,
            module,
            bases,
            rest,
            attrs: Attrs::default(),
            layout,
            make: None,
            meta: RefCell::default(),
            keys: Rc::default(),
            memory: Memory::default(),
        })
    }

    /// Its metaclass, when that is not `type`: its own, or that of a base.
    pub fn meta(&self) -> Option<Rc<Class>> {
        self.meta.borrow().clone()
    }

    /// Sets its metaclass.
    pub fn set_meta(&self, meta: Rc<Class>) {
        *self.meta.borrow_mut() = Some(meta);
    }

    /// Its name as messages of errors have it: with the module, where CPython's class is written in C.
    pub fn full_name(&self) -> Name {
        match (self.module, self.name) {
            ("datetime", "date") => "datetime.date",
            ("datetime", "time") => "datetime.time",
            ("datetime", "datetime") => "datetime.datetime",
            ("datetime", "timedelta") => "datetime.timedelta",
            ("datetime", "timezone") => "datetime.timezone",
            ("decimal", "Decimal") => "decimal.Decimal",
            ("", "deque") => "collections.deque",
            ("", "defaultdict") => "collections.defaultdict",
            ("", "OrderedDict") => "collections.OrderedDict",
            (_, name) => name,
        }
    }

    /// Whether it derives from `BaseException`.
    pub fn is_exception(&self) -> bool {
        self.layout == Layout::Exception
    }

    /// Whether it is built in, or comes from this crate.
    pub fn is_native(&self) -> bool {
        self.module.is_empty()
    }

    /// The attribute `name` behind `class` in the resolution order.
    pub fn lookup_after(&self, class: &Class, name: Name) -> Option<Value> {
        let behind = if std::ptr::eq(self, class) {
            &self.rest[..]
        } else {
            let at = self.rest.iter().position(|c| std::ptr::eq(&**c, class))?;
            &self.rest[at + 1..]
        };
        behind.iter().find_map(|class| class.attrs.get(name))
    }

    /// `issubclass(self, other)`
    pub fn derives(self: &Rc<Class>, other: &Rc<Class>) -> bool {
        Rc::ptr_eq(self, other) || self.rest.iter().any(|class| Rc::ptr_eq(class, other))
    }
}

/// C3 linearisation of what stands behind a class with these bases.
fn linearise(bases: &[Rc<Class>]) -> R<Vec<Rc<Class>>> {
    let mut lists: Vec<Vec<Rc<Class>>> =
        bases.iter().map(|base| std::iter::once(base.clone()).chain(base.rest.iter().cloned()).collect()).collect();
    lists.push(bases.to_vec());
    let mut out = vec![];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(out);
        }
        let good = lists
            .iter()
            .map(|list| list[0].clone())
            .find(|candidate| !lists.iter().any(|list| list[1..].iter().any(|class| Rc::ptr_eq(class, candidate))));
        let Some(next) = good else {
            let names: Vec<&str> = bases.iter().map(|b| b.name).collect();
            let names = names.join(", ");
            return err(
                "TypeError",
                format!("Cannot create a consistent method resolution\norder (MRO) for bases {names}"),
            );
        };
        for list in &mut lists {
            list.retain(|class| !Rc::ptr_eq(class, &next));
        }
        out.push(next);
    }
}

impl Instance {
    /// A bare instance.
    pub fn new(class: Rc<Class>, payload: Value) -> Rc<Instance> {
        let attrs = Attrs::shared(&class.keys);
        Rc::new(Instance { class, attrs, payload: RefCell::new(payload) })
    }
}

/// `type(value)`
pub fn class_of(value: &Value) -> Rc<Class> {
    match value {
        Value::Obj(object) => object.class.clone(),
        Value::Class(class) => class.meta().unwrap_or_else(|| builtin_class("type")),
        other => builtin_class(crate::types::type_name(other)),
    }
}

/// `isinstance(value, class)`, where the class may be a tuple of classes.
///
/// # Errors
/// `TypeError` when it is not a class.
pub fn isinstance(value: &Value, class: &Value) -> R<bool> {
    match class {
        Value::Class(wanted) => match crate::meta::hook(class, "__instancecheck__") {
            Some(hook) => crate::call::call_pos(&hook, std::slice::from_ref(value))?.truth(),
            None => Ok(instance_of(value, wanted)),
        },
        Value::Tuple(all) => {
            for class in all.iter() {
                if isinstance(value, class)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        _ => crate::library::typing::holds(class, &|member| isinstance(value, member), false)
            .unwrap_or_else(|| err("TypeError", "isinstance() arg 2 must be a type, a tuple of types, or a union")),
    }
}

fn instance_of(value: &Value, class: &Rc<Class>) -> bool {
    match value {
        Value::Obj(object) if object.class.derives(class) => return true,
        Value::Obj(_) | Value::Class(_) => {}
        _ if class.is_native() && class.name == crate::types::type_name(value) => return true,
        _ => {}
    }
    let own = class_of(value);
    if class.bases.iter().any(|base| base.name == "Protocol" && base.is_native()) && !own.derives(class) {
        return has_members(value, class);
    }
    own.derives(class)
        || crate::meta::registered(&own, class)
        || class.is_native() && crate::types::abstract_instance(value, class.name)
}

/// Whether a value has what a protocol names.
fn has_members(value: &Value, protocol: &Rc<Class>) -> bool {
    let mut wanted: Vec<Name> = vec![];
    for class in std::iter::once(protocol).chain(&protocol.rest).filter(|class| !class.is_native()) {
        for (name, member) in class.attrs.all() {
            match (name, member) {
                ("__annotations__", Value::Dict(notes)) => {
                    wanted.extend(notes.borrow().keys().iter().filter_map(Value::as_str).map(crate::names::intern));
                }
                ("__doc__" | "__qualname__" | "__annotations__" | "__init__" | "__slots__" | "__hash__", _) => {}
                _ => wanted.push(name),
            }
        }
    }
    wanted.iter().all(|name| matches!(crate::attr::get_opt(value, name), Ok(Some(_))))
}

/// `issubclass(class, other)`
///
/// # Errors
/// `TypeError` when one is not a class.
pub fn issubclass(class: &Value, other: &Value) -> R<bool> {
    match (class, other) {
        (Value::Class(derived), Value::Class(base)) => match crate::meta::hook(other, "__subclasscheck__") {
            Some(hook) => crate::call::call_pos(&hook, std::slice::from_ref(class))?.truth(),
            None => Ok(derived.derives(base)
                || crate::meta::registered(derived, base)
                || base.is_native() && crate::types::abstract_subclass(derived, base.name)),
        },
        (Value::Class(_), Value::Tuple(all)) => {
            for other in all.iter() {
                if issubclass(class, other)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        (Value::Class(_), _) => {
            let one = |member: &Value| issubclass(class, member);
            let found = crate::library::typing::holds(other, &one, true);
            found.unwrap_or_else(|| {
                err("TypeError", "issubclass() arg 2 must be a class, a tuple of classes, or a union")
            })
        }
        _ => err("TypeError", "issubclass() arg 1 must be a class"),
    }
}

thread_local! {
    static DEFINED: RefCell<Vec<Rc<Class>>> = const { RefCell::new(vec![]) };
}

/// Every class of the program that derives from another.
pub(crate) fn each_derived(from: &Class, what: impl Fn(&Class)) {
    let derived = |class: &&Rc<Class>| class.rest.iter().any(|base| std::ptr::eq(&**base, from));
    DEFINED.with_borrow(|all| all.iter().filter(derived).for_each(|class| what(class)));
}

/// `class.__subclasses__()`
pub fn subclasses(class: &Rc<Class>) -> Vec<Value> {
    let derived = |other: &&Rc<Class>| other.bases.iter().any(|base| Rc::ptr_eq(base, class));
    DEFINED.with_borrow(|all| all.iter().filter(derived).map(|c| Value::Class(c.clone())).collect())
}

/// The body of a class statement while it runs.
pub struct ClassBody {
    /// The class under construction.
    pub class: Rc<Class>,
}

impl ClassBody {
    /// Starts a class. `bases` are values of the base list.
    ///
    /// # Errors
    /// `TypeError` when a base is not a class or their order is inconsistent.
    pub fn new(name: Name, module: Name, doc: Value, bases: &[Value]) -> R<ClassBody> {
        let mut classes = vec![];
        for base in bases {
            match base {
                Value::Class(class) if class.name == "bool" && class.is_native() => {
                    return err("TypeError", "type 'bool' is not an acceptable base type");
                }
                Value::Class(class) if class.name != "Generic" => classes.push(class.clone()),
                Value::Class(_) => {}
                _ => match crate::library::typing::base(base) {
                    Some(class) => classes.extend(class),
                    None => return err("TypeError", "bases must be types"),
                },
            }
        }
        for base in &classes {
            if let Some(Value::Dict(members)) = base.attrs.get("__members__")
                && crate::enums::is_enum(base)
                && !members.borrow().is_empty()
            {
                return err("TypeError", format!("<enum '{name}'> cannot extend <enum '{}'>", base.name));
            }
        }
        let class = Rc::new(Class::define(name, module, classes)?);
        class.set("__doc__", doc);
        Ok(ClassBody { class })
    }

    /// Binds a name of the body.
    pub fn set(&self, name: Name, value: Value) {
        let value = crate::enums::resolved(&self.class, &value).unwrap_or(value);
        self.class.set(name, value);
    }

    /// A name of the body, or none when it is not bound there.
    pub fn get(&self, name: Name) -> Option<Value> {
        self.class.attrs.get(name)
    }

    /// Notes an annotation `name: ...`, which dataclasses read. `text` is the annotation as written.
    pub fn annotate(&self, name: Name, text: &str) {
        let found = self.class.attrs.get("__annotations__");
        let notes = found.unwrap_or_else(|| {
            let notes = Value::dict(crate::dict::Dict::default());
            self.class.set("__annotations__", notes.clone());
            notes
        });
        if let Value::Dict(notes) = notes {
            notes.borrow_mut().set_name(name, Value::str(text));
        }
    }

    /// Ends the class: tells attributes their name and base classes of their new child.
    ///
    /// # Errors
    /// What `__set_name__` or `__init_subclass__` raise.
    pub fn finish(self, keywords: &[(Name, Value)]) -> R {
        let given = keywords.iter().find(|(name, _)| *name == "metaclass").map(|(_, meta)| meta.clone());
        let inherited = || self.class.bases.iter().find_map(|base| base.meta()).map(Value::Class);
        let plain = |meta: &Value| matches!(meta, Value::Class(class) if class.is_native());
        match given.or_else(inherited).filter(|meta| !plain(meta)) {
            Some(meta) => {
                let rest: Vec<(Name, Value)> = keywords.iter().filter(|(n, _)| *n != "metaclass").cloned().collect();
                crate::meta::finish(&self.class, &meta, &rest)
            }
            None => self.complete(keywords),
        }
    }

    /// Ends the class as `type` does.
    ///
    /// # Errors
    /// What `__set_name__` or `__init_subclass__` raise.
    pub fn complete(self, keywords: &[(Name, Value)]) -> R {
        DEFINED.with_borrow_mut(|all| all.push(self.class.clone()));
        if self.class.attrs.get("__eq__").is_some() && self.class.attrs.get("__hash__").is_none() {
            self.class.set("__hash__", Value::None);
        }
        let value = Value::Class(self.class.clone());
        for (name, attr) in self.class.attrs.all() {
            if let Value::Obj(object) = &attr
                && object.class.lookup("__set_name__").is_some()
            {
                crate::call::call_method(&attr, "__set_name__", &[value.clone(), Value::str(name)])?;
            }
        }
        if self.class.bases.iter().any(|base| base.name == "NamedTuple" && base.is_native()) {
            self.name_fields();
        }
        if self.class.rest.iter().any(|base| base.name == "TypedDict" && base.is_native()) {
            crate::library::collections::plain_dicts(&self.class);
            return Ok(value);
        }
        if self.class.rest.iter().any(|base| base.name == "Enum" && base.is_native()) {
            crate::enums::finish(&self.class)?;
        }
        if let Some(hook) = self.class.rest.iter().find_map(|base| base.attrs.get("__init_subclass__")) {
            let hook = crate::func::unwrap_class_method(&hook);
            crate::call::call(&hook, &Args { pos: &[value.clone()], kw: keywords })?;
        } else if !keywords.is_empty() && self.class.lookup("__metaclass_keywords__").is_none() {
            let (name, _) = keywords[0];
            if name != "metaclass" {
                return err("TypeError", format!("{}.__init_subclass__() takes no keyword arguments", self.class.name));
            }
        }
        Ok(value)
    }
}

impl ClassBody {
    /// `typing.NamedTuple`: annotations are the fields, values of the same name their defaults.
    fn name_fields(&self) {
        let Some(Value::Dict(notes)) = self.class.attrs.get("__annotations__") else { return };
        let keys = notes.borrow().keys();
        let fields: Vec<Name> = keys.iter().filter_map(Value::as_str).map(crate::names::intern).collect();
        let defaults = fields.iter().filter_map(|field| self.class.attrs.get(field)).collect();
        crate::library::collections::fill_named(&self.class, &fields, defaults);
    }
}

/// The class of an exception by name, for code that catches it.
pub fn exception(name: Name) -> Value {
    Value::Class(exception_class(name))
}
