//! Operations on two sides: which element type they are computed in, and the operators of Python.

use super::arith::Arith;
use super::array::{Arr, broadcast};
use super::convert::{Operand, in_bounds, refuse};
use super::dtype::{C, DType, Elem, Item};
use super::loops::{map, update, zip};
use super::object::{result, scalar};
use crate::exc::err;
use crate::native::downcast;
use crate::value::{Name, R, Value};

/// An operation on two sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)] // each has the name that it has in NumPy
pub enum Op {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Remainder,
    Fmod,
    Power,
    Maximum,
    Minimum,
    Fmax,
    Fmin,
    Arctan2,
    Hypot,
    Copysign,
    Logaddexp,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    LogicalAnd,
    LogicalOr,
    LogicalXor,
    And,
    Or,
    Xor,
    Shl,
    Shr,
    Gcd,
    Lcm,
}

impl Op {
    fn compares(self) -> bool {
        use Op::{Equal, Greater, GreaterEqual, Less, LessEqual, NotEqual};
        matches!(self, Equal | NotEqual | Less | LessEqual | Greater | GreaterEqual)
    }

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Op::Add => "add",
            Op::Subtract => "subtract",
            Op::Multiply => "multiply",
            Op::Divide => "divide",
            Op::FloorDivide => "floor_divide",
            Op::Remainder => "remainder",
            Op::Power => "power",
            Op::And => "bitwise_and",
            Op::Or => "bitwise_or",
            Op::Xor => "bitwise_xor",
            Op::Shl => "left_shift",
            Op::Shr => "right_shift",
            _ => "ufunc",
        }
    }

    /// The operation of a special method, in-place ones included.
    fn of(name: Name) -> Option<Op> {
        Some(match name {
            "__add__" | "__iadd__" => Op::Add,
            "__sub__" | "__isub__" => Op::Subtract,
            "__mul__" | "__imul__" => Op::Multiply,
            "__truediv__" | "__itruediv__" => Op::Divide,
            "__floordiv__" | "__ifloordiv__" => Op::FloorDivide,
            "__mod__" | "__imod__" => Op::Remainder,
            "__pow__" | "__ipow__" => Op::Power,
            "__lshift__" | "__ilshift__" => Op::Shl,
            "__rshift__" | "__irshift__" => Op::Shr,
            "__and__" | "__iand__" => Op::And,
            "__or__" | "__ior__" => Op::Or,
            "__xor__" | "__ixor__" => Op::Xor,
            "__eq__" => Op::Equal,
            "__ne__" => Op::NotEqual,
            "__lt__" => Op::Less,
            "__le__" => Op::LessEqual,
            "__gt__" => Op::Greater,
            "__ge__" => Op::GreaterEqual,
            _ => return None,
        })
    }
}

/// A binary operator of Python; none when it is no such operator.
///
/// # Errors
/// `ValueError` for shapes that do not fit.
pub fn dunder(name: Name, a: Operand, b: Operand) -> R<Option<Value>> {
    if matches!(name, "__matmul__" | "__imatmul__") {
        return super::linalg::matmul(&a.arr(), &b.arr()).and_then(result).map(Some);
    }
    let Some(op) = Op::of(name) else { return Ok(None) };
    if op == Op::Power && matches!(a, Operand::Arr(_)) {
        let quick = match &b {
            Operand::Int(n) => small_power(&a, *n as f64)?,
            Operand::Float(x) => small_power(&a, *x)?,
            _ => None,
        };
        if let Some(done) = quick {
            return result(done).map(Some);
        }
    }
    result(binary(op, &a, &b)?).map(Some)
}

