//! Reductions, order and sets, as the module has them.

use super::array::{Arr, with_type};
use super::convert::{Operand, arr, axis, bind, flag, given, int, need, operand, opt_dtype, refuse};
use super::create::{along, api};
use super::dtype::{DType, Elem, Item};
use super::methods::kept;
use super::object::{array, result};
use super::reduce::{self, last_axis, restore};
use super::ufunc::{Op, binary};
use super::unary;
use crate::exc::err;
use crate::func::Args;
use crate::value::{R, Value};

fn op(op: Op, a: Arr, b: Operand) -> R<Arr> {
    binary(op, &Operand::Arr(a), &b)
}

/// A result with or without the axes that were reduced.
fn finish(out: Arr, a: &Arr, axes: &[usize], keep: Option<Value>, into: Option<Value>) -> R {
    let out = if flag(keep, false)? { kept(out, a, axes) } else { out };
    match given(into) {
        Some(target) => {
            arr(&target)?.assign(&out)?;
            Ok(target)
        }
        None => result(out),
    }
}

/// The mean along axes.
fn mean_of(a: &Arr, axes: &[usize], kind: Option<DType>) -> R<Arr> {
    let n: usize = axes.iter().map(|axis| a.shape[*axis]).product();
    let kind = kind.or(a.dtype().is_int().then_some(DType::F64));
    let sum = reduce::sum(a, axes, kind)?;
    let single = sum.dtype() == DType::F32;
    op(Op::Divide, sum, if single { Operand::Float(n as f64) } else { Operand::Int(n as i64) })
}

/// The variance along axes.
fn variance(a: &Arr, axes: &[usize], less: f64) -> R<Arr> {
    if a.dtype() == DType::C128 {
        return refuse("numpy.var of complex numbers");
    }
    let n: usize = axes.iter().map(|axis| a.shape[*axis]).product();
    let mean = kept(mean_of(a, axes, None)?, a, axes);
    let a = if a.dtype().is_int() { a.cast(DType::F64)? } else { a.clone() };
    let gaps = op(Op::Subtract, a, Operand::Arr(mean))?;
    let squares = unary::apply(unary::Op::Square, &gaps)?;
    let sum = reduce::sum(&squares, axes, None)?;
    op(Op::Divide, sum, Operand::Float((n as f64 - less).max(0.0)))
}

fn spread(args: &Args, name: &str, root: bool) -> R {
    let [a, axis, kind, out, less, keep] = bind(args, name, ["a", "axis", "dtype", "out", "ddof", "keepdims"])?;
    if given(kind).is_some() {
        return refuse(&format!("numpy.{name} with `dtype`"));
    }
    let a = arr(&need(a, name, "a")?)?;
    let axes = along(&a, axis)?;
    let less = less.map_or(Ok(0.0), |d| super::convert::float(&d))?;
    let mut found = variance(&a, &axes, less)?;
    if root {
        found = unary::apply(unary::Op::Sqrt, &found)?;
    }
    finish(found, &a, &axes, keep, out)
}

fn adds(args: &Args, name: &str, f: fn(&Arr, &[usize], Option<DType>) -> R<Arr>) -> R {
    let [a, axis, kind, out, keep, initial] = bind(args, name, ["a", "axis", "dtype", "out", "keepdims", "initial"])?;
    let value = need(a, name, "a")?;
    if let Value::Iter(_) = value {
        return refuse(&format!("numpy.{name} of a generator"));
    }
    let a = arr(&value)?;
    let axes = along(&a, axis)?;
    let mut found = f(&a, &axes, opt_dtype(kind)?)?;
    if let Some(initial) = given(initial) {
        let Some(initial) = operand(&initial)? else { return refuse("this `initial`") };
        found = op(if name == "prod" { Op::Multiply } else { Op::Add }, found, initial)?;
    }
    finish(found, &a, &axes, keep, out)
}

