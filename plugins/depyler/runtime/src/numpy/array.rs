//! Arrays: storage that views share, shape, strides.

use super::dtype::{C, DType, Elem, Item};
use crate::exc::err;
use crate::value::R;
use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// Buffers that wait for their next use, so that large temporaries stay in the cache.
pub struct Pool<T>(RefCell<Vec<Vec<T>>>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Pool(RefCell::new(vec![]))
    }
}

/// Elements, which views share.
pub struct Storage<T: Elem>(RefCell<Vec<T>>);

impl<T: Elem> Drop for Storage<T> {
    fn drop(&mut self) {
        let items = std::mem::take(&mut *self.0.borrow_mut());
        if items.capacity() < 512 {
            return;
        }
        let _ = T::pool().try_with(|pool| {
            if let Ok(mut waiting) = pool.0.try_borrow_mut()
                && waiting.len() < 8
            {
                waiting.push(items);
            }
        });
    }
}

/// An empty vector with room for `len` elements, from the pool if one fits.
pub fn room<T: Elem>(len: usize) -> Vec<T> {
    if len >= 512 {
        let found = T::pool().with(|pool| {
            let mut waiting = pool.0.borrow_mut();
            let fits = |v: &Vec<T>| v.capacity() >= len && v.capacity() / 2 <= len;
            let at = waiting.iter().rposition(fits)?;
            Some(waiting.swap_remove(at))
        });
        if let Some(mut items) = found {
            items.clear();
            return items;
        }
    }
    Vec::with_capacity(len)
}

/// `len` elements whose values do not matter; those from the pool are not cleared.
pub fn slots<T: Elem>(len: usize) -> Vec<T> {
    if len >= 512 {
        let found = T::pool().with(|pool| {
            let mut waiting = pool.0.borrow_mut();
            let at = waiting.iter().rposition(|v| v.capacity() >= len && v.capacity() / 2 <= len)?;
            Some(waiting.swap_remove(at))
        });
        if let Some(mut items) = found {
            items.resize(len, T::default());
            return items;
        }
    }
    vec![T::default(); len]
}

/// Shared storage.
pub type Buf<T> = Rc<Storage<T>>;

/// Storage of one of the element types.
#[derive(Clone)]
pub enum Data {
    /// `bool`
    Bool(Buf<bool>),
    /// `uint8`
    U8(Buf<u8>),
    /// `int32`
    I32(Buf<i32>),
    /// `int64`
    I64(Buf<i64>),
    /// `float32`
    F32(Buf<f32>),
    /// `float64`
    F64(Buf<f64>),
    /// `complex128`
    C128(Buf<C>),
}

/// Runs `$body` with `$t` as the element type `$dtype`.
macro_rules! with_type {
    ($dtype:expr, $t:ident => $body:expr) => {
        match $dtype {
            $crate::numpy::dtype::DType::Bool => {
                type $t = bool;
                $body
            }
            $crate::numpy::dtype::DType::U8 => {
                type $t = u8;
                $body
            }
            $crate::numpy::dtype::DType::I32 => {
                type $t = i32;
                $body
            }
            $crate::numpy::dtype::DType::I64 => {
                type $t = i64;
                $body
            }
            $crate::numpy::dtype::DType::F32 => {
                type $t = f32;
                $body
            }
            $crate::numpy::dtype::DType::F64 => {
                type $t = f64;
                $body
            }
            $crate::numpy::dtype::DType::C128 => {
                type $t = $crate::numpy::dtype::C;
                $body
            }
        }
    };
}
pub(super) use with_type;

/// An array: a view of storage.
#[derive(Clone)]
pub struct Arr {
    /// The elements
    pub data: Data,
    /// Length of each axis
    pub shape: Vec<usize>,
    /// Elements from one to the next along each axis
    pub strides: Vec<isize>,
    /// Where the first element is
    pub offset: usize,
}

/// Elements in order: those of the storage, or a copy.
pub enum Vals<'a, T> {
    /// Where they are
    Here(Ref<'a, [T]>),
    /// Copied
    Copied(Vec<T>),
}

impl<T> std::ops::Deref for Vals<'_, T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        match self {
            Vals::Here(items) => items,
            Vals::Copied(items) => items,
        }
    }
}

impl<T: Elem> Vals<'_, T> {
    /// As a vector of its own.
    pub fn into_vec(self) -> Vec<T> {
        match self {
            Vals::Here(items) => {
                let mut out = room(items.len());
                out.extend_from_slice(&items);
                out
            }
            Vals::Copied(items) => items,
        }
    }
}

