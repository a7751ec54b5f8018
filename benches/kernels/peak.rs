//! What this core can do: fused multiply-adds in registers.

use batuta_kernels::arch::Work;
use batuta_kernels::{Float, Path};
use std::hint::black_box;
use std::time::Instant;

/// Floating-point operations per second, in thousand millions; a fused multiply-add is two.
pub struct Flops {
    /// Single precision.
    pub single: f64,
    /// Double precision.
    pub double: f64,
}

/// The greatest of several short runs, on the widest path.
pub fn flops() -> Flops {
    Flops { single: best::<f32, 128>(), double: best::<f64, 64>() }
}

fn best<T: Float, const N: usize>() -> f64 {
    let steps = 200_000;
    let run = || {
        let start = Instant::now();
        black_box(Path::best().run(Chains::<T, N> { steps, factor: black_box(T::constant(0.999)) }));
        (2 * steps * N) as f64 / start.elapsed().as_secs_f64() / 1e9
    };
    (0..20).map(|_| run()).fold(0.0, f64::max)
}

/// Eight or sixteen registers of running values: more than two units of latency four can keep busy.
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
