//! Subscripts of arrays: numbers, slices, new axes, arrays of numbers and of truth values.

use super::array::{Arr, broadcast, c_strides, count, rows, with_type};
use super::convert::{from_value, in_bounds, item_of, refuse};
use super::dtype::{DType, Elem, Item};
use super::object::{NdArray, Scalar, result, scalar};
use crate::exc::err;
use crate::item::slice_range;
use crate::value::{R, Value};
use std::rc::Rc;

enum Part {
    Int(i64),
    Slice(Rc<[Value; 3]>),
    New,
    Rest,
    Ints(Arr),
    Mask(Arr),
}

fn invalid<T>() -> R<T> {
    err(
        "IndexError",
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices",
    )
}

fn part(value: &Value) -> R<Part> {
    Ok(match value {
        Value::Int(n) => Part::Int(*n),
        Value::Slice(parts) => Part::Slice(parts.clone()),
        Value::None => Part::New,
        Value::Ellipsis => Part::Rest,
        Value::Bool(_) => return refuse("an array subscript that is one truth value"),
        Value::List(_) | Value::Tuple(_) => {
            let a = from_value(value, None)?;
            return array_part(if a.size() == 0 { a.cast(DType::I64)? } else { a });
        }
        Value::Native(native) => {
            if let Some(array) = native.get::<NdArray>() {
                return array_part(array.arr());
            }
            match native.get::<Scalar>() {
                Some(Scalar(Item::Bool(_))) => return refuse("an array subscript that is one truth value"),
                Some(Scalar(item)) if item.dtype().is_int() => Part::Int(item.to::<i64>()),
                _ => return invalid(),
            }
        }
        Value::Obj(_) => Part::Int(crate::item::index(value, "object")?),
        _ => return invalid(),
    })
}

fn array_part(a: Arr) -> R<Part> {
    match a.dtype() {
        DType::Bool if a.ndim() > 0 => Ok(Part::Mask(a)),
        DType::Bool => refuse("an array subscript that is one truth value"),
        d if d.is_int() && a.ndim() == 0 => Ok(Part::Int(a.only()?.to::<i64>())),
        d if d.is_int() => Ok(Part::Ints(a.as_dtype(DType::I64)?)),
        _ => err("IndexError", "arrays used as indices must be of integer (or boolean) type"),
    }
}

fn place(n: i64, size: usize, axis: usize) -> R<usize> {
    let at = if n < 0 { n + size as i64 } else { n };
    if at < 0 || at >= size as i64 {
        return err("IndexError", format!("index {n} is out of bounds for axis {axis} with size {size}"));
    }
    Ok(at as usize)
}

/// What a subscript selects: a view, and arrays of places along some of its axes.
struct Selection {
    view: Arr,
    /// Axes of the view, each with its places.
    arrays: Vec<(usize, Arr)>,
    /// Whether other parts stand between the arrays.
    apart: bool,
}