fn truths(args: &Args, name: &str, f: fn(&Arr, &[usize]) -> R<Arr>) -> R {
    let [a, axis, out, keep] = bind(args, name, ["a", "axis", "out", "keepdims"])?;
    let a = arr(&need(a, name, "a")?)?;
    let axes = along(&a, axis)?;
    finish(f(&a, &axes)?, &a, &axes, keep, out)
}

fn extremes(args: &Args, name: &str, largest: bool) -> R {
    let [a, axis, out, keep, initial] = bind(args, name, ["a", "axis", "out", "keepdims", "initial"])?;
    if given(initial).is_some() {
        return refuse(&format!("numpy.{name} with `initial`"));
    }
    let a = arr(&need(a, name, "a")?)?;
    let axes = along(&a, axis)?;
    finish(reduce::extreme(&a, &axes, largest)?, &a, &axes, keep, out)
}

fn places(args: &Args, name: &str, largest: bool) -> R {
    let [a, at, _, keep] = bind(args, name, ["a", "axis", "out", "keepdims"])?;
    let a = arr(&need(a, name, "a")?)?;
    let at = given(at).map(|n| axis(int(&n)?, a.ndim())).transpose()?;
    let axes: Vec<usize> = at.map_or_else(|| (0..a.ndim()).collect(), |at| vec![at]);
    finish(reduce::arg_extreme(&a, at, largest)?, &a, &axes, keep, None)
}

fn running(args: &Args, name: &str, product: bool) -> R {
    let [a, at, kind] = bind(args, name, ["a", "axis", "dtype"])?;
    let mut a = arr(&need(a, name, "a")?)?;
    if let Some(kind) = opt_dtype(kind)? {
        a = a.as_dtype(kind)?;
    }
    let at = given(at).map(|n| axis(int(&n)?, a.ndim())).transpose()?;
    Ok(array(reduce::running(&a, at, product)?))
}

/// Sorts along an axis.
///
/// # Errors
/// None in practice.
pub fn sorted(a: &Arr, at: Option<usize>) -> R<Arr> {
    let (rows, _) = last_axis(a, at);
    let n = rows.shape.last().copied().unwrap_or(1).max(1);
    with_type!(a.dtype(), T => {
        let mut items = rows.vec::<T>()?;
        items.chunks_exact_mut(n).for_each(|row| row.sort_by(|x, y| x.order(*y)));
        Ok(restore(Arr::new(items, &rows.shape), at, a.ndim()))
    })
}

/// The order that sorts along an axis; equal elements stay in order only when `stable`.
fn sorting(a: &Arr, at: Option<usize>, stable: bool) -> R<Arr> {
    let (rows, _) = last_axis(a, at);
    let n = rows.shape.last().copied().unwrap_or(1).max(1);
    with_type!(a.dtype(), T => {
        let items = rows.vals::<T>()?;
        let mut out: Vec<i64> = Vec::with_capacity(items.len());
        for row in items.chunks_exact(n) {
            let mut order: Vec<i64> = (0..n as i64).collect();
            order.sort_by(|x, y| row[*x as usize].order(row[*y as usize]));
            let equal = order.windows(2).any(|w| row[w[0] as usize].order(row[w[1] as usize]).is_eq());
            if equal && !stable {
                return refuse("numpy.argsort of equal elements without kind='stable'");
            }
            out.extend(order);
        }
        Ok(restore(Arr::new(out, &rows.shape), at, a.ndim()))
    })
}

fn sort_axis(a: &Arr, at: Option<Value>) -> R<Option<usize>> {
    match at {
        Some(Value::None) => Ok(None),
        Some(n) => axis(int(&n)?, a.ndim()).map(Some),
        None if a.ndim() == 0 => err("AxisError", "axis -1 is out of bounds for array of dimension 0"),
        None => Ok(Some(a.ndim() - 1)),
    }
}

/// The value at a share of sorted elements.
fn quantile_at(row: &[f64], share: f64) -> f64 {
    let n = row.len();
    if row.last().is_none_or(|x| x.is_nan()) {
        return f64::NAN;
    }
    let place = (n - 1) as f64 * share;
    let low = place.floor();
    let (a, b) = (row[low as usize], row[(low as usize + 1).min(n - 1)]);
    let t = place - low;
    let gap = b - a;
    if t >= 0.5 { b - gap * (1.0 - t) } else { a + gap * t }
}

