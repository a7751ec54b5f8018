//! Methods of built-in values: dispatch by kind, and which names exist.

use crate::class::class_of;
use crate::exc::err;
use crate::func::{Args, native_fn};
use crate::native::{Object, native};
use crate::value::{Name, R, Value};

const INT: &[Name] = &[
    "bit_length",
    "bit_count",
    "to_bytes",
    "from_bytes",
    "conjugate",
    "as_integer_ratio",
    "__add__",
    "__sub__",
    "__mul__",
    "__floordiv__",
    "__truediv__",
    "__mod__",
    "__pow__",
    "__neg__",
    "__abs__",
    "__int__",
    "__float__",
    "__index__",
    "__bool__",
    "__radd__",
    "__rsub__",
    "__rmul__",
    "__and__",
    "__or__",
    "__xor__",
    "__lshift__",
    "__rshift__",
];
const FLOAT: &[Name] = &[
    "is_integer",
    "as_integer_ratio",
    "hex",
    "conjugate",
    "fromhex",
    "__add__",
    "__sub__",
    "__mul__",
    "__truediv__",
    "__floordiv__",
    "__mod__",
    "__pow__",
    "__neg__",
    "__abs__",
    "__int__",
    "__float__",
    "__bool__",
];
const STR: &[Name] = &[
    "capitalize",
    "casefold",
    "center",
    "count",
    "encode",
    "endswith",
    "expandtabs",
    "find",
    "format",
    "format_map",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
    "join",
    "ljust",
    "lower",
    "lstrip",
    "maketrans",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill",
    "__add__",
    "__mul__",
    "__mod__",
    "__len__",
    "__getitem__",
    "__contains__",
    "__iter__",
];
const LIST: &[Name] = &[
    "append",
    "clear",
    "copy",
    "count",
    "extend",
    "index",
    "insert",
    "pop",
    "remove",
    "reverse",
    "sort",
    "__add__",
    "__mul__",
    "__len__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__contains__",
    "__iter__",
];
const TUPLE: &[Name] = &["count", "index", "__add__", "__mul__", "__len__", "__getitem__", "__contains__", "__iter__"];
const DICT: &[Name] = &[
    "clear",
    "copy",
    "fromkeys",
    "get",
    "items",
    "keys",
    "pop",
    "popitem",
    "setdefault",
    "update",
    "values",
    "__len__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__contains__",
    "__iter__",
    "__or__",
];
const SET: &[Name] = &[
    "add",
    "clear",
    "copy",
    "difference",
    "difference_update",
    "discard",
    "intersection",
    "intersection_update",
    "isdisjoint",
    "issubset",
    "issuperset",
    "pop",
    "remove",
    "symmetric_difference",
    "symmetric_difference_update",
    "union",
    "update",
    "__len__",
    "__contains__",
    "__iter__",
    "__and__",
    "__or__",
    "__sub__",
    "__xor__",
];
const FROZEN: &[Name] = &[
    "copy",
    "difference",
    "intersection",
    "isdisjoint",
    "issubset",
    "issuperset",
    "symmetric_difference",
    "union",
    "__len__",
    "__contains__",
    "__iter__",
    "__and__",
    "__or__",
    "__sub__",
    "__xor__",
];
const ITER: &[Name] = &["__next__", "__iter__", "send", "throw", "close"];
const COMMON: &[Name] =
    &["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "__str__", "__hash__", "__format__"];

/// Names of the methods of a built-in class.
pub fn names(class: Name) -> &'static [Name] {
    match class {
        "int" | "bool" => INT,
        "float" => FLOAT,
        "str" => STR,
        "list" => LIST,
        "tuple" => TUPLE,
        "dict" => DICT,
        "set" => SET,
        "frozenset" => FROZEN,
        "bytes" | "bytearray" => crate::bytes::METHODS,
        "range" => &["count", "index", "__len__", "__getitem__", "__contains__", "__iter__"],
        "slice" => &["indices"],
        _ => &[],
    }
}

/// Whether a built-in class has a method.
pub fn class_has(class: Name, name: Name) -> bool {
    names(class).contains(&name) || COMMON.contains(&name) && !names(class).is_empty()
}

/// Whether a built-in value has a method.
pub fn exists(value: &Value, name: Name) -> bool {
    match value {
        Value::Bytes(bytes) => crate::bytes::has(name, bytes.mutable) || COMMON.contains(&name),
        Value::Iter(cell) => {
            ITER[..2].contains(&name) || ITER.contains(&name) && crate::generator::is_generator_name(cell.name)
        }
        Value::Func(_) | Value::NativeFn(_) | Value::Bound(_) => name == "__call__",
        Value::Native(native) => match name {
            "__iter__" => native.0.iter(value).is_some(),
            "__len__" => native.0.len().is_some(),
            "__call__" => crate::library::is_callable(value),
            _ => crate::library::has_method(native.0.type_name(), name),
        },
        _ => class_has(class_of(value).name, name) || COMMON.contains(&name),
    }
}