fn select(a: &Arr, parts: Vec<Part>) -> R<Selection> {
    let used: usize = parts
        .iter()
        .map(|p| match p {
            Part::New | Part::Rest => 0,
            Part::Mask(mask) => mask.ndim(),
            _ => 1,
        })
        .sum();
    if used > a.ndim() {
        let text = format!("too many indices for array: array is {}-dimensional, but {used} were indexed", a.ndim());
        return err("IndexError", text);
    }
    let advanced = parts.iter().any(|p| matches!(p, Part::Ints(_) | Part::Mask(_)));
    let mut view = Arr { data: a.data.clone(), shape: vec![], strides: vec![], offset: a.offset };
    let mut arrays: Vec<(usize, Arr)> = vec![];
    let (mut axis, mut rest, mut apart, mut gap) = (0, false, false, false);
    for part in parts {
        let is_array = advanced && matches!(part, Part::Int(_) | Part::Ints(_) | Part::Mask(_));
        apart |= is_array && gap && !arrays.is_empty();
        gap = !is_array;
        match part {
            Part::Int(n) if !advanced => {
                view.offset =
                    (view.offset as isize + a.strides[axis] * place(n, a.shape[axis], axis)? as isize) as usize;
                axis += 1;
            }
            Part::Int(n) => {
                let at = Arr::zero_d(Item::I64(place(n, a.shape[axis], axis)? as i64));
                keep(&mut view, a, &mut axis, at, &mut arrays);
            }
            Part::Ints(places) => {
                let size = a.shape[axis];
                let all: R<Vec<i64>> =
                    places.vals::<i64>()?.iter().map(|n| place(*n, size, axis).map(|p| p as i64)).collect();
                keep(&mut view, a, &mut axis, Arr::new(all?, &places.shape), &mut arrays);
            }
            Part::Mask(mask) => {
                for (at, n) in mask.shape.iter().enumerate() {
                    if a.shape[axis + at] != *n {
                        let text = format!(
                            "boolean index did not match indexed array along axis {}; size of axis is {} but size of corresponding boolean axis is {n}",
                            axis + at,
                            a.shape[axis + at]
                        );
                        return err("IndexError", text);
                    }
                }
                for places in nonzero(&mask)? {
                    keep(&mut view, a, &mut axis, places, &mut arrays);
                }
            }
            Part::Slice(parts) => {
                let range = slice_range(&parts, a.shape[axis])?;
                let n = range.len() as usize;
                if n > 0 {
                    view.offset = (view.offset as isize + a.strides[axis] * range.start as isize) as usize;
                }
                view.shape.push(n);
                view.strides.push(a.strides[axis] * range.step as isize);
                axis += 1;
            }
            Part::New => {
                view.shape.push(1);
                view.strides.push(0);
            }
            Part::Rest if rest => return err("IndexError", "an index can only have a single ellipsis ('...')"),
            Part::Rest => {
                rest = true;
                for _ in used..a.ndim() {
                    view.shape.push(a.shape[axis]);
                    view.strides.push(a.strides[axis]);
                    axis += 1;
                }
            }
        }
    }
    view.shape.extend_from_slice(&a.shape[axis..]);
    view.strides.extend_from_slice(&a.strides[axis..]);
    Ok(Selection { view, arrays, apart })
}

fn keep(view: &mut Arr, a: &Arr, axis: &mut usize, places: Arr, arrays: &mut Vec<(usize, Arr)>) {
    arrays.push((view.shape.len(), places));
    view.shape.push(a.shape[*axis]);
    view.strides.push(a.strides[*axis]);
    *axis += 1;
}

/// Where elements are true, one array per axis.
///
/// # Errors
/// None in practice.
pub fn nonzero(a: &Arr) -> R<Vec<Arr>> {
    let truth = a.as_dtype(DType::Bool)?;
    let items = truth.vals::<bool>()?;
    let steps = c_strides(&a.shape);
    let found: Vec<usize> = items.iter().enumerate().filter(|(_, x)| **x).map(|(at, _)| at).collect();
    Ok((0..a.ndim())
        .map(|axis| {
            let place = |at: &usize| (at / steps[axis] as usize % a.shape[axis].max(1)) as i64;
            Arr::line::<i64>(found.iter().map(place).collect())
        })
        .collect())
}

fn parts_of(key: &Value) -> R<Vec<Part>> {
    match key {
        Value::Tuple(items) => items.iter().map(part).collect(),
        _ => Ok(vec![part(key)?]),
    }
}

/// The selection laid out: the shape of the index arrays together, offsets for each place, the axes that are left.
struct Laid {
    shape: Vec<usize>,
    offsets: Vec<usize>,
    rest: Arr,
    /// Where the axes of the index arrays stand in the result.
    front: usize,
}

