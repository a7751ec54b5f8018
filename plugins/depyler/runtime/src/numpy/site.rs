//! Call sites whose operation a backend may do: whether the arguments fit what was proved of them, and how its kernel sees them.
//!
//! Every function answers none where an argument is something else than was expected; the operation is then done as everywhere.

use super::array::{Arr, broadcast, count, slots};
use super::dtype::{DType, Elem, Item};
use super::loops::axis_order;
use super::object::{NdArray, Scalar, array, scalar};
use crate::value::Value;
use std::cell::Ref;

/// Elements of a result in place that are computed at a time.
const BLOCK: usize = 4096;

/// An operand as a kernel sees it.
#[derive(Clone, Copy, Default)]
pub struct View<'a> {
    /// Elements from the first one on
    pub x: &'a [f64],
    /// Extents
    pub n: &'a [usize],
    /// Elements between neighbours along each axis
    pub s: &'a [usize],
    /// The number, of an operand without axes
    pub y: f64,
}

/// An argument that fits.
enum Given {
    Array(Arr),
    Number(f64),
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Float(x) => Some(*x),
        // Beyond these an int is rounded, which NumPy does, too, but not where it does not fit into 64 bits.
        Value::Int(n) => Some(*n as f64),
        Value::Native(native) => match native.get::<Scalar>()?.0 {
            Item::F64(x) => Some(x),
            _ => None,
        },
        _ => None,
    }
}

fn given(value: &Value, axes: usize) -> Option<Given> {
    if axes == 0 {
        return number(value).map(Given::Number);
    }
    let Value::Native(native) = value else { return None };
    let a = native.get::<NdArray>()?.arr();
    (a.dtype() == DType::F64 && a.ndim() == axes).then_some(Given::Array(a))
}

fn all<const K: usize>(values: &[Value; K], axes: [usize; K]) -> Option<[Given; K]> {
    let found: Vec<Given> = values.iter().zip(axes).map(|(v, axes)| given(v, axes)).collect::<Option<_>>()?;
    found.try_into().ok()
}

fn shape_of(given: &[Given]) -> Option<Vec<usize>> {
    let shapes: Vec<&[usize]> =
        given.iter().filter_map(|g| if let Given::Array(a) = g { Some(a.shape.as_slice()) } else { None }).collect();
    broadcast(&shapes).ok()
}

/// Storage and strides of an operand; none where one runs backwards.
struct Held<'a> {
    items: Option<Ref<'a, Vec<f64>>>,
    offset: usize,
    shape: Vec<usize>,
    strides: Vec<usize>,
    number: f64,
}

impl<'a> Held<'a> {
    fn new(given: &'a Given) -> Option<Self> {
        match given {
            Given::Number(number) => {
                Some(Held { items: None, offset: 0, shape: vec![], strides: vec![], number: *number })
            }
            Given::Array(a) => Some(Held {
                items: Some(a.read::<f64>().ok()?),
                offset: a.offset,
                shape: a.shape.clone(),
                strides: a.strides.iter().map(|s| usize::try_from(*s).ok()).collect::<Option<_>>()?,
                number: 0.0,
            }),
        }
    }

    fn view(&self) -> View<'_> {
        let x = self.items.as_ref().and_then(|items| items.get(self.offset..)).unwrap_or(&[]);
        View { x, n: &self.shape, s: &self.strides, y: self.number }
    }
}

/// Stretches every array to `shape`; none unless the result lies in C order, as that of the operations one by one would.
fn stretch(given: &mut [Given], shape: &[usize]) -> Option<()> {
    let in_order = |strides: &[&[isize]]| axis_order(shape.len(), strides).iter().enumerate().all(|(i, o)| i == *o);
    for g in given.iter_mut() {
        if let Given::Array(a) = g {
            *a = a.stretched(shape).ok()?;
            if !in_order(&[&a.strides]) {
                return None;
            }
        }
    }
    let strides: Vec<&[isize]> =
        given.iter().filter_map(|g| if let Given::Array(a) = g { Some(a.strides.as_slice()) } else { None }).collect();
    in_order(&strides).then_some(())
}

fn run<const K: usize, X>(given: &[Given; K], f: impl FnOnce(&[View; K]) -> X) -> Option<X> {
    let held: Vec<Held> = given.iter().map(Held::new).collect::<Option<_>>()?;
    let mut views = [View::default(); K];
    views.iter_mut().zip(&held).for_each(|(view, held)| *view = held.view());
    Some(f(&views))
}

