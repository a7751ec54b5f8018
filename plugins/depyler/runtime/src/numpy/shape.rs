//! Shapes: reshape, join, split, repeat, turn.

use super::array::{Arr, broadcast, count, with_type};
use super::convert::{arr, axes, axis, bind, given, int, ints, need, refuse, shape};
use super::create::api;
use super::dtype::DType;
use super::object::array;
use crate::exc::err;
use crate::value::{R, Value};

/// The shape that `reshape` is asked for, with `-1` filled in.
fn wanted(a: &Arr, sizes: &[i64]) -> R<Vec<usize>> {
    let known: i64 = sizes.iter().filter(|n| **n >= 0).product();
    let open = sizes.iter().filter(|n| **n < 0).count();
    if open > 1 {
        return err("ValueError", "can only specify one unknown dimension");
    }
    let total = a.size() as i64;
    let fits = if open == 1 { known > 0 && total % known == 0 } else { known == total };
    if !fits {
        let shown: Vec<String> = sizes.iter().map(i64::to_string).collect();
        let comma = if shown.len() == 1 { "," } else { "" };
        let text = format!("cannot reshape array of size {total} into shape ({}{comma})", shown.join(","));
        return err("ValueError", text);
    }
    Ok(sizes.iter().map(|n| if *n < 0 { total / known } else { *n } as usize).collect())
}

/// `reshape`
///
/// # Errors
/// `ValueError` when the number of elements differs.
pub fn reshape_to(a: &Arr, sizes: &[i64]) -> R<Arr> {
    a.reshaped(&wanted(a, sizes)?)
}

/// The diagonal of a matrix as a view.
///
/// # Errors
/// `ValueError` when it is no matrix.
pub fn diagonal_of(a: &Arr, k: i64) -> R<Arr> {
    if a.ndim() != 2 {
        return err("ValueError", "diag requires an array of at least two dimensions");
    }
    let (skip_rows, skip_columns) = ((-k).max(0) as usize, k.max(0) as usize);
    let n = a.shape[0].saturating_sub(skip_rows).min(a.shape[1].saturating_sub(skip_columns));
    let start = a.offset as isize + a.strides[0] * skip_rows as isize + a.strides[1] * skip_columns as isize;
    let offset = if n == 0 { a.offset } else { start as usize };
    Ok(Arr { data: a.data.clone(), shape: vec![n], strides: vec![a.strides[0] + a.strides[1]], offset })
}

/// Arrays of one element type.
fn same_type(all: &[Arr]) -> R<Vec<Arr>> {
    let kind = all.iter().map(Arr::dtype).reduce(DType::join).unwrap_or(DType::F64);
    all.iter().map(|a| a.as_dtype(kind)).collect()
}

/// Joins arrays along an axis.
///
/// # Errors
/// `ValueError` for shapes that do not fit.
pub fn concatenated(all: &[Arr], at: usize) -> R<Arr> {
    let Some(first) = all.first() else { return err("ValueError", "need at least one array to concatenate") };
    if first.ndim() == 0 {
        return err("ValueError", "zero-dimensional arrays cannot be concatenated");
    }
    let mut size = first.shape.clone();
    size[at] = 0;
    for (place, a) in all.iter().enumerate() {
        if a.ndim() != size.len() {
            let text = format!(
                "all the input array dimensions except for the concatenation axis must match exactly, but along dimension 0, the array at index 0 has {} dimension(s) and the array at index {place} has {} dimension(s)",
                size.len(),
                a.ndim()
            );
            return err("ValueError", text);
        }
        for axis in (0..size.len()).filter(|axis| *axis != at) {
            if a.shape[axis] != size[axis] {
                let text = format!(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along dimension {axis}, the array at index 0 has size {} and the array at index {place} has size {}",
                    size[axis], a.shape[axis]
                );
                return err("ValueError", text);
            }
        }
        size[at] += a.shape[at];
    }
    let all = same_type(all)?;
    let out = Arr::filled(all[0].dtype_zero(), &size);
    let mut start = 0;
    for a in &all {
        let mut part = out.clone();
        part.shape[at] = a.shape[at];
        if a.size() > 0 {
            part.offset = (part.offset as isize + part.strides[at] * start as isize) as usize;
            part.assign(a)?;
        }
        start += a.shape[at];
    }
    Ok(out)
}

