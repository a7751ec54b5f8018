//! Annotations of classes as programs see them: built-in classes as such, everything else stops the program that looks.

use crate::class::{Class, builtin_class};
use crate::native::{Object, native};
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// An annotation whose value is not known.
struct Note;

fn unknown<T>() -> T {
    crate::run::hole("batuta: PY0206 the values of annotations are not known in a converted program")
}

impl Object for Note {
    fn type_name(&self) -> Name {
        "annotation"
    }
    fn get_attr(&self, _: &Value, _: Name) -> R<Option<Value>> {
        unknown()
    }
    fn repr(&self) -> Option<R<String>> {
        unknown()
    }
    fn eq(&self, _: &Value) -> Option<R<bool>> {
        unknown()
    }
    fn hash(&self) -> Option<R<i64>> {
        unknown()
    }
    fn truth(&self) -> Option<bool> {
        unknown()
    }
}

/// `class.__annotations__`
pub fn of(class: &Rc<Class>) -> Value {
    const KNOWN: [Name; 11] =
        ["int", "float", "str", "bool", "bytes", "list", "dict", "set", "tuple", "object", "complex"];
    let mut out = crate::dict::Dict::default();
    if let Some(Value::Dict(notes)) = class.attrs.get("__annotations__") {
        for (name, note) in notes.borrow().pairs() {
            let known = KNOWN.iter().find(|known| note.as_str() == Some(known));
            let text = note.as_str().and_then(|note| note.strip_suffix(' '));
            let note = match (known, text) {
                (Some(known), _) => Value::Class(builtin_class(known)),
                (None, Some(text)) => Value::str(text),
                (None, None) => native(Note),
            };
            if let Some(name) = name.as_str() {
                out.set_name(crate::names::intern(name), note);
            }
        }
    }
    Value::dict(out)
}

/// A decorator that gives a function its annotations.
struct Noted(Value);

impl crate::native::Object for Noted {
    fn type_name(&self) -> Name {
        "function"
    }
    fn call(&self, _: &Value, args: &crate::func::Args) -> Option<R> {
        let function = args.pos.first().cloned().unwrap_or(Value::None);
        if let Value::Func(f) = &function {
            f.attrs.set("__annotations__", self.0.clone());
        }
        Some(Ok(function))
    }
}

/// What an innermost decorator does with the annotations of a function: pairs of a name and a value.
///
/// # Errors
/// None that a program can cause.
pub fn noted(args: &crate::func::Args) -> R {
    let pair = |pair: &Value| Ok((pair.item(&Value::Int(0))?, pair.item(&Value::Int(1))?));
    let pairs = args.pos.iter().map(pair).collect::<R<Vec<_>>>()?;
    Ok(crate::native::native(Noted(crate::construct::dict_of(pairs)?)))
}
