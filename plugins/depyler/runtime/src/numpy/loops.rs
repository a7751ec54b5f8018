//! Loops over one or two strided arrays, with wide vectors where the processor has them.

use super::array::{Arr, count, room};
use super::dtype::Elem;
use crate::value::R;

/// A shape with the strides of `K` arrays, adjacent axes joined where all allow it.
pub struct Plan<const K: usize> {
    /// Length of each axis
    pub shape: Vec<usize>,
    /// Strides of each array
    pub strides: [Vec<isize>; K],
}

impl<const K: usize> Plan<K> {
    /// Joins axes.
    pub fn new(shape: &[usize], strides: [&[isize]; K]) -> Plan<K> {
        let mut out = Plan { shape: Vec::with_capacity(shape.len()), strides: std::array::from_fn(|_| vec![]) };
        for axis in 0..shape.len() {
            let n = shape[axis];
            if n == 1 {
                continue;
            }
            let joins = !out.shape.is_empty()
                && (0..K).all(|k| out.strides[k].last() == Some(&(strides[k][axis] * n as isize)));
            if joins {
                if let Some(last) = out.shape.last_mut() {
                    *last *= n;
                }
                for k in 0..K {
                    if let Some(last) = out.strides[k].last_mut() {
                        *last = strides[k][axis];
                    }
                }
            } else {
                out.shape.push(n);
                for k in 0..K {
                    out.strides[k].push(strides[k][axis]);
                }
            }
        }
        if out.shape.is_empty() {
            out.shape.push(1);
            out.strides.iter_mut().for_each(|s| s.push(0));
        }
        out
    }

    /// Length of the rows.
    pub fn len(&self) -> usize {
        self.shape.last().copied().unwrap_or(1)
    }

    /// Stride of array `k` within rows.
    pub fn step(&self, k: usize) -> isize {
        self.strides[k].last().copied().unwrap_or(0)
    }

    /// Calls `f` with the places where the rows start.
    #[inline(always)]
    pub fn each(&self, offsets: [usize; K], mut f: impl FnMut([usize; K])) {
        if count(&self.shape) == 0 {
            return;
        }
        let outer = self.shape.len() - 1;
        if outer == 0 {
            f(offsets);
            return;
        }
        let mut index = vec![0usize; outer];
        let mut at: [isize; K] = std::array::from_fn(|k| offsets[k] as isize);
        loop {
            f(at.map(|a| a as usize));
            let mut axis = outer;
            loop {
                if axis == 0 {
                    return;
                }
                axis -= 1;
                index[axis] += 1;
                for (k, place) in at.iter_mut().enumerate() {
                    *place += self.strides[k][axis];
                }
                if index[axis] < self.shape[axis] {
                    break;
                }
                for (k, place) in at.iter_mut().enumerate() {
                    *place -= self.strides[k][axis] * self.shape[axis] as isize;
                }
                index[axis] = 0;
            }
        }
    }
}

/// Whether the processor has AVX2 and FMA.
pub fn wide() -> bool {
    #[cfg(target_arch = "x86_64")]
    {
        std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma")
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        false
    }
}

/// Runs `body` compiled for the widest vectors that the processor has.
#[inline(always)]
pub fn dispatch<X>(body: impl FnOnce() -> X) -> X {
    #[cfg(target_arch = "x86_64")]
    {
        #[target_feature(enable = "avx2,fma")]
        fn run<X>(body: impl FnOnce() -> X) -> X {
            body()
        }
        if wide() {
            // SAFETY: the processor has what the function is compiled for.
            #[allow(unsafe_code)]
            return unsafe { run(body) };
        }
    }
    body()
}

/// One row of a two-sided operation.
#[inline(always)]
fn row<T: Copy, U: Copy, O>(
    a: &[T],
    (at, sa): (usize, isize),
    b: &[U],
    (bt, sb): (usize, isize),
    n: usize,
    out: &mut Vec<O>,
    f: impl Fn(T, U) -> O,
) {
    match (sa, sb) {
        (1, 1) => out.extend(a[at..at + n].iter().zip(&b[bt..bt + n]).map(|(x, y)| f(*x, *y))),
        (1, 0) => {
            let y = b[bt];
            out.extend(a[at..at + n].iter().map(|x| f(*x, y)));
        }
        (0, 1) => {
            let x = a[at];
            out.extend(b[bt..bt + n].iter().map(|y| f(x, *y)));
        }
        _ => out
            .extend((0..n as isize).map(|i| f(a[(at as isize + i * sa) as usize], b[(bt as isize + i * sb) as usize]))),
    }
}