/// Joins arrays of one shape along a new axis.
///
/// # Errors
/// `ValueError` for shapes that differ.
pub fn stack_of(all: &[Arr], at: i64) -> R<Arr> {
    let Some(first) = all.first() else { return err("ValueError", "need at least one array to stack") };
    if all.iter().any(|a| a.shape != first.shape) {
        return err("ValueError", "all input arrays must have the same shape");
    }
    let at = axis(at, first.ndim() + 1)?;
    let lifted: Vec<Arr> = all.iter().map(|a| expanded(a, at)).collect();
    concatenated(&lifted, at)
}

fn expanded(a: &Arr, at: usize) -> Arr {
    let mut out = a.clone();
    out.shape.insert(at, 1);
    out.strides.insert(at, 0);
    out
}

fn arrays(value: &Value) -> R<Vec<Arr>> {
    crate::iter::to_vec(value)?.iter().map(arr).collect()
}

fn at_least(a: Arr, n: usize) -> R<Arr> {
    let size = a.size();
    match (n, a.ndim()) {
        (1, 0) => a.reshaped(&[1]),
        (2, 0) => a.reshaped(&[1, 1]),
        (2, 1) => Ok(expanded(&a, 0)),
        (3, 0) => a.reshaped(&[1, 1, 1]),
        (3, 1) => a.reshaped(&[1, size, 1]),
        (3, 2) => Ok(expanded(&a, 2)),
        _ => Ok(a),
    }
}

/// Pieces of an array along an axis, cut before each of `places`.
fn pieces(a: &Arr, places: &[usize], at: usize) -> Value {
    let n = a.shape[at];
    let mut out = vec![];
    let mut start = 0;
    for end in places.iter().copied().chain([n]) {
        let (from, to) = (start.min(n), end.min(n).max(start.min(n)));
        let mut part = a.clone();
        part.shape[at] = to - from;
        if to > from {
            part.offset = (part.offset as isize + part.strides[at] * from as isize) as usize;
        }
        out.push(array(part));
        start = end;
    }
    Value::list(out)
}

fn split_at(a: &Arr, sections: &Value, at: usize, uneven: bool) -> R {
    if let Value::Int(n) = sections {
        let (n, len) = ((*n).max(1) as usize, a.shape[at]);
        if len % n != 0 && !uneven {
            return err("ValueError", "array split does not result in an equal division");
        }
        let places: Vec<usize> = (1..n).map(|i| i * (len / n) + i.min(len % n)).collect();
        return Ok(pieces(a, &places, at));
    }
    let len = a.shape[at] as i64;
    let places: Vec<usize> =
        ints(sections)?.into_iter().map(|n| if n < 0 { (n + len).max(0) } else { n } as usize).collect();
    Ok(pieces(a, &places, at))
}

fn flipped(a: &Arr, at: &[usize]) -> Arr {
    let mut out = a.clone();
    for axis in at {
        if out.shape[*axis] > 0 {
            out.offset = (out.offset as isize + out.strides[*axis] * (out.shape[*axis] as isize - 1)) as usize;
        }
        out.strides[*axis] = -out.strides[*axis];
    }
    out
}

/// Moves elements along an axis, those that fall out come in on the other side.
fn rolled(a: &Arr, shift: i64, at: usize) -> R<Arr> {
    let n = a.shape[at];
    if n == 0 {
        return a.copy();
    }
    let cut = n - shift.rem_euclid(n as i64) as usize;
    let part = |from: usize, to: usize| {
        let mut part = a.clone();
        part.shape[at] = to - from;
        if to > from {
            part.offset = (part.offset as isize + part.strides[at] * from as isize) as usize;
        }
        part
    };
    concatenated(&[part(cut, n), part(0, cut)], at)
}