/// Powers that NumPy computes in another way when the exponent is a number of Python.
fn small_power(a: &Operand, exponent: f64) -> R<Option<Arr>> {
    let Operand::Arr(base) = a else { return Ok(None) };
    if base.ndim() == 0 || base.dtype().is_int() && exponent != 2.0 || base.dtype() == DType::Bool {
        return Ok(None);
    }
    let same = |op: super::unary::Op| super::unary::apply(op, base).map(Some);
    match exponent {
        1.0 => base.copy().map(Some),
        2.0 if base.dtype() == DType::C128 && super::loops::wide() => map::<C, C>(base, |z| fused(z, z)).map(Some),
        2.0 if base.dtype() == DType::C128 => map::<C, C>(base, |z| z * z).map(Some),
        2.0 => same(super::unary::Op::Square),
        -1.0 if base.dtype() != DType::C128 => same(super::unary::Op::Reciprocal),
        0.5 if base.dtype() != DType::C128 => same(super::unary::Op::Sqrt),
        0.0 => Arr::filled(Item::I64(1), &base.shape).cast(base.dtype()).map(Some),
        _ => Ok(None),
    }
}

/// A unary operator of Python; none when it is no such operator.
///
/// # Errors
/// `TypeError` for element types without it.
pub fn dunder_unary(name: Name, a: Arr) -> R<Option<Value>> {
    use super::unary::{Op, apply};
    let op = match name {
        "__neg__" => Op::Negative,
        "__pos__" => Op::Positive,
        "__abs__" => Op::Absolute,
        "__invert__" => Op::Invert,
        _ => return Ok(None),
    };
    result(apply(op, &a)?).map(Some)
}

/// Scalars of the common kinds without arrays; none for all others.
pub fn scalars(name: Name, a: Item, other: &Value, swapped: bool) -> Option<R> {
    let (Item::F64(x), Some(y)) = (a, number(other)) else { return None };
    // Comparisons come with the mirrored name.
    let swapped = swapped && !matches!(name, "__lt__" | "__le__" | "__gt__" | "__ge__");
    let (x, y) = if swapped { (y, x) } else { (x, y) };
    let float = |x: f64| Some(Ok(scalar(Item::F64(x))));
    let truth = |b: bool| Some(Ok(scalar(Item::Bool(b))));
    match Op::of(name)? {
        Op::Add => float(x + y),
        Op::Subtract => float(x - y),
        Op::Multiply => float(x * y),
        Op::Divide => float(x / y),
        Op::Power => float(x.powf(y)),
        Op::Equal => truth(x == y),
        Op::NotEqual => truth(x != y),
        Op::Less => truth(x < y),
        Op::LessEqual => truth(x <= y),
        Op::Greater => truth(x > y),
        Op::GreaterEqual => truth(x >= y),
        _ => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Float(x) => Some(*x),
        Value::Int(n) => Some(*n as f64),
        Value::Native(_) => match downcast::<super::object::Scalar>(value)?.0 {
            Item::F64(x) => Some(x),
            Item::I64(n) => Some(n as f64),
            Item::I32(n) => Some(f64::from(n)),
            _ => None,
        },
        _ => None,
    }
}

/// The element type in which two sides meet.
///
/// # Errors
/// `OverflowError` for an int that does not fit.
pub fn common(a: &Operand, b: &Operand, compares: bool) -> R<DType> {
    Ok(match (a, b) {
        (Operand::Arr(a), Operand::Arr(b)) => a.dtype().join(b.dtype()),
        (Operand::Arr(a), weak) | (weak, Operand::Arr(a)) => match (a.dtype(), weak) {
            (DType::Bool, Operand::Int(_)) => DType::I64,
            (d, Operand::Int(n)) => match in_bounds(Item::I64(*n), d) {
                Err(_) if compares => DType::I64,
                found => found.map(|()| d)?,
            },
            (d, Operand::Float(_)) => {
                if d.is_int() {
                    DType::F64
                } else {
                    d
                }
            }
            (DType::F32, _) => return refuse("numpy.complex64"),
            _ => DType::C128,
        },
        (Operand::Complex(_), _) | (_, Operand::Complex(_)) => DType::C128,
        (Operand::Float(_), _) | (_, Operand::Float(_)) => DType::F64,
        _ => DType::I64,
    })
}

