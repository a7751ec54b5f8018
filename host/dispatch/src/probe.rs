//! What the machine itself can do: arithmetic, bandwidth and forking.

use crate::profile::Curve;
use batuta_kernels::arch::Work;
use batuta_kernels::{Arm, Float, Path};
use std::hint::black_box;
use std::time::Duration;

/// The least of so many runs counts.
const RUNS: usize = 7;

/// Operations per second in fused multiply-adds on one thread; a fused one is two. `clock` tells time since some fixed point.
pub fn peak<T: Float>(path: Path, clock: &dyn Fn() -> Duration) -> f64 {
    let steps = 20_000;
    let seconds = least(clock, || {
        black_box(path.run(Chains::<T, 128> { steps, factor: black_box(T::constant(0.999)) }));
    });
    (2 * steps * 128) as f64 / seconds
}

/// Running values in registers: more than the units' latency needs.
struct Chains<T, const N: usize> {
    steps: usize,
    factor: T,
}

impl<T: Float, const N: usize> Work for Chains<T, N> {
    type Output = T;

    #[inline(always)]
    fn run<const FMA: bool>(self) -> T {
        let mut values = [T::ONE; N];
        for _ in 0..self.steps {
            for value in &mut values {
                *value = value.madd::<FMA>(self.factor, self.factor);
            }
        }
        values.iter().fold(T::ZERO, |sum, value| sum + *value)
    }
}

/// Bytes per second over working sets from 8 KiB to 64 MiB, of `y += a x` on one thread: two reads and a write.
pub(crate) fn bandwidth(clock: &dyn Fn() -> Duration) -> Curve {
    let points = (13..=26).step_by(1).map(|power| {
        let len = (1usize << power) / 16;
        let (x, mut y) = (vec![1.0f64; len], vec![1.0f64; len]);
        let repeats = ((1usize << 20) / (len * 16)).max(1);
        let seconds = least(clock, || {
            for _ in 0..repeats {
                _ = black_box(batuta_kernels::axpy(Arm::best(), 1e-9, &x, &mut y));
            }
        });
        ((len * 16) as f64, (repeats * len * 24) as f64 / seconds)
    });
    Curve(points.collect())
}

/// Seconds to hand next to nothing to every thread and wait for all.
pub(crate) fn fork(threads: usize, clock: &dyn Fn() -> Duration) -> f64 {
    let x = vec![1.0f64; threads * 4160];
    let mut out = x.clone();
    let arm = |threads| Arm { path: Path::best(), threads };
    let mut call = |threads| least(clock, || _ = black_box(batuta_kernels::axpy(arm(threads), 1e-9, &x, &mut out)));
    let (alone, together) = (call(1), call(threads));
    (together - alone / threads as f64).max(0.0)
}

/// The least time of a few calls, in seconds; never zero.
fn least(clock: &dyn Fn() -> Duration, mut call: impl FnMut()) -> f64 {
    let once = |call: &mut dyn FnMut()| {
        let start = clock();
        call();
        clock().saturating_sub(start).as_secs_f64()
    };
    (0..RUNS).map(|_| once(&mut call)).fold(f64::INFINITY, f64::min).max(1e-9)
}