fn lay(selection: &Selection) -> R<Laid> {
    let shapes: Vec<&[usize]> = selection.arrays.iter().map(|(_, a)| a.shape.as_slice()).collect();
    let shape = match broadcast(&shapes) {
        Ok(shape) => shape,
        Err(_) => {
            let all: Vec<String> = shapes.iter().map(|s| super::array::show_shape(s)).collect();
            let text = format!(
                "shape mismatch: indexing arrays could not be broadcast together with shapes {} ",
                all.join(" ")
            );
            return err("IndexError", text);
        }
    };
    let view = &selection.view;
    let mut offsets = vec![view.offset as isize; count(&shape)];
    for (axis, places) in &selection.arrays {
        let places = places.stretched(&shape)?;
        let places = places.vals::<i64>()?;
        for (slot, n) in offsets.iter_mut().zip(places.iter()) {
            *slot += *n as isize * view.strides[*axis];
        }
    }
    let left: Vec<usize> =
        (0..view.ndim()).filter(|axis| !selection.arrays.iter().any(|(used, _)| used == axis)).collect();
    let front = if selection.apart { 0 } else { selection.arrays[0].0 };
    Ok(Laid { shape, offsets: offsets.into_iter().map(|o| o as usize).collect(), rest: view.permuted(&left), front })
}

/// The order of axes that moves the `n` first axes of `ndim` behind `front` others.
fn moved(n: usize, front: usize, ndim: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (n..n + front).collect();
    order.extend(0..n);
    order.extend(n + front..ndim);
    order
}

/// Elements of a mask that are looked at together.
const CHUNK: usize = 32;

/// How many are true.
fn hits(mask: &[bool]) -> usize {
    mask.iter().map(|hit| u32::from(*hit)).sum::<u32>() as usize
}

/// `a[key]`
///
/// # Errors
/// `IndexError` outside of the array.
pub fn get(a: &Arr, key: &Value) -> R {
    if let (Value::Int(n), [size]) = (key, a.shape.as_slice()) {
        let at = place(*n, *size, 0)?;
        return a.at((a.offset as isize + a.strides[0] * at as isize) as usize).map(scalar);
    }
    if let (Value::Tuple(keys), [rows, columns]) = (key, a.shape.as_slice())
        && let [Value::Int(i), Value::Int(j)] = keys[..]
    {
        let (i, j) = (place(i, *rows, 0)? as isize, place(j, *columns, 1)? as isize);
        return a.at((a.offset as isize + a.strides[0] * i + a.strides[1] * j) as usize).map(scalar);
    }
    let parts = parts_of(key)?;
    if let [Part::Mask(mask)] = parts.as_slice()
        && mask.shape == a.shape
    {
        return with_type!(a.dtype(), T => {
            let (items, mask) = (a.vals::<T>()?, mask.vals::<bool>()?);
            let n = mask.iter().filter(|hit| **hit).count();
            let mut out: Vec<T> = super::array::room(n);
            for (items, mask) in items.chunks(CHUNK).zip(mask.chunks(CHUNK)) {
                match hits(mask) {
                    0 => {}
                    n if n == mask.len() => out.extend_from_slice(items),
                    _ => out.extend(items.iter().zip(mask).filter(|(_, hit)| **hit).map(|(x, _)| *x)),
                }
            }
            Ok(super::object::array(Arr::line(out)))
        });
    }
    let whole = parts.iter().all(|p| matches!(p, Part::Int(_)));
    let selection = select(a, parts)?;
    if selection.arrays.is_empty() {
        // An ellipsis keeps an array where a number alone gives a scalar.
        return if whole { result(selection.view) } else { Ok(super::object::array(selection.view)) };
    }
    take(&selection).map(super::object::array)
}

