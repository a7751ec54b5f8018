//! Elementwise work and reductions beyond the second-level cache against the bandwidth of plain loops.

use crate::timing::{geomean, interleaved};
use batuta_kernels::arch::Work;
use batuta_kernels::{Arm, BinaryOp, Extremum, axpy, binary, dot, extremum, sum};
use std::hint::black_box;
use std::time::Duration;

/// Elements of a `f64` array of 32 MiB.
const LEN: usize = 4 << 20;

/// Print bytes per second of each, beside STREAM's loop of the same shape (McCalpin 1995): triad for three arrays, 32
/// running sums for reads alone.
pub fn report() {
    let (x, y) = (vec![1.5f64; LEN], vec![0.5f64; LEN]);
    let (mut out, mut copy, mut sums) = (vec![0.0f64; LEN], vec![0.0f64; LEN], vec![0.0f64; LEN]);
    let arm = Arm::best();
    let bytes = [24.0, 24.0, 24.0, 8.0, 8.0, 8.0, 16.0].map(|per| per * LEN as f64);
    let mut sides: Vec<Box<dyn FnMut()>> = vec![
        Box::new(|| arm.path.run(Triad { x: &x, y: &y, out: &mut copy })),
        Box::new(|| binary(arm, BinaryOp::Add, x.as_slice().into(), y.as_slice().into(), &mut out).expect("fits")),
        Box::new(|| axpy(arm, 1e-9, &x, &mut sums).expect("fits")),
        Box::new(|| {
            black_box(arm.path.run(Read(&x)));
        }),
        Box::new(|| {
            black_box(sum(arm, &x));
        }),
        Box::new(|| {
            black_box(extremum(arm, Extremum::Max, &x).expect("there are elements"));
        }),
        Box::new(|| {
            black_box(dot(arm, &x, &y).expect("fits"));
        }),
    ];
    let names = ["STREAM triad", "add", "axpy", "plain read", "sum", "max", "dot"];
    let times = interleaved(&mut sides, Duration::from_secs(3));
    println!("\nArrays of 32 MiB, one thread, GB/s (least time)");
    let rates: Vec<f64> = times.iter().zip(bytes).map(|(times, bytes)| bytes / times.least / 1e9).collect();
    for (name, rate) in names.iter().zip(&rates) {
        println!("  {name:<14} {rate:>6.1}");
    }
    let ratios =
        [rates[1] / rates[0], rates[2] / rates[0], rates[4] / rates[3], rates[5] / rates[3], rates[6] / rates[3]];
    println!("  of the plain loop of the same shape: {:.2} (goal 0.90)", geomean(&ratios));
}

/// STREAM's loop, compiled for the widest instruction set as the kernels are.
struct Triad<'a> {
    x: &'a [f64],
    y: &'a [f64],
    out: &'a mut [f64],
}

impl Work for Triad<'_> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        for ((out, x), y) in self.out.iter_mut().zip(self.x).zip(self.y) {
            *out = 3.0 * *x + *y;
        }
    }
}

/// Reads alone, joined by more running sums than latency needs.
struct Read<'a>(&'a [f64]);

impl Work for Read<'_> {
    type Output = f64;

    #[inline(always)]
    fn run<const FMA: bool>(self) -> f64 {
        let mut sums = [0.0; 32];
        for block in self.0.chunks_exact(32) {
            for (sum, x) in sums.iter_mut().zip(block) {
                *sum += x;
            }
        }
        sums.iter().sum()
    }
}