fn shares(args: &Args, name: &str, scale: f64) -> R {
    let [a, q, at, keep] = bind(args, name, ["a", "q", "axis", "keepdims"])?;
    let (a, q) = (arr(&need(a, name, "a")?)?, arr(&need(q, name, "q")?)?);
    if flag(keep, false)? || a.dtype() == DType::C128 || a.dtype() == DType::F32 {
        return refuse(&format!("numpy.{name} of this kind"));
    }
    let at = given(at).map(|n| axis(int(&n)?, a.ndim())).transpose()?;
    let wanted: Vec<f64> = q.vec::<f64>()?.iter().map(|x| x / scale).collect();
    if wanted.iter().any(|x| !(0.0..=1.0).contains(x)) {
        let text = if scale == 1.0 {
            "Quantiles must be in the range [0, 1]"
        } else {
            "Percentiles must be in the range [0, 100]"
        };
        return err("ValueError", text);
    }
    let (rows, shape) = last_axis(&a, at);
    let n = rows.shape.last().copied().unwrap_or(1);
    if n == 0 {
        return refuse(&format!("numpy.{name} of an empty array"));
    }
    let mut items = rows.vec::<f64>()?;
    items.chunks_exact_mut(n).for_each(|row| row.sort_by(|x, y| x.order(*y)));
    let mut out = vec![];
    for share in &wanted {
        out.extend(items.chunks_exact(n).map(|row| quantile_at(row, *share)));
    }
    let mut size = q.shape.clone();
    size.extend(shape);
    result(Arr::new(out, &size))
}

fn median_of(a: &Arr, axes: &[usize]) -> R<Arr> {
    if a.dtype() == DType::C128 || a.dtype() == DType::F32 {
        return refuse("numpy.median of this element type");
    }
    let at = match axes {
        [at] => Some(*at),
        all if all.len() == a.ndim() => None,
        _ => return refuse("numpy.median along several axes"),
    };
    let (rows, shape) = last_axis(a, at);
    let n = rows.shape.last().copied().unwrap_or(1);
    let mut items = rows.vec::<f64>()?;
    if n == 0 {
        return Ok(Arr::filled(Item::F64(f64::NAN), &shape));
    }
    let middle = |row: &mut [f64]| {
        row.sort_by(|x, y| x.order(*y));
        if row[n - 1].is_nan() {
            f64::NAN
        } else if n % 2 == 1 {
            row[n / 2]
        } else {
            (row[n / 2 - 1] + row[n / 2]) / 2.0
        }
    };
    Ok(Arr::new(items.chunks_exact_mut(n).map(middle).collect(), &shape))
}

/// The elements that are no NaN, for the functions that leave NaN out.
fn without_nan(args: &Args, name: &str, f: impl Fn(&Arr) -> R<Arr>) -> R {
    let [a, axis] = bind(args, name, ["a", "axis"])?;
    if given(axis).is_some() {
        return refuse(&format!("numpy.{name} along an axis"));
    }
    let a = arr(&need(a, name, "a")?)?.as_dtype(DType::F64)?;
    let items: Vec<f64> = a.vals::<f64>()?.iter().copied().filter(|x| !x.is_nan()).collect();
    if items.is_empty() {
        return refuse(&format!("numpy.{name} of nothing but NaN"));
    }
    result(f(&Arr::line(items))?)
}

/// NaN counts as nothing.
fn nan_as(args: &Args, name: &str, item: f64, f: fn(&Arr, &[usize], Option<DType>) -> R<Arr>) -> R {
    let [a, axis, kind, out, keep] = bind(args, name, ["a", "axis", "dtype", "out", "keepdims"])?;
    let mut a = arr(&need(a, name, "a")?)?;
    if a.dtype() == DType::F64 {
        a = super::loops::map::<f64, f64>(&a, move |x| if x.is_nan() { item } else { x })?;
    } else if !a.dtype().is_int() {
        return refuse(&format!("numpy.{name} of this element type"));
    }
    let axes = along(&a, axis)?;
    finish(f(&a, &axes, opt_dtype(kind)?)?, &a, &axes, keep, out)
}