/// Both sides as arrays of one element type and one shape.
fn prepare(a: &Operand, b: &Operand, dtype: DType) -> R<(Arr, Arr)> {
    let (a, b) = (a.clone().arr().as_dtype(dtype)?, b.clone().arr().as_dtype(dtype)?);
    if a.shape == b.shape {
        return Ok((a, b));
    }
    let shape = broadcast(&[&a.shape, &b.shape])?;
    Ok((a.stretched(&shape)?, b.stretched(&shape)?))
}

/// An operation on two sides.
///
/// # Errors
/// `ValueError` for shapes that do not fit, `TypeError` for element types without the operation.
pub fn binary(op: Op, a: &Operand, b: &Operand) -> R<Arr> {
    let meet = common(a, b, op.compares())?;
    let dtype = working(op, meet)?;
    let (a, b) = prepare(a, b, dtype)?;
    if op.compares() {
        return compare(op, &a, &b);
    }
    match op {
        Op::LogicalAnd => return zip::<bool, bool, bool>(&a, &b, |x, y| x & y),
        Op::LogicalOr => return zip::<bool, bool, bool>(&a, &b, |x, y| x | y),
        Op::LogicalXor => return zip::<bool, bool, bool>(&a, &b, |x, y| x ^ y),
        _ => {}
    }
    if op == Op::Power && meet.is_int() && negative(&b)? {
        return err("ValueError", "Integers to negative integer powers are not allowed.");
    }
    match dtype {
        DType::Bool => bools(op, &a, &b),
        DType::U8 => ints::<u8>(op, &a, &b),
        DType::I32 => ints::<i32>(op, &a, &b),
        DType::I64 => ints::<i64>(op, &a, &b),
        DType::F32 => floats::<f32>(op, &a, &b),
        DType::F64 => floats::<f64>(op, &a, &b),
        DType::C128 => complexes(op, &a, &b),
    }
}

fn negative(b: &Arr) -> R<bool> {
    Ok(b.dtype().is_int() && b.vals::<i64>()?.iter().any(|n| *n < 0))
}

/// The element type in which an operation on two sides of type `meet` is computed.
fn working(op: Op, meet: DType) -> R<DType> {
    use Op::{Arctan2, Copysign, Divide, Hypot, Logaddexp};
    Ok(match op {
        Op::LogicalAnd | Op::LogicalOr | Op::LogicalXor => DType::Bool,
        Divide if meet.is_int() => DType::F64,
        Arctan2 | Copysign | Hypot | Logaddexp => match meet {
            DType::I32 | DType::I64 => DType::F64,
            DType::Bool | DType::U8 => return refuse("numpy.float16"),
            DType::C128 => return unsupported(op),
            other => other,
        },
        Op::Subtract if meet == DType::Bool => {
            return err(
                "TypeError",
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.",
            );
        }
        Op::FloorDivide | Op::Remainder | Op::Fmod | Op::Power | Op::Shl | Op::Shr | Op::Gcd | Op::Lcm
            if meet == DType::Bool =>
        {
            return refuse("numpy.int8");
        }
        Op::FloorDivide | Op::Remainder | Op::Fmod if meet == DType::C128 => return unsupported(op),
        Op::And | Op::Or | Op::Xor | Op::Shl | Op::Shr | Op::Gcd | Op::Lcm if !meet.is_int() => {
            return unsupported(op);
        }
        _ => meet,
    })
}

fn unsupported<T>(op: Op) -> R<T> {
    let name = op.name();
    err(
        "TypeError",
        format!(
            "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''"
        ),
    )
}

fn compare(op: Op, a: &Arr, b: &Arr) -> R<Arr> {
    fn typed<T: Elem + PartialOrd>(op: Op, a: &Arr, b: &Arr) -> R<Arr> {
        match op {
            Op::Equal => zip::<T, T, bool>(a, b, |x, y| x == y),
            Op::NotEqual => zip::<T, T, bool>(a, b, |x, y| x != y),
            Op::Less => zip::<T, T, bool>(a, b, |x, y| x < y),
            Op::LessEqual => zip::<T, T, bool>(a, b, |x, y| x <= y),
            Op::Greater => zip::<T, T, bool>(a, b, |x, y| x > y),
            _ => zip::<T, T, bool>(a, b, |x, y| x >= y),
        }
    }
    super::array::with_type!(a.dtype(), T => typed::<T>(op, a, b))
}

