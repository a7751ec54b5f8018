//! Products and sums of vectors: dot, norm, axpy and fused multiply-add.

use super::binary::Operand;
use crate::arch::{Arm, Path, Work};
use crate::element::Float;
use crate::error::{Error, equal};
use crate::parallel;

/// Running sums of a block: four registers of eight `f32` hide the latency of a fused multiply-add.
const LANES: usize = 32;
/// Elements of a block; the sums of blocks are added pairwise.
const BLOCK: usize = 4096;

/// The inner product: blocks of 4096 elements with 32 running sums each, blocks added pairwise. The same for any number of
/// threads; paths with fused multiply-add may differ from those without in the last places.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn dot<T: Float>(arm: Arm, x: &[T], y: &[T]) -> Result<T, Error> {
    equal("lengths of the vectors", x.len(), y.len())?;
    Ok(tree(arm.path, arm.threads, x, y))
}

/// The Euclidean norm, without overflow or underflow on the way.
pub fn norm<T: Float>(arm: Arm, x: &[T]) -> T {
    let squared = tree(arm.path, arm.threads, x, x);
    let safe = squared > T::LEAST_NORMAL * T::LIFT * T::LIFT && squared < T::INF;
    if safe || squared.is_nan() {
        return squared.root();
    }
    let most = x.iter().fold(T::ZERO, |most, x| if x.magnitude() > most { x.magnitude() } else { most });
    if most == T::ZERO || most == T::INF {
        return most;
    }
    let sum = x.iter().fold(T::ZERO, |sum, x| sum + (*x / most) * (*x / most));
    most * sum.root()
}

/// `y += alpha * x`.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn axpy<T: Float>(arm: Arm, alpha: T, x: &[T], y: &mut [T]) -> Result<(), Error> {
    equal("lengths of the vectors", x.len(), y.len())?;
    parallel::map(arm, x, y, |path, x, y| path.run(Axpy { alpha, x, y }));
    Ok(())
}

/// `x * y + z` for each element; rounded once where the path fuses.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn fma<T: Float>(arm: Arm, x: &[T], y: &[T], z: Operand<'_, T>, out: &mut [T]) -> Result<(), Error> {
    equal("lengths of the factors", x.len(), y.len())?;
    equal("lengths of factor and output", x.len(), out.len())?;
    if let Operand::Slice(z) = z {
        equal("lengths of summand and output", z.len(), out.len())?;
    }
    parallel::fill(arm, out, |path, from, out| {
        let len = out.len();
        path.run(Fma { x: &x[from..from + len], y: &y[from..from + len], z: z.part(from, len), out });
    });
    Ok(())
}

/// The product over a multiple of [`BLOCK`]s, halved at block ends.
fn tree<T: Float>(path: Path, threads: usize, x: &[T], y: &[T]) -> T {
    if x.len() <= BLOCK {
        return path.run(Dot { x, y });
    }
    let half = (x.len() / BLOCK).div_ceil(2) * BLOCK;
    let half = if half == x.len() { half - BLOCK } else { half };
    let ((x, x_rest), (y, y_rest)) = (x.split_at(half), y.split_at(half));
    if threads <= 1 || half < 4 * BLOCK {
        return tree(path, 1, x, y) + tree(path, 1, x_rest, y_rest);
    }
    let threads = threads.div_ceil(2);
    let (left, right) = rayon::join(|| tree(path, threads, x, y), || tree(path, threads, x_rest, y_rest));
    left + right
}

pub(crate) struct Dot<'a, T> {
    pub(crate) x: &'a [T],
    pub(crate) y: &'a [T],
}

impl<T: Float> Work for Dot<'_, T> {
    type Output = T;

    #[inline(always)]
    fn run<const FMA: bool>(self) -> T {
        let mut sums = [T::ZERO; LANES];
        let (mut x, mut y) = (self.x.chunks_exact(LANES), self.y.chunks_exact(LANES));
        for (x, y) in x.by_ref().zip(y.by_ref()) {
            for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
                *sum = x.madd::<FMA>(*y, *sum);
            }
        }
        for ((sum, x), y) in sums.iter_mut().zip(x.remainder()).zip(y.remainder()) {
            *sum = x.madd::<FMA>(*y, *sum);
        }
        join(sums)
    }
}

/// The sum of the running sums, as a tree.
#[inline(always)]
fn join<T: Float>(mut sums: [T; LANES]) -> T {
    let mut width = LANES / 2;
    while width > 0 {
        let (low, high) = sums.split_at_mut(width);
        for (low, high) in low.iter_mut().zip(high) {
            *low += *high;
        }
        width /= 2;
    }
    sums[0]
}

pub(crate) struct Axpy<'a, T> {
    pub(crate) alpha: T,
    pub(crate) x: &'a [T],
    pub(crate) y: &'a mut [T],
}

impl<T: Float> Work for Axpy<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        for (y, x) in self.y.iter_mut().zip(self.x) {
            *y = self.alpha.madd::<FMA>(*x, *y);
        }
    }
}

struct Fma<'a, T> {
    x: &'a [T],
    y: &'a [T],
    z: Operand<'a, T>,
    out: &'a mut [T],
}

impl<T: Float> Work for Fma<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        match self.z {
            Operand::Slice(z) => {
                for (((out, x), y), z) in self.out.iter_mut().zip(self.x).zip(self.y).zip(z) {
                    *out = x.madd::<FMA>(*y, *z);
                }
            }
            Operand::Scalar(z) => {
                for ((out, x), y) in self.out.iter_mut().zip(self.x).zip(self.y) {
                    *out = x.madd::<FMA>(*y, z);
                }
            }
        }
    }
}