api! {
    sum(args) { adds(args, "sum", reduce::sum) }
    prod(args) { adds(args, "prod", reduce::prod) }
    any(args) { truths(args, "any", reduce::any) }
    all(args) { truths(args, "all", reduce::all) }
    max(args) { extremes(args, "max", true) }
    min(args) { extremes(args, "min", false) }
    amax(args) { extremes(args, "amax", true) }
    amin(args) { extremes(args, "amin", false) }
    argmax(args) { places(args, "argmax", true) }
    argmin(args) { places(args, "argmin", false) }
    cumsum(args) { running(args, "cumsum", false) }
    cumprod(args) { running(args, "cumprod", true) }
    std(args) { spread(args, "std", true) }
    var(args) { spread(args, "var", false) }
    mean(args) {
        let [a, axis, kind, out, keep] = bind(args, "mean", ["a", "axis", "dtype", "out", "keepdims"])?;
        let a = arr(&need(a, "mean", "a")?)?;
        let axes = along(&a, axis)?;
        finish(mean_of(&a, &axes, opt_dtype(kind)?)?, &a, &axes, keep, out)
    }
    average(args) {
        let [a, at, weights] = bind(args, "average", ["a", "axis", "weights"])?;
        let a = arr(&need(a, "average", "a")?)?;
        let axes = along(&a, at)?;
        let Some(weights) = given(weights) else { return result(mean_of(&a, &axes, None)?) };
        let mut weights = arr(&weights)?;
        if weights.shape != a.shape {
            let [only] = axes.as_slice() else {
                return err("TypeError", "Axis must be specified when shapes of a and weights differ.");
            };
            let mut shape = vec![1; a.ndim()];
            shape[*only] = weights.size();
            weights = weights.reshaped(&shape)?.stretched(&a.shape)?;
        }
        let kind = a.dtype().join(weights.dtype()).join(DType::F64);
        let weights = weights.as_dtype(kind)?;
        let total = reduce::sum(&weights, &axes, None)?;
        let products = op(Op::Multiply, a, Operand::Arr(weights))?;
        result(op(Op::Divide, reduce::sum(&products, &axes, None)?, Operand::Arr(total))?)
    }
    median(args) {
        let [a, axis, out, _, keep] = bind(args, "median", ["a", "axis", "out", "overwrite_input", "keepdims"])?;
        let a = arr(&need(a, "median", "a")?)?;
        let axes = along(&a, axis)?;
        finish(median_of(&a, &axes)?, &a, &axes, keep, out)
    }
    percentile(args) { shares(args, "percentile", 100.0) }
    quantile(args) { shares(args, "quantile", 1.0) }
    ptp(args) {
        let [a, axis, out, keep] = bind(args, "ptp", ["a", "axis", "out", "keepdims"])?;
        let a = arr(&need(a, "ptp", "a")?)?;
        let axes = along(&a, axis)?;
        let low = reduce::extreme(&a, &axes, false)?;
        finish(op(Op::Subtract, reduce::extreme(&a, &axes, true)?, Operand::Arr(low))?, &a, &axes, keep, out)
    }
    count_nonzero(args) {
        let [a, axis, keep] = bind(args, "count_nonzero", ["a", "axis", "keepdims"])?;
        let a = arr(&need(a, "count_nonzero", "a")?)?;
        let axes = along(&a, axis.clone())?;
        let hits = reduce::sum(&a.as_dtype(DType::Bool)?, &axes, None)?;
        if given(axis).is_none() {
            return Ok(Value::Int(hits.only()?.to::<i64>()));
        }
        finish(hits, &a, &axes, keep, None)
    }
    nansum(args) { nan_as(args, "nansum", 0.0, reduce::sum) }
    nanprod(args) { nan_as(args, "nanprod", 1.0, reduce::prod) }
    nanmean(args) {
        let [a, axis] = bind(args, "nanmean", ["a", "axis"])?;
        let a = arr(&need(a, "nanmean", "a")?)?.as_dtype(DType::F64)?;
        let axes = along(&a, axis)?;
        let there = super::loops::map::<f64, bool>(&a, |x| !x.is_nan())?;
        let filled = super::loops::map::<f64, f64>(&a, |x| if x.is_nan() { 0.0 } else { x })?;
        let n = reduce::sum(&there, &axes, None)?;
        result(op(Op::Divide, reduce::sum(&filled, &axes, None)?, Operand::Arr(n))?)
    }
    nanmax(args) { without_nan(args, "nanmax", |a| reduce::extreme(a, &[0], true)) }
    nanmin(args) { without_nan(args, "nanmin", |a| reduce::extreme(a, &[0], false)) }
    nanmedian(args) { without_nan(args, "nanmedian", |a| median_of(a, &[0])) }
    diff(args) {
        let [a, n, at] = bind(args, "diff", ["a", "n", "axis"])?;
        let mut a = arr(&need(a, "diff", "a")?)?;
        let at = axis(at.map_or(Ok(-1), |n| int(&n))?, a.ndim())?;
        for _ in 0..n.map_or(Ok(1), |n| int(&n))? {
            let len = a.shape[at];
            let (mut low, mut high) = (a.clone(), a.clone());
            low.shape[at] = len.saturating_sub(1);
            high.shape[at] = len.saturating_sub(1);
            if len > 1 {
                high.offset = (high.offset as isize + high.strides[at]) as usize;
            }
            let change = if a.dtype() == DType::Bool { Op::NotEqual } else { Op::Subtract };
            a = op(change, high, Operand::Arr(low))?;
        }
        Ok(array(a))
    }
    ediff1d(args) {
        let a = arr(args.at(0, "ediff1d")?)?;
        diff(&crate::func::pos(&[array(a.reshaped(&[a.size()])?)]))
    }
    sort(args) {
        let [a, at, kind, stable] = bind(args, "sort", ["a", "axis", "kind", "stable"])?;
        let _ = (kind, stable);
        let a = arr(&need(a, "sort", "a")?)?;
        let at = sort_axis(&a, at)?;
        Ok(array(sorted(&a, at)?))
    }
    argsort(args) {
        let [a, at, kind, stable] = bind(args, "argsort", ["a", "axis", "kind", "stable"])?;
        let a = arr(&need(a, "argsort", "a")?)?;
        let named = given(kind).is_some_and(|k| matches!(k.as_str(), Some("stable" | "mergesort")));
        let at = sort_axis(&a, at)?;
        Ok(array(sorting(&a, at, named || flag(given(stable), false)?)?))
    }
    lexsort(args) {
        let [keys] = bind(args, "lexsort", ["keys"])?;
        let keys: Vec<Vec<f64>> = crate::iter::to_vec(&need(keys, "lexsort", "keys")?)?.iter().map(|k| arr(k)?.vec::<f64>()).collect::<R<_>>()?;
        let n = keys.first().map_or(0, Vec::len);
        let mut order: Vec<i64> = (0..n as i64).collect();
        for key in &keys {
            order.sort_by(|x, y| key[*x as usize].order(key[*y as usize]));
        }
        Ok(array(Arr::line(order)))
    }
    unique(args) {
        let [a, index, inverse, counts] = bind(args, "unique", ["ar", "return_index", "return_inverse", "return_counts"])?;
        let a = arr(&need(a, "unique", "ar")?)?;
        let flat = a.reshaped(&[a.size()])?;
        let (index, inverse, counts) = (flag(index, false)?, flag(inverse, false)?, flag(counts, false)?);
        with_type!(a.dtype(), T => {
            let items = flat.vals::<T>()?;
            let mut order: Vec<usize> = (0..items.len()).collect();
            order.sort_by(|x, y| items[*x].order(items[*y]));
            let (mut values, mut first, mut sizes): (Vec<T>, Vec<i64>, Vec<i64>) = (vec![], vec![], vec![]);
            let mut back = vec![0i64; items.len()];
            for at in order {
                let same = values.last().is_some_and(|v| v.order(items[at]).is_eq());
                if same {
                    if let Some(n) = sizes.last_mut() {
                        *n += 1;
                    }
                } else {
                    values.push(items[at]);
                    first.push(at as i64);
                    sizes.push(1);
                }
                back[at] = values.len() as i64 - 1;
            }
            let mut out = vec![array(Arr::line(values))];
            if index {
                out.push(array(Arr::line(first)));
            }
            if inverse {
                out.push(array(Arr::new(back, &a.shape)));
            }
            if counts {
                out.push(array(Arr::line(sizes)));
            }
            Ok(if out.len() == 1 { out.remove(0) } else { Value::tuple(out) })
        })
    }
    searchsorted(args) {
        let [a, v, side] = bind(args, "searchsorted", ["a", "v", "side"])?;
        let (a, v) = (arr(&need(a, "searchsorted", "a")?)?, arr(&need(v, "searchsorted", "v")?)?);
        let right = side.as_ref().and_then(Value::as_str) == Some("right");
        let kind = a.dtype().join(v.dtype());
        with_type!(kind, T => {
            let (items, wanted) = (a.vec::<T>()?, v.vec::<T>()?);
            let place = |x: &T| items.partition_point(|p| {
                let order = p.order(*x);
                order.is_lt() || right && order.is_eq()
            }) as i64;
            result(Arr::new(wanted.iter().map(place).collect::<Vec<i64>>(), &v.shape))
        })
    }
    digitize(args) {
        let [x, bins, right] = bind(args, "digitize", ["x", "bins", "right"])?;
        let (x, bins) = (need(x, "digitize", "x")?, need(bins, "digitize", "bins")?);
        let items = arr(&bins)?.vec::<f64>()?;
        if items.windows(2).any(|w| w[0] > w[1]) {
            return refuse("numpy.digitize with bins that fall");
        }
        let side = if flag(right, false)? { "left" } else { "right" };
        searchsorted(&crate::func::pos(&[bins, x, Value::str(side)]))
    }
    nonzero(args) {
        let places = super::index::nonzero(&arr(args.at(0, "nonzero")?)?)?;
        Ok(Value::tuple(places.into_iter().map(array).collect()))
    }
    flatnonzero(args) {
        let a = arr(args.at(0, "flatnonzero")?)?;
        Ok(array(super::index::nonzero(&a.reshaped(&[a.size()])?)?.remove(0)))
    }
    argwhere(args) {
        let a = arr(args.at(0, "argwhere")?)?;
        let places = super::index::nonzero(&a)?;
        Ok(array(super::shape::stack_of(&places, 0)?.t()))
    }
    take(args) {
        let [a, places, at] = bind(args, "take", ["a", "indices", "axis"])?;
        let mut a = arr(&need(a, "take", "a")?)?;
        let places = arr(&need(places, "take", "indices")?)?;
        let at = match given(at) {
            Some(at) => axis(int(&at)?, a.ndim())?,
            None => { a = a.reshaped(&[a.size()])?; 0 }
        };
        result(super::index::take_along(&a, places, at)?)
    }
    isin(args) {
        let [a, all] = bind(args, "isin", ["element", "test_elements"])?;
        let (a, all) = (arr(&need(a, "isin", "element")?)?, arr(&need(all, "isin", "test_elements")?)?);
        let kind = a.dtype().join(all.dtype());
        with_type!(kind, T => {
            let (items, all) = (a.vec::<T>()?, all.vec::<T>()?);
            let hit = |x: &T| all.iter().any(|y| x == y);
            result(Arr::new(items.iter().map(hit).collect::<Vec<bool>>(), &a.shape))
        })
    }
    union1d(args) { sets(args, "union1d", |_, _| true) }
    intersect1d(args) { sets(args, "intersect1d", |a, b| a && b) }
    setdiff1d(args) { sets(args, "setdiff1d", |a, b| a && !b) }
    setxor1d(args) { sets(args, "setxor1d", |a, b| a != b) }
    cov(args) {
        let [m, y, rowvar, bias, less] = bind(args, "cov", ["m", "y", "rowvar", "bias", "ddof"])?;
        let mut x = super::convert::floats(&need(m, "cov", "m")?)?;
        if x.dtype() != DType::F64 || x.ndim() > 2 {
            return refuse("numpy.cov of this element type or shape");
        }
        if x.ndim() < 2 {
            x = x.reshaped(&[1, x.size()])?;
        } else if !flag(rowvar, true)? {
            x = x.t();
        }
        if let Some(y) = given(y) {
            let y = super::convert::floats(&y)?;
            x = super::shape::concatenated(&[x, y.reshaped(&[1, y.size()])?], 0)?;
        }
        let less = match given(less) {
            Some(less) => super::convert::float(&less)?,
            None => f64::from(u8::from(!flag(bias, false)?)),
        };
        covariance(&x, less).and_then(|c| if c.size() == 1 { result(c.reshaped(&[])?) } else { result(c) })
    }
    corrcoef(args) {
        let [m, y, rowvar] = bind(args, "corrcoef", ["x", "y", "rowvar"])?;
        let c = cov(&Args { pos: &[need(m, "corrcoef", "x")?, y.unwrap_or(Value::None), rowvar.unwrap_or(Value::Bool(true))], kw: &[] })?;
        let c = arr(&c)?;
        if c.ndim() == 0 {
            return refuse("numpy.corrcoef of one row");
        }
        let root = unary::apply(unary::Op::Sqrt, &super::shape::diagonal_of(&c, 0)?)?;
        let n = root.size();
        let c = op(Op::Divide, c, Operand::Arr(root.reshaped(&[n, 1])?))?;
        let c = op(Op::Divide, c, Operand::Arr(root))?;
        result(super::loops::map::<f64, f64>(&c, |x| x.clamp(-1.0, 1.0))?)
    }
    histogram(args) {
        let [a, bins, range, density] = bind(args, "histogram", ["a", "bins", "range", "density"])?;
        if given(density).is_some_and(|d| d.truth().unwrap_or(true)) {
            return refuse("numpy.histogram with `density`");
        }
        let a = arr(&need(a, "histogram", "a")?)?;
        histogram_of(&a, bins.unwrap_or(Value::Int(10)), given(range))
    }
    gradient(args) {
        let f = super::convert::floats(args.at(0, "gradient")?)?;
        let h = match args.pos.get(1) {
            None => 1.0,
            Some(Value::Float(h)) => *h,
            Some(Value::Int(h)) => *h as f64,
            Some(_) => return refuse("numpy.gradient with coordinates"),
        };
        if f.ndim() != 1 || args.pos.len() > 2 || !args.kw.is_empty() || f.dtype() != DType::F64 {
            return refuse("numpy.gradient of this shape or with options");
        }
        let f = f.vec::<f64>()?;
        let n = f.len();
        if n < 2 {
            return err("ValueError", "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.");
        }
        let at = |i: usize| match i {
            0 => (f[1] - f[0]) / h,
            i if i == n - 1 => (f[n - 1] - f[n - 2]) / h,
            i => (f[i + 1] - f[i - 1]) / (2.0 * h),
        };
        Ok(array(Arr::line((0..n).map(at).collect::<Vec<f64>>())))
    }
    trapezoid(args) {
        let [y, x, dx] = bind(args, "trapezoid", ["y", "x", "dx"])?;
        let y = super::convert::floats(&need(y, "trapezoid", "y")?)?;
        if y.ndim() != 1 || y.dtype() != DType::F64 {
            return refuse("numpy.trapezoid of this shape");
        }
        let y = y.vec::<f64>()?;
        let d: Vec<f64> = match given(x) {
            Some(x) => arr(&x)?.vec::<f64>()?.windows(2).map(|w| w[1] - w[0]).collect(),
            None => vec![dx.map_or(Ok(1.0), |d| super::convert::float(&d))?; y.len().saturating_sub(1)],
        };
        let parts: Vec<f64> = y.windows(2).zip(&d).map(|(w, d)| d * (w[1] + w[0]) / 2.0).collect();
        result(reduce::sum(&Arr::line(parts), &[0], None)?)
    }
    cross(args) {
        let [a, b] = bind(args, "cross", ["a", "b"])?;
        let (a, b) = (arr(&need(a, "cross", "a")?)?, arr(&need(b, "cross", "b")?)?);
        if a.shape.last() != Some(&3) || b.shape.last() != Some(&3) {
            return refuse("numpy.cross of vectors that have not three components");
        }
        let (pa, pb) = (a.ndim() - 1, b.ndim() - 1);
        let term = |i: usize, j: usize| -> R<Arr> {
            let first = op(Op::Multiply, a.pick(pa, i), Operand::Arr(b.pick(pb, j)))?;
            let second = op(Op::Multiply, a.pick(pa, j), Operand::Arr(b.pick(pb, i)))?;
            op(Op::Subtract, first, Operand::Arr(second))
        };
        Ok(array(super::shape::stack_of(&[term(1, 2)?, term(2, 0)?, term(0, 1)?], -1)?))
    }
}

