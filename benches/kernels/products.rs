//! Square products against the libraries and the peak.

use crate::peak::Flops;
use crate::rivals::{Blas, Call, Rivals};
use crate::timing::{geomean, interleaved};
use batuta_kernels::{Arm, Float, View, ViewMut, gemm};
use std::time::Duration;

const SIZES: [usize; 8] = [16, 32, 64, 128, 256, 512, 1024, 2048];

/// A library's product, made into a call.
type Product<T> = for<'a> fn(&'a Blas, usize, &'a [T], &'a [T], &'a mut [T]) -> Option<Call<'a>>;

/// Print a table per type.
pub fn report(rivals: &Rivals, flops: &Flops) {
    table::<f32>("SGEMM", rivals, flops.single, Blas::sgemm);
    table::<f64>("DGEMM", rivals, flops.double, Blas::dgemm);
}

fn table<T: Float>(title: &str, rivals: &Rivals, peak: f64, call: Product<T>) {
    println!(
        "\n{title}, one thread, Gflop/s (least time): n, ours (of peak), {}",
        rivals.blas.iter().map(|blas| blas.name).collect::<Vec<_>>().join(", ")
    );
    let (mut of_peak, mut of_best) = (Vec::new(), Vec::new());
    for n in SIZES {
        let (a, b) = (matrix::<T>(n, 1), matrix::<T>(n, 2));
        let mut outputs = vec![vec![T::ZERO; n * n]; rivals.blas.len() + 1];
        let (own, others) = outputs.split_at_mut(1);
        let (left, right) = (View::new(&a, n, n).expect("fits"), View::new(&b, n, n).expect("fits"));
        let own = &mut own[0];
        let mut sides: Vec<Box<dyn FnMut()>> = vec![Box::new(|| {
            let mut out = ViewMut::new(own, n, n).expect("fits");
            gemm(Arm::best(), T::ONE, left, right, T::ZERO, &mut out).expect("fits");
        })];
        sides.extend(rivals.blas.iter().zip(others.iter_mut()).filter_map(|(blas, out)| call(blas, n, &a, &b, out)));
        let rates: Vec<f64> = interleaved(&mut sides, Duration::from_millis(600))
            .iter()
            .map(|times| 2.0 * (n as f64).powi(3) / times.least / 1e9)
            .collect();
        let shown: Vec<String> = rates[1..].iter().map(|rate| format!("{rate:.1}")).collect();
        println!("  {n:>5}  {:>6.1} ({:.0} %)  {}", rates[0], 100.0 * rates[0] / peak, shown.join("  "));
        if (128..=1024).contains(&n) {
            of_peak.push(rates[0] / peak);
        }
        if rates.len() > 1 {
            of_best.push(rates[0] / rates[1..].iter().copied().fold(0.0, f64::max));
        }
    }
    println!("  of peak, n = 128 … 1024: {:.2} (goal 0.90)", geomean(&of_peak));
    if !of_best.is_empty() {
        println!("  of the better library, n = 16 … 2048: {:.2} (goal 1.00)", geomean(&of_best));
    }
}

fn matrix<T: Float>(n: usize, seed: usize) -> Vec<T> {
    (0..n * n).map(|i| T::constant(((i * 7919 + seed * 104_729) % 1000) as f64 / 500.0 - 1.0)).collect()
}
