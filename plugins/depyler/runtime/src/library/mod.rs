//! Modules of the standard library. [`catalog`] says what exists.

pub mod abc;
pub mod atexit;
pub mod base64;
pub mod bisect;
pub mod catalog;
pub mod cmath;
pub mod collections;
pub mod copy;
pub mod dataclasses;
pub mod digest;
pub mod digest_more;
pub mod doctest;
pub mod float_bytes;
pub mod heapq;
pub mod itertools;
pub mod json;
pub mod math;
mod norm;
pub mod operator;
pub mod os;
mod os_more;
pub mod random;
mod random_more;
pub mod re;
pub mod special;
pub mod string;
pub mod sys;
pub mod time;
pub mod typing;

/// Functions of [`digest`] under the names that `hashlib` has for its own use.
pub mod hashing {
    pub use super::digest::md5 as _md5;
    pub use super::digest::sha1 as _sha1;
    pub use super::digest::sha224 as _sha224;
    pub use super::digest::sha256 as _sha256;
    pub use super::digest::sha384 as _sha384;
    pub use super::digest::sha512 as _sha512;
    pub use super::digest_more::_blake2;
    pub use super::digest_more::_sha3;
    pub use super::digest_more::_shake;
}

pub use crate::enums as r#enum;
pub use crate::functools;
pub use crate::io;

use crate::class::{Class, Instance, Layout, builtin_class};
use crate::func::NativeCode;
use crate::value::{Name, R, Value};

/// A class of the library as a value.
pub fn class(name: Name) -> Value {
    Value::Class(builtin_class(name))
}

/// Makes a class of a library module; none for another name.
pub fn describe(name: Name) -> Option<Class> {
    let object = || vec![builtin_class("object")];
    let made = |make: NativeCode| Some(Class::native(name, object(), Layout::Other, Some(make)));
    let bare = || Some(Class::native(name, object(), Layout::Object, None));
    match name {
        "deque" => made(collections::deque),
        "Random" => made(random::new_random),
        "StringIO" => made(io::StringIO),
        "BytesIO" => made(io::BytesIO),
        "cached_property" => made(crate::functools::cached_property_class),
        "Counter" | "defaultdict" | "OrderedDict" => Some(collections::describe(name)),
        "Enum" => {
            let class = Class::native(name, object(), Layout::Object, None);
            crate::enums::describe(&class);
            Some(class)
        }
        "IntEnum" => Some(Class::native(name, vec![builtin_class("int"), builtin_class("Enum")], Layout::Int, None)),
        "Flag" => {
            let class = Class::native(name, vec![builtin_class("Enum")], Layout::Object, None);
            crate::flags::describe(&class);
            Some(class)
        }
        "IntFlag" => Some(Class::native(name, vec![builtin_class("int"), builtin_class("Flag")], Layout::Int, None)),
        "StrEnum" => Some(Class::native(name, vec![builtin_class("str"), builtin_class("Enum")], Layout::Str, None)),
        "NamedTuple" => {
            Some(Class::native(name, vec![builtin_class("tuple")], Layout::Tuple, Some(collections::named_tuple)))
        }
        "TypedDict" => {
            Some(Class::native(name, vec![builtin_class("dict")], Layout::Dict, Some(collections::typed_dict)))
        }
        #[cfg(feature = "numpy")]
        _ if name.starts_with("numpy.") => crate::numpy::describe(name),
        "ABCMeta" => Some(Class::native(name, vec![builtin_class("type")], Layout::Other, None)),
        "GenericAlias" => made(typing::generic_alias),
        "ABC" | "Generic" | "Protocol" => bare(),
        _ => abc::describe(name),
    }
}

/// Class attributes of built-in classes.
pub fn class_attr(class: Name, name: Name) -> Option<Value> {
    use crate::func::native_fn;
    Some(match (class, name) {
        ("dict", "fromkeys") => crate::methods::unbound("dict", "fromkeys"),
        ("str", "maketrans") => crate::methods::unbound("str", "maketrans"),
        ("int", "from_bytes") => native_fn(name, crate::int_methods::from_bytes),
        ("float", "fromhex") => native_fn(name, crate::int_methods::float_fromhex),
        ("bytes", "fromhex") => native_fn(name, crate::bytes::fromhex),
        ("bytes" | "bytearray", "maketrans") => native_fn(name, crate::bytes::maketrans),
        _ => return None,
    })
}

/// The module that `repr` shows before the name of a class of this crate.
pub fn module_of(class: Name) -> Name {
    match class {
        "deque" | "Counter" | "defaultdict" | "OrderedDict" => "collections",
        "Random" => "random",
        "Enum" | "IntEnum" => "enum",
        "GenericAlias" | "UnionType" => "types",
        "TypeVar" | "ParamSpec" | "TypeVarTuple" | "NewType" | "ForwardRef" | "Generic" | "Protocol" => "typing",
        _ if abc::is_one(class) => "collections.abc",
        _ => "",
    }
}

/// Whether an object of this crate has a method; methods are listed where other code asks for them by name.
pub fn has_method(class: Name, name: Name) -> bool {
    match class {
        "deque" => collections::DEQUE.contains(&name),
        "Random" => random::METHODS.contains(&name),
        "_io.StringIO" | "_io.TextIOWrapper" | "_io.BytesIO" => matches!(name, "__enter__" | "__exit__"),
        "_io.BufferedReader" | "_io.BufferedWriter" | "_io.BufferedRandom" => matches!(name, "__enter__" | "__exit__"),
        "dict_keys" | "dict_items" => name == "isdisjoint",
        _ => false,
    }
}

/// Whether an object of this crate can be called.
pub fn is_callable(value: &Value) -> bool {
    match value {
        Value::Native(object) => matches!(
            object.0.type_name(),
            "GenericAlias"
                | "_GenericAlias"
                | "_SpecialForm"
                | "NewType"
                | "functools.partial"
                | "functools._lru_cache_wrapper"
                | "function"
                | "method_descriptor"
                | "staticmethod"
        ),
        _ => false,
    }
}

/// `repr` of instances of library classes that carry data.
pub fn instance_repr(value: &Value, object: &Instance) -> Option<R<String>> {
    crate::enums::repr_of(value, object).or_else(|| collections::repr_of(value, object))
}
