//! The built-in classes: names, bases, constructors.

use crate::class::{Class, Layout, builtin_class};
use crate::func::NativeCode;
use crate::value::{Name, Value};
use crate::{construct, exc};
use std::rc::Rc;

/// The name of the class of a value.
pub fn type_name(value: &Value) -> Name {
    match value {
        Value::Unbound => "unbound",
        Value::None => "NoneType",
        Value::NotImplemented => "NotImplementedType",
        Value::Ellipsis => "ellipsis",
        Value::Bool(_) => "bool",
        Value::Int(_) | Value::Big(_) => "int",
        Value::Float(_) => "float",
        Value::Str(_) => "str",
        Value::Bytes(bytes) => bytes.type_name(),
        Value::List(_) => "list",
        Value::Tuple(_) => "tuple",
        Value::Dict(_) => "dict",
        Value::Set(set) => set.type_name(),
        Value::Range(_) => "range",
        Value::Slice(_) => "slice",
        Value::Func(_) => "function",
        Value::NativeFn(_) => "builtin_function_or_method",
        Value::Bound(bound) => {
            if bound.function.is_unbound() {
                "builtin_function_or_method"
            } else {
                "method"
            }
        }
        Value::Class(_) => "type",
        Value::Obj(object) => object.class.name,
        Value::Iter(iter) => iter.name,
        Value::Native(object) => object.0.type_name(),
    }
}

/// Makes the built-in class `name` for [`builtin_class`]. Every class has its place here, also those of library modules.
pub fn describe(name: Name) -> Class {
    if let Some(class) = exc::describe(name) {
        return class;
    }
    let object = || vec![builtin_class("object")];
    let of = |layout: Layout, make: NativeCode| Class::native(name, object(), layout, Some(make));
    match name {
        "object" => Class::native(name, vec![], Layout::Object, Some(construct::object)),
        "int" => of(Layout::Int, construct::int),
        "bool" => Class::native(name, vec![builtin_class("int")], Layout::Int, Some(construct::bool)),
        "float" => of(Layout::Float, construct::float),
        "str" => of(Layout::Str, construct::str),
        "list" => of(Layout::List, construct::list),
        "tuple" => of(Layout::Tuple, construct::tuple),
        "dict" => of(Layout::Dict, construct::dict),
        "set" => of(Layout::Set, construct::set),
        "frozenset" => of(Layout::Set, construct::frozenset),
        "bytes" => of(Layout::Other, construct::bytes),
        "bytearray" => of(Layout::Other, construct::bytearray),
        "memoryview" => of(Layout::Other, crate::memory::memoryview),
        "range" => of(Layout::Other, construct::range),
        "slice" => of(Layout::Other, construct::slice),
        "type" => of(Layout::Other, construct::type_),
        "complex" => of(Layout::Other, crate::complex::complex),
        "property" => of(Layout::Other, construct::property),
        "staticmethod" => of(Layout::Other, construct::staticmethod),
        "classmethod" => of(Layout::Other, construct::classmethod),
        "enumerate" => of(Layout::Other, construct::enumerate),
        "zip" => of(Layout::Other, construct::zip),
        "map" => of(Layout::Other, construct::map),
        "filter" => of(Layout::Other, construct::filter),
        "reversed" => of(Layout::Other, construct::reversed),
        _ => crate::library::describe(name).unwrap_or_else(|| Class::native(name, object(), Layout::Other, None)),
    }
}

/// Whether a class belongs to an abstract one by what it can do.
pub fn abstract_subclass(class: &Rc<Class>, name: Name) -> bool {
    let all = || std::iter::once(class).chain(&class.rest);
    let builtin = |names: &[&str]| all().any(|c| c.is_native() && names.contains(&c.name));
    let has = |method: Name| class.lookup(method).is_some_and(|m| !m.is_none());
    let sequences = ["list", "tuple", "str", "bytes", "bytearray", "range", "deque"];
    let sized = builtin(&sequences) || builtin(&["dict", "set", "frozenset"]);
    match name {
        "Iterable" => sized || has("__iter__"),
        "Sized" => sized || has("__len__"),
        "Container" => sized || has("__contains__"),
        "Collection" => sized || has("__iter__") && has("__len__") && has("__contains__"),
        "Iterator" => has("__next__") && has("__iter__"),
        "Callable" => has("__call__"),
        "Hashable" => {
            !builtin(&["list", "dict", "set", "bytearray"]) && !class.lookup("__hash__").is_some_and(|h| h.is_none())
        }
        "Reversible" => builtin(&sequences) || builtin(&["dict"]) || has("__reversed__") && has("__iter__"),
        "MappingView" => builtin(&["dict_keys", "dict_values", "dict_items"]),
        "KeysView" => builtin(&["dict_keys"]),
        "ValuesView" => builtin(&["dict_values"]),
        "ItemsView" => builtin(&["dict_items"]),
        "ByteString" => builtin(&["bytes", "bytearray"]),
        "Sequence" => builtin(&sequences),
        "MutableSequence" => builtin(&["list", "bytearray", "deque"]),
        "Mapping" | "MutableMapping" => builtin(&["dict"]),
        "Set" => builtin(&["set", "frozenset"]),
        "MutableSet" => builtin(&["set"]),
        _ if registered_number(class, name) => true,
        "Number" | "Complex" => builtin(&["int", "float", "complex"]),
        "Real" => builtin(&["int", "float"]),
        "Rational" | "Integral" => builtin(&["int"]),
        _ => false,
    }
}