/// An expression over elements at the same place, as a new array of `axes` axes.
pub fn map<const K: usize, O: Elem>(
    values: &[Value; K],
    axes: [usize; K],
    kernel: impl FnOnce(&[View; K], &mut [O], &[usize]) -> bool,
) -> Option<Value> {
    let mut given = all(values, axes)?;
    let shape = shape_of(&given)?;
    stretch(&mut given, &shape)?;
    let mut out = slots::<O>(count(&shape));
    let done = run(&given, |views| kernel(views, &mut out, &shape))?;
    done.then(|| array(Arr::new(out, &shape)))
}

/// The sum of such an expression over all elements, divided by their number for a mean.
pub fn sum<const K: usize>(
    values: &[Value; K],
    axes: [usize; K],
    mean: bool,
    kernel: impl FnOnce(&[View; K], &mut f64) -> bool,
) -> Option<Value> {
    let mut given = all(values, axes)?;
    let shape = shape_of(&given)?;
    stretch(&mut given, &shape)?;
    let n = count(&shape);
    if n == 0 {
        return None;
    }
    let mut out = 0.0;
    let done = run(&given, |views| kernel(views, &mut out))?;
    done.then(|| scalar(Item::F64(if mean { out / n as f64 } else { out })))
}

/// Such an expression whose first operand is `target`, written into it; false where nothing was written.
pub fn update<const K: usize>(
    target: &Value,
    values: &[Value; K],
    axes: [usize; K],
    kernel: impl Fn(&[View; K], &mut [f64], &[usize]) -> bool,
) -> bool {
    try_update(target, values, axes, kernel).is_some()
}

fn try_update<const K: usize>(
    target: &Value,
    values: &[Value; K],
    axes: [usize; K],
    kernel: impl Fn(&[View; K], &mut [f64], &[usize]) -> bool,
) -> Option<()> {
    let Given::Array(into) = given(target, *axes.first()?)? else { return None };
    let mut given = all(values, axes)?;
    // Only the first operand may share memory with what is written, and that element by element.
    let apart = |g: &Given| !matches!(g, Given::Array(a) if a.shares(&into));
    if !given.iter().skip(1).all(apart) || shape_of(&given)? != into.shape || !into.contiguous() || into.size() == 0 {
        return None;
    }
    stretch(&mut given, &into.shape)?;
    let row = into.size() / into.shape[0];
    let rows = (BLOCK / row).max(1);
    let mut out = slots::<f64>(rows.min(into.shape[0]) * row);
    let mut start = 0;
    while start < into.shape[0] {
        let len = rows.min(into.shape[0] - start);
        let part = given.each_ref().map(|g| match g {
            Given::Array(a) => {
                let mut part = a.clone();
                part.offset = (part.offset as isize + part.strides[0] * start as isize) as usize;
                part.shape[0] = len;
                Given::Array(part)
            }
            Given::Number(x) => Given::Number(*x),
        });
        let mut shape = into.shape.clone();
        shape[0] = len;
        let done = run(&part, |views| kernel(views, &mut out[..len * row], &shape))?;
        if !done {
            // What was written cannot be taken back; a kernel judges by extents and strides, which are those of the first part.
            let gave_up = || crate::run::hole("batuta: BT0012 a numeric backend gave up in the middle of an operation");
            return if start == 0 { None } else { gave_up() };
        }
        let at = into.offset + start * row;
        into.write::<f64, ()>(|items| items[at..at + len * row].copy_from_slice(&out[..len * row])).ok()?;
        start += len;
    }
    Some(())
}