fn take(selection: &Selection) -> R<Arr> {
    let laid = lay(selection)?;
    let mut shape = laid.shape.clone();
    shape.extend_from_slice(&laid.rest.shape);
    let out = with_type!(selection.view.dtype(), T => {
        let items = selection.view.read::<T>()?;
        let mut out: Vec<T> = super::array::room(count(&shape));
        if laid.rest.ndim() == 0 {
            out.extend(laid.offsets.iter().map(|at| items[*at]));
        } else {
            let (n, step) = (laid.rest.shape[laid.rest.ndim() - 1], laid.rest.strides[laid.rest.ndim() - 1]);
            for at in &laid.offsets {
                rows(&laid.rest.shape, &laid.rest.strides, *at, |at| {
                    if step == 1 {
                        out.extend_from_slice(&items[at..at + n]);
                    } else {
                        out.extend((0..n as isize).map(|i| items[(at as isize + i * step) as usize]));
                    }
                });
            }
        }
        Arr::new(out, &shape)
    });
    Ok(out.permuted(&moved(laid.shape.len(), laid.front, shape.len())))
}

/// A value that is assigned into an array of this element type.
fn source(value: &Value, dtype: DType) -> R<Arr> {
    if let Value::Native(native) = value
        && let Some(array) = native.get::<NdArray>()
    {
        return Ok(array.arr());
    }
    if let Value::List(_) | Value::Tuple(_) | Value::Range(_) = value {
        return from_value(value, None);
    }
    let item = match value {
        Value::Str(_) => return refuse("text assigned to an element of an array"),
        Value::None => {
            return match dtype {
                DType::F64 | DType::F32 => {
                    err("TypeError", "float() argument must be a string or a real number, not 'NoneType'")
                }
                _ => err(
                    "TypeError",
                    "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
                ),
            };
        }
        _ => item_of(value)?,
    };
    if matches!(value, Value::Int(_)) {
        in_bounds(item, dtype)?;
    }
    if let (Item::F64(x), true) = (item, dtype.is_int() && dtype != DType::Bool && matches!(value, Value::Float(_))) {
        if x.is_nan() {
            return err("ValueError", "cannot convert float NaN to integer");
        }
        if x.is_infinite() {
            return err("OverflowError", "cannot convert float infinity to integer");
        }
    }
    if item.dtype() == DType::C128 && dtype != DType::C128 && dtype != DType::Bool {
        return err("TypeError", "float() argument must be a string or a real number, not 'complex'");
    }
    Ok(Arr::zero_d(item))
}

/// `a[key] = value`
///
/// # Errors
/// `IndexError` outside of the array, `ValueError` for a shape that does not fit.
pub fn set(a: &Arr, key: &Value, value: &Value) -> R<()> {
    let number = matches!(value, Value::Int(_) | Value::Float(_));
    if let (Value::Int(n), [size], true) = (key, a.shape.as_slice(), number) {
        let at = place(*n, *size, 0)?;
        let at = (a.offset as isize + a.strides[0] * at as isize) as usize;
        return put(a, at, source_item(value, a.dtype())?);
    }
    if let (Value::Tuple(keys), [rows, columns], true) = (key, a.shape.as_slice(), number)
        && let [Value::Int(i), Value::Int(j)] = keys[..]
    {
        let (i, j) = (place(i, *rows, 0)? as isize, place(j, *columns, 1)? as isize);
        let at = (a.offset as isize + a.strides[0] * i + a.strides[1] * j) as usize;
        return put(a, at, source_item(value, a.dtype())?);
    }
    let from = source(value, a.dtype())?;
    let parts = parts_of(key)?;
    if let [Part::Mask(mask)] = parts.as_slice()
        && mask.shape == a.shape
        && from.size() == 1
        && from.ndim() == 0
    {
        return with_type!(a.dtype(), T => {
            let x = from.cast(T::DT)?.only()?.to::<T>();
            let mask = mask.as_dtype(DType::Bool)?;
            super::loops::update::<T, bool>(a, &mask, move |old, hit| if hit { x } else { old })
        });
    }
    if let [Part::Mask(mask)] = parts.as_slice()
        && mask.shape == a.shape
        && a.contiguous()
        && from.ndim() == 1
    {
        let mask = mask.vals::<bool>()?;
        if mask.iter().filter(|hit| **hit).count() == from.size() {
            return with_type!(a.dtype(), T => {
                let values = from.vec::<T>()?;
                a.write::<T, ()>(|items| {
                    let here = &mut items[a.offset..a.offset + mask.len()];
                    let mut rest = values.as_slice();
                    for (slots, mask) in here.chunks_mut(CHUNK).zip(mask.chunks(CHUNK)) {
                        let (now, later) = rest.split_at(hits(mask));
                        rest = later;
                        if now.len() == slots.len() {
                            slots.copy_from_slice(now);
                        } else if !now.is_empty() {
                            let chosen = slots.iter_mut().zip(mask).filter(|(_, hit)| **hit);
                            chosen.zip(now).for_each(|((slot, _), x)| *slot = *x);
                        }
                    }
                })
            });
        }
    }
    let selection = select(a, parts)?;
    if selection.arrays.is_empty() {
        return selection.view.assign(&from);
    }
    scatter(a, &selection, &from)
}

