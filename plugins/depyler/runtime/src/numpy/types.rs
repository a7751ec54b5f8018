//! Classes and constants of the module.

use super::convert::{arr, dtype as dtype_of, refuse};
use super::dtype::{DType, Item};
use super::object::{array, dtype as dtype_value, result};
use crate::class::{Class, Layout, builtin_class};
use crate::func::{Args, NativeCode};
use crate::native::{Object, native};
use crate::value::{Name, R, Value};

macro_rules! constants {
    ($($name:ident => $value:expr;)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "`")]
        #[allow(non_snake_case)]
        pub fn $name() -> Value {
            $value
        }
    )*};
}
constants! {
    pi => Value::Float(std::f64::consts::PI);
    e => Value::Float(std::f64::consts::E);
    inf => Value::Float(f64::INFINITY);
    nan => Value::Float(f64::NAN);
    euler_gamma => Value::Float(0.577_215_664_901_532_9);
    newaxis => Value::None;
    True_ => super::object::scalar(Item::Bool(true));
    False_ => super::object::scalar(Item::Bool(false));
    __version__ => Value::str("2.4.6");
}

fn cast(args: &Args, kind: DType) -> R {
    let a = match args.pos.first() {
        None => super::array::Arr::zero_d(Item::Bool(false)),
        Some(Value::Str(_)) => return refuse("a scalar of numpy made of text"),
        Some(value @ Value::Int(_)) => {
            let a = arr(value)?;
            super::convert::in_bounds(a.only()?, kind)?;
            a
        }
        Some(value) => arr(value)?,
    };
    let a = a.cast(kind)?;
    if a.ndim() == 0 { result(a) } else { Ok(array(a)) }
}

macro_rules! makers {
    ($($name:ident $kind:ident;)*) => {$(
        fn $name(args: &Args) -> R {
            cast(args, DType::$kind)
        }
    )*};
}
makers! {
    make_bool Bool;
    make_u8 U8;
    make_i32 I32;
    make_i64 I64;
    make_f32 F32;
    make_f64 F64;
    make_c128 C128;
}

fn make_dtype(args: &Args) -> R {
    dtype_of(args.at(0, "dtype")?).map(dtype_value)
}

/// Makes a class of the module; none for another name.
pub fn describe(name: Name) -> Option<Class> {
    let short = name.strip_prefix("numpy.")?;
    let class = |bases: &[Name], make: Option<NativeCode>| {
        let bases = bases.iter().map(|base| builtin_class(base)).collect();
        Some(Class::native(name, bases, Layout::Other, make))
    };
    match short {
        "generic" => class(&["object"], None),
        "number" => class(&["numpy.generic"], None),
        "integer" | "inexact" => class(&["numpy.number"], None),
        "signedinteger" | "unsignedinteger" => class(&["numpy.integer"], None),
        "floating" | "complexfloating" => class(&["numpy.inexact"], None),
        "bool" => class(&["numpy.generic"], Some(make_bool)),
        "uint8" => class(&["numpy.unsignedinteger"], Some(make_u8)),
        "int32" => class(&["numpy.signedinteger"], Some(make_i32)),
        "int64" => class(&["numpy.signedinteger"], Some(make_i64)),
        "float32" => class(&["numpy.floating"], Some(make_f32)),
        "float64" => class(&["numpy.floating", "float"], Some(make_f64)),
        "complex128" => class(&["numpy.complexfloating", "complex"], Some(make_c128)),
        "dtype" => class(&["object"], Some(make_dtype)),
        "ndarray" => class(&["object"], None),
        _ => None,
    }
}

/// `numpy.finfo` and `numpy.iinfo`
struct Limits {
    kind: DType,
}

impl Object for Limits {
    fn type_name(&self) -> Name {
        if self.kind.is_int() { "numpy.iinfo" } else { "numpy.finfo" }
    }

    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        let float = |double: f64, single: f32| match self.kind {
            DType::F32 => super::object::scalar(Item::F32(single)),
            _ => super::object::scalar(Item::F64(double)),
        };
        let int = |n: i64| Some(Value::Int(n));
        Ok(match (name, self.kind) {
            ("bits", kind) => int(kind.size() as i64 * 8),
            ("max", DType::U8) => int(255),
            ("min", DType::U8) => int(0),
            ("max", DType::I32) => int(i64::from(i32::MAX)),
            ("min", DType::I32) => int(i64::from(i32::MIN)),
            ("max", DType::I64) => int(i64::MAX),
            ("min", DType::I64) => int(i64::MIN),
            ("eps", _) => Some(float(f64::EPSILON, f32::EPSILON)),
            ("max", _) => Some(float(f64::MAX, f32::MAX)),
            ("min", _) => Some(float(f64::MIN, f32::MIN)),
            ("tiny" | "smallest_normal", _) => Some(float(f64::MIN_POSITIVE, f32::MIN_POSITIVE)),
            _ => return refuse(&format!("{}.{name}", self.type_name())),
        })
    }
}

fn limits(args: &Args, name: Name, ints: bool) -> R {
    let kind = dtype_of(args.at(0, name)?)?;
    if kind.is_int() != ints || kind == DType::Bool || kind == DType::C128 {
        return refuse(&format!("numpy.{name} of this type"));
    }
    Ok(native(Limits { kind }))
}

/// `numpy.finfo`
///
/// # Errors
/// What is not there is refused.
pub fn finfo(args: &Args) -> R {
    limits(args, "finfo", false)
}

/// `numpy.iinfo`
///
/// # Errors
/// What is not there is refused.
pub fn iinfo(args: &Args) -> R {
    limits(args, "iinfo", true)
}

/// `numpy.result_type` of arrays and element types.
///
/// # Errors
/// What is not there is refused.
pub fn result_type(args: &Args) -> R {
    let mut kind: Option<DType> = None;
    for value in args.pos {
        let named = matches!(value, Value::Class(_) | Value::Str(_))
            || crate::native::downcast::<super::object::DTypeObject>(value).is_some();
        let next = if named { dtype_of(value)? } else { arr(value)?.dtype() };
        kind = Some(kind.map_or(next, |k| k.join(next)));
    }
    Ok(dtype_value(kind.unwrap_or(DType::F64)))
}

/// Warnings that go to standard error are not shown: a context that changes nothing.
struct Quiet;

impl Object for Quiet {
    fn type_name(&self) -> Name {
        "numpy.errstate"
    }

    fn call_method(&self, this: &Value, name: Name, _: &Args) -> Option<R> {
        match name {
            "__enter__" => Some(Ok(this.clone())),
            "__exit__" => Some(Ok(Value::None)),
            _ => None,
        }
    }
}

/// `numpy.errstate(…)`
///
/// # Errors
/// `raise` is refused.
pub fn errstate(args: &Args) -> R {
    for (_, value) in args.kw {
        if !matches!(value.as_str(), Some("ignore" | "warn" | "print")) {
            return refuse("numpy.errstate that raises");
        }
    }
    Ok(native(Quiet))
}

/// `numpy.seterr(…)`
///
/// # Errors
/// `raise` is refused.
pub fn seterr(args: &Args) -> R {
    errstate(args).map(|_| Value::None)
}
