//! The compute core against NumPy, OpenBLAS and MKL, and against what this CPU can do, in one run on one thread.
//!
//! Run with `cargo dev bench kernels`. Rivals come from PyPI: a folder named by `BATUTA_RIVALS`, or one below the target folder
//! that pip fills. Without them the columns say so. Goals: products of n = 128 … 1024 at 90 % of the measured peak of fused multiply-adds, as fast as the
//! better of OpenBLAS and MKL over n = 16 … 2048; streams at 90 % of the measured bandwidth; functions at twice NumPy's speed; a
//! small call within 30 ns.
#![allow(clippy::disallowed_methods, clippy::expect_used)] // a benchmark runs programs and looks at the clock

mod calls;
mod functions;
mod peak;
mod products;
mod rivals;
mod streams;
mod timing;

fn main() {
    let rivals = rivals::Rivals::find();
    println!("{}", rivals.describe());
    let paths: Vec<&str> = batuta_kernels::Path::available().into_iter().map(batuta_kernels::Path::name).collect();
    println!("paths: {}; compiled, not timed here: {}", paths.join(", "), batuta_kernels::Path::missing().join(", "));
    let flops = peak::flops();
    println!("measured peak, one thread: {:.1} Gflop/s f32, {:.1} Gflop/s f64", flops.single, flops.double);
    products::report(&rivals, &flops);
    streams::report();
    functions::report(&rivals);
    calls::report();
}
