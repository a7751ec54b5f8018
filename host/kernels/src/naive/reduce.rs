//! Reductions, by the definition.

use crate::{Element, Extremum, Float};

/// The sum from the left, in double precision.
pub fn sum<T: Float>(x: &[T]) -> f64 {
    x.iter().fold(0.0, |sum, x| sum + x.to_f64())
}

/// The sum as NumPy writes it: recursive halves down to 128 elements, there eight running sums.
pub fn pairwise<T: Element>(x: &[T]) -> T {
    if x.len() < 8 {
        return x.iter().fold(T::ZERO, |sum, x| sum.plus(*x));
    }
    if x.len() <= 128 {
        let mut r: Vec<T> = x[..8].to_vec();
        let whole = x.len() - x.len() % 8;
        for i in 8..whole {
            r[i % 8] = r[i % 8].plus(x[i]);
        }
        let joined = r[0].plus(r[1]).plus(r[2].plus(r[3])).plus(r[4].plus(r[5]).plus(r[6].plus(r[7])));
        return x[whole..].iter().fold(joined, |sum, x| sum.plus(*x));
    }
    let half = x.len() / 2 - x.len() / 2 % 8;
    pairwise(&x[..half]).plus(pairwise(&x[half..]))
}

/// The inner product from the left, in double precision.
pub fn dot<T: Float>(x: &[T], y: &[T]) -> f64 {
    x.iter().zip(y).fold(0.0, |sum, (x, y)| sum + x.to_f64() * y.to_f64())
}

/// The index of the first least or greatest, of the first NaN when there is one; none of nothing.
pub fn arg_extremum<T: Element>(which: Extremum, x: &[T]) -> Option<usize> {
    if let Some(at) = x.iter().position(|x| x.is_nan()) {
        return Some(at);
    }
    let mut best: Option<usize> = None;
    for (at, value) in x.iter().enumerate() {
        let better = best.is_none_or(|best| if which == Extremum::Min { *value < x[best] } else { *value > x[best] });
        if better {
            best = Some(at);
        }
    }
    best
}

/// The softmax of a row, in double precision.
pub fn softmax<T: Float>(x: &[T]) -> Vec<f64> {
    let most = x.iter().fold(f64::NEG_INFINITY, |most, x| most.max(x.to_f64()));
    let powers: Vec<f64> = x.iter().map(|x| (x.to_f64() - most).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.iter().map(|power| power / sum).collect()
}

/// A row less its mean over its deviation, in double precision.
pub fn layer_norm<T: Float>(x: &[T], epsilon: f64) -> Vec<f64> {
    let count = x.len() as f64;
    let mean = sum(x) / count;
    let variance = x.iter().fold(0.0, |sum, x| sum + (x.to_f64() - mean).powi(2)) / count;
    x.iter().map(|x| (x.to_f64() - mean) / (variance + epsilon).sqrt()).collect()
}
