//! New arrays.

use super::array::{Arr, with_type};
use super::convert::{
    arr, axes, bind, dtype, flag, float, from_value, given, int, need, operand, opt_dtype, refuse, shape,
};
use super::dtype::{C, DType, Elem, Item};
use super::object::{array, result};
use super::reduce::chosen;
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

/// Functions of the module, each with its documentation.
macro_rules! api {
    ($($(#[$meta:meta])* $name:ident($args:ident) $body:block)*) => {$(
        #[doc = concat!("`numpy.", stringify!($name), "`")]
        ///
        /// # Errors
        /// What NumPy raises for such arguments.
        $(#[$meta])*
        pub fn $name($args: &$crate::func::Args) -> $crate::value::R $body
    )*};
}
pub(super) use api;

fn order_is_known(order: Option<Value>) -> R<()> {
    match given(order) {
        Some(order) if matches!(order.as_str(), Some("C" | "K" | "A")) => Ok(()),
        None => Ok(()),
        Some(_) => refuse("an array in Fortran order"),
    }
}

fn filled(args: &Args, name: &str, item: Item) -> R {
    let [size, kind, order] = bind(args, name, ["shape", "dtype", "order"])?;
    order_is_known(order)?;
    let size = shape(&need(size, name, "shape")?)?;
    let kind = opt_dtype(kind)?.unwrap_or(DType::F64);
    Ok(array(with_type!(kind, T => Arr::filled(item.to::<T>().item(), &size))))
}

fn like(args: &Args, name: &str, item: Item) -> R {
    let [a, kind, order, _, size] = bind(args, name, ["a", "dtype", "order", "subok", "shape"])?;
    order_is_known(order)?;
    let a = arr(&need(a, name, "a")?)?;
    let kind = opt_dtype(kind)?.unwrap_or(a.dtype());
    let size = given(size).map_or(Ok(a.shape.clone()), |s| shape(&s))?;
    Ok(array(with_type!(kind, T => Arr::filled(item.to::<T>().item(), &size))))
}

/// Ones on a diagonal.
///
/// # Errors
/// None in practice.
pub fn identity(rows: usize, columns: usize, offset: i64, kind: DType) -> R<Arr> {
    let out = Arr::filled(Item::Bool(false), &[rows, columns]);
    out.write::<bool, ()>(|items| {
        for i in 0..rows {
            if let Ok(j) = usize::try_from(i as i64 + offset)
                && j < columns
            {
                items[i * columns + j] = true;
            }
        }
    })?;
    out.cast(kind)
}

/// A number as an element of the type that it has on its own.
fn number(value: &Value) -> R<Item> {
    super::convert::item_of(value)
}

fn arange_of(first: Item, last: Item, step: Item, kind: Option<DType>) -> R<Arr> {
    let natural = first.dtype().join(last.dtype()).join(step.dtype());
    let natural = if natural.is_int() { DType::I64.join(natural) } else { natural };
    let kind = kind.unwrap_or(natural);
    if natural == DType::C128 {
        return refuse("numpy.arange of complex numbers");
    }
    let (a, b, d) = (first.to::<f64>(), last.to::<f64>(), step.to::<f64>());
    if d == 0.0 {
        return err("ZeroDivisionError", "division by zero");
    }
    let n = if natural.is_int() {
        let (a, b, d) = (first.to::<i64>(), last.to::<i64>(), step.to::<i64>());
        crate::value::Range { start: a, stop: b, step: d }.len() as usize
    } else {
        let n = ((b - a) / d).ceil();
        if n.is_nan() {
            return err("ValueError", "arange: cannot compute length");
        }
        n.max(0.0) as usize
    };
    if n > 1 << 36 {
        return err("ValueError", "Maximum allowed size exceeded");
    }
    if kind.is_int() && kind != DType::Bool {
        if !natural.is_int() {
            return refuse("numpy.arange of floats as integers");
        }
        let (a, d) = (first.to::<i64>(), step.to::<i64>());
        return Arr::line::<i64>((0..n as i64).map(|i| a.wrapping_add(i.wrapping_mul(d))).collect()).as_dtype(kind);
    }
    // The second element is rounded, and the distance is taken from it.
    let delta = (a + d) - a;
    let items: Vec<f64> = (0..n).map(|i| if i == 1 { a + d } else { a + i as f64 * delta }).collect();
    Arr::line(items).as_dtype(kind)
}

/// Evenly spaced numbers.
fn spaced(start: f64, stop: f64, n: usize, end: bool) -> (Vec<f64>, f64) {
    let parts = if end { n.saturating_sub(1) } else { n } as f64;
    let delta = stop - start;
    let mut out: Vec<f64> = (0..n).map(|i| i as f64).collect();
    let mut step = f64::NAN;
    if parts > 0.0 {
        step = delta / parts;
        if step == 0.0 {
            out.iter_mut().for_each(|x| *x = *x / parts * delta);
        } else {
            out.iter_mut().for_each(|x| *x *= step);
        }
    } else {
        out.iter_mut().for_each(|x| *x *= delta);
    }
    out.iter_mut().for_each(|x| *x += start);
    if end && n > 1 {
        out[n - 1] = stop;
    }
    (out, step)
}

fn space(args: &Args, name: &str) -> R<(Vec<f64>, f64, bool, Option<DType>)> {
    let [start, stop, n, end, step, kind] = bind(args, name, ["start", "stop", "num", "endpoint", "retstep", "dtype"])?;
    let (start, stop) = (need(start, name, "start")?, need(stop, name, "stop")?);
    if [&start, &stop].iter().any(|v| arr(v).is_ok_and(|a| a.ndim() > 0 || a.dtype() == DType::C128)) {
        return refuse(&format!("numpy.{name} between arrays"));
    }
    let n = n.map_or(Ok(50), |n| int(&n))?;
    let Ok(n) = usize::try_from(n) else {
        return err("ValueError", format!("Number of samples, {n}, must be non-negative."));
    };
    let (items, delta) = spaced(float(&start)?, float(&stop)?, n, flag(end, true)?);
    Ok((items, delta, flag(step, false)?, opt_dtype(kind)?))
}

api! {
    zeros(args) { filled(args, "zeros", Item::Bool(false)) }
    ones(args) { filled(args, "ones", Item::Bool(true)) }
    empty(args) { filled(args, "empty", Item::Bool(false)) }
    zeros_like(args) { like(args, "zeros_like", Item::Bool(false)) }
    ones_like(args) { like(args, "ones_like", Item::Bool(true)) }
    empty_like(args) { like(args, "empty_like", Item::Bool(false)) }
    full(args) {
        let [size, value, kind, order] = bind(args, "full", ["shape", "fill_value", "dtype", "order"])?;
        order_is_known(order)?;
        let size = shape(&need(size, "full", "shape")?)?;
        let value = from_value(&need(value, "full", "fill_value")?, opt_dtype(kind)?)?;
        let out = Arr::filled(value.dtype_zero(), &size);
        out.assign(&value)?;
        Ok(array(out))
    }
    full_like(args) {
        let [a, value, kind] = bind(args, "full_like", ["a", "fill_value", "dtype"])?;
        let a = arr(&need(a, "full_like", "a")?)?;
        let kind = opt_dtype(kind)?.unwrap_or(a.dtype());
        let value = arr(&need(value, "full_like", "fill_value")?)?.as_dtype(kind)?;
        let out = Arr::filled(value.dtype_zero(), &a.shape);
        out.assign(&value)?;
        Ok(array(out))
    }
    array_(args) {
        let [object, kind, copy, order, ndmin] = bind(args, "array", ["object", "dtype", "copy", "order", "ndmin"])?;
        order_is_known(order)?;
        let object = need(object, "array", "object")?;
        if let Some(copy) = given(copy) && !copy.truth()? {
            return refuse("numpy.array without a copy");
        }
        let mut a = from_value(&object, opt_dtype(kind)?)?;
        let least = ndmin.map_or(Ok(0), |n| int(&n))?;
        while (a.ndim() as i64) < least {
            a.shape.insert(0, 1);
            a.strides.insert(0, 0);
        }
        Ok(array(a))
    }
    asarray(args) {
        let [a, kind, order] = bind(args, "asarray", ["a", "dtype", "order"])?;
        order_is_known(order)?;
        let value = need(a, "asarray", "a")?;
        let kind = opt_dtype(kind)?;
        if crate::native::downcast::<super::object::NdArray>(&value).is_some() {
            let a = arr(&value)?;
            if kind.is_none_or(|k| k == a.dtype()) {
                return Ok(value);
            }
        }
        Ok(array(from_value(&value, kind)?))
    }
    asanyarray(args) { asarray(args) }
    ascontiguousarray(args) {
        let [a, kind] = bind(args, "ascontiguousarray", ["a", "dtype"])?;
        let a = arr(&need(a, "ascontiguousarray", "a")?)?;
        let a = match opt_dtype(kind)? { Some(kind) => a.as_dtype(kind)?, None => a };
        Ok(array(a.compact()?))
    }
    copy(args) {
        let [a, order] = bind(args, "copy", ["a", "order"])?;
        order_is_known(order)?;
        Ok(array(arr(&need(a, "copy", "a")?)?.copy()?))
    }
    arange(args) {
        let [a, b, c, kind] = bind(args, "arange", ["start", "stop", "step", "dtype"])?;
        let first = need(a, "arange", "start")?;
        let one = Item::I64(1);
        let step = given(c).map_or(Ok(one), |c| number(&c))?;
        let (first, last) = match given(b) {
            Some(last) => (number(&first)?, number(&last)?),
            None => (Item::I64(0), number(&first)?),
        };
        Ok(array(arange_of(first, last, step, opt_dtype(kind)?)?))
    }
    linspace(args) {
        let (items, delta, with_step, kind) = space(args, "linspace")?;
        let mut out = Arr::line(items);
        if let Some(kind) = kind {
            if kind.is_int() {
                out = super::unary::apply(super::unary::Op::Floor, &out)?;
            }
            out = out.as_dtype(kind)?;
        }
        if with_step {
            return Ok(Value::tuple(vec![array(out), super::object::scalar(Item::F64(delta))]));
        }
        Ok(array(out))
    }
    logspace(args) {
        if args.kw.iter().any(|(name, _)| *name == "base") {
            return refuse("numpy.logspace with `base`");
        }
        let (items, _, _, kind) = space(args, "logspace")?;
        let out = Arr::line(items.iter().map(|x| 10f64.powf(*x)).collect::<Vec<f64>>());
        Ok(array(match kind { Some(kind) => out.as_dtype(kind)?, None => out }))
    }
    eye(args) {
        let [n, m, k, kind] = bind(args, "eye", ["N", "M", "k", "dtype"])?;
        let n = int(&need(n, "eye", "N")?)?.max(0) as usize;
        let m = given(m).map_or(Ok(n as i64), |m| int(&m))?.max(0) as usize;
        let k = k.map_or(Ok(0), |k| int(&k))?;
        Ok(array(identity(n, m, k, opt_dtype(kind)?.unwrap_or(DType::F64))?))
    }
    identity_(args) {
        let [n, kind] = bind(args, "identity", ["n", "dtype"])?;
        let n = int(&need(n, "identity", "n")?)?.max(0) as usize;
        Ok(array(identity(n, n, 0, opt_dtype(kind)?.unwrap_or(DType::F64))?))
    }
    fromfunction(args) {
        let function = args.at(0, "fromfunction")?.clone();
        let size = shape(args.at(1, "fromfunction")?)?;
        let kind = opt_dtype(args.opt(2, "dtype"))?.unwrap_or(DType::F64);
        if args.pos.len() > 3 || args.kw.iter().any(|(name, _)| *name != "dtype") {
            return refuse("numpy.fromfunction with more arguments");
        }
        let grids: R<Vec<Value>> = indices_of(&size, kind)?.into_iter().map(|a| Ok(array(a))).collect();
        function.call(&grids?)
    }
    indices(args) {
        let [size] = bind(args, "indices", ["dimensions"])?;
        let size = shape(&need(size, "indices", "dimensions")?)?;
        let grids = indices_of(&size, DType::I64)?;
        super::shape::stack_of(&grids, 0).map(array)
    }
    fromiter(args) {
        let [items, kind, n] = bind(args, "fromiter", ["iter", "dtype", "count"])?;
        let items = crate::iter::to_vec(&need(items, "fromiter", "iter")?)?;
        let n = n.map_or(Ok(-1), |n| int(&n))?;
        let items = if n >= 0 { items[..(n as usize).min(items.len())].to_vec() } else { items };
        Ok(array(from_value(&Value::list(items), Some(dtype(&need(kind, "fromiter", "dtype")?)?))?))
    }
    meshgrid(args) {
        let mut ij = false;
        for (name, value) in args.kw {
            match (*name, value.as_str()) {
                ("indexing", Some("xy")) => {}
                ("indexing", Some("ij")) => ij = true,
                ("sparse", _) if !value.truth()? => {}
                _ => return refuse(&format!("numpy.meshgrid with `{name}`")),
            }
        }
        let lines: Vec<Arr> = args.pos.iter().map(|v| { let a = arr(v)?; a.reshaped(&[a.size()]) }).collect::<R<_>>()?;
        let n = lines.len();
        let swap = !ij && n >= 2;
        let place = |at: usize| match (swap, at) { (true, 0) => 1, (true, 1) => 0, _ => at };
        let mut size = vec![1; n];
        lines.iter().enumerate().for_each(|(at, line)| size[place(at)] = line.size());
        let grids: R<Vec<Value>> = lines.iter().enumerate().map(|(at, line)| {
            let mut one = vec![1; n];
            one[place(at)] = line.size();
            Ok(array(line.reshaped(&one)?.stretched(&size)?.copy()?))
        }).collect();
        Ok(Value::tuple(grids?))
    }
    diag(args) {
        let [v, k] = bind(args, "diag", ["v", "k"])?;
        let a = arr(&need(v, "diag", "v")?)?;
        let k = k.map_or(Ok(0), |k| int(&k))?;
        match a.ndim() {
            1 => {
                let n = a.size() + k.unsigned_abs() as usize;
                let out = Arr::filled(a.dtype_zero(), &[n, n]);
                super::shape::diagonal_of(&out, k)?.assign(&a)?;
                Ok(array(out))
            }
            2 => Ok(array(super::shape::diagonal_of(&a, k)?.copy()?)),
            _ => err("ValueError", "Input must be 1- or 2-d."),
        }
    }
    vander(args) {
        let [x, n, up] = bind(args, "vander", ["x", "N", "increasing"])?;
        let x = arr(&need(x, "vander", "x")?)?;
        let n = given(n).map_or(Ok(x.size() as i64), |n| int(&n))?.max(0) as usize;
        let up = flag(up, false)?;
        let kind = x.dtype().join(DType::I64);
        let base = x.as_dtype(kind)?;
        with_power(&base, n, up).map(array)
    }
    tri(args) {
        let [n, m, k] = bind(args, "tri", ["N", "M", "k"])?;
        let n = int(&need(n, "tri", "N")?)?.max(0) as usize;
        let m = given(m).map_or(Ok(n as i64), |m| int(&m))?.max(0) as usize;
        let k = k.map_or(Ok(0), |k| int(&k))?;
        let item = |at: usize| f64::from(u8::from((at % m.max(1)) as i64 <= (at / m.max(1)) as i64 + k));
        Ok(array(Arr::new((0..n * m).map(item).collect::<Vec<f64>>(), &[n, m])))
    }
    triu(args) { triangle(args, true) }
    tril(args) { triangle(args, false) }
}

fn triangle(args: &Args, upper: bool) -> R {
    let [m, k] = bind(args, "triu", ["m", "k"])?;
    let a = arr(&need(m, "triu", "m")?)?;
    let k = k.map_or(Ok(0), |k| int(&k))?;
    if a.ndim() != 2 {
        return refuse("numpy.triu of this shape");
    }
    let columns = a.shape[1].max(1);
    with_type!(a.dtype(), T => {
        let mut items = a.vec::<T>()?;
        for (at, x) in items.iter_mut().enumerate() {
            let (i, j) = ((at / columns) as i64, (at % columns) as i64);
            let keeps = if upper { j >= i + k } else { j <= i + k };
            if !keeps {
                *x = T::default();
            }
        }
        Ok(array(Arr::new(items, &a.shape)))
    })
}

fn with_power(x: &Arr, n: usize, up: bool) -> R<Arr> {
    fn typed<T: super::arith::Arith>(x: &Arr, n: usize, up: bool) -> R<Arr> {
        let items = x.vals::<T>()?;
        let mut out = Vec::with_capacity(items.len() * n);
        for x in items.iter() {
            let mut row = vec![T::from_i64(1); n];
            for at in 1..n {
                row[at] = row[at - 1].mul(*x);
            }
            if !up {
                row.reverse();
            }
            out.extend(row);
        }
        Ok(Arr::new(out, &[items.len(), n]))
    }
    match x.dtype() {
        DType::I64 => typed::<i64>(x, n, up),
        DType::F64 => typed::<f64>(x, n, up),
        DType::C128 => typed::<C>(x, n, up),
        _ => refuse("numpy.vander of this element type"),
    }
}

/// One array per axis with the places along it.
fn indices_of(size: &[usize], kind: DType) -> R<Vec<Arr>> {
    (0..size.len())
        .map(|axis| {
            let mut one = vec![1; size.len()];
            one[axis] = size[axis];
            let line = Arr::line::<i64>((0..size[axis] as i64).collect());
            line.reshaped(&one)?.stretched(size)?.cast(kind)
        })
        .collect()
}

/// `numpy.where`
///
/// # Errors
/// `ValueError` for shapes that do not fit.
pub fn where_(args: &Args) -> R {
    let [condition, x, y] = bind(args, "where", ["condition", "x", "y"])?;
    let condition = arr(&need(condition, "where", "condition")?)?;
    let (Some(x), Some(y)) = (x, y) else {
        let places = super::index::nonzero(&condition)?;
        return Ok(Value::tuple(places.into_iter().map(array).collect()));
    };
    let (Some(a), Some(b)) = (operand(&x)?, operand(&y)?) else { return refuse("numpy.where of objects") };
    let kind = super::ufunc::common(&a, &b, false)?;
    let (a, b) = (a.arr().as_dtype(kind)?, b.arr().as_dtype(kind)?);
    let condition = condition.as_dtype(DType::Bool)?;
    let size = super::array::broadcast(&[&condition.shape, &a.shape, &b.shape])?;
    let (c, a, b) = (condition.stretched(&size)?, a.stretched(&size)?, b.stretched(&size)?);
    with_type!(kind, T => {
        let (c, a, b) = (c.vals::<bool>()?, a.vals::<T>()?, b.vals::<T>()?);
        let items: Vec<T> = c.iter().zip(a.iter().zip(b.iter())).map(|(c, (a, b))| if *c { *a } else { *b }).collect();
        result(Arr::new(items, &size))
    })
}

/// Axes of an optional argument, all without one.
///
/// # Errors
/// `AxisError` when there is no such axis.
pub fn along(a: &Arr, axis: Option<Value>) -> R<Vec<usize>> {
    Ok(chosen(a, axes(axis, a.ndim())?))
}