/// The product of two arrays of one or two axes, at least one of them of two.
pub fn product(
    values: &[Value; 2],
    axes: [usize; 2],
    kernel: impl FnOnce(&[View; 2], &mut [f64], &[usize]) -> bool,
) -> Option<Value> {
    let given = all(values, axes)?;
    let [Given::Array(a), Given::Array(b)] = &given else { return None };
    let (inner, first) = (*a.shape.last()?, b.shape[b.ndim().saturating_sub(2)]);
    if inner != first {
        return None;
    }
    let mut shape = a.shape[..a.ndim() - 1].to_vec();
    shape.extend(b.shape.iter().skip(1).take(usize::from(b.ndim() == 2)));
    if shape.is_empty() {
        return None;
    }
    let mut out = slots::<f64>(count(&shape));
    let done = run(&given, |views| kernel(views, &mut out, &shape))?;
    done.then(|| array(Arr::new(out, &shape)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::numpy::convert::arr;

    fn numbers(n: usize) -> Vec<f64> {
        (0..n).map(|i| (i as f64 * 0.7).sin()).collect()
    }

    fn matrix(rows: usize, columns: usize) -> Arr {
        Arr::new(numbers(rows * columns), &[rows, columns])
    }

    fn items(value: &Value) -> Vec<f64> {
        arr(value).and_then(|a| a.vec::<f64>()).ok().unwrap()
    }

    /// A kernel for operands that are contiguous.
    fn add(v: &[View; 2], out: &mut [f64], n: &[usize]) -> bool {
        assert!(v.iter().all(|v| v.n == n));
        let straight = v.iter().all(|v| v.s.last() == Some(&1));
        out.iter_mut().enumerate().for_each(|(i, out)| *out = v[0].x[i] + v[1].x[i]);
        straight
    }

    #[test]
    fn what_fits_is_given_to_the_kernel() {
        let (a, b) = (matrix(3, 4), matrix(3, 4));
        let done = map::<2, f64>(&[array(a.clone()), array(b)], [2, 2], add).unwrap();
        assert_eq!(items(&done), a.vec::<f64>().ok().unwrap().iter().map(|x| x + x).collect::<Vec<_>>());
        let scaled = |v: &[View; 2], out: &mut [f64], _: &[usize]| {
            out.iter_mut().zip(v[0].x).for_each(|(out, x)| *out = x * v[1].y);
            true
        };
        for number in [Value::Float(2.0), Value::Int(2), scalar(Item::F64(2.0))] {
            let done = map::<2, f64>(&[array(a.clone()), number], [2, 0], scaled).unwrap();
            assert_eq!(items(&done)[5], a.vec::<f64>().ok().unwrap()[5] * 2.0);
        }
    }

    #[test]
    fn what_was_not_expected_is_left_to_the_runtime() {
        let a = matrix(3, 4);
        let backwards = {
            let mut a = a.clone();
            a.offset = 8;
            a.strides[0] = -4;
            a
        };
        let ints = a.cast(DType::I64).ok().unwrap();
        let refuse =
            |x: Value| map::<2, f64>(&[array(a.clone()), x], [2, 2], |_, _, _| panic!("not to be called")).is_none();
        assert!(refuse(array(ints)) && refuse(array(backwards)) && refuse(Value::Float(1.0)) && refuse(Value::None));
        assert!(refuse(array(matrix(1, 5))), "shapes that do not fit");
        assert!(refuse(array(matrix(4, 3).t())), "the result would not lie in C order");
        assert!(refuse(array(Arr::new(numbers(4), &[4]))), "another number of axes");
        assert!(map::<2, f64>(&[array(a.clone()), array(a)], [2, 2], |_, _, _| false).is_none());
    }

    #[test]
    fn updates_are_made_part_by_part() {
        let target = matrix(1000, 30);
        let (before, other) = (target.vec::<f64>().ok().unwrap(), matrix(1000, 30));
        let value = array(target.clone());
        let mut calls = std::cell::Cell::new(0);
        let kernel = |v: &[View; 2], out: &mut [f64], n: &[usize]| {
            calls.set(calls.get() + 1);
            add(v, out, n)
        };
        assert!(update(&value, &[value.clone(), array(other.clone())], [2, 2], kernel));
        assert_eq!(items(&value), before.iter().map(|x| x + x).collect::<Vec<_>>());
        assert!(*calls.get_mut() > 3);
        let overlapping = Arr { offset: 0, shape: vec![999, 30], ..target.clone() };
        let part = Arr { offset: 30, shape: vec![999, 30], ..target };
        let part = array(part);
        let never = |_: &[View; 2], _: &mut [f64], _: &[usize]| panic!("not to be called");
        assert!(!update(&part, &[part.clone(), array(overlapping)], [2, 2], never));
        assert!(!update(&value, &[value.clone(), array(other.t())], [2, 2], never));
    }

    #[test]
    fn products_have_the_shape_of_numpys() {
        let shape = |a: Arr, b: Arr| {
            let axes = [a.ndim(), b.ndim()];
            let done = product(&[array(a), array(b)], axes, |_, out, _| {
                out.fill(1.0);
                true
            });
            done.map(|done| arr(&done).ok().unwrap().shape)
        };
        let line = |n: usize| Arr::line(numbers(n));
        assert_eq!(shape(matrix(3, 4), matrix(4, 5)), Some(vec![3, 5]));
        assert_eq!(shape(matrix(3, 4), line(4)), Some(vec![3]));
        assert_eq!(shape(line(3), matrix(3, 5)), Some(vec![5]));
        assert_eq!(shape(line(3), line(3)), None);
        assert_eq!(shape(matrix(3, 4), matrix(3, 4)), None);
    }

    #[test]
    fn sums_are_numbers() {
        let a = Arr::line(numbers(10));
        let total = |v: &[View; 1], out: &mut f64| {
            *out = v[0].x.iter().sum();
            true
        };
        let mean = sum::<1>(&[array(a.clone())], [1], true, total).unwrap();
        assert_eq!(number(&mean), Some(numbers(10).iter().sum::<f64>() / 10.0));
        assert!(sum::<1>(&[array(Arr::line(Vec::<f64>::new()))], [1], false, total).is_none(), "of nothing");
    }
}
