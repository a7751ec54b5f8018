//! Questions with known answers, asked before a backend is used.

use crate::{Backend, Error};
use batuta_kernels::{View, ViewMut, naive};

/// Extents that are neither equal nor multiples of a vector's length, so that edges and strides are met.
const SHAPE: (usize, usize, usize) = (7, 5, 9);

/// Try every operation that the backend has, with and without `beta`, against the naive twin.
pub(crate) fn truthful(backend: &Backend) -> Result<(), Error> {
    let operations = backend.operations();
    if operations.contains(&"sgemm") {
        try_one(backend, "sgemm", |alpha, a, b, beta, c| {
            let single = |x: &[f64]| x.iter().map(|x| *x as f32).collect::<Vec<f32>>();
            let (a, b, mut out) = (single(a), single(b), single(c));
            let (m, n, k) = SHAPE;
            let mut view = ViewMut::new(&mut out, m, n)?;
            backend.sgemm(alpha as f32, View::new(&a, m, k)?, View::new(&b, k, n)?, beta as f32, &mut view)?;
            c.iter_mut().zip(out).for_each(|(c, x)| *c = f64::from(x));
            Ok(())
        })?;
    }
    if operations.contains(&"dgemm") {
        try_one(backend, "dgemm", |alpha, a, b, beta, c| {
            let (m, n, k) = SHAPE;
            backend.dgemm(alpha, View::new(a, m, k)?, View::new(b, k, n)?, beta, &mut ViewMut::new(c, m, n)?)
        })?;
    }
    Ok(())
}

/// Small whole numbers: exact in both types, so that any difference is a lie.
fn try_one(
    backend: &Backend,
    operation: &'static str,
    run: impl Fn(f64, &[f64], &[f64], f64, &mut [f64]) -> Result<(), Error>,
) -> Result<(), Error> {
    let (m, n, k) = SHAPE;
    let numbers = |count: usize, step: usize| (0..count).map(|i| ((i * step) % 11) as f64 - 5.0).collect::<Vec<f64>>();
    let (a, b, before) = (numbers(m * k, 3), numbers(k * n, 7), numbers(m * n, 5));
    let product = naive::matrix::gemm(View::new(&a, m, k)?, View::new(&b, k, n)?);
    for (alpha, beta) in [(1.0, 0.0), (2.0, -3.0)] {
        let mut got = if beta == 0.0 { vec![f64::NAN; m * n] } else { before.clone() };
        run(alpha, &a, &b, beta, &mut got)?;
        for ((got, product), before) in got.into_iter().zip(&product).zip(&before) {
            let expected = if beta == 0.0 { alpha * product } else { alpha * product + beta * before };
            if got != expected {
                return Err(Error::Lies { name: backend.name().to_owned(), operation, got, expected });
            }
        }
    }
    Ok(())
}
