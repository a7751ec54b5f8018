//! The least and the greatest element, and where they stand.

use super::binary::{greater, lesser};
use crate::arch::{Arm, Path, Work};
use crate::element::Element;
use crate::error::Error;
use crate::parallel;
use rayon::prelude::*;

/// Which end of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extremum {
    /// The least.
    Min,
    /// The greatest.
    Max,
}

/// Running extrema of a block.
const LANES: usize = 32;
/// Elements among which the place is looked for once a block is known to hold the extremum.
const BLOCK: usize = 2048;

/// The least or greatest element; NaN when there is one.
///
/// # Errors
/// [`Error::Empty`] without elements.
pub fn extremum<T: Element>(arm: Arm, which: Extremum, x: &[T]) -> Result<T, Error> {
    if x.is_empty() {
        return Err(Error::Empty("an extremum"));
    }
    let Arm { path, threads } = arm;
    if threads <= 1 || x.len() < 1 << 16 {
        return Ok(path.run(Scan { which, x }));
    }
    let better = |a, b| if which == Extremum::Min { lesser(a, b) } else { greater(a, b) };
    let found = x.par_chunks(parallel::piece(arm, x.len())).map(|x| path.run(Scan { which, x })).reduce_with(better);
    found.ok_or(Error::Empty("an extremum"))
}

/// The index of the first least or greatest element; of the first NaN when there is one.
///
/// # Errors
/// [`Error::Empty`] without elements.
pub fn arg_extremum<T: Element>(arm: Arm, which: Extremum, x: &[T]) -> Result<usize, Error> {
    let best = extremum(arm, which, x)?;
    let at = x.chunks(BLOCK).enumerate().find_map(|(block, x)| place(arm.path, best, x).map(|at| block * BLOCK + at));
    at.ok_or(Error::Empty("an extremum"))
}

/// The first element equal to `best` (or the first NaN), looked for only where a quick look says that it is there.
fn place<T: Element>(path: Path, best: T, x: &[T]) -> Option<usize> {
    let same = |x: &T| if best.is_nan() { x.is_nan() } else { *x == best };
    path.run(Holds { best, x }).then(|| x.iter().position(same)).flatten()
}

struct Scan<'a, T> {
    which: Extremum,
    x: &'a [T],
}

#[inline(always)]
fn scan<T: Element>(x: &[T], better: impl Fn(T, T) -> bool) -> T {
    let first = x[0];
    let (mut best, mut odd) = ([first; LANES], [false; LANES]);
    let mut blocks = x.chunks_exact(LANES);
    for block in blocks.by_ref() {
        for ((best, odd), x) in best.iter_mut().zip(&mut odd).zip(block) {
            *best = if better(*x, *best) { *x } else { *best };
            *odd |= x.is_nan();
        }
    }
    for ((best, odd), x) in best.iter_mut().zip(&mut odd).zip(blocks.remainder()) {
        *best = if better(*x, *best) { *x } else { *best };
        *odd |= x.is_nan();
    }
    if odd.contains(&true) {
        return x.iter().copied().find(|x| x.is_nan()).unwrap_or(first);
    }
    best.into_iter().fold(first, |a, b| if better(b, a) { b } else { a })
}

impl<T: Element> Work for Scan<'_, T> {
    type Output = T;

    #[inline(always)]
    fn run<const FMA: bool>(self) -> T {
        match self.which {
            Extremum::Min => scan(self.x, |x, best| x < best),
            Extremum::Max => scan(self.x, |x, best| x > best),
        }
    }
}

struct Holds<'a, T> {
    best: T,
    x: &'a [T],
}

impl<T: Element> Work for Holds<'_, T> {
    type Output = bool;

    #[inline(always)]
    fn run<const FMA: bool>(self) -> bool {
        let mut found = false;
        if self.best.is_nan() {
            for x in self.x {
                found |= x.is_nan();
            }
        } else {
            for x in self.x {
                found |= *x == self.best;
            }
        }
        found
    }
}
