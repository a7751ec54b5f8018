//! Loops over one or two strided arrays, with wide vectors where the processor has them.

use super::array::{Arr, count, slots};
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

/// Work that is compiled for the vectors of every processor and, beside it, for wide ones.
pub trait Job {
    /// What it gives.
    type Out;
    /// Does it; implementations are inlined always.
    fn go(self) -> Self::Out;
}

/// Does a job with the widest vectors that the processor has.
#[inline(always)]
pub fn dispatch<J: Job>(job: J) -> J::Out {
    #[cfg(target_arch = "x86_64")]
    {
        #[target_feature(enable = "avx2,fma")]
        fn run<J: Job>(job: J) -> J::Out {
            job.go()
        }
        if wide() {
            // SAFETY: the processor has what the function is compiled for.
            #[allow(unsafe_code)]
            return unsafe { run(job) };
        }
    }
    job.go()
}

/// Rows of a two-sided operation.
struct Zip<'a, T, U, O, F> {
    a: (&'a [T], isize),
    b: (&'a [U], isize),
    starts: Vec<[usize; 2]>,
    n: usize,
    out: &'a mut [O],
    f: F,
}

impl<T: Copy, U: Copy, O, F: Fn(T, U) -> O> Job for Zip<'_, T, U, O, F> {
    type Out = ();
    #[inline(always)]
    fn go(self) {
        let ((a, sa), (b, sb), n, f) = (self.a, self.b, self.n, self.f);
        for ([at, bt], out) in self.starts.iter().zip(self.out.chunks_exact_mut(n)) {
            let (at, bt) = (*at, *bt);
            match (sa, sb) {
                (1, 1) => {
                    let (a, b) = (&a[at..at + n], &b[bt..bt + n]);
                    for i in 0..n {
                        out[i] = f(a[i], b[i]);
                    }
                }
                (1, 0) => {
                    let (a, y) = (&a[at..at + n], b[bt]);
                    for i in 0..n {
                        out[i] = f(a[i], y);
                    }
                }
                (0, 1) => {
                    let (x, b) = (a[at], &b[bt..bt + n]);
                    for i in 0..n {
                        out[i] = f(x, b[i]);
                    }
                }
                _ => {
                    let (mut x, mut y) = (at as isize, bt as isize);
                    for slot in out {
                        *slot = f(a[x as usize], b[y as usize]);
                        x += sa;
                        y += sb;
                    }
                }
            }
        }
    }
}

/// Rows of a one-sided operation.
struct Map<'a, T, O, F> {
    a: (&'a [T], isize),
    starts: Vec<[usize; 1]>,
    n: usize,
    out: &'a mut [O],
    f: F,
}

impl<T: Copy, O, F: Fn(T) -> O> Job for Map<'_, T, O, F> {
    type Out = ();
    #[inline(always)]
    fn go(self) {
        let ((a, step), n, f) = (self.a, self.n, self.f);
        for ([at], out) in self.starts.iter().zip(self.out.chunks_exact_mut(n)) {
            if step == 1 {
                let a = &a[*at..*at + n];
                for i in 0..n {
                    out[i] = f(a[i]);
                }
            } else {
                let mut x = *at as isize;
                for slot in out {
                    *slot = f(a[x as usize]);
                    x += step;
                }
            }
        }
    }
}

/// Rows of an operation in place.
struct Update<'a, T, U, F> {
    a: (&'a mut [T], isize),
    b: (&'a [U], isize),
    starts: Vec<[usize; 2]>,
    n: usize,
    f: F,
}

impl<T: Copy, U: Copy, F: Fn(T, U) -> T> Job for Update<'_, T, U, F> {
    type Out = ();
    #[inline(always)]
    fn go(self) {
        let ((a, sa), (b, sb), n, f) = (self.a, self.b, self.n, self.f);
        for [at, bt] in &self.starts {
            let (at, bt) = (*at, *bt);
            match (sa, sb) {
                (1, 1) => {
                    let (a, b) = (&mut a[at..at + n], &b[bt..bt + n]);
                    for i in 0..n {
                        a[i] = f(a[i], b[i]);
                    }
                }
                (1, 0) => {
                    let y = b[bt];
                    for x in &mut a[at..at + n] {
                        *x = f(*x, y);
                    }
                }
                _ => {
                    for i in 0..n as isize {
                        let slot = &mut a[(at as isize + i * sa) as usize];
                        *slot = f(*slot, b[(bt as isize + i * sb) as usize]);
                    }
                }
            }
        }
    }
}

impl<const K: usize> Plan<K> {
    /// Where the rows start.
    fn starts(&self, offsets: [usize; K]) -> Vec<[usize; K]> {
        let mut out = Vec::with_capacity(count(&self.shape[..self.shape.len() - 1]));
        self.each(offsets, |at| out.push(at));
        out
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
    let mut out = slots::<O>(count(&a.shape));
    let starts = plan.starts([a.offset, b.offset]);
    let (n, sa, sb) = (plan.len(), plan.step(0), plan.step(1));
    if n > 0 {
        dispatch(Zip { a: (x, sa), b: (y, sb), starts, n, out: &mut out, f });
    }
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
    let mut out = slots::<O>(count(&a.shape));
    let starts = plan.starts([a.offset]);
    let (n, step) = (plan.len(), plan.step(0));
    if n > 0 {
        dispatch(Map { a: (x, step), starts, n, out: &mut out, f });
    }
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
    let starts = plan.starts([target.offset, b.offset]);
    target.write::<T, ()>(|x| {
        if n > 0 {
            dispatch(Update { a: (x, sa), b: (y, sb), starts, n, f });
        }
    })
}
