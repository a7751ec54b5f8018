//! The objects that programs see: arrays, scalars, element types.

use super::array::Arr;
use super::convert::{operand, python, refuse};
use super::dtype::{DType, Item};
use super::{index, methods, print, ufunc};
use crate::exc::err;
use crate::func::Args;
use crate::iter::Iteration;
use crate::native::{Object, native};
use crate::value::{Name, R, Value};
use std::cell::RefCell;

/// `numpy.ndarray`
pub struct NdArray(pub RefCell<Arr>);

impl NdArray {
    /// The array behind it.
    pub fn arr(&self) -> Arr {
        self.0.borrow().clone()
    }
}

/// A scalar such as `numpy.float64`.
pub struct Scalar(pub Item);

/// `numpy.dtype`
pub struct DTypeObject(pub DType);

/// An array as a value.
pub fn array(a: Arr) -> Value {
    native(NdArray(RefCell::new(a)))
}

/// A scalar as a value.
pub fn scalar(item: Item) -> Value {
    native(Scalar(item))
}

/// A result: arrays without axes become scalars.
///
/// # Errors
/// None in practice.
pub fn result(a: Arr) -> R {
    if a.ndim() == 0 { a.only().map(scalar) } else { Ok(array(a)) }
}

/// An element type as a value.
pub fn dtype(d: DType) -> Value {
    native(DTypeObject(d))
}

fn ambiguous<T>() -> R<T> {
    err("ValueError", "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
}

fn operate(op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
    // Comparisons come with the mirrored name.
    let swapped = swapped && !matches!(op, "__lt__" | "__le__" | "__gt__" | "__ge__");
    let run = || -> R<Option<Value>> {
        if other.is_none() && !matches!(op, "__eq__" | "__ne__") {
            let Some(operand) = operand(this)? else { return Ok(None) };
            return ufunc::dunder_unary(op, operand.arr());
        }
        let (Some(a), Some(b)) = (operand(this)?, operand(other)?) else { return Ok(None) };
        let (a, b) = if swapped { (b, a) } else { (a, b) };
        ufunc::dunder(op, a, b)
    };
    match run() {
        Ok(Some(value)) => Some(Ok(value)),
        Ok(None) => None,
        Err(raised) => Some(Err(raised)),
    }
}

impl Object for NdArray {
    fn type_name(&self) -> Name {
        "numpy.ndarray"
    }

    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        methods::attribute(&self.arr(), this, name)
    }

    fn set_attr(&self, name: Name, value: &Value) -> bool {
        methods::set_attribute(self, name, value)
    }

    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        methods::call(self, this, name, args)
    }

    fn iter(&self, _: &Value) -> Option<R<Iteration>> {
        let a = self.arr();
        if a.ndim() == 0 {
            return Some(err("TypeError", "iteration over a 0-d array"));
        }
        let mut at = 0;
        Some(Ok(Iteration::Code(Box::new(move || {
            if at >= a.shape[0] {
                return Ok(None);
            }
            at += 1;
            result(a.pick(0, at - 1)).map(Some)
        }))))
    }

    fn len(&self) -> Option<usize> {
        self.0.borrow().shape.first().copied()
    }

    fn repr(&self) -> Option<R<String>> {
        Some(print::repr(&self.arr()))
    }

    fn str(&self) -> Option<R<String>> {
        Some(print::text(&self.arr()))
    }

    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let a = array(self.arr());
        Some(match operate("__eq__", &a, other, false) {
            Some(found) => found.and_then(|v| v.truth()),
            None => return None,
        })
    }

    fn hash(&self) -> Option<R<i64>> {
        Some(err("TypeError", "unhashable type: 'numpy.ndarray'"))
    }

    fn get_item(&self, key: &Value) -> Option<R> {
        Some(index::get(&self.0.borrow(), key))
    }

    fn set_item(&self, key: &Value, value: Value) -> Option<R<()>> {
        let a = self.arr();
        Some(index::set(&a, key, &value))
    }

    fn contains(&self, value: &Value) -> Option<R<bool>> {
        let a = array(self.arr());
        let found = operate("__eq__", &a, value, false)?;
        Some(found.and_then(|v| super::reduce::any_true(&super::convert::arr(&v)?)))
    }

    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        if other.is_none() && matches!(op, "__eq__" | "__ne__") {
            return Some(refuse("a comparison of an array with None"));
        }
        if op.starts_with("__i") && op != "__invert__" {
            return Some(ufunc::in_place(op, &self.arr(), other).map(|()| this.clone()));
        }
        operate(op, this, other, swapped)
    }

    fn test(&self) -> Option<R<bool>> {
        let a = self.arr();
        Some(match a.size() {
            1 => a.only().map(Item::to::<bool>),
            0 => err(
                "ValueError",
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.",
            ),
            _ => ambiguous(),
        })
    }

    fn number(&self) -> Option<Value> {
        let a = self.0.borrow();
        if a.ndim() == 0 { a.only().ok().map(python) } else { None }
    }
}

