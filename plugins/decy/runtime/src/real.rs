//! Floating-point functions whose result may be no number, with the sign that x86-64 and the C library give it.
//!
//! `printf` shows that sign, and rustc gives another one where it computes a constant.

/// A floating-point type.
pub trait Real: Copy + PartialOrd {
    /// What invalid operations give on x86-64.
    const INVALID: Self;
    /// `self / by`
    fn over(self, by: Self) -> Self;
    /// It is no number.
    fn is_none(self) -> bool;
}

impl Real for f64 {
    const INVALID: f64 = f64::from_bits(0xfff8_0000_0000_0000);
    #[inline]
    fn over(self, by: f64) -> f64 {
        self / by
    }
    #[inline]
    fn is_none(self) -> bool {
        self.is_nan()
    }
}

impl Real for f32 {
    const INVALID: f32 = f32::from_bits(0xffc0_0000);
    #[inline]
    fn over(self, by: f32) -> f32 {
        self / by
    }
    #[inline]
    fn is_none(self) -> bool {
        self.is_nan()
    }
}

#[inline]
fn checked<T: Real>(result: T, a: T, b: T) -> T {
    if result.is_none() && !a.is_none() && !b.is_none() { T::INVALID } else { result }
}

/// `a / b`
#[inline]
pub fn div<T: Real>(a: T, b: T) -> T {
    checked(a.over(b), a, b)
}

/// `sqrt`
#[inline]
pub fn sqrt(value: f64) -> f64 {
    if value < 0.0 { f64::INVALID } else { value.sqrt() }
}

/// `sqrtf`
#[inline]
pub fn sqrtf(value: f32) -> f32 {
    if value < 0.0 { f32::INVALID } else { value.sqrt() }
}

/// `log`
#[inline]
pub fn log(value: f64) -> f64 {
    if value < 0.0 { f64::INVALID } else { value.ln() }
}

/// `log2`
#[inline]
pub fn log2(value: f64) -> f64 {
    if value < 0.0 { f64::INVALID } else { value.log2() }
}

/// `pow`
#[inline]
pub fn pow(a: f64, b: f64) -> f64 {
    checked(a.powf(b), a, b)
}

/// `fmod`
#[inline]
pub fn fmod(a: f64, b: f64) -> f64 {
    checked(a % b, a, b)
}