fn sets(args: &Args, name: &str, keeps: fn(bool, bool) -> bool) -> R {
    let [a, b] = bind(args, name, ["ar1", "ar2"])?;
    let (a, b) = (arr(&need(a, name, "ar1")?)?, arr(&need(b, name, "ar2")?)?);
    let kind = if name == "setdiff1d" { a.dtype() } else { a.dtype().join(b.dtype()) };
    with_type!(kind, T => {
        let (a, b) = (a.vec::<T>()?, b.vec::<T>()?);
        let mut all: Vec<T> = a.iter().chain(&b).copied().collect();
        all.sort_by(|x, y| x.order(*y));
        all.dedup_by(|x, y| x == y);
        let has = |items: &[T], x: &T| items.iter().any(|y| x == y);
        all.retain(|x| keeps(has(&a, x), has(&b, x)));
        Ok(array(Arr::line(all)))
    })
}

fn covariance(x: &Arr, less: f64) -> R<Arr> {
    let n = x.shape[1];
    let mean = kept(mean_of(x, &[1], None)?, x, &[1]);
    let gaps = op(Op::Subtract, x.clone(), Operand::Arr(mean))?;
    let product = super::linalg::matmul(&gaps, &gaps.t())?;
    let factor = 1.0 / (n as f64 - less);
    super::loops::map::<f64, f64>(&product, move |x| x * factor)
}