/// Data attributes of built-in values.
pub fn field(value: &Value, name: Name) -> Option<Value> {
    Some(match (value, name) {
        (Value::Int(_) | Value::Big(_) | Value::Float(_), "real") => value.clone(),
        (Value::Int(_) | Value::Big(_), "imag") => Value::Int(0),
        (Value::Float(_), "imag") => Value::Float(0.0),
        (Value::Int(_) | Value::Big(_), "numerator") => value.clone(),
        (Value::Int(_) | Value::Big(_), "denominator") => Value::Int(1),
        (Value::Range(r), "start") => r.start.into(),
        (Value::Range(r), "stop") => r.stop.into(),
        (Value::Range(r), "step") => r.step.into(),
        (Value::Slice(s), "start") => s[0].clone(),
        (Value::Slice(s), "stop") => s[1].clone(),
        (Value::Slice(s), "step") => s[2].clone(),
        _ => return None,
    })
}

/// A method of a built-in class that is read from the class: it takes the instance as first argument.
struct Unbound(Name, Name);

impl Object for Unbound {
    fn type_name(&self) -> Name {
        "method_descriptor"
    }
    fn call(&self, _: &Value, args: &Args) -> Option<R> {
        let of_class = matches!(self.1, "from_bytes" | "fromhex" | "maketrans");
        if of_class || self.0 == "dict" && self.1 == "fromkeys" {
            return Some(class_method(self.0, self.1, args));
        }
        let Some((this, rest)) = args.pos.split_first() else {
            return Some(err("TypeError", format!("unbound method {}.{}() needs an argument", self.0, self.1)));
        };
        if self.1 == "__getitem__" && matches!(this.plain(), Value::Dict(_)) {
            return Some(crate::item::dict_item(args));
        }
        Some(call(&this.plain(), self.1, &Args { pos: rest, kw: args.kw }))
    }
    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok((name == "__name__").then(|| Value::str(self.1)))
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let other: Option<&Unbound> = crate::native::downcast(other);
        Some(Ok(other.is_some_and(|other| other.0 == self.0 && other.1 == self.1)))
    }
}

/// The method `name` of a built-in class as a function.
pub fn unbound(class: Name, name: Name) -> Value {
    if matches!(name, "__init__") {
        return native_fn(name, crate::objects::init);
    }
    native(Unbound(class, name))
}

fn class_method(class: Name, name: Name, args: &Args) -> R {
    match name {
        "fromkeys" => {
            let mut dict = crate::dict::Dict::default();
            let value = args.opt(1, "value").unwrap_or(Value::None);
            for key in crate::iter::to_vec(args.at(0, "fromkeys")?)? {
                dict.set(key, value.clone())?;
            }
            Ok(Value::dict(dict))
        }
        "maketrans" if class != "str" => crate::bytes::maketrans(args),
        "maketrans" => crate::str_methods::maketrans(args),
        "from_bytes" => crate::int_methods::from_bytes(args),
        "fromhex" if class == "bytes" => crate::bytes::fromhex(args),
        "fromhex" if class == "bytearray" => {
            crate::construct::bytearray(&crate::func::pos(&[crate::bytes::fromhex(args)?]))
        }
        _ => err("AttributeError", format!("type object '{class}' has no attribute '{name}'")),
    }
}

/// `this.name(*args, **kw)` for a built-in value.
///
/// # Errors
/// `AttributeError` when there is no such method, and what it raises.
pub fn call(this: &Value, name: Name, args: &Args) -> R {
    let found = match this {
        Value::List(items) => crate::list_methods::call(items, name, args),
        Value::Str(text) => crate::str_methods::call(text, name, args),
        Value::Dict(dict) => crate::dict_methods::call(dict, name, args),
        Value::Set(set) => crate::set_methods::call(this, set, name, args),
        Value::Tuple(items) => tuple(items, name, args),
        Value::Int(_) | Value::Bool(_) | Value::Big(_) => crate::int_methods::int(this, name, args),
        Value::Float(x) => crate::int_methods::float(*x, name, args),
        Value::Bytes(bytes) => crate::bytes::call(bytes, name, args),
        Value::Iter(cell) => crate::iter::method(this, cell, name, args),
        Value::Range(range) => crate::list_methods::range(range, name, args),
        Value::Slice(parts) if name == "indices" => Some(args.at(0, "indices").and_then(|len| {
            let len = crate::item::index(len, "slice")?;
            let r = crate::item::slice_range(parts, len.max(0) as usize)?;
            Ok(Value::tuple(vec![r.start.into(), r.stop.into(), r.step.into()]))
        })),
        Value::Class(class) if class_has(class.name, name) => Some(class_method(class.name, name, args)),
        Value::Func(_) | Value::NativeFn(_) | Value::Bound(_) if name == "__call__" => {
            Some(crate::call::call(this, args))
        }
        _ => None,
    };
    match found.or_else(|| dunder(this, name, args)) {
        Some(result) => result,
        None => match field(this, name) {
            Some(value) => crate::call::call(&value, args),
            None if name == "__class__" => crate::call::call(&Value::Class(class_of(this)), args),
            None if matches!(this, Value::Func(_) | Value::Native(_)) => {
                let found = crate::attr::get_attr(this, name)?;
                crate::call::call(&found, args)
            }
            None => err("AttributeError", format!("'{}' object has no attribute '{name}'", class_of(this).full_name())),
        },
    }
}

