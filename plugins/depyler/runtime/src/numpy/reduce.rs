//! Reductions along axes, in the order in which NumPy adds.

use super::arith::Arith;
use super::array::{Arr, c_strides, count, with_type};
use super::dtype::{C, DType, Elem};
use super::loops::axis_order;
use crate::exc::err;
use crate::value::R;

/// Elements that NumPy's iterator takes at once when axes cannot be joined.
const BUFFER: usize = 8192;

struct Dim {
    n: usize,
    step: isize,
    out: isize,
    reduced: bool,
}

/// How an array is walked over: outermost axis first, adjacent ones of a kind joined.
struct Walk {
    dims: Vec<Dim>,
    shape: Vec<usize>,
    /// Where each kept axis of the array is in `shape`.
    back: Vec<usize>,
}

impl Walk {
    fn new(a: &Arr, axes: &[usize]) -> Walk {
        let order = axis_order(a.ndim(), &[&a.strides]);
        let kept: Vec<usize> = order.iter().copied().filter(|axis| !axes.contains(axis)).collect();
        let shape: Vec<usize> = kept.iter().map(|axis| a.shape[*axis]).collect();
        let steps = c_strides(&shape);
        let mut dims: Vec<Dim> = vec![];
        for axis in order {
            let reduced = axes.contains(&axis);
            let out = kept.iter().position(|k| *k == axis).map_or(0, |at| steps[at]);
            let (n, step) = (a.shape[axis], a.strides[axis]);
            if n == 1 {
                continue;
            }
            match dims.last_mut() {
                Some(last)
                    if last.reduced == reduced
                        && last.step == step * n as isize
                        && (reduced || last.out == out * n as isize) =>
                {
                    last.n *= n;
                    last.step = step;
                    last.out = out;
                }
                _ => dims.push(Dim { n, step, out, reduced }),
            }
        }
        let mut sorted = kept.clone();
        sorted.sort_unstable();
        let back = sorted.iter().filter_map(|axis| kept.iter().position(|k| k == axis)).collect();
        Walk { dims, shape, back }
    }

    /// How many of the innermost axes are taken as one row, and how many of the next axis at once.
    fn run(&self) -> (usize, usize) {
        let mut core = 1usize;
        let mut inner = 0;
        for dim in self.dims.iter().rev() {
            if !dim.reduced {
                return (inner, 1);
            }
            if inner > 0 && core * dim.n > BUFFER {
                return (inner, (BUFFER / core).max(1));
            }
            core *= dim.n;
            inner += 1;
        }
        (inner, 1)
    }
}

/// Calls `f` with the offsets in the array and in the result of each index of `dims`.
fn outer(dims: &[Dim], start: usize, mut f: impl FnMut(usize, usize)) {
    if dims.iter().any(|d| d.n == 0) {
        return;
    }
    let mut index = vec![0usize; dims.len()];
    let (mut at, mut to) = (start as isize, 0isize);
    loop {
        f(at as usize, to as usize);
        let mut axis = dims.len();
        loop {
            if axis == 0 {
                return;
            }
            axis -= 1;
            let dim = &dims[axis];
            index[axis] += 1;
            at += dim.step;
            to += dim.out;
            if index[axis] < dim.n {
                break;
            }
            at -= dim.step * dim.n as isize;
            to -= dim.out * dim.n as isize;
            index[axis] = 0;
        }
    }
}

/// Copies the elements of the innermost axes behind each other.
fn gather<T: Elem>(items: &[T], dims: &[Dim], at: usize, scratch: &mut Vec<T>) {
    match dims {
        [] => scratch.push(items[at]),
        [dim] if dim.step == 1 => scratch.extend_from_slice(&items[at..at + dim.n]),
        [dim, rest @ ..] => {
            let mut place = at as isize;
            for _ in 0..dim.n {
                gather(items, rest, place as usize, scratch);
                place += dim.step;
            }
        }
    }
}