/// Whether a class of the library says that it belongs to an abstract one of `numbers`.
fn registered_number(class: &Rc<Class>, name: Name) -> bool {
    std::iter::once(class).chain(&class.rest).any(|class| match (class.module, class.name) {
        ("fractions", "Fraction") => matches!(name, "Number" | "Complex" | "Real" | "Rational"),
        ("decimal", "Decimal") => name == "Number",
        _ => false,
    })
}

/// Whether an object of this crate can be iterated.
fn iterates(value: &Value) -> bool {
    matches!(value, Value::Native(native) if native.0.iter(value).is_some())
}

/// Whether an object of this crate holds others.
fn counted(value: &Value) -> bool {
    matches!(value, Value::Native(native) if native.0.len().is_some())
}

/// Membership in the abstract classes of `collections.abc`, `numbers` and `typing`.
pub fn abstract_instance(value: &Value, class: Name) -> bool {
    use Value as V;
    let has = |method: Name| match value {
        V::Obj(object) => object.class.lookup(method).is_some_and(|m| !m.is_none()),
        _ => false,
    };
    let plain = value.plain();
    let sequence = matches!(plain, V::List(_) | V::Tuple(_) | V::Str(_) | V::Bytes(_) | V::Range(_));
    let sized = sequence || matches!(plain, V::Dict(_) | V::Set(_));
    let function = matches!(value, V::Func(_) | V::NativeFn(_) | V::Bound(_) | V::Class(_));
    match class {
        "Iterable" => sized || matches!(value, V::Iter(_)) || has("__iter__") || iterates(value),
        "Iterator" => matches!(value, V::Iter(_)) || has("__next__") && has("__iter__"),
        "Coroutine" => type_name(value) == "coroutine",
        "Awaitable" => type_name(value) == "coroutine" || has("__await__"),
        "AsyncIterator" | "AsyncGenerator" | "AsyncIterable" => {
            type_name(value) == "async_generator" || has("__anext__") || class == "AsyncIterable" && has("__aiter__")
        }
        "Generator" => type_name(value) == "generator",
        "Callable" => function || has("__call__"),
        "Hashable" => crate::hash::hash(value).is_ok(),
        "Sized" => sized || has("__len__") || counted(value),
        "Container" => sized || has("__contains__") || counted(value),
        "Collection" => sized || has("__len__") && has("__iter__") && has("__contains__") || counted(value),
        "Sequence" => sequence || type_name(value) == "deque",
        "MutableSequence" => matches!(plain, V::List(_)) || matches!(type_name(value), "deque" | "bytearray"),
        "Mapping" | "MutableMapping" => matches!(plain, V::Dict(_)),
        "Reversible" => {
            sized && !matches!(plain, V::Set(_))
                || type_name(value) == "deque"
                || has("__reversed__") && has("__iter__")
        }
        "MappingView" => matches!(
            type_name(value),
            "dict_keys" | "dict_values" | "dict_items" | "KeysView" | "ValuesView" | "ItemsView"
        ),
        "KeysView" => type_name(value) == "dict_keys",
        "ValuesView" => type_name(value) == "dict_values",
        "ItemsView" => type_name(value) == "dict_items",
        "ByteString" => matches!(plain, V::Bytes(_)),
        "IOBase" => type_name(value).starts_with("_io."),
        "TextIOBase" => matches!(type_name(value), "_io.StringIO" | "_io.TextIOWrapper"),
        "RawIOBase" => type_name(value) == "_io.FileIO",
        "BufferedIOBase" => type_name(value).starts_with("_io.B"),
        "Set" => {
            matches!(plain, V::Set(_))
                || matches!(type_name(value), "dict_keys" | "dict_items" | "KeysView" | "ItemsView")
        }
        "MutableSet" => type_name(&plain) == "set",
        "Number" | "Complex" | "Real" | "Rational" if registered_number(&crate::class::class_of(value), class) => true,
        "Number" | "Complex" if type_name(&plain) == "complex" => true,
        "Number" | "Complex" | "Real" => matches!(plain, V::Int(_) | V::Big(_) | V::Bool(_) | V::Float(_)),
        "Rational" | "Integral" => matches!(plain, V::Int(_) | V::Big(_) | V::Bool(_)),
        _ => false,
    }
}
