//! Between values of Python and arrays: arguments, nested lists, element types, axes.

use super::array::{Arr, count, with_type};
use super::dtype::{C, DType, Elem, Item};
use super::object::{DTypeObject, NdArray, Scalar};
use crate::exc::err;
use crate::func::Args;
use crate::native::downcast;
use crate::value::{Name, R, Value};

/// Says that something of NumPy is not in the runtime, and ends the program.
pub fn refuse<T>(what: &str) -> R<T> {
    crate::run::hole(&format!("batuta: PY0102 {what} is not in the runtime"))
}

/// Arguments by the names of the parameters; what is not listed is refused.
///
/// # Errors
/// `TypeError` for an argument given twice.
pub fn bind<const N: usize>(args: &Args, function: &str, names: [Name; N]) -> R<[Option<Value>; N]> {
    let mut out: [Option<Value>; N] = std::array::from_fn(|at| args.pos.get(at).cloned());
    if args.pos.len() > N {
        return refuse(&format!("numpy.{function} with {} arguments by position", args.pos.len()));
    }
    for (name, value) in args.kw {
        match names.iter().position(|n| n == name) {
            Some(at) if out[at].is_some() => {
                return err("TypeError", format!("{function}() got multiple values for argument '{name}'"));
            }
            Some(at) => out[at] = Some(value.clone()),
            None => return refuse(&format!("numpy.{function} with `{name}`")),
        }
    }
    Ok(out)
}

/// A required argument.
///
/// # Errors
/// `TypeError` when it is missing.
pub fn need(value: Option<Value>, function: &str, name: &str) -> R {
    match value {
        Some(value) => Ok(value),
        None => err("TypeError", format!("{function}() missing 1 required positional argument: '{name}'")),
    }
}

/// An argument that is there and not `None`.
pub fn given(value: Option<Value>) -> Option<Value> {
    value.filter(|v| !v.is_none())
}

/// One side of an operation: a number of Python is weak, it takes the element type of the other side.
#[derive(Clone)]
pub enum Operand {
    /// An array, also one without axes
    Arr(Arr),
    /// `int`
    Int(i64),
    /// `float`
    Float(f64),
    /// `complex`
    Complex(C),
}

/// A value as one side of an operation; none when it is no such thing.
///
/// # Errors
/// `ValueError` for lists that are no arrays.
pub fn operand(value: &Value) -> R<Option<Operand>> {
    Ok(Some(match value {
        Value::Float(x) => Operand::Float(*x),
        Value::Int(n) => Operand::Int(*n),
        Value::Bool(b) => Operand::Arr(Arr::zero_d(Item::Bool(*b))),
        Value::Native(native) => {
            if let Some(array) = native.get::<NdArray>() {
                Operand::Arr(array.arr())
            } else if let Some(Scalar(item)) = native.get::<Scalar>() {
                Operand::Arr(Arr::zero_d(*item))
            } else if let Some(z) = native.get::<crate::complex::Complex>() {
                Operand::Complex(C::new(z.re, z.im))
            } else {
                return Ok(None);
            }
        }
        Value::List(_) | Value::Tuple(_) => Operand::Arr(from_value(value, None)?),
        Value::Big(_) => return err("OverflowError", "Python int too large to convert to C long"),
        _ => return Ok(None),
    }))
}

impl Operand {
    /// As an array, with the element type that a number of Python has on its own.
    pub fn arr(self) -> Arr {
        match self {
            Operand::Arr(a) => a,
            Operand::Int(n) => Arr::zero_d(Item::I64(n)),
            Operand::Float(x) => Arr::zero_d(Item::F64(x)),
            Operand::Complex(z) => Arr::zero_d(Item::C128(z)),
        }
    }
}

/// Any value as an array.
///
/// # Errors
/// `ValueError` for lists that are no arrays; what is no number is refused.
pub fn arr(value: &Value) -> R<Arr> {
    match operand(value)? {
        Some(operand) => Ok(operand.arr()),
        None => from_value(value, None),
    }
}

/// A value as an array of floats, or of complex numbers.
///
/// # Errors
/// As [`arr`].
pub fn floats(value: &Value) -> R<Arr> {
    let a = arr(value)?;
    if a.dtype().is_int() { a.cast(DType::F64) } else { Ok(a) }
}

struct Gather {
    items: Vec<Item>,
    shape: Vec<usize>,
}

