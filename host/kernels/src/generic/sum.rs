//! Sums, means and variances, summed pairwise.
//!
//! The order of additions is NumPy's for a contiguous array: halves that are multiples of eight down to 128 elements, within
//! which eight running sums are joined as a tree. So the result is NumPy's to the bit, on every path and for any number of
//! threads, and its error grows with the logarithm of the length (Higham, The accuracy of floating point summation, SIAM J.
//! Sci. Comput. 14, 1993).

use crate::arch::{Arm, Path, Work};
use crate::element::{Element, Float};
use crate::error::Error;

/// Elements that are summed without halving.
const BLOCK: usize = 128;
/// Elements below which a second thread costs more than it saves.
const LEAST_FORK: usize = 1 << 15;

/// The sum of all elements; zero of nothing. Integers wrap.
pub fn sum<T: Element>(arm: Arm, x: &[T]) -> T {
    tree(arm.path, arm.threads, x, |x| x)
}

/// The arithmetic mean.
///
/// # Errors
/// [`Error::Empty`] without elements.
pub fn mean<T: Float>(arm: Arm, x: &[T]) -> Result<T, Error> {
    if x.is_empty() {
        return Err(Error::Empty("the mean"));
    }
    Ok(sum(arm, x) / T::constant(x.len() as f64))
}

/// The mean of squared distances from the mean, with `delta` degrees of freedom taken off the count (0: of the population, 1: of
/// a sample).
///
/// # Errors
/// [`Error::Empty`] unless there are more elements than `delta`.
pub fn variance<T: Float>(arm: Arm, x: &[T], delta: usize) -> Result<T, Error> {
    if x.len() <= delta {
        return Err(Error::Empty("the variance"));
    }
    let mean = mean(arm, x)?;
    let squares = tree(arm.path, arm.threads, x, move |x| (x - mean) * (x - mean));
    Ok(squares / T::constant((x.len() - delta) as f64))
}

/// The sum of `f` over the elements, as a tree whose upper part is shared among threads.
fn tree<T: Element>(path: Path, threads: usize, x: &[T], f: impl Fn(T) -> T + Copy + Send + Sync) -> T {
    if threads <= 1 || x.len() < LEAST_FORK {
        return path.run(Pairwise { x, f });
    }
    let (left, right) = x.split_at(half(x.len()));
    let (left, right) =
        rayon::join(|| tree(path, threads.div_ceil(2), left, f), || tree(path, threads.div_ceil(2), right, f));
    left.plus(right)
}

/// The length of the left half.
#[inline(always)]
fn half(len: usize) -> usize {
    let half = len / 2;
    half - half % 8
}

struct Pairwise<'a, T, F> {
    x: &'a [T],
    f: F,
}

/// A node whose right half is yet to be summed.
#[derive(Clone, Copy)]
struct Pending<T> {
    /// Sum of the left half, when that is done.
    left: Option<T>,
    /// Length of the right half.
    right: usize,
}

impl<T: Element, F: Fn(T) -> T> Work for Pairwise<'_, T, F> {
    type Output = T;

    /// The tree is walked with a stack of its own: a recursive call would leave the function that has the instruction set.
    #[inline(always)]
    fn run<const FMA: bool>(self) -> T {
        if self.x.len() <= BLOCK {
            return block(self.x, &self.f);
        }
        let mut stack = [Pending { left: None, right: 0 }; usize::BITS as usize];
        let (mut depth, mut rest, mut len) = (0, self.x, self.x.len());
        loop {
            while len > BLOCK {
                let left = half(len);
                stack[depth] = Pending { left: None, right: len - left };
                depth += 1;
                len = left;
            }
            let (leaf, after) = rest.split_at(len);
            rest = after;
            let mut value = block(leaf, &self.f);
            loop {
                if depth == 0 {
                    return value;
                }
                let top = &mut stack[depth - 1];
                match top.left {
                    None => {
                        top.left = Some(value);
                        len = top.right;
                        break;
                    }
                    Some(left) => {
                        value = left.plus(value);
                        depth -= 1;
                    }
                }
            }
        }
    }
}

/// The sum of at most [`BLOCK`] elements.
#[inline(always)]
fn block<T: Element>(x: &[T], f: &impl Fn(T) -> T) -> T {
    if x.len() < 8 {
        return x.iter().fold(T::ZERO, |sum, x| sum.plus(f(*x)));
    }
    let (first, rest) = x.split_at(8);
    let mut sums = [T::ZERO; 8];
    for (sum, x) in sums.iter_mut().zip(first) {
        *sum = f(*x);
    }
    let mut eights = rest.chunks_exact(8);
    for eight in eights.by_ref() {
        for (sum, x) in sums.iter_mut().zip(eight) {
            *sum = sum.plus(f(*x));
        }
    }
    let [a, b, c, d, e, f_, g, h] = sums;
    let joined = a.plus(b).plus(c.plus(d)).plus(e.plus(f_).plus(g.plus(h)));
    eights.remainder().iter().fold(joined, |sum, x| sum.plus(f(*x)))
}
