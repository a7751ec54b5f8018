//! Whole expressions, one pass over the operands. Nothing is contracted and nothing reordered: each element is what the operations
//! give one after the other.

use super::join::Joined;
use crate::arch::{Path, Work};

/// Elements that are gathered at a time where operands are not contiguous.
const BLOCK: usize = 256;
/// Rows that are shorter than this are gathered together.
const SHORT: usize = 16;

/// `x * x`
#[inline(always)]
pub fn square(x: f64) -> f64 {
    x * x
}

/// `f` on the elements of `K` operands at the same place, whose extents are `n`.
pub fn map<const K: usize, O: Copy>(
    x: [&[f64]; K],
    s: [&[usize]; K],
    n: &[usize],
    out: &mut [O],
    f: impl Fn([f64; K]) -> O + Copy,
) -> bool {
    let Some(joined) = Joined::new(n, s) else { return false };
    if joined.count() != out.len() || !joined.fits(x.map(<[f64]>::len)) {
        return false;
    }
    Path::best().run(Map { x, joined, out, f });
    true
}

struct Map<'a, const K: usize, O, F> {
    x: [&'a [f64]; K],
    joined: Joined<K>,
    out: &'a mut [O],
    f: F,
}

impl<const K: usize, O: Copy, F: Fn([f64; K]) -> O + Copy> Work for Map<'_, K, O, F> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Map { x, joined, out, f } = self;
        let last = joined.n.len() - 1;
        let (len, step): (usize, [usize; K]) = (joined.n[last], std::array::from_fn(|k| joined.s[k][last]));
        if len < SHORT && out.len() > len {
            return short(x, &joined, out, f);
        }
        let mut rest = out;
        joined.rows(|at| {
            let (row, after) = std::mem::take(&mut rest).split_at_mut(len);
            rest = after;
            if step.iter().all(|step| *step == 1) {
                apply(std::array::from_fn(|k| &x[k][at[k]..at[k] + len]), row, f);
            } else {
                mixed(x, at, step, row, f);
            }
        });
    }
}

/// `f` on rows that lie in memory as the result does.
#[inline(always)]
pub(super) fn apply<const K: usize, O: Copy>(x: [&[f64]; K], out: &mut [O], f: impl Fn([f64; K]) -> O) {
    let len = out.len();
    let x = x.map(|x| &x[..len]);
    for i in 0..len {
        let mut item = [0.0; K];
        for k in 0..K {
            item[k] = x[k][i];
        }
        out[i] = f(item);
    }
}

/// A row some of whose operands have other steps than 1: those are gathered.
#[inline(always)]
pub(super) fn mixed<const K: usize, O: Copy>(
    x: [&[f64]; K],
    mut at: [usize; K],
    step: [usize; K],
    row: &mut [O],
    f: impl Fn([f64; K]) -> O + Copy,
) {
    let mut buffers = [[0.0; BLOCK]; K];
    let mut first = true;
    for out in row.chunks_mut(BLOCK) {
        let len = out.len();
        for k in 0..K {
            match step[k] {
                1 => {}
                // Filled once for all blocks.
                0 if !first => {}
                0 => buffers[k].fill(x[k][at[k]]),
                step => {
                    for (i, slot) in buffers[k][..len].iter_mut().enumerate() {
                        *slot = x[k][at[k] + i * step];
                    }
                }
            }
        }
        first = false;
        let rows = std::array::from_fn(|k| if step[k] == 1 { &x[k][at[k]..at[k] + len] } else { &buffers[k][..len] });
        apply(rows, out, f);
        (0..K).for_each(|k| at[k] += step[k] * len);
    }
}

/// Many short rows: several are gathered before they are worked on.
#[inline(always)]
fn short<const K: usize, O: Copy>(x: [&[f64]; K], joined: &Joined<K>, out: &mut [O], f: impl Fn([f64; K]) -> O + Copy) {
    let last = joined.n.len() - 1;
    let len = joined.n[last];
    let mut buffers = [[0.0; BLOCK]; K];
    let (mut filled, mut rest) = (0, out);
    joined.rows(|at| {
        for k in 0..K {
            let step = joined.s[k][last];
            for i in 0..len {
                buffers[k][filled + i] = x[k][at[k] + i * step];
            }
        }
        filled += len;
        if filled + len > BLOCK || filled == rest.len() {
            let (now, after) = std::mem::take(&mut rest).split_at_mut(filled);
            apply(std::array::from_fn(|k| &buffers[k][..filled]), now, f);
            (rest, filled) = (after, 0);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(n: usize, seed: f64) -> Vec<f64> {
        (0..n).map(|i| ((i as f64 + seed) * 0.7).sin() * 10.0).collect()
    }

    /// What each element should be, from places computed one by one.
    fn naive(x: [&[f64]; 2], s: [&[usize]; 2], n: &[usize], y: f64) -> Vec<f64> {
        let count: usize = n.iter().product();
        let place = |mut flat: usize, s: &[usize]| {
            let mut at = 0;
            for axis in (0..n.len()).rev() {
                at += flat % n[axis] * s[axis];
                flat /= n[axis];
            }
            at
        };
        (0..count).map(|i| x[0][place(i, s[0])] + y * (x[1][place(i, s[1])] - x[0][place(i, s[0])])).collect()
    }

    #[test]
    fn every_layout_gives_what_single_elements_give() {
        let (a, b) = (numbers(5000, 0.0), numbers(5000, 3.0));
        let cases: [(&[usize], &[usize], &[usize]); 8] = [
            (&[5000], &[1], &[1]),
            (&[40, 50], &[60, 1], &[50, 1]),
            (&[40, 50], &[1, 60], &[0, 1]),
            (&[40, 50], &[50, 1], &[1, 0]),
            (&[30, 7, 3], &[21, 3, 1], &[0, 1, 0]),
            (&[300, 2], &[3, 1], &[1, 7]),
            (&[0, 4], &[4, 1], &[4, 1]),
            (&[3, 600], &[1000, 1], &[0, 2]),
        ];
        for (n, s, t) in cases {
            let mut out = vec![0.0; n.iter().product()];
            assert!(map([&a, &b], [s, t], n, &mut out, |[a, b]| a + 0.25 * (b - a)), "{n:?}");
            assert_eq!(out, naive([&a, &b], [s, t], n, 0.25), "{n:?}");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_alone() {
        let a = numbers(10, 0.0);
        let mut out = vec![0.0; 10];
        assert!(!map([&a], [&[2]], &[10], &mut out, |[a]| a));
        assert!(!map([&a], [&[1, 1]], &[10], &mut out, |[a]| a));
        assert!(!map([&a], [&[1]], &[9], &mut out, |[a]| a));
        assert!(map([], [], &[10], &mut out, |[]| 1.5));
        assert_eq!(out, [1.5; 10]);
    }
}