impl Object for Scalar {
    fn type_name(&self) -> Name {
        match self.0 {
            Item::Bool(_) => "numpy.bool",
            Item::U8(_) => "numpy.uint8",
            Item::I32(_) => "numpy.int32",
            Item::I64(_) => "numpy.int64",
            Item::F32(_) => "numpy.float32",
            Item::F64(_) => "numpy.float64",
            Item::C128(_) => "numpy.complex128",
        }
    }

    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        methods::attribute(&Arr::zero_d(self.0), this, name)
    }

    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        match name {
            "is_integer" | "as_integer_ratio" | "hex" | "bit_count" => {
                Some(crate::methods::call(&python(self.0), name, args))
            }
            "__round__" => Some(round(self.0, args)),
            "__index__" if !self.0.dtype().is_int() => None,
            _ => methods::call(&NdArray(RefCell::new(Arr::zero_d(self.0))), this, name, args),
        }
    }

    fn repr(&self) -> Option<R<String>> {
        Some(print::scalar_repr(self.0))
    }

    fn str(&self) -> Option<R<String>> {
        Some(Ok(print::scalar_text(self.0)))
    }

    fn eq(&self, other: &Value) -> Option<R<bool>> {
        if let Value::Float(_) | Value::Int(_) | Value::Bool(_) | Value::Str(_) | Value::None = other {
            return Some(crate::compare::eq(&python(self.0), other));
        }
        let this = scalar(self.0);
        operate("__eq__", &this, other, false).map(|found| found.and_then(|v| v.truth()))
    }

    fn hash(&self) -> Option<R<i64>> {
        Some(crate::hash::hash(&python(self.0)))
    }

    fn get_item(&self, key: &Value) -> Option<R> {
        match key {
            Value::Tuple(items) if items.is_empty() => Some(Ok(scalar(self.0))),
            Value::None | Value::Ellipsis => Some(index::get(&Arr::zero_d(self.0), key)),
            _ => Some(err("IndexError", "invalid index to scalar variable.")),
        }
    }

    fn binary(&self, op: Name, this: &Value, other: &Value, swapped: bool) -> Option<R> {
        if let Some(done) = ufunc::scalars(op, self.0, other, swapped) {
            return Some(done);
        }
        let op = plain_name(op);
        operate(op, this, other, swapped)
    }

    fn test(&self) -> Option<R<bool>> {
        Some(Ok(self.0.to::<bool>()))
    }

    fn number(&self) -> Option<Value> {
        Some(python(self.0))
    }
}

/// Scalars do not change: `+=` on them is `+`.
fn plain_name(op: Name) -> Name {
    match op {
        "__iadd__" => "__add__",
        "__isub__" => "__sub__",
        "__imul__" => "__mul__",
        "__itruediv__" => "__truediv__",
        "__ifloordiv__" => "__floordiv__",
        "__imod__" => "__mod__",
        "__ipow__" => "__pow__",
        "__ilshift__" => "__lshift__",
        "__irshift__" => "__rshift__",
        "__iand__" => "__and__",
        "__ior__" => "__or__",
        "__ixor__" => "__xor__",
        "__imatmul__" => "__matmul__",
        other => other,
    }
}

fn round(item: Item, args: &Args) -> R {
    match args.pos.first().filter(|v| !v.is_none()) {
        None => {
            let plain = python(item);
            crate::builtins::round(&crate::func::pos(&[plain]))
        }
        Some(digits) => result(ufunc::round(&Arr::zero_d(item), super::convert::int(digits)?)?),
    }
}

impl Object for DTypeObject {
    fn type_name(&self) -> Name {
        "numpy.dtype"
    }

    fn get_attr(&self, _: &Value, name: Name) -> R<Option<Value>> {
        Ok(Some(match name {
            "name" => Value::str(self.0.name()),
            "kind" => Value::str(self.0.kind()),
            "itemsize" => Value::from(self.0.size()),
            "type" => crate::library::class(scalar_class(self.0)),
            _ if name.starts_with("__") => return Ok(None),
            _ => return refuse(&format!("numpy.dtype.{name}")),
        }))
    }

    fn repr(&self) -> Option<R<String>> {
        Some(Ok(format!("dtype('{}')", self.0.name())))
    }

    fn str(&self) -> Option<R<String>> {
        Some(Ok(self.0.name().to_string()))
    }

    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let name = match other {
            Value::None => return Some(Ok(false)),
            Value::Str(text) => DType::parse(text.as_str()),
            _ => return Some(super::convert::dtype(other).map(|d| d == self.0)),
        };
        Some(Ok(name == Some(self.0)))
    }

    fn hash(&self) -> Option<R<i64>> {
        Some(crate::hash::hash(&Value::str(self.0.name())))
    }
}

/// The class of scalars of an element type.
pub fn scalar_class(d: DType) -> Name {
    match d {
        DType::Bool => "numpy.bool",
        DType::U8 => "numpy.uint8",
        DType::I32 => "numpy.int32",
        DType::I64 => "numpy.int64",
        DType::F32 => "numpy.float32",
        DType::F64 => "numpy.float64",
        DType::C128 => "numpy.complex128",
    }
}