impl Gather {
    fn add(&mut self, value: &Value, depth: usize) -> R<()> {
        let items: std::borrow::Cow<[Value]> = match value {
            Value::List(items) => items.borrow().clone().into(),
            Value::Tuple(items) => (**items).clone().into(),
            Value::Range(_) => crate::iter::to_vec(value)?.into(),
            Value::Native(native) if native.get::<NdArray>().is_some_and(|a| a.arr().ndim() > 0) => {
                crate::iter::to_vec(value)?.into()
            }
            _ => return self.leaf(value, depth),
        };
        if depth == self.shape.len() {
            if !self.items.is_empty() {
                return self.ragged(depth);
            }
            self.shape.push(items.len());
        } else if self.shape[depth] != items.len() {
            return self.ragged(depth);
        }
        for item in items.iter() {
            self.add(item, depth + 1)?;
        }
        Ok(())
    }

    fn leaf(&mut self, value: &Value, depth: usize) -> R<()> {
        if depth != self.shape.len() {
            return self.ragged(depth);
        }
        self.items.push(item_of(value)?);
        Ok(())
    }

    fn ragged<T>(&self, depth: usize) -> R<T> {
        let shape: Vec<String> = self.shape[..depth.min(self.shape.len())].iter().map(usize::to_string).collect();
        let shown = if shape.len() == 1 { format!("({},)", shape[0]) } else { format!("({})", shape.join(", ")) };
        let text = format!(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after {depth} dimensions. The detected shape was {shown} + inhomogeneous part."
        );
        err("ValueError", text)
    }
}

/// A number as an element.
///
/// # Errors
/// `OverflowError` for ints beyond 64 bits; what is no number is refused.
pub fn item_of(value: &Value) -> R<Item> {
    Ok(match value {
        Value::Float(x) => Item::F64(*x),
        Value::Int(n) => Item::I64(*n),
        Value::Bool(b) => Item::Bool(*b),
        Value::Native(native) => {
            if let Some(Scalar(item)) = native.get::<Scalar>() {
                *item
            } else if let Some(array) = native.get::<NdArray>() {
                let a = array.arr();
                if a.size() != 1 {
                    return err("ValueError", "setting an array element with a sequence.");
                }
                a.compact()?.only()?
            } else if let Some(z) = downcast::<crate::complex::Complex>(value) {
                Item::C128(C::new(z.re, z.im))
            } else {
                return refuse("an array of objects");
            }
        }
        Value::Str(_) => return refuse("an array of text"),
        Value::Big(_) => return refuse("an array of integers of more than 64 bits"),
        _ => return refuse("an array of objects"),
    })
}

/// An array from nested lists and numbers.
///
/// # Errors
/// `ValueError` when rows differ in length.
pub fn from_value(value: &Value, dtype: Option<DType>) -> R<Arr> {
    if let Value::Native(native) = value {
        if let Some(array) = native.get::<NdArray>() {
            return match dtype {
                Some(dtype) => array.arr().cast(dtype),
                None => array.arr().copy(),
            };
        }
    } else if let Value::List(items) = value {
        let items = items.borrow();
        if dtype.is_none_or(|d| d == DType::F64) && items.iter().all(|v| matches!(v, Value::Float(_))) {
            let floats = items.iter().map(|v| if let Value::Float(x) = v { *x } else { 0.0 });
            return Ok(Arr::line::<f64>(floats.collect()));
        }
    }
    let mut gather = Gather { items: vec![], shape: vec![] };
    gather.add(value, 0)?;
    let found = gather.items.iter().map(|item| item.dtype()).reduce(DType::join).unwrap_or(DType::F64);
    let dtype = dtype.unwrap_or(found);
    if found == DType::C128 && dtype != DType::C128 {
        return err("TypeError", "float() argument must be a string or a real number, not 'complex'");
    }
    with_type!(dtype, T => {
        for item in &gather.items {
            in_bounds(*item, dtype)?;
        }
        let items: Vec<T> = gather.items.iter().map(|item| item.to::<T>()).collect();
        if items.len() != count(&gather.shape) {
            return gather.ragged(gather.shape.len());
        }
        Ok(Arr::new(items, &gather.shape))
    })
}

/// Refuses a Python integer that does not fit.
pub(super) fn in_bounds(item: Item, dtype: DType) -> R<()> {
    if let Item::I64(n) = item {
        let fits = match dtype {
            DType::U8 => u8::try_from(n).is_ok(),
            DType::I32 => i32::try_from(n).is_ok(),
            _ => true,
        };
        if !fits {
            return err("OverflowError", format!("Python integer {n} out of bounds for {}", dtype.name()));
        }
    }
    Ok(())
}