fn histogram_of(a: &Arr, bins: Value, range: Option<Value>) -> R {
    let items = a.vec::<f64>()?;
    let edges: Vec<f64> = if let Value::Int(n) = bins {
        let (low, high) = match range {
            Some(range) => {
                let ends = arr(&range)?.vec::<f64>()?;
                (ends.first().copied().unwrap_or(0.0), ends.get(1).copied().unwrap_or(1.0))
            }
            None if items.is_empty() => (0.0, 1.0),
            None => (
                items.iter().copied().fold(f64::INFINITY, f64::min),
                items.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ),
        };
        if n < 1 {
            return err("ValueError", "`bins` must be positive, when an integer");
        }
        let (low, high) = if low == high { (low - 0.5, high + 0.5) } else { (low, high) };
        let step = (high - low) / n as f64;
        let mut edges: Vec<f64> = (0..=n).map(|i| i as f64 * step + low).collect();
        edges[n as usize] = high;
        edges
    } else {
        arr(&bins)?.vec::<f64>()?
    };
    if edges.len() < 2 || edges.windows(2).any(|w| w[0] > w[1]) {
        return err("ValueError", "`bins` must increase monotonically, when an array");
    }
    let last = edges.len() - 1;
    let mut counts = vec![0i64; last];
    for x in items.iter().filter(|x| **x >= edges[0] && **x <= edges[last]) {
        let at = edges.partition_point(|e| e <= x);
        counts[at.clamp(1, last) - 1] += 1;
    }
    Ok(Value::tuple(vec![array(Arr::line(counts)), array(Arr::line(edges))]))
}