/// Reduces `axes` of `a`: rows of reduced axes by `row`, other elements one by one by `one`.
///
/// # Errors
/// None in practice.
pub fn fold<T: Elem, A: Elem>(
    a: &Arr,
    axes: &[usize],
    init: A,
    row: impl Fn(A, &[T]) -> A + Copy,
    one: impl Fn(A, T) -> A + Copy,
) -> R<Arr> {
    let walk = Walk::new(a, axes);
    let mut out = vec![init; count(&walk.shape)];
    let items = a.read::<T>()?;
    let items: &[T] = &items;
    let dims = &walk.dims;
    let (inner, chunk) = walk.run();
    if a.size() > 0 {
        if inner == 0 {
            let last = dims.len().saturating_sub(1);
            let (n, step, to_step) = dims.last().map_or((1, 1, 1), |d| (d.n, d.step, d.out));
            {
                outer(&dims[..last], a.offset, |at, to| {
                    if step == 1 && to_step == 1 {
                        out[to..to + n].iter_mut().zip(&items[at..at + n]).for_each(|(o, x)| *o = one(*o, *x));
                    } else {
                        for i in 0..n as isize {
                            let slot = &mut out[(to as isize + i * to_step) as usize];
                            *slot = one(*slot, items[(at as isize + i * step) as usize]);
                        }
                    }
                });
            }
        } else {
            let split = dims.len() - inner;
            let (rest, run) = dims.split_at(split);
            match (chunk, rest.split_last()) {
                (2.., Some((next, rest))) => chunks(items, (rest, next, run), a.offset, chunk, &mut out, row),
                _ => lines(items, (rest, run), a.offset, &mut out, row),
            }
        }
    }
    Ok(Arr::new(out, &walk.shape).permuted(&walk.back))
}

/// Rows of the innermost axes.
#[inline(always)]
fn lines<T: Elem, A: Elem>(
    items: &[T],
    (rest, run): (&[Dim], &[Dim]),
    start: usize,
    out: &mut [A],
    row: impl Fn(A, &[T]) -> A,
) {
    let mut scratch: Vec<T> = vec![];
    outer(rest, start, |at, to| match run {
        [dim] if dim.step == 1 => out[to] = row(out[to], &items[at..at + dim.n]),
        _ => {
            scratch.clear();
            gather(items, run, at, &mut scratch);
            out[to] = row(out[to], &scratch);
        }
    });
}

/// Rows over several of the next axis at once.
fn chunks<T: Elem, A: Elem>(
    items: &[T],
    (rest, next, run): (&[Dim], &Dim, &[Dim]),
    start: usize,
    chunk: usize,
    out: &mut [A],
    row: impl Fn(A, &[T]) -> A,
) {
    let mut scratch: Vec<T> = vec![];
    outer(rest, start, |at, to| {
        let mut done = 0;
        while done < next.n {
            scratch.clear();
            let end = (done + chunk).min(next.n);
            for i in done..end {
                gather(items, run, (at as isize + i as isize * next.step) as usize, &mut scratch);
            }
            out[to] = row(out[to], &scratch);
            done = end;
        }
    });
}

/// The sum in pairs, as NumPy forms it.
#[inline(always)]
pub fn pairwise<T: Arith>(items: &[T]) -> T {
    let n = items.len();
    if n > 128 {
        let half = n / 2 - n / 2 % 8;
        let (a, b) = items.split_at(half);
        return deep(a).add(deep(b));
    }
    leaf(items)
}

fn deep<T: Arith>(items: &[T]) -> T {
    let n = items.len();
    if n > 128 {
        let half = n / 2 - n / 2 % 8;
        return deep(&items[..half]).add(deep(&items[half..]));
    }
    leaf(items)
}

#[inline(always)]
fn leaf<T: Arith>(items: &[T]) -> T {
    let n = items.len();
    if n < 8 {
        return items.iter().fold(T::from_f64(-0.0), |sum, x| sum.add(*x));
    }
    let (first, rest) = items.split_at(8);
    let mut r = [T::default(); 8];
    r.copy_from_slice(first);
    let blocks = rest.chunks_exact(8);
    let tail = blocks.remainder();
    for block in blocks {
        for (slot, x) in r.iter_mut().zip(block) {
            *slot = slot.add(*x);
        }
    }
    let sum = r[0].add(r[1]).add(r[2].add(r[3])).add(r[4].add(r[5]).add(r[6].add(r[7])));
    tail.iter().fold(sum, |sum, x| sum.add(*x))
}

/// The sum of complex numbers in pairs.
pub fn pairwise_complex(items: &[C]) -> C {
    let n = items.len() * 2;
    if n < 8 {
        return items.iter().fold(C::new(-0.0, -0.0), |sum, x| sum + *x);
    }
    if n > 128 {
        let half = (n / 2 - n / 2 % 8) / 2;
        return pairwise_complex(&items[..half]) + pairwise_complex(&items[half..]);
    }
    let mut r = [items[0], items[1], items[2], items[3]];
    let blocks = items[4..].chunks_exact(4);
    let tail = blocks.remainder();
    for block in blocks {
        for (slot, x) in r.iter_mut().zip(block) {
            *slot = *slot + *x;
        }
    }
    tail.iter().fold((r[0] + r[1]) + (r[2] + r[3]), |sum, x| sum + *x)
}

/// All axes of an array, or those asked for.
pub fn chosen(a: &Arr, axes: Option<Vec<usize>>) -> Vec<usize> {
    axes.unwrap_or_else(|| (0..a.ndim()).collect())
}