fn source_item(value: &Value, dtype: DType) -> R<Item> {
    match (value, dtype) {
        (Value::Float(x), DType::F64) => Ok(Item::F64(*x)),
        _ => source(value, dtype)?.only(),
    }
}

fn put(a: &Arr, at: usize, item: Item) -> R<()> {
    with_type!(a.dtype(), T => {
        let x: T = with_type!(item.dtype(), S => item.to::<S>().cast::<T>());
        a.write::<T, ()>(|items| items[at] = x)
    })
}

fn scatter(a: &Arr, selection: &Selection, from: &Arr) -> R<()> {
    let laid = lay(selection)?;
    let mut shape = laid.shape.clone();
    shape.extend_from_slice(&laid.rest.shape);
    let order = moved(laid.shape.len(), laid.front, shape.len());
    let shown: Vec<usize> = order.iter().map(|axis| shape[*axis]).collect();
    let from = if from.shares(a) { from.copy()? } else { from.clone() };
    let from = match from.stretched(&shown) {
        Ok(from) => from,
        Err(raised) => {
            let mask = selection.arrays.len() == 1 && shown.len() == 1 && from.ndim() == 1;
            if mask {
                let (given, wanted) = (from.size(), shown[0]);
                let text = format!(
                    "shape mismatch: value array of shape ({given},) could not be broadcast to indexing result of shape ({wanted},)"
                );
                return err("ValueError", text);
            }
            return Err(raised);
        }
    };
    let mut back = vec![0; order.len()];
    order.iter().enumerate().for_each(|(i, o)| back[*o] = i);
    let from = from.permuted(&back);
    with_type!(a.dtype(), T => {
        let values = from.vals::<T>()?;
        let n = count(&laid.rest.shape);
        a.write::<T, ()>(|items| {
            for (at, chunk) in laid.offsets.iter().zip(values.chunks_exact(n.max(1))) {
                let mut next = chunk.iter();
                let (len, step) = (
                    laid.rest.shape.last().copied().unwrap_or(1) as isize,
                    laid.rest.strides.last().copied().unwrap_or(0),
                );
                rows(&laid.rest.shape, &laid.rest.strides, *at, |row| {
                    for i in 0..len {
                        if let Some(x) = next.next() {
                            items[(row as isize + i * step) as usize] = *x;
                        }
                    }
                });
            }
        })
    })
}

/// `take(a, indices, axis)`
///
/// # Errors
/// `IndexError` outside of the array.
pub fn take_along(a: &Arr, places: Arr, axis: usize) -> R<Arr> {
    let mut parts: Vec<Part> =
        (0..axis).map(|_| Part::Slice(Rc::new([Value::None, Value::None, Value::None]))).collect();
    let flat = places.ndim() == 0;
    parts.push(Part::Ints(places.as_dtype(DType::I64)?));
    let selection = select(a, parts)?;
    let _ = flat;
    take(&selection)
}