/// The order of axes that an argument gives, reversed without one.
fn order(a: &Arr, value: Option<Value>) -> R<Vec<usize>> {
    match given(value) {
        None => Ok((0..a.ndim()).rev().collect()),
        Some(value) => {
            let order: Vec<usize> = ints(&value)?.into_iter().map(|n| axis(n, a.ndim())).collect::<R<_>>()?;
            let mut sorted = order.clone();
            sorted.sort_unstable();
            if sorted.len() != a.ndim() || sorted.windows(2).any(|w| w[0] == w[1]) {
                return err("ValueError", "axes don't match array");
            }
            Ok(order)
        }
    }
}

fn repeated(a: &Arr, counts: &[i64], at: usize) -> R<Arr> {
    let n = a.shape[at];
    if counts.len() != 1 && counts.len() != n {
        return err(
            "ValueError",
            format!("operands could not be broadcast together with shape ({n},) ({},)", counts.len()),
        );
    }
    if counts.iter().any(|c| *c < 0) {
        return err("ValueError", "repeats may not contain negative values.");
    }
    let places = (0..n).flat_map(|i| {
        let times = counts[if counts.len() == 1 { 0 } else { i }];
        std::iter::repeat_n(i as i64, times as usize)
    });
    super::index::take_along(a, Arr::line::<i64>(places.collect()), at)
}

/// The widths of the border on each side of each axis.
fn borders(value: &Value, ndim: usize) -> R<Vec<(usize, usize)>> {
    let a = arr(value)?;
    let all = a.vec::<i64>()?;
    if all.iter().any(|n| *n < 0) {
        return err("ValueError", "index can't contain negative values");
    }
    let pair = |x: i64, y: i64| (x as usize, y as usize);
    Ok(match (all.as_slice(), a.ndim()) {
        ([n], _) => vec![pair(*n, *n); ndim],
        ([x, y], 1) => vec![pair(*x, *y); ndim],
        ([x, y], 2) if a.shape[0] == 1 => vec![pair(*x, *y); ndim],
        (all, 2) if a.shape == [ndim, 2] => all.chunks_exact(2).map(|p| pair(p[0], p[1])).collect(),
        _ => return err("ValueError", "operands could not be broadcast together"),
    })
}

/// Where the element at `i` of a bordered axis comes from.
fn mirrored(i: i64, n: i64, mode: &str) -> i64 {
    match mode {
        "edge" => i.clamp(0, n - 1),
        "wrap" => i.rem_euclid(n),
        "reflect" if n == 1 => 0,
        "reflect" => {
            let period = 2 * (n - 1);
            let at = i.rem_euclid(period);
            if at < n { at } else { period - at }
        }
        _ => {
            let at = i.rem_euclid(2 * n);
            if at < n { at } else { 2 * n - 1 - at }
        }
    }
}