fn bools(op: Op, a: &Arr, b: &Arr) -> R<Arr> {
    match op {
        Op::Add | Op::Or | Op::Maximum | Op::Fmax => zip::<bool, bool, bool>(a, b, |x, y| x | y),
        Op::Multiply | Op::And | Op::Minimum | Op::Fmin => zip::<bool, bool, bool>(a, b, |x, y| x & y),
        Op::Xor => zip::<bool, bool, bool>(a, b, |x, y| x ^ y),
        _ => unsupported(op),
    }
}

fn arithmetic<T: Arith>(op: Op, a: &Arr, b: &Arr) -> R<Arr> {
    match op {
        Op::Add => zip::<T, T, T>(a, b, T::add),
        Op::Subtract => zip::<T, T, T>(a, b, T::sub),
        Op::Multiply => zip::<T, T, T>(a, b, T::mul),
        Op::FloorDivide => zip::<T, T, T>(a, b, T::floor_div),
        Op::Remainder => zip::<T, T, T>(a, b, T::rem),
        Op::Fmod => zip::<T, T, T>(a, b, T::fmod),
        Op::Power => zip::<T, T, T>(a, b, T::pow),
        Op::Maximum => zip::<T, T, T>(a, b, T::max),
        Op::Minimum => zip::<T, T, T>(a, b, T::min),
        Op::Fmax => zip::<T, T, T>(a, b, |x, y| {
            if x.nan() {
                y
            } else if y.nan() {
                x
            } else {
                x.max(y)
            }
        }),
        Op::Fmin => zip::<T, T, T>(a, b, |x, y| {
            if x.nan() {
                y
            } else if y.nan() {
                x
            } else {
                x.min(y)
            }
        }),
        _ => unsupported(op),
    }
}

/// What integers have besides arithmetic.
pub trait Bits: Arith {
    /// `a & b`
    fn and(self, b: Self) -> Self;
    /// `a | b`
    fn or(self, b: Self) -> Self;
    /// `a ^ b`
    fn xor(self, b: Self) -> Self;
    /// `a << b`
    fn shl(self, b: Self) -> Self;
    /// `a >> b`
    fn shr(self, b: Self) -> Self;
    /// `~a`
    fn not(self) -> Self;
    /// Greatest common divisor
    fn gcd(self, b: Self) -> Self;
}

macro_rules! bits {
    ($($t:ty)*) => {$(
        impl Bits for $t {
            fn and(self, b: Self) -> Self {
                self & b
            }
            fn or(self, b: Self) -> Self {
                self | b
            }
            fn xor(self, b: Self) -> Self {
                self ^ b
            }
            fn shl(self, b: Self) -> Self {
                u32::try_from(b).ok().and_then(|n| self.checked_shl(n)).unwrap_or(0)
            }
            fn shr(self, b: Self) -> Self {
                let shifted = u32::try_from(b).ok().and_then(|n| self.checked_shr(n));
                #[allow(unused_comparisons)]
                let below = self < 0;
                shifted.unwrap_or(if below { (0 as $t).wrapping_sub(1) } else { 0 })
            }
            fn not(self) -> Self {
                !self
            }
            fn gcd(self, b: Self) -> Self {
                let (mut a, mut b) = (Arith::abs(self), Arith::abs(b));
                while b != 0 {
                    (a, b) = (b, a.wrapping_rem(b));
                }
                a
            }
        }
    )*};
}
bits!(u8 i32 i64);

