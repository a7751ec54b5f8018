//! Discrete Fourier transforms, by `rustfft`: unscaled forward, divided by the length backward, as NumPy does.

use crate::element::Float;
use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;

/// A complex number; the one of `rustfft`.
pub type Complex<T> = rustfft::num_complex::Complex<T>;

thread_local! {
    /// Plans by type and length would be made again on each call without these.
    static PLANNERS: RefCell<HashMap<std::any::TypeId, Box<dyn Any>>> = RefCell::new(HashMap::new());
}

/// Transform in place. Nothing happens to an empty slice.
pub fn fft<T: Float>(x: &mut [Complex<T>]) {
    if x.len() > 1 {
        planned::<T, _>(|planner: &mut rustfft::FftPlanner<T>| planner.plan_fft_forward(x.len())).process(x);
    }
}

/// Transform back in place; the inverse of [`fft`].
pub fn inverse_fft<T: Float>(x: &mut [Complex<T>]) {
    if x.len() > 1 {
        planned::<T, _>(|planner: &mut rustfft::FftPlanner<T>| planner.plan_fft_inverse(x.len())).process(x);
        let scale = T::ONE / T::constant(x.len() as f64);
        for x in x {
            *x = Complex::new(x.re * scale, x.im * scale);
        }
    }
}

/// The first `n / 2 + 1` outputs of the transform of real numbers; the others are their conjugates. Empty for no input.
pub fn real_fft<T: Float>(x: &[T]) -> Vec<Complex<T>> {
    if x.is_empty() {
        return Vec::new();
    }
    let mut planner = realfft::RealFftPlanner::<T>::new();
    let plan = planner.plan_fft_forward(x.len());
    let (mut input, mut out) = (x.to_vec(), plan.make_output_vec());
    match plan.process(&mut input, &mut out) {
        Ok(()) => out,
        // Only lengths can be wrong, and both come from the plan.
        Err(_) => Vec::new(),
    }
}

/// Use this thread's planner of the type.
fn planned<T: Float, R>(use_it: impl FnOnce(&mut rustfft::FftPlanner<T>) -> R) -> R {
    PLANNERS.with_borrow_mut(|planners| {
        let planner =
            planners.entry(std::any::TypeId::of::<T>()).or_insert_with(|| Box::new(rustfft::FftPlanner::<T>::new()));
        match planner.downcast_mut() {
            Some(planner) => use_it(planner),
            None => use_it(&mut rustfft::FftPlanner::new()),
        }
    })
}