api! {
    reshape(args) {
        let [a, sizes] = bind(args, "reshape", ["a", "shape"])?;
        let sizes = ints(&need(sizes, "reshape", "shape")?)?;
        Ok(array(reshape_to(&arr(&need(a, "reshape", "a")?)?, &sizes)?))
    }
    ravel(args) {
        let a = arr(args.at(0, "ravel")?)?;
        if args.pos.len() > 1 || !args.kw.is_empty() {
            return refuse("numpy.ravel with an order");
        }
        Ok(array(a.reshaped(&[a.size()])?))
    }
    transpose(args) {
        let [a, axes] = bind(args, "transpose", ["a", "axes"])?;
        let a = arr(&need(a, "transpose", "a")?)?;
        let order = order(&a, axes)?;
        Ok(array(a.permuted(&order)))
    }
    swapaxes(args) {
        let [a, x, y] = bind(args, "swapaxes", ["a", "axis1", "axis2"])?;
        let a = arr(&need(a, "swapaxes", "a")?)?;
        let (x, y) = (int(&need(x, "swapaxes", "axis1")?)?, int(&need(y, "swapaxes", "axis2")?)?);
        let mut order: Vec<usize> = (0..a.ndim()).collect();
        order.swap(axis(x, a.ndim())?, axis(y, a.ndim())?);
        Ok(array(a.permuted(&order)))
    }
    moveaxis(args) {
        let [a, from, to] = bind(args, "moveaxis", ["a", "source", "destination"])?;
        let a = arr(&need(a, "moveaxis", "a")?)?;
        let place = |v: Value| -> R<Vec<usize>> { ints(&v)?.into_iter().map(|n| axis(n, a.ndim())).collect() };
        let (from, to) = (place(need(from, "moveaxis", "source")?)?, place(need(to, "moveaxis", "destination")?)?);
        if from.len() != to.len() {
            return err("ValueError", "`source` and `destination` arguments must have the same number of elements");
        }
        let mut order: Vec<usize> = (0..a.ndim()).filter(|x| !from.contains(x)).collect();
        let mut pairs: Vec<(usize, usize)> = to.into_iter().zip(from).collect();
        pairs.sort_unstable();
        for (to, from) in pairs {
            order.insert(to.min(order.len()), from);
        }
        Ok(array(a.permuted(&order)))
    }
    expand_dims(args) {
        let [a, at] = bind(args, "expand_dims", ["a", "axis"])?;
        let a = arr(&need(a, "expand_dims", "a")?)?;
        let at = ints(&need(at, "expand_dims", "axis")?)?;
        let ndim = a.ndim() + at.len();
        let mut at: Vec<usize> = at.into_iter().map(|n| axis(n, ndim)).collect::<R<_>>()?;
        at.sort_unstable();
        Ok(array(at.into_iter().fold(a, |a, at| expanded(&a, at))))
    }
    squeeze(args) {
        let [a, at] = bind(args, "squeeze", ["a", "axis"])?;
        let a = arr(&need(a, "squeeze", "a")?)?;
        let chosen = axes(at, a.ndim())?;
        if chosen.iter().flatten().any(|at| a.shape[*at] != 1) {
            return err("ValueError", "cannot select an axis to squeeze out which has size not equal to one");
        }
        let keeps = |axis: &usize| match &chosen {
            Some(all) => !all.contains(axis),
            None => a.shape[*axis] != 1,
        };
        let kept: Vec<usize> = (0..a.ndim()).filter(keeps).collect();
        Ok(array(a.permuted(&kept)))
    }
    atleast_1d(args) { Ok(array(at_least(arr(args.at(0, "atleast_1d")?)?, 1)?)) }
    atleast_2d(args) { Ok(array(at_least(arr(args.at(0, "atleast_2d")?)?, 2)?)) }
    atleast_3d(args) { Ok(array(at_least(arr(args.at(0, "atleast_3d")?)?, 3)?)) }
    concatenate(args) {
        let [all, at] = bind(args, "concatenate", ["arrays", "axis"])?;
        let all = arrays(&need(all, "concatenate", "arrays")?)?;
        if at.as_ref().is_some_and(Value::is_none) {
            let flat: R<Vec<Arr>> = all.iter().map(|a| a.reshaped(&[a.size()])).collect();
            return Ok(array(concatenated(&flat?, 0)?));
        }
        let at = at.map_or(Ok(0), |n| int(&n))?;
        let ndim = all.first().map_or(1, Arr::ndim).max(1);
        Ok(array(concatenated(&all, axis(at, ndim)?)?))
    }
    stack(args) {
        let [all, at] = bind(args, "stack", ["arrays", "axis"])?;
        let all = arrays(&need(all, "stack", "arrays")?)?;
        Ok(array(stack_of(&all, at.map_or(Ok(0), |n| int(&n))?)?))
    }
    vstack(args) {
        let [all] = bind(args, "vstack", ["tup"])?;
        let all: R<Vec<Arr>> =
            arrays(&need(all, "vstack", "tup")?)?.into_iter().map(|a| at_least(a, 2)).collect();
        Ok(array(concatenated(&all?, 0)?))
    }
    hstack(args) {
        let [all] = bind(args, "hstack", ["tup"])?;
        let all: R<Vec<Arr>> = arrays(&need(all, "hstack", "tup")?)?.into_iter().map(|a| at_least(a, 1)).collect();
        let all = all?;
        let at = usize::from(all.first().is_some_and(|a| a.ndim() > 1));
        Ok(array(concatenated(&all, at)?))
    }
    dstack(args) {
        let [all] = bind(args, "dstack", ["tup"])?;
        let all: R<Vec<Arr>> = arrays(&need(all, "dstack", "tup")?)?.into_iter().map(|a| at_least(a, 3)).collect();
        Ok(array(concatenated(&all?, 2)?))
    }
    column_stack(args) {
        let [all] = bind(args, "column_stack", ["tup"])?;
        let column = |a: Arr| if a.ndim() < 2 { a.reshaped(&[a.size(), 1]) } else { Ok(a) };
        let all: R<Vec<Arr>> = arrays(&need(all, "column_stack", "tup")?)?.into_iter().map(column).collect();
        Ok(array(concatenated(&all?, 1)?))
    }
    append(args) {
        let [a, values, at] = bind(args, "append", ["arr", "values", "axis"])?;
        let (a, b) = (arr(&need(a, "append", "arr")?)?, arr(&need(values, "append", "values")?)?);
        match given(at) {
            None => Ok(array(concatenated(&[a.reshaped(&[a.size()])?, b.reshaped(&[b.size()])?], 0)?)),
            Some(at) => Ok(array(concatenated(&[a.clone(), b], axis(int(&at)?, a.ndim())?)?)),
        }
    }
    split(args) {
        let [a, sections, at] = bind(args, "split", ["ary", "indices_or_sections", "axis"])?;
        let a = arr(&need(a, "split", "ary")?)?;
        let at = axis(at.map_or(Ok(0), |n| int(&n))?, a.ndim())?;
        split_at(&a, &need(sections, "split", "indices_or_sections")?, at, false)
    }
    array_split(args) {
        let [a, sections, at] = bind(args, "array_split", ["ary", "indices_or_sections", "axis"])?;
        let a = arr(&need(a, "array_split", "ary")?)?;
        let at = axis(at.map_or(Ok(0), |n| int(&n))?, a.ndim())?;
        split_at(&a, &need(sections, "array_split", "indices_or_sections")?, at, true)
    }
    hsplit(args) {
        let a = arr(args.at(0, "hsplit")?)?;
        split_at(&a, args.at(1, "hsplit")?, usize::from(a.ndim() > 1), false)
    }
    vsplit(args) { split_at(&arr(args.at(0, "vsplit")?)?, args.at(1, "vsplit")?, 0, false) }
    flip(args) {
        let [a, at] = bind(args, "flip", ["m", "axis"])?;
        let a = arr(&need(a, "flip", "m")?)?;
        let at = super::create::along(&a, at)?;
        Ok(array(flipped(&a, &at)))
    }
    flipud(args) { Ok(array(flipped(&arr(args.at(0, "flipud")?)?, &[0]))) }
    fliplr(args) { Ok(array(flipped(&arr(args.at(0, "fliplr")?)?, &[1]))) }
    rot90(args) {
        let [a, k] = bind(args, "rot90", ["m", "k"])?;
        let a = arr(&need(a, "rot90", "m")?)?;
        if a.ndim() != 2 {
            return refuse("numpy.rot90 of this shape");
        }
        let turned = match k.map_or(Ok(1), |k| int(&k))?.rem_euclid(4) {
            0 => a,
            1 => flipped(&a, &[1]).t(),
            2 => flipped(&a, &[0, 1]),
            _ => flipped(&a.t(), &[1]),
        };
        Ok(array(turned))
    }
    roll(args) {
        let [a, shift, at] = bind(args, "roll", ["a", "shift", "axis"])?;
        let a = arr(&need(a, "roll", "a")?)?;
        let shifts = ints(&need(shift, "roll", "shift")?)?;
        match given(at) {
            None => {
                let flat = a.reshaped(&[a.size()])?;
                Ok(array(rolled(&flat, shifts.iter().sum(), 0)?.reshaped(&a.shape)?))
            }
            Some(at) => {
                let at = ints(&at)?;
                let n = shifts.len().max(at.len());
                let mut out = a;
                for i in 0..n {
                    let (s, x) = (shifts[i.min(shifts.len() - 1)], at[i.min(at.len() - 1)]);
                    out = rolled(&out, s, axis(x, out.ndim())?)?;
                }
                Ok(array(out))
            }
        }
    }
    tile(args) {
        let [a, reps] = bind(args, "tile", ["A", "reps"])?;
        let (mut a, mut reps) = (arr(&need(a, "tile", "A")?)?, shape(&need(reps, "tile", "reps")?)?);
        while reps.len() < a.ndim() {
            reps.insert(0, 1);
        }
        while a.ndim() < reps.len() {
            a = expanded(&a, 0);
        }
        let (mut wide, mut flat) = (vec![], vec![]);
        let mut view = a.clone();
        (view.shape, view.strides) = (vec![], vec![]);
        for (at, times) in reps.iter().enumerate() {
            wide.extend([*times, a.shape[at]]);
            view.strides.extend([0, a.strides[at]]);
            flat.push(times * a.shape[at]);
        }
        view.shape = wide;
        Ok(array(view.copy()?.reshaped(&flat)?))
    }
    repeat(args) {
        let [a, counts, at] = bind(args, "repeat", ["a", "repeats", "axis"])?;
        let a = arr(&need(a, "repeat", "a")?)?;
        let counts = ints(&need(counts, "repeat", "repeats")?)?;
        match given(at) {
            Some(at) => Ok(array(repeated(&a, &counts, axis(int(&at)?, a.ndim())?)?)),
            None => Ok(array(repeated(&a.reshaped(&[a.size()])?, &counts, 0)?)),
        }
    }
    broadcast_to(args) {
        let [a, size] = bind(args, "broadcast_to", ["array", "shape"])?;
        let size = shape(&need(size, "broadcast_to", "shape")?)?;
        // A copy: the result cannot be written to in NumPy, so nothing can tell.
        Ok(array(arr(&need(a, "broadcast_to", "array")?)?.stretched(&size)?.copy()?))
    }
    pad(args) {
        let [a, width, mode, values] = bind(args, "pad", ["array", "pad_width", "mode", "constant_values"])?;
        let a = arr(&need(a, "pad", "array")?)?;
        let mode = mode.map_or("constant".to_string(), |m| m.as_str().unwrap_or("").to_string());
        let sides = borders(&need(width, "pad", "pad_width")?, a.ndim())?;
        if !matches!(mode.as_str(), "constant" | "edge" | "wrap" | "reflect" | "symmetric") {
            return refuse(&format!("numpy.pad with mode `{mode}`"));
        }
        if mode == "constant" {
            let size: Vec<usize> = a.shape.iter().zip(&sides).map(|(n, (x, y))| n + x + y).collect();
            let fill = values.map_or(Ok(Arr::zero_d(a.dtype_zero())), |v| arr(&v))?;
            if fill.ndim() > 0 {
                return refuse("numpy.pad with several values");
            }
            let out = Arr::filled(a.dtype_zero(), &size);
            out.assign(&fill)?;
            let mut inner = out.clone();
            for (at, (before, _)) in sides.iter().enumerate() {
                inner.offset += inner.strides[at] as usize * before;
                inner.shape[at] = a.shape[at];
            }
            inner.assign(&a)?;
            return Ok(array(out));
        }
        let mut out = a;
        for (at, (before, after)) in sides.iter().enumerate() {
            let n = out.shape[at] as i64;
            if n == 0 {
                return refuse("numpy.pad of an empty array");
            }
            let places = (-(*before as i64)..n + *after as i64).map(|i| mirrored(i, n, &mode)).collect();
            out = super::index::take_along(&out, Arr::line::<i64>(places), at)?;
        }
        Ok(array(out))
    }
    insert(args) {
        let [a, places, values, at] = bind(args, "insert", ["arr", "obj", "values", "axis"])?;
        let mut a = arr(&need(a, "insert", "arr")?)?;
        let Value::Int(place) = need(places, "insert", "obj")? else { return refuse("numpy.insert at several places") };
        let at = match given(at) {
            Some(at) => axis(int(&at)?, a.ndim())?,
            None => { a = a.reshaped(&[a.size()])?; 0 }
        };
        let n = a.shape[at] as i64;
        let place = if place < 0 { place + n } else { place };
        if place < 0 || place > n {
            return err("IndexError", format!("index {place} is out of bounds for axis {at} with size {n}"));
        }
        let values = arr(&need(values, "insert", "values")?)?.as_dtype(a.dtype())?;
        let mut size = a.shape.clone();
        size[at] = if a.ndim() == 1 { values.size() } else { 1 };
        let Value::List(parts) = pieces(&a, &[place as usize], at) else { return Ok(Value::None) };
        let parts: R<Vec<Arr>> = parts.borrow().iter().map(arr).collect();
        let parts = parts?;
        Ok(array(concatenated(&[parts[0].clone(), values.stretched(&size)?, parts[1].clone()], at)?))
    }
    delete(args) {
        let [a, places, at] = bind(args, "delete", ["arr", "obj", "axis"])?;
        let mut a = arr(&need(a, "delete", "arr")?)?;
        let at = match given(at) {
            Some(at) => axis(int(&at)?, a.ndim())?,
            None => { a = a.reshaped(&[a.size()])?; 0 }
        };
        let places = need(places, "delete", "obj")?;
        let n = a.shape[at] as i64;
        let gone: Vec<i64> = match &places {
            Value::Slice(parts) => {
                let range = crate::item::slice_range(parts, n as usize)?;
                (0..range.len()).map(|i| range.at(i)).collect()
            }
            _ if arr(&places).is_ok_and(|a| a.dtype() == DType::Bool) => return refuse("numpy.delete with truth values"),
            _ => ints(&places)?,
        };
        for place in &gone {
            if *place < -n || *place >= n {
                return err("IndexError", format!("index {place} is out of bounds for axis {at} with size {n}"));
            }
        }
        let gone: Vec<i64> = gone.iter().map(|g| g.rem_euclid(n.max(1))).collect();
        let kept = (0..n).filter(|i| !gone.contains(i)).collect();
        Ok(array(super::index::take_along(&a, Arr::line::<i64>(kept), at)?))
    }
    broadcast_arrays(args) {
        let all: Vec<Arr> = args.pos.iter().map(arr).collect::<R<_>>()?;
        let shapes: Vec<&[usize]> = all.iter().map(|a| a.shape.as_slice()).collect();
        let size = broadcast(&shapes)?;
        let out: R<Vec<Value>> = all.iter().map(|a| Ok(array(a.stretched(&size)?.copy()?))).collect();
        Ok(Value::tuple(out?))
    }
    diagonal(args) {
        let [a, k] = bind(args, "diagonal", ["a", "offset"])?;
        Ok(array(diagonal_of(&arr(&need(a, "diagonal", "a")?)?, k.map_or(Ok(0), |k| int(&k))?)?.copy()?))
    }
    fill_diagonal(args) {
        let [a, value] = bind(args, "fill_diagonal", ["a", "val"])?;
        diagonal_of(&arr(&need(a, "fill_diagonal", "a")?)?, 0)?.assign(&arr(&need(value, "fill_diagonal", "val")?)?)?;
        Ok(Value::None)
    }
    size(args) { Ok(Value::from(arr(args.at(0, "size")?)?.size())) }
    ndim(args) { Ok(Value::from(arr(args.at(0, "ndim")?)?.ndim())) }
    shape_(args) {
        let a = arr(args.at(0, "shape")?)?;
        Ok(Value::tuple(a.shape.iter().map(|n| Value::from(*n)).collect()))
    }
    copyto(args) {
        let [to, from] = bind(args, "copyto", ["dst", "src"])?;
        arr(&need(to, "copyto", "dst")?)?.assign(&arr(&need(from, "copyto", "src")?)?)?;
        Ok(Value::None)
    }
}

/// Elements in C order as a line of their own.
///
/// # Errors
/// None in practice.
pub fn flattened(a: &Arr) -> R<Arr> {
    with_type!(a.dtype(), T => Ok(Arr::new(a.vec::<T>()?, &[count(&a.shape)])))
}
