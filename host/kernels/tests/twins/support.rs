//! Inputs and measures that the suites share.

use batuta_kernels::{Arm, Float, Path};
use proptest::prelude::*;

/// Every instruction set on one thread, and the widest on three.
pub fn arms() -> Vec<Arm> {
    let mut arms: Vec<Arm> = Path::available().into_iter().map(Arm::on).collect();
    arms.push(Arm { path: Path::best(), threads: 3 });
    arms
}

/// Any number: mostly moderate, sometimes huge, tiny, subnormal, infinite, NaN or a zero of either sign.
pub fn any_float() -> impl Strategy<Value = f64> {
    prop_oneof![
        12 => -100.0..100.0f64,
        4 => -1.0..1.0f64,
        2 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, f64::MIN_POSITIVE, 5e-324, -5e-324, f64::MAX, f64::MIN]),
        1 => (-150.0..150.0f64).prop_map(|e| 2f64.powf(e)),
    ]
}

/// A moderate number.
pub fn tame_float() -> impl Strategy<Value = f64> {
    -10.0..10.0f64
}

/// As many as cross every block size, the empty slice included, at an odd place in memory: the first is to be skipped.
pub fn slices(element: impl Strategy<Value = f64>) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(element, 1..400)
}

/// The numbers in the type under test.
pub fn cast<T: Float>(x: &[f64]) -> Vec<T> {
    x.iter().map(|x| T::constant(*x)).collect()
}

/// The distance between a value and the exact one, in units of the last place of the exact value in the type. Zero for two
/// NaNs, and for infinities and zeros that agree; infinite when only one is NaN or infinite.
pub fn ulp<T: Float>(got: T, exact: f64) -> f64 {
    let rounded = T::constant(exact);
    if got.is_nan() || rounded.is_nan() {
        return if got.is_nan() && rounded.is_nan() { 0.0 } else { f64::INFINITY };
    }
    if got == rounded {
        return 0.0;
    }
    if got.magnitude() == T::INF || rounded.magnitude() == T::INF {
        return f64::INFINITY;
    }
    let normal = rounded.to_f64().abs().max(T::LEAST_NORMAL.to_f64());
    let unit = 2f64.powi(normal.log2().floor() as i32 - T::FRACTION_BITS as i32);
    let unit = if unit == 0.0 { f64::from_bits(1) } else { unit };
    (got.to_f64() - exact).abs() / unit
}

/// Are they as close as sums of `len` terms of a magnitude may be?
pub fn near<T: Float>(got: T, exact: f64, magnitude: f64, len: usize) -> bool {
    let epsilon = 2f64.powi(-(T::FRACTION_BITS as i32));
    (got.to_f64() - exact).abs() <= epsilon * magnitude * (len as f64 + 4.0) || ulp(got, exact) <= 1.0
}
