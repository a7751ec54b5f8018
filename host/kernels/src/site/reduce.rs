//! Sums of whole expressions over contiguous operands, in NumPy's order of additions: equal to the sum of the array that the expression would
//! have made.

use super::fused::{apply, mixed};
use super::join::Joined;
use crate::arch::{Path, Work};

/// Elements that are summed without halving.
const BLOCK: usize = 128;

/// The sum of `f` over the elements of `K` operands. False unless all have one axis, or axes that are one in memory.
pub fn sum<const K: usize>(
    x: [&[f64]; K],
    s: [&[usize]; K],
    n: &[usize],
    out: &mut f64,
    f: impl Fn([f64; K]) -> f64 + Copy,
) -> bool {
    let Some(joined) = Joined::new(n, s) else { return false };
    if joined.n.len() != 1 || !joined.fits(x.map(<[f64]>::len)) {
        return false;
    }
    let step = std::array::from_fn(|k| joined.s[k][0]);
    // NumPy adds to zero, so that nothing but negative zeros gives zero.
    *out = 0.0 + Path::best().run(Sum { x, step, count: joined.count(), f });
    true
}

struct Sum<'a, const K: usize, F> {
    x: [&'a [f64]; K],
    step: [usize; K],
    count: usize,
    f: F,
}

/// A node whose right half is yet to be summed.
#[derive(Clone, Copy)]
struct Pending {
    left: Option<f64>,
    right: usize,
}

impl<const K: usize, F: Fn([f64; K]) -> f64 + Copy> Work for Sum<'_, K, F> {
    type Output = f64;

    /// The tree is walked with a stack of its own: a recursive call would leave the function that has the instruction set.
    #[inline(always)]
    fn run<const FMA: bool>(self) -> f64 {
        let Sum { x, step, count, f } = self;
        let mut stack = [Pending { left: None, right: 0 }; usize::BITS as usize];
        let (mut depth, mut at, mut len) = (0, 0, count);
        loop {
            while len > BLOCK {
                let half = len / 2;
                let left = half - half % 8;
                stack[depth] = Pending { left: None, right: len - left };
                depth += 1;
                len = left;
            }
            let mut items = [0.0; BLOCK];
            if step.iter().all(|step| *step == 1) {
                apply(x.map(|x| &x[at..at + len]), &mut items[..len], f);
            } else {
                mixed(x, std::array::from_fn(|k| at * step[k]), step, &mut items[..len], f);
            }
            at += len;
            let mut value = block(&items[..len]);
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
                        value += left;
                        depth -= 1;
                    }
                }
            }
        }
    }
}

/// The sum of at most [`BLOCK`] elements.
#[inline(always)]
fn block(x: &[f64]) -> f64 {
    if x.len() < 8 {
        return x.iter().fold(0.0, |sum, x| sum + x);
    }
    let (first, rest) = x.split_at(8);
    let mut sums = [0.0; 8];
    sums.copy_from_slice(first);
    let mut eights = rest.chunks_exact(8);
    for eight in eights.by_ref() {
        for (sum, x) in sums.iter_mut().zip(eight) {
            *sum += x;
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let joined = ((a + b) + (c + d)) + ((e + f) + (g + h));
    eights.remainder().iter().fold(joined, |sum, x| sum + x)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// NumPy's pairwise sum as its source has it.
    fn pairwise(x: &[f64]) -> f64 {
        if x.len() <= BLOCK {
            return block(x);
        }
        let half = x.len() / 2;
        let half = half - half % 8;
        pairwise(&x[..half]) + pairwise(&x[half..])
    }

    #[test]
    fn the_sum_of_an_expression_is_that_of_its_array() {
        for n in [0, 1, 5, 8, 127, 128, 129, 1000, 4099, 100_003] {
            let a: Vec<f64> = (0..n).map(|i| (i as f64 * 0.37).sin()).collect();
            let b: Vec<f64> = (0..n).map(|i| (i as f64 * 0.11).cos() * 1e3).collect();
            let items: Vec<f64> = a.iter().zip(&b).map(|(a, b)| (a - 0.5) * b).collect();
            let mut out = f64::NAN;
            assert!(sum([&a, &b], [&[1], &[1]], &[n], &mut out, |[a, b]| (a - 0.5) * b));
            assert_eq!(out.to_bits(), pairwise(&items).to_bits(), "{n}");
        }
        let mut out = 0.0;
        assert!(sum([&[1.0, 9.0, 2.0, 9.0, 4.0], &[10.0]], [&[2], &[0]], &[3], &mut out, |[a, b]| a + b));
        assert_eq!(out, 37.0);
        assert!(!sum([&[1.0; 8]], [&[2]], &[5], &mut out, |[a]| a));
        assert!(!sum([&[1.0; 8]], [&[5, 1]], &[2, 3], &mut out, |[a]| a));
    }
}