/// The order of axes in which NumPy walks over arrays with these strides, outermost first.
pub fn axis_order(ndim: usize, strides: &[&[isize]]) -> Vec<usize> {
    let mut axes: Vec<usize> = (0..ndim).rev().collect();
    for i0 in 1..ndim {
        let moved = axes[i0];
        let mut place = i0;
        for i1 in (0..i0).rev() {
            let (mut ambiguous, mut swap) = (true, false);
            for s in strides {
                let (x, y) = (s[moved].abs(), s[axes[i1]].abs());
                if x != 0 && y != 0 {
                    if y <= x {
                        swap = false;
                    } else if ambiguous {
                        swap = true;
                    }
                    ambiguous = false;
                }
            }
            if ambiguous {
                continue;
            }
            if !swap {
                break;
            }
            place = i1;
        }
        axes.remove(i0);
        axes.insert(place, moved);
    }
    axes.reverse();
    axes
}

/// `f` on each pair of elements of two arrays of one shape; the result has the order of the operands' axes.
///
/// # Errors
/// None in practice.
pub fn zip<T: Elem, U: Elem, O: Elem>(a: &Arr, b: &Arr, f: impl Fn(T, U) -> O + Copy) -> R<Arr> {
    let order = axis_order(a.ndim(), &[&a.strides, &b.strides]);
    let sorted = order.iter().enumerate().all(|(i, o)| i == *o);
    if !sorted {
        let out = zip(&a.permuted(&order), &b.permuted(&order), f)?;
        let mut back = vec![0; order.len()];
        order.iter().enumerate().for_each(|(i, o)| back[*o] = i);
        return Ok(out.permuted(&back));
    }
    let (x, y) = (a.read::<T>()?, b.read::<U>()?);
    let (x, y): (&[T], &[U]) = (&x, &y);
    let plan = Plan::new(&a.shape, [&a.strides, &b.strides]);
    let mut out = room::<O>(count(&a.shape));
    let (n, sa, sb) = (plan.len(), plan.step(0), plan.step(1));
    dispatch(|| plan.each([a.offset, b.offset], |[at, bt]| row(x, (at, sa), y, (bt, sb), n, &mut out, f)));
    Ok(Arr::new(out, &a.shape))
}

/// `f` on each element; the result has the order of the array's axes.
///
/// # Errors
/// None in practice.
pub fn map<T: Elem, O: Elem>(a: &Arr, f: impl Fn(T) -> O + Copy) -> R<Arr> {
    let order = axis_order(a.ndim(), &[&a.strides]);
    if !order.iter().enumerate().all(|(i, o)| i == *o) {
        let out = map(&a.permuted(&order), f)?;
        let mut back = vec![0; order.len()];
        order.iter().enumerate().for_each(|(i, o)| back[*o] = i);
        return Ok(out.permuted(&back));
    }
    let x = a.read::<T>()?;
    let x: &[T] = &x;
    let plan = Plan::new(&a.shape, [&a.strides]);
    let mut out = room::<O>(count(&a.shape));
    let (n, step) = (plan.len(), plan.step(0));
    dispatch(|| {
        plan.each([a.offset], |[at]| {
            if step == 1 {
                out.extend(x[at..at + n].iter().map(|x| f(*x)));
            } else {
                out.extend((0..n as isize).map(|i| f(x[(at as isize + i * step) as usize])));
            }
        });
    });
    Ok(Arr::new(out, &a.shape))
}

/// `target = f(target, b)` in place; `b` has the shape of the target and other storage.
///
/// # Errors
/// None in practice.
pub fn update<T: Elem, U: Elem>(target: &Arr, b: &Arr, f: impl Fn(T, U) -> T + Copy) -> R<()> {
    let y = b.read::<U>()?;
    let y: &[U] = &y;
    let plan = Plan::new(&target.shape, [&target.strides, &b.strides]);
    let (n, sa, sb) = (plan.len(), plan.step(0), plan.step(1));
    target.write::<T, ()>(|x| {
        dispatch(|| {
            plan.each([target.offset, b.offset], |[at, bt]| match (sa, sb) {
                (1, 1) => x[at..at + n].iter_mut().zip(&y[bt..bt + n]).for_each(|(x, y)| *x = f(*x, *y)),
                (1, 0) => {
                    let y = y[bt];
                    x[at..at + n].iter_mut().for_each(|x| *x = f(*x, y));
                }
                _ => {
                    for i in 0..n as isize {
                        let slot = &mut x[(at as isize + i * sa) as usize];
                        *slot = f(*slot, y[(bt as isize + i * sb) as usize]);
                    }
                }
            });
        });
    })
}