fn tuple(items: &[Value], name: Name, args: &Args) -> Option<R> {
    Some(match name {
        "count" => crate::list_methods::count(items, args),
        "index" => crate::list_methods::index(items, args, "tuple"),
        _ => return None,
    })
}

/// Special methods called by name.
fn dunder(this: &Value, name: Name, args: &Args) -> Option<R> {
    use crate::number::Op;
    if !name.starts_with("__") {
        return None;
    }
    let op = match name {
        "__add__" => Some((Op::Add, false)),
        "__sub__" => Some((Op::Sub, false)),
        "__mul__" => Some((Op::Mul, false)),
        "__truediv__" => Some((Op::Div, false)),
        "__floordiv__" => Some((Op::FloorDiv, false)),
        "__mod__" => Some((Op::Mod, false)),
        "__pow__" => Some((Op::Pow, false)),
        "__and__" => Some((Op::And, false)),
        "__or__" => Some((Op::Or, false)),
        "__xor__" => Some((Op::Xor, false)),
        "__lshift__" => Some((Op::Shl, false)),
        "__rshift__" => Some((Op::Shr, false)),
        "__radd__" => Some((Op::Add, true)),
        "__rsub__" => Some((Op::Sub, true)),
        "__rmul__" => Some((Op::Mul, true)),
        _ => None,
    };
    if let Some((op, swapped)) = op {
        let other = args.pos.first()?;
        return Some(if swapped { crate::ops::binary(op, other, this) } else { crate::ops::binary(op, this, other) });
    }
    if let ("__iadd__" | "__imul__" | "__ior__" | "__iand__" | "__isub__" | "__ixor__", Some(other)) =
        (name, args.pos.first())
    {
        let mut changed = this.clone();
        let done = match name {
            "__iadd__" => changed.add_assign(other),
            "__imul__" => changed.mul_assign(other),
            "__ior__" => changed.bit_or_assign(other),
            "__iand__" => changed.bit_and_assign(other),
            "__isub__" => changed.sub_assign(other),
            _ => changed.bit_xor_assign(other),
        };
        return Some(done.map(|()| changed));
    }
    if let Some(other) = args.pos.first() {
        let result = match name {
            "__eq__" => this.eq(other),
            "__ne__" => this.ne(other),
            "__lt__" => this.lt(other),
            "__le__" => this.le(other),
            "__gt__" => this.gt(other),
            "__ge__" => this.ge(other),
            "__getitem__" => this.item(other),
            "__contains__" => this.contains(other).map(Value::Bool),
            "__delitem__" => this.del_item(other).map(Value::from),
            "__setitem__" => this.set_item(other.clone(), args.pos.get(1)?.clone()).map(Value::from),
            "__format__" => crate::format::format(this, other.as_str().unwrap_or("")).map(Value::from),
            "__setattr__" | "__getattribute__" => {
                let all: Vec<Value> = std::iter::once(this.clone()).chain(args.pos.iter().cloned()).collect();
                return Some(crate::call::call(&crate::objects::method(name)?, &crate::func::pos(&all)));
            }
            _ => return None,
        };
        return Some(result);
    }
    Some(match name {
        "__len__" => crate::builtins::len(this).map(Value::from),
        "__iter__" => crate::builtins::iter(&Args { pos: &[this.clone()], kw: &[] }),
        "__repr__" => crate::repr::repr(this).map(Value::from),
        "__str__" => crate::repr::str_of(this).map(Value::from),
        "__hash__" => crate::hash::hash(this).map(Value::Int),
        "__neg__" => this.neg(),
        "__bool__" => this.truth().map(Value::Bool),
        "__abs__" => crate::builtins::abs(&crate::func::pos(&[this.clone()])),
        "__int__" | "__index__" => crate::construct::int(&crate::func::pos(&[this.clone()])),
        "__float__" => crate::construct::float(&crate::func::pos(&[this.clone()])),
        "__init__" => Ok(Value::None),
        _ => return None,
    })
}
