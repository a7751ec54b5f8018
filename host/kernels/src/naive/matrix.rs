//! Matrix kernels and transforms, by the definition.

use crate::{Complex, Conv2d, Float, View};

/// The product, in double precision, row-major.
pub fn gemm<T: Float>(a: View<'_, T>, b: View<'_, T>) -> Vec<f64> {
    let (rows, inner, columns) = (a.shape().rows, a.shape().columns, b.shape().columns);
    let mut out = Vec::with_capacity(rows * columns);
    for i in 0..rows {
        for j in 0..columns {
            out.push((0..inner).fold(0.0, |sum, k| sum + a.at(i, k).to_f64() * b.at(k, j).to_f64()));
        }
    }
    out
}

/// The full convolution.
pub fn conv1d<T: Float>(x: &[T], kernel: &[T]) -> Vec<f64> {
    let mut out = vec![0.0; x.len() + kernel.len() - 1];
    for (i, x) in x.iter().enumerate() {
        for (j, k) in kernel.iter().enumerate() {
            out[i + j] += x.to_f64() * k.to_f64();
        }
    }
    out
}

/// The correlation of an image with filters; empty when no filter fits.
pub fn conv2d<T: Float>(e: &Conv2d, x: &[T], weights: &[T]) -> Vec<f64> {
    let Some((rows, columns)) = e.output() else { return Vec::new() };
    let pixel = |channel: usize, row: usize, column: usize| {
        let inside =
            (e.padding..e.padding + e.height).contains(&row) && (e.padding..e.padding + e.width).contains(&column);
        if inside { x[(channel * e.height + row - e.padding) * e.width + column - e.padding].to_f64() } else { 0.0 }
    };
    let mut out = Vec::new();
    for filter in 0..e.filters {
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
            let mut sum = 0.0;
            for channel in 0..e.channels {
                for (i, j) in (0..e.filter_height).flat_map(|i| (0..e.filter_width).map(move |j| (i, j))) {
                    let weight =
                        weights[((filter * e.channels + channel) * e.filter_height + i) * e.filter_width + j].to_f64();
                    sum += weight * pixel(channel, row * e.stride + i, column * e.stride + j);
                }
            }
            out.push(sum);
        }
    }
    out
}

/// The Fourier transform by its sum.
pub fn fft<T: Float>(x: &[Complex<T>]) -> Vec<(f64, f64)> {
    let n = x.len();
    let term = |k: usize, j: usize| {
        let angle = -2.0 * std::f64::consts::PI * (k * j % n) as f64 / n as f64;
        let (re, im) = (x[j].re.to_f64(), x[j].im.to_f64());
        (re * angle.cos() - im * angle.sin(), re * angle.sin() + im * angle.cos())
    };
    (0..n).map(|k| (0..n).map(|j| term(k, j)).fold((0.0, 0.0), |sum, t| (sum.0 + t.0, sum.1 + t.1))).collect()
}