fn ints<T: Bits>(op: Op, a: &Arr, b: &Arr) -> R<Arr> {
    match op {
        Op::And => zip::<T, T, T>(a, b, T::and),
        Op::Or => zip::<T, T, T>(a, b, T::or),
        Op::Xor => zip::<T, T, T>(a, b, T::xor),
        Op::Shl => zip::<T, T, T>(a, b, T::shl),
        Op::Shr => zip::<T, T, T>(a, b, T::shr),
        Op::Gcd => zip::<T, T, T>(a, b, T::gcd),
        Op::Lcm => zip::<T, T, T>(a, b, |x, y| {
            let common = x.gcd(y);
            if common.truth() { Arith::abs(x.floor_div(common).mul(y)) } else { common }
        }),
        _ => arithmetic::<T>(op, a, b),
    }
}

/// What floats have besides arithmetic.
pub trait Float: Arith {
    /// `a / b`
    fn over(self, b: Self) -> Self;
    /// `arctan2(a, b)`
    fn arctan2(self, b: Self) -> Self;
    /// `hypot(a, b)`
    fn hypotenuse(self, b: Self) -> Self;
    /// `copysign(a, b)`
    fn signed_as(self, b: Self) -> Self;
    /// `logaddexp(a, b)`
    fn log_add(self, b: Self) -> Self;
}

macro_rules! float {
    ($($t:ty)*) => {$(
        impl Float for $t {
            #[inline(always)]
            fn over(self, b: Self) -> Self {
                self / b
            }
            fn arctan2(self, b: Self) -> Self {
                self.atan2(b)
            }
            fn hypotenuse(self, b: Self) -> Self {
                self.hypot(b)
            }
            fn signed_as(self, b: Self) -> Self {
                self.copysign(b)
            }
            fn log_add(self, b: Self) -> Self {
                if self == b {
                    return self + (2.0 as $t).ln();
                }
                let gap = self - b;
                if gap > 0.0 {
                    self + (-gap).exp().ln_1p()
                } else if gap <= 0.0 {
                    b + gap.exp().ln_1p()
                } else {
                    gap
                }
            }
        }
    )*};
}
float!(f32 f64);

fn floats<T: Float>(op: Op, a: &Arr, b: &Arr) -> R<Arr> {
    match op {
        Op::Divide => zip::<T, T, T>(a, b, T::over),
        Op::Arctan2 => zip::<T, T, T>(a, b, T::arctan2),
        Op::Hypot => zip::<T, T, T>(a, b, T::hypotenuse),
        Op::Copysign => zip::<T, T, T>(a, b, T::signed_as),
        Op::Logaddexp => zip::<T, T, T>(a, b, T::log_add),
        _ => arithmetic::<T>(op, a, b),
    }
}

/// The product as wide processors form it: with one rounding less in each part.
#[inline(always)]
pub fn fused(a: C, b: C) -> C {
    C::new(a.re.mul_add(b.re, -(a.im * b.im)), a.re.mul_add(b.im, a.im * b.re))
}

fn complexes(op: Op, a: &Arr, b: &Arr) -> R<Arr> {
    match op {
        Op::Divide => zip::<C, C, C>(a, b, |x, y| x / y),
        Op::Multiply if a.ndim() > 0 && super::loops::wide() => zip::<C, C, C>(a, b, fused),
        Op::Hypot | Op::Arctan2 | Op::Copysign | Op::Logaddexp => unsupported(op),
        _ => arithmetic::<C>(op, a, b),
    }
}