/// The element type that a value names.
///
/// # Errors
/// What is not there is refused.
pub fn dtype(value: &Value) -> R<DType> {
    let name = match value {
        Value::Class(class) => class.name.strip_prefix("numpy.").unwrap_or(class.name),
        Value::Str(text) => text.as_str(),
        Value::Native(_) => match downcast::<DTypeObject>(value) {
            Some(object) => return Ok(object.0),
            None => "",
        },
        _ => "",
    };
    match DType::parse(name) {
        Some(dtype) => Ok(dtype),
        None => refuse(&format!("numpy's element type `{}`", crate::repr::str_of(value)?)),
    }
}

/// The element type of an optional argument.
///
/// # Errors
/// As [`dtype`].
pub fn opt_dtype(value: Option<Value>) -> R<Option<DType>> {
    given(value).map(|v| dtype(&v)).transpose()
}

/// An integer argument.
///
/// # Errors
/// `TypeError` when it is none.
pub fn int(value: &Value) -> R<i64> {
    crate::item::index(value, "object")
}

/// A float argument.
///
/// # Errors
/// `TypeError` when it is none.
pub fn float(value: &Value) -> R<f64> {
    match crate::construct::float(&crate::func::pos(std::slice::from_ref(value)))? {
        Value::Float(x) => Ok(x),
        _ => err("TypeError", "must be real number"),
    }
}

/// Several integers, or one.
///
/// # Errors
/// `TypeError` when they are none.
pub fn ints(value: &Value) -> R<Vec<i64>> {
    match value {
        Value::List(_) | Value::Tuple(_) => crate::iter::to_vec(value)?.iter().map(int).collect(),
        Value::Native(native) if native.get::<NdArray>().is_some_and(|a| a.arr().ndim() == 1) => {
            crate::iter::to_vec(value)?.iter().map(int).collect()
        }
        _ => Ok(vec![int(value)?]),
    }
}

/// A shape.
///
/// # Errors
/// `ValueError` for negative lengths.
pub fn shape(value: &Value) -> R<Vec<usize>> {
    let all: Vec<usize> = ints(value)?
        .into_iter()
        .map(|n| usize::try_from(n).or_else(|_| err("ValueError", "negative dimensions are not allowed")))
        .collect::<R<_>>()?;
    let bytes = all.iter().try_fold(8usize, |n, len| n.checked_mul(*len));
    if bytes.is_none_or(|n| n > 1 << 40) {
        return err("MemoryError", "Unable to allocate the array");
    }
    Ok(all)
}

/// An axis, counted from the end when negative.
///
/// # Errors
/// `AxisError` when there is no such axis.
pub fn axis(n: i64, ndim: usize) -> R<usize> {
    let at = if n < 0 { n + ndim as i64 } else { n };
    if at < 0 || at >= ndim as i64 {
        return err("AxisError", format!("axis {n} is out of bounds for array of dimension {ndim}"));
    }
    Ok(at as usize)
}

/// The axes of an optional argument; none means all.
///
/// # Errors
/// As [`axis`].
pub fn axes(value: Option<Value>, ndim: usize) -> R<Option<Vec<usize>>> {
    match given(value) {
        None => Ok(None),
        Some(value) => {
            let mut out: Vec<usize> = ints(&value)?.into_iter().map(|n| axis(n, ndim)).collect::<R<_>>()?;
            out.sort_unstable();
            if out.windows(2).any(|w| w[0] == w[1]) {
                return err("ValueError", "duplicate value in 'axis'");
            }
            Ok(Some(out))
        }
    }
}

/// A truth value as an optional argument.
///
/// # Errors
/// What `bool` raises.
pub fn flag(value: Option<Value>, default: bool) -> R<bool> {
    value.map_or(Ok(default), |v| v.truth())
}

/// An element as a number of Python.
pub fn python(item: Item) -> Value {
    match item {
        Item::Bool(x) => Value::Bool(x),
        Item::U8(x) => Value::Int(i64::from(x)),
        Item::I32(x) => Value::Int(i64::from(x)),
        Item::I64(x) => Value::Int(x),
        Item::F32(x) => Value::Float(f64::from(x)),
        Item::F64(x) => Value::Float(x),
        Item::C128(z) => crate::complex::value(z.re, z.im),
    }
}

/// Nested lists of numbers of Python.
///
/// # Errors
/// None in practice.
pub fn to_list(a: &Arr) -> R {
    if a.ndim() == 0 {
        return Ok(python(a.only()?));
    }
    if a.ndim() == 1 {
        return with_type!(a.dtype(), T => {
            Ok(Value::list(a.vals::<T>()?.iter().map(|x| python(x.item())).collect()))
        });
    }
    let rows: R<Vec<Value>> = (0..a.shape[0]).map(|at| to_list(&a.pick(0, at))).collect();
    Ok(Value::list(rows?))
}