/// Strides of a shape in C order.
pub fn c_strides(shape: &[usize]) -> Vec<isize> {
    let mut strides = vec![0; shape.len()];
    let mut step = 1isize;
    for (stride, n) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step *= (*n).max(1) as isize;
    }
    strides
}

/// How many elements.
pub fn count(shape: &[usize]) -> usize {
    shape.iter().product()
}

/// Calls `f` with the offset of each innermost row: rows run along the last axis.
pub fn rows(shape: &[usize], strides: &[isize], offset: usize, mut f: impl FnMut(usize)) {
    if count(shape) == 0 {
        return;
    }
    let outer = shape.len().saturating_sub(1);
    match outer {
        0 => f(offset),
        1 => {
            let mut at = offset as isize;
            for _ in 0..shape[0] {
                f(at as usize);
                at += strides[0];
            }
        }
        _ => {
            let mut index = vec![0usize; outer];
            let mut at = offset as isize;
            loop {
                f(at as usize);
                let mut axis = outer;
                loop {
                    if axis == 0 {
                        return;
                    }
                    axis -= 1;
                    index[axis] += 1;
                    at += strides[axis];
                    if index[axis] < shape[axis] {
                        break;
                    }
                    at -= strides[axis] * shape[axis] as isize;
                    index[axis] = 0;
                }
            }
        }
    }
}

impl Arr {
    /// An array over new storage in C order.
    pub fn new<T: Elem>(items: Vec<T>, shape: &[usize]) -> Arr {
        debug_assert_eq!(items.len(), count(shape));
        Arr {
            data: T::wrap(Rc::new(Storage(RefCell::new(items)))),
            shape: shape.to_vec(),
            strides: c_strides(shape),
            offset: 0,
        }
    }

    /// A one-dimensional array.
    pub fn line<T: Elem>(items: Vec<T>) -> Arr {
        let n = items.len();
        Arr::new(items, &[n])
    }

    /// An array without axes.
    pub fn zero_d(item: Item) -> Arr {
        with_type!(item.dtype(), T => Arr::new(vec![item.to::<T>()], &[]))
    }

    /// All elements the same.
    pub fn filled(item: Item, shape: &[usize]) -> Arr {
        with_type!(item.dtype(), T => {
            let n = count(shape);
            let mut items = room::<T>(n);
            items.resize(n, item.to::<T>());
            Arr::new(items, shape)
        })
    }

    /// Its element type.
    pub fn dtype(&self) -> DType {
        match &self.data {
            Data::Bool(_) => DType::Bool,
            Data::U8(_) => DType::U8,
            Data::I32(_) => DType::I32,
            Data::I64(_) => DType::I64,
            Data::F32(_) => DType::F32,
            Data::F64(_) => DType::F64,
            Data::C128(_) => DType::C128,
        }
    }

    /// Zero in its element type.
    pub fn dtype_zero(&self) -> Item {
        with_type!(self.dtype(), T => T::default().item())
    }

    /// Number of axes.
    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    /// Number of elements.
    pub fn size(&self) -> usize {
        count(&self.shape)
    }

    /// Whether elements lie in C order without gaps.
    pub fn contiguous(&self) -> bool {
        let mut step = 1isize;
        for (n, stride) in self.shape.iter().zip(&self.strides).rev() {
            if *n != 1 {
                if *stride != step {
                    return self.size() == 0;
                }
                step *= *n as isize;
            }
        }
        true
    }

