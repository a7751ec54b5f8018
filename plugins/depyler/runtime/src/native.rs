//! Objects of this crate that are not worth a variant of [`Value`].

use crate::func::Args;
use crate::iter::Iteration;
use crate::value::{Name, R, Value};
use std::any::Any;
use std::rc::Rc;

/// A boxed object of this crate.
pub struct Native(pub Box<dyn Object>);

/// What such an object can do; everything but the type's name is optional.
pub trait Object: AsAny {
    /// Name of its class.
    fn type_name(&self) -> Name;
    /// An attribute.
    ///
    /// # Errors
    /// What the attribute's computation raises.
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        let _ = (this, name);
        Ok(None)
    }
    /// Binds an attribute; false when it cannot.
    fn set_attr(&self, name: Name, value: &Value) -> bool {
        let _ = (name, value);
        false
    }
    /// Calls a method; none when there is no such method.
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        let _ = (this, name, args);
        None
    }
    /// Calls the object.
    fn call(&self, this: &Value, args: &Args) -> Option<R> {
        let _ = (this, args);
        None
    }
    /// `iter(self)`
    fn iter(&self, this: &Value) -> Option<R<Iteration>> {
        let _ = this;
        None
    }
    /// `len(self)`
    fn len(&self) -> Option<usize> {
        None
    }
    /// `repr(self)`
    fn repr(&self) -> Option<R<String>> {
        None
    }
    /// `str(self)`, when it is not `repr(self)`
    fn str(&self) -> Option<R<String>> {
        None
    }
    /// `self == other`
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let _ = other;
        None
    }
    /// `hash(self)`; none means by identity
    fn hash(&self) -> Option<R<i64>> {
        None
    }
    /// `self[key]`
    fn get_item(&self, key: &Value) -> Option<R> {
        let _ = key;
        None
    }
    /// `self[key] = value`
    fn set_item(&self, key: &Value, value: Value) -> Option<R<()>> {
        let _ = (key, value);
        None
    }
    /// `del self[key]`
    fn del_item(&self, key: &Value) -> Option<R<()>> {
        let _ = key;
        None
    }
    /// `value in self`
    fn contains(&self, value: &Value) -> Option<R<bool>> {
        let _ = value;
        None
    }
    /// `self op other`, or `other op self` when `swapped`; `op` is the dunder's name such as `__add__`.
    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        let _ = (op, this, other, swapped);
        None
    }
    /// `bool(self)`
    fn truth(&self) -> Option<bool> {
        None
    }
    /// `bool(self)` of objects that may have no truth value
    fn test(&self) -> Option<R<bool>> {
        self.truth().map(Ok)
    }
    /// The number of Python that the object stands for
    fn number(&self) -> Option<Value> {
        None
    }
}

/// Access to the concrete type; implemented for every object.
pub trait AsAny {
    /// Self.
    fn as_any(&self) -> &dyn Any;
}

impl<T: Any> AsAny for T {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Native {
    /// The concrete object, when it is a `T`.
    pub fn get<T: Object + 'static>(&self) -> Option<&T> {
        (*self.0).as_any().downcast_ref()
    }
}

/// Wraps an object.
pub fn native(object: impl Object + 'static) -> Value {
    Value::Native(Rc::new(Native(Box::new(object))))
}

/// The concrete object in a value, when it is a `T`.
pub fn downcast<T: Object + 'static>(value: &Value) -> Option<&T> {
    match value {
        Value::Native(object) => object.get(),
        _ => None,
    }
}