/// The sum along axes, in the element type `dtype`.
///
/// # Errors
/// None in practice.
pub fn sum(a: &Arr, axes: &[usize], dtype: Option<DType>) -> R<Arr> {
    let dtype = dtype.unwrap_or(if a.dtype().is_int() { DType::I64 } else { a.dtype() });
    if dtype == DType::I64 {
        return match a.dtype() {
            DType::I64 => fold::<i64, i64>(a, axes, 0, |s, r| r.iter().fold(s, |s, x| s.add(*x)), i64::add),
            DType::Bool => {
                let row = |s: i64, r: &[bool]| s + r.iter().filter(|x| **x).count() as i64;
                fold::<bool, i64>(a, axes, 0, row, |s, x| s + i64::from(x))
            }
            _ => sum(&a.cast(DType::I64)?, axes, Some(dtype)),
        };
    }
    let a = a.as_dtype(dtype)?;
    match dtype {
        DType::F64 => fold::<f64, f64>(&a, axes, 0.0, |s, r| s + pairwise(r), |s, x| s + x),
        DType::F32 => fold::<f32, f32>(&a, axes, 0.0, |s, r| s + pairwise(r), |s, x| s + x),
        DType::C128 => fold::<C, C>(&a, axes, C::default(), |s, r| s + pairwise_complex(r), |s, x| s + x),
        DType::I32 => fold::<i32, i32>(&a, axes, 0, |s, r| r.iter().fold(s, |s, x| s.add(*x)), i32::add),
        DType::U8 => fold::<u8, u8>(&a, axes, 0, |s, r| r.iter().fold(s, |s, x| s.add(*x)), u8::add),
        _ => any(&a, axes),
    }
}

/// The product along axes.
///
/// # Errors
/// None in practice.
pub fn prod(a: &Arr, axes: &[usize], dtype: Option<DType>) -> R<Arr> {
    fn typed<T: Arith>(a: &Arr, axes: &[usize]) -> R<Arr> {
        fold::<T, T>(a, axes, T::from_i64(1), |s, r| r.iter().fold(s, |s, x| s.mul(*x)), T::mul)
    }
    let dtype = dtype.unwrap_or(if a.dtype().is_int() { DType::I64 } else { a.dtype() });
    let a = a.as_dtype(dtype)?;
    match dtype {
        DType::F64 => typed::<f64>(&a, axes),
        DType::F32 => typed::<f32>(&a, axes),
        DType::C128 => typed::<C>(&a, axes),
        DType::I32 => typed::<i32>(&a, axes),
        DType::U8 => typed::<u8>(&a, axes),
        DType::I64 => typed::<i64>(&a, axes),
        DType::Bool => all(&a, axes),
    }
}

/// Whether any element is true, along axes.
///
/// # Errors
/// None in practice.
pub fn any(a: &Arr, axes: &[usize]) -> R<Arr> {
    with_type!(a.dtype(), T => {
        fold::<T, bool>(a, axes, false, |s, r| s || r.iter().any(|x| x.truth()), |s, x| s | x.truth())
    })
}

/// Whether all elements are true, along axes.
///
/// # Errors
/// None in practice.
pub fn all(a: &Arr, axes: &[usize]) -> R<Arr> {
    with_type!(a.dtype(), T => {
        fold::<T, bool>(a, axes, true, |s, r| s && r.iter().all(|x| x.truth()), |s, x| s & x.truth())
    })
}

/// Whether any element is true.
///
/// # Errors
/// None in practice.
pub fn any_true(a: &Arr) -> R<bool> {
    let axes = chosen(a, None);
    any(a, &axes)?.only().map(|x| x.to::<bool>())
}

