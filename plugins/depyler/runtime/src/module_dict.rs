//! `vars()` of a module of the project: its names as they are now, to be read only.

use crate::func::Args;
use crate::iter::Iteration;
use crate::native::Object;
use crate::value::{Name, R, Value};

/// The names of a module, looked up whenever they are asked for.
struct ModuleDict(Value);

/// Methods of dictionaries that change nothing.
const READING: [Name; 6] = ["keys", "values", "items", "get", "copy", "__contains__"];

/// `vars(module)`; none for what is no module of the project.
///
/// # Errors
/// What reading the names raises.
pub fn of(module: &Value) -> R<Option<Value>> {
    Ok(crate::objects::module_names(module)?.map(|_| crate::native::native(ModuleDict(module.clone()))))
}

fn written<T>() -> T {
    crate::run::hole("batuta: PY0104 a module's names are not set from outside in a converted program")
}

impl ModuleDict {
    fn now(&self) -> R {
        let names = crate::objects::module_names(&self.0)?.unwrap_or_default();
        crate::construct::dict_of(names.into_iter().map(|(name, value)| (Value::str(name), value)))
    }
}

impl Object for ModuleDict {
    fn type_name(&self) -> Name {
        "dict"
    }
    fn call_method(&self, _: &Value, name: Name, args: &Args) -> Option<R> {
        if !READING.contains(&name) {
            return written();
        }
        Some(self.now().and_then(|now| crate::call::call_method_with(&now, name, args)))
    }
    fn iter(&self, _: &Value) -> Option<R<Iteration>> {
        Some(self.now().and_then(|now| crate::iter::iter(&now)))
    }
    fn len(&self) -> Option<usize> {
        crate::objects::module_names(&self.0).ok()?.map(|names| names.len())
    }
    fn repr(&self) -> Option<R<String>> {
        Some(self.now().and_then(|now| crate::repr::repr(&now)))
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        Some(self.now().and_then(|now| crate::compare::eq(&now, other)))
    }
    fn get_item(&self, key: &Value) -> Option<R> {
        Some(self.now().and_then(|now| now.item(key)))
    }
    fn set_item(&self, _: &Value, _: Value) -> Option<R<()>> {
        written()
    }
    fn del_item(&self, _: &Value) -> Option<R<()>> {
        written()
    }
    fn contains(&self, value: &Value) -> Option<R<bool>> {
        Some(self.now().and_then(|now| crate::compare::contains(&now, value)))
    }
    fn binary(&self, _: Name, _: &Value, _: &Value, _: bool) -> Option<R> {
        written()
    }
}