    /// The storage as one of type `T`, which the caller checked.
    pub fn read<T: Elem>(&self) -> R<Ref<'_, Vec<T>>> {
        match T::buf(&self.data) {
            Some(buf) => Ok(buf.0.borrow()),
            None => err("SystemError", "element type"),
        }
    }

    /// Changes the storage.
    pub fn write<T: Elem, X>(&self, f: impl FnOnce(&mut [T]) -> X) -> R<X> {
        match T::buf(&self.data) {
            Some(buf) => match buf.0.try_borrow_mut() {
                Ok(mut items) => Ok(f(&mut items)),
                Err(_) => err("SystemError", "storage in use"),
            },
            None => err("SystemError", "element type"),
        }
    }

    /// Whether both view the same storage.
    pub fn shares(&self, other: &Arr) -> bool {
        match (&self.data, &other.data) {
            (Data::Bool(a), Data::Bool(b)) => Rc::ptr_eq(a, b),
            (Data::U8(a), Data::U8(b)) => Rc::ptr_eq(a, b),
            (Data::I32(a), Data::I32(b)) => Rc::ptr_eq(a, b),
            (Data::I64(a), Data::I64(b)) => Rc::ptr_eq(a, b),
            (Data::F32(a), Data::F32(b)) => Rc::ptr_eq(a, b),
            (Data::F64(a), Data::F64(b)) => Rc::ptr_eq(a, b),
            (Data::C128(a), Data::C128(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// Elements in C order, of the array's own type `T`.
    fn own<T: Elem>(&self) -> R<Vals<'_, T>> {
        let items = self.read::<T>()?;
        if self.contiguous() {
            let (start, len) = (self.offset, self.size());
            return Ok(Vals::Here(Ref::map(items, |v| v.get(start..start + len).unwrap_or(&[]))));
        }
        let mut out = room(self.size());
        self.gather(&items, |x| x, &mut out);
        Ok(Vals::Copied(out))
    }

    fn gather<S: Elem, T>(&self, items: &[S], f: impl Fn(S) -> T + Copy, out: &mut Vec<T>) {
        let (n, step) = (self.shape.last().copied().unwrap_or(1), self.strides.last().copied().unwrap_or(1));
        rows(&self.shape, &self.strides, self.offset, |at| {
            if step == 1 {
                out.extend(items[at..at + n].iter().map(|x| f(*x)));
            } else {
                let mut at = at as isize;
                for _ in 0..n {
                    out.push(f(items[at as usize]));
                    at += step;
                }
            }
        });
    }

    /// Elements in C order, cast to `T`.
    pub fn vals<T: Elem>(&self) -> R<Vals<'_, T>> {
        if self.dtype() == T::DT {
            return self.own();
        }
        with_type!(self.dtype(), S => {
            let items = self.read::<S>()?;
            let mut out = room(self.size());
            self.gather(&items, |x: S| x.cast::<T>(), &mut out);
            Ok(Vals::Copied(out))
        })
    }

    /// Elements in C order as a vector, cast to `T`.
    pub fn vec<T: Elem>(&self) -> R<Vec<T>> {
        Ok(self.vals::<T>()?.into_vec())
    }

    /// A copy in C order with element type `dtype`.
    pub fn cast(&self, dtype: DType) -> R<Arr> {
        with_type!(dtype, T => Ok(Arr::new(self.vec::<T>()?, &self.shape)))
    }

    /// This array, or a copy when the element type is another.
    pub fn as_dtype(&self, dtype: DType) -> R<Arr> {
        if self.dtype() == dtype { Ok(self.clone()) } else { self.cast(dtype) }
    }

    /// A copy in C order.
    pub fn copy(&self) -> R<Arr> {
        self.cast(self.dtype())
    }

    /// This array, or a copy when it is not in C order.
    pub fn compact(&self) -> R<Arr> {
        if self.contiguous() { Ok(self.clone()) } else { self.copy() }
    }

    /// The element at a place in storage.
    pub fn at(&self, place: usize) -> R<Item> {
        with_type!(self.dtype(), T => Ok(self.read::<T>()?[place].item()))
    }

    /// The only element.
    pub fn only(&self) -> R<Item> {
        self.at(self.offset)
    }

    /// With another shape, over the same storage if it can be.
    pub fn reshaped(&self, shape: &[usize]) -> R<Arr> {
        if let Some(strides) = self.strides_for(shape) {
            return Ok(Arr { data: self.data.clone(), shape: shape.to_vec(), strides, offset: self.offset });
        }
        let base = self.copy()?;
        Ok(Arr { strides: c_strides(shape), shape: shape.to_vec(), ..base })
    }

    /// Strides with which the same storage has another shape.
    fn strides_for(&self, shape: &[usize]) -> Option<Vec<isize>> {
        if self.contiguous() {
            return Some(c_strides(shape));
        }
        let old: Vec<(usize, isize)> =
            self.shape.iter().copied().zip(self.strides.iter().copied()).filter(|(n, _)| *n != 1).collect();
        let mut strides = vec![1isize; shape.len()];
        let (mut i, mut j) = (0, 0);
        while i < old.len() && j < shape.len() {
            let (i0, j0) = (i, j);
            let (mut a, mut b) = (old[i].0, shape[j]);
            while a != b {
                if a < b {
                    i += 1;
                    a *= old.get(i)?.0;
                } else {
                    j += 1;
                    b *= shape.get(j)?;
                }
            }
            for k in i0..i {
                if old[k].1 != old[k + 1].1 * old[k + 1].0 as isize {
                    return None;
                }
            }
            let mut step = old[i].1;
            for k in (j0..=j).rev() {
                strides[k] = step;
                step *= shape[k] as isize;
            }
            i += 1;
            j += 1;
        }
        Some(strides)
    }

    /// With the axes in another order.
    pub fn permuted(&self, axes: &[usize]) -> Arr {
        Arr {
            data: self.data.clone(),
            shape: axes.iter().map(|a| self.shape[*a]).collect(),
            strides: axes.iter().map(|a| self.strides[*a]).collect(),
            offset: self.offset,
        }
    }

    /// Transposed.
    pub fn t(&self) -> Arr {
        let axes: Vec<usize> = (0..self.ndim()).rev().collect();
        self.permuted(&axes)
    }

    /// The part at `index` along `axis`, without that axis.
    pub fn pick(&self, axis: usize, index: usize) -> Arr {
        let mut out = self.clone();
        out.offset = (out.offset as isize + out.strides[axis] * index as isize) as usize;
        out.shape.remove(axis);
        out.strides.remove(axis);
        out
    }

    /// Stretched to a shape that it can be broadcast to.
    pub fn stretched(&self, shape: &[usize]) -> R<Arr> {
        let lead = shape.len().wrapping_sub(self.ndim());
        let mut strides = vec![0isize; shape.len()];
        let fits = lead <= shape.len()
            && self.shape.iter().enumerate().all(|(axis, n)| {
                let wanted = shape[lead + axis];
                strides[lead + axis] = if *n == 1 && wanted != 1 { 0 } else { self.strides[axis] };
                *n == wanted || *n == 1
            });
        if !fits {
            let (from, to) = (show_shape(&self.shape), show_shape(shape));
            return err("ValueError", format!("could not broadcast input array from shape {from} into shape {to}"));
        }
        Ok(Arr { data: self.data.clone(), shape: shape.to_vec(), strides, offset: self.offset })
    }

    /// Writes the elements of `from`, which is broadcast.
    pub fn assign(&self, from: &Arr) -> R<()> {
        let from = if self.shares(from) { from.copy()? } else { from.clone() };
        let from = if from.ndim() > self.ndim() { squeeze_front(&from, self.ndim()) } else { from };
        let from = from.stretched(&self.shape)?;
        with_type!(self.dtype(), T => {
            if from.dtype() == T::DT {
                let source = from.read::<T>()?;
                self.write::<T, ()>(|items| copy_rows(self, items, &from, &source))
            } else {
                let from = from.cast(T::DT)?;
                let source = from.read::<T>()?;
                self.write::<T, ()>(|items| copy_rows(self, items, &from, &source))
            }
        })
    }
}

/// Leading axes of length 1 are dropped for assignments.
fn squeeze_front(a: &Arr, ndim: usize) -> Arr {
    let mut out = a.clone();
    while out.ndim() > ndim && out.shape[0] == 1 {
        out.shape.remove(0);
        out.strides.remove(0);
    }
    out
}

fn copy_rows<T: Elem>(to: &Arr, items: &mut [T], from: &Arr, source: &[T]) {
    let n = to.shape.last().copied().unwrap_or(1);
    let (a, b) = (to.strides.last().copied().unwrap_or(1), from.strides.last().copied().unwrap_or(1));
    let mut starts = vec![];
    rows(&from.shape, &from.strides, from.offset, |at| starts.push(at));
    let mut row = 0;
    rows(&to.shape, &to.strides, to.offset, |at| {
        let start = starts[row];
        row += 1;
        match (a, b) {
            (1, 1) => items[at..at + n].copy_from_slice(&source[start..start + n]),
            (1, 0) => items[at..at + n].fill(source[start]),
            _ => {
                let (mut x, mut y) = (at as isize, start as isize);
                for _ in 0..n {
                    items[x as usize] = source[y as usize];
                    x += a;
                    y += b;
                }
            }
        }
    });
}

/// A shape as messages have it: `(2,3)`.
pub fn show_shape(shape: &[usize]) -> String {
    let all: Vec<String> = shape.iter().map(usize::to_string).collect();
    if all.len() == 1 { format!("({},)", all[0]) } else { format!("({})", all.join(",")) }
}

/// The shape that all are broadcast to.
pub fn broadcast(shapes: &[&[usize]]) -> R<Vec<usize>> {
    let ndim = shapes.iter().map(|s| s.len()).max().unwrap_or(0);
    let mut out = vec![1usize; ndim];
    for shape in shapes {
        let lead = ndim - shape.len();
        for (axis, n) in shape.iter().enumerate() {
            let slot = &mut out[lead + axis];
            if *slot == 1 {
                *slot = *n;
            } else if *n != 1 && *n != *slot {
                let all: Vec<String> = shapes.iter().map(|s| show_shape(s)).collect();
                let text = format!("operands could not be broadcast together with shapes {} ", all.join(" "));
                return err("ValueError", text);
            }
        }
    }
    Ok(out)
}