/// `target op= other`
///
/// # Errors
/// `TypeError` when the result has no place in the element type of the target.
pub fn in_place(name: Name, target: &Arr, other: &Value) -> R<()> {
    let Some(b) = super::convert::operand(other)? else {
        return err("TypeError", format!("unsupported operand type(s) for {name}"));
    };
    if name == "__imatmul__" {
        return target.assign(&super::linalg::matmul(target, &b.arr())?);
    }
    let Some(op) = Op::of(name) else { return err("TypeError", format!("unsupported operand type(s) for {name}")) };
    let a = Operand::Arr(target.clone());
    let dtype = working(op, common(&a, &b, false)?)?;
    if !dtype.casts_to(target.dtype()) {
        let (from, to) = (dtype.name(), target.dtype().name());
        let text = format!(
            "Cannot cast ufunc '{}' output from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'",
            op.name()
        );
        return err("UFuncTypeError", text);
    }
    if dtype == target.dtype() && matches!(dtype, DType::F64 | DType::I64 | DType::Bool | DType::U8) {
        let b = b.clone().arr().as_dtype(dtype)?;
        if !b.shares(target) && b.ndim() <= target.ndim() {
            let b = b.stretched(&target.shape).or_else(|_| no_place(target, &b))?;
            match (op, dtype) {
                (Op::Add, DType::F64) => return update::<f64, f64>(target, &b, f64::add),
                (Op::Subtract, DType::F64) => return update::<f64, f64>(target, &b, f64::sub),
                (Op::Multiply, DType::F64) => return update::<f64, f64>(target, &b, f64::mul),
                (Op::Divide, DType::F64) => return update::<f64, f64>(target, &b, f64::over),
                (Op::And, DType::Bool) => return update::<bool, bool>(target, &b, |x, y| x & y),
                (Op::Or, DType::Bool) => return update::<bool, bool>(target, &b, |x, y| x | y),
                (Op::Add, DType::U8) => return update::<u8, u8>(target, &b, u8::add),
                (Op::Add, DType::I64) => return update::<i64, i64>(target, &b, i64::add),
                (Op::Subtract, DType::I64) => return update::<i64, i64>(target, &b, i64::sub),
                (Op::Multiply, DType::I64) => return update::<i64, i64>(target, &b, i64::mul),
                _ => {}
            }
        }
    }
    let done = match dunder(plain(op), a, b)? {
        Some(value) => super::convert::arr(&value)?,
        None => return Ok(()),
    };
    if done.shape != target.shape {
        return no_place(target, &done);
    }
    target.assign(&done)
}

fn plain(op: Op) -> Name {
    match op {
        Op::Add => "__add__",
        Op::Subtract => "__sub__",
        Op::Multiply => "__mul__",
        Op::Divide => "__truediv__",
        Op::FloorDivide => "__floordiv__",
        Op::Remainder => "__mod__",
        Op::Power => "__pow__",
        Op::Shl => "__lshift__",
        Op::Shr => "__rshift__",
        Op::And => "__and__",
        Op::Or => "__or__",
        _ => "__xor__",
    }
}

fn no_place<T>(target: &Arr, b: &Arr) -> R<T> {
    let shapes = [target.shape.as_slice(), b.shape.as_slice()];
    let shape = broadcast(&shapes)?;
    let (a, b) = (super::array::show_shape(&target.shape), super::array::show_shape(&shape));
    err("ValueError", format!("non-broadcastable output operand with shape {a} doesn't match the broadcast shape {b}"))
}

/// `round(a, digits)`
///
/// # Errors
/// None in practice.
pub fn round(a: &Arr, digits: i64) -> R<Arr> {
    fn scaled(x: f64, unit: f64, digits: i64) -> f64 {
        if digits >= 0 { (x * unit).round_ties_even() / unit } else { (x / unit).round_ties_even() * unit }
    }
    let unit = 10f64.powi(digits.unsigned_abs().min(400) as i32);
    match a.dtype() {
        DType::F64 if digits == 0 => map::<f64, f64>(a, f64::round_ties_even),
        DType::F64 => map::<f64, f64>(a, move |x| scaled(x, unit, digits)),
        DType::F32 if digits == 0 => map::<f32, f32>(a, f32::round_ties_even),
        DType::F32 => {
            let unit = unit as f32;
            map::<f32, f32>(a, move |x| {
                if digits >= 0 { (x * unit).round_ties_even() / unit } else { (x / unit).round_ties_even() * unit }
            })
        }
        DType::C128 => map::<C, C>(a, move |z| C::new(scaled(z.re, unit, digits), scaled(z.im, unit, digits))),
        _ if digits >= 0 => a.copy(),
        _ => refuse("numpy.round of integers to tens"),
    }
}