/// The largest or smallest element along axes.
///
/// # Errors
/// `ValueError` when there is none.
pub fn extreme(a: &Arr, axes: &[usize], largest: bool) -> R<Arr> {
    fn typed<T: Arith>(a: &Arr, axes: &[usize], largest: bool) -> R<Arr> {
        // The first elements are where the reduction starts.
        let mut first = a.clone();
        for axis in axes {
            first.shape[*axis] = 1;
        }
        let first = first.compact()?.only()?.to::<T>();
        if axes.len() == a.ndim() {
            return match largest {
                true => fold::<T, T>(a, axes, first, |s, r| r.iter().fold(s, |s, x| s.max(*x)), T::max),
                false => fold::<T, T>(a, axes, first, |s, r| r.iter().fold(s, |s, x| s.min(*x)), T::min),
            };
        }
        let mut kept: Vec<usize> = (0..a.ndim()).filter(|axis| !axes.contains(axis)).collect();
        let shape: Vec<usize> = kept.iter().map(|axis| a.shape[*axis]).collect();
        kept.extend_from_slice(axes);
        let rows = a.permuted(&kept);
        let items = rows.vals::<T>()?;
        let n = count(&rows.shape[shape.len()..]);
        let best = |r: &[T]| match largest {
            true => r[1..].iter().fold(r[0], |s, x| s.max(*x)),
            false => r[1..].iter().fold(r[0], |s, x| s.min(*x)),
        };
        Ok(Arr::new(items.chunks_exact(n).map(best).collect(), &shape))
    }
    if axes.iter().any(|axis| a.shape[*axis] == 0) {
        let name = if largest { "maximum" } else { "minimum" };
        return err("ValueError", format!("zero-size array to reduction operation {name} which has no identity"));
    }
    if a.size() == 0 {
        let shape: Vec<usize> = (0..a.ndim()).filter(|x| !axes.contains(x)).map(|x| a.shape[x]).collect();
        return Ok(Arr::filled(a.dtype_zero(), &shape));
    }
    match a.dtype() {
        DType::Bool if largest => any(a, axes),
        DType::Bool => all(a, axes),
        DType::U8 => typed::<u8>(a, axes, largest),
        DType::I32 => typed::<i32>(a, axes, largest),
        DType::I64 => typed::<i64>(a, axes, largest),
        DType::F32 => typed::<f32>(a, axes, largest),
        DType::F64 => typed::<f64>(a, axes, largest),
        DType::C128 => typed::<C>(a, axes, largest),
    }
}

/// Where the largest or smallest element is along an axis.
///
/// # Errors
/// `ValueError` when there is none.
pub fn arg_extreme(a: &Arr, axis: Option<usize>, largest: bool) -> R<Arr> {
    fn place<T: Elem>(row: &[T], largest: bool) -> i64 {
        let mut best = 0;
        for (at, x) in row.iter().enumerate().skip(1) {
            let better = if row[best].nan() {
                false
            } else {
                x.nan()
                    || x.order(row[best])
                        == if largest { std::cmp::Ordering::Greater } else { std::cmp::Ordering::Less }
            };
            if better {
                best = at;
            }
        }
        best as i64
    }
    let (rows, shape) = last_axis(a, axis);
    let n = rows.shape.last().copied().unwrap_or(1);
    if n == 0 || rows.size() == 0 {
        let name = if largest { "argmax" } else { "argmin" };
        return err("ValueError", format!("attempt to get {name} of an empty sequence"));
    }
    with_type!(a.dtype(), T => {
        let items = rows.vals::<T>()?;
        Ok(Arr::new(items.chunks_exact(n).map(|row| place(row, largest)).collect(), &shape))
    })
}

/// The array with `axis` moved to the end (flat without one), and the shape of the other axes.
pub fn last_axis(a: &Arr, axis: Option<usize>) -> (Arr, Vec<usize>) {
    match axis {
        None => {
            let flat = a.reshaped(&[a.size()]);
            (flat.unwrap_or_else(|_| a.clone()), vec![])
        }
        Some(axis) => {
            let mut order: Vec<usize> = (0..a.ndim()).filter(|x| *x != axis).collect();
            let shape = order.iter().map(|x| a.shape[*x]).collect();
            order.push(axis);
            (a.permuted(&order), shape)
        }
    }
}

/// Running sums or products along an axis.
///
/// # Errors
/// None in practice.
pub fn running(a: &Arr, axis: Option<usize>, product: bool) -> R<Arr> {
    fn typed<T: Arith>(rows: &Arr, product: bool) -> R<Vec<T>> {
        let n = rows.shape.last().copied().unwrap_or(1).max(1);
        let mut items = rows.vec::<T>()?;
        for row in items.chunks_exact_mut(n) {
            for at in 1..n {
                row[at] = if product { row[at - 1].mul(row[at]) } else { row[at - 1].add(row[at]) };
            }
        }
        Ok(items)
    }
    let (rows, _) = last_axis(a, axis);
    let out = match a.dtype() {
        DType::Bool | DType::U8 | DType::I32 | DType::I64 => Arr::new(typed::<i64>(&rows, product)?, &rows.shape),
        DType::F32 => Arr::new(typed::<f32>(&rows, product)?, &rows.shape),
        DType::F64 => Arr::new(typed::<f64>(&rows, product)?, &rows.shape),
        DType::C128 => Arr::new(typed::<C>(&rows, product)?, &rows.shape),
    };
    Ok(restore(out, axis, a.ndim()))
}

/// Moves the last axis back to where it was.
pub fn restore(a: Arr, axis: Option<usize>, ndim: usize) -> Arr {
    match axis {
        Some(axis) if ndim > 1 => {
            let mut order: Vec<usize> = (0..ndim - 1).collect();
            order.insert(axis, ndim - 1);
            a.permuted(&order)
        }
        _ => a,
    }
}
